"""What LibreOffice paints on the page: colours follow the words in the cells, and counts follow with them."""

from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from kleurleer import luminance
from writing.voorbeeld import INGEVULD, facts

from actieplan_xl.domain import palet
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.status import Kleur, Status
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from actieplan_xl.rules.samenvoeging import merge
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek
from programs.drukwerk import Drukwerk
from programs.kantoor import Kantoor, Werk
from programs.werkboeken import by_number, headings, load, make_plan

WIT = palet.WIT
VLAK = {kleur: WIT if kleur is Kleur.GEEN else verf.vlak for kleur, verf in palet.STATUSVERF.items()}
STATUSSEN = [Status.STRUCTUREEL, Status.VOLTOOID, Status.GEPLAND, Status.NIET_OPGEPAKT, Status.NIET_BEPAALD]

GETYPT = {
    ("1.1.1", "CGM"): ("voltooid", Status.VOLTOOID),
    ("1.1.1", "Sint Anthonis"): ("Voltooid ", Status.VOLTOOID),
    ("1.1.1", "Boxmeer"): (" VOLTOOID\nHerhaling in 2019", Status.VOLTOOID),
    ("1.1.1", "Uden"): ("voltooid 2019", Status.GEPLAND),
    ("1.1.2", "CGM"): ("wordt niet opgepakt", Status.NIET_OPGEPAKT),
    ("1.1.2", "Boekel"): ("", Status.NIET_BEPAALD),
    ("1.1.2", "Uden"): ("  ", Status.NIET_BEPAALD),
    ("1.1.2", "Landerd"): ("Structureel \n2019", Status.STRUCTUREEL),
    ("1.2.1", "Boekel"): ("najaar", Status.GEPLAND),
    ("1.2.1", "Uden"): ("gepland\n2019", Status.GEPLAND),
    ("1.3.1", "Landerd"): ("n.v.t.", None),
    ("3.1.1", "Sint Anthonis"): ("nog\nvoltooid", Status.GEPLAND),
}
"""What is typed over a cell of the example's matrix, and the status it then has (None: does not apply)."""


class Resultaat(NamedTuple):
    """The example as LibreOffice shows it, before and after typing, and a matrix with a cell that does not apply."""

    matrix: Matrix
    voor: Drukwerk
    voor_xlsx: Any
    na: Drukwerk
    na_xlsx: Any
    leeg: Drukwerk


@pytest.fixture(scope="module")
def resultaat(kantoor: Kantoor, tmp_path_factory: pytest.TempPathFactory) -> Resultaat:
    map_ = tmp_path_factory.mktemp("kleuren")
    plan = facts.make_plan()
    samenvoeging = merge(plan, read_inzendingen([INGEVULD], Vraag(plan)))
    regio, leeg = map_ / "regio.xlsx", map_ / "leeg.xlsx"
    regio.write_bytes(build_regiowerkboek(samenvoeging))
    leeg.write_bytes(build_regiowerkboek(merge(make_plan(4), [])))
    blad = load(regio)["Actieplan"]
    rijen, koppen = by_number(blad), headings(blad)
    getypt = tuple(
        ("Actieplan", blad.cell(rijen[nr], koppen[kolom]).coordinate, tekst)
        for (nr, kolom), (tekst, _) in GETYPT.items()
    )
    kantoor.do(
        [
            Werk(regio, xlsx=map_ / "voor.xlsx", pdf=map_ / "voor.pdf"),
            Werk(regio, getypt, xlsx=map_ / "na.xlsx", pdf=map_ / "na.pdf"),
            Werk(leeg, pdf=map_ / "leeg.pdf"),
        ]
    )
    return Resultaat(
        samenvoeging.matrix,
        Drukwerk(map_ / "voor.pdf"),
        load(map_ / "voor.xlsx"),
        Drukwerk(map_ / "na.pdf"),
        load(map_ / "na.xlsx"),
        Drukwerk(map_ / "leeg.pdf"),
    )


def painted(drukwerk: Drukwerk, matrix: Matrix) -> dict[tuple[str, str], str]:
    """Return the colour of every cell of the printed matrix."""
    return {
        (actie.nr, kolom.naam): drukwerk.cell_colour(actie.nr, kolom.naam.split()[0], "Wat?")
        for actie in matrix.plan.acties
        for kolom in matrix.plan.kolommen
    }


def counts(boek: Any) -> dict[str, list[int]]:
    """Return the counts per kolom on `Samenvatting`, in the order of STATUSSEN, then the total."""
    blad = boek["Samenvatting"]
    rijen = [[cel.value for cel in rij] for rij in blad.iter_rows()]
    kop = next(plaats for plaats, rij in enumerate(rijen) if rij[0] == "Kolom")
    assert rijen[kop][1:6] == STATUSSEN
    return {rij[0]: rij[1:7] for rij in rijen[kop + 1 : kop + 8]}


def test_every_cell_of_the_matrix_has_the_colour_of_its_status(resultaat: Resultaat) -> None:
    verwacht = {plaats: VLAK[cel.kleur] for plaats, cel in resultaat.matrix.cellen.items()}

    assert set(verwacht.values()) == set(VLAK.values()), "alle kleuren komen voor"
    assert painted(resultaat.voor, resultaat.matrix) == verwacht


def test_a_word_typed_in_the_matrix_takes_its_colour_and_no_other_cell_changes(resultaat: Resultaat) -> None:
    voor, na = (painted(drukwerk, resultaat.matrix) for drukwerk in (resultaat.voor, resultaat.na))
    verwacht = {plaats: palet.GRIJS if status is None else VLAK[status.kleur] for plaats, (_, status) in GETYPT.items()}

    assert na == voor | verwacht


