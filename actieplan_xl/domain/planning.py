"""What a planning says where no status stands beside it: a time, nothing at all, or that something is not done.

One table of words and one rule. The column `Controle` looks for the same words with a formula.
"""

from enum import Enum

from actieplan_xl.domain.datum import MAANDEN
from actieplan_xl.domain.status import ONTKENNINGEN, OPGEHOUDEN, SPELLINGEN, SPELLINGEN_ONGEWIJZIGD, Kleur, Status
from actieplan_xl.domain.words import DOORGEHAALD, fold, has_line, is_bare


class Oordeel(Enum):
    """Whether a planning alone counts as the answer `gepland`."""

    TELT = "telt"
    TWIJFEL = "telt, maar er staat een ontkenning in"
    ZEGT_NIETS = "telt niet"


VERWIJZINGEN = (
    "idem", "id.", "ibidem", "dito", "zie boven", "zie hierboven", "zie bovenstaand", "zie onder", "zie hieronder",
    "zie vorige", "zie vorige rij", "als boven", "als hierboven", "zie toelichting", "zie bijlage", "zie mail",
    "zie opmerking", "ditto", "z.o.z.", "zoz",
)  # fmt: skip
"""Texts that say no more than that the answer stands elsewhere; which answer, nobody guesses."""

_FOUTTEKSTEN = (
    "#N/B", "#N/A", "N/B", "N/A", "#VERW!", "#REF!", "#WAARDE!", "#VALUE!", "#DEEL/0!", "#DIV/0!", "#NAAM?", "#NAME?",
    "#GETAL!", "#NUM!", "#LEEG!", "#NULL!", "#OVERLOOP!", "#SPILL!", "#CALC!",
)  # fmt: skip
"""What Excel shows where a formula went wrong, once it was pasted as text."""

_NULDAG = ("31-12-1899", "30-12-1899", "december 1899", "1899", "0-1-1900", "00-01-1900", "1-1-1900", "01-01-1900")
"""The day that a nought is where a cell shows dates."""

NIETSZEGGEND = (
    "n.v.t.", "nvt", "n.a.", "ja", "nee", "neen", "x", "xx", "xxx", "niet", "geen", "niets", "nihil", "leeg", "0",
    "waar", "onwaar", "true", "false", "volgt", "volgt nog", "volgt later", "planning volgt", "datum volgt",
    "later", "komt later", "komt nog", "in te vullen", "nog in te vullen", "te bepalen", "nog te bepalen",
    "p.m.", "pm", "t.b.d.", "tbd", "todo", "none", "nan", "no", "kies", "invullen", "rood", DOORGEHAALD, *_NULDAG,
    *_FOUTTEKSTEN, *SPELLINGEN[Status.NIET_BEPAALD], *SPELLINGEN_ONGEWIJZIGD, *VERWIJZINGEN,
)  # fmt: skip
"""What people, and Excel, put under Planning that says no when. Which answer was meant, nobody guesses."""

_KLEURWOORDEN = frozenset(Kleur)

AFWIJZEND = (
    *(woorden for woorden in SPELLINGEN[Status.NIET_OPGEPAKT] if woorden not in _KLEURWOORDEN),
    "niet uitgevoerd", "niet gedaan", "doen we niet", "doen wij niet", "niet doen", "gaat niet door", "niet doorgaan",
    "doet niet mee", "doen niet mee", "niet meedoen", "niet nodig", "niet aan de orde", "niet van toepassing",
)  # fmt: skip
"""What people write when they do not do something: whatever that is, `gepland` it is not."""

ANDERE_STATUS = (
    *(
        woorden
        for status in (Status.STRUCTUREEL, Status.VOLTOOID, Status.NIET_BEPAALD)
        for woorden in SPELLINGEN[status]
        if woorden not in _KLEURWOORDEN
    ),
    *SPELLINGEN_ONGEWIJZIGD, *sorted(OPGEHOUDEN), "on hold", "afgezien", "zien af", "te bepalen",
)  # fmt: skip
"""What may mean another answer than `gepland` wherever it stands: "afgerond in 2018". A colour is only one alone."""

