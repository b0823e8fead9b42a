"""An .xlsb: its cells, in the long form and the short one, held against our own map of its records."""

import io
import random
import struct
import zipfile
from collections.abc import Iterable

import pytest
from tekenen import pack
from tekenen.xlsb import draw_xlsb, record

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.werkboek import grenzen, kind, oud
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.boek import Werkboek
from actieplan_xl.reading.werkboek.cells import Cell, Soort
from actieplan_xl.reading.werkboek.kaart import Kaart, Vlak
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.reading.werkboek.package import Package
from actieplan_xl.reading.werkboek.xlsb import read_kaarten

BOEK, BLAD, TEKSTEN = "xl/workbook.bin", "xl/worksheets/sheet1.bin", "xl/sharedStrings.bin"
FORMULE = struct.pack("<HII", 0, 0, 0)
"""What follows on the outcome of a formula: that it has none to calculate with."""


def text(waarde: str) -> bytes:
    return struct.pack("<I", len(waarde)) + waarde.encode("utf-16-le")


def rij(nummer: int, *cellen: bytes, verborgen: bool = False) -> bytes:
    kop = struct.pack("<IIHBBB", nummer - 1, 0, 300, 0, 0x10 if verborgen else 0, 0) + struct.pack("<I", 0)
    return record(0, kop) + b"".join(cellen)


def cel(soort: int, kolom: int, waarde: bytes = b"") -> bytes:
    """Return a cell in the long form."""
    return record(soort, struct.pack("<II", kolom - 1, 0) + waarde)


def kort(soort: int, waarde: bytes = b"") -> bytes:
    """Return a cell that leaves out its column, because it is the next one."""
    return record(soort, struct.pack("<I", 0) + waarde)


def getal(kolom: int, waarde: float) -> bytes:
    return cel(5, kolom, struct.pack("<d", waarde))


def draw(*rijen: bytes, teksten: Iterable[str] = (), voor: bytes = b"", na: bytes = b"") -> dict[str, bytes]:
    """Return the parts of a workbook with one sheet of these rows; `voor` and `na` stand around them."""
    with zipfile.ZipFile(io.BytesIO(draw_xlsb({(1, 1): "x"}))) as bron:
        delen = {naam: bron.read(naam) for naam in bron.namelist()}
    maat = record(148, struct.pack("<IIII", 0, 9, 0, 9))
    delen[BLAD] = record(129) + maat + voor + record(145) + b"".join(rijen) + record(146) + na + record(130)
    vol = list(teksten)
    strings = b"".join(record(19, b"\0" + text(tekst)) for tekst in vol)
    delen[TEKSTEN] = record(159, struct.pack("<II", len(vol), len(vol))) + strings + record(160)
    return delen


def open_delen(delen: dict[str, bytes], naam: str = "Boekel.xlsb") -> Werkboek:
    return open_werkboek(Bestand(naam, pack(delen)))


def cells_of(*rijen: bytes, teksten: Iterable[str] = ()) -> dict[tuple[int, int], Cell]:
    return open_delen(draw(*rijen, teksten=teksten)).sheets[0].inhoud.cells


def map_of(delen: dict[str, bytes]) -> Kaart:
    [kaart] = read_kaarten(Package(Bestand("a.xlsb", pack(delen))), BOEK)
    return kaart


def refused(delen: dict[str, bytes]) -> BestandError:
    with pytest.raises(BestandError) as gevangen:
        open_delen(delen)
    return gevangen.value


CELLEN = {
    "gedeelde tekst": (cel(7, 2, struct.pack("<I", 1)), Cell(Soort.TEKST, "tweede")),
    "eigen tekst": (cel(6, 2, text("voltooid")), Cell(Soort.TEKST, "voltooid")),
    "getal": (getal(2, 2019), Cell(Soort.GETAL, "2019")),
    "klein getal": (cel(2, 2, struct.pack("<I", 2019 << 2 | 2)), Cell(Soort.GETAL, "2019")),
    "booleaan": (cel(4, 2, b"\1"), Cell(Soort.BOOLEAAN, "1")),
    "fout": (cel(3, 2, b"\x2a"), Cell(Soort.FOUT, "#N/A")),
    "deling": (cel(3, 2, b"\x07"), Cell(Soort.FOUT, "#DIV/0!")),
}


