"""Her own workbook, with what there is to mend added to it: whatever stood in it still stands in it."""

import re

import pytest
from tekenen import Cel, RawSheet, RawWorkbook, draw_invulblad

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.status import Status
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.writing.invulblad import Antwoord
from writing.dump import dump, load, parts
from writing.retour.rijk import EIGENSCHAPPEN, rich, with_theme
from writing.retour.terugsturen import (
    BLAD,
    TABEL,
    added,
    drawn,
    findings,
    hung,
    invulblad,
    read,
    said,
    send_back,
    swapped,
)


def sections(inhoud: bytes) -> dict[str, list[str]]:
    """Return what each sheet looks like, as lines; the mark that numbers may be texts is one of ours."""
    _, *stukken = dump(inhoud).split("\n════ ")
    regels = {stuk.split("\n", 1)[0]: stuk.split("\n")[1:] for stuk in stukken}
    return {naam: [r for r in rest if r and not r.startswith("tekst als getal")] for naam, rest in regels.items()}


def test_every_sheet_of_our_own_invulblad_looks_as_it_did(plan):
    inhoud = invulblad(plan, antwoorden={"1.1.1": Antwoord("bijna klar", "2019"), "1.1.2": Antwoord("voltooid")})

    terug = send_back(plan, inhoud)

    assert terug.opnieuw == ""
    voor, na = sections(inhoud), sections(terug.inhoud)
    assert list(na) == ["Te herstellen", *voor]
    for naam in ("Invulblad", "Communicatie", "Leeswijzer"):
        assert na[naam] == voor[naam]
    assert set(voor["_actieplan"]) - {r for r in voor["_actieplan"] if "hoogtes" in r} <= set(na["_actieplan"])


def test_whatever_an_ordinary_workbook_holds_is_still_there(plan):
    inhoud = rich()

    terug = send_back(plan, inhoud)

    assert terug.opnieuw == ""
    voor, na = sections(inhoud), sections(terug.inhoud)
    assert list(na) == ["Te herstellen", *voor]
    for naam in ("Invulblad", "Notities", "Geheim"):
        assert na[naam] == voor[naam]
    boek, was = load(terug.inhoud), load(inhoud)
    assert {n: d.attr_text for n, d in boek.defined_names.items()} == {
        n: d.attr_text for n, d in was.defined_names.items()
    }
    assert boek.defined_names["geheim"].hidden
    assert boek.security.lockStructure
    blad = boek["Invulblad"]
    assert (blad.protection.hashValue, blad.protection.saltValue) == ("aGFzaA==", "c2FsdA==")
    assert [rij for rij, maat in blad.row_dimensions.items() if maat.hidden] == [8]
    assert blad.column_dimensions["F"].outlineLevel == 1
    assert (blad["E7"].hyperlink.location, blad["E7"].hyperlink.tooltip) == ("Notities!A1", "kijk")
    assert [rand.id for rand in blad.row_breaks.brk] == [5]
    assert blad.auto_filter.filterColumn[0].filters.filter == ["voltooid"]
    assert boek["Geheim"].sheet_state == "hidden"


def test_no_part_of_the_package_disappears(plan):
    inhoud = rich()

    weg = set(parts(inhoud)) - set(parts(send_back(plan, inhoud).inhoud))

    assert weg == set()


def test_what_is_read_from_it_is_the_same(plan):
    inhoud = rich()

    terug = send_back(plan, inhoud)

    assert said(read(plan, terug.inhoud)) == said(read(plan, inhoud))
    assert findings(plan, terug.inhoud) == findings(plan, inhoud)
    gelezen = read(plan, terug.inhoud).antwoorden
    assert (gelezen["1.1.2"].planning, gelezen["1.2.1"].status) == ("1-5-2019", Status.VOLTOOID)


@pytest.mark.parametrize(
    ("stuk", "waarom"),
    [
        (
            '<protectedRanges><protectedRange sqref="C4:C8" name="Vrij"/></protectedRanges>',
            "er zijn cellen vrijgegeven aan bepaalde mensen",
        ),
        (
            '<customSheetViews><customSheetView guid="{11111111-1111-1111-1111-111111111111}"/></customSheetViews>',
            "er zijn eigen weergaven in bewaard",
        ),
    ],
)
def test_what_openpyxl_forgets_of_a_sheet_makes_the_retour_a_new_one(plan, stuk, waarom):
    inhoud = swapped(drawn(), BLAD, "</sheetData>", f'</sheetData><sheetProtection sheet="1"/>{stuk}')

    terug = send_back(plan, inhoud)

    assert terug.opnieuw == waarom
    assert said(read(plan, terug.inhoud)) == said(read(plan, inhoud))


