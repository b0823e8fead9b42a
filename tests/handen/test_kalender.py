"""What hands do to the sheet `Communicatie`: every text is a part of a moment, or is told with its cell."""

import pytest
from tekenen import Cel, RawSheet, RawWorkbook, draw_invulblad

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.reading.inzending import read_invulblad
from handen import BLAD, at, hidden

KALENDER = "| Datum | Wat | Doelgroep |\n| 2019 | Persbericht | inwoners |"


@pytest.fixture
def lees_kalender(bewaar, plan):
    """Read an invulblad with a calendar drawn from row 2 on; its hidden sheet may have gone."""

    def read(tekst: str = KALENDER, cellen: dict[str, Cel | str] | None = None, **hoe: object) -> Inzending:
        met_verborgen, dubbel = hoe.pop("met_verborgen", True), hoe.pop("dubbel", [])
        blad, *rest = draw_invulblad(BLAD, verborgen=hidden(plan) if met_verborgen else None).sheets
        kalender = RawSheet(dubbel=dubbel, **{"naam": "Communicatie", **hoe})
        kalender.put_table(tekst, 2)
        kalender.change(cellen)
        return read_invulblad(bewaar(RawWorkbook([blad, kalender, *rest]), "Boekel.xlsx"), plan)

    return read


def on_calendar(gelezen: Inzending) -> list[tuple[Code, str]]:
    return [(b.code, b.plek.cel) for b in gelezen.bevindingen if b.plek.blad == "Communicatie"]


def test_moments_on_a_hidden_sheet_are_read_and_told(lees_kalender):
    gelezen = lees_kalender(staat="hidden")

    assert [m.wat for m in gelezen.communicatie] == ["Persbericht"]
    assert on_calendar(gelezen) == [(Code.BLAD_VERBORGEN, "")]


@pytest.mark.parametrize("met_verborgen", [True, False])
@pytest.mark.parametrize("cel", ["A1", "C1", "H2", "H3", "A9"])
def test_nothing_on_the_calendar_is_passed_over(lees_kalender, met_verborgen, cel):
    gelezen = lees_kalender(cellen={cel: "wij doen niets met pers"}, met_verborgen=met_verborgen)

    gezegd = " ".join(m.datum for m in gelezen.communicatie) + at(gelezen, cel, "Communicatie")
    assert "wij doen niets met pers" in gezegd


def test_a_column_of_their_own_is_told_cell_by_cell(lees_kalender):
    gelezen = lees_kalender("| Datum | Contact | Wat |\n| 2019 | Jan | Brief |\n| 2020 | | Film |\n| 2021 | Piet | |")

    assert [(m.datum, m.wat) for m in gelezen.communicatie] == [("2019", "Brief"), ("2020", "Film"), ("2021", "")]
    assert on_calendar(gelezen) == [(Code.KOLOM_ONBEKEND, "B3"), (Code.KOLOM_ONBEKEND, "B5")]
    assert "de kolom 'Contact'" in at(gelezen, "B5", "Communicatie")
    assert "'Piet'" in at(gelezen, "B5", "Communicatie")


def test_without_its_headings_the_calendar_is_told_cell_by_cell(lees_kalender):
    gelezen = lees_kalender("| 12 maart | Persbericht |")

    assert gelezen.communicatie == ()
    assert on_calendar(gelezen) == [(Code.CEL_BUITEN_TABEL, "A2"), (Code.CEL_BUITEN_TABEL, "B2")]


def test_a_cell_without_an_outcome_or_that_stands_twice_is_told(lees_kalender):
    gelezen = lees_kalender(
        cellen={"A4": Cel(formule="H9")}, dubbel=[("B3", Cel("of toch een brief")), ("C3", Cel(" "))]
    )

    assert on_calendar(gelezen) == [(Code.CEL_NIET_BEREKEND, "A4"), (Code.CEL_DUBBEL, "B3")]
    assert "of toch een brief" in at(gelezen, "B3", "Communicatie")


def test_a_date_and_a_number_come_back_as_they_were_typed(lees_kalender):
    gelezen = lees_kalender(cellen={"A3": Cel("43586", t="n", formaat=17), "C3": Cel("0.5", t="n", formaat=9)})

    [moment] = gelezen.communicatie
    assert (moment.datum, moment.doelgroep, moment.sorteerdatum) == ("mei 2019", "50%", "2019-05-01")
