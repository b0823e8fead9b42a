"""A file → inzendingen: what it says, or why it says nothing. The only place where a bad file stops being an error."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.domain.inzending import Herkomst, Inzending
from actieplan_xl.domain.plan import Gemeente, Plan
from actieplan_xl.domain.plancode import plan_id
from actieplan_xl.reading.afzender import Afzender, afzender_from_name, find_afzender
from actieplan_xl.reading.antwoorden import read_antwoorden
from actieplan_xl.reading.bestand import Bestand, Bron, open_bestand
from actieplan_xl.reading.formulier import Formulier, read_formulieren, read_verborgen
from actieplan_xl.reading.invoer import Aanbod, offered
from actieplan_xl.reading.planwerkboek import Standen, is_planwerkboek
from actieplan_xl.reading.regiowerkboek import is_regiowerkboek
from actieplan_xl.reading.werkboek import Werkboek

Voortgang = Callable[[str], None]
"""Is told the name of each file that was read."""


@dataclass(frozen=True)
class Vraag:
    """Against what the answers are read: the plan, what it knew already, and whose files are named by hand."""

    plan: Plan
    standen: Standen = field(default_factory=dict)
    gemeenten: Mapping[str, str] = field(default_factory=dict)
    """By file name, as given with `--gemeente NAAM=BESTAND`."""


def read_invulblad(bron: Bron, plan: Plan | None = None, gemeente: str | None = None) -> Inzending:
    """Read one invulblad against `plan`, or against the plan it carries. Raises `BestandError`.

    `gemeente` says by hand whose it is. A workbook with several invulbladen gives the first; see `read_inzendingen`.
    """
    bestand = open_bestand(bron)
    if plan is None:
        plan = read_verborgen(Werkboek(bestand)).plan
    if plan is None:
        raise bestand.weiger(Code.GEEN_PLAN)
    vraag = Vraag(plan, gemeenten={bestand.naam: gemeente} if gemeente else {})
    return _read_bestand(bestand, vraag)[0]


def read_inzendingen(invoer: Iterable[Bron], vraag: Vraag, voortgang: Voortgang | None = None) -> list[Inzending]:
    """Read all that is offered. A file that cannot be read becomes an inzending that says so."""
    inzendingen: list[Inzending] = []
    for aanbod in offered(invoer):
        inzendingen.extend(_read_aanbod(aanbod, vraag))
        if voortgang:
            voortgang(aanbod.naam)
    return inzendingen


def find_plannen(invoer: Iterable[Bron]) -> dict[str, tuple[Plan, int]]:
    """Return the plans that the offered invulbladen carry, with how many carry each, by fingerprint."""
    gevonden: dict[str, tuple[Plan, int]] = {}
    for aanbod in offered(invoer):
        if aanbod.bestand is None:
            continue
        try:
            verborgen = read_verborgen(Werkboek(aanbod.bestand))
        except BestandError:
            continue  # it is told when the answers are read
        if verborgen.plan is not None:
            _, aantal = gevonden.get(verborgen.plan_id, (verborgen.plan, 0))
            gevonden[verborgen.plan_id] = (verborgen.plan, aantal + 1)
    return gevonden


def _read_aanbod(aanbod: Aanbod, vraag: Vraag) -> Iterator[Inzending]:
    if aanbod.bestand is None:
        assert aanbod.bevinding is not None
        yield _unreadable(aanbod.naam, None, aanbod.bevinding, vraag)
        return
    try:
        yield from _read_bestand(aanbod.bestand, vraag)
    except BestandError as error:
        yield _unreadable(aanbod.naam, aanbod.bestand, error.bevinding, vraag)


def _read_bestand(bestand: Bestand, vraag: Vraag) -> list[Inzending]:
    boek = Werkboek(bestand)
    formulieren = read_formulieren(boek)
    if not formulieren:
        return [_no_form(boek, vraag)]
    return [_read_formulier(boek, formulier, vraag) for formulier in formulieren]


def _no_form(boek: Werkboek, vraag: Vraag) -> Inzending:
    """Our own results and plans lie about in the same folder: passed over with a word, not called wrong."""
    waarom = (
        "dit is een regiowerkboek"
        if is_regiowerkboek(boek)
        else "dit is een planwerkboek"
        if is_planwerkboek(boek)
        else ""
    )
    if not waarom:
        raise boek.bestand.weiger(Code.GEEN_INVULBLAD)
    bevinding = Bevinding(Code.OVERGESLAGEN, Plek(boek.bestand.naam), waarden={"waarom": waarom})
    return Inzending(_herkomst(boek, reden=waarom), (), bevindingen=(bevinding,))


def _read_formulier(boek: Werkboek, formulier: Formulier, vraag: Vraag) -> Inzending:
    bestand = boek.bestand
    afzender = _find_afzender(formulier, vraag, bestand)
    plek = formulier.sheet.plek()
    if not afzender.gemeenten:
        bevinding = Bevinding(Code.GEMEENTE_ONBEKEND, plek, waarden={"bestand": bestand.naam})
        return Inzending(_herkomst(boek, reden="gemeente onbekend"), (), bevindingen=(bevinding,))
    namen = tuple(gemeente.naam for gemeente in afzender.gemeenten)
    kolom = afzender.gemeenten[0].kolom
    wie = namen[0] if len(namen) == 1 else kolom
    standen = formulier.verborgen.standen or vraag.standen.get(namen[0], {})
    gelezen = read_antwoorden(formulier, vraag.plan, wie, kolom, standen)
    vooraf = [*_tell_afzender(afzender, wie, plek), *_tell_plan(formulier, vraag.plan, wie, plek)]
    return Inzending(
        herkomst=_herkomst(boek, gemeenten=namen),
        gemeenten=namen,
        kolom=kolom,
        antwoorden=gelezen.antwoorden,
        weg=gelezen.weg,
        eigen_acties=tuple(gelezen.eigen_acties),
        communicatie=tuple(gelezen.communicatie),
        bevindingen=(*vooraf, *gelezen.bevindingen),
    )


def _find_afzender(formulier: Formulier, vraag: Vraag, bestand: Bestand) -> Afzender:
    naam = vraag.gemeenten.get(bestand.naam)
    if naam is not None:
        return Afzender(vraag.plan.find_gemeenten(naam))
    return find_afzender(formulier, vraag.plan, bestand.naam)


def _tell_afzender(afzender: Afzender, wie: str, plek: Plek) -> list[Bevinding]:
    if not afzender.waaruit:
        return []
    return [Bevinding(Code.GEMEENTE_AFGELEID, plek, wie, waarden={"naam": wie, "waaruit": afzender.waaruit})]


def _tell_plan(formulier: Formulier, plan: Plan, wie: str, plek: Plek) -> list[Bevinding]:
    eigen = formulier.verborgen.plan
    if eigen is None or formulier.verborgen.plan_id == plan_id(plan):
        return []
    if (eigen.gegevens.naam, eigen.gegevens.jaar) != (plan.gegevens.naam, plan.gegevens.jaar):
        ander = " ".join(dict.fromkeys((eigen.gegevens.naam, eigen.gegevens.jaar))).strip()
        return [Bevinding(Code.ANDER_PLAN, plek, wie, waarden={"ander": ander})]
    return [Bevinding(Code.ANDERE_VERSIE, plek, wie)]


def _unreadable(naam: str, bestand: Bestand | None, bevinding: Bevinding, vraag: Vraag) -> Inzending:
    """Keep whose file it was, as far as a name tells: those gemeenten are oranje with reden `onleesbaar`."""
    is_overgeslagen = bevinding.code in (Code.OVERGESLAGEN, Code.NOG_OPEN)
    gemeenten: tuple[Gemeente, ...] = ()
    if not is_overgeslagen:
        op_naam = vraag.plan.find_gemeenten(vraag.gemeenten.get(naam, ""))
        gemeenten = op_naam or afzender_from_name(vraag.plan, naam).gemeenten
    namen = tuple(gemeente.naam for gemeente in gemeenten)
    wie = "" if not gemeenten else namen[0] if len(namen) == 1 else gemeenten[0].kolom
    herkomst = Herkomst(
        bevinding.plek.bestand or naam,
        sha256=bestand.sha256 if bestand else "",
        opgeslagen=bestand.gewijzigd if bestand else "",
        gemeenten=namen,
        reden=bevinding.tekst.rstrip("."),
    )
    met_gemeente = Bevinding(bevinding.code, bevinding.plek, wie, bevinding.nr, bevinding.waarden)
    return Inzending(
        herkomst,
        namen,
        gemeenten[0].kolom if gemeenten else "",
        is_onleesbaar=not is_overgeslagen,
        bevindingen=(met_gemeente,),
    )


def _herkomst(boek: Werkboek, gemeenten: tuple[str, ...] = (), reden: str = "") -> Herkomst:
    return Herkomst(boek.bestand.naam, boek.bestand.sha256, boek.opgeslagen, gemeenten, reden=reden)
