"""A table that was sorted together with its header, so that rows stand above it."""

from itertools import product

import pytest
from tekenen import Cel, RawSheet, RawWorkbook

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.plan import parse_nr
from actieplan_xl.domain.status import Status
from actieplan_xl.reading.inzending import read_invulblad
from handen import BLAD, GEGEVEN, answers, at, hidden, told
from handen.verstuurd import as_sent, beside, place_of

KOP, *REGELS = BLAD.splitlines()
STANDEN = {"1.1.1": Stand(Status.GEPLAND, "2017"), "1.1.2": Stand(Status.STRUCTUREEL)}


def sort_with_header(sheet: RawSheet, kolom: str) -> None:
    """Sort all rows from the header on by the texts of a column, empty ones last, as a spreadsheet does."""
    van = int(place_of(sheet, "Nr")[1:])
    rijen: dict[int, dict[str, Cel]] = {}
    for plaats in [plaats for plaats in sheet.cellen if int(plaats[1:]) >= van]:
        rijen.setdefault(int(plaats[1:]), {})[plaats[0]] = sheet.cellen.pop(plaats)
    sleutel = {rij: cel.waarde.lower() for rij, cellen in rijen.items() if (cel := cellen.get(kolom)) and cel.waarde}
    volgorde = sorted(rijen, key=lambda rij: (rij not in sleutel, sleutel.get(rij, "")))
    for nieuw, rij in enumerate(volgorde, van):
        sheet.cellen |= {f"{letter}{nieuw}": cel for letter, cel in rijen[rij].items()}


@pytest.mark.parametrize("met", ["hidden sheet", "the plan alone"])
@pytest.mark.parametrize(("kolom", "nrs"), [*product("ABCDEF", ["with numbers"]), *product("ACDEF", ["without"])])
def test_a_table_that_was_sorted_with_its_header_is_read_the_same(bewaar, plan, kolom, met, nrs):
    """What stands above the header is read as what stands below it."""
    boek = as_sent(plan, standen=STANDEN)
    blad = boek.sheets[0]
    blad.change(
        {
            beside(blad, "1.1.1", "Status"): "voltooid",
            beside(blad, "1.1.1", "Planning"): "in 2030",
            beside(blad, "1.2.1", "Status"): "gepland",
            beside(blad, "1.2.1", "Toelichting"): "zie mail",
        }
    )
    eigen = int(place_of(blad, "Eigen acties van Boekel: wat Boekel zelf nog wil toevoegen (mag leeg blijven)")[1:])
    blad.change({f"B{eigen + 1}": "Drones", f"D{eigen + 1}": "gepland", f"D{eigen + 2}": "voltooid"})
    sort_with_header(blad, kolom)
    if nrs == "without":
        blad.change({plaats: "" for plaats, cel in blad.cellen.items() if plaats[0] == "A" and parse_nr(cel.waarde)})
    bladen = boek.sheets if met == "hidden sheet" else boek.sheets[:1]

    gelezen = read_invulblad(bewaar(RawWorkbook(list(bladen)), "Boekel.xlsx"), plan)

    gegeven = {nr: wat for nr, wat in answers(gelezen).items() if wat[0] is not Status.NIET_BEPAALD}
    assert gegeven.pop("1.1.2") == (Status.STRUCTUREEL, "")
    assert gegeven == {"1.1.1": (Status.VOLTOOID, "in 2030"), "1.2.1": (Status.GEPLAND, "")}
    assert len(gelezen.antwoorden) == 4
    assert gelezen.antwoorden["1.2.1"].toelichting == "zie mail"
    assert sorted((e.actie, e.status) for e in gelezen.eigen_acties) == [("", "voltooid"), ("Drones", "gepland")]
    stil = {Code.EIGEN_ZONDER_ACTIE, Code.RIJ_ONBEKEND, Code.RIJ_ZONDER_ACTIE, Code.NR_LEEG, Code.NR_KOLOM_LEEG}
    assert {b.code for b in gelezen.bevindingen} <= stil


def test_answers_above_a_header_that_was_sorted_to_the_bottom_are_all_there(lees, plan):
    gelezen = lees("\n".join([*REGELS, KOP]), verborgen=hidden(plan))

    assert answers(gelezen) == GEGEVEN
    assert (gelezen.bevindingen, gelezen.eigen_acties) == ((), ())


