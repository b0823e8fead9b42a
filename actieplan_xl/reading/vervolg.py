"""Texts that did not fit in a cell and were carried on over the rows of the sheet `Vervolg` (`writing.vervolg`)."""

from actieplan_xl.domain.words import LEES_VERDER, Bladen
from actieplan_xl.reading.werkboek.boek import Sheet


def whole(sheet: Sheet, tekst: str) -> str:
    """Return a text of a sheet with what was carried on; as it stands where nothing was, or where it does not fit."""
    if LEES_VERDER not in tekst:
        return tekst
    begin, _, nummer = tekst.rpartition(LEES_VERDER)
    vervolg = sheet.werkboek.find_sheet(Bladen.VERVOLG)
    if vervolg is None:
        return tekst
    heel = "".join(vervolg.cell(rij, 2).ruw for rij in vervolg.rijen if vervolg.text(rij, 1) == nummer)
    return heel if heel.startswith(begin) else tekst
