"""A list of the coördinator: each row read as an answer is, and no row that nobody can account for counts."""

import pytest
from handen import BLAD, hidden
from tekenen import Cel, RawSheet, RawWorkbook, draw_invulblad, draw_planwerkboek

from actieplan_xl.domain.bevinding import Code, Ernst
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.status import Status
from actieplan_xl.domain.words import CORRECTIE_UITLEG
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from reading.planbladen import TABELLEN

KOP = "| gemeente | nr | status | planning | waarom | door | wanneer |\n"
GOED = "| Boekel | 1.1.1 | voltooid | mei 2019 | Gebeld. | programmaleider | 3-6-2019 |"


@pytest.fixture
def lees_lijst(bewaar, plan):
    """Draw a workbook with one sheet, with its header in row 1, and read it as input."""

    def read(
        *rijen: str, blad: str = "Correcties", cellen: dict | None = None, naast: tuple[RawSheet, ...] = (), **boek
    ) -> Inzending:
        sheet = RawSheet(blad)
        sheet.put_table(KOP + "\n".join(rijen))
        sheet.change(cellen)
        (gelezen,) = read_inzendingen([bewaar(RawWorkbook([sheet, *naast], **boek), "lijst.xlsx")], Vraag(plan))
        return gelezen

    return read


def told(gelezen: Inzending) -> list[tuple[Code, str]]:
    return [(b.code, b.plek.cel) for b in gelezen.bevindingen if b.code is not Code.CORRECTIES_GELEZEN]


def test_a_row_is_read_as_an_answer_with_why_by_whom_and_when(lees_lijst):
    """Its place is the cell of the status."""
    gelezen = lees_lijst(GOED)

    (correctie,) = gelezen.correcties
    assert (correctie.gemeente, correctie.nr, correctie.antwoord) == ("Boekel", "1.1.1", (Status.VOLTOOID, "mei 2019"))
    assert (correctie.waarom, correctie.door, correctie.wanneer) == ("Gebeld.", "programmaleider", "2019-06-03")
    assert str(correctie.plek) == "lijst.xlsx › Correcties › C2"
    assert (gelezen.gemeenten, gelezen.is_onleesbaar, gelezen.herkomst.is_correctielijst) == ((), False, True)
    assert "1 correctie is hieruit meegenomen" in gelezen.bevindingen[0].tekst
    assert told(gelezen) == []


@pytest.mark.parametrize("blad", ["Blad1", "CORRECTIES ", "juni"])
def test_a_list_is_known_by_its_headings_whatever_its_sheet_is_called(lees_lijst, blad):
    """A new workbook begins with `Blad1`."""
    assert len(lees_lijst(GOED, blad=blad).correcties) == 1


def test_a_status_is_read_the_way_people_type_it(lees_lijst):
    """And told, as on an invulblad; a planning alone is `gepland`."""
    gelezen = lees_lijst(
        "| boekel | 1.1.1. | Afgerond | | Gebeld. | coördinator | 3 juni 2019 |",
        "| Uden | Actie 1.1.2 | | najaar 2019 | Gebeld. | coördinator | 2019-06-03 |",
    )

    assert [c.antwoord for c in gelezen.correcties] == [(Status.VOLTOOID, ""), (Status.GEPLAND, "najaar 2019")]
    assert told(gelezen) == [(Code.STATUS_UIT_SPELLING, "C2")]


def test_the_name_of_a_kolom_speaks_for_all_its_gemeenten(lees_lijst):
    """As it does on an invulblad."""
    gelezen = lees_lijst("| CGM | 1.1.1 | voltooid | | Gebeld. | coördinator | 3-6-2019 |")

    assert [c.gemeente for c in gelezen.correcties] == ["Cuijk", "Grave"]


