"""What hands put in the cell `Status`: words, signs, colours and jokes. A doubt is never read as an answer."""

import pytest
from soorten.proef import run_round
from tekenen import Cel

from actieplan_xl.domain.bevinding import Code, Ernst
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.status import Reden, Status
from handen import at, hidden, row, styled, told

NIET_HERKEND = (Status.NIET_BEPAALD, Reden.NIET_HERKEND)
VOLTOOID, GEPLAND, STRUCTUREEL = Status.VOLTOOID, Status.GEPLAND, Status.STRUCTUREEL


@pytest.fixture
def een(lees, plan):
    """Read one row, and return its answer and the reading."""

    def read(status: str = "", planning: str = "", **hoe: object):
        gelezen = lees(row(status.replace("\n", "⏎"), planning), verborgen=hidden(plan), **hoe)
        return gelezen.antwoorden["1.1.1"], gelezen

    return read


def refused(gelezen: Inzending) -> str:
    """Return what was typed when it is no answer and is told as wrong; else what was made of it."""
    antwoord = gelezen.antwoorden["1.1.1"]
    fouten = [b.plek.cel for b in gelezen.bevindingen if b.ernst is Ernst.FOUT]
    if (antwoord.status, antwoord.reden, fouten) == (*NIET_HERKEND, ["C4"]):
        return antwoord.getypt
    return f"gelezen als {antwoord.status}, {fouten}"


@pytest.mark.parametrize("tekst", ["idem", "zie boven", "n.v.t.", "?", "-", "x", "ja", "nee", '"', "1", "o"])
def test_a_sign_that_says_nothing_is_no_answer(een, tekst):
    assert refused(een(tekst, "2019")[1]) == tekst


@pytest.mark.parametrize("tekst", ["nee", "Niet.", "geen", "n.v.t.", "doen we niet", "niet nodig"])
def test_who_says_no_is_told_what_to_choose_when_it_is_not_done(een, tekst):
    """A hint and no proposal: what is denied may be something else."""
    _, gelezen = een(tekst)

    assert refused(gelezen) == tekst
    assert gelezen.bevindingen[0].remedie == (
        "Kies uit de lijst; gaan jullie het niet doen, kies dan 'wordt niet opgepakt'."
    )


@pytest.mark.parametrize("tekst", ["x", "ja", "ondermijning"])
def test_who_says_no_such_thing_gets_no_hint(een, tekst):
    """There is nothing to hint at."""
    assert een(tekst)[1].bevindingen[0].remedie == "Kies uit de lijst."


@pytest.mark.parametrize("tekst", ["done", "ongoing", "completed", "planned", "in progress", "cancelled"])
def test_an_english_word_is_never_guessed(een, tekst):
    assert refused(een(tekst)[1]) == tekst


@pytest.mark.parametrize("tekst", ["☑", "✓", "✔", "☐", "■", "ü", "👍"])
def test_a_ticked_box_is_no_answer(een, tekst):
    assert refused(een(tekst)[1]) == tekst


@pytest.mark.parametrize(("waarde", "gezien"), [("1", "ja"), ("0", "nee")])
def test_a_box_that_excel_ticks_in_the_cell_itself_is_no_answer(een, waarde, gezien):
    assert refused(een(cellen={"C4": Cel(waarde, t="b")})[1]) == gezien


@pytest.mark.parametrize(
    ("tekst", "voorstel"),
    [
        ("votooid", VOLTOOID),
        ("structuurel", STRUCTUREEL),
        ("geplandt", GEPLAND),
        ("wordt niet opgepak", "wordt niet opgepakt"),
    ],
)
def test_a_typing_error_is_told_with_what_was_meant(een, tekst, voorstel):
    _, gelezen = een(tekst)

    assert refused(gelezen) == tekst
    assert f"bedoel je '{voorstel}'?" in gelezen.bevindingen[0].remedie


