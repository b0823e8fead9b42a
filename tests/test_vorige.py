"""A round beside the previous one, from files to file."""

from dataclasses import replace
from pathlib import Path

import pytest
from writing.dump import load

import actieplan_xl as ax
from actieplan_xl.cli.verslag import report_samenvoeging
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.plan import Actie, Gemeente, Kolom, Plan
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad
from actieplan_xl.writing.planwerkboek import build_planwerkboek


def answer(plan: Plan, map_: Path, gemeente: str, status: str) -> None:
    """Put the invulblad of a gemeente in a folder, with one answer to everything."""
    map_.mkdir(exist_ok=True)
    (wie,) = plan.find_gemeenten(gemeente)
    vulling = Vulling({actie.nr: Antwoord(status, "2019") for actie in plan.acties_van(wie.kolom)})
    (map_ / f"{gemeente}.xlsx").write_bytes(build_invulblad(plan, wie, None, vulling))


@pytest.fixture
def vorige(plan: Plan, tmp_path: Path) -> Path:
    """The regiowerkboek of January: Boekel and Uden had everything planned."""
    for naam in ("Boekel", "Uden"):
        answer(plan, tmp_path / "toen", naam, "gepland")
    uitkomst = ax.merge_files([tmp_path / "toen"], naar=tmp_path / "vorige.xlsx", peildatum="2019-01-01")
    assert uitkomst.geschreven is not None
    return uitkomst.geschreven


@pytest.fixture
def binnen(plan: Plan, tmp_path: Path) -> Path:
    """What came in now: Boekel finished everything, and of Uden there is nothing."""
    answer(plan, tmp_path / "nu", "Boekel", "voltooid")
    return tmp_path / "nu"


def test_a_round_beside_the_previous_one_tells_what_changed(vorige: Path, binnen: Path, tmp_path: Path) -> None:
    """And leaves the previous workbook as it was."""
    toen = vorige.read_bytes()

    uitkomst = ax.merge_files([binnen], naar=tmp_path / "nu.xlsx", vorige=vorige)

    gelezen = ax.read_regiowerkboek(tmp_path / "nu.xlsx")
    samen = uitkomst.samenvoeging
    assert samen.vergelijking is not None
    assert samen.vergelijking == ax.compare(ax.read_regiowerkboek(vorige).matrix, gelezen.matrix)
    assert samen.vergelijking.zin == "Sinds 1 januari 2019: 4 voltooid, 4 oranje geworden."
    assert [punt.peildatum for punt in gelezen.reeks] == ["2019-01-01", "2019-06-01"]
    assert vorige.read_bytes() == toen


def test_the_same_round_beside_the_same_previous_one_gives_the_same_bytes(
    vorige: Path, binnen: Path, tmp_path: Path
) -> None:
    """Whatever the name of the file it is written to."""
    for naam in ("a.xlsx", "b.xlsx"):
        ax.merge_files([binnen], naar=tmp_path / naam, vorige=vorige)

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_the_previous_workbook_is_never_written_over(vorige: Path, binnen: Path) -> None:
    """Also not when asked: it is input."""
    toen = vorige.read_bytes()

    with pytest.raises(BestandError, match=r"\[DOEL_IS_INVOER\]"):
        ax.merge_files([binnen], naar=vorige, vorige=vorige, overschrijven=True)
    assert vorige.read_bytes() == toen


def test_what_is_no_regiowerkboek_is_refused_before_anything_is_read(plan: Plan, binnen: Path, tmp_path: Path) -> None:
    """A planwerkboek, an invulblad and what is no workbook at all, with a sentence that says what to give."""
    (tmp_path / "plan.xlsx").write_bytes(build_planwerkboek(plan))

    (tmp_path / "matrix.pdf").write_bytes(b"%PDF-1.7\n%%EOF")
    (tmp_path / "uitkomst.json").write_text("{}")
    (tmp_path / "script.py").write_text("print()")

    andere = [tmp_path / naam for naam in ("plan.xlsx", "matrix.pdf", "uitkomst.json", "script.py")]
    for pad in (*andere, binnen / "Boekel.xlsx"):
        with pytest.raises(
            BestandError, match=rf"{pad.name}: dit is geen regiowerkboek. Geef het .* \(.xlsx\)"
        ) as fout:
            ax.merge_files([binnen], naar=tmp_path / "nu.xlsx", vorige=pad)
        assert "invulblad" not in str(fout.value)
    assert not (tmp_path / "nu.xlsx").exists()


