"""An .xls as a whole, held against our own map of its records: what is left out is seen, what hangs beside is told."""

import struct
from collections.abc import Callable

import pytest
from tekenen.ole import draw_ole
from tekenen.xls import XlsCel, draw_xls

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.werkboek import grenzen, kind, oud
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.boek import Sheet, Werkboek
from actieplan_xl.reading.werkboek.cells import Cell, Soort
from actieplan_xl.reading.werkboek.openen import open_werkboek

from .biffbouw import (
    EINDE,
    Blad,
    bof,
    draw_boek,
    draw_stroom,
    formule,
    gedeeld,
    getal,
    label,
    plek,
    record,
    tekst,
    teksten,
)
from .olebouw import STROOM, VRIJ, WORTEL, container, ingang


def open_xls(inhoud: bytes) -> Werkboek:
    return open_werkboek(Bestand("Boekel.xls", inhoud))


def open_blad(*records: bytes, voor: bytes = b"") -> Sheet:
    return open_xls(draw_boek(Blad(b"".join(records)), voor=voor)).sheets[0]


def refused(inhoud: bytes) -> BestandError:
    with pytest.raises(BestandError) as gevangen:
        open_xls(inhoud)
    return gevangen.value


def codes(boek: Werkboek) -> list[Code]:
    return [b.code for b in (*boek.meldingen, *boek.find_aanhang())]


def met_fout(nummer: int, rij: int = 1) -> bytes:
    return record(0x0205, plek(rij, 1) + bytes([nummer, 1]))


def as_rk(waarde: int) -> bytes:
    return struct.pack("<I", waarde << 2 | 2)


def test_sheets_keep_their_order_name_and_state_and_only_cells_are_read():
    boek = open_xls(
        draw_boek(
            Blad(label(1, 1, "a"), "Eén"),
            Blad(b"", "Grafiek", soort=2),
            Blad(label(1, 1, "b"), "Twee", staat=1),
            Blad(label(1, 1, "m"), "Macro", soort=1),
            Blad(label(1, 1, "c"), "Drie", staat=2),
        )
    )

    assert [(s.naam, s.staat, s.text(1, 1)) for s in boek.sheets] == [
        ("Eén", "visible", "a"),
        ("Twee", "hidden", "b"),
        ("Drie", "veryHidden", "c"),
    ]
    assert codes(boek) == [Code.FORMAAT_BEPERKT, Code.LOS_VOORWERP, Code.MACROBLAD]
    assert [(b.plek.blad, b.waarden.get("wat")) for b in boek.meldingen[1:]] == [
        ("Grafiek", "een grafiekblad"),
        ("Macro", None),
    ]


def test_of_two_sheets_with_one_name_neither_is_lost():
    """The library knows sheets by their names, and gives the last one twice."""
    inhoud = draw_boek(Blad(label(1, 1, "a"), "Blad"), Blad(label(1, 1, "b"), "Blad"))

    try:
        assert [sheet.text(1, 1) for sheet in open_xls(inhoud).sheets] == ["a", "b"]
    except BestandError as error:
        assert error.bevinding.code is Code.BESTAND_NIET_HELEMAAL


def test_a_chart_inside_a_sheet_is_no_end_of_it():
    grafiek = bof(0x20) + label(1, 1, "in de grafiek") + EINDE

    sheet = open_blad(label(1, 1, "a"), grafiek, met_fout(0x2A, rij=2))

    assert {plaats: cell.ruw for plaats, cell in sheet.inhoud.cells.items()} == {(1, 1): "a", (2, 1): "#N/A"}


def test_a_workbook_of_charts_only_is_refused():
    assert refused(draw_boek(Blad(soort=2))).bevinding.code is Code.BESTAND_ZONDER_WERKBLAD


def test_comments_and_macros_are_told():
    opmerking = record(0x001C, struct.pack("<HHHH", 0, 0, 0, 1) + bytes(4))

    boek = open_xls(draw_boek(Blad(label(1, 1, "a") + opmerking * 2, "Invulblad"), vba=True))

    assert codes(boek) == [Code.FORMAAT_BEPERKT, Code.LOS_VOORWERP, Code.MACROS]
    assert (boek.meldingen[1].plek.blad, boek.meldingen[1].waarden["wat"]) == ("Invulblad", "2 opmerkingen")


def test_a_text_box_is_never_passed_over_in_silence():
    voorwerp = record(0x005D, struct.pack("<HHHHH", 0x15, 0x12, 6, 1, 0x6011) + bytes(12) + bytes(4))
    tekstvak = record(0x01B6, bytes(10) + struct.pack("<HHI", 8, 0, 0))
    inhoud = record(0x003C, b"\0voltooid")

    boek = open_xls(draw_boek(Blad(label(1, 1, "a") + voorwerp + tekstvak + inhoud)))

    assert any("tekstvak" in str(bevinding) for bevinding in (*boek.meldingen, *boek.find_aanhang()))


