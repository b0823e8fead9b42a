"""The previous states as next year's plan carries them: one per gemeente × actie, apart for each former gemeente."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from actieplan_xl.domain.invulling import Invulling, Stand
from actieplan_xl.domain.matrixcel import format_stand, in_one_line
from actieplan_xl.domain.plan import Kolom
from actieplan_xl.domain.status import MINST_AFGEROND_EERST, Reden, Status


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


_LAATSTE_RONDE = "9999"
"""Sorts behind each day: a state without a day is of the last round."""

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
    says who said what, so that nobody takes over a mix of them. None when nothing was said. Of one thing that was
    said on several days the oldest counts: nothing looks newer than it is."""
    gezegd = _who_said_what(rijen)
    if len(gezegd) > 1:
        return Stand(Status.NIET_BEPAALD, "\n".join(gezegd))
    oudste = min((rij.stand for rij in rijen), key=lambda stand: stand.peildatum or _LAATSTE_RONDE)
    return oudste if oudste.is_over_te_nemen else None


def cell_text(kolom: Kolom, nr: str, per_plaats: PerPlaats) -> str:
    """Return what the matrix shows for a kolom: as in a regiowerkboek what they agree on, else the least settled status
    and who said what; "" when nothing is known there."""
    rijen = [rij for gemeente in kolom.gemeenten for rij in per_plaats.get((gemeente.naam, nr), ())]
    standen = [rij.stand for rij in rijen]
    if not any(stand.is_over_te_nemen for stand in standen):
        return ""
    gezegd = _who_said_what(rijen)
    if len(gezegd) == 1:
        return format_stand(standen[0])
    return "\n".join([min((stand.status for stand in standen), key=MINST_AFGEROND_EERST.index), *gezegd])


def _who_said_what(rijen: Sequence[VorigeStand]) -> list[str]:
    """Return a line for each thing that was said, with all who said it: five gemeenten may become one."""
    per_inhoud: dict[str, list[str]] = {}
    for rij in rijen:
        reden = None if rij.stand.is_over_te_nemen else Reden.LEEG
        planning = rij.stand.planning if rij.stand.is_over_te_nemen else ""
        gezegd = Invulling("", rij.nr, rij.stand.status, planning, reden=reden)
        per_inhoud.setdefault(in_one_line(gezegd), []).append(rij.van or rij.gemeente)
    return [f"{', '.join(namen)}: {wat}" for wat, namen in per_inhoud.items()]
