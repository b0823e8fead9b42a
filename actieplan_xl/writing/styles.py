"""Every look of a cell, once: built from the palette, named for what it is for, not for how it looks."""

from dataclasses import dataclass, replace

from actieplan_xl.domain import palet
from actieplan_xl.domain.status import Kleur

LETTERTYPE = "Calibri"


@dataclass(frozen=True, slots=True)
class Style:
    """A look. Colours are RRGGBB; empty means none. `rand` is the colour of thin lines around the cell."""

    grootte: float = 11
    vet: bool = False
    cursief: bool = False
    kleur: str = palet.INKT
    vlak: str = ""
    horizontaal: str = "left"
    verticaal: str = "top"
    terugloop: bool = False
    inspringing: int = 0
    rand: str = ""
    onderlijn: str = ""
    getalformaat: str = "General"
    is_open: bool = False
    """Whether a gemeente may type here when the sheet is protected."""
    is_link: bool = False


TEKST = Style()
TITEL = Style(
    grootte=20, vet=True, terugloop=True, kleur=palet.WIT, vlak=palet.MARINE, verticaal="center", inspringing=1
)
ONDERTITEL = Style(grootte=12, terugloop=True, kleur=palet.WIT, vlak=palet.MARINE, verticaal="center", inspringing=1)
BADGE = replace(ONDERTITEL, grootte=11, vet=True, horizontaal="right")
INLEIDING = Style(verticaal="center", terugloop=True, inspringing=1, vlak=palet.MARINE_LICHT)
INLEIDING_STAPPEN = replace(INLEIDING, grootte=12)
INLEIDING_OPMERKING = replace(INLEIDING, grootte=10, cursief=True, kleur=palet.INKT_LICHT)
INLEIDING_VET = replace(INLEIDING, vet=True)
INLEIDING_LINK = replace(INLEIDING, vet=True, kleur=palet.LINK, is_link=True)
INLEIDING_RECHTS = replace(INLEIDING, horizontaal="right")
OPMERKING = Style(cursief=True, kleur=palet.INKT_LICHT, terugloop=True, verticaal="center", inspringing=1)
KOP = Style(
    vet=True, kleur=palet.WIT, vlak=palet.MARINE, verticaal="center", terugloop=True, rand=palet.MARINE, inspringing=1
)
KOP_MIDDEN = replace(KOP, horizontaal="center", inspringing=0)
HOOFDLIJN = Style(grootte=13, vet=True, kleur=palet.MARINE, vlak=palet.MARINE_LICHT, verticaal="center", inspringing=1)
THEMA = Style(vet=True, kleur=palet.MARINE, vlak=palet.PAPIER, verticaal="center", inspringing=1)
LOPENDE_TEKST = Style(cursief=True, terugloop=True, kleur=palet.INKT, verticaal="center", inspringing=1)
TUSSENKOP = Style(grootte=13, vet=True, kleur=palet.MARINE, verticaal="center", onderlijn=palet.MARINE)
NUMMER = Style(verticaal="center", kleur=palet.INKT_LICHT, inspringing=1, rand=palet.LIJN, getalformaat="@")
CEL = Style(verticaal="center", terugloop=True, inspringing=1, rand=palet.LIJN, getalformaat="@")
GEGEVEN = replace(CEL, terugloop=False)
"""A cell of a data table: one line."""
CEL_OPEN = replace(CEL, is_open=True)
CEL_VET = replace(CEL, vet=True)
CEL_GETAL = Style(verticaal="center", rand=palet.LIJN, horizontaal="center", getalformaat="0")
CEL_GETAL_VET = replace(CEL_GETAL, vet=True)
CEL_PROCENT = Style(verticaal="center", rand=palet.LIJN, horizontaal="center", getalformaat="0%")
CEL_LINK = replace(CEL, kleur=palet.LINK, is_link=True)
MATRIXCEL = Style(verticaal="center", grootte=10, inspringing=1, terugloop=True, rand=palet.LIJN, getalformaat="@")
INVOER = Style(
    verticaal="center",
    inspringing=1,
    terugloop=True,
    rand=palet.LIJN,
    vlak=palet.INVOER,
    getalformaat="@",
    is_open=True,
)
INVOER_KEUZE = replace(INVOER, vet=True)
CONTROLE = Style(verticaal="center", inspringing=1, kleur=palet.INKT_LICHT, terugloop=True, rand=palet.LIJN)
VORIGE = Style(
    verticaal="center",
    grootte=10,
    inspringing=1,
    kleur=palet.INKT_LICHT,
    terugloop=True,
    rand=palet.LIJN,
    getalformaat="@",
)
NIET_VAN_TOEPASSING = Style(
    grootte=10,
    kleur=palet.GRIJS_TEKST,
    vlak=palet.GRIJS,
    horizontaal="center",
    verticaal="center",
    rand=palet.LIJN,
    getalformaat="@",
)
GROOT_GETAL = Style(grootte=24, vet=True, kleur=palet.MARINE, horizontaal="left", verticaal="center", inspringing=1)
BIJSCHRIFT = Style(grootte=10, kleur=palet.INKT_LICHT, verticaal="top", terugloop=True, inspringing=1)
VERBORGEN = Style(getalformaat="@")


def status_vlak(kleur: Kleur) -> Style:
    """Return the look a cell takes when it has a status: for colour rules, so only what those can change."""
    verf = palet.STATUSVERF[kleur]
    return Style(vlak="" if kleur is Kleur.GEEN else verf.vlak, kleur=verf.tekst)


def status_chip(kleur: Kleur) -> Style:
    """Return the look of a status in a legend."""
    verf = palet.STATUSVERF[kleur]
    return Style(
        vet=True,
        vlak=verf.vlak,
        kleur=verf.tekst,
        rand=palet.LIJN,
        horizontaal="center",
        verticaal="center",
        terugloop=True,
    )


def status_getal(kleur: Kleur) -> Style:
    """Return the look of a large figure that counts a status."""
    verf = palet.STATUSVERF[kleur]
    return replace(GROOT_GETAL, kleur=verf.tekst, vlak=verf.vlak)


def status_bijschrift(kleur: Kleur) -> Style:
    """Return the look of the words under such a figure."""
    verf = palet.STATUSVERF[kleur]
    return replace(BIJSCHRIFT, kleur=verf.tekst, vlak=verf.vlak)


REGIONAAL_VLAK = Style(vet=True, vlak=palet.MARINE_LICHT, kleur=palet.MARINE)
NVT_VLAK = Style(vlak=palet.GRIJS, kleur=palet.GRIJS_TEKST)
TABKLEUR = palet.MARINE
TABKLEUR_GEGEVENS = palet.INKT_LICHT
TABKLEUR_HERSTEL = palet.STATUSVERF[Kleur.ORANJE].merk
BALKKLEUR = palet.LIJN
GEPLAND_VLAK = Style(vlak=palet.WIT, kleur=palet.INKT)
