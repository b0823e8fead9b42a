"""Workbooks to give to LibreOffice: a plan in which everything occurs, and ways to look at what came back."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
from python_calamine import CalamineWorkbook

from actieplan_xl.domain.plan import Actie, Gemeente, Hoofdlijn, Kolom, Plan, Plangegevens, Thema

Cellen = dict[tuple[str, int, int], object]
"""The value of each cell by sheet, row and column."""
_FORMULECEL = re.compile(rb'(<c [^>]*?)( t="\w+")?>(<f>.*?</f>)<v>.*?</v>', re.DOTALL)


def make_plan(aantal: int) -> Plan:
    """Return a plan with a number of acties, numbered 1.1.1 and on, of which 1.1.2 is not for Boekel."""
    acties = tuple(
        Actie(f"1.1.{nr}", f"Actie nummer {nr}", geldt_voor=("CGM", "Sint Anthonis") if nr == 2 else ())
        for nr in range(1, aantal + 1)
    )
    kolommen = (
        Kolom("CGM", (Gemeente("Cuijk", "CGM"), Gemeente("Grave", "CGM"))),
        Kolom("Sint Anthonis", (Gemeente("Sint Anthonis", "Sint Anthonis"),)),
        Kolom("Boekel", (Gemeente("Boekel", "Boekel"),)),
    )
    lijnen = (Hoofdlijn("1", "Hoofdlijn", (Thema("1.1", "Thema", acties),)),)
    return Plan(Plangegevens("Plan", jaar="2019", peildatum="2019-06-01"), kolommen, lijnen)


def falsify(xlsx: bytes) -> bytes:
    """Replace the stored value of every formula, so that only who calculates can know the right one."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx)) as bron, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        for naam in bron.namelist():
            inhoud = bron.read(naam)
            if naam.startswith("xl/worksheets/"):
                inhoud = _FORMULECEL.sub(rb'\1 t="str">\3<v>vervalst</v>', inhoud)
            doel.writestr(naam, inhoud)
    return uit.getvalue()


def load(bron: Path | bytes, data_only: bool = True) -> Any:
    """Open with openpyxl, which warns of what other programs put in a workbook."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return openpyxl.load_workbook(io.BytesIO(bron) if isinstance(bron, bytes) else bron, data_only=data_only)


def cells(xlsx: bytes) -> Cellen:
    """Return what stands in every cell that is not empty, quickly: of a formula the value stored beside it."""
    boek = CalamineWorkbook.from_filelike(io.BytesIO(xlsx))
    return {
        (naam, rij, kolom): waarde
        for naam in boek.sheet_names
        for rij, waarden in enumerate(boek.get_sheet_by_name(naam).to_python(skip_empty_area=False), 1)
        for kolom, waarde in enumerate(waarden, 1)
        if waarde != ""
    }


def formulas(boek: Any) -> Iterator[tuple[str, str]]:
    """Yield (sheet, cell) of each formula in a workbook that was opened with its formulas."""
    for blad in boek:
        for rij in blad.iter_rows():
            yield from ((blad.title, cel.coordinate) for cel in rij if cel.data_type == "f")


def by_number(blad: Any) -> dict[str, int]:
    """Return the row of every actie on a sheet, by its number in the first column."""
    nummers = {str(rij[0].value or ""): rij[0].row for rij in blad.iter_rows(max_col=1)}
    return {nr: rij for nr, rij in nummers.items() if nr.count(".") == 2}


def headings(blad: Any) -> dict[str, int]:
    """Return the column of each heading in the row that starts with `Nr`."""
    return next({c.value: c.column for c in rij if c.value} for rij in blad.iter_rows() if rij[0].value == "Nr")
