"""The plain form in which nearly every program writes its cells and texts, taken out of the XML by pattern.

This is for speed alone. What is taken out is well-formed by the pattern itself; what is left goes to expat, which
judges it as ever. A part in which anything is not so plain comes back whole.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from actieplan_xl.reading.werkboek.package import Package

_HOOGSTENS = 8 * 1024 * 1024
# The bytes of a part are looked at one by one, as Latin-1; what is in a text is decoded when it is taken out.
_GEWOON = r"[^<>&\x00-\x08\x0b\x0c\x0e-\x1f]*"
_TEKST = rf"({_GEWOON}(?:&(?:amp|lt|gt|quot|apos);{_GEWOON})*)"
_RUIMTE = r'(?: xml:space="preserve")?'
_CEL = re.compile(
    # Only right behind another tag: what looks like a cell inside an attribute is none.
    r'(?<=>)<c r="([A-Z]{1,2})([1-9][0-9]{0,5})"(?: s="([0-9]{1,6})")?(?: t="([a-zA-Z]{1,9})")?'
    rf"(?:/>|>(<f(?: [a-z]+=\"[^\"<>&\x80-\xff]*\"){{0,4}}(?:/>|>{_TEKST}</f>))?"
    rf"(?:<v{_RUIMTE}>{_TEKST}</v>|<is><t{_RUIMTE}>{_TEKST}</t></is>)?</c>)"
)
_GROEPEN = _CEL.groups + 1
_MET_TEKENS = (7, 8)
"""The groups that hold texts. A formula stays as it stands in the file: what counts is only what it asks for."""
_NIET_PLAT = re.compile(r"<c[\s/>]|<!|<\?(?!xml )")
_ITEM = re.compile(rf"(?<=>)<si><t{_RUIMTE}>{_TEKST}</t></si>")
_GEEN_PLAT_ITEM = re.compile(r"<(?:si|t|r|rPh)[\s/>]|<!|<\?(?!xml )")
_UTF_8 = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml(?![^<>]*encoding=[\"'](?!utf-8[\"']))[^<>]*\?>)?\s*<", re.IGNORECASE)
_TEKENS = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
_TEKEN = re.compile("&(?:amp|lt|gt|quot|apos);")

Platcel = tuple[str, str, str | None, str | None, str | None, str | None, str | None, str | None]
"""Letters and row of the address, style, kind, the formula with and without its tags, value, inline text."""


class Platblad(NamedTuple):
    """What was taken out of a sheet, and what is left of it."""

    cellen: Iterable[Platcel]
    rest: bytes


class Platteksten(NamedTuple):
    """What was taken out of the shared strings, and what is left of them."""

    teksten: list[str]
    rest: bytes


def take_cells(package: Package, deel: str) -> Platblad | None:
    """Take the cells out of a sheet; None for a part that is too large to hold twice."""
    ruw = _read(package, deel)
    if ruw is None or not _UTF_8.match(ruw):
        return None if ruw is None else Platblad([], ruw)
    tekst = ruw.decode("latin-1")
    begin, eind = tekst.find("<sheetData>") + len("<sheetData>"), tekst.rfind("</sheetData>")
    delen = _CEL.split(tekst[begin:eind]) if len("<sheetData>") <= begin <= eind else []
    rest = f"{tekst[:begin]}{''.join(delen[::_GROEPEN])}{tekst[eind:]}"
    if not delen or _NIET_PLAT.search(rest):
        return Platblad([], ruw)
    try:
        velden = [_decode(delen[n::_GROEPEN]) if n in _MET_TEKENS else delen[n::_GROEPEN] for n in range(1, _GROEPEN)]
    except UnicodeError:
        return Platblad([], ruw)
    return Platblad(zip(*velden, strict=True), rest.encode("latin-1"))


def take_texts(package: Package, deel: str) -> Platteksten | None:
    """Take the shared strings out of their part; None for a part that is too large to hold twice."""
    ruw = _read(package, deel)
    if ruw is None or not _UTF_8.match(ruw):
        return None if ruw is None else Platteksten([], ruw)
    delen = _ITEM.split(ruw.decode("latin-1"))
    rest = "".join(delen[::2])
    if len(delen) < 2 or _GEEN_PLAT_ITEM.search(rest):
        return Platteksten([], ruw)
    try:
        return Platteksten(_decode(delen[1::2]), rest.encode("latin-1"))
    except UnicodeError:
        return Platteksten([], ruw)


def _read(package: Package, deel: str) -> bytes | None:
    if deel in package and package.info(deel).file_size > _HOOGSTENS:
        return None
    return package.read(deel)


def _decode(teksten: list[str]) -> list[str]:
    """Return bytes that were looked at as Latin-1 as the texts they are. UnicodeError when they are no UTF-8, or hold
    what XML does not."""
    uit = list(teksten)
    for plaats, tekst in enumerate(teksten):
        if not tekst:
            continue
        echt = tekst if tekst.isascii() else _real(tekst)
        uit[plaats] = _TEKEN.sub(lambda teken: _TEKENS[teken[0]], echt) if "&" in echt else echt
    return uit


def _real(tekst: str) -> str:
    echt = tekst.encode("latin-1").decode()
    if "\ufffe" in echt or "\uffff" in echt:
        raise UnicodeError("geen teken van XML")
    return echt
