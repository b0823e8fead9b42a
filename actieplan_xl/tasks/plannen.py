"""Tasks before a round: a plan to start from, and the invulbladen made of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from actieplan_xl.domain.bevinding import Bevinding
from actieplan_xl.domain.errors import GebruikError
from actieplan_xl.reading.regiowerkboek import read_vorige
from actieplan_xl.reading.werkboek.bestand import Bron
from actieplan_xl.reading.werkboek.beveiliging import Sleutelbos, Wachtwoord
from actieplan_xl.rules.termijn import tell_passed
from actieplan_xl.rules.volledigheid import tell_without_previous
from actieplan_xl.tasks.paden import Pad, input_paths
from actieplan_xl.writing.opslag import (
    Doel,
    check_target,
    file_name,
    make_folder,
    unique_names,
    write_file,
    write_files,
)

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

STANDAARDVOORBEELD = "leeg-actieplan"


def voorbeelden() -> tuple[str, ...]:
    """Return the names of the planwerkboeken that ship with the library."""
    map_ = _templates()
    return tuple(
        sorted(bestand.name.removesuffix(".xlsx") for bestand in map_.iterdir() if bestand.name.endswith(".xlsx"))
    )


def _templates() -> "Traversable":
    from importlib import resources  # noqa: PLC0415  a merge needs none

    return resources.files("actieplan_xl.templates")


def new_plan(doel: Pad, voorbeeld: str = STANDAARDVOORBEELD, overschrijven: bool = False) -> Path:
    """Write a planwerkboek to start from and return where. Raises `GebruikError` for an unknown example."""
    if voorbeeld not in voorbeelden():
        raise GebruikError(f"Voorbeeld '{voorbeeld}' is er niet. Kies uit: {', '.join(voorbeelden())}.")
    inhoud = _templates().joinpath(f"{voorbeeld}.xlsx").read_bytes()
    return write_file(Doel(Path(doel), overschrijven), inhoud).pad


@dataclass(frozen=True)
class Uitvraag:
    """The invulbladen that were made, in plan order, and what there is to say about the plan."""

    paden: tuple[Path, ...]
    bevindingen: tuple[Bevinding, ...] = ()


def distribute(plan: Bron, map_: Pad, overschrijven: bool = False, wachtwoorden: Iterable[Wachtwoord] = ()) -> Uitvraag:
    """Write an invulblad per gemeente into a folder.

    Nothing is written when one of them exists already and may not be replaced.
    """
    from actieplan_xl.writing.invulblad import build_invulblad, invulblad_name  # noqa: PLC0415  a merge needs none

    map_ = Path(map_)
    werkboek = read_vorige(plan, Sleutelbos.make(wachtwoorden))
    gemeenten = werkboek.plan.gemeenten
    namen = unique_names(file_name(invulblad_name(werkboek.plan, gemeente)) for gemeente in gemeenten)
    doelen = [Doel(map_ / f"{naam}.xlsx", overschrijven, input_paths([plan])) for naam in namen]
    for doel in doelen:
        check_target(doel)
    make_folder(map_)
    bladen = [
        build_invulblad(werkboek.plan, gemeente, bekend.standen, niet_gedeeld=bekend.niet_gedeeld)
        for gemeente in gemeenten
        for bekend in [werkboek.known_of(gemeente)]
    ]
    geschreven = write_files(zip(doelen, bladen, strict=True))
    voorbij = tell_passed(werkboek.plan) if werkboek.ronde is not None else []
    zonder = tell_without_previous(werkboek.plan, werkboek.standen)
    bevindingen = (*werkboek.bevindingen, *voorbij, *zonder, *(b for g in geschreven for b in g.bevindingen))
    return Uitvraag(tuple(g.pad for g in geschreven), bevindingen)
