"""How the answers of all files become one matrix (contract §3).

Every gemeente × actie gets exactly one answer. What does not count is never dropped without a word, and the order
in which files came in never matters: files are ranked by when they were last saved, then by what is in them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.invulling import Communicatiemoment, EigenActie, Invulling, Plek
from actieplan_xl.domain.inzending import Herkomst, Inzending
from actieplan_xl.domain.matrix import Matrix, places
from actieplan_xl.domain.plan import Gemeente, Plan, nr_key
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.domain.words import opsomming
from actieplan_xl.rules.volledigheid import tell_missing

NIETS_GEZEGD = "geen antwoord"
_GEEN = Invulling("-", "-", Status.NIET_BEPAALD, reden=Reden.LEEG)


@dataclass(frozen=True)
class Samenvoeging:
    """The matrix with everything a person should look at, and what became of each file.

    `telt` is what speaks for each gemeente that sent something readable, `overige` what she sent that does not count.
    """

    matrix: Matrix
    bevindingen: tuple[Bevinding, ...]
    herkomst: tuple[Herkomst, ...]
    telt: Mapping[str, Inzending] = field(default_factory=dict)
    overige: Mapping[str, tuple[Inzending, ...]] = field(default_factory=dict)


def merge(plan: Plan, inzendingen: Iterable[Inzending], vooraf: Iterable[Bevinding] = ()) -> Samenvoeging:
    """Merge what was sent in. Never raises on what it holds; without any inzending everything is oranje.

    `vooraf` are findings about the plan itself, which belong in the same list.
    """
    geordend = sorted(inzendingen, key=_rank, reverse=True)
    keuzes = {gemeente.naam: _choose(gemeente, geordend) for gemeente in plan.gemeenten}
    invullingen = {
        (gemeente.naam, actie.nr): keuzes[gemeente.naam].answer(actie.nr) for gemeente, actie in places(plan)
    }
    matrix = Matrix.build(
        plan,
        invullingen,
        eigen_acties=_eigen_acties(geordend),
        communicatie=_communicatie(geordend),
    )
    bevindingen = [*vooraf, *(b for inzending in geordend for b in inzending.bevindingen)]
    bevindingen += [b for keuze in keuzes.values() for b in _compare(keuze)]
    bevindingen += _tell_disagreement(matrix)
    bevindingen += tell_missing(matrix)
    uniek = {(str(b), b.gemeente, b.nr): b for b in bevindingen}
    return Samenvoeging(
        matrix,
        tuple(sorted(uniek.values(), key=lambda bevinding: bevinding.sorteersleutel)),
        tuple(sorted((_herkomst(i, keuzes) for i in geordend), key=lambda h: (h.bestand, h.sha256, h.gemeenten))),
        {naam: keuze.telt for naam, keuze in keuzes.items() if keuze.telt is not None},
        {naam: keuze.overige for naam, keuze in keuzes.items()},
    )


def _rank(inzending: Inzending) -> tuple[str, str, str, bool, int, int]:
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


@dataclass(frozen=True)
class _Keuze:
    """Which file speaks for a gemeente, and the readable ones that do not count for her."""

    gemeente: Gemeente
    telt: Inzending | None
    overige: tuple[Inzending, ...]
    is_onleesbaar: bool

    def answer(self, nr: str) -> Invulling:
        """Return the one answer of this gemeente for an actie."""
        if self.telt is None:
            reden = Reden.ONLEESBAAR if self.is_onleesbaar else Reden.GEEN_BESTAND
            return Invulling(self.gemeente.naam, nr, Status.NIET_BEPAALD, reden=reden)
        gegeven = self.telt.antwoorden.get(nr)
        if gegeven is None:
            return Invulling(
                self.gemeente.naam, nr, Status.NIET_BEPAALD, reden=Reden.LEEG, plek=Plek(self.telt.herkomst.bestand)
            )
        return replace(gegeven, gemeente=self.gemeente.naam)


def _choose(gemeente: Gemeente, geordend: Sequence[Inzending]) -> _Keuze:
    """A gemeente's own file goes before one for her whole kolom; of each the one last saved counts."""
    van_haar = [inzending for inzending in geordend if gemeente.naam in inzending.gemeenten]
    leesbaar = [inzending for inzending in van_haar if not inzending.is_onleesbaar]
    leesbaar.sort(key=lambda inzending: inzending.is_voor_kolom)
    return _Keuze(
        gemeente,
        leesbaar[0] if leesbaar else None,
        tuple(leesbaar[1:]),
        is_onleesbaar=len(van_haar) > len(leesbaar),
    )


