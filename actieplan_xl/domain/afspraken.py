"""What a region agreed on about answers: what more a complete one needs, and what is looked out for.

They stand on the sheet `Plan`, each off or on, and travel with the plan. They change no question: an answer that does
not keep to them counts all the same.
"""

from dataclasses import dataclass

from actieplan_xl.domain.status import Status


@dataclass(frozen=True, slots=True)
class Afspraken:
    """The settings; a plan that says nothing of them has these defaults."""

    toelichting_bij_niet_opgepakt: bool = False
    planning_bij_gepland: bool = False
    jaren_binnen_plan: bool = False
    let_op_persoonsgegevens: bool = True

    @property
    def vraagt_meer(self) -> bool:
        """Whether a complete answer needs more than a status."""
        return self.toelichting_bij_niet_opgepakt or self.planning_bij_gepland or self.jaren_binnen_plan


MET_JAREN = (Status.GEPLAND, Status.STRUCTUREEL)
"""Of which answers the years have to lie within the plan: what was voltooid may well have been so before it began."""

GEEN_AFSPRAKEN = Afspraken()

AFSPRAAK_NAMEN = {
    "toelichting_bij_niet_opgepakt": "toelichting bij wordt niet opgepakt",
    "planning_bij_gepland": "planning bij gepland",
    "jaren_binnen_plan": "jaren binnen het plan",
    "let_op_persoonsgegevens": "let op persoonsgegevens",
}
"""The names on the sheet `Plan`, by field of `Afspraken`."""

AAN, UIT = "ja", "nee"
"""What stands behind such a name."""


def aan_of_uit(waarde: bool) -> str:
    """Return how a setting is written."""
    return AAN if waarde else UIT
