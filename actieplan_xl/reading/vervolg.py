"""Texts that did not fit in a cell and were carried on over the rows of a sheet `Vervolg` (`writing.vervolg`)."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from actieplan_xl.domain.adres import Plaats
from actieplan_xl.domain.words import LEES_VERDER, VERVOLG_KOLOMMEN, Bladen, fold
from actieplan_xl.reading.werkboek import grenzen
from actieplan_xl.reading.werkboek.boek import Sheet, Werkboek

_PIJL = re.compile(rf"{re.escape(LEES_VERDER)}(\d+)")
_NR, _TEKST = 1, 2
_POGINGEN = 20
"""How many arrows of one text are followed: of ours there is one, and what somebody typed may mention a few."""
_LANGST = 2 * grenzen.CEL_TEKENS
"""Longer is no text of ours, also not with a whole cell typed behind it."""


class _Vindplaats(NamedTuple):
    """On which sheet and under which number a text goes on, and where in the text its arrow ends."""

    waar: tuple[str, str]
    einde: int


class Vervolg:
    """What a workbook carries on; a sheet that was copied along is called `Vervolg (2)`."""

    def __init__(self, boek: Werkboek):
        self._boek = boek
        self._gevonden: dict[str, _Vindplaats | None] = {}

    def whole(self, tekst: str) -> str:
        """Return a text of a sheet with what was carried on, and with what somebody typed behind that.

        As it stands where nothing was carried on, or where its beginning was changed: two texts are never put together
        that may not belong together. What was carried on is then `unread`.
        """
        gevonden = self._find(tekst)
        if gevonden is None or gevonden.waar not in self._gelezen:
            return tekst
        blad, nr = gevonden.waar
        return self._per_blad[blad][nr][1] + tekst[gevonden.einde :]

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

    def _find(self, tekst: str) -> _Vindplaats | None:
        """Return where a text goes on; None when it goes on nowhere, or holds more than a cell of ours."""
        if LEES_VERDER not in tekst or len(tekst) > _LANGST:
            return None
        if tekst not in self._gevonden:
            self._gevonden[tekst] = next(self._matches(tekst), None)
        return self._gevonden[tekst]

    def _matches(self, tekst: str) -> Iterator[_Vindplaats]:
        for pijl, blad, heel in islice(self._candidates(tekst), _POGINGEN):
            if heel.startswith(tekst[: pijl.start()]):
                yield _Vindplaats((blad, pijl[1]), pijl.end())

    def _candidates(self, tekst: str) -> Iterator[tuple[re.Match[str], str, str]]:
        """Yield each arrow in a text with a sheet on which its number stands, and what stands there."""
        for pijl in _PIJL.finditer(tekst):
            for blad, teksten in self._per_blad.items():
                if pijl[1] in teksten:
                    yield pijl, blad, teksten[pijl[1]][1]

    @cached_property
    def _per_blad(self) -> dict[str, dict[str, tuple[list[int], str]]]:
        """By sheet and number: the rows over which a text runs, and the whole of it."""
        bladen = (s for s in self._boek.sheets if fold(s.naam).split(" ")[0] == fold(Bladen.VERVOLG))
        return {sheet.naam: _read(sheet) for sheet in bladen}

    @cached_property
    def _gelezen(self) -> frozenset[tuple[str, str]]:
        """On which sheet and under which number stands what is read as the end of another text.

        Of ours one cell leads to each, and again one on every copy of its sheet. Where so many lead to the same long
        text that each of them whole would fill the memory, none of them is put together: that text is then `unread`.
        """
        bladen = [sheet for sheet in self._boek.sheets if sheet.naam not in self._per_blad]
        keren = Counter(
            gevonden.waar for sheet in bladen for _, tekst in sheet.texts() if (gevonden := self._find(tekst))
        )
        vaker = {(blad, nr): len(self._per_blad[blad][nr][1]) * keer for (blad, nr), keer in keren.items() if keer > 1}
        return frozenset(keren if sum(vaker.values()) <= grenzen.VERVOLG_TEKENS else keren.keys() - vaker.keys())


def _read(sheet: Sheet) -> dict[str, tuple[list[int], str]]:
    brokken: dict[str, tuple[list[int], list[str]]] = {}
    for rij in sheet.rijen:
        nr, brok = sheet.text(rij, _NR), sheet.cell(rij, _TEKST).ruw
        if nr.isdecimal() and brok.strip():
            rijen, delen = brokken.setdefault(nr, ([], []))
            rijen.append(rij)
            delen.append(brok)
    return {nr: (rijen, "".join(delen)) for nr, (rijen, delen) in brokken.items()}
