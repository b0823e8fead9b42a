import re
from dataclasses import replace

import click
import pytest

from actieplan_xl.cli.vertoning import Scherm, choose_maten, draw
from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.matrixcel import NIET_VAN_TOEPASSING, Matrixcel, format_stand
from actieplan_xl.domain.palet import STATUSVERF
from actieplan_xl.domain.plan import Gemeente, Kolom, Plan
from actieplan_xl.domain.status import Kleur, Status
from actieplan_xl.tasks import Vertoning


def fake(plan: Plan, aantal: int) -> Vertoning:
    """As many kolommen as asked, and every status in turn."""
    kolommen = tuple(Kolom(f"K{n}", (Gemeente(f"K{n}", f"K{n}"),)) for n in range(1, aantal + 1))
    standen = [Matrixcel(status, format_stand(Stand(status, "Herhaling in 2019"))) for status in Status]
    keuze = [*standen, NIET_VAN_TOEPASSING]
    cellen = {
        (actie.nr, kolom.naam): keuze[(rij + plaats) % len(keuze)]
        for rij, actie in enumerate(plan.acties)
        for plaats, kolom in enumerate(kolommen)
    }
    return Vertoning(replace(plan, kolommen=kolommen), kolommen, cellen)


def test_six_kolommen_fit_in_one_block_of_80_columns(plan: Plan) -> None:
    regels = draw(fake(plan, 6), Scherm(80))

    assert max(map(len, regels)) == 80
    assert sum(regel.startswith("Nr") for regel in regels) == 1
    assert not any(regel.startswith("Kolommen") for regel in regels)


@pytest.mark.parametrize("breedte", [40, 60, 79, 80, 81, 100, 120, 200])
@pytest.mark.parametrize("aantal", [1, 6, 13, 342])
def test_no_line_is_wider_than_the_screen(plan: Plan, breedte: int, aantal: int) -> None:
    regels = draw(fake(plan, aantal), Scherm(breedte))

    assert len(regels) > 10
    assert max(map(len, regels)) <= breedte


def test_kolommen_that_do_not_fit_come_in_next_blocks_and_none_is_lost(plan: Plan) -> None:
    regels = draw(fake(plan, 342), Scherm(80))

    koppen = [re.findall(r"K\d+", regel) for regel in regels if regel.startswith("Nr")]
    assert [naam for kop in koppen for naam in kop] == [f"K{n}" for n in range(1, 343)]
    assert "Kolommen 7 t/m 12 van 342" in regels


def test_the_narrow_matrix_uses_short_words_and_explains_them(plan: Plan) -> None:
    tekst = "\n".join(draw(fake(plan, 6), Scherm(80)))

    assert "structur." in tekst
    assert re.search(r"niet opg\. +wordt niet opgepakt, rood", tekst)
    assert re.search(r"n\.n\.b\. +niet nader bepaald, oranje: nog geen antwoord", tekst)


def test_the_wide_matrix_uses_whole_words_only(plan: Plan) -> None:
    tekst = "\n".join(draw(fake(plan, 6), Scherm(160)))

    assert not any(status.kort in tekst for status in Status if status.kort != status)
    assert all(status in tekst for status in Status)


def test_without_colour_there_are_no_codes_and_with_colour_the_words_are_the_same(plan: Plan) -> None:
    vertoning = fake(plan, 6)

    kaal = draw(vertoning, Scherm(80))
    bont = [click.unstyle(regel).rstrip() for regel in draw(vertoning, Scherm(80, heeft_kleur=True))]

    assert "\x1b" not in "".join(kaal)
    # Without colour a band needs a line under it to stand out.
    assert [regel for regel in kaal if set(regel) != {"─"}] == bont


@pytest.mark.parametrize("kleur", [Kleur.BLAUW, Kleur.GROEN, Kleur.ROOD, Kleur.ORANJE])
def test_a_cell_has_the_colour_of_its_status(plan: Plan, kleur: Kleur) -> None:
    vlak = STATUSVERF[kleur].vlak
    rgb = ";".join(str(int(vlak[i : i + 2], 16)) for i in (0, 2, 4))

    tekst = "\n".join(draw(fake(plan, 6), Scherm(80, heeft_kleur=True)))

    assert re.search(rf"48;2;{rgb}m{re.escape(Status.from_kleur(kleur).kort)}", tekst)


def test_an_unanswered_plan_shows_empty_cells_without_colour(plan: Plan) -> None:
    cellen = {(a.nr, k.naam): Matrixcel(None, "") for a in plan.acties for k in plan.kolommen}

    regels = draw(Vertoning(plan, plan.kolommen, cellen), Scherm(80))

    eerste = next(regel for regel in regels if regel.startswith("1.1.1"))
    assert eerste.split("│")[2].strip() == ""


def test_a_kolom_that_disagrees_says_who_said_what_in_short_words(plan: Plan) -> None:
    tekst = "gepland\nCuijk: structureel, 2019\nGrave: gepland"
    cellen = {("1.1.1", "CGM"): Matrixcel(Status.GEPLAND, tekst, is_eens=False)}

    uitvoer = "\n".join(draw(replace(fake(plan, 6), cellen={("1.1.1", "K1"): cellen["1.1.1", "CGM"]}), Scherm(80)))

    assert "Cuijk:" in uitvoer and "Grave:" in uitvoer
    assert "structur." in uitvoer


def test_bands_title_and_footnotes_are_there(plan: Plan) -> None:
    regels = draw(fake(plan, 2), Scherm(80))

    assert regels[:2] == ["Actieplan 2019", "Maas en Leijgraaf · stand per 1 juni 2019"]
    assert "1     Verstevigen van de weerbaarheid" in regels
    assert "1.2   Werkgroep communicatie" in regels
    assert regels[-1] == "[1] Met de regio samen."


def test_what_was_typed_cannot_steer_the_terminal(plan: Plan) -> None:
    cellen = {("1.1.1", "CGM"): Matrixcel(Status.GEPLAND, "\x1b[2Jweg")}

    uitvoer = "\n".join(draw(Vertoning(plan, plan.kolommen, cellen), Scherm(80)))

    assert "\x1b" not in uitvoer
    assert "⟨U+001B⟩" in uitvoer


def test_what_is_left_is_divided_among_kolommen_and_actie() -> None:
    assert choose_maten(80, 5, 6) == (5, 14, 9, 6)
    breed = choose_maten(200, 5, 6)
    assert (breed.kolom, breed.wat) == (24, 44)
    assert breed.totaal == 200
