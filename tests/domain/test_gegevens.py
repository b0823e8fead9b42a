from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actieplan_xl.domain.gegevens import from_row, to_row
from actieplan_xl.domain.invulling import Invulling, Plek
from actieplan_xl.domain.status import ANTWOORDEN, Reden, Status
from actieplan_xl.domain.words import GEGEVENS_KOLOMMEN

# Texts as a cell gives them: without white space at the ends.
TEKST = st.text(st.characters() | st.sampled_from("”“\n"), max_size=30).map(str.strip)
PLEK = st.builds(Plek, TEKST, TEKST, st.sampled_from(["", "D5"]))


@st.composite
def invullingen(draw: st.DrawFn) -> Invulling:
    status = draw(st.sampled_from(Status))
    reden = draw(st.sampled_from(Reden)) if status is Status.NIET_BEPAALD else None
    getypt = draw(TEKST.filter(bool)) if reden is Reden.NIET_HERKEND else ""
    return Invulling("Boekel", "1.1.1", status, draw(TEKST), draw(TEKST), reden, getypt, draw(PLEK))


def _there_and_back(plan, invulling):
    rij = to_row(plan, plan.find_gemeenten(invulling.gemeente)[0], invulling)
    assert len(rij) == len(GEGEVENS_KOLOMMEN)
    return from_row(dict(zip(GEGEVENS_KOLOMMEN, rij, strict=True)))


@given(invulling=invullingen())
def test_an_answer_comes_back_from_its_row(plan, invulling):
    assert _there_and_back(plan, invulling) == invulling


@pytest.mark.parametrize("getypt", ["hij zei “klaar”", "”", "“”", "a”b"])
def test_quotes_in_what_was_typed_come_back(plan, getypt):
    invulling = Invulling("Boekel", "1.1.1", Status.NIET_BEPAALD, "", "uitleg", Reden.NIET_HERKEND, getypt)

    assert _there_and_back(plan, invulling) == invulling


def test_a_closing_quote_before_a_line_end_in_what_was_typed_comes_back(plan):
    getypt = "“klaar”\nbijna dan"
    invulling = Invulling("Boekel", "1.1.1", Status.NIET_BEPAALD, "", "uitleg", Reden.NIET_HERKEND, getypt)

    assert _there_and_back(plan, invulling) == invulling


def test_a_row_shows_colour_years_and_place(plan):
    invulling = Invulling("Cuijk", "1.2.1", Status.VOLTOOID, "2018-2019", plek=Plek("a.xlsx", "Invulblad", "D9"))

    rij = dict(zip(GEGEVENS_KOLOMMEN, to_row(plan, plan.gemeenten[0], invulling), strict=True))

    assert (rij["kleur"], rij["jaren"], rij["kolom"]) == ("groen", "2018, 2019", "CGM")
    assert (rij["bestand"], rij["blad"], rij["cel"]) == ("a.xlsx", "Invulblad", "D9")


def _row(**velden: str) -> dict[str, str]:
    return dict.fromkeys(GEGEVENS_KOLOMMEN, "") | velden


def test_a_status_edited_beyond_reading_gives_no_answer():
    assert from_row(_row(status="bijna klar")) is None
    assert from_row(_row()) is None


@pytest.mark.parametrize("status", ANTWOORDEN)
def test_a_reden_beside_an_answer_is_not_believed(status):
    gelezen = from_row(_row(status=str(status), reden="leeg"))

    assert gelezen is not None
    assert (gelezen.status, gelezen.reden) == (status, None)


def test_an_unknown_reden_counts_as_leeg():
    gelezen = from_row(_row(status="niet nader bepaald", reden="geen zin"))

    assert gelezen is not None
    assert gelezen.reden is Reden.LEEG


def test_a_toelichting_that_only_looks_like_typed_is_left_alone(plan):
    toelichting = "Getypt bij Status: “x”\ny"
    invulling = Invulling("Boekel", "1.1.1", Status.VOLTOOID, toelichting=toelichting)

    assert _there_and_back(plan, invulling) == invulling
    assert _there_and_back(plan, replace(invulling, toelichting="")).toelichting == ""
