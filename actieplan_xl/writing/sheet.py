"""A sheet as plain data: what stands where and how it looks. Nothing here knows how a workbook is written.

Rows and columns count from 1, as people and Excel do.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from actieplan_xl.domain.adres import Plaats, format_adres, format_kolom
from actieplan_xl.domain.palet import Grafiekverf
from actieplan_xl.writing.styles import Style


class Formula(NamedTuple):
    """A live formula with the value it has now, so that a viewer that does not calculate shows the same."""

    formula: str
    value: str | float | int


class Link(NamedTuple):
    """A jump within the workbook; `doel` is like "'Per gemeente'!A1"."""

    doel: str
    tekst: str


Value = str | float | int | Formula | Link | None


class Cell(NamedTuple):
    """One cell. Text is always written as text, whatever it looks like."""

    value: Value
    style: Style


class Range(NamedTuple):
    """A rectangle of cells, both corners included."""

    rij: int
    kolom: int
    tot_rij: int
    tot_kolom: int

    def __str__(self) -> str:
        return f"{format_adres((self.rij, self.kolom))}:{format_adres((self.tot_rij, self.tot_kolom))}"

    @property
    def absolute(self) -> str:
        """The range with dollar signs: "$B$2:$C$9"."""
        return f"{absolute(self.rij, self.kolom)}:{absolute(self.tot_rij, self.tot_kolom)}"


def jump(blad: str, plaats: Plaats) -> str:
    """Return where a link within the workbook leads: "'Per gemeente'!C14"."""
    naam = blad.replace("'", "''")
    return f"'{naam}'!{format_adres(plaats)}"


def join_ranges(bereiken: Iterable[Range]) -> list[Range]:
    """Return ranges column by column, those right under each other joined into one."""
    samen: list[Range] = []
    for bereik in sorted(bereiken, key=lambda b: (b.kolom, b.tot_kolom, b.rij)):
        vorig = samen[-1] if samen else None
        past = vorig and (vorig.kolom, vorig.tot_kolom) == (bereik.kolom, bereik.tot_kolom)
        if vorig and past and bereik.rij == vorig.tot_rij + 1:
            samen[-1] = vorig._replace(tot_rij=bereik.tot_rij)
        else:
            samen.append(bereik)
    return samen


def absolute(rij: int, kolom: int) -> str:
    """Return "$C$14" for (14, 3)."""
    return f"${format_kolom(kolom)}${rij}"


class ConditionalFormat(NamedTuple):
    """A colour rule: where `formula` (for the top left cell) is true, `style` shows. Earlier rules win."""

    bereik: Range
    formula: str
    style: Style


class DataValidation(NamedTuple):
    """A dropdown, or with no `keuzes` only a message that appears when the cell is chosen."""

    bereik: Range
    titel: str
    uitleg: str
    keuzes: tuple[str, ...] = ()
    fout: str = ""


class DataBar(NamedTuple):
    """A bar in the cells themselves, from 0 to 1."""

    bereik: Range
    kleur: str


class Table(NamedTuple):
    """An Excel table; the first row of the range is its header."""

    bereik: Range
    naam: str
    koppen: tuple[str, ...]


class Reference(NamedTuple):
    """Cells of a sheet of ours, for a chart; nothing can refer outside the workbook."""

    blad: str
    bereik: Range

    def __str__(self) -> str:
        naam, bereik = self.blad.replace("'", "''"), self.bereik
        is_cel = (bereik.rij, bereik.kolom) == (bereik.tot_rij, bereik.tot_kolom)
        return f"='{naam}'!{absolute(bereik.rij, bereik.kolom) if is_cel else bereik.absolute}"


class Series(NamedTuple):
    """What one colour in a chart stands for: where its name, categories and values stand.

    A viewer that does not calculate shows the values that are stored in those cells.
    """

    naam: Reference
    categorieen: Reference
    waarden: Reference
    verf: Grafiekverf


class Chart(NamedTuple):
    """A chart over the cells of `plek`. `omschrijving` is what someone hears who does not see it.

    `aandelen` are lying bars that each are a whole, `lijn` lines.
    """

    soort: Literal["aandelen", "lijn"]
    titel: str
    omschrijving: str
    plek: Range
    reeksen: tuple[Series, ...]
    deel_voor_namen: float = 0.0
    """How much of the width is kept for the names of the categories; 0 leaves that to the program that shows it."""


class Bijeen(NamedTuple):
    """Rows that stay on one page when it can hold them; when not, `rij` up to `kern` stay together."""

    rij: int
    kern: int
    tot_rij: int


class Print(NamedTuple):
    """How a sheet comes out of a printer, one page wide. `herhaal` are the first and last row that head every page.

    `is_een_pagina` makes it fit on a single page. With `herhaal_kolommen`, the first columns that head every page, a
    sheet that would become too small to read goes across several pages.
    """

    papier: int = 9
    liggend: bool = True
    is_een_pagina: bool = False
    herhaal: tuple[int, int] | None = None
    herhaal_kolommen: int = 0
    tot: tuple[int, int] | None = None
    koptekst: str = ""
    voettekst: str = ""


A4, A3 = 9, 8


@dataclass
class Sheet:
    """One sheet, filled by `put` and then drawn."""

    naam: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    breedtes: dict[int, float] = field(default_factory=dict)
    hoogtes: dict[int, float] = field(default_factory=dict)
    samengevoegd: list[Range] = field(default_factory=list)
    niveaus: dict[int, int] = field(default_factory=dict)
    """The outline level of rows; the row above a group is its heading."""
    bijeen: list[Bijeen] = field(default_factory=list)
    """Rows that belong together on paper, in order."""
    kleurregels: list[ConditionalFormat] = field(default_factory=list)
    validaties: list[DataValidation] = field(default_factory=list)
    databalken: list[DataBar] = field(default_factory=list)
    grafieken: list[Chart] = field(default_factory=list)
    tabel: Table | None = None
    filter: Range | None = None
    bevroren: tuple[int, int] | None = None
    print: Print = field(default_factory=Print)
    tabkleur: str = ""
    zoom: int = 100
    is_beveiligd: bool = False
    is_verborgen: bool = False
    verborgen_kolommen: tuple[int, ...] = ()
    tekst_als_getal_mag: Range | None = None
    startcel: tuple[int, int] | None = None
    opmerkingen: dict[tuple[int, int], str] = field(default_factory=dict)
    """Comments on cells; what stands in the cells themselves stays as it is."""

    def put(self, rij: int, kolom: int, value: Value, style: Style) -> None:
        """Set one cell."""
        self.cells[rij, kolom] = Cell(value, style)

    def put_row(self, rij: int, values: Sequence[Value], style: Style, kolom: int = 1) -> None:
        """Set cells next to each other in one style."""
        for plaats, value in enumerate(values, kolom):
            self.put(rij, plaats, value, style)

    def fill(self, rij: int, kolom: int, tot_kolom: int, style: Style) -> None:
        """Give cells of a row that hold nothing yet a style."""
        for plaats in range(kolom, tot_kolom + 1):
            if (rij, plaats) not in self.cells:
                self.put(rij, plaats, None, style)

    def merge(self, rij: int, kolom: int, tot_kolom: int, value: Value, style: Style) -> None:
        """Set one value over several cells of a row. For headings only, never in the data."""
        self.put(rij, kolom, value, style)
        self.fill(rij, kolom + 1, tot_kolom, style)
        if tot_kolom > kolom:
            self.samengevoegd.append(Range(rij, kolom, rij, tot_kolom))

    @property
    def laatste_rij(self) -> int:
        """The last row that holds anything."""
        return max((rij for rij, _ in self.cells), default=0)


@dataclass(frozen=True)
class Workbook:
    """Sheets in order, with the properties that a file has. No author, no company: nobody's machine leaks."""

    sheets: tuple[Sheet, ...]
    titel: str
    onderwerp: str = ""
    namen: tuple[tuple[str, str], ...] = ()
    """Defined names with their references."""
