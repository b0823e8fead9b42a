"""Which actie and gemeente of one plan is which of another: before, or in an older version, and now."""

from collections.abc import Mapping

from actieplan_xl.domain.plan import Actie, Gemeente, Plan
from actieplan_xl.domain.words import fold


def translate_acties(eigen: Plan, plan: Plan) -> Mapping[str, Actie]:
    """Return the acties of `plan` by the numbers that the same acties have in `eigen`.

    The same text is the same actie. A number stays with its actie when only the wording was changed: then the new
    wording did not stand in the old plan, nor the old one elsewhere in the new.
    """
    oude_teksten = {fold(actie.tekst) for actie in eigen.acties}
    nieuwe_teksten = {fold(actie.tekst) for actie in plan.acties}
    vertaald: dict[str, Actie] = {}
    for oud in eigen.acties:
        zelfde_nr, tekst = plan.actie_op_nr.get(oud.nr), fold(oud.tekst)
        if zelfde_nr and fold(zelfde_nr.tekst) == tekst:
            vertaald[oud.nr] = zelfde_nr
        elif nieuw := plan.actie_op_tekst.get(tekst):
            vertaald[oud.nr] = nieuw
        elif zelfde_nr and fold(zelfde_nr.tekst) not in oude_teksten and tekst not in nieuwe_teksten:
            vertaald[oud.nr] = zelfde_nr
    return vertaald


def translate_gemeenten(eigen: Plan, plan: Plan) -> Mapping[str, Gemeente]:
    """Return by name of a gemeente of `eigen` who answers for it in `plan`: itself, else its opvolger, else the one
    that names it among its voorgangers, else nobody.

    An opvolger may have gone on as another since: then that one.
    """
    toen = {fold(gemeente.naam): gemeente for gemeente in eigen.gemeenten}
    nu = {fold(gemeente.naam): gemeente for gemeente in plan.gemeenten}
    nam_over = {fold(eerder): gemeente for gemeente in plan.gemeenten for eerder in gemeente.voorgangers}
    gevonden = {gemeente.naam: _follow(fold(gemeente.naam), toen, nu, nam_over) for gemeente in eigen.gemeenten}
    return {naam: volger for naam, volger in gevonden.items() if volger}


def _follow(
    naam: str, toen: Mapping[str, Gemeente], nu: Mapping[str, Gemeente], nam_over: Mapping[str, Gemeente]
) -> Gemeente | None:
    langs: list[str] = []  # two that name each other as opvolger lead nowhere
    while naam and naam not in nu and naam not in langs:
        langs.append(naam)
        naam = fold(toen[naam].opvolger) if naam in toen else ""
    # What the plan of then says of its future goes before what the plan of now says of its past.
    return nu.get(naam) or next((nam_over[eerder] for eerder in reversed(langs) if eerder in nam_over), None)
