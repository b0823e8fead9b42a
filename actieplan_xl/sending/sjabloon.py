"""The text of a mail that the coördinator may change: a line `Onderwerp: …`, and under it what the mail says.

A word between braces is a gat that is filled in for each mail. What fills it is only ever a value: braces that somebody
typed in the name of a gemeente stay what they are.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from actieplan_xl.domain.errors import GebruikError
from actieplan_xl.domain.weergave import visible
from actieplan_xl.domain.words import fold, opsomming

MEESTE_BYTES = 200_000
"""More than this is no text of a mail, whatever it is."""

_ONDERWERP = re.compile(r"onderwerp[ \t]*:(.*)", re.IGNORECASE)
_UITLEG = "#"
_GAT = re.compile(r"\{([^{}]*)\}")
_LOS = re.compile(r"[{}]")
_ANDERS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_LANGSTE = 60


@dataclass(frozen=True)
class Sjabloon:
    """A text with gaten; every one of them is known."""

    onderwerp: str
    regels: tuple[str, ...]

    def fill(self, waarden: Mapping[str, str]) -> tuple[str, str]:
        """Return subject and text. A line in which a gat has nothing to fill it is left out, as are the empty lines
        that would then follow each other."""
        kaal = {fold(naam): waarde for naam, waarde in waarden.items()}
        regels: list[str] = []
        for regel in self.regels:
            if any(not kaal[fold(gat)] for gat in _GAT.findall(regel)):
                continue
            gevuld = _fill(regel, kaal)
            if gevuld or (regels and regels[-1]):
                regels.append(gevuld)
        return _fill(self.onderwerp, kaal), "\n".join(regels).strip("\n") + "\n"


def _fill(regel: str, kaal: Mapping[str, str]) -> str:
    return _GAT.sub(lambda gat: kaal[fold(gat[1])], regel)


def read_sjabloon(inhoud: bytes, naam: str, gaten: Sequence[str]) -> Sjabloon:
    """Return the template in a text file. Raises `GebruikError`, with a remedy, for what is none."""
    regels = _decode(inhoud, naam).splitlines()
    begin = next((nr for nr, regel in enumerate(regels) if regel.strip() and not regel.startswith(_UITLEG)), 0)
    onderwerp = _ONDERWERP.fullmatch(regels[begin].strip()) if regels else None
    if onderwerp is None or not onderwerp[1].strip():
        raise GebruikError(
            f"In '{naam}' ontbreekt het onderwerp. Begin met een regel als 'Onderwerp: Herinnering {{plan}}'."
        )
    sjabloon = Sjabloon(onderwerp[1].strip(), tuple(regel.rstrip() for regel in regels[begin + 1 :]))
    for nummer, regel in enumerate(regels[begin:], begin + 1):
        _check_gaten(regel, f"'{naam}', regel {nummer}", gaten)
    if not any(sjabloon.regels):
        raise GebruikError(f"In '{naam}' staat onder het onderwerp niets. Schrijf daar de tekst van de mail.")
    return sjabloon


def _check_gaten(regel: str, waar: str, gaten: Sequence[str]) -> None:
    bekend = {fold(gat) for gat in gaten}
    keuze = f"Kies uit: {opsomming([f'{{{gat}}}' for gat in gaten])}."
    for gat in _GAT.findall(regel):
        if fold(gat) not in bekend:
            raise GebruikError(f"{waar}: {{{visible(gat, _LANGSTE)}}} kennen we niet. {keuze}")
    if _LOS.search(_GAT.sub("", regel)):
        raise GebruikError(f"{waar}: hier staat een losse accolade. Schrijf een gat als {{gemeente}}. {keuze}")


def _decode(inhoud: bytes, naam: str) -> str:
    """Notepad saves as UTF-8, with a mark before it or without, as "Unicode", or in the code page of Windows."""
    gemerkt = next((soort for bom, soort in _BOMS.items() if inhoud.startswith(bom)), "")
    for soort in (gemerkt,) if gemerkt else ("utf-8", "cp1252"):
        try:
            tekst = inhoud.decode(soort) if len(inhoud) <= MEESTE_BYTES else "\0"
        except UnicodeDecodeError:
            continue
        if not _ANDERS.search(tekst):
            return tekst
    raise GebruikError(f"'{naam}' is geen tekstbestand. Maak de tekst in Kladblok en bewaar hem als .txt.")
