"""The sheet `Gegevens` for other programs: a CSV that opens well in a Dutch Excel, and parquet."""

import csv
import io
import re

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.words import GEGEVENS_KOLOMMEN
from actieplan_xl.reading.werkboek.bestand import refusal

# A spreadsheet program makes a formula of a text that begins like this (the wide ones in some languages as well). The
# apostrophes before it count: else a guarded text could not be told from one that a person began with an apostrophe.
_WORDT_FORMULE = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def to_csv(matrix: Matrix) -> bytes:
    """Return `Gegevens` as CSV: UTF-8 with a mark, semicolons, CRLF.

    A cell that a spreadsheet program would take for a formula has an apostrophe before it.
    """
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(GEGEVENS_KOLOMMEN)
    schrijver.writerows([guard(tekst) for tekst in rij] for rij in matrix.rows())
    return uit.getvalue().encode("utf-8-sig")


def guard(tekst: str) -> str:
    """Return a text that no spreadsheet program takes for a formula."""
    return f"'{tekst}" if _WORDT_FORMULE.match(tekst) else tekst


def to_parquet(matrix: Matrix, naam: str) -> bytes:
    """Return `Gegevens` as parquet, every column text. `naam` is how the file is called, for who lacks pyarrow."""
    uit = io.BytesIO()
    try:
        matrix.to_long_frame().to_parquet(uit, engine="pyarrow", index=False)
    except ImportError as error:
        raise refusal(naam, Code.EXPORT_ZONDER_UITBREIDING) from error
    return uit.getvalue()
