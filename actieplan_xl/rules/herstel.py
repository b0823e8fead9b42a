"""What goes back to whom: per gemeente what it sent, and which findings are hers to mend.

A finding about the round itself (two files, another plan) is for the coördinator; one about an answer, or about
something on a sheet that was not read, is for whoever filled it in.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from actieplan_xl.domain.adres import parse_adres
from actieplan_xl.domain.bevinding import Bevinding, Code, Ernst
from actieplan_xl.domain.correctie import Uitwerking
from actieplan_xl.domain.invulling import NERGENS, Communicatiemoment, EigenActie, Plek
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.meldingen import afspraken, antwoorden
from actieplan_xl.domain.plan import Gemeente, Kolom
from actieplan_xl.rules.correcties import describe, is_settled, settled_rows
from actieplan_xl.rules.keuze import is_same_file
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
TUSSEN_BLADEN = frozenset(
    {
        Code.TWEE_BLADEN,
        Code.TWEE_BESTANDEN_VERSCHIL,
        Code.ANTWOORD_WIJKT_VOOR_LEEG,
        Code.KOLOM_EN_GEMEENTE_VERSCHIL,
    }
)
"""Findings about another sheet in the same workbook."""
_VAN_NIEMAND = frozenset({Code.GEMEENTE_ONBEKEND, Code.HOORT_BIJ_ANDER_PLAN})
"""Findings about an invulblad of which nobody knows whose it is: in her workbook it is something of hers."""
HEEL_BLAD = _VAN_NIEMAND | {Code.BLAD_NIET_GELEZEN}
"""Findings that tell a sheet as a whole: no text on it is in any answer."""
IN_GEEN_ANTWOORD = (_NAAST_DE_CELLEN - {Code.BLAD_VERBORGEN}) | {
    Code.ACTIE_TEKST_ANDERS,
    Code.CEL_BUITEN_TABEL,
    Code.CEL_DUBBEL,
    Code.CEL_FOUTWAARDE,
    Code.CEL_ONGELDIG,
    Code.KOLOM_HERNOEMD,
    Code.KOLOM_ONBEKEND,
    Code.KOPPELING_IN_CEL,
    Code.NR_BOTST,
    Code.NR_UIT_TEKST,
    Code.RIJ_DUBBEL,
    Code.RIJ_VAN_ANDER,
    Code.CEL_KOP_HERNOEMD,
    Code.STATUS_MET_TEKST,
}
"""Findings that speak of what is in no answer: also on a sheet of hers that does not count, nothing else says it."""
ONTBREEKT = frozenset({Code.GEEN_ANTWOORD, Code.ALLEEN_TOELICHTING, Code.PLANNING_ZEGT_NIETS, Code.RIJ_WEG})
"""Findings that say an answer is not there."""


@dataclass(frozen=True)
class Herstel:
    """What one sender has to mend: a gemeente, or a kolom that answered as one.

    `gemeente` is whose invulblad it is; `inzending` what counts for her, None when nothing of hers could be read:
    then `waarom` are the findings that say so. `naast` are her other sheets in the same workbook, which do not count;
    `eigen_acties` and `communicatie` are all that stood on any of them. `kennen_anderen_stand` says that others in
    this round were sent a previous state. `gemaakt_van` has the sha256 of each file that the retour comes instead of,
    and of those for which that was a retour already.
    """

    wie: str
    gemeente: Gemeente
    inzending: Inzending | None
    bevindingen: tuple[Bevinding, ...]
    waarom: tuple[Bevinding, ...] = ()
    eigen_acties: tuple[EigenActie, ...] = ()
    communicatie: tuple[Communicatiemoment, ...] = ()
    naast: tuple[Inzending, ...] = ()
    kennen_anderen_stand: bool = False
    gemaakt_van: frozenset[str] = frozenset()

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
        zonder: list[Gemeente] = []
        for gemeente in kolom.gemeenten:
            telt = samenvoeging.telt.get(gemeente.naam)
            if telt is not None and any(telt is eerder for eerder in gehad):
                continue
            if telt is not None:
                gehad.append(telt)
                herstel = _with_file(samenvoeging, gemeente, telt)
                gevonden.extend([herstel] if herstel.bevindingen else [])
            elif waarom := _why_unreadable(samenvoeging, gemeente.naam):
                gevonden.append(_unreadable(samenvoeging, gemeente.naam, gemeente, waarom))
            else:
                zonder.append(gemeente)
        gevonden.extend(_unreadable_kolom(samenvoeging, kolom, zonder))
    return gevonden


def _unreadable_kolom(samenvoeging: Samenvoeging, kolom: Kolom, zonder: list[Gemeente]) -> Iterable[Herstel]:
    """Yield one retour for the gemeenten for which only a file for their whole kolom came, that could not be read."""
    waarom = _why_unreadable(samenvoeging, kolom.naam) if kolom.is_gezamenlijk else ()
    if zonder and waarom:
        wie = kolom.naam if len(zonder) > 1 else zonder[0].naam
        yield _unreadable(samenvoeging, wie, zonder[0], waarom)


def _why_unreadable(samenvoeging: Samenvoeging, wie: str) -> tuple[Bevinding, ...]:
    return tuple(b for b in samenvoeging.bevindingen if b.gemeente == wie and b.ernst is Ernst.FOUT and b.plek.bestand)


def _unreadable(samenvoeging: Samenvoeging, wie: str, gemeente: Gemeente, waarom: tuple[Bevinding, ...]) -> Herstel:
    """Return what is to be done where something came that could not be read: everything."""
    open_ = tuple(
        Bevinding(Code.GEEN_ANTWOORD, NERGENS, wie, actie.nr, {"nr": actie.nr, "actie": actie.tekst})
        for actie in samenvoeging.matrix.plan.acties_van(gemeente.kolom)
    )
    kennen_stand = any(inzending.standen for inzending in samenvoeging.telt.values())
    namen = {bevinding.plek.bestand for bevinding in waarom}
    van = frozenset(h.sha256 for h in samenvoeging.herkomst if h.bestand in namen and gemeente.naam in h.gemeenten)
    return Herstel(
        wie, gemeente, None, open_, waarom, kennen_anderen_stand=kennen_stand, gemaakt_van=van - frozenset({""})
    )


def _with_file(samenvoeging: Samenvoeging, gemeente: Gemeente, telt: Inzending) -> Herstel:
    naast = _beside(samenvoeging, telt)
    bevindingen = _choose(samenvoeging, telt, naast)
    eigen = (*telt.eigen_acties, *_not_yet(telt.eigen_acties, (e for i in naast for e in i.eigen_acties)))
    momenten = (*telt.communicatie, *_not_yet(telt.communicatie, (m for i in naast for m in i.communicatie)))
    van = telt.retour_van | {telt.herkomst.sha256}
    return Herstel(telt.wie, gemeente, telt, bevindingen, (), eigen, momenten, naast, gemaakt_van=van)


def herstel_of(samenvoeging: Samenvoeging, te_doen: Iterable[Herstel], gemeente: Gemeente) -> Herstel | None:
    """Return which of these is for a gemeente, also when there is nothing to tell her; None when she sent nothing."""
    telt = samenvoeging.telt.get(gemeente.naam)
    if telt is not None:
        bekend = next((herstel for herstel in te_doen if herstel.inzending is telt), None)
        return bekend or _with_file(samenvoeging, gemeente, telt)
    # Where only a file for the whole kolom came, and could not be read, that goes back to each of its gemeenten.
    hers = {herstel.wie: herstel for herstel in te_doen if herstel.inzending is None}
    return hers.get(gemeente.naam) or hers.get(gemeente.kolom)


def _not_yet(eerder: Iterable[_E], andere: Iterable[_E]) -> Iterable[_E]:
    """Yield what her other sheets say and the one that counts does not, each once."""
    gehad = {replace(een, plek=NERGENS) for een in eerder}
    for een in andere:
        kaal = replace(een, plek=NERGENS)
        if kaal not in gehad:
            gehad.add(kaal)
            yield een


def _beside(samenvoeging: Samenvoeging, telt: Inzending) -> tuple[Inzending, ...]:
    """Return the other sheets of hers in the same workbook, which count for nobody, in their order there."""
    tellend = samenvoeging.telt.values()
    gevonden: dict[str, Inzending] = {}
    for ander in (i for naam in telt.gemeenten for i in samenvoeging.overige.get(naam, ())):
        if is_same_file(ander, telt) and ander.blad != telt.blad and not any(ander is een for een in tellend):
            gevonden.setdefault(ander.blad, ander)
    return tuple(sorted(gevonden.values(), key=lambda inzending: inzending.plaats))


def _choose(samenvoeging: Samenvoeging, telt: Inzending, naast: Sequence[Inzending]) -> tuple[Bevinding, ...]:
    """Return the findings of one sender, each place once: a kolom is told an empty cell once, not per gemeente."""
    alle = samenvoeging.bevindingen
    van_de_ronde = (b for b in alle if _is_told_by_the_round(b, telt))
    elders = (b for i in naast for b in i.bevindingen if b.waarden.get("code", b.code) in IN_GEEN_ANTWOORD)
    van_niemand = _of_nobody(alle, telt) if _is_first_of_file(samenvoeging, telt) else ()
    elders_gegeven = _answered_elsewhere(samenvoeging, telt)
    uniek: dict[tuple[object, ...], Bevinding] = {}
    klaar = settled_rows(samenvoeging.correcties)
    eigen = (b for b in telt.bevindingen if not is_settled(b, klaar))
    gevonden = (*eigen, *elders, *van_niemand, *van_de_ronde, *elders_gegeven)
    for bevinding in name_acties(gevonden, (telt, *naast)):
        is_hers = bevinding.code in antwoorden.MELDINGEN or bevinding.code in _HERS
        if is_hers and bevinding.ernst is not Ernst.TER_INFO:
            uniek.setdefault((bevinding.code, bevinding.plek, bevinding.nr, bevinding.tekst), bevinding)
    if uniek:  # what was changed by phone is no reason to send anything back, but beside another it is told
        uniek |= {(b.code, b.plek, b.nr, b.tekst): b for b in _corrected(samenvoeging, telt)}
    return tuple(sorted(uniek.values(), key=lambda b: (b.code not in ONTBREEKT, *b.sorteersleutel)))


def _corrected(samenvoeging: Samenvoeging, telt: Inzending) -> Iterable[Bevinding]:
    """Yield what the coördinator changed of hers, at her own cell: what comes back unchanged would be her last word.

    On a sheet for a whole kolom only what was changed for all of it: who differs from it has no cell there.
    """
    per_actie: dict[str, list[Uitwerking]] = {}
    for uitwerking in samenvoeging.correcties:
        if uitwerking.telt and samenvoeging.telt.get(uitwerking.correctie.gemeente) is telt:
            per_actie.setdefault(uitwerking.correctie.nr, []).append(uitwerking)
    for nr, uitwerkingen in per_actie.items():
        eerste = uitwerkingen[0]
        is_van_allen = len(uitwerkingen) == len(telt.gemeenten)
        if is_van_allen and len({u.correctie.antwoord for u in uitwerkingen}) == 1:
            yield Bevinding(Code.CORRECTIE_OP_JE_BLAD, eerste.was.plek, telt.wie, nr, describe(eerste))


_HERS = _NAAST_DE_CELLEN | TUSSEN_BLADEN | _VAN_NIEMAND | afspraken.MELDINGEN.keys()


def name_acties(bevindingen: Iterable[Bevinding], inzendingen: Iterable[Inzending]) -> list[Bevinding]:
    """Return findings that also say at which actie they stand: a comment or a link knows its cell only."""
    rijen: dict[tuple[str, int], str] = {}
    for invulling in (i for inzending in inzendingen for i in inzending.antwoorden.values()):
        if rij := row_of(invulling.plek):
            rijen.setdefault((invulling.plek.blad, rij), invulling.nr)
    return [b if b.nr else replace(b, nr=rijen.get((b.plek.blad, row_of(b.plek)), "")) for b in bevindingen]


def row_of(plek: Plek) -> int:
    """Return the row of a cell, 0 for what is in none."""
    plaats = parse_adres(plek.cel)
    return plaats[0] if plaats else 0


def _answered_elsewhere(samenvoeging: Samenvoeging, telt: Inzending) -> Iterable[Bevinding]:
    """Yield what she answered in a file that does not count, at the cell that is empty in the one that does."""
    for ander in samenvoeging.bevindingen:
        is_elders = ander.code is Code.ANTWOORD_WIJKT_VOOR_LEEG and samenvoeging.telt.get(ander.gemeente) is telt
        if is_elders and not _is_told_by_the_round(ander, telt):
            gegeven = telt.antwoorden.get(ander.nr)
            plek = gegeven.plek if gegeven is not None else Plek(telt.herkomst.bestand)
            waarden = {"nr": ander.nr, "bestand": ander.plek.bestand, "waarde": ander.waarden["waarde"]}
            yield Bevinding(Code.ELDERS_ANTWOORD, plek, ander.gemeente, ander.nr, waarden)


def _of_nobody(alle: Iterable[Bevinding], telt: Inzending) -> Iterable[Bevinding]:
    """Yield what there is to tell of invulbladen in her workbook of which nobody knows whose they are."""
    hier = [b for b in alle if b.plek.bestand == telt.herkomst.bestand]
    bladen = {b.plek.blad for b in hier if b.code in _VAN_NIEMAND} - {telt.blad}
    return (
        b for b in hier if b.plek.blad in bladen and b.waarden.get("code", b.code) in IN_GEEN_ANTWOORD | _VAN_NIEMAND
    )


def _is_first_of_file(samenvoeging: Samenvoeging, telt: Inzending) -> bool:
    """Whether this is the first invulblad in its workbook that counts: what is nobody's goes back once.

    Of two files of one name a finding does not say in which it was.
    """
    namen = {h.sha256 for h in samenvoeging.herkomst if h.bestand == telt.herkomst.bestand}
    tellend = samenvoeging.telt.values()
    return len(namen) == 1 and not any(is_same_file(een, telt) and een.plaats < telt.plaats for een in tellend)


def _is_told_by_the_round(bevinding: Bevinding, telt: Inzending) -> bool:
    """Whether a finding that only the round can tell is hers: of an answer that is missing, of what the region agreed
    on, or of another sheet of hers.

    Another file of the same name is somebody else's, or an older one.
    """
    if bevinding.gemeente not in (telt.wie, *telt.gemeenten) or bevinding.plek.bestand != telt.herkomst.bestand:
        return False
    if bevinding.code in TUSSEN_BLADEN:
        return bevinding.plek.blad not in ("", telt.blad)
    return bevinding.code in ONTBREEKT or bevinding.code in afspraken.MELDINGEN
