"""A small plan, what came back on it, and a way to run the command line."""

import inspect
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from actieplan_xl.cli import main
from actieplan_xl.domain.plan import Actie, Gemeente, Hoofdlijn, Kolom, Plan, Plangegevens, Thema
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad
from actieplan_xl.writing.planwerkboek import build_planwerkboek
from cli.kleinplan import ALLES, Invullen, Run


@pytest.fixture
def plan() -> Plan:
    acties = (Actie("1.1.1", "Bewustwording raad"), Actie("1.1.2", "Bewustwording college"))
    kalender = Actie("1.2.1", "Communicatiekalender met lokale en regionale communicatiemomenten", ("1",))
    themas = (Thema("1.1", "Awareness", acties), Thema("1.2", "Werkgroep communicatie", (kalender,)))
    kolommen = (
        Kolom("CGM", (Gemeente("Cuijk", "CGM"), Gemeente("Grave", "CGM"))),
        Kolom("Boekel", (Gemeente("Boekel", "Boekel"),)),
    )
    gegevens = Plangegevens("Actieplan 2019", "Maas en Leijgraaf", "2019", "2019-06-01")
    lijnen = (Hoofdlijn("1", "Verstevigen van de weerbaarheid", themas),)
    return Plan(gegevens, kolommen, lijnen, voetnoten={"1": "Met de regio samen."})


@pytest.fixture
def planwerkboek(plan: Plan, tmp_path: Path) -> Path:
    pad = tmp_path / "plan.xlsx"
    pad.write_bytes(build_planwerkboek(plan))
    return pad


@pytest.fixture
def retour(tmp_path: Path) -> Path:
    map_ = tmp_path / "retour"
    map_.mkdir()
    return map_


@pytest.fixture
def invullen(plan: Plan, retour: Path) -> Invullen:
    """Put the invulblad of a gemeente in the folder: statuses by number of the actie."""

    def put(naam: str, statussen: Mapping[str, str]) -> Path:
        (gemeente,) = (g for g in plan.gemeenten if g.naam == naam)
        vulling = Vulling({nr: Antwoord(status, "najaar 2019") for nr, status in statussen.items()})
        pad = retour / f"{naam}.xlsx"
        pad.write_bytes(build_invulblad(plan, gemeente, {}, vulling))
        return pad

    return put


@pytest.fixture
def compleet(invullen: Invullen, retour: Path) -> Path:
    for naam in ("Cuijk", "Grave", "Boekel"):
        invullen(naam, ALLES)
    return retour


@pytest.fixture
def met_gaten(invullen: Invullen, retour: Path) -> Path:
    """Cuijk is complete, Grave has a gap and a word nobody knows, and Boekel sent nothing."""
    invullen("Cuijk", ALLES)
    invullen("Grave", {"1.1.1": "voltooid", "1.2.1": "bijna klar"})
    return retour


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Run `actieplan` in a folder of its own; stdout and stderr apart in every version of click."""
    monkeypatch.chdir(tmp_path)
    # From click 8.2 the two are always apart, and the word for it is gone.
    apart: dict[str, Any] = {"mix_stderr": False} if "mix_stderr" in inspect.signature(CliRunner).parameters else {}
    runner = CliRunner(env={"COLUMNS": "80", "NO_COLOR": "1"}, **apart)

    def invoke(*woorden: object) -> Result:
        return runner.invoke(main, [str(woord) for woord in woorden])

    yield invoke
