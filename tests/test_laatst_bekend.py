"""Who misses a round keeps her last known state: the next invulblad shows it, and it is never an answer."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

import actieplan_xl as ax
from actieplan_xl import tasks
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.matrixcel import format_vorige, parse_vorige
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.reading.inzending import read_invulblad
from actieplan_xl.reading.regiowerkboek import read_vorige
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad
from actieplan_xl.writing.planwerkboek import build_planwerkboek

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")

ZONDER = (Code.PLAN_ZONDER_VORIGE_STAND, Code.PLAN_DEELS_ZONDER_VORIGE_STAND)


def send(plan: Plan, map_: Path, gemeente: str, antwoord: Antwoord) -> Path:
    """Put an invulblad of a gemeente in a folder of its own, with one answer to everything."""
    map_.mkdir()
    (wie,) = plan.find_gemeenten(gemeente)
    vulling = Vulling({actie.nr: antwoord for actie in plan.acties_van(wie.kolom)})
    (map_ / f"{gemeente}.xlsx").write_bytes(build_invulblad(plan, wie, None, vulling))
    return map_


@pytest.fixture
def ronde1(plan: Plan, tmp_path: Path) -> Path:
    """The regiowerkboek of January: Uden finished everything in 2018."""
    binnen = send(plan, tmp_path / "een", "Uden", Antwoord("voltooid", "2018"))
    ax.merge_files([binnen], naar=tmp_path / "regio1.xlsx", peildatum="2019-01-01")
    return tmp_path / "regio1.xlsx"


@pytest.fixture
def ronde2(plan: Plan, ronde1: Path, tmp_path: Path) -> Path:
    """The regiowerkboek of June: only Boekel answered."""
    binnen = send(plan, tmp_path / "twee", "Boekel", Antwoord("gepland", "2020"))
    ax.merge_files([binnen], naar=tmp_path / "regio2.xlsx", peildatum="2019-06-01", vorige=ronde1)
    return tmp_path / "regio2.xlsx"


def test_who_missed_a_round_is_asked_beside_her_last_known_state(ronde2: Path, tmp_path: Path) -> None:
    """With the day of which it is; `ongewijzigd` takes it over, and nobody says that nothing is known of her."""
    uitvraag = tasks.distribute(ronde2, tmp_path / "uit")

    pad = next(pad for pad in uitvraag.paden if "Uden" in pad.name)
    boek = openpyxl.load_workbook(pad)
    blad = boek["Invulblad"]
    rij = next(cel.row for cel in blad["A"] if cel.value == "1.1.1")
    assert blad.cell(rij, 3).value == "voltooid\n2018\n(stand van 1 januari 2019)"
    blad.cell(rij, 4).value = "ongewijzigd"
    boek.save(tmp_path / "terug.xlsx")
    gelezen = read_invulblad(tmp_path / "terug.xlsx")
    antwoord = gelezen.antwoorden["1.1.1"]
    assert (antwoord.status, antwoord.planning) == (Status.VOLTOOID, "2018")
    assert [b.code for b in gelezen.bevindingen] == []
    assert "Uden" not in {b.gemeente for b in uitvraag.bevindingen if b.code in ZONDER}
    assert {"Cuijk", "Grave"} <= {b.gemeente for b in uitvraag.bevindingen if b.code in ZONDER}


def test_what_is_known_from_before_is_no_answer(ronde2: Path) -> None:
    """In the matrix she stays oranje."""
    matrix = ax.read_regiowerkboek(ronde2).matrix

    assert {i.reden for i in matrix.invullingen if i.gemeente == "Uden"} == {Reden.GEEN_BESTAND}


def test_it_goes_on_over_more_rounds_and_ends_when_she_answers(plan: Plan, ronde2: Path, tmp_path: Path) -> None:
    """The day stays that of her own answer; the plan may be the regiowerkboek instead of --vorige."""
    boekel = send(plan, tmp_path / "drie", "Boekel", Antwoord("voltooid"))
    ax.merge_files([boekel], naar=tmp_path / "regio3.xlsx", peildatum="2019-12-01", plan=ronde2)
    stand = read_vorige(tmp_path / "regio3.xlsx").standen["Uden"]["1.1.1"]
    uden = send(plan, tmp_path / "vier", "Uden", Antwoord("gepland", "2021"))
    ax.merge_files([uden], naar=tmp_path / "regio4.xlsx", peildatum="2020-06-01", vorige=tmp_path / "regio3.xlsx")
    daarna = read_vorige(tmp_path / "regio4.xlsx").standen

    assert (stand, stand.peildatum) == (Stand(Status.VOLTOOID, "2018"), "2019-01-01")
    assert (daarna["Uden"]["1.1.1"], daarna["Uden"]["1.1.1"].peildatum) == (Stand(Status.GEPLAND, "2021"), "")
    assert daarna["Boekel"]["1.1.1"].peildatum == "2019-12-01"


def test_it_follows_an_actie_that_got_another_number(plan: Plan, ronde1: Path, tmp_path: Path) -> None:
    """Her text says which one it is."""
    lijn = plan.hoofdlijnen[0]
    thema = lijn.themas[0]
    eerste, *rest = thema.acties
    verplaatst = replace(thema, acties=(*rest, replace(eerste, nr="1.1.9")))
    nieuw = replace(plan, hoofdlijnen=(replace(lijn, themas=(verplaatst, *lijn.themas[1:])), *plan.hoofdlijnen[1:]))
    (tmp_path / "nieuw.xlsx").write_bytes(build_planwerkboek(nieuw))
    boekel = send(nieuw, tmp_path / "twee", "Boekel", Antwoord("gepland"))

    ax.merge_files(
        [boekel], plan=tmp_path / "nieuw.xlsx", naar=tmp_path / "r.xlsx", peildatum="2019-06-01", vorige=ronde1
    )

    assert read_vorige(tmp_path / "r.xlsx").standen["Uden"]["1.1.9"] == Stand(Status.VOLTOOID, "2018")


def test_the_hidden_sheet_is_read_as_carefully_as_any_other(ronde2: Path, tmp_path: Path) -> None:
    """Another gemeente or actie counts for nobody, an unknown status is told, and a day that is none is no day."""
    boek = openpyxl.load_workbook(ronde2)
    blad = boek["_laatst_bekend"]
    assert blad.sheet_state == "veryHidden"
    blad["C2"], blad["D3"], blad["F4"], blad["F5"] = "Parijs", "kwijt", "=1+1", "x" * 40000
    boek.save(tmp_path / "bewerkt.xlsx")

    gelezen = read_vorige(tmp_path / "bewerkt.xlsx")

    standen = gelezen.standen["Uden"]
    assert len(standen) == 2
    assert {stand.peildatum for stand in standen.values()} == {""}
    assert [b.plek.blad for b in gelezen.bevindingen] == ["_laatst_bekend"]


@pytest.mark.parametrize("planning", ["", "2018", "najaar\n2019"])
@pytest.mark.parametrize("status", [Status.GEPLAND, Status.VOLTOOID])
def test_the_day_behind_a_state_is_no_planning(status: Status, planning: str) -> None:
    """Also where the sheet itself is the only one that still knows."""
    stand = Stand(status, planning, "2019-01-01")

    assert parse_vorige(format_vorige(stand)) == stand
