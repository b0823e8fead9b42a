"""Every sentence that a finding or refusal can say, each with how serious it is and what to do about it.

Three parts (stijl): where comes from the `Plek`; `wat` says what is the matter; `doe` what to do. All messages
of a kind stand together.
"""

from actieplan_xl.domain.codes import Code
from actieplan_xl.domain.meldingen import (
    afspraken,
    antwoorden,
    bestanden,
    correcties,
    export,
    herinneringen,
    plannen,
    verlengen,
    verzenden,
    werkboeken,
)
from actieplan_xl.domain.meldingen.melding import Melding, bedoel_je

MELDINGEN: dict[Code, Melding] = {
    **bestanden.MELDINGEN,
    **werkboeken.MELDINGEN,
    **antwoorden.MELDINGEN,
    **correcties.MELDINGEN,
    **afspraken.MELDINGEN,
    **plannen.MELDINGEN,
    **export.MELDINGEN,
    **verlengen.MELDINGEN,
    **herinneringen.MELDINGEN,
    **verzenden.MELDINGEN,
}

__all__ = ["MELDINGEN", "Melding", "bedoel_je"]
