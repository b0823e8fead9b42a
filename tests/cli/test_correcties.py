"""After a phone call: the coördinator writes it down in the plan, or in a file beside it, and merges again."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from writing.dump import load

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import Status
from actieplan_xl.domain.words import CORRECTIE_KOLOMMEN, Bladen
from actieplan_xl.reading.regiowerkboek import read_regiowerkboek
from actieplan_xl.tasks import check, merge_files
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad
from cli.kleinplan import ALLES, Run

GEBELD = ("Boekel", "1.1.2", "voltooid", "mei 2019", "Gebeld: klaar sinds mei.", "programmaleider", "3-6-2019")


def note(pad: Path, *rijen: Sequence[str]) -> Path:
    """Write rows under the headings of the sheet in a planwerkboek, as in Excel; or make a list of its own."""
    boek = load_workbook(pad) if pad.exists() else Workbook()
    blad = boek[Bladen.CORRECTIES] if Bladen.CORRECTIES in boek.sheetnames else boek.active
    eerste = 3 if Bladen.CORRECTIES in boek.sheetnames else 1
    for nummer, rij in enumerate(rijen if eerste == 3 else [CORRECTIE_KOLOMMEN, *rijen], eerste):
        for kolom, waarde in enumerate(rij, 1):
            blad.cell(nummer, kolom, waarde)
    boek.save(pad)
    return pad


@pytest.fixture
def binnen(plan: Plan, retour: Path) -> Path:
    """All three sent their file on the first of June; Boekel plans 1.1.2 for 2020, and says why."""
    for gemeente in plan.gemeenten:
        antwoorden = {nr: Antwoord(status, "najaar 2019") for nr, status in ALLES.items()}
        if gemeente.naam == "Boekel":
            antwoorden["1.1.2"] = Antwoord("gepland", "2020", "Eerst overleg.")
        blad = build_invulblad(plan, gemeente, {}, Vulling(antwoorden), datetime(2019, 6, 1, tzinfo=UTC))
        (retour / f"{gemeente.naam}.xlsx").write_bytes(blad)
    return retour


def test_a_call_noted_in_the_plan_is_in_every_next_merge(run: Run, binnen: Path, planwerkboek: Path) -> None:
    """And it is told as the coördinator's, with what the gemeente wrote herself."""
    note(planwerkboek, GEBELD)

    for keer in ("een", "twee"):
        resultaat = run("samenvoegen", binnen, "--plan", planwerkboek, "--naar", keer)
        assert (resultaat.exit_code, resultaat.stderr) == (0, "")
        assert "Van de coördinator: 1 correctie telt mee." in resultaat.stdout
        invulling = read_regiowerkboek(binnen.parent / f"{keer}.xlsx").matrix.invulling("Boekel", "1.1.2")
        assert invulling is not None
        assert (invulling.status, invulling.planning) == (Status.VOLTOOID, "mei 2019")
        assert str(invulling.plek) == "plan.xlsx › Correcties › C3"
        assert invulling.toelichting == (
            "Correctie door programmaleider op 3 juni 2019: Gebeld: klaar sinds mei.\n"
            "Toelichting van Boekel zelf: Eerst overleg."
        )


def test_a_file_with_correcties_may_lie_among_what_came_back(binnen: Path) -> None:
    """No plan beside it, and no option: the folder is the coördinator's."""
    note(binnen / "Correcties.xlsx", GEBELD)

    uitkomst = check([binnen])

    invulling = uitkomst.matrix.invulling("Boekel", "1.1.2")
    assert invulling is not None and invulling.status is Status.VOLTOOID
    assert {b.code for b in uitkomst.bevindingen} == {Code.CORRECTIES_GELEZEN, Code.CORRECTIE_TOEGEPAST}
    assert len(uitkomst.samenvoeging.herkomst) == 4


def test_the_matrix_that_is_read_back_is_the_one_that_was_written(binnen: Path) -> None:
    """The words of the coördinator and those of the gemeente both come back."""
    note(binnen / "Correcties.xlsx", GEBELD, ("CGM", "1.2.1", "", "2020 “”\nof later", "Brief", "rol", "3-6-2019"))

    uitkomst = merge_files([binnen], naar=binnen.parent / "regio.xlsx")

    gelezen = read_regiowerkboek(binnen.parent / "regio.xlsx")
    assert gelezen.matrix == uitkomst.matrix
    assert gelezen.bevindingen == ()


def test_the_next_round_begins_without_the_correcties_of_this_one(binnen: Path) -> None:
    """They are answers by then: the regiowerkboek has no list of them to apply again."""
    note(binnen / "Correcties.xlsx", GEBELD)
    regio = binnen.parent / "regio.xlsx"
    merge_files([binnen], naar=regio)
    (binnen / "Correcties.xlsx").unlink()

    uitkomst = check([binnen], regio)

    assert Bladen.CORRECTIES not in load(regio.read_bytes()).sheetnames
    assert uitkomst.samenvoeging.correcties == ()


def test_a_plan_that_lies_among_the_input_as_well_is_taken_once(binnen: Path, planwerkboek: Path) -> None:
    """Its correcties count, so nothing says that they do not."""
    plan = note(planwerkboek, GEBELD).rename(binnen / "plan.xlsx")

    uitkomst = check([binnen], plan)

    assert [u.telt for u in uitkomst.samenvoeging.correcties] == [True]
    assert Code.CORRECTIES_NIET_MEE not in {b.code for b in uitkomst.bevindingen}


