"""What the coördinator changed beside what the gemeenten said: the last word counts, and both are told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.correctie import Correctie, Uitwerking
from actieplan_xl.domain.datum import format_datum
from actieplan_xl.domain.invulling import Invulling, Plek
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.matrix import places
from actieplan_xl.domain.plan import Plan
from actieplan_xl.rules.keuze import Keuze
from actieplan_xl.rules.verschillen import NIETS_GEZEGD, quote, say

GEEN_STATUS = frozenset(
    {
        Code.STATUS_ONBEKEND,
        Code.STATUS_GEEN_ANTWOORD,
        Code.STATUS_VERWIJST,
        Code.STATUS_DOORGEHAALD,
        Code.ONGEWIJZIGD_ZONDER_VORIGE,
        Code.PLANNING_ZEGT_NIETS,
    }
)
"""Findings that say a cell is no answer. Where a correctie counts, that one quotes the cell, and nothing is left to
mend."""

_Plaats = tuple[str, str]


@dataclass(frozen=True)
class Gecorrigeerd:
    """The answers that change, by gemeente and actie, with what became of every correctie."""

    antwoorden: Mapping[_Plaats, Invulling]
    uitwerkingen: tuple[Uitwerking, ...]
    bevindingen: tuple[Bevinding, ...]


def correct(plan: Plan, inzendingen: Iterable[Inzending], keuzes: Mapping[str, Keuze]) -> Gecorrigeerd:
    """Hold every correctie of a round beside what the gemeente herself said. The order of files never matters."""
    per_plaats: dict[_Plaats, list[Correctie]] = {}
    for correctie in (c for inzending in inzendingen for c in inzending.correcties):
        per_plaats.setdefault((correctie.gemeente, correctie.nr), []).append(correctie)
    antwoorden: dict[_Plaats, Invulling] = {}
    uitwerkingen: list[Uitwerking] = []
    bevindingen: list[Bevinding] = []
    for plaats in ((g.naam, a.nr) for g, a in places(plan) if (g.naam, a.nr) in per_plaats):
        keuze = keuzes[plaats[0]]
        laatste, *eerdere = sorted(per_plaats[plaats], key=_order, reverse=True)
        botsend = [c for c in eerdere if c.wanneer == laatste.wanneer and c.antwoord != laatste.antwoord]
        if botsend:
            gevonden = [_clash(c, keuze) for c in (laatste, *eerdere) if c.wanneer == laatste.wanneer]
            bevindingen += _tell_clash([u.correctie for u in gevonden])
        else:
            uitwerking, bevinding = _judge(laatste, keuze)
            bevindingen.append(bevinding)
            gevonden = [uitwerking]
            if uitwerking.telt:
                antwoorden[plaats] = laatste.replace(uitwerking.was)
        gehad = {uitwerking.correctie for uitwerking in gevonden}
        for eerder in (c for c in eerdere if c not in gehad):
            gevonden.append(Uitwerking(eerder, keuze.answer(eerder.nr), _why_replaced(eerder, laatste)))
            bevindingen.append(_tell(Code.CORRECTIE_VERVANGEN, gevonden[-1], reden=gevonden[-1].waarom_niet))
        uitwerkingen += gevonden
    return Gecorrigeerd(antwoorden, tuple(uitwerkingen), tuple(bevindingen))


_Rij = tuple[str, str, str, str, int]


def settled_rows(uitwerkingen: Iterable[Uitwerking]) -> frozenset[_Rij]:
    """Return the rows of invulbladen on which a correctie gives the answer."""
    return frozenset(_row(u.correctie.gemeente, u.correctie.nr, u.was.plek) for u in uitwerkingen if u.telt)


def is_settled(bevinding: Bevinding, rijen: frozenset[_Rij]) -> bool:
    """Whether a finding says that a cell is no answer where a correctie gives one."""
    return bevinding.code in GEEN_STATUS and _row(bevinding.gemeente, bevinding.nr, bevinding.plek) in rijen


def _row(gemeente: str, nr: str, plek: Plek) -> _Rij:
    return gemeente, nr, plek.bestand, plek.blad, plek.rij


def _order(correctie: Correctie) -> tuple[str, ...]:
    plek = correctie.plek
    return (
        correctie.wanneer,
        plek.bestand,
        plek.blad,
        plek.cel.zfill(12),
        *map(str, correctie.antwoord),
        correctie.waarom,
        correctie.door,
    )


def _why_replaced(eerder: Correctie, laatste: Correctie) -> str:
    if eerder.wanneer == laatste.wanneer:
        return f"ze staat ook op {laatste.plek}"
    return f"op {laatste.plek} staat er een van {format_datum(laatste.wanneer)}"


def _clash(correctie: Correctie, keuze: Keuze) -> Uitwerking:
    waarom = f"er zijn verschillende correcties van {format_datum(correctie.wanneer)}"
    return Uitwerking(correctie, keuze.answer(correctie.nr), waarom)


def _tell_clash(correcties: Sequence[Correctie]) -> list[Bevinding]:
    """Tell each of them at its own cell. It is a fout in the list, not of the gemeente: it carries no name of one."""
    return [
        Bevinding(
            Code.CORRECTIES_BOTSEN,
            een.plek,
            nr=een.nr,
            waarden={
                "naam": een.gemeente,
                "nr": een.nr,
                "wanneer": format_datum(een.wanneer),
                "waarde": een.tekst,
                "ander": str(next(c.plek for c in correcties if c.antwoord != een.antwoord)),
            },
        )
        for een in correcties
    ]


def _judge(correctie: Correctie, keuze: Keuze) -> tuple[Uitwerking, Bevinding]:
    """Decide between the last correctie and the file that speaks for the gemeente."""
    was = keuze.answer(correctie.nr)
    if was.is_antwoord and (was.status, was.planning) == correctie.antwoord:
        uitwerking = Uitwerking(correctie, was, "haar eigen bestand zegt hetzelfde")
        return uitwerking, _tell(Code.CORRECTIE_ZEGT_HETZELFDE, uitwerking)
    # What was never answered in writing is no second opinion: there is nothing to doubt.
    if keuze.telt is None or say(was) == NIETS_GEZEGD:
        uitwerking = Uitwerking(correctie, was)
        return uitwerking, _tell(Code.CORRECTIE_TOEGEPAST, uitwerking)
    opgeslagen = keuze.telt.herkomst.opgeslagen[: len(correctie.wanneer)]
    is_later = opgeslagen > correctie.wanneer
    if is_later and was.is_antwoord and not _was_said_before(correctie, keuze, was):
        uitwerking = Uitwerking(correctie, was, "haar bestand is van later")
        return uitwerking, _tell(Code.CORRECTIE_ACHTERHAALD, uitwerking)
    uitwerking = Uitwerking(correctie, was)
    twijfel = _doubt(correctie, opgeslagen, was)
    if twijfel:
        return uitwerking, _tell(Code.CORRECTIE_ONZEKER, uitwerking, twijfel=twijfel)
    return uitwerking, _tell(Code.CORRECTIE_TOEGEPAST, uitwerking)


def _was_said_before(correctie: Correctie, keuze: Keuze, was: Invulling) -> bool:
    """Whether an older file of hers, from before the call, said the same already: as when a retour comes back in which
    she mended something else."""
    return any(
        "" < ander.herkomst.opgeslagen[: len(correctie.wanneer)] <= correctie.wanneer
        and (eerder := ander.antwoorden.get(correctie.nr)) is not None
        and eerder.inhoud == was.inhoud
        for ander in keuze.overige
    )


def _doubt(correctie: Correctie, opgeslagen: str, was: Invulling) -> str:
    """Return why nobody can tell which of the two is the last word, "" when it is the correctie."""
    if not opgeslagen:
        return "haar bestand zegt niet wanneer het is opgeslagen"
    if opgeslagen == correctie.wanneer:
        return "haar bestand is van dezelfde dag"
    if opgeslagen < correctie.wanneer:
        return ""
    if was.is_antwoord:
        return "haar bestand is van later, al zegt het hier hetzelfde als voor die dag"
    return "haar bestand is van later, al is wat er staat geen antwoord"


def _tell(code: Code, uitwerking: Uitwerking, **meer: str) -> Bevinding:
    correctie = uitwerking.correctie
    return Bevinding(code, correctie.plek, correctie.gemeente, correctie.nr, {**describe(uitwerking), **meer})


def describe(uitwerking: Uitwerking) -> dict[str, str]:
    """Return what a sentence about a correctie may say."""
    correctie = uitwerking.correctie
    return {
        "naam": correctie.gemeente,
        "nr": correctie.nr,
        "was": quote(uitwerking.was),
        "waarde": correctie.tekst,
        "wanneer": format_datum(correctie.wanneer),
        "door": correctie.door,
        "waarom": correctie.waarom.rstrip("."),
    }
