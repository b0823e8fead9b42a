"""Which answers are not what the region agreed on. They count all the same: an answer is never lost over a rule."""

from collections.abc import Iterable, Iterator

from actieplan_xl.domain.afspraken import AFSPRAAK_NAMEN, MET_JAREN
from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.doorgehaald import still_stands
from actieplan_xl.domain.invulling import Invulling
from actieplan_xl.domain.jaren import format_planjaren, outside
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.planning import Oordeel, judge, says_anything
from actieplan_xl.domain.status import Status
from actieplan_xl.domain.words import korte_opsomming

_HOOGSTENS_JAREN = 4


def tell_afspraken(matrix: Matrix, vooraf: Iterable[Bevinding] = ()) -> Iterator[Bevinding]:
    """Yield a finding for each answer that needs more, at the place where it was read.

    Without a year in the plan nothing can be said of years: that is told once, unless it was among `vooraf`.
    """
    plan = matrix.plan
    if not plan.afspraken.vraagt_meer:
        return
    is_zonder_jaren = plan.afspraken.jaren_binnen_plan and plan.jaren is None
    if is_zonder_jaren and all(bevinding.code is not Code.PLAN_ZONDER_JAREN for bevinding in vooraf):
        yield Bevinding(Code.PLAN_ZONDER_JAREN, waarden={"afspraak": AFSPRAAK_NAMEN["jaren_binnen_plan"]})
    for invulling in matrix.invullingen:
        if (gevonden := _find(plan, invulling)) is not None:
            code, waarden = gevonden
            waarden["nr"] = invulling.nr
            yield Bevinding(code, invulling.plek, invulling.gemeente, invulling.nr, waarden)


def _find(plan: Plan, invulling: Invulling) -> tuple[Code, dict[str, str]] | None:
    afspraken, status = plan.afspraken, invulling.status
    if status is Status.NIET_OPGEPAKT and afspraken.toelichting_bij_niet_opgepakt:
        return None if says_anything(still_stands(invulling.toelichting)) else (Code.NIET_OPGEPAKT_ZONDER_REDEN, {})
    is_gepland = status is Status.GEPLAND and afspraken.planning_bij_gepland
    if is_gepland and judge(still_stands(invulling.planning)) is Oordeel.ZEGT_NIETS:
        return Code.GEPLAND_ZONDER_PLANNING, {}
    if status in MET_JAREN and afspraken.jaren_binnen_plan and plan.jaren is not None:
        buiten = [str(jaar) for jaar in outside(invulling.jaren, plan.jaren)]
        if buiten:
            genoemd = korte_opsomming(buiten, _HOOGSTENS_JAREN)
            return Code.JAAR_BUITEN_PLAN, {"jaren": genoemd, "planjaren": format_planjaren(plan.jaren)}
    return None
