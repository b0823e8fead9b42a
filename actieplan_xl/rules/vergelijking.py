"""What changed between two matrices: per gemeente × actie what it was and what it is.

Every difference in status, planning and what was asked is told once: also that something was asked of a gemeente before
and is not now. So are those in the acties, gemeenten, kolommen and names of the plan; not those in its running text,
footnotes, dates and addresses. Across a herindeling each former gemeente is compared with the one that answers for it
now: its `opvolger`, or the one that names it among its `voorgangers`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from actieplan_xl.domain.datum import format_datum, parse_datum
from actieplan_xl.domain.invulling import Invulling
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.plan import Actie, Plan
from actieplan_xl.domain.planvertaling import translate_acties, translate_gemeenten
from actieplan_xl.domain.status import Status
from actieplan_xl.domain.words import enkelvoud_of_meervoud, fold


class Soort(StrEnum):
    """What kind of change it is; the value is what people read."""

    BEANTWOORD = "nieuw beantwoord"
    VOLTOOID = "voltooid"
    STRUCTUREEL = "structureel geworden"
    INGETROKKEN = "niet meer opgepakt"
    STATUS = "andere status"
    PLANNING = "andere planning"
    ORANJE = "oranje geworden"
    GEVRAAGD = "nieuw gevraagd"
    NIET_GEVRAAGD = "niet meer gevraagd"


class Plansoort(StrEnum):
    """What kind of change in the plan itself."""

    ACTIE_NIEUW = "nieuwe actie"
    ACTIE_VERVALLEN = "actie vervallen"
    ACTIE_NR = "ander nummer"
    ACTIE_TEKST = "andere tekst"
    ACTIE_TREKKER = "andere trekker"
    HOOFDLIJN_NAAM = "andere naam van hoofdlijn"
    THEMA_NAAM = "andere naam van thema"
    GEMEENTE_NIEUW = "nieuwe gemeente"
    GEMEENTE_OPGEGAAN = "gaat verder als"
    GEMEENTE_KOLOM = "andere kolom"
    GEMEENTE_VERVALLEN = "gemeente vervallen"


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One change in an answer. None means that nothing was asked there.

    `gemeente` is the one that answered before, where there was one, and `actie` the actie as it is called now, where
    there still is one.
    """

    soort: Soort
    gemeente: str
    actie: Actie
    was: Invulling | None
    nu: Invulling | None

    @property
    def plaats(self) -> tuple[str, str]:
        """Of whom and what this is told, as it is now: in a herindeling several former gemeenten share one."""
        return (self.nu.gemeente, self.nu.nr) if self.nu else (self.gemeente, self.actie.nr)


@dataclass(frozen=True, slots=True)
class Planwijziging:
    """One change in the plan. `actie` only where it is about one, `nr` where it is about a hoofdlijn or thema, and
    `gemeente` where `was` and `nu` are no names of gemeenten themselves."""

    soort: Plansoort
    was: str
    nu: str
    actie: Actie | None = None
    nr: str = ""
    gemeente: str = ""


@dataclass(frozen=True)
class Vergelijking:
    """Everything in which a matrix differs from the previous one, in the order of the plan.

    `sinds` is the peildatum of the previous matrix, `peildatum` that of the matrix itself.
    """

    sinds: str = ""
    planwijzigingen: tuple[Planwijziging, ...] = ()
    wijzigingen: tuple[Wijziging, ...] = ()
    peildatum: str = ""

    @property
    def is_leeg(self) -> bool:
        """Whether nothing changed."""
        return not self.planwijzigingen and not self.wijzigingen

    @property
    def tellingen(self) -> Mapping[Soort | Plansoort, int]:
        """How many changes there are of each kind that occurs: those in answers first, each in its fixed order.

        An answer of now counts once, however many former gemeenten it stands beside.
        """
        geteld = Counter[Soort | Plansoort](soort for soort, _ in {(w.soort, w.plaats) for w in self.wijzigingen})
        geteld.update(w.soort for w in self.planwijzigingen)
        return {soort: geteld[soort] for soort in (*Soort, *Plansoort) if geteld[soort]}

    @property
    def zin(self) -> str:
        """Say in one sentence what changed: "Sinds 1 mei 2019: 12 antwoorden nieuw, 3 voltooid, 2 oranje geworden."."""
        sinds = f"Sinds {format_datum(self.sinds)}" if self.sinds else "Sinds de vorige keer"
        if not self.is_vooruit:
            vorige = f"het vorige regiowerkboek ({format_datum(self.sinds)})"
            sinds = f"Let op: {vorige} is niet eerder dan dit. Vergeleken daarmee"
        if self.is_leeg:
            return f"{sinds} is er niets veranderd."
        delen = [enkelvoud_of_meervoud(aantal, *_ZINSDELEN[soort]) for soort, aantal in self.tellingen.items()]
        return f"{sinds}: {', '.join(delen)}."

    @property
    def is_vooruit(self) -> bool:
        """Whether the previous matrix is the earlier one, as far as the dates say."""
        toen, nu = parse_datum(self.sinds), parse_datum(self.peildatum)
        return toen is None or nu is None or toen < nu

    @property
    def naar_belang(self) -> tuple[Wijziging, ...]:
        """The changes in answers by what matters most; within a kind in the order of the plan.

        What turned oranje stands gemeente by gemeente: who sent nothing this time is one case.
        """
        beurt = {naam: plaats for plaats, naam in enumerate(dict.fromkeys(w.gemeente for w in self.wijzigingen))}

        def key(wijziging: Wijziging) -> tuple[int, int]:
            samen = beurt[wijziging.gemeente] if wijziging.soort is Soort.ORANJE else 0
            return (_NAAR_BELANG.index(wijziging.soort), samen)

        return tuple(sorted(self.wijzigingen, key=key))


