"""What stands out in a round, in sentences: who is missing and since when, where the region differs, what asks a
decision. Every list is kept short: the page on which these stand is read in five minutes."""

from collections.abc import Iterable

from actieplan_xl.domain.datum import format_datum
from actieplan_xl.domain.invulling import Invulling
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.plan import Actie
from actieplan_xl.domain.status import TELVOLGORDE, Reden
from actieplan_xl.domain.weergave import visible
from actieplan_xl.domain.words import Bladen, enkelvoud_of_meervoud, fold, korte_opsomming
from actieplan_xl.rules.opvallend import (
    Onbeantwoord,
    Weigeraar,
    Weigering,
    find_geweigerd,
    find_incompleet,
    find_onbeantwoord,
    find_verschillen,
    find_weigeraars,
    missing,
)
from actieplan_xl.rules.samenvoeging import Samenvoeging
from actieplan_xl.rules.termijn import Termijn, find_termijn
from actieplan_xl.rules.volledigheid import Telling, count_answers, find_uitstel

_HOOGSTENS_NAMEN = 5
_HOOGSTENS_ACTIES = 3
_HOOGSTENS_NERGENS = 4
_HOOGSTENS_REDENEN = 2
_LANGSTE_ACTIE = 90
_LANGSTE_UITSTEL = 200
_LANGSTE_REDEN = 60


def name_actie(actie: Actie) -> str:
    """Return number and text of an actie on one line, cut when it is long."""
    return visible(f"{actie.nr}  {actie.tekst}", _LANGSTE_ACTIE)


def name_gemeenten(namen: list[str]) -> str:
    """Return the first few of the gemeenten, and how many others there are."""
    return korte_opsomming(namen, _HOOGSTENS_NAMEN, " andere")


def find_opvallend(samenvoeging: Samenvoeging) -> list[str]:
    """Return who did not answer and since when, and the acties about which the gemeenten differ most."""
    matrix = samenvoeging.matrix
    tellingen = tuple(telling for telling in count_answers(matrix) if telling.is_gevraagd)
    alle = (
        "Alle gemeenten" if len(tellingen) == len(matrix.plan.gemeenten) else "Alle gemeenten waaraan iets is gevraagd"
    )
    zinnen = [
        *_without_file(tellingen, find_termijn(samenvoeging)),
        *_with_uitstel(matrix),
        *_incomplete(samenvoeging),
        *_not_understood(matrix),
        *_differences(matrix),
    ]
    if not tellingen:
        zinnen.insert(0, "Er is niets gevraagd.")
    elif all(telling.is_volledig for telling in tellingen):
        zinnen.insert(0, f"{alle} zijn compleet.")
    elif not any(telling.reden for telling in tellingen):
        zinnen.insert(0, f"Van {alle[0].lower()}{alle[1:]} is een bestand ontvangen.")
    return zinnen


def find_besluiten(matrix: Matrix) -> list[str]:
    """Return what asks a decision: acties that gemeenten do not take up, and why, and acties that nobody answered."""
    geweigerd, onbeantwoord = find_geweigerd(matrix), find_onbeantwoord(matrix)
    zinnen = [_refused(weigering) for weigering in geweigerd[:_HOOGSTENS_ACTIES]]
    if len(geweigerd) > _HOOGSTENS_ACTIES:
        over = enkelvoud_of_meervoud(len(geweigerd) - _HOOGSTENS_ACTIES, "actie", "acties")
        zinnen.append(f"En nog {over} die een of meer gemeenten niet oppakken; zie {Bladen.ACTIEPLAN}.")
    if weigeraars := find_weigeraars(matrix):
        zinnen.append(f"Pakt veel niet op: {name_gemeenten([_how_many(weigeraar) for weigeraar in weigeraars])}.")
    zinnen += map(_unanswered, onbeantwoord[:_HOOGSTENS_NERGENS])
    if len(onbeantwoord) > _HOOGSTENS_NERGENS:
        over = enkelvoud_of_meervoud(len(onbeantwoord) - _HOOGSTENS_NERGENS, "actie", "acties")
        zinnen.append(f"En nog {over} zonder een antwoord dat telt.")
    return zinnen or [_nothing(matrix)]


def _refused(weigering: Weigering) -> str:
    wie = name_gemeenten([invulling.gemeente for invulling in weigering.door])
    van = f"{len(weigering.door)} van de {weigering.gevraagd}"
    if not weigering.is_van_niemand:
        wat = f"wordt niet opgepakt door {van} ({wie})"
    elif not weigering.zonder:
        wat = f"wordt door niemand opgepakt ({wie})"
    else:
        wat = f"wordt nog door niemand opgepakt: niet door {van} ({wie}), en de rest gaf geen bruikbaar antwoord"
    return f"{name_actie(weigering.actie)}: {wat}.{_why(weigering.door)}"


