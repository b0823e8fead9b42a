"""Which actie a row is, and that nothing on the sheet is lost without a word (contract §2)."""

import pytest
from tekenen import Cel, draw_invulblad

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.reading.inzending import read_invulblad

KOP = "| Nr | Actie | Status | Planning | Toelichting |\n"
BLAD = (
    KOP
    + """
| 1     | Bewustwording            |          |      |       |
| 1.1   | Training                 |          |      |       |
| 1.1.1 | Training voor bestuurders | voltooid | 2018 | mooi  |
| 1.1.2 | E-learning               | gepland  | 2019 |       |
| 1.2.1 | Kalender bijhouden       |          |      |       |
| 2.1.1 | BIBOB-beleid             |          | 2020 |       |
|       | Eigen acties van Boekel  |          |      |       |
""".lstrip()
)


def answers(inzending: Inzending) -> dict[str, tuple[Status, str]]:
    return {nr: (i.status, i.planning) for nr, i in inzending.antwoorden.items()}


def told(inzending: Inzending) -> list[tuple[Code, str]]:
    return [(b.code, b.plek.cel) for b in inzending.bevindingen]


HEEL = {
    "1.1.1": (Status.VOLTOOID, "2018"),
    "1.1.2": (Status.GEPLAND, "2019"),
    "1.2.1": (Status.NIET_BEPAALD, ""),
    "2.1.1": (Status.GEPLAND, "2020"),
}


def test_a_sheet_as_it_was_sent_is_read_without_a_word(lees):
    gelezen = lees(BLAD)

    assert answers(gelezen) == HEEL
    assert gelezen.gemeenten == ("Boekel",)
    assert (gelezen.bevindingen, gelezen.eigen_acties) == ((), ())


def test_each_answer_says_where_it_was_read(lees):
    plek = lees(BLAD, "Boekel.xlsx").antwoorden["1.1.1"].plek

    assert str(plek) == "Boekel.xlsx › Invulblad › C6"


def test_columns_may_move(lees):
    gelezen = lees("""
        | Toelichting | Status   | Planning | Nr    |
        | mooi        | voltooid | 2018     | 1.1.2 |
    """)

    assert answers(gelezen) == {"1.1.2": (Status.VOLTOOID, "2018")}
    assert gelezen.antwoorden["1.1.2"].toelichting == "mooi"
    assert gelezen.antwoorden["1.1.2"].plek.cel == "B4"


def test_rows_may_move(lees):
    regels = BLAD.splitlines()
    gelezen = lees("\n".join([regels[0], *reversed(regels[3:7])]))

    assert answers(gelezen) == HEEL
    assert gelezen.bevindingen == ()


@pytest.mark.parametrize("naam", ["Blad1", "Boekel", "invulblad (2)", "Per gemeente", "Plan", "Actieplan"])
def test_the_sheet_may_have_been_renamed(lees, naam):
    assert answers(lees(BLAD, blad=naam)) == HEEL


@pytest.mark.parametrize("naam", ["Gegevens", "Eigen acties"])
def test_the_sheet_may_have_been_renamed_to_a_name_of_ours(lees, naam):
    assert answers(lees(BLAD, blad=naam)) == HEEL


def test_a_row_without_a_number_is_recognised_by_its_text_and_told(lees):
    gelezen = lees(KOP + "| | e-learning | voltooid | 2018 | |")

    assert answers(gelezen) == {"1.1.2": (Status.VOLTOOID, "2018")}
    assert told(gelezen) == [(Code.NR_LEEG, "A4")]
    assert "op deze rij staat geen nummer; aan de tekst herkend als 1.1.2" in str(gelezen.bevindingen[0])


@pytest.mark.parametrize("nr", ["9.9.9", "1.1.2x", "x", "1.1"])
def test_a_changed_number_is_recognised_by_its_text_and_told(lees, nr):
    gelezen = lees(KOP + f"| {nr} | E-learning | voltooid | 2018 | |")

    assert answers(gelezen) == {"1.1.2": (Status.VOLTOOID, "2018")}
    assert told(gelezen) == [(Code.NR_UIT_TEKST, "A4")]
    assert f"nummer '{nr}' past niet" in str(gelezen.bevindingen[0])


def test_a_number_that_excel_made_a_date_of_is_recognised_by_its_text(lees):
    gelezen = lees(KOP + "| x | E-learning | voltooid | | |", cellen={"A4": Cel("36893", t="n", formaat=14)})

    assert answers(gelezen) == {"1.1.2": (Status.VOLTOOID, "")}


def test_a_number_beside_the_text_of_another_actie_is_told(lees):
    gelezen = lees(KOP + "| 1.1.1 | E-learning | voltooid | | |")

    assert list(gelezen.antwoorden) == ["1.1.2"]
    assert told(gelezen) == [(Code.NR_BOTST, "A4")]


