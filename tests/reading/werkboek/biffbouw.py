"""Records of an .xls, put together for tests: sheets of any kind, cells in every form, and what precedes them."""

import struct
from collections.abc import Iterable
from typing import NamedTuple

from tekenen.ole import draw_ole

EINDE = b"\x0a\x00\x00\x00"


class Blad(NamedTuple):
    """One sheet: its records between beginning and end. `soort` is 0 for cells, 1 for macros, 2 for a chart."""

    records: bytes = b""
    naam: str = "Blad"
    staat: int = 0
    soort: int = 0
    slot: bytes = EINDE


def draw_boek(*bladen: Blad, voor: bytes = b"", vba: bool = False) -> bytes:
    """Return a workbook with these sheets; `voor` are records of the workbook as a whole."""
    return draw_ole({"Workbook": draw_stroom(*bladen, voor=voor), **({"_VBA_PROJECT_CUR": b"x"} if vba else {})})


def draw_stroom(*bladen: Blad, voor: bytes = b"") -> bytes:
    """Return the records of such a workbook, without the container around them."""
    begin = bof(5) + voor
    plaats = len(begin) + sum(len(_boundsheet(0, blad)) for blad in bladen) + len(EINDE)
    lijst, rest = b"", b""
    for blad in bladen:
        lijst += _boundsheet(plaats + len(rest), blad)
        rest += bof({0: 0x10, 1: 0x40, 2: 0x20}.get(blad.soort, 0x10)) + blad.records + blad.slot
    return begin + lijst + EINDE + rest


def record(soort: int, inhoud: bytes = b"") -> bytes:
    """Return one record."""
    return struct.pack("<HH", soort, len(inhoud)) + inhoud


def bof(soort: int) -> bytes:
    """Return the beginning of a workbook (5), a sheet (0x10), a chart (0x20)."""
    return record(0x0809, struct.pack("<HHHHII", 0x0600, soort, 0x0DBB, 0x07CC, 0x41, 0x06))


def plek(rij: int, kolom: int, stijl: int = 0) -> bytes:
    """Return what every cell begins with."""
    return struct.pack("<HHH", rij - 1, kolom - 1, stijl)


def tekst(waarde: str) -> bytes:
    """Return a text with its length before it."""
    ruw = waarde.encode("utf-16-le", "surrogatepass")
    return struct.pack("<HB", len(ruw) // 2, 1) + ruw


def label(rij: int, kolom: int, waarde: str) -> bytes:
    """Return a cell with its own text."""
    return record(0x0204, plek(rij, kolom) + tekst(waarde))


def gedeeld(rij: int, kolom: int, nummer: int) -> bytes:
    """Return a cell that refers to a shared text."""
    return record(0x00FD, plek(rij, kolom) + struct.pack("<I", nummer))


def teksten(waarden: Iterable[str]) -> bytes:
    """Return the shared texts."""
    waarden = list(waarden)
    return record(0x00FC, struct.pack("<II", len(waarden), len(waarden)) + b"".join(map(tekst, waarden)))


def getal(rij: int, kolom: int, waarde: float, stijl: int = 0) -> bytes:
    """Return a cell with a number."""
    return record(0x0203, plek(rij, kolom, stijl) + struct.pack("<d", waarde))


def formule(rij: int, kolom: int, uitkomst: bytes, soort: int = 0x0006) -> bytes:
    """Return a formula with its outcome: eight bytes."""
    return record(soort, plek(rij, kolom) + uitkomst + struct.pack("<HIH", 0, 0, 3) + b"\x1e\x01\x00")


def bijzonder(soort: int, waarde: int = 0) -> bytes:
    """Return an outcome that is no number: a text that follows (0), a truth (1), an error (2), an empty text (3)."""
    return bytes([soort, 0, waarde, 0, 0, 0, 0xFF, 0xFF])


def stijlen(*formaten: int | str) -> bytes:
    """Return a style for each number format, by its number or its code."""
    codes = [formaat for formaat in formaten if isinstance(formaat, str)]
    uit = b"".join(record(0x041E, struct.pack("<H", 164 + n) + tekst(code)) for n, code in enumerate(codes))
    for formaat in formaten:
        nummer = 164 + codes.index(formaat) if isinstance(formaat, str) else formaat
        uit += record(0x00E0, struct.pack("<HH", 0, nummer) + bytes(16))
    return uit


def _boundsheet(plaats: int, blad: Blad) -> bytes:
    naam = blad.naam.encode("utf-16-le")
    return record(0x0085, struct.pack("<IBB", plaats, blad.staat, blad.soort) + bytes([len(naam) // 2, 1]) + naam)