@pytest.mark.parametrize("naam", CELLEN)
def test_each_kind_of_cell_is_kept_as_it_stands(naam):
    xml, verwacht = CELLEN[naam]

    assert cells_of(rij(1, xml), teksten=["eerste", "tweede"]) == {(1, 2): verwacht}


FORMULES = {
    "tekst": (cel(8, 1, text("nog 3 te gaan") + FORMULE), Cell(Soort.TEKST, "nog 3 te gaan")),
    "getal": (cel(9, 1, struct.pack("<d", 2.5) + FORMULE), Cell(Soort.GETAL, "2.5")),
    "booleaan": (cel(10, 1, b"\0" + FORMULE), Cell(Soort.BOOLEAAN, "0")),
    "fout": (cel(11, 1, b"\x17" + FORMULE), Cell(Soort.FOUT, "#REF!")),
}


@pytest.mark.parametrize("naam", FORMULES)
def test_a_formula_is_its_outcome_and_known_to_be_one(naam):
    xml, verwacht = FORMULES[naam]

    inhoud = open_delen(draw(rij(1, xml))).sheets[0].inhoud

    assert (inhoud.cells, inhoud.formules) == ({(1, 1): verwacht}, {(1, 1): ""})


def test_a_formula_whose_outcome_is_an_empty_text_was_calculated_and_is_empty():
    sheet = open_delen(draw(rij(1, cel(8, 1, text("") + FORMULE), getal(2, 1)))).sheets[0]

    assert sheet.cell(1, 1).soort is Soort.LEEG


def test_what_is_empty_is_not_missed():
    leeg = rij(1, cel(1, 1), cel(6, 2, text("")), cel(7, 3, struct.pack("<I", 0)), kort(12), kort(17, text("")))

    assert cells_of(leeg, rij(2, getal(1, 1)), teksten=["", "x"]) == {(2, 1): Cell(Soort.GETAL, "1")}


@pytest.mark.parametrize(
    ("xml", "plaats"),
    [
        (kort(13, struct.pack("<I", 6)), "B1"),
        (kort(14, b"\x2a"), ""),
        (kort(15, b"\1"), "B1"),
        (kort(16, struct.pack("<d", 1)), "B1"),
        (kort(17, text("x")), "B1"),
        (kort(18, struct.pack("<I", 0)), "B1"),
        (cel(62, 2, b"\0" + text("rijk")), "B1"),
        (cel(7, 2, struct.pack("<I", 99)), "B1"),
        (getal(16_385, 1), ""),
    ],
    ids=["klein getal", "fout", "booleaan", "getal", "tekst", "gedeelde tekst", "rijke tekst", "zonder tekst", "ver"],
)
def test_a_cell_in_a_form_that_the_library_does_not_know_is_never_lost(xml, plaats):
    """It is read, or the file is refused because of it; which of the two is up to the library."""
    try:
        cells = cells_of(rij(1, getal(1, 1), xml), teksten=["x"])
    except BestandError as error:
        codes = (Code.BESTAND_NIET_HELEMAAL, Code.BESTAND_BESCHADIGD, Code.BESTAND_KOST_TE_VEEL)
        assert error.bevinding.code in codes
        assert plaats in str(error) or error.bevinding.code is not Code.BESTAND_NIET_HELEMAAL
    else:
        assert len(cells) == 2


def test_the_short_form_counts_on_from_the_cell_before_it():
    kaart = map_of(
        draw(rij(3, cel(1, 4), kort(16, struct.pack("<d", 1)), kort(12), kort(18, b"\0\0\0\0"), kort(14, b"\7")))
    )

    assert kaart.vlakken == {(3, 5): Vlak.WAARDE, (3, 7): Vlak.WAARDE, (3, 8): Vlak.FOUT}
    assert kaart.fouten == {(3, 8): "#DIV/0!"}


def test_an_error_of_a_kind_that_is_not_known_is_an_error_all_the_same():
    kaart = map_of(draw(rij(1, cel(3, 1, b"\x99"), cel(3, 2), cel(11, 3, b"\x2b" + FORMULE))))

    assert kaart.fouten == {(1, 1): "#FOUT", (1, 2): "#FOUT", (1, 3): "#GETTING_DATA"}


