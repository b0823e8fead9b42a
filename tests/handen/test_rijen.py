"""Rows that were sorted, hidden, inserted, deleted, doubled or typed over."""

from dataclasses import replace

import pytest
from soorten.proef import TABEL, run_round
from tekenen import Cel, RawWorkbook, draw_invulblad

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.plancode import encode_plan
from actieplan_xl.domain.status import Status
from actieplan_xl.reading.inzending import read_invulblad
from handen import BLAD, GEGEVEN, answers, at, hidden, row, rows, told
from handen.verstuurd import as_sent, place_of


def test_rows_that_were_sorted_with_their_headings_are_read_the_same(lees, plan):
    kop, *regels = BLAD.splitlines()

    gelezen = lees("\n".join([kop, *sorted(regels, reverse=True)]), verborgen=hidden(plan))

    assert answers(gelezen) == GEGEVEN
    assert (gelezen.bevindingen, gelezen.eigen_acties) == ((), ())


def test_a_filter_that_hides_rows_hides_no_answers(bewaar, plan):
    boek = draw_invulblad(BLAD, verborgen=hidden(plan))
    boek.sheets[0].verborgen_rijen = (6, 7)
    boek.sheets[
        0
    ].na = '<autoFilter ref="A3:E9"><filterColumn colId="2"><filters blank="1"/></filterColumn></autoFilter>'

    gelezen = read_invulblad(bewaar(boek), plan)

    assert answers(gelezen) == GEGEVEN
    assert "rij 6 en 7 zijn" in gelezen.bevindingen[0].tekst


def test_a_row_that_was_deleted_is_told_as_missing(tmp_path, plan):
    regels = [regel for regel in TABEL.splitlines() if "1.1.2" not in regel]

    verloop = run_round(tmp_path, plan, lambda werk: werk.zet(draw_invulblad("\n".join(regels))))

    assert "1.1.2" not in verloop.answers()
    weg = [b for b in verloop.uitkomst.bevindingen if b.code is Code.RIJ_WEG and b.gemeente == "Boekel"]
    assert [b.nr for b in weg] == ["1.1.2"]


def test_a_row_that_was_inserted_between_is_kept_and_told(lees, plan):
    regels = BLAD.splitlines()
    regels.insert(5, "| | Ook nog drones | gepland | 2021 | |")

    gelezen = lees("\n".join(regels), verborgen=hidden(plan))

    assert answers(gelezen) == GEGEVEN
    assert [(e.actie, e.status, e.planning) for e in gelezen.eigen_acties] == [("Ook nog drones", "gepland", "2021")]
    assert told(gelezen) == [(Code.RIJ_ONBEKEND, "B8")]


def test_three_rows_of_one_actie_with_three_answers_are_all_there(lees):
    gelezen = lees(rows(*(f"| 1.1.1 | | {woord} | | |" for woord in ("gepland", "voltooid", "vervalt"))))

    assert answers(gelezen) == {"1.1.1": (Status.GEPLAND, "")}
    assert [cel for code, cel in told(gelezen) if code is Code.RIJ_DUBBEL] == ["C5", "C6"]
    assert "voltooid" in at(gelezen, "C5")
    assert "wordt niet opgepakt" in at(gelezen, "C6")


def test_a_row_with_nothing_but_an_answer_is_kept_and_told(lees):
    gelezen = lees(rows("| | | voltooid | 2018 | mooi |"))

    assert [(e.status, e.planning, e.toelichting) for e in gelezen.eigen_acties] == [("voltooid", "2018", "mooi")]
    assert told(gelezen) == [(Code.RIJ_ZONDER_ACTIE, "C4")]
    assert "geen nummer of actie, wel 'voltooid, 2018, mooi'" in at(gelezen, "C4")


