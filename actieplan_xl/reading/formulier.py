"""An invulblad as it lies on the table: its rows as typed, its title, and what hides on it.

Nothing is judged here. Which actie a row is and what its answer means is decided in `antwoorden`, against a plan.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from actieplan_xl.domain.adres import Plaats, parse_bereik
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.words import CONTROLE_ZINNEN, EIGEN_ACTIES, Koppen, fold, has_sign
from actieplan_xl.reading.communicatie import is_communicatie
from actieplan_xl.reading.correctieblad import find_correctiekop
from actieplan_xl.reading.koprij import (
    choose_columns,
    find_controle,
    find_damaged_header,
    find_header,
    find_hernoemd,
    find_rows_above,
    is_whole,
)
from actieplan_xl.reading.regel import ANTWOORDVELDEN, VELDEN, Regel, Veld, read_veld
from actieplan_xl.reading.tabel import Kop
from actieplan_xl.reading.verborgen import Verborgen, choose_verborgen, read_alle_verborgen
from actieplan_xl.reading.vervolg import Vervolg
from actieplan_xl.reading.werkboek.boek import Sheet, Werkboek
from actieplan_xl.reading.werkboek.cells import Soort


@dataclass(frozen=True)
class Formulier:
    """One invulblad sheet with what belongs to it."""

    sheet: Sheet
    kop: Kop
    verborgen: Verborgen
    communicatie: tuple[Sheet, ...] = ()
    plan: Plan | None = None
    """The plan against which it is read: by its words rows are known that stand where nobody expects them."""

    @property
    def ontbrekende_koppen(self) -> tuple[str, ...]:
        """Which of the columns a gemeente fills in are gone."""
        er_nog = self.hernoemd.values()
        return tuple(woord for woord in ANTWOORDVELDEN if self.kop.kolom(woord) is None and woord not in er_nog)

    @cached_property
    def hernoemd(self) -> dict[int, str]:
        """The columns whose heading was typed over, with what we called them."""
        gevonden = find_hernoemd(self.kop, self.verborgen)
        return {kolom: woord for kolom, woord in gevonden.items() if kolom != self.achtergebleven}

    @cached_property
    def achtergebleven(self) -> int | None:
        """The column `Controle`, where somebody sorted the others with their header and left this one as it was."""
        return None if self.kop.kolom(Koppen.CONTROLE) else find_controle(self.sheet, self.kop)

    @cached_property
    def onbeslist(self) -> dict[int, str]:
        """The columns with a heading to answer under that stands there more than once, and nothing says which is ours:
        none of them counts."""
        dubbel = [woord for woord in ANTWOORDVELDEN if self.kop.kolom(woord) is None]
        return {kolom: woord for woord in dubbel for kolom in self.kop.kolommen(woord)}

    def kolom(self, woord: str) -> int | None:
        """Return the column that is read as `woord`. A renamed one is, unless it is one to answer in: what stands there
        was perhaps meant for something else."""
        if (kolom := self.kop.kolom(woord)) is not None or woord in ANTWOORDVELDEN:
            return kolom
        if woord == Koppen.CONTROLE and self.achtergebleven is not None:
            return self.achtergebleven
        return next((kolom for kolom, ander in self.hernoemd.items() if ander == woord), None)

    @cached_property
    def rijen_boven(self) -> frozenset[int]:
        """The rows above the header that are of the table: somebody sorted it with its header."""
        plannen = [plan for plan in (self.plan, self.verborgen.plan) if plan is not None]
        return find_rows_above(self.sheet, self.kop, [self.kolom(woord) for woord in VELDEN], plannen)

    @cached_property
    def boven(self) -> dict[Plaats, str]:
        """The texts above the table, by place."""
        return {
            plaats: tekst
            for plaats, tekst in self.sheet.texts()
            if plaats[0] < self.kop.rij and plaats[0] not in self.rijen_boven
        }

    @cached_property
    def titelrijen(self) -> frozenset[tuple[tuple[int, str], ...]]:
        """The rows above the table, each as its columns and texts."""
        rijen: dict[int, list[tuple[int, str]]] = {}
        for (rij, kolom), tekst in self.boven.items():
            rijen.setdefault(rij, []).append((kolom, tekst))
        return frozenset(map(tuple, rijen.values()))

    @cached_property
    def _beginsels(self) -> frozenset[tuple[int, str]]:
        """With what the rows above the table begin."""
        return frozenset(rij[0] for rij in self.titelrijen)

    def _is_heading(self, kolom: int, tekst: str) -> bool:
        return fold(tekst) == fold(self.kop.koppen.get(kolom, "")) and not has_sign(tekst)

    @property
    def titels(self) -> tuple[str, ...]:
        """The texts above the table, in the order in which they are read."""
        return tuple(self.boven.values())

    @cached_property
    def regels(self) -> tuple[Regel, ...]:
        """The rows of the table."""
        return tuple(_read_regels(self))

    def is_controle(self, plaats: Plaats, tekst: str) -> bool:
        """Whether a text is what our own check says, in its column; or the heading of that, left behind."""
        if plaats[1] != self.kolom(Koppen.CONTROLE):
            return False
        return tekst in CONTROLE_ZINNEN or (plaats[1] == self.achtergebleven and fold(tekst) == fold(Koppen.CONTROLE))

    def is_copy(self, rij: int) -> bool:
        """Whether a row holds nothing but what stands above it too, in the same columns: the header once more, as on
        each printed page, or a row of the title."""
        cells = self.sheet.rijen.get(rij, {})
        eerste = next(((kolom, tekst) for kolom, cell in cells.items() if (tekst := self.sheet.typed(cell))), None)
        if eerste is None or not (eerste in self._beginsels or self._is_heading(*eerste)):
            return False  # so nearly every row
        teksten = [(kolom, tekst) for kolom, cell in cells.items() if (tekst := self.sheet.typed(cell))]
        is_kop = len(teksten) > 1 and all(self._is_heading(kolom, tekst) for kolom, tekst in teksten)
        if is_kop or tuple(teksten) not in self.titelrijen:
            return is_kop
        # A word alone is perhaps hers in both places, and an answer is never a title.
        is_meer = len(teksten) > 1 or self.verborgen.wrote(teksten[0][1])
        return is_meer and teksten[0][0] in (self.kolom(Koppen.NR), self.kolom(Koppen.ACTIE))

    @cached_property
    def onder_samenvoeging(self) -> dict[Plaats, Plaats]:
        """The cells to fill in that a merge hides, each with the cell it was merged with."""
        kolommen = [kolom for woord in VELDEN if (kolom := self.kolom(woord))]
        laatste = max(self.sheet.rijen, default=0)
        bedekt: dict[Plaats, Plaats] = {}
        for bereik in self.sheet.inhoud.samengevoegd:
            if (hoeken := parse_bereik(bereik)) is None:
                continue
            begin, (tot_rij, tot_kolom) = hoeken
            for rij in range(begin[0], min(tot_rij, laatste) + 1):
                if rij <= self.kop.rij and rij not in self.rijen_boven:
                    continue
                for kolom in kolommen:
                    if begin[1] <= kolom <= tot_kolom and (rij, kolom) != begin:
                        bedekt.setdefault((rij, kolom), begin)
        return bedekt


def read_formulieren(boek: Werkboek, plan: Plan | None = None) -> list[Formulier]:
    """Return the invulbladen in a workbook, in the order of its sheets; [] when there are none.

    A sheet is one when it has a header row with `Status` beside `Nr` or `Actie`, whatever its name. Where a hidden
    sheet says that there is one, and no sheet has most of our headings, enough of them will do. With several of them a
    hidden sheet speaks for those of its own gemeente.
    """
    alle = read_alle_verborgen(boek)
    bladen = [sheet for sheet in boek.sheets if find_correctiekop(sheet) is None]
    gevonden = [(sheet, kop) for sheet in bladen if (kop := find_header(sheet))]
    if alle and not any(is_whole(kop) for _, kop in gevonden):
        koppen = ((sheet, find_header(sheet) or find_damaged_header(sheet)) for sheet in bladen)
        gevonden = [(sheet, kop) for sheet, kop in koppen if kop]
    gevonden = [(sheet, kop) for sheet, kop in gevonden if not _is_own_list(sheet, kop, gevonden, plan)]
    formulieren = []
    for sheet, kop in gevonden:
        communicatie = _communicatie_after(boek, sheet, [s for s, _ in gevonden])
        verborgen = alle[0] if alle else Verborgen()
        if len(gevonden) > 1:
            titels = Formulier(sheet, kop, Verborgen(), plan=plan).titels
            verborgen = choose_verborgen(alle, (*titels, sheet.naam))
        formulieren.append(Formulier(sheet, choose_columns(kop, verborgen), verborgen, communicatie, plan))
    return formulieren


def _is_own_list(sheet: Sheet, kop: Kop, naast: Sequence[tuple[Sheet, Kop]], plan: Plan | None) -> bool:
    """Whether a sheet is a list of somebody's own: no place for a planning or a remark, beside a sheet with most of our
    headings, and no name of a gemeente on it. It is told as a sheet that was not read."""
    if kop.kolom(Koppen.PLANNING) or kop.kolom(Koppen.TOELICHTING):
        return False
    titels = Formulier(sheet, kop, Verborgen(), plan=plan).titels
    namen = [fold(naam) for g in plan.gemeenten for naam in (g.naam, g.kolom)] if plan else []
    if any(f" {fold(titel)}".endswith(f" {naam}") for titel in (*titels, sheet.naam) for naam in namen):
        return False
    return not is_whole(kop) and any(is_whole(ander) for _, ander in naast)


def _communicatie_after(boek: Werkboek, sheet: Sheet, formulieren: list[Sheet]) -> tuple[Sheet, ...]:
    """Return the sheets with moments of communication that belong to an invulblad.

    With one invulblad those are all such sheets; with several the ones that follow it before the next begins.
    """
    if len(formulieren) == 1:
        return tuple(ander for ander in boek.sheets if ander is not sheet and is_communicatie(ander))
    volgende = boek.sheets[boek.sheets.index(sheet) + 1 :]
    eigen = takewhile(lambda ander: ander not in formulieren, volgende)
    return tuple(ander for ander in eigen if is_communicatie(ander))


def _read_regels(formulier: Formulier) -> Iterator[Regel]:
    sheet, kop, verborgen = formulier.sheet, formulier.kop, formulier.verborgen
    plaatsen = [formulier.kolom(woord) for woord in VELDEN]
    vorige, controle = formulier.kolom(Koppen.VORIGE_STAND), formulier.kolom(Koppen.CONTROLE)
    vervolg = Vervolg(sheet.werkboek)
    is_eigen = False
    # Hand-coloured cells may hold nothing else, so rows are taken from all cells that were kept.
    rijen = {rij for rij, _ in sheet.inhoud.cells if rij > kop.rij} | formulier.rijen_boven
    for rij in sorted(rijen):
        nr, actie, status, planning, toelichting = [read_veld(sheet, rij, kolom, vervolg) for kolom in plaatsen]
        stand = read_veld(sheet, rij, vorige, vervolg)
        extra = tuple(
            (kop.koppen.get(kolom, ""), veld)
            for kolom in sheet.rijen.get(rij, ())
            if kolom not in plaatsen
            and kolom != vorige
            and not (veld := read_veld(sheet, rij, kolom, vervolg)).is_leeg
            and not (kolom == controle and _is_controle(formulier, veld))
        )
        if _is_eigen_heading(nr, actie, (status, planning, toelichting)):
            is_eigen = True
            if all(_is_our_heading(tekst, verborgen) for tekst in (nr.tekst, actie.tekst) if tekst):
                # What was typed beside it is told; the heading itself is no actie.
                nr, actie, status = [Veld(plaats=veld.plaats) for veld in (nr, actie, status)]
        yield Regel(nr, actie, status, planning, toelichting, stand, extra, is_eigen, rij)


def _is_controle(formulier: Formulier, veld: Veld) -> bool:
    """Whether a cell holds our own check; one that says nothing looks like a formula without outcome."""
    return (
        veld.soort is Soort.NIET_BEREKEND
        or formulier.is_controle(veld.plaats, veld.tekst)
        or (veld.soort is Soort.FOUT and veld.plaats in formulier.sheet.inhoud.formules)
    )


_LANGSTE_KOPJE = 300
_KOPJE = re.compile(r"eigen acties( van (?P<naam>.+?)( wat (?P=naam) zelf nog wil toevoegen mag leeg blijven)?)?")


def _is_our_heading(tekst: str, verborgen: Verborgen) -> bool:
    gevonden = _KOPJE.fullmatch(fold(tekst)) if len(tekst) <= _LANGSTE_KOPJE else None
    if verborgen.vast is not None:
        # In full it is ours on any sheet: on one that was pasted below this one it names another gemeente.
        return verborgen.wrote(tekst) or (gevonden is not None and gevonden[2] is not None)
    return gevonden is not None and len((gevonden["naam"] or "").split()) <= 4


def _is_eigen_heading(nr: Veld, actie: Veld, velden: tuple[Veld, ...]) -> bool:
    """Whether a row is the heading above the eigen acties, and holds nothing else."""
    tekst = fold(nr.tekst or actie.tekst)
    return tekst.startswith(fold(EIGEN_ACTIES)) and all(veld.is_leeg for veld in velden)
