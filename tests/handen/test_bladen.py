"""Sheets that were renamed, moved, copied or added, and what was typed on them outside the table."""

import pytest
from soorten.proef import GEGEVEN as GEGEVEN_IN_RONDE
from soorten.proef import run_round
from tekenen import Cel, RawSheet, RawWorkbook, draw_invulblad

from actieplan_xl.domain.adres import format_adres, parse_adres
from actieplan_xl.domain.bevinding import Code, Ernst
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.reading.inzending import read_invulblad
from handen import BLAD, GEGEVEN, answers, at, hidden, rows, told
from handen.verstuurd import as_sent, beside

KALENDER = "| Datum | Wat | Doelgroep |\n| 2019 | Persbericht | inwoners |"


@pytest.fixture
def lees_boek(bewaar, plan):
    def read(*sheets: RawSheet) -> Inzending:
        return read_invulblad(bewaar(RawWorkbook(list(sheets)), "Boekel.xlsx"), plan)

    return read


def drawn(plan: Plan, **hoe: object) -> list[RawSheet]:
    return list(draw_invulblad(BLAD, verborgen=hidden(plan), **hoe).sheets)


def test_sheets_may_stand_in_another_order(lees_boek, plan):
    gelezen = lees_boek(*reversed(drawn(plan, communicatie=KALENDER)))

    assert answers(gelezen) == GEGEVEN
    assert [m.wat for m in gelezen.communicatie] == ["Persbericht"]
    assert gelezen.bevindingen == ()


def test_answers_on_a_copy_of_an_empty_sheet_count_and_are_told(tmp_path, plan):
    """The sheet that was sent is still empty; somebody filled in `Invulblad (2)`."""

    def maak(werk):
        boek, kopie = as_sent(plan), as_sent(plan).sheets[0]
        kopie.naam = "Invulblad (2)"
        kopie.change({beside(kopie, "1.1.1", "Status"): "voltooid", beside(kopie, "1.1.2", "Toelichting"): "zie mail"})
        werk.zet(RawWorkbook([*boek.sheets, kopie]))

    verloop = run_round(tmp_path, plan, maak)

    assert verloop.answers() == {"1.1.1": ("voltooid", "")}
    assert "zie mail" in verloop.all_texts()
    assert Code.TWEE_BLADEN in {b.code for b in verloop.bevindingen}


def test_notes_on_a_sheet_of_their_own_are_told_with_what_they_say(lees_boek, plan):
    notities = RawSheet("Notities", {"B2": Cel("1.2.1 doen we in 2021"), "B3": Cel("bel Jan")})

    gelezen = lees_boek(*drawn(plan), notities)

    assert [(b.code, b.plek.blad, b.plek.cel) for b in gelezen.bevindingen] == [
        (Code.BLAD_NIET_GELEZEN, "Notities", "B2")
    ]
    assert "1.2.1 doen we in 2021" in gelezen.bevindingen[0].tekst
    assert "bel Jan" in gelezen.bevindingen[0].tekst
    assert "B2:B3" in gelezen.bevindingen[0].tekst


def test_a_word_typed_on_the_leeswijzer_is_told(lees_boek, plan):
    leeswijzer = RawSheet("Leeswijzer", {"A1": Cel("Leeswijzer"), "C9": Cel("wij doen niet mee")})

    gelezen = lees_boek(*drawn(plan), leeswijzer)

    assert told(gelezen) == [(Code.CEL_BUITEN_TABEL, "C9")]
    assert "wij doen niet mee" in at(gelezen, "C9", "Leeswijzer")


def test_a_word_typed_on_the_leeswijzer_is_told_without_a_hidden_sheet_too(lees_boek):
    leeswijzer = RawSheet("Leeswijzer", {"A1": Cel("Leeswijzer"), "C9": Cel("wij doen niet mee")})

    gelezen = lees_boek(*draw_invulblad(BLAD).sheets, leeswijzer)

    assert "wij doen niet mee" in " ".join(b.tekst for b in gelezen.bevindingen)


@pytest.mark.parametrize("cellen", [{"C1": "1.2.1 voltooid"}, {"A9": "1.2.1", "B9": "voltooid"}])
def test_an_answer_typed_on_the_hidden_sheet_is_told(lees_boek, plan, cellen):
    blad, verborgen = drawn(plan)
    verborgen.staat = "visible"
    verborgen.change(cellen)

    gelezen = lees_boek(blad, verborgen)

    assert answers(gelezen) == GEGEVEN
    for cel, tekst in cellen.items():
        assert tekst in at(gelezen, cel, "_actieplan")


