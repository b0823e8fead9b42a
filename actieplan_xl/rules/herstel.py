"""What goes back to whom: per gemeente what it sent, and which findings are hers to mend.

A finding about the round itself (two files, another plan) is for the coördinator; one about an answer, or about
something on a sheet that was not read, is for whoever filled it in.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from actieplan_xl.domain.bevinding import Bevinding, Code, Ernst
from actieplan_xl.domain.invulling import NERGENS, Communicatiemoment, EigenActie
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.meldingen import antwoorden
from actieplan_xl.domain.plan import Gemeente
from actieplan_xl.rules.samenvoeging import Samenvoeging

_E = TypeVar("_E", EigenActie, Communicatiemoment)
_NAAST_DE_CELLEN = frozenset(
    {
        Code.OPMERKING_NIET_GELEZEN,
        Code.TEKSTVAK_NIET_GELEZEN,
        Code.LOS_VOORWERP,
        Code.BLAD_NIET_GELEZEN,
        Code.BLAD_VERBORGEN,
        Code.EXTERNE_KOPPELING,
        Code.MACROS,
        Code.KEUZE_ONBEKEND,
        Code.MEER_BEVINDINGEN,
    }
)
_TUSSEN_BLADEN = frozenset({Code.TWEE_BLADEN, Code.TWEE_BESTANDEN_VERSCHIL, Code.ANTWOORD_WIJKT_VOOR_LEEG})
"""Findings about another sheet in the same workbook."""
ONTBREEKT = frozenset({Code.GEEN_ANTWOORD, Code.ALLEEN_TOELICHTING, Code.PLANNING_ZEGT_NIETS, Code.RIJ_WEG})
"""Findings that say an answer is not there."""


@dataclass(frozen=True)
class Herstel:
    """What one sender has to mend: a gemeente, or a kolom that answered as one.

    `gemeente` is whose invulblad it is; `inzending` what counts for her, None when nothing of hers could be read:
    then `waarom` are the findings that say so. `eigen_acties` and `communicatie` are all that stood in that file, also
    on a sheet that does not count.
    """

    wie: str
    gemeente: Gemeente
    inzending: Inzending | None
    bevindingen: tuple[Bevinding, ...]
    waarom: tuple[Bevinding, ...] = ()
    eigen_acties: tuple[EigenActie, ...] = ()
    communicatie: tuple[Communicatiemoment, ...] = ()

    @property
    def is_voor_kolom(self) -> bool:
        """Whether one answer was given for a whole kolom."""
        return self.inzending is not None and self.inzending.is_voor_kolom


def collect_herstel(samenvoeging: Samenvoeging) -> list[Herstel]:
    """Return who has something to mend, in the order of the plan. Who is done is left out, and so is who sent nothing:
    she still has the invulblad that was sent to her."""
    gevonden: list[Herstel] = []
    for kolom in samenvoeging.matrix.plan.kolommen:
        gehad: list[Inzending] = []
        for gemeente in kolom.gemeenten:
            telt = samenvoeging.telt.get(gemeente.naam)
            if telt is not None and any(telt is eerder for eerder in gehad):
                continue
            if telt is None:
                gevonden.extend(_unreadable(samenvoeging, gemeente))
                continue
            gehad.append(telt)
            gevonden.extend(_with_file(samenvoeging, gemeente, telt))
    return gevonden


def _unreadable(samenvoeging: Samenvoeging, gemeente: Gemeente) -> Iterable[Herstel]:
    """Yield what a gemeente has to do of which something came that could not be read: everything."""
    waarom = tuple(b for b in samenvoeging.bevindingen if b.gemeente == gemeente.naam and b.ernst is Ernst.FOUT)
    if waarom:
        open_ = tuple(
            Bevinding(Code.GEEN_ANTWOORD, NERGENS, gemeente.naam, actie.nr, {"nr": actie.nr, "actie": actie.tekst})
            for actie in samenvoeging.matrix.plan.acties_van(gemeente.kolom)
        )
        yield Herstel(gemeente.naam, gemeente, None, open_, waarom)


def _with_file(samenvoeging: Samenvoeging, gemeente: Gemeente, telt: Inzending) -> Iterable[Herstel]:
    bevindingen = _choose(samenvoeging.bevindingen, telt)
    if bevindingen:
        matrix = samenvoeging.matrix
        eigen = (*telt.eigen_acties, *_elsewhere(matrix.eigen_acties, telt.eigen_acties, telt))
        momenten = (*telt.communicatie, *_elsewhere(matrix.communicatie, telt.communicatie, telt))
        yield Herstel(telt.wie, gemeente, telt, bevindingen, (), eigen, momenten)


def _elsewhere(alle: Iterable[_E], eigen: Sequence[_E], telt: Inzending) -> Iterable[_E]:
    """Yield what a gemeente wrote on a sheet of the same workbook that does not count, and not on the one that does."""
    gehad = {replace(een, plek=NERGENS) for een in eigen}
    for een in alle:
        is_hers = een.gemeente in (telt.wie, *telt.gemeenten) and een.plek.bestand == telt.herkomst.bestand
        if is_hers and replace(een, plek=NERGENS) not in gehad:
            yield een


def _choose(alle: Iterable[Bevinding], telt: Inzending) -> tuple[Bevinding, ...]:
    """Return the findings of one sender, each place once: a kolom is told an empty cell once, not per gemeente."""
    uniek: dict[tuple[object, ...], Bevinding] = {}
    for bevinding in (*telt.bevindingen, *(b for b in alle if _is_told_by_the_round(b, telt))):
        is_hers = bevinding.code in antwoorden.MELDINGEN or bevinding.code in _NAAST_DE_CELLEN | _TUSSEN_BLADEN
        if is_hers and bevinding.ernst is not Ernst.TER_INFO:
            uniek.setdefault((bevinding.code, bevinding.plek, bevinding.nr, bevinding.tekst), bevinding)
    return tuple(sorted(uniek.values(), key=lambda b: (b.code not in ONTBREEKT, *b.sorteersleutel)))


def _is_told_by_the_round(bevinding: Bevinding, telt: Inzending) -> bool:
    """Whether a finding that only the round can tell is hers: an answer that is missing, or another sheet of hers.

    Another file of the same name is somebody else's, or an older one.
    """
    if bevinding.gemeente not in (telt.wie, *telt.gemeenten) or bevinding.plek.bestand != telt.herkomst.bestand:
        return False
    if bevinding.code in _TUSSEN_BLADEN:
        return bevinding.plek.blad not in ("", telt.blad)
    return bevinding.code in ONTBREEKT
