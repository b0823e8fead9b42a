"""A file → inzendingen: what it says, or why it says nothing. The only place where a bad file stops being an error."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.invulling import Bekend, Plek, Standen
from actieplan_xl.domain.inzending import Herkomst, Inzending
from actieplan_xl.domain.plan import Gemeente, Plan
from actieplan_xl.domain.plancode import plan_id
from actieplan_xl.domain.words import HEEL
from actieplan_xl.reading.afzender import Afzender, afzender_from_name, find_afzender, unknown_choice
from actieplan_xl.reading.antwoorden import read_antwoorden
from actieplan_xl.reading.buiten import find_aanhang, tell_other_sheets
from actieplan_xl.reading.correcties import has_correcties, is_correctiewerkboek, read_correctiewerkboek
from actieplan_xl.reading.formulier import Formulier, read_formulieren
from actieplan_xl.reading.invoer import Aanbod, may_be_answer, offered
from actieplan_xl.reading.planwerkboek import Planwerkboek, is_planwerkboek
from actieplan_xl.reading.regiowerkboek import is_regiowerkboek
from actieplan_xl.reading.verborgen import Verborgen, read_verborgen
from actieplan_xl.reading.werkboek.bestand import Bestand, Bron, open_bestand
from actieplan_xl.reading.werkboek.beveiliging import Sleutelbos, Wachtwoord
from actieplan_xl.reading.werkboek.boek import Werkboek
from actieplan_xl.reading.werkboek.meldpunt import Meldpunt
from actieplan_xl.reading.werkboek.openen import open_werkboek

Voortgang = Callable[[str], None]
"""Is told the name of each file that was read."""


_BIJZAAK = (Code.OVERGESLAGEN, Code.NOG_OPEN)
"""What is said of files that are nobody's answer, whatever they are called."""


@dataclass(frozen=True)
class Vraag:
    """Against what the answers are read: the plan, what it knew already, and whose files are named by hand."""

    plan: Plan
    standen: Standen = field(default_factory=dict)
    gemeenten: Mapping[str, str] = field(default_factory=dict)
    """By file name, as given with `--gemeente NAAM=BESTAND`."""


def read_invulblad(
    bron: Bron, plan: Plan | None = None, gemeente: str | None = None, *, wachtwoord: Wachtwoord = ""
) -> Inzending:
    """Read one invulblad against `plan`, or against the plan it carries. Raises `BestandError`.

    `gemeente` says by hand whose it is. A workbook with several invulbladen gives the first; see `read_inzendingen`.
    """
    bestand = open_bestand(bron)
    boek = open_werkboek(bestand, Sleutelbos.make([wachtwoord]))
    plan = plan or read_verborgen(boek).plan
    if plan is None:
        raise bestand.weiger(Code.GEEN_PLAN)
    return read_boek(boek, Vraag(plan, gemeenten={bestand.naam: gemeente} if gemeente else {}))[0]


def read_inzendingen(
    invoer: Iterable[Bron], vraag: Vraag, voortgang: Voortgang | None = None, sleutels: Sleutelbos | None = None
) -> list[Inzending]:
    """Read all that is offered. A file that cannot be read becomes an inzending that says so."""
    inzendingen: list[Inzending] = []
    for aanbod in offered(invoer):
        inzendingen.extend(read_geopend(open_aanbod(aanbod, sleutels), vraag))
        if voortgang:
            voortgang(aanbod.naam)
    return inzendingen


@dataclass(frozen=True)
class Geopend:
    """An offered file with its lid off: the workbook, or why it does not open."""

    aanbod: Aanbod
    boek: Werkboek | None
    verborgen: Verborgen
    bevinding: Bevinding | None = None
    is_correctielijst: bool = False

    def why_no_plan(self) -> Bevinding:
        """Return the finding that says why this file brings no plan along."""
        if self.bevinding is not None:
            return self.bevinding
        waarom = _other_kind(self.boek) if self.boek else ""
        code = Code.OVERGESLAGEN if waarom else Code.GEEN_PLAN
        return Bevinding(code, Plek(self.aanbod.naam), waarden={"waarom": waarom})


