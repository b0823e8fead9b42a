import pytest
from hypothesis import given
from hypothesis import strategies as st

from actieplan_xl.cli.afbreken import fold_cell


@pytest.mark.parametrize(
    ("tekst", "regels"),
    [
        ("Herhaling in 2019", ["Herhaling", "in 2019"]),
        ("2018-2019", ["2018-2019"]),
        ("dienstverlening", ["dienst-", "verlening"]),
        ("BIBOB-beleid", ["BIBOB-", "beleid"]),
        ("communicatiekalender", ["communi-", "catieka-", "lender"]),
        ("een\ntwee", ["een", "twee"]),
        ("", []),
    ],
)
def test_words_are_folded_and_broken_the_dutch_way(tekst: str, regels: list[str]) -> None:
    assert fold_cell(tekst, 9) == regels


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"])), st.integers(9, 24))
def test_no_line_is_too_wide_and_no_character_is_lost(tekst: str, breedte: int) -> None:
    regels = fold_cell(tekst, breedte)

    def letters(deel: str) -> list[str]:
        return [teken for teken in deel if teken.isalnum()]

    assert all(len(regel) <= breedte for regel in regels)
    assert letters("".join(regels)) == letters(tekst)
