"""What the files of a gemeente, or the gemeenten of a kolom, say differently (contract §3): each cell of it is told."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.invulling import NERGENS, Communicatiemoment, EigenActie, Invulling, Plek
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.plan import nr_key
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.rules.keuze import Hersteld, Keuze, is_newer_known, is_same_file

NIETS_GEZEGD = "geen antwoord"
_GEEN = Invulling("-", "-", Status.NIET_BEPAALD, reden=Reden.LEEG)


def tell_differences(keuze: Keuze) -> list[Bevinding]:
    """Tell every cell in which a file that does not count says something else than the one that does."""
    if keuze.telt is None:
        return []
    gevonden = _tell_hersteld(keuze, keuze.telt)
    vervangen = [id(eerder) for eerder, _ in keuze.hersteld]
    for ander in (ander for ander in keuze.overige if id(ander) not in vervangen):
        anders = _differences(keuze.telt, ander)
        gevonden.extend(_tell_two(keuze, keuze.telt, ander, anders))
        gevonden.extend(_compare_cell(keuze, keuze.telt, ander, paar) for paar in anders)
    return gevonden


class _Paar(NamedTuple):
    """What is said of one actie by the file that counts, and by one that does not."""

    nr: str
    telt: Invulling
    ander: Invulling

    @property
    def is_aangevuld(self) -> bool:
        """Whether only the file that counts says anything."""
        return say(self.ander) == NIETS_GEZEGD


def _differences(telt: Inzending, ander: Inzending) -> list[_Paar]:
    nummers = sorted(ander.antwoorden.keys() | telt.antwoorden.keys(), key=nr_key)
    paren = (_Paar(nr, telt.antwoorden.get(nr, _GEEN), ander.antwoorden.get(nr, _GEEN)) for nr in nummers)
    return [paar for paar in paren if paar.telt.inhoud != paar.ander.inhoud]


def _tell_hersteld(keuze: Keuze, telt: Inzending) -> list[Bevinding]:
    """Tell once that a file came back mended, and each answer of it that is another now or is gone."""
    gevonden: list[Bevinding] = []
    for eerder, door in keuze.hersteld:
        # Where yet another file counts, what was mended is told beside that one.
        is_te_vergelijken = door is telt and not eerder.is_onleesbaar
        wie = eerder.kolom if eerder.is_voor_kolom else keuze.gemeente.naam
        waarden = {"telt": door.herkomst.bestand}
        gevonden.append(Bevinding(Code.BESTAND_HERSTELD, Plek(eerder.herkomst.bestand), wie, waarden=waarden))
        for paar in _differences(telt, eerder) if is_te_vergelijken else ():
            verschil = _compare_cell(keuze, telt, eerder, paar)
            is_hersteld = paar.telt.is_antwoord and not paar.is_aangevuld
            gevonden.append(replace(verschil, code=Code.ANTWOORD_HERSTELD) if is_hersteld else verschil)
    return gevonden


def _tell_two(keuze: Keuze, telt: Inzending, ander: Inzending, anders: Sequence[_Paar]) -> list[Bevinding]:
    """Tell once that there are two."""
    # Two for the whole kolom are told of the kolom; of one for the kolom and one of her own she is the one concerned.
    wie = ander.kolom if ander.is_voor_kolom and telt.is_voor_kolom else keuze.gemeente.naam
    if is_same_file(ander, telt):
        plek = Plek(ander.herkomst.bestand, ander.blad)
        return [Bevinding(Code.TWEE_BLADEN, plek, wie, waarden={"naam": wie, "telt": telt.blad})]
    if ander.is_voor_kolom != telt.is_voor_kolom:
        return []
    code = Code.TWEE_BESTANDEN if is_newer_known(telt, ander) else Code.TWEE_BESTANDEN_ONZEKER
    if telt.is_ander_plan and not ander.is_ander_plan:
        code = Code.TWEE_BESTANDEN_ANDER_PLAN
    waarden = {"naam": wie, "telt": telt.herkomst.bestand}
    return [Bevinding(code if anders else Code.TWEE_BESTANDEN_GELIJK, Plek(ander.herkomst.bestand), wie, "", waarden)]


def _compare_cell(keuze: Keuze, telt: Inzending, ander: Inzending, paar: _Paar) -> Bevinding:
    is_in_boek = is_same_file(telt, ander)
    if ander.is_voor_kolom and not telt.is_voor_kolom:
        code = Code.KOLOM_EN_GEMEENTE_VERSCHIL
    elif paar.is_aangevuld:
        code = Code.ANTWOORD_AANGEVULD
    else:
        code = Code.TWEE_BESTANDEN_VERSCHIL
    if paar.ander.is_antwoord and not paar.telt.is_antwoord:
        # An empty cell beside an answer: the answer that does not count may be the wanted one.
        code = Code.ANTWOORD_WIJKT_VOOR_LEEG
    waarden = {
        "nr": paar.nr,
        "naam": keuze.gemeente.naam,
        "waarde": say(paar.ander),
        "hier": quote(paar.ander),
        "daar": quote(paar.telt),
        "niets": "is niets ingevuld" if say(paar.telt) == NIETS_GEZEGD else f"staat {quote(paar.telt)}, geen antwoord",
        "telt": f"op het werkblad '{telt.blad}'" if is_in_boek else f"in {telt.herkomst.bestand}",
        "wat": "werkblad" if is_in_boek else "bestand",
        "kolom": ander.kolom,
    }
    plek = paar.ander.plek if paar.ander is not _GEEN else Plek(ander.herkomst.bestand)
    return Bevinding(code, plek, keuze.gemeente.naam, paar.nr, waarden)


def tell_dropped(vervangen: Sequence[Inzending], hersteld: Hersteld, matrix: Matrix) -> list[Bevinding]:
    """Tell each eigen actie and moment of files that came back mended when the mended ones no longer hold it."""
    if not vervangen:
        return []
    over: list[EigenActie | Communicatiemoment] = [*matrix.eigen_acties, *matrix.communicatie]
    gebleven = {replace(een, plek=NERGENS) for een in over}
    gevonden: list[Bevinding] = []
    for eerder in vervangen:
        eerst: list[EigenActie | Communicatiemoment] = [*eerder.eigen_acties, *eerder.communicatie]
        door = next((hersteld[naam, eerder.herkomst.sha256] for naam in eerder.gemeenten), eerder)
        for een in eerst:
            if replace(een, plek=NERGENS) not in gebleven:
                waarden = {"waarde": _words(een), "telt": door.herkomst.bestand}
                gevonden.append(Bevinding(Code.EIGEN_TEKST_VERVALLEN, een.plek, een.gemeente, "", waarden))
    return gevonden


def _words(een: EigenActie | Communicatiemoment) -> str:
    if isinstance(een, EigenActie):
        return ", ".join(filter(None, (een.nr, een.actie, een.status, een.planning, een.toelichting)))
    return ", ".join(filter(None, (een.datum, een.wat, een.doelgroep, een.kanaal, een.bereik, een.toelichting)))


def tell_disagreement(matrix: Matrix) -> list[Bevinding]:
    """Tell where gemeenten of one kolom answered differently. One that did not answer at all is told as missing."""
    gevonden: list[Bevinding] = []
    for kolom in (kolom for kolom in matrix.plan.kolommen if kolom.is_gezamenlijk):
        for actie in matrix.plan.acties_van(kolom.naam):
            invullingen = [i for g in kolom.gemeenten if (i := matrix.invulling(g.naam, actie.nr)) and i.is_antwoord]
            if len({(i.status, i.planning) for i in invullingen}) > 1:
                wie = "; ".join(f"{i.gemeente} zegt '{say(replace(i, toelichting=''))}'" for i in invullingen)
                is_status = len({i.status for i in invullingen}) > 1
                waarden = {
                    "nr": actie.nr,
                    "kolom": kolom.naam,
                    "wie": wie,
                    "waarover": "de status" if is_status else "de planning",
                    "tot_dan": ", in de kleur van de minst afgeronde status" if is_status else "",
                }
                gevonden.append(Bevinding(Code.KOLOM_ONEENS, Plek(), kolom.naam, actie.nr, waarden))
    return gevonden


def say(invulling: Invulling) -> str:
    """Return an answer in a few words, for a finding; `NIETS_GEZEGD` when there is nothing."""
    woord = str(invulling.status) if invulling.is_antwoord else invulling.getypt
    delen = [deel for deel in (woord, invulling.planning, invulling.toelichting) if deel]
    return ", ".join(delen) or NIETS_GEZEGD


def quote(invulling: Invulling) -> str:
    """Return what was said between quotes; that nothing was said are words of ours."""
    gezegd = say(invulling)
    return gezegd if gezegd == NIETS_GEZEGD else f"'{gezegd}'"