def open_aanbod(aanbod: Aanbod, sleutels: Sleutelbos | None = None) -> Geopend:
    """Open what was offered. Never raises: what does not open says why."""
    try:
        boek = open_werkboek(aanbod.open(), sleutels)
        verborgen = read_verborgen(boek)
        is_lijst = verborgen.plan is None and is_correctiewerkboek(boek)
        return Geopend(aanbod, boek, verborgen, is_correctielijst=is_lijst)
    except BestandError as error:
        return Geopend(aanbod, None, Verborgen(), error.bevinding)


def read_geopend(geopend: Geopend, vraag: Vraag) -> list[Inzending]:
    """Read the invulbladen in an opened file against the plan. Never raises."""
    if geopend.boek is None or geopend.bevinding is not None:
        bevinding = geopend.bevinding or geopend.why_no_plan()
        return [_unreadable(geopend.aanbod, bevinding, vraag)]
    try:
        return read_boek(geopend.boek, vraag)
    except BestandError as error:
        return [_unreadable(geopend.aanbod, error.bevinding, vraag)]


def read_boek(boek: Werkboek, vraag: Vraag) -> list[Inzending]:
    """Read the invulbladen in an open workbook. Raises `BestandError` when there are none in it."""
    if is_correctiewerkboek(boek):
        return [read_correctiewerkboek(boek, vraag.plan)]
    formulieren = read_formulieren(boek, vraag.plan)
    if not formulieren:
        return [_no_form(boek)]
    inzendingen = [_read_formulier(boek, formulier, vraag) for formulier in formulieren]
    return _with_bevindingen(inzendingen, formulieren, _tell_boek(boek, formulieren))


def _tell_boek(boek: Werkboek, formulieren: Sequence[Formulier]) -> list[Bevinding]:
    """Return what there is to tell of the file itself, of other sheets, and of what hangs beside the cells."""
    meldpunt = Meldpunt()
    tell_other_sheets(boek, formulieren, meldpunt)
    aanhang = find_aanhang(boek)
    stuk = {wat for formulier in formulieren for wat in formulier.verborgen.kapot}
    for wat in sorted(stuk):
        boek.tell(Code.VERBORGEN_KAPOT, wat=wat)
    return [*boek.meldingen, *aanhang, *meldpunt.bevindingen]


def _with_bevindingen(
    inzendingen: list[Inzending], formulieren: Sequence[Formulier], bevindingen: Sequence[Bevinding]
) -> list[Inzending]:
    """Give each invulblad in a workbook the findings on its own sheets; the first of a known sender also the others."""
    eerste = next((n for n, inzending in enumerate(inzendingen) if inzending.gemeenten), 0)
    van_blad = {blad.naam: n for n, f in enumerate(formulieren) for blad in (*f.communicatie, f.sheet)}
    for bevinding in bevindingen:
        plaats = van_blad.get(bevinding.plek.blad, eerste)
        inzending = inzendingen[plaats]
        wie = inzending.wie if len(inzendingen) == 1 or bevinding.plek.blad else ""
        erbij = replace(bevinding, gemeente=bevinding.gemeente or wie)
        inzendingen[plaats] = replace(inzending, bevindingen=(*inzending.bevindingen, erbij))
    return inzendingen


def _no_form(boek: Werkboek) -> Inzending:
    """Our own results and plans lie about in the same folder: passed over with a word, not called wrong."""
    waarom = _other_kind(boek)
    if not waarom:
        verborgen = read_verborgen(boek)
        if verborgen.plan is not None and verborgen.gemeente:
            raise boek.bestand.weiger(Code.KOPREGEL_WEG, naam=verborgen.gemeente)
        raise boek.bestand.weiger(Code.GEEN_INVULBLAD)
    bevinding = Bevinding(Code.OVERGESLAGEN, Plek(boek.bestand.naam), waarden={"waarom": waarom})
    niet_mee = [Bevinding(Code.CORRECTIES_NIET_MEE, Plek(boek.bestand.naam))] if has_correcties(boek) else []
    return Inzending(_herkomst(boek, reden=waarom), (), bevindingen=(bevinding, *niet_mee))


def _other_kind(boek: Werkboek) -> str:
    if is_regiowerkboek(boek):
        return "dit is een regiowerkboek, geen invulblad"
    return "dit is een planwerkboek, geen invulblad" if is_planwerkboek(boek) else ""


