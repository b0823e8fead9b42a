"""Uitstel on the sheet `Gemeenten`: until when nobody asks a gemeente again, and why. Both columns may be left out."""

from collections.abc import Callable

from actieplan_xl.domain.codes import Code
from actieplan_xl.domain.datum import iso_or_text, whole_datum
from actieplan_xl.domain.words import Koppen
from actieplan_xl.reading.tabel import Kop
from actieplan_xl.reading.werkboek.boek import Sheet


def read_uitstel(sheet: Sheet, rij: int, kop: Kop, tell: Callable[..., None]) -> tuple[str, str]:
    """Return the day, as ISO or as typed when it is none, and the reden. What gives no uitstel after all is told."""
    tot, reden = (sheet.text(rij, kolom) if (kolom := kop.kolom(woord)) else "" for woord in _KOPPEN)
    tot = iso_or_text(tot)
    if (tot or reden) and whole_datum(tot) is None:
        plek = sheet.plek((rij, kop.kolom(Koppen.UITSTEL_TOT) or kop.kolom(Koppen.UITSTEL_REDEN) or 1))
        naam = sheet.text(rij, kop.kolom(Koppen.GEMEENTE) or 1)
        waarde = f"'{tot}'" if tot else "niets"
        tell(Code.PLAN_UITSTEL_ZONDER_DATUM, plek, naam=naam, kop=Koppen.UITSTEL_TOT, waarde=waarde)
    return tot, reden


_KOPPEN = (Koppen.UITSTEL_TOT, Koppen.UITSTEL_REDEN)
