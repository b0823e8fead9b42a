"""Finding a table on a sheet by the words of its header row, wherever it was moved to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from actieplan_xl.domain.words import fold
from actieplan_xl.reading.werkboek.boek import Sheet


@dataclass(frozen=True)
class Kop:
    """A header row: its row number, and the headings in it as typed, by column.

    `gekozen` has the headings that stand in several columns, folded, with the one that counts; None when any may.
    """

    rij: int
    koppen: dict[int, str]
    gekozen: Mapping[str, int | None] = field(default_factory=dict)

    @cached_property
    def _kolommen(self) -> dict[str, list[int]]:
        per_woord: dict[str, list[int]] = {}
        for kolom, kop in self.koppen.items():
            per_woord.setdefault(fold(kop), []).append(kolom)
        return per_woord

    def kolom(self, woord: str) -> int | None:
        """Return the column with that heading, or None: the one chosen of several, else the first."""
        gezocht = fold(woord)
        return self.gekozen[gezocht] if gezocht in self.gekozen else next(iter(self.kolommen(woord)), None)

    def kolommen(self, woord: str) -> list[int]:
        """Return all columns with that heading."""
        return self._kolommen.get(fold(woord), [])

    def overige(self, bekend: Iterable[str]) -> dict[int, str]:
        """Return the headings that are none of the known ones."""
        gevouwen = {fold(woord) for woord in bekend}
        return {kolom: kop for kolom, kop in self.koppen.items() if fold(kop) not in gevouwen}


def find_kop(sheet: Sheet, verplicht: Iterable[str], vanaf: int = 1) -> Kop | None:
    """Return the first row, from `vanaf`, that holds all the words of `verplicht`, or None."""
    gezocht = {fold(woord) for woord in verplicht}
    for rij, koppen in sheet.koppen.items():
        if rij >= vanaf and gezocht <= koppen:
            return Kop(rij, {kolom: sheet.text(rij, kolom) for kolom in sheet.rijen[rij]})
    return None
