"""How an actie stands: the statuses, their words, their colours and the ways people type them.

One table (`_SPELLINGEN`) holds every accepted spelling; add a line there and the reader knows it. A word that
is not in the table is never guessed (contract §2): `nearest` only proposes.
"""

from dataclasses import dataclass
from enum import StrEnum

from actieplan_xl.domain.words import fold, has_sign


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

_SPELLINGEN: dict[Status, tuple[str, ...]] = {
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

_SPELLING_NAAR_STATUS = {
    fold(spelling): status for status, spellingen in _SPELLINGEN.items() for spelling in spellingen
}

_SPELLINGEN_ONGEWIJZIGD = frozenset(
    fold(woord)
    for woord in ("ongewijzigd", "geen wijziging", "geen wijzigingen", "niet gewijzigd", "zelfde", "hetzelfde")
)


VERWIJZINGEN = (
    "idem", "id.", "ibidem", "dito", "zie boven", "zie hierboven", "zie bovenstaand", "zie onder", "zie hieronder",
    "zie vorige", "zie vorige rij", "als boven", "als hierboven", "zie toelichting", "zie bijlage", "zie mail",
    "zie opmerking",
)  # fmt: skip
"""Texts that say no more than that the answer stands elsewhere; which answer, nobody guesses."""

NIETSZEGGEND = ("n.v.t.", "nvt", "niet van toepassing", "ja", "nee", "x", "niet", "geen", "niets")
"""What people put under Planning that says no when: an answer it is not, and which one was meant nobody guesses."""

_GEVOUWEN_VERWIJZINGEN = frozenset(map(fold, VERWIJZINGEN))
_KAAL_NIETSZEGGEND = frozenset(woord.strip(".!") for woord in NIETSZEGGEND)
_AFWIJZEND = tuple(
    f" {fold(woorden)} "
    for woorden in (*_SPELLINGEN[Status.NIET_OPGEPAKT], "niet uitgevoerd", "doen we niet", "niet doen")
    if woorden != "rood"
)
_INSTEMMING = "✓✔☑✅👍"
"""Signs that say no more than the word beside them."""


def is_verwijzing(text: str) -> bool:
    """Whether a text is one of `VERWIJZINGEN`, or the marks for it that people put under each other."""
    kaal = text.strip()
    return fold(kaal) in _GEVOUWEN_VERWIJZINGEN or kaal in ('"', "''", "〃", ",,")


def is_nietszeggend(text: str) -> bool:
    """Whether a text under Planning is no planning at all: a dash, a bare "nee", "zie boven"."""
    is_leeg = not any(teken.isalnum() for teken in text)
    return is_leeg or text.strip().strip(".!").casefold() in _KAAL_NIETSZEGGEND or is_verwijzing(text)


def is_afwijzend(text: str) -> bool:
    """Whether people say in a text that they do not do something: whatever that is, `gepland` it is not."""
    gevouwen = f" {fold(text)} "
    return any(woord in gevouwen for woord in _AFWIJZEND)


@dataclass(frozen=True, slots=True)
class Statuswoord:
    """What the cell `Status` of an invulblad says: one of the answers, `ongewijzigd`, or neither."""

    status: Status | None
    is_ongewijzigd: bool = False

    @classmethod
    def parse(cls, text: str) -> "Statuswoord":
        """Read what someone typed; a status that is not an answer (oranje) counts as not recognised.

        So does a word with a sign beside it that may turn it round: "voltooid?".
        """
        gevouwen = fold(text)
        if has_sign(text.strip(f"{_INSTEMMING} ")):
            return cls(None)
        if gevouwen in _SPELLINGEN_ONGEWIJZIGD:
            return cls(None, is_ongewijzigd=True)
        status = _SPELLING_NAAR_STATUS.get(gevouwen)
        return cls(status if status in ANTWOORDEN else None)


def _denies(gevouwen: str) -> bool:
    woorden = gevouwen.split()
    return not {"niet", "geen", "nooit", "nee"}.isdisjoint(woorden) or any(
        woord.startswith("on") and not woord.startswith("ongewij") for woord in woorden
    )


_OPGEHOUDEN = frozenset(
    ("gestopt", "gestaakt", "uitgesteld", "afgesteld", "afgeblazen", "geannuleerd", "opgeschort", "vervallen")
)
"""Words that look like an answer and mean something else: whatever we propose, somebody would choose."""


def nearest(text: str) -> str:
    """Return the known answer that looks most like `text` or a word in it, or "" when nothing comes near."""
    from difflib import get_close_matches  # noqa: PLC0415  only when someone mistyped

    spellingen = {s: str(w) for s, w in _SPELLING_NAAR_STATUS.items() if w in ANTWOORDEN}
    spellingen |= dict.fromkeys(_SPELLINGEN_ONGEWIJZIGD, ONGEWIJZIGD)
    gevouwen = fold(text)[:80]
    genoemd = {spellingen[woord] for woord in gevouwen.split() if woord in spellingen}
    if len(genoemd) > 1 or not _OPGEHOUDEN.isdisjoint(gevouwen.split()):
        return ""
    for poging in (gevouwen, *reversed(gevouwen.split())):
        gevonden = get_close_matches(poging, spellingen, n=1, cutoff=0.7)
        # Never propose a refusal to someone who did not write "niet", nor the other way round.
        if gevonden and _denies(gevonden[0]) == _denies(gevouwen):
            return spellingen[gevonden[0]]
    return ""
