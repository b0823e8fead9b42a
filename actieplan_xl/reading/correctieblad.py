"""Where a list of correcties stands: a sheet with our headings for it, whatever its name."""

from actieplan_xl.domain.words import CORRECTIE_KOLOMMEN, Bladen, Koppen, fold
from actieplan_xl.reading.tabel import Kop, find_kop
from actieplan_xl.reading.werkboek.boek import Sheet, Werkboek

VERPLICHT = tuple(kop for kop in CORRECTIE_KOLOMMEN if kop != Koppen.PLANNING.lower())
"""The headings without which nobody can tell what was changed, by whom and why."""


def find_correctiekop(sheet: Sheet) -> Kop | None:
    """Return the header row of a list of correcties, or None."""
    return find_kop(sheet, VERPLICHT)


def correctiebladen(boek: Werkboek) -> list[Sheet]:
    """Return the sheets with correcties; one that is called so and has lost its header as well, if it holds a text."""
    naam = fold(Bladen.CORRECTIES)
    return [s for s in boek.sheets if find_correctiekop(s) or (fold(s.naam) == naam and s.rijen)]
