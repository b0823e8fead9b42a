"""Plain cells and texts are taken out by pattern, for speed alone: what is read is what expat would have read."""

import pytest
from tekenen import RawSheet, RawWorkbook, draw_invulblad

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.reading.werkboek import platxml
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.cells import Cell, Soort
from actieplan_xl.reading.werkboek.package import Package

from .banen import DEEL, cells, package_of, read, read_texts, row

PLAT = '<c r="A1" t="str"><v>vol</v></c><c r="B1" s="7"/><c r="C1" t="s"><v>7</v></c>'


def text(tekst: str, kolom: int = 1) -> dict[tuple[int, int], Cell]:
    return {(1, kolom): Cell(Soort.TEKST, tekst)}


def test_plain_cells_are_taken_out_and_the_rest_is_left():
    xml = row(PLAT)
    plat = platxml.take_cells(package_of(xml), DEEL)

    assert plat is not None
    assert list(plat.cellen) != []
    assert (plat.rest[:17], b"<c" in plat.rest, b"vol" in plat.rest) == (b"<worksheet><sheet", False, False)
    assert cells(xml) == {
        (1, 1): Cell(Soort.TEKST, "vol"),
        (1, 2): Cell(Soort.LEEG, "", 7),
        (1, 3): Cell(Soort.TEKST, "zeven"),
    }


@pytest.mark.parametrize("is_gedeeld", [False, True])
def test_what_the_drawing_tool_draws_is_plain(is_gedeeld):
    tabel = "| Nr | Status | Planning |\n| 1.1.1 | voltooid & klaar | één < twee |"
    package = Package(Bestand("a.xlsx", draw_invulblad(tabel, is_gedeeld=is_gedeeld).bytes()))

    plat = platxml.take_cells(package, "xl/worksheets/sheet1.xml")

    assert plat is not None
    assert list(plat.cellen) != []
    assert b"<c " not in plat.rest


@pytest.mark.parametrize(
    "oneven",
    [
        "<!-- opmerking -->",
        "<?pi x?>",
        '<c t="str" r="D1"><v>x</v></c>',
        '<c r="D1" t="str" ><v>x</v></c>',
        "<c r='D1'><v>1</v></c>",
        '<c r="D1"><v/></c>',
        '<c r="D1" t="str"><v>a&#10;b</v></c>',
        '<c r="D1" t="inlineStr"><is><r><t>x</t></r></is></c>',
        "<c><v>1</v></c>",
    ],
)
def test_a_sheet_with_anything_that_is_not_plain_comes_back_whole(oneven):
    xml = row(PLAT + oneven)

    plat = platxml.take_cells(package_of(xml), DEEL)

    assert plat is not None
    assert (list(plat.cellen), plat.rest) == ([], xml.encode())
    assert cells(xml)[1, 1] == Cell(Soort.TEKST, "vol")


def test_a_part_that_is_too_large_to_hold_twice_is_not_taken_apart(monkeypatch):
    monkeypatch.setattr(platxml, "_HOOGSTENS", 10)

    assert platxml.take_cells(package_of(row(PLAT)), DEEL) is None
    assert platxml.take_texts(package_of("<sst><si><t>a</t></si></sst>"), DEEL) is None


