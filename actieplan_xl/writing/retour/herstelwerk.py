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
from actieplan_xl.reading.werkboek.package import Package
from actieplan_xl.reading.werkboek.relaties import read_relaties
from actieplan_xl.reading.werkboek.xmldeel import elements
from actieplan_xl.writing.nabewerking import let_rows_grow, pack

_FORMULE = re.compile(r'<c r="([A-Z]+\d+)"((?: s="\d+")?)>(<f[^>]*>[^<]*</f>|<f[^>]*/>)(?:<v ?/>|<v></v>)</c>')
_WERKBOEK = "xl/workbook.xml"
_RIJ = re.compile(r"<row\b[^>]*>")
_RIJNUMMER = re.compile(r"""\br\s*=\s*["'](\d+)["']""")
_VAST = re.compile(r"""\bcustomHeight\s*=\s*["'](?:1|true)["']""")
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
    vast = _fixed_heights(Package(origineel.bestand))
    with zipfile.ZipFile(io.BytesIO(xlsx)) as bron:
        inhoud = {naam: bron.read(naam) for naam in bron.namelist()}
    for nummer, blad in enumerate(bladen, 1):
        naam = f"xl/worksheets/sheet{nummer}.xml"
        xml = let_rows_grow(inhoud[naam].decode(), vast.get(blad, frozenset()))
        inhoud[naam] = (_put_sheet_right(xml, per_naam[blad]) if blad in per_naam else xml).encode()
    inhoud["docProps/core.xml"] = _core(origineel.opgeslagen).encode()
    return pack(inhoud.items())


def _fixed_heights(package: Package) -> dict[str, frozenset[str]]:
    """Return which rows of each sheet have a height that somebody set; openpyxl writes every height as if it were."""
    relaties = read_relaties(package, _WERKBOEK)
    gevonden: dict[str, frozenset[str]] = {}
    for element in elements(package, _WERKBOEK):
        relatie = relaties.get(element.get("id"))
        if element.naam == "sheet" and relatie and relatie.doel in package:
            rijen = (rij[0] for rij in _RIJ.finditer(package.read(relatie.doel).decode("utf-8", "replace")))
            nummers = (_RIJNUMMER.search(rij) for rij in rijen if _VAST.search(rij))
            gevonden[element.get("name")] = frozenset(nummer[1] for nummer in nummers if nummer)
    return gevonden


def _core(opgeslagen: str) -> str:
    """Only when it was last saved stays: by that two files of one gemeente are told apart."""
    return _KERN.format(gewijzigd=_GEWIJZIGD.format(moment=opgeslagen) if opgeslagen else "")


def _put_sheet_right(xml: str, sheet: Sheet) -> str:
    def with_outcome(gevonden: re.Match[str]) -> str:
        adres, stijl, formule = gevonden.groups()
        plaats = parse_adres(adres)
        cell = sheet.cell(*plaats) if plaats else None
        return f'<c r="{adres}"{stijl}{_type(cell)}>{formule}{_value(cell)}</c>'

    met_uitkomst = _FORMULE.sub(with_outcome, xml)
    return _NA_DE_OPMAAK.sub(_TEKST_MAG, met_uitkomst, count=1)


def _type(cell: Cell | None) -> str:
    return "" if cell is None or cell.soort is Soort.NIET_BEREKEND else _SOORTEN.get(cell.soort, ' t="str"')


def _value(cell: Cell | None) -> str:
    if cell is None or cell.soort is Soort.NIET_BEREKEND:
        return ""
    return f"<v>{escape(cell.ruw)}</v>"
