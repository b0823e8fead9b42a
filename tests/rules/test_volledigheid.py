"""What is missing: per gemeente a file, per actie an answer."""

import pytest

from actieplan_xl.domain.invulling import Invulling
from actieplan_xl.domain.matrix import Matrix, places
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.rules.volledigheid import count_answers, tell_missing


@pytest.fixture
def matrix_of(plan):
    """Return a matrix in which everything is done, but for the places that are named with a reden."""

    def build(**open_: Reden) -> Matrix:
        return Matrix.build(
            plan,
            {
                (g.naam, a.nr): Invulling(g.naam, a.nr, Status.VOLTOOID)
                if (reden := open_.get(f"{g.naam}_{a.nr.replace('.', '')}", open_.get(g.naam))) is None
                else Invulling(g.naam, a.nr, Status.NIET_BEPAALD, reden=reden)
                for g, a in places(plan)
            },
        )

    return build


def test_a_gemeente_is_asked_only_what_applies_to_it(matrix_of):
    tellingen = count_answers(matrix_of())

    assert [(t.gemeente, t.kolom, t.gevraagd, t.beantwoord) for t in tellingen] == [
        ("Cuijk", "CGM", 3, 3),
        ("Grave", "CGM", 3, 3),
        ("Boekel", "Boekel", 4, 4),
        ("Uden", "Uden", 4, 4),
    ]
    assert all(t.is_volledig and t.open == () and t.reden is None for t in tellingen)
    assert tell_missing(matrix_of()) == []


def test_what_is_open_is_named(matrix_of):
    telling = count_answers(matrix_of(Uden_112=Reden.LEEG, Uden_211=Reden.NIET_HERKEND))[-1]

    assert (telling.beantwoord, telling.open, telling.is_volledig) == (2, ("1.1.2", "2.1.1"), False)
    assert telling.reden is None


@pytest.mark.parametrize(
    ("reden", "gezegd"),
    [
        (Reden.GEEN_BESTAND, Reden.GEEN_BESTAND),
        (Reden.ONLEESBAAR, Reden.ONLEESBAAR),
        (Reden.LEEG, None),
        (Reden.NIET_HERKEND, None),
    ],
)
def test_a_gemeente_of_which_everything_is_open_says_why(matrix_of, reden, gezegd):
    telling = count_answers(matrix_of(Uden=reden))[-1]

    assert (telling.beantwoord, telling.reden) == (0, gezegd)


def test_only_empty_answers_are_told_one_by_one(matrix_of):
    gevonden = tell_missing(matrix_of(Uden_111=Reden.LEEG, Boekel_111=Reden.NIET_HERKEND, Grave=Reden.ONLEESBAAR))

    assert [(b.gemeente, b.nr) for b in gevonden] == [("Uden", "1.1.1")]
