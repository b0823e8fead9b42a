"""A witness: which marks stand in cells of a workbook, seen in a way that has nothing to do with our reader.

It looks with the standard library's own XML reader, in every part that is a sheet, and knows of no rules but the
simplest. What it cannot see, it says nothing of.
"""

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

from mutaties.grondstof import MERK

_KAPOT = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    OSError,
    ValueError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)
_SPREADSHEET = ("spreadsheetml", "opendocument")


def marks_in_cells(inhoud: bytes) -> dict[str, str]:
    """Return the marks that stand in a cell, each with the address of its cell where that is known."""
    delen = _parts(inhoud)
    gedeeld = _shared(delen)
    merken: dict[str, str] = {}
    for naam, wortel in delen.items():
        if "worksheets/sheet" in naam.lower() or naam.lower() == "content.xml":
            for cel, tekst in _texts(wortel, gedeeld):
                merken.update(dict.fromkeys(MERK.findall(tekst), cel))
    return merken


def _parts(inhoud: bytes) -> dict[str, ElementTree.Element]:
    delen: dict[str, ElementTree.Element] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as boek:
            for naam in boek.namelist():
                try:
                    delen[naam.replace("\\", "/")] = ElementTree.fromstring(boek.read(naam))
                except (ElementTree.ParseError, ValueError, LookupError):
                    continue
    except _KAPOT:
        return {}
    return delen


def _shared(delen: dict[str, ElementTree.Element]) -> list[str]:
    for naam, wortel in delen.items():
        if naam.lower().endswith("sharedstrings.xml"):
            return ["".join(_own_texts(si)) for si in wortel if _name(si) == "si"]
    return []


def _own_texts(element: ElementTree.Element) -> Iterator[str]:
    """The text of a string: what stands in its `t`, except where it says how to pronounce it."""
    for kind in element:
        if _name(kind) == "t":
            yield kind.text or ""
        elif _name(kind) == "r":
            yield from _own_texts(kind)


def _texts(wortel: ElementTree.Element, gedeeld: list[str]) -> Iterator[tuple[str, str]]:
    for data in wortel.iter():
        if _name(data) == "sheetData":
            for cel in (cel for rij in data if _name(rij) == "row" for cel in rij if _name(cel) == "c"):
                yield cel.get("r", ""), _of_cell(cel, gedeeld)
        elif _name(data) == "table-cell":
            yield "", "".join(tekst for alinea in data if _name(alinea) == "p" for tekst in alinea.itertext())


def _of_cell(cel: ElementTree.Element, gedeeld: list[str]) -> str:
    soort = cel.get("t", "n")
    for kind in cel:
        if _name(kind) == "v" and soort == "s":
            nummer = (kind.text or "").strip()
            return gedeeld[int(nummer)] if nummer.isascii() and nummer.isdigit() and int(nummer) < len(gedeeld) else ""
        if _name(kind) == "v":
            return kind.text or ""
        if _name(kind) == "is":
            return "".join(_own_texts(kind))
    return ""


def _name(element: ElementTree.Element) -> str:
    """The name of an element, in the namespaces of spreadsheets or in none."""
    if not isinstance(element.tag, str):
        return ""
    ruimte, _, naam = element.tag.rpartition("}")
    return naam if not ruimte or any(woord in ruimte for woord in (*_SPREADSHEET, "purl.oclc.org")) else ""
