"""A gemeente with uitstel: until and including which day nobody asks it again."""

from dataclasses import replace

import pytest

from actieplan_xl.domain.plan import Gemeente, Plan
from actieplan_xl.domain.plancode import decode_plan, encode_plan

UDEN = Gemeente("Uden", "Uden", uitstel_tot="2019-07-01", uitstel_reden="herindeling")


@pytest.mark.parametrize(
    ("dag", "heeft"), [("2019-06-30", True), ("1 juli 2019", True), ("2019-07-02", False), ("", False)]
)
def test_uitstel_counts_up_to_and_including_its_day(dag: str, heeft: bool) -> None:
    """On a day that nobody knows there is none."""
    assert UDEN.has_uitstel(dag) is heeft


@pytest.mark.parametrize("tot", ["", "volgende week", "31-2-2019", "voor 1-7-2019"])
def test_what_is_no_date_gives_no_uitstel(tot: str) -> None:
    """Not even when there is a date somewhere in it."""
    assert not replace(UDEN, uitstel_tot=tot).has_uitstel("2019-01-01")


def test_uitstel_is_told_with_its_day_and_its_reden() -> None:
    """Without a reden there are no empty brackets."""
    assert UDEN.uitstel == "uitstel tot 1 juli 2019 (herindeling)"
    assert replace(UDEN, uitstel_reden="").uitstel == "uitstel tot 1 juli 2019"


def test_who_has_uitstel_and_why_stays_out_of_the_invulbladen_of_others(plan: Plan) -> None:
    """The plan travels in every invulblad; the reden may be that somebody is ill."""
    kolommen = (*plan.kolommen[:-1], replace(plan.kolommen[-1], gemeenten=(UDEN,)))
    met = replace(plan, kolommen=kolommen)

    assert "uitstel" not in encode_plan(met)
    assert "herindeling" not in encode_plan(met)
    assert decode_plan(encode_plan(met)).gemeenten[-1] == Gemeente("Uden", "Uden")
    assert met.vingerafdruk == decode_plan(encode_plan(met)).vingerafdruk