def test_the_counts_per_kolom_move_with_the_typed_words(resultaat: Resultaat) -> None:
    verwacht = {naam: list(rij) for naam, rij in counts(resultaat.voor_xlsx).items()}
    for (nr, kolom), (_, status) in GETYPT.items():
        oud = resultaat.matrix.cellen[nr, kolom].status
        assert oud is not None
        for naam in (kolom, "Alle kolommen"):
            verwacht[naam][STATUSSEN.index(oud)] -= 1
            verwacht[naam][5] -= 1
            if status is not None:
                verwacht[naam][STATUSSEN.index(status)] += 1
                verwacht[naam][5] += 1

    assert counts(resultaat.na_xlsx) == verwacht


def test_structureel_typed_over_with_voltooid_moves_exactly_one(resultaat: Resultaat) -> None:
    """The case of the contract on its own: CGM had three structureel and one voltooid, and one cell more was typed."""
    assert resultaat.matrix.cellen["1.1.1", "CGM"].status is Status.STRUCTUREEL
    voor, na = (counts(boek)["Sint Anthonis"] for boek in (resultaat.voor_xlsx, resultaat.na_xlsx))

    # Besides 'Voltooid ' only a planning was typed in this kolom.
    assert [n - v for v, n in zip(voor, na, strict=True)] == [-1, 1, 0, 0, 0, 0]


def test_where_an_actie_does_not_apply_the_cell_is_grey(resultaat: Resultaat) -> None:
    kleuren = {
        (nr, kop): resultaat.leeg.cell_colour(nr, kop, "Wat?") for nr in ("1.1.1", "1.1.2") for kop in ("CGM", "Boekel")
    }

    oranje = VLAK[Kleur.ORANJE]
    assert kleuren == {
        ("1.1.1", "CGM"): oranje,
        ("1.1.1", "Boekel"): oranje,
        ("1.1.2", "CGM"): oranje,
        ("1.1.2", "Boekel"): palet.GRIJS,
    }


def test_the_summary_fits_on_one_page_and_is_the_first(resultaat: Resultaat) -> None:
    eerste, tweede = resultaat.voor.paginas[:2]

    assert eerste.find("Samenvatting") and eerste.find("totaal")
    assert tweede.find("Wat?") and not tweede.find("Samenvatting")


@pytest.mark.parametrize("welk", ["voor", "na", "leeg"])
def test_the_charts_are_painted_in_the_tones_of_the_statuses_that_occur(resultaat: Resultaat, welk: str) -> None:
    """The legend names every status in words; a status that does not occur has its sign there and no bar."""
    pagina = getattr(resultaat, welk).paginas[0]

    for kleur in (Kleur.BLAUW, Kleur.GROEN, Kleur.ORANJE):
        is_balk = pagina.colours[palet.GRAFIEKVERF[kleur].vlak] > 1_000
        assert is_balk is (kleur is Kleur.ORANJE or welk != "leeg"), kleur
    for woord in ("structureel", "voltooid", "gepland"):
        assert len(pagina.find(woord)) >= 4, "twee tabellen en twee legenda's"


def test_the_statuses_stay_apart_in_the_charts_of_a_page_in_grey(resultaat: Resultaat) -> None:
    """Printed without colour, the even tones that lie beside each other in a bar differ in how light they are."""
    gekleurd = resultaat.voor.paginas[0].colours
    tonen = [verf.vlak for verf in palet.GRAFIEKVERF.values() if not verf.patroon]
    grijs = sorted(luminance(toon) for toon in tonen)

    assert set(tonen) <= gekleurd.keys()
    assert min(meer - minder for minder, meer in pairwise(grijs)) > 0.05


def test_the_matrix_of_the_example_prints_on_one_page_whole(resultaat: Resultaat) -> None:
    met_kop = [pagina for pagina in resultaat.voor.paginas if pagina.find("Wat?")]

    assert len(met_kop) == 1
    assert {actie.nr for actie in resultaat.matrix.plan.acties} <= {woord.tekst for woord in met_kop[0].woorden}


def test_rubricering_and_page_number_stand_on_every_page(resultaat: Resultaat) -> None:
    aantal = len(resultaat.voor.paginas)

    for nummer, pagina in enumerate(resultaat.voor.paginas, 1):
        tekst = " ".join(woord.tekst for woord in pagina.woorden)
        assert f"pagina {nummer} van {aantal}" in tekst
        assert "Intern gebruik" in tekst


def test_every_word_of_the_matrix_is_printed(resultaat: Resultaat) -> None:
    (pagina,) = (p for p in resultaat.voor.paginas if p.find("Wat?"))
    gedrukt = [woord.tekst for woord in pagina.woorden]
    cellen = [cel.tekst for cel in resultaat.matrix.cellen.values()]
    teksten = [*cellen, *(actie.tekst for actie in resultaat.matrix.plan.acties)]

    for woord in {woord for tekst in teksten for woord in tekst.split()}:
        nodig = sum(tekst.split().count(woord) for tekst in teksten)
        assert gedrukt.count(woord) >= nodig, woord


@pytest.mark.parametrize("welk", ["voor", "na", "leeg"])
def test_every_row_is_high_enough_for_its_text(resultaat: Resultaat, welk: str) -> None:
    """Text that does not fit in its row runs into that of the rows above and below."""
    for pagina in getattr(resultaat, welk).paginas:
        assert pagina.overlaps() == []


def test_pages_are_of_the_paper_that_was_asked_for(resultaat: Resultaat, tmp_path: Path) -> None:
    """A3 for the matrix: seen in how far to the right its words stand."""
    (matrix,) = (p for p in resultaat.voor.paginas if p.find("Wat?"))
    samenvatting = resultaat.voor.paginas[0]

    assert max(w.x2 for w in matrix.woorden) > 842 > max(w.x2 for w in samenvatting.woorden)
