"""LibreOffice calculates every formula again and finds the value that we had stored beside it."""

from pathlib import Path
from typing import Any

import pytest
from writing.ronden import make_round
from writing.voorbeeld import INGEVULD, facts

from actieplan_xl.domain.invulling import EigenActie, Stand
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import ONGEWIJZIGD, Reden, Status
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from actieplan_xl.reading.regiowerkboek import Regiowerkboek, read_regiowerkboek
from actieplan_xl.rules.samenvoeging import merge
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad
from actieplan_xl.writing.planwerkboek import build_planwerkboek
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek
from programs.kantoor import Kantoor, Werk
from programs.werkboeken import falsify, formulas, load, make_plan

STANDEN = {"1.1.1": Stand(Status.STRUCTUREEL, "elk jaar"), "1.1.4": Stand(Status.VOLTOOID)}
ANTWOORDEN = {
    "1.1.1": Antwoord(ONGEWIJZIGD),
    "1.1.2": Antwoord("structureel", "2019"),
    "1.1.3": Antwoord("", "voltooid\n2019"),
    "1.1.4": Antwoord("bijna klar", "2019"),
    "1.1.5": Antwoord("gepland"),
    "1.1.6": Antwoord("niet nader bepaald", "later"),
    "1.1.7": Antwoord("wordt niet opgepakt"),
}
EIGEN = [EigenActie("Cuijk", "Iets", status="gepland"), EigenActie("Cuijk", "Zonder"), EigenActie("Cuijk", "", "", "x")]


def answer(gemeente: str, nr: str) -> Status | Reden:
    """Return every status somewhere, and of some gemeenten nothing at all."""
    plaats = int(gemeente[1:]) + int(nr[-1])
    return Reden.GEEN_BESTAND if int(gemeente[1:]) % 7 == 0 else list(Status)[plaats % 4]


def make_regio(plan: Plan, map_: Path) -> bytes:
    """Merge answers of every kind: gemeenten that differ, an actie that does not apply, a gemeente without a file."""
    map_.mkdir()
    for gemeente in plan.gemeenten[:3]:
        antwoorden = ANTWOORDEN if gemeente.naam != "Grave" else ANTWOORDEN | {"1.1.5": Antwoord("voltooid")}
        inhoud = build_invulblad(plan, gemeente, STANDEN, Vulling(antwoorden, EIGEN))
        (map_ / f"{gemeente.naam}.xlsx").write_bytes(inhoud)
    return build_regiowerkboek(merge(plan, read_inzendingen([map_], Vraag(plan))))


@pytest.fixture(scope="module")
def werkboeken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every kind of workbook with formulas, by name."""
    klein, voorbeeld = make_plan(9), facts.make_plan()
    cuijk = klein.gemeenten[0]
    regio = merge(voorbeeld, read_inzendingen([INGEVULD], Vraag(voorbeeld)))
    boeken = {f"ingevuld {pad.stem[-12:]}": pad.read_bytes() for pad in sorted(INGEVULD.iterdir())}
    boeken |= {
        "invulblad leeg": build_invulblad(voorbeeld, voorbeeld.gemeenten[4]),
        "invulblad met vorige stand": build_invulblad(klein, cuijk, STANDEN),
        "invulblad half": build_invulblad(klein, cuijk, STANDEN, Vulling(ANTWOORDEN, EIGEN)),
        "invulblad vol": build_invulblad(
            klein, cuijk, STANDEN, Vulling({a.nr: Antwoord("voltooid") for a in klein.acties})
        ),
        "regio voorbeeld": build_regiowerkboek(regio),
        "regio met vorige": build_regiowerkboek(merge(voorbeeld, [], vorige=Regiowerkboek(regio.matrix))),
        "regio bont": make_regio(klein, tmp_path_factory.mktemp("bont") / "in"),
        "regio zonder bestanden": build_regiowerkboek(merge(voorbeeld, [])),
        "regio met veel kolommen": build_regiowerkboek(make_round(30, 5, answer)),
    }
    return boeken


@pytest.fixture(scope="module")
def herrekend(
    kantoor: Kantoor, werkboeken: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """The same workbooks after LibreOffice calculated them, from files in which every stored value was wrong."""
    map_ = tmp_path_factory.mktemp("herrekend")
    werk = []
    for nummer, inhoud in enumerate(werkboeken.values()):
        bron = map_ / f"{nummer}.xlsx"
        bron.write_bytes(falsify(inhoud))
        werk.append(Werk(bron, xlsx=map_ / f"{nummer} na.xlsx"))
    kantoor.do(werk)
    return {naam: load(een.xlsx) for naam, een in zip(werkboeken, werk, strict=True) if een.xlsx}


def test_every_formula_gives_the_value_that_we_stored(herrekend: dict[str, Any], werkboeken: dict[str, bytes]) -> None:
    verschillen, aantal = [], 0
    for naam, inhoud in werkboeken.items():
        ons = load(inhoud)
        for blad, cel in formulas(load(inhoud, data_only=False)):
            aantal += 1
            # A workbook does not tell an empty text from nothing.
            hier, daar = (boek[blad][cel].value or None for boek in (ons, herrekend[naam]))
            zelfde = (
                hier == pytest.approx(daar) if isinstance(hier, float) and isinstance(daar, float) else hier == daar
            )
            if not zelfde:
                verschillen.append((naam, blad, cel, hier, daar))

    assert verschillen == []
    assert aantal > 500


def test_the_proof_above_can_fail(werkboeken: dict[str, bytes]) -> None:
    """In the files that LibreOffice was given every formula had a wrong value."""
    for inhoud in werkboeken.values():
        vervalst = load(falsify(inhoud))
        assert {vervalst[blad][cel].value for blad, cel in formulas(load(inhoud, data_only=False))} == {"vervalst"}


def test_a_regiowerkboek_saved_by_libreoffice_is_the_same_matrix(
    kantoor: Kantoor, werkboeken: dict[str, bytes], tmp_path: Path
) -> None:
    paren = []
    for nummer, naam in enumerate(("regio voorbeeld", "regio bont")):
        bron, doel = tmp_path / f"{nummer}.xlsx", tmp_path / f"{nummer} na.xlsx"
        bron.write_bytes(werkboeken[naam])
        paren.append((bron, doel))
    kantoor.do(Werk(bron, xlsx=doel) for bron, doel in paren)

    for bron, doel in paren:
        assert read_regiowerkboek(doel).matrix == read_regiowerkboek(bron).matrix


def test_planwerkboeken_have_no_formulas_that_could_go_stale() -> None:
    plan = facts.make_plan()

    assert list(formulas(load(build_planwerkboek(plan, facts.make_standen(plan)), data_only=False))) == []
