"""What is filled in comes back the same, apart from white space at the ends (contract §2)."""

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.invulling import Communicatiemoment, EigenActie, Stand
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.plan import Actie, Hoofdlijn, Plan, Thema
from actieplan_xl.domain.planning import Oordeel, judge
from actieplan_xl.domain.status import (
    ANTWOORDEN,
    ONGEWIJZIGD,
    Reden,
    Status,
    Statuswoord,
)
from actieplan_xl.domain.words import fold, is_bare
from actieplan_xl.reading.inzending import read_invulblad
from actieplan_xl.reading.verborgen import read_verborgen
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad

from .teksten import KAAL, LASTIG, RUW

NRS = ("1.1.1", "1.1.2", "1.2.1", "2.1.1")
WOORDEN = st.sampled_from([*map(str, ANTWOORDEN), "", "afgerond", "bijna klar", "oranje"]) | RUW
SNEL = settings(max_examples=40, deadline=None)


def there_and_back(plan: Plan, vulling: Vulling, standen: dict[str, Stand] | None = None) -> Inzending:
    boekel = plan.find_gemeenten("Boekel")[0]
    return read_invulblad(io.BytesIO(build_invulblad(plan, boekel, standen, vulling)))


@SNEL
@given(st.fixed_dictionaries(dict.fromkeys(NRS, st.builds(Antwoord, WOORDEN, RUW, RUW))))
def test_answers_come_back_as_they_were_typed(plan, antwoorden):
    antwoorden = {nr: a for nr, a in antwoorden.items() if not Statuswoord.parse(a.status).is_ongewijzigd}

    gelezen = there_and_back(plan, Vulling(antwoorden)).antwoorden

    assert list(gelezen) == list(NRS)
    for nr, typed in antwoorden.items():
        assert (gelezen[nr].planning, gelezen[nr].toelichting) == (typed.planning.strip(), typed.toelichting.strip())
        woord, status = typed.status.strip(), Statuswoord.parse(typed.status).status
        if status is not None:
            assert (gelezen[nr].status, gelezen[nr].getypt) == (status, "")
        elif woord:
            assert (gelezen[nr].reden, gelezen[nr].getypt) == (Reden.NIET_HERKEND, woord)
        else:
            zegt_niets = judge(typed.planning) is Oordeel.ZEGT_NIETS
            anders = Status.NIET_BEPAALD if zegt_niets else Status.GEPLAND
            te_ver = [a for a in ANTWOORDEN if fold(a) == fold(typed.planning) and is_bare(typed.planning)]
            assert gelezen[nr].status is (te_ver[0] if te_ver else anders)


@pytest.mark.parametrize("tekst", LASTIG)
def test_no_text_becomes_anything_else_in_any_cell(plan, tekst):
    gelezen = there_and_back(plan, Vulling({"1.1.1": Antwoord("voltooid", tekst, tekst)})).antwoorden["1.1.1"]

    assert (gelezen.planning, gelezen.toelichting) == (tekst.strip(), tekst.strip())


def test_two_codes_of_excel_that_share_an_underscore_come_back(plan):
    tekst = "_x0041_x0042_"

    assert there_and_back(plan, Vulling({"1.1.1": Antwoord("", tekst)})).antwoorden["1.1.1"].planning == tekst


@SNEL
@given(st.lists(st.builds(Antwoord, WOORDEN, RUW, RUW), max_size=14), st.data())
def test_eigen_acties_come_back_as_they_were_typed(plan, rijen, data):
    actie = RUW.filter(str.strip)
    eigen = [EigenActie("Boekel", data.draw(actie), "", r.status, r.planning, r.toelichting) for r in rijen]

    gelezen = there_and_back(plan, Vulling(eigen_acties=eigen))

    velden = ("actie", "status", "planning", "toelichting")
    assert [tuple(getattr(e, veld) for veld in velden) for e in gelezen.eigen_acties] == [
        tuple(getattr(e, veld).strip() for veld in velden) for e in eigen
    ]
    assert {b.code for b in gelezen.bevindingen} <= {Code.NIETS_INGEVULD, Code.TEKST_ONZICHTBAAR}


@SNEL
@given(st.lists(st.builds(Communicatiemoment, st.just("Boekel"), *[RUW] * 6), max_size=6))
def test_moments_come_back_as_they_were_typed(plan, momenten):
    velden = ("datum", "wat", "doelgroep", "kanaal", "bereik", "toelichting")
    getypt = [tuple(getattr(moment, veld).strip() for veld in velden) for moment in momenten]

    gelezen = there_and_back(plan, Vulling(communicatie=momenten))

    assert [tuple(getattr(m, veld) for veld in velden) for m in gelezen.communicatie] == [r for r in getypt if any(r)]


@SNEL
@given(st.dictionaries(st.sampled_from(NRS), st.builds(Stand, st.sampled_from(ANTWOORDEN), KAAL), min_size=1))
def test_unchanged_takes_over_whatever_the_previous_state_was(plan, standen):
    gelezen = there_and_back(plan, Vulling(dict.fromkeys(standen, Antwoord(ONGEWIJZIGD))), standen)

    assert {nr: (i.status, i.planning) for nr, i in gelezen.antwoorden.items() if i.is_antwoord} == {
        nr: (stand.status, stand.planning) for nr, stand in standen.items()
    }
    assert gelezen.bevindingen == ()


@SNEL
@given(st.dictionaries(st.sampled_from(NRS), st.builds(Stand, st.sampled_from(ANTWOORDEN), KAAL)))
def test_what_was_structureel_is_filled_in_beforehand_and_nothing_else(plan, standen):
    boekel = plan.find_gemeenten("Boekel")[0]

    gelezen = read_invulblad(io.BytesIO(build_invulblad(plan, boekel, standen)))

    verwacht = {nr: stand for nr, stand in standen.items() if stand.status is Status.STRUCTUREEL}
    assert {nr: Stand(i.status, i.planning) for nr, i in gelezen.antwoorden.items() if i.is_antwoord} == verwacht


@SNEL
@given(st.lists(KAAL.filter(bool), min_size=1, max_size=4), KAAL)
def test_the_plan_comes_back_from_the_sheet_that_carries_it(plan, teksten, naam):
    acties = tuple(Actie(f"1.1.{n}", tekst, trekker=naam) for n, tekst in enumerate(teksten, 1))
    anders = replace(plan, hoofdlijnen=(Hoofdlijn("1", naam, (Thema("1.1", naam, acties),)),), teksten={"1": naam})

    inhoud = build_invulblad(anders, anders.gemeenten[0])

    assert read_verborgen(open_werkboek(Bestand("a.xlsx", inhoud))).plan == anders


def test_a_plan_longer_than_a_cell_comes_back(plan):
    acties = tuple(Actie(f"1.1.{n}", f"{n} " + "spaties  en\nregels " * 20) for n in range(1, 301))
    groot = replace(plan, hoofdlijnen=(Hoofdlijn("1", "x", (Thema("1.1", "y", acties),)),))

    boek = open_werkboek(Bestand("a.xlsx", build_invulblad(groot, groot.gemeenten[0])))

    gelezen = read_verborgen(boek)
    assert (gelezen.plan, gelezen.gemeente) == (groot, "Cuijk")
    # Some programs trim the ends of a cell: no piece of the plan may begin or end with white space.
    brokken = [cells[2].ruw for cells in boek.find_sheet("_actieplan").rijen.values()]
    assert len(brokken) > 5
    assert [brok.strip() for brok in brokken] == brokken
