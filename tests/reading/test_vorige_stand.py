"""The sheets by which a plan knows of the years before: who said what, and which numbers are taken."""

import io

from tekenen import draw_planwerkboek

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.status import Status
from actieplan_xl.reading.planwerkboek import Planwerkboek, read_planwerkboek
from actieplan_xl.tasks import show

from .planbladen import ACTIEPLAN, TABELLEN

VORIGE = """
| nr    | actie       | kolom  | gemeente | status      | planning | van | peildatum   |
| 1.1.1 | Bestuurders | CGM    | Cuijk    | voltooid    | 2018     |     | 1 juni 2019 |
| 1.1.1 | Bestuurders | CGM    | Grave    | structureel |          |     | 1 juni 2019 |
| 1.1.1 | Bestuurders | Boekel | Boekel   | gepland     | 2019     |     | 1 juni 2019 |
"""
SAMEN = "structureel⏎Cuijk: voltooid, 2018⏎Grave: structureel"
"""What the cell of CGM says when it is as we wrote it."""
AFGESLOTEN = """
| nr    | hoofdlijn     | thema    | actie   | kolom | gemeente | status   | planning | sinds       |
| 1.1.3 | Bewustwording | Training | Oefenen | CGM   | Cuijk    | voltooid | 2018     | 1 juni 2019 |
"""
CUIJK, GRAVE = Stand(Status.VOLTOOID, "2018"), Stand(Status.STRUCTUREEL)


def read(cgm: str = SAMEN, vorige: str = VORIGE, afgesloten: str = AFGESLOTEN, **overig: str) -> Planwerkboek:
    """Read a plan with both sheets, and this in the cell of CGM for 1.1.1."""
    matrix = ACTIEPLAN.replace("voltooid⏎2018", cgm)
    bladen = TABELLEN | {"Actieplan": matrix, "Vorige stand": vorige, "Afgesloten": afgesloten} | overig
    return read_planwerkboek(io.BytesIO(draw_planwerkboek(bladen).bytes()))


def codes(gelezen: Planwerkboek) -> list[Code]:
    return [bevinding.code for bevinding in gelezen.bevindingen]


def test_gemeenten_of_one_kolom_have_each_their_own_previous_state():
    """The cell shows both; `ongewijzigd` for the whole kolom is then no answer."""
    gelezen = read()

    assert (gelezen.standen["Cuijk"]["1.1.1"], gelezen.standen["Grave"]["1.1.1"]) == (CUIJK, GRAVE)
    assert gelezen.not_shared("CGM") == ("1.1.1",)
    assert codes(gelezen) == []


def test_in_the_terminal_a_kolom_shows_who_said_what():
    """Without a colour, where they did not say the same."""
    bladen = TABELLEN | {"Actieplan": ACTIEPLAN.replace("voltooid⏎2018", SAMEN), "Vorige stand": VORIGE}

    cel = show(io.BytesIO(draw_planwerkboek(bladen).bytes())).cellen["1.1.1", "CGM"]

    assert (cel.tekst, cel.status) == ("Cuijk: voltooid, 2018\nGrave: structureel", None)


def test_an_empty_cell_leaves_it_to_the_sheet():
    """That is how the coördinator says that the sheet counts."""
    gelezen = read(cgm="")

    assert (gelezen.standen["Cuijk"]["1.1.1"], codes(gelezen)) == (CUIJK, [])


def test_what_somebody_typed_in_the_matrix_counts_for_the_whole_kolom_and_is_told():
    """Both texts are in the finding, and the cell is its place."""
    gelezen = read(cgm="voltooid⏎2020")

    assert gelezen.standen["Cuijk"]["1.1.1"] == gelezen.standen["Grave"]["1.1.1"] == Stand(Status.VOLTOOID, "2020")
    (bevinding,) = gelezen.bevindingen
    assert (bevinding.code, bevinding.plek.cel) == (Code.PLAN_VORIGE_STAND_ANDERS, "F6")
    assert "2020" in bevinding.tekst
    assert "Grave: structureel" in bevinding.tekst


def test_what_the_coordinator_still_knew_may_be_typed_where_nothing_was_said():
    """On the sheet stands that there was no answer: that contradicts nothing."""
    vorige = VORIGE.replace("gepland     | 2019 ", "niet nader bepaald | ")

    gelezen = read(vorige=vorige)

    assert (gelezen.standen["Boekel"]["1.1.1"], codes(gelezen)) == (Stand(Status.GEPLAND, "2019"), [])


def test_where_the_sheet_has_no_row_the_cell_counts():
    """As in a plan without that sheet."""
    gelezen = read(vorige=VORIGE.replace("1.1.1 | Bestuurders | Boekel", "2.1.1 | Beleid      | Boekel"))

    assert gelezen.standen["Boekel"]["1.1.1"] == Stand(Status.GEPLAND, "2019")


def test_who_has_no_row_of_her_own_in_a_kolom_has_what_the_cell_says():
    """Somebody took her row out, and the cell agrees with the one that is left."""
    zonder = "\n".join(regel for regel in VORIGE.splitlines() if "Grave" not in regel)

    assert read(cgm="voltooid⏎2018", vorige=zonder).standen["Grave"]["1.1.1"] == CUIJK


