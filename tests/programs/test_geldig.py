"""Each kind of workbook that we write holds against the published rules, and stands on its own."""

import re
from collections.abc import Callable

import pytest
from tekenen import pack
from writing.dump import parts

from programs.boekenkast import SOORTEN, make
from programs.keuring import Fout, find_faults, validate

Keuring = dict[str, list[Fout]]
VOORBEELD = "regio voorbeeld"
BLAD, TABEL, GRAFIEK = "xl/worksheets/sheet2.xml", "xl/tables/table1.xml", "xl/charts/chart1.xml"
BOEK, TEKENING = "xl/workbook.xml", "xl/drawings/drawing1.xml"
VAN_OPENPYXL = re.compile(r"/x:styleSheet\[1\]/x:fonts\[1\]/x:font\[\d+\]")
"""openpyxl writes what a font has in an order of its own. The standard leaves that order free (CT_Font is a choice),
the SDK does not, and Excel reads either."""

BEDORVEN = {
    "een element dat er niet hoort": (BLAD, "</sheetData>", "</sheetData><vreemd/>"),
    "elementen in een andere volgorde": (BLAD, "<sheetData>", "<pageSetup/><sheetData>"),
    "een stijl die er niet is": (BLAD, 'dxfId="0"', 'dxfId="999"'),
    "een kolomtelling die geen getal is": (TABEL, 'count="16"', 'count="x"'),
    "een woord dat een grafiek niet kent": (GRAFIEK, '<c:barDir val="bar"/>', '<c:barDir val="schuin"/>'),
    "een grafiek zonder richting": (GRAFIEK, '<c:barDir val="bar"/>', ""),
    "een tekening die niet af is": (TEKENING, "<xdr:clientData/>", ""),
    "twee werkbladen met één nummer": (BOEK, 'sheetId="2"', 'sheetId="1"'),
    "een werkblad dat er niet is": (BOEK, 'r:id="rId2"', 'r:id="rId99"'),
    "een tabel die er niet is": ("xl/worksheets/_rels/sheet7.xml.rels", "table1.xml", "table9.xml"),
}
"""What the validator must see: in which part, what stands there, and what instead."""
LOS = {
    "een cel op de verkeerde plaats": (BLAD, 'r="A1"', 'r="A9"'),
    "een adres dat er geen is": (BLAD, 'r="A1"', 'r="A0"'),
    "een naam van geen werkblad": (BOEK, 'localSheetId="4"', 'localSheetId="44"'),
    "een naam in een ander werkboek": (BOEK, ">Gegevens!", ">[1]Gegevens!"),
    "een formule naar een ander werkboek": ("xl/worksheets/sheet1.xml", "<f>", "<f>[1]Blad1!A1+"),
    "een grafiek van een ander werkboek": (GRAFIEK, "<c:f>", "<c:f>[1]"),
    "twee kolommen met één naam": (TABEL, 'name="hoofdlijn"', 'name="NR"'),
    "een deel zonder soort": ("[Content_Types].xml", 'PartName="/xl/tables/table1.xml"', 'PartName="/x.xml"'),
    "een relatie naar buiten": ("xl/worksheets/_rels/sheet7.xml.rels", " Target=", ' TargetMode="External" Target='),
    "een deel dat los hangt": (
        "xl/worksheets/_rels/sheet7.xml.rels",
        "../tables/table1.xml",
        "../drawings/drawing1.xml",
    ),
    "een afzender": ("docProps/core.xml", "<dc:creator>", "<dc:creator>Jan Jansen"),
    "een organisatie": ("docProps/app.xml", "<Company>", "<Company>Gemeente Boekel"),
}
"""What the rules of our own must see."""


def spoilt(deel: str, oud: str, nieuw: str) -> bytes:
    """Return the example with something else in one of its parts."""
    delen = parts(make(VOORBEELD))
    assert oud.encode() in delen[deel]
    return pack({**delen, deel: delen[deel].replace(oud.encode(), nieuw.encode(), 1)})


@pytest.fixture(scope="module")
def keuring(node: str, tmp_path_factory: pytest.TempPathFactory) -> Keuring:
    """What the validator says of every kind of workbook, and of the example spoilt in many ways."""
    map_ = tmp_path_factory.mktemp("keuring")
    boeken = {naam: make(naam) for naam in SOORTEN} | {naam: spoilt(*hoe) for naam, hoe in BEDORVEN.items()}
    for nummer, inhoud in enumerate(boeken.values()):
        (map_ / f"{nummer}.xlsx").write_bytes(inhoud)
    gekeurd = validate(node, [map_ / f"{nummer}.xlsx" for nummer in range(len(boeken))])
    return dict(zip(boeken, gekeurd, strict=True))


@pytest.mark.parametrize("naam", SOORTEN)
def test_each_workbook_holds_against_the_rules_of_spreadsheetml(naam: str, keuring: Keuring) -> None:
    """Every part: workbook, sheets, styles, texts, table, comments, drawings and charts."""
    if naam == "retour in eigen werkboek":
        assert [fout for fout in keuring[naam] if not VAN_OPENPYXL.fullmatch(fout.plek)] == []
    else:
        assert keuring[naam] == []


@pytest.mark.parametrize("naam", BEDORVEN)
def test_the_validator_sees_a_part_that_is_spoilt(naam: str, keuring: Keuring) -> None:
    """Else its silence would say nothing."""
    assert keuring[naam] != []


@pytest.mark.parametrize("naam", SOORTEN)
def test_each_workbook_is_whole_and_names_nobody_and_nothing_outside(naam: str) -> None:
    """Relations, kinds of parts, numbers, names and the order of cells; no sender."""
    assert find_faults(parts(make(naam))) == []


@pytest.mark.parametrize("naam", LOS)
def test_the_rules_of_our_own_see_a_package_that_is_spoilt(naam: str) -> None:
    """Else their silence would say nothing."""
    assert find_faults(parts(spoilt(*LOS[naam]))) != []


@pytest.mark.parametrize("naam", SOORTEN)
def test_no_path_of_a_machine_is_in_a_workbook(naam: str) -> None:
    """Of the machine that made it, nor of the one on which a sender saved it."""
    verraad: Callable[[bytes], object] = re.compile(rb"/tmp/|/home/|/work/|[A-Z]:\\|absPath|file:").search

    assert {deel for deel, xml in parts(make(naam)).items() if verraad(xml)} == set()