@pytest.mark.parametrize(
    "tekst",
    [
        "niet voltooid",
        "nog niet voltooid",
        "nog niet gepland",
        "niet structureel",
        "wordt opgepakt",
        "wordt wel opgepakt",
        "onvoltooid",
        "ongepland",
        "niet gereed",
        "geen planning",
    ],
)
def test_a_word_is_never_read_as_its_opposite_nor_proposed_as_such(een, tekst):
    _, gelezen = een(tekst)

    assert refused(gelezen) == tekst
    assert "bedoel je" not in gelezen.bevindingen[0].remedie


@pytest.mark.parametrize(
    "tekst",
    ["wordt niet opgepakt", "Niet opgepakt.", "WORDT  NIET\nOPGEPAKT", "pakken we niet op", "wordt_niet_opgepakt"],
)
def test_a_refusal_is_a_refusal(een, tekst):
    assert een(tekst)[0].status is Status.NIET_OPGEPAKT


@pytest.mark.parametrize(
    "tekst",
    [
        "voltooid?",
        "voltooid ??",
        "gepland (?)",
        "☐ voltooid",
        "≠ voltooid",
        "👎 voltooid",
        "voltooid ❌",
        "voltooid¿",
        "voltooid？",
        "voltooid⁇",
        "voltooid؟",
        "voltooid‽",
        "voltooid*",
        "voltooid %",
        "[ ] voltooid",
        "[x] voltooid",
        "( ) voltooid",
        "v\u0336o\u0336l\u0336t\u0336o\u0336o\u0336i\u0336d\u0336",
        "voltooid\u0337",
        "voltooid\u0338",
        "voltooid\u20e0",
        "_ voltooid",
        "voltooid __",
        "-/- voltooid",
        "- - voltooid",
        "voltooid -",
        "voltooid –",
        "!voltooid",
        "//voltooid",
        "voltooid\nniet",
        "gepland\nuitgesteld",
        "[ ] gepland\n[x] voltooid",
        "gepland\n[x] voltooid",
        "gepland\n(v) voltooid",
    ],
)
def test_a_word_with_a_doubt_beside_it_is_no_answer(een, tekst):
    assert refused(een(tekst)[1]) == tekst


@pytest.mark.parametrize(
    "tekst", ["☐ voltooid", "[ ] voltooid", "( ) voltooid", "≠ voltooid", "voltooid ❌", "voltooid\u0336"]
)
def test_a_word_that_may_be_the_one_not_meant_is_not_proposed(een, tekst):
    """Beside an empty box, or with a line through it, somebody would choose the opposite."""
    assert "bedoel je" not in een(tekst)[1].bevindingen[0].remedie


@pytest.mark.parametrize("tekst", ["voltooid?", "voltooid？", "voltooid*"])
def test_a_word_that_is_only_doubted_is_proposed(een, tekst):
    """Whoever doubts may still choose it."""
    assert "bedoel je 'voltooid'?" in een(tekst)[1].bevindingen[0].remedie


@pytest.mark.parametrize(
    "tekst",
    ["voltooid.", "(voltooid)", "- voltooid", "• voltooid", "“voltooid”", "voltooid!", "\xa0voltooid\u200b",
     "vo\u0301ltooid", "ｖｏｌｔｏｏｉｄ", "voltooid\u00ad"],
)  # fmt: skip
def test_harmless_signs_around_a_word_leave_it_what_it_is(een, tekst):
    """Punctuation, accents, wide letters, and what cannot be seen."""
    assert een(tekst)[0].status is VOLTOOID


@pytest.mark.parametrize("tekst", ["voltooid ✔\ufe0f", "\u2705 voltooid", "voltooid 👍🏽", "voltooid\n✓"])
def test_a_tick_agrees_with_the_word_in_whatever_look(een, tekst):
    """As text, as emoji, in any colour of skin."""
    antwoord, gelezen = een(tekst)

    assert antwoord.status is VOLTOOID
    assert told(gelezen) == [(Code.STATUS_UIT_SPELLING, "C4")]


