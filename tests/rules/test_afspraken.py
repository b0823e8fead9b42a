"""What the region agreed on: an answer that does not keep to it is told, and counts all the same."""

import io
from dataclasses import replace

import pytest

from actieplan_xl.domain.afspraken import Afspraken
from actieplan_xl.domain.bevinding import Bevinding, Code, Ernst
from actieplan_xl.domain.invulling import Plek, Stand
from actieplan_xl.domain.meldingen import afspraken as zinnen
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import Status
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from actieplan_xl.rules.herstel import collect_herstel
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad

REDEN = Afspraken(toelichting_bij_niet_opgepakt=True)
PLANNING = Afspraken(planning_bij_gepland=True)
JAREN = Afspraken(jaren_binnen_plan=True)
KLAAR = dict.fromkeys(("1.1.1", "1.1.2", "1.2.1", "2.1.1"), Antwoord("voltooid", "2018"))


def agreed(plan: Plan, afspraken: Afspraken, jaar: str = "2019-2022") -> Plan:
    return replace(plan, gegevens=replace(plan.gegevens, jaar=jaar), afspraken=afspraken)


def merged(
    plan: Plan, antwoord: Antwoord, naam: str = "Boekel", vorige: Stand | None = None, voor_kolom: bool = False
) -> Samenvoeging:
    """Merge what one gemeente sent, done but for what it answers to 1.1.1."""
    standen = {"1.1.1": vorige} if vorige else None
    vulling = Vulling({**KLAAR, "1.1.1": antwoord}, voor_kolom=voor_kolom)
    stroom = io.BytesIO(build_invulblad(plan, plan.find_gemeenten(naam)[0], standen, vulling))
    stroom.name = f"{naam}.xlsx"
    return merge(plan, read_inzendingen([stroom], Vraag(plan)))


def told(samenvoeging: Samenvoeging) -> list[Bevinding]:
    return [b for b in samenvoeging.bevindingen if b.code in zinnen.MELDINGEN]


ANTWOORDEN = [
    (REDEN, Antwoord("wordt niet opgepakt"), Code.NIET_OPGEPAKT_ZONDER_REDEN),
    (REDEN, Antwoord("wordt niet opgepakt", "geen geld", "-"), Code.NIET_OPGEPAKT_ZONDER_REDEN),
    (REDEN, Antwoord("wordt niet opgepakt", "", "geen geld"), None),
    (REDEN, Antwoord("gepland"), None),
    (PLANNING, Antwoord("gepland"), Code.GEPLAND_ZONDER_PLANNING),
    (PLANNING, Antwoord("gepland", "volgt nog", "in 2020"), Code.GEPLAND_ZONDER_PLANNING),
    (PLANNING, Antwoord("gepland", "ooit"), None),
    (PLANNING, Antwoord("", "najaar"), None),
    (PLANNING, Antwoord("structureel"), None),
    (JAREN, Antwoord("gepland", "2023"), Code.JAAR_BUITEN_PLAN),
    (JAREN, Antwoord("", "2022 of 2023"), Code.JAAR_BUITEN_PLAN),
    (JAREN, Antwoord("structureel", "2018-2022"), Code.JAAR_BUITEN_PLAN),
    (JAREN, Antwoord("gepland", "2019, 2021 en 2022"), None),
    (JAREN, Antwoord("gepland"), None),
    (JAREN, Antwoord("voltooid", "2012"), None),
    (JAREN, Antwoord("wordt niet opgepakt", "2030"), None),
]


@pytest.mark.parametrize(("afspraken", "antwoord", "code"), ANTWOORDEN)
def test_each_afspraak_has_its_own_finding_at_the_answer(plan, afspraken, antwoord, code):
    gevonden = told(merged(agreed(plan, afspraken), antwoord))

    assert [(b.code, b.gemeente, b.nr, b.plek.bestand) for b in gevonden] == (
        [(code, "Boekel", "1.1.1", "Boekel.xlsx")] if code else []
    )
    assert all(b.plek.cel and b.ernst is Ernst.LET_OP for b in gevonden)


@pytest.mark.parametrize("antwoord", [antwoord for _, antwoord, code in ANTWOORDEN if code])
def test_off_it_says_nothing(plan, antwoord):
    """As it is unless the plan says otherwise."""
    assert told(merged(agreed(plan, Afspraken()), antwoord)) == []


