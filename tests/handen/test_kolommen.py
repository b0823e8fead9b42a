"""Columns that were renamed, deleted, hidden or made, and cells that were merged in every direction."""

import pytest
from soorten.proef import TABEL, run_round
from tekenen import Cel, draw_invulblad

from actieplan_xl.domain.bevinding import Code, Ernst
from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.reading.inzending import read_invulblad
from handen import BLAD, GEGEVEN, KOP, answers, at, hidden, merged, row, rows, told
from handen.verstuurd import as_sent, beside, place_of


@pytest.fixture
def lees_xml(bewaar, plan):
    """Read a drawing with XML behind its cells: merges, filters, hidden columns."""

    def read(tekst: str, xml: str, **hoe: object) -> Inzending:
        boek = draw_invulblad(tekst, verborgen=hidden(plan), **hoe)
        boek.sheets[0].na = xml
        return read_invulblad(bewaar(boek, "Boekel.xlsx"), plan)

    return read


@pytest.mark.parametrize("kolom", ["C", "D", "E"])
def test_an_answer_merged_over_two_acties_is_told_for_the_second(lees_xml, kolom):
    """To who filled it in, one cell speaks for both rows."""
    tekst = rows("| 1.1.1 | | voltooid | 2018 | samen met Uden |", "| 1.1.2 | | voltooid | 2019 | ook |")

    gelezen = lees_xml(tekst, merged(f"{kolom}4:{kolom}5"), cellen={f"{kolom}5": ""})

    assert (Code.CEL_SAMENGEVOEGD, f"{kolom}5") in told(gelezen)
    assert {"C": "voltooid", "D": "2018", "E": "samen met Uden"}[kolom] in at(gelezen, f"{kolom}5")


def test_a_status_merged_with_its_own_planning_is_read_as_it_stands(lees_xml):
    gelezen = lees_xml(row("voltooid"), merged("C4:D4"))
    samen = lees_xml(row("voltooid, 2018"), merged("C4:D4"))

    assert answers(gelezen) == {"1.1.1": (Status.VOLTOOID, "")}
    assert gelezen.bevindingen == ()
    assert (samen.antwoorden["1.1.1"].reden, samen.antwoorden["1.1.1"].getypt) == (Reden.NIET_HERKEND, "voltooid, 2018")


def test_a_block_of_answers_merged_into_one_is_told_row_by_row(lees_xml):
    tekst = rows("| 1.1.1 | | voltooid in 2018 | | |", "| 1.1.2 | | | | |", "| 1.2.1 | | | | |")

    gelezen = lees_xml(tekst, merged("C4:E6"))

    assert gelezen.antwoorden["1.1.1"].getypt == "voltooid in 2018"
    assert [cel for code, cel in told(gelezen) if code is Code.CEL_SAMENGEVOEGD and cel[0] == "C"] == ["C5", "C6"]


def test_a_whole_row_merged_into_one_cell_is_kept_and_told(lees_xml):
    gelezen = lees_xml(rows("| 1.1.1 Training voor bestuurders: voltooid in 2018 | | | | |"), merged("A4:E4"))

    assert gelezen.antwoorden == {}
    assert told(gelezen) == [(Code.RIJ_ONBEKEND, "A4")]
    assert "voltooid in 2018" in at(gelezen, "A4")


def test_numbers_merged_over_two_acties_leave_the_second_to_its_text(lees_xml):
    tekst = rows("| 1.1.1 | Training voor bestuurders | voltooid | | |", "| | E-learning | gepland | | |")

    gelezen = lees_xml(tekst, merged("A4:A5"))

    assert answers(gelezen) == {"1.1.1": (Status.VOLTOOID, ""), "1.1.2": (Status.GEPLAND, "")}
    assert told(gelezen) == [(Code.NR_LEEG, "A5")]


def test_a_heading_merged_over_the_next_leaves_a_column_without_one_and_tells_it(lees_xml):
    gelezen = lees_xml(row("voltooid", "2018"), merged("C3:D3"), cellen={"D3": ""})

    assert answers(gelezen) == {"1.1.1": (Status.VOLTOOID, "")}
    assert told(gelezen) == [(Code.KOLOM_HERNOEMD, "D3"), (Code.CEL_KOP_HERNOEMD, "D4")]
    assert "deze kolom heeft geen kop meer; dat was 'Planning'" in at(gelezen, "D3")
    assert "'2018'" in at(gelezen, "D4")
    assert "2018" in at(gelezen, "D4")


