"""Which of the files of a gemeente speaks for her (contract §3), whatever the order in which they came in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from actieplan_xl.domain.invulling import Invulling, Plek
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.plan import Gemeente
from actieplan_xl.domain.status import Reden, Status


def rank(inzending: Inzending) -> tuple[str, str, str, bool, int, int]:
    """The file last saved goes first. Of two sheets in one file: what people see, then what says most, then the first.

    Nothing tells which of two sheets was filled in last, so one that answers less never hides one that answers more.
    """
    herkomst = inzending.herkomst
    moment = herkomst.opgeslagen or herkomst.gewijzigd
    blad = (not inzending.is_verborgen, inzending.aantal_antwoorden, -inzending.plaats)
    return (moment, herkomst.sha256, herkomst.bestand, *blad)


def is_same_file(een: Inzending, ander: Inzending) -> bool:
    """Whether both stood in one workbook: two files may have the same name."""
    return (een.herkomst.bestand, een.herkomst.sha256) == (ander.herkomst.bestand, ander.herkomst.sha256)


def is_newer_known(een: Inzending, ander: Inzending) -> bool:
    """Whether both workbooks say when they were saved, and not the same. When a file was copied says nothing."""
    momenten = {een.herkomst.opgeslagen, ander.herkomst.opgeslagen}
    return len(momenten) == 2 and "" not in momenten


Hersteld = Mapping[tuple[str, str], Inzending]
"""By gemeente and sha256 of a file: what came back from her for it, mended."""


def find_hersteld(geordend: Sequence[Inzending]) -> Hersteld:
    """A retour remembers which file it was made from. When it comes back that file has had its say, whatever the
    dates say: nobody can tell those of a retour and of what it was made from apart."""
    gevonden: dict[tuple[str, str], Inzending] = {}
    for inzending in geordend:
        for naam in inzending.gemeenten if not inzending.is_onleesbaar else ():
            for sha256 in inzending.retour_van:
                gevonden.setdefault((naam, sha256), inzending)
    return gevonden


def is_replaced(inzending: Inzending, geordend: Sequence[Inzending], hersteld: Hersteld) -> bool:
    """Whether everyone an inzending speaks for sent it back mended; of nobody's sheet, everyone else in its file."""
    sha256 = inzending.herkomst.sha256
    namen = inzending.gemeenten or [
        naam for ander in geordend if ander.herkomst.sha256 == sha256 for naam in ander.gemeenten
    ]
    return bool(namen) and all((naam, sha256) in hersteld for naam in namen)


@dataclass(frozen=True)
class Keuze:
    """Which file speaks for a gemeente, and the readable ones that do not count for her.

    `hersteld` are those that she sent back mended, readable or not, each with what it came back as.
    """

    gemeente: Gemeente
    telt: Inzending | None
    overige: tuple[Inzending, ...]
    is_onleesbaar: bool
    hersteld: tuple[tuple[Inzending, Inzending], ...] = ()

    def answer(self, nr: str, peildatum: str = "") -> Invulling:
        """Return the one answer of this gemeente for an actie. Who has uitstel on the peildatum is not late."""
        invulling = self._answer(nr)
        is_uitgesteld = invulling.reden in (Reden.GEEN_BESTAND, Reden.LEEG) and self.gemeente.has_uitstel(peildatum)
        return replace(invulling, reden=Reden.UITSTEL) if is_uitgesteld else invulling

    def _answer(self, nr: str) -> Invulling:
        if self.telt is None:
            reden = Reden.ONLEESBAAR if self.is_onleesbaar else Reden.GEEN_BESTAND
            return Invulling(self.gemeente.naam, nr, Status.NIET_BEPAALD, reden=reden)
        gegeven = self.telt.antwoorden.get(nr)
        if gegeven is None:
            return Invulling(
                self.gemeente.naam, nr, Status.NIET_BEPAALD, reden=Reden.LEEG, plek=Plek(self.telt.herkomst.bestand)
            )
        return replace(gegeven, gemeente=self.gemeente.naam)


def choose(gemeente: Gemeente, geordend: Sequence[Inzending], hersteld: Hersteld) -> Keuze:
    """A gemeente's own file goes before one for her whole kolom; of each the one last saved counts. One that she sent
    back mended never does."""
    van_haar = [inzending for inzending in geordend if gemeente.naam in inzending.gemeenten]
    vervangen = [(i, door) for i in van_haar if (door := hersteld.get((gemeente.naam, i.herkomst.sha256)))]
    leesbaar = [inzending for inzending in van_haar if not inzending.is_onleesbaar]
    leesbaar.sort(key=lambda i: ((gemeente.naam, i.herkomst.sha256) in hersteld, i.is_voor_kolom))
    return Keuze(
        gemeente,
        leesbaar[0] if leesbaar else None,
        tuple(leesbaar[1:]),
        is_onleesbaar=len(van_haar) > len(leesbaar),
        hersteld=tuple(vervangen),
    )
