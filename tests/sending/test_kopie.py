import io
import zipfile

import pytest
from writing.voorbeeld import MAP

from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.words import PLANBLADEN
from actieplan_xl.reading.regiowerkboek import read_regiowerkboek
from actieplan_xl.reading.werkboek.bestand import Bestand, open_bestand
from actieplan_xl.sending.kopie import hide_sheets, looks_outside, make_copy, set_paper
from sending.conftest import Knutsel

RELS = "xl/_rels/workbook.xml.rels"
BLAD, BLADRELS = "xl/worksheets/sheet2.xml", "xl/worksheets/_rels/sheet2.xml.rels"
NAAR = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relatie(soort: str, doel: str = "x.bin", modus: str = "Internal") -> tuple[str, str]:
    return "</Relationships>", f'<Relationship Id="rIdX" Type="{NAAR}/{soort}" Target="{doel}" TargetMode="{modus}"/>'


def parts(xlsx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(xlsx)) as zip_:
        return {naam: zip_.read(naam) for naam in zip_.namelist()}


def test_a_regiowerkboek_as_we_wrote_it_is_copied_whole(knutsel: Knutsel) -> None:
    """Nothing of ours is taken for a danger, and the copy is the same matrix."""
    bestand = knutsel({})

    kopie = Bestand("kopie.xlsx", make_copy(bestand))

    assert read_regiowerkboek(kopie).matrix == read_regiowerkboek(bestand).matrix
    assert set(parts(kopie.inhoud)) == set(parts(bestand.inhoud))


@pytest.mark.parametrize(
    ("soort", "waarom"),
    [
        ("vbaProject", "macro's"),
        ("xlMacrosheet", "macro's"),
        ("externalLink", "andere bestanden"),
        ("oleObject", "een ander bestand"),
        ("package", "een ander bestand"),
        ("control", "knoppen"),
        ("connections", "van buiten"),
        ("queryTable", "van buiten"),
    ],
)
@pytest.mark.parametrize("deel", [RELS, "xl/drawings/_rels/drawing9.xml.rels"])
def test_what_could_run_or_reach_outside_is_refused(knutsel: Knutsel, soort: str, waarom: str, deel: str) -> None:
    """Wherever in the file it hangs, and with a word about what it is."""
    anker, erbij = relatie(soort)
    delen = {deel: (anker, erbij) if deel == RELS else ("", f"<Relationships>{erbij}</Relationships>")}

    with pytest.raises(BestandError, match=f"uit voorzorg niet aan LibreOffice gegeven: .*{waarom}"):
        make_copy(knutsel(delen))


@pytest.mark.parametrize("modus", ["External", "external"])
def test_a_picture_from_elsewhere_is_refused_and_a_link_to_click_on_is_not(knutsel: Knutsel, modus: str) -> None:
    """LibreOffice would fetch the one while it opens the file; nobody follows the other."""
    delen = f"<Relationships>{relatie('image', 'http://kwaad.example/a.png', modus)[1]}</Relationships>"
    with pytest.raises(BestandError, match=r"het verwijst naar 'http://kwaad\.example/a\.png'"):
        make_copy(knutsel({"xl/drawings/_rels/drawing9.xml.rels": ("", delen)}))

    klik = f"<Relationships>{relatie('hyperlink', 'https://www.riec.nl', modus)[1]}</Relationships>"
    assert make_copy(knutsel({"xl/drawings/_rels/drawing9.xml.rels": ("", klik)}))


