"""What goes back to whom: per gemeente what it sent, and which findings are hers to mend.

A finding about the round itself (two files, another plan) is for the coördinator; one about an answer, or about
something on a sheet that was not read, is for whoever filled it in.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from actieplan_xl.domain.bevinding import Bevinding, Code, Ernst
from actieplan_xl.domain.invulling import NERGENS
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.meldingen import antwoorden
from actieplan_xl.domain.plan import Gemeente
from actieplan_xl.rules.samenvoeging import Samenvoeging

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
        Code.TWEE_BLADEN,
    }
)
ONTBREEKT = frozenset({Code.GEEN_ANTWOORD, Code.ALLEEN_TOELICHTING, Code.PLANNING_ZEGT_NIETS, Code.RIJ_WEG})
"""Findings that say an answer is not there."""


@dataclass(frozen=True)
class Herstel:
    """What one sender has to mend: a gemeente, or a kolom that answered as one.

    `gemeente` is whose invulblad it is; `inzending` what counts for her, None when nothing of hers could be read:
    then `waarom` are the findings that say so.
    """

    wie: str
    gemeente: Gemeente
    inzending: Inzending | None
    bevindingen: tuple[Bevinding, ...]
    waarom: tuple[Bevinding, ...] = ()

    @property
    def is_voor_kolom(self) -> bool:
        """Whether one answer was given for a whole kolom."""
        return self.inzending is not None and self.inzending.is_voor_kolom


def collect_herstel(samenvoeging: Samenvoeging) -> list[Herstel]:
    """Return who has something to mend, in the order of the plan; who is done is left out."""
    gevonden: list[Herstel] = []
    for kolom in samenvoeging.matrix.plan.kolommen:
        gehad: list[Inzending] = []
        for gemeente in kolom.gemeenten:
            telt = samenvoeging.telt.get(gemeente.naam)
            if telt is not None and any(telt is eerder for eerder in gehad):
                continue
            if telt is None:
                gevonden.append(_without_file(samenvoeging, gemeente))
                continue
            gehad.append(telt)
            bevindingen = _choose(samenvoeging.bevindingen, telt)
            if bevindingen:
                gevonden.append(Herstel(telt.wie, gemeente, telt, bevindingen))
    return gevonden


def _without_file(samenvoeging: Samenvoeging, gemeente: Gemeente) -> Herstel:
    """Return what a gemeente has to do of which nothing could be read: everything."""
    plan = samenvoeging.matrix.plan
    open_ = tuple(
        Bevinding(Code.GEEN_ANTWOORD, NERGENS, gemeente.naam, actie.nr, {"nr": actie.nr, "actie": actie.tekst})
        for actie in plan.acties_van(gemeente.kolom)
    )
    waarom = tuple(b for b in samenvoeging.bevindingen if b.gemeente == gemeente.naam and b.plek.bestand)
    return Herstel(gemeente.naam, gemeente, None, open_, waarom)


def _choose(alle: Iterable[Bevinding], telt: Inzending) -> tuple[Bevinding, ...]:
    """Return the findings of one sender, each place once: a kolom is told an empty cell once, not per gemeente."""
    uniek: dict[tuple[object, ...], Bevinding] = {}
    for bevinding in alle:
        if bevinding.ernst is Ernst.TER_INFO or not _is_hers(bevinding, telt):
            continue
        uniek.setdefault((bevinding.code, bevinding.plek, bevinding.nr, bevinding.tekst), bevinding)
    return tuple(sorted(uniek.values(), key=lambda b: (b.code not in ONTBREEKT, *b.sorteersleutel)))


def _is_hers(bevinding: Bevinding, telt: Inzending) -> bool:
    if bevinding.gemeente not in (telt.wie, *telt.gemeenten) or bevinding.plek.bestand != telt.herkomst.bestand:
        return False
    return bevinding.code in antwoorden.MELDINGEN or bevinding.code in _NAAST_DE_CELLEN
