"""What comes back from a gemeente: answers, acties of its own, moments of communication, and where each was read."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from actieplan_xl.domain.adres import parse_adres
from actieplan_xl.domain.jaren import jaren
from actieplan_xl.domain.status import Kleur, Reden, Status


@dataclass(frozen=True, slots=True)
class Plek:
    """A place in a workbook, as a person looks it up. Parts that make no sense are empty."""

    bestand: str = ""
    blad: str = ""
    cel: str = ""

    @property
    def rij(self) -> int:
        """The number of its row; 0 where no cell is named."""
        plaats = parse_adres(self.cel)
        return plaats[0] if plaats else 0

    def __str__(self) -> str:
        return " › ".join(deel for deel in (self.bestand, self.blad, self.cel) if deel)


NERGENS = Plek()
"""The place of something that was read nowhere."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A status with its planning: what a plan already knows for a gemeente before it answers.

    Where it is `niet nader bepaald`, no single state is known: the planning then says what each of several gemeenten
    said that are one now. `peildatum` is the day of which it is, where that is longer ago than the last round: it says
    the same all the same.
    """

    status: Status
    planning: str = ""
    peildatum: str = field(default="", compare=False)

    @property
    def is_over_te_nemen(self) -> bool:
        """Whether `ongewijzigd` can take it over."""
        return self.status is not Status.NIET_BEPAALD


Standen = Mapping[str, Mapping[str, Stand]]
"""What is known already: by gemeente, then by number of the actie."""


@dataclass(frozen=True, slots=True)
class Bekend:
    """What is known of a gemeente before it answers: its previous states, and for which acties those are not all of
    its kolom."""

    standen: Mapping[str, Stand] = field(default_factory=dict)
    niet_gedeeld: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Invulling:
    """What one gemeente answers for one actie, and where that was read.

    `reden` is set exactly when the status is `niet nader bepaald`. `getypt` keeps, to the letter, what stood at
    `Status` when it was not recognised.
    """

    gemeente: str
    nr: str
    status: Status
    planning: str = ""
    toelichting: str = ""
    reden: Reden | None = None
    getypt: str = ""
    plek: Plek = NERGENS

    def __post_init__(self) -> None:
        if (self.reden is None) is (self.status is Status.NIET_BEPAALD):
            raise ValueError("een reden hoort bij 'niet nader bepaald', en alleen daarbij")

    @property
    def is_antwoord(self) -> bool:
        """Whether the gemeente gave an answer that counts."""
        return self.status is not Status.NIET_BEPAALD

    @property
    def kleur(self) -> Kleur:
        """The colour of the status."""
        return self.status.kleur

    @property
    def jaren(self) -> tuple[int, ...]:
        """The years its planning speaks of."""
        return jaren(self.planning)

    @property
    def inhoud(self) -> tuple[Status, str, str, str]:
        """What was answered, without where: two invullingen with the same `inhoud` say the same."""
        return (self.status, self.planning, self.toelichting, self.getypt)


@dataclass(frozen=True, slots=True)
class EigenActie:
    """An actie that a gemeente added itself, or a row that the plan does not have. Kept as typed."""

    gemeente: str
    actie: str
    nr: str = ""
    status: str = ""
    planning: str = ""
    toelichting: str = ""
    plek: Plek = NERGENS


@dataclass(frozen=True, slots=True)
class Communicatiemoment:
    """A moment of communication. `datum` is as typed; `sorteerdatum` is ISO when a date could be read from it."""

    gemeente: str
    datum: str
    wat: str
    doelgroep: str = ""
    kanaal: str = ""
    bereik: str = ""
    toelichting: str = ""
    sorteerdatum: str = ""
    plek: Plek = NERGENS
