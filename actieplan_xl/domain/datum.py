"""Dates as people in the Netherlands write them, and back."""

import re
from datetime import UTC, date, datetime

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

_WOORDMAAND = r"(?:jan|feb|maa|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]{0,6}"
_NUMMERMAAND = r"(?:1[0-2]|0?[1-9])"
_SCHEIDING = r"\.?[-/. ]\s*"
_JAAR = r"(?P<jaar>\d{4}|\d{2})(?!\d)"
_WEEKDAG = r"(?:[a-z]{2,6}dag\s+)?"
_TOT = rf"\s*(?:t/m|tot en met|tot|en|,|&)\s*{_WEEKDAG}"
_TOT_OF_STREEP = rf"(?:{_TOT}|\s*[-–—/+]\s*)"
# Strokes between days are only sure where the month is a word: 10-11-12-2019 could be anything.
_DATUM = re.compile(
    r"(?<!\d)(?<!\d[-/.:])"
    rf"(?:(?P<dagen>\d{{1,2}}(?:{_TOT_OF_STREEP}\d{{1,2}}){{0,9}}){_SCHEIDING}(?P<maand>{_WOORDMAAND})"
    rf"|(?P<dagen_>\d{{1,2}}(?:{_TOT}\d{{1,2}}){{0,9}}){_SCHEIDING}(?P<maand_>{_NUMMERMAAND}))"
    rf"{_SCHEIDING}{_JAAR}"
)
_DAG_EERDER = re.compile(rf"(?<!\d)(\d{{1,2}}){_SCHEIDING}({_WOORDMAAND}|{_NUMMERMAAND}){_TOT_OF_STREEP}{_WEEKDAG}$")
_VER_TERUG = 60
"""Where the first day of a range stands, if its month is another one."""
_TIJD = re.compile(r"\s*u(?:ur)?\b")
_TIJD_OF_TOT = re.compile(rf"[.:]\d|{_TIJD.pattern}|{_TOT_OF_STREEP}\d")
"""What shows that the figures before it are a clock time. Behind four figures a stroke may be the next day."""
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")


def parse_datum(tekst: str) -> date | None:
    """Return the date that "12-3-2019", "12 maart 2019" or "2019-03-12" names, or None. Never raises.

    Of a range of days it is the first. None when that is not sure, or when it is a clock time that stands for a year.
    """
    if iso := _ISO.search(tekst):
        return _make(int(iso[1]), int(iso[2]), int(iso[3]))
    klein = tekst.lower()
    gevonden = _DATUM.search(klein)
    if gevonden is None or _is_tijd(gevonden, klein):
        return None
    dag = _first_day(gevonden["dagen"] or gevonden["dagen_"])
    heel = _make(_year(gevonden["jaar"]), _month_number(gevonden["maand"] or gevonden["maand_"]), dag)
    eerder = _DAG_EERDER.search(klein, max(gevonden.start() - _VER_TERUG, 0), gevonden.start())
    if heel is None or eerder is None:
        return heel
    begin = _make(heel.year, _month_number(eerder[2]), int(eerder[1]))
    return begin if begin and begin < heel else None


def _is_tijd(gevonden: re.Match[str], tekst: str) -> bool:
    soort = _TIJD if len(gevonden["jaar"]) == 4 else _TIJD_OF_TOT
    return soort.match(tekst, gevonden.end()) is not None


def _first_day(dagen: str) -> int:
    """Return the first of a range or list of days, or 0 when they are not one: "week 3, 17 mei" is no two days."""
    nummers = [int(nummer) for nummer in re.findall(r"\d+", dagen)]
    is_bedoeld = "," not in dagen or "en" in dagen or nummers == list(range(nummers[0], nummers[0] + len(nummers)))
    return nummers[0] if is_bedoeld and nummers == sorted(set(nummers)) else 0


def format_datum(datum: date | str) -> str:
    """Return "12 maart 2019"; a text that is no ISO date comes back as it is."""
    if isinstance(datum, str):
        gelezen = parse_datum(datum) if _ISO.fullmatch(datum) else None
        if gelezen is None:
            return datum
        datum = gelezen
    return f"{datum.day} {MAANDEN[datum.month - 1]} {datum.year}"


def format_dag(datum: date) -> str:
    """Return "dinsdag 12 maart 2019"."""
    return f"{DAGEN[datum.weekday()]} {format_datum(datum)}"


def format_moment(moment: str) -> str:
    """Return "12 maart 2019, 10:00 uur (UTC)" for a moment as `as_utc` gives it; another text comes back as it is."""
    try:
        gelezen = datetime.strptime(moment, _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return moment
    return f"{format_datum(gelezen.date())}, {gelezen:%H:%M} uur (UTC)"


def whole_datum(tekst: str) -> date | None:
    """Return the date that a text is, with nothing before or behind it, or None; a range of days is no date."""
    kaal = tekst.strip()
    heel = _ISO.fullmatch(kaal) or _DATUM.fullmatch(kaal.lower())
    is_dag = heel is not None and (heel.re is _ISO or (heel["dagen"] or heel["dagen_"]).isdigit())
    return parse_datum(kaal) if is_dag else None


def iso_or_text(tekst: str) -> str:
    """Return a date as ISO when the whole text is one, else the text itself."""
    datum = whole_datum(tekst)
    return datum.isoformat() if datum else tekst


def as_utc(moment: str) -> str:
    """Return a moment as ISO in UTC; one without a zone is taken as UTC, and what is no moment gives ""."""
    try:
        gelezen = datetime.fromisoformat(moment.strip())
        in_utc = gelezen.astimezone(UTC) if gelezen.tzinfo else gelezen
    except (ValueError, OverflowError):
        return ""
    return in_utc.strftime(_MOMENT)


def _make(jaar: int, maand: int, dag: int) -> date | None:
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None


def _year(jaar: str) -> int:
    return int(jaar) + (2000 if len(jaar) == 2 else 0)


def _month_number(maand: str) -> int:
    if maand.isdigit():
        return int(maand)
    passend = [i for i, naam in enumerate(MAANDEN, 1) if len(maand) >= 3 and naam.startswith(maand)]
    return passend[0] if len(passend) == 1 else {"mrt": 3}.get(maand, 0)
