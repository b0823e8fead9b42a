"""`actieplan vergelijken`: what it says, what it writes and with which code it ends."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from writing.dump import load

from actieplan_xl import compare_files, read_regiowerkboek
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.plan import Actie, Gemeente, Hoofdlijn, Kolom, Plan, Plangegevens, Thema
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from actieplan_xl.rules.samenvoeging import merge
from actieplan_xl.rules.vergelijking import Soort
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek
from cli.kleinplan import Run

IETS_ANDERS = Hoofdlijn("1", "Iets", (Thema("1.1", "Anders", (Actie("1.1.1", "Heel iets anders"),)),))
Regio = Callable[[str, str, Mapping[str, str]], Path]


@pytest.fixture
def regio(plan: Plan, tmp_path: Path) -> Regio:
    """Make a regiowerkboek under a name, of a peildatum, in which Boekel gave these statuses."""

    def make(naam: str, peildatum: str, statussen: Mapping[str, str]) -> Path:
        van = replace(plan, gegevens=replace(plan.gegevens, peildatum=peildatum))
        map_ = tmp_path / f"in {naam}"
        map_.mkdir()
        vulling = Vulling({nr: Antwoord(status, "2019") for nr, status in statussen.items()})
        (map_ / "Boekel.xlsx").write_bytes(build_invulblad(van, van.gemeenten[-1], {}, vulling))
        pad = tmp_path / naam
        pad.write_bytes(build_regiowerkboek(merge(van, read_inzendingen([map_], Vraag(van)))))
        return pad

    return make


@pytest.fixture
def twee(regio: Regio) -> tuple[Path, Path]:
    """May and November: one actie finished, one gone oranje."""
    return (
        regio("mei.xlsx", "2019-05-01", {"1.1.1": "gepland", "1.1.2": "structureel"}),
        regio("november.xlsx", "2019-11-01", {"1.1.1": "voltooid"}),
    )


@pytest.mark.usefixtures("twee")
def test_vergelijken_counts_and_names_every_change(run: Run) -> None:
    """That something changed is nothing to worry about: it ends with 0."""
    resultaat = run("vergelijken", "mei.xlsx", "november.xlsx")

    assert (resultaat.exit_code, resultaat.stderr) == (0, "")
    regels = resultaat.stdout.splitlines()
    assert regels[1].split() == ["1", "mei", "2019", "1", "november", "2019", "verschil"]
    assert "voltooid                      0                1        +1" in regels
    assert "    Boekel: gepland, 2019 → voltooid, 2019" in regels
    assert "    Boekel: structureel, 2019 → niet nader bepaald, leeg" in regels
    assert max(map(len, regels)) <= 80


@pytest.mark.usefixtures("twee")
def test_vergelijken_as_json_holds_the_counts_and_the_changes(run: Run) -> None:
    """Every field is in docs/json.md."""
    inhoud = json.loads(run("vergelijken", "mei.xlsx", "november.xlsx", "--json").stdout)

    assert list(inhoud) == ["formaat", "oud", "nieuw", "geschreven", "wijzigingen", "bevindingen"]
    assert inhoud["oud"]["antwoorden"]["gepland"] == 1
    assert inhoud["nieuw"] | {"antwoorden": 0} == {"naam": "Actieplan 2019", "peildatum": "2019-11-01", "antwoorden": 0}
    assert {w["soort"] for w in inhoud["wijzigingen"]["antwoorden"]} == {str(Soort.VOLTOOID), str(Soort.ORANJE)}


@pytest.mark.usefixtures("twee")
def test_vergelijken_writes_a_workbook_without_formulas_to_elsewhere(run: Run, tmp_path: Path) -> None:
    """There is no Gegevens in it to count over, so what was counted stands there as numbers."""
    resultaat = run("vergelijken", "mei.xlsx", "november.xlsx", "--naar", "verschil")

    boek = load((tmp_path / "verschil.xlsx").read_bytes())
    assert resultaat.exit_code == 0
    assert resultaat.stdout.endswith("Als werkboek: verschil.xlsx\n")
    assert boek.sheetnames == ["Wijzigingen"]
    cellen = [cel.value for rij in boek["Wijzigingen"].iter_rows() for cel in rij if cel.value is not None]
    assert {"1 mei 2019", "1 november 2019", "voltooid\n2019"} <= set(cellen)
    assert not [waarde for waarde in cellen if "Gegevens" in str(waarde)]


@pytest.mark.usefixtures("twee")
def test_two_workbooks_the_wrong_way_round_are_told(run: Run) -> None:
    """They are compared all the same."""
    resultaat = run("vergelijken", "november.xlsx", "mei.xlsx")

    assert resultaat.exit_code == 1
    assert "VERGELIJKING_OMGEKEERD" in resultaat.stdout
    assert "--vorige" not in resultaat.stdout
    assert "Let nog even op" in resultaat.stderr.replace("\n", " ")


@pytest.mark.usefixtures("planwerkboek")
def test_what_is_no_regiowerkboek_is_refused(run: Run, twee: tuple[Path, Path]) -> None:
    """A planwerkboek holds no answers to compare."""
    resultaat = run("vergelijken", twee[0].name, "plan.xlsx")

    assert resultaat.exit_code == 2
    assert Code.GEEN_REGIOWERKBOEK in resultaat.stderr


def test_two_plans_without_anything_in_common_are_not_compared(run: Run, regio: Regio, tmp_path: Path) -> None:
    """Everything would have come and gone; nobody means that."""
    regio("mei.xlsx", "2019-05-01", {"1.1.1": "gepland"})
    ander = Plan(Plangegevens("Iets anders"), (Kolom("Ede", (Gemeente("Ede", "Ede"),)),), (IETS_ANDERS,))
    (tmp_path / "ander.xlsx").write_bytes(build_regiowerkboek(merge(ander, [])))

    resultaat = run("vergelijken", "mei.xlsx", "ander.xlsx")

    assert resultaat.exit_code == 2
    assert Code.VERGELIJKING_ANDER_PLAN in resultaat.stderr


def test_neither_workbook_changes_and_neither_is_written_over(run: Run, twee: tuple[Path, Path]) -> None:
    """Also not when it is asked for by mistake."""
    oud, nieuw = (pad.read_bytes() for pad in twee)

    resultaat = run("vergelijken", "mei.xlsx", "november.xlsx", "--naar", "mei.xlsx", "--overschrijven")

    assert resultaat.exit_code == 2
    assert (oud, nieuw) == tuple(pad.read_bytes() for pad in twee)


def test_a_workbook_beside_itself_is_without_changes(twee: tuple[Path, Path]) -> None:
    """Only the order is doubtful then."""
    vergeleken = compare_files(twee[0], twee[0])

    assert vergeleken.vergelijking.is_leeg
    assert [b.code for b in vergeleken.bevindingen] == [Code.VERGELIJKING_OMGEKEERD]


def test_the_series_of_both_workbooks_is_in_the_comparison(twee: tuple[Path, Path]) -> None:
    """What either knew of an earlier peildatum is not lost."""
    oud, nieuw = twee

    reeks = compare_files(oud, nieuw).reeks

    assert [punt.peildatum for punt in reeks] == ["2019-05-01", "2019-11-01"]
    assert reeks[0] == read_regiowerkboek(oud).reeks[-1]