def test_herkomst_names_each_correctie_and_the_file_it_stands_in(binnen: Path) -> None:
    """What it was, what it became, why, by whom and when; and whether it counts."""
    note(binnen / "Correcties.xlsx", GEBELD)
    uitkomst = merge_files([binnen], naar=binnen.parent / "regio.xlsx")

    blad = load((binnen.parent / "regio.xlsx").read_bytes())[Bladen.HERKOMST]

    rijen = [tuple(str(waarde or "") for waarde in rij) for rij in blad.iter_rows(values_only=True)]
    lijst = next(h for h in uitkomst.samenvoeging.herkomst if h.bestand == "Correcties.xlsx")
    bestand = next(rij for rij in rijen if rij[0] == "Correcties.xlsx")
    assert (*bestand[1:3], bestand[5]) == ("ja", "correcties voor Boekel", lijst.sha256)
    assert rijen[-1] == (
        "Boekel",
        "1.1.2",
        "gepland, 2020, Eerst overleg.",
        "voltooid, mei 2019",
        "3 juni 2019",
        "Gebeld: klaar sinds mei.",
        "programmaleider",
        "ja",
    )


def test_without_correcties_herkomst_is_as_it_was(binnen: Path) -> None:
    """No heading with nothing under it."""
    merge_files([binnen], naar=binnen.parent / "regio.xlsx")

    blad = load((binnen.parent / "regio.xlsx").read_bytes())[Bladen.HERKOMST]

    assert blad.max_column == 6


def test_json_has_each_correctie_with_what_it_was(run: Run, binnen: Path) -> None:
    """Every field is in docs/json.md."""
    note(binnen / "Correcties.xlsx", GEBELD)

    inhoud = json.loads(run("controleren", binnen, "--json").stdout)

    assert inhoud["correcties"] == [
        {
            "gemeente": "Boekel",
            "nr": "1.1.2",
            "telt": True,
            "waarom_niet": "",
            "was": {"gemeente": "Boekel", "status": "gepland", "planning": "2020"},
            "is": {"gemeente": "Boekel", "status": "voltooid", "planning": "mei 2019"},
            "waarom": "Gebeld: klaar sinds mei.",
            "door": "programmaleider",
            "wanneer": "2019-06-03",
            "bestand": "Correcties.xlsx",
            "blad": "Sheet",
            "cel": "C2",
        }
    ]
    assert [b["bestand"] for b in inhoud["bestanden"] if b["correcties"]] == ["Correcties.xlsx"]


def test_controleren_says_which_rows_of_the_list_do_not_count(run: Run, binnen: Path) -> None:
    """Not among what a gemeente has to do."""
    note(binnen / "Correcties.xlsx", GEBELD, ("Boekel", "1.1.1", "voltooid", "", "", "rol", "3-6-2019"))

    resultaat = run("controleren", binnen)

    algemeen = resultaat.stdout.partition("\nAlgemeen\n")[2]
    assert resultaat.exit_code == 1
    assert "CORRECTIE_ONVOLLEDIG" in algemeen
    assert "Compleet: Cuijk, Grave en Boekel." in resultaat.stdout


def test_a_folder_with_only_a_list_says_that_there_is_no_plan(run: Run, retour: Path, planwerkboek: Path) -> None:
    """Beside a plan an answer by phone is an answer."""
    note(retour / "Correcties.xlsx", GEBELD)

    zonder, met = run("controleren", retour), run("controleren", retour, "--plan", planwerkboek)

    assert zonder.exit_code == 2
    assert "Geef het planwerkboek mee met --plan." in zonder.stderr
    assert met.exit_code == 1
    assert "1 van 9 antwoorden binnen" in met.stdout


def test_the_retour_of_a_gemeente_tells_her_what_was_changed(binnen: Path, plan: Plan) -> None:
    """At her own cell, beside what else she has to mend."""
    boekel = next(g for g in plan.gemeenten if g.naam == "Boekel")
    vulling = Vulling({"1.1.1": Antwoord("bijna klar"), "1.1.2": Antwoord("gepland", "2020")})
    blad = build_invulblad(plan, boekel, {}, vulling, datetime(2019, 6, 1, tzinfo=UTC))
    (binnen / "Boekel.xlsx").write_bytes(blad)
    note(binnen / "Correcties.xlsx", GEBELD)

    (retour,) = check([binnen], retour=binnen.parent / "terug").retour

    blad = load(retour.pad.read_bytes())[Bladen.TE_HERSTELLEN]
    teksten = " ".join(str(waarde) for rij in blad.iter_rows(values_only=True) for waarde in rij if waarde)
    assert "Op 3 juni 2019 is dat bij ons gewijzigd in 'voltooid, mei 2019': Gebeld: klaar sinds mei." in teksten
    assert "Zet het ook hier zo neer" in teksten


def test_the_sheet_of_a_plan_has_a_list_of_statuses_and_asks_for_a_role(planwerkboek: Path) -> None:
    """An explanation stands above it; it is read back as ours."""
    blad = load(planwerkboek.read_bytes())[Bladen.CORRECTIES]

    assert [cel.value for cel in blad[2]] == list(CORRECTIE_KOLOMMEN)
    assert [v.prompt for v in blad.data_validations.dataValidation if "rol" in (v.prompt or "")]
    assert any("voltooid" in str(v.formula1) for v in blad.data_validations.dataValidation)
