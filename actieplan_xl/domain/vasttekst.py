"""Marks of the texts that we write on a sheet ourselves, so that what somebody typed beside them is seen.

A mark is a checksum of the text, white space and capitals aside, and it goes with a cell: our words in another cell
are somebody else's, unless rows or columns were inserted. It guards against oversight, not against malice.
"""

import json
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from actieplan_xl.domain.adres import Plaats, format_adres, parse_adres

_SOM = 8
_MEESTE = 50
"""No text of ours stands on a sheet more often; marks can be anybody's."""
_VEEL = 5
"""From so many texts on that went the same way, it was the sheet that moved."""


def mark(tekst: str) -> str:
    """Return the mark of a text: eight hexadecimal characters, the same however it is spaced or capitalised."""
    return f"{zlib.crc32(' '.join(tekst.split()).casefold().encode('utf-8', 'replace')):08x}"


@dataclass(frozen=True, slots=True)
class Vast:
    """The marks in a workbook: by sheet and address, and of our comments, which know no cell."""

    bladen: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    opmerkingen: frozenset[str] = frozenset()

    @classmethod
    def make(cls, bladen: Mapping[str, Mapping[Plaats, str]], opmerkingen: Iterable[str] = ()) -> "Vast":
        """Return the marks of texts by sheet and place, and of comments."""
        per_blad = {
            blad: {format_adres(plaats): mark(tekst) for plaats, tekst in sorted(teksten.items()) if tekst.strip()}
            for blad, teksten in sorted(bladen.items())
        }
        return cls(per_blad, frozenset(map(mark, opmerkingen)))

    def joined(self, later: "Vast") -> "Vast":
        """Return these marks with later ones; of a sheet that both know the later ones count."""
        return Vast({**self.bladen, **later.bladen}, self.opmerkingen | later.opmerkingen)

    def find_ours(self, blad: str, teksten: Mapping[Plaats, str]) -> frozenset[Plaats]:
        """Return which of the texts on a sheet are ours: where we wrote them, or moved along with what is around them.

        Each of our texts is one of them at most once: a second one was typed.
        """
        over = dict(self.bladen.get(blad, {}))
        ons = {plaats for plaats, tekst in teksten.items() if over.get(format_adres(plaats)) == mark(tekst)}
        for plaats in ons:
            del over[format_adres(plaats)]
        return frozenset(ons | _moved(over, {plaats: tekst for plaats, tekst in teksten.items() if plaats not in ons}))

    def knows(self, blad: str, tekst: str) -> bool:
        """Whether a text stood on a sheet of ours, wherever that was."""
        return mark(tekst) in self.bladen.get(blad, {}).values()


def _moved(over: Mapping[str, str], teksten: Mapping[Plaats, str]) -> set[Plaats]:
    """Return which of the other texts are ours and moved along: with their row or column, or with the whole sheet."""
    toen: defaultdict[str, list[Plaats]] = defaultdict(list)
    for adres, merk in over.items():
        if (plaats := parse_adres(adres)) is not None and len(toen[merk]) < _MEESTE:
            toen[merk].append(plaats)
    mogelijk = {plaats: van for plaats, tekst in teksten.items() if (van := toen.get(mark(tekst)))}
    stappen = Counter((rij - r, kolom - k) for (rij, kolom), van in mogelijk.items() for r, k in van)
    vaakst, aantal = stappen.most_common(1)[0] if stappen else ((0, 0), 0)
    ons: set[Plaats] = set()
    for (rij, kolom), van in mogelijk.items():
        for r, k in van:
            if r == rij or k == kolom or (aantal >= _VEEL and (rij - r, kolom - k) == vaakst):
                van.remove((r, k))
                ons.add((rij, kolom))
                break
    return ons


def encode_vast(vast: Vast) -> str:
    """Return marks as one text, always in the same order, with its own checksum before it."""
    ruw = {"bladen": vast.bladen, "opmerkingen": sorted(vast.opmerkingen)}
    tekst = json.dumps(ruw, ensure_ascii=False, separators=(",", ":"))
    return mark(tekst) + tekst


def decode_vast(tekst: str) -> Vast | None:
    """Return the marks in a text made by `encode_vast`; None when some of it was lost on the way."""
    if mark(tekst[_SOM:]) != tekst[:_SOM]:
        return None
    try:
        ruw = json.loads(tekst[_SOM:])
        bladen = {str(blad): {str(a): str(m) for a, m in merken.items()} for blad, merken in ruw["bladen"].items()}
        return Vast(bladen, frozenset(map(str, ruw["opmerkingen"])))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
