"""What a planwerkboek knows before a round: the cells of its matrix, and per gemeente its sheet `Vorige stand`."""

from collections.abc import Mapping
from dataclasses import replace

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.datum import iso_or_text, whole_datum
from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.matrixcel import is_nvt, parse_stand
from actieplan_xl.domain.plan import Actie, Kolom, Plan, parse_nr
from actieplan_xl.domain.status import ANTWOORDEN, Kleur, Status
from actieplan_xl.domain.vorige_stand import VorigeStand, by_place, cell_text, one_state
from actieplan_xl.domain.words import Bladen, fold, opsomming
from actieplan_xl.reading.planindeling import Indeling
from actieplan_xl.reading.rijen import Tell, find_table, read_rows
from actieplan_xl.reading.tabel import Kop
from actieplan_xl.reading.vervolg import Vervolg
from actieplan_xl.reading.werkboek.boek import Sheet, Werkboek

VORIGE_KOLOMMEN = ("nr", "actie", "kolom", "gemeente", "status", "planning", "van", "peildatum")
"""The columns of the sheet; `van` is the gemeente that said it, where it is part of another now."""

_VERPLICHT = ("nr", "gemeente", "status")


def read_standen(boek: Werkboek, indeling: Indeling, plan: Plan, tell: Tell) -> dict[str, dict[str, Stand]]:
    """Return what is known already, by gemeente and number of the actie.

    All gemeenten of a kolom share its cell, unless the sheet `Vorige stand` knows them apart. Where the two do not say
    the same somebody typed in the matrix: then that counts, and is told. An empty cell contradicts nothing, and a sheet
    on which nobody said anything does not either.
    """
    per_plaats = by_place(_read_rijen(boek, plan, tell))
    sheet, vervolg = indeling.sheet, Vervolg(boek)
    standen: dict[str, dict[str, Stand]] = {gemeente.naam: {} for gemeente in plan.gemeenten}
    for plaats, kolom in zip(indeling.kolommen, plan.kolommen, strict=True):
        for actie in plan.acties_van(kolom.naam):
            rij = indeling.regels[actie.nr]
            tekst, kleur = vervolg.whole(sheet.text(rij, plaats)), sheet.kleur(rij, plaats)
            rijen = {g.naam: eigen for g in kolom.gemeenten if (eigen := per_plaats.get((g.naam, actie.nr)))}
            verwacht = cell_text(kolom, actie.nr, per_plaats)
            gevonden = _from_cell(kolom, tekst, kleur)
            is_leeg = not tekst and kleur is Kleur.GEEN
            if verwacht and is_leeg and (anders := _other_wording(actie, rijen)):
                waarde = f"actie {actie.nr} ({anders})"
                tell(Code.PLAN_VORIGE_STAND_PAST_NIET, sheet.plek((rij, plaats)), waarde=waarde)
            elif verwacht and (is_leeg or (kleur is Kleur.GEEN and fold(tekst) == fold(verwacht))):
                gevonden |= {naam: one_state(eigen) for naam, eigen in rijen.items()}
            elif verwacht:
                waarden = {"nr": actie.nr, "waarde": tekst or kleur, "ander": verwacht}
                tell(Code.PLAN_VORIGE_STAND_ANDERS, sheet.plek((rij, plaats)), kolom=kolom.naam, **waarden)
            for naam, stand in gevonden.items():
                if stand is not None:
                    standen[naam][actie.nr] = stand
    return standen


def _other_wording(actie: Actie, rijen: Mapping[str, list[VorigeStand]]) -> str:
    """Return what an actie was called when these states were given, when that is not what it is called now.

    With an empty cell beside it, it may be a new actie under an old number: then nothing is known of it.
    """
    namen = (rij.actie for van_een in rijen.values() for rij in van_een)
    return next((naam for naam in namen if fold(naam) != fold(actie.tekst)), "")


