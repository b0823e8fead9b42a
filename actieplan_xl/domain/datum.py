"""Dates as people in the Netherlands write them, and back."""

import re
from datetime import UTC, date, datetime

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

_DATUM = re.compile(r"(?<!\d)(\d{1,2})[-/. ]\s*(\d{1,2}|[a-z]+)\.?[-/. ]\s*(\d{4}|\d{2})(?!\d)")
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")


def parse_datum(tekst: str) -> date | None:
    """Return the date that "12-3-2019", "12 maart 2019" or "2019-03-12" names, or None. Never raises."""
    if iso := _ISO.search(tekst):
        return _make(int(iso[1]), int(iso[2]), int(iso[3]))
    gevonden = _DATUM.search(tekst.lower())
    if gevonden is None:
        return None
    dag, maand, jaar = gevonden.groups()
    nummer = int(maand) if maand.isdigit() else _month_number(maand)
    return _make(int(jaar) + (2000 if len(jaar) == 2 else 0), nummer, int(dag))


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
    """Return the date that a text is, with nothing before or behind it, or None."""
    kaal = tekst.strip()
    heel = _ISO.fullmatch(kaal) or _DATUM.fullmatch(kaal.lower())
    return parse_datum(kaal) if heel else None


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


def _month_number(woord: str) -> int:
    passend = [i for i, maand in enumerate(MAANDEN, 1) if len(woord) >= 3 and maand.startswith(woord)]
    return passend[0] if len(passend) == 1 else {"mrt": 3}.get(woord, 0)
