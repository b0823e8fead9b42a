"""The container of old Office files, drawn for tests: streams of at least one page each, in sectors of 512 bytes."""

import struct
from collections.abc import Mapping

_VRIJ, _EINDE, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR = 512
KENMERK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def draw_ole(stromen: Mapping[str, bytes]) -> bytes:
    """Return a container with these streams; each is padded so that none of them is a small one."""
    delen = {naam: _padded(inhoud) for naam, inhoud in stromen.items()}
    aantal = sum(len(inhoud) // _SECTOR for inhoud in delen.values())
    mapsectoren = -(-(len(delen) + 1) // 4)
    fatsectoren = -(-(aantal + mapsectoren + 40) // 128)
    fat = [_FAT] * fatsectoren + _chain(fatsectoren, mapsectoren)
    ingangen = [_entry("Root Entry", 5, _EINDE, 0)]
    plaats = fatsectoren + mapsectoren
    for naam, inhoud in delen.items():
        ingangen.append(_entry(naam, 2, plaats, max(len(stromen[naam]), 4096)))
        fat += _chain(plaats, len(inhoud) // _SECTOR)
        plaats += len(inhoud) // _SECTOR
    fat += [_VRIJ] * (fatsectoren * 128 - len(fat))
    ingangen += [bytes(128)] * (mapsectoren * 4 - len(ingangen))
    kop = KENMERK + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    kop += struct.pack("<9I", 0, fatsectoren, fatsectoren, 0, 4096, _EINDE, 0, _EINDE, 0)
    kop += struct.pack("<109I", *range(fatsectoren), *[_VRIJ] * (109 - fatsectoren))
    return kop + struct.pack(f"<{len(fat)}I", *fat) + b"".join(ingangen) + b"".join(delen.values())


def _padded(inhoud: bytes) -> bytes:
    return inhoud.ljust(max(4096, -(-len(inhoud) // _SECTOR) * _SECTOR), b"\0")


def _chain(begin: int, aantal: int) -> list[int]:
    return [*range(begin + 1, begin + aantal), _EINDE]


def _entry(naam: str, soort: int, begin: int, omvang: int) -> bytes:
    tekst = naam.encode("utf-16-le")
    kop = tekst.ljust(64, b"\0") + struct.pack("<HBBIII", len(tekst) + 2, soort, 1, _VRIJ, _VRIJ, _VRIJ)
    return (kop + bytes(36) + struct.pack("<IQ", begin, omvang)).ljust(128, b"\0")
