"""What there is to tell of a row of an invulblad besides its answer: other columns, formulas, merges, odd cells."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from actieplan_xl.domain.adres import format_adres
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.domain.status import Kleur
from actieplan_xl.reading.formulier import Formulier
from actieplan_xl.reading.regel import Regel, Veld
from actieplan_xl.reading.statuscel import odd, unusable
from actieplan_xl.reading.werkboek.cells import Soort
from actieplan_xl.reading.werkboek.meldpunt import Meldpunt

_NAAR_BUITEN = re.compile(r"\[\d+\]|\||WEBSERVICE|HYPERLINK|IMPORT|CALL\(|EXEC\(|DDE|RTD\(|://|\\\\", re.IGNORECASE)


@dataclass(frozen=True)
class Rijmelder:
    """Tells of the rows of one sheet, in the name of `wie`."""

    formulier: Formulier
    wie: str
    meldpunt: Meldpunt

    def tell(self, code: Code, plek: Plek, nr: str = "", /, **waarden: object) -> None:
        """Note a finding at a place, of an actie."""
        self.meldpunt.tell(code, plek, self.wie, nr, {"nr": nr, **waarden})

    def plek(self, veld: Veld) -> Plek:
        """Return the place of a cell."""
        return self.formulier.sheet.plek(veld.plaats)

    def tell_row(self, regel: Regel, nr: str) -> None:
        """Tell what is a formula, and what a merge hides."""
        formules = self.formulier.sheet.inhoud.formules
        if formules or self.formulier.onder_samenvoeging:
            for veld in (regel.actie, regel.status, regel.planning, regel.toelichting):
                if veld.plaats in formules and unusable(veld) is None:
                    self._tell_formula(veld, formules[veld.plaats], nr)
                self._tell_merge(veld, nr, is_veld=veld is not regel.actie)

    def tell_other_columns(self, regel: Regel, nr: str) -> None:
        """Tell what stands on a row in columns that are none of ours, or no longer."""
        hernoemd, onbeslist = self.formulier.hernoemd, self.formulier.onbeslist
        for kop, veld in regel.overig:
            kolom, plek = veld.plaats[1], self.plek(veld)
            if veld.soort is Soort.NIET_BEREKEND:
                self.tell(Code.CEL_NIET_BEREKEND, plek, nr)
            elif woord := hernoemd.get(kolom) or onbeslist.get(kolom):
                wanneer = "de kolom weer" if kolom in hernoemd else "nog maar één kolom"
                self.tell(Code.CEL_KOP_HERNOEMD, plek, nr, kop=woord, wanneer=wanneer, waarde=veld.tekst)
            else:
                code = Code.KOLOM_ONBEKEND if kop else Code.CEL_BUITEN_TABEL
                self.tell(code, plek, nr, kop=kop, waarde=veld.tekst)

    def _tell_formula(self, veld: Veld, formule: str, nr: str) -> None:
        if veld.is_leeg:
            self.tell(Code.FORMULE_LEEG, self.plek(veld), nr)
            return
        code = Code.FORMULE_NAAR_BUITEN if _NAAR_BUITEN.search(formule) else Code.FORMULE
        self.tell(code, self.plek(veld), nr, waarde=veld.tekst)

    def _tell_merge(self, veld: Veld, nr: str, is_veld: bool) -> None:
        begin = self.formulier.onder_samenvoeging.get(veld.plaats)
        if begin is None:
            return
        daar = self.formulier.sheet.text(*begin)
        if not veld.is_leeg:
            self.tell(Code.CEL_BEDEKT, self.plek(veld), nr, waarde=veld.tekst)
        elif is_veld and daar and begin[0] != veld.plaats[0]:
            self.tell(Code.CEL_SAMENGEVOEGD, self.plek(veld), nr, met=format_adres(begin), waarde=daar)

    def tell_unusable(self, regel: Regel) -> None:
        """Tell the cells of a row that is no actie of the plan which hold no plain text."""
        for veld in (regel.nr, regel.actie, regel.status, regel.planning, regel.toelichting):
            if (melding := unusable(veld)) is not None:
                self.tell(melding.code, self.plek(veld), regel.nr.tekst, **melding.waarden)
        if regel.status.doorgehaald:
            self.tell(Code.TEKST_DOORGEHAALD, self.plek(regel.status), waarde=regel.status.doorgehaald)
        for melding in odd(regel):
            self.tell(melding.code, self.plek(melding.veld), regel.nr.tekst, **melding.waarden)

    def tell_unknown(self, regel: Regel, is_kopje: bool) -> None:
        """Tell a row that is no actie of the plan: the line of a hoofdlijn or thema, or nothing that stands in it."""
        velden = (regel.status, regel.planning, regel.toelichting)
        if regel.is_blank:
            self.tell(Code.RIJ_ZONDER_ACTIE, self.plek(first_filled(velden)), waarde=in_words(velden))
            return
        veld = regel.nr if regel.actie.is_leeg else regel.actie
        waarde = in_words((regel.nr, regel.actie), " ")
        self.tell(Code.RIJ_KOPJE if is_kopje else Code.RIJ_ONBEKEND, self.plek(veld), waarde=waarde)

    def tell_eigen(self, regel: Regel) -> None:
        """Tell an answer below the table beside which no actie was written down."""
        velden = (regel.status, regel.planning, regel.toelichting)
        if regel.actie.is_leeg and any(not veld.is_leeg for veld in velden):
            self.tell(Code.EIGEN_ZONDER_ACTIE, self.plek(first_filled(velden)), waarde=in_words(velden), naam=self.wie)

    def tell_cells(self) -> None:
        """Tell cells that stand in the file twice, or at an address that does not exist."""
        sheet = self.formulier.sheet
        for plaats, tekst in sheet.twice():
            self.tell(Code.CEL_DUBBEL, sheet.plek(plaats), waarde=tekst)
        for plaats, adres in sheet.inhoud.geschat.items():
            if tekst := sheet.text(*plaats):
                self.tell(Code.CEL_GESCHAT, sheet.plek(plaats), adres=adres, waarde=tekst)


def first_filled(velden: Iterable[Veld]) -> Veld:
    """Return the first cell in which something was typed, else the first."""
    velden = list(velden)
    return next((veld for veld in velden if not veld.is_leeg), velden[0])


def in_words(velden: Iterable[Veld], tussen: str = ", ") -> str:
    """Return what stands in these cells; where that is nothing but a colour, the colour."""
    velden = list(velden)
    teksten = [veld.tekst or "(formule zonder uitkomst)" for veld in velden if not veld.is_leeg]
    kleuren = [f"(alleen de kleur {veld.kleur})" for veld in velden if veld.kleur is not Kleur.GEEN]
    return tussen.join(teksten or kleuren[:1])
