"""What the colour rules say; that LibreOffice colours and counts by them is proved in tests/programs."""

import pytest

from actieplan_xl.domain import palet
from actieplan_xl.domain.status import ANTWOORDEN, Kleur, Status
from actieplan_xl.writing.kleurregels import answer_rules, count_status, is_actie, matrix_rules, text
from actieplan_xl.writing.sheet import Range

MATRIX = Range(6, 3, 20, 8)


def rule_for(woord: str, is_regio: bool = True) -> str:
    (vlak,) = (r.style.vlak for r in matrix_rules(MATRIX, 6, is_regio) if f'="{woord}"' in r.formula)
    return vlak


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.GEPLAND])
def test_each_status_of_the_matrix_has_its_own_colour(status: Status) -> None:
    assert rule_for(status) == palet.STATUSVERF[status.kleur].vlak


def test_a_planning_without_a_word_gets_no_colour() -> None:
    regels = matrix_rules(MATRIX, 6, is_regio=True)

    assert not any('"gepland"' in regel.formula for regel in regels)


def test_an_empty_cell_is_oranje_in_a_regiowerkboek_and_not_in_a_plan() -> None:
    regio, plan = (matrix_rules(MATRIX, 6, is_regio) for is_regio in (True, False))

    assert len(regio) == len(plan) + 1
    assert regio[-1].style.vlak == palet.STATUSVERF[Kleur.ORANJE].vlak
    assert regio[-1].formula == f'=AND(TRIM(C6)="",{is_actie("$A6")})'


def test_every_rule_covers_the_whole_matrix() -> None:
    assert {str(regel.bereik) for regel in matrix_rules(MATRIX, 6, is_regio=True)} == {"C6:H20"}


@pytest.mark.parametrize("vorige", ["", "$C6"])
def test_missing_is_oranje_only_where_no_answer_took_its_colour(vorige: str) -> None:
    """Earlier rules win, so the rule for what is missing comes last."""
    regels = answer_rules(MATRIX, "$D6", vorige, "$G6")

    assert regels[-1].formula == '=LEFT($G6,1)="→"'
    assert [regel.style.vlak for regel in regels[: len(ANTWOORDEN)]] == [
        palet.STATUSVERF[antwoord.kleur].vlak for antwoord in ANTWOORDEN
    ]


def test_ongewijzigd_needs_a_previous_state() -> None:
    assert any("ongewijzigd" in regel.formula for regel in answer_rules(MATRIX, "$D6", "$C6", "$G6"))
    assert not any("ongewijzigd" in regel.formula for regel in answer_rules(MATRIX, "$D6", "", "$G6"))


def test_every_cell_of_an_actie_is_counted_under_one_status() -> None:
    """Each status counts its own word; what is none of those words and not empty counts as gepland."""
    formules = {status: count_status("C6:C20", "A6:A20", status) for status in Status}

    anders = formules.pop(Status.GEPLAND)
    for status in formules:
        assert f'<>"{status}"' in anders
    assert '<>"n.v.t."' in anders
    assert len(set(formules.values())) == len(formules)


def test_quotes_in_a_word_are_doubled() -> None:
    assert text('zeg "ja"') == '"zeg ""ja"""'
