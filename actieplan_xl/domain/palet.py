"""Every colour this library knows, once, as RRGGBB.

The reader needs them to tell a hand-coloured cell from our own paint, the writers to paint: so they live at the
bottom. `writing.styles` turns them into fills and fonts; no other module holds a hex code.
"""

from typing import NamedTuple

from actieplan_xl.domain.status import Kleur


class Verf(NamedTuple):
    """A fill, the text that is readable on it (WCAG 2.1 AA) and a firm tone for marks and lines."""

    vlak: str
    tekst: str
    merk: str


STATUSVERF = {
    Kleur.BLAUW: Verf("BDD7EE", "12355B", "2E75B6"),
    Kleur.GROEN: Verf("C6E0B4", "1E4620", "4E8F2E"),
    Kleur.ROOD: Verf("F4B6B6", "7A1414", "C0392B"),
    Kleur.ORANJE: Verf("FFC266", "5C3300", "E07B00"),
    Kleur.GEEN: Verf("FFFFFF", "1F2933", "8795A1"),
}


class Grafiekverf(NamedTuple):
    """How a status looks in a chart: a tone, the text readable on it, and what a line of it is drawn with.

    `patroon` is what a grey printer keeps, in `streep` over the tone; empty for an even tone.
    """

    vlak: str
    tekst: str
    lijn: str
    patroon: str = ""
    streep: str = ""


GRAFIEKVERF = {
    Kleur.BLAUW: Grafiekverf("2E75B6", "FFFFFF", "2E75B6"),
    Kleur.GROEN: Grafiekverf("1F5C2A", "FFFFFF", "1F5C2A"),
    Kleur.ROOD: Grafiekverf("FBE3E3", "7A1414", "C0392B", "wide_upward_diagonal", "DF8080"),
    Kleur.ORANJE: Grafiekverf("F5A83C", "3D2200", "B35F00"),
    Kleur.GEEN: Grafiekverf("FFFFFF", "1F2933", "52606D"),
}
"""The statuses beside each other in one bar: without their colours they differ in how dark they are, or in pattern."""

INKT = "1F2933"
INKT_LICHT = "52606D"
WIT = "FFFFFF"
MARINE = "14304F"
MARINE_LICHT = "DCE6F1"
PAPIER = "F5F7FA"
INVOER = "FFFBEA"
LIJN = "CBD2D9"
GRIJS = "E4E7EB"
GRIJS_TEKST = "52606D"
LINK = "0B4F9E"

EIGEN_KLEUREN = frozenset(
    {WIT, MARINE, MARINE_LICHT, PAPIER, INVOER, LIJN, GRIJS, INKT, *(verf.vlak for verf in STATUSVERF.values())}
)
"""Fills we paint ourselves: on a cell of a gemeente they say nothing (contract §2)."""

_HUES = {Kleur.BLAUW: 213.0, Kleur.GROEN: 110.0, Kleur.ROOD: 0.0, Kleur.ORANJE: 36.0}
_MIN_VERZADIGING = 0.12


def nearest_kleur(rgb: str) -> Kleur:
    """Return the hue of the leeswijzer nearest to a fill, or `Kleur.GEEN` for white, grey and our own paint.

    Yellow lies nearer to oranje than to groen in hue, and people mean "attention" by it; purple goes to blauw
    and pink to rood.
    """
    rgb = rgb.upper()
    if rgb in EIGEN_KLEUREN:
        return Kleur.GEEN
    rood, groen, blauw = (int(rgb[i : i + 2], 16) / 255 for i in (0, 2, 4))
    hoog, laag = max(rood, groen, blauw), min(rood, groen, blauw)
    if hoog - laag < _MIN_VERZADIGING * max(hoog, 0.3):
        return Kleur.GEEN
    hue = _hue(rood, groen, blauw, hoog, hoog - laag)
    return min(_HUES, key=lambda kleur: min(abs(hue - _HUES[kleur]), 360 - abs(hue - _HUES[kleur])))


def _hue(rood: float, groen: float, blauw: float, hoog: float, verschil: float) -> float:
    if hoog == rood:
        return 60 * (((groen - blauw) / verschil) % 6)
    if hoog == groen:
        return 60 * ((blauw - rood) / verschil + 2)
    return 60 * ((rood - groen) / verschil + 4)
