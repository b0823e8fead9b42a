"""The guard before openpyxl: it looks in the package for what openpyxl would drop or choke on.

openpyxl rewrites a workbook from what it understands of it. What it does not know is gone without a word: text boxes,
pictures, buttons, what newer Excels keep in extensions. So only a workbook that holds nothing but known parts goes
through it; the rest gets a fresh invulblad.
"""

import re

from actieplan_xl.domain.adres import parse_bereik
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.boek import Werkboek
from actieplan_xl.reading.werkboek.herkenning import is_zip
from actieplan_xl.reading.werkboek.package import Package

_GROOTSTE_DEEL = 8 * 1024 * 1024
_MEESTE_CELLEN, _MEESTE_SAMENGEVOEGD = 100_000, 20_000
_BEKEND = re.compile(
    r"\[content_types\]\.xml|_rels/\.rels|docprops/(core|app|custom)\.xml|docprops/thumbnail\.\w+"
    r"|xl/(workbook|sharedstrings|styles|calcchain)\.xml|xl/_rels/workbook\.xml\.rels"
    r"|xl/theme/theme\d+\.xml|xl/worksheets/sheet\d+\.xml|xl/worksheets/_rels/sheet\d+\.xml\.rels"
    r"|xl/(comments\d*|comments/comment\d+)\.xml|xl/drawings/(vmldrawing|commentsdrawing)\d+\.vml"
    r"|xl/printersettings/printersettings\d+\.bin"
    # Labels and fields of document systems: no part of what was filled in, and a retour carries none of them along.
    r"|customxml/.*|docmetadata/.*"
)
_SOORTEN = (
    ("xl/media/", "er staan afbeeldingen in"),
    ("xl/drawings/drawing", "er staan tekstvakken, afbeeldingen of grafieken in"),
    ("xl/charts/", "er staan grafieken in"),
    ("xl/threadedcomments", "er staan gesprekken in"),
    ("vbaproject.bin", "er staan macro's in"),
    ("xl/embeddings/", "er zijn bestanden in ingesloten"),
    ("xl/externallinks/", "er staan koppelingen naar andere bestanden in"),
    ("xl/ctrlprops/", "er staan knoppen of selectievakjes in"),
    ("xl/activex/", "er staan knoppen of selectievakjes in"),
    ("xl/pivot", "er staan draaitabellen in"),
    ("xl/tables/", "er staan tabellen in"),
)
_BESTURING = re.compile(rb'ObjectType\s*=\s*["\'](?!Note\b)\w')
_ANKER = re.compile(rb"Anchor\b")
_CEL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_VERDWIJNT = (
    (b"extLst", "er staan regels in die alleen een nieuwere Excel kent"),
    (b"protectedRanges", "er zijn cellen vrijgegeven aan bepaalde mensen"),
    (b"customSheetViews", "er zijn eigen weergaven in bewaard"),
)
"""What openpyxl drops of a sheet without a word."""


def why_not_own(bestand: Bestand) -> str:
    """Return why a workbook cannot go through openpyxl, in words that fit in a sentence; "" when it can."""
    if not is_zip(bestand):
        return "het is geen gewone .xlsx"
    try:
        package = Package(bestand)
        return _unknown_part(package) or _odd_part(package)
    except BestandError:
        return "het is beschadigd"


def too_much_merged(boek: Werkboek) -> str:
    """Return why its merges forbid it, or "": openpyxl fills every one of them with cells."""
    bereiken = [bereik for sheet in boek.sheets for bereik in sheet.inhoud.samengevoegd]
    return "er zijn heel veel cellen samengevoegd" if sum(map(_area, bereiken)) > _MEESTE_SAMENGEVOEGD else ""


def _unknown_part(package: Package) -> str:
    namen = package.names()
    if "xl/workbook.xml" not in namen:
        return "het is geen gewone .xlsx"
    for deel, waarom in _SOORTEN:
        if any(deel in naam and not _is_empty_drawing(package, naam) for naam in namen):
            return waarom
    if any(not (_BEKEND.fullmatch(naam) or _is_empty_drawing(package, naam)) for naam in namen):
        return "er zit iets in dat we niet kennen"
    if any(_BESTURING.search(package.read(naam)) for naam in namen if naam.endswith(".vml")):
        return "er staan knoppen of selectievakjes in"
    return ""


def _is_empty_drawing(package: Package, naam: str) -> bool:
    """LibreOffice gives a sheet with a comment a drawing in which nothing is drawn."""
    return naam.startswith("xl/drawings/drawing") and not _ANKER.search(package.read(naam))


def _odd_part(package: Package) -> str:
    """Look in the parts themselves: for what is too much, and for what openpyxl does not know."""
    for naam in package.names():
        if not naam.endswith((".xml", ".rels", ".vml")):
            continue
        if package.info(naam).file_size > _GROOTSTE_DEEL:
            return "het is te groot"
        inhoud = package.read(naam)
        if not inhoud.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") or b"<!DOCTYPE" in inhoud:
            return "er zit iets in dat we niet kennen"
        if naam.startswith("xl/worksheets/sheet") and (waarom := _odd_sheet(inhoud)):
            return waarom
    return ""


def _odd_sheet(inhoud: bytes) -> str:
    if b"<worksheet" not in inhoud[:2000]:
        return "er zit iets in dat we niet kennen"
    if sum(1 for _ in _CEL.finditer(inhoud)) > _MEESTE_CELLEN:
        return "het is te groot"
    return next((waarom for deel, waarom in _VERDWIJNT if deel in inhoud), "")


def _area(bereik: str) -> int:
    hoeken = parse_bereik(bereik)
    if hoeken is None:
        return _MEESTE_SAMENGEVOEGD + 1
    (rij, kolom), (tot_rij, tot_kolom) = hoeken
    return (tot_rij - rij + 1) * (tot_kolom - kolom + 1)
