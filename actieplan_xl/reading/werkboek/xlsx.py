"""An .xlsx (or .xlsm, or a template) → a workbook: its parts by their relations, else by their usual names."""

from functools import cached_property

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.datum import as_utc
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.reading.werkboek import grenzen
from actieplan_xl.reading.werkboek.aanhang import Strip, sheet_without_cells
from actieplan_xl.reading.werkboek.aanhangsels import find_aanhangsels
from actieplan_xl.reading.werkboek.boek import Werkboek
from actieplan_xl.reading.werkboek.cells import SheetInhoud
from actieplan_xl.reading.werkboek.meldpunt import Meldpunt
from actieplan_xl.reading.werkboek.package import Package
from actieplan_xl.reading.werkboek.relaties import Relatie, read_relaties
from actieplan_xl.reading.werkboek.stijlen import Stijlen, read_stijlen, read_thema
from actieplan_xl.reading.werkboek.teksten import Gedeeld, read_shared_strings
from actieplan_xl.reading.werkboek.xlsxblad import Bladbron, read_sheet
from actieplan_xl.reading.werkboek.xmldeel import Element, elements

_WERKBOEK = "xl/workbook.xml"
_MACROBLADEN = ("xlMacrosheet", "xlIntlMacrosheet")


def find_workbook_part(package: Package) -> str:
    """Return the part that lists the sheets, or "" when this is no workbook of Excel."""
    hoofd = [r.doel for r in read_relaties(package, "").values() if r.soort == "officeDocument"]
    for deel in (*hoofd, _WERKBOEK, "xl/workbook.bin"):
        if deel in package and not deel.lower().startswith(("word/", "ppt/", "visio/")):
            return deel
    return ""


def open_xlsx(package: Package, deel: str) -> Werkboek:
    """Return the workbook whose sheets are listed in a part. Raises `BestandError`."""
    return _Opener(package, deel).open()