def _read_formulier(boek: Werkboek, formulier: Formulier, vraag: Vraag) -> Inzending:
    bestand = boek.bestand
    afzender = _find_afzender(formulier, vraag, bestand)
    plek = formulier.sheet.plek()
    if not afzender.gemeenten:
        bevinding = _unknown_sender(formulier, vraag.plan, bestand.naam)
        return Inzending(_herkomst(boek, reden=bevinding.tekst.rstrip(".")), (), bevindingen=(bevinding,))
    namen = tuple(gemeente.naam for gemeente in afzender.gemeenten)
    kolom = afzender.gemeenten[0].kolom
    wie = namen[0] if len(namen) == 1 else kolom
    bekend = _find_bekend(formulier, vraag, afzender.gemeenten[0])
    gelezen = read_antwoorden(formulier, vraag.plan, wie, kolom, bekend)
    vooraf = _tell_choice(formulier, vraag.plan, wie) + _tell_afzender(afzender, wie, plek)
    vooraf += _tell_plan(formulier, vraag.plan, wie, plek)
    if bestand.naam not in vraag.gemeenten:
        vooraf += _tell_name(afzender, vraag.plan, wie, plek)
    return Inzending(
        herkomst=_herkomst(boek, gemeenten=namen),
        gemeenten=namen,
        kolom=kolom,
        antwoorden=gelezen.antwoorden,
        eigen_acties=tuple(gelezen.eigen_acties),
        communicatie=tuple(gelezen.communicatie),
        bevindingen=(*vooraf, *gelezen.bevindingen),
        blad=formulier.sheet.naam,
        plaats=boek.sheets.index(formulier.sheet),
        is_verborgen=formulier.sheet.is_verborgen,
        standen=bekend.standen,
        niet_gedeeld=frozenset(bekend.niet_gedeeld),
        is_ander_plan=any(b.code is Code.ANDER_PLAN for b in vooraf),
        retour_van=formulier.verborgen.retour_van,
        plan_peildatum=eigen_plan.gegevens.peildatum if (eigen_plan := formulier.verborgen.plan) else None,
    )


def _find_bekend(formulier: Formulier, vraag: Vraag, gemeente: Gemeente) -> Bekend:
    """Return what the sheet was sent with; where it no longer says so, what the plan knows."""
    if formulier.verborgen.standen:
        return Bekend(formulier.verborgen.standen, formulier.verborgen.niet_gedeeld)
    if not vraag.standen:
        return Bekend()
    return Planwerkboek(vraag.plan, vraag.standen).known_of(gemeente)


def _tell_choice(formulier: Formulier, plan: Plan, wie: str) -> list[Bevinding]:
    eigen = plan.find_gemeenten(formulier.verborgen.gemeente)
    keuze = unknown_choice(formulier, plan, eigen[0].naam) if len(eigen) == 1 else ""
    if not keuze:
        return []
    waarden = {"waarde": keuze, "naam": wie, "heel": f"{HEEL} {eigen[0].kolom}"}
    return [Bevinding(Code.KEUZE_ONBEKEND, formulier.sheet.plek(), wie, waarden=waarden)]


def _unknown_sender(formulier: Formulier, plan: Plan, bestandsnaam: str) -> Bevinding:
    """A sheet of another plan says whose it is, only not to us; any other leaves it open."""
    verborgen = formulier.verborgen
    if verborgen.plan is not None and verborgen.gemeente and verborgen.plan_id != plan_id(plan):
        waarden = {"naam": verborgen.gemeente, "ander": _plan_name(verborgen.plan)}
        return Bevinding(Code.HOORT_BIJ_ANDER_PLAN, formulier.sheet.plek(), waarden=waarden)
    return Bevinding(Code.GEMEENTE_ONBEKEND, formulier.sheet.plek(), waarden={"bestand": bestandsnaam})


def _plan_name(plan: Plan) -> str:
    naam, jaar = plan.gegevens.naam, plan.gegevens.jaar
    return naam if not jaar or jaar in naam else f"{naam} ({jaar})"


