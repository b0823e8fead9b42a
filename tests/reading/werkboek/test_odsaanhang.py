"""What stands in an .ods beside its cells: told where it hangs, and never taken for an answer."""

import pytest

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.reading.werkboek.boek import Werkboek

from .odsbouw import aanhang_of, alinea, cel, open_tabellen, rij, tabel, tekst, texts_of

TEKSTVAK, VOORWERP = Code.TEKSTVAK_NIET_GELEZEN, Code.LOS_VOORWERP
WAARDE = 'office:value-type="string"'


def opmerking(*alineas: str) -> str:
    return (
        "<office:annotation><dc:creator>Jan Jansen</dc:creator><dc:date>2019-05-01T09:30:00</dc:date>"
        f"{''.join(map(alinea, alineas))}</office:annotation>"
    )


def frame(binnen: str) -> str:
    return f"<draw:frame>{binnen}</draw:frame>"


def tekstvak(*alineas: str) -> str:
    return frame(f"<draw:text-box>{''.join(map(alinea, alineas))}</draw:text-box>")


def open_cel(xml: str, vooraf: str = "") -> Werkboek:
    """Open a document with this cell as B2; `vooraf` stands before the rows."""
    return open_tabellen(tabel(vooraf, rij(), rij(cel(), xml), naam="Invulblad"))


def test_a_comment_is_told_where_it_hangs_and_is_no_part_of_the_answer():
    boek = open_cel(cel(opmerking("eerste regel", "tweede") + alinea("voltooid"), WAARDE))

    assert texts_of(boek.sheets[0]) == {(2, 2): "voltooid"}
    assert aanhang_of(boek) == [(Code.OPMERKING_NIET_GELEZEN, "Invulblad", "B2", "eerste regel\ntweede")]


@pytest.mark.parametrize(
    ("auteur", "gelezen"), [("", "in 2020"), ("<dc:creator>Piet</dc:creator>", "Jan Jansen:\nin 2020")]
)
def test_a_name_above_a_comment_is_left_out_where_its_author_was_forgotten(auteur, gelezen):
    """Made in Excel and saved by LibreOffice it has the line with the name, and nobody who wrote it."""
    xml = f"<office:annotation>{auteur}{alinea('Jan Jansen:')}{alinea('in 2020')}</office:annotation>"

    assert aanhang_of(open_cel(cel(xml))) == [(Code.OPMERKING_NIET_GELEZEN, "Invulblad", "B2", gelezen)]


@pytest.mark.parametrize("na", [opmerking("achteraf"), f"<text:p>vol{opmerking('achteraf')}tooid</text:p>"])
def test_a_comment_may_stand_before_after_or_in_the_text(na):
    boek = open_cel(cel(na if na.startswith("<text:p>") else alinea("voltooid") + na, WAARDE))

    assert boek.sheets[0].text(2, 2) == "voltooid"
    assert aanhang_of(boek) == [(Code.OPMERKING_NIET_GELEZEN, "Invulblad", "B2", "achteraf")]


def test_a_comment_on_an_empty_cell_is_told():
    boek = open_cel(cel(opmerking("wij doen dit samen met Uden")))

    assert texts_of(boek.sheets[0]) == {}
    assert aanhang_of(boek) == [(Code.OPMERKING_NIET_GELEZEN, "Invulblad", "B2", "wij doen dit samen met Uden")]


def test_a_comment_without_text_says_nothing():
    assert aanhang_of(open_cel(cel(opmerking() + opmerking(" ", "") + tekstvak()))) == []


def test_comments_of_one_sheet_beyond_a_number_are_counted():
    rijen = [rij(cel(opmerking(f"nr {n}"))) for n in range(503)]

    aanhang = open_tabellen(tabel(*rijen)).find_aanhang()

    assert [b.code for b in aanhang[499:]] == [Code.OPMERKING_NIET_GELEZEN, Code.MEER_BEVINDINGEN]
    assert aanhang[-1].waarden["aantal"] == 3


@pytest.mark.parametrize(
    "vorm",
    [
        "text-box", "custom-shape", "rect", "ellipse", "circle", "caption", "line", "polygon", "polyline",
        "regular-polygon", "path", "connector", "measure",
    ],
)  # fmt: skip
def test_a_shape_with_text_is_told_and_is_no_part_of_the_answer(vorm):
    xml = f"<draw:{vorm}>{alinea('ook')}{alinea('gepland')}</draw:{vorm}>"
    xml = frame(xml) if vorm == "text-box" else xml

    for boek, plaats in (
        (open_cel(tekst("voltooid", na=xml)), "B2"),
        (open_cel(cel(xml + alinea("voltooid"), WAARDE)), "B2"),
        (open_cel(tekst("voltooid"), f"<table:shapes>{xml}</table:shapes>"), ""),
        (open_cel(tekst("voltooid", na=f"<draw:g>{xml}</draw:g>")), "B2"),
    ):
        assert texts_of(boek.sheets[0]) == {(2, 2): "voltooid"}
        assert aanhang_of(boek) == [(TEKSTVAK, "Invulblad", plaats, "ook\ngepland")]


