"""A cell's value as a person would have typed it (contract §2): 2019, "mei 2019", "1-5-2019", "50%", "€ 5000"."""

import math
import re
from datetime import datetime, timedelta
from typing import NamedTuple

from actieplan_xl.domain.datum import MAANDEN
from actieplan_xl.reading.werkboek.cells import Cell, Soort
from actieplan_xl.reading.werkboek.stijlen import Stijlen

_INGEBOUWD = {
    14: "d-m-y", 15: "d-mmm-y", 16: "d-mmm", 17: "mmm-y", 18: "h:m", 19: "h:m", 20: "h:m", 21: "h:m:s",
    22: "d-m-y h:m", 45: "m:s", 46: "h:m:s", 47: "m:s", 9: "%", 10: "%",
    5: "€", 6: "€", 7: "€", 8: "€", 42: "€", 44: "€",
}  # fmt: skip
_LETTERLIJK = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_MUNT = re.compile(r"\[\$([^\]-]+)|([€$£])")
_LAATSTE_DAG = 2_958_465


class Datum(NamedTuple):
    """A moment that a cell holds and which parts of it the cell shows."""

    moment: datetime
    met_dag: bool
    met_maand: bool
    met_jaar: bool
    met_tijd: bool
    met_maandnaam: bool

    def __str__(self) -> str:
        dag = self._dag()
        # Midnight behind a date is what Excel shows, not what anyone typed.
        met_tijd = self.met_tijd and (not dag or self.moment.hour or self.moment.minute)
        return " ".join(deel for deel in (dag, self.moment.strftime("%H:%M") if met_tijd else "") if deel)

    def _dag(self) -> str:
        moment = self.moment
        maand = MAANDEN[moment.month - 1]
        if self.met_dag and self.met_maandnaam:
            return f"{moment.day} {maand} {moment.year}"
        if self.met_dag:
            return f"{moment.day}-{moment.month}-{moment.year}"
        if self.met_maand:
            return f"{maand} {moment.year}"
        return str(moment.year) if self.met_jaar else ""


def as_typed(cell: Cell, stijlen: Stijlen, is_1904: bool = False) -> str:
    """Return what a person would have typed to get this cell; "" for an empty one.

    White space at the ends is taken off; the rest of a text is kept to the letter.
    """
    if cell.soort is Soort.GETAL:
        duur = _format_duration(cell, stijlen)
        datum = None if duur else as_datum(cell, stijlen, is_1904)
        return duur or (str(datum) if datum else _format_number(cell, stijlen))
    if cell.soort is Soort.DATUM:
        duur = _format_duration(cell, stijlen)
        datum = as_datum(cell, stijlen, is_1904)
        return duur or (str(datum) if datum else cell.ruw)
    if cell.soort is Soort.BOOLEAAN:
        return "ja" if cell.ruw == "1" else "nee"
    return cell.ruw.strip()


def as_datum(cell: Cell, stijlen: Stijlen, is_1904: bool = False) -> Datum | None:
    """Return the moment a cell holds when Excel shows it as a date, else None."""
    vorm = _form(cell, stijlen)
    if cell.soort is Soort.DATUM:
        moment = _parse_iso(cell.ruw)
        if moment is None:
            return None
        return _shown(moment, vorm if _is_date_code(vorm) else "d-m-y h:m")
    if cell.soort is not Soort.GETAL or not _is_date_code(vorm) or _is_year(cell):
        return None
    serienummer = float(cell.ruw) + (1462 if is_1904 else 0)
    return _shown(_from_serial(serienummer), vorm) if 0 <= serienummer <= _LAATSTE_DAG else None


def is_no_date(cell: Cell, stijlen: Stijlen, is_1904: bool = False) -> bool:
    """Whether a cell says it is a date and holds none that exists: 31 February, or a day before the calendar."""
    is_getal = cell.soort is Soort.GETAL and _is_date_code(_form(cell, stijlen)) and not _is_year(cell)
    zegt_datum = cell.soort is Soort.DATUM or is_getal
    return zegt_datum and as_datum(cell, stijlen, is_1904) is None and not _format_duration(cell, stijlen)


def _is_year(cell: Cell) -> bool:
    """Whether a number is a year that was typed in a cell with the format of a date: as a day it lies in 1905."""
    return cell.ruw.isdigit() and len(cell.ruw) == 4 and 1950 <= int(cell.ruw) <= 2100


