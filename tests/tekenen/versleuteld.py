"""Files behind a password, made for tests: packages of Excel, and old workbooks with their own kind of protection."""

import io
import random
import struct
from collections.abc import Mapping
from functools import cache
from hashlib import md5

from cryptography.hazmat.primitives.ciphers import Cipher
from msoffcrypto.format.xls97 import Xls97File
from msoffcrypto.method import rc4
from msoffcrypto.method.ecma376_agile import ECMA376Agile

from actieplan_xl.reading.werkboek.bestand import Bestand
from tekenen import draw_invulblad, pack
from tekenen.xls import draw_xls

GEHEIM = "Wachtwoord-€-ß"
PLANNING = "in 2018 gedaan"
# Packed small, the package would be under 4,096 bytes, and those the library spoils.
VULLING = {"docProps/vulling.xml": random.Random(1).randbytes(6000)}
BLAD = pack({**draw_invulblad(f"| Nr | Status | Planning |\n| 1.1.1 | voltooid | {PLANNING} |").delen(), **VULLING})
_FILEPASS = 0x002F


@cache
def encrypted(wachtwoord: str = GEHEIM, inhoud: bytes = BLAD) -> bytes:
    """Return a workbook behind a password; with few rounds, so that it opens at once."""
    return bytes(ECMA376Agile.encrypt(wachtwoord, io.BytesIO(inhoud), spin_count=10))


def damaged(wachtwoord: str = GEHEIM) -> bytes:
    """Return a workbook behind a password whose contents were spoiled on the way."""
    inhoud = bytearray(encrypted(wachtwoord))
    midden = len(inhoud) // 2
    inhoud[midden : midden + 64] = bytes(64)
    return bytes(inhoud)


def locked(wachtwoord: str = GEHEIM, naam: str = "Boekel.xlsx") -> Bestand:
    """Return a workbook behind a password as it was offered."""
    return Bestand(naam, encrypted(wachtwoord))


def encrypted_xls(wachtwoord: str, cellen: Mapping[tuple[int, int], str]) -> bytes:
    """Return an old workbook whose records are encrypted (RC4): what decrypts a stream encrypts it as well."""
    leeg = struct.pack("<HH", _FILEPASS, 54) + bytes(54)
    sleutel = struct.pack("<HH", _FILEPASS, 54) + _rc4_header(wachtwoord)
    uit = io.BytesIO()
    bestand = Xls97File(io.BytesIO(_linked(draw_xls(cellen, is_beveiligd=True)).replace(leeg, sleutel)))
    bestand.load_key(password=wachtwoord)
    bestand.decrypt(uit)
    return uit.getvalue().replace(struct.pack("<HH", 0, 54) + bytes(54), sleutel)


def _linked(container: bytes) -> bytes:
    """Let the root of a container say which stream is in it."""
    uit = bytearray(container)
    struct.pack_into("<I", uit, uit.index("Root Entry".encode("utf-16-le")) + 76, 1)
    return bytes(uit)


def _rc4_header(wachtwoord: str) -> bytes:
    zout, toets = bytes(range(16)), b"t" * 16
    versleutel = Cipher(rc4.ARC4(rc4._makekey(wachtwoord, zout, 0)), mode=None).encryptor()
    return struct.pack("<HHH", 1, 1, 1) + zout + versleutel.update(toets) + versleutel.update(md5(toets).digest())
