import pytest
from hypothesis import given
from hypothesis import strategies as st

from actieplan_xl.domain.doorgehaald import read_strike, still_stands, with_strike

TEKST = st.text(alphabet="ab 2019()':", max_size=20).map(str.strip)


@pytest.mark.parametrize(
    ("tekst", "door", "gezegd", "rest"),
    [
        ("2018", "", "2018", "2018"),
        ("2018", "2018", "2018 (doorgehaald)", ""),
        ("regel een\nregel twee", "regel een regel twee", "regel een\nregel twee (doorgehaald)", ""),
        ("zomer 2019", "zomer", "zomer 2019 (doorgehaald: 'zomer')", "2019"),
        ("van 2018 tot 2020", "2018 2020", "van 2018 tot 2020 (doorgehaald: '2018 2020')", "van   tot"),
        ("a b", "iets anders", "a b (doorgehaald: 'iets anders')", "a b"),
        ("2018 (doorgehaald)", "2018 (doorgehaald)", "2018 (doorgehaald)", ""),
    ],
)
def test_a_line_is_said_in_words_and_taken_out_of_what_still_stands(tekst, door, gezegd, rest):
    """Whole, in part, in pieces, and once only."""
    assert with_strike(tekst, door) == gezegd
    assert still_stands(gezegd) == rest


@given(TEKST, TEKST)
def test_saying_it_again_says_no_more(tekst, door):
    """A retour is read, and made, more than once."""
    gezegd = with_strike(tekst, door)

    assert with_strike(gezegd, door) == gezegd or not door
    assert read_strike(with_strike(tekst, tekst))[0] == tekst.removesuffix(" (doorgehaald)")


def test_a_long_text_with_many_pieces_costs_no_time():
    """The pieces are looked for one after the other, not each from the start."""
    tekst = "ab " * 10_000

    assert still_stands(with_strike(tekst.strip(), "b " * 5_000)).startswith("a")
