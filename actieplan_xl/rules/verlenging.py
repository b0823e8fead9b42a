"""Next year's plan: which acties go on and which are closed, and what is known of each beforehand.

An actie keeps its number; one that is closed keeps it too, so that no later actie is taken for it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.errors import GebruikError
from actieplan_xl.domain.herindeling import Herindeling
from actieplan_xl.domain.invulling import EigenActie, Invulling, Plek, Stand, Standen
from actieplan_xl.domain.jaren import parse_planjaar
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.plan import Actie, Afgesloten, Hoofdlijn, Plan, Plangegevens, Thema
from actieplan_xl.domain.status import Status
from actieplan_xl.domain.vorige_stand import VorigeStand
from actieplan_xl.domain.words import Bladen, fold, opsomming
from actieplan_xl.rules.herindeling import Hergroepering, divide

_KLAAR = frozenset({Status.VOLTOOID, Status.NIET_OPGEPAKT})


@dataclass(frozen=True)
class Verlenging:
    """A plan for the next year, with what each gemeente last said.

    `gaan_door` are the acties of the previous plan that are in it; `afgesloten` those that every gemeente finished or
    will not take up, whether or not they were kept; `opgegaan` has by gemeente those that became part of it.
    `eigen_acties` were added by gemeenten: whether they belong in the plan, only the coördinator knows.
    """

    plan: Plan
    vorige: tuple[VorigeStand, ...]
    gaan_door: tuple[Actie, ...]
    afgesloten: tuple[Actie, ...]
    opgegaan: dict[str, tuple[str, ...]]
    eigen_acties: tuple[EigenActie, ...] = ()
    bevindingen: tuple[Bevinding, ...] = ()


def extend_plan(
    matrix: Matrix,
    jaar: str,
    herindeling: Herindeling | None = None,
    behouden: bool = False,
    laatst_bekend: Standen | None = None,
) -> Verlenging:
    """Return the plan that follows on a matrix. With `behouden` the closed acties stay in it.

    `laatst_bekend` is what is known from before of those who did not answer: it goes along as their previous state, and
    closes nothing.

    Raises `GebruikError` when `jaar` is none, or when nothing would be left to ask.
    """
    jaar = parse_planjaar(jaar)
    afgesloten = tuple(actie for actie in matrix.plan.acties if _is_closed(matrix, actie))
    weg = frozenset() if behouden else frozenset(actie.nr for actie in afgesloten)
    if len(weg) == len(matrix.plan.acties):
        raise GebruikError(
            "Alle acties zijn afgesloten, dus er blijft niets over om uit te vragen. Geef --afgesloten behouden en "
            "haal in het nieuwe plan weg wat klaar is."
        )
    return _Verlenger(matrix, jaar, divide(matrix.plan, herindeling or {}), weg, laatst_bekend or {}).extend(afgesloten)


def _is_closed(matrix: Matrix, actie: Actie) -> bool:
    """Whether nothing is left to ask: every gemeente it is meant for finished it or will not take it up."""
    gegeven = matrix.op_actie[actie.nr]
    return bool(gegeven) and all(invulling.status in _KLAAR for invulling in gegeven)


@dataclass(frozen=True)
class _Verlenger:
    matrix: Matrix
    jaar: str
    groepen: Hergroepering
    weg: frozenset[str]
    laatst_bekend: Standen

    def extend(self, afgesloten: tuple[Actie, ...]) -> Verlenging:
        oud = self.matrix.plan
        hoofdlijnen = tuple(self._hoofdlijn(lijn) for lijn in oud.hoofdlijnen)
        nummers = {lijn.nr for lijn in hoofdlijnen} | {thema.nr for lijn in hoofdlijnen for thema in lijn.themas}
        plan = replace(
            oud,
            gegevens=self._gegevens(),
            kolommen=self.groepen.kolommen,
            hoofdlijnen=hoofdlijnen,
            teksten={nr: tekst for nr, tekst in oud.teksten.items() if nr in nummers},
            afgesloten=tuple(self._closed()),
        )
        bevindingen = (*self.groepen.bevindingen, *self._tell_plan(plan), *self._tell_geldt_voor())
        opgegaan, eigen = self.groepen.opgegaan, self.matrix.eigen_acties
        return Verlenging(plan, tuple(self._known(plan)), plan.acties, afgesloten, opgegaan, eigen, bevindingen)

    def _gegevens(self) -> Plangegevens:
        """The days of last year's round are of no use now; what is not filled in is seen, what is wrong is not."""
        oud = self.matrix.plan.gegevens
        naam = re.sub(rf"(?<!\d){re.escape(oud.jaar)}(?!\d)", self.jaar, oud.naam) if oud.jaar else oud.naam
        return replace(oud, naam=naam, jaar=self.jaar, peildatum="", inleverdatum="")

    def _hoofdlijn(self, lijn: Hoofdlijn) -> Hoofdlijn:
        """A hoofdlijn stays, also without themas: its place is where a new one may come."""
        themas = [replace(t, acties=tuple(self._acties(t))) for t in lijn.themas]
        return replace(lijn, themas=tuple(thema for thema in themas if thema.acties))

    def _acties(self, thema: Thema) -> Iterator[Actie]:
        for actie in thema.acties:
            if actie.nr not in self.weg:
                yield replace(actie, geldt_voor=self.groepen.translate(actie))

    def _known(self, plan: Plan) -> Iterator[VorigeStand]:
        """Yield what each gemeente said of what is asked again; apart for each that is part of another now."""
        peildatum = self.matrix.plan.gegevens.peildatum
        for actie in plan.acties:
            for gemeente in plan.gemeenten:
                eerder = self.groepen.voorgangers[gemeente.naam]
                for toen in eerder:
                    gegeven = self.matrix.invulling(toen.naam, actie.nr)
                    if gegeven is not None:
                        stand = self._last_said(gegeven)
                        van = toen.naam if gemeente.naam in self.groepen.opgegaan else ""
                        yield VorigeStand(
                            actie.nr, actie.tekst, gemeente.naam, stand, van, stand.peildatum or peildatum
                        )

    def _last_said(self, gegeven: Invulling) -> Stand:
        if gegeven.is_antwoord:
            return Stand(gegeven.status, gegeven.planning)
        return self.laatst_bekend.get(gegeven.gemeente, {}).get(gegeven.nr) or Stand(Status.NIET_BEPAALD)

    def _closed(self) -> Iterator[Afgesloten]:
        """Yield what was closed before and what is closed now. What is closed a second time has its last answer."""
        oud = self.matrix.plan
        gesloten = [gegeven for gegeven in self.matrix.invullingen if gegeven.nr in self.weg]
        nu = {(gegeven.nr, fold(oud.actie_op_nr[gegeven.nr].tekst), gegeven.gemeente) for gegeven in gesloten}
        yield from (rij for rij in oud.afgesloten if (rij.nr, fold(rij.actie), rij.gemeente) not in nu)
        kolom = {gemeente.naam: gemeente.kolom for gemeente in oud.gemeenten}
        sinds = oud.gegevens.peildatum or oud.gegevens.jaar
        for gegeven in gesloten:
            lijn, thema = oud.plaats_van_actie[gegeven.nr]
            yield Afgesloten(
                nr=gegeven.nr,
                hoofdlijn=lijn.naam,
                thema=thema.naam,
                actie=oud.actie_op_nr[gegeven.nr].tekst,
                kolom=kolom[gegeven.gemeente],
                gemeente=gegeven.gemeente,
                status=str(gegeven.status),
                planning=gegeven.planning,
                sinds=sinds,
            )

    def _tell_plan(self, plan: Plan) -> Iterator[Bevinding]:
        oud, nieuw = self.matrix.plan.gegevens, plan.gegevens
        plek = Plek(blad=Bladen.PLAN)
        if fold(oud.naam) == fold(nieuw.naam):
            yield Bevinding(Code.VERLENGEN_NAAM_GELIJK, plek, waarden={"naam": nieuw.naam})
        if oud.jaar[:4].isdecimal() and oud.jaar[:4] >= nieuw.jaar[:4]:
            waarden = {"jaar": nieuw.jaar, "vorig": oud.jaar}
            yield Bevinding(Code.VERLENGEN_JAAR_NIET_LATER, plek, waarden=waarden)
        over = {thema.nr for lijn in plan.hoofdlijnen for thema in lijn.themas}
        for thema in (thema for lijn in self.matrix.plan.hoofdlijnen for thema in lijn.themas):
            if thema.nr not in over:
                waarden = {"nr": thema.nr, "naam": thema.naam}
                yield Bevinding(Code.VERLENGEN_THEMA_VERVALT, nr=thema.nr, waarden=waarden)

    def _tell_geldt_voor(self) -> Iterator[Bevinding]:
        for actie in (actie for actie in self.matrix.plan.acties if actie.nr not in self.weg):
            for kolom, niet in self.groepen.not_asked_before(actie):
                waarden = {"nr": actie.nr, "niet": opsomming(niet), "kolom": kolom}
                yield Bevinding(Code.VERLENGEN_GELDT_VOOR_MEER, nr=actie.nr, waarden=waarden)
