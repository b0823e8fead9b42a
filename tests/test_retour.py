"""`controleren --retour MAP`: for everyone who has something to mend a workbook to send back, all of them or none."""

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from tekenen import Cel, draw_invulblad, pack

from actieplan_xl import tasks
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError, GebruikError
from actieplan_xl.domain.invulling import Invulling, Stand
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import Status
from actieplan_xl.reading.inzending import read_invulblad
from actieplan_xl.rules.samenvoeging import merge
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad
from actieplan_xl.writing.planwerkboek import build_planwerkboek
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek

NRS = ("1.1.1", "1.1.2", "1.2.1", "2.1.1")
Zet = Callable[..., Path]


@pytest.fixture(autouse=True)
def netjes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Nothing is printed, and no temporary file is left."""
    monkeypatch.chdir(tmp_path)
    gezegd = io.StringIO()
    with redirect_stdout(gezegd):
        yield
    assert gezegd.getvalue() == ""
    assert list(tmp_path.rglob(".actieplan-*")) == []


@pytest.fixture
def zet(plan: Plan, tmp_path: Path) -> Zet:
    """Put the invulblad of a gemeente in a folder, everything done but for the numbers that are given."""

    def put(naam: str, bestand: str = "", dag: int = 1, voor_kolom: bool = False, **anders: str) -> Path:
        antwoorden = dict.fromkeys(NRS, Antwoord("voltooid", "2018"))
        antwoorden |= {".".join(nr[1:]): Antwoord(status) for nr, status in anders.items()}
        gemeente = plan.find_gemeenten(naam)[0]
        vulling = Vulling(antwoorden, voor_kolom=voor_kolom)
        pad = tmp_path / "binnen" / (bestand or f"{naam}.xlsx")
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(build_invulblad(plan, gemeente, None, vulling, opgeslagen=datetime(2019, 5, dag)))
        return pad

    return put


@pytest.fixture
def binnen(zet: Zet) -> Path:
    """A folder with what came back: Cuijk and Uden are done, Grave and Boekel are not."""
    zet("Cuijk")
    zet("Uden")
    zet("Grave", n111="bijna klar", n112="")
    return zet("Boekel", n121="").parent


def name(wie: str) -> str:
    return f"Retour Actieplan 2019 - {wie}.xlsx"


def names(map_: Path) -> list[str]:
    return sorted(pad.name for pad in map_.iterdir())


def contents(map_: Path) -> dict[str, bytes]:
    return {str(pad.relative_to(map_)): pad.read_bytes() for pad in map_.rglob("*") if pad.is_file()}


def first_sentence(pad: Path) -> str:
    return str(openpyxl.load_workbook(pad)["Te herstellen"]["A3"].value)


def answers(pad: Path) -> dict[str, tuple[object, ...]]:
    return {nr: invulling.inhoud for nr, invulling in read_invulblad(pad).antwoorden.items()}


def test_everyone_who_has_something_to_mend_gets_a_workbook_and_nobody_else(binnen, tmp_path):
    was = contents(binnen)

    uitkomst = tasks.check([binnen], retour=tmp_path / "terug")

    assert names(tmp_path / "terug") == [name("Boekel"), name("Grave")]
    assert [(r.wie, r.pad, r.opnieuw, r.aantal) for r in uitkomst.retour] == [
        ("Grave", tmp_path / "terug" / name("Grave"), "", 2),
        ("Boekel", tmp_path / "terug" / name("Boekel"), "", 1),
    ]
    assert contents(binnen) == was
    assert answers(tmp_path / "terug" / name("Grave")) == answers(binnen / "Grave.xlsx")


def test_without_a_folder_nothing_is_written(binnen, tmp_path):
    was = contents(tmp_path)

    assert tasks.check([binnen]).retour == ()
    assert contents(tmp_path) == was


def test_the_outcome_is_that_of_a_check_without_retour(binnen, tmp_path):
    met, zonder = tasks.check([binnen], retour=tmp_path / "terug"), tasks.check([binnen])

    assert met.bevindingen == zonder.bevindingen
    assert met.matrix == zonder.matrix


def test_when_everyone_is_done_there_is_nothing_to_send_back(zet, tmp_path):
    for naam in ("Cuijk", "Grave", "Boekel", "Uden"):
        map_ = zet(naam).parent

    assert tasks.check([map_], retour=tmp_path / "terug").retour == ()
    assert not (tmp_path / "terug").exists() or names(tmp_path / "terug") == []


def test_who_sent_nothing_gets_none_and_whose_file_could_not_be_read_is_told_why(zet, tmp_path):
    """Grave sent nothing: she still has the invulblad that was sent to her."""
    binnen = zet("Cuijk").parent
    zet("Boekel")
    (binnen / "Uden.xlsx").write_bytes(b"%PDF-1.7")

    tasks.check([binnen], retour=tmp_path / "terug")

    assert names(tmp_path / "terug") == [name("Uden")]
    assert first_sentence(tmp_path / "terug" / name("Uden")).startswith("Het bestand ‘Uden.xlsx’ was niet te gebruiken")


def test_of_a_file_for_a_kolom_that_could_not_be_read_one_comes_back_in_the_name_of_the_kolom(zet, tmp_path):
    binnen = zet("Boekel").parent
    (binnen / "CGM.xlsx").write_bytes(b"%PDF-1.7")

    uitkomst = tasks.check([binnen], retour=tmp_path / "terug")

    assert [(r.wie, r.pad.name, r.opnieuw) for r in uitkomst.retour] == [
        ("CGM", name("CGM"), "er was geen leesbaar bestand")
    ]
    assert first_sentence(tmp_path / "terug" / name("CGM")).startswith("Het bestand ‘CGM.xlsx’ was niet te gebruiken")


def test_whose_file_could_not_be_read_finds_what_the_plan_knew_of_her(plan, zet, tmp_path):
    standen = {"Uden": {"1.1.1": Stand(Status.STRUCTUREEL, "elk jaar")}}
    (tmp_path / "plan.xlsx").write_bytes(build_planwerkboek(plan, standen))
    binnen = zet("Boekel").parent
    (binnen / "Uden.xlsx").write_bytes(b"%PDF-1.7")

    tasks.check([binnen], plan=tmp_path / "plan.xlsx", retour=tmp_path / "terug")

    uden = read_invulblad(tmp_path / "terug" / name("Uden"))
    assert uden.standen == standen["Uden"]


def test_a_new_invulblad_knows_which_previous_states_the_kolom_does_not_share(plan, zet, tmp_path):
    """Else "ongewijzigd" on it, said for the whole kolom, would give Grave an answer of Cuijk."""
    gedeeld = Stand(Status.VOLTOOID, "2018")
    standen = {
        "Cuijk": {"1.1.1": gedeeld, "1.1.2": Stand(Status.VOLTOOID)},
        "Grave": {"1.1.1": gedeeld, "1.1.2": Stand(Status.GEPLAND, "2020")},
    }
    vorige = merge(plan, [])
    invullingen = {
        (wie, nr): Invulling(wie, nr, stand.status, stand.planning)
        for wie, van_haar in standen.items()
        for nr, stand in van_haar.items()
    }
    gevuld = {(i.gemeente, i.nr): i for i in vorige.matrix.invullingen} | invullingen
    regio = replace(vorige, matrix=Matrix.build(plan, gevuld))
    (tmp_path / "vorige.xlsx").write_bytes(build_regiowerkboek(regio))
    binnen = zet("Boekel").parent
    (binnen / "Cuijk.xlsx").write_bytes(b"%PDF-1.7")

    tasks.check([binnen], plan=tmp_path / "vorige.xlsx", retour=tmp_path / "terug")

    cuijk = read_invulblad(tmp_path / "terug" / name("Cuijk"))
    assert (cuijk.standen, cuijk.niet_gedeeld) == (standen["Cuijk"], frozenset({"1.1.2"}))


def test_the_retours_of_a_zip_are_those_of_the_files_in_it(binnen, tmp_path):
    with zipfile.ZipFile(tmp_path / "mail.zip", "w") as doel:
        for pad in binnen.iterdir():
            doel.write(pad, f"map/{pad.name}")

    tasks.check([tmp_path / "mail.zip"], retour=tmp_path / "uit zip")
    tasks.check([binnen], retour=tmp_path / "uit map")

    assert contents(tmp_path / "uit zip") == contents(tmp_path / "uit map")


def test_the_retours_of_streams_are_those_of_files(binnen, tmp_path):
    stromen = [io.BytesIO(pad.read_bytes()) for pad in sorted(binnen.iterdir())]
    for stroom, pad in zip(stromen, sorted(binnen.iterdir()), strict=True):
        stroom.name = pad.name

    tasks.check(stromen, retour=tmp_path / "terug")

    assert answers(tmp_path / "terug" / name("Grave")) == answers(binnen / "Grave.xlsx")
    assert openpyxl.load_workbook(tmp_path / "terug" / name("Grave")).sheetnames[:2] == ["Te herstellen", "Invulblad"]


def test_the_same_input_gives_the_same_bytes(binnen, tmp_path):
    for map_ in ("een", "twee"):
        tasks.check([binnen], retour=tmp_path / map_)

    assert contents(tmp_path / "een") == contents(tmp_path / "twee")


def test_of_two_files_the_one_that_counts_goes_back(zet, tmp_path):
    zet("Boekel", "oud/Boekel.xlsx", dag=1, n111="bijna klar")
    nieuw = zet("Boekel", "nieuw/Boekel.xlsx", dag=2, n112="")

    tasks.check([nieuw.parent.parent / "oud", nieuw.parent], retour=tmp_path / "terug")

    boekel = tmp_path / "terug" / name("Boekel")
    assert answers(boekel) == answers(nieuw)
    rijen = openpyxl.load_workbook(boekel)["Te herstellen"].iter_rows(min_row=5, values_only=True)
    waarom = "dat telt niet, want dit bestand telt."
    assert [(rij[0], rij[3]) for rij in rijen] == [
        ("Hier ontbreekt nog een antwoord (1)", None),
        ("1.1.2", "Nog geen antwoord op 1.1.2 E-learning."),
        ("Kijk dit nog even na (1)", None),
        ("1.1.2", f"In een ander bestand (Boekel.xlsx) stond bij 1.1.2 'voltooid, 2018'; {waarom}"),
    ]


def test_files_of_the_same_name_of_two_gemeenten_each_go_back_to_their_own(zet, tmp_path):
    boekel = zet("Boekel", "een/Invulblad.xlsx", n111="bijna klar")
    uden = zet("Uden", "twee/Invulblad.xlsx", n111="klar")

    tasks.check([boekel, uden], retour=tmp_path / "terug")

    for wie, pad in (("Boekel", boekel), ("Uden", uden)):
        assert answers(tmp_path / "terug" / name(wie)) == answers(pad)


def test_one_file_for_a_kolom_goes_back_once_in_the_name_of_the_kolom(zet, tmp_path):
    zet("Boekel"), zet("Uden")
    pad = zet("Cuijk", "CGM.xlsx", voor_kolom=True, n111="bijna klar", n112="")

    uitkomst = tasks.check([pad.parent], retour=tmp_path / "terug")

    assert [(r.wie, r.aantal) for r in uitkomst.retour] == [("CGM", 2)]
    assert read_invulblad(tmp_path / "terug" / name("CGM")).gemeenten == ("Cuijk", "Grave")


def test_a_retour_given_in_again_counts_as_what_was_sent(binnen, tmp_path):
    eerst = tasks.check([binnen], retour=tmp_path / "terug")
    for pad in (tmp_path / "terug").iterdir():
        pad.replace(binnen / f"{pad.stem.rpartition(' - ')[2]}.xlsx")

    nog_eens = tasks.check([binnen], retour=tmp_path / "nog eens")

    assert nog_eens.matrix == eerst.matrix
    assert nog_eens.bevindingen == eerst.bevindingen
    assert [(r.wie, r.opnieuw, r.aantal) for r in nog_eens.retour] == [
        (r.wie, r.opnieuw, r.aantal) for r in eerst.retour
    ]


def test_a_file_that_changes_meanwhile_does_not_become_a_gemeente_that_sent_nothing(binnen, tmp_path):
    """Synchronised folders do that; what was read is still known."""
    gelezen = answers(binnen / "Grave.xlsx")

    def lose(naam: str) -> None:
        if naam == "Grave.xlsx":
            (binnen / naam).unlink()

    tasks.check([binnen], voortgang=lose, retour=tmp_path / "terug")

    grave = tmp_path / "terug" / name("Grave")
    assert answers(grave) == gelezen
    assert first_sentence(grave).startswith("Dit is een nieuw blad met de antwoorden die jullie al gaven")


# where it is written


def test_a_folder_that_is_not_there_is_made(binnen, tmp_path):
    tasks.check([binnen], retour=tmp_path / "een" / "twee")

    assert names(tmp_path / "een" / "twee") == [name("Boekel"), name("Grave")]


def refused(binnen: Path, naar: Path, **hoe: object) -> str:
    with pytest.raises(BestandError) as mislukt:
        tasks.check([binnen], retour=naar, **hoe)
    return mislukt.value.bevinding.code


def test_a_file_is_no_folder(binnen, tmp_path):
    (tmp_path / "terug").write_bytes(b"van mij")

    assert refused(binnen, tmp_path / "terug") == Code.DOEL_NIET_SCHRIJFBAAR
    assert (tmp_path / "terug").read_bytes() == b"van mij"


def test_the_folder_that_is_read_is_refused(binnen):
    was = contents(binnen)

    with pytest.raises(GebruikError, match=r"staat de invoer\. Kies voor --retour een andere map\."):
        tasks.check([binnen], retour=binnen)
    with pytest.raises(GebruikError):
        tasks.check([binnen], retour=binnen.parent / "binnen" / ".." / "binnen", overschrijven=True)

    assert contents(binnen) == was


def test_a_folder_inside_the_one_that_is_read_is_not_read_itself(binnen):
    tasks.check([binnen], retour=binnen / "terug")

    assert [r.wie for r in tasks.check([binnen], retour=binnen / "weer").retour] == ["Grave", "Boekel"]


def test_a_retour_of_somebody_who_is_done_now_stays_and_is_told(zet, binnen, tmp_path):
    """Else it is sent once more, with points that are no longer open."""
    terug = tmp_path / "terug"
    tasks.check([binnen], retour=terug)
    zet("Boekel", dag=2)
    (terug / "Aantekeningen.xlsx").write_bytes(b"van mij")

    uitkomst = tasks.check([binnen], retour=terug, overschrijven=True)

    assert [r.wie for r in uitkomst.retour] == ["Grave"]
    assert uitkomst.eerdere_retours == (terug / name("Boekel"),)
    assert (terug / name("Boekel")).exists()


def test_older_retours_stay_unless_asked_and_then_nothing_else_is_written(binnen, tmp_path):
    terug = tmp_path / "terug"
    terug.mkdir()
    (terug / name("Boekel")).write_bytes(b"van gisteren")

    assert refused(binnen, terug) == Code.DOEL_BESTAAT
    assert contents(terug) == {name("Boekel"): b"van gisteren"}

    tasks.check([binnen], retour=terug, overschrijven=True)

    assert names(terug) == [name("Boekel"), name("Grave")]
    assert read_invulblad(terug / name("Boekel")).gemeenten == ("Boekel",)


def test_the_folder_of_a_file_that_is_named_is_refused(binnen, tmp_path):
    """A retour beside it would be read as a second answer, the next time; one over it would be the end of it."""
    invoer = tmp_path / "terug" / name("Boekel")
    invoer.parent.mkdir()
    (binnen / "Boekel.xlsx").replace(invoer)
    was = invoer.read_bytes()

    with pytest.raises(GebruikError, match=r"staat de invoer\. Kies voor --retour een andere map\."):
        tasks.check([binnen, invoer], retour=invoer.parent, overschrijven=True)

    assert contents(invoer.parent) == {invoer.name: was}


def test_a_retour_never_goes_over_the_plan(plan, binnen, tmp_path):
    planwerkboek = tmp_path / "terug" / name("Boekel")
    planwerkboek.parent.mkdir()
    planwerkboek.write_bytes(build_planwerkboek(plan))
    was = planwerkboek.read_bytes()

    assert refused(binnen, planwerkboek.parent, plan=planwerkboek, overschrijven=True) == Code.DOEL_IS_INVOER
    assert contents(planwerkboek.parent) == {planwerkboek.name: was}


def test_when_writing_fails_halfway_no_retour_is_left(binnen, tmp_path, monkeypatch):
    geschreven: list[int] = []

    def fail_the_second(nummer: int) -> None:
        geschreven.append(nummer)
        if len(geschreven) > 1:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("actieplan_xl.writing.opslag.os.fsync", fail_the_second)

    assert refused(binnen, tmp_path / "terug") == Code.DOEL_NIET_SCHRIJFBAAR
    assert names(tmp_path / "terug") == []


def test_a_text_that_no_cell_can_hold_does_not_keep_the_others_from_theirs(binnen, tmp_path):
    tabel = "| Nr | Actie | Status | Planning | Toelichting |\n| 1.1.1 | Training voor bestuurders | | x | |"
    boek = draw_invulblad(tabel, cellen={"D4": Cel("lang " * 8000)})
    (binnen / "Boekel.xlsx").write_bytes(pack({**boek.delen(), "xl/media/a.png": b"x"}))

    uitkomst = tasks.check([binnen], retour=tmp_path / "terug")

    assert [r.wie for r in uitkomst.retour] == ["Grave", "Boekel"]


def test_a_retour_that_is_open_in_excel_is_saved_under_another_name(binnen, tmp_path, monkeypatch):
    terug = tmp_path / "terug"
    tasks.check([binnen], retour=terug)
    echt = os.replace

    def locked(van: object, naar: Path) -> None:
        if naar == terug / name("Boekel"):
            raise PermissionError(13, "in gebruik")
        echt(van, naar)

    monkeypatch.setattr("actieplan_xl.writing.opslag._WACHTTIJD", 0)
    monkeypatch.setattr(Path, "replace", lambda zelf, naar: locked(zelf, Path(naar)))

    uitkomst = tasks.check([binnen], retour=terug, overschrijven=True)

    assert [r.pad.name for r in uitkomst.retour] == [name("Grave"), "Retour Actieplan 2019 - Boekel (2).xlsx"]
    assert [b.code for b in uitkomst.extra] == [Code.DOEL_WAS_OPEN]


def test_a_code_of_excel_within_a_code_of_excel_comes_to_an_end(plan, binnen, tmp_path):
    """In a process of its own, so that one that goes on for ever can be stopped."""
    getypt = "_x005F_x0041_"
    tabel = "| Nr | Actie | Status | Planning | Toelichting |\n| 1.1.1 | Training voor bestuurders | | x | |"
    boek = draw_invulblad(tabel, cellen={"D4": Cel(getypt.replace("_x", "_x005F_x"))})
    (binnen / "Boekel.xlsx").write_bytes(pack({**boek.delen(), "xl/media/a.png": b"x"}))
    assert read_invulblad(binnen / "Boekel.xlsx", plan).antwoorden["1.1.1"].planning == getypt

    woorden = [sys.executable, "-m", "actieplan_xl", "controleren", str(binnen), "--retour", str(tmp_path / "terug")]
    klaar = subprocess.run(woorden, capture_output=True, text=True, check=False, timeout=30)

    assert klaar.returncode == 1
    assert answers(tmp_path / "terug" / name("Boekel"))["1.1.1"][1] == getypt
