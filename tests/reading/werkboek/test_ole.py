"""The container of old Office files: what is in it, and that no sector leads a reader astray or around in circles."""

import struct
import tracemalloc
from collections.abc import Sequence

import pytest
from tekenen.ole import draw_ole

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.ole import Ole

from .olebouw import EINDE, FAT, SECTOR, STROOM, VRIJ, WORTEL, WORTELINGANG, container, ingang


def open_ole(inhoud: bytes) -> Ole:
    return Ole(Bestand("Boekel.xls", inhoud))


def damaged(inhoud: bytes, naam: str = "Workbook") -> bool:
    """Whether opening, or else reading, is refused as damage."""
    with pytest.raises(BestandError) as gevangen:
        open_ole(inhoud).read(naam)
    assert "Boekel.xls: dit bestand is beschadigd" in str(gevangen.value)
    return gevangen.value.bevinding.code is Code.BESTAND_BESCHADIGD


def test_streams_are_found_by_name_and_read_to_their_length():
    boek, ander = bytes(range(256)) * 20, b"x" * 4096

    ole = open_ole(draw_ole({"Workbook": boek, "\x05SummaryInformation": ander}))

    assert ole.namen == ["Root Entry", "Workbook", "\x05SummaryInformation"]
    assert (ole.read("Workbook"), ole.read("\x05SummaryInformation")) == (boek, ander)
    with pytest.raises(KeyError):
        ole.read("Book")


def test_a_stream_may_lie_scattered_over_the_file():
    data = b"c" * SECTOR + b"a" * SECTOR + b"b" * SECTOR

    inhoud = container([WORTELINGANG, ingang("Workbook", STROOM, 3, 1400)], data, [EINDE, 4, 2], grens=100)

    assert open_ole(inhoud).read("Workbook") == b"a" * 512 + b"b" * 512 + b"c" * 376


def with_small(omvang: int, minifat: Sequence[int], data: bytes, grens: int = 4096, klein: int = 6) -> bytes:
    """Return a container with one small stream: sector 2 holds the small ones, sector 3 what follows on which."""
    tabel = struct.pack(f"<{len(minifat)}I", *minifat).ljust(SECTOR, b"\xff")
    wortel = ingang("Root Entry", WORTEL, 2, SECTOR)
    ingangen = [wortel, ingang("Workbook", STROOM, 0, omvang)]
    return container(ingangen, data.ljust(SECTOR, b"\0") + tabel, [EINDE, EINDE], minifat=3, grens=grens, klein=klein)


def test_a_small_stream_lies_in_the_small_sectors():
    data = b"a" * 64 + b"-" * 64 + b"b" * 64

    assert open_ole(with_small(100, [2, VRIJ, EINDE], data)).read("Workbook") == b"a" * 64 + b"b" * 36


def test_a_stream_of_nothing_is_nothing():
    assert open_ole(with_small(0, [EINDE], b"x")).read("Workbook") == b""


@pytest.mark.parametrize(
    ("omvang", "minifat", "grens", "klein"),
    [
        (4000, [0], 4096, 6),
        (4000, [1, 0], 4096, 6),
        (1 << 20, [0], 0xFFFFFFFF, 6),
        (1 << 16, [0], 0xFFFFFFFF, 0),
        (4000, [7, EINDE], 4096, 6),
    ],
)
def test_small_sectors_that_run_in_a_circle_or_out_of_the_file_are_damage(omvang, minifat, grens, klein):
    assert damaged(with_small(omvang, minifat, b"x" * SECTOR, grens, klein))


@pytest.mark.parametrize("fat", [[2], [3, 2], [3, 4, 3]])
def test_sectors_that_run_in_a_circle_are_damage(fat):
    assert damaged(container([WORTELINGANG, ingang("Workbook", STROOM, 2, 5000)], b"x" * SECTOR * 3, fat))


def test_a_directory_that_runs_in_a_circle_is_damage():
    inhoud = bytearray(container([WORTELINGANG, ingang("Workbook", STROOM, 2, 5000)], b"x" * SECTOR * 10, [EINDE]))
    struct.pack_into("<I", inhoud, SECTOR + 4, 1)

    assert damaged(bytes(inhoud))


@pytest.mark.parametrize("omvang", [12, 14])
def test_a_circle_costs_no_more_than_the_file_itself(omvang):
    """A sector of the directory that follows on itself, in a file that says its sectors are large."""
    sector = 1 << omvang
    inhoud = container([WORTELINGANG], omvang=omvang)[:512].ljust(sector, b"\0")
    inhoud += struct.pack("<2I", FAT, 1).ljust(sector, b"\xff") + WORTELINGANG.ljust(sector, b"\0")

    tracemalloc.start()
    try:
        assert damaged(inhoud)
        _, hoogste = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert hoogste < 1024 * 1024


@pytest.mark.parametrize("begin", [200, 0x00FFFFFF, 0xFFFFFFF9])
def test_a_stream_that_begins_outside_the_file_is_damage(begin):
    assert damaged(container([WORTELINGANG, ingang("Workbook", STROOM, begin, 5000)]))


@pytest.mark.parametrize("soort", [2, 5])
def test_a_chain_that_leads_outside_the_file_is_damage(soort):
    inhoud = [ingang("Root Entry", WORTEL, 2, 0), ingang("Workbook", STROOM, 2, 5000)]

    assert damaged(container(inhoud if soort == WORTEL else [WORTELINGANG, inhoud[1]], b"x" * SECTOR, [1000]))