def _compare(keuze: _Keuze) -> list[Bevinding]:
    """Tell every cell in which a file that does not count says something else than the one that does."""
    if keuze.telt is None:
        return []
    gevonden: list[Bevinding] = []
    for ander in keuze.overige:
        nummers = sorted(ander.antwoorden.keys() | keuze.telt.antwoorden.keys(), key=nr_key)
        paren = [_Paar(nr, keuze.telt.antwoorden.get(nr, _GEEN), ander.antwoorden.get(nr, _GEEN)) for nr in nummers]
        anders = [paar for paar in paren if paar.telt.inhoud != paar.ander.inhoud]
        gevonden.extend(_tell_two(keuze, keuze.telt, ander, anders))
        gevonden.extend(b for paar in anders for b in _compare_cell(keuze, keuze.telt, ander, paar))
    return gevonden


class _Paar(NamedTuple):
    """What is said of one actie by the file that counts, and by one that does not."""

    nr: str
    telt: Invulling
    ander: Invulling

    @property
    def is_aangevuld(self) -> bool:
        """Whether only the file that counts says anything: it needs no finding of its own."""
        return say(self.ander) == NIETS_GEZEGD


def _tell_two(keuze: _Keuze, telt: Inzending, ander: Inzending, anders: Sequence[_Paar]) -> list[Bevinding]:
    """Tell once that there are two, and where the one that does not count says nothing."""
    # Two for the whole kolom are told of the kolom; of one for the kolom and one of her own she is the one concerned.
    wie = ander.kolom if ander.is_voor_kolom and telt.is_voor_kolom else keuze.gemeente.naam
    nummers = [paar.nr for paar in anders if paar.is_aangevuld]
    leeg = f"; hier staat bij {opsomming(nummers)} niets, daar wel" if nummers else ""
    if is_same_file(ander, telt):
        plek = Plek(ander.herkomst.bestand, ander.blad)
        return [Bevinding(Code.TWEE_BLADEN, plek, wie, waarden={"naam": wie, "telt": telt.blad, "leeg": leeg})]
    if ander.is_voor_kolom != telt.is_voor_kolom:
        return []
    code = Code.TWEE_BESTANDEN if is_newer_known(telt, ander) else Code.TWEE_BESTANDEN_ONZEKER
    waarden = {"naam": wie, "telt": telt.herkomst.bestand, "leeg": leeg}
    return [Bevinding(code if anders else Code.TWEE_BESTANDEN_GELIJK, Plek(ander.herkomst.bestand), wie, "", waarden)]


def is_newer_known(een: Inzending, ander: Inzending) -> bool:
    """Whether both workbooks say when they were saved, and not the same. When a file was copied says nothing."""
    momenten = {een.herkomst.opgeslagen, ander.herkomst.opgeslagen}
    return len(momenten) == 2 and "" not in momenten


def _compare_cell(keuze: _Keuze, telt: Inzending, ander: Inzending, paar: _Paar) -> list[Bevinding]:
    is_in_boek = is_same_file(telt, ander)
    if ander.is_voor_kolom and not telt.is_voor_kolom:
        code = Code.KOLOM_EN_GEMEENTE_VERSCHIL
    elif paar.is_aangevuld:
        return []
    else:
        code = Code.TWEE_BESTANDEN_VERSCHIL
    if paar.ander.is_antwoord and not paar.telt.is_antwoord:
        # An empty cell beside an answer: the answer that does not count may be the wanted one.
        code = Code.ANTWOORD_WIJKT_VOOR_LEEG
    waarden = {
        "nr": paar.nr,
        "naam": keuze.gemeente.naam,
        "waarde": say(paar.ander),
        "hier": _quote(paar.ander),
        "daar": _quote(paar.telt),
        "niets": "is niets ingevuld" if say(paar.telt) == NIETS_GEZEGD else f"staat {_quote(paar.telt)}, geen antwoord",
        "telt": f"op het werkblad '{telt.blad}'" if is_in_boek else f"in {telt.herkomst.bestand}",
        "wat": "werkblad" if is_in_boek else "bestand",
        "kolom": ander.kolom,
    }
    plek = paar.ander.plek if paar.ander is not _GEEN else Plek(ander.herkomst.bestand)
    return [Bevinding(code, plek, keuze.gemeente.naam, paar.nr, waarden)]