def test_a_sheet_of_their_own_may_be_called_as_our_hidden_one(lees_boek):
    notities = RawSheet("_actieplan overleg", {"A1": Cel("1.2.1 doen we in 2021")})

    gelezen = lees_boek(*draw_invulblad(BLAD).sheets, notities)

    assert "1.2.1 doen we in 2021" in " ".join(b.tekst for b in gelezen.bevindingen)


@pytest.mark.parametrize("tekst", ["graag bellen", "Alleen 1.1.1 is nieuw", "heel veel dank", "→ Ga naar de balie"])
@pytest.mark.parametrize("cel", ["A2", "D1", "E2"])
def test_what_is_typed_above_the_table_is_told(lees, plan, tekst, cel):
    gelezen = lees(BLAD, cellen={cel: tekst}, verborgen=hidden(plan))

    assert told(gelezen) == [(Code.CEL_BUITEN_TABEL, cel)]
    assert tekst in at(gelezen, cel)


@pytest.mark.parametrize(
    "tekst",
    [
        "→ Ga naar de volgende lege actie, die is niet van ons",
        "✓ Alles is ingevuld. Behalve 1.2.1: dat doet Uden",
        "Zo kleurt een antwoord bij ons niet",
        "wij doen niets meer, groeten uit Boekel",
        "gepland is hier niets",
    ],
)
def test_a_text_above_the_table_that_begins_or_ends_as_ours_is_told(lees, plan, tekst):
    met, zonder = (lees(BLAD, cellen={"A2": tekst}, verborgen=verborgen) for verborgen in (hidden(plan), None))

    assert tekst in at(met, "A2")
    assert tekst in at(zonder, "A2")


def test_a_formula_above_the_table_is_told_by_its_outcome(lees, plan):
    gelezen = lees(BLAD, cellen={"A2": Cel("1.2.1 doen we in 2021", formule="H9")}, verborgen=hidden(plan))

    assert "1.2.1 doen we in 2021" in at(gelezen, "A2")


def test_our_own_counter_and_jump_are_never_told(bewaar, plan):
    gelezen = read_invulblad(bewaar(as_sent(plan)))

    assert [b.code for b in gelezen.bevindingen] == [Code.NIETS_INGEVULD]


@pytest.mark.parametrize("titel", ["LET OP concept! Invulblad van Boekel", "Invulblad van Boekel ???"])
def test_what_is_typed_in_the_title_is_told(lees, plan, titel):
    met, zonder = (lees(BLAD, "Boekel.xlsx", titel=titel, verborgen=verborgen) for verborgen in (hidden(plan), None))

    assert met.gemeenten == zonder.gemeenten == ("Boekel",)
    assert titel in at(met, "A1")
    assert titel in at(zonder, "A1")


def test_a_title_that_was_changed_to_another_gemeente_is_told(lees, plan):
    """Copied from Uden: the hidden sheet says Uden, the title was typed over."""
    verborgen = hidden(plan, "Uden")

    gelezen = lees(BLAD, "invulblad.xlsx", titel="Invulblad van Boekel", verborgen=verborgen)

    assert gelezen.gemeenten == ("Uden",)
    assert "Invulblad van Boekel" in at(gelezen, "A1")


@pytest.mark.parametrize("verborgen", [True, False])
def test_what_is_typed_beside_the_headings_is_told(lees, plan, verborgen):
    hoe = {"verborgen": hidden(plan)} if verborgen else {}

    gelezen = lees(BLAD, cellen={"H3": "1.2.1 doen we in 2021"}, **hoe)

    assert answers(gelezen) == GEGEVEN
    assert "1.2.1 doen we in 2021" in at(gelezen, "H3")


def test_what_is_typed_over_a_heading_is_told(lees, plan):
    gelezen = lees(BLAD.replace("mooi", ""), cellen={"E3": "geen ruimte voor toelichting"}, verborgen=hidden(plan))

    assert Code.KOLOM_HERNOEMD in {b.code for b in gelezen.bevindingen}
    assert "geen ruimte voor toelichting" in at(gelezen, "E3")


def test_a_heading_may_have_a_remark_behind_it(lees, plan):
    """Then the column is no longer known, and all that stands in it is told."""
    gelezen = lees(BLAD, cellen={"D3": "Planning (nog afstemmen)"}, verborgen=hidden(plan))

    assert [cel for code, cel in told(gelezen) if code is Code.CEL_KOP_HERNOEMD] == ["D6", "D7", "D9"]
    assert "heet nu 'Planning (nog afstemmen)'; dat was 'Planning'" in at(gelezen, "D3")