ONTKENNEND = (*sorted(ONTKENNINGEN), "nvt", "n.v.t.")
"""Words that deny. A text that begins or ends with one refuses, unless it says when as well: "niet voor 2019"."""

NOG = "nog "
"""May stand before such a word: "nog niet ingevuld"."""

_TIJDWOORDEN = ("lente", "voorjaar", "zomer", "najaar", "herfst", "winter", "kwartaal", "volgend", *MAANDEN)
TIJDEN = (*"0123456789", *(f" {woord}" for woord in _TIJDWOORDEN))
"""What says when, in a text with a space before it."""

_ZEGT_NIETS = frozenset(map(fold, NIETSZEGGEND))
_VERWIJST = ("zie ", "idem ", "dito ", "ditto ")
_AANHALING = ('"', "''", "〃", ",,")
_GEVOUWEN_VERWIJZINGEN = frozenset(map(fold, VERWIJZINGEN))
_GEVOUWEN_AFWIJZEND = tuple(f" {fold(woorden)} " for woorden in AFWIJZEND)
_GEVOUWEN_ANDERE_STATUS = tuple(f" {fold(woorden)} " for woorden in ANDERE_STATUS)
_GEVOUWEN_ONTKENNEND = tuple(f" {fold(woorden)} " for woorden in ONTKENNEND)
_BEGIN = tuple(f" {nog}{woorden[1:]}" for nog in ("", NOG) for woorden in _GEVOUWEN_ONTKENNEND)
_ZONDER_VORM = "0\u115f\u1160\u3164\uffa0"
"""A nought, as a formula gives that looks at an empty cell, and the letters that nobody sees."""


def is_verwijzing(text: str) -> bool:
    """Whether a text is one of `VERWIJZINGEN`, or the marks for it that people put under each other."""
    return fold(text) in _GEVOUWEN_VERWIJZINGEN or text.strip() in _AANHALING


def refers(text: str) -> bool:
    """Whether a text begins by pointing elsewhere: "zie 1.1.1", "idem als Uden"."""
    return fold(text).startswith(_VERWIJST)


def denies(text: str) -> bool:
    """Whether a text has a word of `ONTKENNEND` in it."""
    gevouwen = f" {fold(text)} "
    return any(woorden in gevouwen for woorden in _GEVOUWEN_ONTKENNEND)


def find_statuswoord(planning: str) -> str:
    """Return the word of a planning for which it may have been meant as a status, or "".

    >>> find_statuswoord("is al gereed"), find_statuswoord("loopt"), find_statuswoord("loopt tot 2020")
    ('gereed', 'loopt', '')
    """
    if Status.parse(planning) is not None:
        return fold(planning)
    gevouwen = f" {fold(planning)} "
    return next((woorden.strip() for woorden in _GEVOUWEN_ANDERE_STATUS if woorden in gevouwen), "")


def says_anything(text: str) -> bool:
    """Whether a text has any letter or digit in it: a dash or a dot says nothing."""
    return any(teken.isalnum() and teken not in _ZONDER_VORM for teken in text)


def judge(planning: str) -> Oordeel:
    """Return what a planning is worth without a status.

    >>> [judge(planning).name for planning in ("najaar 2019", "niet voor 2019", "geen prioriteit")]
    ['TELT', 'TWIJFEL', 'ZEGT_NIETS']
    """
    kaal = fold(planning)
    gevouwen = f" {kaal} "
    is_leeg = not says_anything(planning)
    if is_leeg or kaal in _ZEGT_NIETS or any(woorden in gevouwen for woorden in _GEVOUWEN_AFWIJZEND):
        return Oordeel.ZEGT_NIETS
    is_betwijfeld = Status.parse(planning) is not None and not is_bare(planning)  # one column too far as well
    if is_betwijfeld or has_line(planning):
        return Oordeel.ZEGT_NIETS
    if not denies(planning):
        return Oordeel.TELT
    is_weigering = gevouwen.startswith(_BEGIN) or gevouwen.endswith(_GEVOUWEN_ONTKENNEND)
    is_wanneer = any(tijd in gevouwen for tijd in TIJDEN)
    return Oordeel.ZEGT_NIETS if is_weigering and not is_wanneer else Oordeel.TWIJFEL
