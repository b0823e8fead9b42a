"""The guard before openpyxl: what it would drop, or choke on, is named before it gets the chance."""

import re
import struct

import pytest
from tekenen import RawSheet, RawWorkbook, draw_invulblad, mark_encrypted, pack
from tekenen.ods import draw_ods
from tekenen.ole import draw_ole
from tekenen.xls import draw_xls
from tekenen.xlsb import draw_xlsb

from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.writing.retour.bewaker import too_much_merged, why_not_own
from writing.dump import parts
from writing.retour.terugsturen import BLAD, TABEL, drawn, invulblad, read, said, send_back, swapped

VAK = "<xdr:sp><xdr:txBody><a:p><a:r><a:t>Bel ons</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
TEKENING = '<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:twoCellAnchor>{}</xdr:twoCellAnchor></xdr:wsDr>'
VML = '<xml xmlns:x="x"><x:ClientData ObjectType="{}"/></xml>'
ONBEKEND = "er zit iets in dat we niet kennen"
GEEN_XLSX = "het is geen gewone .xlsx"


def why(inhoud: bytes) -> str:
    return why_not_own(Bestand("Boekel.xlsx", inhoud))


def with_part(naam: str, inhoud: str = "<x/>") -> bytes:
    return drawn(extra={naam: inhoud.encode()})


def with_xml(na: str) -> bytes:
    """Return an invulblad with XML of a sheet behind its cells."""
    return swapped(drawn(), BLAD, "</sheetData>", f"</sheetData>{na}")


@pytest.mark.parametrize(
    ("deel", "inhoud", "waarom"),
    [
        ("xl/media/image1.png", "PNG", "er staan afbeeldingen in"),
        ("xl/drawings/drawing1.xml", TEKENING.format(VAK), "er staan tekstvakken, afbeeldingen of grafieken in"),
        ("xl/charts/chart1.xml", "<c:chartSpace xmlns:c='c'/>", "er staan grafieken in"),
        ("xl/threadedComments/threadedComment1.xml", "<ThreadedComments/>", "er staan gesprekken in"),
        ("xl/vbaProject.bin", "macro", "er staan macro's in"),
        ("xl/embeddings/oleObject1.bin", "bijlage", "er zijn bestanden in ingesloten"),
        ("xl/externalLinks/externalLink1.xml", "<externalLink/>", "er staan koppelingen naar andere bestanden in"),
        ("xl/ctrlProps/ctrlProp1.xml", "<formControlPr/>", "er staan knoppen of selectievakjes in"),
        ("xl/activeX/activeX1.xml", "<ax:ocx xmlns:ax='ax'/>", "er staan knoppen of selectievakjes in"),
        ("xl/drawings/vmlDrawing1.vml", VML.format("Checkbox"), "er staan knoppen of selectievakjes in"),
        ("xl/drawings/vmlDrawing1.vml", VML.format("Button"), "er staan knoppen of selectievakjes in"),
        ("xl/pivotTables/pivotTable1.xml", "<pivotTableDefinition/>", "er staan draaitabellen in"),
        ("xl/pivotCache/pivotCacheDefinition1.xml", "<pivotCacheDefinition/>", "er staan draaitabellen in"),
        ("xl/tables/table1.xml", "<table/>", "er staan tabellen in"),
        ("XL/Media/Image1.PNG", "PNG", "er staan afbeeldingen in"),
    ],
)
def test_what_openpyxl_would_drop_is_named(deel, inhoud, waarom):
    assert why(with_part(deel, inhoud)) == waarom


@pytest.mark.parametrize(
    "deel",
    [
        "xl/slicers/slicer1.xml",
        "xl/slicerCaches/slicerCache1.xml",
        "xl/chartsheets/sheet1.xml",
        "xl/dialogsheets/sheet1.xml",
        "xl/macrosheets/sheet1.xml",
        "xl/queryTables/queryTable1.xml",
        "xl/connections.xml",
        "xl/metadata.xml",
        "xl/richData/rdrichvalue.xml",
        "xl/webextensions/webextension1.xml",
        "xl/featurePropertyBag/featurePropertyBag.xml",
        "xl/customProperty1.bin",
        "xl/worksheets/anders.xml",
        "xl/model/item.data",
        "iets.txt",
        "../../buiten.xml",
    ],
)
def test_a_part_that_nobody_knows_is_reason_enough(deel):
    assert why(with_part(deel)) == ONBEKEND