def test_an_empty_drawing_is_left_out_without_a_new_invulblad(plan):
    """LibreOffice gives a sheet with a comment a drawing in which nothing is drawn."""
    leeg = b'<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>'
    inhoud = drawn(extra={"xl/drawings/drawing1.xml": leeg, **hung(("drawing", "../drawings/drawing1.xml"))})
    inhoud = swapped(inhoud, BLAD, "</worksheet>", '<drawing r:id="rHang1"/></worksheet>')

    terug = send_back(plan, inhoud)

    assert terug.opnieuw == ""
    assert "xl/drawings/drawing1.xml" not in parts(terug.inhoud)
    assert said(read(plan, terug.inhoud)) == said(read(plan, inhoud))


def test_labels_of_a_document_system_are_no_reason_and_do_not_go_along(plan):
    label = b'<label siteId="gemeente-boekel" owner="Jan Jansen"/>'
    systeem = {"customXml/item1.xml": label, "docMetadata/LabelInfo.xml": label}

    terug = send_back(plan, drawn(extra=systeem))

    assert terug.opnieuw == ""
    assert [naam for naam, deel in parts(terug.inhoud).items() if naam in systeem or b"Jansen" in deel] == []


def test_a_row_whose_height_she_fixed_keeps_that_height(plan):
    inhoud = swapped(drawn(), BLAD, '<row r="6">', '<row r="6" ht="60" customHeight="1">')

    assert b'ht="60" customHeight="1"' in parts(send_back(plan, inhoud).inhoud)["xl/worksheets/sheet2.xml"]


FORMULES = {
    "D4": Cel("2018", t="str", formule='"20"&18'),
    "D5": Cel("2019", t="n", formule="2018+1"),
    "D6": Cel("1", t="b", formule="TRUE()"),
    "E4": Cel("#DIV/0!", t="e", formule="1/0"),
    "E5": Cel("", formule="NU()"),
    "E6": Cel("a & <b>", t="str", formule='"a & <b>"'),
    "C7": Cel("voltooid", t="str", formule='IF(1<2,"voltooid","")'),
}


def test_formulas_stay_with_the_outcome_they_had(plan):
    inhoud = drawn(cellen=FORMULES)

    terug = send_back(plan, inhoud)

    assert terug.opnieuw == ""
    assert said(read(plan, terug.inhoud)) == said(read(plan, inhoud))
    assert read(plan, terug.inhoud).antwoorden["2.1.1"].status is Status.VOLTOOID
    formules, uitkomsten = load(terug.inhoud)["Invulblad"], load(terug.inhoud, data_only=True)["Invulblad"]
    for plaats, cel in FORMULES.items():
        assert formules[plaats].value == f"={cel.formule}"
    assert [uitkomsten[p].value for p in FORMULES] == ["2018", 2019, True, "#DIV/0!", None, "a & <b>", "voltooid"]


def test_shared_and_array_formulas_keep_their_outcomes(plan):
    inhoud = drawn(
        cellen={
            "D4": Cel(xml='<f t="shared" ref="D4:D5" si="0">A4&amp;"x"</f><v>1.1.1x</v>', t="str"),
            "D5": Cel(xml='<f t="shared" si="0"/><v>1.1.2x</v>', t="str"),
            "E4": Cel(xml='<f t="array" ref="E4:E5">A4:A5&amp;"y"</f><v>1.1.1y</v>', t="str"),
            "E5": Cel("1.1.2y", t="str"),
        }
    )

    terug = send_back(plan, inhoud)

    assert terug.opnieuw == ""
    blad = load(terug.inhoud)["Invulblad"]
    assert (blad["D4"].value, blad["D5"].value) == ('=A4&"x"', '=A5&"x"')
    assert (blad["E4"].value.ref, blad["E4"].value.text) == ("E4:E5", '=A4:A5&"y"')
    gelezen = read(plan, terug.inhoud).antwoorden
    assert [(gelezen[nr].planning, gelezen[nr].toelichting) for nr in ("1.1.1", "1.1.2")] == [
        ("1.1.1x", "1.1.1y"),
        ("1.1.2x", "1.1.2y"),
    ]


