"""Marks of the texts that we write on a sheet ourselves, so that what somebody typed beside them is seen.

A mark is a checksum of the text, white space and capitals aside. It guards against oversight, not against malice.
"""

import zlib
from collections.abc import Iterable


def mark(tekst: str) -> str:
    """Return the mark of a text: eight hexadecimal characters, the same however it is spaced or capitalised."""
    return f"{zlib.crc32(' '.join(tekst.split()).casefold().encode('utf-8', 'replace')):08x}"


def is_vast(tekst: str, marks: frozenset[str]) -> bool:
    """Whether a text is one that we wrote."""
    return mark(tekst) in marks


def encode_vast(teksten: Iterable[str]) -> str:
    """Return the marks of texts as one text, always in the same order, with how many there are before them."""
    marks = sorted({mark(tekst) for tekst in teksten if tekst.strip()})
    return " ".join([str(len(marks)), *marks])


def decode_vast(tekst: str) -> frozenset[str] | None:
    """Return the marks in a text made by `encode_vast`; None when some of it was lost on the way.

    Several of such texts may stand behind each other.
    """
    woorden = tekst.split()
    marks: set[str] = set()
    while woorden:
        aantal = int(woorden[0]) if woorden[0].isdecimal() and len(woorden[0]) < 8 else 0
        if not 0 < aantal < len(woorden):
            return None
        marks.update(woorden[1 : aantal + 1])
        woorden = woorden[aantal + 1 :]
    return frozenset(marks) if marks else None
