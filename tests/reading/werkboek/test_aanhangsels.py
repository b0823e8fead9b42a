"""What hangs beside the cells of an .xlsx: told because an answer may be in it, never used, never in the way."""

import pytest
from tekenen import draw_invulblad, pack

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.vasttekst import Vast, encode_vast
from actieplan_xl.domain.words import OPMERKING_VAN_ONS
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from actieplan_xl.reading.werkboek import grenzen
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.openen import open_werkboek

from .aanhangbouw import anchor, comments, drawing, open_boek, parts, relations, run, shape, threads, told, vml

OPM, DRAAD, TEKENING, OUD = "xl/comments1.xml", "xl/threadedComment1.xml", "xl/drawing1.xml", "xl/vmlDrawing1.vml"
NAAR = {
    OPM: ("comments", "../comments1.xml"),
    DRAAD: ("threadedComment", "../threadedComment1.xml"),
    TEKENING: ("drawing", "../drawing1.xml"),
    OUD: ("vmlDrawing", "../vmlDrawing1.vml"),
}


def hanging(delen: dict[str, str | bytes]) -> dict[str, bytes]:
    """Return a workbook with these parts hanging on its first sheet."""
    return parts([NAAR[naam] for naam in delen], delen)


def texts(delen: dict[str, str | bytes]) -> list[tuple[Code, str, str]]:
    """Return what is told of these parts: code, cell and what stood there."""
    return [(b.code, b.plek.cel, str(b.waarden.get("waarde", b.waarden.get("wat", "")))) for b in told(hanging(delen))]


def test_a_workbook_without_anything_beside_its_cells_has_nothing_to_tell():
    assert told(parts([("hyperlink", "http://voorbeeld.nl")], {})) == []


NAMEN = ["Jan Jansen:", "J. van den Berg:", "Berg, Jan van den:", "Fatima El Idrissi-de Wit:"]
TYPED = ["Let op:", "Let Op:", "1.1.1:", "Boekel:", "Wordt Niet Opgepakt:", "Planning Najaar:", "Jan Jansen belt"]


@pytest.mark.parametrize(
    ("eerste", "gelezen"), [*((naam, "pas in 2020") for naam in NAMEN), *((t, f"{t}\npas in 2020") for t in TYPED)]
)
def test_a_name_above_a_comment_is_left_out_where_its_author_was_forgotten(eerste, gelezen):
    """LibreOffice saves a comment of Excel without its author, but with the line that says who that was."""
    xml = f"<r><t>{eerste}\n</t></r><r><t>pas in 2020</t></r>"

    assert texts({OPM: comments(("A1", xml), auteurs=[" "])}) == [(Code.OPMERKING_NIET_GELEZEN, "A1", gelezen)]


@pytest.mark.parametrize(
    ("xml", "auteurs"),
    [
        ("<t>Piet Pietersen:\nbelt nog</t>", ["Jan Jansen"]),  # somebody else, so it was typed
        ("<t>Piet Pietersen: belt nog</t>", [" "]),
        ("<t>Piet Pietersen:</t>", [" "]),
    ],
)
def test_a_name_that_was_typed_stays_in_the_comment(xml, auteurs):
    """Of what somebody typed nothing is lost: only a line that can be nothing but the author's goes."""
    ((_, _, gelezen),) = texts({OPM: comments(("A1", xml), auteurs=auteurs)})

    assert gelezen == xml[3:-4]


def test_a_comment_is_told_with_its_place_also_on_an_empty_cell():
    (bevinding,) = told(hanging({OPM: comments(("C7", "<r><t>pas in </t></r><r><t>2020</t></r>"))}))

    assert bevinding.code is Code.OPMERKING_NIET_GELEZEN
    assert str(bevinding.plek) == "a.xlsx › Blad1 › C7"
    assert bevinding.waarden == {"waarde": "pas in 2020"}


@pytest.mark.parametrize(
    ("xml", "gelezen"),
    [
        ("<t>plat</t>", "plat"),
        ("<t> spaties &amp; zo\n</t>", "spaties & zo"),
        ("<r><t>een</t></r><rPh><t>F</t></rPh><r><t>twee</t></r>", "eentwee"),
        ("<r><t>een\r\ntwee&#13;drie</t></r>", "een\ntwee\ndrie"),
        ("<t>een_x000D_\ntwee_x0041_</t>", "een\ntweeA"),
        ("<t><![CDATA[<b>]]></t>", "<b>"),
    ],
)
def test_a_comment_is_told_to_the_letter(xml, gelezen):
    assert texts({OPM: comments(("A1", xml))}) == [(Code.OPMERKING_NIET_GELEZEN, "A1", gelezen)]


