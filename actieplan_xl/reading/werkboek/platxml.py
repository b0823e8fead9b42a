"""The plain form in which nearly every program writes its cells and texts, taken out of the XML by pattern.

This is for speed alone. What is taken out is well-formed by the pattern itself; what is left goes to expat, which
judges it as ever. A part in which anything is not so plain comes back whole.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from actieplan_xl.reading.werkboek.package import Package

_HOOGSTENS = 8 * 1024 * 1024
_TEKST = "([^<]*)"
_RUIMTE = r'(?: xml:space="preserve")?'
_ADRES, _KENMERKEN = "[A-Z]{1,2}[1-9][0-9]{0,5}", '(?: s="[0-9]{1,6}")?(?: t="[a-zA-Z]{1,9}")?'
_FORMULE = "".join(f'(?: {naam}="[^"<>&]*")?' for naam in ("t", "aca", "ref", "si", "ca"))
_INHOUD = (
    rf"(<f{_FORMULE}(?:/>|>[^<]*</f>))?"
    rf"(?:<v{_RUIMTE}>{_TEKST}</v>|<is><t{_RUIMTE}>{_TEKST}</t></is>)?</c>"
)
_OVERGANG = "/row><row r=\"[1-9][0-9]{0,5}\"" + "".join(
    f'(?: {naam}="{waarde}")?'
    for naam, waarde in {
        "spans": "[0-9: ]{1,99}", "s": "[0-9]{1,6}", "customFormat": "[a-z0-9]{1,5}", "ht": "[0-9.]{1,20}",
        "hidden": "(?:0|false)", "customHeight": "[a-z0-9]{1,5}", "outlineLevel": "[0-9]", "collapsed": "[a-z0-9]{1,5}",
        "x14ac:dyDescent": "[0-9.]{1,20}",
    }.items()
) + ">"  # fmt: skip
"""From one row to the next: attributes in the order in which they are written; none that hides the row."""

# Only right behind another tag: what looks like a cell inside an attribute is none.
_CEL = re.compile(rf'<(?<=><)(?:c r="({_ADRES})"({_KENMERKEN})(?:/>|>{_INHOUD})|{_OVERGANG})')
_GROEPEN = _CEL.groups + 1
_RIJNUMMER = r'<row(?=[^<>]*\sr="[1-9][0-9]{0,5}")\s[^<>]*'
_LOSSE_RIJEN, _RIJ = rf"\s*(?:{_RIJNUMMER}/>\s*)*", rf"{_RIJNUMMER}(?<!/)>"
_EERSTE_RIJ = re.compile(rf"{_LOSSE_RIJEN}{_RIJ}\s*")
_TUSSENIN = re.compile(rf"(?:\s++|</row>{_LOSSE_RIJEN}{_RIJ})*+")
_LAATSTE_RIJ = re.compile(rf"(?:\s++|</row>{_LOSSE_RIJEN}{_RIJ})*+</row>{_LOSSE_RIJEN}")
"""What is left of rows without their cells: so they are nested as they should be, whatever was passed over."""
_NIET_PLAT = re.compile(r"<c[\s/>]|<!|<\?(?!xml )")
_ITEM = re.compile(rf"(?<=>)<si><t{_RUIMTE}>{_TEKST}</t></si>")
_LEGE_LIJST = re.compile(r"\ufeff?(?:<\?xml [^<>]*\?>)?\s*<sst[^<>]*>\s*</sst>\s*")
_UTF_8 = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:<\?xml(?![^<>]*encoding\s*=\s*[\"'](?!utf-8[\"']))[^<>]*\?>)?\s*<(?!\?xml)", re.IGNORECASE
)
_STUURTEKENS = bytes(n for n in range(32) if n not in (9, 10, 13))
_TEKENS = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
_TEKEN = re.compile("&(?:amp|lt|gt|quot|apos);")

Platcel = tuple[str | None, str, str | None, str | None, str | None]
"""Address, attributes, the formula with its tags, value, inline text. Without an address it is where a row ends."""


class Platblad(NamedTuple):
    """What was taken out of a sheet, and what is left of it."""

    cellen: Iterable[Platcel]
    rest: bytes


class Platteksten(NamedTuple):
    """What was taken out of the shared strings, and what is left of them."""

    teksten: Sequence[str]
    rest: bytes


class _NietPlatError(ValueError):
    """Something is written in a way that is not so plain; no defect, only work for expat."""


def take_cells(package: Package, deel: str) -> Platblad | None:
    """Take the cells out of a sheet; None for a part that is too large to hold twice."""
    if _is_large(package, deel):
        return None
    ruw = package.read(deel)
    try:
        return _split_sheet(_decode(ruw))
    except _NietPlatError:
        return Platblad([], ruw)


def _split_sheet(tekst: str) -> Platblad:
    begin, eind = tekst.find("<sheetData>") + len("<sheetData>"), tekst.rfind("</sheetData>")
    if not len("<sheetData>") <= begin <= eind:
        raise _NietPlatError
    delen = _CEL.split(tekst[begin:eind])
    rest = f"{tekst[:begin]}{''.join(delen[::_GROEPEN])}{tekst[eind:]}"
    if _NIET_PLAT.search(rest) or not _are_rows(delen[::_GROEPEN]):
        raise _NietPlatError
    adressen, kenmerken, *kolommen = (delen[n::_GROEPEN] for n in range(1, _GROEPEN))
    formules, waarden, inline = map(_plain_texts, kolommen)
    return Platblad(zip(adressen, kenmerken, formules, waarden, inline, strict=True), rest.encode())


def _are_rows(stukken: list[str]) -> bool:
    """Whether what is left of rows begins in none, ends in none, and is inside one wherever something was taken out."""
    return (
        len(stukken) > 1
        and _EERSTE_RIJ.fullmatch(stukken[0]) is not None
        and all(_TUSSENIN.fullmatch(stuk) for stuk in set(stukken[1:-1]))
        and _LAATSTE_RIJ.fullmatch(stukken[-1]) is not None
    )


def take_texts(package: Package, deel: str) -> Platteksten | None:
    """Take the shared strings out of their part; None for a part that is too large to hold twice."""
    if _is_large(package, deel):
        return None
    ruw = package.read(deel)
    try:
        return _split_texts(_decode(ruw))
    except _NietPlatError:
        return Platteksten([], ruw)


def _split_texts(tekst: str) -> Platteksten:
    delen = _ITEM.split(tekst)
    rest = "".join(delen[::2])
    if not _LEGE_LIJST.fullmatch(rest):
        raise _NietPlatError
    return Platteksten(_plain_texts(delen[1::2]), rest.encode())


def _is_large(package: Package, deel: str) -> bool:
    return deel in package and package.info(deel).file_size > _HOOGSTENS


def _decode(ruw: bytes) -> str:
    """Return a part as text, when it is UTF-8 as far as it says itself, and holds what a text in XML can hold."""
    if not _UTF_8.match(ruw) or len(ruw.translate(None, _STUURTEKENS)) != len(ruw):
        raise _NietPlatError
    try:
        tekst = ruw.decode()
    except UnicodeError as error:
        raise _NietPlatError from error
    if "\ufffe" in tekst or "\uffff" in tekst:
        raise _NietPlatError
    # As XML has it: every line in a file ends in the same way, before anything else is looked at.
    return tekst.replace("\r\n", "\n").replace("\r", "\n") if "\r" in tekst else tekst


def _plain_texts(teksten: list[str]) -> list[str]:
    """Return texts with the marks of XML as the characters they stand for. One that is not there stays None."""
    alles = "\n".join(filter(None, teksten))
    if "]]>" in alles or ("&" in alles and alles.count("&") != len(_TEKEN.findall(alles))):
        raise _NietPlatError
    if "&" not in alles:
        return teksten
    return [_TEKEN.sub(_as_character, tekst) if tekst and "&" in tekst else tekst for tekst in teksten]


def _as_character(gevonden: re.Match[str]) -> str:
    return _TEKENS[gevonden[0]]
