"""What the sheets of a regiowerkboek lead to, fold, and keep together on paper."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from openpyxl.utils import get_column_letter

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.invulling import Communicatiemoment, Plek
from actieplan_xl.domain.plan import Actie, Gemeente, Hoofdlijn, Kolom, Plan, Plangegevens, Thema
from actieplan_xl.domain.words import Bladen
from actieplan_xl.reading.regiowerkboek import read_regiowerkboek
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge
from actieplan_xl.writing import drawing
from actieplan_xl.writing.planbladen import MatrixLayout
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek
from actieplan_xl.writing.sheet import Link, Sheet, Workbook
from actieplan_xl.writing.styles import CEL_LINK
from writing.dump import load


def big_plan(gemeenten: int, acties: int = 6) -> Plan:
    namen = [f"Gemeente {nr}" for nr in range(gemeenten)]
    kolommen = tuple(Kolom(naam, (Gemeente(naam, naam),)) for naam in namen)
    lijnen = tuple(
        Hoofdlijn(
            str(lijn),
            "Lijn",
            tuple(
                Thema(f"{lijn}.{t}", "Thema", tuple(Actie(f"{lijn}.{t}.{a}", "Doen") for a in range(1, acties + 1)))
                for t in range(1, 5)
            ),
        )
        for lijn in range(1, 4)
    )
    return Plan(Plangegevens("Plan", peildatum="2019-06-01", inleverdatum="2019-05-17"), kolommen, lijnen)


def write(samenvoeging: Samenvoeging) -> Any:
    return load(build_regiowerkboek(samenvoeging))


def header(blad: Any, eerste: str) -> dict[str, int]:
    return next({c.value: c.column for c in rij if c.value} for rij in blad.iter_rows() if rij[0].value == eerste)


def target(cel: Any) -> str:
    """Return the address on `Actieplan` that a link leads to."""
    blad, _, adres = cel.hyperlink.location.rpartition("!")
    assert (blad.strip("'"), cel.hyperlink.target) == (Bladen.ACTIEPLAN, None)
    return str(adres)


def test_a_running_text_stands_under_its_band_and_comes_back(voorbeeldplan: Plan) -> None:
    teksten = {"1": "Eerste alinea.\n\nTweede.", "1.2": "Onder het thema.", "3": "x" * 40_000}
    uit = merge(replace(voorbeeldplan, teksten=teksten), [])

    inhoud = build_regiowerkboek(uit)

    blad = load(inhoud)[Bladen.ACTIEPLAN]
    onder = {blad.cell(cel.row - 1, 1).value: cel.value for cel in blad["B"] if blad.cell(cel.row, 1).value is None}
    assert (onder["1"], onder["1.2"]) == ("Eerste alinea.", teksten["1.2"])
    (tweede,) = (cel.row for cel in blad["B"] if cel.value == "Tweede.")
    assert {f"B{tweede - 1}:I{tweede - 1}", f"B{tweede}:I{tweede}"} <= {str(b) for b in blad.merged_cells.ranges}
    gelezen = read_regiowerkboek(BytesIO(inhoud))
    assert gelezen.matrix == uit.matrix
    assert gelezen.bevindingen == ()


def test_no_cell_of_the_matrix_is_merged(regiowerkboek: bytes) -> None:
    blad = load(regiowerkboek)[Bladen.ACTIEPLAN]

    rijen = {bereik.min_row for bereik in blad.merged_cells.ranges if bereik.min_row > 5}
    assert rijen
    assert all(blad.cell(rij, 1).value is None for rij in rijen)


def test_footnotes_show_behind_the_text_and_are_not_in_it(regiowerkboek: bytes, voorbeeldplan: Plan) -> None:
    blad = load(regiowerkboek)[Bladen.ACTIEPLAN]
    teksten = {actie.nr: actie for actie in voorbeeldplan.acties}

    merken = {}
    for rij in blad.iter_rows(min_row=6):
        if rij[0].value in teksten:
            assert rij[1].value == teksten[rij[0].value].tekst
            merken[rij[0].value] = rij[1].number_format.removeprefix("@").strip('"\u2009')
    assert {nr: merk for nr, merk in merken.items() if merk} == {"3.1.1": "¹", "3.1.2": "²"}


def test_a_text_too_long_for_a_format_of_its_own_keeps_its_footnote_in_its_column(voorbeeldplan: Plan) -> None:
    """Excel would show ##### instead of the text."""
    lijn = voorbeeldplan.hoofdlijnen[2]
    thema = replace(lijn.themas[0], acties=(Actie("3.1.1", "lang " * 60, voetnoten=("1",)),))
    plan = replace(
        voorbeeldplan, hoofdlijnen=(*voorbeeldplan.hoofdlijnen[:2], replace(lijn, themas=(thema,))), teksten={}
    )

    rij = next(r for r in write(merge(plan, []))[Bladen.ACTIEPLAN].iter_rows() if r[0].value == "3.1.1")

    assert (rij[1].number_format, rij[2].value) == ("@", "1")


