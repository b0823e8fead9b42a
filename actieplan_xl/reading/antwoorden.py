"""The rows of an invulblad read against the plan: which actie each is, and what its answer means (contract §2)."""

import re
from dataclasses import dataclass, field

from actieplan_xl.domain.adres import format_adres
from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.invulling import Bekend, Communicatiemoment, EigenActie, Invulling, Plek, Stand
from actieplan_xl.domain.plan import Actie, Plan, nr_key, parse_nr
from actieplan_xl.domain.status import Status
from actieplan_xl.domain.words import Koppen, fold
from actieplan_xl.reading.buiten import tell_boven, tell_hidden
from actieplan_xl.reading.communicatie import read_communicatie
from actieplan_xl.reading.formulier import VELDEN, Formulier, Regel, Veld
from actieplan_xl.reading.koppelingen import tell_koppelingen
from actieplan_xl.reading.losse_kleuren import tell_losse_kleuren
from actieplan_xl.reading.rijherkenning import Rijherkenning
from actieplan_xl.reading.statuscel import Lezing, find_vorige, is_unchanged, not_shared, odd, read_statuscel, unusable
from actieplan_xl.reading.werkboek.meldpunt import Meldpunt

_NAAR_BUITEN = re.compile(r"\[\d+\]|\||WEBSERVICE|HYPERLINK|IMPORT|CALL\(|EXEC\(|DDE|RTD\(|://|\\\\", re.IGNORECASE)


@dataclass
class Gelezen:
    """What a sheet turned out to say."""

    antwoorden: dict[str, Invulling] = field(default_factory=dict)
    eigen_acties: list[EigenActie] = field(default_factory=list)
    communicatie: list[Communicatiemoment] = field(default_factory=list)
    bevindingen: list[Bevinding] = field(default_factory=list)


def read_antwoorden(
    formulier: Formulier,
    plan: Plan,
    gemeente: str,
    kolom: str,
    bekend: Bekend,
    meldpunt: Meldpunt | None = None,
) -> Gelezen:
    """Return all that stands on an invulblad, every typed text in an answer, an eigen actie or a finding.

    `gemeente` is the name that findings and eigen acties carry: of the gemeente, or of the kolom when the sheet
    speaks for all of it. `bekend` has the previous states that `ongewijzigd` takes over; `meldpunt` is where findings
    go, one of its own unless it is given.
    """
    lezer = _RowReader(formulier, plan, gemeente, kolom, bekend, meldpunt or Meldpunt())
    for kop in formulier.ontbrekende_koppen:
        lezer.tell(Code.KOLOM_ONTBREEKT, formulier.sheet.plek(), kop=kop)
    lezer.tell_headings()
    tell_boven(formulier, plan, gemeente, lezer.meldpunt)
    tell_koppelingen(formulier.sheet, gemeente, lezer.meldpunt)
    tell_hidden(formulier, gemeente, lezer.meldpunt)
    for regel in formulier.regels:
        lezer.read(regel)
    lezer.tell_cells()
    tell_losse_kleuren(formulier, lezer.uit.antwoorden, gemeente, lezer.meldpunt)
    for blad in formulier.communicatie:
        rubricering = plan.gegevens.rubricering
        momenten = read_communicatie(blad, gemeente, formulier.verborgen, lezer.meldpunt, rubricering)
        lezer.uit.communicatie.extend(momenten)
    lezer.tell_untouched()
    lezer.uit.bevindingen = lezer.meldpunt.bevindingen
    return lezer.uit