@pytest.mark.parametrize(
    ("cel", "gezien"),
    [
        (Cel("1.1", t="n"), "1,1"),
        (Cel("43466", t="n", formaat=14), "1-1-2019"),
        (Cel("36892", t="n", formaat=16), "1 januari 2001"),
        (Cel("111", t="n"), "111"),
    ],
)
def test_a_number_that_excel_made_something_else_of_never_points_to_another_actie(lees, cel, gezien):
    met_tekst = lees(row("voltooid", "2018"), cellen={"A4": cel})
    zonder = lees(rows("| x | | voltooid | 2018 | |"), cellen={"A4": cel})

    assert answers(met_tekst) == {"1.1.1": (Status.VOLTOOID, "2018")}
    assert told(met_tekst) == [(Code.NR_UIT_TEKST, "A4")]
    assert [(e.nr, e.status, e.planning) for e in zonder.eigen_acties] == [(gezien, "voltooid", "2018")]
    assert zonder.antwoorden == {}
    assert [b.code for b in zonder.bevindingen] == [Code.RIJ_KOPJE if gezien == "1,1" else Code.RIJ_ONBEKEND]


def test_a_note_over_the_number_of_a_heading_is_told(lees, plan):
    gelezen = lees(BLAD, cellen={"A4": "doen we niet", "A5": "bel Jan"}, verborgen=hidden(plan))

    assert answers(gelezen) == GEGEVEN
    assert "doen we niet" in at(gelezen, "A4")
    assert "bel Jan" in at(gelezen, "A5")


@pytest.mark.parametrize("verborgen", [True, False])
@pytest.mark.parametrize("tekst", ["Kalender bijhouden: dat doet Uden", "doen we samen met Uden"])
def test_a_note_over_the_text_of_an_open_actie_is_told(lees, plan, verborgen, tekst):
    hoe = {"verborgen": hidden(plan)} if verborgen else {}

    gelezen = lees(BLAD, cellen={"B8": tekst}, **hoe)

    assert answers(gelezen) == GEGEVEN
    assert told(gelezen) == [(Code.ACTIE_TEKST_ANDERS, "B8")]
    assert tekst in at(gelezen, "B8")


@pytest.mark.parametrize("teken", ["✓", "???", "☒", "👍"])
@pytest.mark.parametrize(("cel", "tekst"), [("B8", "Kalender bijhouden"), ("B5", "Training")])
def test_a_mark_behind_the_text_of_an_actie_or_a_heading_is_told(lees, plan, cel, tekst, teken):
    gelezen = lees(BLAD, cellen={cel: f"{tekst} {teken}"}, verborgen=hidden(plan))

    assert teken in at(gelezen, cel)


def test_a_note_over_the_text_of_a_heading_is_kept_and_told(lees, plan):
    gelezen = lees(BLAD, cellen={"B5": "Training: dit thema slaan we over"}, verborgen=hidden(plan))

    assert "dit thema slaan we over" in at(gelezen, "B5")
    assert [e.actie for e in gelezen.eigen_acties] == ["Training: dit thema slaan we over"]


@pytest.mark.parametrize("verborgen", [True, False])
def test_a_note_over_the_heading_of_the_eigen_acties_is_kept(lees, plan, verborgen):
    hoe = {"verborgen": hidden(plan)} if verborgen else {}

    gelezen = lees(BLAD, cellen={"B10": "Eigen acties: wij zetten drones in"}, **hoe)

    assert [e.actie for e in gelezen.eigen_acties] == ["Eigen acties: wij zetten drones in"]


def test_a_note_over_the_heading_of_the_eigen_acties_may_stand_under_nr(lees):
    gelezen = lees(BLAD, cellen={"A10": "Eigen acties", "B10": "wij zetten drones in"})

    assert "wij zetten drones in" in " ".join(e.actie for e in gelezen.eigen_acties) + at(gelezen, "B10")


@pytest.mark.parametrize("naam", ["Training", "Bewustwording"])
def test_an_eigen_actie_may_be_called_as_a_thema(lees, plan, naam):
    gelezen = lees(BLAD + f"| | {naam} | | | |", verborgen=hidden(plan))

    assert [e.actie for e in gelezen.eigen_acties] == [naam]


