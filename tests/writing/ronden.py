"""Rounds that are made up: a plan of any size, answered as a test asks."""

from collections.abc import Callable

from actieplan_xl.domain.invulling import Invulling
from actieplan_xl.domain.matrix import Matrix, places
from actieplan_xl.domain.plan import Actie, Gemeente, Hoofdlijn, Kolom, Plan, Plangegevens, Thema
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.rules.samenvoeging import Samenvoeging

Antwoord = Callable[[str, str], Status | Reden]


def make_round(kolommen: int, acties: int, antwoord: Antwoord, **gegevens: str) -> Samenvoeging:
    """Return a round in which `antwoord` says for each gemeente and nr what was answered, or why nothing was."""
    gemeenten = [Gemeente(f"G{nr}", f"G{nr}") for nr in range(1, kolommen + 1)]
    lijst = tuple(Actie(f"1.1.{nr}", f"Actie {nr}") for nr in range(1, acties + 1))
    plan = Plan(
        Plangegevens("Plan", **gegevens),
        tuple(Kolom(gemeente.naam, (gemeente,)) for gemeente in gemeenten),
        (Hoofdlijn("1", "Een", (Thema("1.1", "T", lijst),)), Hoofdlijn("2", "Twee", ())),
    )

    def fill_in(gemeente: str, nr: str) -> Invulling:
        gegeven = antwoord(gemeente, nr)
        if isinstance(gegeven, Reden):
            return Invulling(gemeente, nr, Status.NIET_BEPAALD, reden=gegeven)
        return Invulling(gemeente, nr, gegeven)

    invullingen = {(g.naam, a.nr): fill_in(g.naam, a.nr) for g, a in places(plan)}
    return Samenvoeging(Matrix.build(plan, invullingen), (), ())
