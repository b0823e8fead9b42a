"""Plain data → the bytes of an .xlsx. The only module that knows xlsxwriter.

xlsxwriter is quiet where others raise: it returns −2 for a text that it cut, warns for a rule that it drops, and
makes formulas and links of texts that look like them. Here every such silence is made loud or switched off.
"""

import io
import re
import warnings
from datetime import datetime
from typing import Any, NoReturn

from actieplan_xl.domain.adres import format_adres
from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.reading.werkboek import grenzen
from actieplan_xl.reading.werkboek.teksten import one_newline
from actieplan_xl.writing import styles
from actieplan_xl.writing.afdruk import set_page
from actieplan_xl.writing.grafieken import draw_chart
from actieplan_xl.writing.nabewerking import finish
from actieplan_xl.writing.passend import fit_heights
from actieplan_xl.writing.sheet import Cell, DataValidation, Formula, Link, Range, Sheet, Workbook, join_ranges
from actieplan_xl.writing.styles import Style
from actieplan_xl.writing.vervolg import units

# The same input gives the same bytes: a workbook carries no moment of its making.
NIET_OPGESLAGEN = datetime(2020, 1, 1)
_OPTIES = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_VRIJ_IN_BEVEILIGD_BLAD = {
    "select_locked_cells": True,
    "select_unlocked_cells": True,
    "autofilter": True,
    "format_columns": True,
    "format_rows": True,
}
_HALF_TEKEN = re.compile("[\ud800-\udfff]")
"""Half of a pair: in no file of any kind there is room for it."""
_LANGSTE_LIJST = 255
_MEESTE_LINKS = 65_530
"""As many as Excel takes on one sheet; what comes after them is read all the same."""
AUTEUR = "actieplan"
"""Who writes our comments: the program, and nobody's name."""


def draw(boek: Workbook, gemaakt: datetime = NIET_OPGESLAGEN) -> bytes:
    """Return the workbook as bytes; the same data always gives the same bytes. Raises `BestandError` for a text
    that no cell can hold."""
    import xlsxwriter  # noqa: PLC0415  loads only when something is written

    uit = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a rule that xlsxwriter drops is a defect of ours, not a warning
        workbook = xlsxwriter.Workbook(uit, _OPTIES)
        workbook.set_properties(
            {"title": boek.titel, "subject": boek.onderwerp, "author": "", "company": "", "created": gemaakt}
        )
        workbook.set_calc_mode("auto")
        formats = _Formats(workbook)
        bladen = [workbook.add_worksheet(sheet.naam) for sheet in boek.sheets]
        for sheet, blad in zip(boek.sheets, bladen, strict=True):
            _SheetDrawer(sheet, blad, formats).draw()
            for grafiek in sheet.grafieken:
                draw_chart(workbook, blad, grafiek, sheet.breedtes, row_heights(sheet))
        for naam, verwijzing in boek.namen:
            workbook.define_name(naam, verwijzing)
        workbook.close()
    return finish(uit.getvalue())


def row_heights(sheet: Sheet) -> dict[int, float]:
    """Return the height of rows in points: what was asked for, and where texts run on what they need."""
    from xlsxwriter.utility import xl_pixel_width  # noqa: PLC0415  loads only when something is written

    return sheet.hoogtes | fit_heights(sheet, xl_pixel_width)


