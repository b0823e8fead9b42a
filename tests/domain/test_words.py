from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actieplan_xl.domain.datum import format_datum, iso_or_text, parse_datum
from actieplan_xl.domain.words import enkelvoud_of_meervoud, fold, has_sign, is_bare, opsomming


@pytest.mark.parametrize(
    ("tekst", "gevouwen"),
    [("  Wat?  ", "wat"), ("Coördinatie – E.mail", "coordinatie e mail"), ("ﬁets", "fiets"), ("…", ""), ("ÉÉN", "een")],
)
def test_folding_takes_away_what_never_decides(tekst, gevouwen):
    assert fold(tekst) == gevouwen


@given(st.text())
def test_folding_twice_is_folding_once(tekst):
    assert fold(fold(tekst)) == fold(tekst)


@given(st.text())
def test_a_bare_word_has_no_sign_that_turns_it_round(tekst):
    """What is harmless beside a status is so in a running text."""
    assert not (is_bare(tekst) and has_sign(tekst))


@pytest.mark.parametrize("tekst", ["CONT & CO", "100%", "noot*", "[concept]", "§ 3", "coo\u0308rdinatie", "†"])
def test_what_a_running_text_may_hold_is_no_sign(tekst):
    """In the text of an actie or a title these turn nothing round."""
    assert not has_sign(tekst)


@pytest.mark.parametrize("tekst", ["wat？", "¿wat", "wat\u0338", "wat\u20e0", "wat ≠", "wat❌", "wat весна"])
def test_what_folding_leaves_out_may_turn_a_text_round(tekst):
    """Whatever script or width it comes in."""
    assert has_sign(tekst)


@pytest.mark.parametrize(
    ("tekst", "datum"),
    [
        ("12-3-2019", date(2019, 3, 12)),
        ("12 maart 2019", date(2019, 3, 12)),
        ("12 mrt. 2019", date(2019, 3, 12)),
        ("12/03/19", date(2019, 3, 12)),
        ("2019-03-12", date(2019, 3, 12)),
        ("dinsdag 12 maart 2019, 20 uur", date(2019, 3, 12)),
        ("31-2-2019", None),
        ("voorjaar 2019", None),
        ("12 ma 2019", None),
        ("", None),
    ],
)
def test_a_date_is_read_the_way_people_write_it(tekst, datum):
    assert parse_datum(tekst) == datum


@given(st.text())
def test_reading_a_date_never_raises(tekst):
    assert parse_datum(tekst) is None or iso_or_text(tekst) is not None


def test_a_date_is_shown_as_people_write_it():
    assert format_datum("2019-06-01") == "1 juni 2019"
    assert format_datum(date(2019, 6, 1)) == "1 juni 2019"
    assert format_datum("voorjaar 2019") == "voorjaar 2019"
    assert iso_or_text(" 1 juni 2019 ") == "2019-06-01"
    assert iso_or_text("vóór 1 juni 2019") == "vóór 1 juni 2019"


def test_numbers_and_lists_read_as_a_sentence():
    assert enkelvoud_of_meervoud(1, "actie", "acties") == "1 actie"
    assert enkelvoud_of_meervoud(0, "actie", "acties") == "0 acties"
    assert opsomming(["Cuijk", "Grave", "Mill"]) == "Cuijk, Grave en Mill"
    assert opsomming(["Cuijk"]) == "Cuijk"
    assert opsomming([]) == ""
