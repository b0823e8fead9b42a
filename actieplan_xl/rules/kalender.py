"""Which moments of communication are one and the same, told by several gemeenten in words of their own."""

from collections import defaultdict
from collections.abc import Sequence

from actieplan_xl.domain.invulling import Communicatiemoment
from actieplan_xl.domain.words import fold

_GELIJKEND = 0.6
"""Of the words of two moments together, the part that both must have."""
_KLEINE_WOORDEN = frozenset(
    ("de", "het", "een", "en", "of", "in", "op", "van", "voor", "met", "over", "bij", "aan", "om")
)
_MEESTE_TEKENS = 300
_MEESTE_OP_EEN_DAG = 300
"""With more different texts on one day only the same words are the same: comparing all of them would take too long."""


def find_shared(momenten: Sequence[Communicatiemoment]) -> list[tuple[str, ...]]:
    """Return, beside each moment, which other gemeenten name it too: on the same date, in nearly the same words.

    Nothing is taken together: every moment stays what it is, and two that only look alike lose nothing.
    """
    per_dag: dict[str, dict[frozenset[str], list[str]]] = defaultdict(lambda: defaultdict(list))
    sleutels = [(m.sorteerdatum or fold(m.datum), _words(m.wat)) for m in momenten]
    for moment, (dag, woorden) in zip(momenten, sleutels, strict=True):
        per_dag[dag][woorden].append(moment.gemeente)
    samen = {dag: _join(groepen) for dag, groepen in per_dag.items() if dag}
    return [
        tuple(naam for naam in samen.get(dag, {}).get(woorden, ()) if naam != moment.gemeente)
        for moment, (dag, woorden) in zip(momenten, sleutels, strict=True)
    ]


def _words(wat: str) -> frozenset[str]:
    woorden = frozenset(fold(wat[:_MEESTE_TEKENS]).split())
    return woorden - _KLEINE_WOORDEN or woorden


def _join(groepen: dict[frozenset[str], list[str]]) -> dict[frozenset[str], tuple[str, ...]]:
    """For each text of one day the gemeenten with that text, or one that is nearly the same."""
    vergelijk = groepen if len(groepen) <= _MEESTE_OP_EEN_DAG else ()
    samen = {}
    for woorden, gemeenten in groepen.items():
        namen = [naam for ander in vergelijk if _is_alike(woorden, ander) for naam in groepen[ander]] or gemeenten
        samen[woorden] = tuple(dict.fromkeys(namen)) if woorden else ()
    return samen


def _is_alike(een: frozenset[str], ander: frozenset[str]) -> bool:
    return len(een & ander) >= _GELIJKEND * len(een | ander)
