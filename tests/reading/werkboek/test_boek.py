"""A workbook as a whole: its sheets, where a table stands on them, and when it was last saved."""

import io

import openpyxl
import pytest
from tekenen import Cel, RawSheet, RawWorkbook, pack

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.reading.tabel import find_kop
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.boek import Werkboek
from actieplan_xl.reading.werkboek.openen import open_werkboek

from .aanhangbouw import anchor, drawing, relations, run, shape


def open_boek(*sheets: RawSheet, gewijzigd: str = "", **boek: object) -> Werkboek:
    return open_werkboek(Bestand("a.xlsx", RawWorkbook(sheets, **boek).bytes(), gewijzigd))


def drawn(tekst: str, rij: int = 1) -> RawSheet:
    sheet = RawSheet("Blad")
    sheet.put_table(tekst, rij)
    return sheet


def test_sheets_keep_their_order_name_and_state():
    boek = open_boek(RawSheet("Eén & 'twee'"), RawSheet("_x", staat="veryHidden"), RawSheet("_x", staat="hidden"))

    assert [(s.naam, s.staat) for s in boek.sheets] == [
        ("Eén & 'twee'", "visible"),
        ("_x", "veryHidden"),
        ("_x", "hidden"),
    ]


def test_a_sheet_is_found_by_its_name_whatever_its_capitals_and_spaces():
    boek = open_boek(RawSheet("Blad1"), RawSheet("  PER  gemeente "))

    assert boek.find_sheet("Per gemeente") is boek.sheets[1]
    assert boek.find_sheet("Uden") is None


@pytest.mark.parametrize("soort", ["chartsheet", "dialogsheet", "xlMacrosheet"])
def test_a_workbook_without_any_sheet_of_cells_is_refused(soort):
    delen = RawWorkbook([RawSheet("Grafiek")]).delen()
    delen["xl/_rels/workbook.xml.rels"] = delen["xl/_rels/workbook.xml.rels"].replace(
        b'/worksheet"', f'/{soort}"'.encode()
    )

    with pytest.raises(BestandError) as gevangen:
        open_werkboek(Bestand("a.xlsx", pack(delen)))

    assert gevangen.value.bevinding.code is Code.BESTAND_ZONDER_WERKBLAD


@pytest.mark.parametrize(("soort", "wat"), [("chartsheet", "een grafiekblad"), ("dialogsheet", "een dialoogblad")])
def test_a_sheet_without_cells_is_told_by_its_name_and_so_is_a_text_box_on_it(soort, wat):
    """A title or a text box on a sheet of charts may hold an answer; of the chart itself one line is enough."""
    delen = RawWorkbook([RawSheet("Blad1", {"A1": Cel("hier")}), RawSheet("Grafiek 1")]).delen()
    rels = delen["xl/_rels/workbook.xml.rels"].decode()
    voor, _, na = rels.rpartition('/worksheet"')
    delen["xl/_rels/workbook.xml.rels"] = f'{voor}/{soort}"{na}'.encode()
    delen["xl/worksheets/_rels/sheet2.xml.rels"] = relations([("drawing", "../drawing1.xml")])
    delen["xl/drawing1.xml"] = drawing(anchor(shape(run("pas in 2020"))), anchor("<xdr:graphicFrame/>")).encode()

    boek = open_werkboek(Bestand("a.xlsx", pack(delen)))

    assert [sheet.naam for sheet in boek.sheets] == ["Blad1"]
    assert [(b.code, b.plek.blad, b.waarden.get("wat")) for b in boek.meldingen] == [
        (Code.LOS_VOORWERP, "Grafiek 1", wat)
    ]
    assert [(b.code, b.waarden["waarde"]) for b in boek.find_aanhang()] == [(Code.TEKSTVAK_NIET_GELEZEN, "pas in 2020")]


