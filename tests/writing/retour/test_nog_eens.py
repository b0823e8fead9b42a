"""A retour that comes back, once and again: what was mended is gone, what was added is told, the rest says the same."""

from dataclasses import replace

import pytest
from openpyxl.comments import Comment

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.invulling import EigenActie
from actieplan_xl.domain.plan import Actie, Hoofdlijn, Plan, Thema
from actieplan_xl.reading.verborgen import read_verborgen
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.writing.invulblad import Antwoord
from writing.dump import load
from writing.retour.bewerkt import ANTWOORDEN, edited, noted, said_here
from writing.retour.terugsturen import (
    VERBORGEN,
    added,
    codes,
    comments,
    drawn,
    findings,
    invulblad,
    points,
    read,
    said,
    send_back,
    texts,
)

KEND = ["Communicatie", "Invulblad", "Leeswijzer"]
"""The sheets of ours that the hidden sheet of an invulblad knows."""
EIGEN = [EigenActie("Boekel", "Onze eigen actie", "", "gepland", "=2020")]
HEEN = {
    "eigen werkboek": lambda plan: invulblad(plan, antwoorden=ANTWOORDEN, eigen_acties=EIGEN),
    "nieuw blad": lambda plan: added(
        invulblad(plan, antwoorden=ANTWOORDEN, eigen_acties=EIGEN), {"xl/media/image1.png": b"PNG"}
    ),
    "met opmerkingen": lambda plan: noted(plan, {"C10": "Navragen", "C13": "volgt\nnog", "H3": "los"}),
    "met een kleur": lambda plan: drawn(fills={"C6": "00B050"}, verborgen=VERBORGEN),
}


@pytest.mark.parametrize("hoe", HEEN)
def test_a_retour_that_comes_back_unchanged_says_what_it_said(plan, hoe):
    inhoud = HEEN[hoe](plan)
    gezegd, bevonden = said(read(plan, inhoud)), findings(plan, inhoud)

    eerste = send_back(plan, inhoud)
    tweede = send_back(plan, eerste.inhoud)
    derde = send_back(plan, tweede.inhoud)

    for terug in (eerste, tweede, derde):
        assert said(read(plan, terug.inhoud)) == gezegd
        assert findings(plan, terug.inhoud) == bevonden
        assert load(terug.inhoud).sheetnames == load(eerste.inhoud).sheetnames
    # A new invulblad speaks of what stood in the old file; from then on it is the file itself.
    zelfde = tweede if eerste.opnieuw else eerste
    for terug in (tweede, derde):
        assert terug.opnieuw == ""
        assert points(terug.inhoud) == points(zelfde.inhoud)
        assert comments(terug.inhoud) == comments(zelfde.inhoud)


def test_what_a_new_invulblad_says_of_the_old_file_is_gone_from_the_next(plan):
    eerste = send_back(plan, HEEN["nieuw blad"](plan))
    tweede = send_back(plan, eerste.inhoud)

    zin = "status 'bijna klar' kennen we niet."
    assert comments(eerste.inhoud)["C10"].startswith(f"Te herstellen:\nIn jullie bestand, Invulblad C10: {zin}")
    assert comments(tweede.inhoud)["C10"].startswith(f"Te herstellen:\nS{zin[1:]}")
    assert "In jullie bestand" not in "\n".join(texts(tweede.inhoud))


def marked(inhoud: bytes) -> list[str]:
    """Return the names of the rows with marks on the hidden sheet, each once."""
    boek = load(inhoud)
    assert boek["_actieplan"].sheet_state == "veryHidden"
    namen = [str(rij[0]) for rij in boek["_actieplan"].iter_rows(values_only=True)]
    return list(dict.fromkeys(naam for naam in namen if naam.startswith("vast")))


def test_each_retour_adds_its_marks_below_those_that_are_there(plan):
    inhoud = invulblad(plan, antwoorden=ANTWOORDEN)

    eerste = send_back(plan, inhoud)
    tweede = send_back(plan, eerste.inhoud)

    assert marked(inhoud) == ["vast"]
    assert marked(eerste.inhoud) == ["vast", "vast 2"]
    assert marked(tweede.inhoud) == ["vast", "vast 2", "vast 3"]
    marks = [read_verborgen(open_werkboek(Bestand("a.xlsx", een))).vast for een in (inhoud, eerste.inhoud)]
    assert [list(vast.bladen) for vast in marks] == [KEND, [*KEND, "Te herstellen"]]
    assert not marks[0].opmerkingen and marks[1].opmerkingen


def test_a_new_invulblad_begins_its_marks_anew(plan):
    assert marked(send_back(plan, HEEN["nieuw blad"](plan)).inhoud) == ["vast"]


def test_a_workbook_without_our_hidden_sheet_gets_one_for_the_marks(plan):
    assert marked(send_back(plan, drawn()).inhoud) == ["vast 2"]


