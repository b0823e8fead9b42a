"""Until when answers are awaited, and since when those that are missing are open."""

from dataclasses import replace

import pytest
from writing.ronden import make_round

from actieplan_xl.domain.plan import Plangegevens
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.rules.samenvoeging import Samenvoeging
from actieplan_xl.rules.termijn import find_termijn, tell_passed
from actieplan_xl.rules.vergelijking import compare

SINDS = ", sinds de uiterste inleverdatum van 17 mei 2019"


def answer(gemeente: str, nr: str) -> Status | Reden:
    """Of G1 nothing came; G2 left the second open."""
    return Reden.GEEN_BESTAND if gemeente == "G1" else Reden.LEEG if nr == "1.1.2" else Status.GEPLAND


def make(peildatum: str, inleverdatum: str, vorige: str | None = None) -> Samenvoeging:
    """Return a round, beside one of `vorige` in which only G1 had left something open."""
    nu = make_round(2, 2, answer, peildatum=peildatum, inleverdatum=inleverdatum)
    if vorige is None:
        return nu
    toen = make_round(2, 2, lambda g, _: Reden.LEEG if g == "G1" else Status.GEPLAND, peildatum=vorige)
    return replace(nu, vergelijking=compare(toen.matrix, nu.matrix))


@pytest.mark.parametrize(
    ("peildatum", "inleverdatum", "vorige", "zin", "sinds"),
    [
        ("2019-06-01", "2019-05-17", None, SINDS, "17 mei 2019, 15 dagen geleden"),
        ("2019-05-18", "2019-05-17", None, SINDS, "17 mei 2019, 1 dag geleden"),
        ("2019-05-17", "2019-05-17", None, "; uiterste inleverdatum: 17 mei 2019", "nog tot en met 17 mei 2019"),
        ("", "2019-05-17", None, "; uiterste inleverdatum: 17 mei 2019", "17 mei 2019"),
        ("2019-06-01", "17 mei 12.00 uur", None, "; uiterste inleverdatum: 17 mei 12.00 uur", "17 mei 12.00 uur"),
        ("2019-06-01", "", None, "", ""),
        ("2019-06-01", "2019-05-17", "2019-01-01", SINDS, "17 mei 2019, 15 dagen geleden"),
        ("2019-11-01", "2019-05-17", "2019-05-17", "", "17 mei 2019 of eerder"),
        ("2019-11-01", "2019-05-17", "2019-06-01", "", "1 juni 2019 of eerder"),
    ],
)  # fmt: skip
def test_since_when_something_is_open_is_never_said_of_an_earlier_round(
    peildatum: str, inleverdatum: str, vorige: str | None, zin: str, sinds: str
) -> None:
    """A deadline that was over at the previous peildatum was the one of that round."""
    ronde = make(peildatum, inleverdatum, vorige)
    termijn = find_termijn(ronde)

    assert termijn.in_sentence() == zin
    assert termijn.open_since(ronde.matrix.oranje[0]) == sinds


def test_what_turned_oranje_in_this_round_is_open_since_the_previous_peildatum() -> None:
    """It was answered then."""
    ronde = make("2019-11-01", "2019-05-17", "2019-06-01")
    (oranje,) = (invulling for invulling in ronde.matrix.oranje if invulling.gemeente == "G2")

    assert find_termijn(ronde).open_since(oranje) == "na 1 juni 2019"


@pytest.mark.parametrize(
    ("peildatum", "inleverdatum", "is_voorbij"),
    [
        ("2019-06-01", "2019-05-17", True),
        ("2019-06-01", "2019-06-01", True),
        ("2019-06-01", "2019-11-01", False),
        ("", "2019-05-17", False),
        ("2019-06-01", "half mei", False),
    ],
)
def test_a_deadline_of_the_round_before_is_told(peildatum: str, inleverdatum: str, is_voorbij: bool) -> None:
    """Only when both are real dates."""
    plan = make_round(1, 1, answer).matrix.plan
    plan = replace(plan, gegevens=Plangegevens("Plan", peildatum=peildatum, inleverdatum=inleverdatum))

    zinnen = [f"{bevinding.tekst} {bevinding.remedie}" for bevinding in tell_passed(plan)]

    assert [("17 mei 2019" in zin or "1 juni 2019" in zin, "Plan" in zin) for zin in zinnen] == [
        (True, True)
    ] * is_voorbij