@pytest.mark.parametrize(
    "formule",
    [
        '_xlfn.WEBSERVICE("http://kwaad.example")',
        "cmd|'/c calc'!A1",
        'DDE("soffice";"x";"y")',
        "'file:///etc/passwd'#$Blad1.A1",
        "[1]Blad1!A1",
        r"'\\\\server\\deel\\[a.xlsx]B'!A1",
    ],
)
@pytest.mark.parametrize(
    ("deel", "anker", "vorm"),
    [
        (BLAD, "</sheetData>", '<row r="9999"><c r="A9999"><f>{}</f></c></row>'),
        (BLAD, "<pageMargins", '<conditionalFormatting><cfRule type="expression"><formula>{}</formula></cfRule>'
                               "</conditionalFormatting>"),
        ("xl/workbook.xml", "</definedNames>", '<definedName name="x">{}</definedName>'),
    ],
    ids=["cel", "kleurregel", "naam"],
)  # fmt: skip
def test_a_formula_that_looks_outside_is_refused(
    knutsel: Knutsel, formule: str, deel: str, anker: str, vorm: str
) -> None:
    """In a cell, in a colour rule and in a name alike."""
    with pytest.raises(BestandError, match="kijkt buiten het werkboek"):
        make_copy(knutsel({deel: (anker, vorm.format(formule))}))


@pytest.mark.parametrize(
    "formule",
    [
        "Register!A1", "'Import per maand'!B2", "SUM(Gegevens[2019])", "Gegevens[[#This Row],[2019]]-Blad1!A1",
        "COUNTIF('a'!A1:A9,T[x])+'b'!A1", "'Blad [1]'", "",
    ],
)  # fmt: skip
def test_a_formula_that_stays_inside_is_let_through(formule: str) -> None:
    """Sheets and columns may be called anything."""
    assert not looks_outside(formule)


def test_a_formula_that_is_longer_than_excel_allows_is_not_trusted() -> None:
    """Nor does looking at it take long."""
    assert looks_outside("'" + "[" * 1_000_000)


def test_a_text_within_a_formula_is_only_a_text(knutsel: Knutsel) -> None:
    """What stands between quotes reaches nowhere."""
    formule = '<row r="9999"><c r="A9999"><f>"http://x | WEBSERVICE"&amp;HYPERLINK("https://riec.nl")</f></c></row>'

    assert make_copy(knutsel({BLAD: ("</sheetData>", formule)}))


@pytest.mark.parametrize("naam", ["Boekel.ods", "Uden.xls"])
def test_another_format_is_refused_with_a_remedy(naam: str) -> None:
    """Only what was looked through part by part is handed over."""
    inhoud = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)

    with pytest.raises(BestandError, match=r"geen gewone \.xlsx.*sla het op als Excel-werkmap"):
        make_copy(Bestand(naam, inhoud))


def test_who_saved_the_workbook_does_not_go_along(knutsel: Knutsel) -> None:
    """Title and subject stay; the names, the company and the moments that Excel puts in do not."""
    bestand = knutsel(
        {
            "docProps/core.xml": ("</cp:coreProperties>", "<cp:lastModifiedBy>Jan de Vries</cp:lastModifiedBy>"),
            "docProps/app.xml": ("</Properties>", "<Company>Gemeente Uden</Company>"),
        }
    )

    delen = parts(make_copy(bestand))

    assert not any(b"Jan de Vries" in inhoud or b"Gemeente Uden<" in inhoud for inhoud in delen.values())
    assert "<dc:title>Actieplan ondermijning 2019 – ".encode() in delen["docProps/core.xml"]


def test_which_program_saved_the_workbook_does_go_along(knutsel: Knutsel) -> None:
    """LibreOffice reads charts by it: without it every label of a chart says the names of row and column as well."""
    app = parts(make_copy(knutsel({})))["docProps/app.xml"]

    assert b"<Application>Microsoft Excel</Application>" in app
    assert b"<AppVersion>12.0000</AppVersion>" in app


def test_all_sheets_go_on_the_paper_that_was_asked() -> None:
    """Every sheet says A3, where some said A4."""
    (pad,) = MAP.glob("Regiowerkboek*.xlsx")

    delen = parts(make_copy(open_bestand(pad), "a3"))

    bladen = [inhoud for naam, inhoud in delen.items() if naam.startswith("xl/worksheets/sheet")]
    assert len(bladen) > 5
    assert all(b'paperSize="8"' in blad and b'paperSize="9"' not in blad for blad in bladen)


