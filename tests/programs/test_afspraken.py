"""What an invulblad says of the afspraken of the region, calculated by LibreOffice and as the reader takes it."""

from dataclasses import replace
from itertools import product
from typing import Any, NamedTuple

import pytest

from actieplan_xl.domain import palet
from actieplan_xl.domain.afspraken import Afspraken
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.meldingen import afspraken
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import ANTWOORDEN, ONGEWIJZIGD, Kleur, Status
from actieplan_xl.domain.words import ALLES_INGEVULD, VERDER_NIET_AF, Bladen, Controle
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad
from programs.drukwerk import Drukwerk
from programs.kantoor import Kantoor, Werk
from programs.werkboeken import by_number, falsify, headings, load, make_plan

PLANNINGEN = (
    "", "najaar 2021", "2018-2021", "2019, 2022 en 2030", "120190 stuks", "dossier 2019-20231", "2025", "volgt",
    "niet nodig", "2018 (doorgehaald)", "19a0 of 20", "2023?", "in overleg",
)  # fmt: skip
TOELICHTINGEN = ("", "-", "geen geld", "2018 (doorgehaald)")
VORIGE = (
    Stand(Status.GEPLAND, "2021"), Stand(Status.GEPLAND), Stand(Status.GEPLAND, "volgt"), Stand(Status.GEPLAND, "2025"),
    Stand(Status.STRUCTUREEL, "2010-2030"), Stand(Status.VOLTOOID, "2012"), Stand(Status.NIET_OPGEPAKT, "geen geld"),
)  # fmt: skip
WOORDEN = ("", *ANTWOORDEN, "Gepland ", ONGEWIJZIGD, "bijna klar")
GEVALLEN: list[tuple[str, str, str, Stand | None]] = [
    *((*geval, None) for geval in product(WOORDEN, PLANNINGEN, TOELICHTINGEN)),
    *product((ONGEWIJZIGD,), PLANNINGEN, TOELICHTINGEN, VORIGE),
]
ALLES = Afspraken(toelichting_bij_niet_opgepakt=True, planning_bij_gepland=True, jaren_binnen_plan=True)
AF = {"1.1.1": Antwoord("gepland", "2020"), "1.1.2": Antwoord("wordt niet opgepakt", "", "geen geld")}


class Resultaat(NamedTuple):
    """The sheet as we stored it, as LibreOffice calculated it, what came of it, and the page."""

    bewaard: Any
    gerekend: Any
    samenvoeging: Samenvoeging
    drukwerk: Drukwerk
    af: Any


def agreed(plan: Plan, afspraken: Afspraken = ALLES) -> Plan:
    return replace(plan, gegevens=replace(plan.gegevens, jaar="2019-2022"), afspraken=afspraken)


@pytest.fixture(scope="module")
def resultaat(kantoor: Kantoor, tmp_path_factory: pytest.TempPathFactory) -> Resultaat:
    map_ = tmp_path_factory.mktemp("afspraken")
    plan = agreed(make_plan(len(GEVALLEN)))
    nummers = [actie.nr for actie in plan.acties]
    standen = {nr: vorige for nr, (*_, vorige) in zip(nummers, GEVALLEN, strict=True) if vorige}
    vulling = Vulling({nr: Antwoord(*geval[:3]) for nr, geval in zip(nummers, GEVALLEN, strict=True)})
    inhoud = build_invulblad(plan, plan.gemeenten[0], standen, vulling)
    vervalst = map_ / "vervalst.xlsx"
    vervalst.write_bytes(falsify(inhoud))
    af = map_ / "af.xlsx"
    af.write_bytes(falsify(build_invulblad(agreed(make_plan(2)), plan.gemeenten[0], None, Vulling(AF))))
    na, af_na = map_ / "Cuijk.xlsx", map_ / "af_na.xlsx"
    kantoor.do([Werk(vervalst, xlsx=na, pdf=map_ / "na.pdf"), Werk(af, xlsx=af_na)])
    samenvoeging = merge(plan, read_inzendingen([na], Vraag(plan)))
    return Resultaat(
        load(inhoud)[Bladen.INVULBLAD],
        load(na)[Bladen.INVULBLAD],
        samenvoeging,
        Drukwerk(map_ / "na.pdf"),
        load(af_na)[Bladen.INVULBLAD],
    )


def told(blad: Any) -> list[str]:
    kolom = headings(blad)["Controle"]
    return [str(blad.cell(rij, kolom).value) for rij in by_number(blad).values()]


def top(blad: Any) -> set[str]:
    return {cel.value for rij in blad.iter_rows(max_row=9) for cel in rij if cel.value}


def test_libreoffice_says_what_we_stored_for_every_combination(resultaat: Resultaat) -> None:
    paren = zip(GEVALLEN, told(resultaat.bewaard), told(resultaat.gerekend), strict=True)

    assert [paar for paar in paren if paar[1] != paar[2]] == []
    assert {Controle.ZONDER_REDEN, Controle.ZONDER_PLANNING, Controle.JAAR_BUITEN} <= set(told(resultaat.bewaard))


def test_a_tick_is_an_answer_that_keeps_to_what_was_agreed_and_an_arrow_is_none_or_a_finding(
    resultaat: Resultaat,
) -> None:
    samen = resultaat.samenvoeging
    niet_af = {b.nr for b in samen.bevindingen if b.code in afspraken.MELDINGEN and b.gemeente == "Cuijk"}
    anders = [
        (geval, zegt)
        for nr, geval, zegt in zip(by_number(resultaat.gerekend), GEVALLEN, told(resultaat.gerekend), strict=True)
        if zegt.startswith("✓") is not (samen.matrix.invulling("Cuijk", nr).is_antwoord and nr not in niet_af)
    ]

    assert anders == []


def test_nothing_that_we_say_is_taken_for_something_typed(resultaat: Resultaat) -> None:
    codes = {bevinding.code for bevinding in resultaat.samenvoeging.bevindingen}

    assert not codes & {Code.CEL_BUITEN_TABEL, Code.KOLOM_ONBEKEND, Code.FORMULE, Code.PERSOONSGEGEVEN}


def test_an_answer_that_needs_more_is_not_oranje(resultaat: Resultaat) -> None:
    oranje = palet.STATUSVERF[Kleur.ORANJE].vlak
    fout = []
    for nr, zegt in zip(by_number(resultaat.gerekend), told(resultaat.gerekend), strict=True):
        is_antwoord = resultaat.samenvoeging.matrix.invulling("Cuijk", nr).is_antwoord
        kleuren = {resultaat.drukwerk.cell_colour(nr, kop, "Toelichting") for kop in ("Status", "Controle")}
        if (kleuren == {oranje}) is is_antwoord or (oranje in kleuren) is is_antwoord:
            fout.append((nr, zegt, kleuren))

    assert fout == []


def test_the_counter_and_the_link_take_it_as_not_done_yet(resultaat: Resultaat) -> None:
    klaar = sum(zegt.startswith("✓") for zegt in told(resultaat.bewaard))

    assert {f"{klaar} van {len(GEVALLEN)} acties ingevuld", VERDER_NIET_AF} <= top(resultaat.gerekend)
    assert {"2 van 2 acties ingevuld", ALLES_INGEVULD} <= top(resultaat.af)