@pytest.mark.parametrize(
    ("rij", "code", "cel"),
    [
        ("| Boekl | 1.1.1 | voltooid | | Gebeld. | rol | 3-6-2019 |", Code.CORRECTIE_GEMEENTE_ONBEKEND, "A2"),
        ("| Boekel | 9.9.9 | voltooid | | Gebeld. | rol | 3-6-2019 |", Code.CORRECTIE_NR_ONBEKEND, "B2"),
        ("| Boekel | 1.1 | voltooid | | Gebeld. | rol | 3-6-2019 |", Code.CORRECTIE_NR_ONBEKEND, "B2"),
        ("| Cuijk | 2.1.1 | voltooid | | Gebeld. | rol | 3-6-2019 |", Code.CORRECTIE_NIET_VAN_TOEPASSING, "A2"),
        ("| Boekel | 1.1.1 | | | Gebeld. | rol | 3-6-2019 |", Code.CORRECTIE_ONVOLLEDIG, "C2"),
        ("| Boekel | 1.1.1 | bijna klar | | Gebeld. | rol | 3-6-2019 |", Code.STATUS_ONBEKEND, "C2"),
        ("| Boekel | 1.1.1 | ongewijzigd | | Gebeld. | rol | 3-6-2019 |", Code.ONGEWIJZIGD_ZONDER_VORIGE, "C2"),
        ("| Boekel | 1.1.1 | oranje | | Gebeld. | rol | 3-6-2019 |", Code.STATUS_GEEN_ANTWOORD, "C2"),
        ("| Boekel | 1.1.1 | | n.v.t. | Gebeld. | rol | 3-6-2019 |", Code.PLANNING_ZEGT_NIETS, "D2"),
        ("| Boekel | 1.1.1 | voltooid | | | rol | 3-6-2019 |", Code.CORRECTIE_ONVOLLEDIG, "E2"),
        ("| Boekel | 1.1.1 | voltooid | | Gebeld. | | 3-6-2019 |", Code.CORRECTIE_ONVOLLEDIG, "F2"),
        ("| Boekel | 1.1.1 | voltooid | | Gebeld. | rol | |", Code.CORRECTIE_ONVOLLEDIG, "G2"),
        ("| Boekel | 1.1.1 | voltooid | | Gebeld. | rol | gisteren |", Code.CORRECTIE_DATUM_ONBEKEND, "G2"),
        ("| Boekel | 1.1.1 | voltooid | | Gebeld. | rol | 31-2-2019 |", Code.CORRECTIE_DATUM_ONBEKEND, "G2"),
        ("| Boekel | 1.1.1 | voltooid | | Gebeld. | rol | 3-6-2109 |", Code.CORRECTIE_ANDERE_RONDE, "G2"),
        ("| Boekel | 1.1.1 | voltooid | | Gebeld. | rol | 3-6-2017 |", Code.CORRECTIE_ANDERE_RONDE, "G2"),
        ("| Boekel | 1.1.1 | voltooid | | Gebeld. | rol | 3-5-2020 |", Code.CORRECTIE_ANDERE_RONDE, "G2"),
        ("| | 1.1.1 | voltooid | | Gebeld. | rol | 3-6-2019 |", Code.CORRECTIE_ONVOLLEDIG, "A2"),
        ("| Boekel | | voltooid | | Gebeld. | rol | 3-6-2019 |", Code.CORRECTIE_ONVOLLEDIG, "B2"),
    ],
)
def test_a_row_that_nobody_can_account_for_does_not_count_and_says_why(lees_lijst, rij, code, cel):
    """It is the coördinator's to mend, so it carries the name of no gemeente."""
    gelezen = lees_lijst(rij)

    assert gelezen.correcties == ()
    assert (code, cel) in told(gelezen)
    assert {b.gemeente for b in gelezen.bevindingen} == {""}
    assert Code.CORRECTIE_ONVOLLEDIG not in [c for c, _ in told(gelezen) if c is not code]


@pytest.mark.parametrize("kolom", "ABCDEFG")
def test_a_line_through_any_cell_leaves_the_row_in_doubt(lees_lijst, kolom):
    """That is how people take back what they wrote."""
    door = Cel(xml="<is><r><rPr><strike/></rPr><t>3-6-2019</t></r></is>")

    gelezen = lees_lijst(GOED, cellen={f"{kolom}2": door})

    assert gelezen.correcties == ()
    assert told(gelezen).count((Code.CORRECTIE_DOORGEHAALD, f"{kolom}2")) == 1


@pytest.mark.parametrize("kolom", "ABCDEFG")
def test_an_error_in_any_cell_leaves_the_row_in_doubt(lees_lijst, kolom):
    """Each is told where it stands, once."""
    gelezen = lees_lijst(GOED, cellen={f"{kolom}2": Cel("#REF!", t="e")})

    assert gelezen.correcties == ()
    assert told(gelezen).count((Code.CEL_FOUTWAARDE, f"{kolom}2")) == 1


def test_whatever_else_stands_on_the_sheet_is_told(lees_lijst):
    """Beside the rows, above them, and under another heading; our own explanation is not."""
    gelezen = lees_lijst(GOED, cellen={"H1": "telefoon", "H2": "0485", "A1": "gemeente", "J9": "los"})

    assert [w for w in told(gelezen) if w[0] is Code.CORRECTIE_NIET_GELEZEN] == [
        (Code.CORRECTIE_NIET_GELEZEN, "H1"),
        (Code.CORRECTIE_NIET_GELEZEN, "H2"),
        (Code.CORRECTIE_NIET_GELEZEN, "J9"),
    ]
    assert len(gelezen.correcties) == 1


