"""One cell of an .xlsx: whatever its XML says is kept, in its place, and only what says nothing is not."""

import pytest
from tekenen import Cel, RawSheet, RawWorkbook

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.werkboek import grenzen
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.cells import Cell, SheetInhoud, Soort
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.reading.werkboek.xlsxblad import Bladbron, read_sheet

from .banen import DEEL, cells, package_of, read, row


def cell(xml: str) -> Cell | None:
    """Return the cell at A1, the same along both lanes."""
    return cells(row(xml)).get((1, 1))


def with_sources(xml: str, bron: Bladbron) -> SheetInhoud:
    return read_sheet(package_of(row(xml)), DEEL, bron)


@pytest.mark.parametrize(
    ("xml", "gelezen"),
    [
        ('<c r="A1" t="inlineStr"><v>voltooid</v></c>', Cell(Soort.TEKST, "voltooid")),
        ('<c r="A1"><v></v><is><t>voltooid</t></is></c>', Cell(Soort.TEKST, "voltooid")),
        ('<c r="A1" t="str"><v/><is><t>voltooid</t></is></c>', Cell(Soort.TEKST, "voltooid")),
        ('<c r="A1" t="str"><is><t>voltooid</t></is></c>', Cell(Soort.TEKST, "voltooid")),
        ('<c r="A1"><is><t>voltooid</t></is></c>', Cell(Soort.TEKST, "voltooid")),
        ('<c r="A1" t="s"><is><t>voltooid</t></is></c>', Cell(Soort.TEKST, "voltooid")),
        ('<c r="A1"><is><t>vol</t></is><is><t>tooid</t></is></c>', Cell(Soort.TEKST, "voltooid")),
        ('<c r="A1"><v>vol<x/>tooid</v></c>', Cell(Soort.VREEMD, "voltooid")),
        ('<c r="A1" t="str"><v>  </v></c>', Cell(Soort.TEKST, "  ")),
    ],
)
def test_an_answer_is_kept_wherever_in_the_cell_it_stands(xml, gelezen):
    assert cell(xml) == gelezen


@pytest.mark.parametrize("soort", ["", "n", "b", "d", "str", "inlineStr", "zz"])
@pytest.mark.parametrize("binnen", ["", "<v></v>", "<v/>", "<is><t></t></is>", "<is/>"])
def test_a_cell_that_says_nothing_is_no_cell(soort, binnen):
    kenmerk = f' t="{soort}"' if soort else ""

    assert cell(f'<c r="A1"{kenmerk}>{binnen}</c>') is None


@pytest.mark.parametrize("soort", ["n", "b", "d"])
def test_white_space_is_no_number_no_choice_and_no_date(soort):
    assert cell(f'<c r="A1" t="{soort}"><v> \n</v></c>') is None


@pytest.mark.parametrize(
    ("xml", "gelezen"),
    [
        ('<c r="A1"><f>B1</f></c>', Cell(Soort.NIET_BEREKEND, "")),
        ('<c r="A1" t="str"><f>B1</f></c>', Cell(Soort.NIET_BEREKEND, "")),
        ('<c r="A1" s="1"><f/></c>', Cell(Soort.NIET_BEREKEND, "", 1)),
        ('<c r="A1"><f>B1</f><v/></c>', Cell(Soort.NIET_BEREKEND, "")),
        ('<c r="A1" t="str"><f>B1</f><v></v></c>', None),
        ('<c r="A1" t="str"><f>B1</f><v>x</v></c>', Cell(Soort.TEKST, "x")),
    ],
)
def test_a_formula_without_an_outcome_is_no_empty_cell(xml, gelezen):
    assert cell(xml) == gelezen


