"""A workbook that was opened: its sheets by name and order, their cells as people typed them, and what there is to
tell about the file itself. Which format it came in, nobody has to know any more."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from actieplan_xl.domain.adres import Plaats, format_adres
from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.domain.status import Kleur
from actieplan_xl.domain.words import fold
from actieplan_xl.reading.werkboek.aanhang import Strip
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.cells import Cell, SheetInhoud, Soort
from actieplan_xl.reading.werkboek.meldpunt import Meldpunt
from actieplan_xl.reading.werkboek.stijlen import Stijlen
from actieplan_xl.reading.werkboek.waarden import as_datum, as_typed, is_no_date

_LEEG = Cell(Soort.LEEG, "")
_LANGSTE_KOP = 60


@dataclass
class Sheet:
    """One worksheet. Rows and columns count from 1; cells are read, with `laad`, when first asked for."""

    werkboek: "Werkboek"
    naam: str
    staat: str
    laad: Callable[[], SheetInhoud]

    @cached_property
    def inhoud(self) -> SheetInhoud:
        """The cells as stored."""
        return self.laad()

    @cached_property
    def rijen(self) -> dict[int, dict[int, Cell]]:
        """The cells with a value, by row and then column, both in order."""
        rijen: dict[int, dict[int, Cell]] = {}
        for (rij, kolom), cell in sorted(self.inhoud.cells.items()):
            if cell.soort is not Soort.LEEG:
                rijen.setdefault(rij, {})[kolom] = cell
        return rijen

    @cached_property
    def koppen(self) -> dict[int, frozenset[str]]:
        """The short texts of each row, folded: by these a header row is found, time and again."""
        return {
            rij: frozenset(fold(tekst) for cell in cells.values() if len(tekst := self.typed(cell)) <= _LANGSTE_KOP)
            for rij, cells in self.rijen.items()
        }

    @property
    def is_verborgen(self) -> bool:
        """Whether people do not see this sheet."""
        return self.staat != "visible"

    def cell(self, rij: int, kolom: int) -> Cell:
        """Return the cell at a place; an empty one when nothing stands there."""
        return self.inhoud.cells.get((rij, kolom), _LEEG)

    def text(self, rij: int, kolom: int) -> str:
        """Return what a person would have typed at a place."""
        cell = self.inhoud.cells.get((rij, kolom))
        return "" if cell is None else self.typed(cell)

    def texts(self) -> Iterator[tuple[Plaats, str]]:
        """Yield every text that a person can see, with its place, row by row."""
        for rij, cells in self.rijen.items():
            for kolom, cell in cells.items():
                if tekst := cell.ruw.strip() if cell.soort is Soort.TEKST else self.typed(cell):
                    yield (rij, kolom), tekst

    def typed(self, cell: Cell) -> str:
        """Return what a person would have typed to get this cell."""
        if cell.soort is Soort.TEKST:
            return cell.ruw.strip()
        return as_typed(cell, self.werkboek.stijlen, self.werkboek.is_1904)

    def is_no_date(self, cell: Cell) -> bool:
        """Whether a cell says it is a date and holds none that exists."""
        if cell.soort is Soort.TEKST:
            return False
        return is_no_date(cell, self.werkboek.stijlen, self.werkboek.is_1904)

    def twice(self) -> Iterator[tuple[Plaats, str]]:
        """Yield what stands in the file a second time at a place that was taken."""
        return ((plaats, self.typed(cell)) for plaats, cell in self.inhoud.dubbel if cell.ruw.strip())

    @cached_property
    def doorgehaald(self) -> dict[Plaats, str]:
        """The texts, or the parts of them, that somebody drew a line through."""
        stijlen = self.werkboek.stijlen.doorgehaald
        heel = (plaats for plaats, cell in self.inhoud.cells.items() if cell.stijl in stijlen) if stijlen else ()
        return {plaats: tekst for plaats in heel if (tekst := self.text(*plaats))} | self.inhoud.doorgehaald

    def sorteerdatum(self, rij: int, kolom: int) -> str:
        """Return the ISO date a cell holds as a real date, or ""."""
        datum = as_datum(self.cell(rij, kolom), self.werkboek.stijlen, self.werkboek.is_1904)
        return datum.moment.date().isoformat() if datum else ""

    def kleur(self, rij: int, kolom: int) -> Kleur:
        """Return the hue somebody gave a cell by hand; `geen` for none, white, grey and our own paint."""
        cell = self.inhoud.cells.get((rij, kolom))
        return self.werkboek.stijlen.kleur(cell.stijl) if cell else Kleur.GEEN

    def plek(self, plaats: Plaats | None = None) -> Plek:
        """Return the place of a cell, or of the sheet as a whole."""
        return Plek(self.werkboek.bestand.naam, self.naam, format_adres(plaats) if plaats else "")


class Aanhangzoeker(Protocol):
    """Finds what a workbook holds besides cells."""

    def __call__(self, strip: Strip = str, meldpunt: Meldpunt | None = None) -> list[Bevinding]:
        """Return what there is to tell of it; `strip` takes our own words out of a comment, `meldpunt` is where texts
        go unless the usual number of them will do."""


@dataclass
class Werkboek:
    """An opened workbook. Reading its sheets may raise `BestandError` when a part turns out broken.

    `opgeslagen` is when the workbook says it was last saved, ISO in UTC; "" when it does not say.
    """

    bestand: Bestand
    sheets: list[Sheet] = field(default_factory=list)
    stijlen: Stijlen = field(default_factory=Stijlen)
    is_1904: bool = False
    opgeslagen: str = ""
    meldingen: list[Bevinding] = field(default_factory=list)
    binnen: Bestand | None = None
    """What was in the file, where that was encrypted."""
    is_beveiligd: bool = False
    """Whether nobody opens it without a password: what Excel encrypts with its own default, everybody opens."""
    find_aanhang: "Aanhangzoeker" = lambda strip=str, meldpunt=None: []
    """Finds what it holds besides cells: comments, text boxes, macros, links. Asked for after the cells were read."""

    def add_sheet(self, naam: str, staat: str, laad: Callable[[], SheetInhoud]) -> None:
        """Add a sheet after the others."""
        self.sheets.append(Sheet(self, naam, staat, laad))

    def tell(self, code: Code, plek: Plek | None = None, /, **waarden: object) -> None:
        """Note something about the file itself; once, however often it is noted."""
        bevinding = Bevinding(code, plek or Plek(self.bestand.naam), waarden=waarden)
        if bevinding not in self.meldingen:
            self.meldingen.append(bevinding)

    def find_sheet(self, naam: str) -> Sheet | None:
        """Return the first sheet of that name, whatever its capitals and spaces, or None."""
        gezocht = _sheet_key(naam)
        return next((sheet for sheet in self.sheets if _sheet_key(sheet.naam) == gezocht), None)


def _sheet_key(naam: str) -> tuple[bool, str]:
    """`_actieplan` is ours and hidden; `Actieplan` is the matrix."""
    return naam.startswith("_"), fold(naam)
