"""How an actie stands: the statuses, their words, their colours and the ways people type them.

One table (`SPELLINGEN`) holds every accepted spelling; add a line there and the reader knows it. A word that
is not in the table is never guessed (contract §2): `nearest` only proposes.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from actieplan_xl.domain.words import fold, has_sign, is_bare, is_question


class Kleur(StrEnum):
    """The colours of the leeswijzer by name; what they look like is decided in `domain.palet`."""

    BLAUW = "blauw"
    GROEN = "groen"
    ROOD = "rood"
    ORANJE = "oranje"
    GEEN = "geen"


class Status(StrEnum):
    """How an actie stands at a gemeente; the value is the word people read."""

    GEPLAND = "gepland"
    STRUCTUREEL = "structureel"
    VOLTOOID = "voltooid"
    NIET_OPGEPAKT = "wordt niet opgepakt"
    NIET_BEPAALD = "niet nader bepaald"

    @property
    def kleur(self) -> Kleur:
        """The colour that goes with this status."""
        return _KLEUREN[self]

    @property
    def kort(self) -> str:
        """The word for where there is room for nine characters."""
        return _KORT[self]

    @classmethod
    def parse(cls, text: str) -> "Status | None":
        """Return the status that `text` is a spelling of, or None. Never raises."""
        return _SPELLING_NAAR_STATUS.get(fold(text))

    @classmethod
    def from_kleur(cls, kleur: Kleur) -> "Status":
        """Return the status that a colour stands for; without a colour that is `gepland`."""
        return next(status for status, eigen in _KLEUREN.items() if eigen is kleur)


class Reden(StrEnum):
    """Why an answer is `niet nader bepaald`."""

    GEEN_BESTAND = "geen bestand"
    LEEG = "leeg"
    ONLEESBAAR = "onleesbaar"
    NIET_HERKEND = "niet herkend"
    UITSTEL = "uitstel"


ONGEWIJZIGD = "ongewijzigd"
"""The answer that takes over status and planning of the previous state. It is not a status itself."""

ANTWOORDEN = (Status.GEPLAND, Status.STRUCTUREEL, Status.VOLTOOID, Status.NIET_OPGEPAKT)
"""The statuses a gemeente can choose, in the order of the dropdown. Oranje is never an answer."""

MINST_AFGEROND_EERST = (
    Status.NIET_BEPAALD,
    Status.NIET_OPGEPAKT,
    Status.GEPLAND,
    Status.STRUCTUREEL,
    Status.VOLTOOID,
)
"""From least to most settled (contract §3): what a kolom shows when its gemeenten differ."""

TELVOLGORDE = (
    Status.STRUCTUREEL,
    Status.VOLTOOID,
    Status.GEPLAND,
    Status.NIET_OPGEPAKT,
    Status.NIET_BEPAALD,
)
"""The order in which counts of statuses stand beside each other."""

_KLEUREN = {
    Status.GEPLAND: Kleur.GEEN,
    Status.STRUCTUREEL: Kleur.BLAUW,
    Status.VOLTOOID: Kleur.GROEN,
    Status.NIET_OPGEPAKT: Kleur.ROOD,
    Status.NIET_BEPAALD: Kleur.ORANJE,
}

_KORT = {
    Status.GEPLAND: "gepland",
    Status.STRUCTUREEL: "structur.",
    Status.VOLTOOID: "voltooid",
    Status.NIET_OPGEPAKT: "niet opg.",
    Status.NIET_BEPAALD: "n.n.b.",
}

SPELLINGEN: dict[Status, tuple[str, ...]] = {
    Status.GEPLAND: (
        "gepland", "planning", "ingepland", "in planning", "wordt gepland", "staat gepland", "loopt", "lopend",
        "in uitvoering", "mee bezig", "bezig", "in behandeling", "gestart", "opgestart", "in voorbereiding",

    ),
    Status.STRUCTUREEL: (
        "structureel", "structurele actie", "doorlopend", "continu", "permanent", "jaarlijks", "blauw",
    ),
    Status.VOLTOOID: (
        "voltooid", "afgerond", "gereed", "klaar", "gedaan", "uitgevoerd", "afgehandeld", "afgesloten", "groen",
    ),
    Status.NIET_OPGEPAKT: (
        "wordt niet opgepakt", "niet opgepakt", "niet oppakken", "pakken we niet op", "vervalt", "vervallen",
        "geschrapt", "wordt niet uitgevoerd", "rood",
    ),
    Status.NIET_BEPAALD: (
        "niet nader bepaald", "nader te bepalen", "ntb", "n.t.b.", "nnb", "n.n.b.", "nog niet bekend",
        "nog onbekend", "onbekend", "oranje",
    ),
}  # fmt: skip

_SPELLING_NAAR_STATUS = {fold(spelling): status for status, spellingen in SPELLINGEN.items() for spelling in spellingen}

SPELLINGEN_ONGEWIJZIGD = (
    "ongewijzigd", "geen wijziging", "geen wijzigingen", "niet gewijzigd", "zelfde", "hetzelfde",
)  # fmt: skip
_GEVOUWEN_ONGEWIJZIGD = frozenset(map(fold, SPELLINGEN_ONGEWIJZIGD))

_INSTEMMING = "✓✔☑✅👍\ufe0e\ufe0f🏻🏼🏽🏾🏿"
"""Signs that say no more than the word beside them, in whatever look or skin."""

_LEEG_HOKJE = re.compile(r"\(\s*\)")


@dataclass(frozen=True, slots=True)
class Statuswoord:
    """What the cell `Status` of an invulblad says: one of the answers, `ongewijzigd`, or neither."""

    status: Status | None
    is_ongewijzigd: bool = False

    @classmethod
    def parse(cls, text: str) -> "Statuswoord":
        """Read what someone typed; a status that is not an answer (oranje) counts as not recognised.

        So does a word with anything beside it that may turn it round: "voltooid?", "[ ] voltooid".
        """
        gevouwen = fold(text)
        if not is_bare(text, _INSTEMMING) or _LEEG_HOKJE.search(text):
            return cls(None)
        if gevouwen in _GEVOUWEN_ONGEWIJZIGD:
            return cls(None, is_ongewijzigd=True)
        status = _SPELLING_NAAR_STATUS.get(gevouwen)
        return cls(status if status in ANTWOORDEN else None)


ONTKENNINGEN = frozenset(("niet", "geen", "nooit", "nee", "neen", "niets"))


def _denies(gevouwen: str) -> bool:
    woorden = gevouwen.split()
    return not ONTKENNINGEN.isdisjoint(woorden) or any(
        woord.startswith("on") and not woord.startswith("ongewij") for woord in woorden
    )


OPGEHOUDEN = frozenset(
    ("gestopt", "gestaakt", "uitgesteld", "afgesteld", "afgeblazen", "geannuleerd", "opgeschort", "vervallen")
)
"""Words that look like an answer and mean something else: whatever we propose, somebody would choose."""


def nearest(text: str) -> str:
    """Return the known answer that looks most like `text` or a word in it, or "" when nothing comes near.

    Beside a box or a sign the word may be the very answer that was not meant; a question mark only doubts it.
    """
    from difflib import get_close_matches  # noqa: PLC0415  only when someone mistyped

    kaal = "".join(teken for teken in text if not is_question(teken) and teken not in _INSTEMMING)
    if has_sign(kaal) or "[" in kaal or _LEEG_HOKJE.search(kaal):
        return ""
    spellingen = {s: str(w) for s, w in _SPELLING_NAAR_STATUS.items() if w in ANTWOORDEN}
    spellingen |= dict.fromkeys(_GEVOUWEN_ONGEWIJZIGD, ONGEWIJZIGD)
    gevouwen = fold(text)[:80]
    genoemd = {spellingen[woord] for woord in gevouwen.split() if woord in spellingen}
    if len(genoemd) > 1 or not OPGEHOUDEN.isdisjoint(gevouwen.split()):
        return ""
    for poging in (gevouwen, *reversed(gevouwen.split())):
        gevonden = get_close_matches(poging, spellingen, n=1, cutoff=0.7)
        # Never propose a refusal to someone who did not write "niet", nor the other way round.
        if gevonden and _denies(gevonden[0]) == _denies(gevouwen):
            return spellingen[gevonden[0]]
    return ""