@pytest.mark.parametrize(
    ("soort", "waarde", "gelezen"),
    [
        ("n", " 2019\n", Cell(Soort.GETAL, "2019")),
        ("n", "+.5e-3", Cell(Soort.GETAL, "+.5e-3")),
        ("n", "1.", Cell(Soort.GETAL, "1.")),
        ("n", "1e9999", Cell(Soort.VREEMD, "1e9999")),
        ("n", "9" * 399, Cell(Soort.GETAL, "9" * 399)),
        ("n", "9" * 400, Cell(Soort.VREEMD, "9" * 400)),
        ("n", "２０１９", Cell(Soort.VREEMD, "２０１９")),
        ("n", "#N/A", Cell(Soort.VREEMD, "#N/A")),
        ("b", " TRUE ", Cell(Soort.BOOLEAAN, "1")),
        ("b", "false", Cell(Soort.BOOLEAAN, "0")),
        ("b", "ja", Cell(Soort.VREEMD, "ja")),
        ("e", "#VERW! ", Cell(Soort.FOUT, "#VERW! ")),
        ("d", " 2019-05-01 ", Cell(Soort.DATUM, "2019-05-01")),
        ("N", "2019", Cell(Soort.VREEMD, "2019")),
        ("str", "a_x000D_\nb", Cell(Soort.TEKST, "a\nb")),
        ("str", "1", Cell(Soort.TEKST, "1")),
    ],
)
def test_a_value_is_what_its_kind_says_or_is_kept_to_the_letter(soort, waarde, gelezen):
    assert cell(f'<c r="A1" t="{soort}"><v>{waarde}</v></c>') == gelezen


@pytest.mark.parametrize(
    ("waarde", "gelezen"),
    [
        ("7", Cell(Soort.TEKST, "zeven")),
        ("0", Cell(Soort.TEKST, "nul")),
        ("000", Cell(Soort.TEKST, "nul")),
        ("2", None),
        ("+7", Cell(Soort.ONGELDIG, "+7")),
        ("7.0", Cell(Soort.ONGELDIG, "7.0")),
        ("٧", Cell(Soort.ONGELDIG, "٧")),
        ("99999", Cell(Soort.ONGELDIG, "99999")),
        ("9" * 5000, Cell(Soort.ONGELDIG, "9" * 5000)),
        ("voltooid", Cell(Soort.ONGELDIG, "voltooid")),
        ("", Cell(Soort.ONGELDIG, "")),
    ],
)
def test_a_reference_to_a_text_gives_the_text_or_says_there_is_none(waarde, gelezen):
    assert cell(f'<c r="A1" t="s"><v>{waarde}</v></c>') == gelezen


def test_a_workbook_whose_texts_are_gone_is_damaged_only_when_a_cell_needs_them():
    assert with_sources('<c r="A1"><v>1</v></c>', Bladbron()).cells == {(1, 1): Cell(Soort.GETAL, "1")}
    for binnen in ("<v>0</v>", "<v> 0</v>"):
        with pytest.raises(BestandError, match=r"onderdeel sharedStrings\.xml") as gevangen:
            with_sources(f'<c r="A1" t="s">{binnen}</c>', Bladbron())
        assert gevangen.value.bevinding.code is Code.BESTAND_BESCHADIGD


def test_a_text_goes_before_the_colour_that_stood_there_and_a_second_text_is_kept_beside_it():
    xml = '<c r="A1" s="7"/><c r="A1" s="1" t="str"><v>een</v></c><c r="A1" t="str"><v>twee</v></c>'

    gelezen = read(row(xml)).wat

    assert gelezen["cells"] == {(1, 1): Cell(Soort.TEKST, "een", 1)}
    assert gelezen["dubbel"] == [((1, 1), Cell(Soort.TEKST, "twee"))]


