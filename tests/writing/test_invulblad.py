from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.invulling import Communicatiemoment, EigenActie, Stand
from actieplan_xl.domain.plan import Actie, Plan
from actieplan_xl.domain.status import ANTWOORDEN, ONGEWIJZIGD, Reden, Status
from actieplan_xl.domain.words import Bladen
from actieplan_xl.reading.inzending import read_invulblad
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad, invulblad_name, prepare_invulblad
from actieplan_xl.writing.invulblad_blad import EIGEN_RIJEN
from writing.conftest import VORIGE, gemeente
from writing.dump import load

VRIJ = {"autoFilter", "formatColumns", "formatRows", "selectLockedCells", "selectUnlockedCells"}
DICHT = {
    "formatCells", "insertColumns", "insertRows", "insertHyperlinks", "deleteColumns", "deleteRows", "sort",
    "pivotTables",
}  # fmt: skip


def header(blad: Any) -> tuple[int, dict[str, int]]:
    """Return the row of the header and the column of each heading."""
    for rij in blad.iter_rows():
        if rij[0].value == "Nr":
            return rij[0].row, {cel.value: cel.column for cel in rij if cel.value}
    raise AssertionError("geen kopregel")


def answer_rows(blad: Any) -> dict[str, int]:
    """Return the row of each actie by its number."""
    koprij, _ = header(blad)
    nummers = {rij: str(blad.cell(rij, 1).value or "") for rij in range(koprij + 1, blad.max_row + 1)}
    return {nr: rij for rij, nr in nummers.items() if nr.count(".") == 2}


def dropdown(blad: Any, adres: str) -> list[str]:
    (regel,) = (v for v in blad.data_validations.dataValidation if adres in v.sqref)
    return regel.formula1.strip('"').split(",") if regel.type == "list" else []


def test_sheets_are_those_of_the_contract_and_the_hidden_one_is_very_hidden(invulblad_cuijk: bytes) -> None:
    staten = {blad.title: blad.sheet_state for blad in load(invulblad_cuijk)}

    assert list(staten) == [Bladen.INVULBLAD, Bladen.COMMUNICATIE, Bladen.LEESWIJZER, Bladen.VERBORGEN]
    assert staten.pop(Bladen.VERBORGEN) == "veryHidden"
    assert set(staten.values()) == {"visible"}


def test_every_sheet_is_protected_without_password_and_filtering_widths_and_heights_stay_free(
    invulblad_cuijk: bytes,
) -> None:
    for blad in load(invulblad_cuijk):
        slot = blad.protection
        assert slot.sheet, blad.title
        assert not slot.password
        assert {naam for naam in VRIJ | DICHT if not getattr(slot, naam)} == VRIJ
    boek = load(invulblad_cuijk)
    assert all(boek[naam].auto_filter.ref for naam in (Bladen.INVULBLAD, Bladen.COMMUNICATIE))


@pytest.mark.parametrize("naam", ["invulblad_cuijk", "invulblad_boekel"])
def test_only_what_a_gemeente_fills_in_is_unlocked(naam: str, request: pytest.FixtureRequest) -> None:
    blad = load(request.getfixturevalue(naam))[Bladen.INVULBLAD]
    koprij, kolom = header(blad)
    antwoorden = {
        (rij, kolom[kop]) for rij in answer_rows(blad).values() for kop in ("Status", "Planning", "Toelichting")
    }
    laatste = blad.max_row
    eigen = {
        (rij, kolom[kop])
        for rij in range(laatste - EIGEN_RIJEN + 1, laatste + 1)
        for kop in ("Actie", "Status", "Planning", "Toelichting")
    }
    voor_wie = {(koprij - 3, 3)} if naam == "invulblad_cuijk" else set()

    open_ = {(cel.row, cel.column) for rij in blad.iter_rows() for cel in rij if not cel.protection.locked}

    assert open_ == antwoorden | eigen | voor_wie


def test_the_leeswijzer_lists_what_can_be_chosen_and_nothing_else(invulblad_cuijk: bytes) -> None:
    """Oranje cannot be chosen; what it is called elsewhere is said where oranje is explained."""
    rijen = [[cel.value for cel in rij] for rij in load(invulblad_cuijk)[Bladen.LEESWIJZER].iter_rows(max_col=3)]
    begin = next(n for n, rij in enumerate(rijen) if rij[2] == "Wanneer kies je dit?")
    eind = next(n for n, rij in enumerate(rijen) if rij[0] == "Zo werkt het")

    keuzes = {rij[0] for rij in rijen[begin + 1 : eind] if rij[0]}

    assert keuzes == {*map(str, ANTWOORDEN), ONGEWIJZIGD}
    assert f"‘{Status.NIET_BEPAALD}’" in next(rij[1] for rij in rijen if rij[0] == "Wat is oranje?")


