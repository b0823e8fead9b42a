"""What the cells `Status` and `Planning` say together (contract §2)."""

import pytest
from tekenen import Cel

from actieplan_xl.domain.bevinding import Code, Ernst
from actieplan_xl.domain.invulling import Invulling, Stand
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.plancode import encode_plan
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.reading.verborgen import encode_standen

RIJ = "| Nr | Actie | Status | Planning | Toelichting |\n| 1.1.1 | | {} | {} | |"
NIET_HERKEND = (Status.NIET_BEPAALD, Reden.NIET_HERKEND)


@pytest.fixture
def row(lees, plan):
    """Read one row; `vorige` is the previous state that the hidden sheet carries for it."""

    def read(
        status: str = "", planning: str = "", vorige: Stand | None = None, **hoe: object
    ) -> tuple[Invulling, Inzending]:
        if vorige is not None:
            hoe["verborgen"] = {
                "gemeente": "Boekel",
                "plan": encode_plan(plan),
                "standen": encode_standen({"1.1.1": vorige}),
            }
        gelezen = lees(RIJ.format(status, planning), **hoe)
        return gelezen.antwoorden["1.1.1"], gelezen

    return read


def codes(gelezen: Inzending) -> list[Code]:
    return [b.code for b in gelezen.bevindingen]


@pytest.mark.parametrize("woord", ["gepland", "structureel", "voltooid", "wordt niet opgepakt"])
def test_a_word_from_the_list_is_read_without_a_finding(row, woord):
    antwoord, gelezen = row(woord, "2019")

    assert (antwoord.status, antwoord.planning) == (Status(woord), "2019")
    assert gelezen.bevindingen == ()


@pytest.mark.parametrize("woord", ["Voltooid", " voltooid. ", "VOLTOOID"])
def test_capitals_dots_and_spaces_are_no_finding(row, woord):
    antwoord, gelezen = row(woord)

    assert antwoord.status is Status.VOLTOOID
    assert gelezen.bevindingen == ()


@pytest.mark.parametrize(
    ("woord", "status"),
    [("afgerond", "voltooid"), ("groen", "voltooid"), ("loopt", "gepland"), ("vervalt", "wordt niet opgepakt")],
)
def test_a_synonym_is_read_with_a_finding_for_information(row, woord, status):
    antwoord, gelezen = row(woord)

    assert antwoord.status == status
    assert codes(gelezen) == [Code.STATUS_UIT_SPELLING]
    assert gelezen.bevindingen[0].ernst is Ernst.TER_INFO
    assert gelezen.bevindingen[0].plek.cel == "C4"


def test_a_colour_given_by_hand_counts_with_a_finding(row):
    antwoord, gelezen = row("", "2018", fills={"C4": "00B050"})

    assert (antwoord.status, antwoord.planning) == (Status.VOLTOOID, "2018")
    assert codes(gelezen) == [Code.STATUS_UIT_KLEUR]
    assert "gekleurd (het meest lijkend op groen) en dus gelezen als 'voltooid'" in str(gelezen.bevindingen[0])


def test_a_colour_of_the_cell_planning_counts_too(row):
    antwoord, gelezen = row("", "2018", fills={"D4": "FF0000"})

    assert antwoord.status is Status.NIET_OPGEPAKT
    assert [(b.code, b.plek.cel) for b in gelezen.bevindingen] == [(Code.STATUS_UIT_KLEUR, "D4")]


def test_a_word_goes_before_a_colour(row):
    antwoord, gelezen = row("structureel", "", fills={"C4": "FF0000"})

    assert antwoord.status is Status.STRUCTUREEL
    assert codes(gelezen) == [Code.KLEUR_NAAST_STATUS]


def test_a_colour_that_says_the_same_as_the_word_needs_no_finding(row):
    assert row("structureel", "", fills={"C4": "0070C0"})[1].bevindingen == ()


@pytest.mark.parametrize("rgb", ["FFFFFF", "D9D9D9", "FFFBEA", "DCE6F1", "14304F"])
def test_white_grey_and_our_own_colours_do_not_count(row, rgb):
    antwoord, gelezen = row(fills={"C4": rgb, "D4": rgb})

    assert (antwoord.status, antwoord.reden) == (Status.NIET_BEPAALD, Reden.LEEG)
    assert codes(gelezen) == [Code.NIETS_INGEVULD]