@pytest.mark.parametrize(
    ("cellen", "plaatsen"),
    [
        ("<c><v>1</v></c><c/><c><v>1</v></c>", {(1, 1): "", (1, 3): ""}),
        ('<c r="B1"/><c><v>1</v></c>', {(1, 3): ""}),
        ('<c r="B1"/><c/><c/><c><v>1</v></c>', {(1, 5): ""}),
        ('<c r="kaas"/><c><v>1</v></c>', {(1, 2): ""}),
        ('<c r="kaas"><v>1</v></c><c r="B9"><v>1</v></c><c><v>1</v></c>', {(1, 1): "kaas", (9, 2): "", (9, 3): ""}),
        ('<c r="XFD1"><v>1</v></c><c><v>2</v></c>', {(1, 16384): ""}),
        ('<c r="C1"><v>1</v></c><c r="XFE1"><v>1</v></c>', {(1, 3): "", (1, 4): "XFE1"}),
        ('<c r="A1\u0663"><v>1</v></c>', {(1, 1): "A1\u0663"}),
    ],
)
def test_a_cell_that_does_not_say_where_it_stands_follows_the_one_before_it(cellen, plaatsen):
    gelezen = read(row(cellen)).wat

    assert list(gelezen["cells"]) == list(plaatsen)
    assert gelezen["geschat"] == {plaats: onzin for plaats, onzin in plaatsen.items() if onzin}


def test_of_two_cells_beyond_the_last_column_neither_is_lost():
    gelezen = read(row('<c r="XFD1"><v>1</v></c><c><v>2</v></c>')).wat

    assert gelezen["dubbel"] == [((1, 16384), Cell(Soort.GETAL, "2"))]


@pytest.mark.parametrize("nummer", ["0", "-1", "4000000000", "1048577", "tekst", "²", "1.5", " 5"])
def test_a_row_number_that_does_not_exist_is_told_with_a_cell_that_needs_it(nummer):
    rijen = f'<row r="4"><c r="A4"><v>1</v></c></row><row r="{nummer}"><c><v>2</v></c></row>'

    gelezen = read(f"<worksheet><sheetData>{rijen}</sheetData></worksheet>").wat

    assert list(gelezen["cells"]) == [(4, 1), (5, 1)]
    assert gelezen["geschat"] == {(5, 1): nummer}


@pytest.mark.parametrize(
    ("kolom", "verborgen"),
    [
        ('min="2" max="4" hidden="1"', [(2, 4)]),
        ('min="2" max="2" hidden="true"', [(2, 2)]),
        ('min="2" max="4" hidden="0"', []),
        ('min="2" max="4"', []),
        ('min="x" max="4" hidden="1"', []),
        ('min="2" hidden="1"', []),
    ],
)
def test_columns_that_are_hidden_are_remembered(kolom, verborgen):
    assert read(f"<worksheet><cols><col {kolom}/></cols></worksheet>").wat["verborgen_kolommen"] == verborgen


CELLEN = {
    "gedeeld": '<c r="{}1" t="s"><v>7</v></c>',
    "getal": '<c r="{}1"><v>7</v></c>',
    "anders": "<c r='{}1'><v>7</v></c>",
}


@pytest.mark.parametrize("vorm", CELLEN)
def test_too_many_cells_are_refused_in_every_form(monkeypatch, vorm):
    monkeypatch.setattr(grenzen, "CELLEN", 3)
    vier = "".join(CELLEN[vorm].format(letter) for letter in "ABCD")

    assert read(row(vier)).geweigerd is Code.BESTAND_TE_GROOT
    assert len(cells(row(vier[: len(vier) // 4 * 3]))) == 3


def test_the_same_cell_time_and_again_is_too_much_as_well(monkeypatch):
    monkeypatch.setattr(grenzen, "CELLEN", 3)

    assert read(row('<c r="A1"><v>1</v></c>' * 4)).geweigerd is Code.BESTAND_TE_GROOT


def test_cells_are_counted_over_the_sheets_of_a_workbook(monkeypatch):
    bladen = [RawSheet(naam, {"A1": Cel("x"), "A2": Cel("y")}) for naam in ("een", "twee")]
    boek = open_werkboek(Bestand("a.xlsx", RawWorkbook(bladen).bytes()))
    monkeypatch.setattr(grenzen, "CELLEN", 3)

    with pytest.raises(BestandError, match="het aantal cellen is meer dan de grens"):
        [sheet.inhoud for sheet in boek.sheets]