def _why(door: Iterable[Invulling]) -> str:
    """Say in the words of the gemeenten why they do not take it up; a reason that several give is said once."""
    per_reden: dict[str, list[Invulling]] = {}
    for invulling in door:
        per_reden.setdefault(fold(invulling.toelichting), []).append(invulling)
    redenen = [
        f"“{reden}”" + (f" ({name_gemeenten([i.gemeente for i in samen])})" if len(per_reden) > 1 else "")
        for samen in per_reden.values()
        if (reden := visible(samen[0].toelichting, _LANGSTE_REDEN))
    ]
    return f" Waarom: {korte_opsomming(redenen, _HOOGSTENS_REDENEN)}." if redenen else ""


def _how_many(weigeraar: Weigeraar) -> str:
    van = "alle" if weigeraar.aantal == weigeraar.gevraagd else f"{weigeraar.aantal} van de"
    return f"{weigeraar.gemeente} ({van} {weigeraar.gevraagd} acties)"


def _unanswered(onbeantwoord: Onbeantwoord) -> str:
    wat = "nergens een antwoord dat we herkennen" if onbeantwoord.is_getypt else "nergens beantwoord"
    return f"{name_actie(onbeantwoord.actie)}: {wat}."


def _nothing(matrix: Matrix) -> str:
    """Say that there is nothing to decide; while something is open only of what is in."""
    if not matrix.invullingen:
        return "Niets: er is geen gemeente iets gevraagd."
    if not matrix.oranje:
        return "Niets: elke actie is ergens beantwoord en geen gemeente liet er een liggen."
    open_ = enkelvoud_of_meervoud(len(matrix.oranje), "antwoord ontbreekt", "antwoorden ontbreken")
    return f"Nog niets: {open_} nog. In wat er wel is, is elke actie ergens beantwoord en blijft er geen liggen."


def _without_file(tellingen: tuple[Telling, ...], termijn: Termijn) -> list[str]:
    zinnen = []
    zonder = missing(tellingen, Reden.GEEN_BESTAND)
    if zonder:
        wie = name_gemeenten(zonder) if len(zonder) < len(tellingen) else "geen enkele gemeente"
        niet = "geen" if len(zonder) < len(tellingen) else "een"
        zinnen.append(f"Van {wie} is {niet} bestand ontvangen{termijn.in_sentence()}.")
    onleesbaar = missing(tellingen, Reden.ONLEESBAAR)
    if onleesbaar:
        zinnen.append(f"Van {name_gemeenten(onleesbaar)} kwam een bestand dat niet te lezen is.")
    return zinnen


def _with_uitstel(matrix: Matrix) -> list[str]:
    """Who need not answer yet, until when and why."""
    wie = [visible(f"{gemeente.naam} heeft {gemeente.uitstel}", _LANGSTE_UITSTEL) for gemeente in find_uitstel(matrix)]
    return [f"{name_gemeenten(wie)}."] if wie else []


def _incomplete(samenvoeging: Samenvoeging) -> list[str]:
    """Who sent a file in which something is open, and when it was last saved; a day that all share is said once."""
    half = find_incompleet(samenvoeging)
    if not half:
        return []
    dagen = {een.opgeslagen for een in half}
    is_gedeeld = len(half) > 1 and len(dagen) == 1
    wie = [
        f"{een.telling.gemeente} ({len(een.telling.open)} open{'' if is_gedeeld else _saved(een.opgeslagen)})"
        for een in half
    ]
    samen = _saved(half[0].opgeslagen) if is_gedeeld else ""
    return [f"Wel een bestand{samen}, nog niet compleet: {name_gemeenten(wie)}."]


def _saved(datum: str) -> str:
    return f", opgeslagen {format_datum(datum)}" if datum else ""


def _not_understood(matrix: Matrix) -> list[str]:
    aantal = sum(invulling.reden is Reden.NIET_HERKEND for invulling in matrix.invullingen)
    wat = enkelvoud_of_meervoud(aantal, "antwoord is", "antwoorden zijn")
    return [f"{wat} niet herkend en daarom oranje; zie {Bladen.BEVINDINGEN}."] if aantal else []


def _differences(matrix: Matrix) -> list[str]:
    zinnen = []
    for verschil in find_verschillen(matrix)[:_HOOGSTENS_ACTIES]:
        delen = ", ".join(f"{verschil.aantallen[s]}× {s}" for s in TELVOLGORDE if verschil.aantallen[s])
        zinnen.append(f"Verschilt veel: {name_actie(verschil.actie)}: {delen}.")
    return zinnen
