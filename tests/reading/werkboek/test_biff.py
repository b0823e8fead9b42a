"""The map of an .xls: whatever its records say of themselves, a map comes out and nothing is raised."""

import random
import struct

import pytest
from tekenen.xls import XlsCel, draw_xls

from actieplan_xl.reading.werkboek import biff
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.biff import Record, is_protected, read_kaarten
from actieplan_xl.reading.werkboek.kaart import Kaart, Vlak
from actieplan_xl.reading.werkboek.ole import Ole

from .biffbouw import EINDE, Blad, bijzonder, bof, draw_stroom, formule, gedeeld, getal, label, plek, record

ALLES = {
    (1, 1): "tekst",
    (1, 2): XlsCel(2019.0),
    (2, 1): XlsCel(fout=0x2A),
    (2, 2): XlsCel(fout=0x17, is_formule=True),
    (3, 1): XlsCel(True),
    (3, 2): XlsCel("x", is_formule=True),
}


def stream_of(inhoud: bytes) -> bytes:
    return Ole(Bestand("a.xls", inhoud)).read("Workbook")


def map_of(*records: bytes) -> Kaart:
    [kaart] = read_kaarten(draw_stroom(Blad(b"".join(records))))
    return kaart


def test_the_map_says_where_something_stands_and_of_what_kind():
    [kaart] = read_kaarten(stream_of(draw_xls(ALLES, opmerkingen=3, verborgen_rij=2)))

    assert kaart.vlakken.pop((1, 1)) not in (Vlak.FOUT, Vlak.FORMULE, Vlak.FORMULE_FOUT)
    assert kaart.vlakken == {
        (1, 2): Vlak.WAARDE,
        (2, 1): Vlak.FOUT,
        (2, 2): Vlak.FORMULE_FOUT,
        (3, 1): Vlak.WAARDE,
        (3, 2): Vlak.FORMULE,
    }
    assert kaart.fouten == {(2, 1): "#N/A", (2, 2): "#REF!"}
    assert (kaart.opmerkingen, kaart.verborgen_rijen, kaart.verborgen_kolommen) == (3, {2}, [])


def test_there_is_a_map_for_each_sheet_in_the_order_of_the_list():
    bladen = (Blad(label(1, 1, "a")), Blad(soort=2), Blad(getal(5, 5, 1), soort=1), Blad(gedeeld(2, 2, 0)))

    kaarten = read_kaarten(draw_stroom(*bladen))

    assert [list(kaart.vlakken) for kaart in kaarten] == [[(1, 1)], [], [(5, 5)], [(2, 2)]]


def test_a_row_of_numbers_is_no_longer_than_its_record():
    rk = struct.pack("<HI", 0, 1 << 2 | 2)

    kaart = map_of(record(0x00BD, struct.pack("<HH", 0, 2) + rk * 2 + struct.pack("<H", 65535)))

    assert list(kaart.vlakken) == [(1, 3), (1, 4)]


def test_a_row_of_numbers_that_ends_before_it_begins_is_none():
    assert map_of(record(0x00BD, struct.pack("<HHHIH", 0, 9, 0, 6, 3))).vlakken == {}


@pytest.mark.parametrize("soort", [0x00FD, 0x0204, 0x0203, 0x027E, 0x00BD, 0x0205, 0x0006, 0x0208, 0x007D, 0x001C])
def test_a_record_that_was_cut_off_says_no_more_than_it_holds(soort):
    for lengte in range(20):
        kaart = map_of(record(soort, b"\0" * lengte), label(9, 9, "x"))

        assert (9, 9) in kaart.vlakken
        assert all(plaats in ((1, 1), (9, 9)) for plaats in kaart.vlakken)


def test_an_outcome_that_is_no_number_is_only_an_error_when_it_says_so():
    kaart = map_of(*(formule(n, 1, bijzonder(n, 7)) for n in range(1, 5)), formule(5, 1, struct.pack("<d", 1e300)))

    assert [plaats for plaats, vlak in kaart.vlakken.items() if vlak is Vlak.FORMULE_FOUT] == [(2, 1)]
    assert kaart.fouten == {(2, 1): "#DIV/0!"}


