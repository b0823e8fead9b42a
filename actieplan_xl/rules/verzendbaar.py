"""Whether a regiowerkboek may go out as it is: what is against it."""

from collections.abc import Iterable

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.domain.weergave import visible
from actieplan_xl.reading.herkomst import LANGSTE_NAAM, Herkomstblad
from actieplan_xl.reading.invoer import Aanbod, offered
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

_NIETS_VAN_EEN_GEMEENTE = (Code.OVERGESLAGEN, Code.NOG_OPEN, Code.SUBMAP_NIET_GELEZEN)
"""What lies about in a folder: no file that somebody sent."""


def tell_outdated(
    regio: Bestand, herkomst: Herkomstblad, invoer: Iterable[Bron], sleutels: Sleutelbos
) -> list[Bevinding]:
    """Tell of each file of the round that the regiowerkboek does not know: by what is in it, never by its date.

    Plans and regiowerkboeken that lie beside the answers are none themselves.
    """
    bekend = {*herkomst.hashes, regio.sha256}
    return [
        Bevinding(Code.REGIO_OUDER_DAN_INVOER, Plek(aanbod.naam))
        for aanbod in offered(invoer)
        if not (_is_known_unread(aanbod, herkomst) if aanbod.bestand is None else aanbod.bestand.sha256 in bekend)
        and not (aanbod.bestand and _is_plan(aanbod.bestand, sleutels))
    ]


def _is_known_unread(aanbod: Aanbod, herkomst: Herkomstblad) -> bool:
    """What could not be read has no hash; that it was there when the answers were merged, its name says."""
    if aanbod.bevinding is not None and aanbod.bevinding.code in _NIETS_VAN_EEN_GEMEENTE:
        return True
    return visible(aanbod.naam, LANGSTE_NAAM) in {een.bestand for een in herkomst.bestanden}


def _is_plan(bestand: Bestand, sleutels: Sleutelbos) -> bool:
    try:
        return is_planwerkboek(open_werkboek(bestand, sleutels))
    except BestandError:
        return False
