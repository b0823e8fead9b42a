"""`Samenvatting`: the page for who has five minutes. Every number is a live formula with its value stored beside it."""

from collections import Counter

from actieplan_xl.domain.adres import format_adres, format_kolom
from actieplan_xl.domain.invulling import Invulling
from actieplan_xl.domain.plan import Kolom
from actieplan_xl.domain.status import TELVOLGORDE, Reden, Status
from actieplan_xl.domain.words import Bladen, enkelvoud_of_meervoud, opsomming
from actieplan_xl.rules.samenvoeging import Samenvoeging
from actieplan_xl.rules.volledigheid import count_answers
from actieplan_xl.writing import styles
from actieplan_xl.writing.kleurregels import count_rules, count_status, text
from actieplan_xl.writing.onderdelen import paper, put_title, stand_per
from actieplan_xl.writing.planbladen import MatrixLayout
from actieplan_xl.writing.regiowerkboek.gegevens import GegevensLayout
from actieplan_xl.writing.sheet import Formula, Sheet, absolute

_BREED = 7
_HOOGSTENS_GENOEMD = 5
_ZOALS_SAMENGEVOEGD = "Bovenaan telt elke gemeente; deze tabel telt de cellen van de matrix."
_MET_DE_HAND = (
    "Let op: de matrix is na het samenvoegen met de hand aangepast. Deze tabel telt de matrix; de cijfers bovenaan en "
    "de lijst hieronder zijn wat de gemeenten stuurden."
)
_ZONDER_BESTAND = {
    Reden.GEEN_BESTAND: "Van {} is geen bestand ontvangen.",
    Reden.ONLEESBAAR: "Van {} kwam een bestand dat niet te lezen is.",
}


def build_samenvatting(samenvoeging: Samenvoeging, layout: MatrixLayout, gegevens: GegevensLayout) -> Sheet:
    """Return the sheet: the score, who did not answer, status per kolom, and the oranje list."""
    builder = _Builder(samenvoeging, layout, gegevens)
    builder.put_score()
    builder.put_per_kolom()
    builder.put_oranje()
    return builder.finish()


