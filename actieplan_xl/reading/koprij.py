"""The header row of an invulblad: which columns are ours, also where somebody typed over a heading, and which rows are
below it, also where somebody sorted them above it."""

from collections.abc import Sequence
from dataclasses import replace

from actieplan_xl.domain.plan import Plan, parse_nr
from actieplan_xl.domain.status import Status
from actieplan_xl.domain.words import CONTROLE_ZINNEN, INVULBLAD_KOPPEN, Koppen, fold
from actieplan_xl.reading.tabel import Kop, find_kop
from actieplan_xl.reading.verborgen import Verborgen
from actieplan_xl.reading.werkboek.boek import Sheet

SOMS = (Koppen.VORIGE_STAND, Koppen.CONTROLE)
"""Those of columns that not every invulblad has."""

_GEVOUWEN = frozenset(map(fold, INVULBLAD_KOPPEN))
_ZONDER_STATUS = (Koppen.ACTIE, Koppen.PLANNING, Koppen.TOELICHTING)
_GENOEG, _MEESTE = 3, 4
"""So many of our headings in one row are no coincidence, `Te herstellen` has two and `Communicatie` one; and so many
nobody puts above a list of her own."""


def is_our_heading(tekst: str) -> bool:
    """Whether a text is a heading of an invulblad."""
    return fold(tekst) in _GEVOUWEN


def find_header(sheet: Sheet) -> Kop | None:
    """Return the header row of an invulblad, or None. One without `Status` still has all the other words."""
    kop = (
        find_kop(sheet, (Koppen.NR, Koppen.STATUS))
        or find_kop(sheet, (Koppen.ACTIE, Koppen.STATUS))
        or find_kop(sheet, _ZONDER_STATUS)
    )
    # With columns for where it was read it is a list of our own: `Gegevens` or `Eigen acties` of a regiowerkboek.
    return None if kop is None or (kop.kolom(Koppen.GEMEENTE) and kop.kolom("bestand")) else kop


def find_damaged_header(sheet: Sheet) -> Kop | None:
    """Return the header row of a sheet in a workbook of ours where so much was typed over that it has no `Status`."""
    for rij, koppen in sheet.koppen.items():
        if len(_GEVOUWEN & koppen) >= _GENOEG:
            return Kop(rij, {kolom: sheet.text(rij, kolom) for kolom in sheet.rijen[rij]})
    return None


def is_whole(kop: Kop) -> bool:
    """Whether most of our headings stand in a header row."""
    return _count(kop) >= _MEESTE


def _count(kop: Kop) -> int:
    return len(_GEVOUWEN & {fold(tekst) for tekst in kop.koppen.values()})


def choose_columns(kop: Kop, verborgen: Verborgen) -> Kop:
    """Return a header row in which is known which column counts where a heading of ours stands in several.

    That is the one in its place: as far from the nearest of our other headings as we put it.
    """
    onze = _ours(kop, verborgen)
    enkele = {woord: gevonden[0] for woord in onze if len(gevonden := kop.kolommen(woord)) == 1}
    gekozen: dict[str, int | None] = {}
    for plaats, woord in enumerate(onze):
        if len(kolommen := kop.kolommen(woord)) < 2:
            continue
        links = next((w for w in reversed(onze[:plaats]) if w in enkele), None)
        rechts = next((w for w in onze[plaats + 1 :] if w in enkele), None)
        verwacht = [enkele[buur] + plaats - onze.index(buur) for buur in (links, rechts) if buur is not None]
        stemmen = [verwacht.count(kolom) for kolom in kolommen]
        is_beslist = stemmen.count(max(stemmen)) == 1
        gekozen[fold(woord)] = kolommen[stemmen.index(max(stemmen))] if is_beslist else None
    return replace(kop, gekozen=gekozen)


def _ours(kop: Kop, verborgen: Verborgen) -> list[str]:
    """Return the headings that the sheet was sent with, in order."""
    return [woord for woord in INVULBLAD_KOPPEN if woord not in SOMS or verborgen.wrote(woord) or kop.kolommen(woord)]


