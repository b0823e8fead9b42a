"""Texts made to keep a pattern busy: reading takes no longer for them than for any other."""

import time

from tekenen import Cel, draw_invulblad

from actieplan_xl.reading.inzending import read_invulblad


def test_a_text_like_our_explanation_that_goes_on_and_on_costs_no_time(bewaar, plan):
    """Without the hidden sheet our own sentences are known by their words; such a text almost is one, everywhere."""
    boek = draw_invulblad("| Nr | Actie | Status |\n| 1.1.1 | Training voor bestuurders | voltooid |")
    boek.sheets[0].cellen["A2"] = Cel("Antwoordt a" + " voor" * 60_000 + " x")

    begin = time.process_time()
    gelezen = read_invulblad(bewaar(boek), plan, "Boekel")

    assert gelezen.antwoorden["1.1.1"].is_antwoord
    assert time.process_time() - begin < 5