class _Opener:
    """Opens one workbook; the shared strings and the styles are read once, when the first sheet is."""

    def __init__(self, package: Package, deel: str):
        self.package = package
        self.bestand = package.bestand
        self.deel = deel
        self.relaties = read_relaties(package, deel)
        self.boek = Werkboek(self.bestand, find_aanhang=self._find_aanhang)
        self.bladdelen: list[tuple[str, str]] = []
        self.zonder_cellen: list[tuple[str, str]] = []

    def open(self) -> Werkboek:
        lijst = elements(self.package, self.deel)
        self.boek.is_1904 = any(e.naam == "workbookPr" and e.get("date1904") in ("1", "true") for e in lijst)
        bladen = [element for element in lijst if element.naam == "sheet" and element.ouder == "sheets"]
        if len(bladen) > grenzen.WERKBLADEN:
            raise self.bestand.weiger(Code.BESTAND_TE_GROOT, wat="het aantal werkbladen", grens=f"{grenzen.WERKBLADEN}")
        for nummer, element in enumerate(bladen, 1):
            self._add_sheet(element, nummer)
        if not self.boek.sheets:
            raise self.bestand.weiger(Code.BESTAND_ZONDER_WERKBLAD)
        self.boek.stijlen = self._read_stijlen()
        self.boek.opgeslagen = self._read_opgeslagen()
        return self.boek

    def _add_sheet(self, element: Element, nummer: int) -> None:
        naam = element.get("name")
        if not self.relaties:
            deel = self._usual_name(element, nummer)
        elif any(wat.rpartition(":")[2] == "id" and not waarde for wat, waarde in element.attributen.items()):
            # What once was a sheet of macros (Excel 95) is still in the list, without a part.
            self.boek.tell(Code.MACROBLAD, Plek(self.bestand.naam, naam))
            return
        else:
            relatie = self.relaties.get(element.get("id"))
            if relatie is not None and relatie.soort != "worksheet":
                self._tell_no_worksheet(naam, relatie)
                return
            deel = relatie.doel if relatie else ""
        if deel not in self.package:
            raise self.bestand.weiger(Code.BLAD_ONTBREEKT, naam=naam)
        self.bladdelen.append((naam, deel))
        self.boek.add_sheet(naam, element.get("state") or "visible", lambda: self._read_sheet(deel))

    def _tell_no_worksheet(self, naam: str, relatie: Relatie) -> None:
        """A sheet of charts holds no cells, but a text box on it may hold an answer."""
        plek = Plek(self.bestand.naam, naam)
        if relatie.soort in _MACROBLADEN:
            self.boek.tell(Code.MACROBLAD, plek)
            return
        self.boek.tell(Code.LOS_VOORWERP, plek, wat=sheet_without_cells(relatie.soort))
        self.zonder_cellen.append((naam, relatie.doel))

    def _usual_name(self, element: Element, nummer: int) -> str:
        """Without relations sheets still have their usual names: by their id, else by their place in the list."""
        self.boek.tell(Code.WERKBOEK_HERPAKT)
        namen = (f"xl/worksheets/sheet{wat}.xml" for wat in (element.get("sheetId"), nummer))
        return next((naam for naam in namen if naam in self.package), "")

    def _read_sheet(self, deel: str) -> SheetInhoud:
        gedeeld = self._teksten or Gedeeld({}, {})
        teksten = gedeeld.teksten if self._teksten else None
        return read_sheet(self.package, deel, Bladbron(teksten, self.boek.stijlen.gekleurd, gedeeld.doorgehaald))

    @cached_property
    def _teksten(self) -> Gedeeld | None:
        deel = self._part("sharedStrings", "xl/sharedStrings.xml")
        return read_shared_strings(self.package, deel) if deel else None

    def _read_stijlen(self) -> Stijlen:
        """Return the styles; none when the part is broken, because an answer is worth more than its paint."""
        deel = self._part("styles", "xl/styles.xml")
        try:
            stijlen = read_stijlen(self.package, deel) if deel else Stijlen()
        except BestandError as error:
            if error.bevinding.code is not Code.BESTAND_BESCHADIGD:
                raise
            self.boek.tell(Code.STIJLEN_KAPOT)
            return Stijlen()
        stijlen.read_theme = self._read_theme
        return stijlen

    def _read_theme(self) -> dict[str, str]:
        deel = self._part("theme", "xl/theme/theme1.xml")
        try:
            return read_thema(self.package, deel) if deel else {}
        except BestandError as error:
            if error.bevinding.code is not Code.BESTAND_BESCHADIGD:
                raise
            self.boek.tell(Code.STIJLEN_KAPOT)
            return {}

    def _read_opgeslagen(self) -> str:
        """Document systems write anything in the properties; it never makes answers unreadable."""
        if "docProps/core.xml" not in self.package:
            return ""
        try:
            gewijzigd = [e.tekst for e in elements(self.package, "docProps/core.xml") if e.naam == "modified"]
        except BestandError as error:
            if error.bevinding.code is not Code.BESTAND_BESCHADIGD:
                raise
            return ""
        return as_utc(gewijzigd[0]) if gewijzigd else ""

    def _part(self, soort: str, standaard: str) -> str:
        doelen = [r.doel for r in self.relaties.values() if r.soort == soort and r.doel in self.package]
        return doelen[0] if doelen else standaard if standaard in self.package else ""

    def _find_aanhang(self, strip: Strip = str, meldpunt: Meldpunt | None = None) -> list[Bevinding]:
        gevonden = find_aanhangsels(self.package, self.deel, [*self.bladdelen, *self.zonder_cellen], strip, meldpunt)
        verteld = {naam for naam, _ in self.zonder_cellen}  # that there is a chart on it says the sheet itself
        return [b for b in gevonden if b.code is not Code.LOS_VOORWERP or b.plek.blad not in verteld]
