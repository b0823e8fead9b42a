"""Whose sheet it is: the hidden sheet, else the title, else the file name; never a guess (contract §2)."""

import json
from dataclasses import replace

import pytest
from tekenen import RawSheet, draw_invulblad

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.plan import Gemeente, Kolom
from actieplan_xl.domain.plancode import encode_plan
from actieplan_xl.domain.status import Reden
from actieplan_xl.reading.afzender import afzender_from_name
from actieplan_xl.reading.inzending import Vraag, read_invulblad, read_inzendingen

BLAD = "| Nr | Actie | Status | Planning | Toelichting |\n| 1.1.1 | | voltooid | | |"


def test_the_hidden_sheet_goes_before_title_and_file_name(lees):
    gelezen = lees(BLAD, "Cuijk.xlsx", titel="Invulblad van Uden", verborgen={"gemeente": "Boekel"})

    assert gelezen.gemeenten == ("Boekel",)
    assert [b.code for b in gelezen.bevindingen] == [Code.NAAM_BOTST]


def test_a_file_name_that_says_somebody_else_is_told_with_how_to_say_it_by_hand(lees):
    (bevinding,) = lees(BLAD, "Uden.xlsx", verborgen={"gemeente": "Boekel"}).bevindingen

    assert "het blad is van Boekel, maar de naam van het bestand noemt Uden" in bevinding.tekst
    assert '--gemeente "Uden=Uden.xlsx"' in bevinding.remedie


@pytest.mark.parametrize("naam", ["CGM.xlsx", "Cuijk.xlsx", "Uden en Boekel.xlsx", "blad.xlsx"])
def test_a_file_name_that_may_well_be_right_is_not_told(lees, naam):
    assert lees(BLAD, naam, verborgen={"gemeente": "Cuijk"}).bevindingen == ()


def test_without_a_hidden_sheet_the_title_says_it(lees):
    for titel in ("Invulblad van Uden", "Invulblad gemeente Uden", "Uden", "invulblad voor: uden"):
        gelezen = lees(BLAD, "blad.xlsx", titel=titel)

        assert (gelezen.gemeenten, gelezen.bevindingen) == (("Uden",), ()), titel


def test_a_hidden_sheet_that_names_a_gemeente_outside_the_plan_is_not_believed(lees):
    assert lees(BLAD, titel="Invulblad van Uden", verborgen={"gemeente": "Oss"}).gemeenten == ("Uden",)


def test_without_a_title_the_name_of_the_sheet_says_it_with_a_finding(lees):
    gelezen = lees(BLAD, "blad.xlsx", titel="", blad="Uden")

    assert gelezen.gemeenten == ("Uden",)
    assert [b.code for b in gelezen.bevindingen] == [Code.GEMEENTE_AFGELEID]


def test_at_last_the_file_name_says_it_with_a_finding(lees):
    gelezen = lees(BLAD, "retour_UDEN (2).xlsx", titel="")

    assert gelezen.gemeenten == ("Uden",)
    assert "omdat de naam van het bestand dat zegt" in str(gelezen.bevindingen[0])


@pytest.mark.parametrize("naam", ["blad.xlsx", "Uden en Boekel.xlsx", "Udenhout.xlsx", "CGM Cuijk.xlsx"])
def test_a_gemeente_that_stays_unknown_is_a_finding_never_a_guess(lees, naam):
    gelezen = lees(BLAD, naam, titel="")

    assert (gelezen.gemeenten, gelezen.antwoorden) == ((), {})
    assert [b.code for b in gelezen.bevindingen] == [Code.GEMEENTE_ONBEKEND]
    assert f'--gemeente "NAAM={naam}"' in gelezen.bevindingen[0].remedie


def test_saying_it_by_hand_goes_before_everything(lees):
    gelezen = lees(BLAD, "Cuijk.xlsx", "Uden", verborgen={"gemeente": "Boekel"})

    assert gelezen.gemeenten == ("Uden",)
    assert [b.code for b in gelezen.bevindingen] == [Code.GEMEENTE_MET_DE_HAND]
    assert "zelf zegt het dat het van Boekel is" in str(gelezen.bevindingen[0])


def test_saying_by_hand_what_the_sheet_says_itself_needs_no_finding(lees):
    assert lees(BLAD, "Cuijk.xlsx", "Uden", verborgen={"gemeente": "Uden"}).bevindingen == ()


