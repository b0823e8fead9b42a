from dataclasses import replace
from io import BytesIO

from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.plan import Actie, Plan
from actieplan_xl.domain.status import Status
from actieplan_xl.domain.words import Bladen
from actieplan_xl.reading.planwerkboek import read_planwerkboek
from actieplan_xl.writing.planwerkboek import build_planwerkboek
from writing.dump import load
from writing.voorbeeld import facts


def test_a_planwerkboek_read_back_is_the_plan_it_was_written_from(planwerkboek: bytes, voorbeeldplan: Plan) -> None:
    gelezen = read_planwerkboek(BytesIO(planwerkboek))

    assert gelezen.plan == voorbeeldplan
    assert gelezen.standen == facts.make_standen(voorbeeldplan)
    assert gelezen.bevindingen == ()


def test_the_empty_planwerkboek_is_valid_and_has_all_its_sheets() -> None:
    inhoud = build_planwerkboek(facts.make_leeg_plan())

    assert read_planwerkboek(BytesIO(inhoud)).plan == facts.make_leeg_plan()
    assert load(inhoud).sheetnames == [
        Bladen.ACTIEPLAN,
        Bladen.GEMEENTEN,
        Bladen.PLAN,
        Bladen.TEKSTEN,
        Bladen.ONTVANGERS,
        Bladen.CORRECTIES,
    ]


def test_every_optional_column_is_there_to_be_filled_in() -> None:
    blad = load(build_planwerkboek(facts.make_leeg_plan()))[Bladen.ACTIEPLAN]

    kop = next(rij for rij in blad.iter_rows() if rij[0].value == "Nr")
    assert [cel.value for cel in kop][:5] == ["Nr", "Wat?", "Voetnoot", "Trekker", "Geldt voor"]


def test_a_state_that_gemeenten_of_a_kolom_do_not_share_stays_out(voorbeeldplan: Plan) -> None:
    eens, oneens = Stand(Status.VOLTOOID, "2018"), Stand(Status.GEPLAND, "2019")
    standen = {naam: {"1.1.1": eens, "1.1.2": eens} for naam in ("Cuijk", "Grave", "Mill en Sint Hubert")}
    standen["Grave"]["1.1.2"] = oneens

    gelezen = read_planwerkboek(BytesIO(build_planwerkboek(voorbeeldplan, standen))).standen

    assert dict(gelezen["Cuijk"]) == {"1.1.1": eens}


def test_what_is_meant_for_some_kolommen_comes_back(voorbeeldplan: Plan) -> None:
    lijn = voorbeeldplan.hoofdlijnen[0]
    actie = Actie("1.2.1", "Kalender", trekker="RIEC", geldt_voor=("Boekel", "Uden"))
    themas = (lijn.themas[0], replace(lijn.themas[1], acties=(actie,)), lijn.themas[2])
    plan = replace(voorbeeldplan, hoofdlijnen=(replace(lijn, themas=themas), *voorbeeldplan.hoofdlijnen[1:]))

    gelezen = read_planwerkboek(BytesIO(build_planwerkboek(plan))).plan

    assert gelezen.actie_op_nr["1.2.1"] == actie


def test_an_empty_cell_of_a_plan_has_no_colour_rule(planwerkboek: bytes) -> None:
    """Nothing was asked yet, so nothing is missing."""
    blad = load(planwerkboek)[Bladen.ACTIEPLAN]

    formules = [regel.formula[0] for groep in blad.conditional_formatting for regel in groep.rules]
    assert formules
    assert not any("AND(" in formule for formule in formules)