@pytest.mark.parametrize("xml", ["", "<t></t>", "<t> \n</t>", "<r><t>Jan:</t></r><r><t>\n</t></r>"])
def test_an_empty_comment_is_not_told(xml):
    assert texts({OPM: comments(("A1", xml), auteurs=["Jan"])}) == []


def test_who_wrote_a_comment_is_nobodys_business():
    auteurs = ["Jan de Vries", "", " ", "Piet"]
    opmerkingen = [
        ("A1", "<r><t>Jan de Vries:</t></r><r><t>\npas in 2020</t></r>"),
        ("A2", "<t>Piet:klaar</t>"),
        ("A3", "<t>Piet vindt van niet</t>"),
        ("A4", "<t>: dubbele punt</t>"),
    ]
    delen = hanging({OPM: comments(*opmerkingen, auteurs=auteurs)})

    assert [b.waarden["waarde"] for b in told(delen)] == [
        "pas in 2020",
        "klaar",
        "Piet vindt van niet",
        ": dubbele punt",
    ]
    assert "Vries" not in repr(told(delen))


def test_a_conversation_is_told_once_with_its_replies_and_without_the_persons():
    draad = threads(
        ("B2", "<text>wanneer?</text>"),
        ("B2", "<text>@Jan in 2020</text><mentions><mention mentionId='{1}'/></mentions>"),
        ("B3", "<text>klaar</text>"),
    )
    oud = comments(("B2", "<t>[Threaded comment] wanneer? in 2020</t>"), ("C3", "<t>los</t>"), auteurs=["tc={1}"])
    delen = hanging({DRAAD: draad, OPM: oud}) | {"xl/persons/person.xml": b"<personList><person displayName='Jan'/>"}

    assert [(b.plek.cel, b.waarden["waarde"]) for b in told(delen)] == [
        ("B2", "wanneer?"),
        ("B2", "@Jan in 2020"),
        ("B3", "klaar"),
        ("C3", "los"),
    ]


@pytest.mark.parametrize("draad", [threads(("B2", "")), threads(("B2", "<text> </text>")), "<kapot", threads()])
def test_an_old_comment_is_told_when_the_conversation_says_nothing(draad):
    gelezen = texts({DRAAD: draad, OPM: comments(("B2", "<t>klaar</t>"))})

    assert (Code.OPMERKING_NIET_GELEZEN, "B2", "klaar") in gelezen


def test_a_comment_is_found_by_its_relation_whatever_its_part_is_called():
    delen = parts([("comments", "../opm/een.xml")], {"xl/opm/een.xml": comments(("A1", "<t>klaar</t>"))})

    assert [b.code for b in told(delen)] == [Code.OPMERKING_NIET_GELEZEN]


@pytest.mark.parametrize("soort", ["twoCellAnchor", "oneCellAnchor", "absoluteAnchor"])
def test_the_text_of_a_text_box_is_told(soort):
    vorm = shape(run("pas ") + run("in 2020"), "", "<a:fld><a:t>tweede</a:t></a:fld>")

    assert texts({TEKENING: drawing(anchor(vorm, soort=soort))}) == [
        (Code.TEKSTVAK_NIET_GELEZEN, "C4", "pas in 2020\n\ntweede")
    ]


def test_a_line_end_inside_a_text_box_parts_the_words():
    vorm = shape(run("klaar") + "<a:br/>" + run("in 2020"))

    assert texts({TEKENING: drawing(anchor(vorm))}) == [(Code.TEKSTVAK_NIET_GELEZEN, "C4", "klaar\nin 2020")]


def test_text_boxes_in_a_group_are_told_together_and_empty_ones_not():
    groep = f"<xdr:grpSp>{shape(run('een'))}<xdr:grpSp>{shape(run('twee'))}</xdr:grpSp></xdr:grpSp>"
    leeg = anchor(shape("", run(" ")))

    assert texts({TEKENING: drawing(anchor(groep), leeg)}) == [(Code.TEKSTVAK_NIET_GELEZEN, "C4", "een\ntwee")]


@pytest.mark.parametrize(
    ("rij", "kolom", "cel"),
    [("0", "0", "A1"), (" 1048575 ", "16383", "XFD1048576"), ("", "1", ""), ("x", "1", ""), ("1" * 5000, "1", "")],
)
def test_a_text_box_whose_place_makes_no_sense_is_told_without_it(rij, kolom, cel):
    assert texts({TEKENING: drawing(anchor(shape(run("x")), rij, kolom))}) == [(Code.TEKSTVAK_NIET_GELEZEN, cel, "x")]


