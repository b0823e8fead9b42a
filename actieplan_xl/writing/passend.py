"""Row heights that fit their text.

Neither LibreOffice nor a viewer fits rows when it opens a file, so the height is decided here, from the widths of the
letters, and given as a height that Excel may still adjust while someone types.
"""

from collections.abc import Callable

from actieplan_xl.writing.sheet import Cell, Formula, Link, Sheet

PixelWidth = Callable[[str], int]
"""The width of a text in pixels, in the default font at 11 points."""

_PIXELS_PER_TEKEN = 7
_MARGE = 10
_PIXELS_PER_INSPRINGING = 9
_REGEL = 1.36
_LUCHT = 4.0
_KLEINSTE = 18.0
_GROOTSTE = 409.0
# LibreOffice's replacement fonts run a little wider than Excel's own.
_SPELING = 0.96


def fit_heights(sheet: Sheet, pixel_width: PixelWidth) -> dict[int, float]:
    """Return a height in points for each row with text that has none yet."""
    breedtes = _widths(sheet)
    hoogtes: dict[int, float] = {}
    for (rij, kolom), cell in sheet.cells.items():
        if rij in sheet.hoogtes:
            continue
        nodig = _needed(cell, breedtes.get((rij, kolom), column_width(sheet, kolom)), pixel_width)
        hoogtes[rij] = max(hoogtes.get(rij, _KLEINSTE), nodig)
    return hoogtes


def _widths(sheet: Sheet) -> dict[tuple[int, int], float]:
    """The width of merged cells, by their first; the cells they cover have none and ask for no height."""
    breedtes: dict[tuple[int, int], float] = {}
    for bereik in sheet.samengevoegd:
        kolommen = range(bereik.kolom, bereik.tot_kolom + 1)
        breedtes[bereik.rij, bereik.kolom] = sum(column_width(sheet, kolom) for kolom in kolommen)
    return breedtes


def column_width(sheet: Sheet, kolom: int) -> float:
    """Return the width of a column in characters."""
    return sheet.breedtes.get(kolom, 8.43)


def _needed(cell: Cell, breedte: float, pixel_width: PixelWidth) -> float:
    style = cell.style
    regelhoogte = style.grootte * _REGEL
    tekst = cell.value.value if isinstance(cell.value, Formula) else cell.value
    tekst = tekst.tekst if isinstance(tekst, Link) else tekst
    if not isinstance(tekst, str) or not tekst:
        return _KLEINSTE
    if not style.terugloop:
        return regelhoogte + _LUCHT
    schaal = style.grootte / 11 * (1.06 if style.vet else 1)
    ruimte = (breedte * _PIXELS_PER_TEKEN - _MARGE - style.inspringing * _PIXELS_PER_INSPRINGING) * _SPELING / schaal
    regels = sum(_lines(deel, max(ruimte, 20), pixel_width) for deel in tekst.split("\n"))
    return min(regels * regelhoogte + _LUCHT, _GROOTSTE)


def _lines(tekst: str, ruimte: float, pixel_width: PixelWidth) -> int:
    """Wrap at spaces, and inside a word that is wider than the cell."""
    if pixel_width(tekst) <= ruimte:
        return 1
    regels, gebruikt, spatie = 1, 0.0, pixel_width(" ")
    for woord in tekst.split(" "):
        breedte = pixel_width(woord)
        if gebruikt and gebruikt + spatie + breedte > ruimte:
            regels += 1
            gebruikt = 0.0
        extra, rest = divmod(breedte, ruimte)
        regels += int(extra) if breedte > ruimte else 0
        gebruikt = rest if breedte > ruimte else gebruikt + (spatie if gebruikt else 0) + breedte
    return regels
