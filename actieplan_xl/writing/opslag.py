"""Putting a file in its place: whole or not at all, never over an input, never over something unasked.

Libraries that write workbooks destroy what was there when the disk is full. So the bytes are made first, written
beside the target, flushed, read back, and only then put in its place.
"""

import contextlib
import os
import re
import tempfile
import time
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.domain.words import OVERBLIJFSEL
from actieplan_xl.reading.werkboek.bestand import reason, refusal

_POGINGEN = 3
_WACHTTIJD = 0.3
_OUD = 3600
_VERBODEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_GERESERVEERD = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_LANGSTE_NAAM = 180


@dataclass(frozen=True)
class Doel:
    """Where a file should go. `nooit_over` are inputs: those are never overwritten, whatever is asked."""

    pad: Path
    overschrijven: bool = False
    nooit_over: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Geschreven:
    """Where the file really went; it can be another name when the target was open elsewhere."""

    pad: Path
    bevindingen: tuple[Bevinding, ...] = ()


def write_file(doel: Doel, inhoud: bytes) -> Geschreven:
    """Write bytes to a target. Raises `BestandError`; the target is then as it was."""
    return write_files([(doel, inhoud)])[0]


def write_files(paren: Iterable[tuple[Doel, bytes]]) -> list[Geschreven]:
    """Write several files: all of them are whole on the disk before the first takes its place."""
    alle = list(paren)
    for doel, _ in alle:
        check_target(doel)
    for map_ in {doel.pad.parent for doel, _ in alle}:
        _clear_leftovers(map_)
    tijdelijk: list[Path] = []
    try:
        tijdelijk.extend(_write_beside(doel.pad, inhoud) for doel, inhoud in alle)
        return [_put_in_place(doel, pad) for (doel, _), pad in zip(alle, tijdelijk, strict=True)]
    finally:
        for pad in tijdelijk:
            _remove(pad)


def check_target(doel: Doel) -> None:
    """Raise when a target may not be written, before any work is done for it."""
    for invoer in doel.nooit_over:
        if _is_same(doel.pad, invoer):
            raise refusal(doel.pad.name, Code.DOEL_IS_INVOER)
    try:
        is_map, bestaat = doel.pad.is_dir(), doel.pad.exists()
    except OSError as error:
        raise refusal(doel.pad.name, Code.DOEL_NIET_SCHRIJFBAAR, waarom=reason(error)) from error
    if is_map:
        raise refusal(doel.pad.name, Code.DOEL_NIET_SCHRIJFBAAR, waarom="het is een map")
    if bestaat and not doel.overschrijven:
        raise refusal(doel.pad.name, Code.DOEL_BESTAAT)


def make_folder(pad: Path) -> None:
    """Make a folder, with the ones above it. Raises `BestandError`."""
    try:
        pad.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refusal(pad.name, Code.DOEL_NIET_SCHRIJFBAAR, waarom=reason(error)) from error


def file_name(tekst: str) -> str:
    """Return a text as part of a file name that Windows, macOS and Linux all accept."""
    zonder = _VERBODEN.sub(" ", unicodedata.normalize("NFC", tekst))
    schoon = " ".join("".join(t for t in zonder if unicodedata.category(t) not in ("Cc", "Cf", "Cs")).split())
    # A file system counts bytes, not characters; what is cut may not be half a character.
    schoon = schoon.strip(". ").encode()[:_LANGSTE_NAAM].decode(errors="ignore").strip(". ")
    return f"_{schoon}" if not schoon or _GERESERVEERD.fullmatch(schoon) else schoon


def unique_names(namen: Iterable[str]) -> list[str]:
    """Return names that stay apart on a file system that does not see capitals: a second one gets "(2)"."""
    alle = list(namen)
    bezet = {naam.casefold() for naam in alle}
    gezien: set[str] = set()
    uniek: list[str] = []
    for naam in alle:
        kandidaat, nummer = naam, 2
        while kandidaat.casefold() in gezien or (kandidaat != naam and kandidaat.casefold() in bezet):
            kandidaat, nummer = f"{naam} ({nummer})", nummer + 1
        gezien.add(kandidaat.casefold())
        uniek.append(kandidaat)
    return uniek


