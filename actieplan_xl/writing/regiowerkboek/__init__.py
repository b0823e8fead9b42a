"""The regiowerkboek: the consolidated result, sheet by sheet in the order of contract §1."""

from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.words import Bladen
from actieplan_xl.rules.samenvoeging import Samenvoeging
from actieplan_xl.writing.drawing import draw
from actieplan_xl.writing.jaarbladen import build_afgesloten
from actieplan_xl.writing.onderdelen import stand_per
from actieplan_xl.writing.planbladen import MatrixLayout, build_actieplan, build_plan_sheets
from actieplan_xl.writing.regiowerkboek.gegevens import GegevensLayout, build_gegevens, build_laatst_bekend
from actieplan_xl.writing.regiowerkboek.leeswijzer import build_leeswijzer
from actieplan_xl.writing.regiowerkboek.lijsten import (
    build_bevindingen,
    build_communicatiekalender,
    build_eigen_acties,
    build_herkomst,
)
from actieplan_xl.writing.regiowerkboek.per_gemeente import build_per_gemeente
from actieplan_xl.writing.regiowerkboek.samenvatting import build_samenvatting
from actieplan_xl.writing.regiowerkboek.wijzigingen import build_wijzigingen
from actieplan_xl.writing.sheet import Sheet, Workbook
from actieplan_xl.writing.vervolg import with_vervolg


def build_regiowerkboek(samenvoeging: Samenvoeging) -> bytes:
    """Return the regiowerkboek as the bytes of an .xlsx; the same samenvoeging always gives the same bytes.

    Raises `BestandError` when a text does not fit in a cell.
    """
    return draw(
        Workbook(
            tuple(build_sheets(samenvoeging)), _titel(samenvoeging.matrix.plan), stand_per(samenvoeging.matrix.plan)
        )
    )


def build_sheets(samenvoeging: Samenvoeging) -> list[Sheet]:
    """Return the sheets as plain data, in order; those without content are left out."""
    matrix = samenvoeging.matrix
    plan = matrix.plan
    layout = MatrixLayout(plan, met_teksten=True)
    gegevens = GegevensLayout(matrix)
    teksten = {plaats: cel.tekst for plaats, cel in matrix.cellen.items()}
    bladen: list[Sheet | None] = [
        build_samenvatting(samenvoeging, layout, gegevens),
        build_actieplan(layout, teksten, is_regio=True),
        build_per_gemeente(samenvoeging, layout, gegevens),
        build_bevindingen(samenvoeging, layout),
        build_wijzigingen(samenvoeging, gegevens),
        build_eigen_acties(matrix),
        build_communicatiekalender(matrix),
        build_gegevens(matrix, gegevens),
        build_herkomst(samenvoeging),
        build_leeswijzer(plan),
        *build_plan_sheets(plan, is_regio=True),
        build_afgesloten(plan),
        build_laatst_bekend(samenvoeging),
    ]
    return with_vervolg([blad for blad in bladen if blad is not None])


def _titel(plan: Plan) -> str:
    return f"{plan.gegevens.naam} – {Bladen.ACTIEPLAN.lower()} regio"
