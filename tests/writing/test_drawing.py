import io
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import Status
from actieplan_xl.reading.inzending import read_invulblad
from actieplan_xl.reading.regiowerkboek import read_regiowerkboek
from actieplan_xl.reading.werkboek import grenzen
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge
from actieplan_xl.writing import styles
from actieplan_xl.writing.drawing import draw
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad
from actieplan_xl.writing.onderdelen import paper
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek
from actieplan_xl.writing.sheet import ConditionalFormat, DataValidation, Formula, Link, Range, Sheet, Table, Workbook
from writing.conftest import VORIGE, gemeente
from writing.dump import load, parts
from writing.ronden import make_round
from writing.voorbeeld import WORTEL

ONZE = ("planwerkboek", "invulblad_cuijk", "invulblad_boekel", "regiowerkboek")


def draw_one(sheet: Sheet) -> bytes:
    return draw(Workbook((sheet,), "Titel"))


def sheet_with(value: Any) -> Sheet:
    sheet = Sheet("Blad")
    sheet.put(1, 1, value, styles.CEL)
    return sheet


@pytest.fixture(params=ONZE)
def onze(request: pytest.FixtureRequest) -> bytes:
    """Each of our workbooks."""
    inhoud: bytes = request.getfixturevalue(request.param)
    return inhoud


@pytest.mark.parametrize(
    "tekst",
    ["=1+1", "+31 6 12345678", "-", "@x", "http://voorbeeld.nl", "mailto:a@b.nl", "{=1}", "internal:A1", "2019", "1e3",
     "TRUE", "#N/A", " spaties ", "regel\neen", "_x000D_", "<b>&amp;", "😀"],
)  # fmt: skip
def test_text_is_written_as_text_whatever_it_looks_like(tekst: str) -> None:
    cel = load(draw_one(sheet_with(tekst))).active["A1"]

    assert (cel.data_type, cel.hyperlink) == ("s", None)
    xml = parts(draw_one(sheet_with(tekst)))
    assert b"<f>" not in xml["xl/worksheets/sheet1.xml"]
    assert b"hyperlink" not in xml["xl/worksheets/sheet1.xml"]


@pytest.mark.parametrize("tekst", ["x" * 32_768, "😀" * 16_384])
def test_a_text_that_no_cell_can_hold_is_refused_by_its_place(tekst: str) -> None:
    sheet = Sheet("Toelichting")
    sheet.put(14, 3, tekst, styles.CEL)

    with pytest.raises(BestandError) as mislukt:
        draw_one(sheet)

    bevinding = mislukt.value.bevinding
    assert (bevinding.code, bevinding.plek.blad, bevinding.plek.cel) == (Code.TEKST_TE_LANG, "Toelichting", "C14")
    assert bevinding.waarden == {"lengte": 32_768, "grens": grenzen.CEL_TEKENS}


@pytest.mark.parametrize("tekst", ["x" * 32_767, "😀" * 16_383])
def test_a_text_that_just_fits_is_kept_whole(tekst: str) -> None:
    assert load(draw_one(sheet_with(tekst))).active["A1"].value == tekst


def test_a_text_of_a_link_is_measured_too() -> None:
    with pytest.raises(BestandError, match="TEKST_TE_LANG"):
        draw_one(sheet_with(Link("'Blad'!A1", "x" * 32_768)))


