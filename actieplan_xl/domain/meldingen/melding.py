"""What a sentence of ours is made of."""

from typing import NamedTuple

from actieplan_xl.domain.codes import Ernst


class Melding(NamedTuple):
    """A sentence: how serious, what is the matter, and what to do. Holes are named after what fills them.

    `zelf` is what to do for whoever filled in the workbook, where that is something else than for the coördinator.
    """

    ernst: Ernst
    wat: str
    doe: str
    zelf: str = ""


def bedoel_je(voorstel: str) -> str:
    """Return the end of a remedy: a question when there is something to propose, else a full stop."""
    return f"; bedoel je '{voorstel}'?" if voorstel else "."
