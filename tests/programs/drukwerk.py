"""A printed workbook: where words stand on its pages, and what colour the paper has beside them."""

import re
import subprocess
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import combinations
from pathlib import Path

_WOORD = re.compile(
    r'<word xMin="(?P<x1>[\d.]+)" yMin="(?P<y1>[\d.]+)" xMax="(?P<x2>[\d.]+)" yMax="(?P<y2>[\d.]+)">'
    r"(?P<tekst>.*?)</word>"
)
_PER_PUNT = 2
"""Pixels per point; positions of words are in points."""


@dataclass(frozen=True)
class Woord:
    """A word with its box, in points from the top left of the page."""

    tekst: str
    x1: float
    y1: float
    x2: float
    y2: float

    @property
    def midden(self) -> float:
        return (self.y1 + self.y2) / 2


class Pagina:
    """One page: its words, and its pixels as poppler draws them."""

    def __init__(self, pdf: Path, nummer: int, xml: str):
        self.pdf = pdf
        self.nummer = nummer
        self.woorden = [
            Woord(unescape(w["tekst"]), *(float(w[kant]) for kant in ("x1", "y1", "x2", "y2")))
            for w in _WOORD.finditer(xml)
        ]

    @cached_property
    def _pixels(self) -> tuple[int, int, bytes]:
        opdracht = [
            "pdftoppm",
            "-r",
            str(72 * _PER_PUNT),
            "-f",
            str(self.nummer),
            "-l",
            str(self.nummer),
            str(self.pdf),
        ]
        ppm = subprocess.run(opdracht, check=True, capture_output=True, timeout=60).stdout
        soort, breedte, hoogte, diepte, pixels = _split_header(ppm)
        assert (soort, diepte) == (b"P6", b"255")
        return int(breedte), int(hoogte), pixels

    def pixel(self, x: float, y: float) -> str:
        """Return the colour at a place, in points, as RRGGBB."""
        breedte, hoogte, pixels = self._pixels
        kolom, rij = round(x * _PER_PUNT), round(y * _PER_PUNT)
        assert 0 <= kolom < breedte and 0 <= rij < hoogte
        plaats = 3 * (rij * breedte + kolom)
        return pixels[plaats : plaats + 3].hex().upper()

    def pixels_of(self, woord: Woord) -> set[str]:
        """Return the colours in the box of a word: its ink, its paper and what lies between the two."""
        breedte, _, pixels = self._pixels
        van, tot = (3 * round(x * _PER_PUNT) for x in (woord.x1, woord.x2))
        rijen = range(round(woord.y1 * _PER_PUNT), round(woord.y2 * _PER_PUNT))
        stroken = (pixels[3 * rij * breedte + van : 3 * rij * breedte + tot] for rij in rijen)
        return {strook[plaats : plaats + 3].hex().upper() for strook in stroken for plaats in range(0, len(strook), 3)}

    @cached_property
    def colours(self) -> "Counter[str]":
        """How many pixels of the page have each colour."""
        pixels = self._pixels[2]
        geteld = Counter(zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True))
        return Counter({bytes(punt).hex().upper(): aantal for punt, aantal in geteld.items()})

    def find(self, tekst: str) -> list[Woord]:
        return [woord for woord in self.woorden if woord.tekst == tekst]

    def overlaps(self) -> list[tuple[str, str]]:
        """Return the words that are printed over each other by more than a third of a line."""
        return [
            (een.tekst, ander.tekst)
            for een, ander in combinations(self.woorden, 2)
            if min(een.x2, ander.x2) - max(een.x1, ander.x1) > 1
            and min(een.y2, ander.y2) - max(een.y1, ander.y1) > (een.y2 - een.y1) / 3
        ]


def _split_header(ppm: bytes) -> tuple[bytes, bytes, bytes, bytes, bytes]:
    """One white space follows each of the four words of the header; the pixels may begin with white space too."""
    kop = re.match(rb"(\S+)\s+(\d+)\s+(\d+)\s+(\d+)\s", ppm)
    assert kop is not None
    return kop[1], kop[2], kop[3], kop[4], ppm[kop.end() :]


class Drukwerk:
    """All pages of a PDF."""

    def __init__(self, pdf: Path):
        opdracht = ["pdftotext", "-bbox", str(pdf), "-"]
        xml = subprocess.run(opdracht, check=True, capture_output=True, timeout=60).stdout.decode()
        self.paginas = [Pagina(pdf, nummer, deel) for nummer, deel in enumerate(xml.split("<page ")[1:], 1)]

    def cell_colour(self, nr: str, kop: str, merk: str) -> str:
        """Return the paper's colour in the row that starts with `nr`, under the heading that starts with `kop`.

        `merk` is a heading of the same table, to know the page by. The spot lies just left of where text starts,
        halfway down the row: text is indented and stands in the middle, so nothing was printed over it.
        """
        for pagina in self.paginas:
            for anker in pagina.find(merk):
                koppen = [w for w in pagina.find(kop) if abs(w.midden - anker.midden) < 3]
                rijen = [w for w in pagina.find(nr) if w.y1 > anker.y2 and w.x1 < anker.x1]
                if koppen and rijen:
                    return pagina.pixel(koppen[0].x1 - 2, rijen[0].midden)
        raise AssertionError(f"rij {nr} met kop {kop} staat op geen enkele bladzijde")
