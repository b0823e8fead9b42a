"""The sheet `Wijzigingen`: the series and the list, correct to the cell."""

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest

from actieplan_xl.domain.invulling import Invulling
from actieplan_xl.domain.inzending import Herkomst, Inzending
from actieplan_xl.domain.plan import Actie, Gemeente, Hoofdlijn, Kolom, Plan, Thema
from actieplan_xl.domain.reeks import measure
from actieplan_xl.domain.status import Status
from actieplan_xl.domain.words import Bladen
from actieplan_xl.reading.regiowerkboek import Regiowerkboek, read_regiowerkboek
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek
from actieplan_xl.writing.regiowerkboek.wijzigingen import verloop_chart
from actieplan_xl.writing.sheet import Range
from writing.dump import load


def sent(gemeente: str, *antwoorden: tuple[str, Status, str]) -> Inzending:
    invullingen = {nr: Invulling(gemeente, nr, status, planning) for nr, status, planning in antwoorden}
    return Inzending(Herkomst(f"{gemeente}.xlsx", gemeente, "", (gemeente,)), (gemeente,), antwoorden=invullingen)


def on(plan: Plan, peildatum: str) -> Plan:
    return replace(plan, gegevens=replace(plan.gegevens, peildatum=peildatum))


def read_back(samenvoeging: Samenvoeging) -> Regiowerkboek:
    return read_regiowerkboek(BytesIO(build_regiowerkboek(samenvoeging)))


TOEN = (
    sent("Boekel", ("1.1.1", Status.GEPLAND, "2019"), ("1.1.2", Status.GEPLAND, "2019")),
    sent("Cuijk", ("1.1.1", Status.STRUCTUREEL, "")),
)
NU = (
    sent("Boekel", ("1.1.1", Status.VOLTOOID, "mei 2019"), ("1.1.2", Status.GEPLAND, "2020")),
    sent("Uden", ("1.1.1", Status.NIET_OPGEPAKT, "")),
)


@pytest.fixture
def vervolg(plan: Plan) -> Samenvoeging:
    """A second round with the first one beside it: finished, put off, gone and new."""
    eerst = read_back(merge(on(plan, "2019-01-01"), TOEN))
    return merge(plan, NU, vorige=eerst)


def rows(blad: Any, *koppen: str) -> Iterable[list[Any]]:
    """Return the rows under the header that begins with these words, as far as they hold something."""
    alle = [[cel.value for cel in rij] for rij in blad.iter_rows()]
    eerste = next(nr for nr, rij in enumerate(alle) if [w for w in rij if w][: len(koppen)] == list(koppen))
    for rij in alle[eerste + 1 :]:
        if not any(rij):
            return
        yield rij


def test_every_change_stands_on_a_row_with_what_it_was_and_is(vervolg: Samenvoeging) -> None:
    """With the word of the status, also where the matrix leaves it out; where nothing was answered stands why."""
    blad = load(build_regiowerkboek(vervolg))[Bladen.WIJZIGINGEN]

    assert [rij[:6] for rij in rows(blad, "nr", "actie")] == [
        ["1.1.1", "Training voor bestuurders", "Cuijk", "oranje geworden", "structureel",
         "niet nader bepaald\ngeen bestand ontvangen"],
        ["1.1.1", "Training voor bestuurders", "Boekel", "voltooid", "gepland\n2019", "voltooid\nmei 2019"],
        ["1.1.1", "Training voor bestuurders", "Uden", "nieuw beantwoord",
         "niet nader bepaald\ngeen bestand ontvangen", "wordt niet opgepakt"],
        ["1.1.2", "E-learning", "Boekel", "andere planning", "gepland\n2019", "gepland\n2020"],
    ]  # fmt: skip


def test_a_change_carries_the_explanation_that_was_given_with_it(plan: Plan) -> None:
    """Why something is not taken up is what people ask first."""
    nee = Invulling("Uden", "1.1.1", Status.NIET_OPGEPAKT, toelichting="Geen capaciteit.")
    uden = Inzending(Herkomst("Uden.xlsx", "Uden", "", ("Uden",)), ("Uden",), antwoorden={"1.1.1": nee})
    toen = read_back(merge(on(plan, "2019-01-01"), []))

    lijst = list(rows(load(build_regiowerkboek(merge(plan, [uden], vorige=toen)))[Bladen.WIJZIGINGEN], "nr", "actie"))

    assert [rij[5:7] for rij in lijst] == [["wordt niet opgepakt", "Geen capaciteit."]]


def test_the_series_counts_each_status_and_the_last_row_counts_live(vervolg: Samenvoeging) -> None:
    """What was is a number; what is now is counted over Gegevens, with the value stored beside it."""
    inhoud = build_regiowerkboek(vervolg)

    waarden = list(rows(load(inhoud, data_only=True)[Bladen.WIJZIGINGEN], "peildatum"))
    formules = list(rows(load(inhoud)[Bladen.WIJZIGINGEN], "peildatum"))
    assert [rij[:7] for rij in waarden] == [
        ["1 januari 2019", 1, 0, 2, 0, 11, 14],
        ["1 juni 2019", 0, 1, 1, 1, 11, 14],
    ]
    assert formules[0][1:6] == waarden[0][1:6]
    assert all(str(cel).startswith("=COUNTIF(Gegevens!") for cel in formules[1][1:6])


def test_a_series_that_runs_on_behind_this_workbook_says_so(plan: Plan) -> None:
    """A previous one of a later day: a line into the future is no forecast."""
    later = read_back(merge(on(plan, "2020-01-01"), TOEN))
    samen = merge(plan, NU, vorige=later)

    blad = load(build_regiowerkboek(samen))[Bladen.WIJZIGINGEN]

    assert blad["A4"].value == "Verloop (let op: loopt door na 1 juni 2019)"
    assert verloop_chart(samen.reeks, measure(samen.matrix), Range(1, 1, 2, 2)).titel == blad["A4"].value
    assert [punt.peildatum for punt in read_back(samen).reeks] == ["2019-06-01", "2020-01-01"]