def test_every_hoofdlijn_folds_under_its_own_band(regiowerkboek: bytes) -> None:
    blad = load(regiowerkboek)[Bladen.ACTIEPLAN]
    layout_rijen = [rij for rij in blad.iter_rows(min_row=6) if rij[1].value or rij[0].value]

    for rij in layout_rijen:
        is_lijn = str(rij[0].value or "").isdigit() and rij[0].font.b
        is_noot = rij[0].row > 28
        assert blad.row_dimensions[rij[0].row].outlineLevel == (0 if is_lijn or is_noot else 1), rij[0].coordinate
        assert not blad.row_dimensions[rij[0].row].hidden
    assert blad.sheet_properties.outlinePr.summaryBelow is False


def test_pages_of_the_matrix_start_at_a_thema() -> None:
    blad = write(merge(big_plan(6), []))[Bladen.ACTIEPLAN]

    begin = [einde.id + 1 for einde in blad.row_breaks.brk]

    assert begin
    assert all(str(blad.cell(rij, 1).value).count(".") < 2 for rij in begin)
    # A hoofdlijn goes along with its first thema.
    assert not any(str(blad.cell(rij - 1, 1).value).count(".") == 0 for rij in begin)


def test_a_matrix_of_the_whole_country_goes_across_with_nr_and_wat_on_every_page() -> None:
    blad, gewoon = (write(merge(big_plan(aantal, 2), []))[Bladen.ACTIEPLAN] for aantal in (60, 12))

    assert blad.print_title_cols == "$A:$B"
    assert not blad.sheet_properties.pageSetUpPr.fitToPage
    assert blad.page_setup.scale >= 60
    assert gewoon.page_setup.scale is None or gewoon.page_setup.scale >= 54


def test_a_title_over_hundreds_of_kolommen_stands_where_one_looks() -> None:
    blad = write(merge(big_plan(60, 2), []))[Bladen.ACTIEPLAN]

    assert max(bereik.max_col for bereik in blad.merged_cells.ranges) < 12


def test_on_a_matrix_across_pages_nothing_runs_out_of_the_columns_that_head_them_all() -> None:
    """Title, names and texts are whole on every page; the legend stands behind those columns, on the first."""
    teksten = {"1": "Eerste alinea, die hier niet over de kolommen loopt.\nTweede.", "2.1": "lang " * 400 + "einde"}
    uit = merge(replace(big_plan(60, 2), teksten=teksten), [])

    inhoud = build_regiowerkboek(uit)

    blad = load(inhoud)[Bladen.ACTIEPLAN]
    breed = {bereik.min_row: str(bereik) for bereik in blad.merged_cells.ranges if bereik.min_col <= 2}
    (lang,) = (cel.row for cel in blad["B"] if cel.value == teksten["2.1"])  # higher than a row can be
    assert breed == {1: "A1:B1", 2: "A2:B2", lang: f"B{lang}:I{lang}"}
    band = next(cel.row for cel in blad["A"] if cel.value == "1")
    assert all(blad.cell(rij, 2).alignment.wrap_text for rij in (band, band + 1, band + 3))
    assert blad.row_dimensions[band + 1].height > blad.row_dimensions[band + 2].height
    assert [blad.cell(3, kolom).value for kolom in (2, 3, 4)] == [None, "Kleuren en woorden:", "structureel"]
    gelezen = read_regiowerkboek(BytesIO(inhoud))
    assert gelezen.matrix == uit.matrix
    assert gelezen.bevindingen == ()


