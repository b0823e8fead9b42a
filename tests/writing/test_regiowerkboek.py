import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest

from actieplan_xl.domain import palet
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.datum import format_moment
from actieplan_xl.domain.invulling import EigenActie
from actieplan_xl.domain.plan import Actie, Plan
from actieplan_xl.domain.status import Kleur, Status
from actieplan_xl.domain.words import GEGEVENS_KOLOMMEN, NVT, Bladen
from actieplan_xl.reading.regiowerkboek import read_regiowerkboek
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge
from actieplan_xl.versie import VERSIE
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek
from writing.dump import load

VOLGORDE = [
    "Samenvatting", "Actieplan", "Per gemeente", "Bevindingen", "Wijzigingen", "Eigen acties", "Communicatiekalender",
    "Gegevens", "Herkomst", "Leeswijzer", "Gemeenten", "Plan", "Teksten", "Ontvangers",
]  # fmt: skip


def sheets(samenvoeging: Samenvoeging) -> list[str]:
    return list(load(build_regiowerkboek(samenvoeging)).sheetnames)


def cells(blad: Any) -> list[list[Any]]:
    return [[cel.value for cel in rij] for rij in blad.iter_rows()]


def test_sheets_stand_in_the_order_of_the_contract(samenvoeging: Samenvoeging) -> None:
    bladen = sheets(samenvoeging)

    assert bladen == [naam for naam in VOLGORDE if naam in bladen]
    assert set(VOLGORDE) - set(bladen) == {"Wijzigingen"}


def test_sheets_without_content_are_left_out(samenvoeging: Samenvoeging) -> None:
    matrix = samenvoeging.matrix
    kaal = replace(
        samenvoeging,
        matrix=replace(matrix, plan=replace(matrix.plan, teksten={}, ontvangers=()), eigen_acties=(), communicatie=()),
        bevindingen=(),
    )

    weg = {"Bevindingen", "Wijzigingen", "Eigen acties", "Communicatiekalender", "Teksten", "Ontvangers"}
    assert sheets(kaal) == [naam for naam in VOLGORDE if naam not in weg]


def test_all_sheets_can_be_seen_and_edited(regiowerkboek: bytes) -> None:
    for blad in load(regiowerkboek):
        assert (blad.sheet_state, blad.protection.sheet) == ("visible", False)


def test_gegevens_is_a_table_of_that_name_with_the_columns_of_the_contract(
    regiowerkboek: bytes, samenvoeging: Samenvoeging
) -> None:
    blad = load(regiowerkboek)[Bladen.GEGEVENS]
    (tabel,) = blad.tables.values()

    assert (tabel.name, tabel.displayName, tabel.ref) == ("Gegevens", "Gegevens", "A1:P89")
    assert tuple(kolom.name for kolom in tabel.tableColumns) == GEGEVENS_KOLOMMEN
    rijen = cells(blad)
    assert tuple(rijen[0]) == GEGEVENS_KOLOMMEN
    assert len(GEGEVENS_KOLOMMEN) == 16
    assert [tuple(waarde or "" for waarde in rij) for rij in rijen[1:]] == list(samenvoeging.matrix.rows())


def test_every_cell_of_gegevens_is_text_so_that_a_year_stays_what_was_typed(regiowerkboek: bytes) -> None:
    blad = load(regiowerkboek)[Bladen.GEGEVENS]

    soorten = {cel.data_type for rij in blad.iter_rows(min_row=2) for cel in rij if cel.value is not None}
    assert soorten == {"s"}


def test_the_matrix_shows_each_cell_without_a_fill_of_its_own(regiowerkboek: bytes, samenvoeging: Samenvoeging) -> None:
    """Colours come from the rules: a fill would stay behind when someone types another word."""
    blad = load(regiowerkboek)[Bladen.ACTIEPLAN]
    koppen = {cel.value: cel.column for cel in blad[5]}
    rijen = {cel.value: cel.row for (cel,) in blad.iter_rows(min_row=6, max_col=1)}

    for (nr, kolom), matrixcel in samenvoeging.matrix.cellen.items():
        cel = blad.cell(rijen[nr], koppen[kolom])
        assert cel.value == matrixcel.tekst
        assert cel.fill.fill_type is None