def test_saying_a_kolom_by_hand_speaks_for_all_of_it(lees):
    assert lees(BLAD, gemeente="CGM").gemeenten == ("Cuijk", "Grave")


def test_one_click_makes_a_sheet_speak_for_its_whole_kolom(lees):
    verborgen = {"gemeente": "Cuijk"}

    heel = lees(BLAD, cellen={"B2": "heel CGM"}, verborgen=verborgen)
    alleen = lees(BLAD, cellen={"B2": "alleen Cuijk"}, verborgen=verborgen)

    assert (heel.gemeenten, heel.kolom, heel.is_voor_kolom) == (("Cuijk", "Grave"), "CGM", True)
    assert (alleen.gemeenten, alleen.is_voor_kolom) == (("Cuijk",), False)


def test_a_title_may_name_a_kolom(lees):
    assert lees(BLAD, titel="Invulblad van CGM").gemeenten == ("Cuijk", "Grave")


def test_a_title_that_only_begins_like_the_choice_is_not_it(lees):
    gelezen = lees(BLAD, titel="Heel Uden veilig: actieplan 2019", verborgen={"gemeente": "Boekel"})

    assert gelezen.gemeenten == ("Boekel",)


def test_a_longer_name_goes_before_the_shorter_inside_it(plan):
    mill = tuple(Kolom(naam, (Gemeente(naam, naam),)) for naam in ("Mill", "Mill en Sint Hubert"))
    groter = replace(plan, kolommen=mill)

    assert [g.naam for g in afzender_from_name(groter, "Invulblad Mill en Sint Hubert.xlsx").gemeenten] == [
        "Mill en Sint Hubert"
    ]
    assert [g.naam for g in afzender_from_name(groter, "Invulblad Mill.xlsx").gemeenten] == ["Mill"]


def test_without_a_plan_the_one_inside_the_file_is_used(bewaar, plan):
    verborgen = {"gemeente": "Boekel", "plan": encode_plan(plan)}

    assert read_invulblad(bewaar(draw_invulblad(BLAD, verborgen=verborgen))).gemeenten == ("Boekel",)


@pytest.mark.parametrize("code", ["", "geen plan", "{}", "[" * 50_000])
def test_a_file_without_a_plan_inside_is_told(bewaar, code):
    verborgen = {"gemeente": "Boekel", "plan": code[:32_000]}

    with pytest.raises(BestandError) as gevangen:
        read_invulblad(bewaar(draw_invulblad(BLAD, verborgen=verborgen)))

    assert gevangen.value.bevinding.code is Code.GEEN_PLAN


def test_a_hidden_plan_with_half_a_character_is_not_believed(lees, plan):
    ruw = json.loads(encode_plan(plan))
    ruw["gegevens"]["naam"] = "\ud83d"

    assert lees(BLAD, verborgen={"gemeente": "Boekel", "plan": json.dumps(ruw)}).gemeenten == ("Boekel",)


@pytest.mark.parametrize("standen", ["", "null", "[1]", '{"1.1.1": "x"}', '{"1.1.1": ["klaar", "2018"]}', "{" * 9])
def test_previous_states_that_were_tampered_with_are_not_believed(lees, standen):
    gelezen = lees(BLAD.replace("voltooid", "ongewijzigd"), verborgen={"gemeente": "Boekel", "standen": standen})

    assert gelezen.antwoorden["1.1.1"].reden is Reden.NIET_HERKEND
    kapot = [Code.VERBORGEN_KAPOT] if standen else []
    assert [b.code for b in gelezen.bevindingen] == [Code.ONGEWIJZIGD_ZONDER_VORIGE, *kapot]


def test_one_workbook_may_hold_several_invulbladen(bewaar, plan):
    boek = draw_invulblad(BLAD, titel="Invulblad van Uden", blad="Blad1", verborgen={"gemeente": "Boekel"})
    boek.sheets.insert(1, RawSheet("Boekel"))
    boek.sheets[1].put_table(BLAD)

    gelezen = read_inzendingen([bewaar(boek)], Vraag(plan))

    assert [(i.gemeenten, i.antwoorden["1.1.1"].plek.blad) for i in gelezen] == [
        (("Uden",), "Blad1"),
        (("Boekel",), "Boekel"),
    ]