def test_pictures_and_charts_are_counted():
    tekening = drawing(anchor("<xdr:pic/>"), anchor("<xdr:pic/>"), anchor("<xdr:graphicFrame/>"), anchor("<xdr:sp/>"))

    assert texts({TEKENING: tekening}) == [
        (Code.LOS_VOORWERP, "", "2 afbeeldingen"),
        (Code.LOS_VOORWERP, "", "1 grafiek of diagram"),
    ]


@pytest.mark.parametrize(
    ("soorten", "gemeld"),
    [
        (("Note", "Note"), []),
        (("Note", "Checkbox"), ["1 knop of selectievakje"]),
        (("Button", "Drop", "Notebook"), ["3 knoppen of selectievakjes"]),
    ],
)
def test_controls_are_counted_and_the_frames_of_comments_are_not(soorten, gemeld):
    assert [wat for _, _, wat in texts({OUD: vml(*soorten)})] == gemeld


@pytest.mark.parametrize("soort", ["ctrlProp", "control"])
def test_a_control_that_is_drawn_in_two_ways_is_counted_once(soort):
    delen = parts(
        [NAAR[OUD], (soort, "../ctrlProps/c1.xml"), (soort, "../ctrlProps/c2.xml")],
        {OUD: vml("Checkbox"), "xl/ctrlProps/c1.xml": "<x/>", "xl/ctrlProps/c2.xml": "<x/>"},
    )

    assert [str(b.waarden["wat"]) for b in told(delen)] == ["2 knoppen of selectievakjes"]


def test_each_thing_is_told_of_the_sheet_it_hangs_on():
    een, twee = (comments(("A1", f"<t>{tekst}</t>")) for tekst in ("een", "twee"))
    delen = parts([NAAR[OPM]], {OPM: een, "xl/comments2.xml": twee}, 3)
    delen["xl/worksheets/_rels/sheet3.xml.rels"] = relations([("comments", "/xl/comments2.xml")])

    assert [(b.plek.blad, b.waarden["waarde"]) for b in told(delen)] == [("Blad1", "een"), ("Blad3", "twee")]


def test_what_is_never_taken_along_is_told_of_the_file():
    delen = parts([], dict.fromkeys(("xl/vbaProject.bin", "xl/embeddings/a.bin", "xl/embeddings/b.docx"), "x"))
    delen["xl/externalLinks/externalLink1.xml"] = b"<x/>"

    assert [(b.code, b.plek.blad, b.waarden) for b in told(delen)] == [
        (Code.MACROS, "", {}),
        (Code.EXTERNE_KOPPELING, "", {"aantal": 1}),
        (Code.LOS_VOORWERP, "", {"wat": "2 ingesloten bestanden"}),
    ]
    relaties = delen["xl/_rels/workbook.xml.rels"]
    erbij = b"".join(b'<Relationship Id="e%d" Type="x/externalLink"/>' % n for n in (1, 2))
    delen["xl/_rels/workbook.xml.rels"] = relaties.replace(b"</Relationships>", erbij + b"</Relationships>")
    assert {"aantal": 2} in [b.waarden for b in told(delen)]


@pytest.mark.parametrize("deel", [OPM, DRAAD, TEKENING])
@pytest.mark.parametrize("inhoud", ["", "<kapot", "<w>&onbekend;</w>", b"<w>\xff</w>"])
def test_a_part_that_cannot_be_read_is_told_and_never_in_the_way(deel, inhoud):
    (bevinding,) = told(hanging({deel: inhoud}))

    assert (bevinding.code, bevinding.plek.blad) == (Code.AANHANG_KAPOT, "Blad1")
    assert bevinding.waarden == {"onderdeel": f"onderdeel {deel}"}


@pytest.mark.parametrize("deel", NAAR)
def test_a_part_that_is_missing_or_damaged_is_told_as_well(deel):
    weg = hanging({OPM: comments(), deel: "<x/>"})
    del weg[deel]
    assert [b.code for b in told(weg)] == [Code.AANHANG_KAPOT]

    heel = pack(hanging({deel: "<x>x</x>"}), 0)
    stuk = heel.replace(b"<x>x</x>", b"<x>y</x>")
    assert [b.code for b in open_werkboek(Bestand("a.xlsx", stuk)).find_aanhang()] == [Code.AANHANG_KAPOT]


def test_a_sheet_that_cannot_say_what_hangs_on_it_is_told_and_never_in_the_way():
    delen = hanging({OPM: comments(("A1", "<t>klaar</t>"))})
    delen["xl/worksheets/_rels/sheet1.xml.rels"] = b"<Relationships><Relationship"

    assert [b.code for b in told(delen)] == [Code.AANHANG_KAPOT]


