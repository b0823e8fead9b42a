"""The afspraken of the region on the sheet `Plan`: read as people write yes and no, and written back."""

import io
from dataclasses import replace

import pytest
from tekenen import draw_planwerkboek

from actieplan_xl.domain.afspraken import AFSPRAAK_NAMEN, GEEN_AFSPRAKEN, Afspraken
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.words import VERDER, VERDER_NIET_AF
from actieplan_xl.reading.buiten import calculated
from actieplan_xl.reading.planwerkboek import Planwerkboek, read_planwerkboek
from actieplan_xl.reading.regiowerkboek import read_regiowerkboek
from actieplan_xl.rules.samenvoeging import merge
from actieplan_xl.writing.planwerkboek import build_planwerkboek
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek

from .planbladen import PLAN, TABELLEN


def read(*regels: str, plan: str = PLAN) -> Planwerkboek:
    tabel = plan.rstrip() + "".join(f"\n| {regel} |" for regel in regels) + "\n"
    return read_planwerkboek(io.BytesIO(draw_planwerkboek({**TABELLEN, "Plan": tabel}).bytes()))


def test_a_plan_that_says_nothing_of_them_has_the_defaults():
    gelezen = read()

    assert gelezen.plan.afspraken == GEEN_AFSPRAKEN == Afspraken(False, False, False, True)
    assert gelezen.bevindingen == ()


@pytest.mark.parametrize("ja", ["ja", "Ja.", "AAN", "x", "WAAR", "1"])
@pytest.mark.parametrize("nee", ["nee", "Uit", "onwaar", "0"])
def test_yes_and_no_are_read_as_people_write_them(ja, nee):
    namen = AFSPRAAK_NAMEN.values()
    aan, uit = (read(*(f"{naam} | {woord}" for naam in namen)).plan.afspraken for woord in (ja, nee))

    assert aan == Afspraken(True, True, True, True)
    assert uit == Afspraken(False, False, False, False)


@pytest.mark.parametrize(("veld", "geldt"), [("planning_bij_gepland", "nee"), ("let_op_persoonsgegevens", "ja")])
def test_what_is_neither_is_told_and_the_default_counts(veld, geldt):
    gelezen = read(f"{AFSPRAAK_NAMEN[veld]} | misschien")

    (bevinding,) = gelezen.bevindingen
    assert gelezen.plan.afspraken == GEEN_AFSPRAKEN
    assert (bevinding.code, bevinding.plek.blad, bevinding.plek.cel) == (Code.PLAN_AFSPRAAK_ONBEKEND, "Plan", "B6")
    assert f"'misschien' bij '{AFSPRAAK_NAMEN[veld]}' is geen ja of nee; gelezen als '{geldt}'" in bevinding.tekst


def test_left_empty_it_is_the_default_without_a_word():
    gelezen = read(f"{AFSPRAAK_NAMEN['let_op_persoonsgegevens']} | ")

    assert (gelezen.plan.afspraken, gelezen.bevindingen) == (GEEN_AFSPRAKEN, ())


def test_years_within_a_plan_without_a_year_is_told_at_its_cell():
    zonder_jaar = PLAN.replace("| jaar                  | 2019 ", "| jaar                  | ooit ")

    gelezen = read("jaren binnen het plan | ja", plan=zonder_jaar)

    assert [(b.code, b.plek.cel) for b in gelezen.bevindingen] == [(Code.PLAN_ZONDER_JAREN, "B3")]


@pytest.mark.parametrize("afspraken", [Afspraken(), Afspraken(True, False, True, False), Afspraken(False, True)])
def test_they_come_back_from_a_planwerkboek_and_a_regiowerkboek(plan, afspraken):
    anders = replace(plan, afspraken=afspraken)

    assert read_planwerkboek(io.BytesIO(build_planwerkboek(anders))).plan.afspraken == afspraken
    regio = build_regiowerkboek(merge(anders, []))
    assert read_regiowerkboek(io.BytesIO(regio)).matrix.plan.afspraken == afspraken


def test_what_the_link_says_where_more_is_asked_is_ours_as_well():
    """Also as plain text, as some programs leave it."""
    assert calculated(VERDER_NIET_AF) == calculated(VERDER) != ""
