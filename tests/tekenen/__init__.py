"""Workbooks drawn for tests: a table as text becomes an .xlsx that is odd in just the way a test needs.

`draw_invulblad` and `draw_planwerkboek` draw the two kinds people send; `RawWorkbook` draws anything, part by part,
so that its XML and its zip can be spoiled. Nothing here uses a spreadsheet library or the code under test.

In a table `⏎` is a line end inside a cell. A cell that is no plain text is given apart, by address:
`cellen={"D5": Cel("#N/A", t="e")}`; so is its colour: `fills={"D5": "00B050"}`.
"""

import io
import re
import struct
import warnings
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from xml.sax.saxutils import escape, quoteattr

Fill = str | Mapping[str, str] | None  # RRGGBB, or attributes: {"theme": "9", "tint": "0.4"}, {"indexed": "17"}
_OOXML = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"  # Transitional first, Strict second: picked by `is_strict`
_MAIN = (f"{_OOXML}/spreadsheetml/2006/main", f"{_STRICT}/spreadsheetml/main")
_REL = (f"{_OOXML}/officeDocument/2006/relationships", f"{_STRICT}/officeDocument/relationships")
_PAKKET = f"{_OOXML}/package/2006"
_SOORT = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True)
class Cel:
    """One cell. `t` is its type as in the file (`inlineStr`, `n`, `b`, `e`, `d`, `str`, or what does not exist).

    `formule` without `waarde` was never calculated. `formaat` is the number or the code of a number format. `xml`
    takes the place of everything inside the cell; `r` of its address ("" leaves the address out).
    """

    waarde: str = ""
    t: str = "inlineStr"
    fill: Fill = None
    formaat: int | str = 0
    formule: str = ""
    xml: str = ""
    r: str | None = None


@dataclass
class RawSheet:
    """A sheet: cells by address, in the order in which they are written. `na` is XML that follows the cells."""

    naam: str
    cellen: dict[str, Cel] = field(default_factory=dict)
    staat: str = "visible"
    verborgen_rijen: tuple[int, ...] = ()
    dubbel: list[tuple[str, Cel]] = field(default_factory=list)
    na: str = ""

    def put(self, rij: int, waarden: Iterable[str], kolom: int = 1) -> None:
        """Put texts next to each other; empty ones are left out."""
        for plaats, waarde in enumerate(waarden, kolom):
            if waarde:
                self.cellen[adres(rij, plaats)] = Cel(waarde)

    def put_table(self, tekst: str, rij: int = 1) -> None:
        """Put a pipe table with its first row on row `rij`."""
        for afstand, waarden in enumerate(table(tekst)):
            self.put(rij + afstand, waarden)

    def change(self, cellen: Mapping[str, Cel | str] | None, fills: Mapping[str, Fill] | None = None) -> None:
        """Put other cells, or other colours, in place of what stands there; "" takes a cell away."""
        for plaats, cel in (cellen or {}).items():
            if cel == "":
                self.cellen.pop(plaats, None)
            else:
                self.cellen[plaats] = Cel(cel) if isinstance(cel, str) else cel
        for plaats, fill in (fills or {}).items():
            self.cellen[plaats] = replace(self.cellen.get(plaats, Cel(t="n")), fill=fill)


