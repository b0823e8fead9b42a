"""Where openpyxl raises, loses something or would make a million cells: a new invulblad, and nothing is lost."""

import re

import pytest
from openpyxl.cell import Cell
from tekenen import Cel, RawSheet, RawWorkbook, pack

from actieplan_xl.domain.adres import parse_adres
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.writing.retour.herstelwerk import put_right
from writing.dump import parts
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
    texts,
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


_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STREEP = '<is><r><rPr><strike/></rPr><t>doen we</t></r><r><t xml:space="preserve"> niet meer</t></r></is>'


def worked_on() -> bytes:
    """Return an invulblad with a line through a text, a link, a formula, and rows and columns that are hidden."""
    inhoud = drawn(
        cellen={"E5": Cel("", xml=STREEP), "D5": Cel("2018", t="str", formule="E1"), "E7": Cel("zie hier")},
        extra=hung(("hyperlink", "https://voorbeeld.nl/plan"), extern=True),
    )
    links = f'<hyperlinks><hyperlink ref="E7" r:id="rHang1" xmlns:r="{_R}"/></hyperlinks>'
    inhoud = swapped(inhoud, BLAD, "</sheetData>", f"</sheetData>{links}")
    inhoud = swapped(inhoud, BLAD, '<row r="8"', '<row r="8" hidden="1"')
    return swapped(inhoud, BLAD, "<sheetData>", '<cols><col min="7" max="9" hidden="1"/></cols><sheetData>')


def test_what_she_did_to_a_sheet_is_still_there_in_her_own_workbook(plan):
    inhoud = worked_on()

    terug = send_back(plan, inhoud)

    assert terug.opnieuw == ""
    voor, na = (open_werkboek(Bestand("a.xlsx", een)).find_sheet("Invulblad") for een in (inhoud, terug.inhoud))
    assert (voor.doorgehaald, voor.inhoud.formules, voor.inhoud.verborgen_rijen) == (
        {(5, 5): "doen we"},
        {(5, 4): "E1"},
        {8},
    )
    assert voor.inhoud.koppelingen == na.inhoud.koppelingen == {(7, 5): "https://voorbeeld.nl/plan"}
    assert (voor.doorgehaald, voor.inhoud.formules) == (na.doorgehaald, na.inhoud.formules)


@pytest.mark.parametrize(
    "weg",
    [r"<strike[^>]*/>", r"<hyperlink [^>]*/>", r"<f>E1</f>", r'(?<=r="8") hidden="1"', r'hidden="1"(?=[^>]*min="7")'],
    ids=["streep", "koppeling", "formule", "rij", "kolom"],
)
def test_her_own_workbook_is_not_sent_when_any_of_that_is_gone(plan, monkeypatch, weg):
    """Whatever openpyxl forgets in a next version."""

    def forget(*wat: object) -> bytes:
        delen = parts(put_right(*wat))
        nieuw = {
            naam: re.sub(weg.encode(), b"", deel) if naam.endswith(".xml") else deel for naam, deel in delen.items()
        }
        assert nieuw != delen
        return pack(nieuw)

    monkeypatch.setattr("actieplan_xl.writing.retour.eigen.put_right", forget)

    assert send_back(plan, worked_on()).opnieuw == "het laat zich niet aanvullen zonder iets te verliezen"


def test_a_formula_that_is_shared_with_cells_below_is_no_reason_for_a_new_sheet(plan):
    """Excel writes one that was dragged down once, and openpyxl writes it out for every cell."""
    inhoud = drawn(cellen={"D5": Cel("2018", t="str", formule="E1"), "D6": Cel("2018", t="str", formule="E2")})
    inhoud = swapped(inhoud, BLAD, "<f>E1</f>", '<f t="shared" ref="D5:D6" si="0">E1</f>')
    inhoud = swapped(inhoud, BLAD, "<f>E2</f>", '<f t="shared" si="0"/>')

    assert send_back(plan, inhoud).opnieuw == ""


def test_an_invulblad_that_she_called_te_herstellen_is_looked_at_as_any_other(plan):
    """It is no list of ours, and what stands twice in it does not come through."""
    tabel = RawSheet("Te herstellen", {"A1": Cel("Invulblad van Boekel")}, dubbel=[("B5", Cel("staat er dubbel"))])
    tabel.put_table(TABEL, 3)

    terug = send_back(plan, RawWorkbook([tabel]).bytes())

    assert terug.opnieuw == "het laat zich niet aanvullen zonder iets te verliezen"
    assert "staat er dubbel" in texts(terug.inhoud)
