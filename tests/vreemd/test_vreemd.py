"""Whatever file it gets, `controleren` ends with 0, 1 or 2 and a sentence; see the docstring of this folder."""

import os
import re
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from actieplan_xl.cli import main
from vreemd.tekenaars import TEKENAARS

MAP = os.environ.get("ACTIEPLAN_VREEMD", "")
HOOGSTENS_SECONDEN = 20
_ZIN = re.compile(r"[A-Za-z' ]{12,}[^\n]*[.?]\s")
_ENGELS = re.compile(r"Traceback|Error:|\b(the|with|unable|invalid|file|cannot|not found)\b", re.IGNORECASE)


def controleren(bestand: Path) -> Result:
    return CliRunner().invoke(main, ["controleren", str(bestand)], prog_name="actieplan", env={"COLUMNS": "80"})


def faults(bestand: Path) -> list[str]:
    """Return what is wrong with how one file was treated; [] when nothing is."""
    begin = time.perf_counter()
    uitkomst = controleren(bestand)
    duur = time.perf_counter() - begin
    gezegd = uitkomst.output.replace(bestand.name, "")
    fout = uitkomst.exception if not isinstance(uitkomst.exception, SystemExit) else None
    return [
        f"{bestand}: {wat}"
        for wat, is_mis in (
            (f"einde {uitkomst.exit_code}", uitkomst.exit_code not in (0, 1, 2)),
            (f"{fout!r}", fout is not None),
            (f"geen zin: {gezegd!r}", not _ZIN.search(gezegd)),
            (f"{duur:.0f} seconden", duur > HOOGSTENS_SECONDEN),
        )
        if is_mis
    ]


@pytest.fixture(params=TEKENAARS)
def bestand(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    pad = tmp_path / request.param
    pad.write_bytes(TEKENAARS[request.param]())
    return pad


def test_a_file_of_somebody_else_ends_in_a_sentence(bestand):
    assert faults(bestand) == []


def test_the_sentence_is_dutch_and_names_the_file(bestand):
    gezegd = controleren(bestand).output

    assert bestand.name in gezegd
    assert not _ENGELS.search(gezegd)


def test_a_whole_folder_of_them_ends_as_well(tmp_path):
    """Beside each other, as they lie on a disk: each has its own sentence, and none costs another its turn."""
    for naam, teken in TEKENAARS.items():
        (tmp_path / naam).write_bytes(teken())

    uitkomst = controleren(tmp_path)

    assert uitkomst.exit_code == 2
    genoemd = [naam for naam in TEKENAARS if naam in uitkomst.output]
    assert genoemd == list(TEKENAARS)


@pytest.mark.skipif(not MAP, reason="geef met ACTIEPLAN_VREEMD een map met rekenbladen")
def test_every_file_of_a_folder_ends_in_a_sentence():
    bestanden = [pad for pad in sorted(Path(MAP).rglob("*")) if pad.is_file()]

    assert bestanden
    assert [fout for pad in bestanden for fout in faults(pad)] == []
