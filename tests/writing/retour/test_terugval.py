"""Where openpyxl raises, loses something or would make a million cells: a new invulblad, and nothing is lost."""

import pytest
from openpyxl.cell import Cell
from tekenen import Cel, RawSheet, RawWorkbook

from actieplan_xl.domain.adres import parse_adres
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.openen import open_werkboek
from writing.retour.rijk import with_theme
from writing.retour.terugsturen import (
    BLAD,
    TABEL,
    codes,
    drawn,
    findings,
    hung,
    invulblad,
    read,
    said,
    send_back,
    swapped,
)


@pytest.mark.parametrize("plaats", ["XFD4", "H1048576", "XFD1048576"])
def test_a_cell_far_away_is_kept_and_does_not_make_every_cell_before_it(plan, monkeypatch, plaats):
    """A sheet of thirty rows and all columns has half a million cells; a whole one, seventeen milliard."""
    gemaakt: list[int] = []

    class Geteld(Cell):
        __slots__ = ()

        def __init__(self, *wat: object, **hoe: object):
            gemaakt.append(1)
            super().__init__(*wat, **hoe)

    monkeypatch.setattr("openpyxl.worksheet.worksheet.Cell", Geteld)
    monkeypatch.setattr("openpyxl.worksheet._reader.Cell", Geteld)
    inhoud = drawn(cellen={plaats: Cel("los")})

    terug = send_back(plan, inhoud)

    assert 0 < len(gemaakt) < 1_000
    assert terug.opnieuw == ""
    assert said(read(plan, terug.inhoud)) == said(read(plan, inhoud))
    assert (Code.CEL_BUITEN_TABEL, "Invulblad", plaats) in [wat[:3] for wat in findings(plan, terug.inhoud)]
    assert (
        open_werkboek(Bestand("a.xlsx", terug.inhoud)).find_sheet("Invulblad").cell(*parse_adres(plaats)).ruw == "los"
    )


def test_a_row_that_no_sheet_has_does_not_stop_the_retour(plan):
    inhoud = swapped(drawn(), BLAD, "</sheetData>", '<row r="99999999999999999999"/></sheetData>')

    assert said(read(plan, send_back(plan, inhoud).inhoud)) == said(read(plan, inhoud))


OPMERKING = (
    '<comments><authors><author>Jan</author></authors><commentList><comment ref="C4" authorId="{}"><text><t>{}</t>'
    "</text></comment></commentList></comments>"
)


def with_comment(auteur: int, tekst: str = "navragen") -> dict[str, bytes]:
    return {"xl/comments1.xml": OPMERKING.format(auteur, tekst).encode(), **hung(("comments", "../comments1.xml"))}


def other_sheets(*namen: str) -> bytes:
    """Return an invulblad with other sheets behind it."""
    tabel = RawSheet("Invulblad", {"A1": Cel("Invulblad van Boekel")})
    tabel.put_table(TABEL, 3)
    return RawWorkbook([tabel, *(RawSheet(naam, {"A1": Cel(f"op {naam}")}) for naam in namen)]).bytes()


KAPOT = {
    "een stijl die niet bestaat": swapped(drawn(fills={"C4": "00B050"}), "xl/styles.xml", "FF00B050", "GGHH"),
    "een koppeling op een lege cel": swapped(
        drawn(), BLAD, "</sheetData>", '</sheetData><hyperlinks><hyperlink ref="H9" location="A1"/></hyperlinks>'
    ),
    "een tekst als code": drawn(cellen={"D4": Cel("_x005F_x0041_")}),
    "een getal dat geen getal is": drawn(cellen={"D4": Cel("1,5", t="n")}),
    "meer cijfers dan een getal kan hebben": drawn(cellen={"D4": Cel("12345678901234567890", t="n")}),
    "een cel onder een samenvoeging": swapped(
        drawn(), BLAD, "</sheetData>", '</sheetData><mergeCells><mergeCell ref="C4:D5"/></mergeCells>'
    ),
    "een cel die twee keer bestaat": swapped(
        drawn(), BLAD, "</row></sheetData>", '<c r="A8" t="inlineStr"><is><t>9.9.9</t></is></c></row></sheetData>'
    ),
    "een opmerking zonder auteur": drawn(extra=with_comment(9)),
    "kleuren van een ander thema": with_theme(2),
    "twee opmerkingen op een cel": swapped(
        drawn(extra=with_comment(0, "eerste")),
        "xl/comments1.xml",
        "</commentList>",
        '<comment ref="C4" authorId="0"><text><t>tweede</t></text></comment></commentList>',
    ),
    "namen die alleen in hoofdletters verschillen": other_sheets("Blad", "BLAD"),
    "zoveel bladen als er mogen zijn": other_sheets(*(f"Blad {nummer}" for nummer in range(199))),
}


@pytest.mark.parametrize(
    "hoe",
    [{"is_strict": True}, {"met_adressen": False}, {"rijen_omgekeerd": True}, {"prefix": "x"}, {"dimensie": "A1"}],
    ids=str,
)
def test_what_another_program_writes_in_its_own_way_says_the_same(plan, hoe):
    inhoud = drawn(**hoe)

    assert said(read(plan, send_back(plan, inhoud).inhoud)) == said(read(plan, inhoud))


@pytest.mark.parametrize("wat", KAPOT)
def test_what_does_not_come_through_gets_a_new_invulblad(plan, wat):
    """Whether openpyxl raises or quietly loses something: she never notices, and nothing is lost."""
    inhoud = KAPOT[wat]

    terug = send_back(plan, inhoud)

    assert terug.opnieuw == "het laat zich niet aanvullen zonder iets te verliezen"
    assert said(read(plan, terug.inhoud)) == said(read(plan, inhoud))


def test_a_plan_that_would_be_spoiled_on_the_way_gets_a_new_invulblad(plan):
    inhoud = swapped(invulblad(plan), "xl/sharedStrings.xml", "Waar het om gaat.", "Waar _x005F_x0041_ om gaat.")

    terug = send_back(plan, inhoud)

    assert terug.opnieuw == "het laat zich niet aanvullen zonder iets te verliezen"


def test_an_answer_below_a_merge_is_pointed_at_all_the_same(plan):
    inhoud = drawn(cellen={"C6": ""})
    inhoud = swapped(inhoud, BLAD, "</sheetData>", '</sheetData><mergeCells><mergeCell ref="C5:C6"/></mergeCells>')

    terug = send_back(plan, inhoud)

    assert Code.CEL_SAMENGEVOEGD in codes(terug.herstel.bevindingen)
    assert said(read(plan, terug.inhoud)) == said(read(plan, inhoud))
