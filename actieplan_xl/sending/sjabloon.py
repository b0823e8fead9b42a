"""The text of a mail as somebody wrote it: a subject, and lines with holes between braces."""

import codecs
import re
import textwrap
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from importlib import resources

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.reading.werkboek.bestand import Bron, open_bestand, refusal

REGELBREEDTE = 72
_GAT = re.compile(r"\{([^{}\n]{1,60})\}")
_ONDERWERP = re.compile(r"onderwerp\s*:", re.IGNORECASE)
_LEGE_HAAKJES = re.compile(r"\(\s*\)")
_UITLEG = "#"
_GEEN_TEKST = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MEESTE_BYTES = 200_000
"""More than this is no text of a mail, whatever it is."""
_WITREGELS = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class Sjabloon:
    """A subject and a text, with holes that are filled once: what fills one is never filled again."""

    onderwerp: str
    tekst: str

    def fill(self, waarden: Mapping[str, str]) -> tuple[str, str]:
        """Return subject and text. A line with a hole is left out when there is nothing to fill that."""
        onderwerp = " ".join(_LEGE_HAAKJES.sub("", _fill(self.onderwerp, waarden)).split())
        regels = [regel for bron in self.tekst.splitlines() for regel in _fill_line(bron, waarden)]
        return onderwerp, _WITREGELS.sub("\n\n", "\n".join(regels)).strip() + "\n"


def own_text(naam: str) -> bytes:
    """Return a text that ships with the library."""
    return resources.files("actieplan_xl.sending").joinpath("teksten", naam).read_bytes()


def choose_sjabloon(tekst: Bron | None, eigen: str, bekend: Collection[str]) -> Sjabloon:
    """Return the text that somebody gave, else our own of that name. Raises `BestandError`."""
    if tekst is None:
        return read_sjabloon(own_text(eigen), eigen, bekend)
    bestand = open_bestand(tekst)
    return read_sjabloon(bestand.inhoud, bestand.naam, bekend)


def read_sjabloon(inhoud: bytes, naam: str, bekend: Collection[str]) -> Sjabloon:
    """Return the text in a file. Raises `BestandError`.

    `bekend` are the holes that can be filled. Lines before the subject that begin with # are for who changes the text.
    """
    regels = _decode(inhoud, naam).splitlines()
    while regels and (not regels[0].strip() or regels[0].startswith(_UITLEG)):
        del regels[0]
    kop, tekst = (regels[0].strip(), "\n".join(regels[1:])) if regels else ("", "")
    gevonden = _ONDERWERP.match(kop)
    if gevonden is None or not kop[gevonden.end() :].strip():
        raise refusal(naam, Code.SJABLOON_ZONDER_ONDERWERP)
    for gat in _GAT.findall("\n".join(regels)):
        if gat not in bekend:
            raise refusal(naam, Code.SJABLOON_GAT_ONBEKEND, waarde=gat, bekend=", ".join(bekend))
    return Sjabloon(kop[gevonden.end() :].strip(), tekst)


def _decode(inhoud: bytes, naam: str) -> str:
    """Notepad saves as UTF-8, with a mark before it or without, as "Unicode", or in the code page of Windows."""
    gemerkt = inhoud.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for soort in ("utf-16",) if gemerkt else ("utf-8-sig", "cp1252"):
        try:
            tekst = inhoud.decode(soort) if len(inhoud) <= _MEESTE_BYTES else "\0"
        except UnicodeDecodeError:
            continue
        if not _GEEN_TEKST.search(tekst):
            return tekst
    raise refusal(naam, Code.SJABLOON_GEEN_TEKST)


def fold_line(tekst: str, begin: str = "", verder: str = "") -> list[str]:
    """Return running text in lines that every mail program shows whole."""
    return textwrap.wrap(
        tekst,
        REGELBREEDTE,
        initial_indent=begin,
        subsequent_indent=verder,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _fill_line(bron: str, waarden: Mapping[str, str]) -> list[str]:
    gat = _GAT.fullmatch(bron.strip())
    if gat:  # what fills a whole line is laid out already
        return waarden[gat[1]].splitlines()
    if not all(waarden[gat] for gat in _GAT.findall(bron)):
        return []
    regel = _fill(bron, waarden)
    return fold_line(regel) if len(regel) > REGELBREEDTE else [regel]


def _fill(tekst: str, waarden: Mapping[str, str]) -> str:
    return _GAT.sub(lambda gat: waarden[gat[1]], tekst)