def test_two_headings_merged_into_one_are_refused_with_a_word(tmp_path, plan):
    def maak(werk):
        boek = werk.teken(cellen={"C3": "Status en planning", "D3": ""})
        boek.sheets[0].na = merged("C3:D3")
        werk.zet(boek)

    verloop = run_round(tmp_path, plan, maak)

    assert verloop.redenen() == {Reden.ONLEESBAAR}
    assert [(b.code, b.ernst) for b in verloop.bevindingen] == [(Code.GEEN_INVULBLAD, Ernst.FOUT)]


def test_a_status_under_another_heading_is_told_and_never_guessed(lees):
    gelezen = lees(BLAD.replace(" Status ", " Stand van zaken "))

    assert {i.status for i in gelezen.antwoorden.values()} == {Status.NIET_BEPAALD}
    assert gelezen.antwoorden["1.1.1"].planning == "2018"
    assert told(gelezen) == [
        (Code.KOLOM_HERNOEMD, "C3"),
        (Code.CEL_KOP_HERNOEMD, "C6"),
        (Code.CEL_KOP_HERNOEMD, "C7"),
    ]
    assert "heet nu 'Stand van zaken'; dat was 'Status'" in at(gelezen, "C3")
    assert "Zet in C3 weer 'Status'." in gelezen.bevindingen[0].remedie
    assert "'voltooid'" in at(gelezen, "C6")


def test_a_planning_under_another_heading_is_told(lees):
    gelezen = lees(BLAD.replace(" Planning ", " Wanneer "))

    assert gelezen.antwoorden["1.1.1"].status is Status.VOLTOOID
    assert "heet nu 'Wanneer'; dat was 'Planning'" in at(gelezen, "D3")
    assert "'2018'" in at(gelezen, "D6")
    assert not gelezen.antwoorden["2.1.1"].is_antwoord


def test_with_both_renamed_the_file_is_refused_with_a_word(tmp_path, plan):
    tabel = TABEL.replace(" Status ", " Stand van zaken ").replace(" Planning ", " Wanneer ")

    verloop = run_round(tmp_path, plan, lambda werk: werk.zet(draw_invulblad(tabel)))

    assert verloop.redenen() == {Reden.ONLEESBAAR}
    assert [b.code for b in verloop.bevindingen] == [Code.GEEN_INVULBLAD]


def test_without_a_column_for_the_status_a_planning_is_kept_and_is_no_answer(lees):
    gelezen = lees("| Nr | Actie | Planning | Toelichting |\n| 1.1.1 | x | 2018 | mooi |", cellen={"B4": ""})

    invulling = gelezen.antwoorden["1.1.1"]
    assert (invulling.reden, invulling.planning, invulling.toelichting) == (Reden.NIET_HERKEND, "2018", "mooi")
    assert (Code.KOLOM_ONTBREEKT, "") in told(gelezen)


@pytest.mark.parametrize("weg", ["Nr", "Actie"])
def test_without_numbers_or_without_texts_an_actie_is_still_recognised(lees, weg):
    tabel = [regel.split("|") for regel in BLAD.splitlines()]
    plaats = [deel.strip() for deel in tabel[0]].index(weg)
    zonder = "\n".join("|".join([*regel[:plaats], *regel[plaats + 1 :]]) for regel in tabel)

    assert answers(lees(zonder)) == GEGEVEN


@pytest.mark.parametrize("tekst", ["→ zie de mail van 3 mei", "✓ gedaan in 2018", "Kies ook voor Uden", "niet af"])
@pytest.mark.parametrize("als", ["tekst", "formule"])
def test_what_is_typed_under_controle_is_told(lees, plan, tekst, als):
    tabel = rows("| 1.1.1 | Training voor bestuurders | voltooid | | | x |").replace(
        "Toelichting |", "Toelichting | Controle |"
    )
    cel = Cel(tekst, formule="H9" if als == "formule" else "")

    gelezen = lees(tabel, cellen={"F4": cel}, verborgen=hidden(plan))

    assert told(gelezen) == [(Code.KOLOM_ONBEKEND, "F4")]
    assert tekst in at(gelezen, "F4")


def test_what_is_typed_in_a_column_for_a_previous_state_that_nobody_sent_is_told(lees, plan):
    """The sheet was sent without such a column: somebody made it."""
    tabel = "| Nr | Vorige stand | Status | Planning | Toelichting |\n| 1.1.1 | was af in 2017 | voltooid | | |"

    gelezen = lees(tabel, verborgen=hidden(plan))

    assert "was af in 2017" in at(gelezen, "B4")