def test_oranje_given_by_hand_is_no_answer_but_is_told(row):
    antwoord, gelezen = row("", "2018", fills={"C4": "FFC000"})

    assert (antwoord.status, antwoord.reden) == NIET_HERKEND
    assert antwoord.planning == "2018"
    assert codes(gelezen) == [Code.STATUS_UIT_KLEUR]


def test_a_planning_without_status_or_colour_is_gepland(row):
    antwoord, gelezen = row("", "najaar 2019")

    assert (antwoord.status, antwoord.planning) == (Status.GEPLAND, "najaar 2019")
    assert gelezen.bevindingen == ()


def test_a_word_we_do_not_know_is_never_guessed_and_kept(row):
    antwoord, gelezen = row("Bijna  klar!", "2019")

    assert (antwoord.status, antwoord.reden) == NIET_HERKEND
    assert (antwoord.getypt, antwoord.planning) == ("Bijna  klar!", "2019")
    assert codes(gelezen) == [Code.STATUS_ONBEKEND]
    assert "bedoel je 'voltooid'?" in gelezen.bevindingen[0].remedie


@pytest.mark.parametrize("woord", ["oranje", "niet nader bepaald", "n.t.b."])
def test_oranje_cannot_be_chosen(row, woord):
    antwoord, gelezen = row(woord)

    assert (antwoord.status, antwoord.reden, antwoord.getypt) == (*NIET_HERKEND, woord)
    assert codes(gelezen) == [Code.STATUS_GEEN_ANTWOORD]


def test_nothing_at_all_is_leeg(row):
    antwoord, gelezen = row("  ", " ")

    assert (antwoord.status, antwoord.reden) == (Status.NIET_BEPAALD, Reden.LEEG)
    assert codes(gelezen) == [Code.NIETS_INGEVULD]


def test_unchanged_takes_over_status_and_planning(row):
    antwoord, gelezen = row("ongewijzigd", vorige=Stand(Status.STRUCTUREEL, "2018"))

    assert (antwoord.status, antwoord.planning) == (Status.STRUCTUREEL, "2018")
    assert gelezen.bevindingen == ()


def test_unchanged_with_another_planning_takes_the_newer_and_tells(row):
    antwoord, gelezen = row("ongewijzigd", "2020", vorige=Stand(Status.STRUCTUREEL, "2018"))

    assert (antwoord.status, antwoord.planning) == (Status.STRUCTUREEL, "2020")
    assert codes(gelezen) == [Code.ONGEWIJZIGD_MET_PLANNING]


def test_unchanged_with_the_same_planning_is_no_finding(row):
    assert row("ongewijzigd", "2018", vorige=Stand(Status.GEPLAND, "2018"))[1].bevindingen == ()


def test_unchanged_without_a_previous_state_is_never_guessed(row):
    antwoord, gelezen = row("ongewijzigd", "2019")

    assert (antwoord.status, antwoord.reden, antwoord.planning) == (*NIET_HERKEND, "2019")
    assert codes(gelezen) == [Code.ONGEWIJZIGD_ZONDER_VORIGE]


def test_unchanged_from_oranje_is_no_answer(row):
    antwoord, _ = row("ongewijzigd", vorige=Stand(Status.NIET_BEPAALD))

    assert not antwoord.is_antwoord


@pytest.mark.parametrize(
    ("cel", "code", "getypt"),
    [
        (Cel("#N/A", t="e"), Code.CEL_FOUTWAARDE, "#N/A"),
        (Cel("#REF!", t="e", formule="A99"), Code.CEL_FOUTWAARDE, "#REF!"),
        (Cel(formule='"voltooid"'), Code.CEL_NIET_BEREKEND, "(formule zonder uitkomst)"),
        (Cel("99999", t="s"), Code.CEL_ONGELDIG, "99999"),
    ],
)
def test_a_status_that_is_no_value_is_told_and_no_answer(row, cel, code, getypt):
    antwoord, gelezen = row("", "2019", cellen={"C4": cel}, is_gedeeld=True)

    assert (antwoord.status, antwoord.reden, antwoord.getypt) == (*NIET_HERKEND, getypt)
    assert antwoord.planning == "2019"
    assert [(b.code, b.plek.cel) for b in gelezen.bevindingen] == [(code, "C4")]