def test_the_same_data_gives_the_same_bytes_also_in_another_process(voorbeeldplan: Plan) -> None:
    boekel = gemeente(voorbeeldplan, "Boekel")
    hier = build_invulblad(voorbeeldplan, boekel, VORIGE)
    script = (
        "import sys; sys.path.insert(0, 'tests')\n"
        "from writing.conftest import VORIGE, gemeente; from writing.voorbeeld import facts\n"
        "from actieplan_xl.writing.invulblad import build_invulblad\n"
        "plan = facts.make_plan()\n"
        "sys.stdout.buffer.write(build_invulblad(plan, gemeente(plan, 'Boekel'), VORIGE))"
    )
    omgeving = {"PYTHONHASHSEED": "7", "PYTHONPATH": str(WORTEL), "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    daar = subprocess.run([sys.executable, "-c", script], cwd=WORTEL, env=omgeving, capture_output=True, check=True)

    assert hier == build_invulblad(voorbeeldplan, boekel, dict(VORIGE)) == daar.stdout


def test_a_workbook_says_when_it_was_saved_only_when_told(voorbeeldplan: Plan) -> None:
    moment = datetime(2019, 5, 6, 9, 30)
    core = parts(build_invulblad(voorbeeldplan, voorbeeldplan.gemeenten[0], {}, None, moment))["docProps/core.xml"]

    assert core.count(b"2019-05-06T09:30:00Z") == 2


def test_nobody_and_no_machine_is_named(onze: bytes) -> None:
    delen = parts(onze)

    core = delen["docProps/core.xml"].decode()
    for veld in ("creator", "lastModifiedBy", "description", "keywords", "category"):
        assert not re.search(rf"<[a-z]+:{veld}[^>]*>[^<]", core), veld
    assert b"<Company>" not in delen["docProps/app.xml"].replace(b"<Company></Company>", b"")
    assert b"<Manager>" not in delen["docProps/app.xml"]
    for naam, inhoud in delen.items():
        for spoor in (str(WORTEL), str(Path.home()), "/tmp/", "absPath", "C:\\"):
            assert spoor.encode() not in inhoud, (naam, spoor)


def test_the_package_carries_no_moment_and_nobodys_rights(onze: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(onze)) as pakket:
        assert {info.date_time for info in pakket.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert len(pakket.namelist()) == len(set(pakket.namelist()))


def test_there_is_nothing_in_it_that_runs_or_reaches_outside(onze: bytes) -> None:
    for naam, inhoud in parts(onze).items():
        assert not re.search(r"vba|macro|external|oleObject|activeX|connections", naam, re.IGNORECASE), naam
        if naam.endswith(".rels"):
            assert b'TargetMode="External"' not in inhoud, naam


def test_rows_may_grow_when_someone_types_more(onze: bytes) -> None:
    for naam, inhoud in parts(onze).items():
        if naam.startswith("xl/worksheets/sheet"):
            assert b"customHeight" not in inhoud, naam


@pytest.mark.parametrize(
    "onderdeel",
    [
        {"validaties": [DataValidation(Range(1, 1, 1, 1), "x" * 33, "uitleg")]},
        {"validaties": [DataValidation(Range(1, 1, 1, 1), "titel", "uitleg", ("x" * 200, "y" * 200))]},
        {"tabel": Table(Range(1, 1, 1, 1), "Gegevens", ("nr",))},
        {"tabel": Table(Range(1, 1, 2, 1), "een naam met spaties", ("nr",))},
    ],
)
def test_what_xlsxwriter_would_drop_with_a_warning_is_loud(onderdeel: dict[str, Any]) -> None:
    sheet = replace(sheet_with("nr"), **onderdeel)

    with pytest.raises((ValueError, UserWarning)):
        draw_one(sheet)


def test_a_rule_is_kept_when_nothing_is_wrong_with_it() -> None:
    regel = ConditionalFormat(Range(1, 1, 2, 1), '=A1="ja"', styles.NVT_VLAK)
    sheet = replace(sheet_with("ja"), kleurregels=[regel])

    blad = load(draw_one(sheet)).active

    assert [r.formula for groep in blad.conditional_formatting for r in groep.rules] == [['A1="ja"']]


def test_a_formula_has_its_value_stored_beside_it() -> None:
    inhoud = draw_one(sheet_with(Formula("=1+1", 2)))

    assert load(inhoud).active["A1"].value == "=1+1"
    assert load(inhoud, data_only=True).active["A1"].value == 2


GEVAARLIJK = ("=1+1", "+31 6 1234", "@x", "http://voorbeeld.nl", "-", '=HYPERLINK("http://x")', "<script>", "&Pkop")


def dangerous_invulblad(plan: Plan, een: str) -> bytes:
    from actieplan_xl.domain.invulling import Communicatiemoment, EigenActie

    vulling = Vulling(
        {"1.1.1": Antwoord(een, een, een)},
        [EigenActie("Boekel", een, een, een, een, een)],
        [Communicatiemoment("Boekel", een, een, een, een, een, een)],
    )
    standen = {"1.1.2": Stand(VORIGE["1.1.1"].status, een)}
    return build_invulblad(plan, gemeente(plan, "Boekel"), standen, vulling)


def formulas_and_links(inhoud: bytes) -> set[str]:
    boek = load(inhoud)
    cellen = [cel for blad in boek for rij in blad.iter_rows() for cel in rij]
    return {str(c.value) for c in cellen if c.data_type == "f"} | {str(c.hyperlink.ref) for c in cellen if c.hyperlink}


@pytest.mark.parametrize("tekst", GEVAARLIJK)
def test_nothing_a_gemeente_typed_runs_in_an_invulblad(voorbeeldplan: Plan, tekst: str) -> None:
    """The formulas on the sheet are the same ones as with harmless text."""
    gevaarlijk, onschuldig = (dangerous_invulblad(voorbeeldplan, een) for een in (tekst, "iets"))

    assert formulas_and_links(gevaarlijk) == formulas_and_links(onschuldig)
    waarden = [cel.value for blad in load(gevaarlijk) for rij in blad.iter_rows() for cel in rij]
    assert waarden.count(tekst) == 3 + 5 + 6


def dangerous_samenvoeging(samenvoeging: Samenvoeging, een: str) -> Samenvoeging:
    matrix = samenvoeging.matrix
    invullingen = tuple(
        replace(i, planning=een, toelichting=een, plek=replace(i.plek, bestand=een)) for i in matrix.invullingen
    )
    eigen = tuple(replace(e, actie=een, status=een, nr=een) for e in matrix.eigen_acties)
    momenten = tuple(replace(m, datum=een, wat=een) for m in matrix.communicatie)
    gevuld = replace(matrix, invullingen=invullingen, eigen_acties=eigen, communicatie=momenten)
    herkomst = tuple(replace(h, bestand=een, reden=een) for h in samenvoeging.herkomst)
    return replace(samenvoeging, matrix=gevuld, herkomst=herkomst)


@pytest.mark.parametrize("tekst", GEVAARLIJK)
def test_nothing_a_gemeente_typed_runs_in_the_regiowerkboek(samenvoeging: Samenvoeging, tekst: str) -> None:
    gevaarlijk, onschuldig = (build_regiowerkboek(dangerous_samenvoeging(samenvoeging, een)) for een in (tekst, "iets"))

    assert formulas_and_links(gevaarlijk) == formulas_and_links(onschuldig)
    gegevens = load(gevaarlijk)["Gegevens"]
    assert {gegevens[f"J{rij}"].value for rij in range(2, 90)} == {tekst}


LANG = ("x" * 32_768, "woord " * 20_000 + "eind", "😀" * 16_384, "regel\n" * 9_000 + "eind")


@pytest.mark.parametrize("lang", LANG)
def test_an_answer_too_long_for_a_cell_of_an_invulblad_is_carried_on_and_comes_back_whole(
    voorbeeldplan: Plan, lang: str
) -> None:
    vulling = Vulling({"1.1.1": Antwoord("gepland", f"plan {lang}", lang)})

    inhoud = build_invulblad(voorbeeldplan, gemeente(voorbeeldplan, "Boekel"), None, vulling)

    assert load(inhoud).sheetnames[-2:] == ["Vervolg", "_actieplan"]
    gelezen = read_invulblad(io.BytesIO(inhoud)).antwoorden["1.1.1"]
    assert (gelezen.status, gelezen.planning, gelezen.toelichting) == (Status.GEPLAND, f"plan {lang}", lang)


@pytest.mark.parametrize("lang", LANG)
def test_a_text_too_long_for_a_cell_of_the_regiowerkboek_is_carried_on_and_comes_back_whole(
    samenvoeging: Samenvoeging, lang: str
) -> None:
    eerste = replace(samenvoeging.matrix.invullingen[0], toelichting=lang)
    matrix = replace(samenvoeging.matrix, invullingen=(eerste, *samenvoeging.matrix.invullingen[1:]))

    inhoud = build_regiowerkboek(replace(samenvoeging, matrix=matrix))

    assert read_regiowerkboek(io.BytesIO(inhoud)).matrix == matrix


def test_half_a_character_is_refused_by_its_place_and_nothing_else_is_raised() -> None:
    """It fits in no file of any kind; a name of a plan stands on every sheet, and in the properties."""
    plan = make_round(1, 1, lambda *_: Status.GEPLAND, regio="ook hier \ud83d").matrix.plan

    with pytest.raises(BestandError) as gevangen:
        build_regiowerkboek(merge(plan, []))

    bevinding = gevangen.value.bevinding
    assert (bevinding.code, bevinding.plek.blad, bevinding.plek.cel) == (Code.TEKST_HALF_TEKEN, "Samenvatting", "A2")


def test_a_cell_of_the_matrix_leaves_room_for_the_line_end_that_a_formula_puts_behind_it() -> None:
    """What would just fit without it is carried on, and comes back whole."""
    ronde = make_round(1, 1, lambda *_: Status.GEPLAND)
    lang = "x" * 32_767
    matrix = replace(ronde.matrix, invullingen=(replace(ronde.matrix.invullingen[0], planning=lang),))

    boek = build_regiowerkboek(replace(ronde, matrix=matrix))

    teksten = [str(cel.value or "") for rij in load(boek)["Actieplan"].iter_rows() for cel in rij]
    assert max(map(len, teksten)) < len(lang)
    assert read_regiowerkboek(io.BytesIO(boek)).matrix == matrix


def test_a_page_header_stays_within_what_excel_counts() -> None:
    """It counts a character outside the basic plane for two."""
    plan = make_round(1, 1, lambda *_: Status.GEPLAND, rubricering="😀" * 200).matrix.plan
    plan = replace(plan, gegevens=replace(plan.gegevens, naam="😀&" * 200, regio="😀" * 200))

    opmaak = paper(plan, "Blad")

    for tekst in (opmaak.koptekst, opmaak.voettekst):
        assert 100 < len(tekst.encode("utf-16-le")) // 2 <= 255
