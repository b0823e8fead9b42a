from dataclasses import replace

import pytest

from actieplan_xl.domain.invulling import Invulling, Stand
from actieplan_xl.domain.matrix import Matrix, places
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.domain.words import GEGEVENS_KOLOMMEN


@pytest.fixture
def matrix(plan: Plan) -> Matrix:
    """Everybody has everything planned, except Uden: 1.1.1 is done, and 1.1.2 was not filled in."""
    gevuld = {(g.naam, a.nr): Invulling(g.naam, a.nr, Status.GEPLAND, "2019") for g, a in places(plan)}
    gevuld["Uden", "1.1.1"] = Invulling("Uden", "1.1.1", Status.VOLTOOID, "2018-2019")
    gevuld["Uden", "1.1.2"] = Invulling("Uden", "1.1.2", Status.NIET_BEPAALD, reden=Reden.LEEG)
    return Matrix.build(plan, gevuld)


def test_there_is_a_place_for_each_gemeente_and_actie_that_applies(plan):
    plaatsen = [(g.naam, a.nr) for g, a in places(plan)]

    assert len(plaatsen) == 3 * 4 + 2
    assert plaatsen[:4] == [("Cuijk", "1.1.1"), ("Grave", "1.1.1"), ("Boekel", "1.1.1"), ("Uden", "1.1.1")]
    assert plaatsen[-2:] == [("Boekel", "2.1.1"), ("Uden", "2.1.1")]


def test_a_matrix_with_a_hole_cannot_exist(matrix):
    with pytest.raises(ValueError, match="precies één antwoord"):
        Matrix(matrix.plan, matrix.invullingen[1:])


def test_a_matrix_with_a_double_answer_cannot_exist(matrix):
    with pytest.raises(ValueError, match="precies één antwoord"):
        Matrix(matrix.plan, (*matrix.invullingen, matrix.invullingen[-1]))


def test_an_answer_where_the_actie_does_not_apply_cannot_exist(matrix):
    elders = replace(matrix.invullingen[-1], gemeente="Cuijk")

    with pytest.raises(ValueError, match="precies één antwoord"):
        Matrix(matrix.plan, (*matrix.invullingen, elders))


def test_building_without_an_answer_raises(plan):
    with pytest.raises(KeyError):
        Matrix.build(plan, {})


def test_where_an_actie_does_not_apply_there_is_no_answer_and_the_cell_says_so(matrix):
    assert matrix.invulling("Cuijk", "2.1.1") is None
    assert matrix.cellen["2.1.1", "CGM"].tekst == "n.v.t."
    assert matrix.cellen["2.1.1", "CGM"].status is None


def test_a_state_is_only_known_where_an_answer_was_given(matrix):
    standen = matrix.standen("Uden")

    assert standen["1.1.1"] == Stand(Status.VOLTOOID, "2018-2019")
    assert "1.1.2" not in standen
    assert [i.nr for i in matrix.oranje] == ["1.1.2"]


def test_a_frame_has_acties_down_and_kolommen_across(matrix):
    frame = matrix.to_frame()

    assert list(frame.columns) == ["CGM", "Boekel", "Uden"]
    assert list(frame.index) == ["1.1.1", "1.1.2", "1.2.1", "2.1.1"]
    assert frame.index.name == "nr"
    assert frame.loc["1.1.1", "Uden"] == "voltooid\n2018-2019"
    assert frame.loc["2.1.1", "CGM"] == "n.v.t."


def test_a_frame_per_gemeente_has_a_column_for_each(matrix):
    frame = matrix.to_frame("gemeente", "status")

    assert list(frame.columns) == ["Cuijk", "Grave", "Boekel", "Uden"]
    assert frame.loc["1.1.2", "Uden"] == "niet nader bepaald"
    assert frame.loc["2.1.1", "Grave"] is None


@pytest.mark.parametrize(
    ("toon", "uden", "cgm"), [("kleur", "groen", None), ("planning", "2018-2019", None), ("status", "voltooid", None)]
)
def test_a_frame_shows_what_is_asked(matrix, toon, uden, cgm):
    frame = matrix.to_frame(toon=toon)

    assert frame.loc["1.1.1", "Uden"] == uden
    assert frame.loc["2.1.1", "CGM"] is cgm


def test_a_planning_is_only_shown_for_a_kolom_that_agrees(matrix):
    oneens = tuple(
        replace(i, planning="2020") if (i.gemeente, i.nr) == ("Grave", "1.1.1") else i for i in matrix.invullingen
    )

    frame = Matrix(matrix.plan, oneens).to_frame(toon="planning")

    assert frame.loc["1.1.1", "CGM"] is None
    assert frame.loc["1.1.2", "CGM"] == "2019"


def test_the_long_frame_has_the_columns_of_gegevens_and_a_row_for_each_place(matrix):
    frame = matrix.to_long_frame()

    assert tuple(frame.columns) == GEGEVENS_KOLOMMEN
    assert len(frame) == len(matrix.invullingen)
    rij = frame[(frame.gemeente == "Uden") & (frame.nr == "1.1.1")].iloc[0]
    assert (rij.hoofdlijn, rij.thema, rij.kolom, rij.cbs_code) == ("Bewustwording", "Training", "Uden", "GM0856")
    assert (rij.status, rij.kleur, rij.jaren, rij.reden) == ("voltooid", "groen", "2018, 2019", "")