@pytest.mark.parametrize(("afspraken", "antwoord", "code"), ANTWOORDEN)
def test_an_answer_that_needs_more_still_counts(plan, afspraken, antwoord, code):
    met = merged(agreed(plan, afspraken), antwoord).matrix
    zonder = merged(agreed(plan, Afspraken()), antwoord).matrix

    assert met.invullingen == zonder.invullingen
    assert met.invulling("Boekel", "1.1.1").is_antwoord


@pytest.mark.parametrize(
    ("afspraken", "vorige", "code"),
    [
        (REDEN, Stand(Status.NIET_OPGEPAKT, "geen geld"), Code.NIET_OPGEPAKT_ZONDER_REDEN),
        (PLANNING, Stand(Status.GEPLAND), Code.GEPLAND_ZONDER_PLANNING),
        (PLANNING, Stand(Status.GEPLAND, "2019"), None),
        (JAREN, Stand(Status.GEPLAND, "2018"), Code.JAAR_BUITEN_PLAN),
        (JAREN, Stand(Status.VOLTOOID, "2018"), None),
    ],
)
def test_a_state_that_is_taken_over_is_held_to_it_as_well(plan, afspraken, vorige, code):
    gevonden = told(merged(agreed(plan, afspraken), Antwoord("ongewijzigd"), vorige=vorige))

    assert [b.code for b in gevonden] == ([code] if code else [])


def test_the_years_that_do_not_fit_are_named(plan):
    (bevinding,) = told(merged(agreed(plan, JAREN), Antwoord("gepland", "2018, 2020 en 2023")))

    assert bevinding.tekst == (
        "de planning bij 1.1.1 noemt 2018 en 2023; dat valt buiten de jaren van het plan (2019-2022)."
    )


def test_of_many_years_only_the_first_are_named(plan):
    (bevinding,) = told(merged(agreed(plan, JAREN), Antwoord("structureel", "2010-2030")))

    assert "noemt 2010, 2011, 2012, 2013 en nog 13;" in bevinding.tekst


@pytest.mark.parametrize(("jaar", "planning", "is_buiten"), [("2019", "2020", True), ("2019 en 2020", "2020", False)])
def test_the_years_of_the_plan_are_what_it_says_at_jaar(plan, jaar, planning, is_buiten):
    assert bool(told(merged(agreed(plan, JAREN, jaar), Antwoord("gepland", planning)))) is is_buiten


def test_a_plan_without_a_year_is_told_once_and_no_planning_is_held_against_it(plan):
    uit = merged(agreed(plan, JAREN, "volgend jaar"), Antwoord("gepland", "1999"))

    assert told(uit) == []
    (bevinding,) = (b for b in uit.bevindingen if b.code is Code.PLAN_ZONDER_JAREN)
    assert "'jaren binnen het plan' staat aan" in bevinding.tekst


def test_what_the_planwerkboek_said_of_that_already_is_not_told_again(plan):
    gezegd = Bevinding(Code.PLAN_ZONDER_JAREN, Plek("plan.xlsx", "Plan", "B3"), waarden={"afspraak": "x"})

    uit = merge(agreed(plan, JAREN, ""), [], vooraf=[gezegd])

    assert [b.plek.bestand for b in uit.bevindingen if b.code is Code.PLAN_ZONDER_JAREN] == ["plan.xlsx"]


@pytest.mark.parametrize(("afspraken", "antwoord", "code"), [geval for geval in ANTWOORDEN if geval[2]])
def test_it_goes_back_to_be_mended(plan, afspraken, antwoord, code):
    (herstel,) = collect_herstel(merged(agreed(plan, afspraken), antwoord))

    assert [(b.code, b.nr) for b in herstel.bevindingen] == [(code, "1.1.1")]


def test_for_a_whole_kolom_it_goes_back_once(plan):
    uit = merged(agreed(plan, PLANNING), Antwoord("gepland"), "Cuijk", voor_kolom=True)

    (herstel,) = collect_herstel(uit)
    assert [b.gemeente for b in told(uit)] == ["Cuijk", "Grave"]
    assert [b.code for b in herstel.bevindingen] == [Code.GEPLAND_ZONDER_PLANNING]
