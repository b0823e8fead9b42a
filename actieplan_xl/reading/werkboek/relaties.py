"""The relations between the parts of a package: which part is a sheet, its comments, its styles."""

import posixpath
from typing import NamedTuple

from actieplan_xl.reading.werkboek.package import Package
from actieplan_xl.reading.werkboek.xmldeel import elements


class Relatie(NamedTuple):
    """A relation: its kind (last word of the type) and the part it points to; "" when that lies outside the file."""

    soort: str
    doel: str


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
            doel = "" if element.get("TargetMode") == "External" else _inside(map_, element.get("Target"))
            gevonden[element.get("Id")] = Relatie(element.get("Type").rpartition("/")[2], doel)
    return gevonden


def _inside(map_: str, doel: str) -> str:
    return posixpath.normpath(posixpath.join("/", map_, doel.replace("\\", "/"))).lstrip("/")