@pytest.mark.parametrize("kolommen", [6, 60])
def test_a_running_text_that_was_changed_in_the_matrix_is_no_actie_without_a_number(kolommen: int) -> None:
    """However wide it is: that it differs from *Teksten* is told, and the rest is read."""
    uit = merge(replace(big_plan(kolommen, 2), teksten={"1": "Was dit."}), [])
    boek, bewaard = load(build_regiowerkboek(uit)), BytesIO()
    (cel,) = (cel for cel in boek[Bladen.ACTIEPLAN]["B"] if cel.value == "Was dit.")
    cel.value = "Is nu dit."
    boek.save(bewaard)

    gelezen = read_regiowerkboek(BytesIO(bewaard.getvalue()))

    assert [bevinding.code for bevinding in gelezen.bevindingen] == [Code.PLAN_TEKST_ANDERS]
    assert gelezen.matrix.plan == uit.matrix.plan


def test_columns_of_a_matrix_across_pages_are_parted_by_us() -> None:
    """So that any program and any paper puts the same ones on a page."""
    breed, gewoon = (write(merge(big_plan(aantal, 2), []))[Bladen.ACTIEPLAN] for aantal in (60, 12))

    assert [einde.id for einde in breed.col_breaks.brk] == [12, 22, 32, 42, 52]
    assert not gewoon.col_breaks.brk


def test_each_gemeente_leads_to_her_first_oranje_cell(samenvoeging: Samenvoeging) -> None:
    boek = write(samenvoeging)
    blad, matrix = boek[Bladen.PER_GEMEENTE], boek[Bladen.ACTIEPLAN]
    plaats = header(blad, "Gemeente")

    for rij, gemeente in enumerate(samenvoeging.matrix.plan.gemeenten, 4):
        eerste = next(i for i in samenvoeging.matrix.oranje if i.gemeente == gemeente.naam)
        cel = blad.cell(rij, plaats["Naar de eerste oranje cel"])
        assert cel.value == eerste.nr
        doel = matrix[target(cel)]
        assert (matrix.cell(doel.row, 1).value, matrix.cell(5, doel.column).value) == (eerste.nr, gemeente.kolom)
        assert blad.cell(rij, plaats["Open sinds"]).value == "17 mei 2019, 15 dagen geleden"
        assert blad.cell(rij, plaats["E-mail"]).value == gemeente.e_mail


def test_a_gemeente_that_is_complete_leads_nowhere(samenvoeging: Samenvoeging) -> None:
    matrix = samenvoeging.matrix
    vol = tuple(
        replace(i, status=matrix.invullingen[0].status, reden=None, getypt="") if i.gemeente == "Uden" else i
        for i in matrix.invullingen
    )
    blad = write(replace(samenvoeging, matrix=replace(matrix, invullingen=vol)))[Bladen.PER_GEMEENTE]
    plaats = header(blad, "Gemeente")

    rij = next(rij for rij in blad.iter_rows() if rij[0].value == "Uden")

    assert [rij[plaats[kop] - 1].value for kop in ("Naar de eerste oranje cel", "Open sinds")] == [None, None]


def test_an_inleverdatum_that_is_still_to_come_is_not_past() -> None:
    plan = big_plan(1, 1)
    for peildatum, uit in (("2019-05-01", "nog tot en met 17 mei 2019"), ("", "17 mei 2019")):
        uitkomst = merge(replace(plan, gegevens=replace(plan.gegevens, peildatum=peildatum)), [])
        blad = write(uitkomst)[Bladen.PER_GEMEENTE]
        assert blad.cell(4, header(blad, "Gemeente")["Open sinds"]).value == uit


def test_a_finding_leads_to_its_cell_of_the_matrix_and_never_out_of_the_workbook(samenvoeging: Samenvoeging) -> None:
    boek = write(samenvoeging)
    blad, matrix = boek[Bladen.BEVINDINGEN], boek[Bladen.ACTIEPLAN]
    plaats = header(blad, "ernst")
    kolommen = {g.naam: g.kolom for g in samenvoeging.matrix.plan.gemeenten}

    links = 0
    for rij, bevinding in enumerate(samenvoeging.bevindingen, 4):
        cel = blad.cell(rij, plaats["nr"])
        assert (cel.value or "") == bevinding.nr
        if cel.hyperlink:
            links += 1
            doel = matrix[target(cel)]
            kolom = kolommen.get(bevinding.gemeente, bevinding.gemeente)
            assert (matrix.cell(doel.row, 1).value, matrix.cell(5, doel.column).value) == (bevinding.nr, kolom)
    assert links == sum(bool(b.nr and b.gemeente) for b in samenvoeging.bevindingen) > 10
    assert all(not link.target for link in blad._hyperlinks)