def _shown(moment: datetime, vorm: str) -> Datum:
    return Datum(
        moment=moment,
        met_dag="d" in vorm,
        met_maand="m" in vorm and ("y" in vorm or "d" in vorm or "mmm" in vorm),
        met_jaar="y" in vorm,
        met_tijd="h" in vorm,
        met_maandnaam="mmm" in vorm,
    )


def _form(cell: Cell, stijlen: Stijlen) -> str:
    nummer, code = stijlen.number_format(cell.stijl)
    return _plain_code(code) if code else _INGEBOUWD.get(nummer, "")


def _serial(cell: Cell) -> float | None:
    """Return the number behind a cell, also when it was stored as a moment; None for a moment that does not exist."""
    if cell.soort is Soort.GETAL:
        return float(cell.ruw)
    moment = _parse_iso(cell.ruw)
    if moment is None:
        return None
    dagen = (moment.replace(tzinfo=None) - datetime(1899, 12, 30)) / timedelta(days=1)
    return dagen - 1 if dagen < 61 else dagen


def _from_serial(serienummer: float) -> datetime:
    # Excel counts 29 February 1900, which never was: days before it are one further than the rest.
    dagen = serienummer + 1 if serienummer < 60 else serienummer
    return datetime(1899, 12, 30) + timedelta(seconds=round(dagen * 86400))


_DUUR = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_DUUR_INGEBOUWD = (45, 46, 47)


def _format_duration(cell: Cell, stijlen: Stijlen) -> str:
    """Return "36:00" for a day and a half shown as hours, or as minutes and seconds; "" for anything else."""
    nummer, code = stijlen.number_format(cell.stijl)
    vorm = _plain_code(code)
    alleen_minuten = bool(re.search(r"m+:s", vorm)) and not re.search(r"[ydh]|mmm", vorm)
    if not (nummer in _DUUR_INGEBOUWD or _DUUR.search(code) or alleen_minuten):
        return ""
    dagen = _serial(cell)
    if dagen is None or not 0 <= dagen <= _LAATSTE_DAG:
        return ""
    return format_duur(dagen)


def format_duur(dagen: float) -> str:
    """Return a number of days as hours and minutes, with seconds where there are any: "36:00"."""
    minuten, rest = divmod(round(dagen * 86400), 60)
    return f"{minuten // 60}:{minuten % 60:02}" + (f":{rest:02}" if rest else "")


def _plain_code(code: str) -> str:
    return _LETTERLIJK.sub("", code.split(";", maxsplit=1)[0]).lower().replace("j", "y")


def _is_date_code(vorm: str) -> bool:
    return bool(re.search(r"[ydh]|mmm|m:s", vorm)) and not re.search(r"[0#?]", vorm.replace(".0", ""))


def _format_number(cell: Cell, stijlen: Stijlen) -> str:
    getal = float(cell.ruw)
    if math.isinf(getal):
        return cell.ruw
    if "%" in _form(cell, stijlen):
        return _in_dutch(f"{getal * 100:.10g}%")
    # Fifteen digits is what Excel itself keeps; more would be noise of binary fractions.
    kort = f"{getal:.15g}"
    # Every program writes an exponent in its own way (1.5e-7, 1.5E-007); digits that are written out stay so.
    kort = _in_dutch(kort if "e" not in kort or "e" in cell.ruw.lower() else cell.ruw)
    munt = _currency(cell, stijlen)
    return f"{munt} {kort}" if munt else kort


def _in_dutch(getal: str) -> str:
    return getal.replace(".", ",").upper()


def _currency(cell: Cell, stijlen: Stijlen) -> str:
    """Return the sign that the number format puts before an amount; "" for a plain number."""
    nummer, code = stijlen.number_format(cell.stijl)
    if not code:
        return "€" if _INGEBOUWD.get(nummer) == "€" else ""
    gevonden = _MUNT.search(code.split(";", maxsplit=1)[0])
    return (gevonden[1] or gevonden[2]).strip() if gevonden else ""


def _parse_iso(tekst: str) -> datetime | None:
    try:
        return datetime.fromisoformat(tekst)
    except ValueError:
        return None
