"""An official fills in an invulblad in LibreOffice: what the sheet says back, and what we read of it."""

import re
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from openpyxl.utils import get_column_letter

from actieplan_xl.domain import palet
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.invulling import Communicatiemoment, EigenActie, Stand
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import ANTWOORDEN, ONGEWIJZIGD, Kleur, Status
from actieplan_xl.domain.words import Bladen, Controle
from actieplan_xl.reading.inzending import read_invulblad
from actieplan_xl.writing.controle import controle_value, eigen_value
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad
from programs.drukwerk import Drukwerk
from programs.kantoor import Kantoor, Werk
from programs.werkboeken import by_number, headings, load, make_plan

ORANJE = palet.STATUSVERF[Kleur.ORANJE].vlak
WOORDEN = (
    "", "  ", *ANTWOORDEN, ONGEWIJZIGD, "Voltooid ", " STRUCTUREEL", "Ongewijzigd ", Status.NIET_BEPAALD, "bijna klar",
)  # fmt: skip
PLANNINGEN = ("", " ", "najaar 2019")
VORIGE: tuple[Stand | None, ...] = (
    None,
    Stand(Status.STRUCTUREEL, "elk jaar"),
    Stand(Status.VOLTOOID),
    Stand(Status.GEPLAND, "2018"),
    Stand(Status.GEPLAND),
    Stand(Status.NIET_OPGEPAKT, "geen geld"),
)
GEVALLEN = list(product(WOORDEN, PLANNINGEN, VORIGE))
ZONDER_VORIGE = [geval for geval in GEVALLEN if geval[0].strip().lower() == ONGEWIJZIGD and geval[2] is None]
"""What the list does not offer, but paste does: nothing changed since a state that is not known."""
WITRUIMTE = ("wordt  niet opgepakt", "voltooid\n", "voltooid\xa0", "\xa0")
ALLEEN_PLANNING = (
    "0", "N/B", "#NAAM?", "WAAR", "volgt", "n.t.b.", "ongewijzigd", "geen prioriteit", "Nee, dat hebben we al",
    "doen wij niet", "wordt in 2019 niet opgepakt", "niet van toepassing voor Boekel", "wij niet.", "niet voor 2019",
    "niet eerder dan na de zomer", "volgt in 2019", "Loopt, nog niet klaar", "nog geen idee", "niettemin",
    "met de gemeente Oss", "2018 (doorgehaald)", "-", "?", "wat? *",
    "wordt dit jaar niet gedaan", "is niet nodig", "niet aan de orde in 2019", "XXX", "z.o.z.", "komt later",
    "voltooid in 2018", "in overleg",
)  # fmt: skip
"""Plannings without a status, of which some say no when."""
EERSTE_PLANNING = 10
FOUTEN = (
    ("Status", "", Controle.FOUTWAARDE),
    ("Planning", "", Controle.FOUTWAARDE),
    ("Planning", "gepland", Controle.FOUTWAARDE),
    ("Planning", "voltooid", Controle.GOED),
    ("Toelichting", "structureel", Controle.GOED),
)
"""Where an error is pasted, beside which status, and what is then said of it."""
EIGEN = list(product(("", "Een eigen actie"), ("", "gepland"), ("", "2019")))
LASTIG = (
    "2019", "2018-2019", "=1+1", "+31 6 123", "-", "@x", "1e3", "01-02-2019", "TRUE", "mei 2019", "'s avonds", '"zo"',
    "regel\neen", "twee  spaties", "http://voorbeeld.nl", "€ 100 & <b>", "é — 😀", "007", "50%", "3/4", "#N/A",
    "_x000D_",
)  # fmt: skip


class Resultaat(NamedTuple):
    """The sheet after typing, and after everything was typed."""

    plan: Plan
    blad: Any
    sprong: str
    vol: Any
    drukwerk: Drukwerk
    bewaard: Path
    wit: Any
    fout: Any
    bron: Path
    alleen_planning: Path


def number(plaats: int) -> str:
    return f"1.1.{plaats + 1}"