@pytest.mark.parametrize("rij", ["| | | voltooid | | |", "| 7 | | voltooid | | |"])
def test_an_answer_among_the_eigen_acties_without_an_actie_is_kept_and_told(lees, plan, rij):
    """The sheet itself asks for it too."""
    gelezen = lees(BLAD + rij, verborgen=hidden(plan))

    assert [e.status for e in gelezen.eigen_acties] == ["voltooid"]
    assert (Code.EIGEN_ZONDER_ACTIE, "C11") in told(gelezen)
    assert "'voltooid'" in at(gelezen, "C11")


def test_an_eigen_actie_keeps_what_stands_before_it(lees, plan):
    """In the plan's own words it is an actie of the plan; the note under Nr is kept all the same."""
    gelezen = lees(BLAD + "| samen met Uden | Kalender bijhouden | gepland | 2020 | |", verborgen=hidden(plan))

    assert gelezen.antwoorden["1.2.1"].planning == "2020"
    assert "samen met Uden" in at(gelezen, "A11")


def test_a_sheet_pasted_into_a_workbook_of_their_own_is_read(bewaar, plan):
    """Copied without the hidden sheet, in the third column and lower down."""
    boek = draw_invulblad("", titel="")
    boek.sheets[0].naam = "Blad1"
    for rij, regel in enumerate(BLAD.splitlines(), 12):
        boek.sheets[0].put(rij, [deel.strip() for deel in regel.strip("|").split("|")], 3)

    gelezen = read_invulblad(bewaar(RawWorkbook([*boek.sheets]), "Boekel.xlsx"), plan)

    assert answers(gelezen) == GEGEVEN
    assert gelezen.antwoorden["1.1.1"].plek.cel == "E15"


@pytest.mark.parametrize(
    ("cel", "code"),
    [
        (Cel("#REF!", t="e"), Code.CEL_FOUTWAARDE),
        (Cel(formule="H9"), Code.CEL_NIET_BEREKEND),
        (Cel("2018,5", t="n"), Code.CEL_ALS_TEKST),
        (Cel("najaar\u202e2019"), Code.TEKST_ONZICHTBAAR),
    ],
)
def test_an_eigen_actie_that_is_no_plain_text_is_kept_and_told(lees, plan, cel, code):
    gelezen = lees(BLAD + "| | Drones | gepland | x | |", cellen={"D11": cel}, verborgen=hidden(plan))

    assert [(e.actie, e.planning) for e in gelezen.eigen_acties] == [("Drones", cel.waarde)]
    assert told(gelezen) == [(code, "D11")]


def test_many_hidden_rows_are_told_by_the_first_and_how_many_more(bewaar, plan):
    boek = draw_invulblad(
        rows(*(f"| | eigen {nummer} | gepland | | |" for nummer in range(11))), verborgen=hidden(plan)
    )
    boek.sheets[0].verborgen_rijen = tuple(range(4, 15))

    gelezen = read_invulblad(bewaar(boek), plan)

    [bevinding] = [b for b in gelezen.bevindingen if b.code is Code.RIJEN_VERBORGEN]
    assert "rij 4, 5, 6, 7, 8, 9, 10, 11 en nog 3 zijn" in bevinding.tekst
    assert len(gelezen.eigen_acties) == 11


def test_unchanged_without_a_hidden_sheet_takes_over_what_the_sheet_shows_and_tells_it(lees):
    tabel = "| Nr | Vorige stand | Status | Planning | Toelichting |\n| 1.1.1 | structureel⏎2018 | ongewijzigd | | |"

    gelezen = lees(tabel)

    assert answers(gelezen) == {"1.1.1": (Status.STRUCTUREEL, "2018")}
    assert told(gelezen) == [(Code.ONGEWIJZIGD_UIT_BLAD, "C4")]


