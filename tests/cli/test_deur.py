import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from actieplan_xl import tasks
from actieplan_xl.domain.errors import GebruikError
from cli.kleinplan import ALLES, Invullen, Run

ACTIEPLAN = [sys.executable, "-m", "actieplan_xl"]


@pytest.fixture
def gaat_mis(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    def install(error: BaseException) -> None:
        def fail(*_: object, **__: object) -> NoReturn:
            raise error

        monkeypatch.setattr(tasks, "check", fail)

    return install


def test_ctrl_c_gives_130_and_a_sentence(run: Run, gaat_mis: Callable[[BaseException], None]) -> None:
    gaat_mis(KeyboardInterrupt())

    resultaat = run("controleren", "retour")

    assert resultaat.exit_code == 130
    assert "Afgebroken; er is niets half geschreven." in resultaat.stderr


def test_a_defect_of_ours_is_a_sentence_and_never_a_traceback(
    run: Run, gaat_mis: Callable[[BaseException], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ACTIEPLAN_DEBUG", raising=False)
    gaat_mis(KeyError("kolom"))

    resultaat = run("controleren", "retour")

    assert resultaat.exit_code == 2
    assert "Er ging iets mis in actieplan zelf (KeyError)" in resultaat.stderr
    assert "ACTIEPLAN_DEBUG=1" in resultaat.stderr
    assert "Traceback" not in resultaat.output


def test_who_asks_for_it_sees_the_traceback(
    run: Run, gaat_mis: Callable[[BaseException], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACTIEPLAN_DEBUG", "1")
    gaat_mis(KeyError("kolom"))

    resultaat = run("controleren", "retour")

    assert resultaat.exit_code == 2
    assert "Traceback" in resultaat.stderr


def test_an_error_of_ours_cannot_steer_the_terminal(run: Run, gaat_mis: Callable[[BaseException], None]) -> None:
    gaat_mis(GebruikError("Gemeente '\x1b[2Jx' staat niet in het plan.\nKies een andere."))

    resultaat = run("controleren", "retour")

    assert resultaat.exit_code == 2
    assert resultaat.stderr == "Gemeente '⟨U+001B⟩[2Jx' staat niet in het plan.\nKies een andere.\n"


@pytest.mark.parametrize("woorden", [["tonen"], ["--help"]])
def test_a_reader_that_stops_reading_is_an_ordinary_end(planwerkboek: Path, woorden: list[str]) -> None:
    """As in `actieplan tonen plan.xlsx | head -1`, with the reader gone before anything is written."""
    lees, schrijf = os.pipe()
    os.close(lees)
    bestand = [str(planwerkboek)] if woorden == ["tonen"] else []

    resultaat = subprocess.run(
        [*ACTIEPLAN, *woorden, *bestand], stdout=schrijf, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(schrijf)

    assert (resultaat.returncode, resultaat.stderr) == (0, "")


@pytest.mark.parametrize("codering", ["cp1252", "cp850", "ascii"])
def test_an_old_console_shows_the_matrix_without_failing(planwerkboek: Path, codering: str) -> None:
    omgeving = {**os.environ, "PYTHONIOENCODING": codering}

    resultaat = subprocess.run([*ACTIEPLAN, "tonen", str(planwerkboek)], capture_output=True, env=omgeving, check=False)

    assert (resultaat.returncode, resultaat.stderr) == (0, b"")
    assert "Bewustwording" in resultaat.stdout.decode(codering)


def run_with_terminal_for_errors(*woorden: str, map_: Path) -> tuple[str, str]:
    """Run with a terminal behind stderr only; return stdout and what that terminal got."""
    pty = pytest.importorskip("pty", reason="Windows heeft geen pty")
    meester, slaaf = pty.openpty()
    proces = subprocess.Popen([*ACTIEPLAN, *woorden], stdout=subprocess.PIPE, stderr=slaaf, text=True, cwd=map_)
    os.close(slaaf)
    uitvoer, _ = proces.communicate(timeout=60)
    gezien = b""
    try:
        while stuk := os.read(meester, 65536):
            gezien += stuk
    except OSError:  # Linux says so when the other side of a terminal is gone
        pass
    finally:
        os.close(meester)
    return uitvoer, gezien.decode()


def test_many_files_show_progress_on_a_terminal_and_only_there(
    invullen: Invullen, retour: Path, tmp_path: Path
) -> None:
    inhoud = invullen("Boekel", ALLES).read_bytes()
    for nummer in range(25):
        (retour / f"kopie {nummer}.xlsx").write_bytes(inhoud)

    uitvoer, terminal = run_with_terminal_for_errors("controleren", "retour", map_=tmp_path)
    zonder = subprocess.run(
        [*ACTIEPLAN, "controleren", "retour"], capture_output=True, text=True, cwd=tmp_path, check=False
    )

    assert "Werkboeken lezen" in terminal
    assert "26/26" in terminal
    assert uitvoer == zonder.stdout
    assert "Werkboeken lezen" not in zonder.stdout + zonder.stderr


def test_a_few_files_need_no_progress(compleet: Path, tmp_path: Path) -> None:
    uitvoer, terminal = run_with_terminal_for_errors("controleren", "retour", map_=tmp_path)

    assert "Je kunt samenvoegen." in uitvoer
    assert terminal == ""
