import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from cli.kleinplan import ALLES, Invullen, Run
from cli.test_correcties import GEBELD, note

DOCS = Path(__file__).parents[2] / "docs" / "json.md"


def test_controleren_gives_json_and_nothing_else_on_stdout(run: Run, met_gaten: Path) -> None:
    resultaat = run("controleren", met_gaten, "--json")

    inhoud = json.loads(resultaat.stdout)
    assert resultaat.exit_code == 1
    assert resultaat.stderr.startswith("Er is nog iets te doen")
    assert inhoud["formaat"] == 1
    assert inhoud["geschreven"] is None
    assert inhoud["plan"] == {
        "naam": "Actieplan 2019",
        "jaar": "2019",
        "regio": "Maas en Leijgraaf",
        "peildatum": "2019-06-01",
    }
    assert inhoud["antwoorden"] == {"gevraagd": 9, "beantwoord": 4}


def test_json_says_per_gemeente_what_is_open_and_why(run: Run, met_gaten: Path) -> None:
    cuijk, grave, boekel = json.loads(run("controleren", met_gaten, "--json").stdout)["gemeenten"]

    assert cuijk["open"] == [] and cuijk["reden"] is None
    assert grave == {
        "gemeente": "Grave",
        "kolom": "CGM",
        "gevraagd": 3,
        "beantwoord": 1,
        "open": ["1.1.2", "1.2.1"],
        "reden": None,
    }
    assert (boekel["beantwoord"], boekel["reden"]) == (0, "geen bestand")


def test_json_names_each_file_and_each_finding(run: Run, met_gaten: Path) -> None:
    inhoud = json.loads(run("controleren", met_gaten, "--json").stdout)

    assert [(b["bestand"], b["gebruikt"], b["gemeenten"]) for b in inhoud["bestanden"]] == [
        ("Cuijk.xlsx", True, ["Cuijk"]),
        ("Grave.xlsx", True, ["Grave"]),
    ]
    assert all(re.fullmatch("[0-9a-f]{64}", b["sha256"]) for b in inhoud["bestanden"])
    eerste = inhoud["bevindingen"][0]
    assert (eerste["ernst"], eerste["code"], eerste["bestand"]) == ("fout", "STATUS_ONBEKEND", "Grave.xlsx")
    assert eerste["wat te doen"] == "Kies uit de lijst; bedoel je 'voltooid'?"


def test_samenvoegen_says_in_json_what_it_wrote_without_the_folder(run: Run, compleet: Path, tmp_path: Path) -> None:
    resultaat = run("samenvoegen", compleet, "--naar", tmp_path / "regio.xlsx", "--json")

    assert resultaat.exit_code == 0
    assert json.loads(resultaat.stdout)["geschreven"] == "regio.xlsx"
    assert str(tmp_path) not in resultaat.stdout


def test_json_keeps_every_character_on_an_old_console(met_gaten: Path) -> None:
    (met_gaten / "Grave.xlsx").rename(met_gaten / "Gråve → Ω.xlsx")
    omgeving = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    opdracht = [sys.executable, "-m", "actieplan_xl", "controleren", str(met_gaten), "--json"]

    uitvoer = subprocess.run(opdracht, capture_output=True, env=omgeving, check=False).stdout

    assert json.loads(uitvoer)["bestanden"][1]["bestand"] == "Gråve → Ω.xlsx"


def test_every_field_is_documented_and_the_example_has_the_same_fields(
    run: Run, met_gaten: Path, invullen: Invullen
) -> None:
    def fields(waarde: Any) -> set[str]:
        if isinstance(waarde, list):
            return set().union(*(fields(deel) for deel in waarde))
        if isinstance(waarde, dict):
            return set(waarde).union(*(fields(deel) for deel in waarde.values()))
        return set()

    echt = fields(json.loads(run("controleren", met_gaten, "--retour", "terug", "--json").stdout))
    run("samenvoegen", met_gaten, "--naar", "vorige")
    (met_gaten / "Grave.xlsx").unlink()
    note(met_gaten / "Correcties.xlsx", GEBELD)
    invullen("Boekel", ALLES)
    met_vorige = ("--vorige", "vorige.xlsx", "--naar", "nu", "--json")
    echt |= fields(json.loads(run("samenvoegen", met_gaten, *met_vorige).stdout))
    tekst = DOCS.read_text("utf-8")
    voorbeeld = re.search(r"```json\n(.*?)```", tekst, re.DOTALL)
    tabel = set(re.findall(r"[\w ]+(?=`)", tekst.partition("## De velden")[2]))

    assert voorbeeld is not None
    assert fields(json.loads(voorbeeld[1])) == echt
    assert echt - tabel == set()