@pytest.mark.parametrize(
    "deel",
    [
        "docProps/core.xml",
        "docProps/app.xml",
        "docProps/custom.xml",
        "docProps/thumbnail.wmf",
        "xl/calcChain.xml",
        "xl/theme/theme2.xml",
        "xl/printerSettings/printerSettings1.bin",
        "xl/comments1.xml",
        "xl/comments/comment1.xml",
        "customXml/item1.xml",
        "customXml/itemProps1.xml",
        "customXml/_rels/item1.xml.rels",
        "docMetadata/LabelInfo.xml",
    ],
)
def test_a_part_that_holds_nothing_of_hers_or_comes_through_is_no_reason(deel):
    assert why(with_part(deel)) == ""


def test_comments_are_no_buttons(plan):
    assert why(with_part("xl/drawings/vmlDrawing1.vml", VML.format("Note"))) == ""


def test_a_drawing_on_which_nothing_stands_is_no_drawing():
    """LibreOffice gives nearly every sheet one."""
    leeg = '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>'

    assert why(with_part("xl/drawings/drawing1.xml", leeg)) == ""


@pytest.mark.parametrize("hoe", [{}, {"is_gedeeld": True}, {"opgeslagen": "2019-05-01T10:00:00Z"}, {"is_1904": True}])
def test_an_ordinary_workbook_may_go_through(hoe):
    assert why(drawn(**hoe)) == ""


def test_our_own_invulblad_may_go_through(plan):
    assert why(invulblad(plan)) == ""


@pytest.mark.parametrize(
    "inhoud",
    [
        draw_ods(TABEL),
        draw_xls({(1, 1): "Nr", (1, 2): "Status"}),
        draw_ole({"EncryptedPackage": b"x", "EncryptionInfo": b"y"}),
        b"Nr;Status\n1.1.1;voltooid",
        b"",
    ],
    ids=["ods", "xls", "versleuteld", "csv", "leeg"],
)
def test_another_format_is_no_ordinary_xlsx(inhoud):
    assert why(inhoud) == GEEN_XLSX


def test_a_binary_workbook_is_no_ordinary_xlsx():
    assert why(draw_xlsb({(1, 1): "Nr"})) == GEEN_XLSX


def test_a_workbook_whose_sheets_are_listed_elsewhere_is_no_ordinary_xlsx():
    delen = draw_invulblad(TABEL).delen()
    delen["xl/boek.xml"] = delen.pop("xl/workbook.xml")

    assert why(pack(delen)) == GEEN_XLSX


