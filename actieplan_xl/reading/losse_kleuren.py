"""Colours given by hand to cells where a colour is no answer: told where it may have been meant as one.

Contract §2: the colour of the cell `Status` counts. Whoever paints only the cell with the actie green means something
by it that nobody else reads; that must not pass in silence.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from actieplan_xl.domain.adres import parse_adres
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.invulling import Invulling
from actieplan_xl.domain.status import Kleur, Status
from actieplan_xl.domain.words import INVULBLAD_KOPPEN, Koppen, korte_opsomming, opsomming
from actieplan_xl.reading.formulier import Formulier
from actieplan_xl.reading.werkboek.meldpunt import Meldpunt

_KOLOMMEN = tuple(woord for woord in INVULBLAD_KOPPEN if woord != Koppen.STATUS)
_EEN_VOOR_EEN = 3
_GENOEMD = 8


class _Kleuring(NamedTuple):
    """The cells of one row that have the same colour, where that colour is not what the row answers."""

    invulling: Invulling
    rij: int
    kolommen: tuple[int, ...]
    koppen: tuple[str, ...]
    kleur: Kleur

    @property
    def soort(self) -> tuple[tuple[str, ...], Kleur, bool]:
        """What is told together: a whole column that was painted is one thing that somebody did."""
        return self.koppen, self.kleur, self.invulling.is_antwoord


def tell_losse_kleuren(formulier: Formulier, antwoorden: Mapping[str, Invulling], wie: str, meldpunt: Meldpunt) -> None:
    """Tell which cells have a colour that is no answer, on rows without an answer or with another one.

    Our own fills never count, and neither does a colour that says what the row says already; that of `Status` itself
    was told with the answer.
    """
    soorten: dict[tuple[tuple[str, ...], Kleur, bool], list[_Kleuring]] = {}
    for kleuring in _find(formulier, antwoorden):
        soorten.setdefault(kleuring.soort, []).append(kleuring)
    for samen in soorten.values():
        groepen = [samen] if len(samen) > _EEN_VOOR_EEN else [[kleuring] for kleuring in samen]
        for groep in groepen:
            eerste = groep[0]
            plek = formulier.sheet.plek((eerste.rij, eerste.kolommen[0]))
            nr = eerste.invulling.nr if len(groep) == 1 else ""
            meldpunt.tell(Code.KLEUR_TELT_NIET, plek, wie, nr, _values(groep, wie))


def _find(formulier: Formulier, antwoorden: Mapping[str, Invulling]) -> Iterator[_Kleuring]:
    if not formulier.sheet.werkboek.stijlen.gekleurd:
        return
    status = formulier.kop.kolom(Koppen.STATUS)
    plaatsen = {woord: kolom for woord in _KOLOMMEN if (kolom := formulier.kop.kolom(woord)) is not None}
    for invulling in antwoorden.values():
        cel = parse_adres(invulling.plek.cel)
        if cel is None:
            continue
        rij = cel[0]
        verteld = formulier.sheet.kleur(rij, status) if status else Kleur.GEEN
        per_kleur: dict[Kleur, list[str]] = {}
        for woord, kolom in plaatsen.items():
            kleur = formulier.sheet.kleur(rij, kolom)
            if kleur not in (Kleur.GEEN, verteld) and Status.from_kleur(kleur) is not invulling.status:
                per_kleur.setdefault(kleur, []).append(woord)
        for kleur, koppen in per_kleur.items():
            yield _Kleuring(invulling, rij, tuple(plaatsen[woord] for woord in koppen), tuple(koppen), kleur)


def _values(groep: list[_Kleuring], wie: str) -> dict[str, object]:
    eerste = groep[0]
    koppen = [f"'{kop}'" for kop in eerste.koppen]
    cellen = f"is de cel {koppen[0]}" if len(koppen) == 1 else f"zijn de cellen {opsomming(koppen)}"
    nummers = [kleuring.invulling.nr for kleuring in groep]
    blijft = "het antwoord blijft" if len(groep) == 1 else "de antwoorden blijven"
    return {
        "nummers": korte_opsomming(nummers, _GENOEMD),
        "cellen": cellen,
        "kleur": eerste.kleur,
        "antwoord": f"{blijft} wat er staat" if eerste.invulling.is_antwoord else "er is nog geen antwoord",
        "naam": wie,
    }
