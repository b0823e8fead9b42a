"""What kind of file this is, by what is in it: the extension says what someone thinks, not what it is."""

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading import grenzen
from actieplan_xl.reading.bestand import Bestand

ZIP = b"PK\x03\x04"
LEGE_ZIP = b"PK\x05\x06"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_BEGINNEN = (
    (b"%PDF", "een PDF"),
    (b"\x89PNG", "een afbeelding"),
    (b"\xff\xd8\xff", "een afbeelding"),
    (b"GIF8", "een afbeelding"),
    (b"{\\rtf", "een tekstdocument (RTF)"),
    (b"7z\xbc\xaf", "een 7-Zip-archief"),
    (b"Rar!", "een RAR-archief"),
)
_DELEN = (
    ("word/document.xml", Code.BESTAND_ANDERE_SOORT, "een Word-document"),
    ("ppt/presentation.xml", Code.BESTAND_ANDERE_SOORT, "een PowerPoint-presentatie"),
    ("xl/workbook.bin", Code.BESTAND_ANDER_FORMAAT, "een binaire Excel-werkmap (.xlsb)"),
    ("content.xml", Code.BESTAND_ANDER_FORMAAT, "een OpenDocument-bestand (.ods)"),
    ("index/document.iwa", Code.BESTAND_ANDER_FORMAAT, "een Numbers-document"),
)


def is_zip(bestand: Bestand) -> bool:
    """Whether there is a zip in the bytes, possibly behind a little rubbish of a mail gateway."""
    return find_zip(bestand.inhoud) is not None


def find_zip(inhoud: bytes) -> int | None:
    """Return where the zip begins, or None."""
    if inhoud.startswith((ZIP, LEGE_ZIP)):
        return 0
    begin = inhoud.find(ZIP, 0, grenzen.ROMMEL_BYTES)
    return begin if begin > 0 and b"PK\x05\x06" in inhoud[-grenzen.ROMMEL_BYTES :] else None


def refuse_no_zip(bestand: Bestand) -> BestandError:
    """Return the refusal of something that is no zip at all, naming what it is when that can be seen."""
    begin = bestand.inhoud[:4096]
    if begin.startswith(OLE):
        return _refuse_ole(bestand)
    for kenmerk, soort in _BEGINNEN:
        if begin.startswith(kenmerk):
            return bestand.weiger(Code.BESTAND_ANDERE_SOORT, soort=soort)
    if soort := _text_kind(begin):
        return bestand.weiger(Code.BESTAND_ANDERE_SOORT, soort=soort)
    return bestand.weiger(Code.BESTAND_GEEN_WERKMAP)


def refuse_other_zip(bestand: Bestand, namen: list[str]) -> BestandError:
    """Return the refusal of a zip that holds no workbook."""
    for deel, code, soort in _DELEN:
        if deel in namen:
            return bestand.weiger(code, soort=soort)
    return bestand.weiger(Code.BESTAND_GEEN_WERKMAP)


def _refuse_ole(bestand: Bestand) -> BestandError:
    if "EncryptedPackage".encode("utf-16-le") in bestand.inhoud:
        return bestand.weiger(Code.BESTAND_WACHTWOORD)
    return bestand.weiger(Code.BESTAND_ANDER_FORMAAT, soort="een werkmap in het oude Excel-formaat (.xls)")


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