def comment_size(tekst: str) -> tuple[int, int]:
    """Return width and height in pixels of a comment in which a text fits."""
    regels = sum(1 + len(regel) // _TEKENS_PER_REGEL for regel in tekst.split("\n"))
    return _BREED, min(24 + _REGEL_HOOG * regels, 600)


_BREED, _REGEL_HOOG, _TEKENS_PER_REGEL = 320, 17, 44


class _Formats:
    """xlsxwriter formats by style: each is made once."""

    def __init__(self, workbook: Any):
        self.workbook = workbook
        self._gemaakt: dict[tuple[Style, bool], Any] = {}

    def get(self, style: Style, is_regel: bool = False) -> Any:
        if (style, is_regel) not in self._gemaakt:
            eigenschappen = _rule_properties(style) if is_regel else _cell_properties(style)
            self._gemaakt[style, is_regel] = self.workbook.add_format(eigenschappen)
        return self._gemaakt[style, is_regel]


def _rule_properties(style: Style) -> dict[str, Any]:
    """A colour rule may change fill and text colour, nothing that moves the text."""
    eigenschappen: dict[str, Any] = {"font_color": f"#{style.kleur}"}
    if style.vlak:
        eigenschappen["bg_color"] = f"#{style.vlak}"
    if style.vet:
        eigenschappen["bold"] = True
    return eigenschappen


def _cell_properties(style: Style) -> dict[str, Any]:
    eigenschappen: dict[str, Any] = {
        "font_name": styles.LETTERTYPE,
        "font_size": style.grootte,
        "font_color": f"#{style.kleur}",
        "bold": style.vet,
        "italic": style.cursief,
        "underline": 1 if style.is_link else 0,
        "align": style.horizontaal,
        "valign": "vcenter" if style.verticaal == "center" else style.verticaal,
        "text_wrap": style.terugloop,
        "indent": style.inspringing,
        "num_format": style.getalformaat,
        "locked": not style.is_open,
    }
    if style.vlak:
        eigenschappen |= {"pattern": 1, "bg_color": f"#{style.vlak}"}
    if style.rand:
        eigenschappen |= {"border": 1, "border_color": f"#{style.rand}"}
    if style.onderlijn:
        eigenschappen |= {"bottom": 2, "bottom_color": f"#{style.onderlijn}"}
    return eigenschappen


class _SheetDrawer:
    def __init__(self, sheet: Sheet, blad: Any, formats: _Formats):
        self.sheet = sheet
        self.blad = blad
        self.formats = formats
        self.hoogtes = row_heights(sheet)
        self.links = 0

    def draw(self) -> None:
        self._draw_layout()
        self._draw_cells()
        self._draw_rules()
        self._draw_validations()
        self._draw_table()
        self._draw_comments()
        set_page(self.blad, self.sheet, self.hoogtes)
        self._draw_protection()

    def _draw_layout(self) -> None:
        sheet, blad = self.sheet, self.blad
        blad.hide_gridlines(2)
        blad.set_zoom(sheet.zoom)
        for kolom, breedte in sheet.breedtes.items():
            opties = {"hidden": True} if kolom in sheet.verborgen_kolommen else None
            blad.set_column(kolom - 1, kolom - 1, breedte, None, opties)
        for rij, hoogte in self.hoogtes.items():
            blad.set_row(rij - 1, hoogte, None, {"level": sheet.niveaus.get(rij, 0)})
        if sheet.niveaus:
            blad.outline_settings(symbols_below=False)
        if sheet.bevroren:
            blad.freeze_panes(*sheet.bevroren)
        if sheet.tabkleur:
            blad.set_tab_color(f"#{sheet.tabkleur}")
        if sheet.is_verborgen:
            blad.very_hidden()
        if sheet.startcel:
            blad.set_selection(
                sheet.startcel[0] - 1, sheet.startcel[1] - 1, sheet.startcel[0] - 1, sheet.startcel[1] - 1
            )
        if sheet.tekst_als_getal_mag:
            blad.ignore_errors({"number_stored_as_text": str(sheet.tekst_als_getal_mag)})

    def _draw_cells(self) -> None:
        for bereik in self.sheet.samengevoegd:
            stijl = self.formats.get(self.sheet.cells[bereik.rij, bereik.kolom].style)
            blad = self.blad
            blad.merge_range(bereik.rij - 1, bereik.kolom - 1, bereik.tot_rij - 1, bereik.tot_kolom - 1, "", stijl)
        for (rij, kolom), cell in sorted(self.sheet.cells.items()):
            self._draw_cell(rij - 1, kolom - 1, cell)

    def _draw_cell(self, rij: int, kolom: int, cell: Cell) -> None:
        stijl = self.formats.get(cell.style)
        value = cell.value
        if value is None or value == "":
            code = self.blad.write_blank(rij, kolom, None, stijl)
        elif isinstance(value, str):
            self._check_text(rij, kolom, value)
            code = self.blad.write_string(rij, kolom, one_newline(value), stijl)
        elif isinstance(value, Formula):
            code = self.blad.write_formula(rij, kolom, value.formula, stijl, value.value)
        elif isinstance(value, Link) and self.links == _MEESTE_LINKS:
            code = self.blad.write_string(rij, kolom, value.tekst, stijl)
        elif isinstance(value, Link):
            self._check_text(rij, kolom, value.tekst)
            self.links += 1
            code = self.blad.write_url(rij, kolom, f"internal:{value.doel}", stijl, value.tekst)
        else:
            code = self.blad.write_number(rij, kolom, value, stijl)
        if code:
            raise ValueError(f"xlsxwriter schreef {self.sheet.naam} {format_adres((rij + 1, kolom + 1))} niet ({code})")

    def _check_text(self, rij: int, kolom: int, tekst: str) -> None:
        """Refuse what a cell cannot hold; what stands elsewhere, such as a title, stands in a cell too."""
        lengte = units(tekst)
        if lengte > grenzen.CEL_TEKENS:
            waarden = {"lengte": lengte, "grens": grenzen.CEL_TEKENS}
            self._refuse(Code.TEKST_TE_LANG, rij, kolom, waarden)
        if not tekst.isascii() and _HALF_TEKEN.search(tekst):
            self._refuse(Code.TEKST_HALF_TEKEN, rij, kolom, {})

    def _refuse(self, code: Code, rij: int, kolom: int, waarden: dict[str, Any]) -> NoReturn:
        plek = Plek("", self.sheet.naam, format_adres((rij + 1, kolom + 1)))
        raise BestandError(Bevinding(code, plek, waarden=waarden))

    def _draw_rules(self) -> None:
        for regel in self.sheet.kleurregels:
            opties = {
                "type": "formula",
                "criteria": regel.formula,
                "format": self.formats.get(regel.style, is_regel=True),
                "stop_if_true": True,
            }
            self._expect_zero(self.blad.conditional_format(str(regel.bereik), opties))
        for balk in self.sheet.databalken:
            opties = {
                "type": "data_bar",
                "bar_color": f"#{balk.kleur}",
                "bar_solid": True,
                "min_type": "num",
                "max_type": "num",
                "min_value": 0,
                "max_value": 1,
                "data_bar_2010": True,
            }
            self._expect_zero(self.blad.conditional_format(str(balk.bereik), opties))

    def _draw_validations(self) -> None:
        """A dropdown that stands in a hundred rows is one dropdown with a hundred rows: smaller, and faster to open."""
        gelijk: dict[DataValidation, list[Range]] = {}
        for validatie in self.sheet.validaties:
            gelijk.setdefault(validatie._replace(bereik=Range(0, 0, 0, 0)), []).append(validatie.bereik)
        for validatie, bereiken in gelijk.items():
            eerste, *overige = join_ranges(bereiken)
            opties = _validation_options(validatie)
            opties["other_cells"] = [[r.rij - 1, r.kolom - 1, r.tot_rij - 1, r.tot_kolom - 1] for r in overige]
            self._expect_zero(self.blad.data_validation(str(eerste), opties))

    def _draw_table(self) -> None:
        sheet = self.sheet
        if sheet.tabel:
            bereik = sheet.tabel.bereik
            kopstijl = self.formats.get(sheet.cells[bereik.rij, bereik.kolom].style)
            opties = {
                "name": sheet.tabel.naam,
                "style": "Table Style Light 1",
                "columns": [{"header": kop, "header_format": kopstijl} for kop in sheet.tabel.koppen],
            }
            self._expect_zero(self.blad.add_table(str(sheet.tabel.bereik), opties))
        elif sheet.filter:
            self.blad.autofilter(str(sheet.filter))

    def _draw_comments(self) -> None:
        for (rij, kolom), tekst in sorted(self.sheet.opmerkingen.items()):
            breed, hoog = comment_size(tekst)
            opties = {"author": AUTEUR, "width": breed, "height": hoog, "font_size": 10}
            self._expect_zero(self.blad.write_comment(rij - 1, kolom - 1, tekst, opties))

    def _draw_protection(self) -> None:
        if self.sheet.is_beveiligd:
            self.blad.protect("", _VRIJ_IN_BEVEILIGD_BLAD)

    def _expect_zero(self, code: int | None) -> None:
        if code:
            raise ValueError(f"xlsxwriter weigert een onderdeel van {self.sheet.naam} ({code})")


def _validation_options(validatie: DataValidation) -> dict[str, Any]:
    uitleg = validatie.uitleg
    if len(uitleg) > _LANGSTE_LIJST:
        uitleg = f"{uitleg[: _LANGSTE_LIJST - 1]}…"
    opties: dict[str, Any] = {"input_title": validatie.titel, "input_message": uitleg}
    if not validatie.keuzes:
        return {"validate": "any", **opties}
    if len(",".join(validatie.keuzes)) > _LANGSTE_LIJST:
        raise ValueError("een keuzelijst in Excel telt hoogstens 255 tekens")
    return {
        "validate": "list",
        "source": list(validatie.keuzes),
        "error_title": "Kies uit de lijst",
        "error_message": validatie.fout,
        **opties,
    }
