"""How the answers of all files become one matrix (contract §3).

Every gemeente × actie gets exactly one answer. What does not count is never dropped without a word, and the order
in which files came in never matters: files are ranked by when they were last saved, then by what is in them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from actieplan_xl.domain.bevinding import Bevinding, Code, by_weight
from actieplan_xl.domain.correctie import Uitwerking
from actieplan_xl.domain.invulling import Communicatiemoment, EigenActie, Standen
from actieplan_xl.domain.inzending import Herkomst, Inzending, Vorigeronde
from actieplan_xl.domain.matrix import Matrix, places
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.reeks import Punt
from actieplan_xl.reading.regiowerkboek import Regiowerkboek
from actieplan_xl.rules.afspraken import tell_afspraken
from actieplan_xl.rules.correcties import correct, is_settled, settled_rows
from actieplan_xl.rules.keuze import (
    Hersteld,
    Keuze,
    choose,
    find_hersteld,
    is_newer_known,
    is_replaced,
    is_same_file,
    rank,
)
from actieplan_xl.rules.persoonsgegevens import tell_persoonsgegevens
from actieplan_xl.rules.vergelijking import Vergelijking
from actieplan_xl.rules.verschillen import tell_differences, tell_disagreement, tell_dropped
from actieplan_xl.rules.volledigheid import tell_missing
from actieplan_xl.rules.vorige import Terugblik, look_back
from actieplan_xl.rules.vorige_ronde import carry_on, tell_old_sheets


@dataclass(frozen=True)
class Samenvoeging:
    """The matrix with everything a person should look at, and what became of each file.

    `telt` is what speaks for each gemeente that sent something readable, `overige` what she sent that does not count.
    `correcties` is what became of each thing the coördinator changed.
    Beside a previous regiowerkboek `vergelijking` is what changed, and `reeks` how the region stood on each peildatum.
    """

    matrix: Matrix
    bevindingen: tuple[Bevinding, ...]
    herkomst: tuple[Herkomst, ...]
    telt: Mapping[str, Inzending] = field(default_factory=dict)
    overige: Mapping[str, tuple[Inzending, ...]] = field(default_factory=dict)
    vergelijking: Vergelijking | None = None
    reeks: tuple[Punt, ...] = ()
    van_vorige_ronde: frozenset[str] = frozenset()
    """The gemeenten whose answers are those of the round before, to the letter: they have not answered this one."""
    laatst_bekend: Standen = field(default_factory=dict)
    """What is known from before of those who did not answer, for the round after this."""
    correcties: tuple[Uitwerking, ...] = ()

    @property
    def gebruikt(self) -> dict[str, Herkomst]:
        """By gemeente, the file that speaks for her."""
        gebruikt = (h for h in self.herkomst if h.is_gebruikt and not h.is_correctielijst)
        return {naam: herkomst for herkomst in gebruikt for naam in herkomst.gemeenten}


def merge(
    plan: Plan,
    inzendingen: Iterable[Inzending],
    vooraf: Iterable[Bevinding] = (),
    vorige: Regiowerkboek | None = None,
    ronde: Vorigeronde | None = None,
) -> Samenvoeging:
    """Merge what was sent in. Never raises on what it holds; without any inzending everything is oranje.

    `vooraf` are findings about the plan itself, which belong in the same list; `vorige` is the regiowerkboek of the
    time before, to tell what changed. `ronde` is the round before, by which its files are recognised.
    """
    geordend = sorted(inzendingen, key=rank, reverse=True)
    hersteld = find_hersteld(geordend)
    keuzes = {gemeente.naam: choose(gemeente, geordend, hersteld) for gemeente in plan.gemeenten}
    dag = plan.gegevens.peildatum
    invullingen = {(g.naam, actie.nr): keuzes[g.naam].answer(actie.nr, dag) for g, actie in places(plan)}
    gecorrigeerd = correct(plan, geordend, keuzes)
    geldig, vervangen = _set_apart(geordend, hersteld)
    matrix = Matrix.build(
        plan,
        {**invullingen, **gecorrigeerd.antwoorden},
        eigen_acties=_eigen_acties(geldig),
        communicatie=_communicatie(geldig),
    )
    gelezen = (b for inzending in geldig for b in inzending.bevindingen)
    klaar = settled_rows(gecorrigeerd.uitwerkingen)
    bevindingen = [*vooraf, *(b for b in gelezen if not is_settled(b, klaar))]
    bevindingen += gecorrigeerd.bevindingen
    bevindingen += [b for keuze in keuzes.values() for b in tell_differences(keuze)]
    bevindingen += tell_dropped(vervangen, hersteld, matrix)
    bevindingen += tell_disagreement(matrix)
    bevindingen += tell_missing(matrix)
    bevindingen += [*tell_afspraken(matrix, bevindingen), *tell_persoonsgegevens(matrix, bevindingen)]
    terugblik = look_back(vorige, matrix) if vorige else Terugblik()
    bevindingen += terugblik.bevindingen
    tellend = [keuze.telt for keuze in keuzes.values() if keuze.telt is not None]
    oud = tell_old_sheets(plan, tellend, geordend, ronde) if ronde else []
    bevindingen += oud
    herkomst = [_herkomst(inzending, keuzes, gecorrigeerd.uitwerkingen) for inzending in geordend]
    uniek = {(str(b), b.gemeente, b.nr): b for b in bevindingen}
    return Samenvoeging(
        matrix,
        by_weight(uniek.values()),
        tuple(sorted(herkomst, key=lambda h: (h.bestand, h.sha256, h.gemeenten))),
        {naam: keuze.telt for naam, keuze in keuzes.items() if keuze.telt is not None},
        {naam: keuze.overige for naam, keuze in keuzes.items()},
        terugblik.vergelijking,
        terugblik.reeks,
        frozenset(g.naam for b in oud if b.code is Code.BLAD_VAN_VORIGE_RONDE for g in plan.find_gemeenten(b.gemeente)),
        carry_on(matrix, ronde) if ronde else {},
        gecorrigeerd.uitwerkingen,
    )


def _set_apart(inzendingen: Sequence[Inzending], hersteld: Hersteld) -> tuple[list[Inzending], list[Inzending]]:
    """Return what still stands, and apart what came back mended: what stood in a file that did, and what there was to
    tell of it, is in the mended one as far as it is still so."""
    geldig, vervangen = list[Inzending](), list[Inzending]()
    herstelde = {sha256 for _, sha256 in hersteld}
    for inzending in inzendingen:
        is_vervangen = inzending.herkomst.sha256 in herstelde and is_replaced(inzending, inzendingen, hersteld)
        (vervangen if is_vervangen else geldig).append(inzending)
    return geldig, vervangen


def _eigen_acties(inzendingen: Sequence[Inzending]) -> tuple[EigenActie, ...]:
    """Keep every row of every file, also of one that does not count: a row told twice is better than one lost."""
    uniek: dict[tuple[str, ...], EigenActie] = {}
    for inzending in inzendingen:
        for eigen in inzending.eigen_acties:
            sleutel = (eigen.gemeente, eigen.nr, eigen.actie, eigen.status, eigen.planning, eigen.toelichting)
            uniek.setdefault(sleutel, eigen)
    return tuple(sorted(uniek.values(), key=lambda eigen: (eigen.gemeente, eigen.plek.bestand, eigen.plek.rij)))


def _communicatie(inzendingen: Sequence[Inzending]) -> tuple[Communicatiemoment, ...]:
    """Put all moments in order of date, each once; those without a readable date come last."""
    uniek: dict[tuple[str, ...], Communicatiemoment] = {}
    for inzending in inzendingen:
        for m in inzending.communicatie:
            sleutel = (m.gemeente, m.datum, m.wat, m.doelgroep, m.kanaal, m.bereik, m.toelichting)
            uniek.setdefault(sleutel, m)
    return tuple(
        sorted(uniek.values(), key=lambda m: (m.sorteerdatum or "9999", m.gemeente, m.plek.bestand, m.plek.rij, m.wat))
    )


def _herkomst(inzending: Inzending, keuzes: dict[str, Keuze], correcties: Sequence[Uitwerking]) -> Herkomst:
    herkomst = inzending.herkomst
    if herkomst.is_correctielijst:
        hier = frozenset(inzending.correcties)
        gewijzigd = {u.correctie.gemeente for u in correcties if u.telt and u.correctie in hier}
        reden = "" if gewijzigd else "er staat geen correctie in die telt"
        namen = tuple(naam for naam in keuzes if naam in gewijzigd)
        return replace(herkomst, gemeenten=namen, is_gebruikt=bool(namen), reden=reden)
    telt_voor = tuple(naam for naam, keuze in keuzes.items() if keuze.telt is inzending)
    if telt_voor:
        return replace(herkomst, gemeenten=telt_voor, is_gebruikt=True, reden="")
    if herkomst.reden:
        return herkomst
    eigen = all(keuzes[n].telt is not None and not keuzes[n].telt.is_voor_kolom for n in inzending.gemeenten)  # type: ignore[union-attr]
    telt = keuzes[inzending.gemeenten[0]].telt
    vervangen = {id(eerder) for naam in inzending.gemeenten for eerder, _ in keuzes[naam].hersteld}
    if id(inzending) in vervangen:
        waarom = "er is een herstelde versie van"
    elif telt is not None and is_same_file(telt, inzending):
        waarom = f"in hetzelfde bestand telt het werkblad {telt.blad}"
    elif inzending.is_voor_kolom and eigen:
        waarom = "de gemeenten stuurden een eigen bestand"
    elif telt is None or is_newer_known(telt, inzending):
        waarom = "er is een later opgeslagen bestand"
    else:
        waarom = f"{telt.herkomst.bestand} telt; welk van de twee het laatst is opgeslagen, is niet vast te stellen"
    return replace(herkomst, reden=waarom)
