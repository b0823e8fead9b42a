import csv
import io
import re
import sys

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.words import GEGEVENS_KOLOMMEN
from actieplan_xl.sending.tabellen import guard, to_csv, to_parquet
from sending.conftest import Maak

GEVAARLIJK = ("=", "+", "-", "@", "\t", "\r")


BEWAAKT = re.compile(r"'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def unguard(tekst: str) -> str:
    """Return the text that `guard` was given: what it put before a text can always be taken off again."""
    return tekst[1:] if BEWAAKT.match(tekst) else tekst


def read_rows(inhoud: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(inhoud.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_csv_is_written_as_a_dutch_excel_opens_it(maak: Maak) -> None:
    """A mark that says UTF-8, semicolons, Windows line ends."""
    inhoud = to_csv(maak("coördinatie; “najaar”"))

    assert inhoud.startswith(b"\xef\xbb\xbfnr;hoofdlijn;thema;")
    assert '"coördinatie; “najaar”"'.encode() in inhoud
    assert inhoud.count(b"\r\n") == inhoud.count(b"\n") == 4


def test_csv_holds_the_rows_of_gegevens(maak: Maak) -> None:
    """Whoever reads it as a table has what the sheet has, whatever line ends and quotes were typed."""
    matrix = maak('regel 1\nregel "2"; nog iets')

    assert read_rows(to_csv(matrix)) == [list(GEGEVENS_KOLOMMEN), *map(list, matrix.rows())]


@given(st.text())
@example("=1+1")
@example("'=1+1")
@example("''-")
def test_no_cell_begins_as_a_formula_and_every_text_comes_back(tekst: str) -> None:
    """A law of the apostrophe: it hides every formula, and can always be taken off again."""
    bewaakt = guard(tekst)

    assert not bewaakt.startswith(GEVAARLIJK)
    assert unguard(bewaakt) == tekst
    assert bewaakt in (tekst, f"'{tekst}")


@pytest.mark.parametrize("planning", ["=HYPERLINK(1)", "+31 6", "-", "@x", "\t=1", "＝1"])
def test_what_looks_like_a_formula_gets_an_apostrophe_in_the_csv(maak: Maak, planning: str) -> None:
    """What somebody typed arrives as text in whatever opens the CSV."""
    kolom = GEGEVENS_KOLOMMEN.index("planning")

    assert read_rows(to_csv(maak(planning)))[1][kolom] == f"'{planning}"


def test_parquet_is_gegevens_as_a_table_of_texts(maak: Maak) -> None:
    """What pandas reads back is `Matrix.to_long_frame()`."""
    matrix = maak("=1+1")

    gelezen = pd.read_parquet(io.BytesIO(to_parquet(matrix, "regio.xlsx")))

    assert list(gelezen.columns) == list(GEGEVENS_KOLOMMEN)
    assert [tuple(rij) for rij in gelezen.itertuples(index=False)] == list(matrix.rows())


def test_without_pyarrow_parquet_is_refused_with_what_to_install(maak: Maak, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence names the extra."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)

    with pytest.raises(BestandError, match=r"regio\.xlsx: voor parquet.* pip install 'actieplan_xl\[parquet\]'"):
        to_parquet(maak(), "regio.xlsx")
