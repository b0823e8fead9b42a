"""Where the pages of a sheet end: how far it is scaled down, and before which rows a new page starts.

Excel passes over our page breaks when it fits a sheet to the page by itself, so a sheet with breaks has a scale of its
own, from the widths of its columns.
"""

from collections.abc import Mapping
from typing import NamedTuple

from actieplan_xl.writing.passend import column_width
from actieplan_xl.writing.sheet import A3, A4, Sheet

MARGE_OPZIJ, MARGE_BOVEN = 0.4, 0.6
"""White at either side, and above and below, in inches."""

_PUNTEN = 72.0
_PAPIER = {A4: (595.0, 842.0), A3: (842.0, 1191.0)}
# A column is as wide as its letters and a little more. LibreOffice makes it four per cent wider than Excel does, and a
# printer counts somewhat otherwise than a screen.
_PUNTEN_PER_TEKEN, _PUNTEN_PER_KOLOM = 5.25, 3.75
_SPELING_BREED, _SPELING_HOOG = 0.93, 0.94
_KLEINSTE_SCHAAL = 54
"""Smaller letters nobody reads."""
_SCHAAL_NAAST_ELKAAR = 62
"""Where one page is not wide enough after all, there is no need to be that small."""
_BIJNA = 0.85
"""What needs a second page for a few rows only is made this much smaller at most, to stay on one."""
_KLEINSTE_VAN_EXCEL = 10
_GEWONE_RIJ = 15.0
_MEESTE_EINDEN = 1000
"""Excel takes 1,023 breaks on a sheet."""


class Pagina(NamedTuple):
    """The scale in per cents, where 0 fits all of it on one page, and the rows before which a page starts."""

    schaal: int
    begin_rijen: tuple[int, ...] = ()


def fit_pages(sheet: Sheet, hoogtes: Mapping[int, float]) -> Pagina | None:
    """Return how a sheet goes over pages, or None when it may simply be fitted to one page wide."""
    if not sheet.bijeen:
        return None
    breed, hoog = _room(sheet)
    gepast = _scale(sheet, breed)
    is_te_breed = gepast < _KLEINSTE_SCHAAL and bool(sheet.print.herhaal_kolommen)
    schaal = _SCHAAL_NAAST_ELKAAR if is_te_breed else gepast
    begin = _first_rows(sheet, hoogtes, hoog * 100 / schaal)
    if len(begin) == 1 and not is_te_breed:
        totaal = sum(_heights(sheet, hoogtes, 1, sheet.laatste_rij))
        if hoog * 100 / totaal >= _BIJNA * schaal:
            return Pagina(0)
    return Pagina(schaal, tuple(begin[:_MEESTE_EINDEN])) if begin or is_te_breed else None


def _room(sheet: Sheet) -> tuple[float, float]:
    """The width and height of a page that are safe to fill, in points."""
    smal, lang = _PAPIER[sheet.print.papier]
    breed, hoog = (lang, smal) if sheet.print.liggend else (smal, lang)
    breed, hoog = breed - 2 * MARGE_OPZIJ * _PUNTEN, hoog - 2 * MARGE_BOVEN * _PUNTEN
    return _SPELING_BREED * breed, _SPELING_HOOG * hoog


def _scale(sheet: Sheet, breed: float) -> int:
    """At how many per cents all columns stand on one page; never larger than life."""
    laatste = max((kolom for _, kolom in sheet.cells), default=1)
    kolommen = (column_width(sheet, kolom) for kolom in range(1, laatste + 1))
    nodig = sum(_PUNTEN_PER_TEKEN * tekens + _PUNTEN_PER_KOLOM for tekens in kolommen)
    return max(min(int(100 * breed / nodig), 100), _KLEINSTE_VAN_EXCEL)


def _heights(sheet: Sheet, hoogtes: Mapping[int, float], eerste: int, laatste: int) -> list[float]:
    return [hoogtes.get(rij, _GEWONE_RIJ) for rij in range(eerste, laatste + 1)]


def _first_rows(sheet: Sheet, hoogtes: Mapping[int, float], vol: float) -> list[int]:
    """Walk down the sheet as a printer does; start a page where rows that belong together would be parted.

    Where a page simply is full the break is ours as well: else a printer that fits one row more parts what comes after.
    """
    kop = sum(_heights(sheet, hoogtes, *sheet.print.herhaal)) if sheet.print.herhaal else 0.0
    groepen = {groep.rij: groep for groep in sheet.bijeen[1:]}  # a page with the title only helps nobody
    begin: list[int] = []
    gebruikt = 0.0
    for rij, hoog in enumerate(_heights(sheet, hoogtes, 1, sheet.laatste_rij), 1):
        nodig = hoog
        if groep := groepen.get(rij):
            heel, kern = (sum(_heights(sheet, hoogtes, rij, tot)) for tot in (groep.tot_rij, groep.kern))
            nodig = next((samen for samen in (heel, kern) if kop + samen <= vol), hoog)
        if gebruikt > kop and gebruikt + nodig > vol:
            begin.append(rij)
            gebruikt = kop
        gebruikt += hoog
    return begin