@pytest.mark.parametrize(("kolom", "eigen"), [("A", "nr"), ("B", "actie"), ("C", "status"), ("E", "toelichting")])
def test_what_is_typed_below_the_table_is_kept_with_the_eigen_acties(lees, plan, kolom, eigen):
    gelezen = lees(BLAD, cellen={f"{kolom}30": "graag bellen"}, verborgen=hidden(plan))

    assert [getattr(e, eigen) for e in gelezen.eigen_acties] == ["graag bellen"]


def test_below_the_table_and_beside_it_is_told_with_its_cell(lees, plan):
    gelezen = lees(BLAD, cellen={"H30": "graag bellen"}, verborgen=hidden(plan))

    assert told(gelezen) == [(Code.CEL_BUITEN_TABEL, "H30")]


def test_answers_in_a_second_table_lower_on_the_sheet_are_read(lees, plan):
    gelezen = lees(BLAD + "\n| Nr | Actie | Status | Planning | Toelichting |\n| 1.2.1 | | voltooid | 2017 | |")

    assert answers(gelezen)["1.2.1"] == (Status.VOLTOOID, "2017")


def test_a_second_table_with_its_columns_the_other_way_round_is_never_misread(lees):
    gelezen = lees(
        rows("| 1.1.1 | | voltooid | | |", "| Nr | Actie | Planning | Status | |", "| 1.2.1 | | 2019 | voltooid | |")
    )

    assert not gelezen.antwoorden["1.2.1"].is_antwoord
    assert (gelezen.antwoorden["1.2.1"].getypt, gelezen.antwoorden["1.2.1"].planning) == ("2019", "voltooid")
    assert (Code.STATUS_ONBEKEND, "C6") in told(gelezen)


def test_a_second_table_beside_the_first_is_told_cell_by_cell(lees):
    gelezen = lees(BLAD, cellen={"H3": "Nr", "I3": "Status", "H4": "1.2.1", "I4": "voltooid"})

    assert answers(gelezen)["1.2.1"] == GEGEVEN["1.2.1"]
    assert told(gelezen) == [(Code.KOLOM_ONBEKEND, "H4"), (Code.KOLOM_ONBEKEND, "I4")]
    assert "voltooid" in at(gelezen, "I4")


def test_a_header_that_is_repeated_halfway_is_no_eigen_actie(lees):
    regels = BLAD.splitlines()

    gelezen = lees("\n".join([*regels[:5], regels[0], *regels[5:]]))

    assert answers(gelezen) == GEGEVEN
    assert gelezen.eigen_acties == ()


@pytest.mark.parametrize("kop", ["| | | Antwoord | | |", "| Nr | | Antwoord van de gemeente | | |"])
def test_a_second_header_row_above_the_first_is_told(lees, kop):
    gelezen = lees(f"{kop}\n{BLAD}")

    assert answers(gelezen) == GEGEVEN
    assert "Antwoord" in at(gelezen, "C3")


def test_empty_rows_between_are_no_end_of_the_table(lees):
    regels = BLAD.splitlines()

    assert answers(lees("\n\n\n".join(regels))) == GEGEVEN


def test_a_table_that_was_transposed_is_refused_with_a_word(tmp_path, plan):
    tabel = (
        "| Nr | 1.1.1 | 1.1.2 |\n| Actie | Training voor bestuurders | E-learning |\n| Status | voltooid | gepland |"
    )

    verloop = run_round(tmp_path, plan, lambda werk: werk.zet(draw_invulblad(tabel)))

    assert verloop.redenen() == {Reden.ONLEESBAAR}
    assert [(b.code, b.ernst) for b in verloop.bevindingen] == [(Code.GEEN_INVULBLAD, Ernst.FOUT)]


