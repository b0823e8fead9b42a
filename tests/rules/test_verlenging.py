"""Next year's plan: what goes on, what is closed, and what a herindeling makes of it."""

from dataclasses import replace

import pytest

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import GebruikError
from actieplan_xl.domain.herindeling import Opvolger
from actieplan_xl.domain.invulling import EigenActie, Stand
from actieplan_xl.domain.plan import Actie, Gemeente, Hoofdlijn, Kolom, Plan, Plangegevens, Thema
from actieplan_xl.domain.status import Status
from actieplan_xl.domain.vorige_stand import by_place, cell_text, one_state
from actieplan_xl.rules.vergelijking import Soort, compare
from actieplan_xl.rules.verlenging import Verlenging, extend_plan
from actieplan_xl.rules.vorige import tell_previous

from .test_vergelijking import LEREN, TRAINING, VAN_2019, Antwoorden, make_matrix, make_plan

GEPLAND, STRUCTUREEL, VOLTOOID, NIET = (
    Status.GEPLAND,
    Status.STRUCTUREEL,
    Status.VOLTOOID,
    Status.NIET_OPGEPAKT,
)
VIER = {"Cuijk": ("CGM", ""), "Grave": ("CGM", ""), "Boekel": ("Boekel", ""), "Uden": ("Uden", "")}
KLAAR: Antwoorden = {
    ("Cuijk", "1.1.1"): (VOLTOOID, "2018"),
    ("Grave", "1.1.1"): (NIET, ""),
    ("Boekel", "1.1.1"): (VOLTOOID, ""),
    ("Uden", "1.1.1"): (VOLTOOID, "mei 2019"),
}
"""Everybody is done with 1.1.1; of 1.1.2 nothing is known."""


def extended(antwoorden: Antwoorden, plan: Plan | None = None, **hoe: object) -> Verlenging:
    plan = plan or make_plan(TRAINING, LEREN, gemeenten=VIER)
    return extend_plan(make_matrix(plan, antwoorden), "2020", **hoe)  # type: ignore[arg-type]


def nummers(plan: Plan) -> list[str]:
    return [actie.nr for actie in plan.acties]


def test_what_everybody_finished_or_will_not_take_up_is_closed_and_keeps_its_number():
    """It stands apart, with the last answer of each gemeente and the peildatum by which it was closed."""
    verlenging = extended(KLAAR)

    assert nummers(verlenging.plan) == ["1.1.2"]
    assert [actie.nr for actie in verlenging.afgesloten] == ["1.1.1"]
    assert [(a.nr, a.kolom, a.gemeente, a.status, a.planning, a.sinds) for a in verlenging.plan.afgesloten] == [
        ("1.1.1", "CGM", "Cuijk", "voltooid", "2018", "2019-05-01"),
        ("1.1.1", "CGM", "Grave", "wordt niet opgepakt", "", "2019-05-01"),
        ("1.1.1", "Boekel", "Boekel", "voltooid", "", "2019-05-01"),
        ("1.1.1", "Uden", "Uden", "voltooid", "mei 2019", "2019-05-01"),
    ]


@pytest.mark.parametrize("anders", [(GEPLAND, "2020"), (STRUCTUREEL, ""), (Status.NIET_BEPAALD, "")])
def test_where_one_gemeente_is_not_done_the_actie_goes_on_for_all(anders):
    """Also when that one only gave no answer: oranje is open."""
    verlenging = extended(KLAAR | {("Grave", "1.1.1"): anders})

    assert nummers(verlenging.plan) == ["1.1.1", "1.1.2"]
    assert verlenging.afgesloten == ()
    per_plaats = by_place(verlenging.vorige)
    assert one_state(per_plaats["Cuijk", "1.1.1"]) == Stand(VOLTOOID, "2018")
    assert one_state(per_plaats["Grave", "1.1.1"]) == (None if anders[0] is Status.NIET_BEPAALD else Stand(*anders))


def test_closed_acties_may_be_kept():
    """Then they are asked again, and nothing stands apart."""
    verlenging = extended(KLAAR, behouden=True)

    assert nummers(verlenging.plan) == ["1.1.1", "1.1.2"]
    assert ([a.nr for a in verlenging.afgesloten], verlenging.plan.afgesloten) == (["1.1.1"], ())


def test_when_everything_is_closed_there_is_nothing_left_to_ask():
    """A plan without acties is none: it says what to do."""
    with pytest.raises(GebruikError, match="--afgesloten behouden"):
        extended(KLAAR, make_plan(TRAINING, gemeenten=VIER))


def test_closed_acties_of_earlier_years_go_along_and_the_last_answer_counts():
    """One that was put back in the plan and closed again has the answer it was closed with last."""
    eerder = extended(KLAAR).plan
    terug = replace(eerder, hoofdlijnen=make_plan(TRAINING, LEREN, gemeenten=VIER).hoofdlijnen)

    gelijk = extended({("Uden", "1.1.2"): (GEPLAND, "2021")}, eerder)
    opnieuw = extended(dict.fromkeys(KLAAR, (VOLTOOID, "2020")), terug)

    assert gelijk.plan.afgesloten == eerder.afgesloten
    assert {(a.nr, a.planning) for a in opnieuw.plan.afgesloten} == {("1.1.1", "2020")}
    assert len(opnieuw.plan.afgesloten) == len(VIER)