class _RowReader:
    def __init__(
        self,
        formulier: Formulier,
        plan: Plan,
        gemeente: str,
        kolom: str,
        bekend: Bekend,
        meldpunt: Meldpunt,
    ):
        self.formulier = formulier
        self.plan = plan
        self.gemeente = gemeente
        self.kolom = kolom
        self.is_voor_kolom = gemeente == kolom and plan.kolom_op_naam[kolom].is_gezamenlijk
        self.herkenning = Rijherkenning(plan, formulier.verborgen)
        is_van_blad = bekend.standen is formulier.verborgen.standen
        self.bekend = self.herkenning.translate(bekend) if is_van_blad else bekend
        self.heeft_statuskolom = formulier.kop.kolom(Koppen.STATUS) is not None
        self.is_aangeraakt = False
        self.meldpunt = meldpunt
        self.uit = Gelezen()

    def tell(self, code: Code, plek: Plek, nr: str = "", /, **waarden: object) -> None:
        self.meldpunt.tell(code, plek, self.gemeente, nr, {"nr": nr, **waarden})

    def plek(self, veld: Veld) -> Plek:
        return self.formulier.sheet.plek(veld.plaats)

    def read(self, regel: Regel) -> None:
        velden = (regel.nr, regel.actie, regel.status, regel.planning, regel.toelichting)
        gevuld = [(veld, woord) for veld, woord in zip(velden, VELDEN, strict=True) if not veld.is_leeg]
        if len(gevuld) > 1 and not regel.overig and all(fold(veld.tekst) == fold(woord) for veld, woord in gevuld):
            return  # the header once more
        actie = self._recognise(regel)
        self._tell_row(regel, actie.nr if actie else regel.nr.tekst)
        if actie is None:
            self._keep_unknown(regel)
        elif actie.is_voor(self.kolom):
            self._take(actie, regel)
        elif regel.is_ingevuld:
            self.tell(Code.RIJ_NIET_VAN_TOEPASSING, self.plek(regel.status), actie.nr, naam=self.gemeente)
            self._keep_as_eigen(regel)

    def _recognise(self, regel: Regel) -> Actie | None:
        herkend = self.herkenning.find(regel)
        if herkend.code is not None and herkend.actie is not None:
            self.tell(herkend.code, self.plek(herkend.veld), herkend.actie.nr, **herkend.waarden)
        return herkend.actie

    def _take(self, actie: Actie, regel: Regel) -> None:
        bekend = self.bekend
        vorige = find_vorige(regel, bekend.standen.get(actie.nr), bool(bekend.standen))
        lezing = read_statuscel(regel, vorige, self.heeft_statuskolom)
        # What only the sheet of one gemeente shows, nobody knows of the others of her kolom.
        if self.is_voor_kolom and is_unchanged(regel) and (actie.nr in bekend.niet_gedeeld or vorige.is_van_blad):
            lezing = not_shared(regel, lezing, self.kolom)
        for melding in lezing.meldingen:
            self.tell(melding.code, self.plek(melding.veld), actie.nr, **melding.waarden)
        self.is_aangeraakt |= not self._is_as_sent(regel, vorige.stand)
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
            toelichting=regel.toelichting.overgenomen,
            reden=lezing.reden,
            getypt=lezing.getypt,
            plek=self.plek(plaats),
        )

    def _keep_unknown(self, regel: Regel) -> None:
        is_leeg = regel.actie.is_leeg and regel.nr.is_leeg
        if not regel.is_ingevuld and (is_leeg or self.herkenning.is_known_line(regel)):
            if not is_leeg and not regel.nr.is_leeg and parse_nr(regel.nr.tekst) is None:
                self.tell(Code.CEL_BUITEN_TABEL, self.plek(regel.nr), waarde=regel.nr.tekst)
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
        if regel.status.doorgehaald:
            self.tell(Code.TEKST_DOORGEHAALD, self.plek(regel.status), waarde=regel.status.doorgehaald)
        for melding in odd(regel):
            self.tell(melding.code, self.plek(melding.veld), regel.nr.tekst, **melding.waarden)

    def _keep_as_eigen(self, regel: Regel) -> None:
        plaats = regel.actie if not regel.actie.is_leeg else regel.status
        self.uit.eigen_acties.append(
            EigenActie(
                gemeente=self.gemeente,
                actie=regel.actie.overgenomen,
                nr=regel.nr.tekst,
                status=regel.status.overgenomen,
                planning=regel.planning.overgenomen,
                toelichting=regel.toelichting.overgenomen,
                plek=self.plek(plaats),
            )
        )

    def _tell_row(self, regel: Regel, nr: str) -> None:
        """Tell what is in columns we did not make, what is a formula, and what a merge hides."""
        for kop, veld in regel.overig:
            code = Code.KOLOM_ONBEKEND if kop else Code.CEL_BUITEN_TABEL
            self.tell(code, self.plek(veld), nr, kop=kop, waarde=veld.tekst)
        formules = self.formulier.sheet.inhoud.formules
        if formules or self.formulier.onder_samenvoeging:
            for veld in (regel.actie, regel.status, regel.planning, regel.toelichting):
                if veld.plaats in formules and not veld.is_leeg and unusable(veld) is None:
                    is_buiten = _NAAR_BUITEN.search(formules[veld.plaats])
                    code = Code.FORMULE_NAAR_BUITEN if is_buiten else Code.FORMULE
                    self.tell(code, self.plek(veld), nr, waarde=veld.tekst)
                self._tell_merge(veld, nr, is_veld=veld is not regel.actie)

    def _tell_merge(self, veld: Veld, nr: str, is_veld: bool) -> None:
        begin = self.formulier.onder_samenvoeging.get(veld.plaats)
        if begin is None:
            return
        daar = self.formulier.sheet.text(*begin)
        if not veld.is_leeg:
            self.tell(Code.CEL_BEDEKT, self.plek(veld), nr, waarde=veld.tekst)
        elif is_veld and daar and begin[0] != veld.plaats[0]:
            self.tell(Code.CEL_SAMENGEVOEGD, self.plek(veld), nr, met=format_adres(begin), waarde=daar)

    def tell_headings(self) -> None:
        """Tell a heading that is none of ours when nothing below it will tell it."""
        sheet, kop = self.formulier.sheet, self.formulier.kop
        bekend = {fold(woord) for woord in (*VELDEN, Koppen.VORIGE_STAND, Koppen.CONTROLE)}
        onder = {kolom for regel in self.formulier.regels for _, veld in regel.overig for kolom in [veld.plaats[1]]}
        for kolom, tekst in kop.koppen.items():
            if fold(tekst) not in bekend and kolom not in onder:
                self.tell(Code.CEL_BUITEN_TABEL, sheet.plek((kop.rij, kolom)), waarde=tekst)

    def tell_cells(self) -> None:
        """Tell cells that stand in the file twice, or at an address that does not exist."""
        sheet = self.formulier.sheet
        for plaats, tekst in sheet.twice():
            self.tell(Code.CEL_DUBBEL, sheet.plek(plaats), waarde=tekst)
        for plaats, adres in sheet.inhoud.geschat.items():
            if tekst := sheet.text(*plaats):
                self.tell(Code.CEL_GESCHAT, sheet.plek(plaats), adres=adres, waarde=tekst)

    def tell_untouched(self) -> None:
        """Tell a sheet that came back as it was sent: nothing in it but what was filled in beforehand."""
        uit = self.uit
        is_leeg = not (uit.eigen_acties or uit.communicatie or self.is_aangeraakt)
        if is_leeg and any(not invulling.is_antwoord for invulling in uit.antwoorden.values()):
            self.tell(Code.NIETS_INGEVULD, self.formulier.sheet.plek(), naam=self.gemeente)

    def _is_as_sent(self, regel: Regel, vorige: Stand | None) -> bool:
        """Whether a row holds what we filled in beforehand, or nothing at all."""
        if vorige is None or vorige.status is not Status.STRUCTUREEL:
            return not regel.is_ingevuld
        return (regel.status.overgenomen, regel.planning.overgenomen, regel.toelichting.overgenomen) == (
            Status.STRUCTUREEL,
            vorige.planning,
            "",
        )


def says_something(invulling: Invulling) -> bool:
    """Whether an answer, or the lack of one, carries anything a gemeente typed."""
    return invulling.is_antwoord or bool(invulling.getypt or invulling.planning or invulling.toelichting)


def describe(invulling: Invulling) -> str:
    """Return an answer in a few words, for a finding."""
    delen = (invulling.getypt or str(invulling.status), invulling.planning, invulling.toelichting)
    return ", ".join(deel for deel in delen if deel)
