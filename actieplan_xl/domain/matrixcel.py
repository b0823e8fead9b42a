"""What one cell of the matrix says: from answers to text, and from text back to a state (contract §1 and §3).

A cell starts with the status word on a line of its own, then the planning. `gepland` leaves its word out, unless
the planning would then read as a status: that keeps `parse_matrixcel(format_matrixcel(x)) == x`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from actieplan_xl.domain.datum import format_datum
from actieplan_xl.domain.invulling import Invulling, Stand
from actieplan_xl.domain.status import MINST_AFGEROND_EERST, ONGEWIJZIGD, Kleur, Reden, Status, Statuswoord
from actieplan_xl.domain.words import NVT, VERSCHILDE, fold


@dataclass(frozen=True, slots=True)
class Matrixcel:
    """One cell of actie × kolom. `status` is None where the actie does not apply (n.v.t.)."""

    status: Status | None
    tekst: str
    is_eens: bool = True

    @property
    def kleur(self) -> Kleur:
        """The colour of the cell; `geen` where the actie does not apply."""
        return Kleur.GEEN if self.status is None else self.status.kleur


NIET_VAN_TOEPASSING = Matrixcel(None, NVT)

_STAND_VAN = re.compile(r"\n\(stand van [^()\n]{1,40}\)\Z")

_REDENEN = {
    Reden.GEEN_BESTAND: "geen bestand ontvangen",
    Reden.LEEG: "niet ingevuld",
    Reden.ONLEESBAAR: "bestand onleesbaar",
    Reden.NIET_HERKEND: "status niet herkend",
    Reden.UITSTEL: "heeft uitstel",
}
_NIETS_OVER_TE_NEMEN = f"{ONGEWIJZIGD}, maar geen vorige stand bekend"


def format_stand(stand: Stand) -> str:
    """Return a state as the text of a cell."""
    planning_leest_als_status = Status.parse(_first_line(stand.planning)) is not None or is_nvt(
        _first_line(stand.planning)
    )
    if stand.status is Status.GEPLAND and stand.planning and not planning_leest_als_status:
        return stand.planning
    return format_voluit(stand)


def format_voluit(stand: Stand) -> str:
    """Return a state with its status word, also where a cell of the matrix leaves that out."""
    return f"{stand.status}\n{stand.planning}" if stand.planning else str(stand.status)


def format_vorige(stand: Stand) -> str:
    """Return a previous state as an invulblad shows it: with the day of which it is, where that is not the last
    round's; where no single one is known, who said what."""
    tekst = format_stand(stand) if stand.is_over_te_nemen else f"{VERSCHILDE}\n{stand.planning}"
    return f"{tekst}\n(stand van {format_datum(stand.peildatum)})" if stand.peildatum else tekst


def parse_vorige(tekst: str) -> Stand | None:
    """Return the state that a cell of `Vorige stand` tells, without the day behind it, or None."""
    return parse_stand(_STAND_VAN.sub("", tekst))


def parse_stand(tekst: str, kleur: Kleur = Kleur.GEEN) -> Stand | None:
    """Return the state a cell of a planwerkboek tells, or None when it tells nothing.

    The first line counts when it is a status word; else the fill colour; else a text is a planning.
    """
    eerste, _, rest = tekst.partition("\n")
    status = Status.parse(eerste)
    if status is None and rest and fold(eerste) == fold(VERSCHILDE):
        status = Status.NIET_BEPAALD
    if status is not None:
        return Stand(status, rest.strip())
    if kleur is not Kleur.GEEN:
        return Stand(Status.from_kleur(kleur), tekst.strip())
    if not tekst.strip() or is_nvt(eerste):
        return None
    return Stand(Status.GEPLAND, tekst.strip())


def is_nvt(tekst: str) -> bool:
    """Whether a text is the mark for "does not apply"."""
    return fold(tekst) == fold(NVT)


def combine(invullingen: Sequence[Invulling]) -> Matrixcel:
    """Return what a kolom shows for the answers of its gemeenten, in their order (contract §3).

    When they agree that is one answer; when not, the least settled status, and who said what.
    """
    eerste = invullingen[0]
    if all(_says(invulling) == _says(eerste) for invulling in invullingen):
        return Matrixcel(eerste.status, _one_answer(eerste))
    status = min((i.status for i in invullingen), key=MINST_AFGEROND_EERST.index)
    regels = [f"{invulling.gemeente}: {in_one_line(invulling)}" for invulling in invullingen]
    return Matrixcel(status, "\n".join([str(status), *regels]), is_eens=False)


def _says(invulling: Invulling) -> tuple[object, ...]:
    return (invulling.status, invulling.planning, invulling.reden, invulling.getypt)


def _one_answer(invulling: Invulling) -> str:
    if invulling.is_antwoord:
        return format_stand(Stand(invulling.status, invulling.planning))
    return "\n".join([str(invulling.status), *_why_not(invulling)])


def in_one_line(invulling: Invulling) -> str:
    """Return an answer, or why there is none, on one line."""
    if not invulling.is_antwoord:
        return ", ".join(_why_not(invulling))
    planning = " / ".join(invulling.planning.split("\n"))
    return f"{invulling.status}, {planning}" if planning else str(invulling.status)


def _why_not(invulling: Invulling) -> list[str]:
    """Say why there is no answer, and give everything that was typed all the same."""
    reden = _REDENEN[invulling.reden] if invulling.reden else ""
    getypt = f"“{invulling.getypt}”" if invulling.getypt else ""
    if invulling.reden is Reden.NIET_HERKEND and not invulling.getypt:
        reden = "geen antwoord"  # only a dash under Planning, say: there was no status to recognise
    elif Statuswoord.parse(invulling.getypt).is_ongewijzigd:
        reden = _NIETS_OVER_TE_NEMEN  # the word is ours, and was understood
        getypt = "" if fold(invulling.getypt) == ONGEWIJZIGD else getypt
    return [deel for deel in (reden, getypt, invulling.planning) if deel]


def _first_line(tekst: str) -> str:
    """The first line as it will stand in a cell: there every kind of line end is a new line."""
    return tekst.replace("\r", "\n").partition("\n")[0]