@pytest.mark.parametrize(
    ("xml", "gelezen"),
    [
        ('<c r="A1" t="str"><v>a &lt;b&gt; &amp;amp; &quot;c&apos;</v></c>', "a <b> &amp; \"c'"),
        ('<c r="A1" t="str"><v>&#x41;&#233;</v></c>', "Aé"),
        ('<c r="A1" t="str"><v>één 😀 \u202e \x7f \x85</v></c>', "één 😀 \u202e \x7f \x85"),
        ('<c r="A1" t="str"><v>a<![CDATA[<b>&amp;]]>c</v></c>', "a<b>&amp;c"),
        ('<c r="A1" t="str"><v>a<!-- b -->c<?d e?>f</v></c>', "acf"),
        ('<c r="A1" t="str"><v>a > b</v></c>', "a > b"),
        ('<c r="A1" t="str"><v xml:space="preserve">  a  </v></c>', "  a  "),
        ('<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a\n</t></is></c>', " a\n"),
        ('<c r="A1" t="inlineStr"><is><t>a</t></is></c>', "a"),
        ("<c\n  t='str'\tr='A1'\n><v >a</v\n></c >", "a"),
        ('<x:c r="A1" t="str"><x:v>a</x:v></x:c>', "a"),
        ('<c r="A1" t="str"><f>B1&amp;"x"</f><v>a</v></c>', "a"),
        ('<c r="A1" t="str"><f t="shared" ref="A1:B1" si="0"/><v>a</v></c>', "a"),
        ('<c r="A1" t="str" vm="1"><v>a</v></c>', "a"),
        ('<c r="A1" t="s"><v> 07 </v></c>', "zeven"),
        ('<c r="$a$1" t="s"><v>7</v></c>', "zeven"),
    ],
)
def test_a_text_reads_the_same_however_its_xml_is_spelled(xml, gelezen):
    assert cells(row(xml)) == text(gelezen)
    # Beside a cell that is plain, and beside one that never is.
    assert cells(row(xml + '<c r="B1"><v>1</v></c>'))[1, 1].ruw == gelezen
    assert cells(row(xml + "<c r='B1'><v>1</v></c>"))[1, 1].ruw == gelezen


@pytest.mark.parametrize("soort", ["str", "inlineStr", "n", "e", "d", "zz"])
@pytest.mark.parametrize(("bewaard", "gelezen"), [("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\r_x000A_b", "a\n\nb")])
def test_line_ends_in_the_file_are_one_newline_in_every_kind_of_cell(soort, bewaard, gelezen):
    binnen = f"<is><t>{bewaard}</t></is>" if soort == "inlineStr" else f"<v>{bewaard}</v>"
    if soort not in ("str", "inlineStr"):
        gelezen = gelezen if "_x" not in bewaard else "a\n_x000A_b"

    assert cells(row(f'<c r="A1" t="{soort}">{binnen}</c>'))[1, 1].ruw == gelezen


@pytest.mark.parametrize("stijl", ["7", "07", "007", "70"])
def test_a_colour_is_seen_however_the_number_of_its_style_is_spelled(stijl):
    assert cells(row(f'<c r="A1" s="{stijl}"/>')) == {(1, 1): Cell(Soort.LEEG, "", int(stijl))}
    assert cells(row(f"<c r='A1' s='{stijl}'/>")) == {(1, 1): Cell(Soort.LEEG, "", int(stijl))}


def test_a_cell_with_a_prefix_keeps_its_place_between_plain_ones():
    plat = '<c r="A1"><v>1</v></c>'

    assert cells(row(f"{plat}<x:c><x:v>2</x:v></x:c>")) == {
        (1, 1): Cell(Soort.GETAL, "1"),
        (1, 2): Cell(Soort.GETAL, "2"),
    }
    dubbel = read(row(f'{plat}<x:c r="A1"><x:v>2</x:v></x:c>')).wat
    assert (dubbel["cells"], dubbel["dubbel"]) == (
        {(1, 1): Cell(Soort.GETAL, "1")},
        [((1, 1), Cell(Soort.GETAL, "2"))],
    )


@pytest.mark.parametrize(
    "rij",
    [
        '<row r="3"><c r="A3"><v>1</v></c></row><row r="4"><c r="A4"><v>1</v></c></row>',
        '<row r="3"/><row r="4"></row>',
        '<row><c r="A4"><v>1</v></c></row>',
        '<row r="4"><c r="A4"/></row>',
        '<row r="4"><c r="B4" s="1"/><c r="A4"><v>1</v></c></row>',
    ],
)
def test_a_row_without_a_number_follows_the_row_before_it(rij):
    rijen = f'{rij}<row hidden="1"><c r="A5"><v>2</v></c></row>'

    gelezen = read(f"<worksheet><sheetData>{rijen}</sheetData></worksheet>").wat

    assert gelezen["cells"][5, 1] == Cell(Soort.GETAL, "2")
    assert gelezen["verborgen_rijen"] == {5}


