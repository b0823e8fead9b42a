"""One function per command: paths in, a result out. Nothing is printed here, and nothing is drawn.

Every function raises only from `domain.errors`.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from actieplan_xl.domain.bevinding import Bevinding, Code, Ernst
from actieplan_xl.domain.errors import GebruikError
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.matrixcel import NIET_VAN_TOEPASSING, Matrixcel, format_stand
from actieplan_xl.domain.plan import Kolom, Plan
from actieplan_xl.reading.inzending import Voortgang, Vraag, read_invulblad, read_inzendingen
from actieplan_xl.reading.planwerkboek import Planwerkboek, Standen, from_werkboek, is_planwerkboek
from actieplan_xl.reading.regiowerkboek import from_regio, is_regiowerkboek, read_vorige
from actieplan_xl.reading.ronde import read_ronde
from actieplan_xl.reading.verborgen import read_verborgen
from actieplan_xl.reading.werkboek.bestand import Bron, open_bestand
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge
from actieplan_xl.rules.volledigheid import Telling, count_answers
from actieplan_xl.writing.opslag import Doel, check_target, file_name, make_folder, unique_names, write_file
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

STANDAARDVOORBEELD = "leeg-actieplan"


@dataclass(frozen=True)
class Uitkomst:
    """What `check` and `merge_files` found. `geschreven` is the file that was made, if any."""

    samenvoeging: Samenvoeging
    tellingen: tuple[Telling, ...]
    extra: tuple[Bevinding, ...] = ()
    geschreven: Path | None = None

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
        return tuple(sorted((*self.samenvoeging.bevindingen, *self.extra), key=lambda b: b.sorteersleutel))

    @property
    def has_fouten(self) -> bool:
        """Whether any finding is of ernst *fout*."""
        return any(bevinding.ernst is Ernst.FOUT for bevinding in self.bevindingen)

    @property
    def has_aandachtspunten(self) -> bool:
        """Whether any finding is above *ter info*, or any answer missing."""
        return bool(self.matrix.oranje) or any(b.ernst is not Ernst.TER_INFO for b in self.bevindingen)


def voorbeelden() -> tuple[str, ...]:
    """Return the names of the planwerkboeken that ship with the library."""
    map_ = _templates()
    return tuple(
        sorted(bestand.name.removesuffix(".xlsx") for bestand in map_.iterdir() if bestand.name.endswith(".xlsx"))
    )


def _templates() -> "Traversable":
    from importlib import resources  # noqa: PLC0415  a merge needs none

    return resources.files("actieplan_xl.templates")


def new_plan(doel: Path, voorbeeld: str = STANDAARDVOORBEELD, overschrijven: bool = False) -> Path:
    """Write a planwerkboek to start from and return where. Raises `GebruikError` for an unknown example."""
    if voorbeeld not in voorbeelden():
        raise GebruikError(f"Voorbeeld '{voorbeeld}' is er niet. Kies uit: {', '.join(voorbeelden())}.")
    inhoud = _templates().joinpath(f"{voorbeeld}.xlsx").read_bytes()
    return write_file(Doel(doel, overschrijven), inhoud).pad


def check(
    invoer: Iterable[Bron],
    plan: Bron | None = None,
    gemeenten: Mapping[str, str] | None = None,
    voortgang: Voortgang | None = None,
) -> Uitkomst:
    """Read what came back and return what is missing or wrong in it; nothing is written."""
    return _read_and_merge(list(invoer), plan, gemeenten or {}, voortgang)


def merge_files(
    invoer: Iterable[Bron],
    plan: Bron | None = None,
    naar: Path | None = None,
    peildatum: str = "",
    gemeenten: Mapping[str, str] | None = None,
    overschrijven: bool = False,
    voortgang: Voortgang | None = None,
) -> Uitkomst:
    """Merge what came back into a regiowerkboek and return what happened.

    Without `naar` the file is `Regiowerkboek <naam>.xlsx` in the current folder. `peildatum` is ISO; without it the
    plan's own counts, else today.
    """
    bronnen = list(invoer)
    uitkomst = _read_and_merge(bronnen, plan, gemeenten or {}, voortgang, peildatum)
    doel = naar or Path(f"Regiowerkboek {file_name(uitkomst.plan.gegevens.naam)}.xlsx")
    geschreven = write_file(
        Doel(doel, overschrijven, _paths(bronnen, plan)), build_regiowerkboek(uitkomst.samenvoeging)
    )
    return Uitkomst(uitkomst.samenvoeging, uitkomst.tellingen, geschreven.bevindingen, geschreven.pad)


@dataclass(frozen=True)
class Uitvraag:
    """The invulbladen that were made, in plan order, and what there is to say about the plan."""

    paden: tuple[Path, ...]
    bevindingen: tuple[Bevinding, ...] = ()


def distribute(plan: Bron, map_: Path, overschrijven: bool = False) -> Uitvraag:
    """Write an invulblad per gemeente into a folder.

    Nothing is written when one of them exists already and may not be replaced.
    """
    from actieplan_xl.writing.invulblad import build_invulblad, invulblad_name  # noqa: PLC0415  a merge needs none

    werkboek = read_vorige(plan)
    gemeenten = werkboek.plan.gemeenten
    namen = unique_names(file_name(invulblad_name(werkboek.plan, gemeente)) for gemeente in gemeenten)
    doelen = [Doel(map_ / f"{naam}.xlsx", overschrijven, _paths([plan])) for naam in namen]
    for doel in doelen:
        check_target(doel)
    make_folder(map_)
    geschreven = []
    for doel, gemeente in zip(doelen, gemeenten, strict=True):
        standen, anders = werkboek.standen.get(gemeente.naam, {}), werkboek.not_shared(gemeente.kolom)
        inhoud = build_invulblad(werkboek.plan, gemeente, standen, niet_gedeeld=anders)
        geschreven.append(write_file(doel, inhoud))
    bevindingen = (*werkboek.bevindingen, *(b for g in geschreven for b in g.bevindingen))
    return Uitvraag(tuple(g.pad for g in geschreven), bevindingen)


@dataclass(frozen=True)
class Vertoning:
    """A matrix to look at: its plan and the cells by (nr, kolom). A plan nobody answered yet has empty cells."""

    plan: Plan
    kolommen: tuple[Kolom, ...]
    cellen: Mapping[tuple[str, str], Matrixcel]
    bevindingen: tuple[Bevinding, ...] = ()


def show(werkboek: Bron) -> Vertoning:
    """Return the matrix of a regiowerkboek, what a planwerkboek knows, or the answers of one invulblad."""
    bestand = open_bestand(werkboek)
    boek = open_werkboek(bestand)
    if is_regiowerkboek(boek):
        regio = from_regio(boek, from_werkboek(boek))
        return Vertoning(regio.matrix.plan, regio.matrix.plan.kolommen, regio.matrix.cellen, regio.bevindingen)
    if is_planwerkboek(boek):
        return _show_plan(from_werkboek(boek))
    plan = read_verborgen(boek).plan
    inzending = read_invulblad(bestand, plan) if plan else None
    if plan is None or inzending is None or not inzending.gemeenten:
        raise bestand.weiger(Code.NIETS_TE_TONEN)
    matrix = merge(plan, [inzending]).matrix
    kolom = plan.kolom_op_naam[inzending.kolom]
    eigen = Kolom(kolom.naam, tuple(g for g in kolom.gemeenten if g.naam in inzending.gemeenten))
    return Vertoning(
        plan, (eigen,), {(a.nr, eigen.naam): matrix.cel(a, eigen) for a in plan.acties}, inzending.bevindingen
    )


def _show_plan(werkboek: Planwerkboek) -> Vertoning:
    plan = werkboek.plan
    cellen: dict[tuple[str, str], Matrixcel] = {}
    for kolom in plan.kolommen:
        bekend = werkboek.standen.get(kolom.gemeenten[0].naam, {})
        for actie in plan.acties:
            stand = bekend.get(actie.nr)
            if not actie.is_voor(kolom.naam):
                cellen[actie.nr, kolom.naam] = NIET_VAN_TOEPASSING
            elif stand is not None:
                cellen[actie.nr, kolom.naam] = Matrixcel(stand.status, format_stand(stand))
            else:
                cellen[actie.nr, kolom.naam] = Matrixcel(None, "")
    return Vertoning(plan, plan.kolommen, cellen, werkboek.bevindingen)


def _read_and_merge(
    invoer: list[Bron],
    plan: Bron | None,
    gemeenten: Mapping[str, str],
    voortgang: Voortgang | None,
    peildatum: str = "",
) -> Uitkomst:
    def make_vraag(van_plan: Plan, standen: Standen | None = None) -> Vraag:
        return Vraag(_with_peildatum(van_plan, peildatum), standen or {}, _by_file(gemeenten))

    # What is open for reading can be read only once, and a round may have to be read twice.
    invoer = [bron if isinstance(bron, (str, os.PathLike)) else open_bestand(bron) for bron in invoer]
    vooraf: tuple[Bevinding, ...] = ()
    if plan is not None:
        werkboek = read_vorige(plan)
        vraag, vooraf = make_vraag(werkboek.plan, werkboek.standen), werkboek.bevindingen
        inzendingen = read_inzendingen(invoer, vraag, voortgang)
    else:
        ronde = read_ronde(invoer, make_vraag, voortgang)
        if ronde.vraag is None:
            raise GebruikError(_no_plan(ronde.zonder_plan))
        vraag, inzendingen = ronde.vraag, ronde.inzendingen
    _check_named(vraag, inzendingen)
    _check_usable(inzendingen)
    samenvoeging = merge(vraag.plan, inzendingen, vooraf)
    return Uitkomst(samenvoeging, count_answers(samenvoeging.matrix))


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
    if any(inzending.gemeenten and not inzending.is_onleesbaar for inzending in inzendingen):
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


def _paths(bronnen: Iterable[Bron], plan: Bron | None = None) -> tuple[Path, ...]:
    alle = [*bronnen, *([plan] if plan is not None else [])]
    paden = [Path(bron) for bron in alle if isinstance(bron, (str, os.PathLike))]
    return tuple(kind for pad in paden for kind in (pad.iterdir() if pad.is_dir() else (pad,)))
