"""A regiowerkboek read back gives the same matrix, and the same matrix gives the same bytes (contract §1 and §3)."""

import io

from hypothesis import given, settings
from hypothesis import strategies as st

from actieplan_xl.domain.invulling import Communicatiemoment, EigenActie, Invulling, Plek
from actieplan_xl.domain.matrix import Matrix, places
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import ANTWOORDEN, Reden, Status
from actieplan_xl.reading.regiowerkboek import read_regiowerkboek
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek

from .teksten import KAAL

QUOTES = st.sampled_from(["zei “ja”\nen toen", "”", "””\n“", "Ongewijzigd", "hetzelfde"])
GETYPT = QUOTES | KAAL.filter(bool)
PLEK = st.builds(Plek, KAAL, KAAL, st.sampled_from(["", "C6", "XFD1048576"]))


@st.composite
def invullingen(draw: st.DrawFn, gemeente: str, nr: str) -> Invulling:
    status = draw(st.sampled_from([*ANTWOORDEN, Status.NIET_BEPAALD]))
    reden = draw(st.sampled_from(Reden)) if status is Status.NIET_BEPAALD else None
    getypt = draw(GETYPT) if reden is Reden.NIET_HERKEND else ""
    return Invulling(gemeente, nr, status, draw(KAAL), draw(KAAL), reden, getypt, draw(PLEK))


@st.composite
def matrices(draw: st.DrawFn, plan: Plan) -> Matrix:
    eigen = st.builds(EigenActie, KAAL.filter(bool), KAAL, KAAL, KAAL, KAAL, KAAL, PLEK)
    moment = st.builds(Communicatiemoment, KAAL.filter(bool), *[KAAL] * 7, PLEK)
    return Matrix(
        plan,
        tuple(draw(invullingen(gemeente.naam, actie.nr)) for gemeente, actie in places(plan)),
        tuple(draw(st.lists(eigen, max_size=3))),
        tuple(draw(st.lists(moment, max_size=3))),
    )


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_matrix_comes_back_from_its_workbook(plan, data):
    matrix = data.draw(matrices(plan))

    gelezen = read_regiowerkboek(io.BytesIO(build_regiowerkboek(Samenvoeging(matrix, (), ()))))

    assert gelezen.matrix == matrix
    assert gelezen.bevindingen == ()


@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_the_same_matrix_gives_the_same_bytes(plan, data):
    matrix = data.draw(matrices(plan))

    een, ander = (build_regiowerkboek(Samenvoeging(matrix, (), ())) for _ in range(2))

    assert een == ander


def test_a_plan_that_nobody_answered_comes_back_too(plan):
    uit = merge(plan, [])

    gelezen = read_regiowerkboek(io.BytesIO(build_regiowerkboek(uit)))

    assert gelezen.matrix == uit.matrix
    assert gelezen.bevindingen == ()