@pytest.mark.parametrize("tekst", ["ongewijzigd?", "≠ ongewijzigd"])
def test_unchanged_with_a_doubt_beside_it_is_no_answer(lees, plan, tekst):
    verborgen = hidden(plan, standen='{"1.1.1":["voltooid","2018"]}')

    assert refused(lees(row(tekst), verborgen=verborgen)) == tekst


@pytest.mark.parametrize(("tekst", "teken"), [("✓ voltooid", "✓"), ("voltooid ✔", "✔"), ("voltooid\n?", "?")])
def test_a_word_with_a_mark_beside_it_is_told_whatever_it_is_read_as(een, tekst, teken):
    antwoord, gelezen = een(tekst)

    assert antwoord.status in (VOLTOOID, Status.NIET_BEPAALD)
    assert teken in at(gelezen, "C4")


@pytest.mark.parametrize(
    "tekst", ["structureel, voltooid", "gepland/voltooid", "structureel\nvoltooid", "voltooid of gepland"]
)
def test_two_answers_in_one_cell_are_none(een, tekst):
    assert refused(een(tekst)[1]) == tekst


@pytest.mark.parametrize("tekst", ["voltooid, in 2018, zie de mail", "1. gepland in 2019 2. door Uden", "80% voltooid"])
def test_everything_in_one_cell_is_kept_whole(een, tekst):
    assert refused(een(tekst)[1]) == tekst


def test_lines_below_a_word_in_its_cell_are_kept_and_told(een):
    zonder, gelezen = een("voltooid\nin 2018\nmet Uden")
    naast, ook = een("voltooid\nin 2018\nmet Uden", "2017")

    assert (zonder.status, zonder.planning) == (VOLTOOID, "in 2018\nmet Uden")
    assert (naast.status, naast.planning) == (VOLTOOID, "2017")
    assert "in 2018 met Uden" in at(gelezen, "C4")
    assert "in 2018 met Uden" in at(ook, "C4")


def test_status_and_planning_that_changed_places_are_both_kept(een):
    antwoord, gelezen = een("2019", "voltooid")

    assert refused(gelezen) == "2019"
    assert antwoord.planning == "voltooid"


@pytest.mark.parametrize(
    ("tekst", "status"), [("GROEN", VOLTOOID), ("Blauw.", STRUCTUREEL), ("rood", Status.NIET_OPGEPAKT)]
)
def test_a_colour_by_its_name_is_read_and_told(een, tekst, status):
    antwoord, gelezen = een(tekst)

    assert antwoord.status is status
    assert told(gelezen) == [(Code.STATUS_UIT_SPELLING, "C4")]


@pytest.mark.parametrize(
    ("fill", "status"),
    [
        ("00B050", VOLTOOID),
        ("92D050", VOLTOOID),
        ({"indexed": "17"}, VOLTOOID),
        ({"theme": "9", "tint": "-0.249977111117893"}, VOLTOOID),
        ({"theme": "9", "tint": "0.39997558519241921"}, VOLTOOID),
        ({"theme": "4", "tint": "0.39997558519241921"}, STRUCTUREEL),
        ({"indexed": "30"}, STRUCTUREEL),
        ("FF0000", Status.NIET_OPGEPAKT),
        ({"indexed": "10"}, Status.NIET_OPGEPAKT),
    ],
)
def test_a_cell_coloured_by_hand_is_read_and_told(een, fill, status):
    antwoord, gelezen = een(fills={"C4": fill})

    assert antwoord.status is status
    assert told(gelezen) == [(Code.STATUS_UIT_KLEUR, "C4")]


@pytest.mark.parametrize("fill", ["FFFF00", "FFC000", {"theme": "7"}])
def test_yellow_and_oranje_are_no_answer_and_are_told(een, fill):
    antwoord, gelezen = een(fills={"C4": fill})

    assert not antwoord.is_antwoord
    assert (Code.STATUS_UIT_KLEUR, "C4") in told(gelezen)