def test_answers_in_hidden_columns_count_and_are_told(lees_xml):
    gelezen = lees_xml(BLAD, '<cols><col min="3" max="4" hidden="1"/></cols>')

    assert answers(gelezen) == GEGEVEN
    assert told(gelezen) == [(Code.KOLOM_VERBORGEN, "C3"), (Code.KOLOM_VERBORGEN, "D3")]


RENAMED = [("D", "Stand van zaken", "Status"), ("E", "Wanneer", "Planning"), ("F", "Uitleg", "Toelichting")]


@pytest.mark.parametrize("welke", [RENAMED[:1], RENAMED[:2], RENAMED, [("D", "", "Status")]], ids=len)
def test_headings_that_were_typed_over_are_told_once_each_and_nothing_below_them_counts(bewaar, plan, welke):
    """With its hidden sheet it is a sheet of ours, so it is never refused."""
    boek = as_sent(plan, standen={"1.1.1": Stand(Status.GEPLAND, "2017")})
    blad = boek.sheets[0]
    kop, rij = place_of(blad, "Status")[1:], place_of(blad, "1.1.1")[1:]
    blad.change({f"{letter}{rij}": f"getypt bij {woord}" for letter, _, woord in welke})
    blad.change({f"{letter}{kop}": tekst for letter, tekst, _ in welke})

    gelezen = read_invulblad(bewaar(boek, "Boekel.xlsx"), plan)

    assert told(gelezen) == [(Code.KOLOM_HERNOEMD, f"{letter}{kop}") for letter, _, _ in welke] + [
        (Code.CEL_KOP_HERNOEMD, f"{letter}{rij}") for letter, _, _ in welke
    ]
    for letter, _, woord in welke:
        assert f"getypt bij {woord}" in at(gelezen, f"{letter}{rij}")
    invulling = gelezen.antwoorden["1.1.1"]
    assert (invulling.reden, invulling.getypt) == (Reden.NIET_HERKEND, "getypt bij Status")


@pytest.mark.parametrize(
    ("kop", "ander"), [("Nr", "Nummer"), ("Actie", "Onderwerp"), ("Vorige stand", "Was"), ("Controle", "Klopt het?")]
)
def test_a_heading_of_ours_that_was_typed_over_is_told_once(bewaar, plan, kop, ander):
    """What stands below these is no answer: it is known all the same."""
    boek = as_sent(plan, standen={"1.1.1": Stand(Status.GEPLAND, "2017")})
    blad = boek.sheets[0]
    plaats = place_of(blad, kop)
    blad.change({beside(blad, "1.1.1", "Status"): "ongewijzigd"})
    blad.change({plaats: ander})

    gelezen = read_invulblad(bewaar(boek, "Boekel.xlsx"), plan)

    assert answers(gelezen)["1.1.1"] == (Status.GEPLAND, "2017")
    assert told(gelezen) == [(Code.KOLOM_HERNOEMD, plaats)]


def test_a_column_of_her_own_where_ours_was_taken_away_is_no_renamed_one_when_there_are_more(lees, plan):
    tabel = "| Nr | Actie | Wie | Hoe | Planning | Toelichting |\n| 1.1.1 | | Jan | snel | 2018 | |"

    gelezen = lees(tabel, verborgen=hidden(plan))

    assert told(gelezen) == [(Code.KOLOM_ONTBREEKT, ""), (Code.KOLOM_ONBEKEND, "C4"), (Code.KOLOM_ONBEKEND, "D4")]


def test_an_invulblad_without_its_header_row_is_refused_in_so_many_words(tmp_path, plan):
    def maak(werk):
        boek = as_sent(plan)
        blad = boek.sheets[0]
        rij = place_of(blad, "Status")[1:]
        blad.change({plaats: "" for plaats in list(blad.cellen) if plaats[1:] == rij})
        werk.zet(boek)

    verloop = run_round(tmp_path, plan, maak)

    assert verloop.redenen() == {Reden.ONLEESBAAR}
    [bevinding] = verloop.bevindingen
    assert bevinding.code is Code.KOPREGEL_WEG
    assert "invulblad van Boekel, maar de rij met de koppen" in bevinding.tekst


