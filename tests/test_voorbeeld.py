"""The acceptance of what ships: the example of Maas en Leijgraaf, from what came back to the next round."""

import csv
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import datetime
from importlib import resources
from pathlib import Path

import pytest
from writing.dump import load
from writing.voorbeeld import INGEVULD, MAP, WORTEL, facts, maak

from actieplan_xl import read_planwerkboek, tasks
from actieplan_xl.domain.bevinding import Code, Ernst
from actieplan_xl.domain.plan import Actie, Plan
from actieplan_xl.domain.status import ONGEWIJZIGD, Kleur, Reden, Status
from actieplan_xl.reading.inzending import read_invulblad
from actieplan_xl.reading.regiowerkboek import read_regiowerkboek
from actieplan_xl.tasks import Uitkomst
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad
from actieplan_xl.writing.planwerkboek import build_planwerkboek

SHARED = WORTEL.parent / "shared" / "plan-2019"
REGIO = MAP / f"Regiowerkboek {facts.GEGEVENS.naam}.xlsx"
CGM = ("Cuijk", "Grave", "Mill en Sint Hubert")


def rows(pad: Path) -> list[dict[str, str]]:
    with pad.open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand, delimiter=";"))


@pytest.fixture(scope="module")
def gemaakt(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Uitkomst]:
    """The eight files merged as the command does, and what came of it."""
    doel = tmp_path_factory.mktemp("voorbeeld") / "regio.xlsx"
    return doel, tasks.merge_files([INGEVULD], naar=doel)


@pytest.fixture
def ingevuld(tmp_path: Path) -> Path:
    """A copy of what came back, to change."""
    return Path(shutil.copytree(INGEVULD, tmp_path / "ingevuld"))


def file_of(map_: Path, gemeente: str) -> Path:
    return next(pad for pad in map_.iterdir() if pad.stem.endswith(f" - {gemeente}"))


def test_eight_gemeenten_and_eleven_acties_give_eighty_eight_rows(gemaakt: tuple[Path, Uitkomst]) -> None:
    blad = load(gemaakt[0].read_bytes())["Gegevens"]
    rijen = [tuple(cel.value for cel in rij) for rij in blad.iter_rows(min_row=2)]

    assert len(rijen) == 88
    assert set(Counter(rij[5] for rij in rijen).values()) == {11}
    assert set(Counter(rij[0] for rij in rijen).values()) == {8}
    assert len({(rij[0], rij[5]) for rij in rijen}) == 88


def test_what_nobody_answered_is_oranje_because_it_was_left_empty(gemaakt: tuple[Path, Uitkomst]) -> None:
    oranje = gemaakt[1].matrix.oranje

    assert len(oranje) == 16
    assert {i.reden for i in oranje} == {Reden.LEEG}
    assert Counter(i.nr for i in oranje) == {"1.2.1": 8, "1.3.1": 8}
    assert all(i.plek.bestand and i.plek.blad and i.plek.cel for i in oranje)


def test_every_planning_of_the_document_is_there_to_the_letter(gemaakt: tuple[Path, Uitkomst]) -> None:
    matrix = gemaakt[1].matrix
    planning = {(r["nr"], kolom): r[kolom] for r in rows(MAP / "acties.csv") for kolom in matrix.plan.kolom_op_naam}

    vergeleken = 0
    for gemeente in matrix.plan.gemeenten:
        for actie in matrix.plan.acties:
            invulling = matrix.invulling(gemeente.naam, actie.nr)
            assert invulling is not None
            assert invulling.planning == planning[actie.nr, gemeente.kolom]
            assert invulling.is_antwoord is bool(invulling.planning)
            vergeleken += invulling.is_antwoord
    assert vergeleken == 72
    assert planning["1.1.3", "Uden"] == "Herhaling 2018 of 2019", "de kleine afwijkingen van het document tellen"
    assert planning["1.1.5", "Uden"] == "2019 via"


