"""A number or a date that Excel made of what was typed comes back as a person would have typed it (contract §2)."""

import pytest
from tekenen import Cel, RawSheet, RawWorkbook

from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.boek import Sheet
from actieplan_xl.reading.werkboek.openen import open_werkboek

MEI = "43586"
"""1 May 2019."""


def sheet_with(cel: Cel, **boek: object) -> Sheet:
    return open_werkboek(Bestand("a.xlsx", RawWorkbook([RawSheet("Blad", {"A1": cel})], **boek).bytes())).sheets[0]


def typed(waarde: str, formaat: int | str = 0, t: str = "n", **boek: object) -> str:
    return sheet_with(Cel(waarde, t=t, formaat=formaat), **boek).text(1, 1)


@pytest.mark.parametrize(
    ("waarde", "formaat", "tekst"),
    [
        ("2019", 0, "2019"),
        ("2019.0", 0, "2019"),
        ("2.0190000000000001E3", 0, "2019"),
        ("1.5", 0, "1,5"),
        ("0.1", 0, "0,1"),
        ("0.30000000000000004", 0, "0,3"),
        ("-7", 0, "-7"),
        ("2019", "@", "2019"),
        ("2019", "0", "2019"),
        ("1000000", "#,##0", "1000000"),
        ("0.5", 9, "50%"),
        ("0.125", 10, "12,5%"),
        ("0.5", "0%", "50%"),
        ("1E+20", 0, "1E+20"),
        ("1.5e20", 0, "1,5E+20"),
        ("1e3", 0, "1000"),
        ("-1.5E-07", 0, "-1,5E-07"),
        ("1.5E-007", 0, "1,5E-07"),
        ("1.49999999999999999998e-7", "0.00E+00", "1,5E-07"),
        ("0.00000015", 0, "0,00000015"),
        ("123456789012345678901", 0, "123456789012345678901"),
        ("0.00000015", "0%", "1,5E-05%"),
        ("1.5E-7", '"€" 0', "€ 1,5E-07"),
        ("12", '0 "dagen"', "12"),
        ("12", '0" per jaar"', "12"),
    ],
)
def test_a_number_comes_back_as_it_was_typed(waarde, formaat, tekst):
    assert typed(waarde, formaat) == tekst


@pytest.mark.parametrize(
    ("waarde", "formaat", "tekst"),
    [
        (MEI, 14, "1-5-2019"),
        (MEI, "d-m-yyyy", "1-5-2019"),
        (MEI, "dd/mm/yy", "1-5-2019"),
        (MEI, "[$-413]d mmmm yyyy;@", "1 mei 2019"),
        (MEI, "[$-F800]dddd, mmmm dd, yyyy", "1 mei 2019"),
        (MEI, 15, "1 mei 2019"),
        (MEI, 17, "mei 2019"),
        (MEI, "mmm-yy", "mei 2019"),
        (MEI, "mmmm yyyy", "mei 2019"),
        (MEI, "mmm/jj", "mei 2019"),
        (MEI, "yyyy", "2019"),
        (MEI, '"voor "d-m-yyyy', "1-5-2019"),
        ("43586.5", 22, "1-5-2019 12:00"),
        ("0.75", 20, "18:00"),
        ("60", 14, "28-2-1900"),
        ("59", 14, "28-2-1900"),
        ("1", 14, "1-1-1900"),
        ("61", 14, "1-3-1900"),
        ("2958465", 14, "31-12-9999"),
        ("2958466", 14, "2958466"),
        ("-1", 14, "-1"),
    ],
)
def test_a_date_comes_back_as_it_was_typed(waarde, formaat, tekst):
    assert typed(waarde, formaat) == tekst


def test_a_workbook_from_an_old_mac_counts_from_1904():
    assert typed("42124", 14, is_1904=True) == "1-5-2019"
    assert typed("2019", 0, is_1904=True) == "2019"


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        ("2019-05-01", "1-5-2019"),
        ("2019-05-01T00:00:00", "1-5-2019"),
        ("2019-05-01T09:30:00", "1-5-2019 09:30"),
        ("2019-02-31", "2019-02-31"),
        ("ooit", "ooit"),
    ],
)
def test_an_iso_date_comes_back_as_a_dutch_one_or_to_the_letter(waarde, tekst):
    assert typed(waarde, t="d") == tekst


@pytest.mark.parametrize(
    ("waarde", "t", "tekst"),
    [
        ("1", "b", "ja"),
        ("0", "b", "nee"),
        ("#N/A", "e", "#N/A"),
        ("  2018-2019 \n", "inlineStr", "2018-2019"),
        ("a  b\nc", "inlineStr", "a  b\nc"),
        ("007", "inlineStr", "007"),
        ("1,5", "n", "1,5"),
    ],
)
def test_anything_else_is_kept_to_the_letter(waarde, t, tekst):
    assert typed(waarde, t=t) == tekst


def test_an_empty_place_reads_as_nothing():
    assert sheet_with(Cel("x")).text(9, 9) == ""


@pytest.mark.parametrize("formaat", [45, 47, "mm:ss", "m:s.0"])
def test_a_number_never_reads_as_nothing(formaat):
    assert typed("0.5", formaat) != ""


@pytest.mark.parametrize(("waarde", "formaat"), [("1.5", 46), ("1.5", "[h]:mm")])
def test_a_duration_comes_back_as_it_was_typed(waarde, formaat):
    assert typed(waarde, formaat).startswith("36:00")


@pytest.mark.parametrize(
    ("waarde", "formaat", "tekst"),
    [
        ("1900-01-01T12:00:00", "[h]:mm", "36:00"),
        ("1899-12-31T00:14:24", "mm:ss", "0:14:24"),
        ("1900-03-01T00:00:00", "[h]:mm", "1464:00"),
        ("1900-02-28T00:00:00", "[h]:mm", "1416:00"),
        ("1899-12-31T10:30:00", "h:mm", "10:30"),
        ("ooit", "[h]:mm", "ooit"),
    ],
)
def test_a_duration_that_was_stored_as_a_moment_is_the_same_duration(waarde, formaat, tekst):
    assert typed(waarde, formaat, t="d") == tekst


@pytest.mark.parametrize(
    ("cel", "iso"),
    [
        (Cel(MEI, t="n", formaat=14), "2019-05-01"),
        (Cel("2019-05-01", t="d"), "2019-05-01"),
        (Cel(MEI, t="n"), ""),
        (Cel("1 mei 2019"), ""),
    ],
)
def test_only_a_real_date_sorts_as_one(cel, iso):
    assert sheet_with(cel).sorteerdatum(1, 1) == iso
