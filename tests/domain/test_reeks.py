"""The series of peildatums."""

from actieplan_xl.domain.reeks import Punt, extend
from actieplan_xl.domain.status import Status


def punt(peildatum: str, voltooid: int = 0) -> Punt:
    return Punt(peildatum, {Status.VOLTOOID: voltooid, Status.GEPLAND: 2})


def test_what_was_asked_is_the_sum_of_all_statuses():
    """Oranje counts as asked too: it is one of the statuses."""
    assert Punt("2019-01-01", {Status.NIET_BEPAALD: 3, Status.GEPLAND: 2}).gevraagd == 5


def test_a_series_stands_in_order_of_date_whatever_came_last():
    """What has no readable date comes behind the others."""
    reeks = extend([punt("2019-06-01"), punt("ergens in 2018")], punt("2019-01-01"))

    assert [p.peildatum for p in reeks] == ["2019-01-01", "2019-06-01", "ergens in 2018"]


def test_one_peildatum_has_one_point_the_one_that_came_last():
    """A round that is merged again on the same day is not a second moment."""
    assert extend([punt("2019-06-01", 1)], punt("2019-06-01", 4)) == (punt("2019-06-01", 4),)