class _Builder:
    def __init__(self, samenvoeging: Samenvoeging, layout: MatrixLayout, gegevens: GegevensLayout):
        self.matrix = samenvoeging.matrix
        self.plan = self.matrix.plan
        self.layout = layout
        self.gegevens = gegevens
        self.sheet = Sheet(Bladen.SAMENVATTING, tabkleur=styles.TABKLEUR)
        put_title(self.sheet, self.plan, self.plan.gegevens.naam, stand_per(self.plan), _BREED, 6)
        self.rij = 3

    def put_score(self) -> None:
        """Four figures side by side, and under them in words who did not send anything."""
        totaal = len(self.matrix.invullingen)
        oranje = len(self.matrix.oranje)
        voltooid = sum(i.status is Status.VOLTOOID for i in self.matrix.invullingen)
        volledig = sum(telling.is_volledig for telling in count_answers(self.matrix))
        aantal = len(self.plan.gemeenten)
        status = self.gegevens.column("status")
        gevraagd, beantwoord = (f"'{Bladen.PER_GEMEENTE}'!${letter}$4:${letter}${3 + aantal}" for letter in "CD")
        open_ = f"COUNTIF({status},{text(Status.NIET_BEPAALD)})"
        binnen = f"van de {totaal} gevraagde antwoorden zijn binnen"
        self._put_figure(1, 2, f"=ROWS({status})-{open_}", totaal - oranje, binnen)
        compleet = f"van de {aantal} gemeenten zijn compleet"
        self._put_figure(3, 4, f"=SUMPRODUCT(--({gevraagd}={beantwoord}))", volledig, compleet)
        self._put_figure(
            5, 6, f"=COUNTIF({status},{text(Status.VOLTOOID)})", voltooid, "keer antwoordde een gemeente ‘voltooid’"
        )
        self._put_figure(7, 7, f"={open_}", oranje, "keer oranje: geen bruikbaar antwoord")
        self.sheet.hoogtes |= {4: 36, 5: 32}
        self.rij = 6
        for zin in self._sentences():
            self.rij += 1
            self.sheet.merge(self.rij, 1, _BREED, zin, styles.INLEIDING)

    def _put_figure(self, kolom: int, tot: int, formule: str, waarde: int, bijschrift: str) -> None:
        self.sheet.merge(4, kolom, tot, Formula(formule, waarde), styles.GROOT_GETAL)
        self.sheet.merge(5, kolom, tot, bijschrift, styles.BIJSCHRIFT)

    def _sentences(self) -> list[str]:
        zinnen = []
        tellingen = count_answers(self.matrix)
        for reden, zin in _ZONDER_BESTAND.items():
            namen = [telling.gemeente for telling in tellingen if telling.reden is reden]
            if namen:
                zinnen.append(zin.format(opsomming(namen)))
        if not zinnen:
            zinnen.append("Van alle gemeenten is een bestand ontvangen.")
        overal = [a for a in self.plan.acties if not any(_says_something(i) for i in self.matrix.op_actie[a.nr])]
        if 0 < len(overal) <= _HOOGSTENS_GENOEMD:
            zinnen.append(f"Nergens beantwoord: {opsomming([f'{a.nr} {a.tekst}' for a in overal])}.")
        elif overal:
            zinnen.append(f"{len(overal)} van de {len(self.plan.acties)} acties zijn nergens beantwoord.")
        onbegrepen = sum(invulling.reden is Reden.NIET_HERKEND for invulling in self.matrix.invullingen)
        if onbegrepen:
            wat = enkelvoud_of_meervoud(onbegrepen, "antwoord is", "antwoorden zijn")
            zinnen.append(f"{wat} niet herkend en daarom oranje; zie {Bladen.BEVINDINGEN}.")
        if self.plan.gegevens.opmerking:
            zinnen.append(self.plan.gegevens.opmerking)
        return zinnen

    def put_per_kolom(self) -> None:
        """Count the cells of the matrix: a word typed over in `Actieplan` moves these numbers."""
        self._heading("Status per kolom van de matrix")
        self.rij += 1
        self.sheet.put(self.rij, 1, "Kolom", styles.KOP)
        self.sheet.put_row(self.rij, (*(str(status) for status in TELVOLGORDE), "totaal"), styles.KOP_MIDDEN, kolom=2)
        self.sheet.hoogtes[self.rij] = 34
        eerste = self.rij + 1
        totalen: Counter[Status] = Counter()
        for kolom in self.plan.kolommen:
            self.rij += 1
            totalen += self._put_kolom(kolom)
        laatste = self.rij
        self.rij += 1
        self.sheet.put(self.rij, 1, "Alle kolommen", styles.CEL_VET)
        for plaats, waarde in enumerate([*(totalen[s] for s in TELVOLGORDE), sum(totalen.values())], 2):
            letter = format_kolom(plaats)
            formule = f"=SUM({letter}{eerste}:{letter}{laatste})"
            self.sheet.put(self.rij, plaats, Formula(formule, waarde), styles.CEL_GETAL_VET)
        self.sheet.kleurregels += count_rules((eerste, laatste), 2, TELVOLGORDE)
        self._put_check(self.rij, totalen)

    def _put_check(self, totaalrij: int, totalen: "Counter[Status]") -> None:
        """Say it when the matrix no longer is what was merged: then this table counts something else than the top."""
        gelijk = ",".join(
            f"{format_adres((totaalrij, plaats))}={totalen[status]}" for plaats, status in enumerate(TELVOLGORDE, 2)
        )
        self.rij += 1
        formule = Formula(f"=IF(AND({gelijk}),{text(_ZOALS_SAMENGEVOEGD)},{text(_MET_DE_HAND)})", _ZOALS_SAMENGEVOEGD)
        self.sheet.merge(self.rij, 1, _BREED, formule, styles.OPMERKING)
        self.sheet.hoogtes[self.rij] = 32

    def _put_kolom(self, kolom: Kolom) -> "Counter[Status]":
        layout = self.layout
        plaats = layout.kolom(kolom.naam)
        cellen = f"{Bladen.ACTIEPLAN}!{absolute(layout.eerste_rij, plaats)}:{absolute(layout.laatste_rij, plaats)}"
        nummers = f"{Bladen.ACTIEPLAN}!{absolute(layout.eerste_rij, 1)}:{absolute(layout.laatste_rij, 1)}"
        telling = Counter(
            cel.status
            for actie in self.plan.acties
            if (cel := self.matrix.cellen[actie.nr, kolom.naam]).status is not None
        )
        self.sheet.put(self.rij, 1, kolom.naam, styles.CEL_VET)
        for kolomplaats, status in enumerate(TELVOLGORDE, 2):
            formule = f"={count_status(cellen, nummers, status)}"
            self.sheet.put(self.rij, kolomplaats, Formula(formule, telling[status]), styles.CEL_GETAL)
        som = f"=SUM(B{self.rij}:F{self.rij})"
        self.sheet.put(self.rij, 7, Formula(som, sum(telling.values())), styles.CEL_GETAL_VET)
        return Counter({status: aantal for status, aantal in telling.items() if status is not None})

    def put_oranje(self) -> None:
        """List per actie who did not answer, so that it can be said aloud at the table."""
        open_ = {
            actie: [i.gemeente for i in self.matrix.op_actie[actie.nr] if not i.is_antwoord]
            for actie in self.plan.acties
        }
        self._heading("Nog geen antwoord (oranje)")
        if not any(open_.values()):
            self.rij += 1
            self.sheet.merge(self.rij, 1, _BREED, "Alles is beantwoord.", styles.CEL)
            return
        for actie, namen in open_.items():
            if not namen:
                continue
            self.rij += 1
            wie = "alle gemeenten" if len(namen) == len(self.plan.gemeenten) else opsomming(namen)
            self.sheet.merge(self.rij, 1, 4, f"{actie.nr}  {actie.tekst}", styles.CEL)
            self.sheet.merge(self.rij, 5, _BREED, wie, styles.CEL)

    def _heading(self, tekst: str) -> None:
        self.rij += 2
        self.sheet.put(self.rij, 1, tekst, styles.TUSSENKOP)
        self.sheet.fill(self.rij, 2, _BREED, styles.TUSSENKOP)
        self.sheet.hoogtes[self.rij] = 24

    def finish(self) -> Sheet:
        self.sheet.breedtes = {1: 28.0} | dict.fromkeys(range(2, _BREED + 1), 17.0)
        self.sheet.print = paper(self.plan, Bladen.SAMENVATTING)._replace(is_een_pagina=True)
        return self.sheet


def _says_something(invulling: Invulling) -> bool:
    """Whether a gemeente answered, be it in words we did not recognise."""
    return invulling.is_antwoord or invulling.reden is Reden.NIET_HERKEND
