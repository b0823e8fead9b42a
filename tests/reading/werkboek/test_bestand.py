"""A file as it was offered: read once and whole, known by its name and never by its path, or refused in Dutch."""

import hashlib
import io
import os
import stat
from pathlib import Path

import pytest

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.werkboek import bestand as bestanden
from actieplan_xl.reading.werkboek import grenzen
from actieplan_xl.reading.werkboek.bestand import Bestand, open_bestand, readable_name, reason

INHOUD = b"PK\x03\x04 wat dan ook"


def refused(bron: object, naam: str | None = None) -> BestandError:
    with pytest.raises(BestandError) as gevangen:
        open_bestand(bron, naam)  # type: ignore[arg-type]
    return gevangen.value


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    pad = tmp_path / "Boekel.xlsx"
    pad.write_bytes(INHOUD)
    os.utime(pad, (1_551_434_400, 1_551_434_400))
    return pad


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    gewacht: list[float] = []
    monkeypatch.setattr(bestanden.time, "sleep", gewacht.append)
    return gewacht


def test_a_path_gives_the_bytes_the_name_and_when_it_was_changed(pad):
    for bron in (pad, str(pad)):
        gelezen = open_bestand(bron)
        assert gelezen == Bestand("Boekel.xlsx", INHOUD, "2019-03-01T10:00:00Z")
        assert gelezen.sha256 == hashlib.sha256(INHOUD).hexdigest()
    assert open_bestand(pad, "anders.xlsx").naam == "anders.xlsx"


def test_a_file_that_was_read_already_is_itself():
    gelezen = Bestand("a.xlsx", INHOUD)

    assert open_bestand(gelezen) is gelezen


@pytest.mark.parametrize(("naam", "gelezen"), [("map/Boekel.xlsx", "Boekel.xlsx"), (7, "7"), (None, "werkboek.xlsx")])
def test_something_open_for_reading_has_the_name_it_says_and_no_path(naam, gelezen):
    stroom = io.BytesIO(INHOUD)
    if naam is not None:
        stroom.name = naam  # type: ignore[attr-defined]

    assert open_bestand(stroom) == Bestand(gelezen, INHOUD)
    stroom.seek(0)
    assert open_bestand(stroom, "anders.xlsx").naam == "anders.xlsx"


def test_an_empty_file_is_refused_whatever_it_came_from(tmp_path):
    (tmp_path / "leeg.xlsx").write_bytes(b"")

    for bron in (tmp_path / "leeg.xlsx", io.BytesIO()):
        assert refused(bron).bevinding.code is Code.BESTAND_LEEG


def test_a_file_that_is_too_large_is_refused_and_one_that_just_fits_is_read(pad, monkeypatch):
    monkeypatch.setattr(grenzen, "BESTAND_BYTES", len(INHOUD))
    assert open_bestand(pad).inhoud == INHOUD
    monkeypatch.setattr(grenzen, "BESTAND_BYTES", len(INHOUD) - 1)

    for bron in (pad, io.BytesIO(INHOUD)):
        error = refused(bron)
        assert error.bevinding.code is Code.BESTAND_TE_GROOT
        assert "de omvang is meer dan de grens van 50 MB" in str(error)


def test_what_is_no_file_is_refused_without_its_path(tmp_path):
    weg, map_ = refused(tmp_path / "weg.xlsx"), refused(tmp_path)

    assert weg.bevinding.code is Code.BESTAND_NIET_GEVONDEN
    assert (map_.bevinding.code, map_.bevinding.waarden) == (
        Code.BESTAND_NIET_LEESBAAR,
        {"waarom": "het is een map"},
    )
    assert str(tmp_path) not in f"{weg} {map_}"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows kent geen benoemde pijpen in mappen")
def test_a_named_pipe_is_never_opened(tmp_path):
    os.mkfifo(tmp_path / "pijp.xlsx")

    assert refused(tmp_path / "pijp.xlsx").bevinding.waarden == {"waarom": "het is geen gewoon bestand"}


def test_a_name_or_a_path_that_no_disk_takes_is_refused_in_dutch(pad):
    assert refused(pad / "x.xlsx").bevinding.waarden == {"waarom": "een deel van het pad is geen map"}
    assert refused(pad.with_name("x" * 300)).bevinding.waarden == {"waarom": "de naam is te lang"}
    rond = pad.with_name("rond.xlsx")
    rond.symlink_to(rond)
    assert refused(rond).bevinding.waarden == {"waarom": "het is een rondlopende koppeling"}


@pytest.mark.parametrize(
    ("error", "waarom"),
    [
        (PermissionError(13, "x"), "je mag er niet bij"),
        (IsADirectoryError(21, "x"), "het is een map"),
        (NotADirectoryError(20, "x"), "een deel van het pad is geen map"),
        (FileNotFoundError(2, "x"), "de map bestaat niet"),
        (FileExistsError(17, "x"), "het bestaat al"),
        (OSError(28, "x"), "de schijf is vol"),
        (OSError(30, "x"), "de schijf is alleen-lezen"),
        (OSError(5, "Input/output error"), "fout 5 van het besturingssysteem"),
    ],
)
def test_what_the_system_says_is_said_in_dutch(error, waarom):
    assert reason(error) == waarom


def test_a_file_one_may_not_read_is_refused(pad, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(pad))

    monkeypatch.setattr(Path, "open", refuse)

    assert refused(pad).bevinding.waarden == {"waarom": "je mag er niet bij"}


def unsteady(monkeypatch: pytest.MonkeyPatch, keren: int) -> None:
    """Let a file be changed by somebody else while it is read, this many times."""
    echt, over = os.fstat, iter([*range(1, 2 * keren + 1), *[0] * 100])

    def fstat(nummer: int) -> os.stat_result:
        feiten = list(echt(nummer))
        return os.stat_result([*feiten[:6], feiten[6] + next(over), *feiten[7:]])

    monkeypatch.setattr(bestanden.os, "fstat", fstat)


def test_a_file_that_comes_to_rest_is_read(pad, monkeypatch, no_waiting):
    unsteady(monkeypatch, 2)

    assert open_bestand(pad).inhoud == INHOUD
    assert len(no_waiting) == 2


def test_a_file_that_keeps_changing_is_refused(pad, monkeypatch, no_waiting):
    unsteady(monkeypatch, 3)

    assert refused(pad).bevinding.code is Code.BESTAND_VERANDERT
    assert len(no_waiting) == 2


@pytest.mark.parametrize("moment", [1e15, -1e15])
def test_a_moment_that_no_calendar_knows_never_makes_a_file_unreadable(pad, monkeypatch, moment):
    monkeypatch.setattr(Path, "stat", lambda *_, **__: os.stat_result([stat.S_IFREG, *[0] * 7, moment, 0]))

    assert open_bestand(pad) == Bestand("Boekel.xlsx", INHOUD, "")


def test_a_name_that_is_no_text_is_shown_as_far_as_it_goes(tmp_path):
    assert readable_name("caf\udce9.xlsx") == "caf�.xlsx"
    assert readable_name("één 😀.xlsx") == "één 😀.xlsx"


def test_a_refusal_carries_the_name_and_what_is_the_matter():
    error = Bestand("a.xlsx", b"x").weiger(Code.BESTAND_NIET_LEESBAAR, waarom="het is een map")

    assert (error.bevinding.plek.bestand, error.bevinding.code) == ("a.xlsx", Code.BESTAND_NIET_LEESBAAR)
    assert str(error).startswith("a.xlsx: ")
