"""Dates and moments as people read and write them."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actieplan_xl.domain.datum import MAANDEN, as_utc, format_moment, iso_or_text, parse_datum, whole_datum

DAGEN = st.dates(date(2001, 1, 1), date(2099, 12, 31))
TIJDEN = st.builds("{:d}{}{:02d}{}".format, st.integers(0, 23), st.sampled_from(".:"), st.integers(0, 59),
                   st.sampled_from(["", " uur", " u", "u"]))  # fmt: skip


def write(dag: date, met_jaar: bool = True) -> list[str]:
    """Return a date in all the ways people write it."""
    maand = MAANDEN[dag.month - 1]
    vormen = [f"{dag.day} {maand}", f"vrijdag {dag.day} {maand[:3]}", f"{dag.day}-{dag.month}", f"{dag:%d/%m}"]
    tekens = [" ", " ", "-", "/"]
    return [f"{vorm}{teken}{dag.year}" for vorm, teken in zip(vormen, tekens, strict=True)] if met_jaar else vormen


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


@given(DAGEN, TIJDEN, st.sampled_from([" ", " om ", ", ", " uiterlijk "]))
def test_a_clock_time_behind_a_day_without_a_year_is_never_its_year(dag, tijd, ertussen):
    """Whatever the day and the time: without a year there is no date."""
    for vorm in write(dag, met_jaar=False):
        assert parse_datum(f"{vorm}{ertussen}{tijd}") is None


@given(DAGEN, TIJDEN, st.sampled_from([" ", " om ", ", ", " voor "]))
def test_a_clock_time_beside_a_whole_date_changes_nothing(dag, tijd, ertussen):
    """Before or behind it."""
    for vorm in write(dag):
        assert parse_datum(f"{vorm}{ertussen}{tijd}") == dag
        assert parse_datum(f"om {tijd} uur op {vorm}") == dag


@given(DAGEN, st.integers(1, 27), st.sampled_from([" t/m ", "-", " tot en met ", " en ", " - ", "–", " t/m vrijdag "]))
def test_of_a_range_of_days_the_first_is_the_date(laatste, eerder, ertussen):
    """And it is no whole date: that is one day."""
    eerste = laatste.day - eerder
    maand = MAANDEN[laatste.month - 1]
    tekst = f"{eerste}{ertussen}{laatste.day} {maand} {laatste.year}"
    if eerste >= 1:
        assert parse_datum(tekst) == laatste.replace(day=eerste)
        assert parse_datum(f"vergadering op {tekst}, 20.00 uur") == laatste.replace(day=eerste)
        assert whole_datum(tekst) is None
        assert iso_or_text(tekst) == tekst


@given(DAGEN)
def test_a_date_in_every_form_is_that_date(dag):
    """Of two figures for the year as well, as long as no time follows."""
    for vorm in (*write(dag), dag.isoformat(), f"{dag:%d-%m-%y}", f"{dag.day} {MAANDEN[dag.month - 1]} {dag:%y}"):
        assert parse_datum(vorm) == dag
        assert parse_datum(f"voor {vorm}, graag") == dag
        assert whole_datum(vorm.removeprefix("vrijdag ")) == dag


@pytest.mark.parametrize(
    ("tekst", "datum"),
    [
        ("12 mei 20:00 uur", None),
        ("zaterdag 12 mei 13.30 uur", None),
        ("12 mei 20 uur", None),
        ("12 mei 2000 uur", None),
        ("12 mei 20-22 uur", None),
        ("12 mei 20 tot 22.30 uur", None),
        ("17 mei 2019 om 12.00 uur", date(2019, 5, 17)),
        ("12-05-2019 20:00", date(2019, 5, 12)),
        ("12-5-19 20:00", date(2019, 5, 12)),
        ("10-11-12 mei 2019", date(2019, 5, 10)),
        ("10, 11 en 12 mei 2019", date(2019, 5, 10)),
        ("10, 11, 12 mei 2019", date(2019, 5, 10)),
        ("1 t/m 3 april 2019", date(2019, 4, 1)),
        ("1 t/m 3-4-2019", date(2019, 4, 1)),
        ("vrijdag 30 april t/m zondag 2 mei 2021", date(2021, 4, 30)),
        ("30 april 2019 t/m 2 mei 2019", date(2019, 4, 30)),
        ("28 december t/m 2 januari 2020", None),
        ("30 t/m 2 mei 2019", None),
        ("week 3, 17 mei 2019", None),
        ("10-12-5-2019", None),
        ("12 stuks 17 mei 2019", date(2019, 5, 17)),
        ("30 februari 2019", None),
        ("maart 2019", None),
        ("", None),
    ],
)
def test_a_date_is_read_only_where_it_is_sure(tekst, datum):
    """A wrong date is worse than none: of none a coördinator hears."""
    assert parse_datum(tekst) == datum


@given(st.text(alphabet="0123456789 -/.:,enuratm&–\n", max_size=60))
def test_reading_a_date_never_raises(tekst):
    """Whatever stands there."""
    assert whole_datum(tekst) in (None, parse_datum(tekst.strip()))


@pytest.mark.parametrize("stuk", ["1,", "1 ", "1 en ", "1 mei ", "1 " + " " * 50, "1 mei tot 1 ", "12 mei -"])
def test_a_long_text_takes_no_long_time(stuk):
    """A cell holds 32,767 characters."""
    begin = time.perf_counter()
    parse_datum((stuk * 32_767)[:32_767])
    parse_datum("1" + " " * 32_766)
    assert time.perf_counter() - begin < 2
