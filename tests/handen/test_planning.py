"""What hands, and Excel, put under Planning while Status stays empty: what says no when never passes for `gepland`."""

import pytest
from tekenen import Cel

from actieplan_xl.domain.bevinding import Code, Ernst
from actieplan_xl.domain.status import Reden, Status
from handen import at, row, rows, told

NIETS = (Status.NIET_BEPAALD, Reden.NIET_HERKEND)


@pytest.mark.parametrize(
    "tekst",
    ["0", "00", "#N/B", "N/A", "#N/A", "#VERW!", "#WAARDE!", "#DEEL/0!", "#NAAM?", "#REF!", "#VALUE!", "WAAR", "onwaar",
     "TRUE", "False", "volgt", "Volgt nog.", "in te vullen", "n.t.b.", "onbekend", "nog niet bekend", "oranje",
     "XXX", "z.o.z.", "Z.O.Z", "komt later", "Later", "todo", "none", "Kies...", "<invullen>", "00-01-1900",
     "ongewijzigd", "geen wijziging", "rood", "voltooid?", "\u3164", "\u3164 \uffa0",
     "2\u03360\u03361\u03368\u0336", "(doorgehaald)"],
)  # fmt: skip
def test_a_text_that_says_no_when_is_no_answer_but_is_kept_and_told(lees, tekst):
    """What was meant by it, nobody guesses."""
    uit = lees(row("", tekst))

    antwoord = uit.antwoorden["1.1.1"]
    assert (antwoord.status, antwoord.reden) == NIETS
    assert antwoord.planning == tekst.strip()
    assert (Code.PLANNING_ZEGT_NIETS, "D4") in told(uit)


@pytest.mark.parametrize(
    "tekst",
    ["nog niet ingevuld", "niet van toepassing voor Boekel", "niet van toepassing in 2019", "geen prioriteit",
     "doen wij niet", "n.v.t. voor ons", "Nee, dat hebben we al", "weten we niet", "gaat niet door",
     "wordt niet gedaan", "wordt dit jaar niet gedaan", "is niet nodig", "in 2019 niet aan de orde",
     "zal niet doorgaan", "Uden doet niet mee in 2019"],
)  # fmt: skip
def test_a_refusal_without_a_time_is_no_answer(lees, tekst):
    """It begins or ends with a denial; a gemeente that does not do it has a status for that."""
    uit = lees(row("", tekst))

    assert (uit.antwoorden["1.1.1"].status, uit.antwoorden["1.1.1"].planning) == (Status.NIET_BEPAALD, tekst)
    assert told(uit) == [(Code.PLANNING_ZEGT_NIETS, "D4")]


@pytest.mark.parametrize(
    "tekst",
    ["niet voor 2019", "niet eerder dan na de zomer", "geen datum, in maart misschien", "Loopt, nog niet afgerond",
     "continu, geen einddatum", "heeft bij ons geen prioriteit"],
)  # fmt: skip
def test_any_other_denial_is_a_planning_but_never_silently(lees, tekst):
    """Whether it is done all the same, a person can see."""
    uit = lees(row("", tekst))

    assert (uit.antwoorden["1.1.1"].status, uit.antwoorden["1.1.1"].planning) == (Status.GEPLAND, tekst)
    assert told(uit) == [(Code.PLANNING_ONTKENT, "D4")]
    assert uit.bevindingen[0].ernst is Ernst.LET_OP


@pytest.mark.parametrize(
    "tekst",
    ["2019", "najaar", "volgt in 2019", "samen met Uden", "met de gemeente Oss", "zodra er geld is", "Q3", "in overleg",
     "Herhaling in 2018 of 2019", "2018-2019", "2019 via werkgroep", "rode draad van 2019", "bij groen licht",
     "later in 2019", "klaarzetten in mei", "loopt tot 2020"],
)  # fmt: skip
def test_any_other_planning_still_counts_without_a_word(lees, tekst):
    """A planning alone is `gepland`, whatever words it takes."""
    uit = lees(row("", tekst))

    assert uit.antwoorden["1.1.1"].status is Status.GEPLAND
    assert uit.bevindingen == ()