def find_hernoemd(kop: Kop, verborgen: Verborgen) -> dict[int, str]:
    """Return the columns whose heading was typed over or emptied where it stood, with what we called them.

    That is only certain where as many columns stand between two of our headings as there should: of a column that is
    gone, or moved, nothing is said here.
    """
    if _count(kop) < _GENOEG:
        return {}
    hernoemd: dict[int, str] = {}
    links, weg = 0, list[str]()
    for woord in _ours(kop, verborgen):
        if (kolom := kop.kolom(woord)) is None:
            weg.append(woord)
            continue
        hernoemd.update(_between(kop, range(links + 1, kolom), weg))
        links, weg = kolom, []
    # Behind the last of ours there is no end to count to, only headings.
    achter = range(links + 1, links + 1 + len(weg))
    return hernoemd | (_between(kop, achter, weg) if all(kop.koppen.get(kolom) for kolom in achter) else {})


def _between(kop: Kop, kolommen: range, weg: list[str]) -> dict[int, str]:
    """Return which of the columns between two of our headings are the ones that are missing there."""
    if any(_may_be_ours(kop, kolom) for kolom in kolommen):
        return {}
    met_kop = [kolom for kolom in kolommen if kop.koppen.get(kolom)]
    for gevonden in (list(kolommen), met_kop):
        if weg and len(gevonden) == len(weg):
            return dict(zip(gevonden, weg, strict=True))
    return {}


def find_controle(sheet: Sheet, kop: Kop) -> int | None:
    """Return the column in which the heading `Controle` stands above the header row, with our own check or nothing
    beside that, or None."""
    gezocht = fold(Koppen.CONTROLE)
    for rij, koppen in sheet.koppen.items():
        if rij >= kop.rij or gezocht not in koppen:
            continue
        for kolom in sheet.rijen[rij]:
            if fold(sheet.text(rij, kolom)) == gezocht and kop.koppen.get(kolom, "") in ("", *CONTROLE_ZINNEN):
                return kolom
    return None


def _may_be_ours(kop: Kop, kolom: int) -> bool:
    """Whether a column has a heading of ours, and none of the same word in another column counts for it."""
    woord = fold(kop.koppen.get(kolom, ""))
    return woord in _GEVOUWEN and kop.gekozen.get(woord, kolom) in (kolom, None)


def find_rows_above(sheet: Sheet, kop: Kop, kolommen: Sequence[int | None], plannen: Sequence[Plan]) -> frozenset[int]:
    """Return the rows above the header that are of the table: somebody sorted it with its header.

    They are acties of the plan, and what was sorted along with them: an eigen actie has nothing that tells it from a
    note above the table but that it stands against such a row, or against the header with an answer beside it.
    `kolommen` are those of number, actie, status, planning and toelichting.
    """
    boven = [rij for rij in sheet.rijen if rij < kop.rij]
    gevonden: set[int] = set()
    misschien: set[int] = set()
    for rij in boven:
        nr, actie, status, *rest = [sheet.text(rij, kolom) if kolom else "" for kolom in kolommen]
        heeft_antwoord = bool(status or any(rest))
        is_regel = bool(fold(actie)) and any(fold(actie) in plan.regels[1] for plan in plannen)
        if is_regel or (parse_nr(nr) and (actie or heeft_antwoord)):
            gevonden.add(rij)
        elif not nr and (actie or heeft_antwoord):
            misschien.add(rij)
            is_antwoord = heeft_antwoord if actie else Status.parse(status) is not None
            if rij == kop.rij - 1 and is_antwoord:
                gevonden.add(rij)
    for volgorde, buur in ((boven, -1), (boven[::-1], 1)):
        for rij in volgorde:
            if rij in misschien and rij + buur in gevonden:
                gevonden.add(rij)
    return frozenset(gevonden)