def _find_afzender(formulier: Formulier, vraag: Vraag, bestand: Bestand) -> Afzender:
    uit_blad = find_afzender(formulier, vraag.plan, bestand.naam)
    naam = vraag.gemeenten.get(bestand.naam)
    if naam is None:
        return uit_blad
    gekozen = vraag.plan.find_gemeenten(naam)
    zelf = formulier.verborgen.gemeente or (uit_blad.gemeenten[0].naam if uit_blad.gemeenten else "")
    klopt = not zelf or zelf in {gemeente.naam for gemeente in gekozen}
    return Afzender(gekozen, anders="" if klopt else zelf)


def _tell_afzender(afzender: Afzender, wie: str, plek: Plek) -> list[Bevinding]:
    if afzender.anders:
        return [Bevinding(Code.GEMEENTE_MET_DE_HAND, plek, wie, waarden={"naam": wie, "ander": afzender.anders})]
    if not afzender.waaruit:
        return []
    return [Bevinding(Code.GEMEENTE_AFGELEID, plek, wie, waarden={"naam": wie, "waaruit": afzender.waaruit})]


def _tell_name(afzender: Afzender, plan: Plan, wie: str, plek: Plek) -> list[Bevinding]:
    """Tell when the name of the file says somebody else: a copy of another gemeente's file, or only a slip."""
    uit_naam = afzender_from_name(plan, plek.bestand).gemeenten
    if not uit_naam or {g.naam for g in uit_naam} & {g.naam for g in afzender.gemeenten}:
        return []
    ander = uit_naam[0].naam if len(uit_naam) == 1 else uit_naam[0].kolom
    waarden = {"naam": wie, "ander": ander, "bestand": plek.bestand}
    return [Bevinding(Code.NAAM_BOTST, plek, wie, waarden=waarden)]


def _tell_plan(formulier: Formulier, plan: Plan, wie: str, plek: Plek) -> list[Bevinding]:
    eigen = formulier.verborgen.plan
    if eigen is None or formulier.verborgen.plan_id == plan_id(plan):
        return []
    if (eigen.gegevens.naam, eigen.gegevens.jaar) != (plan.gegevens.naam, plan.gegevens.jaar):
        return [Bevinding(Code.ANDER_PLAN, plek, wie, waarden={"ander": _plan_name(eigen)})]
    return [Bevinding(Code.ANDERE_VERSIE, plek, wie)]


def _unreadable(aanbod: Aanbod, bevinding: Bevinding, vraag: Vraag) -> Inzending:
    """Keep whose file it was, as far as a name tells: those gemeenten are oranje with reden `onleesbaar`."""
    if afzender_from_name(vraag.plan, aanbod.naam).gemeenten:
        bevinding = may_be_answer(bevinding)
    is_overgeslagen = bevinding.code in (*_BIJZAAK, Code.DOCUMENT_NIET_GELEZEN, Code.SUBMAP_NIET_GELEZEN)
    gemeenten: tuple[Gemeente, ...] = ()
    if bevinding.code not in _BIJZAAK:
        op_naam = vraag.plan.find_gemeenten(vraag.gemeenten.get(aanbod.naam, ""))
        gemeenten = op_naam or afzender_from_name(vraag.plan, aanbod.naam).gemeenten
    namen = tuple(gemeente.naam for gemeente in gemeenten)
    wie = "" if not gemeenten else namen[0] if len(namen) == 1 else gemeenten[0].kolom
    herkomst = Herkomst(
        bevinding.plek.bestand or aanbod.naam,
        sha256=aanbod.bestand.sha256 if aanbod.bestand else "",
        gewijzigd=aanbod.bestand.gewijzigd if aanbod.bestand else "",
        gemeenten=namen,
        reden=bevinding.tekst.rstrip("."),
    )
    met_gemeente = Bevinding(bevinding.code, bevinding.plek, wie, bevinding.nr, bevinding.waarden)
    return Inzending(
        herkomst,
        () if is_overgeslagen else namen,
        gemeenten[0].kolom if gemeenten else "",
        is_onleesbaar=not is_overgeslagen,
        bevindingen=(met_gemeente,),
    )


def _herkomst(boek: Werkboek, gemeenten: tuple[str, ...] = (), reden: str = "") -> Herkomst:
    bestand = boek.bestand
    return Herkomst(bestand.naam, bestand.sha256, boek.opgeslagen, gemeenten, reden=reden, gewijzigd=bestand.gewijzigd)
