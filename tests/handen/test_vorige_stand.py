"""What stands under `Vorige stand`: ours, unless somebody typed over it."""

import pytest
from tekenen import Cel, RawWorkbook, draw_invulblad

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.status import Status
from actieplan_xl.reading.inzending import Vraag, read_boek, read_invulblad
from actieplan_xl.reading.werkboek.bestand import open_bestand
from actieplan_xl.reading.werkboek.openen import open_werkboek
from handen import answers, at, told
from handen.verstuurd import as_sent, beside, place_of

STANDEN = {"1.1.1": Stand(Status.GEPLAND, "2017"), "1.1.2": Stand(Status.VOLTOOID, "in 2016")}
TABEL = """
| Nr    | Actie                     | Vorige stand         | Status   | Planning | Toelichting |
| 1.1.1 | Training voor bestuurders | 2017                 | voltooid |          |             |
| 1.1.2 | E-learning                | voltooid⏎in 2016     | gepland  |          |             |
| 1.2.1 | Kalender bijhouden        |                      | gepland  |          |             |
"""


@pytest.fixture
def lees_met(bewaar, plan):
    """Read a drawing without a hidden sheet, where the plan knows the previous states of Boekel."""

    def read(tabel: str, standen=STANDEN, **hoe: object) -> Inzending:
        boek = open_werkboek(open_bestand(bewaar(draw_invulblad(tabel, **hoe), "Boekel.xlsx")))
        return read_boek(boek, Vraag(plan, {"Boekel": dict(standen)}))[0]

    return read


def test_without_the_hidden_sheet_the_plan_knows_what_was_typed_over(lees_met):
    assert lees_met(TABEL).bevindingen == ()

    gelezen = lees_met(TABEL, cellen={"C4": "2017, maar dat klopt niet", "C6": "gepland"})

    assert told(gelezen) == [(Code.KOLOM_ONBEKEND, "C4"), (Code.KOLOM_ONBEKEND, "C6")]
    assert "2017, maar dat klopt niet" in at(gelezen, "C4")


def test_where_nothing_is_known_a_previous_state_is_ours_and_what_is_none_is_told(lees):
    assert lees(TABEL).bevindingen == ()
    assert told(lees(TABEL, cellen={"C5": "n.v.t."})) == [(Code.KOLOM_ONBEKEND, "C5")]


@pytest.mark.parametrize("nr", ["Actie 1.1.1", "1,1,1", "1.1.1.", ""])
def test_our_own_previous_state_is_ours_however_the_row_was_recognised(bewaar, plan, nr):
    boek = as_sent(plan, standen=STANDEN)
    blad = boek.sheets[0]
    blad.change({beside(blad, "1.1.1", "Status"): "ongewijzigd"})
    blad.change({place_of(blad, "1.1.1"): nr})

    gelezen = read_invulblad(bewaar(boek, "Boekel.xlsx"), plan)

    assert answers(gelezen)["1.1.1"] == (Status.GEPLAND, "2017")
    assert {code for code, _ in told(gelezen)} <= {Code.NR_LEEG}


def test_the_sheets_of_several_gemeenten_in_one_workbook_keep_their_previous_states(bewaar, plan):
    """Copied into the workbook of Boekel, the sheet of Uden has no hidden sheet of its own any more."""
    boek, uden = (
        as_sent(plan, standen=STANDEN),
        as_sent(plan, "Uden", {"1.1.1": Stand(Status.GEPLAND, "2025")}).sheets[0],
    )
    uden.naam = "Uden"
    uden.change({beside(uden, "1.1.1", "Status"): "voltooid"})
    werkboek = open_werkboek(open_bestand(bewaar(RawWorkbook([*boek.sheets, uden]), "alle.xlsx")))

    gelezen = next(i for i in read_boek(werkboek, Vraag(plan)) if i.gemeenten == ("Uden",))

    assert answers(gelezen)["1.1.1"] == (Status.VOLTOOID, "")
    assert Code.KOLOM_ONBEKEND not in {b.code for b in gelezen.bevindingen}


@pytest.mark.parametrize(
    "tekst", ["Training", "Eigen acties van Boekel: wat Boekel zelf nog wil toevoegen (mag leeg blijven)"]
)
def test_what_is_typed_there_beside_a_heading_is_told(bewaar, plan, tekst):
    boek = as_sent(plan, standen=STANDEN)
    blad = boek.sheets[0]
    plaats = f"C{place_of(blad, tekst)[1:]}"
    blad.change({plaats: "was al af"})

    gelezen = read_invulblad(bewaar(boek, "Boekel.xlsx"), plan)

    assert "was al af" in at(gelezen, plaats)
    assert gelezen.eigen_acties == ()


def test_what_is_typed_there_beside_an_eigen_actie_is_told(lees):
    gelezen = lees(TABEL + "| | Eigen acties | | | | |\n| | Drones | gepland | | | |")

    assert [e.actie for e in gelezen.eigen_acties] == ["Drones"]
    assert told(gelezen) == [(Code.KOLOM_ONBEKEND, "C8")]
    assert "'gepland'" in at(gelezen, "C8")


def test_an_actie_that_is_no_longer_asked_keeps_its_previous_state(lees):
    verborgen = {"gemeente": "Boekel", "standen": '{"9.9.9":["gepland","2017"]}'}

    gelezen = lees(TABEL.split("| 1.1.1", maxsplit=1)[0] + "| 9.9.9 | Drones | 2017 | | | |", verborgen=verborgen)

    assert [code for code, _ in told(gelezen)] == [Code.RIJ_ONBEKEND]


def test_a_formula_there_without_an_outcome_is_told(bewaar, plan):
    boek = as_sent(plan, standen=STANDEN)
    blad = boek.sheets[0]
    plaats = beside(blad, "1.1.1", "Vorige stand")
    blad.change({plaats: Cel(formule="H9")})

    assert told(read_invulblad(bewaar(boek, "Boekel.xlsx"), plan))[-2:] == [
        (Code.CEL_NIET_BEREKEND, plaats),
        (Code.NIETS_INGEVULD, ""),
    ]


def test_a_state_that_differed_between_former_gemeenten_is_never_taken_over(lees_met):
    """Also not where only the visible column knows it, or the plan."""
    samen = "verschilde per gemeente⏎Cuijk: voltooid, 2018⏎Grave: gepland, 2019"
    verschilde = Stand(Status.NIET_BEPAALD, samen.partition("⏎")[2].replace("⏎", "\n"))
    tabel = TABEL.replace("2017                 | voltooid |", f"{samen} | ongewijzigd |")

    for standen in ({}, STANDEN | {"1.1.1": verschilde}):
        gelezen = lees_met(tabel, standen)

        assert not gelezen.antwoorden["1.1.1"].is_antwoord
        assert gelezen.antwoorden["1.1.1"].getypt == "ongewijzigd"
        assert told(gelezen) == [(Code.ONGEWIJZIGD_VERSCHILDE, "D4")]
