"""Ways to spoil a workbook, in its structure: its zip, its parts, its XML, its cells. All from one seed."""

import random
import re
import zipfile
from collections.abc import Callable
from typing import NamedTuple
from xml.etree import ElementTree

from tekenen import pack

from mutaties.grondstof import BRONNEN

Paren = list[tuple[str, bytes]]
"""The parts of a workbook, in order; a name may stand twice."""


class Mutatie(NamedTuple):
    """A spoiled workbook, its name, and what was done to it, in order."""

    naam: str
    inhoud: bytes
    gedaan: tuple[str, ...]


def mutate(zaad: int) -> Mutatie:
    """Return the workbook of a seed: the same seed always gives the same bytes."""
    toeval = random.Random(zaad)
    einde = toeval.choice([*BRONNEN, ".xlsx"])
    paren: Paren = list(BRONNEN[einde]().items())
    gedaan = []
    for _ in range(toeval.choice((1, 1, 1, 2, 3, 6))):
        daad = toeval.choice(DADEN)
        gedaan.append(f"{daad.__name__}: {daad(toeval, paren)}")
    soort = toeval.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_LZMA))
    inhoud = pack(paren, soort)
    if toeval.random() < 0.1:
        inhoud, wat = _spoil_bytes(toeval, inhoud)
        gedaan.append(wat)
    return Mutatie(f"Boekel{einde}", inhoud, tuple(gedaan))


# the zip


def drop_part(toeval: random.Random, paren: Paren) -> str:
    """Leave a part out."""
    return paren.pop(toeval.randrange(len(paren)))[0] if len(paren) > 1 else ""


def rename_part(toeval: random.Random, paren: Paren) -> str:
    """Give a part another name, or that of another part."""
    nummer = toeval.randrange(len(paren))
    naam, inhoud = paren[nummer]
    nieuw = toeval.choice((naam.upper(), naam.replace("/", "\\"), "/" + naam, "../" + naam, toeval.choice(paren)[0]))
    paren[nummer] = (nieuw, inhoud)
    return f"{naam} heet {nieuw}"


def swap_parts(toeval: random.Random, paren: Paren) -> str:
    """Put the contents of one part in another."""
    een, ander = toeval.randrange(len(paren)), toeval.randrange(len(paren))
    (naam, inhoud), (naar, daar) = paren[een], paren[ander]
    paren[een], paren[ander] = (naam, daar), (naar, inhoud)
    return f"{naam} en {naar}"


def cut_part(toeval: random.Random, paren: Paren) -> str:
    """End a part too early."""
    return _change(toeval, paren, lambda inhoud: inhoud[: toeval.randrange(len(inhoud) + 1)])


def spoil_part(toeval: random.Random, paren: Paren) -> str:
    """Change, add or take away a few bytes of a part, which the zip knows nothing of."""
    return _change(toeval, paren, lambda inhoud: _spoil_bytes(toeval, inhoud)[0])


def recode_part(toeval: random.Random, paren: Paren) -> str:
    """Write a part in another encoding."""
    naar = toeval.choice(("utf-16", "utf-16-le", "latin-1", "cp1252", "utf-8-sig", "utf-32"))

    def recode(inhoud: bytes) -> bytes:
        tekst = inhoud.decode("utf-8", "replace")
        if toeval.random() < 0.7:
            tekst = re.sub("(?i)utf-8", naar.removesuffix("-le").removesuffix("-sig"), tekst, count=1)
        return tekst.encode(naar, "xmlcharrefreplace")

    return f"{_change(toeval, paren, recode)} in {naar}"


# the XML


def delete_element(toeval: random.Random, paren: Paren) -> str:
    """Take an element out of a part."""
    return _edit(toeval, paren, lambda ouder, kind: ouder.remove(kind))


def repeat_element(toeval: random.Random, paren: Paren) -> str:
    """Write an element more than once."""
    keer = toeval.choice((1, 1, 2, 50))
    return _edit(toeval, paren, lambda ouder, kind: [ouder.append(kind) for _ in range(keer)])


def move_element(toeval: random.Random, paren: Paren) -> str:
    """Write an element somewhere else among its own."""

    def move(ouder: ElementTree.Element, kind: ElementTree.Element) -> None:
        ouder.remove(kind)
        ouder.insert(toeval.randrange(len(ouder) + 1), kind)

    return _edit(toeval, paren, move)


def wrap_element(toeval: random.Random, paren: Paren) -> str:
    """Put an element in another one, known or not."""
    naam = toeval.choice(("AlternateContent", "ext", "onbekend", "r", "v", "row", "c", "sheetData"))

    def wrap(ouder: ElementTree.Element, kind: ElementTree.Element) -> None:
        plaats = list(ouder).index(kind)
        ouder.remove(kind)
        doos = ElementTree.Element(_namespace(ouder) + naam)
        doos.append(kind)
        ouder.insert(plaats, doos)

    return f"{_edit(toeval, paren, wrap)} in {naam}"


def rename_element(toeval: random.Random, paren: Paren) -> str:
    """Give an element another name."""
    naam = toeval.choice(("onbekend", "c", "t", "v", "is", "row", "si", "f", "rPh"))

    def rename(ouder: ElementTree.Element, kind: ElementTree.Element) -> None:
        kind.tag = _namespace(ouder) + naam

    return f"{_edit(toeval, paren, rename)} heet {naam}"


