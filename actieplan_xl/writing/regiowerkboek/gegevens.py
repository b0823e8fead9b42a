"""`Gegevens`: one row per gemeente × actie, as a real table, for filters, pivots and other programs."""

from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.words import GEGEVENS_KOLOMMEN, Bladen
from actieplan_xl.writing import styles
from actieplan_xl.writing.onderdelen import paper
from actieplan_xl.writing.sheet import A3, Range, Sheet, Table, absolute

_BREEDTES = (8, 26, 26, 40, 16, 20, 10, 20, 9, 26, 13, 30, 14, 30, 14, 8)


class GegevensLayout:
    """Where the columns of `Gegevens` stand, for formulas that count over them."""

    def __init__(self, matrix: Matrix):
        self.eerste = 2
        self.laatste = 1 + len(matrix.invullingen)

    def column(self, naam: str) -> str:
        """Return the reference to a whole column of data, such as `Gegevens!$H$2:$H$89`."""
        kolom = GEGEVENS_KOLOMMEN.index(naam) + 1
        return f"{Bladen.GEGEVENS}!{absolute(self.eerste, kolom)}:{absolute(self.laatste, kolom)}"


def build_gegevens(matrix: Matrix, layout: GegevensLayout) -> Sheet:
    """Return the sheet; its header stands on row 1, so that every program finds the table."""
    sheet = Sheet(Bladen.GEGEVENS, tabkleur=styles.TABKLEUR_GEGEVENS)
    sheet.put_row(1, GEGEVENS_KOLOMMEN, styles.KOP)
    for rij, waarden in enumerate(matrix.rows(), layout.eerste):
        sheet.put_row(rij, waarden, styles.GEGEVEN)
    bereik = Range(1, 1, layout.laatste, len(GEGEVENS_KOLOMMEN))
    sheet.tabel = Table(bereik, Bladen.GEGEVENS, GEGEVENS_KOLOMMEN)
    sheet.breedtes = dict(enumerate(_BREEDTES, 1))
    sheet.bevroren = (1, 1)
    sheet.tekst_als_getal_mag = bereik
    sheet.print = paper(matrix.plan, Bladen.GEGEVENS, A3, (1, 1))
    return sheet
