"""Files that were cut off or damaged on the way: read whole, or refused in our own words, and nothing in between."""

import io
import random
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

import pytest
from tekenen import pack
from tekenen.ods import colour, pack_ods, with_format
from tekenen.xls import XlsCel, draw_xls
from tekenen.xlsb import draw_xlsb

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.boek import Werkboek
from actieplan_xl.reading.werkboek.openen import open_werkboek

from .odsbouw import cel, keer, rij, tabel, tekst

TEKSTEN = {(r, k): f"antwoord {r} van {k}" for r in range(1, 30) for k in range(1, 6)}
STIJLEN = colour("groen", "00B050") + with_format("jaar", "date-style", "<number:year/>")


def draw_ods() -> bytes:
    rijen = [rij(*(TEKSTEN[r, k] for k in range(1, 6))) for r in range(1, 30)]
    return pack_ods(f"<office:automatic-styles>{STIJLEN}</office:automatic-styles>", tabel(*rijen))


HELE = {"ods": draw_ods(), "xls": draw_xls(TEKSTEN), "xlsb": draw_xlsb(TEKSTEN)}


def read_all(boek: Werkboek) -> dict[tuple[int, int], str]:
    """Ask all there is to ask, and return the texts of the first sheet."""
    boek.find_aanhang()
    for sheet in boek.sheets:
        _ = sheet.koppen, sheet.is_verborgen
        for (rijnummer, kolom), cell in sheet.inhoud.cells.items():
            sheet.kleur(rijnummer, kolom)
            sheet.is_no_date(cell)
            sheet.sorteerdatum(rijnummer, kolom)
    return dict(boek.sheets[0].texts())


def outcome(naam: str, inhoud: bytes) -> dict[tuple[int, int], str] | Code:
    """Return what is read of a file, or why it is refused. Anything else is raised, with no excuse."""
    try:
        return read_all(open_werkboek(Bestand(naam, inhoud)))
    except BestandError as error:
        return error.bevinding.code


@pytest.mark.parametrize("soort", HELE)
def test_a_whole_file_is_read_whole(soort):
    assert outcome(f"a.{soort}", HELE[soort]) == TEKSTEN


@pytest.mark.parametrize("soort", HELE)
def test_a_file_that_was_cut_off_is_read_whole_or_refused(soort):
    heel = HELE[soort]
    stap = len(heel) // 50

    for lengte in range(1, len(heel), stap):
        uitkomst = outcome(f"a.{soort}", heel[:lengte])

        assert isinstance(uitkomst, Code) or uitkomst == TEKSTEN, f"{soort} na {lengte} van {len(heel)} bytes"


@pytest.mark.parametrize("soort", HELE)
def test_a_byte_that_fell_over_never_raises_anything_of_its_own(soort):
    kans = random.Random(2019)
    heel = HELE[soort]

    for _ in range(100):
        stuk = bytearray(heel)
        plaats = kans.randrange(len(stuk))
        stuk[plaats] ^= 1 << kans.randrange(8)

        uitkomst = outcome(f"a.{soort}", bytes(stuk))

        # An .xls has no checksums: a letter may have changed, or one cell may have gone elsewhere. No more than that.
        assert isinstance(uitkomst, Code) or len(uitkomst) >= len(TEKSTEN) - 1, f"{soort}, byte {plaats}"


@pytest.mark.parametrize("soort", ["ods", "xlsb"])
def test_a_zip_whose_bytes_fell_over_is_read_to_the_letter_or_refused(soort):
    """Its checksums see to that: a letter that changed on the way is never an answer."""
    kans = random.Random(1984)
    heel = HELE[soort]

    for _ in range(100):
        stuk = bytearray(heel)
        stuk[kans.randrange(len(stuk))] = kans.randrange(256)

        uitkomst = outcome(f"a.{soort}", bytes(stuk))

        assert isinstance(uitkomst, Code) or uitkomst == TEKSTEN


@pytest.fixture(scope="module")
def inhoud() -> bytes:
    """The content of a document with a bit of everything in it."""
    groen = 'table:style-name="groen"'
    rijen = (
        f'<table:table-column table:default-cell-style-name="groen" {keer(2)}/>',
        rij(
            "voltooid", tekst("x", hoe=keer(3)), cel("<text:p>1</text:p>", 'office:value-type="float" office:value="1"')
        ),
        rij(cel(hoe=f"{groen} {keer(16)}"), hoe=f'table:visibility="collapse" {keer(9, "rows")}'),
        rij(
            cel(hoe='office:value-type="date" office:date-value="2019-05-01" table:style-name="jaar"'),
            cel(hoe='office:value-type="time" office:time-value="PT12H30M00S"'),
            cel(hoe='office:value-type="boolean" office:boolean-value="true"'),
            tekst("a<text:s text:c='2'/>b<text:tab/>", na="<office:annotation><text:p>o</text:p></office:annotation>"),
            tekst("m", hoe='table:number-columns-spanned="2" table:number-rows-spanned="2"'),
            cel(
                "<draw:frame><draw:text-box><text:p>t</text:p></draw:text-box></draw:frame>", naam="covered-table-cell"
            ),
        ),
    )
    heel = pack_ods(f"<office:automatic-styles>{STIJLEN}</office:automatic-styles>", tabel(*rijen))
    with zipfile.ZipFile(io.BytesIO(heel)) as bron:
        return bron.read("content.xml")


