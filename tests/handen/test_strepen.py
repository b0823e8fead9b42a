"""A line drawn through an answer takes it back, or does it: whether it still holds is for a person to say."""

from collections.abc import Mapping

import pytest
from soorten.proef import run_round
from tekenen import Cel, draw_invulblad, pack
from tekenen.ods import OdsCel, draw_ods

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.reading.inzending import read_invulblad
from handen import KOP, at, row, rows, styled, told

NIET_HERKEND = (Status.NIET_BEPAALD, Reden.NIET_HERKEND)
HALF = "<r><rPr><strike/></rPr><t xml:space='preserve'>2018 </t></r><r><rPr><strike val='0'/></rPr><t>2019</t></r>"
HALF_GEZEGD = "2018 2019 (doorgehaald: '2018')"
STREEP = (
    '<style:style style:name="door" style:family="{soort}">'
    '<style:text-properties style:text-line-through-style="solid"/></style:style>'
)


@pytest.fixture
def gelezen(bewaar, plan):
    """Read the parts of a workbook."""
    return lambda delen: read_invulblad(bewaar(pack(delen)), plan)


def shared(delen: Mapping[str, bytes], adres: str, item: str) -> dict[str, bytes]:
    """Return parts in which one cell refers to a shared text, as Excel writes rich text."""
    blad = delen["xl/worksheets/sheet1.xml"].decode()
    begin = blad.index(f'<c r="{adres}"')
    blad = f'{blad[:begin]}<c r="{adres}" t="s"><v>0</v></c>{blad[blad.index("</c>", begin) + 4 :]}'
    sst = f"<sst><si>{item}</si></sst>".encode()
    return {**delen, "xl/worksheets/sheet1.xml": blad.encode(), "xl/sharedStrings.xml": sst}


def test_an_answer_that_was_struck_out_never_counts_and_is_never_lost(tmp_path, plan):
    verloop = run_round(tmp_path, plan, lambda werk: werk.zet(styled("<strike/>")))

    assert verloop.answers() == {}
    gemeld = {b.plek.cel: b for b in verloop.bevindingen if b.plek.cel}
    assert gemeld["C4"].code is Code.STATUS_DOORGEHAALD
    assert "'voltooid' is doorgehaald" in gemeld["C4"].tekst
    assert "'2018' doorgehaald" in gemeld["D4"].tekst


def test_what_was_struck_out_is_kept_as_such(gelezen):
    antwoord = gelezen(styled("<strike/>")).antwoorden["1.1.1"]

    assert (antwoord.status, antwoord.reden) == NIET_HERKEND
    assert (antwoord.getypt, antwoord.planning) == ("voltooid (doorgehaald)", "2018 (doorgehaald)")


@pytest.mark.parametrize("letter", ['<strike val="0"/>', '<strike val="false"/>', "<b/>"])
def test_a_letter_without_a_line_is_an_answer(gelezen, letter):
    uit = gelezen(styled(letter))

    assert uit.antwoorden["1.1.1"].status is Status.VOLTOOID
    assert told(uit) == []


@pytest.mark.parametrize("letter", ["<strike/>", '<strike val="1"/>', '<strike val="true"/>'])
def test_a_line_is_seen_however_it_is_written(gelezen, letter):
    assert (Code.STATUS_DOORGEHAALD, "C4") in told(gelezen(styled(letter)))


def test_a_line_in_a_rule_of_colour_says_nothing_of_a_cell(gelezen):
    """Such a letter stands in the styles as well, among the rules."""
    delen = styled("<b/>")
    regel = b"<dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>"
    delen["xl/styles.xml"] = delen["xl/styles.xml"].replace(b"</styleSheet>", regel)

    assert told(gelezen(delen)) == []


def test_half_a_planning_that_was_struck_out_is_told(bewaar, plan):
    boek = draw_invulblad(row("gepland"), cellen={"D4": Cel(xml=f"<is>{HALF}</is>")})

    uit = read_invulblad(bewaar(boek), plan)

    assert uit.antwoorden["1.1.1"].planning == HALF_GEZEGD
    assert told(uit) == [(Code.TEKST_DOORGEHAALD, "D4")]
    assert "'2018' doorgehaald" in at(uit, "D4")