def _tell_disagreement(matrix: Matrix) -> list[Bevinding]:
    """Tell where gemeenten of one kolom answered differently. One that did not answer at all is told as missing."""
    gevonden: list[Bevinding] = []
    for kolom in (kolom for kolom in matrix.plan.kolommen if kolom.is_gezamenlijk):
        for actie in matrix.plan.acties_van(kolom.naam):
            invullingen = [i for g in kolom.gemeenten if (i := matrix.invulling(g.naam, actie.nr)) and i.is_antwoord]
            if len({(i.status, i.planning) for i in invullingen}) > 1:
                wie = "; ".join(f"{i.gemeente} zegt '{say(replace(i, toelichting=''))}'" for i in invullingen)
                waarden = {"nr": actie.nr, "kolom": kolom.naam, "wie": wie}
                gevonden.append(Bevinding(Code.KOLOM_ONEENS, Plek(), kolom.naam, actie.nr, waarden))
    return gevonden


def say(invulling: Invulling) -> str:
    """Return an answer in a few words, for a finding; `NIETS_GEZEGD` when there is nothing."""
    woord = str(invulling.status) if invulling.is_antwoord else invulling.getypt
    delen = [deel for deel in (woord, invulling.planning, invulling.toelichting) if deel]
    return ", ".join(delen) or NIETS_GEZEGD


def _quote(invulling: Invulling) -> str:
    """Return what was said between quotes; that nothing was said are words of ours."""
    gezegd = say(invulling)
    return gezegd if gezegd == NIETS_GEZEGD else f"'{gezegd}'"


def _eigen_acties(inzendingen: Sequence[Inzending]) -> tuple[EigenActie, ...]:
    """Keep every row of every file, also of one that does not count: a row told twice is better than one lost."""
    uniek: dict[tuple[str, ...], EigenActie] = {}
    for inzending in inzendingen:
        for eigen in inzending.eigen_acties:
            sleutel = (eigen.gemeente, eigen.nr, eigen.actie, eigen.status, eigen.planning, eigen.toelichting)
            uniek.setdefault(sleutel, eigen)
    return tuple(sorted(uniek.values(), key=lambda eigen: (eigen.gemeente, eigen.plek.bestand, _row(eigen.plek))))


def _communicatie(inzendingen: Sequence[Inzending]) -> tuple[Communicatiemoment, ...]:
    """Put all moments in order of date, each once; those without a readable date come last."""
    uniek: dict[tuple[str, ...], Communicatiemoment] = {}
    for inzending in inzendingen:
        for m in inzending.communicatie:
            sleutel = (m.gemeente, m.datum, m.wat, m.doelgroep, m.kanaal, m.bereik, m.toelichting)
            uniek.setdefault(sleutel, m)
    return tuple(
        sorted(
            uniek.values(), key=lambda m: (m.sorteerdatum or "9999", m.gemeente, m.plek.bestand, _row(m.plek), m.wat)
        )
    )


def _row(plek: Plek) -> int:
    return int("".join(teken for teken in plek.cel if teken.isdigit()) or 0)


def _herkomst(inzending: Inzending, keuzes: dict[str, _Keuze]) -> Herkomst:
    herkomst = inzending.herkomst
    telt_voor = tuple(naam for naam, keuze in keuzes.items() if keuze.telt is inzending)
    if telt_voor:
        return replace(herkomst, gemeenten=telt_voor, is_gebruikt=True, reden="")
    if herkomst.reden:
        return herkomst
    eigen = all(keuzes[n].telt is not None and not keuzes[n].telt.is_voor_kolom for n in inzending.gemeenten)  # type: ignore[union-attr]
    telt = keuzes[inzending.gemeenten[0]].telt
    if telt is not None and is_same_file(telt, inzending):
        waarom = f"in hetzelfde bestand telt het werkblad {telt.blad}"
    elif inzending.is_voor_kolom and eigen:
        waarom = "de gemeenten stuurden een eigen bestand"
    elif telt is None or is_newer_known(telt, inzending):
        waarom = "er is een later opgeslagen bestand"
    else:
        waarom = f"{telt.herkomst.bestand} telt; welk van de twee het laatst is opgeslagen, is niet vast te stellen"
    return replace(herkomst, reden=waarom)
