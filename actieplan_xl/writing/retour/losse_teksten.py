"""What a gemeente typed where nobody reads it, taken along on a sheet of its own when its workbook is set up anew.

It was told, and it goes on being told until someone moves it or takes it away: these texts are hers, so they carry no
mark of ours.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.words import LOSSE_KOLOMMEN, Bladen
from actieplan_xl.reading.losse_teksten import read_all_told, read_sheet_texts
from actieplan_xl.reading.werkboek.boek import Werkboek
from actieplan_xl.rules.herstel import Herstel
from actieplan_xl.rules.samenvoeging import NIETS_GEZEGD
from actieplan_xl.writing import styles
from actieplan_xl.writing.sheet import Sheet

_MET_TEKST = {
    Code.CEL_BUITEN_TABEL: "waarde",
    Code.KOLOM_ONBEKEND: "waarde",
    Code.OPMERKING_NIET_GELEZEN: "waarde",
    Code.TEKSTVAK_NIET_GELEZEN: "waarde",
    Code.CEL_DUBBEL: "waarde",
    Code.RIJ_DUBBEL: "waarde",
    Code.RIJ_VAN_ANDER: "waarde",
    Code.CEL_KOP_HERNOEMD: "waarde",
    Code.TWEE_BESTANDEN_VERSCHIL: "waarde",
    Code.ANTWOORD_WIJKT_VOOR_LEEG: "waarde",
    Code.BLAD_NIET_GELEZEN: "begin",
}
"""Findings that speak of a text that is in no answer, and what in them that text is."""

_MEESTE = 100_000
_Regel = tuple[Plek, str, str]
"""Where a text stood, the number of the actie beside it, and the text."""

UITLEG = (
    "Dit stond in jullie bestand buiten de antwoorden. Zet wat van belang is bij Planning of Toelichting, en haal dit "
    "werkblad daarna weg."
)


def build_losse_teksten(plan: Plan, herstel: Herstel, boek: Werkboek | None) -> Sheet | None:
    """Return the sheet; None when there is nothing to take along.

    `boek` is the workbook that all of it stands in. Without it what was told one by one goes along, and of the rest
    how much there was.
    """
    regels = list(_Verzameling(plan, herstel, boek).regels())
    if not regels:
        return None
    sheet = Sheet(Bladen.LOSSE_TEKSTEN, tabkleur=styles.TABKLEUR_HERSTEL)
    sheet.merge(1, 1, len(LOSSE_KOLOMMEN), UITLEG, styles.INLEIDING_STAPPEN)
    sheet.put_row(2, LOSSE_KOLOMMEN, styles.KOP)
    for rij, (plek, nr, tekst) in enumerate(_shorten(regels), 3):
        waar = " ".join(deel for deel in (plek.blad, plek.cel) if deel)
        sheet.put_row(rij, (waar, nr), styles.CEL)
        sheet.put(rij, 3, tekst, styles.CEL_OPEN)
    sheet.breedtes = {1: 28, 2: 8, 3: 100}
    sheet.bevroren = (2, 0)
    return sheet


def _shorten(regels: list[_Regel]) -> list[_Regel]:
    """A sheet holds only so many rows: what is left out is said there, so that it is told."""
    over = len(regels) - _MEESTE
    return regels if over <= 0 else [*regels[:_MEESTE], (Plek(), "", f"En nog {over} teksten in jullie eigen bestand.")]


@dataclass(frozen=True)
class _Verzameling:
    """Gathers the texts: from the findings, and from the workbook itself where those do not hold all of them."""

    plan: Plan
    herstel: Herstel
    boek: Werkboek | None

    def regels(self) -> Iterator[_Regel]:
        geteld = {
            (bevinding.waarden["code"], bevinding.plek.blad): bevinding
            for bevinding in self.herstel.bevindingen
            if bevinding.code is Code.MEER_BEVINDINGEN and bevinding.waarden["code"] in _MET_TEKST
        }
        for bevinding in self.herstel.bevindingen:
            soort = (bevinding.code, bevinding.plek.blad)
            if bevinding.code in _MET_TEKST and soort not in geteld:
                yield from self._one(bevinding)
        for (code, blad), meer in geteld.items():
            yield from self._all_of(code, blad, meer)

    def _one(self, bevinding: Bevinding) -> Iterator[_Regel]:
        tekst = str(bevinding.waarden[_MET_TEKST[bevinding.code]])
        if bevinding.code is Code.BLAD_NIET_GELEZEN and tekst.endswith("…") and self.boek is not None:
            yield from ((plek, "", heel) for plek, heel in read_sheet_texts(self.boek, bevinding.plek.blad))
        elif (bevinding.code, tekst) != (Code.TWEE_BESTANDEN_VERSCHIL, NIETS_GEZEGD):
            yield bevinding.plek, bevinding.nr, tekst

    def _all_of(self, code: Code, blad: str, meer: Bevinding) -> Iterator[_Regel]:
        """Yield all of a kind on a sheet, the counted ones too; what cannot be found again is said as a number."""
        bekend = [b for b in self.herstel.bevindingen if (b.code, b.plek.blad) == (code, blad)]
        alle = [b for b in self._told if (b.code, b.plek.blad) == (code, blad)]
        for bevinding in alle if len(alle) > len(bekend) else bekend:
            yield from self._one(bevinding)
        if len(alle) <= len(bekend):
            yield meer.plek, "", meer.tekst

    @cached_property
    def _told(self) -> list[Bevinding]:
        inzending = self.herstel.inzending
        if self.boek is None or inzending is None:
            return []
        return read_all_told(self.boek, self.plan, (inzending, *self.herstel.naast))
