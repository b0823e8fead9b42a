"""The sheet `Communicatie` of an invulblad becomes moments of the calendar."""

from tekenen import Cel, RawSheet, draw_invulblad

from actieplan_xl.reading.inzending import Vraag, read_inzendingen

BLAD = "| Nr | Status | Planning | Toelichting |\n| 1.1.1 | voltooid | | |"
MOMENTEN = """
| Communicatiekalender |
| Datum          | Wat         | Doelgroep | Kanaal | Lokaal of regionaal | Toelichting |
| 12 maart 2019  | Persbericht | inwoners  | krant  | lokaal              | kort        |
|                |             |           |        |                     |             |
| voorjaar       | Brief       |           |        |                     |             |
"""


def test_each_row_with_anything_in_it_is_a_moment(lees):
    eerste, tweede = lees(BLAD, communicatie=MOMENTEN).communicatie

    assert (eerste.gemeente, eerste.datum, eerste.wat, eerste.doelgroep) == (
        "Boekel",
        "12 maart 2019",
        "Persbericht",
        "inwoners",
    )
    assert (eerste.kanaal, eerste.bereik, eerste.toelichting) == ("krant", "lokaal", "kort")
    assert (eerste.sorteerdatum, eerste.plek.cel) == ("2019-03-12", "B3")
    assert (tweede.datum, tweede.sorteerdatum) == ("voorjaar", "")


def test_a_real_date_is_shown_as_typed_and_sorts_as_one(bewaar, plan):
    boek = draw_invulblad(BLAD, communicatie=MOMENTEN)
    boek.sheets[1].change({"A3": Cel("43586", t="n", formaat="d mmmm yyyy")})

    [gelezen] = read_inzendingen([bewaar(boek)], Vraag(plan))

    assert (gelezen.communicatie[0].datum, gelezen.communicatie[0].sorteerdatum) == ("1 mei 2019", "2019-05-01")


def test_columns_may_move_and_the_sheet_may_be_renamed(bewaar, plan):
    boek = draw_invulblad(BLAD)
    boek.sheets.append(RawSheet("Kalender"))
    boek.sheets[1].put_table("| Wat | Kanaal | Datum |\n| Brief | post | 2019 |", 5)

    [gelezen] = read_inzendingen([bewaar(boek)], Vraag(plan))

    assert [(m.wat, m.kanaal, m.datum) for m in gelezen.communicatie] == [("Brief", "post", "2019")]


def test_each_invulblad_in_a_workbook_has_the_moments_that_follow_it(bewaar, plan):
    boek = draw_invulblad(BLAD, titel="Uden", communicatie="| Datum | Wat |\n| 2019 | van Uden |")
    boek.sheets.append(RawSheet("Boekel"))
    boek.sheets[-1].put_table(BLAD)

    uden, boekel = read_inzendingen([bewaar(boek)], Vraag(plan))

    assert [(m.gemeente, m.wat) for m in uden.communicatie] == [("Uden", "van Uden")]
    assert boekel.communicatie == ()


def test_moments_under_another_heading_are_told(lees):
    gelezen = lees(BLAD, communicatie=MOMENTEN.replace("| Datum ", "| Wanneer "))

    assert gelezen.communicatie or gelezen.bevindingen


def test_what_stands_in_an_extra_column_of_the_calendar_is_told(lees):
    gelezen = lees(BLAD, communicatie="| Datum | Wat | Contact |\n| 2019 | Brief | Jan |")

    assert "Jan" in str(gelezen.communicatie) + " ".join(map(str, gelezen.bevindingen))