@pytest.mark.parametrize(
    "hoe",
    [
        'r="2" hidden="1"',
        'hidden="true" r="2"',
        "r='2' hidden='1'",
        'r="2" spans="1:3" s="4" customFormat="1" ht="15.5" hidden="1" customHeight="1"',
        'r="2" hidden="1" x14ac:dyDescent="0.25"',
    ],
)
def test_a_hidden_row_is_seen_between_plain_ones(hoe):
    rij = '<row r="{}"><c r="A{}"><v>1</v></c></row>'
    rijen = f"{rij.format(1, 1)}<row {hoe}><c r='A2'><v>1</v></c></row>{rij.format(3, 3)}"

    for binnen in (rijen, rijen.replace("<c r='A2'>", '<c r="A2">'), rijen.replace("<c r='A2'><v>1</v></c>", "")):
        assert read(f"<worksheet><sheetData>{binnen}</sheetData></worksheet>").wat["verborgen_rijen"] == {2}


@pytest.mark.parametrize("waarde", ["0", "false", "2", "waar", ""])
def test_a_row_that_only_mentions_hiding_is_not_hidden(waarde):
    rijen = f'<row r="1"></row><row r="2" hidden="{waarde}"><c r="A2"><v>1</v></c></row>'

    assert read(f"<worksheet><sheetData>{rijen}</sheetData></worksheet>").wat["verborgen_rijen"] == set()


def test_a_hidden_row_without_a_number_is_the_row_of_its_cells():
    gelezen = read('<worksheet><sheetData><row hidden="1"><c r="A5"><v>2</v></c></row></sheetData></worksheet>').wat

    assert 5 in gelezen["verborgen_rijen"]


@pytest.mark.parametrize(
    "xml",
    [
        '<c r="A1"><v>a & b</v></c>',
        '<c r="A1"><v>&onbekend;</v></c>',
        '<c r="A1"><v>a ]]> b</v></c>',
        '<c r="A1" t="str"><v>\udcff</v></c>',
        '<c r="A1" t="str"><v>\udced\udca0\udc80</v></c>',
        '<c r="A1" t="str"><v>a\uffff</v></c>',
        '<c r="A1" t="inlineStr"><is><t>\ufffe</t></is></c>',
        '<c r="A1"><f>\udcff</f><v>1</v></c>',
        '<c r="A1"><f>a\uffff</f><v>1</v></c>',
        '<c r="A1"><f t="shared" t="shared">1</f><v>1</v></c>',
        '<c r="A1" r="A1"><v>1</v></c>',
        '<c r="A1"><v>1</c></v>',
        '<c r="A1"><v>1</v></c></c>',
        '<x a="><c r="B1"><v>2</v></c>"/>',
        "<x a='><c r=\"B1\"><v>2</v></c>'/>",
        '<c r="A1"><v>1</v></c><x',
    ],
)
def test_xml_that_is_broken_is_refused_by_both(xml):
    assert read(row(f'<c r="C1"><v>3</v></c>{xml}')).geweigerd is Code.BESTAND_BESCHADIGD


