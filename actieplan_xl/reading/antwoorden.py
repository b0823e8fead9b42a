"""The rows of an invulblad read against the plan: which actie each is, and what its answer means (contract §2)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.invulling import Communicatiemoment, EigenActie, Invulling, Plek, Stand
from actieplan_xl.domain.plan import Actie, Plan, nr_key, parse_nr
from actieplan_xl.reading.communicatie import read_communicatie
from actieplan_xl.reading.formulier import Formulier, Regel, Veld
from actieplan_xl.reading.rijherkenning import Rijherkenning
from actieplan_xl.reading.statuscel import Lezing, is_unchanged, not_shared, read_statuscel, unusable


@dataclass
class Gelezen:
    """What a sheet turned out to say."""

    antwoorden: dict[str, Invulling] = field(default_factory=dict)
    eigen_acties: list[EigenActie] = field(default_factory=list)
    communicatie: list[Communicatiemoment] = field(default_factory=list)
    bevindingen: list[Bevinding] = field(default_factory=list)


def read_antwoorden(
    formulier: Formulier, plan: Plan, gemeente: str, kolom: str, standen: Mapping[str, Stand]
) -> Gelezen:
    """Return all that stands on an invulblad, every typed text in an answer, an eigen actie or a finding.

    `gemeente` is the name that findings and eigen acties carry: of the gemeente, or of the kolom when the sheet
    speaks for all of it. `standen` are the previous states that `ongewijzigd` takes over.
    """
    lezer = _RowReader(formulier, plan, gemeente, kolom, standen)
    for kop in formulier.ontbrekende_koppen:
        lezer.tell(Code.KOLOM_ONTBREEKT, formulier.sheet.plek(), kop=kop)
    for regel in formulier.regels:
        lezer.read(regel)
    for plaats, cell in formulier.sheet.inhoud.dubbel:
        if cell.ruw.strip():
            lezer.tell(Code.CEL_DUBBEL, formulier.sheet.plek(plaats), waarde=formulier.sheet.typed(cell))
    if formulier.communicatie is not None:
        momenten, meldingen = read_communicatie(formulier.communicatie, gemeente)
        lezer.uit.communicatie.extend(momenten)
        lezer.uit.bevindingen.extend(meldingen)
    return lezer.uit


class _RowReader:
    def __init__(self, formulier: Formulier, plan: Plan, gemeente: str, kolom: str, standen: Mapping[str, Stand]):
        self.formulier = formulier
        self.plan = plan
        self.gemeente = gemeente
        self.kolom = kolom
        self.is_voor_kolom = gemeente == kolom and plan.kolom_op_naam[kolom].is_gezamenlijk
        self.niet_gedeeld = formulier.verborgen.niet_gedeeld
        self.herkenning = Rijherkenning(plan, formulier.verborgen)
        self.standen = self.herkenning.translate(standen) if standen is formulier.verborgen.standen else standen
        self.uit = Gelezen()

    def tell(self, code: Code, plek: Plek, nr: str = "", **waarden: object) -> None:
        self.uit.bevindingen.append(Bevinding(code, plek, self.gemeente, nr, {"nr": nr, **waarden}))

    def plek(self, veld: Veld) -> Plek:
        return self.formulier.sheet.plek(veld.plaats)

    def read(self, regel: Regel) -> None:
        actie = self._recognise(regel)
        if actie is None:
            self._keep_unknown(regel)
            return
        self._tell_extra_columns(regel, actie.nr)
        if not actie.is_voor(self.kolom):
            if regel.is_ingevuld:
                plek = self.plek(regel.status)
                self.tell(Code.RIJ_NIET_VAN_TOEPASSING, plek, actie.nr, naam=self.gemeente)
                self._keep_as_eigen(regel)
            return
        self._take(actie, regel)

    def _recognise(self, regel: Regel) -> Actie | None:
        herkend = self.herkenning.find(regel)
        if herkend.code is not None and herkend.actie is not None:
            self.tell(herkend.code, self.plek(herkend.veld), herkend.actie.nr, **herkend.waarden)
        return herkend.actie

    def _take(self, actie: Actie, regel: Regel) -> None:
        lezing = read_statuscel(regel, self.standen.get(actie.nr))
        if self.is_voor_kolom and is_unchanged(regel) and actie.nr in self.niet_gedeeld:
            lezing = not_shared(regel, lezing, self.kolom)
        for melding in lezing.meldingen:
            self.tell(melding.code, self.plek(melding.veld), actie.nr, **melding.waarden)
        invulling = self._make(actie, regel, lezing)
        eerder = self.uit.antwoorden.get(actie.nr)
        if eerder is None or (not says_something(eerder) and regel.is_ingevuld):
            self.uit.antwoorden[actie.nr] = invulling
        elif regel.is_ingevuld and invulling.inhoud != eerder.inhoud:
            plek = self.plek(regel.status)
            self.tell(Code.RIJ_DUBBEL, plek, actie.nr, telt=eerder.plek.cel, waarde=describe(invulling))

    def _make(self, actie: Actie, regel: Regel, lezing: Lezing) -> Invulling:
        plaats = regel.status if regel.status.plaats != (0, 0) else regel.nr
        return Invulling(
            gemeente=self.gemeente,
            nr=actie.nr,
            status=lezing.status,
            planning=lezing.planning,
            toelichting=regel.toelichting.tekst,
            reden=lezing.reden,
            getypt=lezing.getypt,
            plek=self.plek(plaats),
        )

    def _keep_unknown(self, regel: Regel) -> None:
        self._tell_extra_columns(regel, regel.nr.tekst)
        is_leeg = regel.actie.is_leeg and regel.nr.is_leeg
        if not regel.is_ingevuld and (is_leeg or self.herkenning.is_known_line(regel)):
            return
        self._tell_unusable(regel)
        if not regel.is_eigen:
            veld = regel.actie if not regel.actie.is_leeg else regel.nr if not regel.nr.is_leeg else regel.status
            nr = parse_nr(regel.nr.tekst)
            is_kopje = nr is not None and len(nr_key(nr)) < 3
            waarde = f"{regel.nr.tekst} {regel.actie.tekst}".strip() if is_kopje else veld.tekst
            self.tell(Code.RIJ_ONBEKEND, self.plek(veld), waarde=waarde)
        self._keep_as_eigen(regel)

    def _tell_unusable(self, regel: Regel) -> None:
        for veld in (regel.actie, regel.status, regel.planning, regel.toelichting):
            if (melding := unusable(veld)) is not None:
                self.tell(melding.code, self.plek(veld), regel.nr.tekst, **melding.waarden)

    def _keep_as_eigen(self, regel: Regel) -> None:
        plaats = regel.actie if not regel.actie.is_leeg else regel.status
        self.uit.eigen_acties.append(
            EigenActie(
                gemeente=self.gemeente,
                actie=regel.actie.tekst,
                nr=regel.nr.tekst,
                status=regel.status.tekst,
                planning=regel.planning.tekst,
                toelichting=regel.toelichting.tekst,
                plek=self.plek(plaats),
            )
        )

    def _tell_extra_columns(self, regel: Regel, nr: str) -> None:
        for kop, veld in regel.overig:
            code = Code.KOLOM_ONBEKEND if kop else Code.CEL_BUITEN_TABEL
            self.tell(code, self.plek(veld), nr, kop=kop, waarde=veld.tekst)


def says_something(invulling: Invulling) -> bool:
    """Whether an answer, or the lack of one, carries anything a gemeente typed."""
    return invulling.is_antwoord or bool(invulling.getypt or invulling.planning or invulling.toelichting)


def describe(invulling: Invulling) -> str:
    """Return an answer in a few words, for a finding."""
    delen = (invulling.getypt or str(invulling.status), invulling.planning, invulling.toelichting)
    return ", ".join(deel for deel in delen if deel)
