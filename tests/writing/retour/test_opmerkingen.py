"""Our comments on cells, beside those of the gemeente, and told apart from hers."""

import pytest
from openpyxl.comments import Comment

from actieplan_xl.domain.vasttekst import Vast
from actieplan_xl.reading.eigen_teksten import split_ours
from actieplan_xl.writing.invulblad import Antwoord
from actieplan_xl.writing.retour.te_herstellen import comments as comments_for
from actieplan_xl.writing.retour.te_herstellen import own_place
from writing.dump import load
from writing.retour.bewerkt import ANTWOORDEN, edited, noted, said_here
from writing.retour.punten import ZET, leeg, macros, onbekend, opmerking
from writing.retour.terugsturen import VERBORGEN, comments, drawn, findings, invulblad, points, send_back

ONBEKEND = "Status 'bijna klar' kennen we niet. Kies uit de lijst; bedoel je 'voltooid'?"
LEEG = "Nog geen antwoord op 1.2.1 Kalender bijhouden. Kies een status uit de lijst."


def test_a_cell_with_something_to_mend_has_one_comment_with_all_of_it(plan):
    inhoud = drawn(fills={"C4": "00B050"}, cellen={"C4": "\u202egepland"}, verborgen=VERBORGEN)

    opmerking = comments(send_back(plan, inhoud).inhoud)["C4"]

    kop, *zinnen = opmerking.split("\n")
    assert kop == "Te herstellen:"
    assert len(zinnen) == len(set(zinnen)) == 2
    assert "⟨U+202E⟩gepland" in zinnen[0] and "⟨U+202E⟩gepland" in zinnen[1]


def test_only_cells_with_something_to_mend_have_a_comment_and_the_program_wrote_it(plan):
    blad = load(send_back(plan, invulblad(plan, antwoorden=ANTWOORDEN)).inhoud)["Invulblad"]

    gevonden = {c.coordinate: (c.comment.text, c.comment.author) for rij in blad.iter_rows() for c in rij if c.comment}
    assert gevonden == {
        "C10": (f"Te herstellen:\n{ONBEKEND}", "actieplan"),
        "C13": (f"Te herstellen:\n{LEEG}", "actieplan"),
        "C16": ("Te herstellen:\nNog geen antwoord op 2.1.1 BIBOB-beleid. Kies een status uit de lijst.", "actieplan"),
    }


def test_what_she_wrote_in_a_comment_stays_above_ours(plan):
    inhoud = noted(plan, {"C10": "Navragen bij de raad", "D11": "Zie notulen"})

    terug = send_back(plan, inhoud)

    assert terug.opnieuw == ""
    opmerkingen = comments(terug.inhoud)
    assert opmerkingen["C10"].split("\n\n") == [
        "Navragen bij de raad",
        f"Te herstellen:\n{ONBEKEND}\n{said_here('Navragen bij de raad')}",
    ]
    assert opmerkingen["D11"] == f"Zie notulen\n\nTe herstellen:\n{said_here('Zie notulen')}"
    assert load(terug.inhoud)["Invulblad"]["D11"].comment.author == "Jan Jansen"


def test_a_comment_on_another_sheet_of_hers_is_pointed_at_as_well(plan):
    def note(boek) -> None:
        boek["Communicatie"]["B5"].comment = Comment("pers bellen", "Jan")

    inhoud = edited(invulblad(plan, antwoorden=ANTWOORDEN), note)

    terug = send_back(plan, inhoud)

    assert comments(terug.inhoud, "Communicatie") == {
        "B5": f"pers bellen\n\nTe herstellen:\n{said_here('pers bellen')}"
    }
    assert ("", "", "Communicatie B5") in [punt[:3] for punt in points(terug.inhoud)]


def test_of_one_cell_all_is_said_once_in_one_comment():
    gevonden = comments_for([onbekend(), opmerking(), opmerking(), onbekend(cel="C5"), macros()], own_place)

    zin = "Hier staat een opmerking: 'bellen'; die is niet overgenomen."
    assert gevonden == {
        ("Invulblad", (4, 3)): "Te herstellen:\nStatus 'klar' kennen we niet. Kies uit de lijst."
        f"\n{zin} {ZET}, en haal de opmerking dan weg.",
        ("Invulblad", (5, 3)): "Te herstellen:\nStatus 'klar' kennen we niet. Kies uit de lijst.",
    }


def test_a_comment_is_never_longer_than_one_can_read(plan):
    bevindingen = [opmerking(f"{letter}{'lang ' * 3000}") for letter in "abc"]

    (tekst,) = comments_for(bevindingen, own_place).values()

    assert (len(tekst), tekst[:14], tekst[-1]) == (8_000, "Te herstellen:", "…")


def test_on_a_new_invulblad_a_comment_says_where_in_the_old_file_that_stood():
    assert comments_for([leeg("C4", "1.1.1"), onbekend()], own_place, is_nieuw=True) == {
        ("Invulblad", (4, 3)): "Te herstellen:\nNog geen antwoord op 1.1.1 Kalender. Kies een status uit de lijst."
        "\nIn jullie bestand, Invulblad C4: status 'klar' kennen we niet. Kies uit de lijst.",
    }


@pytest.mark.parametrize("getypt", ["_x0041_", "_x000D_"])
def test_a_text_that_looks_like_a_code_of_excel_is_not_told_as_a_comment_of_hers(plan, getypt):
    inhoud = invulblad(plan, antwoorden={"1.1.1": Antwoord(getypt)})

    terug = send_back(plan, inhoud)

    assert findings(plan, terug.inhoud) == findings(plan, inhoud)


VAST = [Vast.make({}, ["Te herstellen:\nKies een status."])]


@pytest.mark.parametrize(
    ("tekst", "rest"),
    [
        ("Te herstellen:\nKies een status.", None),
        ("te herstellen: kies  EEN status.", "te herstellen: kies  EEN status."),
        ("Navragen\n\nTe herstellen:\nKies een status.", "Navragen"),
        ("Navragen\n\nTe herstellen: Kies een status.", "Navragen"),
        ("Te herstellen:\nKies een status.\nIs al klaar.", "Te herstellen:\nKies een status.\nIs al klaar."),
        ("Te herstellen: de brug", "Te herstellen: de brug"),
        ("Navragen", "Navragen"),
        ("Te herstellen: de brug\n\nTe herstellen:\nKies een status.", "Te herstellen: de brug"),
    ],
)
def test_only_what_we_wrote_is_left_out_of_a_comment(tekst, rest):
    van_hen, van_ons = split_ours(tekst, VAST)

    assert (van_hen or None) == rest
    assert bool(van_ons) == (rest != tekst)


def test_without_marks_nothing_is_left_out():
    tekst = "Te herstellen:\nKies een status."

    assert split_ours(tekst, []) == (tekst, "")
