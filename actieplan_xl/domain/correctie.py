"""What the coördinator changed after a phone call: always told as such, never as the words of a gemeente."""

from dataclasses import dataclass

from actieplan_xl.domain.datum import format_datum
from actieplan_xl.domain.invulling import NERGENS, Invulling, Plek
from actieplan_xl.domain.status import Status


@dataclass(frozen=True, slots=True)
class Correctie:
    """One answer of one gemeente as the coördinator has it: why, in which role, and on which day (ISO)."""

    gemeente: str
    nr: str
    status: Status
    planning: str
    waarom: str
    door: str
    wanneer: str
    plek: Plek = NERGENS

    @property
    def antwoord(self) -> tuple[Status, str]:
        """What the matrix shows of it."""
        return self.status, self.planning

    @property
    def tekst(self) -> str:
        """The answer in a few words."""
        return ", ".join(deel for deel in (str(self.status), self.planning) if deel)

    def replace(self, was: Invulling) -> Invulling:
        """Return the answer instead of what the gemeente said: its toelichting begins with who changed it, and why."""
        verantwoording = f"Correctie door {self.door} op {format_datum(self.wanneer)}: {self.waarom}"
        eigen = f"\nToelichting van {self.gemeente} zelf: {was.toelichting}" if was.toelichting else ""
        return Invulling(self.gemeente, self.nr, self.status, self.planning, verantwoording + eigen, plek=self.plek)


@dataclass(frozen=True, slots=True)
class Uitwerking:
    """What became of a correctie: what the gemeente herself said, and why it does not count; "" when it does."""

    correctie: Correctie
    was: Invulling
    waarom_niet: str = ""

    @property
    def telt(self) -> bool:
        """Whether it stands in the matrix."""
        return not self.waarom_niet