def test_an_answer_to_a_wording_of_last_year_stays_with_its_actie(lees, plan):
    eerste, *rest = plan.hoofdlijnen
    training, *themas = eerste.themas
    acties = tuple(replace(actie, tekst=f"{actie.tekst} (oud)") for actie in training.acties)
    ouder = replace(plan, hoofdlijnen=(replace(eerste, themas=(replace(training, acties=acties), *themas)), *rest))

    gelezen = lees(
        rows("| 1.1.2 | E-learning (oud) | voltooid | 2018 | |"),
        verborgen={"gemeente": "Boekel", "plan": encode_plan(ouder)},
    )

    assert answers(gelezen) == {"1.1.2": (Status.VOLTOOID, "2018")}
    assert (Code.ANDERE_VERSIE, "") in told(gelezen)
    assert "E-learning (oud)" in at(gelezen, "B4")


def typed_below(plan: Plan, kolom: str, tekst: str) -> RawWorkbook:
    """Return an invulblad of which the row of 1.1.2 was deleted, and answered in a column on the last empty row."""
    boek = as_sent(plan)
    blad = boek.sheets[0]
    weg = place_of(blad, "1.1.2")[1:]
    blad.change({plaats: "" for plaats in list(blad.cellen) if plaats[1:] == weg})
    rij = max(int(plaats[1:]) for plaats in blad.cellen)
    kolommen = {woord: place_of(blad, woord)[0] for woord in ("Nr", "Actie", "Status")}
    blad.change({f"{kolommen[kolom]}{rij}": tekst, f"{kolommen['Status']}{rij}": "voltooid"})
    return boek


@pytest.mark.parametrize("kolom", ["Nr", "Actie"])
def test_a_number_typed_on_an_empty_row_below_the_table_is_that_actie(bewaar, plan, kolom):
    """As is advised where a row was deleted; on the sheet as it is sent only `Actie` is open there."""
    gelezen = read_invulblad(bewaar(typed_below(plan, kolom, "1.1.2"), "Boekel.xlsx"), plan)

    assert answers(gelezen)["1.1.2"] == (Status.VOLTOOID, "")
    assert (gelezen.bevindingen, gelezen.eigen_acties) == ((), ())


def test_a_deleted_row_is_told_with_how_to_answer_it_all_the_same(tmp_path, plan):
    regels = [regel for regel in TABEL.splitlines() if "1.1.2" not in regel]

    verloop = run_round(tmp_path, plan, lambda werk: werk.zet(draw_invulblad("\n".join(regels))))

    [weg] = [b for b in verloop.uitkomst.bevindingen if b.code is Code.RIJ_WEG and b.gemeente == "Boekel"]
    assert weg.remedie.startswith("Vraag om 1.1.2 te typen op een lege rij onder de tabel, bij Nr of Actie")
    assert weg.eigen_remedie.startswith("De rij staat er weer")


@pytest.mark.parametrize(
    ("cellen", "fills", "gezegd"),
    [
        ({"C4": "voltooid"}, {}, "wel 'voltooid'"),
        ({"D4": "mei", "E4": "samen"}, {}, "wel 'mei, samen'"),
        ({}, {"C4": "00B050"}, "wel '(alleen de kleur groen)'"),
        ({"E4": Cel(formule="H9")}, {}, "wel '(formule zonder uitkomst)'"),
    ],
)
def test_a_row_without_number_or_actie_is_told_with_what_stands_on_it(lees, cellen, fills, gezegd):
    gelezen = lees(rows(), cellen=cellen, fills=fills)

    [bevinding] = [b for b in gelezen.bevindingen if b.code is Code.RIJ_ZONDER_ACTIE]
    assert gezegd in bevinding.tekst


@pytest.mark.parametrize(("actie", "code"), [("E-learning", Code.NR_LEEG), ("", Code.RIJ_ONBEKEND)])
def test_a_number_that_is_a_formula_without_an_outcome_is_told_in_words(lees, actie, code):
    gelezen = lees(rows(f"| x | {actie} | voltooid | | |"), cellen={"A4": Cel(formule="H9")})

    [bevinding] = [b for b in gelezen.bevindingen if b.code is code]
    assert "''" not in bevinding.tekst


