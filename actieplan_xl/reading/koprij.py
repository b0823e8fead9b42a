"""The header row of an invulblad: which columns are ours, also where somebody typed over a heading, and which rows are
below it, also where somebody sorted them above it."""

from collections.abc import Collection, Sequence

from actieplan_xl.domain.plan import Plan, parse_nr
from actieplan_xl.domain.status import Status
from actieplan_xl.domain.words import Koppen, fold
from actieplan_xl.reading.tabel import Kop, find_kop
from actieplan_xl.reading.werkboek.boek import Sheet

KOPPEN = (
    Koppen.NR,
    Koppen.ACTIE,
    Koppen.VORIGE_STAND,
    Koppen.STATUS,
    Koppen.PLANNING,
    Koppen.TOELICHTING,
    Koppen.CONTROLE,
)
"""Our headings, in the order in which we put them."""

SOMS = (Koppen.VORIGE_STAND, Koppen.CONTROLE)
"""Those of columns that not every invulblad has."""

_GEVOUWEN = frozenset(map(fold, KOPPEN))
_ZONDER_STATUS = (Koppen.ACTIE, Koppen.PLANNING, Koppen.TOELICHTING)
_GENOEG, _MEESTE = 3, 4
"""So many of our headings in one row are no coincidence, `Te herstellen` has two and `Communicatie` one; and so many
nobody puts above a list of her own."""


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


def find_hernoemd(kop: Kop, soms: Collection[str]) -> dict[int, str]:
    """Return the columns whose heading was typed over or emptied where it stood, with what we called them.

    That is only certain where as many columns stand between two of our headings as there should: of a column that is
    gone, or moved, nothing is said here. `soms` are the columns that not every sheet has, and this one was sent with.
    """
    if _count(kop) < _GENOEG:
        return {}
    onze = [woord for woord in KOPPEN if woord not in SOMS or woord in soms or kop.kolom(woord)]
    hernoemd: dict[int, str] = {}
    links, weg = 0, list[str]()
    for woord in onze:
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
    if not all(fold(kop.koppen.get(kolom, "")) not in _GEVOUWEN for kolom in kolommen):
        return {}
    met_kop = [kolom for kolom in kolommen if kop.koppen.get(kolom)]
    for gevonden in (list(kolommen), met_kop):
        if weg and len(gevonden) == len(weg):
            return dict(zip(gevonden, weg, strict=True))
    return {}


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
