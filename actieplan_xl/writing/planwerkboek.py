"""A planwerkboek: the plan with what is known already, for a coördinator to fill in further."""

from collections.abc import Sequence

from actieplan_xl.domain.invulling import Standen
from actieplan_xl.domain.matrixcel import format_stand
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.vorige_stand import VorigeStand, by_place, cell_text
from actieplan_xl.domain.words import NVT
from actieplan_xl.writing.correctieblad import build_correcties
from actieplan_xl.writing.drawing import draw
from actieplan_xl.writing.jaarbladen import build_afgesloten, build_vorige_stand
from actieplan_xl.writing.planbladen import MatrixLayout, build_actieplan, build_plan_sheets
from actieplan_xl.writing.sheet import Workbook
from actieplan_xl.writing.vervolg import with_vervolg


def build_planwerkboek(plan: Plan, standen: Standen | None = None, vorige: Sequence[VorigeStand] = ()) -> bytes:
    """Return a planwerkboek as the bytes of an .xlsx.

    Of a kolom with several gemeenten the state is shown that they share; where they differ the cell stays empty. With
    `vorige` it shows who said what, and each of those previous states has a row on a sheet of its own.
    """
    layout = MatrixLayout(plan, met_alle_kolommen=True)
    teksten = _known_texts(plan, vorige) if vorige else _texts(plan, standen or {})
    sheets = [
        build_actieplan(layout, teksten, is_regio=False),
        build_vorige_stand(plan, vorige),
        build_afgesloten(plan),
        *build_plan_sheets(plan),
        build_correcties(plan),
    ]
    bladen = with_vervolg([sheet for sheet in sheets if sheet is not None])
    return draw(Workbook(tuple(bladen), plan.gegevens.naam, plan.gegevens.regio))


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


def _known_texts(plan: Plan, vorige: Sequence[VorigeStand]) -> dict[tuple[str, str], str]:
    per_plaats = by_place(vorige)
    return {
        (actie.nr, kolom.naam): cell_text(kolom, actie.nr, per_plaats) if actie.is_voor(kolom.naam) else NVT
        for kolom in plan.kolommen
        for actie in plan.acties
    }
