"""What changed between two matrices: nothing between a matrix and itself, and every difference exactly once."""

import io
from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.plan import Actie, Hoofdlijn, Plan, Thema
from actieplan_xl.reading.regiowerkboek import Regiowerkboek, read_regiowerkboek
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge
from actieplan_xl.rules.vergelijking import compare
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek

from .test_regiowerkboek import matrices

TEKSTEN = st.lists(st.sampled_from(["Training", "training!", "E-learning", "Kalender"]), min_size=1, max_size=5)


def with_acties(plan: Plan, teksten: list[str]) -> Plan:
    acties = tuple(Actie(f"1.1.{nr}", tekst) for nr, tekst in enumerate(teksten, 1))
    return replace(plan, hoofdlijnen=(Hoofdlijn("1", "Lijn", (Thema("1.1", "Thema", acties),)),))


@settings(max_examples=40, deadline=None)
@given(data=st.data(), teksten=TEKSTEN)
def test_a_matrix_does_not_differ_from_itself(plan, data, teksten):
    """Also not when two acties of its plan have the same text."""
    matrix = data.draw(matrices(with_acties(plan, teksten)))

    assert compare(matrix, matrix).is_leeg


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_within_one_plan_every_other_answer_is_told_exactly_once(plan, data):
    """Two answers differ in status or planning; why an answer is missing is no change."""
    toen, nu = data.draw(matrices(plan)), data.draw(matrices(plan))

    verteld = [(w.nu.gemeente, w.nu.nr) for w in compare(toen, nu).wijzigingen if w.nu]

    def says(matrix: Matrix) -> list[object]:
        return [(i.status, i.planning if i.is_antwoord else "") for i in matrix.invullingen]

    anders = [i for i, een, ander in zip(nu.invullingen, says(toen), says(nu), strict=True) if een != ander]
    assert verteld == [(i.gemeente, i.nr) for i in anders]


@settings(max_examples=60, deadline=None)
@given(data=st.data(), oud=TEKSTEN, nieuw=TEKSTEN)
def test_no_answer_of_the_time_before_is_passed_over(plan, data, oud, nieuw):
    """Whatever became of the acties: what was answered stands in the new matrix or in the list, never twice."""
    toen = data.draw(matrices(with_acties(plan, oud)))
    nu = merge(with_acties(plan, nieuw), []).matrix

    verteld = Counter((w.was.gemeente, w.was.nr) for w in compare(toen, nu).wijzigingen if w.was)

    beantwoord = Counter((i.gemeente, i.nr) for i in toen.invullingen if i.is_antwoord)
    assert beantwoord - verteld == Counter()
    assert set(verteld.values()) <= {1}


@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_the_series_comes_back_from_the_workbook_and_the_bytes_are_the_same(plan, data):
    """A regiowerkboek with a predecessor carries all points on; the same two give the same bytes."""
    toen = data.draw(matrices(replace(plan, gegevens=replace(plan.gegevens, peildatum="2019-01-01"))))
    vorige = read_regiowerkboek(io.BytesIO(build_regiowerkboek(Samenvoeging(toen, (), ()))))
    samen = merge(plan, [], vorige=Regiowerkboek(vorige.matrix, reeks=vorige.reeks))

    een, ander = (build_regiowerkboek(samen) for _ in range(2))
    gelezen = read_regiowerkboek(io.BytesIO(een))

    assert een == ander
    assert (gelezen.matrix, gelezen.reeks) == (samen.matrix, samen.reeks)
    assert [punt.peildatum for punt in gelezen.reeks] == ["2019-01-01", "2019-06-01"]
