"""Findings on the screen: where, what and what to do. Colour only comes on top of words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

import click

from actieplan_xl.cli.scherm import fold_text
from actieplan_xl.domain.bevinding import Bevinding, Ernst
from actieplan_xl.domain.weergave import visible
from actieplan_xl.domain.words import opsomming

_KLEUR = {Ernst.FOUT: "red", Ernst.LET_OP: "yellow", Ernst.TER_INFO: "cyan"}
_BREEDTE_ERNST = max(len(ernst) for ernst in Ernst)
# The whole text stands in the workbook; a screen shows enough of it to recognise.
_LANGSTE_ZIN = 600
_NAAST_ERNST = " " * (_BREEDTE_ERNST + 4)


def tell_findings(bevindingen: Sequence[Bevinding]) -> list[str]:
    """Tell them one under the other; a remedy that a row of findings shares is said once, for all of them."""
    regels: list[str] = []
    for _, reeks in groupby(bevindingen, key=lambda bevinding: (bevinding.code, bevinding.remedie)):
        samen = list(reeks)
        doe = f"{samen[0].remedie} [{samen[0].code}]"
        zelfde = [list(groep) for _, groep in groupby(samen, key=lambda b: (b.tekst, b.plek.bestand, b.plek.blad))]
        if len(zelfde) == 1:
            regels += _finding(zelfde[0], f"{_sentence(samen[0])} {doe}")
            continue
        for groep in zelfde:
            regels += _finding(groep, _sentence(groep[0]))
        alle = "beide" if len(samen) == 2 else f"alle {len(samen)}"
        regels += fold_text(f"Bij {alle}: {doe[:1].lower()}{doe[1:]}", _NAAST_ERNST)
    return regels


def _sentence(bevinding: Bevinding) -> str:
    zin = visible(bevinding.tekst, _LANGSTE_ZIN)
    return zin[:1].upper() + zin[1:]


def _finding(bevindingen: Sequence[Bevinding], zin: str) -> list[str]:
    """Three parts: where, what and what to do; the code in brackets is for who looks it up. Findings on one sheet that
    say the same are told as one, with all their cells."""
    eerste = bevindingen[0]
    ernst = click.style(f"{eerste.ernst:<{_BREEDTE_ERNST}}", fg=_KLEUR[eerste.ernst])
    cellen = [bevinding.plek.cel for bevinding in bevindingen if bevinding.plek.cel]
    keer = f" ({len(bevindingen)} keer)" if len(bevindingen) > 1 else ""
    plek = visible(f"{replace(eerste.plek, cel=opsomming(cellen))}{keer}", _LANGSTE_ZIN)
    return [*_beside(ernst, plek), *fold_text(zin, _NAAST_ERNST)] if plek else _beside(ernst, zin)


def _beside(ernst: str, tekst: str) -> list[str]:
    """The word goes in after folding: its colour codes take no room on the screen."""
    regels = fold_text(tekst, _NAAST_ERNST)
    return [f"  {ernst}  {regels[0].strip()}", *regels[1:]]


def count_ernst(bevindingen: Iterable[Bevinding]) -> str:
    """Return how many there are of each: "1 × fout en 3 × let op"."""
    ernsten = [bevinding.ernst for bevinding in bevindingen]
    return opsomming([f"{ernsten.count(ernst)} × {ernst}" for ernst in Ernst if ernst in ernsten])
