"""The sheet `Invulblad` itself: each actie with its cells to fill in, what they are to hold, and how they colour."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from actieplan_xl.domain.adres import Plaats, format_adres, format_kolom
from actieplan_xl.domain.datum import format_datum
from actieplan_xl.domain.invulling import Communicatiemoment, EigenActie, Stand
from actieplan_xl.domain.matrixcel import format_vorige
from actieplan_xl.domain.plan import Actie, Gemeente, Plan
from actieplan_xl.domain.status import ONGEWIJZIGD, Status
from actieplan_xl.domain.words import (
    ALLEEN,
    ALLES_INGEVULD,
    ANTWOORDT,
    EIGEN_ACTIES,
    GEEN_ANTWOORD,
    HEEL,
    INVULBLAD_KOPPEN,
    KLEURUITLEG,
    STAPPEN,
    VERDER,
    VERDER_NIET_AF,
    VRAAG,
    Bladen,
    Koppen,
)
from actieplan_xl.writing import styles
from actieplan_xl.writing.controle import (
    Adressen,
    controle_formula,
    controle_value,
    eigen_formula,
    eigen_value,
)
from actieplan_xl.writing.controle_eisen import Eisen
from actieplan_xl.writing.kleurregels import answer_rules
from actieplan_xl.writing.onderdelen import KEUZES, paper, put_legend, put_title
from actieplan_xl.writing.planbladen import footnote_styles, marked
from actieplan_xl.writing.sheet import DataValidation, Formula, Range, Sheet

EIGEN_RIJEN = 10
_LEGENDA = (Status.STRUCTUREEL, Status.VOLTOOID, Status.NIET_OPGEPAKT, Status.GEPLAND)


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What stands in the cells of a gemeente, to the letter."""

    status: str = ""
    planning: str = ""
    toelichting: str = ""


@dataclass(frozen=True)
class Vulling:
    """What is filled in beforehand: answers by number, and what else a gemeente gave."""

    antwoorden: Mapping[str, Antwoord] = field(default_factory=dict)
    eigen_acties: Sequence[EigenActie] = ()
    communicatie: Sequence[Communicatiemoment] = ()
    voor_kolom: bool = False
    """Whether the answers are those of the whole kolom."""


