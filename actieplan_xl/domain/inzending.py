"""What one file says: the answers of one invulblad, read against a plan, before they are merged."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from actieplan_xl.domain.bevinding import Bevinding
from actieplan_xl.domain.correctie import Correctie
from actieplan_xl.domain.invulling import Bekend, Communicatiemoment, EigenActie, Invulling, Stand, Standen
from actieplan_xl.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Herkomst:
    """A file that was offered, and what became of it. `reden` says why when it was not used.

    `opgeslagen` is what the workbook says of itself; `gewijzigd` what the file system says, for a workbook that says
    nothing. Only the first is shown: the second changes when a file is copied. `is_correctielijst` says that it is the
    coördinator's: then `gemeenten` are those of whom it changes an answer.
    """

    bestand: str
    sha256: str = ""
    opgeslagen: str = ""
    gemeenten: tuple[str, ...] = ()
    is_gebruikt: bool = False
    reden: str = ""
    gewijzigd: str = ""
    is_correctielijst: bool = False


@dataclass(frozen=True, slots=True)
class Vorigeronde:
    """The round before, as its regiowerkboek tells it: its plan, and the sha256 of each file that counted.

    `bekend` is the last that is known of each gemeente, each with the day of which it is. `is_gevraagd` says that this
    round was asked from that workbook: then every sheet of now was made after it.
    """

    plan: Plan
    gebruikt: frozenset[str] = frozenset()
    bekend: Standen = field(default_factory=dict)
    is_gevraagd: bool = False


@dataclass(frozen=True, slots=True)
class Inzending:
    """The answers on one invulblad, by number of the actie.

    `gemeenten` are those it speaks for: one, or all of the kolom. `is_onleesbaar` is set when the file could not be
    read but whose it is could be told: then those gemeenten are oranje with that reden. `blad` is the name of the
    sheet, `plaats` its place in the workbook; `standen` and `niet_gedeeld` what it was sent with. `retour_van` has the
    sha256 of each file that was sent back to be mended and came back as this one; `is_ander_plan` says that it was made
    for another plan, such as that of last year. `plan_peildatum` is the peildatum in the plan that it carries: of the
    round before, where it was made from a regiowerkboek. None when it carries no plan. A list of the coördinator
    speaks for nobody: it has `correcties` only.
    """

    herkomst: Herkomst
    gemeenten: tuple[str, ...]
    kolom: str = ""
    is_onleesbaar: bool = False
    antwoorden: Mapping[str, Invulling] = field(default_factory=dict)
    eigen_acties: tuple[EigenActie, ...] = ()
    communicatie: tuple[Communicatiemoment, ...] = ()
    bevindingen: tuple[Bevinding, ...] = ()
    blad: str = ""
    plaats: int = 0
    is_verborgen: bool = False
    standen: Mapping[str, Stand] = field(default_factory=dict)
    niet_gedeeld: frozenset[str] = frozenset()
    retour_van: frozenset[str] = frozenset()
    is_ander_plan: bool = False
    plan_peildatum: str | None = None
    correcties: tuple[Correctie, ...] = ()

    @property
    def bekend(self) -> Bekend:
        """What it was sent with."""
        return Bekend(self.standen, self.niet_gedeeld)

    @property
    def aantal_antwoorden(self) -> int:
        """How many acties it answers."""
        return sum(invulling.is_antwoord for invulling in self.antwoorden.values())

    @property
    def wie(self) -> str:
        """The name that its findings carry: of the gemeente, or of the kolom when it speaks for all of it."""
        return self.kolom if self.is_voor_kolom else "".join(self.gemeenten)

    @property
    def is_voor_kolom(self) -> bool:
        """Whether it speaks for a whole kolom of several gemeenten."""
        return len(self.gemeenten) > 1
