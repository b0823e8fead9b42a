"""One part of a workbook read along both lanes: what is plain taken out by pattern, or expat over all of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from unittest import mock

from tekenen import pack

from actieplan_xl.domain.adres import Plaats
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.werkboek import platxml
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.cells import Cell
from actieplan_xl.reading.werkboek.package import Package
from actieplan_xl.reading.werkboek.teksten import read_shared_strings
from actieplan_xl.reading.werkboek.xlsxblad import Bladbron, read_sheet

DEEL = "xl/blad.xml"
TEKSTEN = {"0": "nul", "1": "een", "2": "", "7": "zeven"}
GEKLEURD = frozenset({7, 70})
Lees = Callable[[Package, str], Any]


@dataclass(frozen=True)
class Lezing:
    """What came of a part: what it says and the control characters left out, or why it was refused."""

    wat: Any = None
    stuurtekens: int = 0
    geweigerd: Code | None = None


def package_of(xml: str | bytes) -> Package:
    """Return a package with this one part; a lone surrogate stands for a byte that is no UTF-8."""
    ruw = xml if isinstance(xml, bytes) else xml.encode("utf-8", "surrogateescape")
    return Package(Bestand("a.xlsx", pack({DEEL: ruw})))


def row(cellen: str) -> str:
    """Return a sheet whose first row holds this XML."""
    return f'<worksheet><sheetData><row r="1">{cellen}</row></sheetData></worksheet>'


def read(xml: str | bytes) -> Lezing:
    """Read a sheet along both lanes, which must say the same, in a workbook with coloured cells and in one without."""
    _both(xml, lambda package, deel: _read_cells(package, deel, frozenset()))
    return _both(xml, lambda package, deel: _read_cells(package, deel, GEKLEURD))


def read_texts(xml: str | bytes) -> Lezing:
    """Read shared strings along both lanes, which must say the same."""
    return _both(xml, lambda package, deel: read_shared_strings(package, deel).teksten)


def cells(xml: str | bytes) -> dict[Plaats, Cell]:
    """Return the cells of a sheet, the same along both lanes."""
    gelezen = read(xml)
    assert gelezen.geweigerd is None
    return dict(gelezen.wat["cells"])


def _both(xml: str | bytes, lees: Lees) -> Lezing:
    plat, heel = _along(xml, True, lees), _along(xml, False, lees)
    assert plat == heel
    return plat


def _along(xml: str | bytes, is_plat: bool, lees: Lees) -> Lezing:
    package = package_of(xml)
    # A part that is larger than this is not held twice, and so goes to expat as it is.
    with mock.patch.object(platxml, "_HOOGSTENS", platxml._HOOGSTENS if is_plat else -1):
        try:
            wat = lees(package, DEEL)
        except BestandError as error:
            return Lezing(geweigerd=error.bevinding.code)
    return Lezing(wat, package.ontdaan.get(DEEL, 0))


def _read_cells(package: Package, deel: str, gekleurd: frozenset[int]) -> dict[str, Any]:
    inhoud = read_sheet(package, deel, Bladbron(TEKSTEN, gekleurd))
    return {
        "cells": inhoud.cells,
        "dubbel": inhoud.dubbel,
        "geschat": inhoud.geschat,
        "formules": set(inhoud.formules),  # a formula itself may stand as it does in the file
        "verborgen_rijen": inhoud.verborgen_rijen,
        "verborgen_kolommen": inhoud.verborgen_kolommen,
        "samengevoegd": inhoud.samengevoegd,
    }
