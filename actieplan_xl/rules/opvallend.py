"""What stands out in a round and what asks a decision: which acties and which gemeenten, as values."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from actieplan_xl.domain.invulling import Invulling
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.plan import Actie
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.rules.samenvoeging import Samenvoeging
from actieplan_xl.rules.volledigheid import Telling, count_answers

_VEEL_GEWEIGERD = 3
"""A gemeente that does not take up fewer acties than this is no case of its own."""

_LOOPT = {Status.VOLTOOID, Status.STRUCTUREEL}


@dataclass(frozen=True, slots=True)
class Weigering:
    """An actie that one gemeente or more does not take up: `door` says who and why, `zonder` of how many others there
    is no answer that counts, out of all `gevraagd`."""

    actie: Actie
    door: tuple[Invulling, ...]
    zonder: int
    gevraagd: int

    @property
    def is_van_niemand(self) -> bool:
        """Whether nobody takes this actie up: whoever does not refuse it gave no answer."""
        return len(self.door) + self.zonder == self.gevraagd


@dataclass(frozen=True, slots=True)
class Weigeraar:
    """A gemeente that does not take up many of the acties it was asked for."""

    gemeente: str
    aantal: int
    gevraagd: int


@dataclass(frozen=True, slots=True)
class Onbeantwoord:
    """An actie without an answer that counts; `is_getypt` where somebody did write something."""

    actie: Actie
    is_getypt: bool


@dataclass(frozen=True, slots=True)
class Verschil:
    """An actie about which the gemeenten really differ, with how often each status was answered."""

    actie: Actie
    aantallen: Counter[Status]


@dataclass(frozen=True, slots=True)
class Incompleet:
    """A gemeente with a file in which something is open, and when that was last saved, ISO, as far as it says so."""

    telling: Telling
    opgeslagen: str


def find_geweigerd(matrix: Matrix) -> list[Weigering]:
    """Return the acties that somebody does not take up: first those that nobody does, then those most refused."""
    gevonden = []
    for actie in matrix.plan.acties:
        alle = matrix.op_actie[actie.nr]
        door = tuple(invulling for invulling in alle if invulling.status is Status.NIET_OPGEPAKT)
        if door:
            zonder = sum(not invulling.is_antwoord for invulling in alle)
            gevonden.append(Weigering(actie, door, zonder, len(alle)))
    return sorted(gevonden, key=lambda weigering: (not weigering.is_van_niemand, -len(weigering.door)))


def find_weigeraars(matrix: Matrix) -> list[Weigeraar]:
    """Return who does not take up half of its acties or more, those with most first."""
    geweigerd = Counter(i.gemeente for i in matrix.invullingen if i.status is Status.NIET_OPGEPAKT)
    weigeraars = [Weigeraar(t.gemeente, geweigerd[t.gemeente], t.gevraagd) for t in count_answers(matrix)]
    veel = [w for w in weigeraars if w.aantal >= _VEEL_GEWEIGERD and 2 * w.aantal >= w.gevraagd]
    return sorted(veel, key=lambda weigeraar: -weigeraar.aantal)


def find_onbeantwoord(matrix: Matrix) -> list[Onbeantwoord]:
    """Return the acties that were asked and that nobody gave an answer that counts; text we do not know is none."""
    return [
        Onbeantwoord(actie, any(invulling.reden is Reden.NIET_HERKEND for invulling in alle))
        for actie in matrix.plan.acties
        if (alle := matrix.op_actie[actie.nr]) and not any(invulling.is_antwoord for invulling in alle)
    ]


def find_verschillen(matrix: Matrix) -> list[Verschil]:
    """Return the acties with most different statuses; where as many differ, those most evenly divided.

    That one is ready and another has it planned is what every plan looks like half-way: it counts from three
    different statuses on, or where one does what another refuses.
    """
    verschillen = []
    for actie in matrix.plan.acties:
        aantallen = Counter(i.status for i in matrix.op_actie[actie.nr] if i.is_antwoord)
        botst = aantallen[Status.NIET_OPGEPAKT] and any(aantallen[status] for status in _LOOPT)
        if len(+aantallen) > 2 or botst:
            verschillen.append(Verschil(actie, +aantallen))
    return sorted(verschillen, key=lambda v: (-len(v.aantallen), max(v.aantallen.values()) / v.aantallen.total()))


def missing(tellingen: Sequence[Telling], reden: Reden) -> list[str]:
    """Return the gemeenten of which everything is open for this reason."""
    return [telling.gemeente for telling in tellingen if telling.reden is reden]


def find_incompleet(samenvoeging: Samenvoeging) -> list[Incompleet]:
    """Return who sent a file in which something is open, those who have most to do first."""
    gebruikt = samenvoeging.gebruikt
    half = [t for t in count_answers(samenvoeging.matrix) if t.open and not t.reden]
    return [
        Incompleet(telling, gebruikt[telling.gemeente].opgeslagen[:10] if telling.gemeente in gebruikt else "")
        for telling in sorted(half, key=lambda t: -len(t.open))
    ]
