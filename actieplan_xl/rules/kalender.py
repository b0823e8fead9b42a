"""Which moments of communication are one and the same, told by several gemeenten in words of their own."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import ceil

from actieplan_xl.domain.invulling import Communicatiemoment
from actieplan_xl.domain.words import fold

_GELIJKEND = 0.6
"""Of the words of two moments together, the part that both must have."""
_KLEINE_WOORDEN = frozenset(
    ("de", "het", "een", "en", "of", "in", "op", "van", "voor", "met", "over", "bij", "aan", "om")
)
_MEESTE_TEKENS = 300
_GEWOON = 400
"""A word in more different texts on one day than there are gemeenten in the country says nothing of which moment it
is: it is not looked up, so that no calendar takes long."""
HOOGSTENS_OOK_BIJ = 8
"""How many of the others are named beside a moment."""


def find_shared(momenten: Sequence[Communicatiemoment]) -> list[tuple[str, ...]]:
    """Return, beside each moment, which other gemeenten name it too: on the same date, in nearly the same words.

    Nothing is taken together: every moment stays what it is, and two that only look alike lose nothing.
    """
    per_dag: dict[str, dict[frozenset[str], list[str]]] = defaultdict(lambda: defaultdict(list))
    namen = {m.gemeente: frozenset(fold(m.gemeente).split()) for m in momenten}
    sleutels = [(m.sorteerdatum or fold(m.datum), _words(m.wat, namen[m.gemeente])) for m in momenten]
    for moment, (dag, woorden) in zip(momenten, sleutels, strict=True):
        per_dag[dag][woorden].append(moment.gemeente)
    samen = {dag: _join(groepen) for dag, groepen in per_dag.items() if dag}
    return [
        tuple(naam for naam in samen.get(dag, {}).get(woorden, ()) if naam != moment.gemeente)
        for moment, (dag, woorden) in zip(momenten, sleutels, strict=True)
    ]


def _words(wat: str, naam: frozenset[str]) -> frozenset[str]:
    """Return the words that say what it is: her own name says only whose it is."""
    woorden = frozenset(fold(wat[:_MEESTE_TEKENS]).split())
    return woorden - _KLEINE_WOORDEN - naam or woorden - _KLEINE_WOORDEN or woorden


def _join(groepen: dict[frozenset[str], list[str]]) -> dict[frozenset[str], tuple[str, ...]]:
    """For each text of one day the gemeenten with that text, or one that is nearly the same."""
    kandidaten = _candidates(groepen)
    samen = {}
    for woorden, gemeenten in groepen.items():
        gelijkend = [ander for ander in kandidaten[woorden] if _is_alike(woorden, ander)] or [woorden]
        namen = [naam for ander in gelijkend for naam in groepen[ander]] or gemeenten
        samen[woorden] = tuple(dict.fromkeys(namen)) if woorden else ()
    return samen


def _candidates(teksten: Iterable[frozenset[str]]) -> dict[frozenset[str], list[frozenset[str]]]:
    """Return beside each text those that may be nearly the same, in their order: comparing all would take too long.

    Two texts that have six tenths of their words in common share one of the rarest words of each, whichever words are
    called rare; so only the first few words of each text, from rare to common, need be looked up.
    """
    volgorde = list(teksten)
    aantallen = Counter(woord for tekst in volgorde for woord in tekst)
    bij_woord: dict[str, list[int]] = defaultdict(list)
    eerste: list[list[str]] = []
    for nummer, tekst in enumerate(volgorde):
        zeldzaam_eerst = sorted(tekst, key=lambda woord: (aantallen[woord], woord))
        eerste.append(zeldzaam_eerst[: len(tekst) - ceil(_GELIJKEND * len(tekst)) + 1])
        for woord in eerste[-1]:
            if aantallen[woord] <= _GEWOON:
                bij_woord[woord].append(nummer)
    return {
        tekst: [volgorde[nummer] for nummer in sorted({n for woord in woorden for n in bij_woord.get(woord, ())})]
        for tekst, woorden in zip(volgorde, eerste, strict=True)
    }


def _is_alike(een: frozenset[str], ander: frozenset[str]) -> bool:
    return len(een & ander) >= _GELIJKEND * len(een | ander)