def test_content_that_was_cut_off_is_refused(inhoud):
    for lengte in range(0, len(inhoud) - 1, len(inhoud) // 50):
        assert outcome("a.ods", pack({"content.xml": inhoud[:lengte]})) is Code.BESTAND_BESCHADIGD


def test_content_with_strange_letters_in_it_never_raises_anything_of_its_own(inhoud):
    kans = random.Random(1619)
    begin = inhoud.index(b"<office:automatic-styles>")

    for _ in range(400):
        stuk = bytearray(inhoud)
        for _ in range(kans.randrange(1, 4)):
            stuk[kans.randrange(begin, len(stuk))] = kans.choice(b"\x00\x01 09<>&\"'/=:aPTZ\x7f\x80\xff")
        uitkomst = outcome("a.ods", pack({"content.xml": bytes(stuk)}))

        assert isinstance(uitkomst, (Code, dict))


NAMEN = """
    table:table table:table-column table:table-row table:table-cell table:covered-table-cell text:p text:s text:tab
    text:line-break text:span office:annotation draw:frame draw:image draw:object draw:control draw:text-box draw:rect
    table:tracked-changes table:dde-links style:style style:table-cell-properties style:table-properties
    number:date-style number:time-style number:currency-style number:currency-symbol number:day number:hours office:body
"""
ATTRIBUTEN = """
    table:name table:style-name table:number-columns-repeated table:number-rows-repeated table:visibility text:c
    table:number-columns-spanned table:number-rows-spanned table:formula table:default-cell-style-name table:display
    office:value-type office:value office:date-value office:time-value office:boolean-value office:string-value
    style:name style:parent-style-name style:data-style-name style:family fo:background-color number:textual
"""
WAARDEN = """
    a groen 0 1 3 70 -1 99999999 kaas collapse false true float date time boolean string percentage table-cell
    #00b050 2019-05-01 2019-02-31 PT1H P1DT0H PT9999999H of:=1 transparent 1e400 0001-01-01 9999-12-31T23:59:59.999
"""


def wild(kans: random.Random, diep: int = 0) -> Iterator[str]:
    """Yield elements that know no order: each of them inside any other, with any attribute."""
    for _ in range(kans.randrange(1, 5)):
        naam = kans.choice(NAMEN.split())
        hoe = "".join(
            f" {attribuut}={quoteattr(kans.choice(WAARDEN.split()))}"
            for attribuut in kans.sample(ATTRIBUTEN.split(), kans.randrange(10))
        )
        yield f"<{naam}{hoe}>"
        yield kans.choice(WAARDEN.split())
        if diep < 5:
            yield from wild(kans, diep + 1)
        yield f"</{naam}>"


def test_elements_in_no_order_at_all_never_raise_anything_of_their_own():
    gelezen = 0
    for zaad in range(300):
        kans = random.Random(zaad)
        xml = f"<office:spreadsheet><table:table>{''.join(wild(kans))}</table:table></office:spreadsheet>"

        uitkomst = outcome("a.ods", pack({"content.xml": xml.encode()}))

        assert isinstance(uitkomst, dict) or uitkomst in (Code.BESTAND_TE_GROOT, Code.BESTAND_ANDERE_SOORT)
        gelezen += isinstance(uitkomst, dict)
    assert gelezen > 100


def test_records_in_no_order_at_all_never_raise_anything_of_their_own():
    kans = random.Random(1572)
    cellen = {(1, 1): "tekst", (1, 2): XlsCel(2019.0), (2, 1): XlsCel(fout=7), (2, 2): XlsCel("x", is_formule=True)}
    heel = draw_xls(cellen, opmerkingen=1, verborgen_rij=1)

    for _ in range(60):
        stuk = bytearray(heel)
        for _ in range(kans.randrange(1, 8)):
            stuk[kans.randrange(30, 1900)] = kans.randrange(256)

        assert isinstance(outcome("a.xls", bytes(stuk)), (Code, dict))
