"""The records of an .xlsb (MS-XLSB §2.3): a map of each sheet."""

import struct
from collections.abc import Iterator

from actieplan_xl.domain.adres import KOLOMMEN, RIJEN
from actieplan_xl.reading.werkboek.kaart import FOUTEN, Kaart, Vlak
from actieplan_xl.reading.werkboek.package import Package
from actieplan_xl.reading.werkboek.relaties import read_relaties

_BLAD, _RIJ, _KOLOM, _TEKST = 156, 0, 60, 19
_FOUT, _FORMULE_FOUT = 3, 11
_WAARDEN = (2, 4, 5, 6, 7, 62)
_TEKSTFORMULE, _FORMULES = 8, (8, 9, 10)
# Cells that leave out their column, because it is the next one: Excel reads them, other programs write them.
_KORT = range(12, 19)
_KORT_LEEG, _KORTE_FOUT = 12, 14
_MET_TEKST, _MET_NUMMER = (6, 17), (7, 18)
_FORMAAT, _STIJL, _STIJLEN, _EINDE_STIJLEN = 44, 47, 617, 618


def read_kaarten(package: Package, deel: str) -> list[Kaart]:
    """Return the maps of the sheets, in the order of the list of sheets."""
    relaties = read_relaties(package, deel)
    strings = next((r.doel for r in relaties.values() if r.soort == "sharedStrings"), "xl/sharedStrings.bin")
    leeg = _empty_strings(package, strings) if strings in package else set()
    bladen = [_text(inhoud, 8) for soort, inhoud in _records(package.read(deel)) if soort == _BLAD]
    delen = [relaties[id_].doel if id_ in relaties else "" for id_ in bladen]
    return [_read_kaart(package, blad, leeg) if blad in package else Kaart() for blad in delen]


def read_formaten(package: Package, deel: str) -> tuple[list[int], dict[int, str]]:
    """Return the number format of each style, and the codes of formats by their number."""
    relaties = read_relaties(package, deel)
    styles = next((r.doel for r in relaties.values() if r.soort == "styles"), "xl/styles.bin")
    stijlen: list[int] = []
    codes: dict[int, str] = {}
    is_bezig = False
    for soort, inhoud in _records(package.read(styles)) if styles in package else ():
        is_bezig = soort == _STIJLEN or (is_bezig and soort != _EINDE_STIJLEN)
        if soort == _STIJL and is_bezig and len(inhoud) >= 4:
            stijlen.append(struct.unpack_from("<H", inhoud, 2)[0])
        elif soort == _FORMAAT and len(inhoud) >= 6:
            codes[struct.unpack_from("<H", inhoud)[0]] = _text(inhoud, 2)
    return stijlen, codes


def _empty_strings(package: Package, deel: str) -> set[int]:
    """Return the places of the shared strings that hold nothing: a cell that refers to one is empty."""
    teksten = (inhoud for soort, inhoud in _records(package.read(deel)) if soort == _TEKST)
    return {plaats for plaats, inhoud in enumerate(teksten) if _number(inhoud[1:]) == 0}


def _read_kaart(package: Package, deel: str, leeg: set[int]) -> Kaart:
    kaart = Kaart()
    rij = kolom = 0
    for soort, inhoud in _records(package.read(deel)):
        if soort == _RIJ and len(inhoud) >= 12:
            rij, kolom = struct.unpack_from("<I", inhoud)[0] + 1, 0
            if inhoud[11] & 0x10 and rij <= RIJEN:
                kaart.verborgen_rijen.add(rij)
        elif soort == _KOLOM and len(inhoud) >= 17 and inhoud[16] & 0x01:
            van, tot = struct.unpack_from("<II", inhoud)
            kaart.verborgen_kolommen.append((van + 1, min(tot + 1, KOLOMMEN)))
        elif 1 <= soort <= _KORT.stop - 1 or soort == _WAARDEN[-1]:
            kolom = kolom + 1 if soort in _KORT else _number(inhoud) + 1
            stijl = (_number(inhoud[0 if soort in _KORT else 4 :])) & 0xFFFFFF
            if not (soort in _MET_NUMMER and _number(inhoud[4 if soort in _KORT else 8 :]) in leeg):
                _note(kaart, (rij, kolom), soort, inhoud, stijl)
    return kaart


def _note(kaart: Kaart, plaats: tuple[int, int], soort: int, inhoud: bytes, stijl: int) -> None:
    begin = 4 if soort in _KORT else 8
    if soort in (*_MET_TEKST, _TEKSTFORMULE) and _number(inhoud[begin:]) == 0:
        return
    if soort in _WAARDEN or (soort in _KORT and soort not in (_KORT_LEEG, _KORTE_FOUT)):
        kaart.note(plaats, Vlak.WAARDE, stijl)
    elif soort in _FORMULES:
        kaart.note(plaats, Vlak.FORMULE, stijl)
    elif soort in (_FOUT, _KORTE_FOUT, _FORMULE_FOUT):
        kaart.note(plaats, Vlak.FORMULE_FOUT if soort == _FORMULE_FOUT else Vlak.FOUT, stijl)
        kaart.fouten[plaats] = FOUTEN.get(inhoud[begin] if len(inhoud) > begin else -1, "#FOUT")


def _records(inhoud: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield kind and content; both numbers before it are written seven bits at a time."""
    plaats = 0
    while plaats < len(inhoud):
        soort, plaats = _varint(inhoud, plaats, 2)
        lengte, plaats = _varint(inhoud, plaats, 4)
        yield soort, inhoud[plaats : plaats + lengte]
        plaats += lengte


def _varint(inhoud: bytes, plaats: int, hoogstens: int) -> tuple[int, int]:
    """A kind keeps the bit that says there is more; the numbers MS-XLSB gives are those with it taken off."""
    waarde = 0
    for nummer in range(hoogstens):
        byte = inhoud[plaats] if plaats < len(inhoud) else 0
        plaats += 1
        waarde |= (byte & 0x7F) << (7 * nummer)
        if not byte & 0x80:
            break
    return waarde, plaats


def _number(inhoud: bytes) -> int:
    return int(struct.unpack_from("<I", inhoud)[0]) if len(inhoud) >= 4 else 0


def _text(inhoud: bytes, plaats: int) -> str:
    begin = plaats + 4
    return inhoud[begin : begin + 2 * _number(inhoud[plaats:])].decode("utf-16-le", "replace")