def test_half_a_shared_text_that_was_struck_out_is_told(gelezen):
    uit = gelezen(shared(draw_invulblad(row("gepland", "x")).delen(), "D4", HALF))

    assert uit.antwoorden["1.1.1"].planning == HALF_GEZEGD
    assert "'2018' doorgehaald" in at(uit, "D4")


def test_half_a_status_that_was_struck_out_is_no_answer(gelezen):
    """Which half was meant, nobody guesses."""
    item = "<r><rPr><strike/></rPr><t>wordt </t></r><r><t>niet opgepakt</t></r>"

    uit = gelezen(shared(draw_invulblad(row("x")).delen(), "C4", item))

    antwoord = uit.antwoorden["1.1.1"]
    assert (antwoord.status, antwoord.reden) == NIET_HERKEND
    assert antwoord.getypt == "wordt niet opgepakt (doorgehaald: 'wordt')"


def test_a_planning_alone_that_was_struck_out_is_no_answer(gelezen):
    delen = styled("<strike/>")
    blad = delen["xl/worksheets/sheet1.xml"].decode()
    begin = blad.index('<c r="C4"')
    delen["xl/worksheets/sheet1.xml"] = (blad[:begin] + blad[blad.index("</c>", begin) + 4 :]).encode()

    uit = gelezen(delen)

    antwoord = uit.antwoorden["1.1.1"]
    assert (antwoord.status, antwoord.reden, antwoord.planning) == (*NIET_HERKEND, "2018 (doorgehaald)")
    assert told(uit) == [(Code.STATUS_DOORGEHAALD, "D4")]


def test_half_a_planning_alone_still_says_when(bewaar, plan):
    boek = draw_invulblad(row(), cellen={"D4": Cel(xml=f"<is>{HALF}</is>")})

    uit = read_invulblad(bewaar(boek), plan)

    assert uit.antwoorden["1.1.1"].status is Status.GEPLAND
    assert uit.antwoorden["1.1.1"].jaren == (2019,)
    assert told(uit) == [(Code.TEKST_DOORGEHAALD, "D4")]


def struck(tekst: str) -> Cel:
    """Return a cell with a text that is struck out whole, as rich text."""
    return Cel(xml=f"<is><r><rPr><strike/></rPr><t>{tekst}</t></r></is>")


def test_a_planning_beside_a_status_carries_its_line_to_the_matrix_and_has_no_years(tmp_path, plan):
    """What was taken back must not come back as a year in `Gegevens`."""
    boek = draw_invulblad(row("gepland"), cellen={"D4": struck("2018")})

    verloop = run_round(tmp_path, plan, lambda werk: werk.zet(boek.delen()))

    assert verloop.answers() == {"1.1.1": ("gepland", "2018 (doorgehaald)")}
    jaren = [i.jaren for i in verloop.uitkomst.matrix.invullingen if i.gemeente == "Boekel"]
    assert set(jaren) == {()}
    assert "staat '(doorgehaald)' erbij" in " ".join(b.tekst for b in verloop.bevindingen)


def test_a_toelichting_carries_its_line(lees):
    """Every text that is taken over does."""
    uit = lees(row("voltooid"), cellen={"E4": struck("klopt niet")})

    assert uit.antwoorden["1.1.1"].toelichting == "klopt niet (doorgehaald)"
    assert told(uit) == [(Code.TEKST_DOORGEHAALD, "E4")]


def test_a_row_whose_number_and_text_were_struck_out_is_recognised_all_the_same(lees):
    """By what stands there, not by what we say of it; and that there is a line through it is told."""
    cellen = {"A4": struck("1.1.1"), "B4": struck("Training voor bestuurders")}

    uit = lees(row("voltooid"), cellen=cellen)

    assert uit.antwoorden["1.1.1"].status is Status.VOLTOOID
    assert told(uit) == [(Code.TEKST_DOORGEHAALD, "A4"), (Code.TEKST_DOORGEHAALD, "B4")]