def test_a_sheet_of_macros_of_long_ago_is_still_in_the_list_and_told():
    """Excel keeps a module of Excel 95 as a sheet without a part; the other sheets are as whole as ever."""
    delen = RawWorkbook([RawSheet("Blad1", {"A1": Cel("hier")})]).delen()
    module = b'<sheet name="Module1" sheetId="9" state="veryHidden" r:id=""/></sheets>'
    delen["xl/workbook.xml"] = delen["xl/workbook.xml"].replace(b"</sheets>", module)

    boek = open_werkboek(Bestand("a.xlsx", pack(delen)))

    assert [(sheet.naam, sheet.text(1, 1)) for sheet in boek.sheets] == [("Blad1", "hier")]
    assert [(b.code, b.plek.blad) for b in boek.meldingen] == [(Code.MACROBLAD, "Module1")]


@pytest.mark.parametrize(
    ("zegt", "gelezen"),
    [
        ("2019-03-01T10:00:00Z", "2019-03-01T10:00:00Z"),
        ("2019-03-01T10:00:00+01:00", "2019-03-01T09:00:00Z"),
        ("2019-03-01T10:00:00.123456789Z", "2019-03-01T10:00:00Z"),
        ("2019-03-01T10:00:00", "2019-03-01T10:00:00Z"),
        ("gisteren", ""),
        ("", ""),
    ],
)
def test_a_workbook_says_when_it_was_last_saved_or_it_does_not_say(zegt, gelezen):
    assert open_boek(RawSheet("Blad"), gewijzigd="2020-01-01T00:00:00Z", opgeslagen=zegt).opgeslagen == gelezen


def test_a_moment_before_the_calendar_never_makes_answers_unreadable():
    assert open_boek(RawSheet("Blad"), opgeslagen="0001-01-01T00:00:00+01:00").opgeslagen is not None


def test_a_place_reads_as_file_sheet_and_cell():
    sheet = open_boek(RawSheet("Invulblad")).sheets[0]

    assert sheet.plek((14, 3)) == Plek("a.xlsx", "Invulblad", "C14")
    assert str(sheet.plek((14, 3))) == "a.xlsx › Invulblad › C14"
    assert str(sheet.plek()) == "a.xlsx › Invulblad"


def test_a_table_is_found_by_its_words_wherever_it_was_moved_to():
    sheet = drawn(
        """
        | titel | | |
        | | STATUS: | nr. |
        """,
        rij=7,
    )

    kop = find_kop(open_boek(sheet).sheets[0], ("Nr", "Status"))

    assert kop is not None
    assert (kop.rij, kop.kolom("status"), kop.kolom("NR"), kop.kolom("Planning")) == (8, 2, 3, None)


def test_of_two_rows_with_the_words_the_first_is_the_header():
    sheet = open_boek(drawn("| Nr | Wat? |\n| Nr | Wat? |", rij=2)).sheets[0]

    assert find_kop(sheet, ("Nr",)).rij == 2
    assert find_kop(sheet, ("Nr",), vanaf=3).rij == 3
    assert find_kop(sheet, ("Nr", "Status")) is None


def test_headings_that_are_not_known_are_kept_with_their_column():
    kop = find_kop(open_boek(drawn("| Nr | Opmerking | Wat? | |")).sheets[0], ("Nr", "Wat?"))

    assert kop.overige(("Nr", "Wat?")) == {2: "Opmerking"}


def test_what_the_drawing_tool_draws_is_a_workbook_to_others_too():
    boek = RawWorkbook(
        [RawSheet("Blad", {"B2": Cel("voltooid", fill="00B050"), "C2": Cel("43586", t="n", formaat=14)})],
        is_gedeeld=True,
        opgeslagen="2019-03-01T10:00:00Z",
    )

    sheet = openpyxl.load_workbook(io.BytesIO(boek.bytes()))["Blad"]

    assert (sheet["B2"].value, sheet["B2"].fill.fgColor.rgb) == ("voltooid", "FF00B050")
    assert sheet["C2"].value.isoformat() == "2019-05-01T00:00:00"
