"""What a herindeling makes of the gemeenten and kolommen of a plan: who goes on for whom, and under which kolom."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.herindeling import Herindeling, Opvolger
from actieplan_xl.domain.plan import Actie, Gemeente, Kolom, Plan
from actieplan_xl.domain.words import fold, opsomming


@dataclass(frozen=True)
class Hergroepering:
    """The gemeenten of next year's plan.

    `voorgangers` has by new gemeente the ones it was before, in plan order: one that goes on is its own voorganger.
    """

    kolommen: tuple[Kolom, ...]
    voorgangers: dict[str, tuple[Gemeente, ...]]
    bevindingen: tuple[Bevinding, ...]

    @cached_property
    def opgegaan(self) -> dict[str, tuple[str, ...]]:
        """By gemeente that is new or took others in: the names of those that became part of it."""
        return {
            naam: tuple(g.naam for g in eerder if g.naam != naam)
            for naam, eerder in self.voorgangers.items()
            if any(g.naam != naam for g in eerder)
        }

    def translate(self, actie: Actie) -> tuple[str, ...]:
        """Return the kolommen an actie is meant for now: each in which a gemeente is that it was meant for."""
        if not actie.geldt_voor:
            return ()
        return tuple(
            kolom.naam
            for kolom in self.kolommen
            if any(actie.is_voor(eerder.kolom) for g in kolom.gemeenten for eerder in self.voorgangers[g.naam])
        )

    def not_asked_before(self, actie: Actie) -> Iterator[tuple[str, list[str]]]:
        """Yield each kolom in which an actie is asked for former gemeenten that it was not meant for, with those."""
        for kolom in self.kolommen:
            eerder = [g for gemeente in kolom.gemeenten for g in self.voorgangers[gemeente.naam]]
            niet = [g.naam for g in eerder if not actie.is_voor(g.kolom)]
            if niet and len(niet) < len(eerder):
                yield kolom.naam, niet


def divide(plan: Plan, herindeling: Herindeling) -> Hergroepering:
    """Return the gemeenten of a plan after a herindeling; what that says goes before `Gemeente.opvolger`.

    A gemeente that is new has a kolom of its own, named after it, where its first voorganger stood.
    """
    opvolgers = {g.naam: Opvolger(g.opvolger) for g in plan.gemeenten if g.opvolger}
    op_naam = {fold(g.naam): g.naam for g in plan.gemeenten}
    onbekend = [naam for naam in herindeling if fold(naam) not in op_naam]
    opvolgers |= {op_naam[fold(naam)]: wordt for naam, wordt in herindeling.items() if fold(naam) in op_naam}
    spelling = dict(op_naam)  # a gemeente that is there already keeps its spelling, else the first one counts
    for wordt in opvolgers.values():
        spelling.setdefault(fold(wordt.naam), wordt.naam)
    wordt_naam = {g.naam: spelling[fold(opvolgers[g.naam].naam)] for g in plan.gemeenten if g.naam in opvolgers}
    voorgangers: dict[str, list[Gemeente]] = {}
    for gemeente in plan.gemeenten:
        voorgangers.setdefault(_last(gemeente.naam, wordt_naam), []).append(gemeente)
    kolommen: dict[str, tuple[str, list[Gemeente]]] = {}
    for naam, eerder in voorgangers.items():
        zelf = next((g for g in eerder if g.naam == naam), None)
        kolom = zelf.kolom if zelf else naam
        spelling_kolom, eigen = kolommen.setdefault(fold(kolom), (kolom, []))
        eigen.append(
            _make(naam, spelling_kolom, zelf, eerder, [opvolgers[g.naam] for g in eerder if g.naam in opvolgers])
        )
    bevindingen = [Bevinding(Code.VERLENGEN_HERINDELING_ONBEKEND, waarden={"naam": naam}) for naam in onbekend]
    bevindingen += [
        _tell_new(gemeente)
        for _, eigen in kolommen.values()
        for gemeente in eigen
        if gemeente.naam not in op_naam.values() and not (gemeente.cbs_code and gemeente.e_mail)
    ]
    return Hergroepering(
        tuple(Kolom(naam, tuple(eigen)) for naam, eigen in kolommen.values()),
        {naam: tuple(eerder) for naam, eerder in voorgangers.items()},
        tuple(bevindingen),
    )


def _last(naam: str, wordt_naam: dict[str, str]) -> str:
    """Return who goes on in the end: an opvolger may have one of its own."""
    gezien = {naam}
    while (volgende := wordt_naam.get(naam, naam)) not in gezien:
        naam = volgende
        gezien.add(naam)
    return naam


def _make(naam: str, kolom: str, zelf: Gemeente | None, eerder: list[Gemeente], opvolgers: list[Opvolger]) -> Gemeente:
    """A postponement and the like was of that year: only what a gemeente is goes on."""
    code = zelf.cbs_code if zelf else next((o.cbs_code for o in opvolgers if o.cbs_code), "")
    adres = zelf.e_mail if zelf and zelf.e_mail else next((o.e_mail for o in opvolgers if o.e_mail), "")
    namen = [deel for g in eerder for deel in (*g.voorgangers, g.naam) if fold(deel) != fold(naam)]
    return Gemeente(naam, kolom, code, adres, voorgangers=tuple(dict.fromkeys(namen)))


def _tell_new(gemeente: Gemeente) -> Bevinding:
    wat = {"cbs_code": gemeente.cbs_code, "e-mailadres": gemeente.e_mail}
    waarden = {"naam": gemeente.naam, "wat": opsomming([naam for naam, waarde in wat.items() if not waarde])}
    return Bevinding(Code.VERLENGEN_GEMEENTE_NIEUW, gemeente=gemeente.naam, waarden=waarden)
