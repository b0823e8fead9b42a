"""A sheet of the round before that is left in the folder, or sent again: never passed off as an answer of now."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

import actieplan_xl as ax
from actieplan_xl import tasks
from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import Status
from actieplan_xl.reading.regiowerkboek import read_vorige
from actieplan_xl.tasks.ronde import Uitkomst
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad
from actieplan_xl.writing.planwerkboek import build_planwerkboek

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")

OUD = (Code.BLAD_VAN_VORIGE_RONDE, Code.BLAD_VAN_EERDERE_RONDE, Code.NIETS_NIEUWS)


def fill_in(pad: Path, naar: Path, status: str) -> Path:
    """Answer every actie of an invulblad as a person does, and send it."""
    boek = openpyxl.load_workbook(pad)
    blad = boek["Invulblad"]
    kop = {cel.value: cel.column for rij in blad.iter_rows() for cel in rij if cel.value in ("Nr", "Status")}
    for rij in range(1, blad.max_row + 1):
        if str(blad.cell(rij, kop["Nr"]).value or "").count(".") == 2:
            blad.cell(rij, kop["Status"]).value = status
    naar.mkdir(exist_ok=True)
    boek.save(naar / pad.name)
    return naar / pad.name


def sheet_of(paden: tuple[Path, ...], naam: str) -> Path:
    """The invulblad of a gemeente among those that were made."""
    return next(pad for pad in paden if naam in pad.name)


def old(uitkomst: Uitkomst) -> list[Bevinding]:
    """What is told of sheets of the round before."""
    return [b for b in uitkomst.bevindingen if b.code in OUD]


@pytest.fixture
def ronde1(plan: Plan, tmp_path: Path) -> Path:
    """The regiowerkboek of June: Boekel and Uden answered."""
    (tmp_path / "plan.xlsx").write_bytes(build_planwerkboek(plan))
    paden = tasks.distribute(tmp_path / "plan.xlsx", tmp_path / "uit1").paden
    for naam in ("Boekel", "Uden"):
        fill_in(sheet_of(paden, naam), tmp_path / "binnen1", "gepland")
    ax.merge_files([tmp_path / "binnen1"], naar=tmp_path / "regio1.xlsx", peildatum="2026-06-01")
    return tmp_path / "regio1.xlsx"


@pytest.fixture
def ronde2(ronde1: Path, tmp_path: Path) -> Path:
    """The folder of December: Boekel filled in the new sheet, and of Uden the file of June was left."""
    paden = tasks.distribute(ronde1, tmp_path / "uit2").paden
    fill_in(sheet_of(paden, "Boekel"), tmp_path / "binnen2", "voltooid")
    oud = sheet_of(tuple((tmp_path / "binnen1").iterdir()), "Uden")
    (tmp_path / "binnen2" / "Uden van juni.xlsx").write_bytes(oud.read_bytes())
    return tmp_path / "binnen2"


def test_the_file_of_the_round_before_is_told_as_a_fout_and_its_answers_count(
    ronde1: Path, ronde2: Path, tmp_path: Path
) -> None:
    """Whichever of the two ways the round before is named; nothing is told of who did answer."""
    for naam, hoe in (("a.xlsx", {"vorige": ronde1}), ("b.xlsx", {"plan": ronde1})):
        uitkomst = ax.merge_files([ronde2], naar=tmp_path / naam, peildatum="2026-12-01", **hoe)

        (bevinding,) = old(uitkomst)
        assert (bevinding.code, bevinding.gemeente) == (Code.BLAD_VAN_VORIGE_RONDE, "Uden")
        assert "telden al op 1 juni 2026" in bevinding.tekst
        assert uitkomst.has_fouten
        assert {i.status for i in uitkomst.matrix.invullingen if i.gemeente == "Uden"} == {Status.GEPLAND}


def test_who_did_not_answer_this_round_is_seen_on_the_first_sheets_too(
    ronde1: Path, ronde2: Path, tmp_path: Path
) -> None:
    """On `Per gemeente` beside the day, and in a sentence on `Samenvatting`."""
    ax.merge_files([ronde2], naar=tmp_path / "nu.xlsx", peildatum="2026-12-01", vorige=ronde1)

    boek = openpyxl.load_workbook(tmp_path / "nu.xlsx")
    rijen = {rij[0]: str(rij[10]) for rij in boek["Per gemeente"].iter_rows(values_only=True)}
    assert rijen["Uden"].endswith(": blad van de vorige ronde")
    assert "vorige ronde" not in rijen["Boekel"]
    teksten = [cel for rij in boek["Samenvatting"].iter_rows(values_only=True) for cel in rij]
    assert "Uden heeft deze ronde nog niet geantwoord: haar antwoorden zijn die van de vorige ronde." in teksten


def test_an_old_sheet_that_was_filled_in_anew_is_told_and_counts(ronde1: Path, ronde2: Path, tmp_path: Path) -> None:
    """It may be meant for now; it does not know what was said in June."""
    fill_in(ronde2 / "Uden van juni.xlsx", ronde2, "structureel")

    uitkomst = ax.merge_files([ronde2], naar=tmp_path / "nu.xlsx", peildatum="2026-12-01", vorige=ronde1)

    assert [(b.code, b.gemeente) for b in old(uitkomst)] == [(Code.BLAD_VAN_EERDERE_RONDE, "Uden")]
    assert {i.status for i in uitkomst.matrix.invullingen if i.gemeente == "Uden"} == {Status.STRUCTUREEL}


def test_an_old_sheet_beside_the_new_one_that_counts_is_only_told_as_a_second_file(
    ronde1: Path, ronde2: Path, tmp_path: Path
) -> None:
    """She did answer this round."""
    werkboek = read_vorige(ronde1)
    (uden,) = werkboek.plan.find_gemeenten("Uden")
    vulling = Vulling({actie.nr: Antwoord("voltooid") for actie in werkboek.plan.acties_van(uden.kolom)})
    later = datetime(2099, 12, 1)
    nieuw = build_invulblad(werkboek.plan, uden, werkboek.standen["Uden"], vulling, later)
    (ronde2 / "Uden.xlsx").write_bytes(nieuw)

    uitkomst = ax.merge_files([ronde2], naar=tmp_path / "nu.xlsx", peildatum="2026-12-01", vorige=ronde1)

    assert old(uitkomst) == []
    assert {i.status for i in uitkomst.matrix.invullingen if i.gemeente == "Uden"} == {Status.VOLTOOID}


def test_in_the_middle_of_one_round_the_same_files_are_no_fout(ronde1: Path, tmp_path: Path) -> None:
    """Merged again a week later beside the first result, each file says that nothing came since."""
    uitkomst = ax.merge_files(
        [tmp_path / "binnen1"], naar=tmp_path / "week2.xlsx", peildatum="2026-06-08", vorige=ronde1
    )

    assert [(b.code, b.gemeente) for b in old(uitkomst)] == [(Code.NIETS_NIEUWS, n) for n in ("Boekel", "Uden")]
    assert not uitkomst.has_fouten


def test_nor_when_the_result_of_a_round_is_given_as_its_plan(ronde1: Path, tmp_path: Path) -> None:
    """A regiowerkboek is a planwerkboek too; of the same day it is no round before."""
    uitkomst = tasks.check([tmp_path / "binnen1"], plan=ronde1)

    assert {b.code for b in old(uitkomst)} == {Code.NIETS_NIEUWS}


def test_a_regiowerkboek_tells_which_files_counted(ronde1: Path, tmp_path: Path) -> None:
    """By their checksums; a row that somebody spoiled is no file."""
    boek = openpyxl.load_workbook(ronde1)
    boek["Herkomst"].cell(4, 6).value = "=HYPERLINK(1)"
    boek.save(tmp_path / "bewerkt.xlsx")

    assert len(ax.read_regiowerkboek(ronde1).ronde.gebruikt) == 2
    assert len(ax.read_regiowerkboek(tmp_path / "bewerkt.xlsx").ronde.gebruikt) == 1


@pytest.mark.parametrize("peildatum", ["2026-06-01", "2026-06-08"])
def test_a_plan_that_carries_the_day_of_its_own_round_makes_no_new_round(
    plan: Plan, tmp_path: Path, peildatum: str
) -> None:
    """The sheets then carry the day of the first result as well; one more came in since."""
    eigen = replace(plan, gegevens=replace(plan.gegevens, peildatum="2026-06-01"))
    (tmp_path / "plan.xlsx").write_bytes(build_planwerkboek(eigen))
    paden = tasks.distribute(tmp_path / "plan.xlsx", tmp_path / "uit").paden
    fill_in(sheet_of(paden, "Boekel"), tmp_path / "binnen", "gepland")
    ax.merge_files([tmp_path / "binnen"], naar=tmp_path / "eerst.xlsx", peildatum="2026-06-01")
    fill_in(sheet_of(paden, "Uden"), tmp_path / "binnen", "gepland")

    uitkomst = ax.merge_files(
        [tmp_path / "binnen"], naar=tmp_path / "later.xlsx", peildatum=peildatum, vorige=tmp_path / "eerst.xlsx"
    )

    assert [(b.code, b.gemeente) for b in old(uitkomst)] == [(Code.NIETS_NIEUWS, "Boekel")]
