"""From one year to the next, from files to file."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

import actieplan_xl as ax
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError, GebruikError
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.plancode import decode_plan, encode_plan
from actieplan_xl.domain.status import ONGEWIJZIGD, Status
from actieplan_xl.rules.vergelijking import Plansoort, Soort

VOORBEELD = Path(__file__).parents[1] / "examples" / "maas-en-leijgraaf-2019"
REGIO = VOORBEELD / "Regiowerkboek Actieplan ondermijning 2019.xlsx"
HERINDELING = VOORBEELD / "gemeenten.csv"


def fill_in(pad: Path, antwoorden: Mapping[str, tuple[str, str]]) -> None:
    """Type answers in an invulblad, by number of the actie."""
    boek = openpyxl.load_workbook(pad)
    blad = boek["Invulblad"]
    (kop,) = (rij for rij in blad.iter_rows() if rij[0].value == "Nr")
    kolom = {cel.value: cel.column for cel in kop}
    for rij in range(kop[0].row + 1, blad.max_row + 1):
        antwoord = antwoorden.get(str(blad.cell(rij, 1).value))
        if antwoord:
            blad.cell(rij, kolom["Status"]).value, blad.cell(rij, kolom["Planning"]).value = antwoord
    boek.save(pad)


def state_of(pad: Path, nr: str) -> tuple[str, str, list[str]]:
    """Return of an invulblad the previous state and the status of an actie, and what can be chosen there."""
    blad = openpyxl.load_workbook(pad)["Invulblad"]
    (rij,) = (rij for rij in blad.iter_rows() if rij[0].value == nr)
    (keuzes,) = (
        v.formula1 for v in blad.data_validations.dataValidation if rij[3].coordinate in v.cells and v.formula1
    )
    return rij[2].value or "", rij[3].value or "", keuzes.strip('"').split(",")


@pytest.fixture
def regio(tmp_path: Path) -> Path:
    """The example of 2019, in which everybody finished 1.1.2 and Boekel and Uden finished 1.1.1."""
    uit = tmp_path / "in 2019"
    ax.distribute(REGIO, uit)
    for pad in uit.iterdir():
        wie = pad.stem.split(" - ")[1]
        fill_in(pad, {"1.1.2": ("voltooid", "2018")})
        fill_in(pad, {"1.1.1": ("voltooid", "2019") if wie in ("Boekel", "Uden") else (ONGEWIJZIGD, "")})
    ax.merge_files([uit], naar=tmp_path / "regio 2019.xlsx", peildatum="2019-11-01")
    return tmp_path / "regio 2019.xlsx"


def test_from_2019_to_2020_and_through_the_next_round(regio: Path, tmp_path: Path) -> None:
    """The same acties under the same numbers, the previous state beside them, and what changed told at the end."""
    oud, toen = ax.read_regiowerkboek(regio).matrix, regio.read_bytes()

    verlengd = ax.extend_file(regio, "2020", tmp_path / "plan 2020.xlsx")

    assert regio.read_bytes() == toen
    werkboek = ax.read_planwerkboek(verlengd.geschreven)
    plan = werkboek.plan
    assert werkboek.bevindingen == ()
    assert [a.nr for a in plan.acties] == [a.nr for a in oud.plan.acties if a.nr != "1.1.2"]
    assert (plan.gegevens.naam, plan.gegevens.jaar) == ("Actieplan ondermijning 2020", "2020")
    assert (plan.gegevens.peildatum, plan.gegevens.inleverdatum) == ("", "")
    assert (plan.kolommen, plan.ontvangers, plan.voetnoten) == (
        oud.plan.kolommen,
        oud.plan.ontvangers,
        oud.plan.voetnoten,
    )
    for gemeente in plan.gemeenten:  # each its own, also within CGM
        verwacht = {nr: stand for nr, stand in oud.standen(gemeente.naam).items() if nr != "1.1.2"}
        assert werkboek.standen[gemeente.naam] == verwacht
    assert len(plan.afgesloten) == 8

    uit = ax.distribute(verlengd.geschreven, tmp_path / "in 2020").paden
    boekel, landerd = (next(pad for pad in uit if naam in pad.name) for naam in ("Boekel", "Landerd"))
    assert state_of(boekel, "1.1.1")[:2] == ("voltooid\n2019", "")
    assert state_of(landerd, "1.1.1")[:2] == ("structureel\nHerhaling in 2019", "structureel")
    fill_in(boekel, {"1.1.1": (ONGEWIJZIGD, ""), "1.1.5": ("gepland", "2021")})
    uitkomst = ax.merge_files([tmp_path / "in 2020"], naar=tmp_path / "r.xlsx", vorige=regio, peildatum="2020-05-01")

    vergelijking = uitkomst.samenvoeging.vergelijking
    assert vergelijking is not None
    assert (Soort.BEANTWOORD, "Boekel", "1.1.5") in [
        (w.soort, w.gemeente, w.actie.nr) for w in vergelijking.wijzigingen
    ]
    assert [(w.soort, w.actie and w.actie.nr) for w in vergelijking.planwijzigingen] == [
        (Plansoort.ACTIE_VERVALLEN, "1.1.2")
    ]
    nieuw = ax.read_regiowerkboek(tmp_path / "r.xlsx").matrix
    gegeven = nieuw.invulling("Boekel", "1.1.1")
    assert gegeven is not None
    assert (gegeven.status, gegeven.planning) == (Status.VOLTOOID, "2019")
    assert nieuw.plan.afgesloten == plan.afgesloten  # it went along in the invulbladen
    opnieuw = ax.extend_file(tmp_path / "r.xlsx", "2021", tmp_path / "plan 2021.xlsx")
    assert set(plan.afgesloten) <= set(opnieuw.verlenging.plan.afgesloten)


def test_across_the_herindeling_eight_gemeenten_become_three(regio: Path, tmp_path: Path) -> None:
    """With the history of each former one apart, through the round and in what changed."""
    verlengd = ax.extend_file(regio, "2022", tmp_path / "plan 2022.xlsx", herindeling=HERINDELING)

    werkboek = ax.read_planwerkboek(verlengd.geschreven)
    assert [(k.naam, [(g.naam, g.cbs_code) for g in k.gemeenten]) for k in werkboek.plan.kolommen] == [
        ("Land van Cuijk", [("Land van Cuijk", "GM1982")]),
        ("Boekel", [("Boekel", "GM0755")]),
        ("Maashorst", [("Maashorst", "GM1991")]),
    ]
    nieuw = [b for b in verlengd.bevindingen if b.code is Code.VERLENGEN_GEMEENTE_NIEUW]
    assert [b.gemeente for b in nieuw] == ["Land van Cuijk", "Maashorst"]
    rijen = openpyxl.load_workbook(verlengd.geschreven)["Vorige stand"].iter_rows(min_row=2, values_only=True)
    assert len([rij for rij in rijen if rij[0] == "1.1.1"]) == 8
    maashorst = werkboek.standen["Maashorst"]["1.1.1"]
    assert maashorst.planning == "Uden: voltooid, 2019\nLanderd: structureel, Herhaling in 2019"

    getoond = ax.show(verlengd.geschreven).cellen
    assert getoond["1.1.1", "Maashorst"].status is None  # no single state, so no colour
    assert getoond["1.1.1", "Maashorst"].tekst.startswith("verschilde per gemeente\nUden")
    assert getoond["1.1.1", "Land van Cuijk"].status is Status.STRUCTUREEL

    uit = ax.distribute(verlengd.geschreven, tmp_path / "in 2022").paden
    vorige, status, keuzes = state_of(uit[2], "1.1.1")
    assert vorige == f"verschilde per gemeente\n{maashorst.planning}"
    assert (status, ONGEWIJZIGD in keuzes) == ("", False)
    assert state_of(uit[0], "1.1.1")[:2] == ("structureel\nHerhaling in 2019", "structureel")
    fill_in(uit[2], {"1.1.1": (ONGEWIJZIGD, "")})
    uitkomst = ax.merge_files([tmp_path / "in 2022"], naar=tmp_path / "r.xlsx", vorige=regio, peildatum="2022-05-01")

    samen = uitkomst.samenvoeging
    oranje = samen.matrix.invulling("Maashorst", "1.1.1")
    assert oranje is not None
    assert not oranje.is_antwoord
    assert Code.ONGEWIJZIGD_VERSCHILDE in {b.code for b in samen.bevindingen}
    assert not {b.code for b in samen.bevindingen} & {Code.VORIGE_ZONDER_OPVOLGER, Code.VORIGE_OPVOLGER_ONBEKEND}
    assert samen.vergelijking is not None
    opgegaan = [(w.was, w.nu) for w in samen.vergelijking.planwijzigingen if w.soort is Plansoort.GEMEENTE_OPGEGAAN]
    assert ("Grave", "Land van Cuijk") in opgegaan
    assert len(opgegaan) == 7


def test_new_acties_can_be_added_and_a_taken_number_is_told(regio: Path, tmp_path: Path) -> None:
    """A row typed under the others, first with a free number and then with that of a closed actie."""
    plan = ax.extend_file(regio, "2020", tmp_path / "plan.xlsx").geschreven
    boek = openpyxl.load_workbook(plan)
    blad = boek["Actieplan"]
    (rij,) = (rij[0].row for rij in blad.iter_rows() if rij[0].value == "1.1.5")
    for nr, codes in (("1.1.6", []), ("1.1.2", [Code.PLAN_NR_AFGESLOTEN])):
        blad.insert_rows(rij + 1)
        blad.cell(rij + 1, 1).value, blad.cell(rij + 1, 2).value = nr, "Iets nieuws"
        boek.save(tmp_path / "nieuw.xlsx")
        blad.delete_rows(rij + 1)

        werkboek = ax.read_planwerkboek(tmp_path / "nieuw.xlsx")

        assert [a.tekst for a in werkboek.plan.acties if a.nr == nr] == ["Iets nieuws"]
        assert not any(nr in standen for standen in werkboek.standen.values())
        assert [b.code for b in werkboek.bevindingen] == codes


def test_the_same_regiowerkboek_gives_the_same_plan(regio: Path, tmp_path: Path) -> None:
    """Byte for byte, under whatever name."""
    een, ander = (ax.extend_file(regio, "2020", tmp_path / naam).geschreven for naam in ("a.xlsx", "b.xlsx"))

    assert een.read_bytes() == ander.read_bytes()


def test_as_a_library_it_gives_the_same_plan(regio: Path, tmp_path: Path) -> None:
    """A matrix in, a plan with its previous states out, to be written."""
    matrix = ax.read_regiowerkboek(regio).matrix
    verlenging = ax.extend_plan(matrix, "2020", {"Uden": ax.Opvolger("Maashorst", "GM1991")})

    ax.write_planwerkboek(verlenging.plan, tmp_path / "plan.xlsx", vorige=verlenging.vorige)

    gelezen = ax.read_planwerkboek(tmp_path / "plan.xlsx")
    assert gelezen.plan == verlenging.plan
    assert gelezen.standen["Maashorst"] == {n: s for n, s in matrix.standen("Uden").items() if n != "1.1.2"}


def test_neither_input_is_written_over_and_a_year_that_is_none_is_refused(regio: Path, tmp_path: Path) -> None:
    """Before anything is made."""
    lijst = tmp_path / "lijst.xlsx"
    lijst.write_bytes(HERINDELING.read_bytes())
    for invoer in (regio, lijst):
        with pytest.raises(BestandError, match=r"\[DOEL_IS_INVOER\]"):
            ax.extend_file(regio, "2020", invoer, herindeling=lijst, overschrijven=True)
    for jaar in ("20", "volgend jaar", "2022-2020", "3000"):
        with pytest.raises(GebruikError, match="is geen jaar"):
            ax.extend_file(regio, jaar, tmp_path / "plan.xlsx")
    assert not (tmp_path / "plan.xlsx").exists()


def test_a_plan_carries_its_past_in_every_invulblad_and_leaves_it_out_when_there_is_none(plan: Plan) -> None:
    """So that a version that does not know of it reads the others."""
    boekel = replace(plan.kolommen[1].gemeenten[0], voorgangers=("Uden",))
    rij = ax.Afgesloten("1.1.9", "Lijn", "Thema", "Iets", "CGM", "Cuijk", "voltooid", "", "2018")
    kolommen = (plan.kolommen[0], replace(plan.kolommen[1], gemeenten=(boekel,)), plan.kolommen[2])
    met = replace(plan, kolommen=kolommen, afgesloten=(rij,))

    assert decode_plan(encode_plan(met)) == met
    assert met.vingerafdruk == plan.vingerafdruk
    assert not {"voorgangers", "afgesloten"} & set(json.loads(encode_plan(plan)))
    assert "voorgangers" not in encode_plan(plan)
