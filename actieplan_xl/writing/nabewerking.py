"""The last touch on a workbook that was drawn, for what its library cannot say.

A row height that is given counts as fixed in what xlsxwriter writes; then a row would not grow when an official types
a longer answer. The same height without that mark is kept until someone edits the row, and then fitted by Excel.
"""

import io
import re
import zipfile

_RIJ = re.compile(rb'(<row [^>]*?) customHeight="1"')
_MOMENT = (1980, 1, 1, 0, 0, 0)


def finish(xlsx: bytes) -> bytes:
    """Return the workbook with heights that may adjust; the same bytes in give the same bytes out."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx)) as bron, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        for deel in bron.infolist():
            inhoud = bron.read(deel)
            if deel.filename.startswith("xl/worksheets/sheet"):
                inhoud = _RIJ.sub(rb"\1", inhoud)
            info = zipfile.ZipInfo(deel.filename, _MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            doel.writestr(info, inhoud)
    return uit.getvalue()
