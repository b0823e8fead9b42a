"""A workbook: its sheets by name and order, their cells as people typed them, and when it was last saved."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.domain.status import Kleur
from actieplan_xl.domain.words import fold
from actieplan_xl.reading import grenzen, herkenning
from actieplan_xl.reading.bestand import Bestand
from actieplan_xl.reading.cells import Cell, Plaats, SheetInhoud, Soort, format_adres, read_shared_strings, read_sheet
from actieplan_xl.reading.package import Package
from actieplan_xl.reading.stijlen import Stijlen, read_stijlen, read_thema
from actieplan_xl.reading.waarden import as_datum, as_typed
from actieplan_xl.reading.xmldeel import local, parse

_LEEG = Cell(Soort.LEEG, "")


@dataclass
class Sheet:
    """One worksheet. Rows and columns count from 1; cells are read when first asked for."""

    werkboek: "Werkboek"
    naam: str
    staat: str
    deel: str

    @cached_property
    def inhoud(self) -> SheetInhoud:
        """The cells as stored."""
        boek = self.werkboek
        xml = boek.package.read(self.deel)
        return read_sheet(boek.bestand, self.deel, xml, boek.teksten, boek.stijlen.gekleurd)

    @cached_property
    def rijen(self) -> dict[int, dict[int, Cell]]:
        """The cells with a value, by row and then column, rows in order."""
        rijen: dict[int, dict[int, Cell]] = {}
        for (rij, kolom), cell in sorted(self.inhoud.cells.items()):
            if cell.soort is not Soort.LEEG:
                rijen.setdefault(rij, {})[kolom] = cell
        return rijen

    def cell(self, rij: int, kolom: int) -> Cell:
        """Return the cell at a place; an empty one when nothing stands there."""
        return self.inhoud.cells.get((rij, kolom), _LEEG)

    def text(self, rij: int, kolom: int) -> str:
        """Return what a person would have typed at a place."""
        cell = self.inhoud.cells.get((rij, kolom))
        return "" if cell is None else self.typed(cell)

    def typed(self, cell: Cell) -> str:
        """Return what a person would have typed to get this cell."""
        return as_typed(cell, self.werkboek.stijlen, self.werkboek.is_1904)

    def sorteerdatum(self, rij: int, kolom: int) -> str:
        """Return the ISO date a cell holds as a real date, or ""."""
        datum = as_datum(self.cell(rij, kolom), self.werkboek.stijlen, self.werkboek.is_1904)
        return datum.moment.date().isoformat() if datum else ""

    def kleur(self, rij: int, kolom: int) -> Kleur:
        """Return the hue somebody gave a cell by hand; `geen` for none, white, grey and our own paint."""
        cell = self.inhoud.cells.get((rij, kolom))
        return self.werkboek.stijlen.kleur(cell.stijl) if cell else Kleur.GEEN

    def plek(self, plaats: Plaats | None = None) -> Plek:
        """Return the place of a cell, or of the sheet as a whole."""
        return Plek(self.werkboek.bestand.naam, self.naam, format_adres(plaats) if plaats else "")


class Werkboek:
    """An opened workbook. Raises `BestandError` from the constructor, or later when a part turns out broken."""

    def __init__(self, bestand: Bestand):
        if not herkenning.is_zip(bestand):
            raise herkenning.refuse_no_zip(bestand)
        self.bestand = bestand
        self.package = Package(bestand)
        self.is_1904 = False
        self.deel = self._find_workbook_part()
        self.relaties = self.package.relaties(self.deel)
        self.sheets = self._read_sheets()

    def _find_workbook_part(self) -> str:
        hoofd = [r.doel for r in self.package.relaties("").values() if r.soort == "officeDocument"]
        for deel in (*hoofd, "xl/workbook.xml"):
            if deel.lower().endswith(".xml") and deel in self.package and "word/" not in deel and "ppt/" not in deel:
                return deel
        raise herkenning.refuse_other_zip(self.bestand, self.package.names())

    def _read_sheets(self) -> list[Sheet]:
        gevonden: list[Sheet] = []

        def start(tag: str, attributen: dict[str, str]) -> None:
            if tag == "workbookPr":
                self.is_1904 = attributen.get("date1904") in ("1", "true")
            elif tag == "sheet":
                relatie = self.relaties.get(local(attributen, "id") or "")
                if relatie is None or relatie.soort == "worksheet":
                    naam = attributen.get("name", "")
                    deel = relatie.doel if relatie else f"xl/worksheets/sheet{attributen.get('sheetId', '')}.xml"
                    gevonden.append(Sheet(self, naam, attributen.get("state", "visible"), deel))

        parse(self.bestand, self.deel, self.package.read(self.deel), start=start)
        if not gevonden:
            raise self.bestand.weiger(Code.BESTAND_BESCHADIGD, onderdeel="de lijst van werkbladen")
        if len(gevonden) > grenzen.WERKBLADEN:
            raise self.bestand.weiger(Code.BESTAND_TE_GROOT, wat="het aantal werkbladen", grens=f"{grenzen.WERKBLADEN}")
        return gevonden

    @cached_property
    def teksten(self) -> list[str]:
        """The shared strings; [] when there are none."""
        deel = self._part("sharedStrings", "xl/sharedStrings.xml")
        return read_shared_strings(self.bestand, deel, self.package.read(deel)) if deel else []

    @cached_property
    def stijlen(self) -> Stijlen:
        """The styles; empty when the part is missing or broken, because an answer is worth more than its paint."""
        deel = self._part("styles", "xl/styles.xml")
        if not deel:
            return Stijlen()
        try:
            stijlen = read_stijlen(self.bestand, deel, self.package.read(deel))
        except BestandError:
            return Stijlen()
        stijlen.read_theme = self._read_theme
        return stijlen

    def _read_theme(self) -> dict[str, str]:
        deel = self._part("theme", "xl/theme/theme1.xml")
        try:
            return read_thema(self.bestand, deel, self.package.read(deel)) if deel else {}
        except BestandError:
            return {}

    @cached_property
    def opgeslagen(self) -> str:
        """When the workbook says it was last saved, ISO in UTC; "" when it does not say."""
        if "docProps/core.xml" not in self.package:
            return ""
        brokken: list[str] = []
        pad: list[str] = []

        def text(tekst: str) -> None:
            if pad[-1:] == ["modified"]:
                brokken.append(tekst)

        def start(tag: str, _: dict[str, str]) -> None:
            pad.append(tag)

        try:
            xml = self.package.read("docProps/core.xml")
            parse(self.bestand, "docProps/core.xml", xml, start=start, end=lambda _: pad.pop(), text=text)
            moment = datetime.fromisoformat("".join(brokken).strip())
            in_utc = moment.astimezone(UTC) if moment.tzinfo else moment
        except (BestandError, ValueError, OverflowError):
            return ""  # document systems write anything here; it never makes answers unreadable
        return in_utc.strftime("%Y-%m-%dT%H:%M:%SZ")

    def find_sheet(self, naam: str) -> Sheet | None:
        """Return the sheet of that name, whatever its capitals and spaces, or None."""
        gezocht = _sheet_key(naam)
        return next((sheet for sheet in self.sheets if _sheet_key(sheet.naam) == gezocht), None)

    def _part(self, soort: str, standaard: str) -> str:
        doelen = [r.doel for r in self.relaties.values() if r.soort == soort and r.doel in self.package]
        return doelen[0] if doelen else standaard if standaard in self.package else ""


def _sheet_key(naam: str) -> tuple[bool, str]:
    """`_actieplan` is ours and hidden; `Actieplan` is the matrix."""
    return naam.startswith("_"), fold(naam)
