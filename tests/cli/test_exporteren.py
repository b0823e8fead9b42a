"""`actieplan exporteren`: what it says, what it leaves behind and with which code it ends."""

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from actieplan_xl import export
from actieplan_xl.domain.errors import GebruikError
from actieplan_xl.domain.invulling import Communicatiemoment
from actieplan_xl.domain.plan import Plan
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from actieplan_xl.rules.samenvoeging import merge
from actieplan_xl.sending import kantoor
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek
from cli.kleinplan import ALLES, Invullen, Run

Regio = Callable[..., Path]


@pytest.fixture
def regio(plan: Plan, tmp_path: Path) -> Regio:
    """Make `regio.xlsx` of one gemeente that sent these moments; the others sent nothing."""

    def make(*momenten: Communicatiemoment) -> Path:
        boekel = plan.gemeenten[-1]
        antwoorden = {nr: Antwoord("gepland", "=2019") for nr in ALLES}
        map_ = tmp_path / "in"
        map_.mkdir()
        (map_ / "Boekel.xlsx").write_bytes(build_invulblad(plan, boekel, {}, Vulling(antwoorden, (), momenten)))
        pad = tmp_path / "regio.xlsx"
        pad.write_bytes(build_regiowerkboek(merge(plan, read_inzendingen([map_], Vraag(plan)))))
        return pad

    return make


def test_exporteren_writes_the_file_and_says_where(run: Run, regio: Regio, tmp_path: Path) -> None:
    """An ending that is left out is put behind it."""
    regio()

    resultaat = run("exporteren", "regio.xlsx", "--als", "CSV", "--naar", "gegevens")

    assert (resultaat.exit_code, resultaat.stdout, resultaat.stderr) == (0, "Gemaakt: gegevens.csv\n", "")
    with (tmp_path / "gegevens.csv").open(encoding="utf-8-sig", newline="") as stroom:
        rijen = list(csv.DictReader(stroom, delimiter=";"))
    assert len(rijen) == 9
    assert {rij["planning"] for rij in rijen if rij["gemeente"] == "Boekel"} == {"'=2019"}


def test_exporteren_as_json_holds_what_was_answered(run: Run, regio: Regio, tmp_path: Path) -> None:
    """The planning is what the gemeente typed, without an apostrophe."""
    regio()

    assert run("exporteren", "regio.xlsx", "--als", "json", "--naar", "regio.json").exit_code == 0
    gegevens = json.loads((tmp_path / "regio.json").read_text("utf-8"))["gegevens"]
    assert {rij["planning"] for rij in gegevens if rij["gemeente"] == "Boekel"} == {"=2019"}


def test_a_moment_that_is_not_in_the_ics_is_told_and_gives_1(run: Run, regio: Regio, tmp_path: Path) -> None:
    """The file is made, the sentence says which moment and what to do."""
    regio(Communicatiemoment("Boekel", "12-3-2019", "Avond"), Communicatiemoment("Boekel", "mei 2019", "Brief"))

    resultaat = run("exporteren", "regio.xlsx", "--als", "ics", "--naar", "kalender.ics")

    assert resultaat.exit_code == 1
    zin = " ".join(resultaat.stdout.split())
    assert "Boekel.xlsx › Communicatie › B" in zin
    assert (
        "'Brief' staat niet in de agenda: 'mei 2019' is geen dag. Zet op de Communicatiekalender bij Datum dag" in zin
    )
    assert " ".join(resultaat.stderr.split()).startswith("kalender.ics is gemaakt; 1 melding vraagt aandacht")
    assert (tmp_path / "kalender.ics").read_text("utf-8").count("BEGIN:VEVENT") == 1


@pytest.mark.parametrize("datums", [(), ("voorjaar",)])
def test_without_a_single_day_there_is_no_ics(run: Run, regio: Regio, tmp_path: Path, datums: tuple[str, ...]) -> None:
    """An agenda without anything in it is no calendar; nothing is written."""
    regio(*(Communicatiemoment("Boekel", datum, "Brief") for datum in datums))

    resultaat = run("exporteren", "regio.xlsx", "--als", "ics", "--naar", "kalender.ics")

    assert resultaat.exit_code == 2
    assert "er is geen agenda gemaakt: er is geen enkel communicatiemoment" in " ".join(resultaat.stderr.split())
    assert not (tmp_path / "kalender.ics").exists()