def test_a_date_that_was_struck_out_is_none_in_the_calendar(bewaar, plan):
    """It is kept as a text, and sorted as if there were none."""
    boek = draw_invulblad(row("voltooid"), communicatie="| Datum | Wat |\n| x | Persbericht |")
    boek.sheets[1].cellen["A2"] = struck("1 mei 2019")

    (moment,) = read_invulblad(bewaar(boek), plan).communicatie

    assert (moment.datum, moment.sorteerdatum) == ("1 mei 2019 (doorgehaald)", "")


@pytest.mark.parametrize(
    "tekst", ["voltooid (doorgehaald)", "wordt niet opgepakt (doorgehaald: 'wordt')", "voltooid⏎2018 (doorgehaald)"]
)
def test_a_line_that_was_said_in_words_is_a_line(lees, tekst):
    """A retour that was set up anew says it so: the word is never proposed as an answer."""
    uit = lees(row(tekst, "2019"))

    assert uit.antwoorden["1.1.1"].getypt == tekst.replace("⏎", "\n")
    assert told(uit) == [(Code.STATUS_DOORGEHAALD, "C4")]


def test_a_planning_alone_with_a_line_in_words_is_no_answer(lees):
    """The line was said in words, and is a line all the same."""
    uit = lees(row("", "2018 (doorgehaald)"))

    assert uit.antwoorden["1.1.1"].status is Status.NIET_BEPAALD
    assert told(uit) == [(Code.STATUS_DOORGEHAALD, "D4")]


def test_an_own_actie_and_a_moment_that_were_struck_out_are_kept_and_told(bewaar, plan):
    boek = draw_invulblad(
        rows("| 1.1.1 | Training voor bestuurders | voltooid | | |", "| | Eigen acties van Boekel | | | |"),
        cellen={"B6": struck("Wijkschouw"), "C6": struck("gepland")},
        communicatie="""
        | Datum | Wat |
        | x     | x   |
        """,
    )
    boek.sheets[1].cellen["B2"] = struck("Persbericht")

    uit = read_invulblad(bewaar(boek), plan)

    gezegd = [("Wijkschouw (doorgehaald)", "gepland (doorgehaald)")]
    assert [(eigen.actie, eigen.status) for eigen in uit.eigen_acties] == gezegd
    assert [moment.wat for moment in uit.communicatie] == ["Persbericht (doorgehaald)"]
    assert sorted(told(uit)) == [(Code.TEKST_DOORGEHAALD, cel) for cel in ("B2", "B6", "C6")]


def test_a_line_through_a_cell_of_an_ods_is_seen(bewaar, plan):
    cellen = {(4, 3): OdsCel("voltooid", stijl="door"), (4, 4): OdsCel("2018", stijl="door")}
    ods = draw_ods(row("x", "x"), cellen, stijlen=STREEP.format(soort="table-cell"))

    uit = read_invulblad(bewaar(ods, "a.ods"), plan)

    assert uit.antwoorden["1.1.1"].getypt == "voltooid (doorgehaald)"
    assert told(uit) == [(Code.STATUS_DOORGEHAALD, "C4"), (Code.TEKST_DOORGEHAALD, "D4")]


def test_a_line_through_half_a_cell_of_an_ods_is_seen(bewaar, plan):
    half = OdsCel(xml='<text:p><text:span text:style-name="door">2018</text:span> 2019</text:p>', attributen="")
    ods = draw_ods(row("gepland", "x"), {(4, 4): half}, stijlen=STREEP.format(soort="text"))

    uit = read_invulblad(bewaar(ods, "a.ods"), plan)

    assert uit.antwoorden["1.1.1"].planning == HALF_GEZEGD
    assert "'2018' doorgehaald" in at(uit, "D4")


def test_without_lines_nothing_is_told(bewaar, plan):
    stijlen = STREEP.format(soort="table-cell").replace("solid", "none")
    ods = draw_ods(KOP + "| 1.1.1 | Training voor bestuurders | x | | |", {(4, 3): OdsCel("voltooid", stijl="door")},
                   stijlen=stijlen)  # fmt: skip

    assert told(read_invulblad(bewaar(ods, "a.ods"), plan)) == []
