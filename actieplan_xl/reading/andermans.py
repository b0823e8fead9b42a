"""Rows of another gemeente that were pasted on a sheet: below a title that names her they are no answers of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from actieplan_xl.domain.adres import format_adres
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.matrixcel import parse_stand
from actieplan_xl.domain.plan import Actie, Plan
from actieplan_xl.domain.status import Kleur, Status
from actieplan_xl.domain.words import CONTROLE_ZINNEN, Bladen, fold
from actieplan_xl.reading.afzender import bare_title
from actieplan_xl.reading.buiten import calculated, looks_ours
from actieplan_xl.reading.formulier import Formulier
from actieplan_xl.reading.koprij import is_our_heading
from actieplan_xl.reading.regel import Regel, Veld
from actieplan_xl.reading.rijherkenning import Rijherkenning
from actieplan_xl.reading.rijmelder import Rijmelder, first_filled, in_words

_LANGSTE = 200
"""A title is no longer than this."""


_VAN = (" van ", " voor ")


class Titel(NamedTuple):
    """A title between the rows that names another gemeente. `is_onze`: in our words, so that all below it is hers."""

    veld: Veld
    is_onze: bool


@dataclass
class Andermans:
    """Follows the titles between the rows of a sheet; `titel` is the one that holds, None for the sender's own.

    `losse_titels` are the rows that are a title in words of somebody's own.
    """

    plan: Plan
    melder: Rijmelder
    herkenning: Rijherkenning
    titel: Titel | None = None
    losse_titels: frozenset[int] = frozenset()

    def start(self, formulier: Formulier) -> None:
        """Begin with the title above the table. The hidden sheet knows better whose the sheet is, but not where her own
        title stands lower, below a block that was pasted over it."""
        boven = [Veld(tekst, plaats) for plaats, tekst in formulier.boven.items()]
        anderen = [veld for veld in boven if self._whose(veld) and _is_onze(veld)]
        lager = [veld for regel in formulier.regels for veld in (regel.nr, regel.actie) if _is_onze(veld)]
        if anderen and not any(map(self._is_own, boven)) and any(map(self._is_own, lager)):
            self.titel = Titel(anderen[0], is_onze=True)
        self.losse_titels = self._find_losse_titels(formulier.regels)

    def _find_losse_titels(self, regels: Sequence[Regel]) -> frozenset[int]:
        """Return the rows that say whose answers follow, such as `Antwoorden van Landerd`.

        `Overleg voor Landerd` may as well be an eigen actie. It is a title where an actie that stands above it follows
        once more, before the next one.
        """
        titels = {regel.rij: _only(regel) for regel in regels if _is_alone(regel) and self._at_the_end(_only(regel))}
        if all(map(_is_onze, titels.values())):
            return frozenset()
        eerste: dict[str, int] = {}
        nummers = [actie.nr if (actie := self.herkenning.find(regel).actie) else "" for regel in regels]
        for regel, nr in zip(regels, nummers, strict=True):
            eerste.setdefault(nr, regel.rij)
        losse_titels: set[int] = set()
        hoogste = inf
        for regel, nr in zip(reversed(regels), reversed(nummers), strict=True):
            if nr:
                hoogste = min(hoogste, eerste[nr])
            elif regel.rij in titels:
                if hoogste < regel.rij and not _is_onze(titels[regel.rij]):
                    losse_titels.add(regel.rij)
                hoogste = inf
        return frozenset(losse_titels)

    def note(self, regel: Regel) -> bool:
        """Note where a row that is no actie says whose rows follow; return whether it is a title and no more."""
        if regel.rij in self.losse_titels and not (self.titel and self.titel.is_onze):
            veld = _only(regel)
            is_eigen = self._at_the_end(veld) == self._sender()
            self.titel = None if is_eigen else Titel(veld, is_onze=False)
            return not is_eigen
        for veld in (regel.nr, regel.actie):
            if self._whose(veld) and (_is_onze(veld) or _is_alone(regel)):
                self.titel = None if self._is_own(veld) else Titel(veld, _is_onze(veld))
                return _is_onze(veld) and _is_alone(regel)
        return False

    def _whose(self, veld: Veld) -> set[str]:
        titel = bare_title(veld.tekst) if len(veld.tekst) <= _LANGSTE else ""
        return {gemeente.naam for gemeente in self.plan.find_gemeenten(titel)}

    def _at_the_end(self, veld: Veld) -> set[str]:
        """Return whom a text names behind `van` or `voor`, as its end."""
        tekst = fold(veld.tekst) if len(veld.tekst) <= _LANGSTE else ""
        namen = [tekst.rpartition(woord)[2] for woord in _VAN if woord in tekst]
        gevonden = [self.plan.find_gemeenten(bare_title(naam)) for naam in namen]
        return {gemeente.naam for gemeenten in gevonden for gemeente in gemeenten}

    def _sender(self) -> set[str]:
        return {gemeente.naam for gemeente in self.plan.find_gemeenten(self.melder.wie)}

    def _is_own(self, veld: Veld) -> bool:
        return self._whose(veld) == self._sender()

    def has(self, actie: Actie | None) -> bool:
        """Whether a row, of that actie, is another's. A name alone may be a heading of the sender's in what follows,
        but never makes an answer on an actie of the plan hers."""
        return self.titel is not None and (self.titel.is_onze or actie is not None)

    def tell(self, titel: Titel, regel: Regel, actie: Actie | None) -> None:
        """Tell what another gemeente typed on a row of hers, in whatever column."""
        meer = [veld for _, veld in regel.overig if veld.tekst not in CONTROLE_ZINNEN]
        if not (regel.vorige.is_leeg or (titel.is_onze and parse_stand(regel.vorige.tekst))):
            meer.append(regel.vorige)
        is_bekend = actie is not None or regel.is_blank or self.herkenning.is_known_line(regel)
        wat = () if actie else (regel.nr, regel.actie)
        velden = (*wat, regel.status, regel.planning, regel.toelichting, *meer)
        if (is_bekend and not regel.is_ingevuld and not meer) or (actie is None and self._is_around_table(velden)):
            return
        waarden = {"titel": titel.veld.tekst, "waar": format_adres(titel.veld.plaats), "naam": self.melder.wie}
        plek, nr = self.melder.plek(first_filled(velden)), actie.nr if actie else regel.nr.tekst
        self.melder.tell(Code.RIJ_VAN_ANDER, plek, nr, waarde=in_words(velden), **waarden)

    def _is_around_table(self, velden: Iterable[Veld]) -> bool:
        """Whether a row holds nothing but what we write around a table: it came along. A status alone may be hers."""
        gevuld = [veld for veld in velden if not veld.is_leeg or veld.kleur is not Kleur.GEEN]
        is_van_ons = all(veld.tekst and self._is_our_text(veld.tekst) for veld in gevuld)
        return is_van_ons and any(Status.parse(veld.tekst) is None for veld in gevuld)

    def _is_our_text(self, tekst: str) -> bool:
        if self.herkenning.verborgen.wrote(tekst) or is_our_heading(tekst):
            return True
        return bool(calculated(tekst)) or looks_ours(self.plan, tekst)


def _is_onze(veld: Veld) -> bool:
    """Whether a text begins as the title of an invulblad."""
    return fold(veld.tekst[:_LANGSTE]).startswith(fold(Bladen.INVULBLAD))


def _only(regel: Regel) -> Veld:
    """Return the number, or without one the actie, of a row."""
    return regel.actie if regel.nr.is_leeg else regel.nr


def _is_alone(regel: Regel) -> bool:
    """Whether one text is all that stands on a row."""
    return not regel.is_ingevuld and not regel.overig and (regel.nr.is_leeg or regel.actie.is_leeg)
