"""Whether a regiowerkboek may go out as it is: what is against it."""

from collections.abc import Iterable

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.reading.herkomst import Herkomstblad
from actieplan_xl.reading.invoer import offered
from actieplan_xl.reading.planwerkboek import is_planwerkboek
from actieplan_xl.reading.werkboek.bestand import Bestand, Bron
from actieplan_xl.reading.werkboek.beveiliging import Sleutelbos
from actieplan_xl.reading.werkboek.openen import open_werkboek

HOUDT_TEGEN = frozenset(
    {
        Code.MATRIX_AANGEPAST,
        Code.PLAN_GEGEVENS_PAST_NIET,
        Code.PLAN_GEGEVENS_ONLEESBAAR,
        Code.REGIO_TELT_ANDERS,
        Code.REGIO_VAST_GETAL,
        Code.REGIO_REGEL_WEG,
        Code.REGIO_GEGEVENS_AANTAL,
        Code.REGIO_ZONDER_HERKOMST,
        Code.REGIO_OUDER_DAN_INVOER,
    }
)
"""What is against sending: the workbook contradicts itself, or something came in after it was made."""


def tell_outdated(
    regio: Bestand, herkomst: Herkomstblad, invoer: Iterable[Bron], sleutels: Sleutelbos
) -> list[Bevinding]:
    """Tell of each file of the round that the regiowerkboek does not know: by what is in it, never by its date.

    Plans and regiowerkboeken that lie beside the answers are none themselves.
    """
    gevonden = []
    for aanbod in offered(invoer):
        bestand = aanbod.bestand
        if bestand is None or bestand.sha256 in herkomst.hashes or bestand.sha256 == regio.sha256:
            continue
        if not _is_plan(bestand, sleutels):
            gevonden.append(Bevinding(Code.REGIO_OUDER_DAN_INVOER, Plek(bestand.naam)))
    return gevonden


def _is_plan(bestand: Bestand, sleutels: Sleutelbos) -> bool:
    try:
        return is_planwerkboek(open_werkboek(bestand, sleutels))
    except BestandError:
        return False
