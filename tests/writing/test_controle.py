"""The values of `Controle`; that LibreOffice's formulas give the same is proved in tests/programs."""

import re
from dataclasses import replace

import pytest

from actieplan_xl.domain.afspraken import Afspraken
from actieplan_xl.domain.doorgehaald import still_stands
from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.planning import AFWIJZEND, NIETSZEGGEND, ONTKENNEND, TIJDEN, Oordeel, judge
from actieplan_xl.domain.status import ANTWOORDEN, ONGEWIJZIGD, Status, Statuswoord
from actieplan_xl.domain.words import Controle
from actieplan_xl.writing.controle import (
    Adressen,
    controle_formula,
    controle_value,
    eigen_formula,
    eigen_value,
)
from actieplan_xl.writing.controle_eisen import Eisen, extra_names


@pytest.mark.parametrize(
    ("status", "planning", "heeft_vorige", "zegt"),
    [
        ("", "", False, Controle.KIES),
        ("  ", " ", True, Controle.KIES),
        ("", "2019", False, Controle.GOED_GEPLAND),
        ("gepland", "", False, Controle.GOED_LIEFST_PLANNING),
        ("gepland", "2019", False, Controle.GOED),
        ("structureel", "", True, Controle.GOED),
        ("Voltooid ", "", False, Controle.GOED),
        ("WORDT NIET OPGEPAKT", "", False, Controle.GOED),
        ("ongewijzigd", "", True, Controle.GOED_VORIGE),
        ("ongewijzigd", "2019", True, Controle.GOED_VORIGE),
        ("Ongewijzigd", "", False, Controle.GEEN_VORIGE),
        ("niet nader bepaald", "2019", True, Controle.ONBEKEND),
        ("oranje", "", False, Controle.ONBEKEND),
        ("bijna klar", "", False, Controle.ONBEKEND),
    ],
)
def test_controle_says_what_is_missing(status: str, planning: str, heeft_vorige: bool, zegt: str) -> None:
    assert controle_value(status, planning, heeft_vorige) == zegt


@pytest.mark.parametrize("heeft_vorige", [True, False])
@pytest.mark.parametrize("planning", ["", "2019"])
@pytest.mark.parametrize("status", ["", *ANTWOORDEN, ONGEWIJZIGD, Status.NIET_BEPAALD, "bijna klar"])
def test_a_tick_means_that_the_reader_takes_it_as_an_answer(status: str, planning: str, heeft_vorige: bool) -> None:
    woord = Statuswoord.parse(status)
    telt = woord.status is not None or (woord.is_ongewijzigd and heeft_vorige) or (not status and bool(planning))

    zegt = controle_value(status, planning, heeft_vorige)

    assert zegt.startswith("✓" if telt else "→")


def test_of_a_planning_alone_controle_and_the_reader_say_the_same_word_for_word() -> None:
    """As spelled in the lists; a formula sees no accents, and no dot too many."""
    ontkend = [f"{nog}{woord} {rest}" for nog in ("", "nog ") for woord in ONTKENNEND for rest in ("meer", "in 2019")]
    ontkend += [f"{ONTKENNEND[0]} voor{tijd}" for tijd in TIJDEN] + [f"doen we {woord}." for woord in ONTKENNEND]
    woorden = (*NIETSZEGGEND, *AFWIJZEND, *(f"dit {w} in 2019" for w in AFWIJZEND), *ontkend, "Nee, hoor", "wij niet.")
    anders = ("najaar 2019", "elk kwartaal", "2018 (doorgehaald)", "2018 2019 (doorgehaald: '2018')", "-", "…", "10")

    verschillen = [
        planning
        for tekst in (*woorden, *anders)
        for planning in (tekst, tekst.upper(), f" {tekst} ")
        if (judge(still_stands(planning.strip())) is Oordeel.ZEGT_NIETS)
        is not (controle_value("", planning, False) == Controle.KIES)
    ]

    assert [v for v in verschillen if "DOORGEHAALD)" not in v] == []


@pytest.mark.parametrize(
    ("actie", "status", "planning", "zegt"),
    [
        ("", "", "", ""),
        (" ", "", " ", ""),
        ("Controle panden", "", "", Controle.EIGEN_ZONDER_STATUS),
        ("Controle panden", "gepland", "", Controle.GOED),
        ("Controle panden", "", "najaar", Controle.GOED),
        ("", "gepland", "", Controle.EIGEN_ZONDER_ACTIE),
        ("", "", "najaar", Controle.EIGEN_ZONDER_ACTIE),
    ],
)
def test_an_eigen_actie_may_stay_empty_but_not_half(actie: str, status: str, planning: str, zegt: str) -> None:
    assert eigen_value(actie, status, planning) == zegt


