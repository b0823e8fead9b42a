"""A planwerkboek: the plan with what is known already, for a coördinator to fill in further."""

from actieplan_xl.domain.invulling import Standen
from actieplan_xl.domain.matrixcel import format_stand
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.words import NVT
from actieplan_xl.writing.correctieblad import build_correcties
from actieplan_xl.writing.drawing import draw
from actieplan_xl.writing.planbladen import MatrixLayout, build_actieplan, build_plan_sheets
from actieplan_xl.writing.sheet import Workbook


def build_planwerkboek(plan: Plan, standen: Standen | None = None) -> bytes:
    """Return a planwerkboek as the bytes of an .xlsx.

    Of a kolom with several gemeenten the state is shown that they share; where they differ the cell stays empty.
    """
    layout = MatrixLayout(plan, met_alle_kolommen=True)
    sheets = (
        build_actieplan(layout, _texts(plan, standen or {}), is_regio=False),
        *build_plan_sheets(plan),
        build_correcties(plan),
    )
    return draw(Workbook(sheets, plan.gegevens.naam, plan.gegevens.regio))


def _texts(plan: Plan, standen: Standen) -> dict[tuple[str, str], str]:
    teksten: dict[tuple[str, str], str] = {}
    for kolom in plan.kolommen:
        for actie in plan.acties:
            bekend = [standen.get(gemeente.naam, {}).get(actie.nr) for gemeente in kolom.gemeenten]
            if not actie.is_voor(kolom.naam):
                teksten[actie.nr, kolom.naam] = NVT
            elif (eerste := bekend[0]) and all(stand == eerste for stand in bekend):
                teksten[actie.nr, kolom.naam] = format_stand(eerste)
    return teksten