@dataclass
class RawWorkbook:
    """A workbook as parts; `delen()` gives them to spoil, `bytes()` packs them.

    `prefix` puts every element in a named namespace; `is_strict` uses the namespaces of ISO 29500 Strict.
    `met_adressen` off leaves out what says where rows and cells are; `rijen_omgekeerd` writes the last row first.
    """

    sheets: Sequence[RawSheet]
    is_strict: bool = False
    prefix: str = ""
    is_gedeeld: bool = False
    is_1904: bool = False
    met_adressen: bool = True
    rijen_omgekeerd: bool = False
    opgeslagen: str = ""
    thema: Mapping[str, str] = field(default_factory=dict)
    palet: Sequence[str] = ()
    dimensie: str = ""

    def __post_init__(self) -> None:
        self._teksten: list[str] = []
        self._stijlen: list[tuple[int | str, tuple[tuple[str, str], ...]]] = [(0, ())]

    def bytes(self) -> bytes:
        """Return the workbook as a file."""
        return pack(self.delen())

    def delen(self) -> dict[str, bytes]:
        """Return the parts by name, in an order Excel would accept."""
        bladen = {f"xl/worksheets/sheet{n}.xml": self._sheet(sheet) for n, sheet in enumerate(self.sheets, 1)}
        relaties = [("worksheet", naam.removeprefix("xl/")) for naam in bladen] + [("styles", "styles.xml")]
        relaties += [("sharedStrings", "sharedStrings.xml")] if self.is_gedeeld else []
        relaties += [("theme", "theme/theme1.xml")] if self.thema else []
        delen = {
            "[Content_Types].xml": self._content_types(),
            "_rels/.rels": self._relations([("officeDocument", "xl/workbook.xml")]),
            "xl/workbook.xml": self._workbook(),
            "xl/_rels/workbook.xml.rels": self._relations(relaties),
            **bladen,
            "xl/styles.xml": self._styles(),
        }
        if self.is_gedeeld:
            strings = "".join(f'<si><t xml:space="preserve">{escape(tekst)}</t></si>' for tekst in self._teksten)
            delen["xl/sharedStrings.xml"] = self._main("sst", strings)
        if self.thema:
            kleuren = "".join(f'<{naam}><srgbClr val="{rgb}"/></{naam}>' for naam, rgb in self.thema.items())
            kleuren = f"<themeElements><clrScheme>{kleuren}</clrScheme></themeElements>"
            delen["xl/theme/theme1.xml"] = f'{_KOP}<theme xmlns="{_OOXML}/drawingml/2006/main">{kleuren}</theme>'
        if self.opgeslagen:
            ruimten = f'xmlns:cp="{_PAKKET}/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/"'
            moment = f"<dcterms:modified>{self.opgeslagen}</dcterms:modified>"
            delen["docProps/core.xml"] = f"{_KOP}<cp:coreProperties {ruimten}>{moment}</cp:coreProperties>"
        return {naam: xml.encode() for naam, xml in delen.items()}

    def _content_types(self) -> str:
        soorten = {"workbook": "sheet.main", "styles": "styles"}
        soorten |= {"sharedStrings": "sharedStrings"} if self.is_gedeeld else {}
        soorten |= {f"worksheets/sheet{n}": "worksheet" for n in range(1, len(self.sheets) + 1)}
        regels = "".join(
            f'<Override PartName="/xl/{deel}.xml" ContentType="{_SOORT}.{soort}+xml"/>'
            for deel, soort in soorten.items()
        )
        standaard = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        return f'{_KOP}<Types xmlns="{_PAKKET}/content-types">{standaard}{regels}</Types>'

    def _relations(self, doelen: Sequence[tuple[str, str]]) -> str:
        regels = "".join(
            f'<Relationship Id="rId{n}" Type="{_REL[self.is_strict]}/{soort}" Target="{doel}"/>'
            for n, (soort, doel) in enumerate(doelen, 1)
        )
        return f'{_KOP}<Relationships xmlns="{_PAKKET}/relationships">{regels}</Relationships>'

    def _workbook(self) -> str:
        bladen = "".join(
            f'<sheet name={quoteattr(sheet.naam)} sheetId="{n}" state="{sheet.staat}" r:id="rId{n}"/>'
            for n, sheet in enumerate(self.sheets, 1)
        )
        eigenschap = '<workbookPr date1904="1"/>' if self.is_1904 else "<workbookPr/>"
        return self._main("workbook", f"{eigenschap}<sheets>{bladen}</sheets>")

    def _sheet(self, sheet: RawSheet) -> str:
        rijen: dict[int, list[str]] = {}
        for plaats, cel in [*sheet.cellen.items(), *sheet.dubbel]:
            rijen.setdefault(int(plaats.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")), []).append(self._cell(plaats, cel))
        volgorde = sorted(rijen, reverse=self.rijen_omgekeerd)
        hoe = {rij: ' hidden="1"' if rij in sheet.verborgen_rijen else "" for rij in rijen}
        hoe = {rij: f' r="{rij}"{rest}' for rij, rest in hoe.items()} if self.met_adressen else hoe
        xml = "".join(f"<row{hoe[rij]}>{''.join(rijen[rij])}</row>" for rij in volgorde)
        dimensie = f'<dimension ref="{self.dimensie}"/>' if self.dimensie else ""
        return self._main("worksheet", f"{dimensie}<sheetData>{xml}</sheetData>{sheet.na}")

    def _cell(self, plaats: str, cel: Cel) -> str:
        soort, binnen = self._content(cel)
        attributen = f" r={quoteattr(cel.r or plaats)}" if self.met_adressen and cel.r != "" else ""
        attributen += f' s="{stijl}"' if (stijl := self._style(cel)) else ""
        attributen += f' t="{soort}"' if soort != "n" else ""
        return f"<c{attributen}>{binnen}</c>"

    def _content(self, cel: Cel) -> tuple[str, str]:
        formule = f"<f>{escape(cel.formule)}</f>" if cel.formule else ""
        if cel.xml or not (cel.waarde or formule):
            return cel.t, cel.xml
        if cel.t != "inlineStr" or formule:
            soort = "str" if cel.t == "inlineStr" else cel.t
            return soort, formule + (f"<v>{escape(cel.waarde)}</v>" if cel.waarde else "")
        if not self.is_gedeeld:
            return cel.t, f'<is><t xml:space="preserve">{escape(cel.waarde)}</t></is>'
        self._teksten.append(cel.waarde)
        return "s", f"<v>{len(self._teksten) - 1}</v>"

    def _style(self, cel: Cel) -> int:
        fill = {"rgb": f"FF{cel.fill}"} if isinstance(cel.fill, str) else dict(cel.fill or {})
        sleutel = (cel.formaat, tuple(sorted(fill.items())))
        if sleutel not in self._stijlen:
            self._stijlen.append(sleutel)
        return self._stijlen.index(sleutel)

    def _styles(self) -> str:
        codes = [formaat for formaat, _ in self._stijlen if isinstance(formaat, str)]
        formats = "".join(f'<numFmt numFmtId="{n}" formatCode={quoteattr(c)}/>' for n, c in enumerate(codes, 164))
        fills = xfs = ""
        for nummer, (formaat, kleur) in enumerate(self._stijlen):
            attributen = "".join(f" {naam}={quoteattr(waarde)}" for naam, waarde in kleur)
            patroon = f'"solid"><fgColor{attributen}/></patternFill>' if kleur else '"none"/>'
            fills += f"<fill><patternFill patternType={patroon}</fill>"
            nummerformaat = 164 + codes.index(formaat) if isinstance(formaat, str) else formaat
            xfs += f'<xf numFmtId="{nummerformaat}" fontId="0" fillId="{nummer}" borderId="0" xfId="0"/>'
        palet = "".join(f'<rgbColor rgb="00{rgb}"/>' for rgb in self.palet)
        return self._main(
            "styleSheet",
            f"<numFmts>{formats}</numFmts><fonts><font/></fonts><fills>{fills}</fills><borders><border/></borders>"
            f"<cellStyleXfs><xf/></cellStyleXfs><cellXfs>{xfs}</cellXfs>"
            '<cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
            + (f"<colors><indexedColors>{palet}</indexedColors></colors>" if palet else ""),
        )

    def _main(self, wortel: str, binnen: str) -> str:
        xml = f'<{wortel} xmlns="{_MAIN[self.is_strict]}" xmlns:r="{_REL[self.is_strict]}">{binnen}</{wortel}>'
        if self.prefix:
            xml = re.sub(r"<(/?)(?=\w)", rf"<\1{self.prefix}:", xml).replace("xmlns=", f"xmlns:{self.prefix}=")
        return _KOP + xml


def draw_invulblad(
    tekst: str,
    *,
    titel: str = "Invulblad van Boekel",
    blad: str = "Invulblad",
    cellen: Mapping[str, Cel | str] | None = None,
    fills: Mapping[str, Fill] | None = None,
    verborgen: Mapping[str, str] | None = None,
    communicatie: str = "",
    **boek: Any,
) -> RawWorkbook:
    """Return an invulblad: the title in A1 and the table from row 3 on, so that its first answers stand in row 4.

    `verborgen` are the names and values of the hidden sheet; `boek` goes to `RawWorkbook`.
    """
    sheet = RawSheet(blad, {"A1": Cel(titel)} if titel else {})
    sheet.put_table(tekst, 3)
    sheet.change(cellen, fills)
    bladen = [sheet]
    if communicatie:
        bladen.append(RawSheet("Communicatie"))
        bladen[-1].put_table(communicatie)
    if verborgen:
        bladen.append(RawSheet("_actieplan", staat="veryHidden"))
        for rij, regel in enumerate(verborgen.items(), 1):
            bladen[-1].put(rij, regel)
    return RawWorkbook(bladen, **boek)


def draw_planwerkboek(
    tabellen: Mapping[str, str],
    *,
    cellen: Mapping[tuple[str, str], Cel | str] | None = None,
    fills: Mapping[tuple[str, str], Fill] | None = None,
    **boek: Any,
) -> RawWorkbook:
    """Return a planwerkboek with a sheet for each table; `cellen` and `fills`, by (sheet, address), spoil it."""
    bladen = {naam: RawSheet(naam) for naam in tabellen}
    for naam, sheet in bladen.items():
        sheet.put_table(tabellen[naam])
        sheet.change(*({plaats: w for (b, plaats), w in (deel or {}).items() if b == naam} for deel in (cellen, fills)))
    return RawWorkbook(list(bladen.values()), **boek)


def pack(delen: Mapping[str, bytes] | Iterable[tuple[str, bytes]], compressie: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return parts as a zip; pairs, instead of a mapping, may hold a name twice."""
    uit = io.BytesIO()
    paren = delen.items() if isinstance(delen, Mapping) else delen
    with warnings.catch_warnings(), zipfile.ZipFile(uit, "w", compressie) as doel:
        warnings.simplefilter("ignore")  # a name that stands twice is meant
        for naam, inhoud in paren:
            doel.writestr(zipfile.ZipInfo(naam, (2019, 3, 1, 12, 0, 0)), inhoud, compressie)
    return uit.getvalue()


def mark_encrypted(inhoud: bytes) -> bytes:
    """Return a zip in which every part says that it is behind a password, as 7-Zip makes them."""
    uit = bytearray(inhoud)
    for kenmerk, afstand in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for gevonden in re.finditer(re.escape(kenmerk), inhoud):
            plaats = gevonden.start() + afstand
            vlaggen = struct.unpack_from("<H", uit, plaats)[0]
            struct.pack_into("<H", uit, plaats, vlaggen | 1)
    return bytes(uit)


def table(tekst: str) -> list[list[str]]:
    """Return the rows of a pipe table as texts; an empty line is an empty row."""
    regels = [regel.strip().removeprefix("|").removesuffix("|").split("|") for regel in tekst.strip().splitlines()]
    return [[deel.strip().replace("⏎", "\n") for deel in regel] for regel in regels]


def adres(rij: int, kolom: int) -> str:
    """Return "C14" for (14, 3); as far as column ZZ."""
    eerste, tweede = divmod(kolom - 1, 26)
    return f"{chr(64 + eerste) if eerste else ''}{chr(65 + tweede)}{rij}"
