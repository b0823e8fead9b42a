"""Texts as Excel keeps them: the shared strings, and the codes for characters that XML cannot hold."""

import re
from typing import NamedTuple

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.reading.werkboek import grenzen
from actieplan_xl.reading.werkboek.package import Package
from actieplan_xl.reading.werkboek.platxml import take_texts
from actieplan_xl.reading.werkboek.stijlen import is_on
from actieplan_xl.reading.werkboek.xmldeel import CloseTag, OpenTag, parse

_CODE = re.compile(r"_x([0-9A-Fa-f]{4})_")
# Halves of a pair and characters no sheet can hold: from old formats and from other programs.
_ONDRAAGBAAR = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def unescape(tekst: str) -> str:
    """Return a stored text with Excel's `_x000D_` codes decoded and line ends as one newline.

    A code for a character that XML cannot hold, or half of a pair, is left as it stands.
    """
    if "_x" in tekst:
        tekst = _CODE.sub(_decode, tekst)
    return one_newline(tekst) if "\r" in tekst else tekst


def one_newline(tekst: str) -> str:
    """Return a text in which every line ends in the same way."""
    return tekst.replace("\r\n", "\n").replace("\r", "\n")


def bearable(tekst: str) -> str:
    """Return a text in which what no sheet can hold is shown as �."""
    return _ONDRAAGBAAR.sub("�", tekst)


def _decode(gevonden: re.Match[str]) -> str:
    nummer = int(gevonden[1], 16)
    geldig = nummer in (9, 10, 13) or (nummer >= 0x20 and not 0xD800 <= nummer <= 0xDFFF and nummer < 0xFFFE)
    return chr(nummer) if geldig else gevonden[0]


class Gedeeld(NamedTuple):
    """The texts that cells refer to, by their number, and what of each has a line through it, if anything."""

    teksten: dict[str, str]
    doorgehaald: dict[str, str]


def read_shared_strings(package: Package, deel: str) -> Gedeeld:
    """Return the texts that cells refer to; runs of rich text joined, phonetic guides left out."""
    plat = take_texts(package, deel)
    lezer = parse(package, deel, lambda: _TekstLezer(package), plat.rest if plat else None)
    teksten = list(map(unescape, plat.teksten)) if plat and plat.teksten else lezer.teksten
    return Gedeeld(dict(zip(map(str, range(len(teksten))), teksten, strict=True)), lezer.doorgehaald)


class _TekstLezer:
    def __init__(self, package: Package):
        self.package = package
        self.teksten: list[str] = []
        self.doorgehaald: dict[str, str] = {}
        self.stukken: list[str] = []
        self.is_bezig = self.is_door = False
        self.fonetisch = 0
        self.starts: dict[str, OpenTag] = {"t": self._start_text, "si": self._start_item, "rPh": self._start_phonetic}
        self.starts |= {"r": self._start_run, "strike": self._start_strike}
        self.ends: dict[str, CloseTag] = {"t": self._end_text, "si": self._end_item, "rPh": self._end_phonetic}

    def text(self, tekst: str) -> None:
        if self.is_bezig:
            self.stukken.append(tekst)
            if self.is_door:
                nummer = str(len(self.teksten))
                self.doorgehaald[nummer] = self.doorgehaald.get(nummer, "") + tekst

    def _start_item(self, _: dict[str, str]) -> None:
        self.stukken, self.is_door = [], False

    def _start_run(self, _: dict[str, str]) -> None:
        self.is_door = False

    def _start_strike(self, attributen: dict[str, str]) -> None:
        self.is_door = is_on(attributen)

    def _start_text(self, _: dict[str, str]) -> None:
        self.is_bezig = not self.fonetisch

    def _start_phonetic(self, _: dict[str, str]) -> None:
        self.fonetisch += 1

    def _end_text(self) -> None:
        self.is_bezig = False

    def _end_phonetic(self) -> None:
        self.fonetisch -= 1

    def _end_item(self) -> None:
        if len(self.teksten) >= grenzen.CELLEN:
            raise self.package.bestand.weiger(Code.BESTAND_TE_GROOT, wat="het aantal teksten", grens="2 miljoen")
        self.teksten.append(unescape("".join(self.stukken)))
