"""What kind of file this is, by what is in it: the extension says what someone thinks, not what it is."""

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.werkboek import grenzen, ole
from actieplan_xl.reading.werkboek.bestand import Bestand

ZIP = b"PK\x03\x04"
LEGE_ZIP = b"PK\x05\x06"

_BEGINNEN = (
    (b"%PDF", "een PDF"),
    (b"\x89PNG", "een afbeelding"),
    (b"\xff\xd8\xff", "een afbeelding"),
    (b"GIF8", "een afbeelding"),
    (b"{\\rtf", "een tekstdocument (RTF)"),
    (b"7z\xbc\xaf", "een 7-Zip-archief"),
    (b"Rar!", "een RAR-archief"),
    (b"\x1f\x8b", "een gz-archief"),
)
_DELEN = (
    ("word/document.xml", "een Word-document"),
    ("ppt/presentation.xml", "een PowerPoint-presentatie"),
    ("index/document.iwa", "een Numbers-document"),
    ("index.zip", "een Numbers-document"),
)
_STROMEN = (
    ("WordDocument", "een Word-document"),
    ("PowerPoint Document", "een PowerPoint-presentatie"),
    ("__properties_version1.0", "een e-mailbericht"),
)


def is_zip(bestand: Bestand) -> bool:
    """Whether there is a zip in the bytes, possibly behind a little rubbish of a mail gateway."""
    inhoud = bestand.inhoud
    if inhoud.startswith((ZIP, LEGE_ZIP)):
        return True
    return inhoud.find(ZIP, 0, grenzen.ROMMEL_BYTES) > 0 and LEGE_ZIP in inhoud[-grenzen.ROMMEL_BYTES :]


def is_ole(bestand: Bestand) -> bool:
    """Whether this is the container of old Office files, and of encrypted new ones."""
    return bestand.inhoud.startswith(ole.KENMERK)


def refuse_no_zip(bestand: Bestand) -> BestandError:
    """Return the refusal of something that is no zip at all, naming what it is when that can be seen."""
    begin = bestand.inhoud[:4096]
    soort = next((soort for kenmerk, soort in _BEGINNEN if begin.startswith(kenmerk)), "") or _text_kind(begin)
    return _refuse(bestand, soort)


def refuse_other_zip(bestand: Bestand, namen: list[str]) -> BestandError:
    """Return the refusal of a zip that holds no workbook."""
    if any(naam.startswith("xl/") for naam in namen):
        return bestand.weiger(Code.BESTAND_BESCHADIGD, onderdeel="de lijst van werkbladen")
    return _refuse(bestand, next((soort for deel, soort in _DELEN if deel in namen), ""))


def refuse_other_ole(bestand: Bestand, namen: list[str]) -> BestandError:
    """Return the refusal of an old container that holds no workbook."""
    return _refuse(bestand, find_other(namen))


def find_other(namen: list[str]) -> str:
    """Return what an old container is when it is no workbook; "" when that cannot be seen."""
    return next((soort for stroom, soort in _STROMEN if stroom in namen), "")


def _refuse(bestand: Bestand, soort: str) -> BestandError:
    if soort:
        return bestand.weiger(Code.BESTAND_ANDERE_SOORT, soort=soort)
    return bestand.weiger(Code.BESTAND_GEEN_WERKMAP)


def _text_kind(begin: bytes) -> str:
    klein = begin.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if klein.startswith((b"<!doctype html", b"<html", b"<table", b"<head")):
        return "een webpagina"
    if klein.startswith((b"from:", b"received:", b"mime-version:", b"return-path:", b"delivered-to:", b"subject:")):
        return "een e-mailbericht"
    if klein.startswith(b"<?xml"):
        return "een XML-bestand"
    # A zero byte or a control character never stands in a text that someone exported.
    if begin and not any(byte < 9 or 13 < byte < 32 for byte in begin):
        return "een tekstbestand (CSV)"
    return ""