def test_each_gemeente_of_cgm_has_the_answers_of_cgm(gemaakt: tuple[Path, Uitkomst]) -> None:
    matrix = gemaakt[1].matrix
    statussen = facts.make_statussen()["CGM"]

    for nr, status in statussen.items():
        gegeven = [matrix.invulling(naam, nr) for naam in CGM]
        assert {(i.status, i.planning) for i in gegeven if i} == {(status, facts.make_planning()["CGM"][nr])}
    assert all(matrix.cellen[nr, "CGM"].is_eens for nr in statussen)


def test_statuses_and_colours_are_those_of_the_illustration(gemaakt: tuple[Path, Uitkomst]) -> None:
    statussen = facts.make_statussen()

    for (nr, kolom), cel in gemaakt[1].matrix.cellen.items():
        assert cel.status == statussen[kolom].get(nr, Status.NIET_BEPAALD)
    kleuren = Counter(cel.kleur for cel in gemaakt[1].matrix.cellen.values())
    assert kleuren == {Kleur.BLAUW: 15, Kleur.GROEN: 9, Kleur.ROOD: 3, Kleur.ORANJE: 12, Kleur.GEEN: 27}


def test_all_eight_files_are_used_and_nothing_but_the_missing_answers_is_told(gemaakt: tuple[Path, Uitkomst]) -> None:
    uitkomst = gemaakt[1]

    assert [h.is_gebruikt for h in uitkomst.samenvoeging.herkomst] == [True] * 8
    assert Counter(b.code for b in uitkomst.bevindingen) == {Code.GEEN_ANTWOORD: 16}
    assert not uitkomst.has_fouten


def test_without_the_file_of_landerd_its_eleven_acties_are_oranje(ingevuld: Path, tmp_path: Path) -> None:
    file_of(ingevuld, "Landerd").unlink()

    uitkomst = tasks.merge_files([ingevuld], naar=tmp_path / "regio.xlsx")

    oranje = [i for i in uitkomst.matrix.oranje if i.reden is Reden.GEEN_BESTAND]
    assert [i.gemeente for i in oranje] == ["Landerd"] * 11
    assert len(uitkomst.matrix.oranje) == 11 + 14
    cellen = [uitkomst.matrix.cellen[actie.nr, "Landerd"] for actie in uitkomst.plan.acties]
    assert {(cel.kleur, cel.tekst) for cel in cellen} == {(Kleur.ORANJE, "niet nader bepaald\ngeen bestand ontvangen")}
    assert [b.gemeente for b in uitkomst.bevindingen if b.code == Code.GEEN_BESTAND] == ["Landerd"]
    samenvatting = load((tmp_path / "regio.xlsx").read_bytes())["Samenvatting"]
    zinnen = {cel.value for rij in samenvatting.iter_rows() for cel in rij}
    assert "Van Landerd is geen bestand ontvangen, sinds de uiterste inleverdatum van 17 mei 2019." in zinnen


def fill_in(plan: Plan, gemeente: str, nr: str, antwoord: Antwoord) -> bytes:
    """Build the invulblad of a gemeente of CGM as it came back, with one answer changed."""
    (wie,) = (g for g in plan.gemeenten if g.naam == gemeente)
    statussen, planning = facts.make_statussen()["CGM"], facts.make_planning()["CGM"]
    antwoorden = {n: Antwoord(statussen[n], tekst) for n, tekst in planning.items()} | {nr: antwoord}
    return build_invulblad(plan, wie, facts.make_standen(plan)[gemeente], Vulling(antwoorden))


