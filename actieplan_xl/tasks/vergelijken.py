"""Comparing two regiowerkboeken: what was, and what is."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from actieplan_xl.domain.bevinding import Bevinding, Code, by_weight, worth_telling
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.reeks import Punt, extend
from actieplan_xl.reading.regiowerkboek import read_regiowerkboek
from actieplan_xl.reading.werkboek.bestand import Bron, refusal
from actieplan_xl.reading.werkboek.beveiliging import Sleutelbos, Wachtwoord
from actieplan_xl.rules.vergelijking import Vergelijking
from actieplan_xl.rules.vorige import look_back
from actieplan_xl.tasks.paden import Pad, input_paths
from actieplan_xl.writing.opslag import Doel, check_target, write_file


@dataclass(frozen=True)
class Vergeleken:
    """Two regiowerkboeken side by side. `geschreven` is the workbook that was made of it, if any.

    `reeks` is how the region stood on each peildatum that either of the two knows of.
    """

    oud: Matrix
    nieuw: Matrix
    vergelijking: Vergelijking
    reeks: tuple[Punt, ...]
    bevindingen: tuple[Bevinding, ...] = ()
    geschreven: Path | None = None

    @property
    def has_aandachtspunten(self) -> bool:
        """Whether any finding is above *ter info*; that something changed is none."""
        return bool(worth_telling(self.bevindingen))


def compare_files(
    oud: Bron,
    nieuw: Bron,
    naar: Pad | None = None,
    *,
    overschrijven: bool = False,
    wachtwoorden: Iterable[Wachtwoord] = (),
) -> Vergeleken:
    """Return what changed from the one regiowerkboek to the other; with `naar` it is also written as a workbook.

    Raises `BestandError` or `PlanError` when either cannot be read as a regiowerkboek.
    """
    doel = Doel(Path(naar), overschrijven, input_paths([oud, nieuw])) if naar is not None else None
    if doel:
        check_target(doel)
    sleutels = Sleutelbos.make(wachtwoorden)
    toen, nu = read_regiowerkboek(oud, sleutels), read_regiowerkboek(nieuw, sleutels)
    terugblik = look_back(toen, nu.matrix)
    if terugblik.vergelijking is None:
        waarden = {"ander": toen.matrix.plan.gegevens.naam, "plan": nu.matrix.plan.gegevens.naam}
        raise refusal(toen.bestand, Code.VERGELIJKING_ANDER_PLAN, **waarden)
    gevonden = (*nu.bevindingen, *(_in_own_words(bevinding) for bevinding in terugblik.bevindingen))
    bevindingen = by_weight(gevonden)
    reeks = _join_series(terugblik.reeks, nu.reeks)
    uitkomst = Vergeleken(toen.matrix, nu.matrix, terugblik.vergelijking, reeks, bevindingen)
    if doel is None:
        return uitkomst
    from actieplan_xl.writing.vergelijking import build_vergelijking  # noqa: PLC0415  only when it is written

    geschreven = write_file(doel, build_vergelijking(nu.matrix, terugblik.vergelijking, reeks))
    return replace(uitkomst, bevindingen=(*bevindingen, *geschreven.bevindingen), geschreven=geschreven.pad)


def _in_own_words(bevinding: Bevinding) -> Bevinding:
    """Here nobody gave a `--vorige`: that the first is not the earlier one has another remedy."""
    is_volgorde = bevinding.code is Code.VORIGE_NIET_EERDER
    return replace(bevinding, code=Code.VERGELIJKING_OMGEKEERD) if is_volgorde else bevinding


def _join_series(van_toen: tuple[Punt, ...], van_nu: tuple[Punt, ...]) -> tuple[Punt, ...]:
    """Put the two series together; of one peildatum the newer workbook knows best."""
    bekend = {punt.peildatum for punt in van_nu}
    for punt in van_toen:
        if punt.peildatum not in bekend:
            van_nu = extend(van_nu, punt)
    return van_nu
