"""The records of an .xls (BIFF5 and BIFF8, MS-XLS §2.4): a map of each sheet, and whether it is behind a password."""

import math
import struct
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from actieplan_xl.domain.adres import Plaats
from actieplan_xl.reading.werkboek import grenzen
from actieplan_xl.reading.werkboek.biffteksten import find_filled
from actieplan_xl.reading.werkboek.cells import Cell, Soort
from actieplan_xl.reading.werkboek.kaart import FOUTEN, Kaart, Vlak

_BOF, _EOF, _BLAD, _WACHTWOORD = 0x0809, 0x000A, 0x0085, 0x002F
_GEDEELD, _TEKST = 0x00FD, (0x0204, 0x00D6)
_TEKSTEN, _VERVOLG, _FORMAAT, _STIJL = 0x00FC, 0x003C, 0x041E, 0x00E0
_VOORWERP, _TEKST_IN_VOORWERP, _OPMERKINGVOORWERP = 0x005D, 0x01B6, 0x19
_GETAL = (_DUBBEL, _KORT) = (0x0203, 0x027E)
_GETALLEN, _BOOL_OF_FOUT, _FORMULE = 0x00BD, 0x0205, (0x0006, 0x0206, 0x0406)
_OPMERKING, _RIJ, _KOLOM = 0x001C, 0x0208, 0x007D
_JAARTELLING = 0x0022
_EEN_FOUT, _NIETS, _GEEN_GETAL = 2, 3, b"\xff\xff"
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
    begin: list[int] = []
    tabel: list[bytes] = []
    vorige = 0
    for soort, inhoud in _until_end(stroom, 0):
        if soort == _BLAD and len(inhoud) >= 4:
            begin.append(struct.unpack_from("<I", inhoud)[0])
        elif soort == _TEKSTEN or (soort == _VERVOLG and vorige == _TEKSTEN):
            tabel.append(inhoud)
        vorige = soort if soort != _VERVOLG else vorige
    gevuld = find_filled(tabel)
    kaarten: dict[int, Kaart] = {}
    over = grenzen.CELLEN + 1
    for plaats, blad in _cut(stroom, begin):
        kaarten[plaats] = _read_kaart(blad, gevuld, over)
        over -= len(kaarten[plaats].vlakken)
    return [kaarten.get(plaats, Kaart()) for plaats in begin]