def test_a_cell_without_a_state_in_gepland_leaves_out_its_word(samenvoeging: Samenvoeging) -> None:
    gepland = [cel for cel in samenvoeging.matrix.cellen.values() if cel.status is Status.GEPLAND]

    assert len(gepland) == 27
    assert not any(cel.tekst.startswith("gepland") for cel in gepland)


def test_where_an_actie_does_not_apply_the_cell_says_so_and_nothing_is_counted(voorbeeldplan: Plan) -> None:
    lijn = voorbeeldplan.hoofdlijnen[2]
    acties = (Actie("3.2.1", "Alleen voor Uden", geldt_voor=("Uden",)),)
    themas = (lijn.themas[0], replace(lijn.themas[1], acties=acties))
    plan = replace(voorbeeldplan, hoofdlijnen=(*voorbeeldplan.hoofdlijnen[:2], replace(lijn, themas=themas)))
    inhoud = build_regiowerkboek(merge(plan, []))

    blad = load(inhoud)[Bladen.ACTIEPLAN]
    (rij,) = ([cel.value for cel in rij] for rij in blad.iter_rows() if rij[0].value == "3.2.1")
    assert rij.count(NVT) == 5
    nvt = next(
        cel for cel in blad[next(r[0].row for r in blad.iter_rows() if r[0].value == "3.2.1")] if cel.value == NVT
    )
    assert nvt.fill.fgColor.rgb[2:] == palet.GRIJS
    gegevens = cells(load(inhoud)[Bladen.GEGEVENS])
    assert [rij[5] for rij in gegevens if rij[0] == "3.2.1"] == ["Uden"]
    assert len(gegevens) == 1 + 8 * 10 + 1


def test_herkomst_tells_each_file_with_its_hash_and_with_what_it_was_made(
    regiowerkboek: bytes, samenvoeging: Samenvoeging
) -> None:
    rijen = cells(load(regiowerkboek)[Bladen.HERKOMST])
    plat = [waarde for rij in rijen for waarde in rij if waarde]

    for herkomst in samenvoeging.herkomst:
        assert {herkomst.bestand, herkomst.sha256, format_moment(herkomst.opgeslagen)} <= set(plat)
        assert re.fullmatch(r"[0-9a-f]{64}", herkomst.sha256)
    assert {f"actieplan_xl {VERSIE}", "1 juni 2019"} <= set(plat)


def test_bevindingen_are_all_there_most_serious_first(regiowerkboek: bytes, samenvoeging: Samenvoeging) -> None:
    rijen = cells(load(regiowerkboek)[Bladen.BEVINDINGEN])
    koppen = ["ernst", "code", "gemeente", "bestand", "blad", "cel", "nr", "actie", "bevinding", "wat te doen"]
    kop = rijen.index(koppen)

    assert [rij[1] for rij in rijen[kop + 1 :]] == [b.code for b in samenvoeging.bevindingen]
    assert [rij[1] for rij in rijen[kop + 1 :]].count(Code.GEEN_ANTWOORD) == 16


def test_bevindingen_name_the_actie_they_speak_of(regiowerkboek: bytes, samenvoeging: Samenvoeging) -> None:
    """Whoever filters on one actie sees all that was said of it."""
    rijen = cells(load(regiowerkboek)[Bladen.BEVINDINGEN])[-len(samenvoeging.bevindingen) :]
    tekst = {actie.nr: actie.tekst for actie in samenvoeging.matrix.plan.acties}

    gezien = [(rij[6] or "", rij[7] or "") for rij in rijen]

    assert gezien == [(b.nr, tekst.get(b.nr, "")) for b in samenvoeging.bevindingen]
    assert len(set(gezien)) > 1


def test_a_regiowerkboek_read_back_is_the_matrix_it_was_written_from(
    regiowerkboek: bytes, samenvoeging: Samenvoeging
) -> None:
    gelezen = read_regiowerkboek(BytesIO(regiowerkboek))

    assert gelezen.matrix == samenvoeging.matrix
    assert gelezen.bevindingen == ()


