"""Where the pages of a sheet end: how far it is scaled down, and before which rows and columns a new page starts.

Excel passes over our page breaks when it fits a sheet to the page by itself, so a sheet with breaks has a scale of its
own, from the widths of its columns. That scale belongs to the paper: on another one it is another.
"""

from collections.abc import Mapping, Sequence
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
_KLEINSTE_VAN_EXCEL, _GROOTSTE_VAN_EXCEL = 10, 400
_GEWONE_RIJ = 15.0
_MEESTE_EINDEN = 1000
"""Excel takes 1,023 breaks on a sheet."""


class Pagina(NamedTuple):
    """The scale in per cents, where 0 fits all of it on one page; before which rows and columns a page starts."""

    schaal: int
    begin_rijen: tuple[int, ...] = ()
    begin_kolommen: tuple[int, ...] = ()


def fit_pages(sheet: Sheet, hoogtes: Mapping[int, float]) -> Pagina | None:
    """Return how a sheet goes over pages, or None when it may simply be fitted to one page wide."""
    if not sheet.bijeen:
        return None
    breed, hoog = _safe_room(sheet)
    is_te_breed = goes_across(sheet)
    schaal = _SCHAAL_NAAST_ELKAAR if is_te_breed else _scale(sheet, breed)
    rijen = _first_rows(sheet, hoogtes, hoog * 100 / schaal)
    kolommen = _first_columns(sheet, breed * 100 / schaal) if is_te_breed else []
    if len(rijen) == 1 and not is_te_breed:
        totaal = sum(_heights(sheet, hoogtes, 1, sheet.laatste_rij))
        if hoog * 100 / totaal >= _BIJNA * schaal:
            return Pagina(0)
    if not rijen and not is_te_breed:
        return None
    return Pagina(schaal, tuple(rijen[:_MEESTE_EINDEN]), tuple(kolommen[:_MEESTE_EINDEN]))


def goes_across(sheet: Sheet) -> bool:
    """Whether the columns go across several pages: all on one they would be too small to read."""
    return bool(sheet.print.herhaal_kolommen) and _scale(sheet, _safe_room(sheet)[0]) < _KLEINSTE_SCHAAL


def rescale(schaal: int, van: int, naar: int, is_liggend: bool) -> int:
    """Return the scale at which a page of another paper holds what it held; of a paper we do not know it stays.

    As far as our margins go: those of a printer differ by less than the room that `fit_pages` leaves.
    """
    if van not in _PAPIER:
        return schaal
    verhoudingen = (nu / was for was, nu in zip(_room(van, is_liggend), _room(naar, is_liggend), strict=True))
    return max(min(int(schaal * min(verhoudingen)), _GROOTSTE_VAN_EXCEL), _KLEINSTE_VAN_EXCEL)


def _room(papier: int, is_liggend: bool) -> tuple[float, float]:
    """The width and height of a page within its margins, in points."""
    smal, lang = _PAPIER[papier]
    breed, hoog = (lang, smal) if is_liggend else (smal, lang)
    return breed - 2 * MARGE_OPZIJ * _PUNTEN, hoog - 2 * MARGE_BOVEN * _PUNTEN


def _safe_room(sheet: Sheet) -> tuple[float, float]:
    """How much of that is safe to fill."""
    breed, hoog = _room(sheet.print.papier, sheet.print.liggend)
    return _SPELING_BREED * breed, _SPELING_HOOG * hoog


def _scale(sheet: Sheet, breed: float) -> int:
    """At how many per cents all columns stand on one page; never larger than life."""
    return max(min(int(100 * breed / sum(_widths(sheet))), 100), _KLEINSTE_VAN_EXCEL)


def _widths(sheet: Sheet) -> list[float]:
    laatste = max((kolom for _, kolom in sheet.cells), default=1)
    kolommen = (column_width(sheet, kolom) for kolom in range(1, laatste + 1))
    return [_PUNTEN_PER_TEKEN * tekens + _PUNTEN_PER_KOLOM for tekens in kolommen]


def _heights(sheet: Sheet, hoogtes: Mapping[int, float], eerste: int, laatste: int) -> list[float]:
    return [hoogtes.get(rij, _GEWONE_RIJ) for rij in range(eerste, laatste + 1)]


def _first_columns(sheet: Sheet, vol: float) -> list[int]:
    """Breaks of our own here too: on another paper, or in another program, the same columns stand on a page."""
    breedtes = _widths(sheet)
    return _starts(breedtes, sum(breedtes[: sheet.print.herhaal_kolommen]), vol, {})


def _first_rows(sheet: Sheet, hoogtes: Mapping[int, float], vol: float) -> list[int]:
    """Start a page where rows that belong together would be parted."""
    kop = sum(_heights(sheet, hoogtes, *sheet.print.herhaal)) if sheet.print.herhaal else 0.0
    samen: dict[int, float] = {}
    for groep in sheet.bijeen[1:]:  # a page with the title only helps nobody
        for tot in (groep.kern, groep.tot_rij):
            nodig = sum(_heights(sheet, hoogtes, groep.rij, tot))
            if kop + nodig <= vol:
                samen[groep.rij] = nodig
    return _starts(_heights(sheet, hoogtes, 1, sheet.laatste_rij), kop, vol, samen)


def _starts(maten: Sequence[float], kop: float, vol: float, samen: Mapping[int, float]) -> list[int]:
    """Walk over rows or columns as a printer does; return the first of each next page, which begins with `kop` again.

    Where a page simply is full the break is ours as well: else a printer that fits one more parts what comes after.
    """
    begin: list[int] = []
    gebruikt = 0.0
    for plaats, maat in enumerate(maten, 1):
        if gebruikt > kop and gebruikt + samen.get(plaats, maat) > vol:
            begin.append(plaats)
            gebruikt = kop
        gebruikt += maat
    return begin
