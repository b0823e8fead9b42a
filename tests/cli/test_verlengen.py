"""`actieplan verlengen`: what it says, what it writes and with which code it ends."""

from pathlib import Path

import pytest

from actieplan_xl import merge_files, read_planwerkboek
from actieplan_xl.domain.bevinding import Code
from cli.kleinplan import Invullen, Run


@pytest.fixture
def regio(invullen: Invullen, retour: Path, tmp_path: Path) -> Path:
    """Everybody finished 1.1.1; the rest goes on."""
    for naam in ("Cuijk", "Grave", "Boekel"):
        invullen(naam, {"1.1.1": "voltooid", "1.1.2": "structureel", "1.2.1": "gepland"})
    merge_files([retour], naar=tmp_path / "regio.xlsx")
    return tmp_path / "regio.xlsx"


@pytest.mark.usefixtures("regio")
def test_verlengen_says_what_goes_on_what_is_closed_and_what_to_fill_in(run: Run) -> None:
    """It ends with 0, and with the command that comes next."""
    resultaat = run("verlengen", "regio.xlsx", "--jaar", "2020", "--naar", "plan-2020")

    assert (resultaat.exit_code, resultaat.stderr) == (0, "")
    tekst = " ".join(resultaat.stdout.split())
    assert "2 acties gaan door" in tekst
    assert (
        "1 actie is overal voltooid of niet opgepakt en staat op het werkblad Afgesloten: 1.1.1 Bewustwording" in tekst
    )
    assert "de peildatum en de uiterste inleverdatum, op het werkblad Plan" in tekst
    assert 'actieplan uitvragen "plan-2020.xlsx" --naar uitvraag' in tekst
    assert max(map(len, resultaat.stdout.splitlines())) <= 80
    assert read_planwerkboek("plan-2020.xlsx").plan.gegevens.naam == "Actieplan 2020"


@pytest.mark.usefixtures("regio")
def test_closed_acties_may_stay_in_the_plan(run: Run) -> None:
    """They are named all the same."""
    resultaat = run("verlengen", "regio.xlsx", "--jaar", "2020", "--naar", "p.xlsx", "--afgesloten", "behouden")

    assert "en staat toch in het plan" in " ".join(resultaat.stdout.split())
    assert "1.1.1" in read_planwerkboek("p.xlsx").plan.actie_op_nr


@pytest.mark.usefixtures("regio")
def test_after_a_herindeling_it_says_who_became_whom_and_what_is_missing(run: Run, tmp_path: Path) -> None:
    """Addresses are missing, so it ends with 1."""
    (tmp_path / "lijst.csv").write_text("gemeente;opvolger\nCuijk;Land van Cuijk\nGrave;Land van Cuijk\n", "utf-8")

    resultaat = run("verlengen", "regio.xlsx", "--jaar", "2022", "--naar", "p.xlsx", "--herindeling", "lijst.csv")

    assert resultaat.exit_code == 1
    assert "  Cuijk en Grave → Land van Cuijk\n" in resultaat.stdout
    assert Code.VERLENGEN_GEMEENTE_NIEUW in resultaat.stdout
    assert "Let nog even op" in resultaat.stderr.replace("\n", " ")


@pytest.mark.usefixtures("regio", "planwerkboek")
@pytest.mark.parametrize(
    ("keuzes", "zin"),
    [
        (("regio.xlsx", "--jaar", "twintig", "--naar", "p.xlsx"), "'twintig' is geen jaar"),
        (("regio.xlsx", "--naar", "p.xlsx"), "--jaar"),
        (("plan.xlsx", "--jaar", "2020", "--naar", "p.xlsx"), Code.GEEN_REGIOWERKBOEK),
        (("regio.xlsx", "--jaar", "2020", "--naar", "plan.xlsx"), Code.DOEL_BESTAAT),
        (("regio.xlsx", "--jaar", "2020", "--naar", "regio.xlsx", "--overschrijven"), Code.DOEL_IS_INVOER),
        (
            ("regio.xlsx", "--jaar", "2020", "--naar", "p.xlsx", "--herindeling", "er niet.csv"),
            Code.BESTAND_NIET_GEVONDEN,
        ),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_sentence(run: Run, keuzes: tuple[str, ...], zin: str) -> None:
    """It ends with 2, and nothing is written."""
    resultaat = run("verlengen", *keuzes)

    assert resultaat.exit_code == 2
    assert zin in resultaat.stderr
    assert not Path("p.xlsx").exists()
