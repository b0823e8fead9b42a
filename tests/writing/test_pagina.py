"""Pages end where a reader would end them."""

import pytest

from actieplan_xl.writing import styles
from actieplan_xl.writing.pagina import fit_pages, rescale
from actieplan_xl.writing.sheet import A3, A4, Bijeen, Print, Sheet

HOOGTE = 100.0
PER_PAGINA = 4
"""Rows of that height on an A4 that lies: 595 points less its margins."""


def sheet(rijen: int, *bijeen: Bijeen, kolommen: int = 1, **opmaak: object) -> Sheet:
    blad = Sheet("Blad", bijeen=list(bijeen), breedtes=dict.fromkeys(range(1, kolommen + 1), 20.0))
    for rij in range(1, rijen + 1):
        blad.put_row(rij, ["x"] * kolommen, styles.CEL)
    blad.print = Print(papier=A4, **opmaak)
    return blad


def breaks(blad: Sheet) -> tuple[int, ...]:
    pagina = fit_pages(blad, dict.fromkeys(range(1, blad.laatste_rij + 1), HOOGTE))
    return pagina.begin_rijen if pagina else ()


def test_a_group_that_fits_on_a_page_is_never_parted() -> None:
    """Rows 4 to 6 would lie over the end of the first page."""
    assert breaks(sheet(9, Bijeen(1, 1, 3), Bijeen(4, 5, 6), Bijeen(7, 8, 9))) == (4, 7)


def test_a_group_too_long_for_a_page_keeps_its_first_rows_together() -> None:
    assert breaks(sheet(12, Bijeen(1, 1, 3), Bijeen(4, 5, 12))) == (4, 8, 12)


def test_the_rows_that_head_every_page_take_room_too() -> None:
    assert breaks(sheet(9, Bijeen(2, 2, 4), Bijeen(5, 6, 9), herhaal=(1, 1))) == (5, 8)


def test_the_first_group_never_leaves_the_title_alone() -> None:
    assert breaks(sheet(8, Bijeen(3, 3, 6), Bijeen(7, 7, 8))) == (5,)


def test_what_fits_on_one_page_is_left_to_the_program() -> None:
    assert fit_pages(sheet(4, Bijeen(1, 1, 4)), dict.fromkeys(range(1, 5), HOOGTE)) is None


def test_a_few_rows_too_many_are_no_second_page() -> None:
    pagina = fit_pages(sheet(6, Bijeen(1, 1, 4), Bijeen(5, 5, 6)), dict.fromkeys(range(1, 7), 88.0))

    assert pagina is not None
    assert (pagina.schaal, pagina.begin_rijen) == (0, ())


def test_a_sheet_too_wide_to_read_goes_across_pages_and_another_is_fitted() -> None:
    smal, breed = (sheet(3, Bijeen(1, 1, 3), kolommen=kolommen, herhaal_kolommen=2) for kolommen in (9, 40))

    assert fit_pages(smal, {}) is None
    pagina = fit_pages(breed, {})
    assert pagina is not None
    assert pagina.schaal > 50


def test_a_list_of_findings_has_no_pages_of_its_own() -> None:
    assert fit_pages(sheet(500), {}) is None


def test_columns_go_across_pages_that_are_ours_each_with_the_first_two_again() -> None:
    """Of 108.75 points, on a page with room for eleven: nine new ones after the two that head it."""
    pagina = fit_pages(sheet(3, Bijeen(1, 1, 3), kolommen=40, herhaal_kolommen=2), {})

    assert pagina is not None
    assert pagina.begin_kolommen == (11, 19, 27, 35)


@pytest.mark.parametrize("is_liggend", [True, False])
def test_on_another_paper_a_page_holds_what_it_held(is_liggend: bool) -> None:
    """Smaller from A3 to A4 and larger the other way, within what Excel takes; of an unknown paper nothing is known."""
    naar_a4 = rescale(93, A3, A4, is_liggend)

    assert naar_a4 in (62, 63)
    assert 85 <= rescale(naar_a4, A4, A3, is_liggend) <= 93
    assert rescale(100, A4, A3, is_liggend) > 100
    assert (rescale(12, A3, A4, is_liggend), rescale(390, A4, A3, is_liggend)) == (10, 400)
    assert (rescale(93, 1, A4, is_liggend), rescale(93, A3, A3, is_liggend)) == (93, 93)
