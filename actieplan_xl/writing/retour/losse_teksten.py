"""What a gemeente typed where nobody reads it, taken along on a sheet of its own when its workbook is set up anew.

It was told, and it goes on being told until someone moves it or takes it away: these texts are hers, so they carry no
mark of ours.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.words import LOSSE_KOLOMMEN, Bladen
from actieplan_xl.reading.losse_teksten import read_all_told, read_sheet_texts
from actieplan_xl.reading.werkboek.boek import Werkboek
from actieplan_xl.rules.herstel import HEEL_BLAD, TUSSEN_BLADEN, Herstel, name_acties, row_of
from actieplan_xl.rules.verschillen import NIETS_GEZEGD
from actieplan_xl.writing import styles
from actieplan_xl.writing.sheet import Sheet

LOSSE_TEKST = {
    Code.ACTIE_TEKST_ANDERS: "{waarde}",
    Code.ANTWOORD_WIJKT_VOOR_LEEG: "{waarde}",
    Code.BLAD_NIET_GELEZEN: "{begin}",
    Code.CEL_BUITEN_TABEL: "{waarde}",
    Code.CEL_DUBBEL: "{waarde}",
    Code.CEL_FOUTWAARDE: "{waarde}",
    Code.CEL_ONGELDIG: "{waarde}",
    Code.KEUZE_ONBEKEND: "{waarde}",
    Code.CEL_KOP_HERNOEMD: "{kop}: {waarde}",
    Code.KOLOM_EN_GEMEENTE_VERSCHIL: "{waarde}",
    Code.KOLOM_HERNOEMD: "{kop} {nu}",
    Code.KOLOM_ONBEKEND: "{kop}: {waarde}",
    Code.KOPPELING_IN_CEL: "{doel}",
    Code.NR_BOTST: "{waarde}",
    Code.NR_UIT_TEKST: "{waarde}",
    Code.OPMERKING_NIET_GELEZEN: "{waarde}",
    Code.RIJ_DUBBEL: "{waarde}",
    Code.RIJ_VAN_ANDER: "{waarde}",
    Code.STATUS_MET_TEKST: "{rest}",
    Code.TEKSTVAK_NIET_GELEZEN: "{waarde}",
    Code.TWEE_BESTANDEN_VERSCHIL: "{waarde}",
}
"""Findings that speak of a text that may be in no answer, and what that text is."""

_SOMS_IN_ANTWOORD = frozenset({Code.CEL_FOUTWAARDE, Code.CEL_ONGELDIG, Code.STATUS_MET_TEKST})
"""Those whose text the answer on that row holds, or not, as the cell and the row had it."""

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
            if bevinding.code is Code.MEER_BEVINDINGEN and bevinding.waarden["code"] in LOSSE_TEKST
        }
        for bevinding in self.herstel.bevindingen:
            if (bevinding.code, bevinding.plek.blad) not in geteld:
                yield from self._one(bevinding)
        for (code, blad), meer in geteld.items():
            yield from self._all_of(code, blad, meer)

    def _one(self, bevinding: Bevinding) -> Iterator[_Regel]:
        if bevinding.code in HEEL_BLAD and self.boek is not None:
            yield from ((plek, "", tekst) for plek, tekst in read_sheet_texts(self.boek, bevinding.plek.blad))
        elif bevinding.code in LOSSE_TEKST:
            tekst = LOSSE_TEKST[bevinding.code].format_map(bevinding.waarden)
            if tekst.strip() and not self._is_elsewhere(bevinding, tekst):
                yield bevinding.plek, bevinding.nr, tekst

    def _is_elsewhere(self, bevinding: Bevinding, tekst: str) -> bool:
        """Whether a text is in the answer on its row, or nobody typed it."""
        if bevinding.code in TUSSEN_BLADEN:
            return tekst == NIETS_GEZEGD
        inzending = self._per_blad.get(bevinding.plek.blad)
        if bevinding.code not in _SOMS_IN_ANTWOORD or inzending is None:
            return False
        antwoord = inzending.antwoorden.get(bevinding.nr)
        gezegd = {antwoord.getypt, antwoord.planning, antwoord.toelichting} if antwoord else set[str]()
        for eigen in inzending.eigen_acties:
            if row_of(eigen.plek) == row_of(bevinding.plek):
                gezegd |= {eigen.actie, eigen.status, eigen.planning, eigen.toelichting}
        return tekst in gezegd

    @cached_property
    def _per_blad(self) -> dict[str, Inzending]:
        eerste = [self.herstel.inzending] if self.herstel.inzending is not None else []
        return {inzending.blad: inzending for inzending in (*eerste, *self.herstel.naast)}

    def _all_of(self, code: Code, blad: str, meer: Bevinding) -> Iterator[_Regel]:
        """Yield all of a kind on a sheet, the counted ones too; what cannot be found again is said as a number."""
        bekend = [b for b in self.herstel.bevindingen if (b.code, b.plek.blad) == (code, blad)]
        alle = [b for b in self._told if (b.code, b.plek.blad) == (code, blad)]
        for bevinding in alle if len(alle) > len(bekend) else bekend:
            yield from self._one(bevinding)
        if len(alle) <= len(bekend):
            yield meer.plek, "", f"{meer.tekst[:1].upper()}{meer.tekst[1:]}"

    @cached_property
    def _told(self) -> list[Bevinding]:
        inzendingen = list(self._per_blad.values())
        return name_acties(read_all_told(self.boek, self.plan, inzendingen), inzendingen) if self.boek else []
