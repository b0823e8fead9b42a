"""Uitstel on the sheet `Gemeenten`: read however it was typed, and told when it is none."""

import io

import pytest
from tekenen import Cel, draw_planwerkboek

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.reading.planwerkboek import Planwerkboek, read_planwerkboek

from .planbladen import TABELLEN


def read(tot: str, reden: str = "herindeling", kop: str = "uitstel tot", **hoe: object) -> Planwerkboek:
    """Read the plan with what is registered for Grave."""
    gemeenten = f"""
    | gemeente | cbs_code | kolom  | e-mail | {kop} | reden   |
    | Cuijk    | GM1684   | CGM    |        |       |         |
    | Grave    | GM0786   | CGM    |        | {tot} | {reden} |
    | Boekel   | GM0755   | Boekel |        |       |         |
    """
    return read_planwerkboek(io.BytesIO(draw_planwerkboek(TABELLEN | {"Gemeenten": gemeenten}, **hoe).bytes()))


@pytest.mark.parametrize("tot", ["1-7-2019", "1 juli 2019", "2019-07-01"])
def test_uitstel_is_read_as_people_write_a_date(tot: str) -> None:
    """The others have none, and nothing is told of it."""
    gelezen = read(tot, kop="Uitstel tot:")

    assert [(g.uitstel_tot, g.uitstel_reden) for g in gelezen.plan.gemeenten] == [
        ("", ""),
        ("2019-07-01", "herindeling"),
        ("", ""),
    ]
    assert gelezen.bevindingen == ()


def test_a_date_that_excel_made_of_it_is_uitstel_as_well() -> None:
    """A cell with a number that shows as a date."""
    gelezen = read("x", cellen={("Gemeenten", "E3"): Cel("43647", "n", formaat="dd-mm-yyyy")})

    assert gelezen.plan.gemeenten[1].uitstel_tot == "2019-07-01"


@pytest.mark.parametrize(("tot", "waarde"), [("volgende week", "'volgende week'"), ("", "niets")])
def test_what_gives_no_uitstel_is_told_at_its_cell(tot: str, waarde: str) -> None:
    """Also a reden without a date; what was typed stays, to be seen in the regiowerkboek."""
    gelezen = read(tot)

    (bevinding,) = gelezen.bevindingen
    assert (bevinding.code, bevinding.plek.cel) == (Code.PLAN_UITSTEL_ZONDER_DATUM, "E3")
    assert waarde in bevinding.tekst
    assert "Grave heeft dus geen uitstel" in bevinding.tekst
    assert (gelezen.plan.gemeenten[1].uitstel_tot, gelezen.plan.gemeenten[1].uitstel_reden) == (tot, "herindeling")
