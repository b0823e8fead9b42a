"""Addresses of cells and ranges, as files write them and as they should not have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actieplan_xl.domain.adres import (
    KOLOMMEN,
    RIJEN,
    format_adres,
    format_kolom,
    parse_adres,
    parse_bereik,
    parse_kolom,
)

PLAATSEN = st.tuples(st.integers(1, RIJEN), st.integers(1, KOLOMMEN))


@pytest.mark.parametrize(
    ("tekst", "plaats"),
    [
        ("A1", (1, 1)),
        ("C14", (14, 3)),
        ("$C$14", (14, 3)),
        ("C$14", (14, 3)),
        ("aa9", (9, 27)),
        ("zZ10", (10, 702)),
        ("AAA1", (1, 703)),
        ("XFD1048576", (RIJEN, KOLOMMEN)),
    ],
)
def test_an_address_is_row_and_column(tekst, plaats):
    assert parse_adres(tekst) == plaats
    assert format_adres(plaats) == tekst.replace("$", "").upper()


@pytest.mark.parametrize(
    "tekst",
    [
        *("", "A", "1", "A0", "A01", "1A", "$", "A$", "$$A1", "A1$", "A 1", " A1", "A1\n", "A1:B2", "Blad!A1", "A-1"),
        *("XFE1", "ZZZ1", "AAAA1", "A1048577", "A9999999", "A99999999", "A" + "9" * 5000),
        *("A\u0661", "A1\u0663", "Á1", "Ａ1", "A１", "A²"),
    ],
)
def test_what_is_no_address_in_the_grid_gives_none(tekst):
    assert parse_adres(tekst) is None


@given(PLAATSEN)
def test_every_place_in_the_grid_has_one_address(plaats):
    assert parse_adres(format_adres(plaats)) == plaats


@given(st.text(max_size=12))
def test_a_text_is_an_address_only_when_it_is_written_as_one(tekst):
    plaats = parse_adres(tekst)

    assert plaats is None or format_adres(plaats) == tekst.replace("$", "").upper()


@pytest.mark.parametrize(
    ("letters", "kolom"), [("A", 1), ("Z", 26), ("AA", 27), ("AZ", 52), ("ZZ", 702), ("AAA", 703), ("XFD", 16_384)]
)
def test_columns_count_in_letters(letters, kolom):
    assert (parse_kolom(letters), parse_kolom(letters.lower()), format_kolom(kolom)) == (kolom, kolom, letters)


@pytest.mark.parametrize(
    ("bereik", "hoeken"),
    [
        ("A2:C5", ((2, 1), (5, 3))),
        ("$A$2:$C$5", ((2, 1), (5, 3))),
        ("C5:A2", ((2, 1), (5, 3))),
        ("C2:A5", ((2, 1), (5, 3))),
        ("B7", ((7, 2), (7, 2))),
        ("A:C", ((1, 1), (RIJEN, 3))),
        ("$B:$B", ((1, 2), (RIJEN, 2))),
        ("2:5", ((2, 1), (5, KOLOMMEN))),
        ("A1:XFD1048576", ((1, 1), (RIJEN, KOLOMMEN))),
        ("A7:XFD1048576", ((7, 1), (RIJEN, KOLOMMEN))),
    ],
)
def test_a_range_is_its_corners_top_left_first(bereik, hoeken):
    assert parse_bereik(bereik) == hoeken


@pytest.mark.parametrize(
    "bereik",
    [
        *("", ":", "A1:", ":B2", "A1:B2:C3", "#REF!", "#VERW!", "Blad!A1:B2", "A1:kaas", "kaas:A1", "A1;B2", "A1 B2"),
        *("A0:B2", "A1:XFE1", "A1:A1048577", "0:5", "1:1048577", "XFE:XFE", "AAAA:AAAA", "-1:5", "1.5:2", "²:3", "١:٣"),
        *("1:" + "9" * 5000, "9" * 5000 + ":" + "9" * 5000, "9" * 5000, "A" * 5000),
    ],
)
def test_what_is_no_range_gives_none_and_never_an_error(bereik):
    assert parse_bereik(bereik) is None


@given(PLAATSEN, PLAATSEN)
def test_a_range_reads_the_same_from_each_of_its_corners(een, twee):
    heen, terug = (parse_bereik(f"{format_adres(a)}:{format_adres(b)}") for a, b in ((een, twee), (twee, een)))

    assert heen == terug
    assert heen is not None
    (rij, kolom), (tot_rij, tot_kolom) = heen
    assert {rij, tot_rij} == {een[0], twee[0]}
    assert {kolom, tot_kolom} == {een[1], twee[1]}
    assert (rij <= tot_rij, kolom <= tot_kolom) == (True, True)


@given(st.text(alphabet="A1:$ز٣#! ", max_size=12) | st.text(max_size=12))
def test_parsing_never_raises_and_stays_within_the_grid(tekst):
    hoeken = parse_bereik(tekst)

    if hoeken is not None:
        assert all(1 <= rij <= RIJEN and 1 <= kolom <= KOLOMMEN for rij, kolom in hoeken)
