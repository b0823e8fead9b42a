"""Our own words in a workbook that was sent back to be mended, told apart from what a gemeente typed beside them.

A retour has a sheet `Te herstellen` and comments of ours on cells; the marks of all those texts stand on its hidden
sheet (`domain.vasttekst`), so that reading it again gives the answers and nothing of our own. A mark knows a text, not
its place: where only a gemeente has anything to say, no text is ours, though it be a word of ours.
"""

from collections.abc import Callable

from actieplan_xl.domain.adres import Plaats
from actieplan_xl.domain.status import ONGEWIJZIGD, Status
from actieplan_xl.domain.vasttekst import is_vast
from actieplan_xl.domain.words import HERSTEL_KOLOMMEN, LOSSE_KOLOMMEN, OPMERKING_VAN_ONS, Bladen, fold
from actieplan_xl.reading.koprij import find_header
from actieplan_xl.reading.tabel import find_kop
from actieplan_xl.reading.vervolg import Vervolg
from actieplan_xl.reading.werkboek.boek import Sheet


def split_ours(tekst: str, vast: frozenset[str]) -> tuple[str, str]:
    """Return what a gemeente wrote in a comment, and what we wrote below it."""
    plaats = tekst.find(OPMERKING_VAN_ONS)
    while plaats >= 0:
        if is_vast(tekst[plaats:], vast):
            return tekst[:plaats].strip(), tekst[plaats:]
        plaats = tekst.find(OPMERKING_VAN_ONS, plaats + 1)
    return tekst, ""


def find_hers(sheet: Sheet, vervolg: Vervolg) -> Callable[[Plaats], bool]:
    """Return what tells whether a cell of a sheet that was not read was typed by a gemeente, whatever it says."""
    if (los := find_kop(sheet, LOSSE_KOLOMMEN)) is not None:
        return lambda plaats: plaats[0] > los.rij and plaats[1] == los.kolom(LOSSE_KOLOMMEN[-1])
    if find_kop(sheet, HERSTEL_KOLOMMEN) is not None:
        return lambda plaats: is_beside_herstel(plaats[1], sheet.text(*plaats))
    # With a table like that of an invulblad it is a list of her own, and its statuses are none of our words.
    if fold(sheet.naam) == fold(Bladen.LOSSE_TEKSTEN) or find_header(sheet) is not None:
        return lambda plaats: True
    ongelezen = vervolg.unread(sheet)
    return lambda plaats: plaats in ongelezen


def is_beside_herstel(kolom: int, tekst: str) -> bool:
    """Whether a cell of `Te herstellen` is hers: beside our columns, or an answer, which we never give there."""
    return kolom > len(HERSTEL_KOLOMMEN) or fold(tekst) in _ANTWOORDEN


_ANTWOORDEN = frozenset(fold(woord) for woord in (*Status, ONGEWIJZIGD))