def test_another_kolom_and_another_name_have_a_row_of_their_own(plan: Plan) -> None:
    """With the number of the hoofdlijn, or the gemeente, so that one can look it up."""
    toen = read_back(merge(on(plan, "2019-01-01"), TOEN))
    boekel = replace(plan.kolommen[1].gemeenten[0], kolom="Peelrand")
    lijn = replace(plan.hoofdlijnen[0], naam="Weerbaarheid")
    nu = replace(
        plan, kolommen=(plan.kolommen[0], Kolom("Peelrand", (boekel,)), *plan.kolommen[2:]),
        hoofdlijnen=(lijn, *plan.hoofdlijnen[1:]),
    )  # fmt: skip

    lijst = list(rows(load(build_regiowerkboek(merge(nu, TOEN, vorige=toen)))[Bladen.WIJZIGINGEN], "nr", "actie"))

    assert [[w or "" for w in rij[:6]] for rij in lijst[:2]] == [
        ["1", "", "", "andere naam van hoofdlijn", plan.hoofdlijnen[0].naam, "Weerbaarheid"],
        ["", "", "Boekel", "andere kolom", plan.kolommen[1].naam, "Peelrand"],
    ]


def test_a_third_regiowerkboek_carries_the_whole_series_on(plan: Plan, vervolg: Samenvoeging) -> None:
    """The first is not needed any more: the second knew how it stood."""
    derde = merge(on(plan, "2019-11-01"), NU, vorige=read_back(vervolg))

    assert [punt.peildatum for punt in read_back(derde).reeks] == ["2019-01-01", "2019-06-01", "2019-11-01"]
    assert derde.reeks[:2] == vervolg.reeks


def test_a_round_in_which_nothing_changed_says_so(plan: Plan) -> None:
    """There still is a series, and no list to filter."""
    toen = read_back(merge(on(plan, "2019-01-01"), TOEN))
    blad = load(build_regiowerkboek(merge(plan, TOEN, vorige=toen)))[Bladen.WIJZIGINGEN]

    assert "Sinds 1 januari 2019 is er niets veranderd." in [rij[0].value for rij in blad.iter_rows()]
    assert blad.auto_filter.ref is None


def test_without_a_previous_one_there_is_no_sheet(plan: Plan) -> None:
    """And the series has one point, its own."""
    samen = merge(plan, NU)

    assert Bladen.WIJZIGINGEN not in load(build_regiowerkboek(samen)).sheetnames
    assert [punt.peildatum for punt in read_back(samen).reeks] == ["2019-06-01"]


def test_changes_in_the_plan_stand_above_those_in_answers(plan: Plan) -> None:
    """A new actie, one that went, and a gemeente that goes on under another name."""
    cgm = (Gemeente("Cuijk", "CGM", opvolger="Land van Cuijk"), Gemeente("Grave", "CGM", opvolger="Land van Cuijk"))
    toen = read_back(merge(on(replace(plan, kolommen=(Kolom("CGM", cgm), *plan.kolommen[1:])), "2019-01-01"), TOEN))
    land = Kolom("Land van Cuijk", (Gemeente("Land van Cuijk", "Land van Cuijk"),))
    lijn = Hoofdlijn("1", "Bewustwording", (Thema("1.1", "Training", (plan.acties[0], Actie("1.1.3", "Iets nieuws"))),))
    nu = replace(plan, kolommen=(land, *plan.kolommen[1:]), hoofdlijnen=(lijn,), teksten={}, voetnoten={})

    samen = merge(nu, [sent("Land van Cuijk", ("1.1.1", Status.VOLTOOID, ""))], vorige=toen)
    lijst = list(rows(load(build_regiowerkboek(samen))[Bladen.WIJZIGINGEN], "nr", "actie"))

    assert [[w or "" for w in rij[:6]] for rij in lijst[:6]] == [
        ["1.1.3", "Iets nieuws", "", "nieuwe actie", "", ""],
        ["1.1.2", "E-learning", "", "actie vervallen", "", ""],
        ["1.2.1", "Kalender bijhouden", "", "actie vervallen", "", ""],
        ["2.1.1", "BIBOB-beleid", "", "actie vervallen", "", ""],
        ["", "", "Cuijk", "gaat verder als", "Cuijk", "Land van Cuijk"],
        ["", "", "Grave", "gaat verder als", "Grave", "Land van Cuijk"],
    ]
    assert [rij[2:6] for rij in lijst[6:] if rij[2].startswith(("Cuijk", "Grave"))][:2] == [
        ["Cuijk (nu Land van Cuijk)", "voltooid", "structureel", "voltooid"],
        ["Grave (nu Land van Cuijk)", "nieuw beantwoord", "niet nader bepaald\ngeen bestand ontvangen", "voltooid"],
    ]


def test_the_opvolger_of_a_gemeente_stands_on_its_own_sheet_only_when_there_is_one(plan: Plan) -> None:
    """And comes back when the workbook is read."""
    boekel = replace(plan.kolommen[1].gemeenten[0], opvolger="Meierijstad")
    met = replace(plan, kolommen=(plan.kolommen[0], Kolom("Boekel", (boekel,)), plan.kolommen[2]))

    assert read_back(merge(met, [])).matrix.plan == met
    assert load(build_regiowerkboek(merge(met, [])))[Bladen.GEMEENTEN]["E1"].value == "opvolger"
    assert load(build_regiowerkboek(merge(plan, [])))[Bladen.GEMEENTEN]["E1"].value is None
