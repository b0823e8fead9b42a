"""Passwords on the command line: from the environment or typed, asked for when a file needs one, and never shown."""

import inspect
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tekenen.versleuteld import encrypted

from actieplan_xl.cli import main, wachtwoorden
from cli.kleinplan import ALLES, Invullen, Run

EEN, TWEE, FOUT = "Geheim-een-€", "Geheim-twee", "Geheim-fout"
Typ = Callable[..., Result]


@pytest.fixture(autouse=True)
def no_password_around(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ACTIEPLAN_WACHTWOORD", raising=False)


@pytest.fixture
def beveiligd(invullen: Invullen) -> Callable[[str, str], Path]:
    """Put the complete invulblad of a gemeente in the folder, behind a password."""

    def put(naam: str, wachtwoord: str) -> Path:
        pad = invullen(naam, ALLES)
        pad.write_bytes(encrypted(wachtwoord, pad.read_bytes()))
        return pad

    return put


@pytest.fixture
def typ(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Typ:
    """Run `actieplan` with somebody at a terminal, who types these lines."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(wachtwoorden, "sys", SimpleNamespace(stdin=SimpleNamespace(isatty=lambda: True)))
    apart: dict[str, Any] = {"mix_stderr": False} if "mix_stderr" in inspect.signature(CliRunner).parameters else {}

    def invoke(*woorden: object, regels: tuple[str, ...] = ()) -> Result:
        getypt = "".join(f"{regel}\n" for regel in regels)
        return CliRunner(**apart).invoke(main, [str(woord) for woord in woorden], input=getypt)

    return invoke


def asked(resultaat: Result) -> list[str]:
    """Return what was asked, in order."""
    stukken = resultaat.stderr.replace("(leeg laten slaat het over):", "(leeg laten slaat het over):\n").splitlines()
    return [stuk.strip() for stuk in stukken if "Wachtwoord van" in stuk]


def assert_secret(resultaat: Result) -> None:
    """Nothing of a password may be in what is shown."""
    assert "Geheim-" not in resultaat.stdout + resultaat.stderr + repr(resultaat.exception)


def told(resultaat: Result) -> str:
    """Return what is shown, however its lines are broken."""
    return " ".join(resultaat.stdout.split())


def answered(resultaat: Result) -> dict[str, int]:
    return {g["gemeente"]: g["beantwoord"] for g in json.loads(resultaat.stdout)["gemeenten"]}


def test_a_password_is_asked_for_until_it_fits(typ: Typ, beveiligd, invullen, retour) -> None:
    beveiligd("Boekel", EEN)
    for naam in ("Cuijk", "Grave"):
        invullen(naam, ALLES)

    resultaat = typ("controleren", retour, "--wachtwoord", "--json", regels=(FOUT, EEN))

    assert asked(resultaat) == [
        "Wachtwoord van Boekel.xlsx (leeg laten slaat het over):",
        "Dat past niet. Wachtwoord van Boekel.xlsx (leeg laten slaat het over):",
    ]
    assert answered(resultaat) == {"Cuijk": 3, "Grave": 3, "Boekel": 3}
    assert resultaat.exit_code == 0
    assert_secret(resultaat)


def test_a_password_is_asked_for_three_times_and_then_the_rest_goes_on(typ: Typ, beveiligd, invullen, retour) -> None:
    beveiligd("Boekel", EEN)
    invullen("Cuijk", ALLES)

    resultaat = typ("controleren", retour, "--wachtwoord", regels=(FOUT, FOUT, FOUT, EEN))

    assert len(asked(resultaat)) == 3
    assert resultaat.exit_code == 1
    assert "wachtwoord past niet op dit bestand" in told(resultaat)
    assert_secret(resultaat)


def test_saying_nothing_passes_a_file_over_and_the_next_is_asked_for(typ: Typ, beveiligd, retour) -> None:
    beveiligd("Boekel", EEN)
    beveiligd("Cuijk", TWEE)

    resultaat = typ("controleren", retour, "--wachtwoord", "--json", regels=("", TWEE))

    assert [vraag.split()[2] for vraag in asked(resultaat)] == ["Boekel.xlsx", "Cuijk.xlsx"]
    assert answered(resultaat) == {"Cuijk": 3, "Grave": 0, "Boekel": 0}
    (bestand,) = (b for b in json.loads(resultaat.stdout)["bestanden"] if b["bestand"] == "Boekel.xlsx")
    assert (bestand["gebruikt"], "wachtwoord" in bestand["reden"]) == (False, True)


def test_each_file_may_have_its_own_password_and_one_that_fits_twice_is_asked_for_once(
    typ: Typ, beveiligd, retour
) -> None:
    for naam, wachtwoord in (("Boekel", EEN), ("Cuijk", TWEE), ("Grave", EEN)):
        beveiligd(naam, wachtwoord)

    resultaat = typ("controleren", retour, "--wachtwoord", "--json", regels=(EEN, TWEE))

    assert [vraag.split()[2] for vraag in asked(resultaat)] == ["Boekel.xlsx", "Cuijk.xlsx"]
    assert answered(resultaat) == {"Cuijk": 3, "Grave": 3, "Boekel": 3}
    assert_secret(resultaat)


def test_without_being_told_to_nobody_is_asked(typ: Typ, beveiligd, invullen, retour) -> None:
    beveiligd("Boekel", EEN)
    invullen("Cuijk", ALLES)

    resultaat = typ("controleren", retour, regels=(EEN,))

    assert asked(resultaat) == []
    assert "Geef --wachtwoord mee om het te openen" in told(resultaat)


def test_where_no_file_needs_one_nobody_is_asked_and_no_terminal_is_needed(run: Run, compleet: Path) -> None:
    resultaat = run("controleren", compleet, "--wachtwoord")

    assert (resultaat.exit_code, resultaat.stderr) == (0, "")


def test_without_a_terminal_the_way_is_the_environment(run: Run, beveiligd, retour) -> None:
    beveiligd("Boekel", EEN)

    resultaat = run("controleren", retour, "--wachtwoord")

    assert resultaat.exit_code == 2
    assert resultaat.stderr.endswith(
        "Er is geen venster om het wachtwoord in te typen. Zet het in\nACTIEPLAN_WACHTWOORD.\n"
    )


def test_a_password_in_the_environment_that_does_not_fit_is_told_as_that(
    run: Run, beveiligd, retour, monkeypatch
) -> None:
    """Asking to put one there would send whoever did so looking in the wrong place."""
    beveiligd("Boekel", EEN)
    monkeypatch.setenv("ACTIEPLAN_WACHTWOORD", "iets anders")

    resultaat = run("controleren", retour, "--wachtwoord")

    assert resultaat.exit_code == 2
    assert "past niet op Boekel" in " ".join(resultaat.stderr.split())


def test_the_environment_is_enough_and_goes_before_asking(run: Run, typ: Typ, beveiligd, retour, monkeypatch) -> None:
    beveiligd("Boekel", EEN)
    monkeypatch.setenv("ACTIEPLAN_WACHTWOORD", EEN)
    stil = run("controleren", retour, "--json")
    assert answered(stil) == {"Cuijk": 0, "Grave": 0, "Boekel": 3}
    assert_secret(stil)

    beveiligd("Cuijk", TWEE)
    gevraagd = typ("controleren", retour, "--json", "--wachtwoord", regels=(TWEE,))
    assert [vraag.split()[2] for vraag in asked(gevraagd)] == ["Cuijk.xlsx"]
    assert answered(gevraagd) == {"Cuijk": 3, "Grave": 0, "Boekel": 3}


def test_a_password_in_the_environment_that_does_not_fit_is_told_without_it(
    run: Run, beveiligd, invullen, retour, monkeypatch
) -> None:
    beveiligd("Boekel", EEN)
    invullen("Cuijk", ALLES)
    monkeypatch.setenv("ACTIEPLAN_WACHTWOORD", FOUT)

    resultaat = run("controleren", retour)

    assert "wachtwoord past niet op dit bestand" in told(resultaat)
    assert_secret(resultaat)


def test_what_is_written_holds_no_password_and_was_read_with_it(
    run: Run, beveiligd, retour, tmp_path, monkeypatch
) -> None:
    beveiligd("Boekel", EEN)
    monkeypatch.setenv("ACTIEPLAN_WACHTWOORD", EEN)

    resultaat = run("samenvoegen", retour, "--naar", tmp_path / "regio.xlsx", "--json")

    assert answered(resultaat)["Boekel"] == 3
    assert_secret(resultaat)
    with zipfile.ZipFile(tmp_path / "regio.xlsx") as regio:
        alles = b"".join(regio.read(naam) for naam in regio.namelist())
    assert b"het opgegeven wachtwoord" in alles
    assert b"Geheim-" not in alles
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["regio.xlsx", "retour"]


def test_a_plan_behind_a_password_is_shown_and_sent_round(typ: Typ, planwerkboek: Path, tmp_path: Path) -> None:
    planwerkboek.write_bytes(encrypted(TWEE, planwerkboek.read_bytes()))

    assert "Bewustwording" in typ("tonen", planwerkboek, "--wachtwoord", regels=(TWEE,)).stdout
    uitvraag = typ("uitvragen", planwerkboek, "--naar", tmp_path / "uit", "--wachtwoord", regels=(FOUT, TWEE))

    assert (uitvraag.exit_code, len(asked(uitvraag)), len(list((tmp_path / "uit").iterdir()))) == (0, 2, 3)
    geweigerd = typ("tonen", planwerkboek, "--wachtwoord", regels=("",))
    assert (geweigerd.exit_code, "beveiligd met een wachtwoord" in geweigerd.stderr) == (2, True)


def test_the_name_of_a_file_cannot_steer_the_terminal_that_asks(typ: Typ, beveiligd, retour) -> None:
    beveiligd("Boekel", EEN).rename(retour / "Boekel\x1b[2J\u202e.xlsx")

    resultaat = typ("controleren", retour, "--wachtwoord", regels=(EEN,))

    assert asked(resultaat)[0].startswith("Wachtwoord van Boekel⟨U+001B⟩[2J⟨U+202E⟩.xlsx")
    assert "\x1b" not in resultaat.stderr


def test_stopping_at_the_question_stops_the_command(typ: Typ, beveiligd, retour) -> None:
    beveiligd("Boekel", EEN)

    resultaat = typ("controleren", retour, "--wachtwoord")  # the input ends, as with Ctrl-D

    assert resultaat.exit_code == 130
    assert "Afgebroken; er is niets half geschreven." in resultaat.stderr


def test_where_the_extra_is_not_installed_the_way_to_install_it_is_told(
    run: Run, beveiligd, invullen, retour, tmp_path, monkeypatch
) -> None:
    beveiligd("Boekel", EEN)
    invullen("Cuijk", ALLES)
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders" / "msoffcrypto.py").write_text("raise ImportError")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "elders"), prepend=os.pathsep)
    monkeypatch.setenv("ACTIEPLAN_WACHTWOORD", EEN)

    resultaat = run("controleren", retour)

    assert resultaat.exit_code == 1
    assert "pip install 'actieplan_xl[wachtwoord]'" in told(resultaat)
    assert_secret(resultaat)


@pytest.mark.parametrize(("omgeving", "mag_vragen", "aantal"), [("", False, 0), ("x", False, 1), ("x", True, 2)])
def test_what_may_be_tried_is_what_was_given(monkeypatch, omgeving, mag_vragen, aantal) -> None:
    monkeypatch.setenv("ACTIEPLAN_WACHTWOORD", omgeving)

    verzameld = wachtwoorden.collect_passwords(None, None, mag_vragen)  # type: ignore[arg-type]

    assert len(verzameld) == aantal
    assert verzameld[-1:] == ([wachtwoorden.ask] if mag_vragen else ["x"] * aantal)


def read_until(meester: int, eind: bytes | None = None) -> bytes:
    """Return what a terminal gets until it ends so, or until whoever writes to it is gone."""
    gezien = b""
    try:
        while (eind is None or not gezien.endswith(eind)) and (stuk := os.read(meester, 1)):
            gezien += stuk
    except OSError:  # Linux says so when the other side of a terminal is gone
        pass
    return gezien


def test_on_a_real_terminal_nothing_is_shown_of_what_is_typed(beveiligd, retour, tmp_path: Path) -> None:
    pty = pytest.importorskip("pty", reason="Windows heeft geen pty")
    beveiligd("Boekel", EEN)
    meester, slaaf = pty.openpty()
    opdracht = [sys.executable, "-m", "actieplan_xl", "controleren", "retour", "--wachtwoord", "--json"]
    with subprocess.Popen(
        opdracht, stdin=slaaf, stderr=slaaf, stdout=subprocess.PIPE, cwd=tmp_path, start_new_session=True
    ) as proces:
        os.close(slaaf)
        # The space behind the colon is only written once nothing is shown any more.
        gezien = read_until(meester, b"(leeg laten slaat het over): ")
        os.write(meester, f"{EEN}\n".encode())
        uitvoer, _ = proces.communicate(timeout=60)
    gezien += read_until(meester)
    os.close(meester)

    assert b"Geheim-" not in gezien + uitvoer
    assert {g["gemeente"]: g["beantwoord"] for g in json.loads(uitvoer)["gemeenten"]}["Boekel"] == 3