def test_on_communicatie_the_rows_are_open_and_on_leeswijzer_nothing_is(invulblad_cuijk: bytes) -> None:
    boek = load(invulblad_cuijk)
    open_ = {
        naam: {cel.row for rij in boek[naam].iter_rows() for cel in rij if not cel.protection.locked}
        for naam in (Bladen.COMMUNICATIE, Bladen.LEESWIJZER, Bladen.VERBORGEN)
    }

    assert open_ == {Bladen.COMMUNICATIE: set(range(5, 30)), Bladen.LEESWIJZER: set(), Bladen.VERBORGEN: set()}


def test_ongewijzigd_can_be_chosen_exactly_where_there_is_a_previous_state(
    invulblad_cuijk: bytes, invulblad_boekel: bytes
) -> None:
    met, zonder = (load(inhoud)[Bladen.INVULBLAD] for inhoud in (invulblad_cuijk, invulblad_boekel))

    lijsten = {nr: dropdown(met, f"D{rij}") for nr, rij in answer_rows(met).items()}
    assert {nr for nr, lijst in lijsten.items() if ONGEWIJZIGD in lijst} == set(VORIGE)
    assert all(tuple(lijst[:4]) == tuple(str(a) for a in ANTWOORDEN) for lijst in lijsten.values())
    assert {tuple(dropdown(zonder, f"C{rij}")) for rij in answer_rows(zonder).values()} == {tuple(map(str, ANTWOORDEN))}


def test_oranje_is_never_a_choice(invulblad_cuijk: bytes) -> None:
    blad = load(invulblad_cuijk)[Bladen.INVULBLAD]

    for regel in blad.data_validations.dataValidation:
        assert Status.NIET_BEPAALD not in (regel.formula1 or "")


def test_every_answer_cell_says_what_to_do_when_it_is_chosen(invulblad_cuijk: bytes) -> None:
    blad = load(invulblad_cuijk)[Bladen.INVULBLAD]

    for rij in answer_rows(blad).values():
        for letter in "DEF":
            (regel,) = (v for v in blad.data_validations.dataValidation if f"{letter}{rij}" in v.sqref)
            assert regel.prompt and regel.promptTitle
            assert bool(regel.error) is (letter == "D")


def test_the_column_of_previous_states_is_there_only_when_the_plan_knows_one(
    invulblad_cuijk: bytes, invulblad_boekel: bytes
) -> None:
    met, zonder = (header(load(inhoud)[Bladen.INVULBLAD])[1] for inhoud in (invulblad_cuijk, invulblad_boekel))

    assert list(met) == ["Nr", "Actie", "Vorige stand", "Status", "Planning", "Toelichting", "Controle"]
    assert list(zonder) == ["Nr", "Actie", "Status", "Planning", "Toelichting", "Controle"]


def test_what_was_structureel_is_filled_in_and_nothing_else_is(invulblad_cuijk: bytes) -> None:
    blad = load(invulblad_cuijk)[Bladen.INVULBLAD]
    gevuld = {
        nr: (blad.cell(rij, 4).value, blad.cell(rij, 5).value)
        for nr, rij in answer_rows(blad).items()
        if blad.cell(rij, 4).value or blad.cell(rij, 5).value
    }

    assert gevuld == {"1.1.1": ("structureel", "Herhaling in 2018"), "3.1.1": ("structureel", None)}


def test_the_counter_and_link_know_what_is_filled_in_already(invulblad_cuijk: bytes) -> None:
    blad = load(invulblad_cuijk, data_only=True)[Bladen.INVULBLAD]
    waarden = {cel.value for rij in blad.iter_rows(max_row=8) for cel in rij}

    assert {"2 van 11 acties ingevuld", "→ Ga naar de volgende lege actie"} <= waarden


