"""One function per command: paths in, a result out, and no file anywhere but where it should be."""

import io
import re
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from actieplan_xl import tasks
from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.errors import BestandError, GebruikError, PlanError
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.domain.words import NVT
from actieplan_xl.reading.regiowerkboek import read_regiowerkboek
from actieplan_xl.rules.samenvoeging import merge
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad
from actieplan_xl.writing.planwerkboek import build_planwerkboek
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek


@pytest.fixture(autouse=True)
def stil_en_netjes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No task prints anything, and none leaves a temporary file."""
    monkeypatch.chdir(tmp_path)
    gezegd = io.StringIO()
    with redirect_stdout(gezegd):
        yield
    assert gezegd.getvalue() == ""
    assert [pad for pad in tmp_path.rglob("*") if pad.name.startswith(".actieplan-")] == []


@pytest.fixture
def planwerkboek(plan: Plan, tmp_path: Path) -> Path:
    pad = tmp_path / "plan.xlsx"
    pad.write_bytes(build_planwerkboek(plan))
    return pad


@pytest.fixture
def retour(plan: Plan, tmp_path: Path) -> Path:
    """A folder with what came back: Cuijk and Boekel answered everything, Uden one actie, Grave sent nothing."""
    map_ = tmp_path / "retour"
    map_.mkdir()
    gegeven = {"Cuijk": ("1.1.1", "1.1.2", "1.2.1"), "Boekel": ("1.1.1", "1.1.2", "1.2.1", "2.1.1"), "Uden": ("1.1.1",)}
    for gemeente in plan.gemeenten:
        if gemeente.naam in gegeven:
            vulling = Vulling({nr: Antwoord("voltooid", "2019") for nr in gegeven[gemeente.naam]})
            (map_ / f"{gemeente.naam}.xlsx").write_bytes(build_invulblad(plan, gemeente, None, vulling))
    return map_


def contents(map_: Path) -> dict[str, bytes]:
    return {str(pad.relative_to(map_)): pad.read_bytes() for pad in map_.rglob("*") if pad.is_file()}


# nieuw


@pytest.mark.parametrize("voorbeeld", tasks.voorbeelden())
def test_a_new_plan_is_a_valid_planwerkboek(tmp_path: Path, voorbeeld: str) -> None:
    pad = tasks.new_plan(tmp_path / "nieuw.xlsx", voorbeeld)

    assert len(tasks.distribute(pad, tmp_path / "uit").paden) == len(tasks.show(pad).plan.gemeenten)


def test_a_deadline_of_the_round_before_is_told_when_it_goes_out_again(plan: Plan, tmp_path: Path) -> None:
    """Only of a regiowerkboek: in a planwerkboek the peildatum comes after the uiterste inleverdatum as a rule."""
    plan = replace(plan, gegevens=replace(plan.gegevens, peildatum="2019-06-01", inleverdatum="2019-05-17"))
    (tmp_path / "plan.xlsx").write_bytes(build_planwerkboek(plan))
    (tmp_path / "regio.xlsx").write_bytes(build_regiowerkboek(merge(plan, [])))

    eerste, tweede = (tasks.distribute(tmp_path / f"{n}.xlsx", tmp_path / n).bevindingen for n in ("plan", "regio"))

    assert [b.plek.blad for b in eerste if b.code is Code.PLAN_INLEVERDATUM_VOORBIJ] == []
    assert [b.plek.blad for b in tweede if b.code is Code.PLAN_INLEVERDATUM_VOORBIJ] == ["Plan"]


def test_a_new_plan_is_empty_unless_an_example_is_asked_for(tmp_path: Path) -> None:
    leeg = tasks.new_plan(tmp_path / "a.xlsx").read_bytes()

    assert leeg == tasks.new_plan(tmp_path / "b.xlsx", "leeg-actieplan").read_bytes()


def test_an_unknown_example_is_refused_with_the_names_that_are_there(tmp_path: Path) -> None:
    with pytest.raises(GebruikError, match=r"'xx' is er niet\. Kies uit: leeg-actieplan, maas-en-leijgraaf-2019"):
        tasks.new_plan(tmp_path / "a.xlsx", "xx")
    assert contents(tmp_path) == {}


@pytest.mark.parametrize("voorbeeld", ["../leeg-actieplan", "", "leeg-actieplan.xlsx"])
def test_an_example_is_only_ever_one_of_ours(tmp_path: Path, voorbeeld: str) -> None:
    with pytest.raises(GebruikError):
        tasks.new_plan(tmp_path / "a.xlsx", voorbeeld)


def test_a_new_plan_goes_over_nothing_unless_asked(tmp_path: Path) -> None:
    pad = tmp_path / "a.xlsx"
    pad.write_bytes(b"van mij")

    with pytest.raises(BestandError, match="DOEL_BESTAAT"):
        tasks.new_plan(pad)
    assert pad.read_bytes() == b"van mij"
    assert tasks.new_plan(pad, overschrijven=True).read_bytes() != b"van mij"


# uitvragen


def test_distributing_makes_a_file_per_gemeente_named_after_plan_and_gemeente(
    planwerkboek: Path, tmp_path: Path
) -> None:
    paden = tasks.distribute(planwerkboek, tmp_path / "een" / "twee").paden

    assert [pad.name for pad in paden] == [
        f"Invulblad Actieplan 2019 - {naam}.xlsx" for naam in ("Cuijk", "Grave", "Boekel", "Uden")
    ]
    assert {pad.parent for pad in paden} == {tmp_path / "een" / "twee"}


def test_when_one_invulblad_exists_none_is_written(planwerkboek: Path, tmp_path: Path) -> None:
    map_ = tmp_path / "uit"
    map_.mkdir()
    bestaat = map_ / "Invulblad Actieplan 2019 - Uden.xlsx"
    bestaat.write_bytes(b"ingevuld door Uden")

    with pytest.raises(BestandError, match=r"Uden\.xlsx: dit bestand bestaat al"):
        tasks.distribute(planwerkboek, map_)
    assert contents(map_) == {bestaat.name: b"ingevuld door Uden"}

    tasks.distribute(planwerkboek, map_, overschrijven=True)
    assert len(contents(map_)) == 4


def test_an_invulblad_never_goes_over_the_plan_it_comes_from(plan: Plan, tmp_path: Path) -> None:
    pad = tmp_path / "Invulblad Actieplan 2019 - Uden.xlsx"
    pad.write_bytes(build_planwerkboek(plan))
    eerst = pad.read_bytes()

    with pytest.raises(BestandError, match="DOEL_IS_INVOER"):
        tasks.distribute(pad, tmp_path, overschrijven=True)
    assert contents(tmp_path) == {pad.name: eerst}


def test_a_name_with_forbidden_characters_makes_a_file_all_the_same(plan: Plan, tmp_path: Path) -> None:
    anders = replace(plan, gegevens=replace(plan.gegevens, naam='Plan "A/B": 2019?'))
    bron = io.BytesIO(build_planwerkboek(anders))

    paden = tasks.distribute(bron, tmp_path / "uit").paden

    assert paden[0].name == "Invulblad Plan A B 2019 - Cuijk.xlsx"


def test_a_long_name_of_the_plan_leaves_room_for_the_gemeente(plan: Plan, tmp_path: Path) -> None:
    lang = replace(plan, gegevens=replace(plan.gegevens, naam="Actieplan ondermijnende criminaliteit " * 4))

    paden = tasks.distribute(io.BytesIO(build_planwerkboek(lang)), tmp_path / "uit").paden

    for gemeente, pad in zip(lang.gemeenten, paden, strict=True):
        assert gemeente.naam in pad.name


def test_a_workbook_that_is_no_plan_is_refused_with_every_reason(tmp_path: Path) -> None:
    boek = openpyxl.Workbook()
    boek.worksheets[0].title = "Actieplan"
    boek.save(tmp_path / "plan.xlsx")

    with pytest.raises(PlanError) as mislukt:
        tasks.distribute(tmp_path / "plan.xlsx", tmp_path / "uit")

    assert len(mislukt.value.bevindingen) > 1
    assert not (tmp_path / "uit").exists()


def test_an_invulblad_is_no_plan(retour: Path, tmp_path: Path) -> None:
    with pytest.raises(BestandError, match=r"Uden\.xlsx: dit is een invulblad"):
        tasks.distribute(retour / "Uden.xlsx", tmp_path / "uit")
    assert not (tmp_path / "uit").exists()


# controleren


def test_checking_writes_nothing_and_changes_nothing(retour: Path, tmp_path: Path) -> None:
    voor = contents(tmp_path)

    uitkomst = tasks.check([retour])

    assert contents(tmp_path) == voor
    assert uitkomst.geschreven is None
    assert [(t.gemeente, t.beantwoord, t.gevraagd) for t in uitkomst.tellingen] == [
        ("Cuijk", 3, 3), ("Grave", 0, 3), ("Boekel", 4, 4), ("Uden", 1, 4),
    ]  # fmt: skip
    assert [t.is_volledig for t in uitkomst.tellingen] == [True, False, True, False]
    assert uitkomst.has_aandachtspunten and not uitkomst.has_fouten


def test_findings_come_most_serious_first_also_those_of_the_plan(retour: Path, tmp_path: Path) -> None:
    (retour / "kapot Grave.xlsx").write_bytes(b"dit is geen werkmap")

    uitkomst = tasks.check([retour])

    ernst = [b.ernst for b in uitkomst.bevindingen]
    assert ernst == sorted(ernst, key=["fout", "let op", "ter info"].index)
    assert uitkomst.has_fouten
    assert {i.reden for i in uitkomst.matrix.oranje if i.gemeente == "Grave"} == {Reden.ONLEESBAAR}


def test_progress_is_told_file_by_file(retour: Path) -> None:
    gezien: list[str] = []

    tasks.check([retour], voortgang=gezien.append)

    assert sorted(gezien) == ["Boekel.xlsx", "Cuijk.xlsx", "Uden.xlsx"]


def test_whose_file_it_is_can_be_said_by_hand(retour: Path) -> None:
    (retour / "Uden.xlsx").rename(retour / "scan0001.xlsx")

    uitkomst = tasks.check([retour], gemeenten={"Grave": "map/scan0001.xlsx"})

    assert uitkomst.matrix.invulling("Grave", "1.1.1").status is Status.VOLTOOID  # type: ignore[union-attr]
    assert {i.reden for i in uitkomst.matrix.oranje if i.gemeente == "Uden"} == {Reden.GEEN_BESTAND}


def test_an_unknown_gemeente_is_wrong_use(retour: Path) -> None:
    with pytest.raises(GebruikError, match=r"'Utopia' staat niet in het plan\. Kies uit: Cuijk, Grave, Boekel, Uden"):
        tasks.check([retour], gemeenten={"Utopia": "Uden.xlsx"})


def test_without_a_plan_anywhere_there_is_nothing_to_read_against(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"geen werkmap")

    with pytest.raises(GebruikError, match="--plan"):
        tasks.check([tmp_path / "a.xlsx"])


def test_without_one_usable_file_it_is_told_why_file_by_file(planwerkboek: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "Uden.xlsx").write_bytes(b"geen werkmap")

    with pytest.raises(GebruikError, match=r"Geen enkel bruikbaar invulblad gevonden\.\nUden\.xlsx: "):
        tasks.check([tmp_path / "in"], plan=planwerkboek)


def test_an_empty_folder_is_told_as_one(planwerkboek: Path, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()

    with pytest.raises(GebruikError, match="Er staan geen werkmappen in de opgegeven map"):
        tasks.check([tmp_path / "leeg"], plan=planwerkboek)


# samenvoegen


def test_merging_writes_one_file_and_leaves_the_input_alone(retour: Path, tmp_path: Path) -> None:
    voor = contents(retour)

    uitkomst = tasks.merge_files([retour])

    assert uitkomst.geschreven == Path("Regiowerkboek Actieplan 2019.xlsx")
    assert read_regiowerkboek(tmp_path / uitkomst.geschreven).matrix == uitkomst.matrix
    assert contents(retour) == voor
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["Regiowerkboek Actieplan 2019.xlsx", "retour"]


@pytest.mark.parametrize("overschrijven", [True, False])
def test_the_result_never_goes_over_an_input(retour: Path, overschrijven: bool) -> None:
    """Also not over one that was given as part of a folder."""
    voor = contents(retour)

    with pytest.raises(BestandError, match="DOEL_IS_INVOER"):
        tasks.merge_files([retour], naar=retour / "Uden.xlsx", overschrijven=overschrijven)
    assert contents(retour) == voor


def test_the_result_never_goes_over_the_plan(retour: Path, planwerkboek: Path) -> None:
    voor = planwerkboek.read_bytes()

    with pytest.raises(BestandError, match="DOEL_IS_INVOER"):
        tasks.merge_files([retour], plan=planwerkboek, naar=planwerkboek, overschrijven=True)
    assert planwerkboek.read_bytes() == voor


def test_a_result_that_exists_is_replaced_only_when_asked(retour: Path, tmp_path: Path) -> None:
    doel = tmp_path / "regio.xlsx"
    doel.write_bytes(b"van vorige week")

    with pytest.raises(BestandError, match="DOEL_BESTAAT"):
        tasks.merge_files([retour], naar=doel)
    assert doel.read_bytes() == b"van vorige week"

    assert tasks.merge_files([retour], naar=doel, overschrijven=True).geschreven == doel
    assert doel.read_bytes()[:2] == b"PK"


def test_merging_again_passes_over_its_own_result_in_the_same_folder(retour: Path) -> None:
    eerste = tasks.merge_files([retour], naar=retour / "regio.xlsx").samenvoeging
    tweede = tasks.merge_files([retour], naar=retour.parent / "regio.xlsx").samenvoeging

    assert tweede.matrix == eerste.matrix
    assert [b.plek.bestand for b in tweede.bevindingen if b.code == Code.OVERGESLAGEN] == ["regio.xlsx"]


@pytest.mark.parametrize(
    ("gevraagd", "in_plan", "geldt"),
    [("2019-09-01", "2019-06-01", "2019-09-01"), ("", "2019-06-01", "2019-06-01"), ("", "", date.today().isoformat())],
)
def test_peildatum_is_the_one_asked_for_else_that_of_the_plan_else_today(
    retour: Path, plan: Plan, gevraagd: str, in_plan: str, geldt: str
) -> None:
    eigen = io.BytesIO(build_planwerkboek(replace(plan, gegevens=replace(plan.gegevens, peildatum=in_plan))))

    uitkomst = tasks.merge_files([retour], plan=eigen, peildatum=gevraagd)

    assert uitkomst.plan.gegevens.peildatum == geldt


def test_open_files_are_taken_as_well_as_paths(retour: Path, tmp_path: Path) -> None:
    with (retour / "Cuijk.xlsx").open("rb") as cuijk:
        uitkomst = tasks.merge_files(
            [cuijk, io.BytesIO((retour / "Boekel.xlsx").read_bytes())], naar=tmp_path / "r.xlsx"
        )

    assert [t.beantwoord for t in uitkomst.tellingen] == [3, 0, 4, 0]


def test_most_invulbladen_decide_which_plan_it_is(retour: Path, plan: Plan) -> None:
    ander = replace(plan, gegevens=replace(plan.gegevens, naam="Actieplan 2020", jaar="2020"))
    uden = plan.gemeenten[3]
    (retour / "Uden.xlsx").write_bytes(build_invulblad(ander, uden, None, Vulling({"1.1.1": Antwoord("voltooid")})))

    uitkomst = tasks.check([retour])

    assert uitkomst.plan.gegevens.naam == "Actieplan 2019"
    assert [b.gemeente for b in uitkomst.bevindingen if b.code == Code.ANDER_PLAN] == ["Uden"]


def edited_by_hand(retour: Path, doel: Path) -> Path:
    """Return a regiowerkboek in which someone typed another word in the matrix and left `Gegevens` alone."""
    tasks.merge_files([retour], naar=doel)
    boek = openpyxl.load_workbook(doel)
    blad = boek["Actieplan"]
    kolom = next(cel.column for rij in blad.iter_rows() for cel in rij if cel.value == "Boekel")
    rij = next(rij[0].row for rij in blad.iter_rows() if rij[0].value == "1.1.1")
    blad.cell(rij, kolom).value = "structureel"
    boek.save(doel)
    return doel


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
@pytest.mark.parametrize("opdracht", ["controleren", "samenvoegen", "uitvragen"])
def test_what_there_is_to_say_about_the_plan_is_told_by_every_task(retour: Path, tmp_path: Path, opdracht: str) -> None:
    """A regiowerkboek that someone changed by hand is the plan of the next round."""
    regio = edited_by_hand(retour, tmp_path / "regio.xlsx")
    doen: dict[str, Callable[[], tuple[Bevinding, ...]]] = {
        "controleren": lambda: tasks.check([retour], plan=regio).bevindingen,
        "samenvoegen": lambda: tasks.merge_files([retour], plan=regio, naar=tmp_path / "nieuw.xlsx").bevindingen,
        "uitvragen": lambda: tasks.distribute(regio, tmp_path / "uit").bevindingen,
    }

    gezegd = doen[opdracht]()

    assert [(b.nr, b.gemeente) for b in gezegd if b.code == Code.MATRIX_AANGEPAST] == [("1.1.1", "Boekel")]


def test_who_sent_nothing_last_round_is_told_before_her_invulblad_goes_out_empty(retour: Path, tmp_path: Path) -> None:
    """A regiowerkboek knows what was answered in its own round, and nothing of the one before."""
    tasks.merge_files([retour], naar=tmp_path / "regio.xlsx")

    gezegd = tasks.distribute(tmp_path / "regio.xlsx", tmp_path / "uit").bevindingen

    assert {b.gemeente: b.code for b in gezegd if b.gemeente} == {
        "Grave": Code.PLAN_ZONDER_VORIGE_STAND,
        "Uden": Code.PLAN_DEELS_ZONDER_VORIGE_STAND,
    }
    teksten = {b.gemeente: b.tekst for b in gezegd}
    assert teksten["Grave"].startswith("van Grave is geen vorige stand bekend")
    assert re.match(r"van Uden is bij [\d., en]+ geen vorige stand bekend", teksten["Uden"])


def test_before_a_first_round_nobody_has_a_previous_state_and_that_is_no_finding(
    planwerkboek: Path, tmp_path: Path
) -> None:
    """A new plan knows nothing of anyone."""
    assert tasks.distribute(planwerkboek, tmp_path / "uit").bevindingen == ()


# tonen


def test_showing_a_regiowerkboek_gives_the_matrix_that_was_written(retour: Path, tmp_path: Path) -> None:
    uitkomst = tasks.merge_files([retour], naar=tmp_path / "regio.xlsx")

    vertoning = tasks.show(tmp_path / "regio.xlsx")

    assert (vertoning.cellen, vertoning.kolommen) == (uitkomst.matrix.cellen, uitkomst.plan.kolommen)


def test_showing_a_plan_gives_what_it_knows_and_leaves_the_rest_empty(planwerkboek: Path, plan: Plan) -> None:
    vertoning = tasks.show(planwerkboek)

    assert vertoning.plan == plan
    assert vertoning.cellen["2.1.1", "CGM"].tekst == NVT
    assert vertoning.cellen["2.1.1", "Uden"].tekst == ""


def test_showing_an_invulblad_gives_its_own_kolom_only(retour: Path) -> None:
    vertoning = tasks.show(retour / "Cuijk.xlsx")

    assert [kolom.naam for kolom in vertoning.kolommen] == ["CGM"]
    assert vertoning.cellen["1.1.1", "CGM"].status is Status.VOLTOOID
    assert vertoning.cellen["2.1.1", "CGM"].tekst == NVT


def test_what_is_no_workbook_of_ours_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "foto.xlsx").write_bytes(b"\xff\xd8\xff\xe0 geen werkmap")

    with pytest.raises(BestandError) as mislukt:
        tasks.show(tmp_path / "foto.xlsx")
    assert re.match(r"foto\.xlsx: .+\. .+ \[[A-Z_]+\]$", str(mislukt.value))


def test_every_place_to_write_may_be_given_as_a_text(tmp_path):
    """As contract §5 promises of every public function: `str | os.PathLike`."""
    plan = tasks.new_plan(str(tmp_path / "plan.xlsx"))
    uitvraag = tasks.distribute(str(plan), str(tmp_path / "uit"))
    uit = str(tmp_path / "uit")

    nagekeken = tasks.check([uit], retour=str(tmp_path / "terug"))
    samengevoegd = tasks.merge_files([uit], naar=str(tmp_path / "regio.xlsx"))

    assert len(uitvraag.paden) == len(nagekeken.retour) == 3
    assert samengevoegd.geschreven == tmp_path / "regio.xlsx"
