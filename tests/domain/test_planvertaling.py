"""Which actie of one plan is which of another."""

from dataclasses import replace

from actieplan_xl.domain.plan import Actie, Plan, Thema
from actieplan_xl.domain.planvertaling import translate_acties


def with_acties(plan: Plan, *teksten: str) -> Plan:
    acties = tuple(Actie(f"1.1.{nr}", tekst) for nr, tekst in enumerate(teksten, 1))
    lijn = replace(plan.hoofdlijnen[0], themas=(Thema("1.1", "Thema", acties),))
    return replace(plan, hoofdlijnen=(lijn,))


def translated(plan: Plan, oud: tuple[str, ...], nieuw: tuple[str, ...]) -> dict[str, str]:
    vertaald = translate_acties(with_acties(plan, *oud), with_acties(plan, *nieuw))
    return {nr: actie.nr for nr, actie in vertaald.items()}


def test_the_same_text_is_the_same_actie_wherever_it_moved(plan):
    """Capitals and dots are no other text."""
    assert translated(plan, ("Training", "E-learning"), ("e-learning.", "Iets anders", "Training")) == {
        "1.1.1": "1.1.3",
        "1.1.2": "1.1.1",
    }


def test_a_number_stays_with_its_actie_when_only_the_wording_changed(plan):
    """Not when the new wording is that of another actie of the old plan: that one moved."""
    assert translated(plan, ("Training",), ("Training voor de raad",)) == {"1.1.1": "1.1.1"}
    assert translated(plan, ("Training", "E-learning"), ("E-learning",)) == {"1.1.2": "1.1.1"}


def test_acties_with_the_same_text_are_told_apart_by_their_number(plan):
    """Two of them in both plans, and one came after: each is itself."""
    twee = ("Overleg", "Overleg")

    assert translated(plan, twee, (*twee, "Iets nieuws")) == {"1.1.1": "1.1.1", "1.1.2": "1.1.2"}
