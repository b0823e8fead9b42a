"""Columns and rows as pandas tables. The only module that knows pandas; it is imported when a table is asked for."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd


def wide_frame(kolommen: Mapping[str, Sequence[str | None]], nummers: Sequence[str]) -> pd.DataFrame:
    """Return a table with a row per number (index `nr`) and the columns in their own order."""
    index = pd.Index(nummers, name="nr")
    return pd.DataFrame(dict(kolommen), index=index, columns=list(kolommen), dtype=object)


def long_frame(rijen: Iterable[Sequence[str]], koppen: Sequence[str]) -> pd.DataFrame:
    """Return a table with these rows and headings, all text."""
    return pd.DataFrame(list(rijen), columns=list(koppen), dtype=object)