@pytest.mark.parametrize(
    ("antwoord", "status", "zegt"),
    [
        (Antwoord("wordt niet opgepakt", "2018-2019"), Status.NIET_OPGEPAKT, "wordt niet opgepakt, 2018-2019"),
        (Antwoord("voltooid", "2018"), Status.STRUCTUREEL, "voltooid, 2018"),
        (Antwoord("", "2020"), Status.GEPLAND, "gepland, 2020"),
        (Antwoord(), Status.NIET_BEPAALD, "niet ingevuld"),
        (Antwoord("bijna klar", "2018"), Status.NIET_BEPAALD, "status niet herkend, “bijna klar”, 2018"),
    ],
)
def test_when_grave_alone_says_something_else_the_cell_of_cgm_names_who_said_what(
    ingevuld: Path, antwoord: Antwoord, status: Status, zegt: str
) -> None:
    """3.1.1 is structureel in 2018-2019 for the whole kolom."""
    plan = facts.make_plan()
    file_of(ingevuld, "Grave").write_bytes(fill_in(plan, "Grave", "3.1.1", antwoord))

    uitkomst = tasks.check([ingevuld])

    cel = uitkomst.matrix.cellen["3.1.1", "CGM"]
    anders = "structureel, 2018-2019"
    assert cel.tekst.split("\n") == [
        str(status), f"Cuijk: {anders}", f"Grave: {zegt}", f"Mill en Sint Hubert: {anders}"
    ]  # fmt: skip
    assert (cel.status, cel.is_eens) == (status, False)
    oneens = [(b.nr, b.gemeente) for b in uitkomst.bevindingen if b.code == Code.KOLOM_ONEENS]
    assert oneens == ([("3.1.1", "CGM")] if status is not Status.NIET_BEPAALD else [])
    assert all(c.is_eens for plaats, c in uitkomst.matrix.cellen.items() if plaats != ("3.1.1", "CGM"))


def test_one_file_for_the_whole_of_cgm_counts_for_all_three(ingevuld: Path) -> None:
    pad = file_of(ingevuld, "Grave")
    uit = pad.with_name("cgm.xlsx")
    with zipfile.ZipFile(pad) as bron, zipfile.ZipFile(uit, "w") as doel:
        for naam in bron.namelist():
            # What an official does with one click: choose "heel CGM" in the list.
            doel.writestr(naam, bron.read(naam).replace(b">alleen Grave<", b">heel CGM<"))
    for naam in CGM:
        file_of(ingevuld, naam).unlink()

    uitkomst = tasks.check([ingevuld])

    assert len(uitkomst.matrix.oranje) == 16
    (herkomst,) = (h for h in uitkomst.samenvoeging.herkomst if h.bestand == "cgm.xlsx")
    assert (herkomst.gemeenten, herkomst.is_gebruikt) == (CGM, True)


def test_the_regiowerkboek_read_back_is_the_same_matrix(gemaakt: tuple[Path, Uitkomst]) -> None:
    pad, uitkomst = gemaakt
    gelezen = read_regiowerkboek(pad)

    assert gelezen.matrix == uitkomst.matrix
    assert gelezen.bevindingen == ()


def test_the_same_input_gives_the_same_bytes_in_any_order_and_from_a_zip(
    gemaakt: tuple[Path, Uitkomst], tmp_path: Path
) -> None:
    paden = sorted(INGEVULD.iterdir())
    pak = tmp_path / "retour.zip"
    with zipfile.ZipFile(pak, "w", zipfile.ZIP_DEFLATED) as doel:
        for pad in reversed(paden):
            doel.write(pad, f"bijlagen/{pad.name}")
    manieren = [[INGEVULD], paden, paden[::-1], [*paden[3:], *paden[:3]], [pak]]

    for nummer, invoer in enumerate(manieren):
        tasks.merge_files(invoer, naar=tmp_path / f"{nummer}.xlsx", peildatum="2019-06-01")
        assert (tmp_path / f"{nummer}.xlsx").read_bytes() == gemaakt[0].read_bytes(), nummer


