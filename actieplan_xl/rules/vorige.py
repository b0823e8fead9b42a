"""The regiowerkboek of the time before, beside the matrix of now: whether it can be one, and what that gives."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.datum import format_datum, parse_datum
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.plan import Actie, Plan
from actieplan_xl.domain.planvertaling import translate_acties, translate_gemeenten
from actieplan_xl.domain.reeks import Punt, extend, measure
from actieplan_xl.domain.words import Bladen, Koppen, fold
from actieplan_xl.reading.regiowerkboek import Regiowerkboek
from actieplan_xl.rules.vergelijking import Vergelijking, compare


@dataclass(frozen=True)
class Terugblik:
    """What a previous regiowerkboek gives: what changed since, the series, and what to tell of it."""

    vergelijking: Vergelijking | None = None
    reeks: tuple[Punt, ...] = ()
    bevindingen: tuple[Bevinding, ...] = ()


def look_back(vorige: Regiowerkboek, nu: Matrix) -> Terugblik:
    """Return what this previous workbook gives; of another plan no more than that it is one."""
    ander = _tell_other_plan(vorige.matrix.plan, nu.plan, vorige.bestand)
    if ander is not None and ander.code is Code.VORIGE_ANDER_PLAN:
        return Terugblik(bevindingen=(ander,))
    vertaald = translate_acties(vorige.matrix.plan, nu.plan)
    bevindingen = [_renumber(bevinding, vertaald) for bevinding in vorige.bevindingen]
    bevindingen += tell_previous(vorige.matrix, nu, vorige.bestand)
    if ander is not None:
        bevindingen.append(ander)
    return Terugblik(compare(vorige.matrix, nu), extend(vorige.reeks, measure(nu)), tuple(bevindingen))


def tell_previous(vorige: Matrix, nu: Matrix, bestand: str) -> list[Bevinding]:
    """Tell what makes a comparison doubtful: a previous workbook that is not earlier, a gemeente nobody follows."""
    gevonden: list[Bevinding] = []
    toen, thans = vorige.plan.gegevens.peildatum, nu.plan.gegevens.peildatum
    datum_toen, datum_thans = parse_datum(toen), parse_datum(thans)
    if datum_toen and datum_thans and datum_toen >= datum_thans:
        waarden = {"toen": format_datum(toen), "nu": format_datum(thans)}
        gevonden.append(Bevinding(Code.VORIGE_NIET_EERDER, Plek(bestand, Bladen.PLAN), waarden=waarden))
    volgers = translate_gemeenten(vorige.plan, nu.plan)
    for gemeente in vorige.plan.gemeenten:
        if gemeente.naam not in volgers:
            waarden = {"naam": gemeente.naam, "opvolger": gemeente.opvolger, "kop": Koppen.OPVOLGER}
            code = Code.VORIGE_OPVOLGER_ONBEKEND if gemeente.opvolger else Code.VORIGE_ZONDER_OPVOLGER
            gevonden.append(Bevinding(code, Plek(bestand, Bladen.GEMEENTEN), waarden=waarden))
    return gevonden


def _tell_other_plan(vorige: Plan, nu: Plan, bestand: str) -> Bevinding | None:
    """Tell that the previous workbook is of another plan, or looks like it.

    Only the texts say whether acties are the same: every plan begins at 1.1.1. Of one plan, by its name, all of them
    may be worded anew.
    """
    is_andere_naam = fold(vorige.gegevens.naam) != fold(nu.gegevens.naam)
    teksten = {fold(actie.tekst) for actie in vorige.acties}
    gedeeld = sum(fold(actie.tekst) in teksten for actie in nu.acties)
    heeft_zelfde = gedeeld or (not is_andere_naam and translate_acties(vorige, nu))
    if not translate_gemeenten(vorige, nu) or not heeft_zelfde:
        code = Code.VORIGE_ANDER_PLAN
    elif is_andere_naam and 2 * gedeeld < len(nu.acties):
        code = Code.VORIGE_LIJKT_ANDER_PLAN
    else:
        return None
    waarden = {
        "ander": vorige.gegevens.naam,
        "plan": nu.gegevens.naam,
        "aantal": gedeeld,
        "van": len(nu.acties),
        "kop": Koppen.OPVOLGER,
    }
    return Bevinding(code, Plek(bestand, Bladen.PLAN), waarden=waarden)


def _renumber(bevinding: Bevinding, vertaald: Mapping[str, Actie]) -> Bevinding:
    """Return a finding about the previous workbook with the number that its actie has now, if there still is one.

    Its sentence speaks of that workbook, and has the number of then, with that of now beside it.
    """
    if not bevinding.nr:
        return bevinding
    nu = vertaald[bevinding.nr].nr if bevinding.nr in vertaald else ""
    if nu == bevinding.nr:
        return bevinding
    beide = {"nr": f"{bevinding.nr} ({f'nu {nu}' if nu else 'staat niet meer in het plan'})"}
    waarden = bevinding.waarden | (beide if "nr" in bevinding.waarden else {})
    return replace(bevinding, nr=nu, waarden=waarden)
