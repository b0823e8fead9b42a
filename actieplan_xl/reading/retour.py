"""Our own words in a workbook that was sent back to be mended, told apart from what a gemeente typed beside them.

A retour has a sheet `Te herstellen` and comments of ours on cells; the marks of all those texts stand on its hidden
sheet (`domain.vasttekst`), so that reading it again gives the answers and nothing of our own.
"""

from actieplan_xl.domain.vasttekst import is_vast
from actieplan_xl.domain.words import OPMERKING_VAN_ONS


def split_ours(tekst: str, vast: frozenset[str]) -> tuple[str, str]:
    """Return what a gemeente wrote in a comment, and what we wrote below it."""
    plaats = tekst.find(OPMERKING_VAN_ONS)
    while plaats >= 0:
        if is_vast(tekst[plaats:], vast):
            return tekst[:plaats].strip(), tekst[plaats:]
        plaats = tekst.find(OPMERKING_VAN_ONS, plaats + 1)
    return tekst, ""
