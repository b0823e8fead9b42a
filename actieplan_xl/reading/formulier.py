"""An invulblad as it lies on the table: its rows as typed, its title, and what hides on it.

Nothing is judged here. Which actie a row is and what its answer means is decided in `antwoorden`, against a plan.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from actieplan_xl.domain.adres import Plaats, parse_bereik
from actieplan_xl.domain.doorgehaald import with_strike
from actieplan_xl.domain.matrixcel import format_stand
from actieplan_xl.domain.status import Kleur
from actieplan_xl.domain.words import CONTROLE_ZINNEN, EIGEN_ACTIES, Bladen, Koppen, fold
from actieplan_xl.reading.communicatie import is_communicatie
from actieplan_xl.reading.tabel import Kop, find_kop
from actieplan_xl.reading.verborgen import Verborgen, choose_verborgen, read_alle_verborgen
from actieplan_xl.reading.vervolg import Vervolg
from actieplan_xl.reading.werkboek.boek import Sheet, Werkboek
from actieplan_xl.reading.werkboek.cells import Soort

VELDEN = (Koppen.NR, Koppen.ACTIE, Koppen.STATUS, Koppen.PLANNING, Koppen.TOELICHTING)
"""The headings of the columns that are read, in the order of `Regel`."""

_ZONDER_STATUS = (Koppen.ACTIE, Koppen.PLANNING, Koppen.TOELICHTING)


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


_GEEN_VELD = Veld()


class Regel(NamedTuple):
    """One row under the header.

    `overig` are filled cells in columns we did not make, with their heading ("" when there is none). `vorige` is what
    the column `Vorige stand` shows.
    """

    nr: Veld
    actie: Veld
    status: Veld
    planning: Veld
    toelichting: Veld
    vorige: str
    overig: tuple[tuple[str, Veld], ...]
    is_eigen: bool

    @property
    def is_ingevuld(self) -> bool:
        """Whether a gemeente typed or coloured something in the cells that are hers."""
        velden = (self.status, self.planning, self.toelichting)
        gekleurd = (self.status, self.planning)  # a colour there may be an answer
        return any(not veld.is_leeg for veld in velden) or any(veld.kleur is not Kleur.GEEN for veld in gekleurd)


@dataclass(frozen=True)
class Formulier:
    """One invulblad sheet with what belongs to it."""

    sheet: Sheet
    kop: Kop
    verborgen: Verborgen
    communicatie: tuple[Sheet, ...] = ()

    @property
    def ontbrekende_koppen(self) -> tuple[str, ...]:
        """Which of the columns a gemeente fills in are gone."""
        nodig = (Koppen.STATUS, Koppen.PLANNING, Koppen.TOELICHTING)
        return tuple(woord for woord in nodig if self.kop.kolom(woord) is None)

    @cached_property
    def boven(self) -> dict[Plaats, str]:
        """The texts above the header, by place."""
        return {plaats: tekst for plaats, tekst in self.sheet.texts() if plaats[0] < self.kop.rij}

    @property
    def titels(self) -> tuple[str, ...]:
        """The texts above the header, in the order in which they are read."""
        return tuple(self.boven.values())

    @cached_property
    def regels(self) -> tuple[Regel, ...]:
        """The rows under the header."""
        return tuple(_read_regels(self.sheet, self.kop, self.verborgen))

    @cached_property
    def onder_samenvoeging(self) -> dict[Plaats, Plaats]:
        """The cells to fill in that a merge hides, each with the cell it was merged with."""
        kolommen = [kolom for woord in VELDEN if (kolom := self.kop.kolom(woord))]
        laatste = max(self.sheet.rijen, default=0)
        bedekt: dict[Plaats, Plaats] = {}
        for bereik in self.sheet.inhoud.samengevoegd:
            if (hoeken := parse_bereik(bereik)) is None:
                continue
            begin, (tot_rij, tot_kolom) = hoeken
            for rij in range(max(begin[0], self.kop.rij + 1), min(tot_rij, laatste) + 1):
                for kolom in kolommen:
                    if begin[1] <= kolom <= tot_kolom and (rij, kolom) != begin:
                        bedekt.setdefault((rij, kolom), begin)
        return bedekt


def read_formulieren(boek: Werkboek) -> list[Formulier]:
    """Return the invulbladen in a workbook, in the order of its sheets; [] when there are none.

    A sheet is one when it has a header row with `Status` beside `Nr` or `Actie`, whatever its name. With several of
    them a hidden sheet speaks for those of its own gemeente.
    """
    gevonden = [(sheet, kop) for sheet in boek.sheets if (kop := find_header(sheet))]
    alle = read_alle_verborgen(boek)
    formulieren = []
    for sheet, kop in gevonden:
        formulier = Formulier(sheet, kop, Verborgen(), _communicatie_after(boek, sheet, [s for s, _ in gevonden]))
        if len(gevonden) == 1:
            verborgen = alle[0] if alle else Verborgen()
        else:
            verborgen = choose_verborgen(alle, (*formulier.titels, sheet.naam))
        formulieren.append(Formulier(sheet, kop, verborgen, formulier.communicatie))
    return formulieren


def find_header(sheet: Sheet) -> Kop | None:
    """Return the header row of an invulblad, or None. One without `Status` still has all the other words."""
    kop = (
        find_kop(sheet, (Koppen.NR, Koppen.STATUS))
        or find_kop(sheet, (Koppen.ACTIE, Koppen.STATUS))
        or find_kop(sheet, _ZONDER_STATUS)
    )
    # With columns for where it was read it is a list of our own: `Gegevens` or `Eigen acties` of a regiowerkboek.
    return None if kop is None or (kop.kolom(Koppen.GEMEENTE) and kop.kolom("bestand")) else kop


def _communicatie_after(boek: Werkboek, sheet: Sheet, formulieren: list[Sheet]) -> tuple[Sheet, ...]:
    """Return the sheets with moments of communication that belong to an invulblad.

    With one invulblad those are all such sheets; with several the ones that follow it before the next begins.
    """
    if len(formulieren) == 1:
        return tuple(ander for ander in boek.sheets if ander is not sheet and is_communicatie(ander))
    volgende = boek.sheets[boek.sheets.index(sheet) + 1 :]
    eigen = takewhile(lambda ander: ander not in formulieren, volgende)
    return tuple(ander for ander in eigen if is_communicatie(ander))


def _read_regels(sheet: Sheet, kop: Kop, verborgen: Verborgen) -> Iterator[Regel]:
    plaatsen = [kop.kolom(woord) for woord in VELDEN]
    vorige, controle = kop.kolom(Koppen.VORIGE_STAND), kop.kolom(Koppen.CONTROLE)
    vervolg = Vervolg(sheet.werkboek)
    is_eigen = False
    # Hand-coloured cells may hold nothing else, so rows are taken from all cells that were kept.
    for rij in sorted({rij for rij, _ in sheet.inhoud.cells if rij > kop.rij}):
        nr, actie, status, planning, toelichting = [_veld(sheet, rij, kolom, vervolg) for kolom in plaatsen]
        extra = tuple(
            (kop.koppen.get(kolom, ""), veld)
            for kolom in sheet.rijen.get(rij, ())
            if kolom not in plaatsen
            and not (veld := _veld(sheet, rij, kolom, vervolg)).is_leeg
            and not (kolom == controle and _is_controle(sheet, veld))
            and not (kolom == vorige and _is_vorige_stand(veld, nr, verborgen))
        )
        if not is_eigen and _is_eigen_heading(nr, actie, (status, planning, toelichting)) and not extra:
            is_eigen = True
            if all(_is_our_heading(tekst, verborgen) for tekst in (nr.tekst, actie.tekst) if tekst):
                continue
        stand = vervolg.whole(sheet.text(rij, vorige)) if vorige else ""
        yield Regel(nr, actie, status, planning, toelichting, stand, extra, is_eigen)


def _is_controle(sheet: Sheet, veld: Veld) -> bool:
    """Whether a cell holds our own check; one that says nothing looks like a formula without outcome."""
    return (
        veld.soort is Soort.NIET_BEREKEND
        or veld.tekst in CONTROLE_ZINNEN
        or (veld.soort is Soort.FOUT and veld.plaats in sheet.inhoud.formules)
    )


def _is_vorige_stand(veld: Veld, nr: Veld, verborgen: Verborgen) -> bool:
    """Whether a cell says what we wrote there. Without the hidden sheet that cannot be known."""
    stand = verborgen.standen.get(nr.tekst)
    if verborgen.vast is None and not verborgen.standen:
        return True
    return stand is not None and format_stand(stand) == veld.tekst


_LANGSTE_KOPJE = 300
_KOPJE = re.compile(r"eigen acties( van (?P<naam>.+?)( wat (?P=naam) zelf nog wil toevoegen mag leeg blijven)?)?")


def _is_our_heading(tekst: str, verborgen: Verborgen) -> bool:
    if verborgen.vast is not None:
        return verborgen.vast.knows(Bladen.INVULBLAD, tekst)
    gevonden = _KOPJE.fullmatch(fold(tekst)) if len(tekst) <= _LANGSTE_KOPJE else None
    return gevonden is not None and len((gevonden["naam"] or "").split()) <= 4


def _is_eigen_heading(nr: Veld, actie: Veld, velden: tuple[Veld, ...]) -> bool:
    """Whether a row is the heading above the eigen acties, and holds nothing else."""
    tekst = fold(nr.tekst or actie.tekst)
    return tekst.startswith(fold(EIGEN_ACTIES)) and all(veld.is_leeg for veld in velden)


def _veld(sheet: Sheet, rij: int, kolom: int | None, vervolg: Vervolg) -> Veld:
    if kolom is None:
        return _GEEN_VELD
    cell = sheet.inhoud.cells.get((rij, kolom))
    if cell is None:
        return Veld(plaats=(rij, kolom))
    soort = Soort.VREEMD if sheet.is_no_date(cell) else cell.soort
    kleur, doorgehaald = sheet.werkboek.stijlen.kleur(cell.stijl), sheet.doorgehaald.get((rij, kolom), "")
    getypt = sheet.typed(cell)
    tekst = vervolg.whole(getypt)
    return Veld(tekst, (rij, kolom), soort, kleur, tekst if doorgehaald == getypt else doorgehaald)
