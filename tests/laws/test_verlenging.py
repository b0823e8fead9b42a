"""What must hold for any next year: numbers stay with their acties, and no answer that counts is lost."""

import io

from hypothesis import given, settings
from hypothesis import strategies as st
from rules.test_vergelijking import LEREN, TRAINING, VAN_2019, make_matrix, make_plan

from actieplan_xl.domain.errors import GebruikError
from actieplan_xl.domain.herindeling import Opvolger
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.plan import Actie
from actieplan_xl.domain.status import ANTWOORDEN, Status
from actieplan_xl.domain.vorige_stand import by_place, one_state
from actieplan_xl.reading.planwerkboek import read_planwerkboek
from actieplan_xl.rules.verlenging import Verlenging, extend_plan
from actieplan_xl.writing.planwerkboek import build_planwerkboek

PLAN = make_plan(TRAINING, LEREN, Actie("1.1.4", "Kalender", geldt_voor=("CGM", "Uden")), gemeenten=VAN_2019)
ZONDER = {naam: (kolom, "") for naam, (kolom, _) in VAN_2019.items()}
LEEG = (Status.NIET_BEPAALD, "")
stand = st.sampled_from([LEEG, *((status, planning) for status in ANTWOORDEN for planning in ("", "2018", "a\nb"))])


@st.composite
def matrices(draw: st.DrawFn) -> Matrix:
    """Draw answers to all acties, with a herindeling or without."""
    gemeenten = draw(st.sampled_from([VAN_2019, ZONDER]))
    plan = make_plan(*PLAN.acties, gemeenten=gemeenten)
    plaatsen = [(naam, actie.nr) for naam in gemeenten for actie in plan.acties]
    return make_matrix(plan, draw(st.fixed_dictionaries(dict.fromkeys(plaatsen, stand))))


def extended(matrix: Matrix, behouden: bool) -> Verlenging:
    try:
        return extend_plan(matrix, "2022", {}, behouden)
    except GebruikError:
        return extend_plan(matrix, "2022", {}, True)


@given(matrix=matrices(), behouden=st.booleans())
def test_numbers_stay_with_their_acties(matrix, behouden):
    """Each old actie is under its number in the plan, or on `Afgesloten`, and never both."""
    verlenging = extended(matrix, behouden)

    oud = {actie.nr: actie.tekst for actie in matrix.plan.acties}
    in_plan = {actie.nr: actie.tekst for actie in verlenging.plan.acties}
    gesloten = {rij.nr: rij.actie for rij in verlenging.plan.afgesloten}
    assert in_plan | gesloten == oud
    assert not in_plan.keys() & gesloten.keys()


@given(matrix=matrices(), behouden=st.booleans())
def test_no_answer_that_counts_is_lost(matrix, behouden):
    """Each is a row of `Vorige stand`, under the name of who gave it, or a row of `Afgesloten`."""
    verlenging = extended(matrix, behouden)

    gegeven = {(i.gemeente, i.nr, i.status, i.planning) for i in matrix.invullingen if i.is_antwoord}
    bewaard = {(rij.van or rij.gemeente, rij.nr, rij.stand.status, rij.stand.planning) for rij in verlenging.vorige}
    bewaard |= {(rij.gemeente, rij.nr, Status(rij.status), rij.planning) for rij in verlenging.plan.afgesloten}
    assert gegeven <= bewaard


@settings(max_examples=15, deadline=None)
@given(matrix=matrices())
def test_the_plan_comes_back_from_its_workbook_the_same(matrix):
    """With each previous state, and with nothing to tell."""
    verlenging = extended(matrix, False)

    gelezen = read_planwerkboek(io.BytesIO(build_planwerkboek(verlenging.plan, vorige=verlenging.vorige)))

    assert (gelezen.plan, gelezen.bevindingen) == (verlenging.plan, ())
    for (gemeente, nr), rijen in by_place(verlenging.vorige).items():
        assert gelezen.standen[gemeente].get(nr) == one_state(rijen)


@given(
    matrix=matrices(), namen=st.dictionaries(st.sampled_from([*VAN_2019, "X"]), st.sampled_from([*VAN_2019, "X", "Y"]))
)
def test_whatever_becomes_of_gemeenten_each_has_one_that_goes_on(matrix, namen):
    """Also in a circle: every former gemeente is once among those that a new one was."""
    try:
        verlenging = extend_plan(matrix, "2022", {naam: Opvolger(nieuw) for naam, nieuw in namen.items()}, True)
    except GebruikError:
        return

    eerder = [rij.van or rij.gemeente for rij in verlenging.vorige if rij.nr == "1.1.1"]
    assert sorted(eerder) == sorted(VAN_2019)
