"""What a gemeente typed where nobody reads it, taken along on a sheet of its own when its workbook is set up anew.

It was told, and it goes on being told until someone moves it or takes it away: these texts are hers, so they carry no
mark of ours.
"""

from collections.abc import Iterable

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.words import Bladen
from actieplan_xl.writing import styles
from actieplan_xl.writing.sheet import Sheet

_MET_TEKST = {
    Code.CEL_BUITEN_TABEL: "waarde",
    Code.KOLOM_ONBEKEND: "waarde",
    Code.OPMERKING_NIET_GELEZEN: "waarde",
    Code.TEKSTVAK_NIET_GELEZEN: "waarde",
    Code.CEL_DUBBEL: "waarde",
    Code.RIJ_DUBBEL: "waarde",
    Code.TWEE_BESTANDEN_VERSCHIL: "waarde",
    Code.ANTWOORD_WIJKT_VOOR_LEEG: "waarde",
    Code.BLAD_NIET_GELEZEN: "begin",
}
"""Findings that speak of a text that is in no answer, and what in them that text is."""

UITLEG = (
    "Dit stond in jullie bestand buiten de antwoorden. Zet wat van belang is bij Planning of Toelichting, en haal dit "
    "werkblad daarna weg."
)


def build_losse_teksten(bevindingen: Iterable[Bevinding]) -> Sheet | None:
    """Return the sheet; None when there is nothing to take along."""
    rijen = [(b.plek, b.nr, str(b.waarden[_MET_TEKST[b.code]])) for b in bevindingen if b.code in _MET_TEKST]
    if not rijen:
        return None
    sheet = Sheet(Bladen.LOSSE_TEKSTEN, tabkleur=styles.TABKLEUR_HERSTEL)
    sheet.merge(1, 1, 3, UITLEG, styles.INLEIDING_STAPPEN)
    sheet.put_row(2, ("Waar stond het?", "Nr", "Wat staat er?"), styles.KOP)
    for rij, (plek, nr, tekst) in enumerate(rijen, 3):
        waar = " ".join(deel for deel in (plek.blad, plek.cel) if deel)
        sheet.put_row(rij, (waar, nr), styles.CEL)
        sheet.put(rij, 3, tekst, styles.CEL_OPEN)
    sheet.breedtes = {1: 28, 2: 8, 3: 100}
    sheet.bevroren = (2, 0)
    return sheet
