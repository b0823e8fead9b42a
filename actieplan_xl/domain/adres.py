"""Addresses of cells: "C14" to row and column and back. Rows and columns count from 1, as people and Excel do."""

import re

Plaats = tuple[int, int]
"""Row and column."""

RIJEN, KOLOMMEN = 1_048_576, 16_384
"""The grid of Excel."""

_ADRES = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")


def parse_adres(adres: str) -> Plaats | None:
    """Return (row, column) of "C14", or None when it is no address within Excel's grid."""
    gevonden = _ADRES.fullmatch(adres)
    if gevonden is None:
        return None
    rij, kolom = int(gevonden[2]), parse_kolom(gevonden[1])
    return (rij, kolom) if rij <= RIJEN and kolom <= KOLOMMEN else None


def parse_kolom(letters: str) -> int:
    """Return 3 for "C"; the letters are only letters."""
    kolom = 0
    for letter in letters.upper():
        kolom = kolom * 26 + ord(letter) - 64
    return kolom


def format_adres(plaats: Plaats) -> str:
    """Return "C14" for (14, 3)."""
    rij, kolom = plaats
    return f"{format_kolom(kolom)}{rij}"


def format_kolom(kolom: int) -> str:
    """Return "C" for 3."""
    letters = ""
    while kolom:
        kolom, rest = divmod(kolom - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def parse_bereik(bereik: str) -> tuple[Plaats, Plaats] | None:
    """Return the corners of "A2:C5", top left first; whole columns ("A:C") and rows ("2:5") as well; else None."""
    delen = bereik.replace("$", "").split(":")
    if len(delen) > 2:
        return None
    hoeken = [_corner(deel, is_eind) for deel, is_eind in ((delen[0], False), (delen[-1], True))]
    if hoeken[0] is None or hoeken[1] is None:
        return None
    (rij, kolom), (tot_rij, tot_kolom) = hoeken[0], hoeken[1]
    return (min(rij, tot_rij), min(kolom, tot_kolom)), (max(rij, tot_rij), max(kolom, tot_kolom))


def _corner(deel: str, is_eind: bool) -> Plaats | None:
    if deel.isascii() and deel.isdigit() and len(deel) < 8 and 1 <= int(deel) <= RIJEN:
        return int(deel), KOLOMMEN if is_eind else 1
    if deel.isascii() and deel.isalpha() and len(deel) <= 3 and parse_kolom(deel) <= KOLOMMEN:
        return RIJEN if is_eind else 1, parse_kolom(deel)
    return parse_adres(deel)
