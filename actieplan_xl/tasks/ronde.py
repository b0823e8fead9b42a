"""Reading a round: everything that came back, against one plan, merged into one outcome."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from actieplan_xl.domain.bevinding import Bevinding, Ernst, by_weight, worth_telling
from actieplan_xl.domain.errors import GebruikError
from actieplan_xl.domain.invulling import Standen
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.plan import Plan
from actieplan_xl.reading.correcties import (
    add_correcties,
    has_correcties,
    read_correcties,
)
from actieplan_xl.reading.inzending import Voortgang, Vraag, read_inzendingen
from actieplan_xl.reading.regiowerkboek import read_regiowerkboek, vorige_from
from actieplan_xl.reading.ronde import read_ronde
from actieplan_xl.reading.werkboek.bestand import Bestand, Bron, hold, open_bestand
from actieplan_xl.reading.werkboek.beveiliging import Sleutelbos, Wachtwoord
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge
from actieplan_xl.rules.volledigheid import Telling, count_answers


@dataclass(frozen=True)
class Leesopdracht:
    """What to read and how. `gemeenten` are files named by hand, by gemeente; `wachtwoorden` what may be tried;
    `vorige` the regiowerkboek of the time before, to compare with."""

    invoer: tuple[Bron, ...]
    plan: Bron | None = None
    gemeenten: Mapping[str, str] = field(default_factory=dict)
    voortgang: Voortgang | None = None
    wachtwoorden: tuple[Wachtwoord, ...] = ()
    peildatum: str = ""
    vorige: Bron | None = None
    vandaag: str = ""
    """The day as of which it is decided who has uitstel; without it that is the peildatum."""
    mag_leeg: bool = False
    """Whether it is a round as well when nothing of use came in yet."""


@dataclass(frozen=True)
class Retour:
    """A workbook that was made to be sent back: for whom, where it is, and why it is not their own one.

    `opnieuw` is "" when the gemeente gets its own workbook back, else why it was set up anew with the same answers.
    """

    wie: str
    pad: Path
    opnieuw: str = ""
    aantal: int = 0


@dataclass(frozen=True)
class Uitkomst:
    """What `check` and `merge_files` found. `geschreven` is the file that was made, if any.

    `eerdere_retours` stood in the folder of the retours before and were not made again: whoever is done needs none.
    """

    samenvoeging: Samenvoeging
    tellingen: tuple[Telling, ...]
    extra: tuple[Bevinding, ...] = ()
    geschreven: Path | None = None
    retour: tuple[Retour, ...] = ()
    eerdere_retours: tuple[Path, ...] = ()

    @property
    def matrix(self) -> Matrix:
        """The merged matrix."""
        return self.samenvoeging.matrix

    @property
    def plan(self) -> Plan:
        """The plan the answers were read against."""
        return self.matrix.plan

    @property
    def bevindingen(self) -> tuple[Bevinding, ...]:
        """All findings, most serious first."""
        return by_weight((*self.samenvoeging.bevindingen, *self.extra))

    @property
    def has_fouten(self) -> bool:
        """Whether any finding is of ernst *fout*."""
        return any(bevinding.ernst is Ernst.FOUT for bevinding in self.bevindingen)

    @property
    def has_aandachtspunten(self) -> bool:
        """Whether any finding is above *ter info*, or any answer missing."""
        return bool(self.matrix.oranje) or bool(worth_telling(self.bevindingen))


@dataclass(frozen=True)
class Gelezenronde:
    """A round as read: the question, what each file said to it, and what that adds up to."""

    vraag: Vraag
    inzendingen: tuple[Inzending, ...]
    samenvoeging: Samenvoeging
    sleutels: Sleutelbos = field(default_factory=Sleutelbos)
    """The passwords that opened what was protected: nobody is asked twice."""

    def outcome(self) -> Uitkomst:
        """Return what there is to tell of it."""
        return Uitkomst(self.samenvoeging, count_answers(self.samenvoeging.matrix))


def read_round(opdracht: Leesopdracht) -> Gelezenronde:
    """Read and merge everything that is offered. Raises `GebruikError` when nothing of it is of use."""
    sleutels = Sleutelbos.make(opdracht.wachtwoorden)
    # Before anything else: who names the wrong workbook hears it at once.
    vorige = read_regiowerkboek(opdracht.vorige, sleutels) if opdracht.vorige is not None else None

    def make_vraag(van_plan: Plan, standen: Standen | None = None) -> Vraag:
        # What goes along with a reminder carries the plan as it was handed out.
        gevraagd = van_plan if opdracht.vandaag else _with_peildatum(van_plan, opdracht.peildatum)
        return Vraag(gevraagd, standen or {}, _by_file(opdracht.gemeenten))

    invoer = list(opdracht.invoer)
    vooraf: tuple[Bevinding, ...] = ()
    eerder = vorige.ronde if vorige else None
    if opdracht.plan is not None:
        boek = open_werkboek(open_bestand(opdracht.plan), sleutels)
        werkboek = vorige_from(boek)
        vraag, vooraf = make_vraag(werkboek.plan, werkboek.standen), werkboek.bevindingen
        eerder = werkboek.ronde or eerder
        inzendingen = read_inzendingen(invoer, vraag, opdracht.voortgang, sleutels)
        if has_correcties(boek):
            inzendingen = add_correcties(inzendingen, read_correcties(boek, vraag.plan))
    else:
        ronde = read_ronde(invoer, make_vraag, opdracht.voortgang, sleutels)
        if ronde.vraag is None:
            raise GebruikError(_no_plan(ronde.zonder_plan))
        vraag, inzendingen = ronde.vraag, ronde.inzendingen
    _check_named(vraag, inzendingen)
    if not opdracht.mag_leeg:
        _check_usable(inzendingen)
    op_dag = _with_peildatum(vraag.plan, opdracht.vandaag)
    samenvoeging = merge(op_dag, inzendingen, vooraf, vorige, eerder)
    return Gelezenronde(vraag, tuple(inzendingen), samenvoeging, sleutels)


def hold_all(invoer: tuple[Bron, ...]) -> tuple[Bron, ...]:
    """Return sources that can be read more than once: what is open for reading is read now."""
    return tuple(bron if isinstance(bron, (str, os.PathLike, Bestand)) else hold(bron) for bron in invoer)


def _no_plan(redenen: list[Bevinding]) -> str:
    if not redenen:
        return "Hier staan geen Excel-bestanden. Geef de map waarin de ingevulde bladen staan."
    uitleg = "\n".join(str(bevinding) for bevinding in redenen)
    return f"{uitleg}\nIn geen van deze bestanden zit een plan. Geef het planwerkboek mee met --plan."


def _with_peildatum(plan: Plan, peildatum: str) -> Plan:
    """The peildatum asked for, else that of the plan, else today."""
    gekozen = peildatum or plan.gegevens.peildatum or date.today().isoformat()
    return replace(plan, gegevens=replace(plan.gegevens, peildatum=gekozen))


def _by_file(gemeenten: Mapping[str, str]) -> dict[str, str]:
    """Turn {gemeente: file} into {file name: gemeente}. A file speaks for one gemeente, or for a kolom."""
    per_bestand: dict[str, str] = {}
    for naam, bestand in gemeenten.items():
        eerder = per_bestand.setdefault(Path(bestand).name, naam)
        if eerder != naam:
            wat = f"'{Path(bestand).name}' is genoemd voor {eerder} en voor {naam}."
            raise GebruikError(f"{wat} Noem de kolom als het voor beide geldt.")
    return per_bestand


def _check_usable(inzendingen: list[Inzending]) -> None:
    """Without a single usable file there is nothing to merge: say why, file by file."""
    if any((i.gemeenten or i.correcties) and not i.is_onleesbaar for i in inzendingen):
        return
    redenen = [str(bevinding) for inzending in inzendingen for bevinding in inzending.bevindingen]
    uitleg = "\n".join(redenen) or "Er staan geen werkmappen in de opgegeven map."
    raise GebruikError(f"Geen enkel bruikbaar invulblad gevonden.\n{uitleg}")


def _check_named(vraag: Vraag, inzendingen: list[Inzending]) -> None:
    """A file that is named by hand but was not offered is a typing error, not a wish to be passed over."""
    for naam in vraag.gemeenten.values():
        if not vraag.plan.find_gemeenten(naam):
            bekend = ", ".join(gemeente.naam for gemeente in vraag.plan.gemeenten)
            raise GebruikError(f"Gemeente '{naam}' staat niet in het plan. Kies uit: {bekend}.")
    aangeboden = {inzending.herkomst.bestand for inzending in inzendingen}
    for bestand, naam in vraag.gemeenten.items():
        if bestand not in aangeboden:
            raise GebruikError(f"'{bestand}' (genoemd bij --gemeente {naam}) zit niet bij de invoer. Kijk de naam na.")
