"""Moments that several gemeenten have in common are found, and none is taken for another."""

import time

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


def test_thousands_of_moments_on_one_day_take_no_longer_than_they_must() -> None:
    """A hostile calendar: all on one day, all different, and long."""
    momenten = [moment(f"G{nr % 300}", f"moment {nr} {'woord ' * 500}") for nr in range(5000)]
    begin = time.process_time()

    assert len(find_shared(momenten)) == 5000
    assert time.process_time() - begin < 5
