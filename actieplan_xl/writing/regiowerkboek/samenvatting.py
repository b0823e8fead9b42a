"""`Samenvatting`: the page for who has five minutes. Every number is a live formula with its value stored beside it."""

from collections.abc import Sequence
from itertools import zip_longest

from actieplan_xl.domain.reeks import measure
from actieplan_xl.domain.status import TELVOLGORDE, Status
from actieplan_xl.domain.words import BESLUIT_GEVRAAGD, VERANDERD, WAT_OPVALT, Bladen, enkelvoud_of_meervoud
from actieplan_xl.rules.samenvoeging import Samenvoeging
from actieplan_xl.rules.volledigheid import count_answers
from actieplan_xl.writing import styles
from actieplan_xl.writing.kleurregels import text
from actieplan_xl.writing.onderdelen import paper, put_title, stand_per
from actieplan_xl.writing.planbladen import MatrixLayout
from actieplan_xl.writing.regiowerkboek.gegevens import GegevensLayout
from actieplan_xl.writing.regiowerkboek.opvallend import find_besluiten, find_opvallend, name_actie, name_gemeenten
from actieplan_xl.writing.regiowerkboek.per_gemeente import PerGemeenteLayout
from actieplan_xl.writing.regiowerkboek.statustabel import (
    HOOGSTENS_REGELS,
    KOLOMMEN,
    Regel,
    Statustabel,
    chart_of,
    hoofdlijn_rows,
    kolom_rows,
    put_statustabel,
    same_places,
)
from actieplan_xl.writing.regiowerkboek.wijzigingen import verloop_chart
from actieplan_xl.writing.sheet import Formula, Range, Sheet

_LINKS = (1, KOLOMMEN)
_RECHTS = (KOLOMMEN + 2, KOLOMMEN + 4)
_BREED = _RECHTS[1]
_TEGELS = ((1, 1), (2, 3), (4, 5), (6, 7), (9, 9), (10, 10), (11, 11))
_RIJEN_NAAST_GRAFIEK = 7
_HOOGSTENS_ORANJE = 8
_BIJSCHRIFTEN = {
    Status.STRUCTUREEL: "keer structureel: gaat door",
    Status.VOLTOOID: "keer voltooid: klaar",
    Status.GEPLAND: "keer gepland: komt nog of is bezig",
    Status.NIET_OPGEPAKT: "keer wordt niet opgepakt",
    Status.NIET_BEPAALD: "keer oranje: geen bruikbaar antwoord",
}
_ZOALS_SAMENGEVOEGD = "Bovenaan en per hoofdlijn telt elke gemeente; deze tabel telt de cellen van de matrix."
_MET_DE_HAND = (
    "Let op: de matrix is na het samenvoegen met de hand aangepast. Deze tabel telt de matrix; al het andere op dit "
    "werkblad is wat de gemeenten stuurden."
)


def _out_of(aantal: int, een: str, meer: str, wat: str) -> str:
    """Return how a figure goes on that tells how many of these there are: "van de 88 gevraagde antwoorden binnen"."""
    if not aantal:
        return "er is niets gevraagd"
    return f"van {een} {wat}" if aantal == 1 else f"van de {aantal} {meer} {wat}"


def build_samenvatting(samenvoeging: Samenvoeging, layout: MatrixLayout, gegevens: GegevensLayout) -> Sheet:
    """Return the sheet: the score, what stands out, status per kolom and per hoofdlijn, and the oranje list.

    With a previous regiowerkboek also what changed since, and the series over all of them.
    """
    builder = _Builder(samenvoeging, layout, gegevens)
    builder.put_score()
    builder.put_words()
    builder.put_changes()
    builder.put_per_kolom()
    builder.put_per_hoofdlijn()
    builder.put_oranje()
    return builder.finish()


