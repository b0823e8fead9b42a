"""The running text of a hoofdlijn or thema may stand in the matrix itself, as the region knows its document."""

import io

import openpyxl
import pytest
from tekenen import draw_planwerkboek

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import PlanError
from actieplan_xl.reading.planwerkboek import Planwerkboek, read_planwerkboek

from .planbladen import ACTIEPLAN, TABELLEN

MET_TEKST = ACTIEPLAN.replace("| 1.1.1 |", "|       | Eerste. Tweede. |\n| 1.1.1 |")
TEKSTRIJ = 6


def read(*samengevoegd: str, actieplan: str = MET_TEKST, **bladen: str) -> Planwerkboek:
    """Read a planwerkboek, with cells of `Actieplan` merged as a person does it."""
    boek = openpyxl.load_workbook(io.BytesIO(draw_planwerkboek({**TABELLEN, "Actieplan": actieplan, **bladen}).bytes()))
    for bereik in samengevoegd:
        boek["Actieplan"].merge_cells(bereik)
    uit = io.BytesIO()
    boek.save(uit)
    return read_planwerkboek(io.BytesIO(uit.getvalue()))


def test_a_text_of_the_sheet_teksten_that_stands_in_the_matrix_too_is_no_actie():
    """Whether it still is one wide cell or someone took that apart."""
    zonder = read(actieplan=ACTIEPLAN).plan

    for samengevoegd in ((), (f"B{TEKSTRIJ}:H{TEKSTRIJ}",)):
        gelezen = read(*samengevoegd)
        assert gelezen.plan == zonder
        assert gelezen.bevindingen == ()


def test_a_text_over_several_columns_is_taken_where_teksten_has_none():
    gelezen = read(f"B{TEKSTRIJ}:H{TEKSTRIJ}", Teksten="| nr | tekst |\n| 1 | Boven. |\n")

    assert gelezen.plan.teksten == {"1": "Boven.", "1.1": "Eerste. Tweede."}
    assert gelezen.bevindingen == ()


def test_a_text_that_says_something_else_than_teksten_is_told_and_teksten_counts():
    gelezen = read(f"B{TEKSTRIJ}:H{TEKSTRIJ}", actieplan=MET_TEKST.replace("Tweede", "Derde"))

    assert gelezen.plan.teksten == {"1.1": "Eerste.\nTweede."}
    assert [(b.code, b.plek.cel) for b in gelezen.bevindingen] == [(Code.PLAN_TEKST_ANDERS, f"B{TEKSTRIJ}")]
    assert "Eerste. Derde." in str(gelezen.bevindingen[0])


@pytest.mark.parametrize(
    "regel",
    [
        "|       | Een vergeten nummer |",
        "|       | Eerste. Tweede. | | | | voltooid |",
    ],
)
def test_an_actie_whose_number_was_forgotten_is_still_told(regel: str):
    """A text nobody knows in one cell, or beside an answer, is an actie without a number."""
    with pytest.raises(PlanError) as gevangen:
        read(actieplan=ACTIEPLAN.replace("| 1.1.1 |", f"{regel}\n| 1.1.1 |"))

    gezegd = [(b.code, b.plek.cel) for b in gevangen.value.bevindingen]
    assert gezegd == [(Code.PLAN_NR_ONTBREEKT, f"A{TEKSTRIJ}")]


def test_a_wide_text_between_acties_belongs_to_no_hoofdlijn_or_thema():
    """Only right under its heading it is clear what a text is about."""
    with pytest.raises(PlanError) as gevangen:
        read("B7:H7", actieplan=ACTIEPLAN.replace("| 1.1.2 |", "|       | Tussendoor |\n| 1.1.2 |"))

    assert [b.code for b in gevangen.value.bevindingen] == [Code.PLAN_NR_ONTBREEKT]


@pytest.mark.parametrize("boven", ["A", "B"])
def test_a_text_over_the_whole_row_is_the_text_of_its_thema(boven: str):
    """From the first cell on, which is the natural choice of who merges a row; also where `Teksten` has none."""
    vooraan = MET_TEKST.replace("|       | Eerste. Tweede. |", "| Eerste. Tweede. |  |")
    actieplan = vooraan if boven == "A" else MET_TEKST

    gelezen = read(f"{boven}{TEKSTRIJ}:H{TEKSTRIJ}", actieplan=actieplan, Teksten="| nr | tekst |\n| 1 | Boven. |\n")

    assert gelezen.plan.teksten == {"1": "Boven.", "1.1": "Eerste. Tweede."}
    assert gelezen.bevindingen == ()


def test_a_number_over_several_columns_is_a_number_still():
    """And one that is none is told where it stands."""
    with pytest.raises(PlanError) as gevangen:
        read("A7:H7", actieplan=ACTIEPLAN.replace("| 1.1.2 |", "| 1.1.x | |\n| 1.1.2 |"))

    assert [(b.code, b.plek.cel) for b in gevangen.value.bevindingen] == [(Code.PLAN_NR_ONTBREEKT, "A7")]
