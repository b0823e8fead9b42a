"""What was offered on the command line → files, one at a time: folders, zips and single workbooks alike.

The order is always that of the names, so that the order in which files are given never matters.
"""

import os
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NamedTuple

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.domain.words import OVERBLIJFSEL
from actieplan_xl.reading.werkboek import grenzen
from actieplan_xl.reading.werkboek.bestand import Bestand, Bron, hold, open_bestand, readable_name, reason, refusal
from actieplan_xl.reading.werkboek.package import Package

WERKMAPPEN = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods"})
_STIL = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
_STIL_BEGIN = ("._", OVERBLIJFSEL)
_GEEN_WERKMAP = "dit is geen Excel-bestand"
_DOCUMENTEN = {
    ".docx": "een Word-document",
    ".doc": "een Word-document",
    ".odt": "een tekstdocument",
    ".pdf": "een PDF",
    ".eml": "een e-mailbericht",
    ".msg": "een e-mailbericht",
    ".html": "een webpagina",
    ".htm": "een webpagina",
}
"""What people send instead of a workbook: there may be an answer in it, so it is never passed over quietly."""
_ANDERS = {
    ".csv": "een tekstbestand (CSV)",
    ".txt": "een tekstbestand",
    ".md": "een tekstbestand",
    ".json": "een JSON-bestand",
    ".xml": "een XML-bestand",
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".heic"), "een afbeelding"),
}
"""What lies about in folders as well: an answer only when its name says whose, see `may_be_answer`."""


@dataclass(frozen=True)
class Aanbod:
    """One file that was offered: its bytes, or the finding that says why there are none."""

    naam: str
    bestand: Bestand | None = None
    bevinding: Bevinding | None = None

    def open(self) -> Bestand:
        """Return the file. Raises `BestandError` with the finding when there is none."""
        if self.bestand is None:
            raise BestandError(self.bevinding or Bevinding(Code.BESTAND_GEEN_WERKMAP, Plek(self.naam)))
        return self.bestand


def offered(invoer: Iterable[Bron]) -> Iterator[Aanbod]:
    """Yield every workbook that is offered, by name; a file that is given twice comes once.

    Only one file is in memory at a time. A path that does not exist raises `BestandError`: that is wrong use, not
    a bad file from a gemeente.
    """
    paden: list[_Pad] = []
    stromen: list[BinaryIO | Bestand] = []
    for bron in invoer:
        if isinstance(bron, (str, os.PathLike)):
            paden.extend(_expand(Path(bron)))
        else:
            stromen.append(bron)
    uniek: dict[tuple[int, int] | str, _Pad] = {}
    for een in sorted(paden, key=_Pad.rang):
        uniek.setdefault(_identity(een.pad), een)
    for een in sorted(uniek.values(), key=_Pad.volgorde):
        naam = readable_name(een.pad.name)
        if een.pad.is_dir() and een.pad.suffix.lower() not in WERKMAPPEN:
            yield from _tell_subfolder(een.pad, naam)
        elif not een.is_genoemd and _leads_out(een.pad):
            yield Aanbod(naam, bevinding=Bevinding(Code.BESTAND_ELDERS, Plek(naam)))
        else:
            yield from _open(een.pad, naam)
    for stroom in stromen:
        bestand = stroom if isinstance(stroom, Bestand) else hold(stroom)
        yield from _open(bestand, bestand.naam)


class _Pad(NamedTuple):
    """A path, and whether it was named itself or found in a folder."""

    pad: Path
    is_genoemd: bool

    def volgorde(self) -> tuple[str, str, str]:
        return (self.pad.name.casefold(), self.pad.name, str(self.pad))

    def rang(self) -> tuple[bool, bool, tuple[str, str, str]]:
        """Of a file and links to it, what was named goes first, then the file itself."""
        return (not self.is_genoemd, self.pad.is_symlink(), self.volgorde())


def count(invoer: Iterable[Bron]) -> int:
    """Return about how many files there are to read, for a progress bar."""
    return sum(len(_expand(Path(b))) if isinstance(b, (str, os.PathLike)) else 1 for b in invoer)


def _identity(pad: Path) -> tuple[int, int] | str:
    try:
        feiten = pad.stat()
    except OSError:
        return str(pad)
    return (feiten.st_dev, feiten.st_ino) if feiten.st_ino else str(pad)


def _expand(pad: Path) -> list[_Pad]:
    naam = readable_name(pad.name or str(pad))
    try:
        if pad.is_dir():
            return [_Pad(kind, is_genoemd=False) for kind in pad.iterdir() if not _is_silent(kind)]
        bestaat = pad.exists()
    except OSError as error:
        raise refusal(naam, Code.BESTAND_NIET_LEESBAAR, waarom=reason(error)) from error
    if not bestaat:
        raise refusal(naam, Code.BESTAND_NIET_GEVONDEN)
    return [_Pad(pad, is_genoemd=True)]


def _is_silent(pad: Path) -> bool:
    """What computers leave behind in folders says nothing to anyone."""
    naam = pad.name.lower()
    return naam in _STIL or naam.startswith(_STIL_BEGIN)