@pytest.fixture(scope="module")
def resultaat(kantoor: Kantoor, tmp_path_factory: pytest.TempPathFactory) -> Resultaat:
    """One sheet with a row for every combination of status, planning and previous state, filled in by typing."""
    map_ = tmp_path_factory.mktemp("invullen")
    plan = make_plan(len(GEVALLEN))
    cuijk = plan.gemeenten[0]
    standen = {number(plaats): vorige for plaats, (_, _, vorige) in enumerate(GEVALLEN) if vorige}
    bron = map_ / "bron.xlsx"
    bron.write_bytes(build_invulblad(plan, cuijk, standen, Vulling()))
    formules = load(bron, data_only=False)[Bladen.INVULBLAD]
    kolom, rijen = headings(formules), by_number(formules)

    def address(rij: int, kop: str) -> str:
        return str(formules.cell(rij, kolom[kop]).coordinate)

    getypt = [
        (Bladen.INVULBLAD, address(rijen[number(plaats)], kop), tekst)
        for plaats, (status, planning, _) in enumerate(GEVALLEN)
        for kop, tekst in (("Status", status), ("Planning", planning))
        if tekst
    ]
    eerste_eigen = max(rijen.values()) + 2
    getypt += [
        (Bladen.INVULBLAD, address(eerste_eigen + plaats, kop), tekst)
        for plaats, teksten in enumerate(EIGEN)
        for kop, tekst in zip(("Actie", "Status", "Planning"), teksten, strict=True)
        if tekst
    ]
    # Where the link jumps to is the first argument of its formula; a free cell shows what comes out.
    (link,) = (c.value for r in formules.iter_rows(max_row=9) for c in r if str(c.value).startswith("=HYPERLINK("))
    doel = re.match(r"=HYPERLINK\((.*?),IF\(SUMPRODUCT", link)
    assert doel is not None
    vrij = address(eerste_eigen + 8, "Toelichting")
    vol = [(Bladen.INVULBLAD, address(rij, "Status"), "voltooid") for rij in rijen.values()]
    wit = [(Bladen.INVULBLAD, address(rijen[number(plaats)], "Status"), t) for plaats, t in enumerate(WITRUIMTE)]
    wit += [
        (Bladen.INVULBLAD, address(rijen[number(plaats)], "Planning"), tekst)
        for plaats, tekst in enumerate(ALLEEN_PLANNING, EERSTE_PLANNING)
    ]
    nul = (Bladen.INVULBLAD, address(rijen[number(EERSTE_PLANNING - 1)], "Planning"), "=X999")
    met_status = tuple(
        (Bladen.INVULBLAD, address(rijen[number(plaats)], "Status"), status)
        for plaats, (_, status, _) in enumerate(FOUTEN)
        if status
    )
    fout = [(Bladen.INVULBLAD, address(rijen[number(p)], kop), "=NA()") for p, (kop, _, _) in enumerate(FOUTEN)]
    fout += [(Bladen.INVULBLAD, address(eerste_eigen, "Planning"), "=1/0")]
    kantoor.do(
        [
            Werk(
                bron,
                tuple(getypt),
                ((Bladen.INVULBLAD, vrij, "=" + doel[1].replace(",", ";")),),
                map_ / "na.xlsx",
                map_ / "na.pdf",
            ),
            Werk(bron, tuple(vol), xlsx=map_ / "vol.xlsx"),
            Werk(bron, tuple(wit), (nul,), map_ / "wit.xlsx"),
            Werk(bron, met_status, tuple(fout), map_ / "fout.xlsx"),
        ]
    )
    na = load(map_ / "na.xlsx")[Bladen.INVULBLAD]
    return Resultaat(
        plan,
        na,
        na[vrij].value,
        load(map_ / "vol.xlsx")[Bladen.INVULBLAD],
        Drukwerk(map_ / "na.pdf"),
        map_ / "na.xlsx",
        load(map_ / "wit.xlsx")[Bladen.INVULBLAD],
        load(map_ / "fout.xlsx")[Bladen.INVULBLAD],
        bron,
        map_ / "wit.xlsx",
    )


def told() -> list[str]:
    return [controle_value(status, planning, vorige is not None) for status, planning, vorige in GEVALLEN]


def top(blad: Any) -> set[str]:
    return {cel.value for rij in blad.iter_rows(max_row=9) for cel in rij if cel.value}


def test_controle_says_the_same_in_libreoffice_for_every_combination(resultaat: Resultaat) -> None:
    rijen, kolom = by_number(resultaat.blad), headings(resultaat.blad)["Controle"]
    gekregen = [resultaat.blad.cell(rijen[number(plaats)], kolom).value for plaats in range(len(GEVALLEN))]

    verschillen = [paar for paar in zip(GEVALLEN, told(), gekregen, strict=True) if paar[1] != paar[2]]
    assert verschillen == []
    assert len(set(told())) == 7


