"""Marks of our own texts: of a text in its cell, the same however it is spaced, and whole or not there at all."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actieplan_xl.domain.vasttekst import Vast, decode_vast, encode_vast, mark

TEKST = st.text(min_size=1, max_size=20).filter(str.strip)
PLAATS = st.tuples(st.integers(1, 400), st.integers(1, 30))
VAST = st.builds(
    Vast.make, st.dictionaries(TEKST, st.dictionaries(PLAATS, TEKST, max_size=6), max_size=3), st.lists(TEKST)
)


@given(st.text())
def test_a_mark_is_eight_characters(tekst):
    """Whatever the text is."""
    assert re.fullmatch("[0-9a-f]{8}", mark(tekst))


@pytest.mark.parametrize(
    "anders",
    ["  Invulblad  van\nBoekel ", "INVULBLAD VAN BOEKEL", "invulblad\tvan\u00a0boekel", "Invulblad van\r\nBoekel"],
)
def test_spaces_and_capitals_make_no_difference(anders):
    """Programs put their own white space in a text they save."""
    assert mark(anders) == mark("Invulblad van Boekel")


@pytest.mark.parametrize(
    "anders", ["Invulblad van Boekel.", "Invulbladvan Boekel", "Invulblad van Boekél", "Invulblad van Boekel 2", ""]
)
def test_any_other_text_is_another(anders):
    """One character more makes it somebody else's."""
    assert mark(anders) != mark("Invulblad van Boekel")


def test_half_a_character_has_a_mark_and_never_raises():
    """A lone surrogate can stand in a damaged file."""
    assert mark("a\ud83d") == mark("A\ud83d")


@given(VAST)
def test_what_is_encoded_comes_back(vast):
    """All of it, to the letter."""
    assert decode_vast(encode_vast(vast)) == vast


def test_the_order_in_which_sheets_and_cells_come_never_matters():
    """The same invulblad always has the same bytes."""
    een = Vast.make({"A": {(1, 1): "x", (2, 1): "y"}, "B": {(1, 1): "z"}}, ["p", "q"])
    ander = Vast.make({"B": {(1, 1): "z"}, "A": {(2, 1): "y", (1, 1): "x"}}, ["q", "p", "q"])

    assert encode_vast(een) == encode_vast(ander)


@given(VAST, st.data())
def test_when_some_of_it_was_lost_none_of_it_is_believed(vast, data):
    """Half of the marks would make the other half of our texts somebody else's."""
    tekst = encode_vast(vast)
    weg = data.draw(st.integers(0, len(tekst) - 1))

    assert decode_vast(tekst[:weg] + tekst[weg + 1 :]) is None


@pytest.mark.parametrize(
    "ruw", ["", "[]", "3", "{", '{"bladen":{}}', '{"bladen":{"A":3},"opmerkingen":[]}', "[" * 9999]
)
def test_what_is_no_list_of_marks_gives_none(ruw):
    """Also with the right checksum before it."""
    assert decode_vast(ruw) is None
    assert decode_vast(mark(ruw) + ruw) is None


LEESWIJZER = Vast.make({"Leeswijzer": {(1, 1): "Leeswijzer", (4, 1): "voltooid", (5, 1): "gepland"}})


def test_our_words_are_ours_where_we_wrote_them():
    """A second one was typed, whatever it says."""
    teksten = {(1, 1): "Leeswijzer", (4, 1): "voltooid", (3, 8): "voltooid", (9, 1): "gepland", (2, 2): "anders"}

    assert LEESWIJZER.find_ours("Leeswijzer", teksten) == {(1, 1), (4, 1), (9, 1)}


def test_our_words_move_with_a_row_or_a_column_that_was_inserted():
    """That is done to a whole sheet at once."""
    lager = {(3, 1): "Leeswijzer", (6, 1): "voltooid", (7, 1): "gepland"}
    rechts = {(1, 2): "Leeswijzer", (4, 2): "voltooid", (5, 2): "gepland"}

    assert LEESWIJZER.find_ours("Leeswijzer", lager) == frozenset(lager)
    assert LEESWIJZER.find_ours("Leeswijzer", rechts) == frozenset(rechts)


def test_our_words_on_another_sheet_are_not_ours():
    """A list of her own may hold a status in its first cells."""
    assert LEESWIJZER.find_ours("Blad2", {(4, 1): "voltooid"}) == frozenset()


def test_of_a_sheet_that_was_made_anew_the_later_marks_count():
    """A second retour has another first sheet."""
    later = Vast.make({"Leeswijzer": {(1, 1): "Anders"}}, ["erbij"])

    samen = LEESWIJZER.joined(later)

    assert samen.find_ours("Leeswijzer", {(1, 1): "Anders", (4, 1): "voltooid"}) == {(1, 1)}
    assert samen.opmerkingen == later.opmerkingen


def test_our_words_move_with_a_whole_sheet_that_got_both_a_row_and_a_column():
    """Then no text keeps its row or its column; a few that went the same way say that the sheet moved."""
    onze = {(rij, 1): f"regel {rij}" for rij in range(1, 7)}
    vast = Vast.make({"Leeswijzer": onze})
    verhuisd = {(rij + 2, kolom + 1): tekst for (rij, kolom), tekst in onze.items()}

    assert vast.find_ours("Leeswijzer", verhuisd) == frozenset(verhuisd)
    assert vast.find_ours("Leeswijzer", {**verhuisd, (30, 9): "regel 3"}) == frozenset(verhuisd)


def test_marks_that_somebody_made_cost_no_time():
    """Thousands of marks of the same text, and thousands of cells with it."""
    veel = {(rij, 1): "x" for rij in range(1, 20_001)}
    vast = Vast.make({"Leeswijzer": veel})
    begin = time.perf_counter()

    vast.find_ours("Leeswijzer", {(rij + 30_000, 5): "x" for rij in range(1, 20_001)})

    assert time.perf_counter() - begin < 5
