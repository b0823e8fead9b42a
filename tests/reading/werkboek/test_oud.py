"""The cells of an .xls: each kind of them, and how a number or a date is shown."""

import struct

import pytest

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.boek import Sheet, Werkboek
from actieplan_xl.reading.werkboek.cells import Cell, Soort
from actieplan_xl.reading.werkboek.openen import open_werkboek

from .biffbouw import (
    Blad,
    bijzonder,
    draw_boek,
    formule,
    gedeeld,
    getal,
    label,
    plek,
    record,
    stijlen,
    tekst,
    teksten,
)


def open_xls(inhoud: bytes) -> Werkboek:
    return open_werkboek(Bestand("Boekel.xls", inhoud))


def open_blad(*records: bytes, voor: bytes = b"") -> Sheet:
    return open_xls(draw_boek(Blad(b"".join(records)), voor=voor)).sheets[0]


def met_fout(nummer: int) -> bytes:
    return record(0x0205, plek(1, 1) + bytes([nummer, 1]))


def as_rk(waarde: int) -> bytes:
    return struct.pack("<I", waarde << 2 | 2)


CELLEN = (
    (label(1, 1, "voltooid"), Cell(Soort.TEKST, "voltooid")),
    (label(1, 1, " één\r\ntwee "), Cell(Soort.TEKST, " één\ntwee ")),
    (gedeeld(1, 1, 1), Cell(Soort.TEKST, "tweede")),
    (record(0x00D6, plek(1, 1) + tekst("rijk") + bytes(2)), Cell(Soort.TEKST, "rijk")),
    (getal(1, 1, 2019), Cell(Soort.GETAL, "2019")),
    (getal(1, 1, -1.5), Cell(Soort.GETAL, "-1.5")),
    (getal(1, 1, 1e20), Cell(Soort.GETAL, "1" + "0" * 20)),
    (getal(1, 1, float("nan")), Cell(Soort.VREEMD, "nan")),
    (getal(1, 1, float("inf")), Cell(Soort.VREEMD, "inf")),
    (record(0x027E, plek(1, 1) + as_rk(2019)), Cell(Soort.GETAL, "2019")),
    (record(0x0205, plek(1, 1) + b"\1\0"), Cell(Soort.BOOLEAAN, "1")),
    (record(0x0205, plek(1, 1) + b"\0\0"), Cell(Soort.BOOLEAAN, "0")),
    (met_fout(0x00), Cell(Soort.FOUT, "#NULL!")),
    (met_fout(0x07), Cell(Soort.FOUT, "#DIV/0!")),
    (met_fout(0x0F), Cell(Soort.FOUT, "#VALUE!")),
    (met_fout(0x17), Cell(Soort.FOUT, "#REF!")),
    (met_fout(0x1D), Cell(Soort.FOUT, "#NAME?")),
    (met_fout(0x24), Cell(Soort.FOUT, "#NUM!")),
    (met_fout(0x2A), Cell(Soort.FOUT, "#N/A")),
)


@pytest.mark.parametrize(("cel", "verwacht"), CELLEN, ids=[repr(verwacht.ruw) for _, verwacht in CELLEN])
def test_each_kind_of_cell_is_kept_as_it_stands(cel, verwacht):
    sheet = open_blad(cel, voor=teksten(["eerste", "tweede"]))

    assert sheet.inhoud.cells == {(1, 1): verwacht}
    assert sheet.inhoud.formules == {}


@pytest.mark.parametrize(
    ("uitkomst", "verwacht"),
    [
        (struct.pack("<d", 5), Cell(Soort.GETAL, "5")),
        (bijzonder(1, 1), Cell(Soort.BOOLEAAN, "1")),
        (bijzonder(2, 0x2A), Cell(Soort.FOUT, "#N/A")),
        (bijzonder(0), Cell(Soort.NIET_BEREKEND, "")),
    ],
    ids=["getal", "booleaan", "fout", "niet berekend"],
)
def test_a_formula_is_its_outcome_and_known_to_be_one(uitkomst, verwacht):
    sheet = open_blad(formule(1, 1, uitkomst))

    assert sheet.inhoud.cells == {(1, 1): verwacht}
    assert sheet.inhoud.formules == {(1, 1): ""}