@pytest.mark.parametrize("welke", ["eind", "deel", "wachtwoord", "dubbel"])
def test_a_damaged_package_is_damaged(welke):
    heel = drawn()
    app = drawn(extra={"docProps/app.xml": b"<Properties>" + b"x" * 100 + b"</Properties>"})
    plaats = app.rindex(b"PK\x01\x02")
    crc = struct.pack("<I", 1)
    inhoud = {
        "eind": heel[: len(heel) // 2],
        "deel": app[: plaats + 16] + crc + app[plaats + 20 :],
        "wachtwoord": mark_encrypted(heel),
        "dubbel": pack([*parts(heel).items(), ("XL/Workbook.xml", b"<workbook/>")]),
    }[welke]

    assert why(inhoud) == "het is beschadigd"


def test_a_part_of_many_megabytes_is_too_big():
    getallen = " ".join(map(str, range(1_300_000)))

    assert len(getallen) > 8 * 1024 * 1024
    assert why(with_part("docProps/app.xml", f"<x>{getallen}</x>")) == "het is te groot"


@pytest.mark.parametrize(
    "inhoud",
    ["geen xml", '<!DOCTYPE x [<!ENTITY a "b">]><x/>', ""],
    ids=["tekst", "doctype", "leeg"],
)
def test_a_part_that_is_no_plain_xml_is_unknown(inhoud):
    assert why(with_part("docProps/app.xml", inhoud)) == ONBEKEND


def test_a_part_in_another_encoding_is_unknown():
    delen = draw_invulblad(TABEL).delen()
    delen[BLAD] = delen[BLAD].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")

    assert why(pack(delen)) == ONBEKEND


@pytest.mark.parametrize("hoe", [{"prefix": "x"}])
def test_a_sheet_in_another_dialect_is_unknown(hoe):
    assert why(drawn(**hoe)) == ONBEKEND


def test_what_only_a_newer_excel_knows_is_named():
    regel = '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"/></extLst>'

    assert why(with_xml(regel)) == "er staan regels in die alleen een nieuwere Excel kent"


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
def test_what_openpyxl_forgets_of_a_sheet_is_named(stuk, waarom):
    """Without its free ranges a gemeente cannot fill in her own protected sheet any more."""
    assert why(with_xml(stuk)) == waarom


@pytest.mark.parametrize(
    "rij",
    [
        '<row r="20001"><c r="A20001" t="n"><v>1</v></c></row>',
        '<row spans="1:2" r="1048576"/>',
        "<row r='1048576'><c r='A1048576' t='n'><v>1</v></c></row>",
        '<row><c r="A1048576" t="n"><v>1</v></c></row>',
        '<row r="7"><c r="XFD7" t="n"><v>1</v></c></row>',
        '<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row>',
    ],
)
def test_a_cell_far_outside_the_table_is_no_reason(rij):
    """Cells are walked one by one as they are there, never all those in between."""
    assert why(swapped(drawn(), BLAD, "</sheetData>", f"{rij}</sheetData>")) == ""


@pytest.mark.parametrize("vorm", ["<c/>", '<c s="0"/>', "<c\ts='0'/>", "<c></c>"])
def test_so_many_cells_and_no_more_may_go_through(vorm):
    """Empty ones count as well: openpyxl makes something of each."""
    heel = drawn()
    vrij = 100_000 - len(re.findall(rb"<c[ >/]", parts(heel)[BLAD]))

    vol = swapped(heel, BLAD, "</sheetData>", f'<row r="20">{vorm * vrij}</row></sheetData>')
    te_vol = swapped(heel, BLAD, "</sheetData>", f'<row r="20">{vorm * (vrij + 1)}</row></sheetData>')

    assert (why(vol), why(te_vol)) == ("", "het is te groot")


def merged_too_much(cellen: str) -> str:
    inhoud = with_xml(f"<mergeCells>{cellen}</mergeCells>")
    assert why(inhoud) == ""
    return too_much_merged(open_werkboek(Bestand("Boekel.xlsx", inhoud)))


VEEL = "er zijn heel veel cellen samengevoegd"


@pytest.mark.parametrize(
    "cellen",
    [
        '<mergeCell ref="A1:XFD1048576"/>',
        '<mergeCell ref="G:G"/>',
        '<mergeCell ref="#REF!"/>',
        '<mergeCell ref="A10:J1010"/><mergeCell ref="K10:T1010"/>',
        '<mergeCell ref="A10:J2010"/>',
        "<mergeCell ref='A1:XFD1048576'/>",
        '<mergeCell\tref="A1:XFD1048576"/>',
        '<mergeCell ref = "A1:XFD1048576"/>',
    ],
)
def test_merges_that_would_fill_the_sheet_are_named(cellen):
    assert merged_too_much(cellen) == VEEL


@pytest.mark.parametrize("cellen", ['<mergeCell ref="A1:E2"/>', '<mergeCell ref="A10:J2009"/>'])
def test_a_merged_heading_is_fine(cellen):
    assert merged_too_much(cellen) == ""


def test_the_merges_of_all_sheets_count_together():
    bladen = [RawSheet(naam, na='<mergeCells><mergeCell ref="A1:J1001"/></mergeCells>') for naam in ("Een", "Twee")]

    assert too_much_merged(open_werkboek(Bestand("a.xlsx", RawWorkbook(bladen).bytes()))) == VEEL
    assert too_much_merged(open_werkboek(Bestand("a.xlsx", RawWorkbook(bladen[:1]).bytes()))) == ""


def test_a_workbook_with_too_much_merged_comes_back_as_a_new_one(plan):
    inhoud = with_xml('<mergeCells><mergeCell ref="A10:XFD1048576"/></mergeCells>')

    terug = send_back(plan, inhoud)

    assert terug.opnieuw == VEEL
    assert said(read(plan, terug.inhoud)) == said(read(plan, inhoud))
