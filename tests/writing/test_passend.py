from dataclasses import replace

import pytest

from actieplan_xl.writing import styles
from actieplan_xl.writing.passend import fit_heights
from actieplan_xl.writing.sheet import Formula, Link, Sheet, Value

SMAL = replace(styles.CEL, inspringing=0)


def width(tekst: str) -> int:
    """Every letter as wide as a digit: seven pixels."""
    return 7 * len(tekst)


def height(value: Value, breedte: float = 20, stijl: styles.Style = SMAL) -> float:
    sheet = Sheet("Blad", breedtes={1: breedte})
    sheet.put(1, 1, value, stijl)
    return fit_heights(sheet, width)[1]


def lines(hoogte: float, stijl: styles.Style = SMAL) -> float:
    return (hoogte - 4) / (stijl.grootte * 1.36)


@pytest.mark.parametrize(
    ("tekst", "regels"),
    [
        ("een twee drie", 1),
        ("een twee drie vier vijf zes", 2),
        ("een\ntwee\ndrie", 3),
        ("een\n\ndrie", 3),
        ("x" * 60, 4),
        ("kort " + "x" * 40 + " kort", 4),
    ],
)
def test_a_row_is_as_high_as_its_text_has_lines(tekst: str, regels: int) -> None:
    assert lines(height(tekst)) == pytest.approx(regels)


def test_the_highest_cell_of_a_row_counts() -> None:
    sheet = Sheet("Blad", breedtes={1: 20, 2: 20})
    sheet.put(1, 1, "een\ntwee\ndrie", SMAL)
    sheet.put(1, 2, "een", SMAL)

    assert lines(fit_heights(sheet, width)[1]) == pytest.approx(3)


def test_a_height_that_was_given_is_left_alone() -> None:
    sheet = Sheet("Blad", hoogtes={1: 12.0})
    sheet.put(1, 1, "een\ntwee\ndrie", SMAL)

    assert fit_heights(sheet, width) == {}


def test_merged_cells_have_the_width_of_all_of_them() -> None:
    sheet = Sheet("Blad", breedtes={1: 10, 2: 10, 3: 10})
    sheet.merge(1, 1, 3, "een twee drie vier vijf", SMAL)

    assert lines(fit_heights(sheet, width)[1]) == pytest.approx(1)


def test_text_that_does_not_wrap_takes_one_line() -> None:
    assert lines(height("x" * 500, stijl=styles.GEGEVEN), styles.GEGEVEN) == pytest.approx(1)


def test_bigger_letters_take_more_room() -> None:
    groot = replace(SMAL, grootte=22)

    assert lines(height("een twee drie", stijl=groot), groot) == pytest.approx(2)


@pytest.mark.parametrize("value", [Formula("=A2", "een\ntwee"), Link("'Blad'!A1", "een\ntwee")])
def test_what_a_formula_or_link_shows_counts(value: Value) -> None:
    assert lines(height(value)) == pytest.approx(2)


@pytest.mark.parametrize("value", [None, "", 12, Formula("=A2", 12)])
def test_a_cell_without_text_asks_for_no_more_than_the_smallest_height(value: Value) -> None:
    assert height(value) == 18


def test_no_row_is_higher_than_excel_takes() -> None:
    assert height("een\n" * 1000) == 409


def test_a_column_narrower_than_a_letter_does_not_hang() -> None:
    assert height("tekst" * 100, breedte=0) == 409
