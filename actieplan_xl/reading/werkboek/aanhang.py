"""What there is to tell of things that hang on a workbook beside its cells, whatever its format calls them."""

from collections.abc import Callable

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.domain.words import enkelvoud_of_meervoud
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


Strip = Callable[[str], str]
"""Takes out of a comment what is not the gemeente's own; "" when nothing is left."""


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

    def add_opmerking(self, blad: str, cel: str, tekst: str) -> None:
        """Keep a comment on a cell, to be told."""
        if tekst.strip():
            self._teksten.append((Code.OPMERKING_NIET_GELEZEN, blad, cel, one_newline(tekst.strip())))

    def add_tekstvak(self, blad: str, cel: str, tekst: str) -> None:
        """Keep a text box, or a shape with text in it, to be told."""
        if tekst.strip():
            self._teksten.append((Code.TEKSTVAK_NIET_GELEZEN, blad, cel, one_newline(tekst.strip())))

    def count(self, soort: str, blad: str, aantal: int) -> None:
        """Tell how many there are of something that holds no text."""
        if aantal:
            self.tell(Code.LOS_VOORWERP, blad, wat=enkelvoud_of_meervoud(aantal, *_SOORTEN[soort]))
