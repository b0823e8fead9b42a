"""Workbooks as other people make them with other libraries: a budget, a register, a table of a statistician."""

import datetime
import io
import json
import zipfile
from collections.abc import Callable

import openpyxl
import pandas as pd
import xlsxwriter
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from tekenen.ods import draw_ods
from tekenen.xls import draw_xls
from tekenen.xlsb import draw_xlsb

KOPPEN = ("Zaaknr", "Omschrijving", "Status", "Bedrag", "Datum")
ZAAKREGEL = ("2019-0417", "Kapvergunning Dorpsstraat", "In behandeling", 1250.5, datetime.date(2019, 4, 17))


def begroting_openpyxl() -> bytes:
    """A budget with a chart, a comment, a merge, a formula and a sheet of its own name."""
    boek = openpyxl.Workbook()
    blad = boek.active
    blad.title = "Begroting"
    blad.append(KOPPEN)
    blad.append(ZAAKREGEL)
    blad.append(["", "Totaal", "", "=SUM(D2:D2)"])
    blad.merge_cells("A3:B3")
    blad["B2"].comment = Comment("navragen", "afdeling")
    grafiek = BarChart()
    grafiek.add_data(Reference(blad, min_col=4, min_row=1, max_row=3))
    blad.add_chart(grafiek, "G2")
    boek.create_chartsheet("Grafiek")
    return _saved(boek.save)


def register_xlsxwriter() -> bytes:
    """A register with a table, rules of colour, a choice list and a hidden sheet; strings inside the cells."""
    uit = io.BytesIO()
    boek = xlsxwriter.Workbook(uit, {"in_memory": True})
    blad = boek.add_worksheet("Register")
    blad.add_table(0, 0, 2, 2, {"columns": [{"header": kop} for kop in KOPPEN[:3]]})
    blad.write_rich_string("B2", "half ", boek.add_format({"bold": True}), "vet")
    blad.conditional_format("C2:C9", {"type": "cell", "criteria": "==", "value": '"open"', "format": boek.add_format()})
    blad.data_validation("C2:C9", {"validate": "list", "source": ["open", "dicht"]})
    boek.add_worksheet("Lijsten").hide()
    boek.close()
    return uit.getvalue()


def tabel_pandas() -> bytes:
    """A table with an index of two levels, as a statistician saves it."""
    tabel = pd.DataFrame({"aantal": [1, 2, None]}, index=pd.MultiIndex.from_product([["a"], ["x", "y", "z"]]))
    return _saved(lambda uit: tabel.to_excel(uit, sheet_name="2019"))


def leeg() -> bytes:
    """A workbook in which nothing was ever typed."""
    return _saved(openpyxl.Workbook().save)


def breed() -> bytes:
    """Five thousand rows of thirty columns, written as a stream."""
    boek = openpyxl.Workbook(write_only=True)
    blad = boek.create_sheet("Uitdraai")
    for rij in range(5_000):
        blad.append([f"{rij}-{kolom}" for kolom in range(30)])
    return _saved(boek.save)


def lijkt_erop() -> bytes:
    """A list of actions of somebody else, with the very headings of an invulblad."""
    boek = openpyxl.Workbook()
    boek.active.append(["Nr", "Actie", "Status", "Planning", "Toelichting"])
    boek.active.append([1, "Koffiezetapparaat ontkalken", "open", "Q3", "Jan"])
    boek.active.append(["1.1", "Plantjes water geven", "done", 2019, None])
    return _saved(boek.save)


def gegevensmap() -> bytes:
    """A zip that holds no workbook at all."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as zip_:
        zip_.writestr("package.json", json.dumps({"naam": "iets anders"}))
    return uit.getvalue()


def _saved(save: Callable[[io.BytesIO], object]) -> bytes:
    uit = io.BytesIO()
    save(uit)
    return uit.getvalue()


ANDERMANS_TABEL = """
| Zaaknr    | Omschrijving              | Bedrag |
| 2019-0417 | Kapvergunning Dorpsstraat | 1250   |
"""
ANDERMANS_CELLEN = {(1, 1): "Zaaknr", (1, 2): "Bedrag", (2, 1): "2019-0417", (2, 2): "1250"}
TEKENAARS: dict[str, Callable[[], bytes]] = {
    "begroting.xlsx": begroting_openpyxl,
    "register.xlsx": register_xlsxwriter,
    "statistiek.xlsx": tabel_pandas,
    "leeg.xlsx": leeg,
    "uitdraai.xlsx": breed,
    "actielijst.xlsx": lijkt_erop,
    "begroting.ods": lambda: draw_ods(ANDERMANS_TABEL, titel="Begroting"),
    "begroting.xls": lambda: draw_xls(ANDERMANS_CELLEN, "Begroting"),
    "begroting.xlsb": lambda: draw_xlsb(ANDERMANS_CELLEN, "Begroting"),
    "gegevens.zip": gegevensmap,
    "lijst.csv": lambda: "Zaaknr;Bedrag\n2019-0417;1250,50\n".encode("cp1252"),
    "bladzijde.xls": lambda: b"<html><table><tr><td>2019</td></tr></table></html>",
    "brief.docx": lambda: b"geen zip",
    "niets.xlsx": lambda: b"",
}
"""A name and what makes the file."""
