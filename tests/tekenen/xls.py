"""An .xls drawn for tests: one sheet in the records of BIFF8, in its container."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass

from tekenen.ole import draw_ole


@dataclass(frozen=True)
class XlsCel:
    """One cell: a text, a number, an error by its number, or a formula with its outcome."""

    waarde: str | float | bool = ""
    fout: int | None = None
    is_formule: bool = False


def draw_xls(
    cellen: Mapping[tuple[int, int], str | XlsCel],
    naam: str = "Invulblad",
    *,
    opmerkingen: int = 0,
    verborgen_rij: int = 0,
    extra: Mapping[str, bytes] | None = None,
    is_beveiligd: bool = False,
) -> bytes:
    """Return a workbook with these cells by (row, column)."""
    blad = _bof(0x10)
    if verborgen_rij:
        blad += _record(0x0208, struct.pack("<HHHHHHHH", verborgen_rij - 1, 0, 9, 300, 0, 0, 0x20, 0))
    for (rij, kolom), cel in sorted(cellen.items()):
        blad += _cell(rij - 1, kolom - 1, cel if isinstance(cel, XlsCel) else XlsCel(cel))
    blad += b"".join(_record(0x001C, struct.pack("<HHHH", n, 0, 0, n + 1) + b"\0\0\0\0") for n in range(opmerkingen))
    blad += _record(0x000A)
    boek = _bof(0x05) + (_record(0x002F, bytes(54)) if is_beveiligd else b"")
    plaats = len(boek) + len(_boundsheet(0, naam)) + 4
    boek += _boundsheet(plaats, naam) + _record(0x000A)
    return draw_ole({"Workbook": boek + blad, **(extra or {})})


def _cell(rij: int, kolom: int, cel: XlsCel) -> bytes:
    plek = struct.pack("<HHH", rij, kolom, 0)
    if cel.is_formule:
        return _formula(plek, cel)
    if cel.fout is not None:
        return _record(0x0205, plek + bytes([cel.fout, 1]))
    if isinstance(cel.waarde, bool):
        return _record(0x0205, plek + bytes([cel.waarde, 0]))
    if isinstance(cel.waarde, str):
        return _record(0x0204, plek + _text(cel.waarde))
    return _record(0x0203, plek + struct.pack("<d", cel.waarde))


def _formula(plek: bytes, cel: XlsCel) -> bytes:
    staart = struct.pack("<HIH", 0, 0, 3) + b"\x1e\x01\x00"  # the number 1 as parsed formula
    if cel.fout is not None:
        return _record(0x0006, plek + bytes([2, 0, cel.fout, 0, 0, 0, 0xFF, 0xFF]) + staart)
    if isinstance(cel.waarde, str):
        uitkomst = bytes([0 if cel.waarde else 3, 0, 0, 0, 0, 0, 0xFF, 0xFF])
        tekst = _record(0x0207, _text(cel.waarde)) if cel.waarde else b""
        return _record(0x0006, plek + uitkomst + staart) + tekst
    return _record(0x0006, plek + struct.pack("<d", cel.waarde) + staart)


def _bof(soort: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, soort, 0x0DBB, 0x07CC, 0x41, 0x06))


def _boundsheet(plaats: int, naam: str) -> bytes:
    return _record(0x0085, struct.pack("<IBB", plaats, 0, 0) + bytes([len(naam), 1]) + naam.encode("utf-16-le"))


def _text(tekst: str) -> bytes:
    return struct.pack("<HB", len(tekst), 1) + tekst.encode("utf-16-le")


def _record(soort: int, inhoud: bytes = b"") -> bytes:
    return struct.pack("<HH", soort, len(inhoud)) + inhoud
