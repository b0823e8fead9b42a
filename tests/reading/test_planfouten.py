"""Everything that can be wrong with a plan is told with its code, its sheet and its cell, all at once (contract §1)."""

import io

import pytest
from tekenen import Cel, draw_planwerkboek

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.errors import PlanError
from actieplan_xl.reading.planwerkboek import read_planwerkboek

from .planbladen import ACTIEPLAN, GEMEENTEN, PLAN, TABELLEN, TEKSTEN, without


def problems(tabellen: dict[str, str] = TABELLEN, **cellen: str) -> list[Bevinding]:
    """Read a planwerkboek that was spoiled; a cell is named like Actieplan_A6."""
    spoiled = {tuple(plaats.split("_")): waarde for plaats, waarde in cellen.items()}
    with pytest.raises(PlanError) as gevangen:
        read_planwerkboek(io.BytesIO(draw_planwerkboek(tabellen, cellen=spoiled).bytes()))
    return gevangen.value.bevindingen


def told(bevindingen: list[Bevinding]) -> list[tuple[Code, str, str]]:
    return [(b.code, b.plek.blad, b.plek.cel) for b in bevindingen]


def test_a_sheet_that_is_missing_is_named():
    for blad in ("Actieplan", "Gemeenten", "Plan"):
        gevonden = problems(without(blad, "Teksten"))

        assert (Code.PLAN_WERKBLAD_ONTBREEKT, "", "") in told(gevonden)
        assert any(f"'{blad}' ontbreekt" in str(b) for b in gevonden)


def test_a_missing_sheet_alone_gives_one_problem():
    assert [b.code for b in problems(without("Plan"))] == [Code.PLAN_WERKBLAD_ONTBREEKT]
    assert [b.code for b in problems(without("Gemeenten"))] == [Code.PLAN_WERKBLAD_ONTBREEKT]


@pytest.mark.parametrize(
    ("cellen", "verwacht"),
    [
        ({"Actieplan_A3": "x", "Actieplan_B3": "y"}, (Code.PLAN_KOP_ONTBREEKT, "Actieplan", "A1")),
        ({"Gemeenten_A1": "plaats"}, (Code.PLAN_KOP_ONTBREEKT, "Gemeenten", "A1")),
        ({"Actieplan_A3": ""}, (Code.PLAN_KOLOM_ONTBREEKT, "Actieplan", "B3")),
        ({"Actieplan_B3": ""}, (Code.PLAN_KOLOM_ONTBREEKT, "Actieplan", "A3")),
        ({"Actieplan_F3": "", "Actieplan_G3": ""}, (Code.PLAN_KOLOM_ONTBREEKT, "Actieplan", "A3")),
        ({"Gemeenten_B1": ""}, (Code.PLAN_KOLOM_ONTBREEKT, "Gemeenten", "A1")),
        ({"Gemeenten_C1": ""}, (Code.PLAN_KOLOM_ONTBREEKT, "Gemeenten", "A1")),
        ({"Gemeenten_D1": ""}, (Code.PLAN_KOLOM_ONTBREEKT, "Gemeenten", "A1")),
        ({"Teksten_B1": ""}, (Code.PLAN_KOLOM_ONTBREEKT, "Teksten", "A1")),
        ({"Ontvangers_B1": ""}, (Code.PLAN_KOLOM_ONTBREEKT, "Ontvangers", "A1")),
        ({"Actieplan_H3": "cgm"}, (Code.PLAN_KOLOM_DUBBEL, "Actieplan", "H3")),
        ({"Actieplan_A7": "1.1.1"}, (Code.PLAN_NR_DUBBEL, "Actieplan", "A7")),
        ({"Actieplan_A7": "1.1.1."}, (Code.PLAN_NR_DUBBEL, "Actieplan", "A7")),
        ({"Actieplan_A7": "1.1.x"}, (Code.PLAN_NR_ONGELDIG, "Actieplan", "A7")),
        ({"Actieplan_A7": "1.1.1.1"}, (Code.PLAN_NR_ONGELDIG, "Actieplan", "A7")),
        ({"Actieplan_A7": ""}, (Code.PLAN_NR_ONTBREEKT, "Actieplan", "A7")),
        ({"Actieplan_A7": "1.2.1"}, (Code.PLAN_NR_ZONDER_OUDER, "Actieplan", "A7")),
        ({"Actieplan_A8": "3"}, (Code.PLAN_NR_ZONDER_OUDER, "Actieplan", "A9")),
        ({"Actieplan_B7": ""}, (Code.PLAN_ZONDER_TEKST, "Actieplan", "B7")),
        ({"Actieplan_B5": ""}, (Code.PLAN_ZONDER_TEKST, "Actieplan", "B5")),
        ({"Actieplan_A10": "2.2"}, (Code.PLAN_THEMA_LEEG, "Actieplan", "A9")),
        ({"Actieplan_E7": "Boekel, Oss"}, (Code.PLAN_GELDT_VOOR_ONBEKEND, "Actieplan", "E7")),
        ({"Actieplan_H3": "Uden"}, (Code.PLAN_KOLOM_ZONDER_GEMEENTE, "Actieplan", "H3")),
        ({"Gemeenten_A3": "CUIJK"}, (Code.PLAN_GEMEENTE_DUBBEL, "Gemeenten", "A3")),
        ({"Gemeenten_A3": ""}, (Code.PLAN_GEMEENTE_ZONDER_NAAM, "Gemeenten", "A3")),
        ({"Gemeenten_C3": ""}, (Code.PLAN_GEMEENTE_ZONDER_NAAM, "Gemeenten", "C3")),
        ({"Gemeenten_C3": "Oss"}, (Code.PLAN_GEMEENTE_KOLOM_ONBEKEND, "Gemeenten", "C3")),
        ({"Teksten_A2": "3.3"}, (Code.PLAN_TEKST_ZONDER_REGEL, "Teksten", "A2")),
        ({"Teksten_A2": ""}, (Code.PLAN_TEKST_ZONDER_REGEL, "Teksten", "A2")),
        ({"Plan_B1": ""}, (Code.PLAN_ZONDER_NAAM, "Plan", "B1")),
        ({"Plan_A1": "titel"}, (Code.PLAN_ZONDER_NAAM, "Plan", "B1")),
    ],
)
def test_each_problem_is_told_at_its_cell(cellen, verwacht):
    assert verwacht in told(problems(**cellen))


