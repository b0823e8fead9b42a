"""`Gegevens`: one row per gemeente × actie, as a real table, for filters, pivots and other programs; and, hidden, what
is known from before of those who are oranje."""

from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.words import GEGEVENS_KOLOMMEN, Bladen
from actieplan_xl.reading.regiowerkboek import BEKEND_KOLOMMEN
from actieplan_xl.rules.samenvoeging import Samenvoeging
from actieplan_xl.writing import styles
from actieplan_xl.writing.onderdelen import paper
from actieplan_xl.writing.sheet import A3, Range, Sheet, Table, absolute

_BREEDSTE = 60.0
_KNOP, _RAND = 4, 2
"""Beside a heading stands the button of the filter; beside a text a little white."""


class GegevensLayout:
    """Where the columns of `Gegevens` stand, for formulas that count over them."""

    def __init__(self, matrix: Matrix):
        self.eerste = 2
        # A table in Excel has a row at least; of a plan that asks nothing that row is empty.
        self.laatste = max(1 + len(matrix.invullingen), self.eerste)

    def column(self, naam: str) -> str:
        """Return the reference to a whole column of data, such as `Gegevens!$H$2:$H$89`."""
        kolom = GEGEVENS_KOLOMMEN.index(naam) + 1
        return f"{Bladen.GEGEVENS}!{absolute(self.eerste, kolom)}:{absolute(self.laatste, kolom)}"


def build_gegevens(matrix: Matrix, layout: GegevensLayout) -> Sheet:
    """Return the sheet; its header stands on row 1, so that every program finds the table."""
    sheet = Sheet(Bladen.GEGEVENS, tabkleur=styles.TABKLEUR_GEGEVENS)
    sheet.put_row(1, GEGEVENS_KOLOMMEN, styles.KOP)
    langste = [len(kop) + _KNOP for kop in GEGEVENS_KOLOMMEN]
    for rij, waarden in enumerate(matrix.rows(), layout.eerste):
        sheet.put_row(rij, waarden, styles.GEGEVEN)
        langste = [max(lang, len(waarde) + _RAND) for lang, waarde in zip(langste, waarden, strict=True)]
    bereik = Range(1, 1, layout.laatste, len(GEGEVENS_KOLOMMEN))
    sheet.tabel = Table(bereik, Bladen.GEGEVENS, GEGEVENS_KOLOMMEN)
    # One line per row is what makes a table of it, so a column is as wide as what stands in it.
    sheet.breedtes = {kolom: min(lang, _BREEDSTE) for kolom, lang in enumerate(langste, 1)}
    sheet.bevroren = (1, 1)
    sheet.tekst_als_getal_mag = bereik
    sheet.print = paper(matrix.plan, Bladen.GEGEVENS, A3, (1, 1))
    return sheet


def build_laatst_bekend(samenvoeging: Samenvoeging) -> Sheet | None:
    """Return the hidden sheet with what is known from before of those who did not answer; None when there is nothing.

    In the matrix and in `Gegevens` they are oranje; only who asks the next round reads this.
    """
    if not samenvoeging.laatst_bekend:
        return None
    sheet = Sheet(Bladen.LAATST_BEKEND, is_verborgen=True)
    sheet.put_row(1, BEKEND_KOLOMMEN, styles.VERBORGEN)
    acties = samenvoeging.matrix.plan.actie_op_nr
    rijen = (
        (nr, acties[nr].tekst, gemeente, str(stand.status), stand.planning, stand.peildatum)
        for gemeente, standen in samenvoeging.laatst_bekend.items()
        for nr, stand in standen.items()
    )
    for rij, waarden in enumerate(rijen, 2):
        sheet.put_row(rij, waarden, styles.VERBORGEN)
    return sheet
