"""A retour that is set up anew: a fresh invulblad with the answers that were given, where the own file is of no use."""

from actieplan_xl.domain.bevinding import Bevinding
from actieplan_xl.domain.invulling import Bekend, Invulling, Stand
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import Statuswoord
from actieplan_xl.domain.words import Bladen
from actieplan_xl.reading.statuscel import is_answer
from actieplan_xl.reading.werkboek.boek import Werkboek
from actieplan_xl.rules.herstel import Herstel
from actieplan_xl.writing.invulblad import Antwoord, Vulling, prepare_invulblad
from actieplan_xl.writing.retour.losse_teksten import build_losse_teksten
from actieplan_xl.writing.retour.te_herstellen import Doel, build_te_herstellen, comments

ONDUIDELIJK = "?"
"""Stands for a status that was not understood and left no word, so that its planning does not pass for an answer."""


def build_nieuw(plan: Plan, herstel: Herstel, bekend: Bekend, vooraf: str, boek: Werkboek | None = None) -> bytes:
    """Return a fresh invulblad with the same answers, what there is to mend on its first sheet, and comments.

    `bekend` are the previous states to show; `boek` is the workbook it comes instead of, None when it cannot be opened
    any more.
    """
    inzending = herstel.inzending
    vulling = None
    standen = _standen(herstel, bekend)
    if inzending is not None:
        gedeeld = {nr: stand for nr, stand in standen.items() if nr not in bekend.niet_gedeeld}
        antwoorden = {nr: _as_typed(gegeven, gedeeld.get(nr)) for nr, gegeven in inzending.antwoorden.items()}
        vulling = Vulling(antwoorden, herstel.eigen_acties, herstel.communicatie, herstel.is_voor_kolom)
    bladen = prepare_invulblad(plan, herstel.gemeente, standen, vulling, sorted(bekend.niet_gedeeld))

    def find_place(bevinding: Bevinding) -> Doel | None:
        plaats = bladen.plaatsen.get(bevinding.nr)
        return (Bladen.INVULBLAD, plaats) if plaats else None

    blad = build_te_herstellen(plan, herstel, find_place, vooraf)
    for (_, plaats), tekst in comments(herstel.bevindingen, find_place, is_nieuw=True).items():
        bladen.zichtbaar[0].opmerkingen[plaats] = tekst
    los = build_losse_teksten(plan, herstel, boek)
    return bladen.draw(vooraan=(blad,), achteraan=(los,) if los else (), retour_van=herstel.gemaakt_van)


def _standen(herstel: Herstel, bekend: Bekend) -> dict[str, Stand]:
    """Return the previous states to show; none where "ongewijzigd" had none to take over, and so was no answer."""
    gegeven = herstel.inzending.antwoorden if herstel.inzending is not None else {}
    zonder = {nr for nr, gelezen in gegeven.items() if Statuswoord.parse(gelezen.getypt).is_ongewijzigd}
    van_haar = herstel.inzending.standen if herstel.inzending is not None else {}
    return {nr: stand for nr, stand in bekend.standen.items() if nr not in zonder or nr in van_haar}


def _as_typed(invulling: Invulling, stand: Stand | None) -> Antwoord:
    """Return what to put in the cells so that reading them gives the same answer, or the same lack of one: a word that
    did not count where it stood, under a heading that was typed over, would count here."""
    status = str(invulling.status) if invulling.is_antwoord else invulling.getypt
    if not invulling.is_antwoord and is_answer(status, invulling.planning, stand):
        status = ONDUIDELIJK
    return Antwoord(status, invulling.planning, invulling.toelichting)
