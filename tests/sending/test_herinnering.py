"""What a reminder says of who owes what."""

from datetime import date

import pytest

from actieplan_xl.domain.invulling import Invulling
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.plan import Plangegevens
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.rules.volledigheid import count_answers
from actieplan_xl.sending.herinnering import EIGEN_TEKST, GATEN, Herinnering, count_days
from actieplan_xl.sending.sjabloon import choose_sjabloon, own_text

from .conftest import Maak


@pytest.mark.parametrize(("dag", "zin"), [(28, "nog 3 dagen"), (30, "nog 1 dag"), (31, "vandaag")])
def test_the_days_until_the_deadline_are_counted(dag: int, zin: str) -> None:
    """One day is no "dagen"."""
    assert count_days(Plangegevens("x", inleverdatum="2019-05-31"), date(2019, 5, dag)) == zin


def test_after_the_deadline_it_says_how_long_ago_and_without_one_nothing() -> None:
    """A deadline that is no date is told, but not counted."""
    assert count_days(Plangegevens("x", inleverdatum="2019-05-31"), date(2019, 6, 2)) == "2 dagen geleden"
    assert count_days(Plangegevens("x", inleverdatum="half mei"), date(2019, 6, 2)) == ""


def words(matrix: Matrix, *namen: str) -> dict[str, str]:
    """What fills the gaten of a mail to these gemeenten."""
    tellingen = tuple(telling for telling in count_answers(matrix) if telling.gemeente in namen)
    return Herinnering(matrix, tellingen, date(2019, 6, 28)).words()


def test_a_reminder_names_every_open_actie_and_counts_them(maak: Maak) -> None:
    """With what day it is, and nothing for what the plan does not say."""
    gevuld = words(maak(), "Uden")

    assert set(gevuld) == set(GATEN)
    assert (gevuld["gemeente"], gevuld["aantal_open"], gevuld["aantal_gevraagd"]) == ("Uden", "1", "1")
    assert gevuld["vandaag"] == "vrijdag 28 juni 2019"
    assert gevuld["lijst"] == "We kregen nog geen ingevuld invulblad.\n\n- 1.1.1  Training"
    assert gevuld["afzender"] == gevuld["inleverdatum"] == gevuld["dagen"] == ""


def test_who_typed_something_that_was_not_understood_reads_what_it_was(maak: Maak) -> None:
    """Else "nog open" would surprise who answered."""
    matrix = maak()
    vreemd = Invulling("Uden", "1.1.1", Status.NIET_BEPAALD, reden=Reden.NIET_HERKEND, getypt="bijna klar")
    anders = {(i.gemeente, i.nr): i for i in matrix.invullingen} | {("Uden", "1.1.1"): vreemd}

    lijst = words(Matrix.build(matrix.plan, anders), "Uden")["lijst"]

    assert lijst == "- 1.1.1  Training  (“bijna klar” herkennen we niet als status)"


def test_in_a_mail_for_several_each_has_her_own_list(maak: Maak) -> None:
    """Under her own name, with her own counts."""
    matrix = maak()
    leeg = {
        (i.gemeente, i.nr): Invulling(i.gemeente, i.nr, Status.NIET_BEPAALD, reden=Reden.LEEG)
        for i in matrix.invullingen
    }
    gevuld = words(Matrix.build(matrix.plan, leeg), "Boekel", "Uden")

    assert gevuld["gemeente"] == "Boekel en Uden"
    assert (gevuld["aantal_open"], gevuld["aantal_gevraagd"]) == ("3", "3")
    assert gevuld["lijst"].split("\n\n") == [
        "Boekel (nog 2 van 2)\n- 1.1.1  Training\n- 1.1.2  Toneelstuk",
        "Uden (nog 1 van 1)\n- 1.1.1  Training",
    ]


def test_our_own_text_reads_well_without_deadline_and_sender(maak: Maak) -> None:
    """Lines that would say nothing are not there."""
    onderwerp, tekst = choose_sjabloon(None, EIGEN_TEKST, GATEN).fill(words(maak(), "Uden"))

    assert onderwerp == "Herinnering Actieplan 2019: nog 1 van 1 antwoorden van Uden"
    assert "inleverdatum" not in tekst
    assert "Dat is" not in tekst
    assert tekst.endswith("Vriendelijke groet,\n")


def test_our_own_text_explains_every_gat() -> None:
    """It is what somebody starts from who wants another one."""
    uitleg = own_text(EIGEN_TEKST).decode().partition("Onderwerp:")[0]

    assert all(f"{{{gat}}}" in uitleg for gat in GATEN)
    assert "#" not in choose_sjabloon(None, EIGEN_TEKST, GATEN).tekst
