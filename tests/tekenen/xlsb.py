"""An .xlsb drawn for tests: one sheet of texts and numbers in the records of MS-XLSB, long or short."""

import struct
from collections.abc import Mapping

from tekenen import pack

_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKKET = "http://schemas.openxmlformats.org/package/2006/relationships"


def draw_xlsb(
    cellen: Mapping[tuple[int, int], str | float],
    naam: str = "Invulblad",
    is_kort: bool = False,
    formaten: Mapping[tuple[int, int], int | str] | None = None,
) -> bytes:
    """Return a workbook with these cells by (row, column), and number formats for some of them.

    `is_kort` writes cells as SheetJS does: without their column where that is the next one.
    """
    soorten = list(dict.fromkeys([0, *(formaten or {}).values()]))
    stijlen = {plaats: soorten.index(formaat) for plaats, formaat in (formaten or {}).items()}
    teksten = list(dict.fromkeys(waarde for waarde in cellen.values() if isinstance(waarde, str)))
    strings = record(159, struct.pack("<II", len(teksten), len(teksten)))
    strings += b"".join(record(19, b"\0" + _text(tekst)) for tekst in teksten) + record(160)
    boek = record(131) + record(143) + record(156, struct.pack("<II", 0, 1) + _text("rId1") + _text(naam))
    boek += record(144) + record(132)
    return pack(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _rels([("officeDocument", "xl/workbook.bin")]),
            "xl/workbook.bin": boek,
            "xl/_rels/workbook.bin.rels": _rels(
                [
                    ("worksheet", "worksheets/sheet1.bin"),
                    ("sharedStrings", "sharedStrings.bin"),
                    ("styles", "styles.bin"),
                ]
            ),
            "xl/worksheets/sheet1.bin": _sheet(cellen, teksten, is_kort, stijlen),
            "xl/styles.bin": _styles(soorten),
            "xl/sharedStrings.bin": strings,
        }
    )


def record(soort: int, inhoud: bytes = b"") -> bytes:
    """Return a record: kind and length seven bits at a time, then what is in it."""
    kop = bytes([soort]) if soort < 128 else bytes([soort & 0x7F | 0x80, soort >> 7])
    lengte, rest = b"", len(inhoud)
    while True:
        rest, deel = rest >> 7, rest & 0x7F
        lengte += bytes([deel | (0x80 if rest else 0)])
        if not rest:
            return kop + lengte + inhoud


def _styles(soorten: list[int | str]) -> bytes:
    """Return the styles, one for each number or code of a number format."""
    codes = {164 + n: soort for n, soort in enumerate(soorten) if isinstance(soort, str)}
    nummers = [164 + n if isinstance(soort, str) else soort for n, soort in enumerate(soorten)]
    xml = record(278) + record(615, struct.pack("<I", len(codes)))
    xml += b"".join(record(44, struct.pack("<H", nummer) + _text(code)) for nummer, code in codes.items())
    xml += record(616) + record(626, struct.pack("<I", 1)) + record(47, struct.pack("<HH", 0xFFFF, 0) + bytes(12))
    xml += record(627) + record(617, struct.pack("<I", len(nummers)))
    xml += b"".join(record(47, struct.pack("<HH", 0, nummer) + bytes(12)) for nummer in nummers)
    return xml + record(618) + record(279)


def _sheet(
    cellen: Mapping[tuple[int, int], str | float],
    teksten: list[str],
    is_kort: bool,
    stijlen: Mapping[tuple[int, int], int],
) -> bytes:
    laatste = max(rij for rij, _ in cellen), max(kolom for _, kolom in cellen)
    xml = record(129) + record(148, struct.pack("<IIII", 0, laatste[0] - 1, 0, laatste[1] - 1)) + record(145)
    for rij in sorted({rij for rij, _ in cellen}):
        xml += record(0, struct.pack("<IIHBBB", rij - 1, 0, 300, 0, 0, 0) + struct.pack("<I", 0))
        vorige = 0
        for kolom, waarde in sorted((k, w) for (r, k), w in cellen.items() if r == rij):
            kort = is_kort and vorige and kolom == vorige + 1
            stijl = stijlen.get((rij, kolom), 0)
            plek = struct.pack("<I", stijl) if kort else struct.pack("<II", kolom - 1, stijl)
            if isinstance(waarde, str):
                xml += record(18 if kort else 7, plek + struct.pack("<I", teksten.index(waarde)))
            else:
                xml += record(16 if kort else 5, plek + struct.pack("<d", waarde))
            vorige = kolom
    return xml + record(146) + record(130)


def _text(tekst: str) -> bytes:
    return struct.pack("<I", len(tekst)) + tekst.encode("utf-16-le")


def _rels(doelen: list[tuple[str, str]]) -> bytes:
    regels = "".join(
        f'<Relationship Id="rId{n}" Type="{_REL}/{soort}" Target="{doel}"/>'
        for n, (soort, doel) in enumerate(doelen, 1)
    )
    return f'<Relationships xmlns="{_PAKKET}">{regels}</Relationships>'.encode()


def _content_types() -> bytes:
    soort = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    deel = f'<Override PartName="/xl/workbook.bin" ContentType="{soort}"/>'
    standaard = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    )
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{standaard}{deel}</Types>'.encode()
