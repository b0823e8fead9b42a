"""Text in a narrow cell: folded at spaces, and a word that does not fit broken where Dutch allows it, more or less."""

import textwrap

from actieplan_xl.domain.weergave import visible

_KLINKERS = frozenset("aeiouyàáâäèéêëìíîïòóôöùúûü")
_SAMEN = ("ch", "ij", "ng", "sj", "th")
_MINSTE = 3
_LANGSTE = 10_000


def fold_cell(tekst: str, breedte: int) -> list[str]:
    """Return a text in lines of at most `breedte` characters; its own line breaks stay."""
    regels: list[str] = []
    for regel in tekst.split("\n"):
        woorden = " ".join(_break_word(woord, breedte) for woord in visible(regel, _LANGSTE).split())
        regels += textwrap.wrap(woorden, breedte)
    return regels


def _break_word(woord: str, breedte: int) -> str:
    """Return a word in pieces that fit, with a space between them. Two pieces never fit on one line again."""
    stukken = []
    while len(woord) > breedte:
        plaats, streepje = _find_break(woord, breedte)
        stukken.append(woord[:plaats] + streepje)
        woord = woord[plaats:]
    return " ".join([*stukken, woord])


def _find_break(woord: str, breedte: int) -> tuple[int, str]:
    """Return where to break: after a hyphen or slash that is there, else between syllables, else where it must."""
    for plaats in range(breedte, 1, -1):
        if woord[plaats - 1] in "-/–":
            return plaats, ""
    for plaats in range(min(breedte - 1, len(woord) - _MINSTE), _MINSTE - 1, -1):
        if _is_syllable_end(woord.lower(), plaats):
            return plaats, "-"
    return (breedte - 1, "-") if woord[:breedte].isalpha() else (breedte, "")


def _is_syllable_end(woord: str, plaats: int) -> bool:
    """A syllable ends before a consonant with a vowel behind it, when a vowel came before: wer-king, be-leid."""
    if not woord[plaats - 2 : plaats + 2].isalpha() or woord[plaats - 1 : plaats + 1] in _SAMEN:
        return False
    begint = woord[plaats] not in _KLINKERS and woord[plaats + 1 : plaats + 2] in _KLINKERS
    return begint and any(letter in _KLINKERS for letter in woord[:plaats])
