"""A link inserted on a cell shows "zie het besluit": where that is stands in the file, not in the cell."""

import pytest
from tekenen import draw_invulblad, pack
from tekenen.ods import OdsCel, draw_ods

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.reading.inzending import read_invulblad
from handen import at, row, told


@pytest.fixture
def met_koppeling(bewaar, plan):
    """Read a row whose planning has a link."""

    def read(tekst: str, doel: str, extern: str = ' TargetMode="External"', bereik: str = "D4") -> Inzending:
        boek = draw_invulblad(row("voltooid", tekst))
        boek.sheets[0].na = f'<hyperlinks><hyperlink ref="{bereik}" r:id="rId1"/></hyperlinks>'
        rels = f'<Relationships><Relationship Id="rId1" Type="x/hyperlink" Target="{doel}"{extern}/></Relationships>'
        delen = {**boek.delen(), "xl/worksheets/_rels/sheet1.xml.rels": rels.encode()}
        return read_invulblad(bewaar(pack(delen)), plan)

    return read


@pytest.mark.parametrize("bereik", ["D4", "D4:E4"])
def test_where_a_link_leads_is_told(met_koppeling, bereik):
    gelezen = met_koppeling("zie het besluit", "https://boekel.nl/besluit/7", bereik=bereik)

    assert gelezen.antwoorden["1.1.1"].planning == "zie het besluit"
    assert told(gelezen) == [(Code.KOPPELING_IN_CEL, "D4")]
    assert "https://boekel.nl/besluit/7" in at(gelezen, "D4")


@pytest.mark.parametrize(
    ("tekst", "doel"),
    [
        ("zie https://boekel.nl/besluit", "https://boekel.nl/besluit"),
        ("www.boekel.nl", "http://www.boekel.nl/"),
        ("jan@boekel.nl", "mailto:jan@boekel.nl"),
    ],
)
def test_a_link_that_excel_made_of_what_was_typed_is_not_told(met_koppeling, tekst, doel):
    assert told(met_koppeling(tekst, doel)) == []


def test_of_a_file_only_the_name_is_told(met_koppeling):
    """The path says how the computer of a gemeente looks inside."""
    gelezen = met_koppeling("zie nota", "file:///C:\\Users\\j.jansen\\Zaken\\nota%20BIBOB.docx")

    assert "nota BIBOB.docx" in at(gelezen, "D4")
    assert "jansen" not in str(gelezen.bevindingen)


@pytest.mark.parametrize("doel", ["\\\\server\\map\\nota.docx", "../map/nota.docx", "nota.docx"])
def test_however_the_path_is_written(met_koppeling, doel):
    assert "koppeling naar nota.docx;" in at(met_koppeling("zie map", doel), "D4")


def test_a_link_inside_the_workbook_is_no_news(met_koppeling):
    assert told(met_koppeling("zie boven 1.1.2", "sheet2.xml", extern="")) == []


def test_a_link_that_points_to_no_relation_is_no_news(bewaar, plan):
    boek = draw_invulblad(row("voltooid", "zie"))
    boek.sheets[0].na = '<hyperlinks><hyperlink ref="D4" r:id="rId9"/><hyperlink ref="D4" location="A1"/></hyperlinks>'

    assert read_invulblad(bewaar(boek), plan).antwoorden["1.1.1"].planning == "zie"


def test_links_whose_targets_are_damaged_cost_no_answer(bewaar, plan):
    boek = draw_invulblad(row("voltooid", "zie het besluit"))
    boek.sheets[0].na = '<hyperlinks><hyperlink ref="D4" r:id="rId1"/></hyperlinks>'
    delen = {**boek.delen(), "xl/worksheets/_rels/sheet1.xml.rels": b"<Relationships><Rel"}

    gelezen = read_invulblad(bewaar(pack(delen)), plan)

    assert gelezen.antwoorden["1.1.1"].planning == "zie het besluit"
    assert [code for code, _ in told(gelezen)] == [Code.AANHANG_KAPOT]


@pytest.mark.parametrize(("doel", "gemeld"), [("https://boekel.nl/7", True), ("#Invulblad.A1", False)])
def test_a_link_in_an_ods_is_told_as_well(bewaar, plan, doel, gemeld):
    cel = OdsCel(
        xml=f'<text:p><text:a xlink:href="{doel}" xmlns:xlink="http://www.w3.org/1999/xlink">zie</text:a></text:p>'
    )
    ods = draw_ods(row("voltooid", "x"), {(4, 4): cel})

    gelezen = read_invulblad(bewaar(ods, "a.ods"), plan)

    assert gelezen.antwoorden["1.1.1"].planning == "zie"
    assert told(gelezen) == ([(Code.KOPPELING_IN_CEL, "D4")] if gemeld else [])
