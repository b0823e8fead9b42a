"""The cells of one sheet: sparse, in place, whatever the file declares about its own size.

Rows and cells may come in any order, without addresses, under merges or hidden: everything that is there is read.
What a file says about its dimension is ignored.
"""

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.reading import grenzen
from actieplan_xl.reading.bestand import Bestand
from actieplan_xl.reading.xmldeel import CloseTag, OpenTag, parse_tags


class Soort(Enum):
    """What kind of value a cell holds."""

    LEEG = "leeg"
    TEKST = "tekst"
    GETAL = "getal"
    BOOLEAAN = "booleaan"
    DATUM = "datum"
    FOUT = "fout"
    NIET_BEREKEND = "niet berekend"
    ONGELDIG = "ongeldig"


class Cell(NamedTuple):
    """One cell as stored: `ruw` is its text to the letter, `stijl` the index of its style."""

    soort: Soort
    ruw: str
    stijl: int = 0


Plaats = tuple[int, int]
"""Row and column, both counted from 1, as Excel does."""


@dataclass
class SheetInhoud:
    """What a sheet holds. `dubbel` are cells that stood there a second time, with the value that came first."""

    cells: dict[Plaats, Cell] = field(default_factory=dict)
    dubbel: list[tuple[Plaats, Cell]] = field(default_factory=list)
    verborgen_rijen: set[int] = field(default_factory=set)
    samengevoegd: list[str] = field(default_factory=list)


_ADRES = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})")


def read_sheet(
    bestand: Bestand, deel: str, inhoud: bytes, teksten: list[str], gekleurd: frozenset[int] = frozenset()
) -> SheetInhoud:
    """Parse the XML of a sheet. Raises `BestandError` on broken XML.

    `teksten` are the shared strings; `gekleurd` the styles whose fill says something: an empty cell is only kept
    when it has one of those, so that a column formatted down to the last row costs nothing.
    """
    lezer = _SheetReader(bestand, teksten, gekleurd)
    parse_tags(bestand, deel, inhoud, start=lezer.starts, end=lezer.ends, text=lezer.text)
    return lezer.inhoud


class _SheetReader:
    """Collects cells while expat walks; one instance per sheet."""

    def __init__(self, bestand: Bestand, teksten: list[str], gekleurd: frozenset[int]):
        self.bestand = bestand
        self.teksten = teksten
        self.gekleurd = gekleurd
        self.inhoud = SheetInhoud()
        self.rij = 0
        self.kolom = 0
        self.type = ""
        self.stijl = 0
        self.waarde: list[str] | None = None
        self.verzamel: list[str] | None = None
        self.inline: list[str] = []
        self.heeft_formule = False
        self.in_fonetisch = 0

        self.starts: dict[str, OpenTag] = {
            "c": self._start_cell,
            "v": self._start_value,
            "row": self._start_row,
            "f": self._start_formula,
            "t": self._start_text,
            "rPh": self._start_phonetic,
            "mergeCell": self._start_merge,
        }
        self.ends: dict[str, CloseTag] = {
            "v": self._end_text,
            "t": self._end_text,
            "rPh": self._end_phonetic,
            "c": self._end_cell,
        }

    def text(self, tekst: str) -> None:
        if self.verzamel is not None:
            self.verzamel.append(tekst)

    def _start_value(self, _: dict[str, str]) -> None:
        self.verzamel = self.waarde = []

    def _start_formula(self, _: dict[str, str]) -> None:
        self.heeft_formule = True

    def _start_text(self, _: dict[str, str]) -> None:
        if not self.in_fonetisch:
            self.verzamel = self.inline

    def _start_phonetic(self, _: dict[str, str]) -> None:
        self.in_fonetisch += 1

    def _start_merge(self, attributen: dict[str, str]) -> None:
        self.inhoud.samengevoegd.append(attributen.get("ref", ""))

    def _end_text(self) -> None:
        self.verzamel = None

    def _end_phonetic(self) -> None:
        self.in_fonetisch -= 1

    def _start_row(self, attributen: dict[str, str]) -> None:
        nummer = attributen.get("r", "")
        geldig = nummer.isascii() and nummer.isdigit() and 1 <= int(nummer) <= grenzen.RIJEN
        self.rij = int(nummer) if geldig else self.rij + 1
        self.kolom = 0
        if attributen.get("hidden") in ("1", "true"):
            self.inhoud.verborgen_rijen.add(self.rij)

    def _start_cell(self, attributen: dict[str, str]) -> None:
        self.kolom += 1
        adres = parse_adres(attributen.get("r", ""))
        if adres is not None:
            self.rij, self.kolom = adres
        self.type = attributen.get("t", "n")
        stijl = attributen.get("s", "0")
        self.stijl = int(stijl) if stijl.isascii() and stijl.isdigit() else 0
        self.waarde = None
        self.inline = []
        self.heeft_formule = False

    def _end_cell(self) -> None:
        cell = self._make()
        plaats = (self.rij, self.kolom)
        if cell.soort is Soort.LEEG and cell.stijl not in self.gekleurd:
            return
        eerder = self.inhoud.cells.get(plaats)
        if eerder is not None and eerder.soort is not Soort.LEEG:
            self.inhoud.dubbel.append((plaats, cell))
            return
        self.inhoud.cells[plaats] = cell
        if len(self.inhoud.cells) > grenzen.CELLEN:
            raise self.bestand.weiger(Code.BESTAND_TE_GROOT, wat="het aantal cellen op een werkblad", grens="2 miljoen")

    def _make(self) -> Cell:
        if self.type == "inlineStr" or (self.waarde is None and self.inline):
            return _text(unescape("".join(self.inline)), self.stijl)
        ruw = "".join(self.waarde or ())
        if not ruw and (self.waarde is None or self.type == "n"):
            # A text formula may well have an empty text as its outcome; a number cannot be empty.
            return Cell(Soort.NIET_BEREKEND if self.heeft_formule else Soort.LEEG, "", self.stijl)
        if self.type == "s":
            return self._shared(ruw)
        if self.type == "str":
            return _text(unescape(ruw), self.stijl)
        if self.type == "n":
            return _number(ruw, self.stijl)
        if self.type == "b":
            return Cell(Soort.BOOLEAAN, "1" if ruw.strip().lower() in ("1", "true") else "0", self.stijl)
        if self.type == "e":
            return Cell(Soort.FOUT, ruw, self.stijl)
        if self.type == "d":
            return Cell(Soort.DATUM, ruw.strip(), self.stijl)
        return Cell(Soort.ONGELDIG, ruw, self.stijl)

    def _shared(self, ruw: str) -> Cell:
        if ruw.isascii() and ruw.isdigit() and int(ruw) < len(self.teksten):
            return _text(self.teksten[int(ruw)], self.stijl)
        return Cell(Soort.ONGELDIG, ruw, self.stijl)


