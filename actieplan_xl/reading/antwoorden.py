"""The rows of an invulblad read against the plan: which actie each is, and what its answer means (contract §2)."""

from dataclasses import dataclass, field

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.invulling import Bekend, Communicatiemoment, EigenActie, Invulling, Stand
from actieplan_xl.domain.matrixcel import format_vorige, parse_vorige
from actieplan_xl.domain.plan import Actie, Plan, parse_nr
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.domain.words import Koppen
from actieplan_xl.reading.andermans import Andermans
from actieplan_xl.reading.buiten import tell_boven, tell_hidden
from actieplan_xl.reading.communicatie import read_communicatie
from actieplan_xl.reading.formulier import Formulier
from actieplan_xl.reading.kolommen import tell_columns
from actieplan_xl.reading.koppelingen import tell_koppelingen
from actieplan_xl.reading.losse_kleuren import tell_losse_kleuren
from actieplan_xl.reading.regel import ANTWOORDVELDEN, Regel
from actieplan_xl.reading.rijherkenning import Herkend, Rijherkenning
from actieplan_xl.reading.rijmelder import Rijmelder
from actieplan_xl.reading.statuscel import Lezing, find_vorige, is_unchanged, not_shared, read_statuscel, unusable
from actieplan_xl.reading.werkboek.meldpunt import Meldpunt

