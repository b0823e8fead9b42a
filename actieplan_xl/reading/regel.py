"""A row of an invulblad as it was typed: its cells, each with its place, its kind, its hue and what was struck out."""

from typing import NamedTuple

from actieplan_xl.domain.adres import Plaats
from actieplan_xl.domain.doorgehaald import with_strike
from actieplan_xl.domain.status import Kleur
from actieplan_xl.domain.words import Koppen
from actieplan_xl.reading.vervolg import Vervolg
from actieplan_xl.reading.werkboek.boek import Sheet
from actieplan_xl.reading.werkboek.cells import Soort

VELDEN = (Koppen.NR, Koppen.ACTIE, Koppen.STATUS, Koppen.PLANNING, Koppen.TOELICHTING)
"""The headings of the columns that are read, in the order of `Regel`."""

ANTWOORDVELDEN = (Koppen.STATUS, Koppen.PLANNING, Koppen.TOELICHTING)
"""Those in which a gemeente answers: under another heading nothing of it counts."""


class Veld(NamedTuple):
    """One cell of a row: what was typed, where, what kind of value it was and the hue it was given by hand.

    `doorgehaald` is what of it somebody drew a line through.
    """

    tekst: str = ""
    plaats: Plaats = (0, 0)
    soort: Soort = Soort.LEEG
    kleur: Kleur = Kleur.GEEN
    doorgehaald: str = ""

    @property
    def overgenomen(self) -> str:
        """The text as it is taken over: with what was struck out of it."""
        return with_strike(self.tekst, self.doorgehaald)

    @property
    def is_leeg(self) -> bool:
        """Whether nothing was typed here."""
        return self.soort is Soort.LEEG or not (self.tekst or self.soort is Soort.NIET_BEREKEND)


class Regel(NamedTuple):
    """One row of the table.

    `overig` are filled cells in columns we did not make, with their heading ("" when there is none). `vorige` is what
    the column `Vorige stand` shows: ours, unless somebody typed over it.
    """

    nr: Veld
    actie: Veld
    status: Veld
    planning: Veld
    toelichting: Veld
    vorige: Veld
    overig: tuple[tuple[str, Veld], ...]
    is_eigen: bool
    rij: int

    @property
    def is_ingevuld(self) -> bool:
        """Whether a gemeente typed or coloured something in the cells that are hers."""
        velden = (self.status, self.planning, self.toelichting)
        gekleurd = (self.status, self.planning)  # a colour there may be an answer
        return any(not veld.is_leeg for veld in velden) or any(veld.kleur is not Kleur.GEEN for veld in gekleurd)

    @property
    def is_blank(self) -> bool:
        """Whether no number and no actie stands on it."""
        return self.nr.is_leeg and self.actie.is_leeg


def read_veld(sheet: Sheet, rij: int, kolom: int | None, vervolg: Vervolg) -> Veld:
    """Return the cell of a row in a column, whole; an empty one when nothing stands there or no such column is."""
    if kolom is None:
        return Veld()
    cell = sheet.inhoud.cells.get((rij, kolom))
    if cell is None:
        return Veld(plaats=(rij, kolom))
    soort = Soort.VREEMD if sheet.is_no_date(cell) else cell.soort
    kleur, doorgehaald = sheet.werkboek.stijlen.kleur(cell.stijl), sheet.doorgehaald.get((rij, kolom), "")
    getypt = sheet.typed(cell)
    tekst = vervolg.whole(getypt)
    return Veld(tekst, (rij, kolom), soort, kleur, tekst if doorgehaald == getypt else doorgehaald)