def test_controle_of_eigen_acties_says_the_same(resultaat: Resultaat) -> None:
    rij, kolom = max(by_number(resultaat.blad).values()) + 2, headings(resultaat.blad)["Controle"]
    gekregen = [resultaat.blad.cell(rij + plaats, kolom).value or "" for plaats in range(len(EIGEN))]

    assert gekregen == [eigen_value(*teksten) for teksten in EIGEN]


def test_the_counter_counts_and_the_link_asks_for_more(resultaat: Resultaat) -> None:
    klaar = sum(zegt.startswith("✓") for zegt in told())

    assert {f"{klaar} van {len(GEVALLEN)} acties ingevuld", "→ Ga naar de volgende lege actie"} <= top(resultaat.blad)


def test_the_link_jumps_to_the_first_actie_without_an_answer(resultaat: Resultaat) -> None:
    eerste = next(number(plaats) for plaats, zegt in enumerate(told()) if zegt.startswith("→"))
    letter = get_column_letter(headings(resultaat.blad)["Status"])

    assert resultaat.sprong == f"#{letter}{by_number(resultaat.blad)[eerste]}"


def test_when_all_is_filled_in_the_sheet_says_so(resultaat: Resultaat) -> None:
    alles = "✓ Alles is ingevuld. Sla het bestand op en stuur het terug."

    assert {f"{len(GEVALLEN)} van {len(GEVALLEN)} acties ingevuld", alles} <= top(resultaat.vol)


def colours(status: str, planning: str, vorige: Stand | None) -> dict[str, str]:
    """The colours that a row should have: that of its answer; without one, Status and Controle are oranje.

    A planning may stay empty, so that cell keeps the colour of a cell to type in.
    """
    woord = status.strip().lower()
    if woord == ONGEWIJZIGD and vorige:
        woord = vorige.status
    if woord in ANTWOORDEN:
        vlak = palet.WIT if woord == Status.GEPLAND else palet.STATUSVERF[Status(woord).kleur].vlak
        return dict.fromkeys(("Status", "Planning", "Controle"), vlak)
    if not woord and planning.strip():
        return {"Status": palet.INVOER, "Planning": palet.INVOER, "Controle": palet.WIT}
    return {"Status": ORANJE, "Planning": palet.INVOER, "Controle": ORANJE}


def test_an_answer_takes_its_colour_on_the_page_and_a_missing_one_is_oranje(resultaat: Resultaat) -> None:
    fout = []
    for geval in GEVALLEN:
        nr = number(GEVALLEN.index(geval))
        gekregen = {kop: resultaat.drukwerk.cell_colour(nr, kop, "Toelichting") for kop in colours(*geval)}
        if gekregen != colours(*geval):
            fout.append((geval, gekregen, colours(*geval)))

    assert fout == []
    assert len({colours(*geval)["Status"] for geval in GEVALLEN}) == 6


def test_what_controle_calls_done_is_what_the_reader_takes_as_an_answer(resultaat: Resultaat) -> None:
    """The sheet must never say that all is well about an answer that then shows as oranje, nor the other way round."""
    inzending = read_invulblad(resultaat.bewaard, resultaat.plan)

    for plaats, (geval, zegt) in enumerate(zip(GEVALLEN, told(), strict=True)):
        assert inzending.antwoorden[number(plaats)].is_antwoord is zegt.startswith("✓"), geval


def test_ongewijzigd_without_a_previous_state_is_read_as_no_answer_with_a_finding(resultaat: Resultaat) -> None:
    inzending = read_invulblad(resultaat.bewaard, resultaat.plan)

    nummers = {number(GEVALLEN.index(geval)) for geval in ZONDER_VORIGE}
    assert not any(inzending.antwoorden[nr].is_antwoord for nr in nummers)
    assert {b.nr for b in inzending.bevindingen if b.code == Code.ONGEWIJZIGD_ZONDER_VORIGE} == nummers


def test_controle_says_the_same_about_white_space_that_was_pasted(resultaat: Resultaat) -> None:
    rijen, kolom = by_number(resultaat.wit), headings(resultaat.wit)["Controle"]
    gekregen = {t: resultaat.wit.cell(rijen[number(plaats)], kolom).value for plaats, t in enumerate(WITRUIMTE)}

    assert gekregen == {tekst: controle_value(tekst, "", False) for tekst in WITRUIMTE}


