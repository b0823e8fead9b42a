"""Next year's planwerkboek from a regiowerkboek."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from actieplan_xl.domain.bevinding import Bevinding, by_weight, worth_telling
from actieplan_xl.domain.jaren import parse_planjaar
from actieplan_xl.reading.herindeling import read_herindeling
from actieplan_xl.reading.regiowerkboek import read_regiowerkboek
from actieplan_xl.reading.werkboek.bestand import Bron
from actieplan_xl.reading.werkboek.beveiliging import Sleutelbos, Wachtwoord
from actieplan_xl.rules.verlenging import Verlenging, extend_plan
from actieplan_xl.tasks.paden import Pad, input_paths
from actieplan_xl.writing.opslag import Doel, check_target, write_file

Afgeslotenkeuze = Literal["weglaten", "behouden"]
"""Whether acties that are closed stay in the new plan."""


@dataclass(frozen=True)
class Verlengd:
    """The planwerkboek that was made, and what there is to say about it."""

    geschreven: Path
    verlenging: Verlenging
    bevindingen: tuple[Bevinding, ...] = ()

    @property
    def has_aandachtspunten(self) -> bool:
        """Whether any finding is above *ter info*."""
        return bool(worth_telling(self.bevindingen))


def extend_file(
    regio: Bron,
    jaar: str,
    naar: Pad,
    *,
    afgesloten: Afgeslotenkeuze = "weglaten",
    herindeling: Bron | None = None,
    overschrijven: bool = False,
    wachtwoorden: Iterable[Wachtwoord] = (),
) -> Verlengd:
    """Write the planwerkboek for a next year, and return it.

    `herindeling` is a list of gemeenten with their opvolger; it goes before the column `opvolger` of the regiowerkboek.
    Raises `GebruikError` for a year that is none and when nothing is left to ask, else `BestandError` or `PlanError`.
    """
    jaar = parse_planjaar(jaar)
    doel = Doel(Path(naar), overschrijven, input_paths([regio], herindeling))
    check_target(doel)
    sleutels = Sleutelbos.make(wachtwoorden)
    toen = read_regiowerkboek(regio, sleutels)
    opvolgers = read_herindeling(herindeling, sleutels) if herindeling is not None else {}
    verlenging = extend_plan(toen.matrix, jaar, opvolgers, afgesloten == "behouden", toen.laatst_bekend)
    from actieplan_xl.writing.planwerkboek import build_planwerkboek  # noqa: PLC0415  only once it is to be written

    geschreven = write_file(doel, build_planwerkboek(verlenging.plan, vorige=verlenging.vorige))
    gevonden = (*toen.bevindingen, *verlenging.bevindingen, *geschreven.bevindingen)
    bevindingen = by_weight(gevonden)
    return Verlengd(geschreven.pad, verlenging, bevindingen)
