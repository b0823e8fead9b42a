"""Beside the round before: the answers of then never pass for answers of now without a word, and are not forgotten."""

from collections.abc import Iterable, Sequence
from datetime import date

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.datum import format_datum, parse_datum
from actieplan_xl.domain.invulling import Plek, Stand, Standen
from actieplan_xl.domain.inzending import Inzending, Vorigeronde
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.planvertaling import translate_acties
from actieplan_xl.domain.words import fold


def tell_old_sheets(
    plan: Plan, tellend: Iterable[Inzending], alle: Sequence[Inzending], vorige: Vorigeronde
) -> list[Bevinding]:
    """Tell of each file that counts when it is one of the round before. Its answers count all the same (contract §3).

    The same files may be merged again for a later day, in the middle of one round. What tells a new round from that
    is that something in it was asked after the round before.
    """
    toen = parse_datum(vorige.plan.gegevens.peildatum)
    is_ander_jaar = plan.gegevens.jaar != vorige.plan.gegevens.jaar
    # The result of this very round may be given as its plan: then it is of the same day.
    is_gevraagd = vorige.is_gevraagd and plan.gegevens.peildatum != vorige.plan.gegevens.peildatum
    is_nieuw = is_gevraagd or is_ander_jaar or any(_is_made_from(een, vorige, toen) for een in alle)
    gevonden: list[Bevinding] = []
    for inzending in {id(inzending): inzending for inzending in tellend}.values():
        if inzending.herkomst.sha256 in vorige.gebruikt:
            code = Code.BLAD_VAN_VORIGE_RONDE if is_nieuw else Code.NIETS_NIEUWS
        elif is_nieuw and _is_made_before(inzending, vorige, toen):
            code = Code.BLAD_VAN_EERDERE_RONDE
        else:
            continue
        plek = Plek(inzending.herkomst.bestand, inzending.blad)
        waarden = {"naam": inzending.wie, "toen": format_datum(vorige.plan.gegevens.peildatum)}
        gevonden.append(Bevinding(code, plek, inzending.wie, waarden=waarden))
    return gevonden


def _is_made_from(inzending: Inzending, vorige: Vorigeronde, toen: date | None) -> bool:
    """Whether a sheet was made from the regiowerkboek of then, or later: it carries the states of then, or a later day.

    The day alone says little: a plan may carry that of its own round from the start.
    """
    if inzending.herkomst.sha256 in vorige.gebruikt:
        return False
    gemaakt = parse_datum(inzending.plan_peildatum or "")
    is_later = toen is not None and gemaakt is not None and gemaakt > toen
    toen_bekend = [vorige.bekend.get(naam) for naam in inzending.gemeenten]
    return is_later or (bool(inzending.standen) and inzending.standen in toen_bekend)


def _is_made_before(inzending: Inzending, vorige: Vorigeronde, toen: date | None) -> bool:
    """Whether a sheet was made before the regiowerkboek of then: one that is made from it knows the states of then."""
    # Of another plan is told as such, and a sheet without its hidden plan does not say.
    if toen is None or inzending.plan_peildatum is None or inzending.is_ander_plan:
        return False
    gemaakt = parse_datum(inzending.plan_peildatum)
    was_bekend = any(vorige.bekend.get(naam) for naam in inzending.gemeenten)
    return (gemaakt is not None and gemaakt < toen) or (was_bekend and not inzending.standen)


def carry_on(matrix: Matrix, vorige: Vorigeronde) -> Standen:
    """Return what is known from before of those who did not answer now: the next round asks them beside that.

    Nothing of it is an answer of this round. An actie that got another number is followed by its text.
    """
    oude_nrs = {actie.nr: nr for nr, actie in translate_acties(vorige.plan, matrix.plan).items()}
    bekend = {fold(naam): standen for naam, standen in vorige.bekend.items()}
    gebleven: dict[str, dict[str, Stand]] = {}
    for invulling in matrix.oranje:
        stand = bekend.get(fold(invulling.gemeente), {}).get(oude_nrs.get(invulling.nr, ""))
        if stand is not None:
            gebleven.setdefault(invulling.gemeente, {})[invulling.nr] = stand
    return gebleven
