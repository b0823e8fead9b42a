"""What hands type under Planning and Toelichting, and what Excel makes of it: it comes back as it was typed."""

import pytest
from soorten.proef import run_round
from tekenen import Cel, draw_invulblad

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.status import Reden, Status
from handen import at, row, rows, told

JANUARI = "43466"
"""1 January 2019: what Excel makes of "1-2019"."""


@pytest.mark.parametrize(
    ("cel", "planning"),
    [
        (Cel(JANUARI, t="n", formaat=17), "januari 2019"),
        (Cel(JANUARI, t="n", formaat="mmm/yy"), "januari 2019"),
        (Cel(JANUARI, t="n", formaat="m-yyyy"), "januari 2019"),
        (Cel(JANUARI, t="n", formaat=14), "1-1-2019"),
        (Cel("2019-01-01", t="d", formaat=14), "1-1-2019"),
        (Cel("43586", t="n", formaat="mmmm yyyy"), "mei 2019"),
        (Cel("43586", t="n"), "43586"),
        (Cel("43586.354166666664", t="n", formaat=22), "1-5-2019 08:30"),
        (Cel("2019", t="n"), "2019"),
        (Cel("2019", t="n", formaat="0"), "2019"),
        (Cel("2019"), "2019"),
        (Cel("mei 2019"), "mei 2019"),
        (Cel("0.5", t="n", formaat=9), "50%"),
        (Cel("0.5", t="n"), "0,5"),
        (Cel("5000", t="n", formaat='"€" #,##0'), "€ 5000"),
        (Cel("5000", t="n", formaat="[$€-413] #,##0.00"), "€ 5000"),
        (Cel("-1", t="n"), "-1"),
        (Cel("-0.25", t="n", formaat=9), "-25%"),
        (Cel("0.375", t="n", formaat=20), "09:00"),
        (Cel("0.375", t="n", formaat="h:mm"), "09:00"),
        (Cel("2019", t="n", formule="2018+1"), "2019"),
        (Cel("1", t="b"), "ja"),
    ],
)
def test_a_planning_is_what_was_typed_whatever_excel_made_of_it(lees, cel, planning):
    antwoord = lees(row("structureel"), cellen={"D4": cel}).antwoorden["1.1.1"]

    assert (antwoord.status, antwoord.planning) == (Status.STRUCTUREEL, planning)


@pytest.mark.parametrize(("formaat", "jaren"), [(17, (2019,)), (14, (2019,)), ("mmmm yyyy", (2019,)), (0, ())])
def test_the_year_of_a_date_counts_and_a_bare_number_has_none(lees, formaat, jaren):
    assert lees(row("gepland"), cellen={"D4": Cel("43586", t="n", formaat=formaat)}).antwoorden["1.1.1"].jaren == jaren


@pytest.mark.parametrize("formaat", [14, "d-m-yyyy", 17, "yyyy"])
def test_a_year_that_is_shown_as_a_date_is_told(lees, formaat):
    """Typed 2019 in a cell that was formatted as a date: Excel shows a day in 1905, and the year is lost to the eye."""
    gelezen = lees(row("gepland"), cellen={"D4": Cel("2019", t="n", formaat=formaat)})

    antwoord = gelezen.antwoorden["1.1.1"]
    assert "2019" in antwoord.planning or "2019" in at(gelezen, "D4")


def test_several_lines_in_one_cell_stay_several_lines(lees):
    gelezen = lees(rows("| 1.1.1 | | gepland | 2018: plan⏎2019: doen | eerst⏎⏎dan |"))

    antwoord = gelezen.antwoorden["1.1.1"]
    assert (antwoord.planning, antwoord.toelichting) == ("2018: plan\n2019: doen", "eerst\n\ndan")
    assert antwoord.jaren == (2018, 2019)


def test_a_planning_that_points_elsewhere_is_kept_and_told(lees):
    gelezen = lees(row("gepland", "zie boven"))

    assert gelezen.antwoorden["1.1.1"].planning == "zie boven"
    assert told(gelezen) == [(Code.PLANNING_VERWIJST, "C4")]
    assert "zie boven" in at(gelezen, "C4")


def test_an_answer_in_the_toelichting_alone_is_kept_and_is_no_answer(tmp_path, plan):
    def maak(werk):
        werk.zet(draw_invulblad(row("", "", "voltooid in 2018, zie mail")))

    verloop = run_round(tmp_path, plan, maak)

    assert verloop.answers() == {}
    [bevinding] = [b for b in verloop.bevindingen if b.code is Code.ALLEEN_TOELICHTING]
    assert (bevinding.nr, bevinding.plek.cel) == ("1.1.1", "C4")
    assert "voltooid in 2018, zie mail" in bevinding.tekst


def test_a_formula_without_an_outcome_is_told_in_every_column(lees):
    formule = Cel(formule="H9")

    gelezen = lees(row(), cellen={"C4": formule, "D4": formule, "E4": formule})

    assert gelezen.antwoorden["1.1.1"].reden is Reden.NIET_HERKEND
    assert told(gelezen) == [(Code.CEL_NIET_BEREKEND, cel) for cel in ("C4", "D4", "E4")]


def test_a_formula_that_fetches_something_is_read_by_its_outcome_and_told(lees):
    gelezen = lees(row("gepland"), cellen={"D4": Cel("najaar 2019", formule="[1]Blad1!B7")})

    assert gelezen.antwoorden["1.1.1"].planning == "najaar 2019"
    assert told(gelezen) == [(Code.FORMULE_NAAR_BUITEN, "D4")]


@pytest.mark.parametrize(
    "tekst", ["https://boekel.nl/besluit", "www.boekel.nl", "jan@boekel.nl", r"\\server\map\a.xlsx"]
)
def test_an_address_that_was_typed_is_kept_as_text(lees, tekst):
    assert lees(row("gepland", tekst)).antwoorden["1.1.1"].planning == tekst