@pytest.mark.parametrize("is_kort", [False, True])
def test_a_cell_that_the_library_leaves_out_makes_the_file_refused(monkeypatch, is_kort):
    def ask(bestand: Bestand, _: str) -> tuple[dict[str, object], bytes]:
        antwoord = kind.read_values(bestand.inhoud)
        antwoord["bladen"][0]["cellen"] = [c for c in antwoord["bladen"][0]["cellen"] if c[:2] != [2, 2]]
        return antwoord, b""

    monkeypatch.setattr(oud, "ask_kind", ask)

    with pytest.raises(BestandError) as gevangen:
        open_werkboek(Bestand("Uden.xlsb", draw_xlsb({(1, 1): "a", (2, 1): "b", (2, 2): "c"}, is_kort=is_kort)))

    assert gevangen.value.bevinding.code is Code.BESTAND_NIET_HELEMAAL
    assert "Uden.xlsb › Invulblad › B2" in str(gevangen.value)


def test_what_is_hidden_is_read_and_remembered():
    kolommen = b"".join(
        record(60, struct.pack("<IIIIH", van, tot, 2560, 0, hoe))
        for van, tot, hoe in ((1, 2, 1), (3, 3, 0), (4, 99_999, 1))
    )

    sheet = open_delen(draw(rij(1, getal(1, 1)), rij(2, getal(1, 2), verborgen=True), voor=kolommen)).sheets[0]

    assert (sheet.text(1, 1), sheet.text(2, 1)) == ("1", "2")
    assert sheet.inhoud.verborgen_rijen == {2}
    assert sheet.inhoud.verborgen_kolommen == [(2, 3), (5, 16_384)]


def with_sheets(*bladen: tuple[str, int]) -> dict[str, bytes]:
    """Return a workbook with these sheets, by name and state; each holds its own number."""
    delen = draw()
    lijst = rels = b""
    for nummer, (naam, staat) in enumerate(bladen, 1):
        lijst += record(156, struct.pack("<II", staat, nummer) + text(f"b{nummer}") + text(naam))
        soort = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
        rels += f'<Relationship Id="b{nummer}" Type="{soort}" Target="worksheets/sheet{nummer}.bin"/>'.encode()
        delen[f"xl/worksheets/sheet{nummer}.bin"] = draw(rij(1, getal(1, nummer)))[BLAD]
    delen[BOEK] = record(131) + record(143) + lijst + record(144) + record(132)
    delen["xl/_rels/workbook.bin.rels"] = b"<Relationships>" + rels + b"</Relationships>"
    del delen[TEKSTEN]
    return delen


def test_sheets_keep_their_order_name_and_state():
    boek = open_delen(with_sheets(("Eén", 0), ("Twee", 1), ("Drie", 2)))

    assert [(s.naam, s.staat, s.text(1, 1)) for s in boek.sheets] == [
        ("Eén", "visible", "1"),
        ("Twee", "hidden", "2"),
        ("Drie", "veryHidden", "3"),
    ]


def test_of_two_sheets_with_one_name_neither_is_lost():
    try:
        boek = open_delen(with_sheets(("Blad", 0), ("Blad", 0)))
    except BestandError as error:
        assert error.bevinding.code is Code.BESTAND_NIET_HELEMAAL
    else:
        assert [sheet.text(1, 1) for sheet in boek.sheets] == ["1", "2"]


def test_a_sheet_in_the_list_that_is_not_there_is_never_passed_over():
    delen = with_sheets(("Eén", 0), ("Twee", 0))
    del delen["xl/worksheets/sheet2.bin"]

    assert refused(delen).bevinding.code in (Code.BESTAND_BESCHADIGD, Code.BESTAND_NIET_HELEMAAL)


def test_the_map_of_a_sheet_that_is_not_there_is_empty():
    delen = draw(rij(1, getal(1, 1)))
    delen[BOEK] += record(156, struct.pack("<II", 0, 1) + text("weg") + text("Weg"))
    package = Package(Bestand("a.xlsb", pack(delen)))

    assert [list(kaart.vlakken) for kaart in read_kaarten(package, BOEK)] == [[(1, 1)], []]


def test_comments_macros_and_the_format_are_told():
    extra = {"xl/comments1.bin": b"", "xl/comments2.bin": b"", "xl/vbaProject.bin": b""}

    boek = open_delen({**draw(rij(1, getal(1, 1))), **extra}, "Boekel.xlsx")

    assert [b.code for b in boek.meldingen] == [
        Code.FORMAAT_BEPERKT,
        Code.MACROS,
        Code.LOS_VOORWERP,
        Code.EXTENSIE_ANDERS,
    ]
    assert boek.meldingen[2].waarden["wat"] == "2 bladen met opmerkingen"


