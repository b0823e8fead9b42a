"""A workbook of last year beside one of this year: contract §3 lets the last saved count, and nobody may miss that."""

from dataclasses import replace

import pytest
from tekenen import draw_invulblad

from actieplan_xl.domain.bevinding import Code, Ernst
from actieplan_xl.domain.plancode import encode_plan
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge

RIJ = "| Nr | Actie | Status | Planning | Toelichting |\n| 1.1.1 | Training voor bestuurders | {} | | |"


@pytest.fixture
def samen(bewaar, plan):
    def build(oud: str, nieuw: str) -> Samenvoeging:
        vorig = replace(plan, gegevens=replace(plan.gegevens, naam="Actieplan 2018", jaar="2018"))
        bladen = []
        for naam, van, status, moment in (("oud.xlsx", vorig, "voltooid", oud), ("nieuw.xlsx", plan, "gepland", nieuw)):
            verborgen = {"gemeente": "Boekel", "plan": encode_plan(van)}
            bladen.append(bewaar(draw_invulblad(RIJ.format(status), verborgen=verborgen, opgeslagen=moment), naam))
        return merge(plan, read_inzendingen(bladen, Vraag(plan)))

    return build


def test_a_workbook_of_another_plan_is_a_fout_with_what_to_do(samen):
    """It fills the matrix of this year with what was so a year ago."""
    uit = samen("2019-05-02T10:00:00Z", "2019-05-01T10:00:00Z")

    [ander] = [b for b in uit.bevindingen if b.code is Code.ANDER_PLAN]
    assert (ander.ernst, ander.plek.bestand) == (Ernst.FOUT, "oud.xlsx")
    assert ander.remedie == "Vraag om het blad van dit plan, en haal dit weg als het een oud blad is."


def test_when_it_counts_before_one_of_this_plan_nobody_is_advised_to_take_the_good_one_away(samen):
    """Opening last year's file to look something up, and saving it on the way out, is enough."""
    uit = samen("2019-05-02T10:00:00Z", "2019-05-01T10:00:00Z")

    assert uit.telt["Boekel"].herkomst.bestand == "oud.xlsx"
    [twee] = [b for b in uit.bevindingen if b.code.name.startswith("TWEE_BESTANDEN") and not b.nr]
    assert (twee.code, twee.ernst) == (Code.TWEE_BESTANDEN_ANDER_PLAN, Ernst.FOUT)
    assert twee.remedie == "Haal oud.xlsx weg als dat een oud blad is; dan telt dit bestand."


def test_when_the_one_of_this_plan_was_saved_last_they_are_two_files_as_any(samen):
    """Then it counts anyway."""
    uit = samen("2019-05-01T10:00:00Z", "2019-05-02T10:00:00Z")

    assert uit.telt["Boekel"].herkomst.bestand == "nieuw.xlsx"
    assert Code.TWEE_BESTANDEN in {b.code for b in uit.bevindingen}
