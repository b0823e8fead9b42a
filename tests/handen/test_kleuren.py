"""Cells that were painted by hand where a colour is no answer: never an answer, and never passed over in silence."""

import pytest
from tekenen import draw_invulblad

from actieplan_xl.domain import palet
from actieplan_xl.domain.bevinding import Bevinding, Code, Ernst
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.status import Status
from actieplan_xl.reading.inzending import read_invulblad
from handen import hidden, row

GROEN, BLAUW, ROOD, GEEL = "00B050", "0070C0", "FF0000", "FFFF00"
VORIGE = "| Nr | Actie | Vorige stand | Status | Planning | Toelichting |\n"


@pytest.fixture
def lees(bewaar, plan):
    """Read a table with fills by address; the first row stands in row 4."""

    def read(tekst: str, fills: dict[str, str]) -> Inzending:
        return read_invulblad(bewaar(draw_invulblad(tekst, fills=fills, verborgen=hidden(plan))), plan)

    return read


def colours(gelezen: Inzending) -> list[Bevinding]:
    return [b for b in gelezen.bevindingen if b.code is Code.KLEUR_TELT_NIET]


@pytest.mark.parametrize(("cel", "kop"), [("A4", "Nr"), ("B4", "Actie"), ("C4", "Vorige stand"), ("F4", "Toelichting")])
def test_a_colour_beside_an_empty_answer_is_no_answer_and_is_told(lees, cel, kop):
    """She paints the cell with the actie green, and means that it is done."""
    gelezen = lees(f"{VORIGE}| 1.1.1 | Training voor bestuurders | | | | |", {cel: GROEN})

    assert gelezen.antwoorden["1.1.1"].status is Status.NIET_BEPAALD
    [bevinding] = colours(gelezen)
    assert (bevinding.ernst, bevinding.plek.cel, bevinding.nr) == (Ernst.LET_OP, cel, "1.1.1")
    assert bevinding.tekst == (
        f"bij 1.1.1 is de cel '{kop}' met de hand groen gekleurd; daar telt een kleur niet, er is nog geen antwoord."
    )


def test_several_cells_of_a_row_are_told_together(lees):
    """The whole row but the cell that counts."""
    gelezen = lees(row(), {"A4": GROEN, "B4": GROEN, "E4": GROEN})

    [bevinding] = colours(gelezen)
    assert "bij 1.1.1 zijn de cellen 'Nr', 'Actie' en 'Toelichting' met de hand groen" in bevinding.tekst


@pytest.mark.parametrize(("status", "kleur"), [("voltooid", ROOD), ("gepland", GROEN), ("structureel", GEEL)])
def test_a_colour_that_says_something_else_than_the_answer_is_told(lees, status, kleur):
    """The word counts, and somebody should look which of the two was meant."""
    gelezen = lees(row(status, "2019"), {"B4": kleur})

    assert gelezen.antwoorden["1.1.1"].status == status
    [bevinding] = colours(gelezen)
    assert bevinding.tekst.endswith("daar telt een kleur niet, het antwoord blijft wat er staat.")


@pytest.mark.parametrize(
    ("status", "fills"),
    [
        ("voltooid", {"A4": GROEN, "B4": GROEN}),  # says the same
        ("", {"A4": GROEN, "B4": GROEN, "C4": GROEN}),  # the colour of Status is the answer
        ("voltooid", {"B4": ROOD, "C4": ROOD}),  # told with the answer already
        ("", {"B4": GEEL}),  # no answer yet, and that is what it says
        ("", dict.fromkeys(("A4", "B4", "E4"), "D9D9D9")),
        *(("", {"A4": kleur, "B4": kleur, "E4": kleur}) for kleur in sorted(palet.EIGEN_KLEUREN)),
    ],
)
def test_a_colour_that_adds_nothing_is_not_told(lees, status, fills):
    """Neither is paint of our own, or grey."""
    assert colours(lees(row(status), fills)) == []


def test_a_painted_column_is_told_once_for_what_is_open_and_once_for_what_is_answered(lees):
    """Somebody who styles a sheet does one thing, not one for each of eighty rows."""
    acties = ("Training voor bestuurders", "E-learning", "Kalender bijhouden", "BIBOB-beleid")
    nummers = ("1.1.1", "1.1.2", "1.2.1", "2.1.1")
    regels = [f"| {nr} | {actie} | | | |" for nr, actie in zip(nummers, acties, strict=True)]

    gelezen = lees(
        "| Nr | Actie | Status | Planning | Toelichting |\n" + "\n".join(regels), {f"B{r}": BLAUW for r in range(4, 8)}
    )

    [bevinding] = colours(gelezen)
    assert (bevinding.plek.cel, bevinding.nr) == ("B4", "")
    assert "bij 1.1.1, 1.1.2, 1.2.1 en 2.1.1 is de cel 'Actie' met de hand blauw" in bevinding.tekst
