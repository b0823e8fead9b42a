"""The rows of a table of ours as texts by heading: each whole, also what was carried on elsewhere."""

from collections.abc import Callable, Iterator, Sequence

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.words import opsomming
from actieplan_xl.reading.tabel import Kop, find_kop
from actieplan_xl.reading.vervolg import Vervolg
from actieplan_xl.reading.werkboek.boek import Sheet, Werkboek

Tell = Callable[..., None]
"""`tell(code, plek, **waarden)` notes a problem; reading goes on."""


def read_rows(sheet: Sheet, kop: Kop, kolommen: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row under a header with its texts by heading; a heading that is missing gives ""."""
    vervolg = Vervolg(sheet.werkboek)
    plaatsen = {naam: kop.kolom(naam) for naam in kolommen}
    for rij in (rij for rij in sheet.rijen if rij > kop.rij):
        yield rij, {naam: vervolg.whole(sheet.text(rij, plek)) if plek else "" for naam, plek in plaatsen.items()}


def find_table(boek: Werkboek, blad: str, verplicht: Sequence[str], tell: Tell) -> tuple[Sheet, Kop] | None:
    """Return a sheet with its header; None without the sheet, and when it has no such header, which is told."""
    sheet = boek.find_sheet(blad)
    if sheet is None or not sheet.rijen:
        return None
    kop = find_kop(sheet, verplicht)
    if kop is None:
        tell(Code.PLAN_BLAD_NIET_GELEZEN, sheet.plek((1, 1)), koppen=opsomming(tuple(verplicht)))
        return None
    return sheet, kop