def test_a_full_sheet_says_so(voorbeeldplan: Plan) -> None:
    vulling = Vulling({actie.nr: Antwoord("voltooid") for actie in voorbeeldplan.acties})
    blad = load(build_invulblad(voorbeeldplan, voorbeeldplan.gemeenten[0], {}, vulling), data_only=True).active
    waarden = {cel.value for rij in blad.iter_rows(max_row=8) for cel in rij}

    assert {"11 van 11 acties ingevuld", "✓ Alles is ingevuld. Sla het bestand op en stuur het terug."} <= waarden


def test_only_a_gezamenlijke_kolom_is_asked_for_whom_it_answers(
    invulblad_cuijk: bytes, invulblad_boekel: bytes
) -> None:
    cuijk, boekel = (load(inhoud)[Bladen.INVULBLAD] for inhoud in (invulblad_cuijk, invulblad_boekel))
    rij, _ = header(cuijk)

    assert dropdown(cuijk, f"C{rij - 3}") == ["alleen Cuijk", "heel CGM"]
    assert not any("heel" in (v.formula1 or "") for v in boekel.data_validations.dataValidation)


def test_what_is_not_meant_for_a_kolom_is_not_asked(voorbeeldplan: Plan) -> None:
    lijn = voorbeeldplan.hoofdlijnen[2]
    acties = (Actie("3.2.1", "Alleen voor Uden", geldt_voor=("Uden",)),)
    themas = (lijn.themas[0], replace(lijn.themas[1], acties=acties))
    plan = replace(voorbeeldplan, hoofdlijnen=(*voorbeeldplan.hoofdlijnen[:2], replace(lijn, themas=themas)))

    gevraagd = {
        naam: set(answer_rows(load(build_invulblad(plan, gemeente(plan, naam))).active)) for naam in ("Uden", "Boekel")
    }

    assert gevraagd["Uden"] - gevraagd["Boekel"] == {"3.2.1"}
    boekel = load(build_invulblad(plan, gemeente(plan, "Boekel"))).active
    assert "3.2" not in {str(rij[0].value) for rij in boekel.iter_rows()}, "een thema zonder acties krijgt geen kop"


def test_there_is_always_room_for_more_eigen_acties_and_moments(voorbeeldplan: Plan) -> None:
    vulling = Vulling(
        {},
        [EigenActie("Boekel", f"Actie {nr}", status="gepland") for nr in range(12)],
        [Communicatiemoment("Boekel", "2019", f"Moment {nr}") for nr in range(30)],
    )
    boek = load(build_invulblad(voorbeeldplan, gemeente(voorbeeldplan, "Boekel"), None, vulling))
    teksten = {
        naam: [str(rij[kolom].value or "") for rij in boek[naam].iter_rows()]
        for naam, kolom in ((Bladen.INVULBLAD, 1), (Bladen.COMMUNICATIE, 1))
    }

    assert teksten[Bladen.INVULBLAD][-3:] == ["", "", ""]
    assert [t for t in teksten[Bladen.INVULBLAD] if t.startswith("Actie ")] == [f"Actie {nr}" for nr in range(12)]
    assert [t for t in teksten[Bladen.COMMUNICATIE] if t.startswith("Moment ")] == [f"Moment {nr}" for nr in range(30)]


def all_answers() -> Iterator[Antwoord]:
    for planning in ("", "najaar 2019", "2019", "=1+1", "regel\neen"):
        for status in ("", *ANTWOORDEN):
            yield Antwoord(status, planning, "een toelichting" if planning else "")


def test_what_is_filled_in_comes_back_to_the_letter(voorbeeldplan: Plan) -> None:
    uden = gemeente(voorbeeldplan, "Uden")
    nummers = [actie.nr for actie in voorbeeldplan.acties]
    for antwoord in all_answers():
        vulling = Vulling(dict.fromkeys(nummers, antwoord))
        inzending = read_invulblad(BytesIO(build_invulblad(voorbeeldplan, uden, None, vulling)), voorbeeldplan)

        for nr in nummers:
            gelezen = inzending.antwoorden[nr]
            leeg = not (antwoord.status or antwoord.planning)
            assert (gelezen.planning, gelezen.toelichting) == (antwoord.planning, antwoord.toelichting)
            assert gelezen.status == (Status.NIET_BEPAALD if leeg else antwoord.status or Status.GEPLAND)
            assert gelezen.reden == (Reden.LEEG if leeg else None)
        assert inzending.gemeenten == ("Uden",)
        assert {b.code for b in inzending.bevindingen} <= {Code.NIETS_INGEVULD}