def test_a_previous_one_of_a_later_day_is_told_and_merged_all_the_same(
    vorige: Path, binnen: Path, tmp_path: Path
) -> None:
    """The finding stands on Bevindingen too."""
    uitkomst = ax.merge_files([binnen], naar=tmp_path / "nu.xlsx", vorige=vorige, peildatum="2018-12-01")

    assert Code.VORIGE_NIET_EERDER in {b.code for b in uitkomst.samenvoeging.bevindingen}
    assert [p.peildatum for p in uitkomst.samenvoeging.reeks] == ["2018-12-01", "2019-01-01"]
    assert uitkomst.samenvoeging.vergelijking.zin.startswith(
        "Let op: het vorige regiowerkboek (1 januari 2019) is niet eerder dan dit. Vergeleken daarmee: "
    )


def reworded(plan: Plan, **gegevens: str) -> Plan:
    """Return a plan with the same numbers, in which every actie is another."""
    lijnen = tuple(
        replace(
            lijn,
            themas=tuple(
                replace(thema, acties=tuple(replace(a, tekst=f"Iets anders: {a.nr}") for a in thema.acties))
                for thema in lijn.themas
            ),
        )
        for lijn in plan.hoofdlijnen
    )
    return replace(plan, gegevens=replace(plan.gegevens, **gegevens), hoofdlijnen=lijnen)


def test_the_regiowerkboek_of_another_plan_is_a_fout_and_nothing_is_compared(
    plan: Plan, vorige: Path, tmp_path: Path
) -> None:
    """The numbers are the same in every plan; not one actie is."""
    ander = reworded(plan, naam="Uitvoeringsprogramma Veilig")
    answer(ander, tmp_path / "ander", "Boekel", "voltooid")

    uitkomst = ax.merge_files([tmp_path / "ander"], naar=tmp_path / "nu.xlsx", vorige=vorige)

    (bevinding,) = [b for b in uitkomst.samenvoeging.bevindingen if b.code.startswith("VORIGE")]
    assert (bevinding.code, bevinding.plek.bestand) == (Code.VORIGE_ANDER_PLAN, "vorige.xlsx")
    assert f"('{plan.gegevens.naam}')" in bevinding.tekst
    assert (uitkomst.samenvoeging.vergelijking, uitkomst.samenvoeging.reeks, uitkomst.has_fouten) == (None, (), True)
    told = "\n".join(report_samenvoeging(uitkomst))
    assert "[VORIGE_ANDER_PLAN]" in told
    assert "vervallen" not in told


def test_a_plan_without_one_gemeente_in_common_is_another_plan(plan: Plan, vorige: Path, tmp_path: Path) -> None:
    """The acties are those of the same programme, elsewhere."""
    elders = Kolom("Oss", (Gemeente("Oss", "Oss"),))
    hier = tuple(replace(actie, geldt_voor=()) for actie in plan.acties)
    lijn = replace(plan.hoofdlijnen[0], themas=(replace(plan.hoofdlijnen[0].themas[0], acties=hier[:1]),))
    ander = replace(plan, kolommen=(elders,), hoofdlijnen=(lijn,), teksten={}, voetnoten={})
    answer(ander, tmp_path / "ander", "Oss", "voltooid")

    uitkomst = ax.merge_files([tmp_path / "ander"], naar=tmp_path / "nu.xlsx", vorige=vorige)

    assert Code.VORIGE_ANDER_PLAN in {b.code for b in uitkomst.samenvoeging.bevindingen}