def test_exporteren_replaces_only_when_asked_and_never_its_input(run: Run, regio: Regio, tmp_path: Path) -> None:
    """What stands there stays, whole."""
    was = regio().read_bytes()
    (tmp_path / "a.csv").write_bytes(b"van vorig jaar")
    (tmp_path / "regio.csv").hardlink_to(tmp_path / "regio.xlsx")

    geweigerd = run("exporteren", "regio.xlsx", "--als", "csv", "--naar", "a.csv")
    invoer = run("exporteren", "regio.xlsx", "--als", "csv", "--naar", "regio.csv", "--overschrijven")

    assert (geweigerd.exit_code, invoer.exit_code) == (2, 2)
    assert "--overschrijven" in geweigerd.stderr
    assert "ook invoer" in invoer.stderr
    assert (tmp_path / "a.csv").read_bytes() == b"van vorig jaar"
    assert (tmp_path / "regio.xlsx").read_bytes() == was
    assert run("exporteren", "regio.xlsx", "--als", "csv", "--naar", "a.csv", "--overschrijven").exit_code == 0


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (["--als", "csv", "--naar", "Rapport 1.2"], "eindigt niet op .csv. Kies een naam zoals 'Rapport 1.2.csv'."),
        (["--als", "pdf", "--naar", "a.ods"], "'a.ods' eindigt niet op .pdf. Kies een naam zoals 'a.pdf'."),
        (["--als", "csv", "--naar", "a.csv", "--papier", "a3"], "Papier kiezen kan alleen bij een pdf"),
        (["--als", "doc", "--naar", "a.doc"], "is niet een van 'csv', 'ods', 'json', 'parquet', 'ics', 'pdf'"),
        (["--als", "pdf", "--naar", "a.pdf", "--papier", "a5"], "is niet een van 'a3', 'a4'"),
    ],
)
def test_a_request_that_makes_no_sense_is_refused(
    run: Run, regio: Regio, tmp_path: Path, woorden: list[str], zin: str
) -> None:
    """Before anything is read or made, with what would do."""
    regio()

    resultaat = run("exporteren", "regio.xlsx", *woorden)

    assert resultaat.exit_code == 2
    assert zin in " ".join(resultaat.stderr.split())
    assert not (tmp_path / woorden[3]).exists()


def test_a_workbook_that_is_no_regiowerkboek_is_refused(run: Run, planwerkboek: Path, invullen: Invullen) -> None:
    """Neither a plan nor an invulblad has Gegevens."""
    for pad in (planwerkboek, invullen("Boekel", ALLES)):
        resultaat = run("exporteren", pad, "--als", "csv", "--naar", "a.csv")

        assert resultaat.exit_code == 2
        assert resultaat.stderr
        assert not Path("a.csv").exists()


@pytest.mark.parametrize("als", ["pdf", "ods"])
def test_without_libreoffice_it_says_so_and_leaves_nothing(
    run: Run, regio: Regio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, als: str
) -> None:
    """One sentence, with where to get it."""
    regio()
    monkeypatch.setattr(kantoor, "find_libreoffice", lambda: None)

    resultaat = run("exporteren", "regio.xlsx", "--als", als, "--naar", f"a.{als}")

    assert resultaat.exit_code == 2
    assert f"regio.xlsx: voor {als} is LibreOffice nodig" in " ".join(resultaat.stderr.split())
    assert not (tmp_path / f"a.{als}").exists()


def test_without_pyarrow_parquet_says_what_to_install(run: Run, regio: Regio, monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named as it is typed."""
    regio()
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    resultaat = run("exporteren", "regio.xlsx", "--als", "parquet", "--naar", "a.parquet")

    assert resultaat.exit_code == 2
    assert "pip install 'actieplan_xl[parquet]'" in " ".join(resultaat.stderr.split())


@pytest.mark.filterwarnings("ignore:.*extension is not supported")  # openpyxl says what it will not keep
def test_what_was_changed_by_hand_in_the_matrix_is_told(run: Run, regio: Regio, tmp_path: Path) -> None:
    """The CSV follows Gegevens; who changed the matrix hears that."""
    boek = openpyxl.load_workbook(io.BytesIO(regio().read_bytes()))
    cel = next(c for rij in boek["Actieplan"].iter_rows() for c in rij if c.value == "=2019")
    cel.value, cel.data_type = "2025", "s"
    boek.save(tmp_path / "regio.xlsx")

    resultaat = run("exporteren", "regio.xlsx", "--als", "csv", "--naar", "a.csv")

    assert resultaat.exit_code == 1
    assert "[MATRIX_AANGEPAST]" in resultaat.stdout
    assert (tmp_path / "a.csv").exists()


def test_export_is_there_for_programs(regio: Regio, tmp_path: Path) -> None:
    """In Python the same, from what is open for reading too; nothing but our own errors."""
    with regio().open("rb") as stroom:
        gemaakt = export(stroom, "json", tmp_path / "a.json")

    assert gemaakt.pad == tmp_path / "a.json"
    with pytest.raises(GebruikError, match=r"'doc' kan niet\. Kies uit: csv, ods, json, parquet, ics en pdf"):
        export(tmp_path / "regio.xlsx", "doc", tmp_path / "a.doc")  # type: ignore[arg-type]
    with pytest.raises(GebruikError, match="Papier 'a5' kan niet"):
        export(tmp_path / "regio.xlsx", "pdf", tmp_path / "a.pdf", papier="a5")  # type: ignore[arg-type]