def test_numbers_that_were_all_taken_away_are_told_once(lees, plan):
    regels = [regel.split("|") for regel in BLAD.splitlines()]
    zonder = [regels[0], *([deel if plaats != 1 else " " for plaats, deel in enumerate(r)] for r in regels[1:])]

    gelezen = lees("\n".join("|".join(regel) for regel in zonder), verborgen=hidden(plan))

    assert answers(gelezen) == GEGEVEN
    assert told(gelezen) == [(Code.NR_KOLOM_LEEG, "A3")]
    assert "4 acties zijn aan hun tekst herkend" in at(gelezen, "A3")


def test_without_the_column_for_the_numbers_that_is_told_once(lees, plan):
    zonder = "\n".join("|" + regel.split("|", 2)[2] for regel in BLAD.splitlines())

    gelezen = lees(zonder, verborgen=hidden(plan))

    assert answers(gelezen) == GEGEVEN
    assert told(gelezen) == [(Code.NR_KOLOM_LEEG, "")]


@pytest.mark.parametrize(
    ("plaats", "dubbel", "was"),
    [
        ("C", "Status", "Vorige stand"),
        ("D", "Planning", "Status"),
        ("D", "Vorige stand", "Status"),
        ("E", "Toelichting", "Planning"),
        ("E", "Status", "Planning"),
        ("F", "Planning", "Toelichting"),
        ("G", "Toelichting", "Controle"),
    ],
)
def test_of_two_columns_with_one_heading_the_one_in_its_place_counts(bewaar, plan, plaats, dubbel, was):
    """The other one was typed over, and that is told as such."""
    boek = as_sent(plan, standen={"1.1.1": Stand(Status.GEPLAND, "2017"), "1.1.2": Stand(Status.GEPLAND, "2018")})
    blad = boek.sheets[0]
    kop, rij = place_of(blad, "Status")[1:], place_of(blad, "1.1.1")[1:]
    blad.change({f"D{rij}": "voltooid", f"E{rij}": "in mei", f"F{rij}": "mooi"})
    blad.change({f"{plaats}{kop}": dubbel})

    gelezen = read_invulblad(bewaar(boek, "Boekel.xlsx"), plan)

    onder = was in ("Status", "Planning", "Toelichting")
    assert (
        told(gelezen) == [(Code.KOLOM_HERNOEMD, f"{plaats}{kop}")] + [(Code.CEL_KOP_HERNOEMD, f"{plaats}{rij}")] * onder
    )
    assert f"heet nu '{dubbel}'; dat was '{was}'" in at(gelezen, f"{plaats}{kop}")
    gegeven = {"Status": "voltooid", "Planning": "in mei", "Toelichting": "mooi"} | {was: ""}
    invulling = gelezen.antwoorden["1.1.1"]
    assert (invulling.planning, invulling.toelichting) == (gegeven["Planning"], gegeven["Toelichting"])
    assert (invulling.status is Status.VOLTOOID) is (was != "Status")


def test_of_two_columns_with_one_heading_none_counts_where_no_place_decides(lees):
    """Without a hidden sheet nobody knows whether there was a column for the previous state."""
    gelezen = lees(
        "| Nr | Actie | Status | Status | Planning | Toelichting |\n| 1.1.1 | | gepland | voltooid | 2018 | |\n"
        "| 1.1.2 | | | | | |"
    )

    invulling = gelezen.antwoorden["1.1.1"]
    assert (invulling.status, invulling.reden, invulling.planning) == (
        Status.NIET_BEPAALD,
        Reden.NIET_HERKEND,
        "2018",
    )
    assert told(gelezen) == [
        (Code.KOLOM_ONTBREEKT, ""),
        (Code.CEL_KOP_HERNOEMD, "C4"),
        (Code.CEL_KOP_HERNOEMD, "D4"),
    ]
    assert "zo heten C3 en D3" in gelezen.bevindingen[0].tekst
    assert "telt pas als nog maar één kolom 'Status' heet" in at(gelezen, "D4")


def test_a_heading_of_ours_once_more_behind_the_table_is_hers_and_told(lees, plan):
    """It stands in its place already; what is below the other one is told cell by cell."""
    kop = KOP.replace("Toelichting |", "Toelichting | | Status |")
    leeg = lees(BLAD.replace(KOP, kop), verborgen=hidden(plan))
    gevuld = lees(BLAD.replace(KOP, kop), cellen={"G6": "gepland"}, verborgen=hidden(plan))

    assert answers(leeg) == answers(gevuld) == GEGEVEN
    assert told(leeg) == [(Code.CEL_BUITEN_TABEL, "G3")]
    assert told(gevuld) == [(Code.KOLOM_ONBEKEND, "G6")]
