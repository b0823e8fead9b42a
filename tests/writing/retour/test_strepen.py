"""A line through a text survives a retour that is set up anew: as words, which read the same every time."""

import pytest
from tekenen import Cel, draw_invulblad, pack

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.status import Status
from actieplan_xl.domain.words import Controle
from writing.dump import load
from writing.retour.terugsturen import TABEL, drawn, findings, read, said, send_back
from writing.retour.test_nieuw import PLAATJE

KALENDER = "| Datum | Wat | Toelichting |\n| x | x | x |"
STREPEN = {
    "planning naast een status": {"D5": "2018"},
    "alleen een planning": {"D7": "najaar 2019"},
    "toelichting": {"E7": "met de regio"},
    "status": {"C5": "voltooid"},
    "status op twee regels": {"C5": "voltooid\n2018"},
    "status en planning": {"C5": "voltooid", "D5": "2018"},
    "nummer en actie": {"A5": "1.1.2", "B5": "E-learning"},
    "eigen actie": {"A8": "9.9.9", "B8": "Onze eigen actie", "C8": "gepland", "D8": "2020"},
}


def struck(tekst: str) -> Cel:
    """Return a cell with a text that is struck out whole."""
    return Cel(xml=f"<is><r><rPr><strike/></rPr><t>{tekst}</t></r></is>")


HALF = Cel(xml="<is><r><rPr><strike/></rPr><t>zomer</t></r><r><t xml:space='preserve'> 2019</t></r></is>")


@pytest.mark.parametrize("extra", [None, PLAATJE], ids=["eigen bestand", "nieuw blad"])
@pytest.mark.parametrize("welke", STREPEN)
def test_what_was_struck_out_reads_the_same_however_often_it_is_sent_back(plan, welke, extra):
    """In her own file the line stays; on a new sheet the words say it."""
    inhoud = drawn(extra=extra, cellen={plaats: struck(tekst) for plaats, tekst in STREPEN[welke].items()})

    terug = send_back(plan, inhoud)
    nog_eens = send_back(plan, terug.inhoud)

    assert bool(terug.opnieuw) is bool(extra)
    for een in (terug, nog_eens):
        assert said(read(plan, een.inhoud)) == said(read(plan, inhoud))


def test_a_planning_that_was_struck_out_never_counts_once_its_line_is_gone(plan):
    """The fresh sheet has the text without a line: the words beside it keep it from being an answer."""
    inhoud = drawn(extra=PLAATJE, cellen={"D7": struck("najaar 2019")})

    terug = send_back(plan, inhoud)

    antwoord = read(plan, terug.inhoud).antwoorden["2.1.1"]
    assert (antwoord.status, antwoord.planning) == (Status.NIET_BEPAALD, "najaar 2019 (doorgehaald)")
    assert [code for code, *_, tekst in findings(plan, terug.inhoud) if "najaar 2019" in tekst] == [
        Code.STATUS_DOORGEHAALD
    ]


def test_half_a_planning_and_a_moment_keep_their_line_in_words(plan):
    """What still stands keeps its meaning."""
    boek = draw_invulblad(TABEL, cellen={"D5": HALF}, communicatie=KALENDER)
    boek.sheets[1].cellen["A2"], boek.sheets[1].cellen["B2"] = struck("1 mei 2019"), HALF
    inhoud = pack({**boek.delen(), **PLAATJE})

    gelezen = read(plan, send_back(plan, inhoud).inhoud)

    (moment,), antwoord = gelezen.communicatie, gelezen.antwoorden["1.1.2"]
    assert (moment.datum, moment.wat) == ("1 mei 2019 (doorgehaald)", "zomer 2019 (doorgehaald: 'zomer')")
    assert (antwoord.planning, antwoord.jaren) == ("zomer 2019 (doorgehaald: 'zomer')", (2019,))
    assert said(gelezen) == said(read(plan, inhoud))


def test_on_a_fresh_sheet_controle_does_not_tick_a_status_that_was_struck_out(plan):
    """The words beside it keep it from being one of the list."""
    cellen = {"C5": struck("voltooid"), "D7": struck("najaar 2019")}

    blad = load(send_back(plan, drawn(extra=PLAATJE, cellen=cellen)).inhoud, data_only=True)["Invulblad"]

    rijen = {blad.cell(rij, 1).value: [cel.value for cel in blad[rij]] for rij in range(9, blad.max_row + 1)}
    assert {"voltooid (doorgehaald)", Controle.ONBEKEND} <= set(rijen["1.1.2"])
    assert {"najaar 2019 (doorgehaald)", Controle.KIES} <= set(rijen["2.1.1"])
