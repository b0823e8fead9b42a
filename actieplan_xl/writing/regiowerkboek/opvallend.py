"""What stands out in a round, in sentences: who is missing and since when, where the region differs, what asks a
decision. Every list is kept short: the page on which these stand is read in five minutes."""

from collections import Counter
from collections.abc import Callable

from actieplan_xl.domain.datum import format_datum
from actieplan_xl.domain.invulling import Invulling
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.plan import Actie
from actieplan_xl.domain.status import TELVOLGORDE, Reden, Status
from actieplan_xl.domain.weergave import visible
from actieplan_xl.domain.words import Bladen, enkelvoud_of_meervoud, korte_opsomming
from actieplan_xl.rules.samenvoeging import Samenvoeging
from actieplan_xl.rules.termijn import Termijn, find_termijn
from actieplan_xl.rules.volledigheid import Telling, count_answers

_HOOGSTENS_NAMEN = 5
_HOOGSTENS_ACTIES = 3
_HOOGSTENS_NERGENS = 5
_LANGSTE_ACTIE = 90


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
        *_incomplete(tellingen, samenvoeging),
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
    """Return what asks a decision: acties that most gemeenten do not take up, and acties that nobody answered."""
    zinnen = []
    niet = {actie: _count(matrix, actie, lambda i: i.status is Status.NIET_OPGEPAKT) for actie in matrix.plan.acties}
    meest = sorted((actie for actie in niet if niet[actie]), key=lambda actie: -niet[actie])
    for actie in meest[:_HOOGSTENS_ACTIES]:
        van = len(matrix.op_actie[actie.nr])
        wie = name_gemeenten([i.gemeente for i in matrix.op_actie[actie.nr] if i.status is Status.NIET_OPGEPAKT])
        zinnen.append(f"{name_actie(actie)}: wordt niet opgepakt door {niet[actie]} van de {van} ({wie}).")
    if len(meest) > _HOOGSTENS_ACTIES:
        over = enkelvoud_of_meervoud(len(meest) - _HOOGSTENS_ACTIES, "actie", "acties")
        zinnen.append(f"En nog {over} die een of meer gemeenten niet oppakken; zie {Bladen.ACTIEPLAN}.")
    nergens = [a for a in matrix.plan.acties if matrix.op_actie[a.nr] and not _count(matrix, a, _says_something)]
    zinnen += [f"{name_actie(actie)}: nergens beantwoord." for actie in nergens[:_HOOGSTENS_NERGENS]]
    if len(nergens) > _HOOGSTENS_NERGENS:
        over = enkelvoud_of_meervoud(len(nergens) - _HOOGSTENS_NERGENS, "actie is", "acties zijn")
        zinnen.append(f"En nog {over} nergens beantwoord.")
    return zinnen or ["Niets: elke actie is ergens beantwoord en geen gemeente liet er een liggen."]


def _without_file(tellingen: tuple[Telling, ...], termijn: Termijn) -> list[str]:
    zinnen = []
    zonder = [telling.gemeente for telling in tellingen if telling.reden is Reden.GEEN_BESTAND]
    if zonder:
        wie = name_gemeenten(zonder) if len(zonder) < len(tellingen) else "geen enkele gemeente"
        niet = "geen" if len(zonder) < len(tellingen) else "een"
        zinnen.append(f"Van {wie} is {niet} bestand ontvangen{termijn.in_sentence()}.")
    onleesbaar = [telling.gemeente for telling in tellingen if telling.reden is Reden.ONLEESBAAR]
    if onleesbaar:
        zinnen.append(f"Van {name_gemeenten(onleesbaar)} kwam een bestand dat niet te lezen is.")
    return zinnen


def _incomplete(tellingen: tuple[Telling, ...], samenvoeging: Samenvoeging) -> list[str]:
    """Who sent a file in which something is open, those who have most to do first, and when it was last saved."""
    gebruikt = samenvoeging.gebruikt
    half = sorted((t for t in tellingen if not t.is_volledig and not t.reden), key=lambda t: -len(t.open))
    if not half:
        return []
    wie = []
    for telling in half:
        datum = gebruikt[telling.gemeente].opgeslagen[:10] if telling.gemeente in gebruikt else ""
        sinds = f", opgeslagen {format_datum(datum)}" if datum else ""
        wie.append(f"{telling.gemeente} ({len(telling.open)} open{sinds})")
    return [f"Wel een bestand, nog niet compleet: {name_gemeenten(wie)}."]


def _not_understood(matrix: Matrix) -> list[str]:
    aantal = sum(invulling.reden is Reden.NIET_HERKEND for invulling in matrix.invullingen)
    wat = enkelvoud_of_meervoud(aantal, "antwoord is", "antwoorden zijn")
    return [f"{wat} niet herkend en daarom oranje; zie {Bladen.BEVINDINGEN}."] if aantal else []


def _differences(matrix: Matrix) -> list[str]:
    """The acties with most different statuses among the answers; where as many differ, those most evenly divided."""
    gegeven = {
        actie: Counter(i.status for i in matrix.op_actie[actie.nr] if i.is_antwoord) for actie in matrix.plan.acties
    }
    verdeeld = [actie for actie, statussen in gegeven.items() if len(statussen) > 1]
    verdeeld.sort(key=lambda actie: (-len(gegeven[actie]), max(gegeven[actie].values()) / gegeven[actie].total()))
    zinnen = []
    for actie in verdeeld[:_HOOGSTENS_ACTIES]:
        delen = ", ".join(f"{gegeven[actie][s]}× {s}" for s in TELVOLGORDE if gegeven[actie][s])
        zinnen.append(f"Verschilt veel: {name_actie(actie)}: {delen}.")
    return zinnen


def _count(matrix: Matrix, actie: Actie, telt: Callable[[Invulling], bool]) -> int:
    return sum(map(telt, matrix.op_actie[actie.nr]))


def _says_something(invulling: Invulling) -> bool:
    """Whether a gemeente answered, be it in words we did not recognise."""
    return invulling.is_antwoord or invulling.reden is Reden.NIET_HERKEND