def test_a_gemeente_that_was_several_has_a_state_that_nobody_can_take_over():
    """Who said what stands in it."""
    rij = "| 1.1.1 | Bestuurders | Boekel | Boekel   | voltooid    |          | Uden | 1 juni 2019 |\n"
    vorige = VORIGE.replace("gepland     | 2019     |     |", "gepland     | 2019     | Oud |") + rij

    stand = read(vorige=vorige, Actieplan=ACTIEPLAN.replace("| 2019     |", "|          |")).standen["Boekel"]["1.1.1"]

    assert stand == Stand(Status.NIET_BEPAALD, "Oud: gepland, 2019\nUden: voltooid")
    assert not stand.is_over_te_nemen


def test_without_the_sheet_a_cell_that_says_who_said_what_is_no_state_to_take_over():
    """It was thrown away: the least settled status in the cell is then of nobody in particular."""
    stand = read(vorige="").standen["Grave"]["1.1.1"]

    assert stand == Stand(Status.NIET_BEPAALD, "Cuijk: voltooid, 2018\nGrave: structureel")
    assert read(cgm="voltooid⏎2018⏎Let op: nog eens", vorige="").standen["Grave"]["1.1.1"].status is Status.VOLTOOID


def test_rows_of_what_is_not_in_the_plan_are_told_once():
    """An actie that was taken out, and a gemeente that is called otherwise now."""
    vreemd = "| 9.9.9 | Weg | CGM | Cuijk | voltooid | | | |\n| 9.9.9 | Weg | CGM | Grave | voltooid | | | |\n"
    vreemd += "| 1.1.1 | Bestuurders | Uden | Uden | voltooid | | | |\n"

    gelezen = read(vorige=VORIGE + vreemd)

    (bevinding,) = gelezen.bevindingen
    assert bevinding.code is Code.PLAN_VORIGE_STAND_PAST_NIET
    assert "van actie 9.9.9 en Uden," in bevinding.tekst


def test_acties_that_were_renumbered_are_known_by_their_text():
    """A row that says 1.1.9 is of the actie that has that text now."""
    assert read(vorige=VORIGE.replace("1.1.1", "1.1.9")).standen["Cuijk"]["1.1.1"] == CUIJK


def test_a_new_actie_under_an_old_number_does_not_inherit_what_was_said_of_the_old_one():
    """With an empty cell and another wording nobody knows whether it is the same actie."""
    gelezen = read(cgm="", vorige=VORIGE.replace("Bestuurders", "Iets van vroeger"))

    assert "1.1.1" not in gelezen.standen["Cuijk"]
    assert Code.PLAN_VORIGE_STAND_PAST_NIET in codes(gelezen)


def test_an_actie_with_another_wording_keeps_its_states_while_its_cell_does():
    """The wording was improved; the cell was left as it was."""
    assert read(vorige=VORIGE.replace("Bestuurders", "Bestuurderz")).standen["Grave"]["1.1.1"] == GRAVE


def test_a_status_that_is_none_and_a_sheet_without_its_header_are_told():
    """The row, or the whole sheet, is then left out."""
    assert Code.PLAN_VORIGE_STAND_ONLEESBAAR in codes(read(vorige=VORIGE.replace("structureel", "bijna klar ")))
    zonder = read(vorige="| iets | anders |\n| 1 | 2 |", afgesloten="| iets | anders |")
    assert codes(zonder).count(Code.PLAN_BLAD_NIET_GELEZEN) == 2


def test_a_closed_actie_is_known_and_its_number_may_not_be_given_to_another():
    """The finding stands at the number in the matrix; the same actie put back is no other."""
    (rij,) = read().plan.afgesloten
    assert (rij.nr, rij.actie, rij.sinds) == ("1.1.3", "Oefenen", "2019-06-01")

    matrix = ACTIEPLAN.replace("voltooid⏎2018", SAMEN).replace("| 1.1.2 | E-learning", "| 1.1.3 | E-learning")
    gelezen = read(Actieplan=matrix)
    assert [(b.code, b.plek.cel) for b in gelezen.bevindingen] == [(Code.PLAN_NR_AFGESLOTEN, "A7")]
    assert "'Oefenen'" in gelezen.bevindingen[0].tekst
    assert codes(read(Actieplan=matrix.replace("E-learning   ", "Oefenen      "))) == []


def test_who_a_gemeente_was_stands_on_the_sheet_gemeenten():
    """Several names with a semicolon between them."""
    gemeenten = """
        | gemeente | cbs_code | kolom  | e-mail | voorgangers    |
        | Cuijk    | GM1684   | CGM    |        |                |
        | Grave    | GM0786   | CGM    |        |                |
        | Boekel   | GM0755   | Boekel |        | Uden; Landerd; |
    """

    assert read(Gemeenten=gemeenten).plan.gemeenten[-1].voorgangers == ("Uden", "Landerd")
