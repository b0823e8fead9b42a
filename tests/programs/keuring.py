"""Whether a workbook is valid: by the validator of the Open XML SDK, and by the rules that it does not know."""

import json
import posixpath
import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from openpyxl.utils import coordinate_to_tuple

_SCRIPT = Path(__file__).with_name("keuren.mjs")
_WACHTTIJD = 300
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_VELDEN = ("creator", "lastModifiedBy", "description", "keywords", "category", "Company", "Manager", "HyperlinkBase")
_BUITEN = re.compile(r"\[\d+\]|file:|https?:|\\\\")


class Fout(NamedTuple):
    """What the validator found: in which part, at which element, and what."""

    deel: str
    plek: str
    wat: str


def validate(node: str, bestanden: Sequence[Path]) -> list[list[Fout]]:
    """Return what the validator of the Open XML SDK has to say of each workbook."""
    opdracht = [node, str(_SCRIPT), *map(str, bestanden)]
    uit = subprocess.run(opdracht, check=True, capture_output=True, text=True, timeout=_WACHTTIJD).stdout
    return [[Fout(*fout) for fout in fouten] for fouten in json.loads(uit)]


def find_faults(delen: Mapping[str, bytes]) -> list[str]:
    """Return what is wrong with a package in ways that the validator lets pass, as sentences."""
    bomen = {naam: ElementTree.fromstring(xml) for naam, xml in delen.items() if naam.endswith((".xml", ".rels"))}
    return [*_types(delen, bomen), *_relations(delen, bomen), *_identities(bomen), *_cells(bomen), *_senders(bomen)]


Bomen = Mapping[str, ElementTree.Element]


def _types(delen: Mapping[str, bytes], bomen: Bomen) -> Iterator[str]:
    """Each part has a content type, and each that is named for one is there."""
    soorten = bomen["[Content_Types].xml"]
    genoemd = {str(een.get("PartName")).lstrip("/") for een in soorten.iter(f"{_CT}Override")}
    uitgangen = {een.get("Extension") for een in soorten.iter(f"{_CT}Default")}
    yield from (f"{naam} is er niet" for naam in genoemd - delen.keys())
    for naam in delen.keys() - genoemd - {"[Content_Types].xml"}:
        # What has only the type of any XML is not known for what it is.
        if naam.rpartition(".")[2] not in uitgangen - {"xml"}:
            yield f"{naam} heeft geen soort"


def _relations(delen: Mapping[str, bytes], bomen: Bomen) -> Iterator[str]:
    """Each relation leads to a part of this package, and has an id of its own; no part hangs loose."""
    bereikt = {"[Content_Types].xml"}
    for naam in (naam for naam in delen if naam.endswith(".rels")):
        map_ = posixpath.dirname(posixpath.dirname(naam))
        relaties = list(bomen[naam].iter(f"{_REL}Relationship"))
        yield from _twice((r.get("Id") for r in relaties), f"relatie in {naam}")
        for relatie in relaties:
            doel = str(relatie.get("Target"))
            pad = posixpath.normpath(posixpath.join("/", map_, doel)).lstrip("/")
            bereikt |= {naam, pad}
            if relatie.get("TargetMode", "Internal") != "Internal" or pad not in delen:
                yield f"{naam} verwijst naar {doel}"
    yield from (f"{naam} hangt nergens aan" for naam in delen.keys() - bereikt)


def _identities(bomen: Bomen) -> Iterator[str]:
    """What must be told apart by its number or its name can be; names belong to a sheet that is there."""
    boek = bomen["xl/workbook.xml"]
    bladen = list(boek.iter(f"{_S}sheet"))
    namen = list(boek.iter(f"{_S}definedName"))
    tabellen = [boom for naam, boom in bomen.items() if naam.startswith("xl/tables/")]
    yield from _twice((str(blad.get("name")).lower() for blad in bladen), "werkblad")
    yield from _twice(((naam.get("name"), naam.get("localSheetId")) for naam in namen), "naam")
    yield from _twice((tabel.get("id") for tabel in tabellen), "nummer van een tabel")
    yield from _twice((tabel.get("displayName") for tabel in tabellen), "tabel")
    for tabel in tabellen:
        kolommen = list(tabel.iter(f"{_S}tableColumn"))
        yield from _twice((kolom.get("id") for kolom in kolommen), "nummer van een kolom")
        yield from _twice((str(kolom.get("name")).lower() for kolom in kolommen), "kolom")
    for naam in namen:
        if int(naam.get("localSheetId", "0")) >= len(bladen):
            yield f"de naam {naam.get('name')} hoort bij geen werkblad"
        if _BUITEN.search(naam.text or ""):
            yield f"de naam {naam.get('name')} wijst naar buiten"


def _cells(bomen: Bomen) -> Iterator[str]:
    """Rows and cells stand in order, each cell in its own row, and no formula reaches outside."""
    for naam, boom in bomen.items():
        vorige = (0, 0)
        for rij in boom.iter(f"{_S}row"):
            for cel in rij.iter(f"{_S}c"):
                adres = str(cel.get("r"))
                plaats = coordinate_to_tuple(adres) if re.fullmatch(r"[A-Z]{1,3}[1-9]\d*", adres) else (0, 0)
                if plaats <= vorige or plaats[0] != int(rij.get("r", "0")):
                    yield f"{naam}: {adres} staat niet op zijn plaats"
                vorige = plaats
        for element in boom.iter():
            if element.tag.endswith(("}f", "}formula", "}formula1")) and _BUITEN.search(element.text or ""):
                yield f"{naam}: {element.text} wijst naar buiten"


def _senders(bomen: Bomen) -> Iterator[str]:
    """Nobody and no organisation is named."""
    for naam in bomen:
        if naam.startswith("docProps/"):
            for element in bomen[naam].iter():
                if element.tag.rpartition("}")[2] in _VELDEN and element.text:
                    yield f"{naam}: {element.tag.rpartition('}')[2]} is {element.text}"
            if naam not in {"docProps/core.xml", "docProps/app.xml"}:
                yield f"{naam} hoort er niet"


def _twice(wat: Iterator[object], soort: str) -> Iterator[str]:
    yield from (f"{soort} {een} is er {aantal} keer" for een, aantal in Counter(wat).items() if aantal > 1)
