"""Rows of another gemeente that were pasted on a sheet: below a title that names her they are no answers of its own."""

from dataclasses import dataclass
from typing import NamedTuple

from actieplan_xl.domain.adres import format_adres
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.words import Bladen, fold
from actieplan_xl.reading.afzender import bare_title
from actieplan_xl.reading.formulier import Formulier, Regel, Veld
from actieplan_xl.reading.rijmelder import Rijmelder, first_filled, in_words

_LANGSTE = 200
"""A title is no longer than this."""


class Titel(NamedTuple):
    """A title between the rows that names another gemeente. `is_onze`: in our words, so that all below it is hers."""

    veld: Veld
    is_onze: bool


@dataclass
class Andermans:
    """Follows the titles between the rows of a sheet; `titel` is the one that holds, None for the sender's own."""

    plan: Plan
    melder: Rijmelder
    titel: Titel | None = None

    def start(self, formulier: Formulier) -> None:
        """Begin with the title above the table. The hidden sheet knows better whose the sheet is, but not where her own
        title stands lower, below a block that was pasted over it."""
        boven = [Veld(tekst, plaats) for plaats, tekst in formulier.boven.items()]
        anderen = [veld for veld in boven if self._whose(veld) and _is_onze(veld)]
        lager = [veld for regel in formulier.regels for veld in (regel.nr, regel.actie) if _is_onze(veld)]
        if anderen and not any(map(self._is_own, boven)) and any(map(self._is_own, lager)):
            self.titel = Titel(anderen[0], is_onze=True)

    def note(self, regel: Regel) -> bool:
        """Note where a row that is no actie says whose rows follow; return whether it is a title in our words."""
        for veld in (regel.nr, regel.actie):
            if self._whose(veld) and (_is_onze(veld) or _is_alone(regel)):
                self.titel = None if self._is_own(veld) else Titel(veld, _is_onze(veld))
                return _is_onze(veld)
        return False

    def _whose(self, veld: Veld) -> set[str]:
        titel = bare_title(veld.tekst) if len(veld.tekst) <= _LANGSTE else ""
        return {gemeente.naam for gemeente in self.plan.find_gemeenten(titel)}

    def _is_own(self, veld: Veld) -> bool:
        return self._whose(veld) == {gemeente.naam for gemeente in self.plan.find_gemeenten(self.melder.wie)}

    def tell(self, titel: Titel, regel: Regel, nr: str) -> None:
        """Tell a row below the title of another gemeente. A name alone may be a heading of hers in what follows, but
        never makes an answer on an actie of the plan the sender's."""
        wat = () if nr in self.plan.actie_op_nr else (regel.nr, regel.actie)
        velden = (*wat, regel.status, regel.planning, regel.toelichting)
        waarden = {"titel": titel.veld.tekst, "waar": format_adres(titel.veld.plaats), "naam": self.melder.wie}
        plek = self.melder.plek(first_filled(velden))
        self.melder.tell(Code.RIJ_VAN_ANDER, plek, nr, waarde=in_words(velden), **waarden)


def _is_onze(veld: Veld) -> bool:
    """Whether a text begins as the title of an invulblad."""
    return fold(veld.tekst[:_LANGSTE]).startswith(fold(Bladen.INVULBLAD))


def _is_alone(regel: Regel) -> bool:
    """Whether one text is all that stands on a row."""
    return not regel.is_ingevuld and not regel.overig and (regel.nr.is_leeg or regel.actie.is_leeg)