def test_without_any_answer_everything_is_oranje_and_the_counts_say_so(voorbeeldplan: Plan) -> None:
    boek = load(build_regiowerkboek(merge(voorbeeldplan, [])), data_only=True)

    samenvatting = cells(boek[Bladen.SAMENVATTING])
    assert [waarde for waarde in samenvatting[3] if waarde is not None] == [0, 0, 0, 0, 0, 0, 88]
    alle = next(rij for rij in samenvatting if rij[0] == "Alle kolommen")
    assert alle[:7] == ["Alle kolommen", 0, 0, 0, 0, 66, 66]
    assert {rij[11 - 1] for rij in cells(boek[Bladen.PER_GEMEENTE])[3:11]} == {"geen bestand"}


def test_prints_on_paper_that_suits_it(regiowerkboek: bytes) -> None:
    boek = load(regiowerkboek)
    papier = {blad.title: blad.page_setup.paperSize for blad in boek}

    assert {naam for naam, maat in papier.items() if maat == 8} == {Bladen.ACTIEPLAN, Bladen.GEGEVENS}
    for blad in boek:
        assert blad.page_setup.orientation == ("portrait" if blad.title == Bladen.SAMENVATTING else "landscape")
        assert blad.sheet_properties.pageSetUpPr.fitToPage
        assert "Intern gebruik" in blad.oddHeader.right.text
        assert "&P" in blad.oddFooter.right.text
    assert boek[Bladen.ACTIEPLAN].print_title_rows == "$5:$5"


@pytest.mark.parametrize("rubricering", ["R&D", "2019 geheim", "", "x" * 300, "twee\nregels"])
def test_any_rubricering_makes_a_header_that_excel_takes(samenvoeging: Samenvoeging, rubricering: str) -> None:
    plan = samenvoeging.matrix.plan
    gegevens = replace(plan.gegevens, rubricering=rubricering)
    matrix = replace(samenvoeging.matrix, plan=replace(plan, gegevens=gegevens))

    blad = load(build_regiowerkboek(replace(samenvoeging, matrix=matrix))).active

    ruw = blad.HeaderFooter.oddHeader
    assert len(str(ruw.left.text)) + len(str(ruw.right.text or "")) < 255
    if rubricering in ("R&D", "2019 geheim"):
        assert (ruw.right.text or "").replace("&&", "&").strip().endswith(rubricering)
        assert ruw.right.size == 9


def test_a_regiowerkboek_has_room_for_many_eigen_acties(samenvoeging: Samenvoeging) -> None:
    eigen = tuple(EigenActie("Uden", f"Actie {nr}") for nr in range(300))
    inhoud = build_regiowerkboek(replace(samenvoeging, matrix=replace(samenvoeging.matrix, eigen_acties=eigen)))

    assert read_regiowerkboek(BytesIO(inhoud)).matrix.eigen_acties == eigen


def test_status_colours_are_told_by_word_too(regiowerkboek: bytes) -> None:
    """Never colour alone: each colour of the legend carries its word."""
    blad = load(regiowerkboek)[Bladen.ACTIEPLAN]
    legenda = {cel.value: cel.fill.fgColor.rgb[2:] for cel in blad[3] if cel.fill.fill_type == "solid"}

    for status in Status:
        assert legenda[status] == palet.STATUSVERF[status.kleur].vlak
    assert len(set(legenda.values())) == len(Kleur) + 1


def test_the_leeswijzer_does_not_say_that_nothing_was_received_where_something_was(regiowerkboek: bytes) -> None:
    """What cannot be understood is oranje too, and did come in: the words are those of the tile on Samenvatting."""
    blad = load(regiowerkboek)[Bladen.LEESWIJZER]

    (uitleg,) = [rij[1].value for rij in blad.iter_rows() if rij[0].value == "Oranje"]

    assert uitleg.startswith("Betekent altijd: geen bruikbaar antwoord.")