@pytest.mark.parametrize(
    ("tekst", "woord"),
    [("voltooid in 2018", "voltooid"), ("Voltooid 2018", "voltooid"), ("afgerond in 2018", "afgerond"),
     ("gedaan in 2018", "gedaan"), ("is klaar", "klaar"), ("is al gereed!", "gereed"), ("2018: vóltooid", "voltooid"),
     ("elk jaar, structureel", "structureel"), ("als structurele actie", "structurele actie"),
     ("jaarlijks", "jaarlijks"), ("Gestopt", "gestopt"), ("uitgesteld tot 2020", "uitgesteld"),
     ("ongewijzigd, 2019", "ongewijzigd")],
)  # fmt: skip
def test_a_planning_with_a_word_of_another_status_in_it_counts_but_never_silently(lees, tekst, woord):
    """What was done, or has stopped, would otherwise pass for work that is still to come."""
    uit = lees(row("", tekst))

    assert (uit.antwoorden["1.1.1"].status, uit.antwoorden["1.1.1"].planning) == (Status.GEPLAND, tekst)
    assert told(uit) == [(Code.PLANNING_LIJKT_STATUS, "D4")]
    assert uit.bevindingen[0].ernst is Ernst.LET_OP
    assert f"waarin '{woord}' op een status lijkt" in at(uit, "D4")


def test_a_word_of_another_status_that_is_struck_out_is_no_doubt(lees):
    """What still stands is the planning."""
    uit = lees(row("", "voltooid najaar 2019 (doorgehaald: 'voltooid')"))

    assert uit.antwoorden["1.1.1"].status is Status.GEPLAND
    assert Code.PLANNING_LIJKT_STATUS not in [code for code, _ in told(uit)]


@pytest.mark.parametrize(
    "cel",
    [
        Cel("0", t="n"),
        Cel("0", t="n", formule="X99"),
        Cel("0", t="n", formaat=14),
        Cel("0", t="n", formaat=17),
        Cel("#N/A", t="str"),
        Cel("ONWAAR", t="str"),
        Cel("1", t="b"),
    ],
)
def test_what_a_formula_gives_of_an_empty_cell_is_no_planning(lees, cel):
    """In a cell for numbers, for dates or for texts."""
    uit = lees(row(), cellen={"D4": cel})

    assert (uit.antwoorden["1.1.1"].status, uit.antwoorden["1.1.1"].reden) == NIETS
    assert (Code.PLANNING_ZEGT_NIETS, "D4") in told(uit)


@pytest.mark.parametrize("tekst", ["0", "geen prioriteit", "n.t.b."])
def test_beside_a_status_a_planning_is_taken_as_it_stands(lees, tekst):
    """There is an answer then; the planning only goes with it."""
    uit = lees(row("gepland", tekst))

    assert (uit.antwoorden["1.1.1"].status, uit.antwoorden["1.1.1"].planning) == (Status.GEPLAND, tekst)


def test_a_second_row_with_only_a_coloured_planning_says_something_else(lees):
    """A colour under Planning is read as an answer, so it counts as one when rows are weighed against each other."""
    regel = "| 1.1.1 | Training voor bestuurders | | | |"

    uit = lees(rows(regel.replace("| | | |", "| voltooid | | |"), regel), fills={"D5": "FF0000"})

    assert uit.antwoorden["1.1.1"].status is Status.VOLTOOID
    assert (Code.RIJ_DUBBEL, "C5") in told(uit)
    assert "wordt niet opgepakt" in at(uit, "C5")


def test_an_empty_row_gives_way_to_one_with_only_a_coloured_planning(lees):
    """What the finding says of the colour is what the matrix shows."""
    regel = "| 1.1.1 | Training voor bestuurders | | | |"

    uit = lees(rows(regel, regel), fills={"D5": "00B050"})

    assert uit.antwoorden["1.1.1"].status is Status.VOLTOOID
    assert told(uit) == [(Code.STATUS_UIT_KLEUR, "D5"), (Code.RIJ_DUBBEL_LEEG, "C5")]


@pytest.mark.parametrize("tekst", ["zie 1.1.1", "idem als 1.1.2", "Zie mail d.d. 3 mei", "dito, zie boven in 2019"])
def test_a_planning_that_points_elsewhere_counts_as_planned_and_is_told(lees, tekst):
    """What stands elsewhere nobody knows here."""
    uit = lees(row("", tekst))

    assert uit.antwoorden["1.1.1"].status is Status.GEPLAND
    assert told(uit) == [(Code.PLANNING_VERWIJST, "D4")]


@pytest.mark.parametrize("tekst", ["on hold", "onbekend, 2019", "nog te bepalen, 2019", "wij zien af van 2019"])
def test_a_planning_that_holds_back_counts_as_planned_and_is_told(lees, tekst):
    """With a time in it, it may be one."""
    uit = lees(row("", tekst))

    assert uit.antwoorden["1.1.1"].planning == tekst
    assert Code.PLANNING_LIJKT_STATUS in [code for code, _ in told(uit)]