@pytest.mark.parametrize("naam", ["Aanvulling.xlsx", "Z laatste versie.xlsx"])
def test_the_order_of_two_files_of_one_gemeente_never_matters(ingevuld: Path, tmp_path: Path, naam: str) -> None:
    """The one that was last saved counts, whichever is read first; every cell in which they differ is told."""
    plan = facts.make_plan()
    (uden,) = (g for g in plan.gemeenten if g.naam == "Uden")
    vulling = Vulling({"1.1.1": Antwoord("voltooid", "2018")})
    later = ingevuld / naam
    later.write_bytes(build_invulblad(plan, uden, None, vulling, datetime(2019, 6, 1, 12)))
    paden = sorted(ingevuld.iterdir())

    for nummer, invoer in enumerate((paden, paden[::-1])):
        uitkomst = tasks.merge_files(invoer, naar=tmp_path / f"{nummer}.xlsx")
        gegeven = uitkomst.matrix.invulling("Uden", "1.1.1")
        assert gegeven is not None
        assert (gegeven.status, gegeven.plek.bestand) == (Status.VOLTOOID, later.name)
        codes = {b.nr: b.code for b in uitkomst.bevindingen if b.plek.bestand.endswith("- Uden.xlsx")}
        wijkt = dict.fromkeys(facts.make_planning()["Uden"], Code.ANTWOORD_WIJKT_VOOR_LEEG)
        assert codes == wijkt | {"1.1.1": Code.TWEE_BESTANDEN_VERSCHIL, "": Code.TWEE_BESTANDEN}
    assert (tmp_path / "0.xlsx").read_bytes() == (tmp_path / "1.xlsx").read_bytes()


def test_another_peildatum_gives_other_bytes(gemaakt: tuple[Path, Uitkomst], tmp_path: Path) -> None:
    uitkomst = tasks.merge_files([INGEVULD], naar=tmp_path / "regio.xlsx", peildatum="2019-09-01")

    assert uitkomst.plan.gegevens.peildatum == "2019-09-01"
    assert (tmp_path / "regio.xlsx").read_bytes() != gemaakt[0].read_bytes()


def test_the_regiowerkboek_starts_the_next_round_with_each_previous_state(
    gemaakt: tuple[Path, Uitkomst], tmp_path: Path
) -> None:
    pad, uitkomst = gemaakt
    paden = tasks.distribute(pad, tmp_path / "uitvraag").paden

    assert len(paden) == 8
    for gemeente, blad in zip(uitkomst.plan.gemeenten, paden, strict=True):
        assert gemeente.naam in blad.name
        rijen = [[cel.value for cel in rij] for rij in load(blad.read_bytes()).active.iter_rows()]
        kop = next(rij for rij in rijen if rij[0] == "Nr")
        vorige = {r[0]: r[kop.index("Vorige stand")] for r in rijen if str(r[0] or "").count(".") == 2}
        standen = uitkomst.matrix.standen(gemeente.naam)
        assert {nr for nr, tekst in vorige.items() if tekst} == set(standen)
        inzending = read_invulblad(blad)
        structureel = {nr for nr, stand in standen.items() if stand.status is Status.STRUCTUREEL}
        assert {nr for nr, i in inzending.antwoorden.items() if i.is_antwoord} == structureel


def test_nothing_changed_everywhere_gives_the_same_answers_again(
    gemaakt: tuple[Path, Uitkomst], tmp_path: Path
) -> None:
    """One click per row: the second round says what the first one said."""
    werkboek = read_planwerkboek(gemaakt[0])
    for gemeente in werkboek.plan.gemeenten:
        standen = werkboek.standen[gemeente.naam]
        vulling = Vulling({nr: Antwoord(ONGEWIJZIGD) for nr in standen})
        (tmp_path / f"{gemeente.naam}.xlsx").write_bytes(build_invulblad(werkboek.plan, gemeente, standen, vulling))

    tweede = tasks.check([tmp_path]).matrix

    eerste = gemaakt[1].matrix
    assert [i.inhoud for i in tweede.invullingen] == [i.inhoud for i in eerste.invullingen]
    assert tweede.cellen == eerste.cellen


def test_the_plan_of_the_example_is_that_of_the_facts(gemaakt: tuple[Path, Uitkomst]) -> None:
    plan = facts.make_plan()

    assert gemaakt[1].plan == plan
    assert read_planwerkboek(WORTEL / "templates" / "maas-en-leijgraaf-2019.xlsx").plan == plan
    assert {g.naam: g.cbs_code for g in plan.gemeenten} == {
        r["gemeente"]: r["cbs_code"] for r in rows(MAP / "gemeenten.csv")
    }


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/plan-2019 staat niet naast deze map")
@pytest.mark.parametrize("naam", ["acties.csv", "gemeenten.csv"])
def test_the_facts_are_those_that_were_handed_over(naam: str) -> None:
    assert (MAP / naam).read_bytes() == (SHARED / naam).read_bytes()


