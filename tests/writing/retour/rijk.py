"""A workbook in which a gemeente used about everything that an ordinary .xlsx can hold."""

from tekenen import Cel, RawSheet, RawWorkbook, pack

from writing.dump import parts
from writing.retour.terugsturen import BLAD, TABEL, VERBORGEN, drawn, swapped

KERN = (
    '<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:creator>Jan Jansen</dc:creator><cp:lastModifiedBy>Jan Jansen</cp:lastModifiedBy>"
    "<dcterms:modified>2019-05-01T10:00:00Z</dcterms:modified></cp:coreProperties>"
)
APP = "<Properties><Company>Gemeente Boekel</Company><Manager>Jan Jansen</Manager></Properties>"
EIGENSCHAPPEN = {"docProps/core.xml": KERN.encode(), "docProps/app.xml": APP.encode()}

VOOR = (
    '<sheetPr><tabColor rgb="FF00FF00"/></sheetPr><sheetViews><sheetView workbookViewId="0" zoomScale="80">'
    '<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>'
    '<selection pane="bottomLeft" activeCell="C4" sqref="C4"/></sheetView></sheetViews>'
    '<cols><col min="1" max="1" width="9" customWidth="1"/><col min="2" max="4" width="33.5" customWidth="1"/>'
    '<col min="6" max="9" width="12" hidden="1" outlineLevel="1"/></cols>'
)
NA = (
    '<sheetProtection sheet="1" algorithmName="SHA-512" hashValue="aGFzaA==" saltValue="c2FsdA==" spinCount="9"/>'
    '<autoFilter ref="A3:E8"><filterColumn colId="2"><filters><filter val="voltooid"/></filters></filterColumn>'
    '</autoFilter><mergeCells><mergeCell ref="A1:C1"/></mergeCells>'
    '<conditionalFormatting sqref="C4:C8"><cfRule type="expression" dxfId="0" priority="1"><formula>C4="x"</formula>'
    "</cfRule></conditionalFormatting>"
    '<dataValidations><dataValidation type="list" promptTitle="Kies" prompt="uit de lijst" sqref="C4:C8">'
    '<formula1>"voltooid,gepland"</formula1></dataValidation></dataValidations>'
    '<hyperlinks><hyperlink ref="E7" location="Notities!A1" tooltip="kijk"/></hyperlinks>'
    '<printOptions horizontalCentered="1"/><pageMargins left=".1" right=".2" top=".3" bottom=".4" header=".5"'
    ' footer=".6"/><pageSetup paperSize="8" orientation="landscape" fitToHeight="0"/>'
    "<headerFooter><oddHeader>&amp;LBoekel</oddHeader><oddFooter>&amp;Rvertrouwelijk</oddFooter></headerFooter>"
    '<rowBreaks count="1" manualBreakCount="1"><brk id="5" max="16383" man="1"/></rowBreaks>'
)
NAMEN = (
    '<definedNames><definedName name="Bereik">Invulblad!$C$4:$C$8</definedName>'
    '<definedName name="geheim" hidden="1">Notities!$A$1</definedName>'
    '<definedName name="_xlnm.Print_Area" localSheetId="0">Invulblad!$A$1:$E$8</definedName>'
    '<definedName name="_xlnm.Print_Titles" localSheetId="0">Invulblad!$3:$3</definedName></definedNames>'
)
DXF = (
    '<dxfs><dxf><font><color rgb="FF112233"/></font><fill><patternFill><bgColor rgb="FFAABBCC"/></patternFill></fill>'
    "</dxf></dxfs>"
)


def rich() -> bytes:
    """Return the invulblad of Boekel between sheets of her own, with names, colours, locks and all."""
    tabel = RawSheet("Invulblad", {"A1": Cel("Invulblad van Boekel")}, verborgen_rijen=(8,), na=NA)
    tabel.put_table(TABEL, 3)
    tabel.change({"D5": Cel("43586", t="n", formaat="d-m-yyyy")}, {"C6": "00B050", "D8": "FF0000"})
    notities = RawSheet(
        "Notities",
        {
            "A1": Cel("1234.5", t="n", formaat="#,##0.00"),
            "A2": Cel("0.1", t="n"),
            "A3": Cel("1", t="b"),
            "A4": Cel("#N/A", t="e"),
            "A5": Cel("=SOM(A1)"),
            "B1": Cel("  spaties  "),
            "B2": Cel("regel\neen"),
        },
    )
    geheim = RawSheet("Geheim", {"C3": Cel("ook dit")}, staat="hidden")
    verborgen = RawSheet("_actieplan", staat="veryHidden")
    for rij, regel in enumerate(VERBORGEN.items(), 1):
        verborgen.put(rij, regel)
    boek = RawWorkbook([tabel, notities, geheim, verborgen], thema={"accent1": "4472C4"})
    inhoud = pack({**boek.delen(), **EIGENSCHAPPEN})
    inhoud = swapped(inhoud, BLAD, "<sheetData>", f"{VOOR}<sheetData>")
    inhoud = swapped(inhoud, "xl/styles.xml", "<font/>", '<font><sz val="10"/><name val="Arial"/></font>')
    inhoud = swapped(inhoud, "xl/styles.xml", "</styleSheet>", f"{DXF}</styleSheet>")
    slot = '<workbookPr/><workbookProtection lockStructure="1"/>'
    inhoud = swapped(inhoud, "xl/workbook.xml", "<workbookPr/>", slot)
    return swapped(inhoud, "xl/workbook.xml", "</sheets>", f"</sheets>{NAMEN}")


def with_theme(nummer: int) -> bytes:
    """Return an answer that is a colour of a theme, which openpyxl only finds when it is the first."""
    delen = parts(drawn(fills={"C6": {"theme": "4"}}, thema={"accent1": "00B050"}))
    delen[f"xl/theme/theme{nummer}.xml"] = delen.pop("xl/theme/theme1.xml")
    relaties = delen["xl/_rels/workbook.xml.rels"]
    return pack({**delen, "xl/_rels/workbook.xml.rels": relaties.replace(b"theme1", f"theme{nummer}".encode())})
