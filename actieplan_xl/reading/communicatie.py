"""The moments of communication on an invulblad: read as typed, and nothing on the sheet passed over."""

from actieplan_xl.domain.adres import Plaats
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.datum import parse_datum
from actieplan_xl.domain.doorgehaald import still_stands, with_strike
from actieplan_xl.domain.invulling import Communicatiemoment
from actieplan_xl.domain.words import COMMUNICATIE_KOLOMMEN, KALENDERTITEL, KALENDERVRAAG, Bladen, fold
from actieplan_xl.reading.koppelingen import tell_koppelingen
from actieplan_xl.reading.tabel import Kop, find_kop
from actieplan_xl.reading.verborgen import Verborgen
from actieplan_xl.reading.vervolg import Vervolg
from actieplan_xl.reading.werkboek.boek import Sheet
from actieplan_xl.reading.werkboek.cells import Soort
from actieplan_xl.reading.werkboek.meldpunt import Meldpunt


def find_communicatie_kop(sheet: Sheet) -> Kop | None:
    """Return the header of a calendar: two of its headings, of which `Wat` or `Datum` is one."""
    datum, wat, *overige = COMMUNICATIE_KOLOMMEN
    paren = [(datum, wat), *((eerste, ander) for eerste in (datum, wat) for ander in overige)]
    return next((kop for paar in paren if (kop := find_kop(sheet, paar))), None)


def is_communicatie(sheet: Sheet) -> bool:
    """Whether this sheet is the calendar of an invulblad, by its header or by its name."""
    return find_communicatie_kop(sheet) is not None or fold(sheet.naam) == fold(Bladen.COMMUNICATIE)


def _looks_ours(tekst: str, rubricering: str) -> bool:
    """Whether a text above the calendar looks like one of ours, where the hidden sheet does not say."""
    return (
        fold(tekst) in (fold(KALENDERTITEL), fold(rubricering)) or "  ·  " in tekst or tekst.startswith(KALENDERVRAAG)
    )


def read_communicatie(
    sheet: Sheet, gemeente: str, verborgen: Verborgen, meldpunt: Meldpunt, rubricering: str = ""
) -> list[Communicatiemoment]:
    """Return the moments on the sheet; each text that fits no moment is told. `rubricering` is the plan's."""
    kop = find_communicatie_kop(sheet)
    koppen = kop.koppen if kop else {}
    plaatsen = [kop.kolom(woord) if kop else None for woord in COMMUNICATIE_KOLOMMEN]
    na_rij = kop.rij if kop else 0
    vervolg = Vervolg(sheet.werkboek)

    def tell(code: Code, plaats: Plaats, **waarden: str) -> None:
        meldpunt.tell(code, sheet.plek(plaats), gemeente, waarden=waarden)

    boven = {plaats: tekst for plaats, tekst in sheet.texts() if plaats[0] <= na_rij}
    if verborgen.vast is not None:
        van_ons = verborgen.vast.find_ours(Bladen.COMMUNICATIE, boven)
    else:
        van_ons = frozenset(plaats for plaats, tekst in boven.items() if _looks_ours(tekst, rubricering))
    onder = {kolom for rij, cells in sheet.rijen.items() if rij > na_rij for kolom in cells}
    for plaats, tekst in sheet.texts():
        is_kop = plaats[0] == na_rij and (plaats[1] in plaatsen or plaats[1] in onder)
        if plaats in boven and not is_kop and plaats not in van_ons:
            tell(Code.CEL_BUITEN_TABEL, plaats, waarde=vervolg.whole(tekst))
        elif plaats[0] > na_rij and plaats[1] not in plaatsen:
            code = Code.KOLOM_ONBEKEND if plaats[1] in koppen else Code.CEL_BUITEN_TABEL
            tell(code, plaats, waarde=vervolg.whole(tekst), kop=koppen.get(plaats[1], ""))
    for plaats, cell in sheet.inhoud.cells.items():
        if plaats[0] > na_rij and cell.soort is Soort.NIET_BEREKEND:
            tell(Code.CEL_NIET_BEREKEND, plaats)
    for plaats, tekst in sheet.twice():
        tell(Code.CEL_DUBBEL, plaats, waarde=tekst)
    for plaats, tekst in sheet.doorgehaald.items():
        tell(Code.TEKST_DOORGEHAALD, plaats, waarde=tekst)
    tell_koppelingen(sheet, gemeente, meldpunt)
    momenten = [_read_moment(sheet, rij, plaatsen, gemeente, vervolg) for rij in sheet.rijen if rij > na_rij]
    return [moment for moment in momenten if moment is not None]


def _text(sheet: Sheet, plaats: Plaats, vervolg: Vervolg) -> str:
    """Return a text as it is taken over: with what was struck out of it."""
    getypt, door = sheet.text(*plaats), sheet.doorgehaald.get(plaats, "")
    tekst = vervolg.whole(getypt)
    return with_strike(tekst, tekst if door == getypt else door)


def _read_moment(
    sheet: Sheet, rij: int, plaatsen: list[int | None], gemeente: str, vervolg: Vervolg
) -> Communicatiemoment | None:
    teksten = [_text(sheet, (rij, kolom), vervolg) if kolom else "" for kolom in plaatsen]
    if not any(teksten):
        return None
    datum, wat, doelgroep, kanaal, bereik, toelichting = teksten
    is_heel = still_stands(datum) == datum  # a date that was struck out is none any more
    gelezen = parse_datum(datum) if is_heel else None
    als_datum = sheet.sorteerdatum(rij, plaatsen[0]) if plaatsen[0] and is_heel else ""
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
