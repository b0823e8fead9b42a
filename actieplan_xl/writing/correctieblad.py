"""`Correcties`: an empty list in a planwerkboek, for what the coördinator changes during the round.

Not in a regiowerkboek: what was changed is an answer there, and the next round begins without.
"""

from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.words import CORRECTIE_KOLOMMEN, CORRECTIE_UITLEG, Bladen, Koppen
from actieplan_xl.writing import styles
from actieplan_xl.writing.onderdelen import KEUZES, paper
from actieplan_xl.writing.sheet import DataValidation, Range, Sheet

_KOPRIJ, _REGELS = 2, 40


def build_correcties(plan: Plan) -> Sheet:
    """Return the sheet; its cells are text, so that Excel makes no date of a number or a planning."""
    sheet = Sheet(Bladen.CORRECTIES, tabkleur=styles.TABKLEUR_GEGEVENS)
    breed, laatste = len(CORRECTIE_KOLOMMEN), _KOPRIJ + _REGELS
    sheet.merge(1, 1, breed, CORRECTIE_UITLEG, styles.OPMERKING)
    sheet.hoogtes[1] = 36
    sheet.put_row(_KOPRIJ, CORRECTIE_KOLOMMEN, styles.KOP)
    for rij in range(_KOPRIJ + 1, laatste + 1):
        sheet.fill(rij, 1, breed, styles.CEL)
    sheet.breedtes = dict(enumerate((28.0, 8.0, 22.0, 28.0, 60.0, 26.0, 16.0), 1))
    for kop, titel, uitleg, keuzes in (
        (Koppen.STATUS.lower(), "Status", "Kies wat het wordt.", KEUZES),
        (Koppen.DOOR, "Door wie?", "Een rol, zoals 'coördinator'. Geen naam: dit komt in het regiowerkboek.", ()),
        (Koppen.WANNEER, "Wanneer?", "De dag van het gesprek, zoals 3-6-2019.", ()),
    ):
        kolom = CORRECTIE_KOLOMMEN.index(kop) + 1
        fout = "Kies een status uit de lijst." if keuzes else ""
        sheet.validaties.append(DataValidation(Range(_KOPRIJ + 1, kolom, laatste, kolom), titel, uitleg, keuzes, fout))
    sheet.bevroren = (_KOPRIJ, 0)
    sheet.tekst_als_getal_mag = Range(1, 1, laatste, breed)
    sheet.print = paper(plan, Bladen.CORRECTIES, herhaal=(_KOPRIJ, _KOPRIJ))
    return sheet
