"""Golden dumps of our workbooks as text. `ACTIEPLAN_REMAKE_GOLDEN=1 pytest tests/writing` makes them again."""

import os
from pathlib import Path

import pytest

from writing.dump import dump

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.mark.parametrize("naam", ["planwerkboek", "invulblad_cuijk", "invulblad_boekel", "regiowerkboek"])
def test_a_workbook_is_what_its_golden_text_says(naam: str, request: pytest.FixtureRequest) -> None:
    gekregen = dump(request.getfixturevalue(naam))

    pad = GOLDEN / f"{naam}.txt"
    if os.environ.get("ACTIEPLAN_REMAKE_GOLDEN") == "1":
        pad.write_text(gekregen, encoding="utf-8", newline="\n")
    assert gekregen.splitlines() == pad.read_text(encoding="utf-8").splitlines()
