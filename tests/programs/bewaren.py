"""Workbooks saved by other programs: LibreOffice, Gnumeric, and the libraries that web applications use.

Each takes workbooks by name and leaves what became of them in a folder for each: `MAP/ingevuld/gnumeric.ods`.
"""

import io
import os
import re
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from tekenen import pack

from programs.kantoor import Kantoor, Werk

VAN_LIBREOFFICE = {
    "libreoffice.xlsx": "Calc MS Excel 2007 XML",
    "libreoffice-ooxml.xlsx": "Calc Office Open XML",
    "libreoffice.ods": "calc8",
    "libreoffice.xls": "MS Excel 97",
}
STRICT = "libreoffice-strict.xlsx"
VAN_GNUMERIC = {
    "gnumeric.xlsx": "Gnumeric_Excel:xlsx",
    "gnumeric-2010.xlsx": "Gnumeric_Excel:xlsx2",
    "gnumeric.ods": "Gnumeric_OpenCalc:odf",
    "gnumeric.xls": "Gnumeric_Excel:excel_biff8",
}
VAN_NODE = {
    "exceljs.xlsx": "exceljs",
    "sheetjs.xlsx": "xlsx",
    "sheetjs.ods": "ods",
    "sheetjs.xls": "biff8",
    "sheetjs.xlsb": "xlsb",
}
"""The files that each program leaves, with what it calls the format."""

BIBLIOTHEKEN = tuple(
    Path(__file__).with_name("node_modules") / naam for naam in ("exceljs", "xlsx", "@ooxml-tools/validate")
)
_SCRIPT = Path(__file__).with_name("bewaren.mjs")
_WACHTTIJD = 120
_RUIMTE = re.compile(rb"http://schemas\.openxmlformats\.org/(spreadsheetml|drawingml|officeDocument)/2006/")
_EIGENSCHAPPEN = re.compile(rb"(ooxml/officeDocument/(?:relationships/)?(?:extended|custom))-properties")
_DATUM = re.compile(rb't="n"><v>(43\d{3}(?:\.\d+)?)</v>')


def save_with_libreoffice(kantoor: Kantoor, bronnen: Mapping[str, Path], map_: Path) -> None:
    """Save each workbook in the formats of LibreOffice, and in Strict Open XML, which it reads but does not write."""
    kantoor.do([Werk(bron, elders=tuple(_targets(map_ / naam, VAN_LIBREOFFICE))) for naam, bron in bronnen.items()])
    for naam in bronnen:
        xlsx = map_ / naam / "libreoffice.xlsx"
        xlsx.with_name(STRICT).write_bytes(make_strict(xlsx.read_bytes()))


def save_with_gnumeric(ssconvert: str, bronnen: Mapping[str, Path], map_: Path) -> None:
    """Save each workbook in the formats of Gnumeric."""
    for naam, bron in bronnen.items():
        for doel, formaat in _targets(map_ / naam, VAN_GNUMERIC):
            _run([ssconvert, f"--export-type={formaat}", str(bron), str(doel)])


def save_with_node(node: str, bronnen: Mapping[str, Path], map_: Path) -> None:
    """Save each workbook with ExcelJS and in the formats of SheetJS, all in one run."""
    opdracht = [node, str(_SCRIPT)]
    for naam, bron in bronnen.items():
        for doel, wijze in _targets(map_ / naam, VAN_NODE):
            opdracht += [str(bron), wijze, str(doel)]
    _run(opdracht)


def make_strict(xlsx: bytes) -> bytes:
    """Return a workbook as Excel saves it under "Strict Open XML": other namespaces, and dates in ISO 8601."""
    with zipfile.ZipFile(io.BytesIO(xlsx)) as bron:
        return pack({naam: _strict_part(naam, bron.read(naam)) for naam in bron.namelist()})


def _strict_part(naam: str, inhoud: bytes) -> bytes:
    inhoud = _EIGENSCHAPPEN.sub(rb"\1Properties", _RUIMTE.sub(rb"http://purl.oclc.org/ooxml/\1/", inhoud))
    if naam == "xl/workbook.xml":
        return inhoud.replace(b"<workbook ", b'<workbook conformance="strict" ')
    return _DATUM.sub(_iso_datum, inhoud) if naam.startswith("xl/worksheets/") else inhoud


def _iso_datum(gevonden: re.Match[bytes]) -> bytes:
    moment = datetime(1899, 12, 30) + timedelta(days=float(gevonden[1]))
    return f't="d"><v>{moment.isoformat()}</v>'.encode()


def _targets(map_: Path, formaten: Mapping[str, str]) -> Iterator[tuple[Path, str]]:
    map_.mkdir(exist_ok=True)
    yield from ((map_ / naam, formaat) for naam, formaat in formaten.items())


def _run(opdracht: list[str]) -> None:
    """Run a program to its end, in a language of its own; raises with what it said when it did not succeed."""
    klaar = subprocess.run(
        opdracht,
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        env=os.environ | {"LC_ALL": "C.UTF-8"},
        timeout=_WACHTTIJD,
    )
    if klaar.returncode:
        raise RuntimeError(f"{Path(opdracht[0]).name} mislukte ({klaar.returncode}): {klaar.stderr[-2000:]}")
