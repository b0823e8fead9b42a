"""Whose invulblad this is: from its hidden sheet, else its visible title, else its file name (contract §2)."""

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePath

from actieplan_xl.domain.plan import Gemeente, Plan
from actieplan_xl.domain.words import ALLEEN, ANTWOORDT, HEEL, VRAAG, fold
from actieplan_xl.reading.formulier import Formulier


@dataclass(frozen=True, slots=True)
class Afzender:
    """The gemeenten a sheet speaks for; () when unknown. `waaruit` says where that was read, "" when beyond doubt.

    `anders` is what the sheet itself says when it was named otherwise by hand.
    """

    gemeenten: tuple[Gemeente, ...] = ()
    waaruit: str = ""
    anders: str = ""


def find_afzender(formulier: Formulier, plan: Plan, bestandsnaam: str) -> Afzender:
    """Return whose sheet this is, never by guessing: a name has to stand there as the plan knows it."""
    heel = _whole_kolom(formulier, plan)
    if heel:
        return Afzender(heel)
    eigen = plan.find_gemeenten(formulier.verborgen.gemeente)
    if eigen:
        return Afzender(eigen)
    uit_titel = _from_title(formulier, plan)
    if uit_titel:
        return Afzender(uit_titel)
    uit_tab = plan.find_gemeenten(formulier.sheet.naam)
    if uit_tab:
        return Afzender(uit_tab, "de naam van het werkblad")
    return afzender_from_name(plan, bestandsnaam)


def afzender_from_name(plan: Plan, bestandsnaam: str) -> Afzender:
    """Return the one gemeente or kolom whose name stands in a file name as whole words, if there is just one."""
    naam = f" {fold(PurePath(bestandsnaam).stem)} "
    treffers = {
        bekend: plan.find_gemeenten(bekend)
        for bekend in (*(g.naam for g in plan.gemeenten), *(k.naam for k in plan.kolommen))
        if f" {fold(bekend)} " in naam
    }
    # "Mill en Sint Hubert" beats "Mill": a name inside a longer one that also stands there does not count.
    langste = [b for b in treffers if not any(fold(b) != fold(a) and fold(b) in fold(a) for a in treffers)]
    groepen = {tuple(g.naam for g in treffers[bekend]): treffers[bekend] for bekend in langste}
    return Afzender(next(iter(groepen.values())), "de naam van het bestand") if len(groepen) == 1 else Afzender()


def _whole_kolom(formulier: Formulier, plan: Plan) -> tuple[Gemeente, ...]:
    for titel in formulier.titels:
        woord, _, naam = titel.strip().partition(" ")
        if fold(woord) == HEEL:
            kolom = next((k for k in plan.kolommen if fold(naam) == fold(k.naam)), None)
            if kolom is not None:
                return kolom.gemeenten
    return ()


def _from_title(formulier: Formulier, plan: Plan) -> tuple[Gemeente, ...]:
    for titel in formulier.titels:
        gevonden = plan.find_gemeenten(bare_title(titel))
        if gevonden:
            return gevonden
    return ()


def bare_title(titel: str) -> str:
    """Return a title without the words before the name."""
    return re.sub(r"^(invulblad|gemeente)( van| voor)?( gemeente)?\s*:?\s*", "", titel.strip(), flags=re.IGNORECASE)


def unknown_choice(formulier: Formulier, plan: Plan, gemeente: str) -> str:
    """Return what was typed for `VRAAG` when it is neither of the two choices; "" when it is."""
    vraag = fold(VRAAG)
    for titel, keuze in pairwise(formulier.titels):
        if fold(titel).startswith(vraag):
            bekend = {fold(f"{ALLEEN} {gemeente}"), *(fold(f"{HEEL} {kolom.naam}") for kolom in plan.kolommen)}
            # Where the choice was emptied the next text is our own explanation of it.
            return "" if fold(keuze) in bekend or keuze.startswith(ANTWOORDT) else keuze
    return ""
