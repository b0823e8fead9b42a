"""LibreOffice calculates every formula again and finds the value that we had stored beside it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from writing.dump import parts
from writing.ronden import make_round
from writing.voorbeeld import INGEVULD, facts

from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from actieplan_xl.reading.regiowerkboek import read_regiowerkboek
from actieplan_xl.rules.samenvoeging import merge
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad
from actieplan_xl.writing.planwerkboek import build_planwerkboek
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek
from programs.boekenkast import ANTWOORDEN, EIGEN, SOORTEN, STANDEN, make, regio_landelijk
from programs.kantoor import Kantoor, Werk
from programs.werkboeken import Cellen, cells, falsify, formulas, load, make_plan

REKENFOUT = 1e-12
"""LibreOffice keeps fifteen figures of a number; we keep all there are."""


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
    boeken = {naam: make(naam) for naam in SOORTEN if not naam.startswith(("retour", "planwerkboek"))}
    boeken |= {f"ingevuld {pad.stem[-12:]}": pad.read_bytes() for pad in sorted(INGEVULD.iterdir())}
    boeken |= {
        "invulblad met vorige stand": build_invulblad(klein, cuijk, STANDEN),
        "invulblad vol": build_invulblad(
            klein, cuijk, STANDEN, Vulling({a.nr: Antwoord("voltooid") for a in klein.acties})
        ),
        "regio landelijk": regio_landelijk(10),
        "regio bont": make_regio(klein, tmp_path_factory.mktemp("bont") / "in"),
        "regio zonder bestanden": build_regiowerkboek(merge(voorbeeld, [])),
        "regio met veel kolommen": build_regiowerkboek(make_round(30, 5, answer)),
    }
    return boeken


@pytest.fixture(scope="module")
def herrekend(
    kantoor: Kantoor, werkboeken: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """The same workbooks after LibreOffice calculated them, from files in which every stored value was wrong."""
    map_ = tmp_path_factory.mktemp("herrekend")
    werk = {}
    for nummer, (naam, inhoud) in enumerate(werkboeken.items()):
        bron = map_ / f"{nummer}.xlsx"
        bron.write_bytes(falsify(inhoud))
        werk[naam] = Werk(bron, xlsx=map_ / f"{nummer} na.xlsx")
    kantoor.do(werk.values())
    return {naam: een.xlsx for naam, een in werk.items() if een.xlsx}


def test_no_cell_changes_when_everything_is_calculated_again(
    herrekend: dict[str, Path], werkboeken: dict[str, bytes]
) -> None:
    """Every cell of every sheet: of the example, a spoilt round, one and two predecessors, and 342 × 120."""
    verschillen = [
        (naam, *plaats, hier, daar)
        for naam, inhoud in werkboeken.items()
        for plaats, hier, daar in differences(cells(inhoud), cells(herrekend[naam].read_bytes()))
    ]

    assert verschillen == []


def test_the_rounds_are_what_they_are_called(werkboeken: dict[str, bytes]) -> None:
    """Three points and a line with two predecessors, eight ways to spoil a file, and the size of the country."""
    delen = parts(werkboeken["regio met twee voorgangers"])
    (lijn,) = (xml for naam, xml in delen.items() if naam.startswith("xl/charts/") and b"<c:lineChart>" in xml)
    assert {b'<c:ptCount val="3"/>', b'<c:ptCount val="1"/>'} == set(re.findall(rb"<c:ptCount [^>]*>", lijn))

    bedorven = set(cells(werkboeken["regio bedorven"]).values())
    assert {"STATUS_ONBEKEND", "onleesbaar"} <= bedorven

    gegevens = [plaats for plaats in cells(werkboeken["regio landelijk"]) if plaats[0] == "Gegevens" and plaats[2] == 1]
    assert len(gegevens) == 342 * 120 + 1


def test_the_proof_above_can_fail(werkboeken: dict[str, bytes]) -> None:
    """In the files that LibreOffice was given every formula had a wrong value, in every workbook."""
    for naam, inhoud in werkboeken.items():
        vervalst = {waarde for _, _, waarde in differences(cells(inhoud), cells(falsify(inhoud)))}
        assert vervalst == {"vervalst"}, naam
    for naam in ("regio voorbeeld", "regio bont", "invulblad ingevuld"):
        boek, vervalst = load(werkboeken[naam], data_only=False), load(falsify(werkboeken[naam]))
        assert {vervalst[blad][cel].value for blad, cel in formulas(boek)} == {"vervalst"}


def differences(hier: Cellen, daar: Cellen) -> Iterator[tuple[tuple[str, int, int], object, object]]:
    """Yield each cell that is not the same, with both values."""
    for plaats in sorted(hier.keys() | daar.keys()):
        een, ander = hier.get(plaats), daar.get(plaats)
        if een != ander and not (
            isinstance(een, float) and isinstance(ander, float) and een == pytest.approx(ander, rel=REKENFOUT)
        ):
            yield plaats, een, ander


@pytest.mark.parametrize("kolommen", [2, 25])
def test_two_statuses_that_trade_places_in_the_matrix_are_noticed(
    kantoor: Kantoor, tmp_path: Path, kolommen: int
) -> None:
    """No total changes by it: neither of a status nor, where the last kolommen share a row, of that row."""
    ronde = make_round(kolommen, 2, lambda g, _: Status.VOLTOOID if int(g[1:]) % 2 else Status.GEPLAND)
    boek = load(build_regiowerkboek(ronde), data_only=False)
    cellen = next(rij for rij in boek["Actieplan"].iter_rows() if rij[0].value == "1.1.1")
    gelijk, geruild = (Werk(tmp_path / f"{n}.xlsx", xlsx=tmp_path / f"{n} na.xlsx") for n in ("gelijk", "geruild"))
    boek.save(gelijk.bron)
    cellen[-1].value, cellen[-2].value = cellen[-2].value, cellen[-1].value
    boek.save(geruild.bron)
    kantoor.do([gelijk, geruild])

    zinnen = ["Bovenaan en per hoofdlijn telt", "Let op: de matrix is na het samenvoegen"]
    for werk, zin in zip((gelijk, geruild), zinnen, strict=True):
        assert werk.xlsx is not None
        eerste = [str(cel.value) for cel in load(werk.xlsx)["Samenvatting"]["A"]]
        assert [tekst.startswith(zin) for tekst in eerste if tekst.startswith(tuple(zinnen))] == [True]


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