def test_controle_and_the_reader_say_the_same_of_a_planning_alone(resultaat: Resultaat) -> None:
    """Also of the nought that a formula gives of an empty cell."""
    rijen, kolom = by_number(resultaat.wit), headings(resultaat.wit)["Controle"]
    plaatsen = {EERSTE_PLANNING - 1: "0", **dict(enumerate(ALLEEN_PLANNING, EERSTE_PLANNING))}
    gekregen = {plaats: resultaat.wit.cell(rijen[number(plaats)], kolom).value for plaats in plaatsen}
    gelezen = read_invulblad(resultaat.alleen_planning, resultaat.plan).antwoorden

    assert gekregen == {plaats: controle_value("", tekst, False) for plaats, tekst in plaatsen.items()}
    assert {p: zegt.startswith("✓") for p, zegt in gekregen.items()} == {
        p: gelezen[number(p)].is_antwoord for p in plaatsen
    }
    assert set(gekregen.values()) == {Controle.KIES, Controle.GOED_GEPLAND}


def test_an_error_among_the_answers_is_said_in_words_and_spoils_nothing_else(resultaat: Resultaat) -> None:
    rijen, kolom = by_number(resultaat.fout), headings(resultaat.fout)["Controle"]
    gekregen = [resultaat.fout.cell(rijen[number(plaats)], kolom).value for plaats in range(len(FOUTEN))]
    eigen = resultaat.fout.cell(max(rijen.values()) + 2, kolom).value

    assert gekregen == [zegt for _, _, zegt in FOUTEN]
    assert eigen == Controle.EIGEN_FOUTWAARDE
    assert {f"2 van {len(GEVALLEN)} acties ingevuld", "→ Ga naar de volgende lege actie"} <= top(resultaat.fout)


@pytest.fixture(scope="module")
def heen_en_terug(kantoor: Kantoor, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """An invulblad with texts that programs like to change, as we wrote it and as LibreOffice saved it."""
    map_ = tmp_path_factory.mktemp("heen en terug")
    plan = make_plan(len(LASTIG) * 2)
    woorden = (*ANTWOORDEN, "")
    antwoorden = {
        number(plaats): Antwoord(woorden[plaats % 5], tekst, LASTIG[-plaats]) for plaats, tekst in enumerate(LASTIG)
    }
    eigen = [EigenActie("Boekel", tekst, status="gepland", planning=tekst) for tekst in LASTIG]
    momenten = [Communicatiemoment("Boekel", tekst, tekst, bereik="lokaal") for tekst in LASTIG]
    inhoud = build_invulblad(plan, plan.gemeenten[3], None, Vulling(antwoorden, eigen, momenten))
    bron, doel = map_ / "bron.xlsx", map_ / "bewaard.xlsx"
    bron.write_bytes(inhoud)
    kantoor.do([Werk(bron, xlsx=doel)])
    return bron, doel


def test_an_invulblad_saved_by_libreoffice_says_the_same_to_the_letter(heen_en_terug: tuple[Path, Path]) -> None:
    bron, bewaard = (read_invulblad(pad) for pad in heen_en_terug)

    assert {nr: i.inhoud for nr, i in bewaard.antwoorden.items()} == {nr: i.inhoud for nr, i in bron.antwoorden.items()}
    assert [(e.actie, e.status, e.planning) for e in bewaard.eigen_acties] == [(t, "gepland", t) for t in LASTIG]
    assert [(m.datum, m.wat, m.bereik) for m in bewaard.communicatie] == [(t, t, "lokaal") for t in LASTIG]
    assert (bewaard.gemeenten, bewaard.kolom) == (("Boekel",), "Boekel")
    assert {b.code for b in bewaard.bevindingen} == {b.code for b in bron.bevindingen}


def test_an_invulblad_saved_by_libreoffice_knows_its_previous_states_and_its_plan(resultaat: Resultaat) -> None:
    inzending = read_invulblad(resultaat.bewaard)

    for plaats, (status, planning, vorige) in enumerate(GEVALLEN):
        if status.strip().lower() == ONGEWIJZIGD and vorige and not planning.strip():
            gelezen = inzending.antwoorden[number(plaats)]
            assert (gelezen.status, gelezen.planning) == (vorige.status, vorige.planning)


def test_saved_by_libreoffice_the_sheet_is_still_protected_and_has_its_lists(resultaat: Resultaat) -> None:
    blad = load(resultaat.bewaard, data_only=False)[Bladen.INVULBLAD]

    assert blad.protection.sheet
    assert {v.formula1 for v in blad.data_validations.dataValidation if v.type == "list"} == {
        v.formula1
        for v in load(resultaat.bron, False)[Bladen.INVULBLAD].data_validations.dataValidation
        if v.type == "list"
    }
    assert load(resultaat.bewaard)[Bladen.VERBORGEN].sheet_state != "visible"