@pytest.mark.parametrize(
    ("cel", "code"),
    [
        (Cel("#VALUE!", t="e"), Code.CEL_FOUTWAARDE),
        (Cel(formule="1+1"), Code.CEL_NIET_BEREKEND),
        (Cel("-1", t="s"), Code.CEL_ONGELDIG),
    ],
)
def test_a_planning_that_is_no_value_does_not_count_and_is_told(row, cel, code):
    antwoord, gelezen = row("", "", cellen={"D4": cel}, is_gedeeld=True)

    assert (antwoord.status, antwoord.reden, antwoord.planning) == (Status.NIET_BEPAALD, Reden.LEEG, "")
    assert [(b.code, b.plek.cel) for b in gelezen.bevindingen] == [(code, "D4")]


@pytest.mark.parametrize(
    ("cel", "tekst"),
    [
        (Cel("1,5", t="n"), "1,5"),
        (Cel("NaN", t="n"), "NaN"),
        (Cel("voltooid in 2018", t="zz"), "voltooid in 2018"),
        (Cel("2019-02-31", t="d"), "2019-02-31"),
        (Cel("9999999", t="n", formaat=14), "9999999"),
        (Cel("-1", t="n", formaat="d-m-yyyy"), "-1"),
    ],
)
def test_what_is_no_number_or_date_is_kept_as_text_and_told(row, cel, tekst):
    antwoord, gelezen = row("voltooid", "", cellen={"D4": cel})

    assert (antwoord.status, antwoord.planning) == (Status.VOLTOOID, tekst)
    assert [(b.code, b.plek.cel) for b in gelezen.bevindingen] == [(Code.CEL_ALS_TEKST, "D4")]


@pytest.mark.parametrize("cel", [Cel("#REF!", t="e"), Cel(formule="1+1")])
def test_a_toelichting_that_is_no_value_is_told(row, cel):
    assert row("voltooid", "2018", cellen={"E4": cel})[1].bevindingen != ()


def test_a_formula_that_was_calculated_is_read_by_its_outcome(row):
    antwoord, gelezen = row(
        "", "", cellen={"C4": Cel("voltooid", formule="A1"), "D4": Cel("2019", t="n", formule="2018+1")}
    )

    assert (antwoord.status, antwoord.planning) == (Status.VOLTOOID, "2019")
    assert codes(gelezen) == [Code.FORMULE, Code.FORMULE]


@pytest.mark.parametrize(
    ("cel", "planning"),
    [
        (Cel("2019", t="n"), "2019"),
        (Cel("43586", t="n", formaat=17), "mei 2019"),
        (Cel("43586", t="n", formaat=14), "1-5-2019"),
        (Cel(" 2018 -\n2019 "), "2018 -\n2019"),
        (Cel("=1+1"), "=1+1"),
    ],
)
def test_a_planning_comes_back_as_a_person_would_have_typed_it(row, cel, planning):
    antwoord, _ = row("", "", cellen={"D4": cel})

    assert (antwoord.status, antwoord.planning) == (Status.GEPLAND, planning)


def test_a_text_longer_than_a_cell_is_told_where_it_was_read(row):
    assert Code.TEKST_TE_LANG in codes(row("voltooid", "", cellen={"E4": Cel("x" * 32_768)})[1])


@pytest.mark.parametrize("planning", ["-", "?", " -- ", "n.v.t.", "…"])
def test_a_planning_that_says_nothing_is_no_answer_and_is_kept(row, planning):
    antwoord, gelezen = row("", planning)

    assert (antwoord.status, antwoord.reden, antwoord.planning) == (*NIET_HERKEND, planning.strip())
    assert codes(gelezen) == [Code.PLANNING_ZEGT_NIETS]


@pytest.mark.parametrize("woord", ["voltooid", "Wordt niet opgepakt", "STRUCTUREEL"])
def test_a_status_typed_one_column_too_far_counts_and_is_told(row, woord):
    antwoord, gelezen = row("", woord)

    assert (antwoord.status, antwoord.planning) == (Status.parse(woord), woord)
    assert codes(gelezen) == [Code.STATUS_UIT_PLANNING]


def test_a_planning_that_looks_like_a_status_stays_a_planning_and_is_told(row):
    antwoord, gelezen = row("", "doorlopend")

    assert (antwoord.status, antwoord.planning) == (Status.GEPLAND, "doorlopend")
    assert codes(gelezen) == [Code.PLANNING_LIJKT_STATUS]


def test_a_planning_beside_a_status_may_be_anything(row):
    antwoord, gelezen = row("gepland", "-")

    assert (antwoord.status, antwoord.planning) == (Status.GEPLAND, "-")
    assert gelezen.bevindingen == ()
