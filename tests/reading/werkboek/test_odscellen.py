"""A cell of an .ods: its value, whatever kind it says to be, and its text, however it is laid out."""

import pytest
from tekenen.ods import with_format

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.werkboek import grenzen
from actieplan_xl.reading.werkboek.cells import Cell, Soort

from .odsbouw import alinea, cel, open_rijen, rij, tekst

_UREN = "<number:hours/><number:text>:</number:text><number:minutes/>"
UUR = with_format("uur", "time-style", _UREN)
DUUR = with_format("uur", "time-style", _UREN, 'number:truncate-on-overflow="false"')


def only_cell(xml: str, stijlen: str = "") -> Cell:
    """Return the one cell that is read; an empty one when it is not kept."""
    return open_rijen(rij(xml), stijlen=stijlen).cell(1, 1)


def typed(xml: str, stijlen: str = "") -> str:
    return open_rijen(rij(xml), stijlen=stijlen).text(1, 1)


def of_type(soort: str, waarde: str, getoond: str = "", hoe: str = "") -> str:
    """Return a cell that says what kind it is, with its value in the attribute of that kind."""
    naam = {"date": "date", "time": "time", "boolean": "boolean", "string": "string"}.get(soort)
    attribuut = f' office:{naam}-value="{waarde}"' if naam else f' office:value="{waarde}"'
    return cel(alinea(getoond) if getoond else "", f'office:value-type="{soort}"{attribuut} {hoe}')


def of_type_only(soort: str, getoond: str, hoe: str = "") -> str:
    """Return a cell that says what kind it is and shows something, but leaves out the value."""
    return cel(alinea(getoond), f'office:value-type="{soort}" {hoe}')


@pytest.mark.parametrize(
    ("xml", "verwacht"),
    [
        (tekst("voltooid"), Cell(Soort.TEKST, "voltooid")),
        (tekst("  spaties  "), Cell(Soort.TEKST, "  spaties  ")),
        (of_type("float", "2019", "2019"), Cell(Soort.GETAL, "2019")),
        (of_type("float", "2019.5", "2.020"), Cell(Soort.GETAL, "2019.5")),
        (of_type("float", "-1.5E+3", "-1500"), Cell(Soort.GETAL, "-1.5E+3")),
        (of_type("percentage", "0.5", "50%"), Cell(Soort.GETAL, "0.5")),
        (of_type("currency", "5000", "€ 5.000"), Cell(Soort.GETAL, "5000")),
        (of_type("date", "2019-05-01", "mei 19"), Cell(Soort.DATUM, "2019-05-01")),
        (of_type("date", "2019-05-01T09:30:00", "1-5-19"), Cell(Soort.DATUM, "2019-05-01T09:30:00")),
        (of_type("boolean", "true", "WAAR"), Cell(Soort.BOOLEAAN, "1")),
        (of_type("boolean", "false", "ONWAAR"), Cell(Soort.BOOLEAAN, "0")),
        (of_type("float", "3", "3", 'table:formula="of:=1+2"'), Cell(Soort.GETAL, "3")),
        (tekst("uitkomst", hoe='table:formula="of:=A2"'), Cell(Soort.TEKST, "uitkomst")),
        (of_type("string", "alleen hier"), Cell(Soort.TEKST, "alleen hier")),
        (cel(alinea("zonder soort")), Cell(Soort.TEKST, "zonder soort")),
        (of_type_only("void", "iets"), Cell(Soort.TEKST, "iets")),
        (cel(hoe='table:formula="of:=1+1"'), Cell(Soort.NIET_BEREKEND, "")),
    ],
)
def test_each_kind_of_cell_is_kept_as_it_stands(xml, verwacht):
    assert only_cell(xml) == verwacht


@pytest.mark.parametrize("xml", [cel(), tekst(), tekst(""), tekst("", hoe='table:formula="of:=A2"')])
def test_an_empty_cell_is_not_kept(xml):
    assert open_rijen(rij(xml)).inhoud.cells == {}


@pytest.mark.parametrize(
    "xml", [cel(alinea() * 2), tekst("<text:line-break/>"), tekst(" \t"), tekst('<text:s text:c="9"/>')]
)
def test_a_cell_of_white_space_says_nothing(xml):
    assert typed(xml) == ""


def test_what_is_behind_a_format_counts_and_not_what_it_is_shown_as():
    assert typed(tekst("Uden (regio)", hoe='office:string-value="Uden"')) == "Uden"


@pytest.mark.parametrize(
    ("xml", "fout"),
    [
        (tekst("#N/A", hoe='table:formula="of:=NA()" calcext:value-type="error"'), "#N/A"),
        (of_type("float", "0", "Err:502", 'table:formula="of:=FOUT()" calcext:value-type="error"'), "Err:502"),
        (of_type("float", "0", "#DIV/0!", 'table:formula="of:=1/0"'), "#DIV/0!"),
        (tekst("#REF!", hoe='table:formula="of:=#REF!"'), "#REF!"),
        (tekst("#N/B", hoe='table:formula="of:=NA()" calcext:value-type="error"'), "#N/B"),
    ],
)
def test_an_error_is_an_error_and_no_answer(xml, fout):
    ruimte = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
    xml = xml.replace("calcext:value-type", f"{ruimte}calcext:value-type")

    assert only_cell(xml) == Cell(Soort.FOUT, fout)


@pytest.mark.parametrize("fout", ["#N/B", "#VERW!", "#DEEL/0!"])
def test_an_error_in_dutch_is_an_error_too(fout):
    assert only_cell(tekst(fout, hoe='table:formula="of:=[.A2]"')) == Cell(Soort.FOUT, fout)


