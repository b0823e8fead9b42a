"""What there is to tell of things that hang on a workbook beside its cells, whatever its format calls them."""

import re
from collections.abc import Callable

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.domain.status import Status
from actieplan_xl.domain.words import enkelvoud_of_meervoud, fold
from actieplan_xl.reading.werkboek.meldpunt import Meldpunt
from actieplan_xl.reading.werkboek.teksten import one_newline

_SOORTEN = {
    "afbeelding": ("afbeelding", "afbeeldingen"),
    "grafiek": ("grafiek of diagram", "grafieken of diagrammen"),
    "besturing": ("knop of selectievakje", "knoppen of selectievakjes"),
    "opmerking": ("opmerking", "opmerkingen"),
    "blad met opmerkingen": ("blad met opmerkingen", "bladen met opmerkingen"),
    "blad met tekeningen": ("blad met tekeningen of tekstvakken", "bladen met tekeningen of tekstvakken"),
    "tekstvak": ("tekstvak", "tekstvakken"),
    "ingesloten": ("ingesloten bestand", "ingesloten bestanden"),
}

_LOSSE_BLADEN = {"chartsheet": "een grafiekblad", "dialogsheet": "een dialoogblad"}

Strip = Callable[[str], str]
"""Takes out of a comment what is not the gemeente's own; "" when nothing is left."""


def sheet_without_cells(soort: str) -> str:
    """Return what a sheet that is no worksheet is, by the name that its format or a library has for it."""
    return _LOSSE_BLADEN.get(soort.lower(), "een blad zonder cellen")


_LANGSTE_NAAM = 60
_TUSSENVOEGSELS = frozenset({"van", "de", "den", "der", "het", "ten", "ter", "te", "in", "op", "el", "'t", "’t"})
_GEEN_NAAM = frozenset(
    {"let", "gemeente", "regio", "actie", "vraag", "antwoord", "opmerking", "status", "planning", "toelichting"}
)


def _without_name(tekst: str) -> str:
    """Return a comment without the name of who wrote it: Excel puts that on a line of its own, and LibreOffice keeps
    the line where it forgets the author. What may be anything else than a name stays."""
    eerste, _, rest = tekst.partition("\n")
    naam = eerste.strip()
    is_kop = naam.endswith(":") and len(naam) <= _LANGSTE_NAAM and bool(rest.strip())
    return rest.strip() if is_kop and _is_name(naam[:-1]) else tekst


def _is_name(regel: str) -> bool:
    """Whether this is written as a name of several words is: "J. van den Berg", "Berg, Jan van den"."""
    woorden = [woord for woord in regel.replace(",", " ").split() if woord not in _TUSSENVOEGSELS]
    is_geschreven = all(woord[0].isupper() and re.sub("[.'’-]", "", woord).isalpha() for woord in woorden)
    is_gewoon = Status.parse(regel) is not None or bool({fold(woord) for woord in woorden} & _GEEN_NAAM)
    return len(woorden) > 1 and is_geschreven and not is_gewoon


class Aanhang:
    """Tells comments, text boxes and the like of one file, each where it hangs."""

    def __init__(self, bestand: str):
        self.bestand = bestand
        self._meldpunt = Meldpunt()
        self._teksten: list[tuple[Code, str, str, str]] = []

    def tell_all(self, strip: Strip, meldpunt: Meldpunt | None = None) -> list[Bevinding]:
        """Return what there is to tell. What `strip` leaves of a comment is told: ours do not count for any limit.

        `meldpunt` is where the texts go, the one of this file unless it is given.
        """
        teksten, self._teksten = self._teksten, []
        van_teksten = self._meldpunt if meldpunt is None else meldpunt
        for code, blad, cel, tekst in teksten:
            if eigen := strip(tekst) if code is Code.OPMERKING_NIET_GELEZEN else tekst:
                van_teksten.tell(code, Plek(self.bestand, blad, cel), waarden={"waarde": eigen})
        return [*self._meldpunt.bevindingen, *(meldpunt.bevindingen if meldpunt is not None else ())]

    def tell(self, code: Code, blad: str = "", cel: str = "", **waarden: object) -> None:
        """Tell something of a sheet or of the whole file."""
        self._meldpunt.tell(code, Plek(self.bestand, blad, cel), waarden=waarden)

    def add_opmerking(self, blad: str, cel: str, tekst: str, *, has_auteur: bool = True) -> None:
        """Keep a comment on a cell, to be told. Where its author is not known, a name above it is taken for it."""
        if heel := one_newline(tekst.strip()):
            eigen = heel if has_auteur else _without_name(heel)
            self._teksten.append((Code.OPMERKING_NIET_GELEZEN, blad, cel, eigen))

    def add_tekstvak(self, blad: str, cel: str, tekst: str) -> None:
        """Keep a text box, or a shape with text in it, to be told."""
        if tekst.strip():
            self._teksten.append((Code.TEKSTVAK_NIET_GELEZEN, blad, cel, one_newline(tekst.strip())))

    def count(self, soort: str, blad: str, aantal: int) -> None:
        """Tell how many there are of something that holds no text."""
        if aantal:
            self.tell(Code.LOS_VOORWERP, blad, wat=enkelvoud_of_meervoud(aantal, *_SOORTEN[soort]))