def _cut(stroom: bytes, begin: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    """Yield each sheet with where it begins. It ends where the next begins, so that no record is looked at twice."""
    for plaats, volgende in pairwise(sorted({*begin, len(stroom)})):
        yield plaats, stroom[plaats:volgende]


def read_formaten(stroom: bytes) -> tuple[list[int], dict[int, str]]:
    """Return the number format of each style, and the codes of formats by their number."""
    stijlen: list[int] = []
    codes: dict[int, str] = {}
    for soort, inhoud in _until_end(stroom, 0):
        if soort == _STIJL and len(inhoud) >= 4:
            stijlen.append(struct.unpack_from("<H", inhoud, 2)[0])
        elif soort == _FORMAAT and len(inhoud) >= 5:
            nummer, lengte, hoe = struct.unpack_from("<HHB", inhoud)
            ruw = inhoud[5 : 5 + lengte * (1 + (hoe & 1))]
            codes[nummer] = ruw.decode("utf-16-le" if hoe & 1 else "latin-1", "replace")
    return stijlen, codes


def is_1904(stroom: bytes) -> bool:
    """Whether days are counted from 1904, as on an old Mac."""
    records = _until_end(stroom, 0)
    return any(soort == _JAARTELLING and inhoud[:1] == b"\1" for soort, inhoud in records)


def read_getallen(stroom: bytes, stijlen: Collection[int]) -> list[dict[Plaats, Cell]]:
    """Return the cells with a number that have one of these styles, per sheet in the order of the list of sheets."""
    begin = [
        struct.unpack_from("<I", inhoud)[0]
        for soort, inhoud in _until_end(stroom, 0)
        if soort == _BLAD and len(inhoud) >= 4
    ]
    gevonden = {
        plaats: {cel: _number_cell(getal, stijl) for cel, stijl, getal in _find_numbers(blad) if stijl in stijlen}
        for plaats, blad in _cut(stroom, begin)
    }
    return [gevonden.get(plaats, {}) for plaats in begin]


def _number_cell(getal: float, stijl: int) -> Cell:
    if not math.isfinite(getal):
        return Cell(Soort.VREEMD, repr(getal))
    return Cell(Soort.GETAL, repr(int(getal) if getal.is_integer() else getal), stijl)


def _find_numbers(stroom: bytes) -> Iterator[tuple[Plaats, int, float]]:
    """Yield place, style and value of every number on a sheet, also when a formula gave it."""
    for soort, inhoud in _until_end(stroom, 0):
        if soort == _GETALLEN and len(inhoud) >= 12:
            rij, kolom = struct.unpack_from("<HH", inhoud)
            paren = struct.iter_unpack("<HI", inhoud[4 : 4 + (len(inhoud) - 6) // 6 * 6])
            for nummer, (stijl, kort) in enumerate(paren):
                yield (rij + 1, kolom + 1 + nummer), stijl, _unfold(kort)
        elif soort == _KORT and len(inhoud) >= 10:
            rij, kolom, stijl, kort = struct.unpack_from("<HHHI", inhoud)
            yield (rij + 1, kolom + 1), stijl, _unfold(kort)
        elif len(inhoud) >= 14 and (soort == _DUBBEL or (soort in _FORMULE and inhoud[12:14] != _GEEN_GETAL)):
            rij, kolom, stijl, getal = struct.unpack_from("<HHHd", inhoud)
            yield (rij + 1, kolom + 1), stijl, getal


def _unfold(kort: int) -> float:
    """Return a number that was folded into four bytes: whole or half a double, perhaps times a hundred."""
    geheel: int = struct.unpack("<i", struct.pack("<I", kort))[0] >> 2
    getal: float = geheel if kort & 2 else struct.unpack("<d", struct.pack("<Q", (kort & ~3) << 32))[0]
    return float(getal / 100 if kort & 1 else getal)


def _read_kaart(stroom: bytes, gevuld: Sequence[bool], over: int) -> Kaart:
    kaart = Kaart()
    voorwerp = 0
    for soort, inhoud in _until_end(stroom, 0):
        if soort == _OPMERKING:
            kaart.opmerkingen += 1
        elif soort == _VOORWERP and len(inhoud) >= 6:
            voorwerp = inhoud[4]
        elif soort == _TEKST_IN_VOORWERP and len(inhoud) >= 12 and voorwerp != _OPMERKINGVOORWERP:
            kaart.tekstvakken += struct.unpack_from("<H", inhoud, 10)[0] > 0
        elif len(inhoud) >= 6:
            _note(kaart, soort, inhoud, gevuld)
        if len(kaart.vlakken) > over:
            break
    return kaart


def _note(kaart: Kaart, soort: int, inhoud: bytes, gevuld: Sequence[bool]) -> None:
    rij, kolom, stijl = struct.unpack_from("<HHH", inhoud)
    plaats = (rij + 1, kolom + 1)
    if soort in _GETAL or (soort in (*_TEKST, _GEDEELD) and _has_text(soort, inhoud, gevuld)):
        kaart.note(plaats, Vlak.WAARDE, stijl)
    elif soort == _GETALLEN:
        _note_numbers(kaart, plaats, inhoud)
    elif soort == _BOOL_OF_FOUT and len(inhoud) >= 8:
        kaart.note(plaats, Vlak.FOUT if inhoud[7] else Vlak.WAARDE, stijl)
        if inhoud[7]:
            kaart.fouten[plaats] = FOUTEN.get(inhoud[6], "#FOUT")
    elif soort in _FORMULE and len(inhoud) >= 14:
        _note_formula(kaart, plaats, inhoud, stijl)
    elif soort == _RIJ and len(inhoud) >= 14 and inhoud[12] & _RIJ_VERBORGEN:
        kaart.verborgen_rijen.add(rij + 1)
    elif soort == _KOLOM and len(inhoud) >= 10 and inhoud[8] & _KOLOM_VERBORGEN:
        kaart.verborgen_kolommen.append((rij + 1, min(kolom, 255) + 1))


def _has_text(soort: int, inhoud: bytes, gevuld: Sequence[bool]) -> bool:
    if soort == _GEDEELD:
        nummer = struct.unpack_from("<I", inhoud, 6)[0] if len(inhoud) >= 10 else -1
        return not 0 <= nummer < len(gevuld) or gevuld[nummer]
    return len(inhoud) >= 8 and bool(struct.unpack_from("<H", inhoud, 6)[0])


def _note_numbers(kaart: Kaart, plaats: Plaats, inhoud: bytes) -> None:
    """Note numbers next to each other: a style and a number each, and the last column at the end."""
    rij, kolom = plaats
    laatste = struct.unpack_from("<H", inhoud, len(inhoud) - 2)[0] + 1
    for nummer in range(min(laatste - kolom + 1, (len(inhoud) - 6) // 6)):
        kaart.note((rij, kolom + nummer), Vlak.WAARDE, struct.unpack_from("<H", inhoud, 4 + 6 * nummer)[0])


def _note_formula(kaart: Kaart, plaats: Plaats, inhoud: bytes, stijl: int) -> None:
    """A result that is no number has FFFF at its end and says in its first byte what it is: 2 an error, 3 nothing."""
    wat = inhoud[6] if inhoud[12:14] == _GEEN_GETAL else None
    if wat != _NIETS:
        kaart.note(plaats, Vlak.FORMULE_FOUT if wat == _EEN_FOUT else Vlak.FORMULE, stijl)
    if wat == _EEN_FOUT:
        kaart.fouten[plaats] = FOUTEN.get(inhoud[8], "#FOUT")


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
