"""The sheet `Herkomst` of a regiowerkboek → of which files it was made, and with which version."""

from dataclasses import dataclass

from actieplan_xl.domain.datum import iso_or_text
from actieplan_xl.domain.inzending import Herkomst
from actieplan_xl.domain.words import Bladen, fold
from actieplan_xl.reading.rijen import read_rows
from actieplan_xl.reading.tabel import find_kop
from actieplan_xl.reading.werkboek.boek import Werkboek

HERKOMST_KOLOMMEN = ("bestand", "gebruikt", "voor", "waarom niet", "laatst opgeslagen", "sha256")
"""The columns of the sheet `Herkomst`."""

LANGSTE_NAAM = 200
"""So much of the name of a file stands there."""

TUSSEN_GEMEENTEN = ", "
GEBRUIKT, NIET_GEBRUIKT, GEMAAKT_MET = "ja", "nee", "gemaakt met"


@dataclass(frozen=True)
class Herkomstblad:
    """What the sheet says. `versie` is what it was made with: name and version of the library."""

    bestanden: tuple[Herkomst, ...]
    versie: str = ""

    @property
    def hashes(self) -> frozenset[str]:
        """The hash of every file that was looked at, used or not."""
        return frozenset(herkomst.sha256 for herkomst in self.bestanden if herkomst.sha256)


def read_herkomst(boek: Werkboek) -> Herkomstblad | None:
    """Return what the sheet says, or None when it is not there."""
    sheet = boek.find_sheet(Bladen.HERKOMST)
    kop = find_kop(sheet, ("bestand", "gebruikt", "sha256")) if sheet else None
    if sheet is None or kop is None:
        return None
    bestanden: list[Herkomst] = []
    versie = ""
    for _, velden in read_rows(sheet, kop, HERKOMST_KOLOMMEN):
        gebruikt = fold(velden["gebruikt"])
        if fold(velden["bestand"]) == GEMAAKT_MET and gebruikt not in (GEBRUIKT, NIET_GEBRUIKT):
            versie = velden["gebruikt"]
        elif gebruikt in (GEBRUIKT, NIET_GEBRUIKT):
            bestanden.append(
                Herkomst(
                    velden["bestand"],
                    velden["sha256"].lower(),
                    iso_or_text(velden["laatst opgeslagen"].partition(",")[0]),  # the time of day is left
                    tuple(naam for naam in velden["voor"].split(TUSSEN_GEMEENTEN) if naam),
                    is_gebruikt=gebruikt == GEBRUIKT,
                    reden=velden["waarom niet"],
                )
            )
    return Herkomstblad(tuple(bestanden), versie)