class InvulbladBuilder:
    """Fills the sheet `Invulblad` from top to bottom."""

    def __init__(self, plan: Plan, gemeente: Gemeente, standen: Mapping[str, Stand], vulling: Vulling):
        self.plan = plan
        self.gemeente = gemeente
        self.standen = standen
        self.vulling = vulling
        self.acties = plan.acties_van(gemeente.kolom)
        self.koppen = [kop for kop in INVULBLAD_KOPPEN if standen or kop != Koppen.VORIGE_STAND]
        self.breed = len(self.koppen)
        self.sheet = Sheet(Bladen.INVULBLAD, is_beveiligd=True, tabkleur=styles.TABKLEUR)
        self.merken = footnote_styles(plan)
        self.rij = 1
        self.stand: list[bool] = []
        self.plaatsen: dict[str, Plaats] = {}

    def kolom(self, kop: str) -> int:
        """Return the column with a heading."""
        return self.koppen.index(kop) + 1

    def build(self) -> Sheet:
        """Return the sheet; afterwards `plaatsen` says where the status of each actie stands."""
        kolom = self.plan.kolom_op_naam[self.gemeente.kolom]
        put_title(
            self.sheet,
            self.plan,
            self.plan.gegevens.naam,
            f"Invulblad van {self.gemeente.naam}",
            self.breed,
            self.kolom(Koppen.TOELICHTING),
        )
        self.rij = 3
        self._put_uitleg()
        self.rij += 1
        tellerrij = self.rij
        if kolom.is_gezamenlijk:
            self.rij += 1
            self._put_geldt_voor(self.rij)
        self.rij += 1
        self._put_legend()
        self.rij += 1
        self.koprij = self.rij
        self.sheet.put_row(self.rij, self.koppen, styles.KOP)
        self.sheet.hoogtes[self.rij] = 22
        self._put_acties()
        self.laatste = self.rij
        self._put_eigen_acties()
        self._put_teller(tellerrij)
        self._finish()
        return self.sheet

    def _put_uitleg(self) -> None:
        gegevens = self.plan.gegevens
        voor = f" uiterlijk {format_datum(gegevens.inleverdatum)}" if gegevens.inleverdatum else ""
        aan = gegevens.e_mail_afzender or gegevens.afzender
        naar = f" terug naar {aan}" if aan else " terug"
        voorbeeld = f", bijvoorbeeld “najaar {gegevens.jaar}”" if gegevens.jaar else ""
        stappen = (
            f"{STAPPEN}   2.  Schrijf bij Planning wanneer{voorbeeld}.   3.  Sla op en stuur dit bestand{voor}{naar}."
        )
        self.sheet.merge(self.rij, 1, self.breed, stappen, styles.INLEIDING_STAPPEN)
        self.sheet.hoogtes[self.rij] = 36
        if gegevens.opmerking:
            self.rij += 1
            self.sheet.merge(self.rij, 1, self.breed, gegevens.opmerking, styles.INLEIDING_OPMERKING)

    def _put_geldt_voor(self, rij: int) -> None:
        """One civil service may answer for all its gemeenten at once: say so with one click."""
        kolom = self.plan.kolom_op_naam[self.gemeente.kolom]
        namen = ", ".join(gemeente.naam for gemeente in kolom.gemeenten)
        keuzes = (f"{ALLEEN} {self.gemeente.naam}", f"{HEEL} {kolom.naam}".replace(",", ""))
        self.sheet.merge(rij, 1, 2, f"{VRAAG} Kies hiernaast:", styles.INLEIDING_RECHTS)
        self.sheet.put(rij, 3, keuzes[self.vulling.voor_kolom], styles.INVOER_KEUZE)
        toelichting = f"{ANTWOORDT} {kolom.naam} voor {namen} tegelijk, kies dan “{keuzes[1]}”."
        self.sheet.merge(rij, 4, self.breed, toelichting, styles.INLEIDING)
        self.sheet.validaties.append(
            DataValidation(
                Range(rij, 3, rij, 3),
                "Voor wie?",
                f"Kies “{keuzes[1]}” als dit antwoord voor {namen} samen geldt.",
                keuzes,
                "Kies een van de twee uit de lijst.",
            )
        )
        self.sheet.hoogtes[rij] = 24

    def _put_legend(self) -> None:
        # Without previous states there is a column less: then the one that has no colour goes in words.
        zonder = "" if self.standen else " (gepland blijft wit)"
        self.sheet.merge(self.rij, 1, 2, f"{KLEURUITLEG}{zonder}:", styles.INLEIDING_RECHTS)
        put_legend(self.sheet, self.rij, 3, _LEGENDA[: self.breed - 3])
        self.sheet.put(self.rij, self.breed, GEEN_ANTWOORD, styles.status_chip(Status.NIET_BEPAALD.kleur))
        self.sheet.fill(self.rij, 1, self.breed, styles.INLEIDING)
        self.sheet.hoogtes[self.rij] = 22
        self.rij += 1
        self.sheet.fill(self.rij, 1, self.breed, styles.INLEIDING)
        self.sheet.hoogtes[self.rij] = 8

    def _put_acties(self) -> None:
        for lijn in self.plan.hoofdlijnen:
            themas = [(t, [a for a in t.acties if a.is_voor(self.gemeente.kolom)]) for t in lijn.themas]
            if not any(acties for _, acties in themas):
                continue
            self._put_band(lijn.nr, lijn.naam, styles.HOOFDLIJN, 24)
            for thema, acties in themas:
                if acties:
                    self._put_band(thema.nr, thema.naam, styles.THEMA, 20)
                for actie in acties:
                    self._put_actie(actie)

    def _put_band(self, nr: str, naam: str, stijl: styles.Style, hoogte: float) -> None:
        self.rij += 1
        self.sheet.put_row(self.rij, (nr, naam), stijl)
        self.sheet.fill(self.rij, 1, self.breed, stijl)
        self.sheet.hoogtes[self.rij] = hoogte

    def _put_actie(self, actie: Actie) -> None:
        self.rij += 1
        nr = actie.nr
        self.plaatsen[nr] = (self.rij, self.kolom(Koppen.STATUS))
        vorige = self.standen.get(nr)
        is_over_te_nemen = vorige is not None and vorige.is_over_te_nemen
        antwoord = self.vulling.antwoorden.get(nr, Antwoord())
        self.sheet.put(self.rij, 1, nr, styles.NUMMER)
        self.sheet.put(self.rij, 2, actie.tekst, marked(self.merken, actie))
        if self.standen:
            self.sheet.put(self.rij, 3, format_vorige(vorige) if vorige else "", styles.VORIGE)
        self._put_velden(antwoord)
        eisen = Eisen.find(self.plan, vorige if is_over_te_nemen else None)
        controle = controle_value(antwoord.status, antwoord.planning, is_over_te_nemen, eisen, antwoord.toelichting)
        self.stand.append(controle.startswith("✓"))
        formule = controle_formula(self._adressen(), is_over_te_nemen, eisen)
        self.sheet.put(self.rij, self.breed, Formula(formule, controle), styles.CONTROLE)
        self._put_keuzelijst(is_over_te_nemen, self.plan.afspraken.toelichting_bij_niet_opgepakt)

    def _put_velden(self, antwoord: Antwoord) -> None:
        self.sheet.put(self.rij, self.kolom(Koppen.STATUS), antwoord.status, styles.INVOER_KEUZE)
        self.sheet.put(self.rij, self.kolom(Koppen.PLANNING), antwoord.planning, styles.INVOER)
        self.sheet.put(self.rij, self.kolom(Koppen.TOELICHTING), antwoord.toelichting, styles.INVOER)

    def _adressen(self) -> Adressen:
        koppen = (Koppen.ACTIE, Koppen.STATUS, Koppen.PLANNING, Koppen.TOELICHTING)
        return Adressen(*(f"${format_adres((self.rij, self.kolom(kop)))}" for kop in koppen))

    def _put_keuzelijst(self, met_ongewijzigd: bool, vraagt_reden: bool = False) -> None:
        extra = " “ongewijzigd” laat de vorige stand staan." if met_ongewijzigd else ""
        keuzes = (*KEUZES, ONGEWIJZIGD) if met_ongewijzigd else KEUZES
        plaats = self.kolom(Koppen.STATUS)
        self._validate(plaats, "Status", f"Kies uit de lijst.{extra} Niet kiezen betekent: nog geen antwoord.", keuzes)
        self._validate(
            plaats + 1, "Planning", f"Wanneer? Bijvoorbeeld “najaar {self.plan.gegevens.jaar}”.".replace(" ”", "”")
        )
        mag_leeg = f"Bij “{Status.NIET_OPGEPAKT}”: waarom niet." if vraagt_reden else "Mag leeg blijven."
        self._validate(plaats + 2, "Toelichting", f"Wat is er nog van belang? {mag_leeg}")

    def _validate(self, kolom: int, titel: str, uitleg: str, keuzes: tuple[str, ...] = ()) -> None:
        fout = "Kies een van de woorden uit de lijst; een toelichting kan in de kolom Toelichting." if keuzes else ""
        self.sheet.validaties.append(
            DataValidation(Range(self.rij, kolom, self.rij, kolom), titel, uitleg, keuzes, fout)
        )

    def _put_eigen_acties(self) -> None:
        naam = self.gemeente.naam
        self._put_band(
            "", f"{EIGEN_ACTIES} van {naam}: wat {naam} zelf nog wil toevoegen (mag leeg blijven)", styles.HOOFDLIJN, 24
        )
        aantal = max(EIGEN_RIJEN, len(self.vulling.eigen_acties) + 3)
        gegeven = [*self.vulling.eigen_acties, *[None] * aantal][:aantal]
        for eigen in gegeven:
            self.rij += 1
            antwoord = Antwoord(eigen.status, eigen.planning, eigen.toelichting) if eigen else Antwoord()
            tekst = eigen.actie if eigen else ""
            self.sheet.put(self.rij, 1, eigen.nr if eigen else "", styles.NUMMER)
            self.sheet.put(self.rij, 2, tekst, styles.INVOER)
            if self.standen:
                self.sheet.put(self.rij, 3, "", styles.VORIGE)
            self._put_velden(antwoord)
            waarde = eigen_value(tekst, antwoord.status, antwoord.planning)
            self.sheet.put(self.rij, self.breed, Formula(eigen_formula(self._adressen()), waarde), styles.CONTROLE)
            self._put_keuzelijst(met_ongewijzigd=False)

    def _put_teller(self, rij: int) -> None:
        """Say how many of how many are done, and jump to the next that is not."""
        eerste = self.koprij + 1
        letter = format_kolom(self.breed)
        controle = f"${letter}${eerste}:${letter}${self.laatste}"
        klaar, totaal = sum(self.stand), len(self.acties)
        geteld = f'SUMPRODUCT(--(LEFT({controle},1)="✓"))'
        teller = Formula(f'={geteld}&" van {totaal} acties ingevuld"', f"{klaar} van {totaal} acties ingevuld")
        statuskolom = format_kolom(self.kolom(Koppen.STATUS))
        # Without a sheet name the link works in Excel and in LibreOffice, and survives a renamed sheet.
        doel = f'"#{statuskolom}"&IFERROR({eerste - 1}+MATCH("→*",{controle},0),{eerste})'
        verder = VERDER_NIET_AF if self.plan.afspraken.vraagt_meer else VERDER
        nu = ALLES_INGEVULD if klaar == totaal else verder
        sprong = Formula(f'=HYPERLINK({doel},IF({geteld}={totaal},"{ALLES_INGEVULD}","{verder}"))', nu)
        self.sheet.merge(rij, 1, 2, teller, styles.INLEIDING_VET)
        self.sheet.merge(rij, 3, self.breed, sprong, styles.INLEIDING_LINK)
        self.sheet.hoogtes[rij] = 24

    def _finish(self) -> None:
        sheet = self.sheet
        status, planning = self.kolom(Koppen.STATUS), self.kolom(Koppen.PLANNING)
        eerste = self.koprij + 1
        vorige = f"${format_adres((eerste, 3))}" if self.standen else ""
        adres = f"${format_adres((eerste, status))}"
        controle = f"${format_adres((eerste, self.breed))}"
        verschilde = not all(stand.is_over_te_nemen for stand in self.standen.values())
        for kolom in (status, planning, self.breed):
            bereik = Range(eerste, kolom, self.rij, kolom)
            # A planning may stay empty, so only the status and the check turn oranje.
            met_oranje = "" if kolom == planning else controle
            met_jaren = self.plan.afspraken.jaren_binnen_plan
            sheet.kleurregels += answer_rules(bereik, adres, vorige, met_oranje, met_jaren, verschilde)
        breedtes = {
            Koppen.NR: 7, Koppen.ACTIE: 48, Koppen.VORIGE_STAND: 23, Koppen.STATUS: 22,
            Koppen.PLANNING: 24, Koppen.TOELICHTING: 36, Koppen.CONTROLE: 27,
        }  # fmt: skip
        sheet.breedtes = {self.kolom(kop): breedte for kop, breedte in breedtes.items() if kop in self.koppen}
        sheet.bevroren = (self.koprij, 0)
        sheet.filter = Range(self.koprij, 1, self.rij, self.breed)
        sheet.tekst_als_getal_mag = Range(1, 1, self.rij, self.breed)
        sheet.startcel = (eerste + 2, status)
        sheet.print = paper(self.plan, f"Invulblad {self.gemeente.naam}", herhaal=(self.koprij, self.koprij))