def _from_cell(kolom: Kolom, tekst: str, kleur: Kleur) -> dict[str, Stand | None]:
    stand = None if is_nvt(tekst) else parse_stand(tekst, kleur)
    if stand is None or not stand.is_over_te_nemen:
        return {}
    if _says_who_said_what(kolom, stand):
        stand = Stand(Status.NIET_BEPAALD, stand.planning)
    return {gemeente.naam: stand for gemeente in kolom.gemeenten}


def _says_who_said_what(kolom: Kolom, stand: Stand) -> bool:
    """Whether a cell shows that gemeenten did not say the same: then its status is of none of them in particular."""
    namen = {fold(naam) for gemeente in kolom.gemeenten for naam in (gemeente.naam, *gemeente.voorgangers)}
    regels = [regel.partition(": ") for regel in stand.planning.split("\n")]
    return len(regels) > 1 and all(tussen and namen.issuperset(map(fold, wie.split(", "))) for wie, tussen, _ in regels)


def _read_rijen(boek: Werkboek, plan: Plan, tell: Tell) -> list[VorigeStand]:
    tabel = find_table(boek, Bladen.VORIGE_STAND, _VERPLICHT, tell)
    return _Rijlezer(*tabel, plan, tell).read() if tabel else []


def _with_days(rijen: list[VorigeStand]) -> list[VorigeStand]:
    """Give each state that is from before the last round its day, as the invulblad shows it."""
    dagen = {rij.peildatum: whole_datum(rij.peildatum) for rij in rijen}
    laatste = max((dag for dag in dagen.values() if dag), default=None)
    return [
        replace(rij, stand=replace(rij.stand, peildatum=dag.isoformat()))
        if (dag := dagen[rij.peildatum]) and dag != laatste
        else rij
        for rij in rijen
    ]


class _Rijlezer:
    """Reads the rows of `Vorige stand` against the plan; what is not in the plan any more is told once for all rows."""

    def __init__(self, sheet: Sheet, kop: Kop, plan: Plan, tell: Tell):
        self.sheet, self.kop, self.plan, self.tell = sheet, kop, plan, tell
        self.gemeenten = {fold(gemeente.naam): gemeente.naam for gemeente in plan.gemeenten}
        self.vreemd: dict[str, int] = {}

    def read(self) -> list[VorigeStand]:
        gelezen = [self._read_rij(*rij) for rij in read_rows(self.sheet, self.kop, VORIGE_KOLOMMEN)]
        if self.vreemd:
            plek = self.sheet.plek((min(self.vreemd.values()), 1))
            self.tell(Code.PLAN_VORIGE_STAND_PAST_NIET, plek, waarde=opsomming(list(self.vreemd)))
        return _with_days([rij for rij in gelezen if rij is not None])

    def _read_rij(self, rij: int, teksten: Mapping[str, str]) -> VorigeStand | None:
        if not any(teksten.values()):
            return None
        gemeente = self.gemeenten.get(fold(teksten["gemeente"]))
        actie = self._find_actie(teksten["nr"], teksten["actie"])
        if gemeente is None:
            self.vreemd.setdefault(teksten["gemeente"] or "een gemeente zonder naam", rij)
        if actie is None:
            self.vreemd.setdefault(f"actie {teksten['nr'] or teksten['actie']}", rij)
        if gemeente is None or actie is None:
            return None
        status = Status.parse(teksten["status"])
        if status is None:
            plek = self.sheet.plek((rij, self.kop.kolom("status") or 1))
            keuzes = ", ".join((*ANTWOORDEN, Status.NIET_BEPAALD))
            self.tell(Code.PLAN_VORIGE_STAND_ONLEESBAAR, plek, waarde=teksten["status"], keuzes=keuzes)
            return None
        stand, naam = Stand(status, teksten["planning"]), teksten["actie"] or actie.tekst
        return VorigeStand(actie.nr, naam, gemeente, stand, teksten["van"], iso_or_text(teksten["peildatum"]))

    def _find_actie(self, nr: str, tekst: str) -> Actie | None:
        """Acties may have been renumbered in the plan: the text says which one it was said of."""
        return self.plan.actie_op_tekst.get(fold(tekst)) or self.plan.actie_op_nr.get(parse_nr(nr) or "")