def test_no_eigen_actie_counts_as_missing() -> None:
    """The counter and the link look at arrows: those are for acties of the plan only."""
    assert not any(zegt.startswith("→") for zegt in (Controle.EIGEN_ZONDER_ACTIE, Controle.EIGEN_ZONDER_STATUS))


ALLES = Eisen(Afspraken(True, True, True), (2019, 2022), Stand(Status.GEPLAND, "2018"))


@pytest.mark.parametrize(
    ("status", "planning", "toelichting", "vorige", "zegt"),
    [
        ("wordt niet opgepakt", "", "", None, Controle.ZONDER_REDEN),
        ("Wordt niet opgepakt", "geen geld", " - ", None, Controle.ZONDER_REDEN),
        ("wordt niet opgepakt", "", "geen geld", None, Controle.GOED),
        ("gepland", "", "", None, Controle.ZONDER_PLANNING),
        ("gepland", "volgt", "", None, Controle.ZONDER_PLANNING),
        ("gepland", "2022", "", None, Controle.GOED),
        ("gepland", "2018-2019", "", None, Controle.JAAR_BUITEN),
        ("", "2023", "", None, Controle.JAAR_BUITEN),
        ("", "120230", "", None, Controle.GOED_GEPLAND),
        ("", "-", "", None, Controle.KIES),
        ("structureel", "tot 2030", "", None, Controle.JAAR_BUITEN),
        ("voltooid", "2012", "", None, Controle.GOED),
        ("bijna klar", "2030", "", None, Controle.ONBEKEND),
        ("ongewijzigd", "", "", None, Controle.GEEN_VORIGE),
        ("ongewijzigd", "", "", Stand(Status.NIET_OPGEPAKT, "2018"), Controle.ZONDER_REDEN),
        ("ongewijzigd", "", "", Stand(Status.GEPLAND), Controle.ZONDER_PLANNING),
        ("ongewijzigd", "2018", "", Stand(Status.GEPLAND), Controle.JAAR_BUITEN),
        ("ongewijzigd", "", "", Stand(Status.STRUCTUREEL, "2018"), Controle.JAAR_BUITEN),
        ("ongewijzigd", "2020", "", Stand(Status.STRUCTUREEL, "2018"), Controle.GOED_VORIGE),
    ],
)
def test_controle_asks_more_where_the_region_agreed_on_more(
    status: str, planning: str, toelichting: str, vorige: Stand | None, zegt: str
) -> None:
    eisen = replace(ALLES, vorige=vorige)

    assert controle_value(status, planning, vorige is not None, eisen, toelichting) == zegt


def test_a_formula_that_asks_all_there_is_stays_within_what_excel_takes() -> None:
    plek = Adressen("$B$1048576", "$D$1048576", "$E$1048576", "$F$1048576")

    formule = controle_formula(plek, True, ALLES)

    assert len(formule) < 8192
    assert formule.count("(") == formule.count(")")
    assert max(map(len, re.findall(r'"([^"]*)"', formule))) <= 255
    assert all(len(lijst) < 8192 for _, lijst in extra_names(ALLES.afspraken))


@pytest.mark.parametrize("heeft_vorige", [True, False])
def test_where_nothing_more_is_asked_the_formula_is_what_it_was(heeft_vorige: bool, plan: Plan) -> None:
    plek = Adressen("$B$9", "$D$9", "$E$9", "$F$9")
    eisen = Eisen.find(plan, Stand(Status.GEPLAND) if heeft_vorige else None)

    kaal = controle_formula(Adressen("$B$9", "$D$9", "$E$9"), heeft_vorige)
    assert controle_formula(plek, heeft_vorige, eisen) == kaal
    assert extra_names(plan.afspraken) == ()


@pytest.mark.parametrize("heeft_vorige", [True, False])
def test_a_formula_stays_within_what_excel_takes(heeft_vorige: bool) -> None:
    plek = Adressen("$B$1048576", "$D$1048576", "$E$1048576")

    for formule in (controle_formula(plek, heeft_vorige), eigen_formula(plek)):
        assert len(formule) < 8192
        assert formule.count("(") == formule.count(")")
        assert formule.startswith("=IFERROR(")
        assert formule.count('"') % 2 == 0
