"""A map of a sheet in one of the old formats: where a value stands and of what kind, read apart from the values.

The library that reads those values leaves things out without a word: error cells, cells in a short form that other
programs write, what is a formula. The map tells, so that what is missing is seen (`oud`).
"""

from dataclasses import dataclass, field
from enum import Enum

from actieplan_xl.domain.adres import Plaats


class Vlak(Enum):
    """What stands in a cell according to the map."""

    WAARDE = "waarde"
    FOUT = "fout"
    FORMULE = "formule"
    FORMULE_FOUT = "formulefout"


@dataclass
class Kaart:
    """The map of one sheet."""

    vlakken: dict[Plaats, Vlak] = field(default_factory=dict)
    fouten: dict[Plaats, str] = field(default_factory=dict)
    stijlen: dict[Plaats, int] = field(default_factory=dict)
    dubbel: list[Plaats] = field(default_factory=list)
    opmerkingen: int = 0
    tekstvakken: int = 0
    verborgen_rijen: set[int] = field(default_factory=set)
    verborgen_kolommen: list[tuple[int, int]] = field(default_factory=list)

    def note(self, plaats: Plaats, vlak: Vlak, stijl: int) -> None:
        """Note what stands somewhere, and that it stands there twice."""
        if plaats in self.vlakken:
            self.dubbel.append(plaats)
        self.vlakken[plaats] = vlak
        self.stijlen[plaats] = stijl


FOUTEN = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
"""Error values by their number in a file, MS-XLS §2.5.10."""
