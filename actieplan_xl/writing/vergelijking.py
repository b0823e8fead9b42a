"""The workbook of a comparison: what changed from one regiowerkboek to another, for who was not there."""

from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.reeks import Punt
from actieplan_xl.domain.words import Bladen
from actieplan_xl.rules.vergelijking import Vergelijking
from actieplan_xl.writing.drawing import draw
from actieplan_xl.writing.onderdelen import stand_per
from actieplan_xl.writing.regiowerkboek.wijzigingen import build_vergeleken
from actieplan_xl.writing.sheet import Workbook
from actieplan_xl.writing.vervolg import with_vervolg


def build_vergelijking(nu: Matrix, vergelijking: Vergelijking, reeks: tuple[Punt, ...]) -> bytes:
    """Return a workbook with the sheet `Wijzigingen`, as the bytes of an .xlsx; the same input gives the same bytes.

    `reeks` is how the region stood on each peildatum, those of both workbooks included. Raises `BestandError` when a
    text does not fit in a cell.
    """
    bladen = with_vervolg([build_vergeleken(nu, vergelijking, reeks)])
    titel = f"{nu.plan.gegevens.naam} – {Bladen.WIJZIGINGEN.lower()}"
    return draw(Workbook(tuple(bladen), titel, stand_per(nu.plan)))