def compare(vorige: Matrix, nu: Matrix) -> Vergelijking:
    """Return what changed from one matrix to the next. `compare(x, x)` is empty."""
    return _Vergelijker(vorige, nu).compare()


class _Vergelijker:
    """Holds which gemeente and actie of the one matrix are which of the other."""

    def __init__(self, vorige: Matrix, nu: Matrix):
        self.vorige, self.nu = vorige, nu
        self.volgers = {naam: g.naam for naam, g in translate_gemeenten(vorige.plan, nu.plan).items()}
        self.voorgangers: dict[str, list[str]] = {gemeente.naam: [] for gemeente in nu.plan.gemeenten}
        for toen, thans in self.volgers.items():
            self.voorgangers[thans].append(toen)
        # Of two acties that became one, the one with the same number is the one that went on.
        self.oude_acties: dict[str, Actie] = {}
        for nr, actie in translate_acties(vorige.plan, nu.plan).items():
            if actie.nr not in self.oude_acties or nr == actie.nr:
                self.oude_acties[actie.nr] = vorige.plan.actie_op_nr[nr]

    def compare(self) -> Vergelijking:
        wijzigingen = (*self._asked_now(), *self._asked_no_more())
        planwijzigingen = (*_names(self.vorige.plan, self.nu.plan), *self._acties(), *self._gemeenten())
        toen, thans = self.vorige.plan.gegevens.peildatum, self.nu.plan.gegevens.peildatum
        return Vergelijking(toen, planwijzigingen, wijzigingen, thans)

    def _asked_now(self) -> Iterator[Wijziging]:
        """Yield what changed for acties and gemeenten that are in the plan, beside each former gemeente."""
        for nu in self.nu.invullingen:
            actie = self.nu.plan.actie_op_nr[nu.nr]
            oud = self.oude_acties.get(nu.nr)
            eerder: list[Invulling | None] = [
                w for naam in self.voorgangers[nu.gemeente] if oud and (w := self.vorige.invulling(naam, oud.nr))
            ]
            for was in eerder or [None]:
                if soort := _kind(was, nu):
                    yield Wijziging(soort, was.gemeente if was else nu.gemeente, actie, was, nu)

    def _asked_no_more(self) -> Iterator[Wijziging]:
        """Yield what was asked before and has no place in the matrix now."""
        nieuw = {oud.nr: self.nu.plan.actie_op_nr[nr] for nr, oud in self.oude_acties.items()}
        for was in self.vorige.invullingen:
            gemeente, actie = self.volgers.get(was.gemeente), nieuw.get(was.nr)
            if gemeente is None or actie is None or self.nu.invulling(gemeente, actie.nr) is None:
                toen = actie or self.vorige.plan.actie_op_nr[was.nr]
                yield Wijziging(Soort.NIET_GEVRAAGD, was.gemeente, toen, was, None)

    def _acties(self) -> Iterator[Planwijziging]:
        for actie in self.nu.plan.acties:
            oud = self.oude_acties.get(actie.nr)
            if oud is None:
                yield Planwijziging(Plansoort.ACTIE_NIEUW, "", "", actie)
                continue
            for soort, was, nu in (
                (Plansoort.ACTIE_NR, oud.nr, actie.nr),
                (Plansoort.ACTIE_TEKST, oud.tekst, actie.tekst),
                (Plansoort.ACTIE_TREKKER, oud.trekker, actie.trekker),
            ):
                if was != nu:
                    yield Planwijziging(soort, was, nu, actie)
        over = {oud.nr for oud in self.oude_acties.values()}
        for oud in self.vorige.plan.acties:
            if oud.nr not in over:
                yield Planwijziging(Plansoort.ACTIE_VERVALLEN, "", "", oud)

    def _gemeenten(self) -> Iterator[Planwijziging]:
        kolom_toen = {gemeente.naam: gemeente.kolom for gemeente in self.vorige.plan.gemeenten}
        for gemeente in self.nu.plan.gemeenten:
            eerder = self.voorgangers[gemeente.naam]
            if not eerder:
                yield Planwijziging(Plansoort.GEMEENTE_NIEUW, "", gemeente.naam)
            for naam in eerder:
                if fold(naam) != fold(gemeente.naam):
                    yield Planwijziging(Plansoort.GEMEENTE_OPGEGAAN, naam, gemeente.naam)
                elif fold(kolom_toen[naam]) != fold(gemeente.kolom):
                    kolommen = (kolom_toen[naam], gemeente.kolom)
                    yield Planwijziging(Plansoort.GEMEENTE_KOLOM, *kolommen, gemeente=gemeente.naam)
        for gemeente in self.vorige.plan.gemeenten:
            if gemeente.naam not in self.volgers:
                yield Planwijziging(Plansoort.GEMEENTE_VERVALLEN, gemeente.naam, "")


