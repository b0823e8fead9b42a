"""Moments that several gemeenten have in common are found, and none is taken for another."""

import random
import time

import pytest

from actieplan_xl.domain.invulling import Communicatiemoment
from actieplan_xl.rules.kalender import find_shared


def moment(gemeente: str, wat: str, datum: str = "12-3-2019", sorteerdatum: str = "2019-03-12") -> Communicatiemoment:
    return Communicatiemoment(gemeente, datum, wat, sorteerdatum=sorteerdatum)


def test_the_same_moment_in_nearly_the_same_words_names_the_other_gemeenten() -> None:
    momenten = [
        moment("Uden", "Informatieavond buitengebied"),
        moment("Boekel", "informatieavond over het buitengebied!", "12 maart 2019"),
        moment("Landerd", "Informatieavond centrum"),
    ]

    assert find_shared(momenten) == [("Boekel",), ("Uden",), ()]


def test_the_same_words_on_another_day_are_another_moment() -> None:
    momenten = [moment("Uden", "Markt"), moment("Boekel", "Markt", "13-3-2019", "2019-03-13")]

    assert find_shared(momenten) == [(), ()]


def test_a_date_in_words_counts_as_a_day_and_no_date_does_not() -> None:
    woorden = [moment("Uden", "Week", "najaar", ""), moment("Boekel", "Week", "Najaar", "")]
    niets = [moment("Uden", "Week", "", ""), moment("Boekel", "Week", "", "")]

    assert find_shared(woorden) == [("Boekel",), ("Uden",)]
    assert find_shared(niets) == [(), ()]


def test_a_gemeente_that_names_a_moment_twice_is_not_its_own_other() -> None:
    assert find_shared([moment("Uden", "Markt"), moment("Uden", "Markt")]) == [(), ()]


def test_moments_without_a_word_have_nothing_in_common() -> None:
    assert find_shared([moment("Uden", "?"), moment("Boekel", "!")]) == [(), ()]


@pytest.mark.parametrize("gewoon", ["woord " * 500, "a1 b1 c1", " ".join(f"w{nr}" for nr in range(70))])
def test_thousands_of_moments_on_one_day_take_no_longer_than_they_must(gewoon: str) -> None:
    """A hostile calendar: all on one day, all different, and long or alike."""
    momenten = [moment(f"G{nr % 300}", f"moment {nr} {gewoon}") for nr in range(5000)]
    begin = time.process_time()

    assert len(find_shared(momenten)) == 5000
    assert time.process_time() - begin < 5


def test_nearly_the_same_words_are_found_on_a_day_with_a_moment_of_every_gemeente_of_the_country() -> None:
    """342 different texts on one day, of which two are alike."""
    momenten = [moment(f"G{nr}", f"onderwerp{nr} bijeenkomst horeca{nr}") for nr in range(340)]
    momenten += [
        moment("Uden", "Informatieavond buitengebied"),
        moment("Boekel", "informatieavond over het buitengebied!"),
    ]

    samen = find_shared(momenten)

    assert samen[-2:] == [("Boekel",), ("Uden",)]
    assert set(samen[:-2]) == {()}


def test_her_own_name_does_not_make_it_another_moment() -> None:
    """The same week in two gemeenten; two names alone are not the same."""
    week = [moment("Uden", "Week van de veiligheid Uden"), moment("Sint Anthonis", "Week veiligheid Sint Anthonis")]

    assert find_shared(week) == [("Sint Anthonis",), ("Uden",)]
    assert find_shared([moment("Uden", "Uden"), moment("Boekel", "Boekel")]) == [(), ()]


def test_looking_up_finds_what_comparing_everything_finds() -> None:
    """Texts of a few words out of a few, where many are nearly alike."""
    keuze = random.Random(1)
    teksten = [
        " ".join(keuze.choices(["a1", "b1", "c1", "d1", "e1", "f1", "g1", "h1"], k=keuze.randint(1, 6)))
        for _ in range(120)
    ]
    momenten = [moment(f"G{nr}", tekst) for nr, tekst in enumerate(teksten)]
    woorden = [frozenset(tekst.split()) for tekst in teksten]

    for een, ook_bij in zip(range(120), find_shared(momenten), strict=True):
        gelijk = {
            f"G{ander}"
            for ander in range(120)
            if ander != een and len(woorden[een] & woorden[ander]) >= 0.6 * len(woorden[een] | woorden[ander])
        }
        assert set(ook_bij) == gelijk
