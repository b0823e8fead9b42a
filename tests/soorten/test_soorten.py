"""Every kind of bad input, tried in a round: what must come of it comes of it, and the rest goes on."""

import sys
from pathlib import Path

import pytest

from actieplan_xl.domain.plan import Plan
from soorten import bestanden, bladen, document, inhoud, pakketten, proces, uitvoer  # noqa: F401  enter their kinds
from soorten.proef import SOORTEN, VOORVALLEN, Soort, Voorval, Werkplaats, check_soort


@pytest.mark.parametrize("soort", SOORTEN, ids=lambda soort: f"{soort.nr:03}-{soort.maak.__name__}")
def test_what_must_come_of_it_comes_of_it_and_the_rest_goes_on(soort: Soort, tmp_path: Path, plan: Plan) -> None:
    verloop = check_soort(soort, tmp_path, plan)

    document.compare(document.row_of_soort(soort, verloop))


@pytest.mark.skipif(sys.platform == "win32", reason="grenzen en rechten van POSIX")
@pytest.mark.parametrize("voorval", VOORVALLEN, ids=lambda voorval: f"{voorval.nr:03}-{voorval.doe.__name__}")
def test_whatever_happens_the_user_is_told_what_to_do(voorval: Voorval, tmp_path: Path, plan: Plan) -> None:
    gezegd = happen(voorval, tmp_path, plan)

    assert voorval.zegt in gezegd
    document.compare(document.row_of_voorval(voorval, gezegd))


def happen(voorval: Voorval, map_: Path, plan: Plan) -> str:
    werkplaats = Werkplaats(map_ / "binnen", plan)
    werkplaats.map.mkdir()
    werkplaats.zet_uden()
    return voorval.doe(werkplaats)


def test_all_kinds_of_the_list_are_there_once() -> None:
    assert sorted([*(s.nr for s in SOORTEN), *(v.nr for v in VOORVALLEN)]) == list(range(1, 129))


def test_the_document_is_made_of_its_rows_and_the_limits() -> None:
    geschreven = document.PAD.read_text("utf-8")

    assert geschreven == document.compose(document.rows().values())
    assert sorted(document.rows()) == list(range(1, 129))