def test_what_stands_beside_a_row_above_the_header_is_told(lees, plan):
    gelezen = lees("\n".join([*REGELS, KOP]), cellen={"H5": "graag bellen"}, verborgen=hidden(plan))

    assert answers(gelezen) == GEGEVEN
    assert told(gelezen) == [(Code.CEL_BUITEN_TABEL, "H5")]


def test_an_answer_in_a_row_above_the_header_that_nobody_knows_is_kept_and_told(lees, plan):
    regels = ["| 9.9.9 | Drones | voltooid | 2018 | duur |", *REGELS]

    gelezen = lees("\n".join([*regels, KOP]), verborgen=hidden(plan))

    assert [(e.nr, e.actie, e.status, e.planning) for e in gelezen.eigen_acties] == [
        ("9.9.9", "Drones", "voltooid", "2018")
    ]
    assert told(gelezen) == [(Code.RIJ_ONBEKEND, "B3")]


@pytest.mark.parametrize("eigen", ["| | Drones | gepland | | |", "| | | gepland | | |"])
def test_a_row_of_her_own_that_alone_was_sorted_above_the_header_is_kept(lees, plan, eigen):
    gelezen = lees("\n".join([eigen, KOP, *REGELS]), verborgen=hidden(plan))

    assert answers(gelezen) == GEGEVEN
    assert [e.status for e in gelezen.eigen_acties] == ["gepland"]
    assert [cel for _, cel in told(gelezen)] == ["B3" if "Drones" in eigen else "C3"]


def test_a_title_and_notes_above_the_table_are_no_rows(lees, plan):
    """Words of the plan in a title, and a number in front of a note, make no row of it."""
    gelezen = lees(BLAD, cellen={"A2": "1. bel Jan", "B2": "gepland voor mei"}, verborgen=hidden(plan))

    assert answers(gelezen) == GEGEVEN
    assert gelezen.eigen_acties == ()
    assert "1. bel Jan" in at(gelezen, "A2")
    assert "gepland voor mei" in at(gelezen, "B2")


def test_a_merge_above_the_header_covers_the_next_actie_and_is_told(bewaar, plan):
    boek = as_sent(plan)
    blad = boek.sheets[0]
    blad.change({beside(blad, "1.1.1", "Status"): "voltooid"})
    sort_with_header(blad, "A")
    status = beside(blad, "1.1.1", "Status")
    onder = f"{status[0]}{int(status[1:]) + 1}"
    blad.na = f'<mergeCells><mergeCell ref="{status}:{onder}"/></mergeCells>'

    gelezen = read_invulblad(bewaar(boek, "Boekel.xlsx"), plan)

    assert (Code.CEL_SAMENGEVOEGD, onder) in told(gelezen)


@pytest.mark.parametrize("kolom", ["A", "C", "D"])
@pytest.mark.parametrize("als", ["formule", "tekst"])
def test_our_own_check_that_stayed_behind_when_the_rest_was_sorted_with_its_header_is_ours(bewaar, plan, kolom, als):
    """An old `.xls` shows us no formulas, only what they say."""
    boek = as_sent(plan, standen=STANDEN)
    blad = boek.sheets[0]
    blad.change({beside(blad, "1.1.1", "Status"): "gepland", beside(blad, "1.2.1", "Planning"): "2019"})
    kop = int(place_of(blad, "Nr")[1:])
    blijft = {plaats: cel for plaats, cel in blad.cellen.items() if plaats[0] == "G" and int(plaats[1:]) >= kop}
    for plaats in blijft:
        del blad.cellen[plaats]
    sort_with_header(blad, kolom)
    if als == "tekst":
        blijft = {plaats: Cel(cel.waarde) for plaats, cel in blijft.items() if cel.waarde}
    blad.cellen |= blijft
    assert int(place_of(blad, "Status")[1:]) > int(place_of(blad, "Controle")[1:]) == kop

    gelezen = read_invulblad(bewaar(boek, "Boekel.xlsx"), plan)
    blad.change({"G9": "bel Jan"})
    met_notitie = read_invulblad(bewaar(boek, "Boekel.xlsx"), plan)

    assert answers(gelezen)["1.1.1"] == (Status.GEPLAND, "")
    assert (gelezen.bevindingen, gelezen.eigen_acties) == ((), ())
    assert "bel Jan" in at(met_notitie, "G9")
