"""Of every finding that quotes what somebody typed it is decided where that text is when a retour is set up anew."""

import re

import pytest

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.meldingen import afspraken, antwoorden, werkboeken
from actieplan_xl.rules.herstel import IN_GEEN_ANTWOORD, TUSSEN_BLADEN
from actieplan_xl.writing.retour.losse_teksten import LOSSE_TEKST

GETYPT = {"waarde", "rest", "begin", "doel", "kop", "nu"}
"""The holes that hold what a gemeente typed."""

IN_EEN_ANTWOORD = {
    Code.ALLEEN_TOELICHTING,
    Code.CEL_ALS_TEKST,
    Code.CEL_BEDEKT,
    Code.CEL_GESCHAT,
    Code.CEL_SAMENGEVOEGD,  # the answer of the row it stands on
    Code.FORMULE,
    Code.FORMULE_NAAR_BUITEN,
    Code.KLEUR_NAAST_STATUS,
    Code.ONGEWIJZIGD_NIET_GEDEELD,
    Code.ONGEWIJZIGD_VERSCHILDE,
    Code.ONGEWIJZIGD_ZONDER_VORIGE,
    Code.PLANNING_LIJKT_STATUS,
    Code.PLANNING_VERWIJST,
    Code.PLANNING_ONTKENT,
    Code.PLANNING_ZEGT_NIETS,
    Code.EIGEN_ZONDER_ACTIE,
    Code.RIJ_DUBBEL_LEEG,
    Code.RIJ_KOPJE,  # an eigen actie
    Code.RIJ_ONBEKEND,
    Code.RIJ_ZONDER_ACTIE,  # as well
    Code.STATUS_DOORGEHAALD,
    Code.STATUS_GEEN_ANTWOORD,
    Code.STATUS_ONBEKEND,
    Code.STATUS_UIT_SPELLING,
    Code.STATUS_VERWIJST,
    Code.TEKST_DOORGEHAALD,
    Code.TEKST_ONZICHTBAAR,
}
"""Those whose text is an answer, an eigen actie or a moment, and goes along as such."""

IN_EEN_ANDER_BESTAND = {Code.ELDERS_ANTWOORD}
"""Those that quote what stands in a file that stays where it is."""

ONZE_KOP = {Code.KOLOM_ONTBREEKT, Code.KOLOM_VERBORGEN}
"""Those that quote a heading of ours."""


@pytest.mark.parametrize("code", [*antwoorden.MELDINGEN, *afspraken.MELDINGEN, *werkboeken.MELDINGEN])
def test_a_text_that_a_finding_quotes_is_in_an_answer_or_goes_along_loose(code):
    melding = (antwoorden.MELDINGEN | afspraken.MELDINGEN | werkboeken.MELDINGEN)[code]
    gaten = set(re.findall(r"\{(\w+)\}", melding.wat + melding.doe)) & GETYPT

    besluiten = [code in groep for groep in (LOSSE_TEKST, IN_EEN_ANTWOORD, IN_EEN_ANDER_BESTAND, ONZE_KOP)]

    assert sum(besluiten) == bool(gaten), f"{code}: waar blijft {gaten}?"


def test_every_loose_text_quotes_all_that_was_typed():
    """Beside what the cell says: the heading of a column of hers."""
    alle = antwoorden.MELDINGEN | werkboeken.MELDINGEN
    for code in LOSSE_TEKST.keys() & alle.keys():
        gaten = set(re.findall(r"\{(\w+)\}", alle[code].wat)) & GETYPT
        assert gaten == set(re.findall(r"\{(\w+)\}", LOSSE_TEKST[code])), code


def test_a_loose_text_on_a_sheet_of_hers_that_does_not_count_goes_along_as_well():
    """But for what the round says of two sheets: that is told of both."""
    assert LOSSE_TEKST.keys() - TUSSEN_BLADEN <= IN_GEEN_ANTWOORD
