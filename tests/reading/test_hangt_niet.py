"""Texts made to keep a pattern busy: reading takes no longer for them than for any other."""

import time
import zipfile

from tekenen import Cel, RawSheet, RawWorkbook, draw_invulblad, pack

from actieplan_xl.domain.words import LEES_VERDER, Bladen
from actieplan_xl.reading.inzending import read_invulblad


def test_a_text_like_our_explanation_that_goes_on_and_on_costs_no_time(bewaar, plan):
    """Without the hidden sheet our own sentences are known by their words; such a text almost is one, everywhere."""
    boek = draw_invulblad("| Nr | Actie | Status |\n| 1.1.1 | Training voor bestuurders | voltooid |")
    boek.sheets[0].cellen["A2"] = Cel("Antwoordt a" + " voor" * 60_000 + " x")

    begin = time.process_time()
    gelezen = read_invulblad(bewaar(boek), plan, "Boekel")

    assert gelezen.antwoorden["1.1.1"].is_antwoord
    assert time.process_time() - begin < 5


def draw_vervolg(tekst: str, *cellen: str) -> RawWorkbook:
    """Draw an invulblad with these texts beside its table, and under nr 1 on `Vervolg` another."""
    boek = draw_invulblad("| Nr | Actie | Status |\n| 1.1.1 | Training voor bestuurders | voltooid |")
    boek.sheets[0].cellen.update({f"H{rij}": Cel(cel) for rij, cel in enumerate(cellen, 20)})
    vervolg = RawSheet(Bladen.VERVOLG, {"A1": Cel("nr"), "B1": Cel("tekst"), "A2": Cel("1"), "B2": Cel(tekst)})
    return RawWorkbook([*boek.sheets, vervolg])


def test_a_thousand_cells_that_lead_to_the_same_long_text_are_not_each_made_that_long(bewaar, plan):
    """Each whole they would fill the memory: a file of some kilobytes can ask for as many gigabytes."""
    cellen = [f"a{LEES_VERDER}1 en meer {nummer}" for nummer in range(1_000)]
    boek = draw_vervolg("a" * 30_000, *cellen)

    gelezen = read_invulblad(bewaar(boek), plan, "Boekel")

    verteld = {b.plek.blad: str(b.waarden["waarde"]) for b in gelezen.bevindingen if "waarde" in b.waarden}
    assert verteld["Invulblad"] in cellen
    assert verteld[Bladen.VERVOLG] == "a" * 30_000


def test_a_text_full_of_arrows_costs_no_time(bewaar, plan):
    """Before each of them stands another beginning, and none of those is that of what was carried on."""
    boek = draw_vervolg("anders", f"x{LEES_VERDER}1" * 100_000)

    begin = time.process_time()
    gelezen = read_invulblad(bewaar(pack(boek.delen(), zipfile.ZIP_STORED)), plan, "Boekel")

    assert gelezen.antwoorden["1.1.1"].is_antwoord
    assert time.process_time() - begin < 10


def test_a_text_of_spaces_where_a_number_may_stand_costs_no_time(bewaar, plan):
    """Every row is asked whether it has the number of an actie."""
    boek = draw_invulblad("| Nr | Actie | Status |\n| 1.1.1 | Training voor bestuurders | voltooid |")
    boek.sheets[0].cellen.update({f"B{rij}": Cel("a" + " " * 32_000 + "b") for rij in range(20, 40)})

    begin = time.process_time()
    gelezen = read_invulblad(bewaar(boek), plan, "Boekel")

    assert len(gelezen.eigen_acties) == 20
    assert time.process_time() - begin < 5


def test_thousands_of_texts_above_the_table_cost_no_time(bewaar, plan):
    """Each is a title perhaps, and none is asked about all others."""
    tabel = "| Nr | Actie | Status |\n| 1.1.1 | Training voor bestuurders | voltooid |"
    boek = draw_invulblad(tabel, verborgen={"gemeente": "Boekel"})
    sheet = boek.sheets[0]
    sheet.cellen = {f"D{rij}": Cel(f"tekst {rij}") for rij in range(1, 15_001)}
    sheet.put_table(tabel, 15_002)

    begin = time.process_time()
    gelezen = read_invulblad(bewaar(boek), plan, "Boekel")

    assert gelezen.antwoorden["1.1.1"].is_antwoord
    assert time.process_time() - begin < 15
