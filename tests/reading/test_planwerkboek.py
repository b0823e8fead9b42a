"""A planwerkboek that is in order becomes a plan, however it was typed."""

import io

from tekenen import Cel, draw_planwerkboek

from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.plan import Ontvanger
from actieplan_xl.domain.status import Status
from actieplan_xl.reading.planwerkboek import Planwerkboek, is_planwerkboek, read_planwerkboek
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.openen import open_werkboek

from .planbladen import ACTIEPLAN, GEMEENTEN, TABELLEN, without


def read(tabellen: dict[str, str] = TABELLEN, **hoe: object) -> Planwerkboek:
    return read_planwerkboek(io.BytesIO(draw_planwerkboek(tabellen, **hoe).bytes()))


def test_the_lines_of_the_matrix_become_hoofdlijnen_themas_and_acties():
    plan = read().plan

    assert [(lijn.nr, lijn.naam, [thema.nr for thema in lijn.themas]) for lijn in plan.hoofdlijnen] == [
        ("1", "Bewustwording", ["1.1"]),
        ("2", "Informatie", ["2.1"]),
    ]
    assert [(a.nr, a.tekst, a.trekker, a.voetnoten, a.geldt_voor) for a in plan.acties] == [
        ("1.1.1", "Bestuurders", "RIEC", ("1",), ()),
        ("1.1.2", "E-learning", "", (), ("Boekel",)),
        ("2.1.1", "Beleid", "", (), ("CGM", "Boekel")),
    ]


def test_a_kolom_has_its_gemeenten_in_the_order_of_the_sheet():
    plan = read().plan

    assert [(k.naam, [g.naam for g in k.gemeenten]) for k in plan.kolommen] == [
        ("CGM", ["Cuijk", "Grave"]),
        ("Boekel", ["Boekel"]),
    ]
    assert plan.gemeenten[1].kolom == "CGM"
    assert plan.gemeenten[2].e_mail == "info@voorbeeld.nl"


def test_the_other_sheets_are_read_too():
    plan = read().plan

    assert (plan.gegevens.naam, plan.gegevens.regio, plan.gegevens.jaar) == ("Actieplan 2019", "Maas", "2019")
    assert (plan.gegevens.peildatum, plan.gegevens.inleverdatum) == ("2019-06-01", "2019-05-17")
    assert plan.teksten == {"1.1": "Eerste.\nTweede."}
    assert plan.voetnoten == {"1": "Liefst samen."}
    assert plan.ontvangers == (Ontvanger("Burgemeester", "bm@voorbeeld.nl"),)


def test_what_is_known_already_counts_for_all_gemeenten_of_a_kolom():
    standen = read().standen

    assert standen["Cuijk"] == standen["Grave"] == {"1.1.1": Stand(Status.VOLTOOID, "2018")}
    assert standen["Boekel"] == {"1.1.1": Stand(Status.GEPLAND, "2019"), "2.1.1": Stand(Status.VOLTOOID)}


def test_a_fill_colour_of_a_cell_is_a_state_and_oranje_is_none():
    fills = {("Actieplan", "G6"): "0070C0", ("Actieplan", "G7"): "FF0000", ("Actieplan", "F10"): "FFC000"}

    standen = read(fills=fills).standen

    assert standen["Boekel"]["1.1.1"] == Stand(Status.STRUCTUREEL, "2019")
    assert standen["Boekel"]["1.1.2"] == Stand(Status.NIET_OPGEPAKT)
    assert "2.1.1" not in standen["Cuijk"]


def test_where_an_actie_does_not_apply_nothing_is_known_whatever_stands_there():
    assert "1.1.2" not in read(cellen={("Actieplan", "F7"): "voltooid"}).standen["Cuijk"]


def test_columns_may_stand_in_any_order():
    actieplan = """
        | Boekel | Wat?          | CGM | Nr    |
        |        | Bewustwording |     | 1     |
        |        | Training      |     | 1.1   |
        | groen  | Bestuurders   |     | 1.1.1 |
    """

    gelezen = read({**without("Teksten"), "Actieplan": actieplan})

    assert [kolom.naam for kolom in gelezen.plan.kolommen] == ["Boekel", "CGM"]
    assert gelezen.standen["Boekel"] == {"1.1.1": Stand(Status.VOLTOOID)}


def test_a_hoofdlijn_may_have_no_themas_yet():
    actieplan = f"{ACTIEPLAN.split('| 2.1 ')[0]}"

    plan = read({**TABELLEN, "Actieplan": actieplan}).plan

    assert plan.hoofdlijnen[1].themas == ()


def test_teksten_and_ontvangers_may_be_missing():
    plan = read(without("Teksten", "Ontvangers")).plan

    assert (plan.teksten, plan.ontvangers) == ({}, ())


def test_sheets_and_headings_may_be_spelled_otherwise():
    tabellen = {naam.upper(): tekst for naam, tekst in TABELLEN.items()}
    tabellen["GEMEENTEN"] = GEMEENTEN.replace("cbs_code", "CBS-code").replace("e-mail", "E mail")

    assert len(read(tabellen).plan.gemeenten) == 3


def test_a_date_that_excel_made_is_the_same_day():
    gelezen = read(cellen={("Plan", "B4"): Cel("43617", t="n", formaat=14), ("Plan", "B3"): Cel("2019", t="n")})

    assert gelezen.plan.gegevens.peildatum == "2019-06-01"
    assert gelezen.plan.gegevens.jaar == "2019"


def test_a_footnote_may_be_typed_in_its_own_cell():
    gelezen = read(cellen={("Actieplan", "C10"): "Zie het beleid.", ("Actieplan", "C7"): "Liefst samen."})

    acties = gelezen.plan.actie_op_nr
    assert gelezen.plan.voetnoten == {"1": "Liefst samen.", "2": "Zie het beleid."}
    assert (acties["1.1.1"].voetnoten, acties["1.1.2"].voetnoten, acties["2.1.1"].voetnoten) == (("1",), ("1",), ("2",))


def test_a_footnote_number_may_be_a_superscript():
    gelezen = read(cellen={("Actieplan", "A13"): "²", ("Actieplan", "C10"): "Zie het beleid."})

    assert "Zie het beleid." in gelezen.plan.voetnoten.values()


def test_a_planwerkboek_is_known_by_its_header_not_by_the_name_of_its_sheet_alone():
    assert is_planwerkboek(open_werkboek(Bestand("a.xlsx", draw_planwerkboek(TABELLEN).bytes())))
    leeg = {"Actieplan": "| iets | anders |"}
    assert not is_planwerkboek(open_werkboek(Bestand("a.xlsx", draw_planwerkboek(leeg).bytes())))