def test_a_text_may_have_been_changed_when_the_number_stands(lees):
    gelezen = lees(KOP + "| 1.1.1 | Training (ook voor raadsleden) | voltooid | | |")

    assert list(gelezen.antwoorden) == ["1.1.1"]
    assert told(gelezen) == [(Code.ACTIE_TEKST_ANDERS, "B4")]
    assert "'Training (ook voor raadsleden)'" in str(gelezen.bevindingen[0])


def test_a_row_the_plan_does_not_have_is_kept_with_the_eigen_acties(lees):
    gelezen = lees(KOP + "| 9.9.9 | Drones | voltooid | 2018 | duur |")

    eigen = gelezen.eigen_acties[0]
    assert gelezen.antwoorden == {}
    assert (eigen.gemeente, eigen.nr, eigen.actie, eigen.status, eigen.planning, eigen.toelichting) == (
        "Boekel",
        "9.9.9",
        "Drones",
        "voltooid",
        "2018",
        "duur",
    )
    assert eigen.plek.cel == "B4"
    assert told(gelezen) == [(Code.RIJ_ONBEKEND, "B4")]


def test_an_answer_on_the_line_of_a_thema_is_kept_and_told(lees):
    gelezen = lees(KOP + "| 1.1 | Training | voltooid | 2018 | |")

    assert [(e.nr, e.actie, e.status) for e in gelezen.eigen_acties] == [("1.1", "Training", "voltooid")]
    assert told(gelezen) == [(Code.RIJ_ONBEKEND, "B4")]


def test_eigen_acties_are_kept_as_typed_without_a_finding(lees):
    gelezen = lees(BLAD + "| | Buurtapp | bijna klar | =1+1 | ja |\n| | Zonder status | | | |\n")

    assert [(e.actie, e.status, e.planning) for e in gelezen.eigen_acties] == [
        ("Buurtapp", "bijna klar", "=1+1"),
        ("Zonder status", "", ""),
    ]
    assert gelezen.bevindingen == ()


def test_an_actie_of_the_plan_below_the_eigen_acties_still_counts(lees):
    gelezen = lees(KOP + "| | Eigen acties | | | |\n| | E-learning | voltooid | | |")

    assert answers(gelezen) == {"1.1.2": (Status.VOLTOOID, "")}


def test_an_eigen_actie_may_speak_of_eigen_acties(lees):
    gelezen = lees(BLAD + "| | Evaluatie van onze eigen acties | gepland | 2020 | |")

    assert [e.actie for e in gelezen.eigen_acties] == ["Evaluatie van onze eigen acties"]


def test_of_a_row_that_stands_twice_the_first_counts_and_the_other_is_told(lees):
    gelezen = lees(KOP + "| 1.1.1 | | voltooid | 2018 | |\n| 1.1.1 | | gepland | 2019 | |")

    assert answers(gelezen) == {"1.1.1": (Status.VOLTOOID, "2018")}
    assert told(gelezen) == [(Code.RIJ_DUBBEL, "C5")]
    assert "C4 telt, hier staat 'gepland, 2019'" in str(gelezen.bevindingen[0])


def test_of_a_row_that_stands_twice_the_filled_one_counts(lees):
    gelezen = lees(KOP + "| 1.1.1 | | voltooid | 2018 | |\n| 1.1.1 | | | | |")

    assert answers(gelezen) == {"1.1.1": (Status.VOLTOOID, "2018")}
    assert gelezen.bevindingen == ()


def test_where_only_the_second_of_two_rows_is_filled_it_counts_and_is_told(lees):
    gelezen = lees(KOP + "| 1.1.1 | | | | |\n| 1.1.1 | | voltooid | 2018 | |")

    assert answers(gelezen) == {"1.1.1": (Status.VOLTOOID, "2018")}
    assert told(gelezen) == [(Code.RIJ_DUBBEL_LEEG, "C5")]
    assert "C4 is leeg, dus telt wat hier staat: 'voltooid, 2018'" in str(gelezen.bevindingen[0])


def test_a_row_that_stands_twice_with_the_same_answer_is_no_problem(lees):
    assert lees(KOP + "| 1.1.1 | | voltooid | 2018 | |\n" * 2).bevindingen == ()


def test_an_answer_where_the_actie_does_not_apply_is_kept_and_told(lees):
    gelezen = lees(KOP + "| 2.1.1 | BIBOB-beleid | voltooid | 2018 | |", titel="Invulblad van Cuijk")

    assert gelezen.antwoorden == {}
    assert [(e.nr, e.status) for e in gelezen.eigen_acties] == [("2.1.1", "voltooid")]
    assert told(gelezen) == [(Code.RIJ_NIET_VAN_TOEPASSING, "C4")]
    assert lees(KOP + "| 2.1.1 | BIBOB-beleid | | | |", titel="Invulblad van Cuijk").bevindingen == ()


def test_a_row_that_was_added_without_an_answer_is_kept_and_told(lees):
    gelezen = lees(KOP + "| 1.1.1 | | gepland | | |\n| 9.9.9 | Drones inzetten | | | |")

    assert [e.actie for e in gelezen.eigen_acties] == ["Drones inzetten"]
    assert [b.code for b in gelezen.bevindingen] == [Code.RIJ_ONBEKEND]


