"""`Per gemeente`: how far each gemeente is, counted live over `Gegevens`."""

from collections import Counter

from actieplan_xl.domain.adres import format_kolom
from actieplan_xl.domain.datum import format_datum, parse_datum
from actieplan_xl.domain.inzending import Herkomst
from actieplan_xl.domain.plan import Plangegevens
from actieplan_xl.domain.status import TELVOLGORDE, Status
from actieplan_xl.domain.words import Bladen, enkelvoud_of_meervoud
from actieplan_xl.rules.samenvoeging import Samenvoeging
from actieplan_xl.rules.volledigheid import count_answers
from actieplan_xl.writing import styles
from actieplan_xl.writing.kleurregels import count_rules, text
from actieplan_xl.writing.onderdelen import paper, put_title, stand_per
from actieplan_xl.writing.planbladen import MatrixLayout
from actieplan_xl.writing.regiowerkboek.gegevens import GegevensLayout
from actieplan_xl.writing.sheet import DataBar, Formula, Link, Range, Sheet

KOPRIJ = 3
_KOPPEN = (
    "Gemeente",
    "Kolom",
    "Gevraagd",
    "Beantwoord",
    "Compleet",
    *(str(s) for s in TELVOLGORDE),
    "Laatst opgeslagen",
    "Naar de eerste oranje cel",
    "Open sinds",
    "E-mail",
)
_OPGESLAGEN = len(_KOPPEN) - 3


def build_per_gemeente(samenvoeging: Samenvoeging, layout: MatrixLayout, gegevens: GegevensLayout) -> Sheet:
    """Return the sheet: a row per gemeente with live counts, and a row of totals."""
    matrix = samenvoeging.matrix
    plan = matrix.plan
    sheet = Sheet(Bladen.PER_GEMEENTE, tabkleur=styles.TABKLEUR)
    put_title(sheet, plan, "Per gemeente", f"{plan.gegevens.naam}  ·  {stand_per(plan)}", len(_KOPPEN), len(_KOPPEN))
    sheet.put_row(KOPRIJ, _KOPPEN, styles.KOP)
    sheet.hoogtes[KOPRIJ] = 34
    tellingen = {telling.gemeente: telling for telling in count_answers(matrix)}
    statussen = Counter((i.gemeente, i.status) for i in matrix.invullingen)
    # Of several the first counts: that is where the reading of the column starts.
    eerste_oranje = {invulling.gemeente: invulling for invulling in reversed(matrix.oranje)}
    sinds = _since(plan.gegevens)
    gebruikt = samenvoeging.gebruikt
    eerste = rij = KOPRIJ + 1
    for rij, gemeente in enumerate(plan.gemeenten, eerste):
        telling = tellingen[gemeente.naam]
        is_oud = gemeente.naam in samenvoeging.van_vorige_ronde
        sheet.put(rij, 1, gemeente.naam, styles.CEL_VET)
        sheet.put(rij, 2, gemeente.kolom, styles.CEL)
        _put_counts(sheet, rij, gegevens, telling.gevraagd, telling.beantwoord)
        for kolom, status in enumerate(TELVOLGORDE, 6):
            formule = f"=COUNTIFS({gegevens.column('gemeente')},$A{rij},{gegevens.column('status')},{text(status)})"
            sheet.put(rij, kolom, Formula(formule, statussen[gemeente.naam, status]), styles.CEL_GETAL)
        sheet.put(rij, _OPGESLAGEN, _saved(gebruikt.get(gemeente.naam), is_oud), styles.CEL)
        if oranje := eerste_oranje.get(gemeente.naam):
            link = Link(layout.jump(oranje.nr, gemeente.kolom), oranje.nr)
            sheet.put(rij, _OPGESLAGEN + 1, link, styles.CEL_LINK)
            sheet.put(rij, _OPGESLAGEN + 2, sinds, styles.CEL)
        sheet.fill(rij, _OPGESLAGEN + 1, _OPGESLAGEN + 2, styles.CEL)
        sheet.put(rij, len(_KOPPEN), gemeente.e_mail, styles.CEL)
    _put_totals(sheet, eerste, rij, Counter(i.status for i in matrix.invullingen), len(matrix.invullingen))
    sheet.databalken = [DataBar(Range(eerste, 5, rij, 5), styles.BALKKLEUR)]
    sheet.kleurregels = count_rules((eerste, rij), 6, TELVOLGORDE)
    sheet.breedtes = {1: 24, 2: 18, 3: 11, 4: 13, 5: 14, 11: 20, 12: 14, 13: 32, 14: 38} | dict.fromkeys(
        range(6, 11), 12.0
    )
    sheet.bevroren = (KOPRIJ, 1)
    sheet.print = paper(plan, Bladen.PER_GEMEENTE, herhaal=(KOPRIJ, KOPRIJ))
    return sheet


def _put_counts(sheet: Sheet, rij: int, gegevens: GegevensLayout, gevraagd: int, beantwoord: int) -> None:
    gemeente = gegevens.column("gemeente")
    sheet.put(rij, 3, Formula(f"=COUNTIF({gemeente},$A{rij})", gevraagd), styles.CEL_GETAL)
    open_ = f"COUNTIFS({gemeente},$A{rij},{gegevens.column('status')},{text(Status.NIET_BEPAALD)})"
    sheet.put(rij, 4, Formula(f"=C{rij}-{open_}", beantwoord), styles.CEL_GETAL)
    deel = beantwoord / gevraagd if gevraagd else 0
    sheet.put(rij, 5, Formula(f"=IF(C{rij}=0,0,D{rij}/C{rij})", deel), styles.CEL_PROCENT)


def _put_totals(sheet: Sheet, eerste: int, laatste: int, statussen: "Counter[Status]", totaal: int) -> None:
    rij = laatste + 1
    beantwoord = totaal - statussen[Status.NIET_BEPAALD]
    sheet.put(rij, 1, "Alle gemeenten", styles.CEL_VET)
    sheet.put(rij, 2, "", styles.CEL)
    waarden = [totaal, beantwoord, None, *(statussen[status] for status in TELVOLGORDE)]
    for kolom, waarde in enumerate(waarden, 3):
        letter = format_kolom(kolom)
        if waarde is not None:
            formule = f"=SUM({letter}{eerste}:{letter}{laatste})"
            sheet.put(rij, kolom, Formula(formule, waarde), styles.CEL_GETAL_VET)
    deel = beantwoord / totaal if totaal else 0
    sheet.put(rij, 5, Formula(f"=IF(C{rij}=0,0,D{rij}/C{rij})", deel), styles.CEL_PROCENT)
    sheet.fill(rij, _OPGESLAGEN, len(_KOPPEN), styles.CEL)


def _since(gegevens: Plangegevens) -> str:
    """Return the day on which the answers were due, and how long ago that was on the peildatum."""
    uiterlijk, peildatum = parse_datum(gegevens.inleverdatum), parse_datum(gegevens.peildatum)
    if uiterlijk is None:
        return gegevens.inleverdatum
    dag = format_datum(uiterlijk.isoformat())
    dagen = (peildatum - uiterlijk).days if peildatum else 0
    if dagen > 0:
        return f"{dag}, {enkelvoud_of_meervoud(dagen, 'dag', 'dagen')} geleden"
    return f"nog tot en met {dag}" if peildatum else dag


def _saved(herkomst: Herkomst | None, is_oud: bool) -> str:
    if herkomst is None:
        return "geen bruikbaar bestand"
    dag = format_datum(herkomst.opgeslagen[:10]) if herkomst.opgeslagen else "onbekend"
    return f"{dag}: blad van de vorige ronde" if is_oud else dag
