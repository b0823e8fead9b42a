"""Our own words in a workbook that came back, told apart from what a gemeente typed beside them.

The marks of those texts stand on its hidden sheet (`domain.vasttekst`), also those of a retour: its sheet
`Te herstellen` and the comments on cells. So reading it again gives the answers and nothing of our own.
"""

import re
from collections.abc import Iterable, Mapping

from actieplan_xl.domain.adres import Plaats
from actieplan_xl.domain.vasttekst import Vast, mark
from actieplan_xl.domain.words import OPMERKING_VAN_ONS, fold
from actieplan_xl.reading.werkboek.boek import Sheet

_KOPIE = re.compile(r" ?\(\d+\)$|_\d+$")
"""What Excel and LibreOffice put behind the name of a sheet that was copied."""


def split_ours(tekst: str, alle: Iterable[Vast]) -> tuple[str, str]:
    """Return what a gemeente wrote in a comment, and what we wrote below it."""
    van_ons = frozenset[str]().union(*(vast.opmerkingen for vast in alle))
    plaats = tekst.find(OPMERKING_VAN_ONS)
    while plaats >= 0:
        if mark(tekst[plaats:]) in van_ons:
            return tekst[:plaats].strip(), tekst[plaats:]
        plaats = tekst.find(OPMERKING_VAN_ONS, plaats + 1)
    return tekst, ""


def find_ours(sheet: Sheet, alle: Iterable[Vast]) -> frozenset[Plaats]:
    """Return which texts are ours on a sheet that is none of the invulbladen.

    With the hidden sheets of several gemeenten in one workbook, each has a Leeswijzer of her own.
    """
    teksten = dict(sheet.texts())
    return max((_find(sheet.naam, teksten, vast) for vast in alle), key=len, default=frozenset())


def _find(naam: str, teksten: Mapping[Plaats, str], vast: Vast) -> frozenset[Plaats]:
    """A sheet is known by its name; under another name when most of one of ours stands on it."""
    namen = {fold(blad): blad for blad in vast.bladen}
    for poging in (naam, _KOPIE.sub("", naam)):
        if fold(poging) in namen:
            return vast.find_ours(namen[fold(poging)], teksten)
    gevonden = {blad: vast.find_ours(blad, teksten) for blad in vast.bladen}
    blad = max(gevonden, key=lambda blad: len(gevonden[blad]), default="")
    return gevonden[blad] if blad and len(gevonden[blad]) * 2 > len(vast.bladen[blad]) else frozenset()
