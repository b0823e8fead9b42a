"""The text of a mail as somebody wrote it: a subject, and lines with holes between braces."""

import re
import textwrap
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.reading.werkboek.bestand import refusal

REGELBREEDTE = 72
_GAT = re.compile(r"\{([^{}\n]{1,60})\}")
_ONDERWERP = re.compile(r"onderwerp\s*:", re.IGNORECASE)
_LEGE_HAAKJES = re.compile(r"\(\s*\)")
_WITREGELS = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class Sjabloon:
    """A subject and a text, with holes that are filled once: what fills one is never filled again."""

    onderwerp: str
    tekst: str

    def fill(self, waarden: Mapping[str, str]) -> tuple[str, str]:
        """Return subject and text. A line that is nothing but a hole is left out when there is nothing to fill it."""
        onderwerp = " ".join(_LEGE_HAAKJES.sub("", _fill(self.onderwerp, waarden)).split())
        regels = [regel for bron in self.tekst.splitlines() for regel in _fill_line(bron, waarden)]
        return onderwerp, _WITREGELS.sub("\n\n", "\n".join(regels)).strip() + "\n"


def read_sjabloon(inhoud: bytes, naam: str, bekend: Collection[str]) -> Sjabloon:
    """Return the text in a file, UTF-8 or as old Windows programs save it. Raises `BestandError`.

    `bekend` are the holes that can be filled.
    """
    try:
        alles = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        alles = inhoud.decode("cp1252", errors="replace")
    kop, _, tekst = alles.lstrip().replace("\r\n", "\n").partition("\n")
    gevonden = _ONDERWERP.match(kop)
    if gevonden is None or not kop[gevonden.end() :].strip():
        raise refusal(naam, Code.SJABLOON_ZONDER_ONDERWERP)
    for gat in _GAT.findall(alles):
        if gat not in bekend:
            raise refusal(naam, Code.SJABLOON_GAT_ONBEKEND, waarde=gat, bekend=", ".join(bekend))
    return Sjabloon(kop[gevonden.end() :].strip(), tekst)


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
    regel = _fill(bron, waarden)
    return fold_line(regel) if len(regel) > REGELBREEDTE else [regel]


def _fill(tekst: str, waarden: Mapping[str, str]) -> str:
    return _GAT.sub(lambda gat: waarden[gat[1]], tekst)
