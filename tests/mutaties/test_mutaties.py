"""Whatever happens to an invulblad, no answer vanishes without a word; see the docstring of this folder."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from unittest import mock

import pytest
from tekenen import pack

from actieplan_xl.reading.werkboek.boek import Sheet
from actieplan_xl.reading.werkboek.cells import Cell
from mutaties.getuige import marks_in_cells
from mutaties.grondstof import BRONNEN, MERK, own_invulblad
from mutaties.mutator import DADEN, Mutatie, mutate
from mutaties.werker import lay_out, try_mutatie

AANTAL = int(os.environ.get("ACTIEPLAN_MUTATIES", "300"))
ZAAD = int(os.environ.get("ACTIEPLAN_ZAAD", "1"))
TESTS = Path(__file__).parents[1]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="grenzen aan tijd en geheugen zijn van POSIX")


@pytest.fixture
def ronde(tmp_path: Path) -> Path:
    lay_out(tmp_path)
    return tmp_path


def test_no_answer_vanishes_without_a_word_and_nothing_hangs_or_falls_over() -> None:
    klaar = subprocess.run(
        [sys.executable, "-W", "error", "-m", "mutaties.werker", str(ZAAD), str(ZAAD + AANTAL - 1)],
        cwd=TESTS,
        capture_output=True,
        text=True,
        check=False,
    )

    uitslagen = [json.loads(regel) for regel in klaar.stdout.splitlines()]
    assert [uitslag for uitslag in uitslagen if uitslag["fouten"]] == []
    assert (len(uitslagen), klaar.returncode) == (AANTAL, 0), klaar.stderr


def test_the_seeds_spoil_in_every_way_and_leave_enough_to_read() -> None:
    mutaties = [mutate(zaad) for zaad in range(1, 301)]

    daden = Counter(wat.split(":")[0] for mutatie in mutaties for wat in mutatie.gedaan)
    over = [len(marks_in_cells(mutatie.inhoud)) for mutatie in mutaties]
    assert {daad.__name__ for daad in DADEN} <= set(daden)
    assert sum(aantal > 0 for aantal in over) > 150
    assert mutate(7) == mutate(7)


@pytest.mark.parametrize("einde", BRONNEN)
def test_the_witness_sees_every_mark_before_anything_is_spoiled(einde: str) -> None:
    delen = BRONNEN[einde]()

    alles = {merk for inhoud in delen.values() for merk in MERK.findall(inhoud.decode("utf-8", "replace"))}
    assert len(alles) >= 13
    assert set(marks_in_cells(pack(delen))) == alles


def test_a_reader_that_loses_a_cell_is_caught(ronde: Path) -> None:
    heel = Mutatie("Boekel.xlsx", pack(own_invulblad()), ())
    echt = Sheet.typed

    def typed(zelf: Sheet, cell: Cell) -> str:
        tekst = echt(zelf, cell)
        return "" if "merk01p" in tekst else tekst

    assert list(try_mutatie(heel, ronde)) == []
    with mock.patch.object(Sheet, "typed", typed):
        (fout,) = try_mutatie(heel, ronde)

    assert fout.startswith("merk01p in D")
