"""The last touch on a workbook that was drawn, for what its library cannot say.

Texts that look like Excel's own codes (`_x0041_`) are escaped, every one: xlsxwriter leaves out what overlaps.

A row height that is given counts as fixed in what xlsxwriter writes; then a row would not grow when an official types
a longer answer. The same height without that mark is kept until someone edits the row, and then fitted by Excel.

The language: a program that reads a document aloud must know that it is Dutch.
"""

import io
import re
import zipfile
from collections.abc import Collection, Iterable

_RIJ = re.compile(r'<row r="(\d+)"[^>]*? customHeight="1"')
_VAN_XLSXWRITER = re.compile(rb"_x005F(_x[0-9A-Fa-f]{4}_)")
_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_TAAL = "nl-NL"
_TAAL_VAN_XLSXWRITER = re.compile(r'(<c:lang val="|<a:\w+ lang=")en-US"')
_MOMENT = (1980, 1, 1, 0, 0, 0)


def escape_codes(tekst: str) -> str:
    """Return a text in which every code of Excel, also one that overlaps the next, stands for itself."""
    return _CODE.sub("_x005F_", tekst)


def finish(xlsx: bytes) -> bytes:
    """Return the workbook with heights that may adjust; the same bytes in give the same bytes out."""
    with zipfile.ZipFile(io.BytesIO(xlsx)) as bron:
        return pack((deel.filename, _finish_part(deel.filename, bron.read(deel))) for deel in bron.infolist())


def let_rows_grow(xml: str, behalve: Collection[str] = ()) -> str:
    """Return a sheet in which no height is fixed, but for the rows with these numbers."""

    def loosen(rij: re.Match[str]) -> str:
        return rij[0] if rij[1] in behalve else rij[0].removesuffix(' customHeight="1"')

    return _RIJ.sub(loosen, xml)


def _finish_part(naam: str, inhoud: bytes) -> bytes:
    if naam.startswith("xl/worksheets/sheet"):
        return let_rows_grow(inhoud.decode()).encode()
    if naam == "xl/sharedStrings.xml" or naam.startswith("xl/comments"):
        return escape_codes(_VAN_XLSXWRITER.sub(rb"\1", inhoud).decode()).encode()
    if naam == "docProps/core.xml":
        taal = f"<dc:language>{_TAAL}</dc:language></cp:coreProperties>"
        return inhoud.replace(b"</cp:coreProperties>", taal.encode())
    if naam.startswith("xl/charts/chart"):
        return _TAAL_VAN_XLSXWRITER.sub(rf'\1{_TAAL}"', inhoud.decode()).encode()
    return inhoud


def pack(delen: Iterable[tuple[str, bytes]]) -> bytes:
    """Return parts as a zip that says nothing of when or where it was made."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        for naam, inhoud in delen:
            info = zipfile.ZipInfo(naam, _MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            doel.writestr(info, inhoud)
    return uit.getvalue()
