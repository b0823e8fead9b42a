"""A regiowerkboek → the matrix it was written from: the plan from its sheets, the answers from `Gegevens`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from actieplan_xl.domain import gegevens
from actieplan_xl.domain.adres import parse_adres
from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.datum import iso_or_text, parse_datum, whole_datum
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.invulling import Communicatiemoment, EigenActie, Invulling, Plek, Stand, Standen
from actieplan_xl.domain.inzending import Herkomst, Vorigeronde
from actieplan_xl.domain.matrix import Matrix, places
from actieplan_xl.domain.plan import Actie, Gemeente, Plan
from actieplan_xl.domain.reeks import Punt, extend, measure
from actieplan_xl.domain.status import TELVOLGORDE, Reden, Status
from actieplan_xl.domain.words import GEGEVENS_KOLOMMEN, Bladen, fold
from actieplan_xl.reading.herkomst import read_herkomst
from actieplan_xl.reading.planwerkboek import Planwerkboek, from_werkboek
from actieplan_xl.reading.rijen import read_rows
from actieplan_xl.reading.tabel import find_kop
from actieplan_xl.reading.vervolg import Vervolg
from actieplan_xl.reading.werkboek.bestand import Bron, open_bestand
from actieplan_xl.reading.werkboek.beveiliging import Sleutelbos
from actieplan_xl.reading.werkboek.boek import Sheet, Werkboek
from actieplan_xl.reading.werkboek.openen import open_werkboek

EIGEN_KOLOMMEN = ("gemeente", "nr", "actie", "status", "planning", "toelichting", "bestand", "blad", "cel")
"""The columns of the sheet `Eigen acties`."""

KALENDER_KOLOMMEN = (
    "datum", "wat", "doelgroep", "kanaal", "lokaal of regionaal", "gemeente", "toelichting",
    "sorteerdatum", "bestand", "blad", "cel",
)  # fmt: skip
"""The columns of the sheet `Communicatiekalender`."""

_GEEN_WERKBOEK = (Code.BESTAND_GEEN_WERKMAP, Code.BESTAND_ANDERE_SOORT)
BEKEND_KOLOMMEN = ("nr", "actie", "gemeente", "status", "planning", "peildatum")
"""The columns of the hidden sheet with the last that is known of who did not answer."""


_PEILDATUM = "peildatum"
VERLOOP_KOLOMMEN = (_PEILDATUM, *map(str, TELVOLGORDE), "totaal")
"""The columns of the table `Verloop` on the sheet `Wijzigingen`."""

_AANTAL = re.compile(r"[0-9]{1,9}")
_GEMEENTE = GEGEVENS_KOLOMMEN.index("gemeente") + 1


@dataclass(frozen=True)
class Regiowerkboek:
    """A regiowerkboek as read. `bevindingen` tell which rows of `Gegevens` could not be taken.

    `reeks` is how the region stood on each peildatum so far, its own included; `bestand` the name of the file;
    `herkomst` the files that were offered for it. `laatst_bekend` is what is known from before of those who did not
    answer: never an answer, only what the next round is asked beside.
    """

    matrix: Matrix
    bevindingen: tuple[Bevinding, ...] = ()
    reeks: tuple[Punt, ...] = ()
    bestand: str = ""
    herkomst: tuple[Herkomst, ...] = ()
    laatst_bekend: Standen = field(default_factory=dict)

    @property
    def ronde(self) -> Vorigeronde:
        """What a later round has to know of this one, to recognise its files."""
        plan = self.matrix.plan
        dag = plan.gegevens.peildatum if parse_datum(plan.gegevens.peildatum) else ""
        bekend = {
            naam: {nr: stand if stand.peildatum else replace(stand, peildatum=dag) for nr, stand in standen.items()}
            for naam, standen in self.bekend.items()
        }
        return Vorigeronde(plan, frozenset(h.sha256 for h in self.herkomst if h.is_gebruikt and h.sha256), bekend)

    @property
    def bekend(self) -> Standen:
        """The last that is known of each gemeente: what it answered, else what it did before."""
        namen = [gemeente.naam for gemeente in self.matrix.plan.gemeenten]
        return {naam: {**self.laatst_bekend.get(naam, {}), **self.matrix.standen(naam)} for naam in namen}


def is_regiowerkboek(boek: Werkboek) -> bool:
    """Whether this workbook has the sheet `Gegevens` of a regiowerkboek."""
    sheet = boek.find_sheet(Bladen.GEGEVENS)
    return sheet is not None and find_kop(sheet, ("nr", "gemeente", "status")) is not None


def read_regiowerkboek(bron: Bron, sleutels: Sleutelbos | None = None) -> Regiowerkboek:
    """Read a regiowerkboek. Raises `PlanError` or `BestandError`.

    A gemeente × actie without a usable row comes out as `niet nader bepaald`, reden `leeg`.
    """
    bestand = open_bestand(bron)
    try:
        boek = open_werkboek(bestand, sleutels)
    except BestandError as error:
        if error.bevinding.code not in _GEEN_WERKBOEK:
            raise
        # What to do about it is said there for a file of a gemeente; here nobody asked for an invulblad.
        raise bestand.weiger(Code.GEEN_REGIOWERKBOEK) from error
    if not is_regiowerkboek(boek):
        raise bestand.weiger(Code.GEEN_REGIOWERKBOEK)
    return from_regio(boek, from_werkboek(boek))


def read_vorige(bron: Bron, sleutels: Sleutelbos | None = None) -> Planwerkboek:
    """Read either kind: of a regiowerkboek the previous state is per gemeente, of a planwerkboek per kolom."""
    return vorige_from(open_werkboek(open_bestand(bron), sleutels))


def vorige_from(boek: Werkboek) -> Planwerkboek:
    """See `read_vorige`; for a workbook that is open already."""
    planwerkboek = from_werkboek(boek)
    if not is_regiowerkboek(boek):
        return planwerkboek
    regio = from_regio(boek, planwerkboek)
    ronde = replace(regio.ronde, is_gevraagd=True)
    return Planwerkboek(planwerkboek.plan, regio.bekend, regio.bevindingen, planwerkboek.plekken, ronde)


def from_regio(boek: Werkboek, planwerkboek: Planwerkboek) -> Regiowerkboek:
    """Read the answers of a regiowerkboek whose plan is known."""
    sheet = boek.find_sheet(Bladen.GEGEVENS)
    if sheet is None or not is_regiowerkboek(boek):
        raise boek.bestand.weiger(Code.GEEN_REGIOWERKBOEK)
    plan = planwerkboek.plan
    bevindingen = list(planwerkboek.bevindingen)
    gevonden = _read_gegevens(sheet, plan, bevindingen)
    for gemeente, actie in places(plan):
        plaats = (gemeente.naam, actie.nr)
        if plaats not in gevonden:
            gevonden[plaats] = Invulling(gemeente.naam, actie.nr, Status.NIET_BEPAALD, reden=Reden.LEEG)
    matrix = Matrix.build(
        plan, gevonden, eigen_acties=tuple(_read_eigen_acties(boek)), communicatie=tuple(_read_kalender(boek))
    )
    bevindingen.extend(_compare_with_matrix(boek, planwerkboek, matrix))
    reeks = extend(read_reeks(boek), measure(matrix))
    herkomst, bekend = read_herkomst(boek), _read_bekend(boek, plan, bevindingen)
    bestanden = herkomst.bestanden if herkomst else ()
    return Regiowerkboek(matrix, tuple(bevindingen), reeks, boek.bestand.naam, bestanden, bekend)


def _read_gegevens(sheet: Sheet, plan: Plan, bevindingen: list[Bevinding]) -> dict[tuple[str, str], Invulling]:
    gevonden: dict[tuple[str, str], Invulling] = {}
    for rij, waarden in _rows(sheet, GEGEVENS_KOLOMMEN):
        gemeente, actie = _whose(plan, waarden)
        waarden["gemeente"] = gemeente.naam if gemeente else ""
        plaats = (waarden["gemeente"], actie.nr if actie else "")
        if not all(plaats) or plaats in gevonden:
            wat = {"waarde": f"{sheet.text(rij, _GEMEENTE)}, {waarden['nr']}"}
            bevindingen.append(Bevinding(Code.PLAN_GEGEVENS_PAST_NIET, sheet.plek((rij, 1)), waarden=wat))
            continue
        waarden["nr"] = plaats[1]
        invulling = gegevens.from_row(waarden)
        if invulling is None:
            bevindingen.append(
                Bevinding(
                    Code.PLAN_GEGEVENS_ONLEESBAAR,
                    sheet.plek((rij, GEGEVENS_KOLOMMEN.index("status") + 1)),
                    waarden["gemeente"],
                    waarden["nr"],
                    {"waarde": waarden["status"]},
                )
            )
        else:
            gevonden[plaats] = invulling
    return gevonden


def _whose(plan: Plan, waarden: Mapping[str, str]) -> tuple[Gemeente | None, Actie | None]:
    """Return of which gemeente and actie of the plan a row is. Acties may have been renumbered in the plan: then the
    text says which one the row is of."""
    gevonden = plan.find_gemeenten(waarden["gemeente"])
    gemeente = next((een for een in gevonden if fold(een.naam) == fold(waarden["gemeente"])), None)
    return gemeente, plan.actie_op_tekst.get(fold(waarden["actie"])) or plan.actie_op_nr.get(waarden["nr"])


def _compare_with_matrix(boek: Werkboek, planwerkboek: Planwerkboek, matrix: Matrix) -> list[Bevinding]:
    """Tell where someone changed the matrix by hand: the cells of `Actieplan` no longer say what `Gegevens` says."""
    sheet = boek.find_sheet(Bladen.ACTIEPLAN)
    vervolg = Vervolg(boek)
    verschillen: list[Bevinding] = []
    for (nr, kolom), plek in planwerkboek.plekken.items():
        plaats = parse_adres(plek.cel)
        tekst = vervolg.whole(sheet.text(*plaats)) if sheet and plaats else ""
        verwacht = matrix.cellen[nr, kolom].tekst
        if fold(tekst) != fold(verwacht):
            waarden = {"nr": nr, "kolom": kolom, "waarde": tekst or "niets", "ander": verwacht}
            verschillen.append(Bevinding(Code.MATRIX_AANGEPAST, plek, kolom, nr, waarden))
    return verschillen


def _read_eigen_acties(boek: Werkboek) -> list[EigenActie]:
    sheet = boek.find_sheet(Bladen.EIGEN_ACTIES)
    return [
        EigenActie(
            **{naam: waarden[naam] for naam in EIGEN_KOLOMMEN[:6]},
            plek=Plek(waarden["bestand"], waarden["blad"], waarden["cel"]),
        )
        for _, waarden in (_rows(sheet, EIGEN_KOLOMMEN) if sheet else ())
    ]


def _read_kalender(boek: Werkboek) -> list[Communicatiemoment]:
    sheet = boek.find_sheet(Bladen.COMMUNICATIEKALENDER)
    return [
        Communicatiemoment(
            gemeente=waarden["gemeente"],
            datum=waarden["datum"],
            wat=waarden["wat"],
            doelgroep=waarden["doelgroep"],
            kanaal=waarden["kanaal"],
            bereik=waarden["lokaal of regionaal"],
            toelichting=waarden["toelichting"],
            sorteerdatum=waarden["sorteerdatum"],
            plek=Plek(waarden["bestand"], waarden["blad"], waarden["cel"]),
        )
        for _, waarden in (_rows(sheet, KALENDER_KOLOMMEN) if sheet else ())
    ]


def _read_bekend(boek: Werkboek, plan: Plan, bevindingen: list[Bevinding]) -> Standen:
    """Return what was known from before. Of a gemeente or actie that is not in the plan any more nothing is told here:
    `Gegevens` has a row of it too."""
    sheet = boek.find_sheet(Bladen.LAATST_BEKEND)
    standen: dict[str, dict[str, Stand]] = {}
    for rij, waarden in _rows(sheet, BEKEND_KOLOMMEN) if sheet else ():
        gemeente, actie = _whose(plan, waarden)
        status = Status.parse(waarden["status"])
        if gemeente is None or actie is None or not actie.is_voor(gemeente.kolom):
            continue
        if status is None or status is Status.NIET_BEPAALD:
            plek = sheet.plek((rij, BEKEND_KOLOMMEN.index("status") + 1)) if sheet else Plek()
            wat = {"waarde": waarden["status"]}
            bevindingen.append(Bevinding(Code.PLAN_GEGEVENS_ONLEESBAAR, plek, gemeente.naam, actie.nr, wat))
            continue
        dag = whole_datum(waarden["peildatum"])
        stand = Stand(status, waarden["planning"], dag.isoformat() if dag else "")
        standen.setdefault(gemeente.naam, {}).setdefault(actie.nr, stand)
    return standen


def read_reeks(boek: Werkboek) -> tuple[Punt, ...]:
    """Return the series that stands on `Wijzigingen`; without that sheet there is none."""
    sheet = boek.find_sheet(Bladen.WIJZIGINGEN)
    kop = find_kop(sheet, VERLOOP_KOLOMMEN) if sheet else None
    if sheet is None or kop is None:
        return ()
    reeks: list[Punt] = []
    for _, teksten in read_rows(sheet, kop, VERLOOP_KOLOMMEN):
        aantallen = {status: teksten[status] for status in TELVOLGORDE}
        if not all(_AANTAL.fullmatch(tekst) for tekst in aantallen.values()):
            break  # the end of the table
        reeks.append(Punt(iso_or_text(teksten[_PEILDATUM]), {s: int(tekst) for s, tekst in aantallen.items()}))
    return tuple(reeks)


def _rows(sheet: Sheet, kolommen: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    kop = find_kop(sheet, (kolommen[0], "gemeente"))
    return read_rows(sheet, kop, kolommen) if kop else iter(())
