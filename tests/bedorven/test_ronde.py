"""Eight files, each spoilt in another way and one of them unreadable: each answer that was typed can be found in the
regiowerkboek, and each finding leads to its cell."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from writing.dump import load
from writing.voorbeeld import INGEVULD

from actieplan_xl import tasks
from actieplan_xl.domain.adres import parse_adres
from actieplan_xl.domain.bevinding import Bevinding
from actieplan_xl.domain.status import Reden
from actieplan_xl.reading.werkboek.bestand import Bestand, open_bestand
from actieplan_xl.reading.werkboek.boek import Werkboek
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.tasks import Uitkomst
from actieplan_xl.writing.planwerkboek import build_planwerkboek
from bedorven.ronde import EXTRA, SPOILERS, answer_rows, marked_cells, marks


@pytest.fixture(scope="module")
def ronde(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with what came in, and the plan beside it."""
    map_ = tmp_path_factory.mktemp("bedorven")
    (map_ / "binnen").mkdir()
    for bederf in SPOILERS.values():
        bederf(map_ / "binnen")
    plan = tasks.check([INGEVULD]).plan
    (map_ / "plan.xlsx").write_bytes(build_planwerkboek(plan))
    return map_


@pytest.fixture(scope="module")
def uitkomst(ronde: Path) -> Uitkomst:
    return tasks.merge_files([ronde / "binnen"], ronde / "plan.xlsx", ronde / "regio.xlsx", "2019-06-01")


def typed_marks() -> set[str]:
    """Every mark that somebody typed, and that can be read; what came twice in one cell was written over."""
    alle = {
        m for gemeente in SPOILERS if gemeente != "Grave" for t in marked_cells(gemeente).values() for m in marks(t)
    }
    landerd, uden = answer_rows(marked_cells("Landerd")), answer_rows(marked_cells("Uden"))
    overgetypt = {f"merk-landerd-{landerd[2]}p", f"merk-uden-{uden[3]}p"}
    return (alle | EXTRA) - overgetypt


def test_each_answer_that_was_typed_can_be_found(ronde: Path, uitkomst: Uitkomst) -> None:
    boek = load((ronde / "regio.xlsx").read_bytes(), data_only=True)
    teksten = {str(cel.value) for blad in boek.worksheets for rij in blad.iter_rows() for cel in rij if cel.value}

    gevonden = {merk for tekst in teksten for merk in marks(tekst)}

    assert len(typed_marks()) > 100
    assert typed_marks() - gevonden == set()


def test_the_one_that_cannot_be_read_is_orange_and_the_rest_is_not(uitkomst: Uitkomst) -> None:
    redenen = {g: {i.reden for i in uitkomst.matrix.invullingen if i.gemeente == g} for g in SPOILERS}

    assert redenen.pop("Grave") == {Reden.ONLEESBAAR}
    assert {g for g, r in redenen.items() if r & {Reden.ONLEESBAAR, Reden.GEEN_BESTAND}} == set()


def test_each_finding_leads_to_its_cell(ronde: Path, uitkomst: Uitkomst) -> None:
    boeken = dict(open_all(ronde / "binnen"))
    met_cel = [b for b in uitkomst.bevindingen if b.plek.cel]

    assert len(met_cel) > 20
    assert [str(b) for b in met_cel if not leads_there(b, boeken)] == []


def test_every_file_is_spoilt_in_a_way_of_its_own(uitkomst: Uitkomst) -> None:
    per_gemeente = {g: frozenset(b.code for b in uitkomst.bevindingen if b.gemeente == g) for g in SPOILERS}

    assert len(set(per_gemeente.values())) == len(SPOILERS)


def test_the_command_ends_with_one_and_says_what_is_to_be_done(ronde: Path) -> None:
    klaar = subprocess.run(
        [sys.executable, "-m", "actieplan_xl", "controleren", "binnen", "--plan", "plan.xlsx"],
        cwd=ronde,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert (klaar.returncode, klaar.stderr.count("Traceback")) == (1, 0)
    assert "niet compleet binnengekomen" in klaar.stdout
    assert max(map(len, klaar.stdout.splitlines())) <= 80


def open_all(map_: Path) -> list[tuple[str, Werkboek]]:
    """Open everything that can be opened, by the name under which it is spoken of."""
    boeken = []
    for pad in sorted(map_.rglob("*")):
        if pad.suffix == ".zip":
            with zipfile.ZipFile(pad) as archief:
                boeken += [(Path(n).name, open_werkboek(Bestand(n, archief.read(n)))) for n in archief.namelist()]
        elif pad.is_file() and "Grave" not in pad.name:
            boeken.append((pad.name, open_werkboek(open_bestand(pad))))
    return boeken


def leads_there(bevinding: Bevinding, boeken: dict[str, Werkboek]) -> bool:
    """Whether the file, the sheet and the cell of a finding are there: with something in it, or on the row of its actie
    where what it says is that nothing is."""
    plek = bevinding.plek
    sheet = boeken[plek.bestand].find_sheet(plek.blad) if plek.bestand in boeken else None
    plaats = parse_adres(plek.cel)
    if sheet is None or plaats is None:
        return False
    return bool(sheet.text(*plaats)) or bevinding.nr in {sheet.text(plaats[0], kolom) for kolom in range(1, 8)} - {""}
