"""The series: how the region stood on each peildatum. Every regiowerkboek with a predecessor carries it on."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from actieplan_xl.domain.datum import parse_datum
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.status import Status


@dataclass(frozen=True)
class Punt:
    """How many answers there were of each status on a peildatum (ISO, or text when the plan gave no date)."""

    peildatum: str
    aantallen: Mapping[Status, int]

    @property
    def gevraagd(self) -> int:
        """How many answers were asked for; `niet nader bepaald` counts as asked."""
        return sum(self.aantallen.values())


def measure(matrix: Matrix) -> Punt:
    """Return how a matrix stands on the peildatum of its plan."""
    geteld = Counter(invulling.status for invulling in matrix.invullingen)
    return Punt(matrix.plan.gegevens.peildatum, {status: geteld[status] for status in Status})


def extend(reeks: Iterable[Punt], punt: Punt) -> tuple[Punt, ...]:
    """Return the series with this point in it, in order of date; one peildatum has one point, the one that came last.

    What has no readable date keeps its place behind those that have one.
    """
    per_datum = {eerder.peildatum: eerder for eerder in (*reeks, punt)} | {punt.peildatum: punt}
    return tuple(sorted(per_datum.values(), key=lambda p: parse_datum(p.peildatum) or date.max))