def test_a_text_with_bold_in_it_keeps_its_bold(plan):
    rijk = "<is><r><t>eerst </t></r><r><rPr><b/><sz val='11'/></rPr><t>dit</t></r></is>"
    inhoud = drawn(cellen={"E4": Cel(xml=rijk)})

    terug = send_back(plan, inhoud)

    assert terug.opnieuw == ""
    assert read(plan, terug.inhoud).antwoorden["1.1.1"].toelichting == "eerst dit"
    assert re.search(rb"<rPr><b[^>]*>.*?</rPr><t[^>]*>dit</t>", parts(terug.inhoud)["xl/worksheets/sheet2.xml"])


def test_dates_of_a_mac_stay_the_same_dates(plan):
    inhoud = drawn(cellen={"D4": Cel("42124", t="n", formaat=14)}, is_1904=True)

    terug = send_back(plan, inhoud)

    assert terug.opnieuw == ""
    assert read(plan, terug.inhoud).antwoorden["1.1.1"].planning == "1-5-2019"


def test_nobodys_name_and_no_label_goes_along_but_when_it_was_saved_does(plan):
    label = b'<Properties><property name="MSIP_Label"><lpwstr>Jan Jansen</lpwstr></property></Properties>'
    inhoud = drawn(extra={**EIGENSCHAPPEN, "docProps/custom.xml": label})
    inhoud = swapped(inhoud, "xl/workbook.xml", "<workbookPr/>", '<fileSharing userName="Jan Jansen"/><workbookPr/>')

    terug = send_back(plan, inhoud)

    assert terug.opnieuw == ""
    for deel in parts(terug.inhoud).values():
        assert not re.search(rb"Jansen|Gemeente Boekel|MSIP|creator|lastModifiedBy", deel)
    assert open_werkboek(Bestand("a.xlsx", terug.inhoud)).opgeslagen == "2019-05-01T10:00:00Z"


def test_a_workbook_that_does_not_say_when_it_was_saved_still_does_not(plan):
    assert open_werkboek(Bestand("a.xlsx", send_back(plan, drawn()).inhoud)).opgeslagen == ""


def test_a_template_comes_back_as_a_workbook(plan):
    inhoud = swapped(drawn(), "[Content_Types].xml", "spreadsheetml.sheet.main", "spreadsheetml.template.main")

    soorten = parts(send_back(plan, inhoud).inhoud)["[Content_Types].xml"]

    assert b"spreadsheetml.sheet.main" in soorten
    assert b"spreadsheetml.template.main" not in soorten


@pytest.mark.parametrize(
    "inhoud",
    [
        with_theme(1),
        drawn(fills={"C6": {"indexed": "17"}}, palet=["000000"] * 17 + ["00B050"]),
        drawn(fills={"C6": "00B050"}),
    ],
    ids=["thema", "palet", "rgb"],
)
def test_an_answer_that_is_a_colour_stays_that_colour(plan, inhoud):
    terug = send_back(plan, inhoud)

    assert terug.opnieuw == ""
    assert Code.STATUS_UIT_KLEUR in [code for code, *_ in findings(plan, terug.inhoud)]
    assert read(plan, terug.inhoud).antwoorden["1.2.1"].status is Status.VOLTOOID


def test_a_sheet_of_her_own_that_is_called_te_herstellen_is_kept(plan):
    tabel = RawSheet("Invulblad", {"A1": Cel("Invulblad van Boekel")})
    tabel.put_table(TABEL, 3)
    inhoud = RawWorkbook([tabel, RawSheet("Te herstellen", {"B2": Cel("bellen met de regio")})]).bytes()

    terug = send_back(plan, inhoud)

    boek = load(terug.inhoud)
    assert boek.active is boek.worksheets[0]
    assert "bellen met de regio" in [cel.value for blad in boek for rij in blad.iter_rows() for cel in rij]
    assert said(read(plan, terug.inhoud)) == said(read(plan, inhoud))


def test_the_first_sheet_is_ours_and_the_only_one_that_is_chosen(plan):
    inhoud = swapped(
        added(rich(), {}), "xl/workbook.xml", "<sheets>", '<bookViews><workbookView activeTab="1"/></bookViews><sheets>'
    )

    boek = load(send_back(plan, inhoud).inhoud)

    assert boek.active.title == "Te herstellen"
    assert [blad.title for blad in boek if blad.sheet_view.tabSelected] == ["Te herstellen"]


def test_a_drawn_invulblad_is_an_ordinary_workbook(plan):
    """What the tests above draw would come through: else none of them would say anything."""
    assert send_back(plan, draw_invulblad(TABEL).bytes()).opnieuw == ""