def test_an_attack_in_a_part_that_hangs_beside_refuses_the_file():
    boek = open_boek(hanging({OPM: "<!DOCTYPE comments><comments/>", OUD: ""}))

    with pytest.raises(BestandError) as gevangen:
        boek.find_aanhang()
    assert gevangen.value.bevinding.code is Code.BESTAND_ONVEILIG


def test_control_characters_are_counted_in_comments_as_in_cells():
    delen = hanging({OPM: comments(("A1", "<t>kl\x01aar</t>"))})
    delen["xl/worksheets/sheet1.xml"] = delen["xl/worksheets/sheet1.xml"].replace(b"voltooid", b"vol\x02tooid")

    gemeld = told(delen)

    assert {b.waarden["deel"] for b in gemeld if b.code is Code.STUURTEKENS} == {OPM, "xl/worksheets/sheet1.xml"}
    assert [b.waarden["waarde"] for b in gemeld if b.code is Code.OPMERKING_NIET_GELEZEN] == ["klaar"]


def test_of_very_many_comments_the_rest_is_counted(monkeypatch):
    monkeypatch.setattr(grenzen, "MELDINGEN_PER_SOORT", 2)
    opmerkingen = comments(*((f"A{n}", f"<t>opmerking {n}</t>") for n in range(1, 6)))

    gemeld = told(hanging({OPM: opmerkingen, TEKENING: drawing(anchor(shape(run("x"))))}))

    assert [b.plek.cel for b in gemeld if b.code is Code.OPMERKING_NIET_GELEZEN] == ["A1", "A2"]
    assert [b.plek.cel for b in gemeld if b.code is Code.TEKSTVAK_NIET_GELEZEN] == ["C4"]
    assert (gemeld[-1].code, gemeld[-1].plek.blad, len(gemeld)) == (Code.MEER_BEVINDINGEN, "Blad1", 4)
    assert gemeld[-1].waarden == {"aantal": 3, "code": Code.OPMERKING_NIET_GELEZEN}


def read_comments(bewaar, plan, vast: str, *opmerkingen: str) -> list[str]:
    """Return the comments that are told of an invulblad whose hidden sheet carries these marks."""
    tabel = "| Nr | Status |\n| 1.1.1 | voltooid |"
    boek = draw_invulblad(tabel, verborgen={"gemeente": "Boekel", "vast": vast})
    lijst = [(f"B{n}", f"<t>{opmerking}</t>") for n, opmerking in enumerate(opmerkingen, 4)]
    delen = boek.delen() | {OPM: comments(*lijst, auteurs=["actieplan"]).encode()}
    delen["xl/worksheets/_rels/sheet1.xml.rels"] = relations([NAAR[OPM]])
    (gelezen,) = read_inzendingen([bewaar(pack(delen), "Boekel.xlsx")], Vraag(plan))
    assert gelezen.gemeenten == ("Boekel",)
    assert Code.MEER_BEVINDINGEN not in {b.code for b in gelezen.bevindingen}
    return [b.waarden["waarde"] for b in gelezen.bevindingen if b.code is Code.OPMERKING_NIET_GELEZEN]


def test_a_comment_of_ours_is_not_told_and_what_is_typed_beside_it_is(bewaar, plan):
    van_ons = f"{OPMERKING_VAN_ONS} kies uit de lijst."
    vast = encode_vast(Vast.make({}, [van_ons]))

    assert read_comments(bewaar, plan, vast, van_ons) == []
    assert read_comments(bewaar, plan, vast, f"actieplan:\n{van_ons}") == []
    assert read_comments(bewaar, plan, vast, f"pas in 2020\n\n{van_ons}") == ["pas in 2020"]
    erachter = f"{van_ons} Dat is gedaan."
    assert read_comments(bewaar, plan, vast, erachter) == [erachter]
    assert read_comments(bewaar, plan, encode_vast(Vast.make({}, ["iets anders"])), van_ons) == [van_ons]
    assert read_comments(bewaar, plan, "", van_ons) == [van_ons]


def test_comments_of_ours_take_no_room_from_those_of_a_gemeente(bewaar, plan, monkeypatch):
    monkeypatch.setattr(grenzen, "MELDINGEN_PER_SOORT", 2)
    van_ons = [f"{OPMERKING_VAN_ONS} kies {n}." for n in range(4)]

    assert read_comments(bewaar, plan, encode_vast(Vast.make({}, van_ons)), *van_ons, "een", "twee") == ["een", "twee"]
