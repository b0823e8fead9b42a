"""`Per gemeente`: how far each gemeente is, counted live over `Gegevens`."""

from collections import Counter
from collections.abc import Mapping

from actieplan_xl.domain.adres import format_kolom
from actieplan_xl.domain.datum import format_datum
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import TELVOLGORDE, Reden, Status
from actieplan_xl.domain.words import NVT, Bladen
from actieplan_xl.rules.samenvoeging import Samenvoeging
from actieplan_xl.rules.termijn import find_termijn
from actieplan_xl.rules.volledigheid import Telling, count_answers
from actieplan_xl.writing import styles
from actieplan_xl.writing.kleurregels import count_rules, text
from actieplan_xl.writing.onderdelen import paper, put_title, stand_per
from actieplan_xl.writing.planbladen import MatrixLayout
from actieplan_xl.writing.regiowerkboek.gegevens import GegevensLayout
from actieplan_xl.writing.sheet import DataBar, Formula, Link, Range, Sheet, absolute

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
_EERSTE_STATUS = _KOPPEN.index(str(TELVOLGORDE[0])) + 1
_OPGESLAGEN = _KOPPEN.index("Laatst opgeslagen") + 1


class PerGemeenteLayout:
    """Where the rows and counts of `Per gemeente` stand, for formulas that count over them."""

    def __init__(self, plan: Plan):
        self.koprij = 3
        self.eerste = self.koprij + 1
        self.laatste = self.koprij + len(plan.gemeenten)

    def column(self, kop: str) -> str:
        """Return the reference to a column of all gemeenten, such as `'Per gemeente'!$C$4:$C$11`."""
        kolom = _KOPPEN.index(kop) + 1
        return f"'{Bladen.PER_GEMEENTE}'!{absolute(self.eerste, kolom)}:{absolute(self.laatste, kolom)}"


def build_per_gemeente(samenvoeging: Samenvoeging, layout: MatrixLayout, gegevens: GegevensLayout) -> Sheet:
    """Return the sheet: a row per gemeente with live counts, and a row of totals."""
    matrix = samenvoeging.matrix
    plan = matrix.plan
    sheet = Sheet(Bladen.PER_GEMEENTE, tabkleur=styles.TABKLEUR)
    put_title(sheet, plan, "Per gemeente", f"{plan.gegevens.naam}  ·  {stand_per(plan)}", len(_KOPPEN), len(_KOPPEN))
    plaatsen = PerGemeenteLayout(plan)
    sheet.put_row(plaatsen.koprij, _KOPPEN, styles.KOP)
    sheet.hoogtes[plaatsen.koprij] = 34
    tellingen = {telling.gemeente: telling for telling in count_answers(matrix)}
    statussen = Counter((i.gemeente, i.status) for i in matrix.invullingen)
    # Of several the first counts: that is where the reading of the column starts.
    eerste_oranje = {invulling.gemeente: invulling for invulling in reversed(matrix.oranje)}
    termijn = find_termijn(samenvoeging)
    eerste, laatste = plaatsen.eerste, plaatsen.laatste
    for rij, gemeente in enumerate(plan.gemeenten, eerste):
        telling = tellingen[gemeente.naam]
        sheet.put(rij, 1, gemeente.naam, styles.CEL_VET)
        sheet.put(rij, 2, gemeente.kolom, styles.CEL)
        _put_counts(sheet, rij, gegevens, telling, {s: statussen[gemeente.naam, s] for s in TELVOLGORDE})
        sheet.put(rij, _OPGESLAGEN, _saved(samenvoeging, telling), styles.CEL)
        if oranje := eerste_oranje.get(gemeente.naam):
            link = Link(layout.jump(oranje.nr, gemeente.kolom), oranje.nr)
            sheet.put(rij, _OPGESLAGEN + 1, link, styles.CEL_LINK)
            sinds = gemeente.uitstel if oranje.reden is Reden.UITSTEL else termijn.open_since(oranje)
            sheet.put(rij, _OPGESLAGEN + 2, sinds, styles.CEL)
        sheet.fill(rij, _OPGESLAGEN + 1, _OPGESLAGEN + 2, styles.CEL)
        sheet.put(rij, len(_KOPPEN), gemeente.e_mail, styles.CEL)
    _put_totals(sheet, eerste, laatste, Counter(i.status for i in matrix.invullingen), len(matrix.invullingen))
    sheet.databalken = [DataBar(Range(eerste, 5, laatste, 5), styles.BALKKLEUR)]
    sheet.kleurregels = count_rules((eerste, laatste), _EERSTE_STATUS, TELVOLGORDE)
    sheet.breedtes = {1: 24, 2: 18, 3: 11, 4: 13, 5: 14, 11: 20, 12: 14, 13: 32, 14: 38} | dict.fromkeys(
        range(6, 11), 12.0
    )
    sheet.bevroren = (plaatsen.koprij, 1)
    sheet.print = paper(plan, Bladen.PER_GEMEENTE, herhaal=(plaatsen.koprij, plaatsen.koprij))
    return sheet


def _put_counts(
    sheet: Sheet, rij: int, gegevens: GegevensLayout, telling: Telling, statussen: Mapping[Status, int]
) -> None:
    """Put the counts of a gemeente, by her name as it stands in the first column.

    Not COUNTIF: that takes an asterisk in a name for anything, ">A" for a comparison, and "010" for "10".
    """
    is_gemeente = f"{gegevens.column('gemeente')}=$A{rij}"
    sheet.put(rij, 3, Formula(f"=SUMPRODUCT(--({is_gemeente}))", telling.gevraagd), styles.CEL_GETAL)
    for kolom, status in enumerate(TELVOLGORDE, _EERSTE_STATUS):
        formule = f"=SUMPRODUCT(({is_gemeente})*({gegevens.column('status')}={text(status)}))"
        sheet.put(rij, kolom, Formula(formule, statussen[status]), styles.CEL_GETAL)
    open_ = format_kolom(_EERSTE_STATUS + TELVOLGORDE.index(Status.NIET_BEPAALD))
    sheet.put(rij, 4, Formula(f"=C{rij}-{open_}{rij}", telling.beantwoord), styles.CEL_GETAL)
    sheet.put(rij, 5, _part(rij, telling.beantwoord, telling.gevraagd), styles.CEL_PROCENT)


def _part(rij: int, beantwoord: int, gevraagd: int) -> Formula:
    """Which part of what was asked is answered: of nothing there is no part."""
    return Formula(f"=IF(C{rij}=0,{text(NVT)},D{rij}/C{rij})", beantwoord / gevraagd if gevraagd else NVT)


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
    sheet.put(rij, 5, _part(rij, beantwoord, totaal), styles.CEL_PROCENT)
    sheet.fill(rij, _OPGESLAGEN, len(_KOPPEN), styles.CEL)


def _saved(samenvoeging: Samenvoeging, telling: Telling) -> str:
    """Return when the file that speaks for a gemeente was saved, or that there is none."""
    herkomst = samenvoeging.gebruikt.get(telling.gemeente)
    if herkomst is None:
        kwam = any(telling.gemeente in een.gemeenten for een in samenvoeging.herkomst)
        return "geen bruikbaar bestand" if kwam or telling.reden is Reden.ONLEESBAAR else "geen bestand"
    dag = format_datum(herkomst.opgeslagen[:10]) if herkomst.opgeslagen else "onbekend"
    return f"{dag}: blad van de vorige ronde" if telling.gemeente in samenvoeging.van_vorige_ronde else dag