def test_a_workbook_from_excel_95_is_read():
    def bof5(soort: int) -> bytes:
        return record(0x0809, struct.pack("<HHHH", 0x0500, soort, 0x0DBB, 0x07CC))

    def boundsheet(plaats: int) -> bytes:
        return record(0x0085, struct.pack("<IBB", plaats, 0, 0) + b"\x04Blad")

    lijst = bof5(5) + boundsheet(len(bof5(5) + boundsheet(0) + EINDE)) + EINDE
    blad = bof5(0x10) + record(0x0204, plek(1, 1) + b"\x08\0voltooid") + getal(1, 2, 5) + EINDE

    boek = open_xls(draw_ole({"Book": lijst + blad}))

    assert dict(boek.sheets[0].texts()) == {(1, 1): "voltooid", (1, 2): "5"}


def dropping(plaatsen: Callable[[int, int], bool]) -> Callable[..., object]:
    """Return a child that leaves out the cells of these places, as the library might."""

    def ask(bestand: Bestand, _: str) -> tuple[dict[str, object], bytes]:
        antwoord = kind.read_values(bestand.inhoud)
        for blad in antwoord["bladen"]:
            blad["cellen"] = [cel for cel in blad["cellen"] if not plaatsen(cel[0], cel[1])]
        return antwoord, b""

    return ask


@pytest.mark.parametrize(
    "cel",
    [
        label(2, 3, "voltooid"),
        record(0x00D6, plek(2, 3) + tekst("rijk") + bytes(2)),
        gedeeld(2, 3, 0),
        getal(2, 3, 5),
        record(0x027E, plek(2, 3) + as_rk(1)),
        record(0x0205, plek(2, 3) + b"\0\0"),
    ],
    ids=["tekst", "rijke tekst", "gedeelde tekst", "getal", "klein getal", "booleaan"],
)
def test_a_cell_that_the_library_leaves_out_makes_the_file_refused(monkeypatch, cel):
    monkeypatch.setattr(oud, "ask_kind", dropping(lambda rij, kolom: (rij, kolom) == (2, 3)))

    error = refused(draw_boek(Blad(label(1, 1, "a") + cel, "Invulblad"), voor=teksten(["voltooid"])))

    assert error.bevinding.code is Code.BESTAND_NIET_HELEMAAL
    assert "Boekel.xls › Invulblad › C2" in str(error)


def test_an_error_or_a_formula_that_the_library_leaves_out_comes_from_the_map(monkeypatch):
    monkeypatch.setattr(oud, "ask_kind", dropping(lambda rij, kolom: True))

    sheet = open_blad(
        met_fout(0x2A), formule(2, 1, struct.pack("<d", 5)), label(3, 1, ""), gedeeld(3, 2, 0), voor=teksten([""])
    )

    assert sheet.inhoud.cells == {(1, 1): Cell(Soort.FOUT, "#N/A"), (2, 1): Cell(Soort.NIET_BEREKEND, "")}


def test_a_sheet_that_is_not_on_the_map_makes_the_file_refused(monkeypatch):
    blad = {"naam": "Extra", "staat": "Visible", "soort": "WorkSheet", "cellen": [], "samengevoegd": []}
    monkeypatch.setattr(oud, "ask_kind", lambda *_: ({"bladen": [blad, blad]}, b""))

    error = refused(draw_boek(Blad(label(1, 1, ""))))

    assert (error.bevinding.code, error.bevinding.waarden) == (Code.BESTAND_NIET_HELEMAAL, {"naam": "Extra"})


@pytest.mark.parametrize("nummer", [1, 7, 0xFFFFFFFF])
def test_a_cell_that_refers_to_a_text_that_is_not_there_is_never_simply_empty(nummer):
    inhoud = draw_boek(Blad(gedeeld(1, 1, 0) + gedeeld(1, 2, nummer)), voor=teksten(["eerste"]))

    assert is_told(inhoud, "B1")


def test_a_cell_that_stands_twice_with_two_values_is_told():
    assert is_told(draw_boek(Blad(label(1, 1, "voltooid") + label(1, 1, "gepland"))), "A1")


def is_told(inhoud: bytes, cel: str) -> bool:
    """Whether a file is refused because of a cell, or read with a finding on it or a cell that says it is invalid."""
    try:
        boek = open_xls(inhoud)
    except BestandError as error:
        return error.bevinding.code is Code.BESTAND_NIET_HELEMAAL
    [sheet] = boek.sheets
    ongeldig = [sheet.plek(p).cel for p, cell in sheet.inhoud.cells.items() if cell.soort is Soort.ONGELDIG]
    dubbel = [sheet.plek(plaats).cel for plaats, _ in sheet.inhoud.dubbel]
    return cel in [*ongeldig, *dubbel, *(bevinding.plek.cel for bevinding in boek.meldingen)]