def test_a_stream_that_says_it_is_longer_than_its_sectors_is_damage():
    assert damaged(container([WORTELINGANG, ingang("Workbook", STROOM, 2, 1 << 20)], b"x" * SECTOR, [EINDE]))


@pytest.mark.parametrize("omvang", [0, 1, 3, 8, 31, 65535])
def test_sectors_of_a_size_that_does_not_exist_are_damage(omvang):
    assert damaged(
        container([WORTELINGANG, ingang("Workbook", STROOM, 2, 5000)], b"x" * 9000, [3, EINDE], omvang=omvang)
    )


def test_what_an_old_program_left_in_the_upper_half_of_a_length_is_ignored():
    """MS-CFB §2.6.3: in a file with sectors of 512 bytes only the lower half counts."""
    omvang = 0xDEAD << 32 | 700

    inhoud = container([WORTELINGANG, ingang("Workbook", STROOM, 2, omvang)], b"x" * 1024, [3, EINDE], grens=100)

    assert open_ole(inhoud).read("Workbook") == b"x" * 700


def test_sectors_of_four_thousand_bytes_exist():
    sector = 4096
    delen = (
        container([], omvang=12)[:512],
        struct.pack("<4I", FAT, EINDE, 3, EINDE).ljust(sector, b"\xff"),
        WORTELINGANG + ingang("Workbook", STROOM, 2, 5000),
        b"a" * sector,
        b"b" * sector,
    )

    ole = open_ole(b"".join(deel.ljust(sector, b"\0") for deel in delen))

    assert ole.read("Workbook") == b"a" * 4096 + b"b" * 904


def with_difat(volgende: int, data: bytes, difat: tuple[int, int] = (2, 1)) -> bytes:
    """Return a container whose table of sectors is not named in the header, but in a chain of its own: in sector 2."""
    tabel = struct.pack("<128I", 0, *[VRIJ] * 126, volgende)
    ingangen = [WORTELINGANG, ingang("Workbook", STROOM, 3, len(data))]
    return container(ingangen, tabel + data, [FAT, EINDE], fatsectoren=(), difat=difat, grens=100)


def test_the_table_of_sectors_of_a_large_file_is_found():
    assert open_ole(with_difat(EINDE, b"a" * 400)).read("Workbook") == b"a" * 400


@pytest.mark.parametrize("aantal", [1, 2, 0xFFFFFFFF])
def test_a_table_of_sectors_that_runs_in_a_circle_ends(aantal):
    assert open_ole(with_difat(2, b"a" * 400, (2, aantal))).read("Workbook") == b"a" * 400


@pytest.mark.parametrize("difat", [(1000, 1), (0x00FFFFFF, 9), (EINDE, 1), (2, 0)])
def test_a_table_of_sectors_outside_the_file_is_damage(difat):
    assert damaged(with_difat(EINDE, b"a" * 400, difat))


def test_a_table_of_sectors_that_leads_on_to_outside_the_file_is_damage():
    assert damaged(with_difat(1000, b"a" * 400, (2, 2)))


@pytest.mark.parametrize("lengte", [8, 20, 30, 75, 100, 511, 512, 700, 1024, 1500, 2000])
def test_a_container_that_was_cut_off_is_damage(lengte):
    heel = draw_ole({"Workbook": bytes(range(256)) * 20})

    assert damaged(heel[:lengte])


def test_a_stream_that_was_cut_off_is_damage_and_not_half_read():
    heel = draw_ole({"Workbook": bytes(range(256)) * 20})

    for lengte in range(len(heel) - 5000, len(heel), 500):
        assert damaged(heel[:lengte])


def test_a_directory_without_a_root_or_with_entries_of_nothing_is_read():
    data = b"x" * SECTOR

    ole = open_ole(container([bytes(128), ingang("Workbook", STROOM, 2, 500)], data, [EINDE], grens=100))

    assert (ole.namen, ole.read("Workbook")) == (["Workbook"], b"x" * 500)


@pytest.mark.parametrize(
    ("lengte", "naam"),
    [(0, ""), (1, ""), (2, ""), (3, "\ufffd"), (6, "Wo"), (64, "Workbook".ljust(31, "\0")), (65535, None)],
)
def test_a_name_of_a_senseless_length_stays_within_its_entry(lengte, naam):
    [_, gelezen] = open_ole(container([WORTELINGANG, ingang("Workbook", STROOM, 2, 500, lengte=lengte)])).namen

    assert gelezen == (naam if naam is not None else "Workbook".ljust(31, "\0"))


def test_a_name_with_half_a_character_is_read_as_far_as_it_goes():
    stuk = bytearray(ingang("Workbook", STROOM, 2, 500))
    stuk[2:4] = b"\x00\xd8"

    assert open_ole(container([WORTELINGANG, bytes(stuk)])).namen[1] == "W\ufffdrkbook"


def test_thousands_of_entries_are_read():
    ingangen = [WORTELINGANG, *[ingang(f"S{n}", STROOM, EINDE, 0) for n in range(2000)]]
    sectoren = b"".join(ingangen).ljust(501 * SECTOR, b"\0")
    kop = container([], fatsectoren=range(4))[:512]
    kop = kop[:48] + struct.pack("<I", 4) + kop[52:]
    fat = [FAT] * 4 + [*range(5, 505), EINDE]
    inhoud = kop + struct.pack("<512I", *fat, *[VRIJ] * (512 - len(fat))) + sectoren

    assert len(open_ole(inhoud).namen) == 2001