def test_a_thema_without_acties_goes_and_its_hoofdlijn_stays():
    """A planwerkboek may have no empty thema; the text under it goes with it."""
    lijn = Hoofdlijn("1", "Lijn", (Thema("1.1", "Eerste", (TRAINING,)), Thema("1.2", "Tweede", (Actie("1.2.1", "X"),))))
    plan = replace(make_plan(gemeenten=VIER), hoofdlijnen=(lijn,), teksten={"1": "A", "1.1": "B", "1.2": "C"})

    verlenging = extended(KLAAR, plan)

    assert [thema.nr for thema in verlenging.plan.hoofdlijnen[0].themas] == ["1.2"]
    assert verlenging.plan.teksten == {"1": "A", "1.2": "C"}
    assert [b.nr for b in verlenging.bevindingen if b.code is Code.VERLENGEN_THEMA_VERVALT] == ["1.1"]


@pytest.mark.parametrize(
    ("naam", "jaar", "nieuw"),
    [
        ("Actieplan ondermijning 2019", "2019", "Actieplan ondermijning 2020"),
        ("Actieplan 2018-2019", "2018-2019", "Actieplan 2020"),
        ("Actieplan 12019", "2019", "Actieplan 12019"),
        ("Actieplan", "2019", "Actieplan"),
        ("Actieplan 2019", "", "Actieplan 2019"),
    ],
)
def test_the_year_in_the_name_goes_along_and_the_days_of_the_old_round_are_gone(naam, jaar, nieuw):
    """A name that stays the same is told: files are named after it."""
    gegevens = Plangegevens(naam, "Regio", jaar, "2019-06-01", "2019-05-15", opmerking="Let op.")
    plan = replace(make_plan(TRAINING, gemeenten=VIER), gegevens=gegevens)

    verlenging = extended({}, plan)

    assert verlenging.plan.gegevens == Plangegevens(nieuw, "Regio", "2020", opmerking="Let op.")
    assert (Code.VERLENGEN_NAAM_GELIJK in {b.code for b in verlenging.bevindingen}) is (naam == nieuw)


def test_a_year_that_is_not_later_is_told():
    """Perhaps it was the wrong regiowerkboek."""
    plan = make_plan(TRAINING, gemeenten=VIER)
    plan = replace(plan, gegevens=replace(plan.gegevens, naam="Plan 2020", jaar="2020"))

    assert Code.VERLENGEN_JAAR_NIET_LATER in {b.code for b in extended({}, plan).bevindingen}


def test_what_gemeenten_added_themselves_is_mentioned_and_not_taken_over():
    """Whether it belongs in the plan only the coördinator knows."""
    eigen = EigenActie("Boekel", "Iets")
    matrix = replace(make_matrix(make_plan(TRAINING, gemeenten=VIER), {}), eigen_acties=(eigen,))

    assert extend_plan(matrix, "2020").eigen_acties == (eigen,)


HERINDELING = make_plan(TRAINING, LEREN, gemeenten=VAN_2019)
"""Eight gemeenten with their opvolger."""


def test_eight_gemeenten_become_three_each_with_a_kolom_of_its_own():
    """Boekel stays what it was; the others are named after their opvolger and know what they were."""
    plan = extended({}, HERINDELING).plan

    assert [(k.naam, [g.naam for g in k.gemeenten]) for k in plan.kolommen] == [
        ("Land van Cuijk", ["Land van Cuijk"]),
        ("Boekel", ["Boekel"]),
        ("Maashorst", ["Maashorst"]),
    ]
    assert [g.voorgangers for g in plan.gemeenten] == [
        ("Cuijk", "Grave", "Mill en Sint Hubert", "Sint Anthonis", "Boxmeer"),
        (),
        ("Uden", "Landerd"),
    ]
    assert not any(g.opvolger for g in plan.gemeenten)


def test_the_history_stays_apart_per_former_gemeente():
    """What they agreed on can be taken over; where they did not, all of it is shown and none of it taken over."""
    antwoorden = {(naam, "1.1.1"): (VOLTOOID, "2018") for naam in VAN_2019} | {("Grave", "1.1.1"): (GEPLAND, "2019")}

    verlenging = extended(antwoorden, HERINDELING)

    per_plaats = by_place(verlenging.vorige)
    cuijk, maashorst = per_plaats["Land van Cuijk", "1.1.1"], per_plaats["Maashorst", "1.1.1"]
    assert [(rij.van, rij.stand) for rij in cuijk][:2] == [
        ("Cuijk", Stand(VOLTOOID, "2018")),
        ("Grave", Stand(GEPLAND, "2019")),
    ]
    assert one_state(maashorst) == Stand(VOLTOOID, "2018")
    assert one_state(per_plaats["Boekel", "1.1.1"]) == Stand(VOLTOOID, "2018")
    wie = "Cuijk, Mill en Sint Hubert, Sint Anthonis, Boxmeer: voltooid, 2018\nGrave: gepland, 2019"
    assert one_state(cuijk) == Stand(Status.NIET_BEPAALD, wie)
    assert cell_text(verlenging.plan.kolommen[0], "1.1.1", per_plaats) == f"gepland\n{wie}"


