import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from actieplan_xl.reading.regiowerkboek import read_regiowerkboek
from actieplan_xl.versie import VERSIE
from cli.kleinplan import ALLES, Invullen, Run


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    resultaat = run()

    assert resultaat.exit_code == 0
    assert resultaat.stdout == run("--help").stdout
    assert "samenvoegen" in resultaat.stdout


def test_version_is_that_of_the_library(run: Run) -> None:
    assert run("--version").stdout == f"actieplan {VERSIE}\n"


def test_python_m_runs_the_same_command_line() -> None:
    resultaat = subprocess.run(
        [sys.executable, "-m", "actieplan_xl", "--version"], capture_output=True, text=True, check=False
    )

    assert (resultaat.returncode, resultaat.stdout, resultaat.stderr) == (0, f"actieplan {VERSIE}\n", "")


def test_help_loads_nothing_that_takes_time() -> None:
    vraag = (
        "import sys, contextlib\nfrom actieplan_xl.cli import main\n"
        "with contextlib.suppress(SystemExit): main(['samenvoegen', '--help'])\n"
        "print([n for n in ('pandas', 'openpyxl', 'xlsxwriter', 'actieplan_xl.tasks') if n in sys.modules])"
    )

    resultaat = subprocess.run([sys.executable, "-c", vraag], capture_output=True, text=True, check=True)

    assert resultaat.stdout.endswith("[]\n")


@pytest.fixture
def sjablonen(tmp_path: Path, planwerkboek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    map_ = tmp_path / "sjablonen"
    map_.mkdir()
    (map_ / "leeg-actieplan.xlsx").write_bytes(b"leeg")
    (map_ / "voorbeeld.xlsx").write_bytes(planwerkboek.read_bytes())
    monkeypatch.setattr("importlib.resources.files", lambda _: map_)


@pytest.mark.usefixtures("sjablonen")
def test_nieuw_writes_an_empty_plan_and_says_what_is_next(run: Run, tmp_path: Path) -> None:
    resultaat = run("nieuw", "mijn plan")

    assert resultaat.exit_code == 0
    assert (tmp_path / "mijn plan.xlsx").read_bytes() == b"leeg"
    assert 'actieplan uitvragen "mijn plan.xlsx" --naar' in resultaat.stdout


@pytest.mark.usefixtures("sjablonen")
def test_nieuw_takes_a_shipped_example_and_names_them_when_asked_for_another(run: Run, tmp_path: Path) -> None:
    assert run("nieuw", "a.xlsx", "--voorbeeld", "voorbeeld").exit_code == 0
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "plan.xlsx").read_bytes()

    resultaat = run("nieuw", "b.xlsx", "--voorbeeld", "toon")

    assert resultaat.exit_code == 2
    assert "Kies uit: leeg-actieplan, voorbeeld." in resultaat.stderr
    assert not (tmp_path / "b.xlsx").exists()


@pytest.mark.usefixtures("sjablonen")
def test_nieuw_replaces_only_when_asked(run: Run, planwerkboek: Path) -> None:
    was = planwerkboek.read_bytes()

    geweigerd = run("nieuw", planwerkboek)

    assert geweigerd.exit_code == 2
    assert "bestaat al" in geweigerd.stderr
    assert planwerkboek.read_bytes() == was
    assert run("nieuw", planwerkboek, "--overschrijven").exit_code == 0
    assert planwerkboek.read_bytes() == b"leeg"


def test_uitvragen_makes_an_invulblad_per_gemeente(run: Run, planwerkboek: Path, tmp_path: Path) -> None:
    resultaat = run("uitvragen", planwerkboek, "--naar", "uit")

    namen = [f"Invulblad Actieplan 2019 - {naam}.xlsx" for naam in ("Boekel", "Cuijk", "Grave")]
    assert resultaat.exit_code == 0
    assert sorted(pad.name for pad in (tmp_path / "uit").iterdir()) == namen
    assert "3 invulbladen staan in uit:" in resultaat.stdout
    assert all(naam in resultaat.stdout for naam in namen)


