"""The afspraken of a region from its planwerkboek to what somebody reads, by way of real files."""

import json
from pathlib import Path

import openpyxl
import pytest

from actieplan_xl.domain.afspraken import Afspraken
from actieplan_xl.domain.words import Bladen
from actieplan_xl.reading.regiowerkboek import read_regiowerkboek
from cli.kleinplan import Run

PLANREGELS = {
    "toelichting bij wordt niet opgepakt": "ja",
    "planning bij gepland": "ja",
    "jaren binnen het plan": "ja",
}
ANTWOORDEN = (
    ("wordt niet opgepakt", None, None),
    ("gepland", None, "bel 06-12345678"),
    ("structureel", "2019-2025", None),
)


def set_rules(pad: Path, **anders: str) -> None:
    """Type the settings on the sheet `Plan`, as a coördinator does."""
    boek = openpyxl.load_workbook(pad)
    regels = PLANREGELS | {naam.replace("_", " "): waarde for naam, waarde in anders.items()}
    for rij in boek[Bladen.PLAN].iter_rows():
        rij[1].value = regels.get(rij[0].value, rij[1].value)
    boek.save(pad)


@pytest.fixture
def ingevuld(run: Run, planwerkboek: Path, retour: Path) -> Path:
    """The folder with what Boekel filled in, on the invulblad that was made for her."""
    set_rules(planwerkboek)
    assert run("uitvragen", planwerkboek, "--naar", "uit").exit_code == 0
    (blad,) = Path("uit").glob("*Boekel.xlsx")
    boek = openpyxl.load_workbook(blad)
    rijen = [rij for rij in boek[Bladen.INVULBLAD].iter_rows() if str(rij[0].value or "").count(".") == 2]
    for rij, antwoord in zip(rijen, ANTWOORDEN, strict=True):
        rij[2].value, rij[3].value, rij[4].value = antwoord
    boek.save(retour / "Boekel.xlsx")
    return retour


def test_controleren_tells_each_with_its_own_code_and_the_answers_count(run: Run, ingevuld: Path) -> None:
    resultaat = run("controleren", ingevuld, "--json")

    uit = json.loads(resultaat.stdout)
    gevonden = [(b["code"], b["nr"], b["ernst"]) for b in uit["bevindingen"] if b["gemeente"] == "Boekel"]
    assert gevonden == [
        ("NIET_OPGEPAKT_ZONDER_REDEN", "1.1.1", "let op"),
        ("GEPLAND_ZONDER_PLANNING", "1.1.2", "let op"),
        ("PERSOONSGEGEVEN", "1.1.2", "let op"),
        ("JAAR_BUITEN_PLAN", "1.2.1", "let op"),
    ]
    assert (resultaat.exit_code, uit["antwoorden"]["beantwoord"]) == (1, 3)
    assert "06-12345678" not in resultaat.stdout


def test_samenvoegen_keeps_the_rules_for_the_next_round_and_is_not_stopped_by_them(run: Run, ingevuld: Path) -> None:
    resultaat = run("samenvoegen", ingevuld, "--naar", "regio.xlsx")

    assert resultaat.exit_code == 0
    assert read_regiowerkboek("regio.xlsx").matrix.plan.afspraken == Afspraken(True, True, True, True)


def test_a_retour_says_what_is_still_asked(run: Run, ingevuld: Path) -> None:
    run("controleren", ingevuld, "--retour", "terug")

    (pad,) = Path("terug").glob("*Boekel.xlsx")
    blad = openpyxl.load_workbook(pad)[Bladen.TE_HERSTELLEN]
    assert [rij[0].value for rij in blad.iter_rows(min_row=6)] == ["1.1.1", "1.1.2", "1.1.2", "1.2.1"]


def test_with_the_plan_beside_it_the_rules_of_that_plan_count(run: Run, ingevuld: Path, planwerkboek: Path) -> None:
    """As who changes them after the invulbladen went out is told to do."""
    uit = dict.fromkeys((naam.replace(" ", "_") for naam in PLANREGELS), "nee")
    set_rules(planwerkboek, **uit, let_op_persoonsgegevens="nee")

    resultaat = run("controleren", ingevuld, "--plan", planwerkboek, "--json")

    assert [b["code"] for b in json.loads(resultaat.stdout)["bevindingen"] if b["gemeente"] == "Boekel"] == []


def test_a_setting_that_cannot_be_read_is_told_before_anything_goes_out(run: Run, planwerkboek: Path) -> None:
    set_rules(planwerkboek, planning_bij_gepland="soms")

    resultaat = run("uitvragen", planwerkboek, "--naar", "uit")

    assert "PLAN_AFSPRAAK_ONBEKEND" in resultaat.stdout + resultaat.stderr
