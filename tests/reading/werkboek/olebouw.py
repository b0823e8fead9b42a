"""Containers of old Office files, drawn sector by sector for tests that lead a reader astray in them."""

import struct
from collections.abc import Sequence

from tekenen.ole import KENMERK

VRIJ, EINDE, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
STROOM, WORTEL = 2, 5
SECTOR = 512


def ingang(
    naam: str, soort: int, begin: int, omvang: int, verder: tuple[int, int, int] = (VRIJ, VRIJ, VRIJ), lengte: int = -1
) -> bytes:
    """Return one entry of the directory; `verder` are the entries to its left, to its right and inside it."""
    tekst = naam.encode("utf-16-le")
    lengte = len(tekst) + 2 if lengte < 0 else lengte
    kop = tekst.ljust(64, b"\0") + struct.pack("<HBBIII", lengte, soort, 1, *verder)
    return (kop + bytes(36) + struct.pack("<IQ", begin, omvang)).ljust(128, b"\0")


def container(
    ingangen: Sequence[bytes],
    data: bytes = b"",
    fat: Sequence[int] = (),
    *,
    minifat: int = EINDE,
    grens: int = 4096,
    difat: tuple[int, int] = (EINDE, 0),
    fatsectoren: Sequence[int] = (0,),
    omvang: int = 9,
    klein: int = 6,
) -> bytes:
    """Return a container: the table of sectors in sector 0, the directory in sector 1, `data` from sector 2 on.

    `fat` says what follows on the sectors from 2 on.
    """
    kop = KENMERK + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, omvang, klein) + bytes(6)
    kop += struct.pack("<9I", 0, 1, 1, 0, grens, minifat, 1, *difat)
    kop += struct.pack("<109I", *fatsectoren, *[VRIJ] * (109 - len(fatsectoren)))
    vol = [FAT, EINDE, *fat]
    tabel = struct.pack("<128I", *vol, *[VRIJ] * (128 - len(vol)))
    return kop + tabel + b"".join(ingangen).ljust(SECTOR, b"\0") + data


WORTELINGANG = ingang("Root Entry", WORTEL, EINDE, 0)