def _tell_subfolder(map_: Path, naam: str) -> Iterator[Aanbod]:
    """A folder does not stand for its subfolders; but where one holds workbooks, someone may think that it does."""
    try:
        aantal = sum(pad.suffix.lower() in {*WERKMAPPEN, ".zip"} and not _is_silent(pad) for pad in map_.iterdir())
    except OSError:
        return
    if aantal:
        wat = f"staat nog {aantal} werkboek" if aantal == 1 else f"staan nog {aantal} werkboeken"
        yield Aanbod(naam, bevinding=Bevinding(Code.SUBMAP_NIET_GELEZEN, Plek(naam), waarden={"wat": wat}))


def _leads_out(pad: Path) -> bool:
    """Whether a file in a folder is a link to something outside it: a folder stands for what is in it, no more."""
    try:
        return pad.is_symlink() and pad.resolve().parent != pad.parent.resolve()
    except (OSError, RuntimeError):  # a link that leads round in a circle
        return True


def _open(bron: Bron, naam: str) -> Iterator[Aanbod]:
    if (ander := _helper_file(naam)) is not None:
        yield ander
        return
    try:
        bestand = open_bestand(bron, naam)
    except BestandError as error:
        yield Aanbod(naam, bevinding=error.bevinding)
        return
    if naam.lower().endswith(".zip"):
        yield from _from_zip(bestand)
    elif (ander := _no_workbook(naam)) is not None:
        yield ander
    else:
        yield Aanbod(naam, bestand)


def _no_workbook(naam: str) -> Aanbod | None:
    """Return the finding for what is no workbook by its name, or None."""
    suffix = PurePosixPath(naam.lower()).suffix
    if suffix in _DOCUMENTEN:
        waarden = {"soort": _DOCUMENTEN[suffix]}
        return Aanbod(naam, bevinding=Bevinding(Code.DOCUMENT_NIET_GELEZEN, Plek(naam), waarden=waarden))
    if suffix in _ANDERS:
        waarden = {"waarom": _GEEN_WERKMAP, "soort": _ANDERS[suffix]}
        return Aanbod(naam, bevinding=Bevinding(Code.OVERGESLAGEN, Plek(naam), waarden=waarden))
    return None


def may_be_answer(bevinding: Bevinding) -> Bevinding:
    """Return what to say of a file that was passed over, when its name says that it is from a gemeente of the plan."""
    if bevinding.code is not Code.OVERGESLAGEN or "soort" not in bevinding.waarden:
        return bevinding
    return replace(bevinding, code=Code.DOCUMENT_NIET_GELEZEN)


def _helper_file(naam: str) -> Aanbod | None:
    """Return the finding for what a program leaves beside a workbook that is open, or None."""
    if not naam.lower().startswith(("~$", ".~lock.")):
        return None
    zonder_gebruiker = naam.split("#", maxsplit=1)[0]
    return Aanbod(naam, bevinding=Bevinding(Code.NOG_OPEN, Plek(zonder_gebruiker)))


def _from_zip(bestand: Bestand) -> Iterator[Aanbod]:
    """Yield the workbooks in a zip, read in memory: nothing is ever unpacked to disk."""
    try:
        package = Package(bestand)
    except BestandError as error:
        yield Aanbod(bestand.naam, bevinding=error.bevinding)
        return
    if "[content_types].xml" in package.names():
        yield Aanbod(bestand.naam, bestand)  # a workbook that a mail filter renamed
        return
    namen = [naam for naam in sorted(package.names()) if not _is_silent_in_zip(naam)]
    anderen = {naam: ander for naam in namen if (ander := _other_in_zip(package, naam)) is not None}
    if len(anderen) == len(namen):
        waarden = {"soort": "een zip zonder werkmap erin"}
        yield Aanbod(bestand.naam, bevinding=Bevinding(Code.BESTAND_ANDERE_SOORT, Plek(bestand.naam), waarden=waarden))
    yield from (_from_part(package, naam) for naam in namen if naam not in anderen)
    yield from anderen.values()


def _is_silent_in_zip(naam: str) -> bool:
    kort = PurePosixPath(naam).name
    return "__macosx" in PurePosixPath(naam).parts or kort in _STIL or kort.startswith(_STIL_BEGIN)


def _other_in_zip(package: Package, naam: str) -> Aanbod | None:
    """Return the finding for what is no workbook by its name, as it would be in a folder; or None."""
    kort = _short_name(package, naam)
    if naam.endswith(".zip"):
        waarden = {"soort": "een zip in een zip"}
        return Aanbod(kort, bevinding=Bevinding(Code.DOCUMENT_NIET_GELEZEN, Plek(kort), waarden=waarden))
    return _helper_file(kort) or _no_workbook(kort)


def _from_part(package: Package, naam: str) -> Aanbod:
    kort = _short_name(package, naam)
    try:
        inhoud = package.read(naam)
        if len(inhoud) > grenzen.BESTAND_BYTES:
            raise package.bestand.weiger(Code.BESTAND_TE_GROOT, wat="de omvang", grens="50 MB")
    except BestandError as error:
        return Aanbod(kort, bevinding=replace(error.bevinding, plek=Plek(kort)))
    return Aanbod(kort, Bestand(kort, inhoud, _zip_moment(package.info(naam))))


def _short_name(package: Package, naam: str) -> str:
    return readable_name(PurePosixPath(package.info(naam).filename.replace("\\", "/")).name)


def _zip_moment(info: zipfile.ZipInfo) -> str:
    jaar, maand, dag, uur, minuut, seconde = info.date_time
    return f"{jaar:04}-{maand:02}-{dag:02}T{uur:02}:{minuut:02}:{seconde:02}Z"
