"""Marks of our own texts: the same however a text is spaced, and whole or not there at all."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actieplan_xl.domain.vasttekst import decode_vast, encode_vast, is_vast, mark

TEKSTEN = st.lists(st.text(min_size=1, max_size=20).filter(str.strip), min_size=1, max_size=8)


@given(st.text())
def test_a_mark_is_eight_characters(tekst):
    assert re.fullmatch("[0-9a-f]{8}", mark(tekst))


@pytest.mark.parametrize(
    "anders",
    ["  Invulblad  van\nBoekel ", "INVULBLAD VAN BOEKEL", "invulblad\tvan\u00a0boekel", "Invulblad van\r\nBoekel"],
)
def test_spaces_and_capitals_make_no_difference(anders):
    assert mark(anders) == mark("Invulblad van Boekel")
    assert is_vast(anders, frozenset({mark("Invulblad van Boekel")}))


@pytest.mark.parametrize(
    "anders", ["Invulblad van Boekel.", "Invulbladvan Boekel", "Invulblad van Boekél", "Invulblad van Boekel 2", ""]
)
def test_any_other_text_is_another(anders):
    assert not is_vast(anders, frozenset({mark("Invulblad van Boekel")}))


def test_half_a_character_has_a_mark_and_never_raises():
    assert mark("a\ud83d") == mark("A\ud83d")
    assert not is_vast("\ud83d", frozenset())


@given(TEKSTEN)
def test_what_is_encoded_comes_back(teksten):
    marks = decode_vast(encode_vast(teksten))

    assert marks == frozenset(map(mark, teksten))
    assert all(is_vast(tekst.upper(), marks) for tekst in teksten if tekst.upper().casefold() == tekst.casefold())


@given(TEKSTEN, st.randoms(use_true_random=False))
def test_the_order_in_which_texts_come_never_matters(teksten, toeval):
    geschud = toeval.sample([*teksten, *teksten, "", "  "], 2 * len(teksten) + 2)

    assert encode_vast(geschud) == encode_vast(teksten)


def test_the_marks_are_preceded_by_how_many_there_are():
    assert encode_vast(["b", "a", " A "]) == " ".join(["2", *sorted([mark("a"), mark("b")])])


@given(TEKSTEN, TEKSTEN)
def test_what_is_added_behind_it_is_read_as_well(eerst, later):
    marks = decode_vast(f"{encode_vast(eerst)} {encode_vast(later)}")

    assert marks == frozenset(map(mark, [*eerst, *later]))


@given(TEKSTEN, st.data())
def test_when_some_of_it_was_lost_none_of_it_is_believed(teksten, data):
    woorden = encode_vast(teksten).split()
    weg = data.draw(st.integers(0, len(woorden) - 1))

    assert decode_vast(" ".join(woorden[:weg] + woorden[weg + 1 :])) is None


@pytest.mark.parametrize(
    "tekst",
    [
        *("", " ", "0", "3", "2 aaaaaaaa", "-1 aaaaaaaa", "kaas aaaaaaaa", "1.0 aaaaaaaa", "² aaaaaaaa"),
        *("1 aaaaaaaa bbbbbbbb", "1 aaaaaaaa 2 bbbbbbbb", "0 aaaaaaaa", "99999999 aaaaaaaa", "9" * 5000 + " aaaaaaaa"),
    ],
)
def test_what_is_no_list_of_marks_gives_none(tekst):
    assert decode_vast(tekst) is None