def change_attribute(toeval: random.Random, paren: Paren) -> str:
    """Give an attribute a value that is wrong, big, or another's."""
    waarden = (
        "", "0", "-1", "1", "4294967295", "A1", "XFD1048576", "zz", "true", "s", "n", "b", "e", "str", "d", "1.5e9",
        "inlineStr", "\N{ARABIC-INDIC DIGIT THREE}", "hidden", "filter", "../../x", "1048576",
    )  # fmt: skip

    def change(_: ElementTree.Element, kind: ElementTree.Element) -> None:
        if kind.attrib:
            naam = toeval.choice(sorted(kind.attrib))
            if toeval.random() < 0.2:
                del kind.attrib[naam]
            else:
                kind.set(naam, toeval.choice(waarden))

    return _edit(toeval, paren, change)


def add_attribute(toeval: random.Random, paren: Paren) -> str:
    """Give an element an attribute it did not have."""
    naam, waarde = toeval.choice(
        (("hidden", "1"), ("t", "s"), ("t", "e"), ("t", "b"), ("r", "B2"), ("s", "3"), ("state", "veryHidden"),
         ("ref", "A1:E20"), ("space", "default"), ("count", "999999999"), ("display", "none"),
         ("{urn:oasis:names:tc:opendocument:xmlns:table:1.0}number-columns-repeated", "40"),
         ("{urn:oasis:names:tc:opendocument:xmlns:table:1.0}visibility", "collapse"))
    )  # fmt: skip
    return f"{naam}={waarde} bij {_edit(toeval, paren, lambda _, kind: kind.set(naam, waarde))}"


def merge_cells(toeval: random.Random, paren: Paren) -> str:
    """Merge cells, wherever that falls."""
    van, naar = sorted((toeval.randrange(1, 30), toeval.randrange(1, 30)))
    bereik = f"{toeval.choice('ABCD')}{van}:{toeval.choice('DEFG')}{naar}"
    xml = f'<mergeCells><mergeCell ref="{bereik}"/></mergeCells>'.encode()
    return f"{_change(toeval, paren, lambda inhoud: inhoud.replace(b'</sheetData>', b'</sheetData>' + xml))} {bereik}"


DADEN: tuple[Callable[[random.Random, Paren], str], ...] = (
    drop_part, rename_part, swap_parts, cut_part, spoil_part, spoil_part, recode_part, delete_element, delete_element,
    repeat_element, repeat_element, move_element, move_element, wrap_element, rename_element, change_attribute,
    change_attribute, change_attribute, add_attribute, add_attribute, merge_cells,
)  # fmt: skip


def _spoil_bytes(toeval: random.Random, inhoud: bytes) -> tuple[bytes, str]:
    uit = bytearray(inhoud)
    for _ in range(toeval.choice((1, 1, 2, 8))):
        plaats = toeval.randrange(len(uit) + 1)
        daad = toeval.randrange(3)
        if daad == 0 and plaats < len(uit):
            uit[plaats] = toeval.choice((0, 0x3C, 0x26, 0x3E, 0x22, toeval.randrange(256)))
        elif daad == 1:
            del uit[plaats : plaats + toeval.choice((1, 1, 4, 60))]
        else:
            uit[plaats:plaats] = toeval.randbytes(toeval.choice((1, 2, 30)))
    return bytes(uit), "bytes van het hele bestand"


def _change(toeval: random.Random, paren: Paren, change: Callable[[bytes], bytes]) -> str:
    """Change the contents of one part; those with answers in them come up most."""
    nummer = toeval.choice([n for n, (naam, _) in enumerate(paren) for _ in range(_weight(naam))])
    naam, inhoud = paren[nummer]
    paren[nummer] = (naam, change(inhoud))
    return naam


def _edit(
    toeval: random.Random, paren: Paren, edit: Callable[[ElementTree.Element, ElementTree.Element], object]
) -> str:
    """Change one element of one part, given with the element around it; nothing where the part is no XML."""
    gekozen = []

    def change(inhoud: bytes) -> bytes:
        try:
            wortel = ElementTree.fromstring(inhoud)
        except (ElementTree.ParseError, ValueError, LookupError):
            return inhoud
        stellen = [(ouder, kind) for ouder in wortel.iter() for kind in ouder]
        if not stellen:
            return inhoud
        ouder, kind = toeval.choice(stellen)
        gekozen.append(f"{kind.tag.rpartition('}')[2]} {dict(kind.attrib)}")
        edit(ouder, kind)
        return ElementTree.tostring(wortel, encoding="utf-8", xml_declaration=True)

    naam = _change(toeval, paren, change)
    return f"{naam} {gekozen[0] if gekozen else '(geen XML)'}"


def _weight(naam: str) -> int:
    return 6 if re.search(r"worksheets/sheet1|sharedStrings|content\.xml$", naam) else 1


def _namespace(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[0] + "}" if "}" in element.tag else ""


def describe(mutatie: Mutatie) -> str:
    """Return what was done, in lines."""
    return "\n".join((mutatie.naam, *(f"  {wat}" for wat in mutatie.gedaan)))
