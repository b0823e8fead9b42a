"""`Wijzigingen`: how the region stood on each peildatum, and what changed since the previous regiowerkboek."""

from collections.abc import Iterator

from actieplan_xl.domain.adres import format_adres
from actieplan_xl.domain.datum import format_datum, parse_datum
from actieplan_xl.domain.invulling import Invulling, Stand
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.matrixcel import combine, format_voluit
from actieplan_xl.domain.reeks import Punt, measure
from actieplan_xl.domain.status import TELVOLGORDE
from actieplan_xl.domain.words import NVT, VERLOOP, WAT_ER_VERANDERDE, WIJZIGING_KOLOMMEN, Bladen
from actieplan_xl.reading.regiowerkboek import VERLOOP_KOLOMMEN
from actieplan_xl.rules.samenvoeging import Samenvoeging
from actieplan_xl.rules.vergelijking import Plansoort, Planwijziging, Vergelijking, Wijziging
from actieplan_xl.writing import styles
from actieplan_xl.writing.kleurregels import count_rules, matrix_rules, text
from actieplan_xl.writing.onderdelen import paper, put_table, put_title, stand_per
from actieplan_xl.writing.regiowerkboek.gegevens import GegevensLayout
from actieplan_xl.writing.regiowerkboek.statustabel import status_series
from actieplan_xl.writing.sheet import Chart, Formula, Range, Sheet

_VERLOOP_KOLOM = 1
_LAATSTE_KOLOM = max(len(VERLOOP_KOLOMMEN), len(WIJZIGING_KOLOMMEN))
_VERLOOPKOP = 5
_WAS, _IS = WIJZIGING_KOLOMMEN.index("was") + 1, WIJZIGING_KOLOMMEN.index("is") + 1

Regel = tuple[str, str, str, str, str, str, str]
"""A row of the list, in the columns of `WIJZIGING_KOLOMMEN`."""


def build_wijzigingen(samenvoeging: Samenvoeging, gegevens: GegevensLayout) -> Sheet | None:
    """Return the sheet; None when there was no previous regiowerkboek to compare with."""
    if samenvoeging.vergelijking is None:
        return None
    return build_vergeleken(samenvoeging.matrix, samenvoeging.vergelijking, samenvoeging.reeks, gegevens)


def build_vergeleken(
    nu: Matrix, vergelijking: Vergelijking, reeks: tuple[Punt, ...], gegevens: GegevensLayout | None = None
) -> Sheet:
    """Return the sheet of a comparison; in a workbook without `Gegevens` the counts are plain numbers."""
    plan = nu.plan
    sheet = Sheet(Bladen.WIJZIGINGEN, tabkleur=styles.TABKLEUR)
    onder = f"{plan.gegevens.naam}  ·  {stand_per(plan)}"
    put_title(sheet, plan, Bladen.WIJZIGINGEN, onder, _LAATSTE_KOLOM, _LAATSTE_KOLOM - 1)
    rij = _put_verloop(sheet, reeks, measure(nu), gegevens)
    koprij = _put_list(sheet, rij + 2, vergelijking)
    sheet.breedtes = {1: 16, 2: 40, 3: 24, 4: 20, 5: 26, 6: 26, 7: 30}
    sheet.tekst_als_getal_mag = Range(1, 1, sheet.laatste_rij, _LAATSTE_KOLOM)
    sheet.print = paper(plan, Bladen.WIJZIGINGEN, herhaal=(koprij, koprij))
    return sheet


def verloop_chart(reeks: tuple[Punt, ...], nu: Punt, plek: Range) -> Chart:
    """Return a chart over the series on this sheet: a line per status, a point per peildatum."""
    rijen = range(_VERLOOPKOP + 1, _VERLOOPKOP + 1 + len(reeks))
    reeksen = status_series(Bladen.WIJZIGINGEN, _VERLOOPKOP, rijen, _VERLOOP_KOLOM)
    omschrijving = (
        f"{VERLOOP}: een lijn per status met een punt per peildatum. Dezelfde getallen staan op het werkblad "
        f"{Bladen.WIJZIGINGEN}."
    )
    return Chart("lijn", _title(reeks, nu), omschrijving, plek, reeksen)


def _title(reeks: tuple[Punt, ...], nu: Punt) -> str:
    """Return what stands above the series; that it runs on behind the peildatum of this workbook as well."""
    peildatum = parse_datum(nu.peildatum)
    later = [datum for punt in reeks if (datum := parse_datum(punt.peildatum)) and peildatum and datum > peildatum]
    return f"{VERLOOP} (let op: loopt door na {format_datum(nu.peildatum)})" if later else VERLOOP


