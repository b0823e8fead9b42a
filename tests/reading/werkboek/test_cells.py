"""The cells of a sheet, whatever wrote them."""

import random

import pytest
from tekenen import Cel, RawSheet, RawWorkbook, adres, pack

from actieplan_xl.domain.adres import format_adres, parse_adres
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.werkboek import grenzen
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.boek import Sheet
from actieplan_xl.reading.werkboek.cells import Cell, Soort
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.reading.werkboek.teksten import unescape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def open_sheet(cellen: dict[str, Cel], **boek: object) -> Sheet:
    return open_werkboek(Bestand("a.xlsx", RawWorkbook([RawSheet("Blad", cellen)], **boek).bytes())).sheets[0]


def open_xml(sheetdata: str) -> Sheet:
    """Open a workbook whose only sheet holds this XML."""
    delen = RawWorkbook([RawSheet("Blad")]).delen()
    delen["xl/worksheets/sheet1.xml"] = f'<worksheet xmlns="{MAIN}">{sheetdata}</worksheet>'.encode()
    return open_werkboek(Bestand("a.xlsx", pack(delen))).sheets[0]


@pytest.mark.parametrize(
    ("cel", "soort", "ruw"),
    [
        (Cel("voltooid"), Soort.TEKST, "voltooid"),
        (Cel("  spaties  "), Soort.TEKST, "  spaties  "),
        (Cel("uitkomst", formule='"uit"&"komst"'), Soort.TEKST, "uitkomst"),
        (Cel("2019", t="n"), Soort.GETAL, "2019"),
        (Cel("-1.5E+3", t="n"), Soort.GETAL, "-1.5E+3"),
        (Cel("3", t="n", formule="1+2"), Soort.GETAL, "3"),
        (Cel("1", t="b"), Soort.BOOLEAAN, "1"),
        (Cel("true", t="b"), Soort.BOOLEAAN, "1"),
        (Cel("0", t="b"), Soort.BOOLEAAN, "0"),
        (Cel("2", t="b"), Soort.VREEMD, "2"),
        (Cel("#N/A", t="e"), Soort.FOUT, "#N/A"),
        (Cel("2019-05-01", t="d"), Soort.DATUM, "2019-05-01"),
        (Cel(formule="1+1"), Soort.NIET_BEREKEND, ""),
        (Cel("1,5", t="n"), Soort.VREEMD, "1,5"),
        (Cel("NaN", t="n"), Soort.VREEMD, "NaN"),
        (Cel("0x10", t="n"), Soort.VREEMD, "0x10"),
        (Cel("9" * 5000, t="n"), Soort.VREEMD, "9" * 5000),
        (Cel("tekst", t="zz"), Soort.VREEMD, "tekst"),
        (Cel("7", t="s"), Soort.ONGELDIG, "7"),
        (Cel("-1", t="s"), Soort.ONGELDIG, "-1"),
    ],
)
def test_each_kind_of_cell_is_kept_as_it_stands(cel, soort, ruw):
    assert open_sheet({"C14": cel, "Z1": Cel("er is een tekst")}, is_gedeeld=True).cell(14, 3) == Cell(soort, ruw)


@pytest.mark.parametrize("cel", [Cel(t="n"), Cel(xml="<v></v>", t="n"), Cel(xml="<is><t></t></is>"), Cel()])
def test_an_empty_cell_is_not_kept(cel):
    assert open_sheet({"A1": cel}).inhoud.cells == {}


def test_rows_and_cells_without_an_address_are_counted():
    sheet = open_sheet({"A1": Cel("a"), "B1": Cel("b"), "A2": Cel("c")}, met_adressen=False)

    assert {plaats: cell.ruw for plaats, cell in sheet.inhoud.cells.items()} == {(1, 1): "a", (1, 2): "b", (2, 1): "c"}


def test_a_cell_knows_its_row_when_the_row_does_not():
    sheet = open_xml('<sheetData><row><c r="B7"><v>1</v></c><c><v>2</v></c></row></sheetData>')

    assert [(plaats, cell.ruw) for plaats, cell in sheet.inhoud.cells.items()] == [((7, 2), "1"), ((7, 3), "2")]


def test_rows_may_come_in_any_order():
    cellen = {adres(rij, 1): Cel(str(rij)) for rij in range(1, 13)}

    sheet = open_sheet(cellen, rijen_omgekeerd=True)

    assert [sheet.text(rij, 1) for rij in sheet.rijen] == [str(rij) for rij in range(1, 13)]


def test_cells_within_a_row_may_come_in_any_order():
    plaatsen = [f"{letter}1" for letter in "ABCDEFGH"]
    geschud = random.Random(2019).sample(plaatsen, len(plaatsen))

    sheet = open_sheet({plaats: Cel(plaats) for plaats in geschud})

    assert [sheet.text(1, kolom) for kolom in range(1, 9)] == plaatsen


@pytest.mark.parametrize("r", ["XFE1", "A0", "1A", "ZZZZZZ9", "A1048577", "kaas", ""])
def test_a_cell_with_a_senseless_address_is_kept_next_to_the_one_before(r):
    sheet = open_sheet({"A2": Cel("eerste"), "B2": Cel("tweede", r=r)})

    assert sheet.text(2, 2) == "tweede"


@pytest.mark.parametrize("nummer", ["0", "-1", "4000000000", "tekst", ""])
def test_a_row_with_a_senseless_number_is_the_next_one(nummer):
    sheet = open_xml(f'<sheetData><row r="4"><c><v>1</v></c></row><row r="{nummer}"><c><v>2</v></c></row></sheetData>')

    assert [(plaats, cell.ruw) for plaats, cell in sheet.inhoud.cells.items()] == [((4, 1), "1"), ((5, 1), "2")]