def test_what_stands_on_another_sheet_of_the_list_is_told(lees_lijst):
    """Notes of the coördinator are no correcties."""
    notities = RawSheet("Notities", {"A1": Cel("Uden nog bellen")})

    assert (Code.BLAD_NIET_GELEZEN, "A1") in told(lees_lijst(GOED, naast=(notities,)))


def test_a_date_of_excel_is_a_day(lees_lijst):
    """What Excel makes of 4-6-2019 is the number of a day, with a format."""
    gelezen = lees_lijst(GOED, cellen={"G2": Cel("43620", t="n", formaat="d-m-yyyy")})

    assert gelezen.correcties[0].wanneer == "2019-06-04"


def test_a_formula_is_taken_over_by_its_outcome_and_told(lees_lijst):
    """One without an outcome says nothing."""
    met = lees_lijst(GOED, cellen={"E2": Cel("Gebeld.", t="str", formule="A1&amp;B1")})
    zonder = lees_lijst(GOED, cellen={"A2": Cel(t="str", formule="A1")})

    assert (len(met.correcties), told(met)) == (1, [(Code.FORMULE, "E2")])
    assert zonder.correcties == ()
    assert (Code.CEL_NIET_BEREKEND, "A2") in told(zonder)


def test_a_gemeente_changes_nothing_with_a_list_in_her_own_workbook(bewaar, plan):
    """It is told as any other sheet of hers."""
    boek = draw_invulblad(BLAD, verborgen=hidden(plan))
    boek.sheets = [*boek.sheets, RawSheet("Correcties")]
    boek.sheets[-1].put_table(KOP + GOED.replace("Boekel", "Uden"))

    (gelezen,) = read_inzendingen([bewaar(boek, "Boekel.xlsx")], Vraag(plan))

    assert gelezen.correcties == ()
    assert gelezen.gemeenten == ("Boekel",)
    assert [b.plek.blad for b in gelezen.bevindingen if b.code is Code.BLAD_NIET_GELEZEN] == ["Correcties"]


def test_nor_when_she_took_the_hidden_sheet_away(bewaar, plan):
    """An invulblad beside it is enough."""
    boek = draw_invulblad(BLAD)
    boek.sheets = [*boek.sheets, RawSheet("Correcties")]
    boek.sheets[-1].put_table(KOP + GOED)

    (gelezen,) = read_inzendingen([bewaar(boek, "Boekel.xlsx")], Vraag(plan))

    assert (gelezen.correcties, gelezen.gemeenten) == ((), ("Boekel",))


def test_a_planwerkboek_among_the_input_says_that_its_correcties_do_not_count(bewaar, plan):
    """It may be the plan of another year."""
    boek = draw_planwerkboek({**TABELLEN, "Correcties": KOP + GOED})

    (gelezen,) = read_inzendingen([bewaar(boek, "plan.xlsx")], Vraag(plan))

    assert gelezen.correcties == ()
    assert [(b.code, b.ernst) for b in gelezen.bevindingen] == [
        (Code.OVERGESLAGEN, Ernst.TER_INFO),
        (Code.CORRECTIES_NIET_MEE, Ernst.LET_OP),
    ]


def test_an_empty_list_in_a_plan_is_nothing_to_tell(bewaar, plan):
    """Every new plan has one."""
    boek = draw_planwerkboek({**TABELLEN, "Correcties": f"| {CORRECTIE_UITLEG} |\n{KOP}"})

    (gelezen,) = read_inzendingen([bewaar(boek, "plan.xlsx")], Vraag(plan))

    assert [b.code for b in gelezen.bevindingen] == [Code.OVERGESLAGEN]


def test_a_hidden_list_and_hidden_rows_count_and_are_told(bewaar, plan):
    """Somebody may have put them away on purpose."""
    sheet = RawSheet("Correcties", staat="hidden", verborgen_rijen=(2,))
    sheet.put_table(KOP + GOED)

    (gelezen,) = read_inzendingen([bewaar(RawWorkbook([RawSheet("Blad1"), sheet]), "lijst.xlsx")], Vraag(plan))

    assert len(gelezen.correcties) == 1
    assert told(gelezen) == [(Code.BLAD_VERBORGEN, ""), (Code.RIJEN_VERBORGEN, "")]
