"""A retour says what its gemeente said, whatever that was; and so does the retour of that retour (contract §2)."""

import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st

from actieplan_xl.domain.invulling import Bekend, Communicatiemoment, EigenActie, Stand
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import ANTWOORDEN, ONGEWIJZIGD
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.rules.herstel import collect_herstel
from actieplan_xl.rules.samenvoeging import merge
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad
from actieplan_xl.writing.retour import Gebouwd, build_retour

from .teksten import KAAL, RUW

NRS = ("1.1.1", "1.1.2", "1.2.1", "2.1.1")
NAAM = "Boekel.xlsx"
RUSTIG = settings(max_examples=25, deadline=None)
WOORDEN = st.sampled_from([*map(str, ANTWOORDEN), ONGEWIJZIGD, "", "afgerond", "bijna klar", "oranje", "?"]) | RUW
GEVULD = st.fixed_dictionaries({}, optional=dict.fromkeys(NRS, st.builds(Antwoord, WOORDEN, RUW, RUW)))
EIGEN = st.lists(st.builds(EigenActie, st.just("Boekel"), RUW, st.just(""), WOORDEN, RUW, RUW), max_size=4)
MOMENTEN = st.lists(st.builds(Communicatiemoment, st.just("Boekel"), *[RUW] * 6), max_size=4)
VULLINGEN = st.builds(Vulling, GEVULD, EIGEN, MOMENTEN)
STANDEN = st.dictionaries(st.sampled_from(NRS), st.builds(Stand, st.sampled_from(ANTWOORDEN), KAAL))


def read(plan: Plan, inhoud: bytes) -> Inzending:
    stroom = io.BytesIO(inhoud)
    stroom.name = NAAM
    return read_inzendingen([stroom], Vraag(plan))[0]


def said(inzending: Inzending) -> tuple[object, ...]:
    """Return what was said, without where it stood."""
    antwoorden = {nr: (i.gemeente, *i.inhoud, i.reden) for nr, i in inzending.antwoorden.items()}
    eigen = [(e.gemeente, e.nr, e.actie, e.status, e.planning, e.toelichting) for e in inzending.eigen_acties]
    momenten = [
        (m.gemeente, m.datum, m.sorteerdatum, m.wat, m.doelgroep, m.kanaal, m.bereik, m.toelichting)
        for m in inzending.communicatie
    ]
    return inzending.gemeenten, antwoorden, eigen, momenten


def send_back(plan: Plan, inhoud: bytes) -> Gebouwd | None:
    """Return the retour; None when there is nothing to mend."""
    te_doen = collect_herstel(merge(plan, [read(plan, inhoud)]))
    herstel = next((h for h in te_doen if h.wie == "Boekel"), None)
    return build_retour(plan, herstel, Bestand(NAAM, inhoud), Bekend()) if herstel else None


def with_picture(inhoud: bytes) -> bytes:
    """Return a workbook that openpyxl is kept away from."""
    uit = io.BytesIO(inhoud)
    with zipfile.ZipFile(uit, "a") as doel:
        doel.writestr("xl/media/image1.png", b"PNG")
    return uit.getvalue()


def filled(plan: Plan, vulling: Vulling, standen: dict[str, Stand]) -> bytes:
    return build_invulblad(plan, plan.find_gemeenten("Boekel")[0], standen, vulling)


@RUSTIG
@given(VULLINGEN, STANDEN)
def test_her_own_workbook_says_what_she_said(plan, vulling, standen):
    inhoud = filled(plan, vulling, standen)

    terug = send_back(plan, inhoud)

    assert terug is None or said(read(plan, terug.inhoud)) == said(read(plan, inhoud))


@RUSTIG
@given(VULLINGEN, STANDEN)
def test_a_new_invulblad_says_what_she_said(plan, vulling, standen):
    inhoud = with_picture(filled(plan, vulling, standen))

    terug = send_back(plan, inhoud)

    assert terug is None or terug.opnieuw == "er staan afbeeldingen in"
    assert terug is None or said(read(plan, terug.inhoud)) == said(read(plan, inhoud))


ZONDER_CODES = RUW.filter(lambda tekst: "_x" not in tekst)
"""Codes of Excel within codes of Excel have a test of their own, in a process that can be stopped."""


@settings(max_examples=10, deadline=None)
@given(
    st.fixed_dictionaries({}, optional=dict.fromkeys(NRS, st.builds(Antwoord, *[ZONDER_CODES] * 3))),
    EIGEN,
    MOMENTEN,
    st.booleans(),
)
def test_the_retour_of_a_retour_says_it_still(plan, antwoorden, eigen, momenten, is_nieuw):
    inhoud = filled(plan, Vulling(antwoorden, eigen, momenten), {})
    inhoud = with_picture(inhoud) if is_nieuw else inhoud
    eerste = send_back(plan, inhoud)
    tweede = send_back(plan, eerste.inhoud) if eerste else None

    assert tweede is None or said(read(plan, tweede.inhoud)) == said(read(plan, inhoud))


@RUSTIG
@given(st.fixed_dictionaries({}, optional=dict.fromkeys(NRS, st.builds(Antwoord, WOORDEN))), RUW.filter(str.strip))
def test_nothing_that_was_not_said_becomes_an_answer(plan, antwoorden, tekst):
    """What a finding quotes on `Te herstellen`, or in a comment, is never read as something she said."""
    inhoud = filled(plan, Vulling({**antwoorden, "1.1.1": Antwoord("bijna klar", "", tekst)}), {})
    terug = send_back(plan, inhoud)

    assert terug is not None
    gelezen = read(plan, terug.inhoud)
    assert {nr for nr, i in gelezen.antwoorden.items() if i.is_antwoord} == {
        nr for nr, i in read(plan, inhoud).antwoorden.items() if i.is_antwoord
    }
    assert (gelezen.eigen_acties, gelezen.communicatie) == ((), ())