@pytest.mark.parametrize(("rij", "kolom"), [(1, 1), (1, 3), (4, 1), (3, 2)])
def test_a_sheet_that_does_not_begin_at_its_first_cell_is_read_in_place(rij, kolom):
    blad = open_blad(label(rij, kolom, "eerste"), label(rij + 2, kolom + 1, "tweede"))

    assert dict(blad.texts()) == {(rij, kolom): "eerste", (rij + 2, kolom + 1): "tweede"}


def test_a_formula_without_its_outcome_is_no_nought():
    """LibreOffice writes a nought in an .xls where it did not calculate a text; the answer is not in the file."""
    assert open_blad(formule(1, 1, struct.pack("<d", 0))).cell(1, 1) == Cell(Soort.NIET_BEREKEND, "")
    assert open_blad(record(0x0203, plek(1, 1) + struct.pack("<d", 0))).cell(1, 1) == Cell(Soort.GETAL, "0")


def test_a_formula_with_a_text_is_that_text():
    sheet = open_blad(formule(1, 1, bijzonder(0)), record(0x0207, tekst("nog 3 te gaan")))

    assert (sheet.text(1, 1), sheet.inhoud.formules) == ("nog 3 te gaan", {(1, 1): ""})


def test_a_formula_whose_outcome_is_an_empty_text_was_calculated_and_is_empty():
    sheet = open_blad(formule(1, 1, bijzonder(3)), label(1, 2, "x"))

    assert sheet.cell(1, 1).soort is Soort.LEEG


@pytest.mark.parametrize("soort", [0x0206, 0x0406])
def test_a_formula_in_a_form_of_old_is_never_taken_for_an_empty_cell(soort):
    assert open_blad(formule(1, 1, struct.pack("<d", 5), soort)).cell(1, 1) == Cell(Soort.NIET_BEREKEND, "")


def test_numbers_next_to_each_other_in_one_record_are_each_read():
    reeks = struct.pack("<HH", 0, 1) + b"".join(struct.pack("<H", 0) + as_rk(n) for n in (7, 8, 9)) + b"\3\0"
    leeg = record(0x00BE, struct.pack("<HHHHH", 1, 0, 0, 0, 1))

    sheet = open_blad(record(0x00BD, reeks), leeg, record(0x0201, plek(3, 1)))

    assert dict(sheet.texts()) == {(1, 2): "7", (1, 3): "8", (1, 4): "9"}


@pytest.mark.parametrize(
    ("formaat", "waarde", "gelezen"),
    [
        (0, 43586, "43586"),
        (14, 43586, "1-5-2019"),
        (22, 43586.5, "1-5-2019 12:00"),
        (20, 0.5, "12:00"),
        (46, 1.5, "36:00"),
        ("[h]:mm", 1.5, "36:00"),
        (17, 43586, "mei 2019"),
        ("mmmm yyyy", 43586, "mei 2019"),
        ("yyyy", 43466, "2019"),
        (9, 0.5, "50%"),
    ],
)
def test_a_number_or_a_date_comes_back_as_it_was_typed(formaat, waarde, gelezen):
    assert open_blad(getal(1, 1, waarde, 1), voor=stijlen(0, formaat)).text(1, 1) == gelezen


def test_a_workbook_from_an_old_mac_counts_from_1904():
    assert open_blad(getal(1, 1, 42124, 1), voor=record(0x0022, b"\1\0") + stijlen(0, 14)).text(1, 1) == "1-5-2019"


EIGEN_NUMMER = record(0x00E0, struct.pack("<HH", 0, 0) + bytes(16)) + record(
    0x00E0, struct.pack("<HH", 0, 53) + bytes(16)
)
"""Two styles; the second has a format of which the number is one of the dates that Excel keeps for other countries."""


def numbered(code: str) -> bytes:
    """Return that format as a file defines it itself, as Gnumeric does, and the styles."""
    return record(0x041E, struct.pack("<H", 53) + tekst(code)) + EIGEN_NUMMER


@pytest.mark.parametrize(
    ("code", "waarde", "gelezen"),
    [
        ("0.0%", 0.125, "12,5%"),
        ('"€" #,##0.00', 60, "€ 60"),
        ("[$€-413] #,##0.00", -750.55, "€ -750,55"),
        ("0.00", 1 / 3, "0,333333333333333"),
        ("[h]:mm", 1.5, "36:00"),
        ("d-m-yyyy h:mm", 43586.4375, "1-5-2019 10:30"),
        ("mmm yyyy", 43586, "mei 2019"),
    ],
)
def test_a_number_is_shown_as_the_file_says_whatever_the_number_of_its_format(code, waarde, gelezen):
    assert open_blad(getal(1, 1, waarde, 1), voor=numbered(code)).text(1, 1) == gelezen