@pytest.mark.parametrize(
    "rijen",
    [
        '<row r="1"></row></row><row r="2"></row>',
        '<row r="1"><row r="2"></row>',
        '</row><row r="2"></row><row r="1">',
        '<row r="1"></row><row r="2" r="3"></row>',
        '<row r="1"></row><row r="2" spans="1:3" spans="1:3"></row>',
        '<row r="1" x="></row><row r="2">"></row>',
        '<row r="1" x=\'></row><row r="2">\'></row>',
        '<row r="1"><x></row><row r="2"></x></row>',
        '<row r="1"></row><row r="2"',
        '<row r="1"></row<row r="2"></row>',
    ],
)
def test_rows_that_are_not_nested_as_they_should_be_are_refused_by_both(rijen):
    cel = '<c r="C1"><v>3</v></c>'

    for binnen in (rijen, rijen.replace("></", f">{cel}</")):
        assert read(f"<worksheet><sheetData>{binnen}</sheetData></worksheet>").geweigerd is Code.BESTAND_BESCHADIGD


def test_control_characters_are_left_out_and_counted_wherever_they_stand():
    xml = row('<c r="A1" t="str"><f ref="\x01A1">1\x02</f><v>a\x0bb</v></c>\x03')

    gelezen = read(xml)

    assert gelezen.wat["cells"] == text("ab")
    assert gelezen.stuurtekens == 4
    assert read(row('<c r="A1" t="str"><f ref="\x01A1">1</f><v>ab</v></c>')).stuurtekens == 1


@pytest.mark.parametrize("spelling", ['encoding="{}"', "encoding='{}'", 'encoding = "{}"', "encoding\n=\t'{}'"])
@pytest.mark.parametrize(("codering", "gelezen"), [("windows-1252", "Ã©"), ("ISO-8859-1", "Ã©"), ("UTF-8", "é")])
def test_the_encoding_a_part_declares_counts_however_that_is_spelled(spelling, codering, gelezen):
    kop = f'<?xml version="1.0" {spelling.format(codering)}?>'.encode()
    blad = kop + row('<c r="A1" t="str"><v>@</v></c>').encode().replace(b"@", b"\xc3\xa9")

    assert cells(blad) == text(gelezen)
    teksten = kop + b"<sst><si><t>\xc3\xa9</t></si></sst>"
    assert read_texts(teksten).wat == {"0": gelezen}


@pytest.mark.parametrize("codering", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_a_part_may_begin_with_the_mark_of_its_encoding(codering):
    xml = row('<c r="A1" t="str"><v>één</v></c>').encode(codering)

    assert cells(b"\xff\xfe" + xml if codering == "utf-16-le" else xml) == text("één")


def test_the_xml_inside_a_comment_or_a_piece_of_text_is_no_cell():
    cel = '<c r="B1"><v>2</v></c>'
    plat = '<c r="A1"><v>1</v></c>'

    for omhulsel in ("<!-- >{}-->", "<x><![CDATA[>{}]]></x>", "<?x >{}?>"):
        assert list(cells(row(plat + omhulsel.format(cel)))) == [(1, 1)]


def test_cells_are_found_wherever_they_stand():
    cel = '<c r="{}"><v>1</v></c>'
    blad = f"<worksheet>{cel.format('A1')}<sheetData>{cel.format('B1')}<row r='1'>{cel.format('C1')}</row></sheetData>"
    blad += f"<sheetData><x>{cel.format('D1')}</x></sheetData>{cel.format('E1')}</worksheet>"

    assert sorted(cells(blad)) == [(1, kolom) for kolom in range(1, 6)]


def test_a_part_that_is_missing_is_refused():
    package = Package(Bestand("a.xlsx", RawWorkbook([RawSheet("Blad")]).bytes()))

    for take in (platxml.take_cells, platxml.take_texts):
        with pytest.raises(Exception, match="beschadigd") as gevangen:
            take(package, "xl/weg.xml")
        assert gevangen.value.bevinding.code is Code.BESTAND_BESCHADIGD


def test_an_empty_sheet_reads_the_same_in_every_form():
    for binnen in (
        "<sheetData/>",
        "<sheetData></sheetData>",
        "<sheetData ></sheetData >",
        "",
        "<sheetData>\n</sheetData>",
    ):
        assert cells(f"<worksheet>{binnen}</worksheet>") == {}
