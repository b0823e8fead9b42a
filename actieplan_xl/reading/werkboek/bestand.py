"""A file as it was offered: read once into memory, with its hash; what it holds is somebody else's business."""

import hashlib
import os
import stat
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.reading.werkboek import grenzen

_POGINGEN = 3
_WACHTTIJD = 0.3


@dataclass(frozen=True)
class Bestand:
    """The bytes of a file, under the name people know it by. Never its path: that belongs to someone's machine."""

    naam: str
    inhoud: bytes
    gewijzigd: str = ""
    """When the file system says it was last changed, ISO in UTC; "" when that means nothing."""

    @cached_property
    def sha256(self) -> str:
        """The hash of the bytes, in hexadecimal."""
        return hashlib.sha256(self.inhoud).hexdigest()

    def weiger(self, code: Code, /, **waarden: Any) -> BestandError:
        """Return the error that refuses this file; the caller raises it."""
        return refusal(self.naam, code, **waarden)


Bron = str | os.PathLike[str] | BinaryIO | Bestand
"""What public functions take: a path, something open for reading bytes, or a file that was read already."""


def refusal(naam: str, code: Code, /, **waarden: Any) -> BestandError:
    """Return the error that refuses the file of that name."""
    return BestandError(Bevinding(code, Plek(naam), waarden=waarden))


def open_bestand(bron: Bron, naam: str | None = None) -> Bestand:
    """Read a file whole, within the limit on its size. Raises `BestandError`."""
    if isinstance(bron, (str, os.PathLike)):
        return _from_path(Path(bron), naam)
    return _checked(bron if isinstance(bron, Bestand) else hold(bron, naam))


def hold(stroom: BinaryIO, naam: str | None = None) -> Bestand:
    """Read what is open for reading, as far as the limit on its size; whether it is of any use is not asked."""
    return Bestand(naam or readable_name(stream_name(stroom)), stroom.read(grenzen.BESTAND_BYTES + 1))


def stream_name(stroom: BinaryIO) -> str:
    """Return the name under which people know something that is open for reading."""
    return Path(str(getattr(stroom, "name", "werkboek.xlsx"))).name


def _from_path(pad: Path, naam: str | None) -> Bestand:
    naam = naam or readable_name(pad.name)
    try:
        feiten = pad.stat()
        # Asked before it is opened: a named pipe would wait for ever for someone to write.
        if not stat.S_ISREG(feiten.st_mode):
            waarom = "het is een map" if stat.S_ISDIR(feiten.st_mode) else "het is geen gewoon bestand"
            raise refusal(naam, Code.BESTAND_NIET_LEESBAAR, waarom=waarom)
        inhoud = _read_steady(pad, naam)
    except FileNotFoundError as error:
        raise refusal(naam, Code.BESTAND_NIET_GEVONDEN) from error
    except OSError as error:
        raise refusal(naam, Code.BESTAND_NIET_LEESBAAR, waarom=reason(error)) from error
    return _checked(Bestand(naam, inhoud, _moment(feiten.st_mtime)))


def _moment(seconden: float) -> str:
    """Return a moment of the file system, or "" when it lies outside every calendar."""
    try:
        return datetime.fromtimestamp(int(seconden), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return ""


def _read_steady(pad: Path, naam: str) -> bytes:
    """Return the bytes of a file that nobody writes to meanwhile: a half synchronised workbook is not what was sent."""
    for poging in range(_POGINGEN):
        with pad.open("rb") as stroom:
            voor = os.fstat(stroom.fileno())
            inhoud = stroom.read(grenzen.BESTAND_BYTES + 1)
            na = os.fstat(stroom.fileno())
        is_rustig = (voor.st_size, voor.st_mtime_ns) == (na.st_size, na.st_mtime_ns)
        if is_rustig and len(inhoud) == min(na.st_size, grenzen.BESTAND_BYTES + 1):
            return inhoud
        if poging + 1 < _POGINGEN:
            time.sleep(_WACHTTIJD)
    raise refusal(naam, Code.BESTAND_VERANDERT)


def _checked(bestand: Bestand) -> Bestand:
    if not bestand.inhoud:
        raise bestand.weiger(Code.BESTAND_LEEG)
    if len(bestand.inhoud) > grenzen.BESTAND_BYTES:
        raise bestand.weiger(Code.BESTAND_TE_GROOT, wat="de omvang", grens="50 MB")
    return bestand


def readable_name(naam: str) -> str:
    """Return a file name as text: bytes that are no UTF-8 show as �, because no sheet can hold them."""
    return "".join("�" if 0xD800 <= ord(teken) <= 0xDFFF else teken for teken in naam)


def reason(error: OSError) -> str:
    """Return why the operating system refused, in Dutch, without the path it names."""
    uitleg: dict[type[OSError], str] = {
        PermissionError: "je mag er niet bij",
        IsADirectoryError: "het is een map",
        NotADirectoryError: "een deel van het pad is geen map",
        FileNotFoundError: "de map bestaat niet",
        FileExistsError: "het bestaat al",
    }
    for soort, tekst in uitleg.items():
        if isinstance(error, soort):
            return tekst
    nummers = {
        28: "de schijf is vol",
        30: "de schijf is alleen-lezen",
        36: "de naam is te lang",
        40: "het is een rondlopende koppeling",
    }
    return nummers.get(error.errno or 0, f"fout {error.errno} van het besturingssysteem")
