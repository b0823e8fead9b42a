"""An invulblad as it lies on the table: its rows as typed, its title, and what its hidden sheet says of itself.

Nothing is judged here. Which actie a row is and what its answer means is decided in `antwoorden`, against a plan.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.matrixcel import format_stand
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.plancode import decode_plan, plan_id
from actieplan_xl.domain.status import Kleur, Status
from actieplan_xl.domain.words import CONTROLE_BEGINT_MET, EIGEN_ACTIES, Bladen, Koppen, fold
from actieplan_xl.reading.cells import Plaats, Soort
from actieplan_xl.reading.communicatie import is_communicatie
from actieplan_xl.reading.tabel import Kop, find_kop
from actieplan_xl.reading.werkboek import Sheet, Werkboek

_KOPPEN = (Koppen.NR, Koppen.ACTIE, Koppen.STATUS, Koppen.PLANNING, Koppen.TOELICHTING)
_EIGEN_TEKST_VAN_ONS = (Koppen.VORIGE_STAND, Koppen.CONTROLE)
_VERPLICHT = (Koppen.PLANNING, Koppen.TOELICHTING)


class Veld(NamedTuple):
    """One cell of a row: what was typed, where, what kind of value it was and the hue it was given by hand."""

    tekst: str = ""
    plaats: Plaats = (0, 0)
    soort: Soort = Soort.LEEG
    kleur: Kleur = Kleur.GEEN

    @property
    def is_leeg(self) -> bool:
        """Whether nothing was typed here."""
        return self.soort is Soort.LEEG or not (self.tekst or self.soort is Soort.NIET_BEREKEND)


class Regel(NamedTuple):
    """One row under the header.

    `overig` are filled cells in columns we did not make, with their heading ("" when there is none).
    """

    nr: Veld
    actie: Veld
    status: Veld
    planning: Veld
    toelichting: Veld
    overig: tuple[tuple[str, Veld], ...]
    is_eigen: bool

    @property
    def is_ingevuld(self) -> bool:
        """Whether a gemeente typed or coloured something in the cells that are hers."""
        velden = (self.status, self.planning, self.toelichting)
        return any(not veld.is_leeg for veld in velden) or self.status.kleur is not Kleur.GEEN


@dataclass(frozen=True, slots=True)
class Verborgen:
    """What the hidden sheet says: whose invulblad this is, for which plan, with which previous states."""

    gemeente: str = ""
    plan: Plan | None = None
    plan_id: str = ""
    standen: Mapping[str, Stand] = field(default_factory=dict)
    niet_gedeeld: frozenset[str] = frozenset()
    """Numbers of acties whose previous state is not the same for all gemeenten of the kolom."""


@dataclass(frozen=True, slots=True)
class Formulier:
    """One invulblad sheet with what belongs to it."""

    sheet: Sheet
    titels: tuple[str, ...]
    regels: tuple[Regel, ...]
    ontbrekende_koppen: tuple[str, ...]
    verborgen: Verborgen
    communicatie: Sheet | None = None


def read_formulieren(boek: Werkboek) -> list[Formulier]:
    """Return the invulbladen in a workbook, in the order of its sheets; [] when there are none.

    A sheet is one when it has a header row with `Status` beside `Nr` or `Actie`, whatever its name. With several
    of them the hidden sheet speaks for none: it was made for one.
    """
    gevonden = [(sheet, kop) for sheet in boek.sheets if (kop := _find_header(sheet))]
    verborgen = read_verborgen(boek)
    if len(gevonden) > 1:
        verborgen = Verborgen(plan=verborgen.plan, plan_id=verborgen.plan_id)
    return [
        _read_formulier(sheet, kop, verborgen, _communicatie_after(boek, sheet, [s for s, _ in gevonden]))
        for sheet, kop in gevonden
    ]


def _find_header(sheet: Sheet) -> Kop | None:
    kop = find_kop(sheet, (Koppen.NR, Koppen.STATUS)) or find_kop(sheet, (Koppen.ACTIE, Koppen.STATUS))
    # With columns for where it was read it is a list of our own: `Gegevens` or `Eigen acties` of a regiowerkboek.
    return None if kop is None or (kop.kolom(Koppen.GEMEENTE) and kop.kolom("bestand")) else kop


def _communicatie_after(boek: Werkboek, sheet: Sheet, formulieren: list[Sheet]) -> Sheet | None:
    """Return the sheet with moments of communication that belongs to an invulblad.

    With one invulblad that is any such sheet; with several the one that follows it before the next begins.
    """
    if len(formulieren) == 1:
        return next((ander for ander in boek.sheets if ander is not sheet and is_communicatie(ander)), None)
    for volgende in boek.sheets[boek.sheets.index(sheet) + 1 :]:
        if volgende in formulieren:
            return None
        if is_communicatie(volgende):
            return volgende
    return None


def _read_formulier(sheet: Sheet, kop: Kop, verborgen: Verborgen, communicatie: Sheet | None) -> Formulier:
    titels = tuple(
        tekst
        for rij, cells in sheet.rijen.items()
        if rij < kop.rij
        for kolom in cells
        if (tekst := sheet.text(rij, kolom))
    )
    ontbreekt = tuple(woord for woord in _VERPLICHT if kop.kolom(woord) is None)
    regels = tuple(_read_regels(sheet, kop, verborgen))
    return Formulier(sheet, titels, regels, ontbreekt, verborgen, communicatie)


def _read_regels(sheet: Sheet, kop: Kop, verborgen: Verborgen) -> Iterator[Regel]:
    plaatsen = [kop.kolom(woord) for woord in _KOPPEN]
    vorige, controle = (kop.kolom(woord) for woord in _EIGEN_TEKST_VAN_ONS)
    is_eigen = False
    # Hand-coloured cells may hold nothing else, so rows are taken from all cells that were kept.
    for rij in sorted({rij for rij, _ in sheet.inhoud.cells if rij > kop.rij}):
        nr, actie, status, planning, toelichting = (_veld(sheet, rij, kolom) for kolom in plaatsen)
        extra = tuple(
            (kop.koppen.get(kolom, ""), veld)
            for kolom in sheet.rijen.get(rij, ())
            if kolom not in plaatsen
            and not (veld := _veld(sheet, rij, kolom)).is_leeg
            and not (kolom == controle and _is_controle(veld))
            and not (kolom == vorige and _is_vorige_stand(veld, nr, verborgen))
        )
        if not is_eigen and _is_eigen_heading(nr, actie, (status, planning, toelichting)) and not extra:
            is_eigen = True
            continue
        yield Regel(nr, actie, status, planning, toelichting, extra, is_eigen)


def _is_controle(veld: Veld) -> bool:
    """Whether a cell holds our own check; one that says nothing looks like a formula without outcome."""
    return veld.soort is Soort.NIET_BEREKEND or veld.tekst.startswith(CONTROLE_BEGINT_MET)


def _is_vorige_stand(veld: Veld, nr: Veld, verborgen: Verborgen) -> bool:
    """Whether a cell says what we wrote there. Without the hidden sheet that cannot be known."""
    stand = verborgen.standen.get(nr.tekst)
    return not verborgen.standen or (stand is not None and format_stand(stand) == veld.tekst)


def _is_eigen_heading(nr: Veld, actie: Veld, velden: tuple[Veld, ...]) -> bool:
    """Whether a row is the heading above the eigen acties, and holds nothing else."""
    tekst = fold(nr.tekst or actie.tekst)
    return tekst.startswith(fold(EIGEN_ACTIES)) and all(veld.is_leeg for veld in velden)


def _veld(sheet: Sheet, rij: int, kolom: int | None) -> Veld:
    if kolom is None:
        return Veld()
    cell = sheet.cell(rij, kolom)
    return Veld(sheet.text(rij, kolom), (rij, kolom), cell.soort, sheet.kleur(rij, kolom))


def read_verborgen(boek: Werkboek) -> Verborgen:
    """Return what the hidden sheet says; whatever in it cannot be trusted is left out."""
    sheet = boek.find_sheet(Bladen.VERBORGEN)
    if sheet is None:
        return Verborgen()
    delen: dict[str, str] = {}
    for rij in sheet.rijen:
        naam = sheet.text(rij, 1)
        # Long texts run on over several rows with the same name; nothing between them may be trimmed.
        delen[naam] = delen.get(naam, "") + sheet.cell(rij, 2).ruw
    plan, vingerafdruk = _decode(delen.get("plan", ""))
    return Verborgen(
        delen.get("gemeente", "").strip(),
        plan,
        vingerafdruk,
        _decode_standen(delen.get("standen", "")),
        frozenset(delen.get("niet gedeeld", "").split()),
    )


@lru_cache(maxsize=8)
def _decode(tekst: str) -> tuple[Plan | None, str]:
    """Decode a plan; the hundreds of invulbladen of one round carry the same text."""
    try:
        plan = decode_plan(tekst)
    except ValueError:
        return None, ""
    return plan, plan_id(plan)


def encode_standen(standen: Mapping[str, Stand]) -> str:
    """Return previous states as the text that the hidden sheet carries."""
    ruw = {nr: [str(stand.status), stand.planning] for nr, stand in standen.items()}
    return json.dumps(ruw, ensure_ascii=False, separators=(",", ":"))


def _decode_standen(tekst: str) -> dict[str, Stand]:
    try:
        ruw = json.loads(tekst)
        return {str(nr): Stand(Status(status), _whole(planning)) for nr, (status, planning) in ruw.items()}
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _whole(ruw: object) -> str:
    tekst = str(ruw)
    tekst.encode()  # half a character (a lone surrogate) is a ValueError
    return tekst
