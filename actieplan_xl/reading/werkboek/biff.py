"""The records of an .xls (BIFF5 and BIFF8, MS-XLS §2.4): a map of each sheet, and whether it is behind a password."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from actieplan_xl.reading.werkboek.kaart import FOUTEN, Kaart, Vlak

_BOF, _EOF, _BLAD, _WACHTWOORD = 0x0809, 0x000A, 0x0085, 0x002F
_TEKST = (0x00FD, 0x0204, 0x00D6)
_GETAL = (0x0203, 0x027E)
_GETALLEN, _BOOL_OF_FOUT, _FORMULE = 0x00BD, 0x0205, (0x0006, 0x0206, 0x0406)
_OPMERKING, _RIJ, _KOLOM = 0x001C, 0x0208, 0x007D
_RIJ_VERBORGEN, _KOLOM_VERBORGEN = 0x20, 0x01


class Record(NamedTuple):
    """One record: its kind and what is in it."""

    soort: int
    inhoud: bytes


def is_protected(stroom: bytes) -> bool:
    """Whether the records after the first few are encrypted."""
    return any(record.soort == _WACHTWOORD for record, _ in zip(_records(stroom, 0), range(20), strict=False))


def read_kaarten(stroom: bytes) -> list[Kaart]:
    """Return the maps of the sheets, in the order of the list of sheets; charts and macros have an empty one."""
    begin = [
        struct.unpack_from("<I", record.inhoud)[0]
        for record in _until_end(stroom, 0)
        if record.soort == _BLAD and len(record.inhoud) >= 4
    ]
    return [_read_kaart(stroom, plaats) for plaats in begin]


def _read_kaart(stroom: bytes, begin: int) -> Kaart:
    kaart = Kaart()
    for soort, inhoud in _until_end(stroom, begin):
        if soort == _OPMERKING:
            kaart.opmerkingen += 1
        elif len(inhoud) >= 6:
            _note(kaart, soort, inhoud)
    return kaart


def _note(kaart: Kaart, soort: int, inhoud: bytes) -> None:
    rij, kolom = struct.unpack_from("<HH", inhoud)
    plaats = (rij + 1, kolom + 1)
    if soort in _TEKST:
        kaart.vlakken[plaats] = Vlak.TEKST
    elif soort in _GETAL:
        kaart.vlakken[plaats] = Vlak.WAARDE
    elif soort == _GETALLEN:
        laatste = struct.unpack_from("<H", inhoud, len(inhoud) - 2)[0]
        kaart.vlakken.update({(rij + 1, k + 1): Vlak.WAARDE for k in range(kolom, min(laatste, 255) + 1)})
    elif soort == _BOOL_OF_FOUT and len(inhoud) >= 8:
        kaart.vlakken[plaats] = Vlak.FOUT if inhoud[7] else Vlak.WAARDE
        if inhoud[7]:
            kaart.fouten[plaats] = FOUTEN.get(inhoud[6], "#FOUT")
    elif soort in _FORMULE and len(inhoud) >= 14:
        # A result that is no number has FFFF at its end and says in its first byte what it is; 2 is an error.
        is_fout = inhoud[12:14] == b"\xff\xff" and inhoud[6] == 2
        kaart.vlakken[plaats] = Vlak.FORMULE_FOUT if is_fout else Vlak.FORMULE
        if is_fout:
            kaart.fouten[plaats] = FOUTEN.get(inhoud[8], "#FOUT")
    elif soort == _RIJ and len(inhoud) >= 14 and inhoud[12] & _RIJ_VERBORGEN:
        kaart.verborgen_rijen.add(rij + 1)
    elif soort == _KOLOM and len(inhoud) >= 10 and inhoud[8] & _KOLOM_VERBORGEN:
        kaart.verborgen_kolommen.append((rij + 1, min(kolom, 255) + 1))


def _until_end(stroom: bytes, begin: int) -> Iterator[Record]:
    """Yield the records of one part; a chart inside it has a beginning and an end of its own."""
    diepte = 0
    for record in _records(stroom, begin):
        diepte += (record.soort == _BOF) - (record.soort == _EOF)
        if diepte <= 0:
            return
        if diepte == 1:
            yield record


def _records(stroom: bytes, plaats: int) -> Iterator[Record]:
    while plaats + 4 <= len(stroom):
        soort, lengte = struct.unpack_from("<HH", stroom, plaats)
        yield Record(soort, stroom[plaats + 4 : plaats + 4 + lengte])
        plaats += 4 + lengte
