"""A table of how often each status occurs, a row per kolom or hoofdlijn, with a chart of the same numbers.

Every number is a live formula with its value stored beside it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from actieplan_xl.domain import palet
from actieplan_xl.domain.adres import format_kolom
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.status import TELVOLGORDE, Status
from actieplan_xl.domain.weergave import visible
from actieplan_xl.domain.words import Bladen
from actieplan_xl.writing import styles
from actieplan_xl.writing.kleurregels import count_rules, count_status, text
from actieplan_xl.writing.planbladen import MatrixLayout
from actieplan_xl.writing.regiowerkboek.gegevens import GegevensLayout
from actieplan_xl.writing.sheet import Chart, Formula, Range, Reference, Series, Sheet

KOLOMMEN = len(TELVOLGORDE) + 2
HOOGSTENS_REGELS = 20
"""More rows make neither a page nor a chart that anyone can read: then only the tail is shown, and the rest in one."""
_STAART = 10
_LANGSTE_NAAM = 80
_LANG, _DEEL_VOOR_NAMEN = 30, 0.33


class Regel(NamedTuple):
    """A row: what it counts, and per status the formula text and its value now."""

    naam: str
    formules: Mapping[Status, str]
    telling: Mapping[Status, int]


class Statustabel(NamedTuple):
    """Where a table came to stand: its header, the rows that a chart shows, and the row of totals."""

    koprij: int
    eerste: int
    laatste: int
    totaalrij: int


def kolom_rows(matrix: Matrix, layout: MatrixLayout) -> list[Regel]:
    """Return a row per kolom, counted over the cells of `Actieplan`; of very many the least complete, and the rest."""
    kolommen = matrix.plan.kolommen
    tellingen = {
        kolom.naam: Counter(matrix.cellen[actie.nr, kolom.naam].status for actie in matrix.plan.acties)
        for kolom in kolommen
    }
    getoond = [kolom.naam for kolom in kolommen]
    if len(getoond) > HOOGSTENS_REGELS:
        getoond = sorted(getoond, key=lambda naam: -tellingen[naam][Status.NIET_BEPAALD])[:_STAART]
    regels = [
        Regel(_name(naam), _matrix_formulas(layout, plaats, plaats), _without_nvt(tellingen[naam]))
        for naam in getoond
        for plaats in (layout.kolom(naam),)
    ]
    overige = tellingen.keys() - set(getoond)
    if overige:
        alles = _matrix_formulas(layout, layout.eerste_kolom, layout.laatste_kolom)
        telling = sum((tellingen[naam] for naam in overige), Counter[Status | None]())
        rest = {status: f"{alles[status]}-SUM({{boven}})" for status in TELVOLGORDE}
        regels.append(Regel(f"Overige {len(overige)} kolommen", rest, _without_nvt(telling)))
    return regels


def same_places(matrix: Matrix, layout: MatrixLayout, regels: Sequence[Regel]) -> list[str]:
    """Return the formula texts that are true while no status moved to another kolom among those in one row.

    Each cell counts for the place of its kolom, so two that trade places are noticed. Where every kolom has a row of
    its own the numbers in it say so already.
    """
    kolommen = matrix.plan.kolommen
    if len(regels) == len(kolommen):
        return []
    cellen, nummers = _matrix_ranges(layout, layout.eerste_kolom, layout.laatste_kolom)
    plaats = f"(COLUMN({cellen})-{layout.eerste_kolom - 1})"
    som = Counter[Status | None]()
    for nummer, kolom in enumerate(kolommen, 1):
        for actie in matrix.plan.acties:
            som[matrix.cellen[actie.nr, kolom.naam].status] += nummer
    return [f"{count_status(cellen, nummers, status, plaats)}={som[status]}" for status in TELVOLGORDE]


def hoofdlijn_rows(matrix: Matrix, gegevens: GegevensLayout) -> list[Regel]:
    """Return a row per hoofdlijn, counted over `Gegevens`: by the number of the actie, which is nobody's typing."""
    nummers, statussen = gegevens.column("nr"), gegevens.column("status")
    regels = []
    for lijn in matrix.plan.hoofdlijnen:
        begin = f"{lijn.nr}."
        formules = {
            status: f"SUMPRODUCT((LEFT({nummers},{len(begin)})={text(begin)})*({statussen}={text(status)}))"
            for status in TELVOLGORDE
        }
        telling = Counter(i.status for i in matrix.invullingen if i.nr.startswith(begin))
        naam = _name(f"{lijn.nr}  {lijn.naam}")
        regels.append(Regel(naam if telling else f"{naam} (geen acties)", formules, telling))
    return regels


