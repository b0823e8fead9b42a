"""The values of `Controle`; that LibreOffice's formulas give the same is proved in tests/programs."""

import pytest

from actieplan_xl.domain.doorgehaald import still_stands
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


@pytest.mark.parametrize("heeft_vorige", [True, False])
def test_a_formula_stays_within_what_excel_takes(heeft_vorige: bool) -> None:
    plek = Adressen("$B$1048576", "$D$1048576", "$E$1048576")

    for formule in (controle_formula(plek, heeft_vorige), eigen_formula(plek)):
        assert len(formule) < 8192
        assert formule.count("(") == formule.count(")")
        assert formule.startswith("=IFERROR(")
        assert formule.count('"') % 2 == 0