@pytest.mark.parametrize("rij", ["vast", "vast 2"])
def test_a_retour_whose_marks_were_spoiled_says_what_it_said(plan, rij):
    """Then it is no longer known what is ours: it is told again rather than passed over."""
    heen = send_back(plan, invulblad(plan, antwoorden=ANTWOORDEN)).inhoud

    def spoil(boek) -> None:
        for naam, waarde in boek["_actieplan"].iter_rows(max_col=2):
            if naam.value == rij:
                waarde.value = str(waarde.value)[:-9]

    inhoud = edited(heen, spoil)
    assert said(read(plan, inhoud)) == said(read(plan, heen))

    terug = send_back(plan, inhoud)

    assert said(read(plan, terug.inhoud)) == said(read(plan, heen))


def test_a_workbook_without_our_hidden_sheet_says_what_it_said(plan):
    inhoud = drawn()

    terug = send_back(plan, inhoud)

    assert said(read(plan, terug.inhoud)) == said(read(plan, inhoud))
    assert findings(plan, terug.inhoud) == findings(plan, inhoud)


def test_a_comment_of_hers_that_begins_as_ours_do_stays_hers_and_never_grows(plan):
    inhoud = noted(plan, {"D11": "Te herstellen: eerst de begroting"})

    eerste = send_back(plan, inhoud)
    tweede = send_back(plan, eerste.inhoud)

    assert findings(plan, eerste.inhoud) == findings(plan, inhoud)
    assert comments(tweede.inhoud) == comments(eerste.inhoud)


def test_what_was_mended_is_no_longer_pointed_at_and_her_own_comment_is_left(plan):
    heen = send_back(plan, noted(plan, {"C10": "Navragen"})).inhoud

    def mend(boek) -> None:
        for plaats in ("C10", "C13"):
            boek["Invulblad"][plaats] = "gepland"

    terug = send_back(plan, edited(heen, mend))

    assert comments(terug.inhoud)["C10"] == f"Navragen\n\nTe herstellen:\n{said_here('Navragen')}"
    assert set(comments(terug.inhoud)) == {"C10", "C16"}
    assert codes(terug.herstel.bevindingen) == [Code.GEEN_ANTWOORD, Code.OPMERKING_NIET_GELEZEN]


def test_what_she_types_below_our_comment_is_told(plan):
    heen = send_back(plan, invulblad(plan, antwoorden=ANTWOORDEN)).inhoud

    def reply(boek) -> None:
        cel = boek["Invulblad"]["C10"]
        cel.comment = Comment(f"{cel.comment.text}\nDit is al af.", "Jan")

    antwoord = edited(heen, reply)

    assert any("Dit is al af." in tekst for code, _, _, tekst in findings(plan, antwoord))
    terug = send_back(plan, antwoord)
    assert "Dit is al af." in comments(terug.inhoud)["C10"]


def test_a_note_on_te_herstellen_is_told_and_kept_and_the_sheets_do_not_pile_up(plan):
    heen = send_back(plan, invulblad(plan, antwoorden=ANTWOORDEN)).inhoud

    def note(boek) -> None:
        boek["Te herstellen"]["F6"] = "gebeld met de regio"

    inhoud = edited(heen, note)
    assert any("gebeld met de regio" in tekst for *_, tekst in findings(plan, inhoud))

    tweede = send_back(plan, inhoud).inhoud
    derde = send_back(plan, tweede).inhoud

    assert texts(derde).count("gebeld met de regio") == 1
    assert load(derde).sheetnames[0].startswith("Te herstellen")
    assert len(load(derde).sheetnames) == len(load(tweede).sheetnames)


def long_plan(plan: Plan, aantal: int) -> Plan:
    """Return a plan of two themas with so many acties each, nothing of which is filled in."""
    themas = tuple(
        Thema(
            f"1.{thema}",
            f"Thema {thema}",
            tuple(Actie(f"1.{thema}.{n}", f"Actie {thema} {n}") for n in range(1, aantal + 1)),
        )
        for thema in (1, 2)
    )
    return replace(plan, hoofdlijnen=(Hoofdlijn("1", "Lang", themas),))


def test_our_own_comments_never_crowd_out_hers(plan):
    """Of one kind so many findings are told one by one; ours are none."""
    groot = long_plan(plan, 255)
    heen = send_back(groot, invulblad(groot)).inhoud

    def note(boek) -> None:
        blad = boek["Invulblad"]
        laatste = next(rij for rij in range(blad.max_row, 0, -1) if blad.cell(rij, 1).value == "1.2.255")
        blad.cell(laatste, 4).comment = Comment("van haar", "Jan")

    bevonden = findings(groot, edited(heen, note))

    assert [tekst for code, *_, tekst in bevonden if code is Code.OPMERKING_NIET_GELEZEN] == [
        "hier staat een opmerking: 'van haar'; die is niet overgenomen."
    ]
    assert Code.MEER_BEVINDINGEN not in [code for code, *_ in bevonden]


def test_a_plan_of_a_thousand_acties_still_knows_its_own_texts(plan):
    groot = long_plan(plan, 500)
    inhoud = invulblad(groot, antwoorden={"1.1.1": Antwoord("bijna klar")})

    terug = send_back(groot, inhoud)

    assert terug.opnieuw == ""
    assert read_verborgen(open_werkboek(Bestand("a.xlsx", terug.inhoud))).vast is not None
    assert findings(groot, terug.inhoud) == findings(groot, inhoud)
