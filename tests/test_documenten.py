"""What the documents say is there: commands, links, pictures, code that runs."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from actieplan_xl.cli import main
from actieplan_xl.domain.codes import Code

WORTEL = Path(__file__).parent.parent
DOCUMENTEN = [WORTEL / "README.md", WORTEL / "CONTRIBUTING.md", *sorted((WORTEL / "docs").glob("*.md"))]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#]+)[^)]*\)")
OPDRACHT = re.compile(r"actieplan ([a-z]+)\b")


def read(naam: str) -> str:
    return (WORTEL / naam).read_text(encoding="utf-8")


@pytest.mark.parametrize("opdracht", sorted(main.commands))
def test_every_command_stands_in_the_readme_and_in_the_handleiding(opdracht):
    assert f"actieplan {opdracht}" in read("README.md")
    assert f"actieplan {opdracht}" in read("docs/handleiding.md")


def test_documents_name_no_command_that_is_not_there():
    genoemd = {woord for pad in DOCUMENTEN for woord in OPDRACHT.findall(pad.read_text(encoding="utf-8"))}

    assert genoemd
    assert genoemd <= set(main.commands)


@pytest.mark.parametrize("pad", DOCUMENTEN, ids=lambda pad: pad.name)
def test_links_and_pictures_exist(pad):
    doelen = [doel for doel in LINK.findall(pad.read_text(encoding="utf-8")) if "://" not in doel]

    assert [doel for doel in doelen if not (pad.parent / doel).exists()] == []


def test_every_picture_is_shown_somewhere():
    tekst = "".join(pad.read_text(encoding="utf-8") for pad in DOCUMENTEN)

    assert [beeld.name for beeld in (WORTEL / "docs" / "beeld").glob("*.png") if beeld.name not in tekst] == []


def test_finding_codes_in_documents_exist():
    gevonden = {code for pad in DOCUMENTEN for code in re.findall(r"\[([A-Z]+_[A-Z_]+)\]", pad.read_text("utf-8"))}

    assert gevonden
    assert gevonden <= {code.value for code in Code}


def test_the_python_of_the_readme_runs(tmp_path):
    (blok,) = re.findall(r"```python\n(.*?)```", read("README.md"), flags=re.DOTALL)
    for map_ in ("templates", "examples"):
        (tmp_path / map_).symlink_to(WORTEL / map_)

    klaar = subprocess.run(
        [sys.executable, "-c", blok], cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False
    )

    assert klaar.returncode == 0, klaar.stderr
    assert klaar.stdout.count("[GEEN_ANTWOORD]") == 16
    assert (tmp_path / "regio.xlsx").stat().st_size > 10_000


def test_the_two_commands_stand_in_the_readme_as_ci_expects_them():
    regels = read("README.md").splitlines()

    assert sum(regel.startswith("python3 -m venv .venv") for regel in regels) == 2
    assert any(regel.endswith("&& .venv/bin/pytest") for regel in regels)
    assert any(regel.endswith("samenvoegen examples/maas-en-leijgraaf-2019/ingevuld") for regel in regels)


def test_the_glossary_knows_every_noun_of_the_domain():
    bekend = set(re.findall(r"`(\w+)`", read("docs/woordenlijst.md")))
    klassen = {
        naam
        for map_ in ("domain", "reading", "rules")
        for pad in (WORTEL / "actieplan_xl" / map_).rglob("*.py")
        for naam in re.findall(r"^class ([A-Z]\w+)", pad.read_text(encoding="utf-8"), flags=re.MULTILINE)
    }
    machinerie = {
        "Cell", "Sheet", "SheetInhoud", "Package", "Werkboek", "Relatie", "Soort", "Stijlen", "Datum", "Bladen",
        "Koppen", "Verf", "Statuswoord", "Kleur", "Status", "Code", "ActieplanError", "PlanError", "BestandError",
        "GebruikError", "Plangegevens", "Matrixcel", "Gelezen", "Regel", "Veld", "Verborgen", "Opmerking", "Kop",
        "Vraag", "Element", "Lezer", "Ole", "Record", "Vlak", "Bladbron", "Ruwecel", "Verzamelaar", "Platblad",
        "Platteksten", "OdsLezer", "OdsStijlen", "OdsTabel", "Gedeeld", "VerzendError",
        "Aanhangzoeker",
    }  # fmt: skip

    assert klassen - bekend - machinerie == set()