@pytest.mark.parametrize(
    ("cel", "ruw"),
    [
        (getal(1, 1, 60.25, 1), "60.25"),
        (record(0x027E, plek(1, 1, 1) + as_rk(60)), "60"),
        (record(0x027E, plek(1, 1, 1) + struct.pack("<i", -60 << 2 | 2)), "-60"),
        (record(0x027E, plek(1, 1, 1) + struct.pack("<I", 6025 << 2 | 3)), "60.25"),
        (record(0x027E, plek(1, 1, 1) + struct.pack("<d", 60.5)[4:]), "60.5"),
        (record(0x00BD, struct.pack("<HHHIHI", 0, 0, 1, 60 << 2 | 2, 1, 7 << 2 | 2) + b"\1\0"), "60"),
        (record(0x0006, plek(1, 1, 1) + struct.pack("<d", 60) + bytes(8)), "60"),
    ],
    ids=["heel", "kort", "min", "honderdsten", "half", "reeks", "formule"],
)
def test_such_a_number_is_the_same_however_it_is_stored(cel, ruw):
    assert open_blad(cel, voor=numbered("0.00")).cell(1, 1) == Cell(Soort.GETAL, ruw, 1)


def test_such_a_date_from_an_old_mac_counts_from_1904_too():
    assert (
        open_blad(getal(1, 1, 42124, 1), voor=record(0x0022, b"\1\0") + numbered("mmm yyyy")).text(1, 1) == "mei 2019"
    )


def test_what_is_no_number_keeps_its_nature_whatever_the_format():
    nan = struct.pack("<d", float("nan"))

    sheet = open_blad(
        record(0x0203, plek(1, 1, 1) + nan), formule(2, 1, bijzonder(1, 1)), label(3, 1, "x"), voor=numbered("0.00")
    )

    assert [sheet.cell(rij, 1).soort for rij in (1, 2, 3)] == [Soort.VREEMD, Soort.BOOLEAAN, Soort.TEKST]


@pytest.mark.parametrize("formaat", [45, 47, "mm:ss", "[mm]:ss"])
def test_minutes_and_seconds_never_read_as_nothing(formaat):
    assert open_blad(getal(1, 1, 0.01, 1), voor=stijlen(0, formaat)).text(1, 1) == "0:14:24"


def test_what_no_sheet_can_hold_is_replaced_and_told():
    boek = open_xls(draw_boek(Blad(label(1, 1, "a\x01b\ud83dc") + label(1, 2, "goed"))))

    assert [boek.sheets[0].text(1, kolom) for kolom in (1, 2)] == ["a�b�c", "goed"]
    assert [(b.code, b.plek.cel) for b in boek.meldingen][1:] == [(Code.TEKENS_VERVANGEN, "A1")]


KOLOMMEN = ((1, 2, 1), (3, 3, 0), (4, 65535, 1))
"""First and last column, counted from zero, and whether they are hidden."""


def test_what_is_hidden_or_merged_is_read_and_remembered():
    verborgen_rij = record(0x0208, struct.pack("<HHHHHHHH", 1, 0, 9, 300, 0, 0, 0x20, 0))
    gewone_rij = record(0x0208, struct.pack("<HHHHHHHH", 2, 0, 9, 300, 0, 0, 0x40, 0))
    kolommen = [record(0x007D, struct.pack("<HHHHHH", *van_tot, 9, 0, hoe, 0)) for *van_tot, hoe in KOLOMMEN]
    samen = record(0x00E5, struct.pack("<HHHHH", 1, 0, 1, 0, 1))

    sheet = open_blad(verborgen_rij, gewone_rij, *kolommen, label(1, 1, "a"), label(2, 1, "b"), samen)

    assert dict(sheet.texts()) == {(1, 1): "a", (2, 1): "b"}
    assert sheet.inhoud.verborgen_rijen == {2}
    assert sheet.inhoud.verborgen_kolommen == [(2, 3), (5, 256)]
    assert sheet.inhoud.samengevoegd == ["A1:B2"]