@pytest.mark.parametrize("fill", ["FFFF00", "FFC000"])
def test_a_colour_that_people_mark_with_is_called_what_it_looks_like(een, fill):
    """Yellow is no oranje; it is nearest to it of the four."""
    assert "gekleurd (het meest lijkend op oranje)" in at(een(fills={"C4": fill})[1], "C4")


@pytest.mark.parametrize("fill", ["FFFF00", "FFC000"])
@pytest.mark.parametrize("woord", ["gepland", "voltooid"])
def test_a_mark_beside_a_word_contradicts_nothing(een, woord, fill):
    """Oranje is no answer, so it cannot be another one."""
    antwoord, gelezen = een(woord, fills={"C4": fill})

    assert antwoord.status == woord
    assert gelezen.bevindingen == ()


@pytest.mark.parametrize("fill", ["FF0000", {"theme": "9"}, {"indexed": "10"}])
def test_a_colour_that_contradicts_the_word_is_told_and_the_word_counts(een, fill):
    antwoord, gelezen = een("structureel", fills={"C4": fill})

    assert antwoord.status is STRUCTUREEL
    assert told(gelezen) == [(Code.KLEUR_NAAST_STATUS, "C4")]


def test_a_colour_never_makes_an_answer_of_a_word_nobody_knows(een):
    antwoord, gelezen = een("bijna", fills={"C4": "00B050"})

    assert refused(gelezen) == "bijna"
    assert not antwoord.is_antwoord


@pytest.mark.parametrize(
    "tekst", ["nee", "ja", "x", "niet", "geen", "n.v.t.", "nvt", "niet van toepassing", "idem", "zie boven", "?", "-"]
)
def test_a_sign_that_says_nothing_under_planning_is_no_answer(een, tekst):
    antwoord, gelezen = een("", tekst)

    assert (antwoord.status, antwoord.reden, antwoord.planning) == (*NIET_HERKEND, tekst)
    assert [cel for _, cel in told(gelezen)] == ["D4"]


@pytest.mark.parametrize(
    "tekst",
    ["niet opgepakt", "wordt niet opgepakt, geen geld", "pakken we niet op", "wordt in 2019 niet opgepakt", "vervalt"],
)
def test_a_refusal_under_planning_is_never_read_as_gepland(een, tekst):
    antwoord, gelezen = een("", tekst)

    assert antwoord.status is not GEPLAND
    assert antwoord.planning == tekst
    assert "D4" in [cel for _, cel in told(gelezen)]


def test_a_formula_as_status_counts_by_its_outcome(een):
    antwoord, gelezen = een(cellen={"C4": Cel("voltooid", formule="A1")})
    niets, ook = een(cellen={"C4": Cel("0", t="n", formule="A99")})

    assert antwoord.status is VOLTOOID
    assert told(gelezen) == [(Code.FORMULE, "C4")]
    assert niets.getypt == "0"
    assert refused(ook) == "0"


def test_a_leading_apostrophe_says_no_more_than_that_it_is_text(een):
    antwoord, gelezen = een("'voltooid", "'2019")

    assert (antwoord.status, antwoord.planning) == (VOLTOOID, "'2019")
    assert gelezen.bevindingen == ()


def test_white_letters_on_white_are_read_as_they_stand(tmp_path, plan):
    verloop = run_round(tmp_path, plan, lambda werk: werk.zet(styled('<color rgb="FFFFFFFF"/>')))

    assert verloop.answers() == {"1.1.1": ("voltooid", "2018")}


@pytest.mark.parametrize("tekst", ["- voltooid", "– voltooid", "Voltooid!", "(voltooid)", "voltooid.", "• voltooid"])
def test_a_bullet_or_a_point_beside_a_word_takes_nothing_back(een, tekst):
    """People make lists."""
    assert een(tekst)[0].status is Status.VOLTOOID