def _put_verloop(sheet: Sheet, reeks: tuple[Punt, ...], nu: Punt, gegevens: GegevensLayout | None) -> int:
    """Put the series, of now as live counts over `Gegevens` where there is one; return the last row used."""
    _put_heading(sheet, _VERLOOPKOP - 1, _title(reeks, nu))
    sheet.put_row(_VERLOOPKOP, VERLOOP_KOLOMMEN, styles.KOP_MIDDEN, _VERLOOP_KOLOM)
    sheet.put(_VERLOOPKOP, _VERLOOP_KOLOM, VERLOOP_KOLOMMEN[0], styles.KOP)
    sheet.hoogtes[_VERLOOPKOP] = 34
    eerste, laatste = _VERLOOPKOP + 1, _VERLOOPKOP + len(reeks)
    for rij, punt in enumerate(reeks, eerste):
        is_nu = punt.peildatum == nu.peildatum
        sheet.put(rij, _VERLOOP_KOLOM, format_datum(punt.peildatum), styles.CEL_VET if is_nu else styles.CEL)
        for kolom, status in enumerate(TELVOLGORDE, _VERLOOP_KOLOM + 1):
            aantal: int | Formula = punt.aantallen[status]
            if is_nu and gegevens:
                formule = f"=COUNTIF({gegevens.column('status')},{text(status)})"
                aantal = Formula(formule, punt.aantallen[status])
            sheet.put(rij, kolom, aantal, styles.CEL_GETAL)
        van, tot = (format_adres((rij, kolom)) for kolom in (_VERLOOP_KOLOM + 1, _LAATSTE_KOLOM - 1))
        sheet.put(rij, _LAATSTE_KOLOM, Formula(f"=SUM({van}:{tot})", punt.gevraagd), styles.CEL_GETAL_VET)
    sheet.kleurregels += count_rules((eerste, laatste), _VERLOOP_KOLOM + 1, TELVOLGORDE)
    return laatste


def _put_list(sheet: Sheet, rij: int, vergelijking: Vergelijking) -> int:
    """Put the sentence and the list under it, coloured by its own words; return the row of its header."""
    _put_heading(sheet, rij, WAT_ER_VERANDERDE)
    sheet.merge(rij + 1, 1, _LAATSTE_KOLOM, vergelijking.zin, styles.OPMERKING)
    koprij = rij + 2
    regels = list(_rows(vergelijking))
    laatste = put_table(sheet, koprij, WIJZIGING_KOLOMMEN, regels)
    sheet.hoogtes[koprij] = 22
    if regels:
        sheet.filter = Range(koprij, 1, laatste, len(WIJZIGING_KOLOMMEN))
        sheet.kleurregels += matrix_rules(Range(koprij + 1, _WAS, laatste, _IS), koprij + 1, is_regio=False)
    return koprij


def _put_heading(sheet: Sheet, rij: int, tekst: str) -> None:
    sheet.put(rij, 1, tekst, styles.TUSSENKOP)
    sheet.fill(rij, 2, _LAATSTE_KOLOM, styles.TUSSENKOP)
    sheet.hoogtes[rij] = 24


def _rows(vergelijking: Vergelijking) -> Iterator[Regel]:
    """Yield the changes in the plan before those in the answers: they say what the others are about."""
    yield from map(_plan_row, vergelijking.planwijzigingen)
    yield from map(_answer_row, vergelijking.naar_belang)


def _plan_row(wijziging: Planwijziging) -> Regel:
    if wijziging.actie is not None:
        return (wijziging.actie.nr, wijziging.actie.tekst, "", str(wijziging.soort), wijziging.was, wijziging.nu, "")
    if wijziging.soort is Plansoort.GEMEENTE_OPGEGAAN:
        return ("", "", wijziging.was, str(wijziging.soort), wijziging.was, wijziging.nu, "")
    if wijziging.nr or wijziging.gemeente:
        return (wijziging.nr, "", wijziging.gemeente, str(wijziging.soort), wijziging.was, wijziging.nu, "")
    return ("", "", wijziging.was or wijziging.nu, str(wijziging.soort), "", "", "")


def _answer_row(wijziging: Wijziging) -> Regel:
    actie, nu = wijziging.actie, wijziging.nu
    toelichting = nu.toelichting if nu else ""
    wat = str(wijziging.soort)
    return (actie.nr, actie.tekst, _who(wijziging), wat, _cell(wijziging.was), _cell(nu), toelichting)


def _who(wijziging: Wijziging) -> str:
    """Name the gemeente; one that answers under another name now with that name beside it."""
    nu = wijziging.nu.gemeente if wijziging.nu else wijziging.gemeente
    return wijziging.gemeente if nu == wijziging.gemeente else f"{wijziging.gemeente} (nu {nu})"


def _cell(invulling: Invulling | None) -> str:
    """Return what the matrix showed of this answer, always with its status word: that is what may have changed."""
    if invulling is None:
        return NVT
    if invulling.is_antwoord:
        return format_voluit(Stand(invulling.status, invulling.planning))
    return combine([invulling]).tekst
