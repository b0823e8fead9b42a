"""The communication calendar as iCalendar (RFC 5545): an event of a whole day per moment that has a whole date.

A month is no day and "week 12 of 13" is none either: such a moment is told, never guessed. The same calendar gives the
same bytes, and a moment that is put off keeps its identity, so that an agenda moves it instead of adding another.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.datum import whole_datum
from actieplan_xl.domain.invulling import Communicatiemoment
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.words import korte_opsomming
from actieplan_xl.rules.kalender import HOOGSTENS_OOK_BIJ, find_shared

_REGELBYTES = 75
_WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MET_WEEKDAG = re.compile(r"([a-z]{2,9})\.?,?\s+(\d.*)", re.IGNORECASE | re.DOTALL)
_REGELEINDE = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_STUURTEKEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_MET_BACKSLASH = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True)
class Kalender:
    """The calendar as bytes, and which moments are not in it. Without a single event it is no calendar: `inhoud` is
    then empty."""

    inhoud: bytes
    bevindingen: tuple[Bevinding, ...] = ()


def to_ics(matrix: Matrix) -> Kalender:
    """Return the moments of communication as an .ics."""
    plan = matrix.plan
    regels: list[str] = []
    zonder: list[Bevinding] = []
    samen = find_shared(matrix.communicatie)
    for moment, uid, ook_bij in zip(matrix.communicatie, _uids(plan, matrix.communicatie), samen, strict=True):
        dag = read_dag(moment.datum)
        if dag is None:
            waarden = {"wat": moment.wat or moment.toelichting, "datum": moment.datum}
            zonder.append(Bevinding(Code.KALENDER_ZONDER_DATUM, moment.plek, moment.gemeente, waarden=waarden))
        else:
            regels += _event(plan, moment, dag, uid, ook_bij)
    if not regels:
        return Kalender(b"", tuple(zonder))
    regels = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//actieplan_xl//Communicatiekalender//NL",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escape(plan.gegevens.naam)}",
        *regels,
        "END:VCALENDAR",
    ]
    return Kalender(b"".join(fold_line(regel) for regel in regels), tuple(zonder))


def read_dag(tekst: str) -> date | None:
    """Return the day that a whole text names; a day of the week may stand before it, when that is the right one."""
    gevonden = _MET_WEEKDAG.fullmatch(tekst.strip())
    if gevonden is None:
        return whole_datum(tekst)
    dag = whole_datum(gevonden[2])
    return dag if dag and _WEEKDAGEN[dag.weekday()].startswith(gevonden[1].lower()) else None


def _uids(plan: Plan, momenten: tuple[Communicatiemoment, ...]) -> Iterator[str]:
    """Yield what tells a moment from all others: whose it is, what it is, and the how manieth of those."""
    gezien: Counter[tuple[str, str]] = Counter()
    for moment in momenten:
        wie_wat = (moment.gemeente, moment.wat)
        gezien[wie_wat] += 1
        delen = (plan.gegevens.naam, plan.gegevens.jaar, *wie_wat, str(gezien[wie_wat]))
        kenmerk = hashlib.sha256("\x00".join(delen).encode(errors="replace")).hexdigest()
        yield f"{kenmerk[:32]}@actieplan_xl"


def _event(plan: Plan, moment: Communicatiemoment, dag: date, uid: str, ook_bij: tuple[str, ...]) -> list[str]:
    # When it was made is asked for; the clock would give other bytes each time.
    gemaakt = whole_datum(plan.gegevens.peildatum) or dag
    wat = moment.wat or "Communicatiemoment"
    kenmerken = [
        ("Gemeente", moment.gemeente),
        # Each told it her own way, so it stays an event of each.
        ("Ook bij", korte_opsomming(ook_bij, HOOGSTENS_OOK_BIJ)),
        ("Doelgroep", moment.doelgroep),
        ("Kanaal", moment.kanaal),
        ("Lokaal of regionaal", moment.bereik),
        ("Toelichting", moment.toelichting),
    ]
    uitleg = "\n".join(f"{naam}: {tekst}" for naam, tekst in kenmerken if tekst)
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{_compact(gemaakt)}T000000Z",
        f"DTSTART;VALUE=DATE:{_compact(dag)}",
        f"SUMMARY:{escape(f'{wat} ({moment.gemeente})' if moment.gemeente else wat)}",
        *([f"DESCRIPTION:{escape(uitleg)}"] if uitleg else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _compact(dag: date) -> str:
    return dag.isoformat().replace("-", "")


def escape(tekst: str) -> str:
    """Return a text as the value of a property: whatever stands in it, it begins no property of its own."""
    return _STUURTEKEN.sub(" ", _REGELEINDE.sub("\n", tekst)).translate(_MET_BACKSLASH)


def fold_line(regel: str) -> bytes:
    """Return a line with its end, cut where it is longer than 75 bytes; never within a character."""
    stukken = [b""]
    for teken in regel:
        bytes_ = teken.encode(errors="replace")
        if len(stukken[-1]) + len(bytes_) > _REGELBYTES:
            stukken.append(b" ")
        stukken[-1] += bytes_
    return b"\r\n".join(stukken) + b"\r\n"