def test_a_text_box_is_never_passed_over_in_silence():
    tekening = b"<wsDr><twoCellAnchor><sp><txBody><p><r><t>voltooid</t></r></p></txBody></sp></twoCellAnchor></wsDr>"

    boek = open_delen({**draw(rij(1, getal(1, 1))), "xl/drawings/drawing1.xml": tekening})

    assert any("tekstvak" in str(bevinding) for bevinding in (*boek.meldingen, *boek.find_aanhang()))


def test_what_unpacks_to_too_much_is_refused_before_the_library_sees_it(monkeypatch):
    monkeypatch.setattr(oud, "ask_kind", lambda *_: pytest.fail("de bibliotheek kreeg het te zien"))
    monkeypatch.setattr(grenzen, "UITGEPAKT_BYTES", 100_000)

    error = refused({**draw(rij(1, getal(1, 1))), "xl/media/image1.bin": random.Random(1).randbytes(100_001)})

    assert error.bevinding.code is Code.BESTAND_TE_GROOT


def test_the_limit_on_cells_holds_here_too(monkeypatch):
    delen = draw(*(rij(n, getal(1, n)) for n in range(1, 5)))
    monkeypatch.setattr(grenzen, "CELLEN", 4)
    assert len(open_delen(delen).sheets[0].inhoud.cells) == 4

    monkeypatch.setattr(grenzen, "CELLEN", 3)
    assert refused(delen).bevinding.code is Code.BESTAND_TE_GROOT


def test_a_cell_in_the_last_corner_costs_too_much_and_that_is_told():
    """The library makes room for every cell up to the last one; the child that reads may take no more than so much."""
    pytest.importorskip("resource")
    delen = draw(rij(1, getal(1, 1)), rij(1_048_576, getal(16_384, 2)))

    assert refused(delen).bevinding.code is Code.BESTAND_KOST_TE_VEEL


@pytest.mark.parametrize("deel", [BOEK, BLAD, TEKSTEN])
def test_a_part_that_was_cut_off_still_gives_a_map(deel):
    heel = draw(rij(1, *(xml for xml, _ in CELLEN.values())), rij(2, *(xml for xml, _ in FORMULES.values())))

    meeste = len(map_of(heel).vlakken)
    for lengte in range(len(heel[deel])):
        stuk = {**heel, deel: heel[deel][:lengte]}
        for kaart in read_kaarten(Package(Bestand("a.xlsb", pack(stuk))), BOEK):
            # The last record may look like a cell for want of its other half.
            assert len(kaart.vlakken) <= meeste + 1


def test_bytes_that_mean_nothing_never_raise():
    kans = random.Random(2019)
    heel = draw(
        rij(1, *(xml for xml, _ in CELLEN.values())), rij(2, *(xml for xml, _ in FORMULES.values())), teksten=["a"]
    )

    for _ in range(500):
        stuk = {naam: bytearray(heel[naam]) for naam in (BOEK, BLAD, TEKSTEN)}
        for deel in stuk.values():
            deel[kans.randrange(len(deel))] = kans.randrange(256)
        kaarten = read_kaarten(
            Package(Bestand("a.xlsb", pack({**heel, **{n: bytes(d) for n, d in stuk.items()}}))), BOEK
        )
        assert all(isinstance(vlak, Vlak) for kaart in kaarten for vlak in kaart.vlakken.values())


@pytest.mark.parametrize(
    ("waarde", "formaat", "gelezen"),
    [
        (43586.0, 14, "1-5-2019"),
        (43586.0, 17, "mei 2019"),
        (43586.0, "yyyy", "2019"),
        (0.5, 9, "50%"),
        (0.5, "h:mm", "12:00"),
        (5000.0, '"€" #,##0', "€ 5000"),
        (5000.0, 0, "5000"),
    ],
)
def test_a_number_reads_as_its_format_shows_it(waarde, formaat, gelezen):
    boek = open_werkboek(Bestand("a.xlsb", draw_xlsb({(1, 1): waarde, (1, 2): "x"}, formaten={(1, 1): formaat})))

    assert boek.sheets[0].text(1, 1) == gelezen