@pytest.mark.parametrize("boek", [{"prefix": "x"}, {"is_strict": True}, {"is_strict": True, "prefix": "x"}])
def test_a_namespace_never_decides_what_is_read(boek):
    for is_gedeeld in (False, True):
        assert open_sheet({"B2": Cel("voltooid")}, is_gedeeld=is_gedeeld, **boek).text(2, 2) == "voltooid"


@pytest.mark.parametrize("dimensie", ["A1", "A1:XFD1048576", "kaas", "C3:A1"])
def test_what_a_sheet_says_of_its_size_is_ignored(dimensie):
    sheet = open_sheet({"A1": Cel("a"), "Z99": Cel("z")}, dimensie=dimensie)

    assert (sheet.text(1, 1), sheet.text(99, 26)) == ("a", "z")


def test_the_last_cell_of_the_grid_costs_nothing():
    assert open_sheet({"A1": Cel("a"), "XFD1048576": Cel("z")}).text(1_048_576, 16_384) == "z"


def test_runs_of_rich_text_are_joined_and_phonetic_guides_left_out():
    rijk = "<r><t>vol</t></r><r><rPr><b/></rPr><t>tooid</t></r><rPh sb='0' eb='1'><t>FURIGANA</t></rPh>"

    assert open_sheet({"A1": Cel(xml=f"<is>{rijk}</is>")}).text(1, 1) == "voltooid"


def test_shared_rich_text_is_joined_too():
    delen = RawWorkbook([RawSheet("Blad", {"A1": Cel("x")})], is_gedeeld=True).delen()
    strings = '<si><r><t>vol</t></r><rPh sb="0" eb="1"><t>F</t></rPh><r><t xml:space="preserve">tooid </t></r></si>'
    delen["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{strings}</sst>'.encode()
    assert open_werkboek(Bestand("a.xlsx", pack(delen))).sheets[0].cell(1, 1).ruw == "voltooid "


@pytest.mark.parametrize(
    ("bewaard", "tekst"),
    [
        ("regel 1_x000D_\nregel 2", "regel 1\nregel 2"),
        ("a_x000a_b", "a\nb"),
        ("_x005F_x0041_", "_x0041_"),
        ("_x0041_", "A"),
        ("_x0001_", "_x0001_"),
        ("_xD83D_", "_xD83D_"),
        ("_xFFFE_", "_xFFFE_"),
        ("_x12_", "_x12_"),
        ("snake_xtra_naam", "snake_xtra_naam"),
        ("a\r\nb\rc", "a\nb\nc"),
    ],
)
def test_codes_of_excel_are_decoded_and_line_ends_made_one(bewaard, tekst):
    assert unescape(bewaard) == tekst


@pytest.mark.parametrize("is_gedeeld", [False, True])
def test_codes_are_decoded_wherever_the_text_is_kept(is_gedeeld):
    assert open_sheet({"A1": Cel("a_x000D_\nb")}, is_gedeeld=is_gedeeld).text(1, 1) == "a\nb"


def test_of_a_cell_that_stands_twice_the_first_counts_and_the_second_is_kept():
    boek = RawWorkbook([RawSheet("Blad", {"A1": Cel("eerste")}, dubbel=[("A1", Cel("tweede"))])])

    inhoud = open_werkboek(Bestand("a.xlsx", boek.bytes())).sheets[0].inhoud

    assert inhoud.cells[1, 1].ruw == "eerste"
    assert [(plaats, cell.ruw) for plaats, cell in inhoud.dubbel] == [((1, 1), "tweede")]


def test_what_is_hidden_or_under_a_merge_is_read_and_remembered():
    sheet = RawSheet("Blad", {"A2": Cel("a"), "B2": Cel("b")}, verborgen_rijen=(2,))
    sheet.na = '<mergeCells count="1"><mergeCell ref="A2:C5"/></mergeCells>'

    gelezen = open_werkboek(Bestand("a.xlsx", RawWorkbook([sheet]).bytes())).sheets[0]

    assert (gelezen.text(2, 1), gelezen.text(2, 2)) == ("a", "b")
    assert gelezen.inhoud.verborgen_rijen == {2}
    assert gelezen.inhoud.samengevoegd == ["A2:C5"]


def test_an_empty_cell_is_only_kept_for_a_colour_that_says_something():
    sheet = open_sheet({"A1": Cel(t="n", fill="00B050"), "A2": Cel(t="n", fill="FFFFFF"), "A3": Cel(t="n", formaat=9)})

    assert list(sheet.inhoud.cells) == [(1, 1)]


def test_too_many_cells_are_refused(monkeypatch):
    monkeypatch.setattr(grenzen, "CELLEN", 3)
    cellen = {adres(rij, 1): Cel("x") for rij in range(1, 5)}

    with pytest.raises(BestandError, match="het aantal cellen"):
        _ = open_sheet(cellen).inhoud
    cellen.popitem()
    assert len(open_sheet(cellen).inhoud.cells) == 3


@pytest.mark.parametrize(
    ("tekst", "plaats"),
    [("A1", (1, 1)), ("C14", (14, 3)), ("$C$14", (14, 3)), ("aa9", (9, 27)), ("XFD1048576", (1_048_576, 16_384))],
)
def test_an_address_is_row_and_column(tekst, plaats):
    assert parse_adres(tekst) == plaats
    assert format_adres(plaats) == tekst.replace("$", "").upper()


@pytest.mark.parametrize("tekst", ["", "A", "1", "A0", "XFE1", "A1048577", "A1:B2", "Blad!A1"])
def test_what_is_no_address_gives_none(tekst):
    assert parse_adres(tekst) is None
