"""What openpyxl leaves behind in a workbook it saved, put right again.

It writes formulas without their outcome, so that a viewer that does not calculate shows nothing, and an answer that
was a formula would be gone. It writes the name of who saved the file, and the moment of now. And it drops the mark
that a number in a text cell is meant.
"""

import io
import re
import zipfile
from xml.sax.saxutils import escape

from actieplan_xl.domain.adres import parse_adres
from actieplan_xl.reading.werkboek.boek import Sheet, Werkboek
from actieplan_xl.reading.werkboek.cells import Cell, Soort
from actieplan_xl.writing.nabewerking import finish

_FORMULE = re.compile(r'<c r="([A-Z]+\d+)"((?: s="\d+")?)>(<f[^>]*>[^<]*</f>|<f[^>]*/>)(?:<v ?/>|<v></v>)</c>')
_NA_DE_OPMAAK = re.compile(r"(?=<legacyDrawing|<tableParts|</worksheet>)")
_SOORTEN = {Soort.GETAL: "", Soort.BOOLEAAN: ' t="b"', Soort.FOUT: ' t="e"'}
_TEKST_MAG = '<ignoredErrors><ignoredError sqref="A1:Z20000" numberStoredAsText="1"/></ignoredErrors>'
_KERN = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "{gewijzigd}</cp:coreProperties>"
)
_GEWIJZIGD = '<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'


def put_right(xlsx: bytes, bladen: list[str], origineel: Werkboek) -> bytes:
    """Return the workbook with the outcomes its formulas had, and with nobody's name in it.

    `bladen` are the names of its sheets in the order in which they were written.
    """
    per_naam = {sheet.naam: sheet for sheet in origineel.sheets}
    delen = {f"xl/worksheets/sheet{nummer}.xml": per_naam.get(naam) for nummer, naam in enumerate(bladen, 1)}
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx)) as bron, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        for info in bron.infolist():
            inhoud = bron.read(info)
            if info.filename in delen:
                inhoud = _put_sheet_right(inhoud.decode(), delen[info.filename]).encode()
            elif info.filename == "docProps/core.xml":
                inhoud = _core(origineel.opgeslagen).encode()
            doel.writestr(info.filename, inhoud)
    return finish(uit.getvalue())


def _core(opgeslagen: str) -> str:
    """Only when it was last saved stays: by that two files of one gemeente are told apart."""
    return _KERN.format(gewijzigd=_GEWIJZIGD.format(moment=opgeslagen) if opgeslagen else "")


def _put_sheet_right(xml: str, sheet: Sheet | None) -> str:
    def with_outcome(gevonden: re.Match[str]) -> str:
        adres, stijl, formule = gevonden.groups()
        plaats = parse_adres(adres)
        cell = sheet.cell(*plaats) if sheet and plaats else None
        return f'<c r="{adres}"{stijl}{_type(cell)}>{formule}{_value(cell)}</c>'

    met_uitkomst = _FORMULE.sub(with_outcome, xml)
    return _NA_DE_OPMAAK.sub(_TEKST_MAG, met_uitkomst, count=1)


def _type(cell: Cell | None) -> str:
    return "" if cell is None or cell.soort is Soort.NIET_BEREKEND else _SOORTEN.get(cell.soort, ' t="str"')


def _value(cell: Cell | None) -> str:
    if cell is None or cell.soort is Soort.NIET_BEREKEND:
        return ""
    return f"<v>{escape(cell.ruw)}</v>"