def test_paper_takes_the_place_of_whatever_stood_there() -> None:
    """Also of a size of the printer's own, and with a prefix; what else the page says stays."""
    was = b'<x:pageSetup paperSize="256" paperWidth="99mm" paperHeight="9mm" orientation="landscape" r:id="rId3"/>'

    assert set_paper(was, 9) == b'<x:pageSetup paperSize="9" orientation="landscape"/>'
    assert set_paper(b"<pageSetup/>", 8) == b'<pageSetup paperSize="8"/>'
    assert set_paper(b"<sheetData/>", 8) == b"<sheetData/>"


@pytest.mark.parametrize("pas", ["", '<sheetPr><pageSetUpPr fitToPage="0"/></sheetPr>'])
def test_a_scale_of_its_own_changes_with_the_paper(pas: str) -> None:
    """So that the page breaks, which were made for the other paper, stay where a page ends."""
    was = f'{pas}<pageSetup paperSize="8" scale="93" orientation="landscape"/>'.encode()

    assert set_paper(was, 9) == f'{pas}<pageSetup paperSize="9" scale="62" orientation="landscape"/>'.encode()
    assert set_paper(was, 8) == was
    assert set_paper(b'<pageSetup paperSize="9" scale="80"/>', 8) == b'<pageSetup paperSize="8" scale="116"/>'


@pytest.mark.parametrize("ja", ["1", "true"])
def test_what_is_fitted_to_the_page_keeps_its_scale(ja: str) -> None:
    """It is not looked at; the program that prints takes one that fits the paper."""
    was = '<sheetPr><pageSetUpPr fitToPage="{}"/></sheetPr><pageSetup paperSize="{}" scale="93"/>'

    assert set_paper(was.format(ja, 8).encode(), 9) == was.format(ja, 9).encode()


BLADEN = '<bookViews><workbookView activeTab="{}"/></bookViews><sheets>{}</sheets>'


def test_sheets_are_hidden_by_name_and_the_workbook_opens_on_one_that_is_not() -> None:
    """One that was hidden already stays as hidden as it was."""
    blad = '<sheet name="Uit"/><sheet name="Plan{}" sheetId="2" r:id="rId2"/><sheet name="In"/>'
    was = BLADEN.format(1, blad.format('" state="visible') + '<sheet name="Teksten" state="veryHidden"/>')

    weg = hide_sheets(was.encode(), ("Plan", "Teksten", "Uit")).decode()

    assert weg == BLADEN.format(
        2,
        '<sheet state="hidden" name="Uit"/><sheet state="hidden" name="Plan" sheetId="2" r:id="rId2"/>'
        '<sheet name="In"/><sheet name="Teksten" state="veryHidden"/>',
    )
    assert hide_sheets(weg.encode(), ("Plan", "Teksten")).decode() == weg


def test_a_workbook_never_becomes_empty_by_hiding() -> None:
    """Nor does a sheet go that somebody gave another name."""
    was = BLADEN.format(0, '<sheet name="Plan"/><sheet name="Actieplan" state="hidden"/>').encode()

    assert hide_sheets(was, ("Plan",)) == was
    assert hide_sheets(was, ("plan", "Gemeenten")) == was


def test_the_copy_is_the_same_matrix_with_or_without_hidden_sheets(knutsel: Knutsel) -> None:
    """Hiding takes nothing out of it."""
    bestand = knutsel({})

    kopie = Bestand("kopie.xlsx", make_copy(bestand, zonder=PLANBLADEN))

    assert parts(kopie.inhoud)["xl/workbook.xml"].count(b'state="hidden"') == len(PLANBLADEN)
    assert read_regiowerkboek(kopie).matrix == read_regiowerkboek(bestand).matrix