def test_a_shape_in_the_middle_of_a_text_leaves_the_text_whole():
    boek = open_cel(tekst(f"vol{tekstvak('een', 'twee')}tooid", "2019"))

    assert boek.sheets[0].text(2, 2) == "voltooid\n2019"
    assert aanhang_of(boek) == [(TEKSTVAK, "Invulblad", "B2", "een\ntwee")]


def test_a_list_in_a_text_box_is_told_whole():
    punten = "".join(f"<text:list-item>{alinea(punt)}</text:list-item>" for punt in ("een", "twee"))

    boek = open_cel(cel(frame(f"<draw:text-box><text:list>{punten}</text:list></draw:text-box>")))

    assert aanhang_of(boek) == [(TEKSTVAK, "Invulblad", "B2", "een\ntwee")]


def test_the_text_beside_a_picture_is_told():
    boek = open_cel(tekst("voltooid", na=frame(f"<draw:image>{alinea('getekend door de burgemeester')}</draw:image>")))

    assert (TEKSTVAK, "Invulblad", "B2", "getekend door de burgemeester") in aanhang_of(boek)


def test_what_holds_no_text_is_counted_by_kind():
    plaatje = frame("<draw:image/>")
    grafiek = frame("<draw:object/><draw:image/>")

    boek = open_cel(
        tekst("voltooid", na=plaatje + grafiek + plaatje), f"<table:shapes>{plaatje}<draw:control/></table:shapes>"
    )

    assert texts_of(boek.sheets[0]) == {(2, 2): "voltooid"}
    assert aanhang_of(boek) == [
        (VOORWERP, "Invulblad", "", "3 afbeeldingen"),
        (VOORWERP, "Invulblad", "", "1 knop of selectievakje"),
        (VOORWERP, "Invulblad", "", "1 grafiek of diagram"),
    ]


def test_what_hangs_on_a_sheet_is_told_of_that_sheet_only():
    een = tabel(rij(tekst("a", na=frame("<draw:image/>"))), naam="Een")
    twee = tabel(rij(tekst("b", na=opmerking("hier"))), naam="Twee")

    assert aanhang_of(open_tabellen(een, twee, tabel(naam="Drie"))) == [
        (VOORWERP, "Een", "", "1 afbeelding"),
        (Code.OPMERKING_NIET_GELEZEN, "Twee", "A1", "hier"),
    ]


VROEGER = (
    "<table:tracked-changes><table:cell-content-change><office:change-info><dc:creator>Jan</dc:creator>"
    "<text:p>toelichting</text:p></office:change-info><table:previous><table:change-track-table-cell "
    f"{WAARDE}>{alinea('wat er eerst stond')}</table:change-track-table-cell></table:previous>"
    "</table:cell-content-change><table:deletion>"
    f"<table:cell-content-deletion><table:change-track-table-cell>{alinea('weg')}</table:change-track-table-cell>"
    "</table:cell-content-deletion></table:deletion></table:tracked-changes>"
)
UITLEG = (
    '<table:content-validations><table:content-validation table:name="val1"><table:help-message>'
    f"{alinea('Kies een status')}</table:help-message></table:content-validation></table:content-validations>"
)


def test_what_was_changed_before_is_no_answer():
    boek = open_tabellen(VROEGER, UITLEG, tabel(rij("voltooid")))

    assert [texts_of(sheet) for sheet in boek.sheets] == [{(1, 1): "voltooid"}]
    assert aanhang_of(boek) == []


def test_what_came_from_another_program_is_no_sheet():
    anders = tabel(
        rij(tekst("van buiten", na=opmerking("x") + tekstvak("y") + frame("<draw:image/>"))),
        rij("verborgen", hoe='table:visibility="collapse"'),
        "<table:table-column table:visibility='collapse'/>",
    )
    dde = f"<table:dde-links><table:dde-link><office:dde-source/>{anders}</table:dde-link></table:dde-links>"

    boek = open_tabellen(tabel(rij("voltooid"), rij("gepland"), naam="Blad"), dde)

    assert [(s.naam, texts_of(s)) for s in boek.sheets] == [("Blad", {(1, 1): "voltooid", (2, 1): "gepland"})]
    assert aanhang_of(boek) == []
    assert (boek.sheets[0].inhoud.verborgen_rijen, boek.sheets[0].inhoud.verborgen_kolommen) == (set(), [])


def test_what_is_remembered_of_another_file_is_no_sheet_and_the_link_is_told():
    """So LibreOffice keeps what a formula saw in another file, here an invulblad: no one sees it."""
    bron = (
        '<table:table-source xmlns:xlink="http://www.w3.org/1999/xlink" xlink:type="simple" '
        'xlink:href="file:///home/jan/Uden.ods" table:table-name="Invulblad" table:mode="copy-results-only"/>'
    )
    hoe = 'table:print="false" table:style-name="ta_extref"'
    elders = tabel(bron, rij("Nr", "Status"), naam="'file:///home/jan/Uden.ods'#Invulblad", hoe=hoe)
    stijl = '<style:style style:name="ta_extref" style:family="table"><style:table-properties table:display="false"/>'

    boek = open_tabellen(tabel(rij("voltooid"), naam="Blad"), elders, stijlen=f"{stijl}</style:style>")

    assert [sheet.naam for sheet in boek.sheets] == ["Blad"]
    assert [(b.code, b.waarden) for b in boek.find_aanhang()] == [(Code.EXTERNE_KOPPELING, {"aantal": 1})]
