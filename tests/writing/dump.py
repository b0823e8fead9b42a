"""A written workbook as text that a person can read in a diff: what is on it, how it looks and how it prints."""

import hashlib
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from itertools import groupby
from typing import Any
from xml.etree import ElementTree

import openpyxl
from openpyxl.utils import get_column_letter, range_boundaries

from actieplan_xl.versie import VERSIE

_LANG = 400
_PAPIER = {8: "A3", 9: "A4"}
_SHA = re.compile(r"\b[0-9a-f]{64}\b")
_NS = {
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "x14": "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main",
    "xm": "http://schemas.microsoft.com/office/excel/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xdr": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
}
_BEVEILIGING = (
    "objects", "scenarios", "formatCells", "formatColumns", "formatRows", "insertColumns", "insertRows",
    "insertHyperlinks", "deleteColumns", "deleteRows", "selectLockedCells", "selectUnlockedCells", "sort",
    "autoFilter", "pivotTables",
)  # fmt: skip


def load(xlsx: bytes, data_only: bool = False) -> Any:
    """Open with openpyxl, which warns of extensions that it does not know."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return openpyxl.load_workbook(io.BytesIO(xlsx), data_only=data_only)


def parts(xlsx: bytes) -> dict[str, bytes]:
    """Return the parts of the package by name."""
    with zipfile.ZipFile(io.BytesIO(xlsx)) as pakket:
        return {naam: pakket.read(naam) for naam in pakket.namelist()}


def dump(xlsx: bytes) -> str:
    """Return the whole workbook as text. Hashes and the version of the library are left out: they always change."""
    boek, waarden, delen = load(xlsx), load(xlsx, data_only=True), parts(xlsx)
    regels = [*_properties(delen), *(f"naam {naam}: {plek.attr_text}" for naam, plek in boek.defined_names.items())]
    for nummer, blad in enumerate(boek.worksheets, 1):
        xml = ElementTree.fromstring(delen[f"xl/worksheets/sheet{nummer}.xml"])
        regels += ["", f"════ {blad.title}", *_sheet(blad, waarden[blad.title], xml)]
        regels += _charts(charts(delen, nummer))
    tekst = "\n".join(regels) + "\n"
    return _SHA.sub("‹sha256›", tekst).replace(f"actieplan_xl {VERSIE}", "actieplan_xl ‹versie›")


def charts(delen: dict[str, bytes], nummer: int) -> list[tuple[ElementTree.Element, ElementTree.Element]]:
    """Return the anchor and the chart itself of each chart on the sheet with that number."""
    gevonden = []
    for tekening in _targets(delen, f"xl/worksheets/_rels/sheet{nummer}.xml.rels", "/drawing").values():
        naam = tekening.rpartition("/")[2]
        doelen = _targets(delen, f"xl/drawings/_rels/{naam}.rels", "/chart")
        for anker in ElementTree.fromstring(delen[f"xl/drawings/{naam}"]).iterfind("xdr:twoCellAnchor", _NS):
            (verwijzing,) = anker.iterfind(".//c:chart", _NS)
            doel = next(doelen[waarde] for sleutel, waarde in verwijzing.attrib.items() if sleutel.endswith("}id"))
            grafiek = ElementTree.fromstring(delen[f"xl/charts/{doel.rpartition('/')[2]}"])
            gevonden.append((anker, grafiek))
    return gevonden


def _targets(delen: dict[str, bytes], rels: str, soort: str) -> dict[str, str]:
    if rels not in delen:
        return {}
    wortel = ElementTree.fromstring(delen[rels])
    return {e.get("Id", ""): e.get("Target", "") for e in wortel if e.get("Type", "").endswith(soort)}


def _charts(gevonden: list[tuple[ElementTree.Element, ElementTree.Element]]) -> Iterator[str]:
    if gevonden:
        yield "-- grafieken"
    for anker, grafiek in gevonden:
        hoeken = [_corner(hoek) for deel in ("from", "to") for hoek in anker.iterfind(f"xdr:{deel}", _NS)]
        vorm = next(kind for kind in grafiek.iterfind("c:chart/c:plotArea/*", _NS) if kind.tag.endswith("Chart"))
        soort = f"{vorm.tag.rpartition('}')[2]} {_val(vorm, 'c:grouping')} {_val(vorm, 'c:barDir')}".rstrip()
        titel = "".join(grafiek.find("c:chart/c:title", _NS).itertext())  # type: ignore[union-attr]
        naam = anker.find(".//xdr:cNvPr", _NS)
        yield f"{':'.join(hoeken)} {soort} “{titel}”; taal {_val(grafiek, 'c:lang')}"
        yield f"   wie het niet ziet hoort: “{'' if naam is None else naam.get('descr')}”"
        for reeks in vorm.iterfind("c:ser", _NS):
            delen = (f"{bron.findtext('.//c:f', '', _NS)} ⇒ {_cache(bron)}" for bron in _sources(reeks))
            yield f"   {'; '.join(delen)} [{_paint(reeks)}]"


def _corner(hoek: ElementTree.Element) -> str:
    kolom, rij = (int(hoek.findtext(f"xdr:{deel}", "0", _NS)) + 1 for deel in ("col", "row"))
    return f"{get_column_letter(kolom)}{rij}"


def _sources(reeks: ElementTree.Element) -> list[ElementTree.Element]:
    return [deel for naam in ("c:tx", "c:cat", "c:val") if (deel := reeks.find(naam, _NS)) is not None]


def _cache(bron: ElementTree.Element) -> str:
    return "|".join(punt.text or "" for punt in bron.iterfind(".//c:pt/c:v", _NS))


def _paint(reeks: ElementTree.Element) -> str:
    verf = reeks.find("c:spPr", _NS)
    if verf is None:
        return "-"
    woorden = [e.get("prst", "") for e in verf.iter() if e.get("prst")] + [_val(verf, ".//a:prstDash")]
    return " ".join([*(e.get("val", "") for e in verf.iter() if e.tag.endswith("srgbClr")), *filter(None, woorden)])


def _val(element: ElementTree.Element, pad: str) -> str:
    gevonden = element.find(pad, _NS)
    return "" if gevonden is None else gevonden.get("val", "")


def _properties(delen: dict[str, bytes]) -> Iterator[str]:
    yield "onderdelen: " + ", ".join(sorted(delen))
    for deel in ("docProps/core.xml", "docProps/app.xml"):
        wortel = ElementTree.fromstring(delen[deel])
        kinderen = ((kind.tag.rpartition("}")[2], (kind.text or "").strip()) for kind in wortel)
        yield f"{deel}: " + "; ".join(f"{naam}={tekst}" for naam, tekst in kinderen if tekst)


def _sheet(blad: Any, waarden: Any, xml: ElementTree.Element) -> Iterator[str]:
    tab = blad.sheet_properties.tabColor
    beeld = blad.sheet_view
    yield (
        f"staat: {blad.sheet_state}; tab {tab.rgb[2:] if tab else '-'}; zoom {beeld.zoomScale or 100}; "
        f"raster {'ja' if beeld.showGridLines else 'nee'}; bevroren tot {blad.freeze_panes}; "
        f"gekozen {', '.join(s.sqref for s in beeld.selection)}"
    )
    yield "breedtes: " + ", ".join(_widths(blad))
    yield "hoogtes: " + ", ".join(_heights(xml))
    if blad.merged_cells.ranges:
        yield "samengevoegd: " + " ".join(
            str(b) for b in sorted(blad.merged_cells.ranges, key=lambda b: b.bounds[1::-1])
        )
    yield f"filter: {blad.auto_filter.ref}"
    for tabel in blad.tables.values():
        koppen = ", ".join(kolom.name for kolom in tabel.tableColumns)
        yield f"tabel {tabel.name}: {tabel.ref}; {tabel.tableStyleInfo.name}; filter {tabel.autoFilter.ref}; {koppen}"
    yield from _protection(blad)
    yield from _outline(xml)
    yield from _print(blad)
    yield "tekst als getal mag: " + ", ".join(
        e.get("sqref", "") for e in xml.iterfind("s:ignoredErrors/s:ignoredError[@numberStoredAsText]", _NS)
    )
    yield "-- cellen"
    yield from _cells(blad, waarden)
    yield from _rules(blad, xml)
    yield from _validations(blad)


def _widths(blad: Any) -> Iterator[str]:
    for letter, maat in sorted(blad.column_dimensions.items(), key=lambda paar: (len(paar[0]), paar[0])):
        tot = get_column_letter(maat.max) if maat.max and maat.max != maat.min else ""
        yield f"{letter}{f':{tot}' if tot else ''} {maat.width:.2f}{' verborgen' if maat.hidden else ''}"


def _heights(xml: ElementTree.Element) -> Iterator[str]:
    """A height with `!` is fixed; without, Excel may fit the row again when it is edited."""
    rijen = [
        (int(rij.get("r", "0")), f"{float(rij.get('ht', '0')):.1f}{'!' if rij.get('customHeight') else ''}")
        for rij in xml.iterfind("s:sheetData/s:row", _NS)
        if rij.get("ht")
    ]
    # Rows with the same height that follow each other.
    for hoogte, groep in groupby(enumerate(rijen), key=lambda paar: (paar[1][0] - paar[0], paar[1][1])):
        nummers = [rij for _, (rij, _) in groep]
        yield f"{nummers[0]}{f'-{nummers[-1]}' if len(nummers) > 1 else ''} {hoogte[1]}"


def _outline(xml: ElementTree.Element) -> Iterator[str]:
    rijen = [
        (int(rij.get("r", "0")), int(rij.get("outlineLevel", "0"))) for rij in xml.iterfind("s:sheetData/s:row", _NS)
    ]
    groepen = []
    for (_, niveau), groep in groupby(enumerate(rijen), key=lambda paar: (paar[1][0] - paar[0], paar[1][1])):
        nummers = [rij for _, (rij, _) in groep]
        groepen += [f"{nummers[0]}-{nummers[-1]} niveau {niveau}"] if niveau else []
    if groepen:
        onder = xml.find("s:sheetPr/s:outlinePr[@summaryBelow='0']", _NS) is None
        yield f"overzicht, kop {'onder' if onder else 'boven'}: " + ", ".join(groepen)


def _protection(blad: Any) -> Iterator[str]:
    slot = blad.protection
    if not slot.sheet:
        yield "beveiligd: nee"
        return
    # In the file 1 means "not allowed"; a person wants to read what is.
    vrij = [naam for naam in _BEVEILIGING if not getattr(slot, naam)]
    yield f"beveiligd: ja, wachtwoord {'ja' if slot.password else 'nee'}; vrij: {', '.join(vrij)}"


def _print(blad: Any) -> Iterator[str]:
    pagina, marges = blad.page_setup, blad.page_margins
    passend = blad.sheet_properties.pageSetUpPr
    kolommen = f" en {blad.print_title_cols}" if blad.print_title_cols else ""
    is_passend = passend is not None and passend.fitToPage
    yield (
        f"papier: {_PAPIER.get(pagina.paperSize, pagina.paperSize)} {pagina.orientation}; "
        f"passend {'ja' if is_passend else 'nee'} {_pages(pagina.fitToWidth)}×{_pages(pagina.fitToHeight)}; "
        f"{f'schaal {pagina.scale}; ' if pagina.scale else ''}"
        f"herhaal {blad.print_title_rows or '-'}{kolommen}; bereik {blad.print_area or '-'}; "
        f"midden {'ja' if blad.print_options.horizontalCentered else 'nee'}; "
        f"marges {marges.left} {marges.right} {marges.top} {marges.bottom}"
    )
    if blad.row_breaks.brk:
        yield "nieuwe pagina na rij: " + ", ".join(str(einde.id) for einde in blad.row_breaks.brk)
    for naam, regel in (("koptekst", blad.oddHeader), ("voettekst", blad.oddFooter)):
        stukken = (("L", regel.left), ("C", regel.center), ("R", regel.right))
        yield f"{naam}: " + "".join(f"&{kant}{stuk.text}" for kant, stuk in stukken if stuk.text)


def _pages(aantal: int | None) -> int:
    """A file leaves out the one page that is the standard; 0 is as many as it takes."""
    return 1 if aantal is None else int(aantal)


def _cells(blad: Any, waarden: Any) -> Iterator[str]:
    bedekt = {
        (rij, kolom)
        for bereik in blad.merged_cells.ranges
        for rij in range(bereik.min_row, bereik.max_row + 1)
        for kolom in range(bereik.min_col, bereik.max_col + 1)
        if (rij, kolom) != (bereik.min_row, bereik.min_col)
    }
    for rij in blad.iter_rows():
        cellen = [
            cel for cel in rij if (cel.row, cel.column) not in bedekt and (cel.has_style or cel.value is not None)
        ]
        for (inhoud, stijl), groep in groupby(cellen, key=lambda cel: (_content(cel, waarden), _style(cel))):
            adressen = [cel.coordinate for cel in groep]
            if inhoud or len(adressen) == 1:
                yield from (f"{adres} {inhoud or 'leeg'} [{stijl}]" for adres in adressen)
            else:
                yield f"{adressen[0]}:{adressen[-1]} leeg [{stijl}]"


def _content(cel: Any, waarden: Any) -> str:
    if cel.data_type == "f":
        return f"{cel.value} ⇒ {_literal(waarden[cel.coordinate].value)}"
    if cel.hyperlink is not None:
        return f"{_literal(cel.value)} → {cel.hyperlink.location or cel.hyperlink.target}"
    return "" if cel.value is None else _literal(cel.value)


def _literal(waarde: Any) -> str:
    if not isinstance(waarde, str):
        return repr(waarde)
    tekst = waarde.replace("\\", "\\\\").replace("\n", "\\n")
    if len(tekst) > _LANG and not tekst.startswith("="):
        merk = hashlib.sha256(waarde.encode()).hexdigest()[:12]
        tekst = f"{tekst[:_LANG]}… ({len(waarde)} tekens, {merk})"
    return f"“{tekst}”"


def _style(cel: Any) -> str:
    letter, vlak, plaats = cel.font, cel.fill, cel.alignment
    delen = [
        f"{letter.sz:g}",
        "vet" if letter.b else "",
        "cursief" if letter.i else "",
        "onderstreept" if letter.u else "",
        letter.color.rgb[2:] if letter.color is not None and letter.color.type == "rgb" else "",
        f"op {vlak.fgColor.rgb[2:]}" if vlak.fill_type == "solid" else "",
        plaats.horizontal if plaats.horizontal != "left" else "",
        "terugloop" if plaats.wrap_text else "",
        cel.number_format if cel.number_format != "General" else "",
        "open" if not cel.protection.locked else "",
    ]
    return " ".join(deel for deel in delen if deel)


def _rules(blad: Any, xml: ElementTree.Element) -> Iterator[str]:
    gevonden = [
        (regel.priority, str(groep.sqref), regel) for groep in blad.conditional_formatting for regel in groep.rules
    ]
    if gevonden:
        yield "-- kleurregels, in volgorde"
    for _, bereik, regel in sorted(gevonden, key=lambda r: r[0]):
        if regel.type == "dataBar":
            yield f"{bereik} balk {regel.dataBar.color.rgb[2:]} {[(v.type, v.val) for v in regel.dataBar.cfvo]}"
            continue
        vlak, letter = regel.dxf.fill, regel.dxf.font
        verf = f"op {vlak.bgColor.rgb[2:]}" if vlak is not None else "geen vlak"
        vet = ", vet" if letter is not None and letter.b else ""
        slot = ", stop" if regel.stopIfTrue else ""
        yield f"{bereik} ={regel.formula[0]} → {letter.color.rgb[2:]} {verf}{vet}{slot}"
    for balk in xml.iterfind(".//x14:conditionalFormatting", _NS):
        kleur = balk.find(".//x14:dataBar/*[@rgb]", _NS)
        rand = "-" if kleur is None else kleur.get("rgb", "")[2:]
        yield f"{balk.findtext('xm:sqref', '', _NS)} balk 2010, rand {rand}"


def _validations(blad: Any) -> Iterator[str]:
    gevonden = blad.data_validations.dataValidation
    if gevonden:
        yield "-- keuzelijsten en uitleg"
    for regel in sorted(gevonden, key=lambda r: range_boundaries(str(r.sqref).split()[0])[1::-1]):
        lijst = f" lijst {regel.formula1}" if regel.type == "list" else ""
        streng = f" fout({regel.errorStyle or 'stop'}): {regel.errorTitle}: {regel.error}" if regel.error else ""
        yield f"{regel.sqref} {regel.type or 'any'}{lijst} | {regel.promptTitle}: {regel.prompt} |{streng}"
