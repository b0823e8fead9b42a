"""`Per gemeente`: how far each gemeente is, counted live over `Gegevens`."""

from collections import Counter

from actieplan_xl.domain.adres import format_kolom
from actieplan_xl.domain.datum import format_datum
from actieplan_xl.domain.inzending import Herkomst
from actieplan_xl.domain.status import TELVOLGORDE, Status
from actieplan_xl.domain.words import Bladen
from actieplan_xl.rules.samenvoeging import Samenvoeging
from actieplan_xl.rules.volledigheid import count_answers
from actieplan_xl.writing import styles
from actieplan_xl.writing.kleurregels import count_rules, text
from actieplan_xl.writing.onderdelen import paper, put_title, stand_per
from actieplan_xl.writing.regiowerkboek.gegevens import GegevensLayout
from actieplan_xl.writing.sheet import DataBar, Formula, Range, Sheet

KOPRIJ = 3
_KOPPEN = (
    "Gemeente",
    "Kolom",
    "Gevraagd",
    "Beantwoord",
    "Compleet",
    *(str(s) for s in TELVOLGORDE),
    "Laatst opgeslagen",
    "E-mail",
)


def build_per_gemeente(samenvoeging: Samenvoeging, gegevens: GegevensLayout) -> Sheet:
    """Return the sheet: a row per gemeente with live counts, and a row of totals."""
    matrix = samenvoeging.matrix
    plan = matrix.plan
    sheet = Sheet(Bladen.PER_GEMEENTE, tabkleur=styles.TABKLEUR)
    put_title(sheet, plan, "Per gemeente", f"{plan.gegevens.naam}  ·  {stand_per(plan)}", len(_KOPPEN), len(_KOPPEN))
    sheet.put_row(KOPRIJ, _KOPPEN, styles.KOP)
    sheet.hoogtes[KOPRIJ] = 34
    tellingen = {telling.gemeente: telling for telling in count_answers(matrix)}
    statussen = Counter((i.gemeente, i.status) for i in matrix.invullingen)
    opgeslagen = {naam: h for h in samenvoeging.herkomst if h.is_gebruikt for naam in h.gemeenten}
    eerste = rij = KOPRIJ + 1
    for rij, gemeente in enumerate(plan.gemeenten, eerste):
        telling = tellingen[gemeente.naam]
        sheet.put(rij, 1, gemeente.naam, styles.CEL_VET)
        sheet.put(rij, 2, gemeente.kolom, styles.CEL)
        _put_counts(sheet, rij, gegevens, telling.gevraagd, telling.beantwoord)
        for kolom, status in enumerate(TELVOLGORDE, 6):
            formule = f"=COUNTIFS({gegevens.column('gemeente')},$A{rij},{gegevens.column('status')},{text(status)})"
            sheet.put(rij, kolom, Formula(formule, statussen[gemeente.naam, status]), styles.CEL_GETAL)
        sheet.put(rij, 11, _saved(opgeslagen.get(gemeente.naam)), styles.CEL)
        sheet.put(rij, 12, gemeente.e_mail, styles.CEL)
    _put_totals(sheet, eerste, rij, Counter(i.status for i in matrix.invullingen), len(matrix.invullingen))
    sheet.databalken = [DataBar(Range(eerste, 5, rij, 5), styles.BALKKLEUR)]
    sheet.kleurregels = count_rules((eerste, rij), 6, TELVOLGORDE)
    sheet.breedtes = {1: 28, 2: 20, 3: 11, 4: 13, 5: 16, 11: 20, 12: 44} | dict.fromkeys(range(6, 11), 13.0)
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
    sheet.fill(rij, 11, 12, styles.CEL)


def _saved(herkomst: Herkomst | None) -> str:
    if herkomst is None:
        return "geen bruikbaar bestand"
    return format_datum(herkomst.opgeslagen[:10]) if herkomst.opgeslagen else "onbekend"
