"""What the sheet `Plan` says of the afspraken of the region (see `domain.afspraken`)."""

from collections.abc import Callable

from actieplan_xl.domain.afspraken import AFSPRAAK_NAMEN, GEEN_AFSPRAKEN, Afspraken, aan_of_uit
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.plan import Plangegevens, find_planjaren
from actieplan_xl.domain.words import Bladen, fold
from actieplan_xl.reading.werkboek.boek import Sheet, Werkboek

_JA = frozenset({"ja", "j", "aan", "x", "waar", "true", "1"})
_NEE = frozenset({"nee", "neen", "n", "uit", "onwaar", "false", "0"})


def read_afspraken(boek: Werkboek, gegevens: Plangegevens, tell: Callable[..., None]) -> Afspraken:
    """Return the settings. What is neither yes nor no is told, and then the default counts."""
    sheet = boek.find_sheet(Bladen.PLAN)
    if sheet is None:
        return GEEN_AFSPRAKEN
    rijen = {fold(sheet.text(rij, 1)): rij for rij in sheet.rijen}
    gelezen = {
        veld: _setting(sheet, rijen[fold(naam)], naam, getattr(GEEN_AFSPRAKEN, veld), tell)
        for veld, naam in AFSPRAAK_NAMEN.items()
        if fold(naam) in rijen
    }
    afspraken = Afspraken(**gelezen)
    if afspraken.jaren_binnen_plan and not find_planjaren(gegevens):
        plek = sheet.plek((rijen.get("jaar", rijen[fold(AFSPRAAK_NAMEN["jaren_binnen_plan"])]), 2))
        tell(Code.PLAN_ZONDER_JAREN, plek, afspraak=AFSPRAAK_NAMEN["jaren_binnen_plan"])
    return afspraken


def _setting(sheet: Sheet, rij: int, naam: str, standaard: bool, tell: Callable[..., None]) -> bool:
    getypt = sheet.text(rij, 2)
    woord = fold(getypt)
    if woord in _JA or woord in _NEE:
        return woord in _JA
    if getypt:
        tell(Code.PLAN_AFSPRAAK_ONBEKEND, sheet.plek((rij, 2)), waarde=getypt, naam=naam, geldt=aan_of_uit(standaard))
    return standaard
