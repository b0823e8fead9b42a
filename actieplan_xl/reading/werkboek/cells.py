"""The cells of one sheet as plain data: sparse, in place, whatever program wrote them."""

from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from actieplan_xl.domain.adres import Plaats


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
    """Something refers to a text that is not there: what was typed cannot be known."""
    VREEMD = "vreemd"
    """No number, date or kind that exists: kept as a text, to the letter."""


class Cell(NamedTuple):
    """One cell as stored: `ruw` is its text to the letter, `stijl` the index of its style."""

    soort: Soort
    ruw: str
    stijl: int = 0


@dataclass
class SheetInhoud:
    """What a sheet holds.

    `dubbel` are cells that stood there a second time, with the value that came later; `geschat` cells whose address
    made no sense, kept where they seemed to belong; `formules` the formulas behind values, as far as they are known;
    `doorgehaald` what of a text has a line through it, where that is not the style of the whole cell; `koppelingen`
    where the links on cells lead outside the workbook.
    """

    cells: dict[Plaats, Cell] = field(default_factory=dict)
    dubbel: list[tuple[Plaats, Cell]] = field(default_factory=list)
    geschat: dict[Plaats, str] = field(default_factory=dict)
    formules: dict[Plaats, str] = field(default_factory=dict)
    doorgehaald: dict[Plaats, str] = field(default_factory=dict)
    koppelingen: dict[Plaats, str] = field(default_factory=dict)
    verborgen_rijen: set[int] = field(default_factory=set)
    verborgen_kolommen: list[tuple[int, int]] = field(default_factory=list)
    samengevoegd: list[str] = field(default_factory=list)