def _is_same(een: Path, ander: Path) -> bool:
    try:
        return een.samefile(ander)
    except OSError:
        return False


def _clear_leftovers(map_: Path) -> None:
    """Remove what runs that were killed left behind; young ones may belong to a run that is busy now."""
    with contextlib.suppress(OSError):
        for pad in map_.glob(f"{OVERBLIJFSEL}*.tmp"):
            if time.time() - pad.stat().st_mtime > _OUD:
                pad.unlink()


def _write_beside(doel: Path, inhoud: bytes) -> Path:
    """Write and flush a temporary file beside the target, and read it back: a full disk shows here, not later."""
    tijdelijk: Path | None = None
    try:
        nummer, naam = tempfile.mkstemp(prefix=OVERBLIJFSEL, suffix=".tmp", dir=doel.parent)
        tijdelijk = Path(naam)
        with os.fdopen(nummer, "wb") as stroom:
            stroom.write(inhoud)
            stroom.flush()
            os.fsync(stroom.fileno())
        _give_usual_rights(tijdelijk)
        _read_back(tijdelijk, inhoud, doel)
    except OSError as error:
        _remove(tijdelijk)
        raise refusal(doel.name, Code.DOEL_NIET_SCHRIJFBAAR, waarom=reason(error)) from error
    except BaseException:
        _remove(tijdelijk)
        raise
    return tijdelijk


def _read_back(tijdelijk: Path, inhoud: bytes, doel: Path) -> None:
    if tijdelijk.read_bytes() != inhoud:
        raise refusal(doel.name, Code.DOEL_NIET_SCHRIJFBAAR, waarom="wat er staat is niet wat er geschreven is")


def _remove(pad: Path | None) -> None:
    if pad is not None:
        with contextlib.suppress(OSError):
            pad.unlink()


def _give_usual_rights(pad: Path) -> None:
    """A temporary file is for its maker only; a result is for whoever may read files here."""
    masker = os.umask(0)
    os.umask(masker)
    with contextlib.suppress(OSError):  # not every file system knows rights
        pad.chmod(0o666 & ~masker)


def _put_in_place(doel: Doel, tijdelijk: Path) -> Geschreven:
    for poging in range(_POGINGEN):
        try:
            _replace(doel, tijdelijk)
            return Geschreven(doel.pad)
        except PermissionError:
            # Windows: open in Excel. A virus scanner lets go after a moment, Excel does not.
            if poging + 1 < _POGINGEN:
                time.sleep(_WACHTTIJD)
        except FileExistsError as error:
            raise refusal(doel.pad.name, Code.DOEL_BESTAAT) from error
        except OSError as error:
            raise refusal(doel.pad.name, Code.DOEL_NIET_SCHRIJFBAAR, waarom=reason(error)) from error
    return _put_beside(doel, tijdelijk)


def _replace(doel: Doel, tijdelijk: Path) -> None:
    """Move into place in one step. Without leave to overwrite, a file that appeared meanwhile is left alone."""
    if doel.overschrijven:
        tijdelijk.replace(doel.pad)
        return
    try:
        os.link(tijdelijk, doel.pad)
    except (NotImplementedError, AttributeError, PermissionError):  # no links on this file system
        if doel.pad.exists():
            raise FileExistsError from None
        tijdelijk.replace(doel.pad)
    except OSError as error:
        if isinstance(error, FileExistsError) or doel.pad.exists():
            raise FileExistsError from error
        tijdelijk.replace(doel.pad)


def _put_beside(doel: Doel, tijdelijk: Path) -> Geschreven:
    for nummer in range(2, 100):
        nieuw = doel.pad.with_name(f"{doel.pad.stem} ({nummer}){doel.pad.suffix}")
        if nieuw.exists():
            continue
        try:
            tijdelijk.replace(nieuw)
        except OSError as error:
            raise refusal(doel.pad.name, Code.DOEL_NIET_SCHRIJFBAAR, waarom=reason(error)) from error
        bevinding = Bevinding(Code.DOEL_WAS_OPEN, Plek(doel.pad.name), waarden={"nieuw": nieuw.name})
        return Geschreven(nieuw, (bevinding,))
    raise refusal(doel.pad.name, Code.DOEL_NIET_SCHRIJFBAAR, waarom="het staat open in een ander programma")
