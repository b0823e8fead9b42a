from dataclasses import replace
from datetime import date
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.invulling import Communicatiemoment
from actieplan_xl.sending.kalender import escape, fold_line, read_dag, to_ics
from sending.conftest import Maak


def moment(datum: str = "12-3-2019", wat: str = "Avond", **overig: str) -> Communicatiemoment:
    return Communicatiemoment("Boekel", datum, wat, **overig)


def events(inhoud: bytes) -> list[Any]:
    """Read it with somebody else's parser."""
    return list(icalendar.Calendar.from_ical(inhoud).walk("VEVENT"))


def test_a_moment_with_a_day_becomes_an_event_of_that_whole_day(maak: Maak) -> None:
    """An independent parser finds the day, the gemeente and everything that was typed."""
    toelichting = "a; b, c\\n d\nBEGIN:VEVENT\r\n=1+1"
    kalender = to_ics(maak(momenten=(moment(doelgroep="agrariërs", toelichting=toelichting),)))

    (event,) = events(kalender.inhoud)
    assert event["DTSTART"].dt == date(2019, 3, 12)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["SUMMARY"] == "Avond (Boekel)"
    assert event["DESCRIPTION"] == (
        "Gemeente: Boekel\nDoelgroep: agrariërs\nToelichting: a; b, c\\n d\nBEGIN:VEVENT\n=1+1"
    )
    assert kalender.bevindingen == ()


def test_a_moment_that_others_have_too_names_them(maak: Maak) -> None:
    """It stays an event of each gemeente; in each the others are named."""
    uden = replace(moment(wat="de avond"), gemeente="Uden")
    kalender = to_ics(maak(momenten=(moment(), uden)))

    assert [event["DESCRIPTION"] for event in events(kalender.inhoud)] == [
        "Gemeente: Boekel\nOok bij: Uden",
        "Gemeente: Uden\nOok bij: Boekel",
    ]


@pytest.mark.parametrize(
    "datum",
    ["12-3-2019", "12 maart 2019", "2019-03-12", "12 mrt. 2019", "dinsdag 12 maart 2019", "di. 12-3-2019", " 12/3/19 "],
)
def test_a_day_is_read_as_people_write_it(datum: str) -> None:
    """With the day of the week before it, when that is right."""
    assert read_dag(datum) == date(2019, 3, 12)


@pytest.mark.parametrize(
    "datum",
    [
        "maart 2019", "najaar 2019", "week 11", "2019", "", "12-3", "31-2-2019", "12 of 13 maart 2019", "12-3-2019?",
        "woensdag 12 maart 2019", "voor 12-3-2019", "12-3-2019 (doorgehaald)", "12-14 maart 2019", "x 12 maart 2019",
    ],
)  # fmt: skip
def test_what_is_no_day_is_told_and_not_guessed(maak: Maak, datum: str) -> None:
    """A month is no day, and neither is a day with a doubt beside it."""
    kalender = to_ics(maak(momenten=(moment(), moment(datum, "Brief"))))

    assert len(events(kalender.inhoud)) == 1
    (bevinding,) = kalender.bevindingen
    assert (bevinding.code, bevinding.gemeente) == (Code.KALENDER_ZONDER_DATUM, "Boekel")
    assert f"'Brief' staat niet in de agenda: '{datum}'" in bevinding.tekst


def test_a_month_that_excel_made_a_date_of_is_still_a_month(maak: Maak) -> None:
    """The date to sort by says the first of May; the gemeente said May."""
    kalender = to_ics(maak(momenten=(moment("mei 2019", sorteerdatum="2019-05-01"),)))

    assert kalender.inhoud == b""
    assert len(kalender.bevindingen) == 1


def test_the_same_calendar_gives_the_same_bytes_stamped_with_the_peildatum(maak: Maak) -> None:
    """No clock in it, also when the peildatum is no date."""
    inhoud = to_ics(maak(momenten=(moment(),))).inhoud

    assert inhoud == to_ics(maak(momenten=(moment(),))).inhoud
    assert b"DTSTAMP:20190601T000000Z" in inhoud
    assert b"DTSTAMP:20190312T000000Z" in to_ics(maak(momenten=(moment(),), peildatum="voorjaar")).inhoud


def test_a_moment_that_is_put_off_keeps_its_identity(maak: Maak) -> None:
    """An agenda then moves it; two moments of one name stay two."""
    eerst, later = (events(to_ics(maak(momenten=(moment(d), moment("1-9-2019")))).inhoud) for d in ("1-3-19", "2-3-19"))

    assert [e["UID"] for e in eerst] == [e["UID"] for e in later]
    assert len({e["UID"] for e in eerst}) == 2


@given(st.text())
def test_every_text_is_one_property_and_comes_back(tekst: str) -> None:
    """Whatever is typed begins no line of its own, fits in 75 bytes a line, and is read as it was."""
    inhoud = fold_line(f"SUMMARY:{escape(tekst)}")

    assert inhoud.endswith(b"\r\n")
    assert all(len(regel) <= 75 for regel in inhoud.split(b"\r\n"))
    assert all(regel.startswith(b" ") for regel in inhoud.split(b"\r\n")[1:-1])
    assert b"\n" not in inhoud.replace(b"\r\n", b"") and b"\r" not in inhoud.replace(b"\r\n", b"")
    ontvouwen = inhoud.replace(b"\r\n ", b"").decode(errors="replace").removesuffix("\r\n")
    assert ontvouwen == f"SUMMARY:{escape(tekst)}".encode(errors="replace").decode()


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")) | st.sampled_from("\\;,\n:"), min_size=1))
def test_another_parser_reads_what_was_typed(tekst: str) -> None:
    """A text survives the escapes and the folds."""
    inhoud = b"".join(
        fold_line(regel) for regel in ("BEGIN:VEVENT", "UID:x", f"DESCRIPTION:x{escape(tekst)}x", "END:VEVENT")
    )

    assert icalendar.Event.from_ical(inhoud)["DESCRIPTION"] == f"x{tekst}x"
