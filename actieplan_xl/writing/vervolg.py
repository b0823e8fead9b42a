"""Texts that are longer than a cell can hold: never cut, but carried on over the rows of a sheet of their own.

Excel keeps 32,767 UTF-16 units per cell; its libraries cut the rest without a word.
"""

from actieplan_xl.domain.words import LEES_VERDER, VERVOLG_KOLOMMEN, Bladen
from actieplan_xl.reading.werkboek import grenzen
from actieplan_xl.writing import styles
from actieplan_xl.writing.sheet import Cell, Sheet

# Half of what fits: a character outside the basic plane counts for two.
_BROK = 16_000
_LANGSTE = grenzen.CEL_TEKENS - 1
"""The colour rules and counts put a line end behind a cell to find its first line, and that must fit as well."""


def with_vervolg(sheets: list[Sheet]) -> list[Sheet]:
    """Return the sheets, with one more when a text had to be carried on; such texts end in a pointer to it."""
    rijen: list[tuple[str, str]] = []
    nummers: dict[str, int] = {}
    for sheet in sheets:
        for plaats, cell in sheet.cells.items():
            if isinstance(cell.value, str) and is_too_long(cell.value):
                nummer = nummers.setdefault(cell.value, len(nummers) + 1)
                if nummer > len({nr for nr, _ in rijen}):
                    rijen += [(str(nummer), brok) for brok in chunks(cell.value)]
                sheet.cells[plaats] = Cell(f"{cell.value[: _BROK // 2]}{LEES_VERDER}{nummer}", cell.style)
    return [*sheets, _sheet(rijen)] if rijen else sheets


def is_too_long(tekst: str) -> bool:
    """Whether a text does not fit in one cell, counted as Excel counts."""
    return len(tekst) > _BROK and units(tekst) > _LANGSTE


def units(tekst: str) -> int:
    """Return the length of a text in UTF-16 units."""
    return len(tekst) if tekst.isascii() else len(tekst.encode("utf-16-le", "surrogatepass")) // 2


def chunks(tekst: str) -> list[str]:
    """Return a text in pieces that each fit in a cell.

    It is cut where no white space stands, because the ends of a cell are trimmed when it is read.
    """
    brokken: list[str] = []
    while tekst:
        eind = min(_BROK, len(tekst))
        while 1 < eind < len(tekst) and (tekst[eind - 1].isspace() or tekst[eind].isspace()):
            eind -= 1
        brokken.append(tekst[:eind])
        tekst = tekst[eind:]
    return brokken


def _sheet(rijen: list[tuple[str, str]]) -> Sheet:
    sheet = Sheet(Bladen.VERVOLG, tabkleur=styles.TABKLEUR_GEGEVENS, breedtes={1: 8, 2: 120}, bevroren=(1, 0))
    sheet.put_row(1, VERVOLG_KOLOMMEN, styles.KOP)
    for rij, waarden in enumerate(rijen, 2):
        sheet.put_row(rij, waarden, styles.GEGEVEN)
    return sheet