@pytest.mark.parametrize(
    ("cellen", "zin"),
    [
        ({"Actieplan_A7": "1.1.1"}, "nummer 1.1.1 staat er twee keer; eerder in A6."),
        ({"Gemeenten_A4": "Cuijk"}, "gemeente 'Cuijk' staat er twee keer; eerder in A2."),
        ({"Actieplan_E7": "Oss"}, "'Oss' bij 'Geldt voor' is geen kolom van de matrix. Kies uit: CGM, Boekel"),
        ({"Gemeenten_C3": "Oss"}, "kolom 'Oss' van Grave staat niet in de matrix. Neem de naam van een kolom"),
        ({"Actieplan_A7": ""}, "hier ontbreekt het nummer (bij 'E-learning')."),
    ],
)
def test_a_problem_says_what_and_where_else(cellen, zin):
    assert any(zin in str(b) for b in problems(**cellen))


def test_one_small_mistake_gives_one_problem():
    for cellen in ({"Actieplan_A7": "1.1.1"}, {"Actieplan_A7": ""}, {"Gemeenten_A3": ""}, {"Plan_B1": ""}):
        assert len(problems(**cellen)) == 1, cellen


def test_a_plan_without_a_single_actie_is_no_plan():
    kop = "\n".join(ACTIEPLAN.splitlines()[:5])

    gevonden = problems({**without("Teksten"), "Actieplan": kop})

    assert told(gevonden) == [(Code.PLAN_ZONDER_ACTIES, "Actieplan", "A3")]


def test_a_footnote_without_its_heading_is_a_line_without_sense():
    gevonden = problems({**TABELLEN, "Actieplan": ACTIEPLAN.replace("| Voetnoten |", "")})

    assert told(gevonden)[0] == (Code.PLAN_NR_DUBBEL, "Actieplan", "A13")


def test_a_line_with_only_an_answer_is_told_not_lost():
    assert told(problems(Actieplan_G11="voltooid")) == [(Code.PLAN_NR_ONTBREEKT, "Actieplan", "A11")]


def test_all_problems_come_at_once():
    gevonden = problems(
        {**TABELLEN, "Gemeenten": GEMEENTEN + "| Uden | GM0856 | Oss | |\n", "Plan": PLAN.replace("naam", "titel")},
        Actieplan_A6="1.1.x",
        Actieplan_E7="Oss",
        Actieplan_B10="",
        Actieplan_H3="Landerd",
        Gemeenten_A3="Cuijk",
        Teksten_A2="9.9",
        Ontvangers_B1="",
    )

    assert told(gevonden) == [
        (Code.PLAN_NR_ONGELDIG, "Actieplan", "A6"),
        (Code.PLAN_ZONDER_TEKST, "Actieplan", "B10"),
        (Code.PLAN_GELDT_VOOR_ONBEKEND, "Actieplan", "E7"),
        (Code.PLAN_GEMEENTE_DUBBEL, "Gemeenten", "A3"),
        (Code.PLAN_GEMEENTE_KOLOM_ONBEKEND, "Gemeenten", "C5"),
        (Code.PLAN_ZONDER_NAAM, "Plan", "B1"),
        (Code.PLAN_KOLOM_ZONDER_GEMEENTE, "Actieplan", "H3"),
        (Code.PLAN_TEKST_ZONDER_REGEL, "Teksten", "A2"),
        (Code.PLAN_KOLOM_ONTBREEKT, "Ontvangers", "A1"),
    ]


def test_a_number_that_excel_made_a_date_of_is_told_not_guessed():
    boek = draw_planwerkboek(TABELLEN, cellen={("Actieplan", "A6"): Cel("36892", t="n", formaat=14)})

    with pytest.raises(PlanError, match=r"'1-1-2001' is geen nummer"):
        read_planwerkboek(io.BytesIO(boek.bytes()))


def test_a_text_for_a_line_that_is_not_there_is_told():
    gevonden = problems({**TABELLEN, "Teksten": TEKSTEN.replace("1.1", "1.9")})

    assert [(b.code, b.plek.cel) for b in gevonden] == [(Code.PLAN_TEKST_ZONDER_REGEL, cel) for cel in ("A2", "A3")]