def test_uitvragen_from_a_file_that_is_no_plan_stops_with_a_remedy(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.xlsx").write_bytes(b"geachte heer")

    resultaat = run("uitvragen", "brief.xlsx", "--naar", "uit")

    assert resultaat.exit_code == 2
    assert resultaat.stdout == ""
    assert "brief.xlsx: dit is een tekstbestand (CSV), geen Excel-werkmap." in resultaat.stderr
    assert not (tmp_path / "uit").exists()


def test_controleren_is_content_when_all_is_in(run: Run, compleet: Path) -> None:
    resultaat = run("controleren", compleet)

    assert (resultaat.exit_code, resultaat.stderr) == (0, "")
    assert "9 van 9 antwoorden binnen, niets ontbreekt." in resultaat.stdout
    assert "Je kunt samenvoegen." in resultaat.stdout


def test_controleren_gives_1_and_a_sentence_when_answers_lack(run: Run, met_gaten: Path, tmp_path: Path) -> None:
    resultaat = run("controleren", met_gaten)

    assert resultaat.exit_code == 1
    zin = " ".join(resultaat.stderr.split())
    assert zin.startswith("Er is nog iets te doen: 5 antwoorden ontbreken en 1 melding vraagt aandacht (1 × fout).")
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["retour"]


def test_controleren_of_an_empty_folder_is_not_done(run: Run, planwerkboek: Path, retour: Path) -> None:
    resultaat = run("controleren", retour, "--plan", planwerkboek)

    assert resultaat.exit_code == 2
    assert "Geen enkel bruikbaar invulblad gevonden." in resultaat.stderr


def test_a_path_that_is_not_there_is_told_by_name(run: Run) -> None:
    resultaat = run("controleren", "weg")

    assert resultaat.exit_code == 2
    assert resultaat.stderr == (
        "weg: dit bestand of deze map is er niet. Kijk of de naam en de map kloppen.\n[BESTAND_NIET_GEVONDEN]\n"
    )


def test_whose_file_it_is_can_be_said_by_hand(run: Run, planwerkboek: Path, invullen: Invullen, retour: Path) -> None:
    invullen("Cuijk", ALLES).rename(retour / "scan 3.xlsx")

    resultaat = run("controleren", retour, "--plan", planwerkboek, "--gemeente", "Boekel=retour/scan 3.xlsx")

    assert "Nog geen bestand van: Cuijk en Grave." in resultaat.stdout
    assert "Compleet: Boekel." in resultaat.stdout


def test_samenvoegen_writes_the_regiowerkboek_and_oranje_is_an_ordinary_outcome(
    run: Run, invullen: Invullen, retour: Path, tmp_path: Path
) -> None:
    invullen("Cuijk", ALLES)

    resultaat = run("samenvoegen", retour)

    assert (resultaat.exit_code, resultaat.stderr) == (0, "")
    assert "Regiowerkboek Actieplan 2019.xlsx" in resultaat.stdout
    regio = read_regiowerkboek(tmp_path / "Regiowerkboek Actieplan 2019.xlsx")
    assert len(regio.matrix.oranje) == 6


def test_strikt_gives_1_when_something_is_oranje_and_writes_all_the_same(
    run: Run, invullen: Invullen, retour: Path, tmp_path: Path
) -> None:
    invullen("Cuijk", ALLES)

    resultaat = run("samenvoegen", retour, "--strikt", "--naar", "regio")

    assert resultaat.exit_code == 1
    assert "6 antwoorden ontbreken nog. Vraag erom" in resultaat.stderr
    assert (tmp_path / "regio.xlsx").exists()


def test_strikt_is_content_when_all_is_in(run: Run, compleet: Path) -> None:
    assert run("samenvoegen", compleet, "--strikt").exit_code == 0


def test_samenvoegen_gives_1_for_a_fout(run: Run, met_gaten: Path) -> None:
    resultaat = run("samenvoegen", met_gaten)

    assert resultaat.exit_code == 1
    assert resultaat.stderr == (
        "Het regiowerkboek is gemaakt, met 1 fout. Kijk op het werkblad Bevindingen wat\nje doet.\n"
    )


def test_samenvoegen_replaces_only_when_asked(run: Run, compleet: Path, tmp_path: Path) -> None:
    (tmp_path / "regio.xlsx").write_bytes(b"van vorig jaar")

    geweigerd = run("samenvoegen", compleet, "--naar", "regio.xlsx")

    assert geweigerd.exit_code == 2
    assert "--overschrijven" in geweigerd.stderr
    assert (tmp_path / "regio.xlsx").read_bytes() == b"van vorig jaar"
    assert run("samenvoegen", compleet, "--naar", "regio.xlsx", "--overschrijven").exit_code == 0
    assert read_regiowerkboek(tmp_path / "regio.xlsx").matrix.oranje == ()


@pytest.mark.parametrize("datum", ["2019-08-15", "15-8-2019", "15 augustus 2019"])
def test_peildatum_is_read_the_way_people_write_it(run: Run, compleet: Path, tmp_path: Path, datum: str) -> None:
    resultaat = run("samenvoegen", compleet, "--peildatum", datum)

    assert resultaat.exit_code == 0
    assert "Stand per 15 augustus 2019" in resultaat.stdout
    plan = read_regiowerkboek(tmp_path / "Regiowerkboek Actieplan 2019.xlsx").matrix.plan
    assert plan.gegevens.peildatum == "2019-08-15"


def test_samenvoegen_says_in_one_line_what_changed_since_the_previous_one(
    run: Run, invullen: Invullen, compleet: Path
) -> None:
    """And in JSON for a program; without --vorige that is null."""
    assert json.loads(run("samenvoegen", compleet, "--naar", "mei", "--json").stdout)["wijzigingen"] is None
    invullen("Boekel", {"1.1.1": "gepland"})
    beide = ("samenvoegen", compleet, "--vorige", "mei.xlsx", "--naar", "nov", "--peildatum", "1-11-2019")

    resultaat = run(*beide)
    wijzigingen = json.loads(run(*beide, "--overschrijven", "--json").stdout)["wijzigingen"]

    assert resultaat.exit_code == 0
    assert "Sinds 1 juni 2019: 1 andere status, 2 oranje geworden." in resultaat.stdout
    assert [(w["soort"], w["nr"]) for w in wijzigingen["antwoorden"]] == [
        ("andere status", "1.1.1"),
        ("oranje geworden", "1.1.2"),
        ("oranje geworden", "1.2.1"),
    ]
    assert wijzigingen["antwoorden"][0]["is"] == {
        "gemeente": "Boekel",
        "status": "gepland",
        "planning": "najaar 2019",
    }


def test_a_previous_workbook_that_is_none_is_refused_with_what_to_give(
    run: Run, compleet: Path, planwerkboek: Path
) -> None:
    """Nothing is written then."""
    resultaat = run("samenvoegen", compleet, "--vorige", planwerkboek, "--naar", "nov")

    assert resultaat.exit_code == 2
    assert "dit is geen regiowerkboek. Geef het regiowerkboek (.xlsx) dat" in " ".join(resultaat.stderr.split())
    assert not Path("nov.xlsx").exists()


@pytest.mark.parametrize("datum", ["gisteren", "31-2-2019", "op 1-6-2019 of later"])
def test_a_peildatum_that_is_no_date_is_refused_with_an_example(run: Run, compleet: Path, datum: str) -> None:
    resultaat = run("samenvoegen", compleet, "--peildatum", datum)

    assert resultaat.exit_code == 2
    assert f"'{datum}' is geen datum. Schrijf bijvoorbeeld 1-6-2019" in resultaat.stderr


def test_naar_with_another_extension_is_refused(run: Run, compleet: Path) -> None:
    resultaat = run("samenvoegen", compleet, "--naar", "regio.ods")

    assert resultaat.exit_code == 2
    assert "Kies een naam zoals 'regio.xlsx'." in resultaat.stderr


def test_a_zip_gives_the_same_workbook_as_its_folder(run: Run, compleet: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "retour.zip", "w") as zip_:
        for pad in compleet.iterdir():
            zip_.write(pad, pad.name)

    resultaat = run("samenvoegen", "retour.zip")

    assert resultaat.exit_code == 0
    assert "9 van 9 antwoorden binnen" in resultaat.stdout


def test_tonen_shows_the_matrix_of_what_was_merged(run: Run, met_gaten: Path) -> None:
    run("samenvoegen", met_gaten)

    resultaat = run("tonen", "Regiowerkboek Actieplan 2019.xlsx")

    assert resultaat.exit_code == 0
    assert "Verstevigen van de weerbaarheid" in resultaat.stdout
    assert "niet nader bepaald" in resultaat.stdout
    assert "\x1b" not in resultaat.stdout


def test_tonen_of_an_invulblad_shows_only_its_own_kolom(run: Run, invullen: Invullen) -> None:
    uitvoer = run("tonen", invullen("Boekel", ALLES)).stdout

    assert "Boekel" in uitvoer
    assert "CGM" not in uitvoer
