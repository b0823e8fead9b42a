"""The matrix: every gemeente × actie that applies, with exactly one answer each (contract §3)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from actieplan_xl.domain import gegevens
from actieplan_xl.domain.invulling import Communicatiemoment, EigenActie, Invulling, Stand
from actieplan_xl.domain.matrixcel import NIET_VAN_TOEPASSING, Matrixcel, combine
from actieplan_xl.domain.plan import Actie, Gemeente, Kolom, Plan
from actieplan_xl.domain.words import GEGEVENS_KOLOMMEN

if TYPE_CHECKING:
    from pandas import DataFrame

Per = Literal["kolom", "gemeente"]
Toon = Literal["tekst", "status", "planning", "kleur"]


@dataclass(frozen=True)
class Matrix:
    """A plan with one `Invulling` per gemeente × actie that applies to it.

    Raises ValueError when an answer is missing, double or does not belong: a matrix with a hole cannot exist.
    """

    plan: Plan
    invullingen: tuple[Invulling, ...]
    eigen_acties: tuple[EigenActie, ...] = ()
    communicatie: tuple[Communicatiemoment, ...] = ()

    def __post_init__(self) -> None:
        verwacht = [(gemeente.naam, actie.nr) for gemeente, actie in places(self.plan)]
        gekregen = [(invulling.gemeente, invulling.nr) for invulling in self.invullingen]
        if gekregen != verwacht:
            raise ValueError("een matrix heeft precies één antwoord per gemeente en actie, in de volgorde van het plan")

    @classmethod
    def build(cls, plan: Plan, invullingen: Mapping[tuple[str, str], Invulling], **overig: object) -> "Matrix":
        """Put answers, by (gemeente, nr), in the order of the plan. KeyError when one is missing."""
        volgorde = tuple(invullingen[gemeente.naam, actie.nr] for gemeente, actie in places(plan))
        return cls(plan, volgorde, **overig)  # type: ignore[arg-type]

    @cached_property
    def _op_plaats(self) -> dict[tuple[str, str], Invulling]:
        return {(invulling.gemeente, invulling.nr): invulling for invulling in self.invullingen}

    @cached_property
    def op_actie(self) -> dict[str, tuple[Invulling, ...]]:
        """The answers to each actie, by its number, gemeenten in plan order."""
        per_actie: dict[str, list[Invulling]] = {actie.nr: [] for actie in self.plan.acties}
        for invulling in self.invullingen:
            per_actie[invulling.nr].append(invulling)
        return {nr: tuple(invullingen) for nr, invullingen in per_actie.items()}

    def invulling(self, gemeente: str, nr: str) -> Invulling | None:
        """Return the answer of a gemeente for an actie, or None where the actie does not apply."""
        return self._op_plaats.get((gemeente, nr))

    def cel(self, actie: Actie, kolom: Kolom) -> Matrixcel:
        """Return what the cell actie × kolom shows."""
        if not actie.is_voor(kolom.naam):
            return NIET_VAN_TOEPASSING
        return combine([self._op_plaats[gemeente.naam, actie.nr] for gemeente in kolom.gemeenten])

    @cached_property
    def cellen(self) -> dict[tuple[str, str], Matrixcel]:
        """All cells by (nr of the actie, name of the kolom)."""
        return {
            (actie.nr, kolom.naam): self.cel(actie, kolom) for actie in self.plan.acties for kolom in self.plan.kolommen
        }

    @cached_property
    def _standen(self) -> dict[str, dict[str, Stand]]:
        per_gemeente: dict[str, dict[str, Stand]] = {}
        for invulling in self.invullingen:
            if invulling.is_antwoord:
                stand = Stand(invulling.status, invulling.planning)
                per_gemeente.setdefault(invulling.gemeente, {})[invulling.nr] = stand
        return per_gemeente

    def standen(self, gemeente: str) -> dict[str, Stand]:
        """Return the states a gemeente really gave, by number of the actie: next round's `Vorige stand`."""
        return dict(self._standen.get(gemeente, {}))

    @property
    def oranje(self) -> tuple[Invulling, ...]:
        """The places where no answer was received, in the order of the plan."""
        return tuple(invulling for invulling in self.invullingen if not invulling.is_antwoord)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Yield the rows of `Gegevens`, all text, in the columns of `GEGEVENS_KOLOMMEN`."""
        gemeenten = {gemeente.naam: gemeente for gemeente in self.plan.gemeenten}
        for invulling in self.invullingen:
            yield gegevens.to_row(self.plan, gemeenten[invulling.gemeente], invulling)

    def to_frame(self, per: Per = "kolom", toon: Toon = "tekst") -> "DataFrame":
        """Return a DataFrame with acties in plan order down (index `nr`) and kolommen or gemeenten across.

        `toon` chooses what the cells hold: the text of the matrix, the status word, the planning or the colour.
        Where an actie does not apply, the cell is `n.v.t.` for text and missing (None) otherwise. For a kolom
        of several gemeenten `planning` is only filled where they agree.
        """
        from actieplan_xl.domain.frames import wide_frame  # noqa: PLC0415  pandas loads only when used

        koppen = {kolom.naam: kolom.gemeenten for kolom in self.plan.kolommen}
        if per == "gemeente":
            koppen = {gemeente.naam: (gemeente,) for gemeente in self.plan.gemeenten}
        tabel = {kop: [self._show(actie, wie, toon) for actie in self.plan.acties] for kop, wie in koppen.items()}
        return wide_frame(tabel, [actie.nr for actie in self.plan.acties])

    def _show(self, actie: Actie, gemeenten: tuple[Gemeente, ...], toon: Toon) -> str | None:
        gevonden = [i for gemeente in gemeenten if (i := self.invulling(gemeente.naam, actie.nr))]
        cel = combine(gevonden) if gevonden else NIET_VAN_TOEPASSING
        if toon == "tekst":
            return cel.tekst
        if cel.status is None:
            return None
        if toon == "planning":
            return gevonden[0].planning if cel.is_eens else None
        return str(cel.status) if toon == "status" else str(cel.kleur)

    def to_long_frame(self) -> "DataFrame":
        """Return a DataFrame with one row per gemeente × actie that applies, in the columns of `Gegevens`."""
        from actieplan_xl.domain.frames import long_frame  # noqa: PLC0415  pandas loads only when used

        return long_frame(self.rows(), GEGEVENS_KOLOMMEN)


def places(plan: Plan) -> Iterable[tuple[Gemeente, Actie]]:
    """Yield each gemeente × actie that applies: actie by actie, gemeenten in the order of the kolommen."""
    for actie in plan.acties:
        for kolom in plan.kolommen:
            if actie.is_voor(kolom.naam):
                for gemeente in kolom.gemeenten:
                    yield gemeente, actie