def test_what_looks_like_an_error_but_was_typed_is_a_text():
    assert only_cell(tekst("#N/A")) == Cell(Soort.TEKST, "#N/A")
    assert only_cell(tekst("zie Err:502", hoe='table:formula="of:=A1"')) == Cell(Soort.TEKST, "zie Err:502")


@pytest.mark.parametrize("waarde", ["2019,5", "kaas", "NaN", "INF", "1e400", "9" * 5000, "1_000", "0x10"])
def test_a_number_that_is_none_is_kept_to_the_letter(waarde):
    assert only_cell(of_type("float", waarde)) == Cell(Soort.VREEMD, waarde)


@pytest.mark.parametrize("soort", ["float", "currency", "date", "time", "boolean"])
def test_a_cell_without_the_value_it_promises_shows_what_people_see(soort):
    assert typed(of_type_only(soort, "half mei")) == "half mei"


@pytest.mark.parametrize(("soort", "waarde"), [("float", ""), ("date", ""), ("time", "P1Y"), ("time", "-PT1H")])
def test_a_value_that_cannot_be_never_takes_the_text_with_it(soort, waarde):
    assert typed(of_type(soort, waarde, "half mei"), UUR) == "half mei"


@pytest.mark.parametrize("soort", ["float", "currency", "date", "time", "boolean"])
def test_a_value_that_cannot_be_is_kept_to_the_letter_when_there_is_no_text(soort):
    assert typed(of_type(soort, "kaas"), UUR) == "kaas"


@pytest.mark.parametrize(("waarde", "ruw"), [("TRUE", "1"), ("1", "1"), ("False", "0"), ("0", "0")])
def test_a_truth_that_is_written_otherwise_is_the_truth(waarde, ruw):
    assert only_cell(of_type("boolean", waarde)) == Cell(Soort.BOOLEAAN, ruw)


@pytest.mark.parametrize(
    ("binnen", "gelezen"),
    [
        ("a<text:s/>b", "a b"),
        ('a<text:s text:c="3"/>b', "a   b"),
        ('a<text:s text:c="0"/><text:s text:c="-1"/><text:s text:c="x"/>b', "a   b"),
        ("a<text:tab/>b", "a\tb"),
        ("a<text:line-break/>b", "a\nb"),
        ("a  \n\t b", "a b"),
        ("a\n   b\n", "a b"),
        ("twee  spaties,   drie", "twee  spaties,   drie"),
        ("a\tb", "a b"),
        ("<text:span>vol<text:span>tooid</text:span></text:span> in 2019", "voltooid in 2019"),
        ('zie <text:a xlink:href="http://voorbeeld.nl">de site</text:a>.', "zie de site."),
        ('op <text:date text:date-value="2019-05-01">1 mei</text:date>', "op 1 mei"),
        ("<text:bookmark/>a<text:soft-page-break/>b", "ab"),
        ("R&amp;D &lt;b&gt; &#233;&#x1F600;", "R&D <b> é😀"),
        ("<![CDATA[a <b> c]]>", "a <b> c"),
        ("a<!-- tussendoor -->b<?pi x?>c", "abc"),
    ],
)
def test_what_is_laid_out_in_a_paragraph_is_read_as_it_is_seen(binnen, gelezen):
    binnen = binnen.replace("xlink:href", 'xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href')

    assert typed(tekst(binnen)) == gelezen


def test_each_paragraph_is_a_line():
    assert typed(tekst("eerst", "", "<text:span>dan</text:span>")) == "eerst\n\ndan"


def test_a_text_of_many_pieces_is_read_whole():
    woorden = [f"woord{n}é" for n in range(20_000)]

    assert typed(tekst(" ".join(woorden))) == " ".join(woorden)


@pytest.mark.parametrize(
    "binnen",
    [
        "<office:binary-data>aGFsbG8=</office:binary-data>",
        "<svg:title xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'>plaatje</svg:title>",
        "<draw:image><text:p>bij het plaatje</text:p></draw:image>",
    ],
)
def test_what_stands_in_a_picture_is_no_part_of_the_answer(binnen):
    plaatje = f"<draw:frame>{binnen}</draw:frame>"

    assert typed(tekst("voltooid", na=plaatje)) == "voltooid"
    assert typed(tekst(f"vol{plaatje}tooid")) == "voltooid"


def test_a_long_text_is_kept_whole():
    assert typed(tekst("x" * 40_000)) == "x" * 40_000


def test_spaces_by_the_million_are_refused_and_not_written_out():
    spaties = f'<text:s text:c="{grenzen.CEL_TEKENS}"/>' * 2000

    with pytest.raises(BestandError) as gevangen:
        only_cell(tekst(f"a{spaties}b"))

    assert gevangen.value.bevinding.code is Code.BESTAND_TE_GROOT


@pytest.mark.parametrize(
    ("stijl", "waarde", "gelezen"),
    [
        ("", "PT12H30M00S", "12:30"),
        (UUR, "PT12H30M00S", "12:30"),
        (DUUR, "PT36H00M00S", "36:00"),
        (DUUR, "P1DT12H", "36:00"),
        (DUUR, "PT12H30M15.500S", "12:30:15"),
        (DUUR, "PT12H30M15,500S", "12:30:15"),
    ],
)
def test_a_time_is_read_as_it_was_typed(stijl, waarde, gelezen):
    hoe = 'table:style-name="uur"' if stijl else ""

    assert typed(of_type("time", waarde, "iets anders", hoe), stijl) == gelezen
