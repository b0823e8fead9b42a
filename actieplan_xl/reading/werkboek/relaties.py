"""The relations between the parts of a package: which part is a sheet, its comments, its styles."""

import posixpath
from typing import NamedTuple

from actieplan_xl.reading.werkboek.package import Package
from actieplan_xl.reading.werkboek.xmldeel import elements


class Relatie(NamedTuple):
    """A relation: its kind (last word of the type) and the part it points to; "" when that lies outside the file.

    `buiten` is what lies there: to be told, never to be opened.
    """

    soort: str
    doel: str
    buiten: str = ""


Relaties = dict[str, Relatie]
"""By id."""


def read_relaties(package: Package, deel: str) -> Relaties:
    """Return the relations of a part, "" for those of the package; what lies outside the file is never followed."""
    map_, naam = posixpath.split(deel)
    relatiedeel = posixpath.join(map_, "_rels", f"{naam}.rels")
    if relatiedeel not in package:
        return {}
    gevonden: Relaties = {}
    for element in elements(package, relatiedeel):
        if element.naam == "Relationship":
            soort, doel = element.get("Type").rpartition("/")[2], element.get("Target")
            is_buiten = element.get("TargetMode") == "External"
            gevonden[element.get("Id")] = Relatie(soort, "", doel) if is_buiten else Relatie(soort, _inside(map_, doel))
    return gevonden


def _inside(map_: str, doel: str) -> str:
    return posixpath.normpath(posixpath.join("/", map_, doel.replace("\\", "/"))).lstrip("/")