def _names(vorige: Plan, nu: Plan) -> Iterator[Planwijziging]:
    """Yield which hoofdlijnen and themas have another name under the same number."""
    toen = {nr: naam for nr, naam, _ in _named(vorige)}
    for nr, naam, soort in _named(nu):
        if nr in toen and toen[nr] != naam:
            yield Planwijziging(soort, toen[nr], naam, nr=nr)


def _named(plan: Plan) -> Iterator[tuple[str, str, Plansoort]]:
    for lijn in plan.hoofdlijnen:
        yield lijn.nr, lijn.naam, Plansoort.HOOFDLIJN_NAAM
        for thema in lijn.themas:
            yield thema.nr, thema.naam, Plansoort.THEMA_NAAM


def _kind(was: Invulling | None, nu: Invulling) -> Soort | None:
    """Return how an answer changed, or None when it did not. Why an answer is missing is no change."""
    if was is None:
        return Soort.BEANTWOORD if nu.is_antwoord else Soort.GEVRAAGD
    if not nu.is_antwoord:
        return Soort.ORANJE if was.is_antwoord else None
    if not was.is_antwoord:
        return Soort.BEANTWOORD
    if was.status is not nu.status:
        return _NAAR_STATUS.get(nu.status, Soort.STATUS)
    return Soort.PLANNING if was.planning != nu.planning else None


_NAAR_STATUS = {
    Status.VOLTOOID: Soort.VOLTOOID,
    Status.STRUCTUREEL: Soort.STRUCTUREEL,
    Status.NIET_OPGEPAKT: Soort.INGETROKKEN,
}
"""What a change is called by what became of the answer; what is planned again has no name of its own."""

_NAAR_BELANG = (
    Soort.INGETROKKEN,
    Soort.ORANJE,
    Soort.VOLTOOID,
    Soort.STRUCTUREEL,
    Soort.BEANTWOORD,
    Soort.STATUS,
    Soort.PLANNING,
    Soort.GEVRAAGD,
    Soort.NIET_GEVRAAGD,
)
"""What a reader wants to see first."""

_ZINSDELEN: Mapping[Soort | Plansoort, tuple[str, str]] = {
    Soort.BEANTWOORD: ("antwoord nieuw", "antwoorden nieuw"),
    Soort.VOLTOOID: ("voltooid", "voltooid"),
    Soort.STRUCTUREEL: ("structureel geworden", "structureel geworden"),
    Soort.INGETROKKEN: ("niet meer opgepakt", "niet meer opgepakt"),
    Soort.STATUS: ("andere status", "andere statussen"),
    Soort.PLANNING: ("andere planning", "andere planningen"),
    Soort.ORANJE: ("oranje geworden", "oranje geworden"),
    Soort.GEVRAAGD: ("nieuwe vraag zonder antwoord", "nieuwe vragen zonder antwoord"),
    Soort.NIET_GEVRAAGD: ("vraag vervallen", "vragen vervallen"),
    Plansoort.ACTIE_NIEUW: ("nieuwe actie", "nieuwe acties"),
    Plansoort.ACTIE_VERVALLEN: ("actie vervallen", "acties vervallen"),
    Plansoort.ACTIE_NR: ("actie met een ander nummer", "acties met een ander nummer"),
    Plansoort.ACTIE_TEKST: ("actie met een andere tekst", "acties met een andere tekst"),
    Plansoort.ACTIE_TREKKER: ("actie met een andere trekker", "acties met een andere trekker"),
    Plansoort.HOOFDLIJN_NAAM: ("hoofdlijn met een andere naam", "hoofdlijnen met een andere naam"),
    Plansoort.THEMA_NAAM: ("thema met een andere naam", "thema's met een andere naam"),
    Plansoort.GEMEENTE_NIEUW: ("nieuwe gemeente", "nieuwe gemeenten"),
    Plansoort.GEMEENTE_OPGEGAAN: ("gemeente gaat verder als een andere", "gemeenten gaan verder als een andere"),
    Plansoort.GEMEENTE_KOLOM: ("gemeente in een andere kolom", "gemeenten in een andere kolom"),
    Plansoort.GEMEENTE_VERVALLEN: ("gemeente vervallen", "gemeenten vervallen"),
}
"""How each kind is counted in a sentence, of one and of more."""