def _text(tekst: str, stijl: int) -> Cell:
    return Cell(Soort.TEKST if tekst else Soort.LEEG, tekst, stijl)


_GETAL = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?\s*")


def _number(ruw: str, stijl: int) -> Cell:
    if not ruw:
        return Cell(Soort.LEEG, "", stijl)
    return Cell(Soort.GETAL if len(ruw) < 400 and _GETAL.fullmatch(ruw) else Soort.ONGELDIG, ruw.strip(), stijl)


_CODE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescape(tekst: str) -> str:
    """Return a stored text with Excel's `_x000D_` codes decoded and line ends as one newline.

    A code for a character that XML cannot hold, or half of a pair, is left as it stands.
    """
    if "_x" in tekst:
        tekst = _CODE.sub(_decode, tekst)
    return tekst.replace("\r\n", "\n").replace("\r", "\n") if "\r" in tekst else tekst


def _decode(gevonden: re.Match[str]) -> str:
    nummer = int(gevonden[1], 16)
    geldig = nummer in (9, 10, 13) or (nummer >= 0x20 and not 0xD800 <= nummer <= 0xDFFF and nummer < 0xFFFE)
    return chr(nummer) if geldig else gevonden[0]


def read_shared_strings(bestand: Bestand, deel: str, inhoud: bytes) -> list[str]:
    """Return the texts that cells refer to; runs of rich text joined, phonetic guides left out."""
    teksten: list[str] = []
    delen: list[str] = []
    bezig = False
    fonetisch = 0

    def start_text(_: dict[str, str]) -> None:
        nonlocal bezig
        bezig = not fonetisch

    def end_text() -> None:
        nonlocal bezig
        bezig = False

    def start_item(_: dict[str, str]) -> None:
        delen.clear()

    def end_item() -> None:
        teksten.append(unescape("".join(delen)))

    def start_phonetic(_: dict[str, str]) -> None:
        nonlocal fonetisch
        fonetisch += 1

    def end_phonetic() -> None:
        nonlocal fonetisch
        fonetisch -= 1

    def text(tekst: str) -> None:
        if bezig:
            delen.append(tekst)

    starts: dict[str, OpenTag] = {"t": start_text, "si": start_item, "rPh": start_phonetic}
    ends: dict[str, CloseTag] = {"t": end_text, "si": end_item, "rPh": end_phonetic}
    parse_tags(bestand, deel, inhoud, start=starts, end=ends, text=text)
    return teksten


def parse_adres(adres: str) -> Plaats | None:
    """Return (row, column) of "C14", or None when it is no address within Excel's grid."""
    gevonden = _ADRES.fullmatch(adres)
    if gevonden is None:
        return None
    kolom = 0
    for letter in gevonden[1].upper():
        kolom = kolom * 26 + ord(letter) - 64
    rij = int(gevonden[2])
    return (rij, kolom) if rij <= grenzen.RIJEN and kolom <= grenzen.KOLOMMEN else None


def format_adres(plaats: Plaats) -> str:
    """Return "C14" for (14, 3)."""
    rij, kolom = plaats
    return f"{format_kolom(kolom)}{rij}"


def format_kolom(kolom: int) -> str:
    """Return "C" for 3."""
    letters = ""
    while kolom:
        kolom, rest = divmod(kolom - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