def test_an_error_of_a_kind_that_is_not_known_is_an_error_all_the_same():
    kaart = map_of(record(0x0205, plek(1, 1) + b"\x99\1"), formule(2, 1, bijzonder(2, 0x99)))

    assert kaart.fouten == {(1, 1): "#FOUT", (2, 1): "#FOUT"}


@pytest.mark.parametrize("stroom", [b"", b"\x09", b"\x09\x08\xff\xff", EINDE, EINDE * 9, bof(5), bytes(4096)])
def test_without_a_list_of_sheets_there_are_no_maps(stroom):
    assert read_kaarten(stroom) == []


@pytest.mark.parametrize("plaats", [0xFFFFFFFF, 10_000, 3])
def test_a_sheet_that_is_not_where_the_list_says_has_an_empty_map(plaats):
    stroom = bof(5) + record(0x0085, struct.pack("<IBB", plaats, 0, 0) + b"\x01\0A") + EINDE

    assert read_kaarten(stroom) == [Kaart()]


def test_a_list_that_refers_to_itself_ends():
    stroom = bof(5) + record(0x0085, struct.pack("<IBB", 0, 0, 0) + b"\x01\0A") + EINDE

    assert read_kaarten(stroom) == [Kaart()]


def test_a_thousand_sheets_in_one_place_cost_no_more_than_one(monkeypatch):
    gelezen = 0

    def counted(*velden: object) -> Record:
        nonlocal gelezen
        gelezen += 1
        return Record(*velden)

    monkeypatch.setattr(biff, "Record", counted)

    def boundsheet(plaats: int) -> bytes:
        return record(0x0085, struct.pack("<IBB", plaats, 0, 0) + b"\x01\0A")

    plaats = len(bof(5) + boundsheet(0) * 1000 + EINDE)
    blad = bof(0x10) + label(1, 1, "x") + record(0x0042) * 1000 + EINDE

    kaarten = read_kaarten(bof(5) + boundsheet(plaats) * 1000 + EINDE + blad)

    assert [list(kaart.vlakken) for kaart in kaarten[:2]] == [[(1, 1)], [(1, 1)]]
    assert gelezen < 10_000


def test_a_name_of_a_sheet_that_was_cut_off_is_passed_over():
    assert read_kaarten(bof(5) + record(0x0085, b"\1\2\3") + EINDE) == []


def test_a_password_is_announced_at_the_beginning_and_nowhere_else():
    wachtwoord = record(0x002F, bytes(6))

    assert is_protected(bof(5) + wachtwoord)
    assert is_protected(bof(5) + record(0x0042, b"\0\0") * 10 + wachtwoord)
    assert not is_protected(bof(5) + EINDE)
    assert not is_protected(bof(5) + label(1, 1, "x") * 30 + wachtwoord)


def test_a_stream_that_was_cut_off_anywhere_still_gives_maps():
    heel = draw_stroom(Blad(label(1, 1, "a") + getal(1, 2, 1) + formule(2, 1, bijzonder(2, 7)) + label(2, 2, "b")))
    [alles] = read_kaarten(heel)

    for lengte in range(len(heel)):
        for kaart in read_kaarten(heel[:lengte]):
            assert kaart.vlakken.keys() <= alles.vlakken.keys()


def test_bytes_that_mean_nothing_never_raise():
    kans = random.Random(2019)
    heel = bytearray(draw_stroom(Blad(label(1, 1, "a") + getal(1, 2, 1) + formule(2, 1, bijzonder(2, 7)))))

    for _ in range(2000):
        stuk = heel.copy()
        for _ in range(kans.randrange(1, 6)):
            stuk[kans.randrange(len(stuk))] = kans.randrange(256)
        for kaart in read_kaarten(bytes(stuk)):
            assert all(1 <= rij <= 65536 and 1 <= kolom <= 65536 for rij, kolom in kaart.vlakken)
        assert is_protected(bytes(stuk)) in (True, False)