def test_more_links_than_excel_takes_stay_readable(monkeypatch: Any) -> None:
    monkeypatch.setattr(drawing, "_MEESTE_LINKS", 2)
    sheet = Sheet("Blad")
    for rij in (1, 2, 3):
        sheet.put(rij, 1, Link("'Blad'!A1", f"nr {rij}"), CEL_LINK)

    blad = load(drawing.draw(Workbook((sheet,), "Titel"))).active

    assert [(cel.value, bool(cel.hyperlink)) for cel in blad["A"]] == [("nr 1", True), ("nr 2", True), ("nr 3", False)]


def test_gegevens_is_ready_for_a_pivot(regiowerkboek: bytes) -> None:
    """Nothing merged, no empty row, every heading once, and filters on all of it."""
    blad = load(regiowerkboek)[Bladen.GEGEVENS]
    (tabel,) = blad.tables.values()

    assert not blad.merged_cells.ranges
    assert tabel.ref == tabel.autoFilter.ref == blad.dimensions
    assert all(any(cel.value for cel in rij) for rij in blad.iter_rows())
    koppen = [cel.value for cel in blad[1]]
    assert len(set(koppen)) == len(koppen)
    assert tabel.headerRowCount == 1
    jaren = koppen.index("jaren") + 1
    gezien = {blad.cell(rij, jaren).value for rij in range(2, blad.max_row + 1)} - {None}
    assert gezien
    assert all(isinstance(waarde, str) for waarde in gezien)


def test_a_moment_of_several_gemeenten_keeps_a_row_for_each_and_names_the_others(samenvoeging: Samenvoeging) -> None:
    plek = Plek("a.xlsx", "Communicatie", "B5")
    momenten = tuple(
        Communicatiemoment(naam, datum, "Week van de veiligheid", bereik=bereik, sorteerdatum="2019-10-07", plek=plek)
        for naam, datum, bereik in (("Uden", "7-10-2019", "Regionaal (heel de regio)"), ("Boekel", "7 okt 2019", ""))
    )
    uit = replace(samenvoeging, matrix=replace(samenvoeging.matrix, communicatie=momenten))
    inhoud = build_regiowerkboek(uit)

    blad = load(inhoud)[Bladen.COMMUNICATIEKALENDER]
    plaats = header(blad, "datum")

    gezien = [(blad.cell(rij, plaats["gemeente"]).value, blad.cell(rij, plaats["ook bij"]).value) for rij in (4, 5)]
    assert gezien == [("Uden", "Boekel"), ("Boekel", "Uden")]
    assert [blad.cell(rij, plaats["datum"]).value for rij in (4, 5)] == ["7-10-2019", "7 okt 2019"]
    letter = get_column_letter(plaats["lokaal of regionaal"])
    (regel,) = (str(groep.sqref) for groep in blad.conditional_formatting)
    assert regel == f"{letter}4:{letter}5"
    assert read_regiowerkboek(BytesIO(inhoud)).matrix.communicatie == momenten


def test_a_moment_of_the_whole_country_names_some_and_counts_the_rest() -> None:
    plan = big_plan(30, 1)
    momenten = tuple(Communicatiemoment(g.naam, "7-10-2019", "Week", sorteerdatum="2019-10-07") for g in plan.gemeenten)
    uit = merge(plan, [])
    blad = write(replace(uit, matrix=replace(uit.matrix, communicatie=momenten)))[Bladen.COMMUNICATIEKALENDER]

    ook_bij = blad.cell(4, header(blad, "datum")["ook bij"]).value

    assert ook_bij.startswith("Gemeente 1, Gemeente 2, ")
    assert ook_bij.endswith(" en nog 21")


def test_other_sheets_find_the_matrix_below_its_texts(samenvoeging: Samenvoeging) -> None:
    """Rows move down where a text stands; what counts and links over the matrix moves along."""
    layout = MatrixLayout(samenvoeging.matrix.plan, met_teksten=True)
    zonder = MatrixLayout(samenvoeging.matrix.plan)

    assert layout.laatste_rij == zonder.laatste_rij + 3
    assert [layout.rijen[nr] - zonder.rijen[nr] for nr in ("1.1.5", "1.2", "1.2.1", "1.3.1", "3")] == [0, 0, 1, 2, 3]
