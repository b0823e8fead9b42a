"""Texts that did not fit in a cell and were carried on over the rows of a sheet `Vervolg` (`writing.vervolg`)."""

import re
from functools import cached_property

from actieplan_xl.domain.adres import Plaats
from actieplan_xl.domain.words import LEES_VERDER, VERVOLG_KOLOMMEN, Bladen, fold
from actieplan_xl.reading.werkboek.boek import Sheet, Werkboek

_PIJL = re.compile(rf"{re.escape(LEES_VERDER)}(\d+)")
_NR, _TEKST = 1, 2


class Vervolg:
    """What a workbook carries on; a sheet that was copied along is called `Vervolg (2)`."""

    def __init__(self, boek: Werkboek):
        self._boek = boek

    def whole(self, tekst: str) -> str:
        """Return a text of a sheet with what was carried on, and with what somebody typed behind that.

        As it stands where nothing was carried on, or where its beginning was changed: two texts are never put together
        that may not belong together. What was carried on is then `unread`.
        """
        gevonden = self._find(tekst)
        return gevonden[1] if gevonden else tekst

    def unread(self, sheet: Sheet) -> dict[Plaats, str]:
        """Return the texts on a sheet `Vervolg` to which no cell leads, each whole, by the place where it begins."""
        teksten = self._per_blad.get(sheet.naam, {})
        return {(rijen[0], _TEKST): heel for nr, (rijen, heel) in teksten.items() if not self._is_read(sheet, nr)}

    def is_told(self, sheet: Sheet, plaats: Plaats) -> bool:
        """Whether a cell of a sheet `Vervolg` is its header, was read, or is the rest of a text that is `unread`."""
        teksten = self._per_blad.get(sheet.naam)
        rij, kolom = plaats
        if teksten is None or kolom not in (_NR, _TEKST):
            return False
        nr = sheet.text(rij, _NR)
        if nr not in teksten:
            return (fold(nr), fold(sheet.text(rij, _TEKST))) == VERVOLG_KOLOMMEN
        return self._is_read(sheet, nr) or rij != teksten[nr][0][0]

    def _is_read(self, sheet: Sheet, nr: str) -> bool:
        return (sheet.naam, nr) in self._gelezen

    def _find(self, tekst: str) -> tuple[tuple[str, str], str] | None:
        """Return on which sheet and under which number a text goes on, and the whole of it."""
        for pijl in _PIJL.finditer(tekst) if LEES_VERDER in tekst else ():
            for blad, teksten in self._per_blad.items():
                heel = teksten[pijl[1]][1] if pijl[1] in teksten else ""
                if heel and heel.startswith(tekst[: pijl.start()]):
                    return (blad, pijl[1]), heel + tekst[pijl.end() :]
        return None

    @cached_property
    def _per_blad(self) -> dict[str, dict[str, tuple[list[int], str]]]:
        """By sheet and number: the rows over which a text runs, and the whole of it."""
        bladen = (s for s in self._boek.sheets if fold(s.naam).split(" ")[0] == fold(Bladen.VERVOLG))
        return {sheet.naam: _read(sheet) for sheet in bladen}

    @cached_property
    def _gelezen(self) -> frozenset[tuple[str, str]]:
        bladen = (sheet for sheet in self._boek.sheets if sheet.naam not in self._per_blad)
        gevonden = (self._find(tekst) for sheet in bladen for _, tekst in sheet.texts())
        return frozenset(waar for waar, _ in filter(None, gevonden))


def _read(sheet: Sheet) -> dict[str, tuple[list[int], str]]:
    brokken: dict[str, tuple[list[int], list[str]]] = {}
    for rij in sheet.rijen:
        nr, brok = sheet.text(rij, _NR), sheet.cell(rij, _TEKST).ruw
        if nr.isdecimal() and brok.strip():
            rijen, delen = brokken.setdefault(nr, ([], []))
            rijen.append(rij)
            delen.append(brok)
    return {nr: (rijen, "".join(delen)) for nr, (rijen, delen) in brokken.items()}