@pytest.mark.parametrize("eerst", [True, False])
def test_a_workbook_inside_the_workbook_never_takes_its_place(eerst):
    """Excel keeps an embedded workbook in a store of its own, under the same name as the outer one."""
    buiten, binnen = (draw_stroom(Blad(label(1, 1, waarde))).ljust(4096, b"\0") for waarde in ("buiten", "binnen"))
    plaatsen = (3, 1) if eerst else (1, 3)
    wortel = ingang("Root Entry", WORTEL, 0xFFFFFFFE, 0, (VRIJ, VRIJ, 2))
    opslag = ingang("MBD0001", 1, 0, 0, (plaatsen[0], VRIJ, plaatsen[1]))
    stromen = [ingang("Workbook", STROOM, 2, 4096), ingang("Workbook", STROOM, 10, 4096)]
    fat = [*range(3, 10), 0xFFFFFFFE, *range(11, 18), 0xFFFFFFFE]
    inhoud = container([wortel, stromen[eerst], opslag, stromen[not eerst]], buiten + binnen, fat)

    try:
        assert open_xls(inhoud).sheets[0].text(1, 1) == "buiten"
    except BestandError as error:
        assert error.bevinding.code is not Code.BESTAND_GEEN_WERKMAP


def test_as_many_sheets_as_there_may_be_are_read_and_no_more():
    bladen = [Blad(label(1, 1, "x"), f"B{n}") for n in range(grenzen.WERKBLADEN + 1)]

    assert len(open_xls(draw_boek(*bladen[1:])).sheets) == grenzen.WERKBLADEN
    assert "het aantal werkbladen" in str(refused(draw_boek(*bladen)))


def test_the_limit_on_cells_holds_here_too(monkeypatch):
    bladen = [Blad(b"".join(label(rij, 1, "x") for rij in range(1, 4)), naam) for naam in ("Een", "Twee")]
    monkeypatch.setattr(grenzen, "CELLEN", 6)
    assert len(open_xls(draw_boek(*bladen)).sheets) == 2

    monkeypatch.setattr(grenzen, "CELLEN", 5)
    error = refused(draw_boek(*bladen))

    assert error.bevinding.code is Code.BESTAND_TE_GROOT
    assert "het aantal cellen" in str(error)


@pytest.mark.parametrize(
    ("antwoord", "code"),
    [
        ({"fout": kind.TE_GROOT}, Code.BESTAND_KOST_TE_VEEL),
        ({"fout": kind.WACHTWOORD}, Code.BESTAND_WACHTWOORD),
        ({"fout": kind.BESCHADIGD}, Code.BESTAND_BESCHADIGD),
        ({"bladen": []}, Code.BESTAND_ZONDER_WERKBLAD),
    ],
)
def test_what_the_library_says_becomes_a_refusal_of_ours(monkeypatch, antwoord, code):
    monkeypatch.setattr(oud, "ask_kind", lambda *_: (antwoord, b""))

    assert refused(draw_xls({(1, 1): "x"})).bevinding.code is code


def test_what_the_library_says_of_a_cell_is_checked_before_it_is_believed(monkeypatch):
    cellen = [
        [1, 1, "tekst", "goed"],
        [1, 2, "getal", "1e5"],
        [1, 3, "getal", "kaas"],
        [1, 4, "nieuw", "x"],
        [1, 5, "datum", "2019-02-31"],
        *([rij, kolom, "tekst", "buiten"] for rij, kolom in ((0, 1), (1, 0), (1_048_577, 1), (1, 16_385))),
    ]
    blad = {"naam": "A\ud83d", "staat": "Onbekend", "soort": "WorkSheet", "cellen": cellen, "samengevoegd": []}
    monkeypatch.setattr(oud, "ask_kind", lambda *_: ({"bladen": [blad]}, b""))

    [sheet] = open_xls(draw_boek(Blad())).sheets

    assert (sheet.naam, sheet.staat) == ("A�", "visible")
    assert sheet.inhoud.cells == {
        (1, 1): Cell(Soort.TEKST, "goed"),
        (1, 2): Cell(Soort.GETAL, "1e5"),
        (1, 3): Cell(Soort.VREEMD, "kaas"),
        (1, 4): Cell(Soort.VREEMD, "x"),
        (1, 5): Cell(Soort.DATUM, "2019-02-31"),
    }


def test_the_drawing_tool_draws_what_is_read():
    cellen = {(1, 1): "a", (1, 2): XlsCel(2.5), (2, 1): XlsCel(fout=7), (2, 2): XlsCel("b", is_formule=True)}

    sheet = open_xls(draw_xls(cellen, "Invulblad", verborgen_rij=2)).sheets[0]

    assert {plaats: sheet.text(*plaats) for plaats in cellen} == {
        (1, 1): "a",
        (1, 2): "2,5",
        (2, 1): "#DIV/0!",
        (2, 2): "b",
    }
    assert sheet.inhoud.verborgen_rijen == {2}
