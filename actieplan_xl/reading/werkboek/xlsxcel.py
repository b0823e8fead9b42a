"""One cell of an .xlsx: from what its XML says to a `Cell`, kept in its place."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from actieplan_xl.domain.adres import Plaats
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.werkboek import grenzen
from actieplan_xl.reading.werkboek.cells import Cell, SheetInhoud, Soort
from actieplan_xl.reading.werkboek.package import Package
from actieplan_xl.reading.werkboek.teksten import unescape

_GETAL = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?\s*", re.ASCII)
WAAR = ("1", "true")
_ONWAAR = ("0", "false")


class Bladbron(NamedTuple):
    """What the cells of a sheet refer to: the shared strings by number, and the styles that count.

    An empty cell is only kept when it has one of those, so that a column formatted down to the last row costs nothing.
    """

    teksten: Mapping[str, str] | None = None
    """None when there are none at all: then the file is damaged as soon as a cell refers to one."""
    gekleurd: frozenset[int] = frozenset()
    doorgehaald: Mapping[str, str] = MappingProxyType({})
    """What of those texts has a line through it, by number."""


class Ruwecel(NamedTuple):
    """What the XML of a cell says; None where it says nothing at all."""

    soort: str
    stijl: int
    waarde: str | None = None
    formule: str | None = None
    inline: str | None = None
    doorgehaald: str = ""


class Verzamelaar:
    """Makes cells and keeps them. Raises `BestandError` when there are too many, or when their texts are gone."""

    def __init__(self, package: Package, bron: Bladbron):
        self.package = package
        self.teksten = bron.teksten
        self.gekleurd = bron.gekleurd
        self.doorgehaald = bron.doorgehaald
        self.inhoud = SheetInhoud()

    def add(self, plaats: Plaats, ruw: Ruwecel, onzin: str = "") -> None:
        """Keep a cell, unless it says nothing; `onzin` is the address it gave itself when that makes no sense."""
        cell = self.make(ruw)
        if cell.soort is Soort.LEEG and cell.stijl not in self.gekleurd:
            return
        inhoud = self.inhoud
        eerder = inhoud.cells.get(plaats)
        if eerder is not None and eerder.soort is not Soort.LEEG:
            inhoud.dubbel.append((plaats, cell))
        else:
            inhoud.cells[plaats] = cell
            if ruw.formule is not None:
                inhoud.formules[plaats] = ruw.formule
            door = self.doorgehaald.get(ruw.waarde or "", "") if ruw.soort == "s" else ruw.doorgehaald
            if door.strip():
                inhoud.doorgehaald[plaats] = unescape(door).strip()
            if onzin:
                inhoud.geschat[plaats] = onzin
        if len(inhoud.cells) + len(inhoud.dubbel) > grenzen.CELLEN:
            raise self.too_many()

    def too_many(self) -> BestandError:
        """Return the refusal of a sheet that holds too much; the caller raises it."""
        return self.package.bestand.weiger(Code.BESTAND_TE_GROOT, wat="het aantal cellen", grens="2 miljoen")

    def make(self, ruw: Ruwecel) -> Cell:
        """Return the cell."""
        waarde = ruw.waarde or ""
        if ruw.soort == "inlineStr" or (not waarde and ruw.inline):
            # Some programs put the text of such a cell where a number belongs.
            return _text(ruw.inline or waarde, ruw.stijl)
        if not waarde and (ruw.waarde is None or ruw.soort == "n"):
            # A text formula may well have an empty text as its outcome; a number cannot be empty.
            return Cell(Soort.NIET_BEREKEND if ruw.formule is not None else Soort.LEEG, "", ruw.stijl)
        if ruw.soort == "s":
            return self._shared(waarde, ruw.stijl)
        if ruw.soort == "str":
            return _text(waarde, ruw.stijl)
        if ruw.soort == "b":
            return _boolean(waarde.strip().lower(), ruw.stijl)
        if ruw.soort != "e" and not waarde.strip():
            return Cell(Soort.LEEG, "", ruw.stijl)
        return Cell(_kind(ruw.soort, waarde), waarde if ruw.soort == "e" else waarde.strip(), ruw.stijl)

    def _shared(self, waarde: str, stijl: int) -> Cell:
        if self.teksten is None:
            raise self.package.broken("sharedStrings.xml")
        tekst = self.teksten.get(waarde)
        if tekst is None and waarde.isascii() and waarde.strip().isdigit():
            tekst = self.teksten.get(waarde.strip().lstrip("0") or "0")
        if tekst is None:
            return Cell(Soort.ONGELDIG, waarde, stijl)
        return Cell(Soort.TEKST if tekst else Soort.LEEG, tekst, stijl)


def _kind(soort: str, waarde: str) -> Soort:
    if soort == "n":
        return Soort.GETAL if len(waarde) < 400 and _GETAL.fullmatch(waarde) else Soort.VREEMD
    return {"e": Soort.FOUT, "d": Soort.DATUM}.get(soort, Soort.VREEMD)


def _text(ruw: str, stijl: int) -> Cell:
    tekst = unescape(ruw)
    return Cell(Soort.TEKST if tekst else Soort.LEEG, tekst, stijl)


def _boolean(waarde: str, stijl: int) -> Cell:
    if waarde in WAAR or waarde in _ONWAAR:
        return Cell(Soort.BOOLEAAN, "1" if waarde in WAAR else "0", stijl)
    return Cell(Soort.VREEMD if waarde else Soort.LEEG, waarde, stijl)
