"""From files on disk to a matrix: what came back is merged against the plan, whatever plan it was made for."""

import os
from dataclasses import replace
from datetime import datetime

import pytest
from tekenen import draw_invulblad

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.plan import Actie, Plan
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek

ALLES = {nr: Antwoord("voltooid", f"2018 {nr}") for nr in ("1.1.1", "1.1.2", "1.2.1", "2.1.1")}


@pytest.fixture
def filled(bewaar):
    """Write the filled-in invulblad of a gemeente and return its path."""

    def fill(plan: Plan, naam: str, bestand: str = "", dag: int = 1, **antwoorden: Antwoord):
        gemeente = next(g for g in plan.gemeenten if g.naam == naam)
        gevuld = Vulling({**ALLES, **{nr.replace("_", ".")[1:]: a for nr, a in antwoorden.items()}})
        inhoud = build_invulblad(plan, gemeente, vulling=gevuld, opgeslagen=datetime(2019, 5, dag))
        return bewaar(inhoud, bestand or f"{naam}.xlsx")

    return fill


def merged(plan: Plan, *paden: object) -> Samenvoeging:
    return merge(plan, read_inzendingen(paden, Vraag(plan)))


def changed(plan: Plan, welke: str, **velden: object) -> Plan:
    """Return the plan with one actie changed."""

    def change(actie: Actie) -> Actie:
        return replace(actie, **velden) if actie.nr == welke else actie

    lijnen = tuple(
        replace(lijn, themas=tuple(replace(t, acties=tuple(map(change, t.acties))) for t in lijn.themas))
        for lijn in plan.hoofdlijnen
    )
    return replace(plan, hoofdlijnen=lijnen)


def codes(uit: Samenvoeging, gemeente: str) -> list[Code]:
    return [b.code for b in uit.bevindingen if b.gemeente == gemeente]


def test_when_everybody_answered_there_is_nothing_to_say(plan, filled):
    uit = merged(plan, *(filled(plan, g.naam) for g in plan.gemeenten))

    assert uit.bevindingen == ()
    assert uit.matrix.oranje == ()
    assert [h.is_gebruikt for h in uit.herkomst] == [True] * 4
    assert uit.matrix.invulling("Uden", "2.1.1").planning == "2018 2.1.1"


def test_a_file_for_another_plan_counts_where_rows_match_and_the_rest_is_told(plan, filled):
    gegevens = replace(plan.gegevens, naam="Plan 2018")
    ander = replace(changed(plan, "1.1.2", nr="1.1.9", tekst="Drones"), gegevens=gegevens)

    uit = merged(plan, filled(ander, "Uden", _1_1_9=Antwoord("structureel")))

    assert uit.matrix.invulling("Uden", "1.1.1").status is Status.VOLTOOID
    assert uit.matrix.invulling("Uden", "1.1.2").reden is Reden.LEEG
    assert [(e.nr, e.actie, e.status) for e in uit.matrix.eigen_acties] == [("1.1.9", "Drones", "structureel")]
    assert sorted(codes(uit, "Uden")) == [Code.ANDER_PLAN, Code.RIJ_ONBEKEND, Code.RIJ_WEG]
    assert any("ander plan (Plan 2018 (2019))" in str(b) for b in uit.bevindingen)


def test_a_file_for_an_older_version_counts_where_rows_match_and_the_rest_is_told(plan, filled):
    ouder = changed(plan, "1.2.1", nr="1.2.7")

    uit = merged(plan, filled(ouder, "Uden", _1_2_7=Antwoord("structureel")))

    assert uit.matrix.invulling("Uden", "1.2.1").status is Status.STRUCTUREEL
    assert sorted(codes(uit, "Uden")) == [Code.ANDERE_VERSIE]


