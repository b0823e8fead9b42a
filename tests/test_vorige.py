"""A round beside the previous one, from files to file."""

from pathlib import Path

import pytest

import actieplan_xl as ax
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.plan import Plan
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad
from actieplan_xl.writing.planwerkboek import build_planwerkboek


def answer(plan: Plan, map_: Path, gemeente: str, status: str) -> None:
    """Put the invulblad of a gemeente in a folder, with one answer to everything."""
    map_.mkdir(exist_ok=True)
    (wie,) = plan.find_gemeenten(gemeente)
    vulling = Vulling({actie.nr: Antwoord(status, "2019") for actie in plan.acties_van(wie.kolom)})
    (map_ / f"{gemeente}.xlsx").write_bytes(build_invulblad(plan, wie, None, vulling))


@pytest.fixture
def vorige(plan: Plan, tmp_path: Path) -> Path:
    """The regiowerkboek of January: Boekel and Uden had everything planned."""
    for naam in ("Boekel", "Uden"):
        answer(plan, tmp_path / "toen", naam, "gepland")
    uitkomst = ax.merge_files([tmp_path / "toen"], naar=tmp_path / "vorige.xlsx", peildatum="2019-01-01")
    assert uitkomst.geschreven is not None
    return uitkomst.geschreven


@pytest.fixture
def binnen(plan: Plan, tmp_path: Path) -> Path:
    """What came in now: Boekel finished everything, and of Uden there is nothing."""
    answer(plan, tmp_path / "nu", "Boekel", "voltooid")
    return tmp_path / "nu"


def test_a_round_beside_the_previous_one_tells_what_changed(vorige: Path, binnen: Path, tmp_path: Path) -> None:
    """And leaves the previous workbook as it was."""
    toen = vorige.read_bytes()

    uitkomst = ax.merge_files([binnen], naar=tmp_path / "nu.xlsx", vorige=vorige)

    gelezen = ax.read_regiowerkboek(tmp_path / "nu.xlsx")
    samen = uitkomst.samenvoeging
    assert samen.vergelijking is not None
    assert samen.vergelijking == ax.compare(ax.read_regiowerkboek(vorige).matrix, gelezen.matrix)
    assert samen.vergelijking.zin == "Sinds 1 januari 2019: 4 voltooid, 4 oranje geworden."
    assert [punt.peildatum for punt in gelezen.reeks] == ["2019-01-01", "2019-06-01"]
    assert vorige.read_bytes() == toen


def test_the_same_round_beside_the_same_previous_one_gives_the_same_bytes(
    vorige: Path, binnen: Path, tmp_path: Path
) -> None:
    """Whatever the name of the file it is written to."""
    for naam in ("a.xlsx", "b.xlsx"):
        ax.merge_files([binnen], naar=tmp_path / naam, vorige=vorige)

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_the_previous_workbook_is_never_written_over(vorige: Path, binnen: Path) -> None:
    """Also not when asked: it is input."""
    toen = vorige.read_bytes()

    with pytest.raises(BestandError, match=r"\[DOEL_IS_INVOER\]"):
        ax.merge_files([binnen], naar=vorige, vorige=vorige, overschrijven=True)
    assert vorige.read_bytes() == toen


def test_what_is_no_regiowerkboek_is_refused_before_anything_is_read(plan: Plan, binnen: Path, tmp_path: Path) -> None:
    """A planwerkboek and an invulblad, with a sentence that says what to give."""
    (tmp_path / "plan.xlsx").write_bytes(build_planwerkboek(plan))

    for pad in (tmp_path / "plan.xlsx", binnen / "Boekel.xlsx"):
        with pytest.raises(BestandError, match=f"{pad.name}: dit is geen regiowerkboek"):
            ax.merge_files([binnen], naar=tmp_path / "nu.xlsx", vorige=pad)
    assert not (tmp_path / "nu.xlsx").exists()


def test_a_previous_one_of_a_later_day_is_told_and_merged_all_the_same(
    vorige: Path, binnen: Path, tmp_path: Path
) -> None:
    """The finding stands on Bevindingen too."""
    uitkomst = ax.merge_files([binnen], naar=tmp_path / "nu.xlsx", vorige=vorige, peildatum="2018-12-01")

    assert Code.VORIGE_NIET_EERDER in {b.code for b in uitkomst.samenvoeging.bevindingen}
    assert [p.peildatum for p in uitkomst.samenvoeging.reeks] == ["2018-12-01", "2019-01-01"]