def test_a_plan_of_another_name_with_mostly_other_acties_is_told_and_compared(
    plan: Plan, vorige: Path, tmp_path: Path
) -> None:
    """One actie was kept; and a plan that kept its name, or most of its acties, is nobody's concern."""
    eerste = plan.acties[0]

    def codes_of(nu: Plan, map_: str) -> set[Code]:
        answer(nu, tmp_path / map_, "Boekel", "voltooid")
        uitkomst = ax.merge_files([tmp_path / map_], naar=tmp_path / f"{map_}.xlsx", vorige=vorige)
        assert uitkomst.samenvoeging.vergelijking is not None
        return {b.code for b in uitkomst.samenvoeging.bevindingen if b.code.startswith("VORIGE")}

    anders = reworded(plan, naam="Veilig 2020")
    thema = anders.hoofdlijnen[0].themas[0]
    met_een = replace(thema, acties=(eerste, *thema.acties[1:]))
    lijn = replace(anders.hoofdlijnen[0], themas=(met_een, *anders.hoofdlijnen[0].themas[1:]))

    assert codes_of(replace(anders, hoofdlijnen=(lijn, *anders.hoofdlijnen[1:])), "veel") == {
        Code.VORIGE_LIJKT_ANDER_PLAN
    }
    assert codes_of(reworded(plan), "zelfde naam") == set()
    assert codes_of(replace(plan, gegevens=replace(plan.gegevens, naam="Actieplan 2020")), "andere naam") == set()


def test_a_previous_one_that_is_not_earlier_is_told_on_the_screen_as_well(
    vorige: Path, binnen: Path, tmp_path: Path
) -> None:
    """A row on Bevindingen is read by whoever looks there."""
    uitkomst = ax.merge_files([binnen], naar=tmp_path / "nu.xlsx", vorige=vorige, peildatum="2018-12-01")

    assert "[VORIGE_NIET_EERDER]" in "\n".join(report_samenvoeging(uitkomst))


def test_a_finding_about_the_previous_workbook_speaks_of_the_actie_as_it_is_numbered_now(
    plan: Plan, vorige: Path, tmp_path: Path
) -> None:
    """An actie was put in front: what was 1.1.1 is 1.1.2, and what went has no number any more."""
    boek = load(vorige.read_bytes())
    for rij in boek["Actieplan"].iter_rows():
        if rij[0].value in ("1.1.1", "2.1.1"):
            rij[-2].value = "met de hand"  # the kolom of Boekel
    boek.save(vorige)
    thema = plan.hoofdlijnen[0].themas[0]
    nieuw = (
        Actie("1.1.1", "Iets heel anders"),
        replace(plan.acties[0], nr="1.1.2"),
        replace(plan.acties[1], nr="1.1.3"),
    )
    lijn = replace(plan.hoofdlijnen[0], themas=(replace(thema, acties=nieuw),))
    nu = replace(plan, hoofdlijnen=(lijn,), teksten={}, voetnoten={})
    answer(nu, tmp_path / "nu", "Boekel", "voltooid")

    uitkomst = ax.merge_files([tmp_path / "nu"], naar=tmp_path / "nu.xlsx", vorige=vorige)

    gevonden = [b for b in uitkomst.samenvoeging.bevindingen if b.code is Code.MATRIX_AANGEPAST]
    assert {(b.plek.bestand, b.nr, b.tekst.partition(" van ")[0]) for b in gevonden} == {
        ("vorige.xlsx", "1.1.2", "bij 1.1.1 (nu 1.1.2)"),
        ("vorige.xlsx", "", "bij 2.1.1 (staat niet meer in het plan)"),
    }
    blad = load((tmp_path / "nu.xlsx").read_bytes())["Bevindingen"]
    rijen = [[cel.value for cel in rij] for rij in blad.iter_rows() if rij[1].value == "MATRIX_AANGEPAST"]
    assert {(rij[6], rij[7]) for rij in rijen} == {("1.1.2", plan.acties[0].tekst), (None, None)}
