"""Files as they come in: of whom they are, copied, sent twice, of last year, untouched, eight in one."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from soorten.proef import TABEL, Verloop, Werkplaats, run_round
from tekenen import RawSheet, RawWorkbook, draw_invulblad, pack

from actieplan_xl import tasks
from actieplan_xl.domain.bevinding import Code, Ernst
from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.plan import Gemeente, Kolom, Plan
from actieplan_xl.domain.plancode import encode_plan
from actieplan_xl.domain.status import Reden, Status
from handen import hidden, rows
from handen.verstuurd import as_sent, beside

ACHT = ("Bernheze", "Boekel", "Landerd", "Meierijstad", "Oss", "Sint Anthonis", "Uden", "Mill en Sint Hubert")


def codes(verloop: Verloop) -> set[Code]:
    return {b.code for b in verloop.bevindingen if b.ernst is not Ernst.TER_INFO}


def checked(*paden: Path) -> Verloop:
    return Verloop(tasks.check(paden), ())


def test_a_sheet_of_uden_that_was_sent_as_boekel_is_never_taken_for_boekel(tmp_path, plan):
    """Copied from the neighbours: the hidden sheet still says Uden."""

    def maak(werk):
        anders = TABEL.replace("najaar 2019", "zoals Uden")
        werk.zet(draw_invulblad(anders, titel="Invulblad van Uden", verborgen=hidden(plan, "Uden")))

    verloop = run_round(tmp_path, plan, maak)

    assert verloop.redenen() == {Reden.GEEN_BESTAND}
    told = {b.code for b in verloop.uitkomst.bevindingen if b.gemeente == "Uden"}
    assert told >= {Code.NAAM_BOTST, Code.TWEE_BESTANDEN_ONZEKER, Code.TWEE_BESTANDEN_VERSCHIL}
    assert "zoals Uden" in verloop.all_texts()


def test_the_same_answers_of_two_gemeenten_count_for_each(tmp_path, plan):
    def maak(werk):
        werk.zet(draw_invulblad(TABEL.replace("in 2018 gedaan", "door Uden gedaan"), verborgen=hidden(plan)))

    verloop = run_round(tmp_path, plan, maak)

    assert verloop.answers() == verloop.answers("Uden")
    assert codes(verloop) == set()


def test_a_workbook_of_last_year_counts_where_it_matches_and_is_told(tmp_path, plan):
    vorig = replace(plan, gegevens=replace(plan.gegevens, naam="Actieplan 2018", jaar="2018"))

    def maak(werk):
        tabel = f"{TABEL.strip()}\n| 3.1.1 | Drugsdumpingen | voltooid | 2017 | met Oss |"
        werk.zet(draw_invulblad(tabel, verborgen={"gemeente": "Boekel", "plan": encode_plan(vorig)}))

    verloop = run_round(tmp_path, plan, maak)

    assert verloop.answers()["1.1.1"] == ("voltooid", "in 2018 gedaan")
    assert codes(verloop) == {Code.ANDER_PLAN, Code.RIJ_ONBEKEND}
    assert [(e.actie, e.planning, e.toelichting) for e in verloop.uitkomst.matrix.eigen_acties] == [
        ("Drugsdumpingen", "2017", "met Oss")
    ]


@pytest.mark.parametrize("standen", [{}, {"1.1.1": Stand(Status.STRUCTUREEL, "elk jaar")}])
def test_an_invulblad_that_comes_back_untouched_is_told_as_such(tmp_path, plan, standen):
    """What was filled in beforehand is an answer all the same: nothing changed is what it says."""
    verloop = run_round(tmp_path, plan, lambda werk: werk.zet(as_sent(plan, standen=standen)))

    assert verloop.answers() == {nr: (str(s.status), s.planning) for nr, s in standen.items()}
    assert codes(verloop) == {Code.NIETS_INGEVULD}


def test_one_file_for_all_of_a_kolom_counts_for_each_of_its_gemeenten(tmp_path, plan):
    def maak(werk):
        boek = as_sent(plan, "Cuijk")
        blad = boek.sheets[0]
        keuze = next(plaats for plaats, cel in blad.cellen.items() if cel.waarde == "alleen Cuijk")
        blad.change({keuze: "heel CGM", beside(blad, "1.1.1", "Status"): "voltooid"})
        werk.zet(boek, "antwoord.xlsx")

    verloop = run_round(tmp_path, plan, maak)

    assert verloop.answers("Cuijk") == verloop.answers("Grave") == {"1.1.1": ("voltooid", "")}


def test_a_gemeente_of_the_kolom_that_answers_for_itself_goes_first_and_both_are_told(tmp_path, plan):
    def maak(werk):
        werk.zet(draw_invulblad(rows("| 1.1.1 | | voltooid | samen | met zijn drieën |"), titel="CGM"), "CGM.xlsx")
        werk.zet(draw_invulblad(rows("| 1.1.1 | | gepland | 2020 | alleen |"), titel="Grave"), "Grave.xlsx")

    verloop = run_round(tmp_path, plan, maak)

    assert (verloop.answers("Cuijk"), verloop.answers("Grave")) == (
        {"1.1.1": ("voltooid", "samen")},
        {"1.1.1": ("gepland", "2020")},
    )
    gezegd = {b.code for b in verloop.uitkomst.bevindingen}
    assert gezegd >= {Code.KOLOM_EN_GEMEENTE_VERSCHIL, Code.KOLOM_ONEENS}
    assert "met zijn drieën" in verloop.all_texts()


def test_of_two_versions_of_a_file_everything_is_there(tmp_path, plan):
    def maak(werk):
        for dag, planning in ((1, "eerst gedacht"), (2, "later bedacht")):
            tabel = rows(
                f"| 1.1.1 | | gepland | {planning} | |", "| | Eigen acties | | | |", f"| | eigen {dag} | | | |"
            )
            boek = draw_invulblad(tabel, opgeslagen=f"2019-05-0{dag}T10:00:00Z")
            werk.zet(boek, f"Boekel versie {dag}.xlsx")

    verloop = run_round(tmp_path, plan, maak)

    assert verloop.answers() == {"1.1.1": ("gepland", "later bedacht")}
    assert Code.TWEE_BESTANDEN_VERSCHIL in codes(verloop)
    assert "eerst gedacht" in verloop.all_texts()
    assert [e.actie for e in verloop.uitkomst.matrix.eigen_acties] == ["eigen 1", "eigen 2"]


def test_a_gemeente_that_stands_in_the_name_of_the_file_alone_is_told(tmp_path, plan):
    verloop = run_round(
        tmp_path, plan, lambda werk: werk.zet(draw_invulblad(TABEL, titel=""), "retour BOEKEL (2).xlsx")
    )

    assert verloop.answers()["1.1.1"] == ("voltooid", "in 2018 gedaan")
    assert codes(verloop) == {Code.GEMEENTE_AFGELEID}


def test_a_file_of_nobody_is_refused_aloud(tmp_path, plan):
    verloop = run_round(tmp_path, plan, lambda werk: werk.zet(draw_invulblad(TABEL, titel=""), "invulblad (3).xlsx"))

    assert verloop.redenen() == {Reden.GEEN_BESTAND}
    assert [(b.code, b.ernst) for b in verloop.bevindingen] == [(Code.GEMEENTE_ONBEKEND, Ernst.FOUT)]


@pytest.fixture
def plan_van_acht(plan: Plan) -> Plan:
    kolommen = tuple(Kolom(naam, (Gemeente(naam, naam),)) for naam in ACHT)
    lijnen = tuple(
        replace(
            lijn,
            themas=tuple(replace(t, acties=tuple(replace(a, geldt_voor=()) for a in t.acties)) for t in lijn.themas),
        )
        for lijn in plan.hoofdlijnen
    )
    return replace(plan, kolommen=kolommen, hoofdlijnen=lijnen)


def of_each(plan: Plan) -> dict[str, RawWorkbook]:
    """Return an invulblad of each gemeente, with an answer, an eigen actie and a moment that name it."""
    return {
        naam: draw_invulblad(
            rows(
                f"| 1.1.1 | | voltooid | door {naam} | |", "| | Eigen acties | | | |", f"| | eigen van {naam} | | | |"
            ),
            titel=f"Invulblad van {naam}",
            communicatie=f"| Datum | Wat |\n| 2019 | brief van {naam} |",
            verborgen={"gemeente": naam, "plan": encode_plan(plan)},
        )
        for naam in ACHT
    }


def all_of_each(verloop: Verloop) -> list[str]:
    """Return, per gemeente, whether answer, eigen actie and moment came through under its own name."""
    matrix = verloop.uitkomst.matrix
    eigen = {(e.gemeente, e.actie) for e in matrix.eigen_acties}
    momenten = {(m.gemeente, m.wat) for m in matrix.communicatie}
    return [
        naam
        for naam in ACHT
        if verloop.answers(naam) == {"1.1.1": ("voltooid", f"door {naam}")}
        and (naam, f"eigen van {naam}") in eigen
        and (naam, f"brief van {naam}") in momenten
    ]


def test_one_workbook_with_a_sheet_of_each_gemeente(bewaar, plan_van_acht):
    """Each pasted behind the other, under its own name, with its calendar; one hidden sheet came along."""
    sheets: list[RawSheet] = []
    for naam, boek in of_each(plan_van_acht).items():
        blad, kalender, verborgen = boek.sheets
        blad.naam, kalender.naam = naam, f"Communicatie {naam}"
        sheets += [blad, kalender] if sheets else [verborgen, blad, kalender]

    verloop = checked(bewaar(RawWorkbook(sheets), "alles.xlsx"))

    assert all_of_each(verloop) == list(ACHT)


def test_a_zip_of_eight(bewaar, plan_van_acht):
    """In folders of their own, and all under the same name."""
    delen = {f"retour/{naam}/Invulblad.xlsx": boek.bytes() for naam, boek in of_each(plan_van_acht).items()}

    verloop = checked(bewaar(pack(delen), "retour.zip"))

    assert all_of_each(verloop) == list(ACHT)


def test_a_zip_in_a_zip_is_told_and_nobody_is_forgotten(bewaar, plan_van_acht):
    boeken = {naam: boek.bytes() for naam, boek in of_each(plan_van_acht).items()}
    binnen = pack({"Uden.xlsx": boeken.pop("Uden")})

    verloop = checked(
        bewaar(pack({**{f"{naam}.xlsx": b for naam, b in boeken.items()}, "Uden.zip": binnen}), "alles.zip")
    )

    assert all_of_each(verloop) == [naam for naam in ACHT if naam != "Uden"]
    assert (Code.DOCUMENT_NIET_GELEZEN, "Uden.zip") in {(b.code, b.plek.bestand) for b in verloop.uitkomst.bevindingen}
    assert Code.GEEN_BESTAND in {b.code for b in verloop.uitkomst.bevindingen if b.gemeente == "Uden"}


def test_two_files_of_one_name_in_two_folders_of_a_zip_are_both_read(tmp_path, plan):
    def maak(werk: Werkplaats) -> None:
        uit = io.BytesIO()
        with zipfile.ZipFile(uit, "w") as doel:
            for map_, naam in (("a", "Boekel"), ("b", "Cuijk")):
                boek = draw_invulblad(rows(f"| 1.1.1 | | voltooid | {naam} | |"), titel=f"Invulblad van {naam}")
                doel.writestr(f"{map_}/antwoord.xlsx", boek.bytes())
        werk.zet(uit.getvalue(), "antwoorden.zip")

    verloop = run_round(tmp_path, plan, maak)

    assert (verloop.answers(), verloop.answers("Cuijk")) == (
        {"1.1.1": ("voltooid", "Boekel")},
        {"1.1.1": ("voltooid", "Cuijk")},
    )
