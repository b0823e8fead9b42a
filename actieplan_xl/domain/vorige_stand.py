"""The previous states as next year's plan carries them: one per gemeente × actie, apart for each former gemeente."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from actieplan_xl.domain.invulling import Invulling, Stand
from actieplan_xl.domain.matrixcel import Matrixcel, combine
from actieplan_xl.domain.plan import Kolom
from actieplan_xl.domain.status import Reden, Status


@dataclass(frozen=True, slots=True)
class VorigeStand:
    """What was last said for a gemeente on an actie; `niet nader bepaald` when nothing was.

    `van` is the former gemeente that said it, where that one is part of `gemeente` now.
    """

    nr: str
    actie: str
    gemeente: str
    stand: Stand
    van: str = ""
    peildatum: str = ""


PerPlaats = Mapping[tuple[str, str], Sequence[VorigeStand]]
"""Previous states by (gemeente, number of the actie)."""


def by_place(rijen: Iterable[VorigeStand]) -> dict[tuple[str, str], list[VorigeStand]]:
    """Return the rows by gemeente and number, in their order."""
    per_plaats: dict[tuple[str, str], list[VorigeStand]] = {}
    for rij in rijen:
        per_plaats.setdefault((rij.gemeente, rij.nr), []).append(rij)
    return per_plaats


def one_state(rijen: Sequence[VorigeStand]) -> Stand | None:
    """Return what is known of a gemeente: what all former ones said; where they differ a `Stand` without a status, that
    says who said what, so that nobody takes over a mix of them. None when nothing was said."""
    cel = _combine(rijen)
    if not cel.is_eens:
        return Stand(Status.NIET_BEPAALD, cel.tekst.partition("\n")[2])
    return rijen[0].stand if rijen[0].stand.is_over_te_nemen else None


def cell_text(kolom: Kolom, nr: str, per_plaats: PerPlaats) -> str:
    """Return what the matrix shows for a kolom, as a regiowerkboek would; "" when nothing is known there."""
    rijen = [rij for gemeente in kolom.gemeenten for rij in per_plaats.get((gemeente.naam, nr), ())]
    if not any(rij.stand.is_over_te_nemen for rij in rijen):
        return ""
    return _combine(rijen).tekst


def _combine(rijen: Sequence[VorigeStand]) -> Matrixcel:
    return combine([_as_invulling(rij) for rij in rijen])


def _as_invulling(rij: VorigeStand) -> Invulling:
    stand = rij.stand
    reden = None if stand.is_over_te_nemen else Reden.LEEG
    planning = stand.planning if stand.is_over_te_nemen else ""
    return Invulling(rij.van or rij.gemeente, rij.nr, stand.status, planning, reden=reden)
