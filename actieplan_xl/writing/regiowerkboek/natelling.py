"""The numbers on a regiowerkboek as it lies there, beside those that belong there.

People work in the file before it goes round. A number typed over a formula, or a row taken out of `Gegevens`, leaves a
workbook that contradicts itself; nobody sees that by looking at one sheet.
"""

import math
from collections import defaultdict
from collections.abc import Iterator

from actieplan_xl.domain.adres import Plaats
from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.reeks import measure
from actieplan_xl.domain.words import VERLOOP, Bladen, fold
from actieplan_xl.reading.herkomst import read_herkomst
from actieplan_xl.reading.regiowerkboek import read_reeks
from actieplan_xl.reading.tabel import find_kop
from actieplan_xl.reading.werkboek import boek as gelezen
from actieplan_xl.reading.werkboek.cells import Soort
from actieplan_xl.rules.samenvoeging import Samenvoeging
from actieplan_xl.versie import MAKER
from actieplan_xl.writing.planbladen import MatrixLayout
from actieplan_xl.writing.regiowerkboek.gegevens import GegevensLayout
from actieplan_xl.writing.regiowerkboek.per_gemeente import build_per_gemeente
from actieplan_xl.writing.regiowerkboek.samenvatting import build_samenvatting
from actieplan_xl.writing.sheet import Formula, Sheet

_NAAST, _ERONDER = 0, 1
Getallen = dict[Plaats, float]
"""The numbers that formulas give, by place."""


def recount(boek: gelezen.Werkboek, matrix: Matrix) -> list[Bevinding]:
    """Tell every number that is not what `Gegevens` gives, and every formula that became a number.

    What another version made is counted as far as both know it: its sheets may be laid out otherwise.
    """
    herkomst = read_herkomst(boek)
    bevindingen = list(_count_rows(boek, matrix))
    if herkomst is None:
        bevindingen.append(Bevinding(Code.REGIO_ZONDER_HERKOMST, Plek(boek.bestand.naam)))
    elif herkomst.versie != MAKER:
        waarden = {"waarde": herkomst.versie or "een onbekende versie", "ander": MAKER}
        return [*bevindingen, Bevinding(Code.REGIO_ANDERE_VERSIE, Plek(boek.bestand.naam), waarden=waarden)]
    samen, layout, gegevens = Samenvoeging(matrix, (), ()), MatrixLayout(matrix.plan, True), GegevensLayout(matrix)
    for vers in (build_samenvatting(samen, layout, gegevens), build_per_gemeente(samen, layout, gegevens)):
        bevindingen += _compare(boek, vers)
    return [*bevindingen, *_compare_series(boek, matrix)]


def _count_rows(boek: gelezen.Werkboek, matrix: Matrix) -> Iterator[Bevinding]:
    """A row that was taken out reads as an answer that was never given."""
    sheet = boek.find_sheet(Bladen.GEGEVENS)
    kop = find_kop(sheet, ("nr", "gemeente", "status")) if sheet else None
    if sheet is None or kop is None:
        return
    plaatsen = [kop.kolom("nr") or 1, kop.kolom("gemeente") or 1]
    aantal = sum(any(sheet.text(rij, kolom) for kolom in plaatsen) for rij in sheet.rijen if rij > kop.rij)
    if aantal != len(matrix.invullingen):
        waarden = {"aantal": aantal, "ander": len(matrix.invullingen)}
        yield Bevinding(Code.REGIO_GEGEVENS_AANTAL, sheet.plek(), waarden=waarden)


def _compare(boek: gelezen.Werkboek, vers: Sheet) -> Iterator[Bevinding]:
    """Compare row by row, found by what stands beside or below its numbers: rows may have moved."""
    sheet = boek.find_sheet(vers.naam)
    if sheet is None:
        yield Bevinding(Code.REGIO_REGEL_WEG, Plek(boek.bestand.naam), waarden={"regel": vers.naam})
        return
    rijen = defaultdict(list)
    for rij in sheet.rijen:
        rijen[fold(sheet.text(rij, 1))].append(rij)
    for rij, getallen in _numbers(vers).items():
        afstand = _ERONDER if (rij, 1) in getallen else _NAAST
        regel = str(vers.cells[rij + afstand, 1].value)
        gevonden = rijen[fold(regel)]
        if not gevonden:
            yield Bevinding(Code.REGIO_REGEL_WEG, sheet.plek(), waarden={"regel": regel})
            continue
        yield from _compare_row(sheet, gevonden.pop(0) - afstand, regel, getallen)


def _numbers(vers: Sheet) -> dict[int, Getallen]:
    """The numbers of formulas, row by row."""
    rijen: dict[int, Getallen] = {}
    for (rij, kolom), cell in sorted(vers.cells.items()):
        if isinstance(cell.value, Formula) and not isinstance(cell.value.value, str):
            rijen.setdefault(rij, {})[rij, kolom] = cell.value.value
    return rijen


def _compare_row(sheet: gelezen.Sheet, rij: int, regel: str, getallen: Getallen) -> Iterator[Bevinding]:
    for (_, kolom), getal in getallen.items():
        cell = sheet.cell(rij, kolom)
        waarden = {"regel": regel, "waarde": sheet.text(rij, kolom) or "niets", "ander": _plain(getal)}
        if cell.soort is not Soort.GETAL or not math.isclose(float(cell.ruw), getal, rel_tol=1e-9, abs_tol=1e-9):
            yield Bevinding(Code.REGIO_TELT_ANDERS, sheet.plek((rij, kolom)), waarden=waarden)
        elif (rij, kolom) not in sheet.inhoud.formules:
            del waarden["ander"]
            yield Bevinding(Code.REGIO_VAST_GETAL, sheet.plek((rij, kolom)), waarden=waarden)


def _compare_series(boek: gelezen.Werkboek, matrix: Matrix) -> Iterator[Bevinding]:
    """The last point of `Verloop` is how the region stands now."""
    nu = measure(matrix)
    for punt in read_reeks(boek):
        if punt.peildatum != nu.peildatum:
            continue
        for status, aantal in punt.aantallen.items():
            if aantal != nu.aantallen[status]:
                waarden = {"regel": f"{VERLOOP}, {status}", "waarde": aantal, "ander": nu.aantallen[status]}
                plek = Plek(boek.bestand.naam, Bladen.WIJZIGINGEN)
                yield Bevinding(Code.REGIO_TELT_ANDERS, plek, waarden=waarden)


def _plain(getal: float) -> str:
    return str(round(getal, 4)).replace(".", ",") if getal % 1 else str(int(getal))
