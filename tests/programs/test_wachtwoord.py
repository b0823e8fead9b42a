"""A workbook that goes out behind a password, opened by a program that people use."""

from pathlib import Path

import pytest
from sending.post import attachments
from writing.voorbeeld import MAP

from actieplan_xl import read_regiowerkboek
from actieplan_xl.tasks import send_draft
from programs.kantoor import Kantoor, Werk

(REGIO,) = MAP.glob("Regiowerkboek*.xlsx")
GEHEIM = "Geheim-met-een-€-erin"


@pytest.fixture(scope="module")
def beveiligd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook as it comes out of the draft."""
    map_ = tmp_path_factory.mktemp("beveiligd")
    ((_, inhoud),) = attachments(send_draft(REGIO, map_, wachtwoord=GEHEIM).pad)
    pad = map_ / "regio.xlsx"
    pad.write_bytes(inhoud)
    return pad


def test_libreoffice_opens_it_with_the_password(kantoor: Kantoor, beveiligd: Path, tmp_path: Path) -> None:
    """And what it then saves holds every answer."""
    kantoor.do([Werk(beveiligd, xlsx=tmp_path / "open.xlsx", wachtwoord=GEHEIM)])

    assert read_regiowerkboek(tmp_path / "open.xlsx").matrix == read_regiowerkboek(REGIO).matrix


@pytest.mark.parametrize("wachtwoord", ["", "Geheim-van-een-ander"])
def test_libreoffice_does_not_open_it_without(
    kantoor: Kantoor, beveiligd: Path, tmp_path: Path, wachtwoord: str
) -> None:
    """Nobody is there to type one, so it gives up."""
    with pytest.raises(RuntimeError, match="mislukt bij stap"):
        kantoor.do([Werk(beveiligd, xlsx=tmp_path / "open.xlsx", wachtwoord=wachtwoord)])

    assert not (tmp_path / "open.xlsx").exists()