def test_a_status_in_a_comment_is_told_and_is_no_answer(tmp_path, plan):
    opmerking = '<comment ref="C6"><text><t>voltooid in 2017</t></text></comment>'
    opmerking = f"<comments><commentList>{opmerking}</commentList></comments>"
    rels = '<Relationships><Relationship Id="r1" Type="x/comments" Target="../comments1.xml"/></Relationships>'

    def maak(werk):
        delen = werk.teken(cellen={"C6": "", "D6": ""}).delen()
        delen["xl/worksheets/_rels/sheet1.xml.rels"] = rels.encode()
        werk.zet({**delen, "xl/comments1.xml": opmerking.encode()})

    verloop = run_round(tmp_path, plan, maak)

    assert verloop.answers() == {nr: wat for nr, wat in GEGEVEN_IN_RONDE.items() if nr != "1.2.1"}
    [bevinding] = verloop.bevindingen
    assert (bevinding.code, bevinding.plek.cel) == (Code.OPMERKING_NIET_GELEZEN, "C6")
    assert "voltooid in 2017" in bevinding.tekst


OVERAL = [("Leeswijzer", "H3"), ("Leeswijzer", "A40"), ("Invulblad", "G1"), ("Invulblad", "H7"), ("Communicatie", "H2")]


@pytest.mark.parametrize(("blad", "cel"), OVERAL)
@pytest.mark.parametrize("tekst", ["voltooid", "1.1.1", "gepland", "Leeswijzer", "Invulblad van Boekel"])
def test_a_word_of_ours_typed_where_we_did_not_write_it_is_told(bewaar, plan, blad, cel, tekst):
    """A mark goes with its cell: in another cell somebody typed it."""
    boek = as_sent(plan)
    [sheet] = [sheet for sheet in boek.sheets if sheet.naam == blad]
    sheet.cellen[cel] = Cel(tekst)

    gelezen = read_invulblad(bewaar(boek, "Boekel.xlsx"), plan)

    assert (Code.CEL_BUITEN_TABEL, cel) in told(gelezen)
    assert f"'{tekst}'" in at(gelezen, cel, blad)


def test_a_list_of_her_own_in_nothing_but_our_words_is_told(bewaar, plan):
    """Numbers and statuses in the first cells of a sheet she added: an answer she gave in another place."""
    boek = as_sent(plan)
    boek.sheets.append(RawSheet("Blad1", {"A1": Cel("1.1.1"), "B1": Cel("voltooid")}))

    gelezen = read_invulblad(bewaar(boek, "Boekel.xlsx"), plan)

    assert (Code.BLAD_NIET_GELEZEN, "A1") in told(gelezen)
    assert "'1.1.1'; 'voltooid'" in at(gelezen, "A1", "Blad1")


def test_a_row_or_column_inserted_above_our_words_makes_nobody_elses_of_them(bewaar, plan):
    """Whoever makes room for a note moves all of ours along."""
    verschoven = 0
    for rij, kolom in ((1, 0), (0, 1)):
        boek = as_sent(plan)
        for sheet in boek.sheets[:3]:
            sheet.cellen = {_moved(cel, rij, kolom): inhoud for cel, inhoud in sheet.cellen.items()}
            verschoven += len(sheet.cellen)

        gelezen = read_invulblad(bewaar(boek, "Boekel.xlsx"), plan)

        assert Code.CEL_BUITEN_TABEL not in [b.code for b in gelezen.bevindingen]
        assert Code.BLAD_NIET_GELEZEN not in [b.code for b in gelezen.bevindingen]
    assert verschoven > 100


def test_a_sheet_of_ours_under_another_name_is_still_known(bewaar, plan):
    """Sheets may be renamed; what was added to it is told."""
    boek = as_sent(plan)
    boek.sheets[2].naam = "Uitleg voor collega's"
    boek.sheets[2].cellen["H3"] = Cel("voltooid")

    gelezen = read_invulblad(bewaar(boek, "Boekel.xlsx"), plan)

    elders = [(b.code, b.plek.cel) for b in gelezen.bevindingen if b.plek.blad == "Uitleg voor collega's"]
    assert elders == [(Code.CEL_BUITEN_TABEL, "H3")]


def _moved(cel: str, rij: int, kolom: int) -> str:
    plaats = parse_adres(cel)
    assert plaats is not None
    return format_adres((plaats[0] + rij, plaats[1] + kolom))


def test_a_sheet_of_her_own_that_is_called_nearly_as_our_hidden_one_is_told(bewaar, plan):
    """Ours is only known by its own name, or as a copy of it."""
    boek = as_sent(plan)
    boek.sheets.append(RawSheet("_actieplan x", {"A1": Cel("gemeente"), "B1": Cel("zie mijn notitie")}))

    gelezen = read_invulblad(bewaar(boek, "Boekel.xlsx"), plan)

    assert "zie mijn notitie" in at(gelezen, "A1", "_actieplan x")