_KOLOM_LEEG = 3
"""From so many rows without a number on, and so many times those with one, it is the column that was emptied."""


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
    tell_columns(formulier, gemeente, lezer.meldpunt)
    tell_boven(formulier, plan, gemeente, lezer.meldpunt)
    tell_koppelingen(formulier.sheet, gemeente, lezer.meldpunt)
    tell_hidden(formulier, gemeente, lezer.meldpunt)
    lezer.andermans.start(formulier)
    for regel in formulier.regels:
        lezer.read(regel)
    lezer.tell_without_nr()
    lezer.melder.tell_cells()
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
        self.zonder_nr: list[tuple[Regel, Actie]] = []
        self.met_nr = 0
        self.meldpunt = meldpunt
        self.melder = Rijmelder(formulier, gemeente, meldpunt)
        self.tell, self.plek = self.melder.tell, self.melder.plek
        self.andermans = Andermans(plan, self.melder, self.herkenning)
        self.uit = Gelezen()

    def read(self, regel: Regel) -> None:
        herkend = self.herkenning.find(regel)
        actie = herkend.actie
        is_titel = actie is None and self.andermans.note(regel)
        if self.formulier.is_copy(regel.rij):
            return
        nr = actie.nr if actie else regel.nr.tekst
        self.melder.tell_row(regel, nr)
        self._tell_recognised(herkend, regel)
        titel = self.andermans.titel
        if titel is not None and not is_titel and self.andermans.has(actie):
            self.andermans.tell(titel, regel, actie)
            return
        self.melder.tell_other_columns(regel, nr)
        self._tell_vorige(regel, actie)
        if not is_titel:
            self._read_own(actie, regel)
        elif titel is not None:
            self.tell(Code.CEL_BUITEN_TABEL, self.plek(titel.veld), waarde=titel.veld.tekst)

    def _read_own(self, actie: Actie | None, regel: Regel) -> None:
        if actie is None:
            self._keep_unknown(regel)
        elif actie.is_voor(self.kolom):
            self._take(actie, regel)
        elif regel.is_ingevuld:
            self.tell(Code.RIJ_NIET_VAN_TOEPASSING, self.plek(regel.status), actie.nr, naam=self.gemeente)
            self._keep_as_eigen(regel)

    def _tell_recognised(self, herkend: Herkend, regel: Regel) -> None:
        """Tell how a row was recognised. A number that is not there is told later: once, where all are gone."""
        if herkend.actie is None:
            return
        if herkend.code is Code.NR_UIT_TEKST and not regel.nr.tekst:
            self.zonder_nr.append((regel, herkend.actie))
            return
        self.met_nr += 1
        if herkend.code is not None:
            self.tell(herkend.code, self.plek(herkend.veld), herkend.actie.nr, **herkend.waarden)

    def tell_without_nr(self) -> None:
        """Tell which rows were recognised without a number; where nearly all are, once for the sheet."""
        zonder = self.zonder_nr
        if len(zonder) >= _KOLOM_LEEG and len(zonder) >= _KOLOM_LEEG * self.met_nr:
            kolom = self.formulier.kolom(Koppen.NR)
            plek = self.formulier.sheet.plek((self.formulier.kop.rij, kolom) if kolom else None)
            self.tell(Code.NR_KOLOM_LEEG, plek, aantal=len(zonder))
            return
        for regel, actie in zonder:
            veld = regel.nr if regel.nr.plaats != (0, 0) else regel.actie
            self.tell(Code.NR_LEEG, self.plek(veld), actie.nr)

    def _tell_vorige(self, regel: Regel, actie: Actie | None) -> None:
        """Tell what stands under `Vorige stand` when we did not put it there."""
        veld = regel.vorige
        if veld.is_leeg or self._is_vorige(veld.tekst, regel, actie):
            return
        nr = actie.nr if actie else regel.nr.tekst
        if (melding := unusable(veld)) is not None:
            self.tell(melding.code, self.plek(veld), nr, **melding.waarden)
        else:
            self.tell(Code.KOLOM_ONBEKEND, self.plek(veld), nr, kop=Koppen.VORIGE_STAND, waarde=veld.tekst)

    def _is_vorige(self, tekst: str, regel: Regel, actie: Actie | None) -> bool:
        """Whether a text under `Vorige stand` is ours: what is known of the actie, or, where nothing is known of any
        and it was not made here, all that can be a previous state."""
        verborgen = self.formulier.verborgen
        bekend = [
            self.bekend.standen.get(actie.nr) if actie else None,
            # An actie that is no longer asked had a previous state on the sheet all the same.
            verborgen.standen.get(parse_nr(regel.nr.tekst) or "") if actie is None else None,
        ]
        if any(stand is not None and format_vorige(stand) == tekst for stand in bekend):
            return True
        had_kolom = verborgen.vast is None or verborgen.wrote(Koppen.VORIGE_STAND)
        is_onbekend = not (self.bekend.standen or verborgen.standen) and had_kolom
        return actie is not None and is_onbekend and parse_vorige(tekst) is not None

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
        if (elders := self._under_renamed(regel)) and lezing.reden is Reden.LEEG:
            # Not an empty row: what was answered stands under a heading that nobody knows.
            lezing.reden, lezing.getypt = Reden.NIET_HERKEND, elders.get(Koppen.STATUS, "")
        invulling = self._make(actie, regel, lezing)
        eerder = self.uit.antwoorden.get(actie.nr)
        if eerder is None:
            self.uit.antwoorden[actie.nr] = invulling
        elif not says_something(eerder) and regel.is_ingevuld:
            self.uit.antwoorden[actie.nr] = invulling
            plek = self.plek(regel.status)
            self.tell(
                Code.RIJ_DUBBEL_LEEG,
                plek,
                actie.nr,
                leeg=eerder.plek.cel,
                waarde=describe(invulling),
                naam=self.gemeente,
            )
        elif regel.is_ingevuld and invulling.inhoud != eerder.inhoud:
            plek = self.plek(regel.status)
            self.tell(Code.RIJ_DUBBEL, plek, actie.nr, telt=eerder.plek.cel, waarde=describe(invulling))

    def _under_renamed(self, regel: Regel) -> dict[str, str]:
        """Return what stands under a heading that was typed over, or is there twice, by what we called that column."""
        hernoemd = self.formulier.hernoemd | self.formulier.onbeslist
        gevonden = {hernoemd.get(veld.plaats[1], ""): veld.tekst for _, veld in regel.overig}
        self.is_aangeraakt |= any(woord in ANTWOORDVELDEN for woord in gevonden)
        return {woord: tekst for woord, tekst in gevonden.items() if woord in ANTWOORDVELDEN}

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
        if not regel.is_ingevuld and (regel.is_blank or self.herkenning.is_known_line(regel)):
            if not regel.nr.is_leeg and parse_nr(regel.nr.tekst) is None:
                self.tell(Code.CEL_BUITEN_TABEL, self.plek(regel.nr), waarde=regel.nr.tekst)
            return
        self.melder.tell_unusable(regel)
        if regel.is_eigen:
            self.melder.tell_eigen(regel)
        else:
            self.melder.tell_unknown(regel, self.herkenning.is_heading(regel))
        self._keep_as_eigen(regel)

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
