"""The last touch on a workbook that was drawn, for what its library cannot say.

Texts that look like two of Excel's own codes in one (`_x0041_x0042_`) are escaped whole.

A row height that is given counts as fixed in what xlsxwriter writes; then a row would not grow when an official types
a longer answer. The same height without that mark is kept until someone edits the row, and then fitted by Excel.
"""

import io
import re
import zipfile

_RIJ = re.compile(rb'(<row [^>]*?) customHeight="1"')
_GEDEELD = re.compile(rb"(_x005F_x[0-9A-Fa-f]{4})(?=_x[0-9A-Fa-f]{4}_)(?!_x005F_x)")
_MOMENT = (1980, 1, 1, 0, 0, 0)


def _escape_shared_underscores(inhoud: bytes) -> bytes:
    """Escape every code of two that share an underscore: xlsxwriter escapes `_x0041_x0042_` once, Excel reads twice."""
    while (beter := _GEDEELD.sub(rb"\1_x005F", inhoud)) != inhoud:
        inhoud = beter
    return inhoud


def finish(xlsx: bytes) -> bytes:
    """Return the workbook with heights that may adjust; the same bytes in give the same bytes out."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx)) as bron, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        for deel in bron.infolist():
            inhoud = bron.read(deel)
            if deel.filename.startswith("xl/worksheets/sheet"):
                inhoud = _RIJ.sub(rb"\1", inhoud)
            elif deel.filename == "xl/sharedStrings.xml":
                inhoud = _escape_shared_underscores(inhoud)
            info = zipfile.ZipInfo(deel.filename, _MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            doel.writestr(info, inhoud)
    return uit.getvalue()
