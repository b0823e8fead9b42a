"""Dates and moments as people read them."""

import pytest

from actieplan_xl.domain.datum import as_utc, format_moment


@pytest.mark.parametrize(
    ("moment", "gezegd"),
    [
        ("2019-05-11T14:30:00Z", "11 mei 2019, 14:30 uur (UTC)"),
        (as_utc("2019-05-11T16:30:00+02:00"), "11 mei 2019, 14:30 uur (UTC)"),
        ("", ""),
        ("gisteren", "gisteren"),
        ("2019-05-11", "2019-05-11"),
    ],
)
def test_a_moment_is_said_as_a_date_is(moment, gezegd):
    assert format_moment(moment) == gezegd