def test_one_former_gemeente_without_an_answer_is_no_agreement():
    """The others do not speak for it."""
    verlenging = extended({("Uden", "1.1.1"): (VOLTOOID, "")}, HERINDELING)

    stand = one_state(by_place(verlenging.vorige)["Maashorst", "1.1.1"])

    assert stand == Stand(Status.NIET_BEPAALD, "Uden: voltooid\nLanderd: niet ingevuld")


def test_an_actie_that_was_for_a_kolom_is_for_the_gemeente_it_became():
    """That it is then also for who was not asked before is told."""
    voor_cgm = replace(TRAINING, geldt_voor=("CGM",))

    verlenging = extended({}, make_plan(voor_cgm, LEREN, gemeenten=VAN_2019))

    assert verlenging.plan.acties[0].geldt_voor == ("Land van Cuijk",)
    assert [rij.van for rij in verlenging.vorige if rij.nr == "1.1.1"] == ["Cuijk", "Grave", "Mill en Sint Hubert"]
    (bevinding,) = (b for b in verlenging.bevindingen if b.code is Code.VERLENGEN_GELDT_VOOR_MEER)
    assert "niet voor Sint Anthonis en Boxmeer" in bevinding.tekst


def test_the_old_workbook_need_not_say_who_went_on():
    """The new plan knows its voorgangers: beside it every former gemeente has one that follows."""
    zonder = make_plan(TRAINING, LEREN, gemeenten={naam: (kolom, "") for naam, (kolom, _) in VAN_2019.items()})
    toen = make_matrix(zonder, {("Grave", "1.1.1"): (GEPLAND, "2019")})
    lijst = {naam: Opvolger(opvolger) for naam, (_, opvolger) in VAN_2019.items() if opvolger}

    nu = make_matrix(extend_plan(toen, "2022", lijst).plan, {("Land van Cuijk", "1.1.1"): (VOLTOOID, "2021")})

    assert tell_previous(toen, nu, "vorige.xlsx") == []
    (grave,) = (w for w in compare(toen, nu).wijzigingen if w.gemeente == "Grave")
    assert (grave.soort, grave.nu and grave.nu.gemeente) == (Soort.VOLTOOID, "Land van Cuijk")


def test_what_is_said_of_a_herindeling_goes_before_what_the_workbook_says():
    """And gives the code and the address of the new gemeente; a name that nobody knows is told."""
    bij = {
        "uden": Opvolger("Nieuw Uden", "GM9", "nieuw@voorbeeld.nl"),
        "Landerd": Opvolger("nieuw uden"),
        "Veghel": Opvolger("Meierijstad"),
    }

    verlenging = extended({}, HERINDELING, herindeling=bij)

    nieuw = verlenging.plan.gemeenten[-1]
    assert nieuw == Gemeente("Nieuw Uden", "Nieuw Uden", "GM9", "nieuw@voorbeeld.nl", voorgangers=("Uden", "Landerd"))
    codes = [(b.code, b.waarden["naam"]) for b in verlenging.bevindingen if "naam" in b.waarden]
    assert (Code.VERLENGEN_HERINDELING_ONBEKEND, "Veghel") in codes
    assert (Code.VERLENGEN_GEMEENTE_NIEUW, "Land van Cuijk") in codes
    assert (Code.VERLENGEN_GEMEENTE_NIEUW, "Nieuw Uden") not in codes


def test_a_gemeente_that_takes_in_another_keeps_its_kolom():
    """It is then one of two that gave a state."""
    plan = make_plan(TRAINING, gemeenten={"Boekel": ("Boekel", ""), "Uden": ("Uden", "boekel")})

    verlenging = extended({("Boekel", "1.1.1"): (GEPLAND, "2020"), ("Uden", "1.1.1"): (VOLTOOID, "")}, plan)

    assert verlenging.plan.kolommen == (Kolom("Boekel", (Gemeente("Boekel", "Boekel", voorgangers=("Uden",)),)),)
    assert [(rij.gemeente, rij.van) for rij in verlenging.vorige] == [("Boekel", "Boekel"), ("Boekel", "Uden")]


def test_an_opvolger_may_have_an_opvolger_and_a_circle_does_not_hang():
    """Two herindelingen in one list: who goes on is the last."""
    ketting = make_plan(TRAINING, gemeenten={"A": ("A", "B"), "B": ("B", "C"), "X": ("X", "Y"), "Y": ("Y", "X")})

    plan = extended({}, ketting).plan

    assert {g.naam: g.voorgangers for g in plan.gemeenten} == {"C": ("A", "B"), "Y": ("X",), "X": ("Y",)}