def put_statustabel(sheet: Sheet, rij: int, kop: str, regels: Sequence[Regel], totaal: str) -> Statustabel:
    """Put header, rows and a row of totals, from `rij` on in the first columns.

    `{boven}` in a formula stands for the cells of the table above it.
    """
    eerste, laatste = rij + 1, rij + len(regels)
    sheet.put(rij, 1, kop, styles.KOP)
    sheet.put_row(rij, (*(str(status) for status in TELVOLGORDE), "totaal"), styles.KOP_MIDDEN, kolom=2)
    sheet.hoogtes[rij] = 34
    for plaats, regel in enumerate(regels, eerste):
        _put_regel(sheet, plaats, regel, eerste)
    totalen = count_total(regels)
    sheet.put(laatste + 1, 1, totaal, styles.CEL_VET)
    for plaats, waarde in enumerate([*(totalen[s] for s in TELVOLGORDE), totalen.total()], 2):
        letter = format_kolom(plaats)
        formule = f"=SUM({letter}{eerste}:{letter}{laatste})"
        sheet.put(laatste + 1, plaats, Formula(formule, waarde), styles.CEL_GETAL_VET)
    sheet.kleurregels += count_rules((eerste, laatste), 2, TELVOLGORDE)
    return Statustabel(rij, eerste, laatste, laatste + 1)


def _put_regel(sheet: Sheet, rij: int, regel: Regel, eerste: int) -> None:
    sheet.put(rij, 1, regel.naam, styles.CEL_VET)
    for plaats, status in enumerate(TELVOLGORDE, 2):
        letter = format_kolom(plaats)
        formule = regel.formules[status].replace("{boven}", f"{letter}{eerste}:{letter}{rij - 1}")
        sheet.put(rij, plaats, Formula(f"={formule}", regel.telling.get(status, 0)), styles.CEL_GETAL)
    som = f"=SUM({format_kolom(2)}{rij}:{format_kolom(KOLOMMEN - 1)}{rij})"
    sheet.put(rij, KOLOMMEN, Formula(som, sum(regel.telling.values())), styles.CEL_GETAL_VET)


def count_total(regels: Sequence[Regel]) -> "Counter[Status]":
    """Return how often each status occurs in all rows together."""
    return sum((Counter(regel.telling) for regel in regels), Counter[Status]())


def status_series(blad: str, koprij: int, rijen: range, namen: int) -> tuple[Series, ...]:
    """Return a series per status, of a table in which they stand behind the column `namen`, on these rows."""

    def cells(kolom: int, rij: int, tot_rij: int) -> Reference:
        return Reference(blad, Range(rij, kolom, tot_rij, kolom))

    return tuple(
        Series(
            cells(plaats, koprij, koprij),
            cells(namen, rijen[0], rijen[-1]),
            cells(plaats, rijen[0], rijen[-1]),
            palet.GRAFIEKVERF[status.kleur],
        )
        for plaats, status in enumerate(TELVOLGORDE, namen + 1)
    )


def chart_of(sheet: Sheet, tabel: Statustabel, titel: str, plek: Range) -> Chart:
    """Return the chart of a table: a bar per row, divided over the statuses."""
    rijen = range(tabel.eerste, tabel.laatste + 1)
    reeksen = status_series(sheet.naam, tabel.koprij, rijen, 1)
    omschrijving = (
        f"{titel}: een liggende balk per rij van de tabel ernaast, verdeeld over {', '.join(map(str, TELVOLGORDE))}. "
        "In elk deel staat hoe vaak het voorkomt; dezelfde getallen staan in de tabel."
    )
    langste = max(len(str(sheet.cells[rij, 1].value)) for rij in rijen)
    return Chart("aandelen", titel, omschrijving, plek, reeksen, _DEEL_VOOR_NAMEN if langste > _LANG else 0.0)


def _name(tekst: str) -> str:
    """A name as a chart can hold it too: there a character without a shape would spoil the whole file."""
    return visible(tekst, _LANGSTE_NAAM)


def _matrix_formulas(layout: MatrixLayout, van: int, tot: int) -> dict[Status, str]:
    cellen, nummers = _matrix_ranges(layout, van, tot)
    return {status: count_status(cellen, nummers, status) for status in TELVOLGORDE}


def _matrix_ranges(layout: MatrixLayout, van: int, tot: int) -> tuple[str, str]:
    """The cells of these kolommen in `Actieplan`, and the numbers of their rows."""
    rijen = range(layout.eerste_rij, max(layout.laatste_rij, layout.eerste_rij) + 1)
    cellen, nummers = (Range(rijen[0], eerste, rijen[-1], laatste).absolute for eerste, laatste in ((van, tot), (1, 1)))
    return f"{Bladen.ACTIEPLAN}!{cellen}", f"{Bladen.ACTIEPLAN}!{nummers}"


def _without_nvt(telling: "Counter[Status | None]") -> dict[Status, int]:
    return {status: aantal for status, aantal in telling.items() if status is not None}
