"""The sheet `Te herstellen` and the comments on cells: what there is to mend, in the order in which one does it."""

from collections.abc import Callable, Iterable
from itertools import groupby

from actieplan_xl.domain.adres import Plaats, parse_adres
from actieplan_xl.domain.bevinding import Bevinding, Ernst
from actieplan_xl.domain.datum import format_datum
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.words import OPMERKING_VAN_ONS, Bladen, enkelvoud_of_meervoud
from actieplan_xl.rules.herstel import ONTBREEKT, Herstel
from actieplan_xl.writing import styles
from actieplan_xl.writing.onderdelen import paper, put_title
from actieplan_xl.writing.sheet import Link, Sheet, jump

Doel = tuple[str, Plaats]
"""A cell to go to: the name of its sheet, and its row and column."""

Wijs = Callable[[Bevinding], Doel | None]
"""Tells in which cell a finding is to be mended, or None when it is in no cell."""

KOLOMMEN = ("Nr", "Ga naar", "Wat is er?", "Wat doe je?")
_BREED = len(KOLOMMEN)
_LANGSTE = 2_000


def own_place(bevinding: Bevinding) -> Doel | None:
    """Return the cell where a finding was read: in a workbook that comes back as it was."""
    plaats = parse_adres(bevinding.plek.cel)
    return (bevinding.plek.blad, plaats) if plaats and bevinding.plek.blad else None


def build_te_herstellen(plan: Plan, herstel: Herstel, wijs: Wijs, vooraf: str = "") -> Sheet:
    """Return the sheet; `vooraf` is what the gemeente should know before it begins."""
    sheet = Sheet(Bladen.TE_HERSTELLEN, is_beveiligd=True, tabkleur=styles.TABKLEUR_HERSTEL)
    put_title(sheet, plan, Bladen.TE_HERSTELLEN, f"{plan.gegevens.naam}  ·  {herstel.wie}", _BREED, _BREED)
    sheet.merge(3, 1, _BREED, _introduction(plan, herstel, vooraf), styles.INLEIDING_STAPPEN)
    rij = 4
    sheet.put_row(rij, KOLOMMEN, styles.KOP)
    sheet.hoogtes[rij] = 22
    for kopje, groep in groupby(herstel.bevindingen, key=_heading):
        punten = list(groep)
        rij += 1
        sheet.put_row(rij, (f"{kopje} ({len(punten)})", *[None] * (_BREED - 1)), styles.HOOFDLIJN)
        sheet.hoogtes[rij] = 24
        for bevinding in punten:
            rij += 1
            _put_punt(sheet, rij, bevinding, wijs(bevinding))
    sheet.breedtes = {1: 8, 2: 20, 3: 66, 4: 50}
    sheet.bevroren = (4, 0)
    sheet.print = paper(plan, f"{Bladen.TE_HERSTELLEN} {herstel.wie}", herhaal=(4, 4))
    return sheet


def _introduction(plan: Plan, herstel: Herstel, vooraf: str) -> str:
    gegevens = plan.gegevens
    punten = enkelvoud_of_meervoud(len(herstel.bevindingen), "punt", "punten")
    aan = gegevens.e_mail_afzender or gegevens.afzender
    voor = f" uiterlijk {format_datum(gegevens.inleverdatum)}" if gegevens.inleverdatum else ""
    zinnen = (
        vooraf,
        f"Er staan nog {punten} open. Klik bij ‘Ga naar’ op een cel; daar staat in een opmerking wat er nodig is.",
        f"Sla daarna op en stuur dit bestand{voor} terug{f' naar {aan}' if aan else ''}.",
        "Op dit werkblad hoef je niets in te vullen.",
    )
    return " ".join(zin for zin in zinnen if zin)


def _heading(bevinding: Bevinding) -> str:
    if bevinding.code in ONTBREEKT:
        return "Hier ontbreekt nog een antwoord"
    return "Dit begrijpen we niet" if bevinding.ernst is Ernst.FOUT else "Kijk dit nog even na"


def _put_punt(sheet: Sheet, rij: int, bevinding: Bevinding, doel: Doel | None) -> None:
    waar = Link(jump(*doel), f"{doel[0]} {jump(*doel).rpartition('!')[2]}") if doel else bevinding.plek.blad
    sheet.put(rij, 1, bevinding.nr, styles.NUMMER)
    sheet.put(rij, 2, waar, styles.CEL_LINK if doel else styles.CEL)
    sheet.put(rij, 3, _sentence(bevinding), styles.CEL)
    sheet.put(rij, 4, bevinding.remedie[:_LANGSTE], styles.CEL)


def _sentence(bevinding: Bevinding) -> str:
    zin = bevinding.tekst[:_LANGSTE]
    return zin[:1].upper() + zin[1:]


def comments(bevindingen: Iterable[Bevinding], wijs: Wijs) -> dict[Doel, str]:
    """Return the comment for each cell where there is something to mend."""
    per_cel: dict[Doel, list[str]] = {}
    for bevinding in bevindingen:
        doel = wijs(bevinding)
        if doel is not None:
            per_cel.setdefault(doel, []).append(f"{_sentence(bevinding)} {bevinding.remedie[:_LANGSTE]}")
    return {doel: "\n".join((OPMERKING_VAN_ONS, *dict.fromkeys(zinnen))) for doel, zinnen in per_cel.items()}