@pytest.mark.parametrize("cel", ["B4", "C4", "D4", "E4"])
def test_a_formula_with_an_empty_outcome_is_told(lees, cel):
    gelezen = lees(rows("| 1.1.1 | | | | |"), cellen={cel: Cel(" ", t="str", formule="H9")})

    assert (Code.FORMULE_LEEG, cel) in told(gelezen)


def test_a_formula_in_a_column_of_her_own_without_an_outcome_is_told_as_such(lees):
    gelezen = lees(row("voltooid"), cellen={"G4": Cel(formule="H9")})

    assert told(gelezen) == [(Code.CEL_NIET_BEREKEND, "G4")]


@pytest.mark.parametrize("nr", ["1.1.1.", "1,1,1", "1. 1. 1", "Actie 1.1.1"])
def test_a_number_as_people_type_it_is_read(lees, nr):
    assert answers(lees(rows(f"| {nr} | | voltooid | | |"))) == {"1.1.1": (Status.VOLTOOID, "")}


@pytest.mark.parametrize("nr", ["1-1-1", "01.01.01", "1 1 1", "1.1.1a", "I.1.1"])
def test_a_number_that_is_none_is_kept_and_told_and_never_guessed(lees, nr):
    gelezen = lees(rows(f"| {nr} | | voltooid | | |"))

    assert gelezen.antwoorden == {}
    assert [(e.nr, e.status) for e in gelezen.eigen_acties] == [(nr, "voltooid")]
    assert told(gelezen) == [(Code.RIJ_ONBEKEND, "A4")]


@pytest.mark.parametrize("kolom", ["Nr", "Actie"])
@pytest.mark.parametrize(
    "tekst", ["1.1.2 E-learning", "Actie 1.1.2: E-learning", "1.1.2. e-learning", "1,1,2 – E-learning."]
)
def test_number_and_text_together_in_one_cell_are_that_actie(bewaar, plan, kolom, tekst):
    """As our own findings name it, on an empty row below the table."""
    gelezen = read_invulblad(bewaar(typed_below(plan, kolom, tekst), "Boekel.xlsx"), plan)

    assert answers(gelezen)["1.1.2"] == (Status.VOLTOOID, "")
    assert (gelezen.bevindingen, gelezen.eigen_acties) == ((), ())


@pytest.mark.parametrize(
    "tekst", ["1.1.1 E-learning", "1.1.2 E-learning?", "1.1.2 E-learning met Uden", "1.1 Training"]
)
def test_a_number_and_a_text_that_do_not_agree_are_an_eigen_actie(lees, plan, tekst):
    """Which of the two was meant is never guessed."""
    gelezen = lees(BLAD + f"| | {tekst} | voltooid | | |", verborgen=hidden(plan))

    assert answers(gelezen) == GEGEVEN
    assert [(e.actie, e.status) for e in gelezen.eigen_acties] == [(tekst, "voltooid")]


def test_number_and_text_of_an_older_plan_in_one_cell_are_the_actie_of_today(lees, plan):
    """The sheet shows the number it had then."""
    eerste, *rest = plan.hoofdlijnen
    training, *themas = eerste.themas
    acties = tuple(replace(actie, nr=f"1.1.{plek}") for plek, actie in enumerate(reversed(training.acties), 1))
    ouder = replace(plan, hoofdlijnen=(replace(eerste, themas=(replace(training, acties=acties), *themas)), *rest))

    gelezen = lees(
        rows("| 1.1.1 E-learning | | voltooid | | |", "| 1.1.1 Training voor bestuurders | | gepland | | |"),
        verborgen={"gemeente": "Boekel", "plan": encode_plan(ouder)},
    )

    assert answers(gelezen) == {"1.1.2": (Status.VOLTOOID, ""), "1.1.1": (Status.GEPLAND, "")}
