import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from actieplan_xl.domain.errors import BestandError
from actieplan_xl.sending import kantoor

Neppe = Callable[[str], Path]


@pytest.fixture
def neppe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Neppe:
    """Put a program of our own on the path under the name of LibreOffice; its work is a piece of Python."""
    map_ = tmp_path / "bin"
    map_.mkdir()
    (tmp_path / "tijdelijk").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tijdelijk"))
    monkeypatch.setenv("PATH", str(map_))
    monkeypatch.setattr(kantoor, "_GEWONE_PLEKKEN", ())

    def put(python: str) -> Path:
        pad = map_ / "soffice"
        pad.write_text(f"#!{sys.executable}\nimport os, pathlib, subprocess, sys, time\n{python}\n", encoding="utf-8")
        pad.chmod(0o755)
        return pad

    return put


KLAAR = "pathlib.Path('uit').mkdir(); pathlib.Path('uit/werkboek.pdf').write_bytes(b'%PDF')"


def test_what_libreoffice_made_comes_back_and_nothing_is_left_behind(neppe: Neppe, tmp_path: Path) -> None:
    """It works in a folder of its own, which goes away with all that is in it."""
    neppe(f"pathlib.Path(os.environ['HOME'], 'rommel').touch(); {KLAAR}")

    assert kantoor.convert(b"xlsx", "pdf", "regio.xlsx") == b"%PDF"
    assert list((tmp_path / "tijdelijk").iterdir()) == []


def test_libreoffice_gets_a_profile_in_which_nothing_runs(neppe: Neppe, tmp_path: Path) -> None:
    """No macros, no links, no network, and not the settings of whoever sits at the computer."""
    neppe(
        f"import shutil; shutil.copy('profiel/user/registrymodifications.xcu', {str(tmp_path)!r}); "
        f"pathlib.Path({str(tmp_path / 'woorden')!r}).write_text(' '.join(sys.argv)); {KLAAR}"
    )

    kantoor.convert(b"xlsx", "pdf", "regio.xlsx")

    profiel = (tmp_path / "registrymodifications.xcu").read_text("utf-8")
    for naam in ("DisableMacrosExecution", "BlockUntrustedRefererLinks"):
        assert f'<prop oor:name="{naam}" oor:op="fuse"><value>true</value>' in profiel
    assert "-env:UserInstallation=file://" in (tmp_path / "woorden").read_text()


def test_a_run_that_hangs_is_ended_with_all_it_started(neppe: Neppe, tmp_path: Path) -> None:
    """After its time nothing of it runs or stands on the disk any more."""
    kind = tmp_path / "kind"
    neppe(
        f"p = subprocess.Popen([{sys.executable!r}, '-c', 'import time; time.sleep(60)']); "
        f"pathlib.Path({str(kind)!r}).write_text(str(p.pid)); time.sleep(60)"
    )

    with pytest.raises(BestandError, match=r"kon er geen pdf van maken .na 2 seconden nog niet klaar"):
        kantoor.convert(b"xlsx", "pdf", "regio.xlsx", seconden=2)

    assert list((tmp_path / "tijdelijk").iterdir()) == []
    assert is_gone(int(kind.read_text()))


def is_gone(pid: int) -> bool:
    """Whether a process came to its end; one that nobody asked after any more counts as ended."""
    for _ in range(50):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        stand = Path(f"/proc/{pid}/stat")
        if stand.exists() and stand.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("python", ["sys.exit(1)", "pathlib.Path('uit').mkdir(); open('uit/werkboek.pdf', 'w')"])
def test_when_nothing_comes_out_that_is_told(neppe: Neppe, tmp_path: Path, python: str) -> None:
    """An exit code says little with LibreOffice; whether there is a file does."""
    neppe(python)

    with pytest.raises(BestandError, match=r"regio\.xlsx: LibreOffice kon er geen pdf van maken .er kwam niets uit"):
        kantoor.convert(b"xlsx", "pdf", "regio.xlsx")
    assert list((tmp_path / "tijdelijk").iterdir()) == []


def test_a_program_that_cannot_be_started_is_told(neppe: Neppe) -> None:
    """What stands on the path need not be a program."""
    neppe("").write_bytes(b"\x7fgeen programma")

    with pytest.raises(BestandError, match="fout 8 van het besturingssysteem"):
        kantoor.convert(b"xlsx", "pdf", "regio.xlsx")


@pytest.mark.usefixtures("neppe")
@pytest.mark.parametrize("soort", ["ods", "pdf"])
def test_without_libreoffice_the_sentence_says_where_to_get_it(soort: str) -> None:
    """No traceback and no guess: what it is for and what to do."""
    with pytest.raises(BestandError, match=rf"voor {soort} is LibreOffice nodig.*libreoffice\.org"):
        kantoor.convert(b"xlsx", soort, "regio.xlsx")


@pytest.mark.usefixtures("neppe")
def test_libreoffice_is_found_where_it_is_usually_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not everyone has it on the path; of several versions the newest counts."""
    for versie in ("libreoffice7.4", "libreoffice7.6"):
        (tmp_path / versie).mkdir()
        (tmp_path / versie / "soffice").touch()
    monkeypatch.setattr(kantoor, "_GEWONE_PLEKKEN", ("C:/soffice.com", f"{tmp_path}/libreoffice*/soffice"))

    assert kantoor.find_libreoffice() == str(tmp_path / "libreoffice7.6" / "soffice")


@pytest.mark.usefixtures("neppe")
def test_a_program_in_the_folder_with_answers_is_not_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path that is relative leads to wherever somebody happens to be, and that may be full of what others sent."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", ".")
    (tmp_path / "soffice").write_text("#!/bin/sh\n", encoding="utf-8")
    (tmp_path / "soffice").chmod(0o755)

    assert kantoor.find_libreoffice() is None