def test_what_was_typed_over_our_own_columns_is_told(lees):
    standen = '{"1.1.1":["gepland","2018"]}'
    gelezen = lees(
        "| Nr | Actie | Vorige stand | Status | Planning | Toelichting | Controle |\n"
        "| 1.1.1 | Training voor bestuurders | 2025, uitgesteld | ongewijzigd | | | graag bellen |",
        verborgen={"gemeente": "Boekel", "standen": standen},
    )

    tekst = " ".join(map(str, gelezen.bevindingen))
    assert "2025, uitgesteld" in tekst
    assert "graag bellen" in tekst


@pytest.mark.parametrize("kop", ["Status", "Planning", "Toelichting"])
def test_a_column_that_is_gone_is_told(lees, kop):
    plaats = [deel.strip() for deel in KOP.split("|")].index(kop)
    regels = [regel.split("|") for regel in BLAD.splitlines()]

    gelezen = lees("\n".join("|".join([*delen[:plaats], *delen[plaats + 1 :]]) for delen in regels))

    assert Code.KOLOM_ONTBREEKT in {b.code for b in gelezen.bevindingen}
    assert any(f"de kolom '{kop}' is er niet meer" in str(b) for b in gelezen.bevindingen)


def test_what_stands_in_an_extra_column_is_told_cell_by_cell(lees):
    gelezen = lees("""
        | Nr    | Status   | Opmerking    | Planning | Toelichting |
        | 1.1.1 | voltooid | zie bijlage  | 2018     |             |
        | 1.1.2 | voltooid |              |          |             |
    """)

    assert told(gelezen) == [(Code.KOLOM_ONBEKEND, "C4")]
    assert "'Opmerking'" in str(gelezen.bevindingen[0])
    assert "'zie bijlage'" in str(gelezen.bevindingen[0])


def test_our_own_extra_columns_are_not_told(lees):
    gelezen = lees("""
        | Nr    | Vorige stand | Status   | Planning | Toelichting | Controle |
        | 1.1.1 | gepland      | voltooid | 2018     |             | ✓        |
    """)

    assert gelezen.bevindingen == ()


def test_what_stands_beside_the_table_is_told(lees):
    gelezen = lees(BLAD, cellen={"H6": "graag bellen"})

    assert "graag bellen" in " ".join(map(str, gelezen.bevindingen))


def test_a_counter_that_an_error_among_the_answers_spoiled_was_typed_by_nobody(lees):
    teller = 'SUMPRODUCT(--(LEFT($F$4:$F$9,1)="✓"))&amp;" van 6 acties ingevuld"'

    assert lees(BLAD, cellen={"B2": Cel("#N/A", t="e", formule=teller)}).bevindingen == lees(BLAD).bevindingen


@pytest.mark.parametrize(
    "cel",
    [Cel("#N/A"), Cel("#N/A", t="e"), Cel("#DIV/0!", t="e", formule="1/0"), Cel("zie ✓", t="str", formule='"zie ✓"')],
    ids=["tekst", "foutwaarde", "eigen formule", "geen foutwaarde"],
)
def test_anything_else_above_the_table_is_told(lees, cel):
    gelezen = lees(BLAD, cellen={"B2": cel})

    assert (Code.CEL_BUITEN_TABEL, "B2") in told(gelezen)
    assert cel.waarde in " ".join(map(str, gelezen.bevindingen))


def test_what_stands_in_a_second_column_of_the_same_name_is_told(lees):
    gelezen = lees(BLAD, cellen={"F3": "Planning", "F6": "of toch 2021"})

    assert "of toch 2021" in " ".join(map(str, gelezen.bevindingen))


def test_what_stands_in_an_extra_column_of_another_row_is_told(lees):
    gelezen = lees(BLAD, cellen={"F3": "Opmerking", "F5": "dit thema graag bespreken"})

    assert "dit thema graag bespreken" in " ".join(map(str, gelezen.bevindingen))


def test_a_long_remark_in_an_extra_column_is_kept_whole(lees):
    opmerking = f"{'lang ' * 50}verhaal met een slot"

    gelezen = lees(BLAD, cellen={"F3": "Opmerking", "F6": opmerking})

    assert "met een slot" in " ".join(map(str, gelezen.bevindingen))


def test_a_cell_that_stands_twice_in_the_file_is_told(bewaar, plan):
    boek = draw_invulblad(BLAD)
    boek.sheets[0].dubbel.append(("C6", Cel("wordt niet opgepakt")))

    assert "niet opgepakt" in " ".join(map(str, read_invulblad(bewaar(boek), plan).bevindingen))


def test_an_answer_keeps_nothing_of_an_actie_that_was_left_empty(lees):
    leeg = lees(BLAD).antwoorden["1.2.1"]

    assert (leeg.status, leeg.reden, leeg.getypt) == (Status.NIET_BEPAALD, Reden.LEEG, "")