class _Builder:
    def __init__(self, samenvoeging: Samenvoeging, layout: MatrixLayout, gegevens: GegevensLayout):
        self.samenvoeging = samenvoeging
        self.matrix = samenvoeging.matrix
        self.plan = self.matrix.plan
        self.layout = layout
        self.gegevens = gegevens
        self.sheet = Sheet(Bladen.SAMENVATTING, tabkleur=styles.TABKLEUR)
        put_title(self.sheet, self.plan, self.plan.gegevens.naam, stand_per(self.plan), _BREED, _BREED)
        self.rij = 3

    def put_score(self) -> None:
        """How many answers are in, how many gemeenten are complete, and how often each status was given."""
        totaal, tellingen = len(self.matrix.invullingen), count_answers(self.matrix)
        aantal = sum(telling.is_gevraagd for telling in tellingen)
        status = self.gegevens.column("status")
        per_gemeente = PerGemeenteLayout(self.plan)
        gevraagd, beantwoord = per_gemeente.column("Gevraagd"), per_gemeente.column("Beantwoord")
        binnen = Formula(
            f"=COUNTA({status})-COUNTIF({status},{text(Status.NIET_BEPAALD)})", totaal - len(self.matrix.oranje)
        )
        volledig = sum(telling.is_volledig for telling in tellingen)
        compleet = Formula(f"=SUMPRODUCT(({gevraagd}>0)*({gevraagd}={beantwoord}))", volledig)
        # Not everything is asked of everyone: of whom nothing is asked has nothing to complete.
        wie = "gemeenten" if aantal == len(tellingen) else "gevraagde gemeenten"
        tegels = [
            (getal, bijschrift, styles.GROOT_GETAL, styles.BIJSCHRIFT)
            for getal, bijschrift in (
                (binnen, _out_of(totaal, "het ene gevraagde antwoord", "gevraagde antwoorden", "binnen")),
                (compleet, _out_of(aantal, "de ene gemeente", wie, "compleet")),
            )
        ]
        for een in TELVOLGORDE:
            gegeven = sum(invulling.status is een for invulling in self.matrix.invullingen)
            formule = Formula(f"=COUNTIF({status},{text(een)})", gegeven)
            stijlen = styles.status_getal(een.kleur), styles.status_bijschrift(een.kleur)
            tegels.append((formule, _BIJSCHRIFTEN[een], *stijlen))
        for (van, tot), (formule, bijschrift, getalstijl, woordstijl) in zip(_TEGELS, tegels, strict=True):
            self.sheet.merge(4, van, tot, formule, getalstijl)
            self.sheet.merge(5, van, tot, bijschrift, woordstijl)
        self.sheet.hoogtes |= {3: 8, 4: 36, 5: 32}
        self.rij = 5

    def put_words(self) -> None:
        """What stands out beside what asks a decision, sentence by sentence."""
        self._heading(WAT_OPVALT, BESLUIT_GEVRAAGD)
        for links, rechts in zip_longest(find_opvallend(self.samenvoeging), find_besluiten(self.matrix), fillvalue=""):
            self.rij += 1
            for zin, waar in ((links, _LINKS), (rechts, _RECHTS)):
                if zin:
                    self.sheet.merge(self.rij, *waar, zin, styles.CEL)
        if oud := [g.naam for g in self.plan.gemeenten if g.naam in self.samenvoeging.van_vorige_ronde]:
            hebben, hun = ("heeft", "haar") if len(oud) == 1 else ("hebben", "hun")
            zin = f"{name_gemeenten(oud)} {hebben} deze ronde nog niet geantwoord"
            self._put_line(f"{zin}: {hun} antwoorden zijn die van de vorige ronde.")
        if self.plan.gegevens.opmerking:
            self._put_line(self.plan.gegevens.opmerking)

    def _put_line(self, zin: str, stijl: styles.Style = styles.CEL) -> None:
        self.rij += 1
        self.sheet.merge(self.rij, 1, _BREED, zin, stijl)

    def put_changes(self) -> None:
        """Say what changed since the previous regiowerkboek, beside the series of all of them."""
        vergelijking = self.samenvoeging.vergelijking
        if vergelijking is None:
            return
        kop = self._heading(VERANDERD)
        for zin in (vergelijking.zin, f"Per actie en gemeente staat het op het werkblad {Bladen.WIJZIGINGEN}."):
            self.rij += 1
            self.sheet.merge(self.rij, *_LINKS, zin, styles.CEL)
        if len(self.samenvoeging.reeks) > 1:
            self.rij = max(self.rij, kop + _RIJEN_NAAST_GRAFIEK)
            plek = Range(kop, _RECHTS[0], self.rij, _RECHTS[1])
            self.sheet.grafieken.append(verloop_chart(self.samenvoeging.reeks, measure(self.matrix), plek))

    def put_per_kolom(self) -> None:
        """Count the cells of the matrix: a word typed over in `Actieplan` moves these numbers."""
        kop = self._heading("Status per kolom van de matrix")
        regels = kolom_rows(self.matrix, self.layout)
        tabel = put_statustabel(self.sheet, kop + 1, "Kolom", regels, "Alle kolommen")
        self._put_check(tabel, regels)
        is_staart = len(self.plan.kolommen) > HOOGSTENS_REGELS
        titel = "Status per kolom: de minst complete, en de overige" if is_staart else "Status per kolom"
        self._put_chart(kop, tabel, titel)

    def _put_check(self, tabel: Statustabel, regels: Sequence[Regel]) -> None:
        """Say it when the matrix no longer is what was merged: then this table counts something else than the top."""
        geteld = Range(tabel.eerste, 2, tabel.laatste, 1 + len(TELVOLGORDE))
        toen = ";".join(",".join(str(regel.telling.get(status, 0)) for status in TELVOLGORDE) for regel in regels)
        gelijk = [f"SUMPRODUCT(--({geteld}<>{{{toen}}}))=0", *same_places(self.matrix, self.layout, regels)]
        self.rij = tabel.totaalrij + 1
        formule = Formula(
            f"=IF(AND({','.join(gelijk)}),{text(_ZOALS_SAMENGEVOEGD)},{text(_MET_DE_HAND)})", _ZOALS_SAMENGEVOEGD
        )
        self.sheet.merge(self.rij, *_LINKS, formule, styles.OPMERKING)
        self.sheet.hoogtes[self.rij] = 32

    def put_per_hoofdlijn(self) -> None:
        """Count the answers of the gemeenten, hoofdlijn by hoofdlijn."""
        kop = self._heading("Status per hoofdlijn")
        regels = hoofdlijn_rows(self.matrix, self.gegevens)
        tabel = put_statustabel(self.sheet, kop + 1, "Hoofdlijn", regels, "Alle hoofdlijnen")
        self.rij = tabel.totaalrij
        if len(regels) <= HOOGSTENS_REGELS:
            self._put_chart(kop, tabel, "Status per hoofdlijn")

    def _put_chart(self, kop: int, tabel: Statustabel, titel: str) -> None:
        """Put the chart beside its table, on so many rows that it can be read."""
        self.rij = max(self.rij, kop + _RIJEN_NAAST_GRAFIEK)
        plek = Range(kop, _RECHTS[0], self.rij, _RECHTS[1])
        self.sheet.grafieken.append(chart_of(self.sheet, tabel, titel, plek))

    def put_oranje(self) -> None:
        """List per actie who did not answer, so that it can be said aloud at the table."""
        open_ = {
            actie: [i.gemeente for i in self.matrix.op_actie[actie.nr] if not i.is_antwoord]
            for actie in self.plan.acties
        }
        acties = [actie for actie, namen in open_.items() if namen]
        self._heading("Nog geen antwoord (oranje)", "Van wie niet")
        if not acties:
            self._put_line("Alles is beantwoord.")
        if len(acties) > _HOOGSTENS_ORANJE:
            acties.sort(key=lambda actie: -len(open_[actie]))
        for actie in acties[:_HOOGSTENS_ORANJE]:
            self.rij += 1
            is_allemaal = len(open_[actie]) == len(self.plan.gemeenten)
            wie = "alle gemeenten" if is_allemaal else name_gemeenten(open_[actie])
            self.sheet.merge(self.rij, *_LINKS, name_actie(actie), styles.CEL)
            self.sheet.merge(self.rij, *_RECHTS, wie, styles.CEL)
        if len(acties) > _HOOGSTENS_ORANJE:
            nog = enkelvoud_of_meervoud(len(acties) - _HOOGSTENS_ORANJE, "actie", "acties")
            waar = f"{Bladen.PER_GEMEENTE} en {Bladen.GEGEVENS}"
            self._put_line(f"En nog {nog} zonder antwoord van een of meer gemeenten; zie {waar}.", styles.OPMERKING)

    def _heading(self, links: str, rechts: str = "") -> int:
        """Put a heading, with white above it; return its row."""
        self.sheet.hoogtes[self.rij + 1] = 8
        self.rij += 2
        self.sheet.merge(self.rij, *_LINKS, links, styles.TUSSENKOP)
        if rechts:
            self.sheet.merge(self.rij, *_RECHTS, rechts, styles.TUSSENKOP)
        self.sheet.hoogtes[self.rij] = 24
        return self.rij

    def finish(self) -> Sheet:
        """Keep it so narrow that it fits a laptop's screen, and a page of A4 upright in letters that can be read."""
        links, rechts = range(2, _LINKS[1] + 1), range(_RECHTS[0], _RECHTS[1] + 1)
        self.sheet.breedtes = {1: 28.0, _LINKS[1] + 1: 1.5} | dict.fromkeys(links, 10.5) | dict.fromkeys(rechts, 23.0)
        self.sheet.print = paper(self.plan, Bladen.SAMENVATTING, liggend=False)._replace(is_een_pagina=True)
        return self.sheet