def test_an_invulblad_of_a_plan_that_is_longer_than_a_cell_holds_the_whole_plan(voorbeeldplan: Plan) -> None:
    plan = replace(voorbeeldplan, teksten={"1": "lange tekst " * 2500, "2": "é\n" * 12_000})
    standen = {"1.1.1": Stand(Status.GEPLAND, "later  " * 4500)}
    inhoud = build_invulblad(plan, gemeente(plan, "Boekel"), standen, Vulling({"1.1.1": Antwoord(ONGEWIJZIGD)}))

    inzending = read_invulblad(BytesIO(inhoud))

    assert inzending.antwoorden["1.1.1"].planning == standen["1.1.1"].planning
    assert not [b for b in inzending.bevindingen if b.code.startswith("ANDER")]


def test_a_file_is_named_after_plan_and_gemeente(voorbeeldplan: Plan) -> None:
    naam = invulblad_name(voorbeeldplan, gemeente(voorbeeldplan, "Mill en Sint Hubert"))

    assert naam == "Invulblad Actieplan ondermijning 2019 - Mill en Sint Hubert"


@pytest.mark.parametrize(("jaar", "naam", "verwacht"), [("2027", "Plan", 2027), ("", "Preventie 2031-2034", 2031)])
def test_questions_and_examples_speak_of_the_plan_itself(plan, jaar, naam, verwacht):
    """Of no other subject, and of its own year."""
    gegevens = replace(plan.gegevens, naam=naam, jaar=jaar, peildatum="", inleverdatum="", opmerking="")
    eigen = replace(plan, gegevens=gegevens)
    _, communicatie, leeswijzer = prepare_invulblad(eigen, eigen.gemeenten[0]).zichtbaar

    datum = next(regel.uitleg for regel in communicatie.validaties if regel.titel == "Datum")
    teksten = [cel.value for blad in (communicatie, leeswijzer) for cel in blad.cells.values()]
    assert datum == f"Bijvoorbeeld 12-3-{verwacht}, of “voorjaar {verwacht}”."
    assert any(f"“{verwacht}-{verwacht + 1}”" in str(tekst) for tekst in teksten)
    assert not any("ondermijning" in str(tekst) for tekst in teksten)


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
def test_the_question_of_older_sheets_is_still_ours(plan, tmp_path):
    """Where the hidden sheet is gone, the words tell; those were other ones before."""
    boek = openpyxl.load_workbook(BytesIO(build_invulblad(plan, plan.gemeenten[0])))
    boek["Communicatie"]["A3"] = "Welke momenten zijn er om over ondermijning te vertellen? Mag leeg blijven."
    del boek["_actieplan"]
    boek.save(tmp_path / "Boekel.xlsx")

    gelezen = read_invulblad(tmp_path / "Boekel.xlsx", plan)

    assert [b for b in gelezen.bevindingen if b.plek.blad == "Communicatie"] == []


def test_what_the_plan_says_beside_her_acties_is_on_the_leeswijzer(plan):
    """Running text, footnotes and who leads; in the table a mark behind the text says that there is a note."""
    lijn, *verder = plan.hoofdlijnen
    thema, *themas = lijn.themas
    eerste, *acties = thema.acties
    met = replace(thema, acties=(replace(eerste, voetnoten=("1",), trekker="RIEC"), *acties))
    eigen = replace(
        plan,
        hoofdlijnen=(replace(lijn, themas=(met, *themas)), *verder),
        teksten={thema.nr: "Eerst dit.\nDan dat."},
        voetnoten={"1": "Advies: houd één beleid aan", "2": "van niemand"},
    )
    blad, _, leeswijzer = prepare_invulblad(eigen, gemeente(eigen, "Boekel")).zichtbaar

    teksten = [cel.value for _, cel in sorted(leeswijzer.cells.items()) if cel.value]
    assert teksten[teksten.index("Wat het plan erbij zegt") + 1 :] == [
        f"{thema.nr} {thema.naam}", "Eerst dit.", f"{thema.nr} {thema.naam}", "Dan dat.",
        f"Bij {eerste.nr} en 2.1.1 (1)", "Advies: houd één beleid aan", f"Trekker van {eerste.nr} en 1.2.1", "RIEC",
    ]  # fmt: skip
    (cel,) = [cel for (_, kolom), cel in blad.cells.items() if kolom == 2 and cel.value == eerste.tekst]
    assert "¹" in cel.style.getalformaat
