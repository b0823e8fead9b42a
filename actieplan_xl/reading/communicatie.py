"""The moments of communication on an invulblad: read as typed, and nothing on the sheet passed over."""

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.datum import parse_datum
from actieplan_xl.domain.invulling import Communicatiemoment
from actieplan_xl.domain.words import COMMUNICATIE_KOLOMMEN, Bladen, fold
from actieplan_xl.reading.cells import Soort
from actieplan_xl.reading.tabel import Kop, find_kop
from actieplan_xl.reading.werkboek import Sheet


def find_communicatie_kop(sheet: Sheet) -> Kop | None:
    """Return the header of a calendar: two of its headings, of which `Wat` or `Datum` is one."""
    datum, wat, *overige = COMMUNICATIE_KOLOMMEN
    paren = [(datum, wat), *((eerste, ander) for eerste in (datum, wat) for ander in overige)]
    return next((kop for paar in paren if (kop := find_kop(sheet, paar))), None)


def is_communicatie(sheet: Sheet) -> bool:
    """Whether this sheet is the calendar of an invulblad, by its header or by its name."""
    return find_communicatie_kop(sheet) is not None or fold(sheet.naam) == fold(Bladen.COMMUNICATIE)


def read_communicatie(sheet: Sheet, gemeente: str) -> tuple[list[Communicatiemoment], list[Bevinding]]:
    """Return the moments on the sheet, and a finding for each text that fits no moment."""
    kop = find_communicatie_kop(sheet)
    if kop is None:
        return [], [_tell(Code.CEL_BUITEN_TABEL, sheet, plaats, gemeente) for plaats in _filled(sheet, 0)]
    plaatsen = [kop.kolom(woord) for woord in COMMUNICATIE_KOLOMMEN]
    bevindingen = [
        _tell(Code.KOLOM_ONBEKEND if plaats[1] in kop.koppen else Code.CEL_BUITEN_TABEL, sheet, plaats, gemeente, kop)
        for plaats in _filled(sheet, kop.rij)
        if plaats[1] not in plaatsen
    ]
    bevindingen += [
        _tell(Code.CEL_NIET_BEREKEND, sheet, (rij, kolom), gemeente)
        for rij, cells in sheet.rijen.items()
        for kolom, cell in cells.items()
        if rij > kop.rij and cell.soort is Soort.NIET_BEREKEND
    ]
    momenten = [_read_moment(sheet, rij, plaatsen, gemeente) for rij in sheet.rijen if rij > kop.rij]
    return [moment for moment in momenten if moment is not None], bevindingen


def _filled(sheet: Sheet, na_rij: int) -> list[tuple[int, int]]:
    return [
        (rij, kolom) for rij, cells in sheet.rijen.items() if rij > na_rij for kolom in cells if sheet.text(rij, kolom)
    ]


def _tell(code: Code, sheet: Sheet, plaats: tuple[int, int], gemeente: str, kop: Kop | None = None) -> Bevinding:
    waarden = {"waarde": sheet.text(*plaats), "kop": kop.koppen.get(plaats[1], "") if kop else ""}
    return Bevinding(code, sheet.plek(plaats), gemeente, waarden=waarden)


def _read_moment(sheet: Sheet, rij: int, plaatsen: list[int | None], gemeente: str) -> Communicatiemoment | None:
    teksten = [sheet.text(rij, kolom) if kolom else "" for kolom in plaatsen]
    if not any(teksten):
        return None
    datum, wat, doelgroep, kanaal, bereik, toelichting = teksten
    gelezen = parse_datum(datum)
    als_datum = sheet.sorteerdatum(rij, plaatsen[0]) if plaatsen[0] else ""
    return Communicatiemoment(
        gemeente=gemeente,
        datum=datum,
        wat=wat,
        doelgroep=doelgroep,
        kanaal=kanaal,
        bereik=bereik,
        toelichting=toelichting,
        sorteerdatum=als_datum or (gelezen.isoformat() if gelezen else ""),
        plek=sheet.plek((rij, plaatsen[1] or plaatsen[0] or 1)),
    )