def test_the_illustration_says_that_it_is_one() -> None:
    """The colours of the document did not survive: whoever sees one must read that it was made up."""
    zin = "statussen, adressen en data zijn ter illustratie"

    for pad in (REGIO, *INGEVULD.iterdir(), *(WORTEL / "templates").glob("maas*.xlsx")):
        boek = load(pad.read_bytes())
        assert any(zin in str(cel.value) for blad in boek for rij in blad.iter_rows() for cel in rij), pad.name


def test_making_it_all_again_gives_the_files_that_are_shipped(tmp_path: Path) -> None:
    maak.make_templates(tmp_path)
    paden = maak.make_ingevuld(tmp_path / "ingevuld")
    tasks.merge_files([tmp_path / "ingevuld"], naar=tmp_path / REGIO.name)

    paren = [(pad, WORTEL / "templates" / pad.name) for pad in tmp_path.glob("*actieplan.xlsx")]
    paren += [(pad, WORTEL / "templates" / pad.name) for pad in tmp_path.glob("maas-*.xlsx")]
    paren += [(pad, INGEVULD / pad.name) for pad in paden]
    paren += [(tmp_path / REGIO.name, REGIO)]
    assert len(paren) == 2 + 8 + 1
    assert [daar.name for hier, daar in paren if hier.read_bytes() != daar.read_bytes()] == []
    assert {pad.name for pad in INGEVULD.iterdir()} == {pad.name for pad in paden}


def test_the_planwerkboeken_ship_inside_the_package() -> None:
    map_ = resources.files("actieplan_xl.templates")

    for naam in tasks.voorbeelden():
        assert map_.joinpath(f"{naam}.xlsx").read_bytes() == (WORTEL / "templates" / f"{naam}.xlsx").read_bytes()
    assert set(tasks.voorbeelden()) == {"leeg-actieplan", "maas-en-leijgraaf-2019"}


def test_merging_imports_neither_pandas_nor_openpyxl(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from actieplan_xl import tasks\n"
        "tasks.merge_files([Path(sys.argv[1])], naar=Path(sys.argv[2]))\n"
        "print(sorted({naam.partition('.')[0] for naam in sys.modules}))"
    )
    opdracht = [sys.executable, "-c", script, str(INGEVULD), str(tmp_path / "regio.xlsx")]

    uitvoer = subprocess.run(opdracht, cwd=WORTEL, capture_output=True, text=True, check=True).stdout

    assert "'actieplan_xl'" in uitvoer and "'xlsxwriter'" in uitvoer
    for zwaar in ("pandas", "numpy", "openpyxl", "click"):
        assert f"'{zwaar}'" not in uitvoer


def test_findings_of_the_example_are_never_above_let_op(gemaakt: tuple[Path, Uitkomst]) -> None:
    assert {b.ernst for b in gemaakt[1].bevindingen} == {Ernst.LET_OP}


def test_a_plan_with_one_actie_more_still_takes_the_answers_that_match(ingevuld: Path, tmp_path: Path) -> None:
    """A plan that changed while the sheets were out: what matches counts, the rest is told."""
    plan = facts.make_plan()
    eerste = plan.hoofdlijnen[0]
    thema = replace(eerste.themas[0], acties=(*eerste.themas[0].acties, Actie("1.1.6", "Nieuwe actie")))
    lijnen = (replace(eerste, themas=(thema, *eerste.themas[1:])), *plan.hoofdlijnen[1:])
    nieuw = tmp_path / "plan.xlsx"
    nieuw.write_bytes(build_planwerkboek(replace(plan, hoofdlijnen=lijnen)))

    uitkomst = tasks.check([ingevuld], plan=nieuw)

    assert len(uitkomst.matrix.oranje) == 16 + 8
    assert Counter(b.code for b in uitkomst.bevindingen)[Code.ANDERE_VERSIE] == 8