def test_answers_to_an_older_numbering_never_land_on_another_actie(plan, filled):
    """The plan got a new 1.1.1; what was 1.1.1 is 1.1.2 now. The old sheet still says 1.1.1."""
    nieuw = changed(changed(plan, "1.1.2", tekst="Training voor bestuurders"), "1.1.1", tekst="Gloednieuw")

    uit = merged(nieuw, filled(plan, "Uden", _1_1_1=Antwoord("voltooid", "2018")))

    assert uit.matrix.invulling("Uden", "1.1.1").reden is Reden.LEEG
    assert uit.matrix.invulling("Uden", "1.1.2").status is Status.VOLTOOID
    assert Code.ANDERE_VERSIE in codes(uit, "Uden")


def test_dates_and_addresses_make_no_other_version(plan, filled):
    later = replace(plan, gegevens=replace(plan.gegevens, inleverdatum="2019-09-01", peildatum=""))

    assert Code.ANDERE_VERSIE not in codes(merged(plan, filled(later, "Uden")), "Uden")


def test_of_two_files_the_one_that_was_last_saved_counts_whatever_its_name(plan, filled):
    laat = filled(plan, "Uden", "a.xlsx", dag=9, _1_1_1=Antwoord("gepland", "2020"))
    vroeg = filled(plan, "Uden", "z.xlsx", dag=2)

    for volgorde in ((laat, vroeg), (vroeg, laat)):
        uit = merged(plan, *volgorde)
        assert uit.matrix.invulling("Uden", "1.1.1").planning == "2020"
        assert [b.plek.bestand for b in uit.bevindingen if b.code is Code.TWEE_BESTANDEN_VERSCHIL] == ["z.xlsx"]


def test_the_very_same_file_under_two_names_is_told_and_differs_nowhere(plan, filled):
    uit = merged(plan, filled(plan, "Uden", "a.xlsx"), filled(plan, "Uden", "b.xlsx"))

    assert Code.TWEE_BESTANDEN_GELIJK in codes(uit, "Uden")
    assert not {Code.TWEE_BESTANDEN, Code.TWEE_BESTANDEN_VERSCHIL} & set(codes(uit, "Uden"))


def test_a_bad_file_never_stops_the_merge(plan, filled, bewaar):
    paden = [filled(plan, "Boekel"), bewaar(b"%PDF", "Uden.xlsx"), bewaar(b"", "Grave.xlsx"), bewaar(b"x", "y.xlsx")]

    uit = merged(plan, *paden)

    redenen = {i.gemeente: i.reden for i in uit.matrix.invullingen}
    assert redenen == {
        "Boekel": None,
        "Uden": Reden.ONLEESBAAR,
        "Grave": Reden.ONLEESBAAR,
        "Cuijk": Reden.GEEN_BESTAND,
    }
    assert len(uit.herkomst) == 4


def test_two_long_answers_of_one_kolom_never_stop_the_regiowerkboek(plan, filled):
    paden = [filled(plan, naam, _1_1_1=Antwoord("gepland", naam * 4_000)) for naam in ("Cuijk", "Grave")]

    assert build_regiowerkboek(merged(plan, *paden))


def test_a_file_name_that_is_no_unicode_never_stops_the_regiowerkboek(plan, filled):
    pad = filled(plan, "Uden")
    pad = pad.rename(pad.with_name(os.fsdecode(b"Uden \xff.xlsx")))

    rijen = list(merged(plan, pad).matrix.rows())

    # Writing them would raise too, but leave an open zip behind for the garbage collector to complain about.
    assert all("".join(rij).encode() for rij in rijen)


def test_previous_states_of_the_plan_help_a_sheet_that_carries_none(plan, bewaar):
    boek = draw_invulblad("| Nr | Status | Planning | Toelichting |\n| 1.1.1 | ongewijzigd | | |")
    vraag = Vraag(plan, {"Boekel": {"1.1.1": Stand(Status.STRUCTUREEL, "elk jaar")}})

    [gelezen] = read_inzendingen([bewaar(boek)], vraag)

    assert (gelezen.antwoorden["1.1.1"].status, gelezen.antwoorden["1.1.1"].planning) == (
        Status.STRUCTUREEL,
        "elk jaar",
    )
