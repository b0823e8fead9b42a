"""The sheet `Te herstellen` and the comments on cells: what there is to mend, in the order in which one does it."""

from collections.abc import Callable, Iterable
from itertools import groupby

from actieplan_xl.domain.adres import Plaats, format_adres, parse_adres
from actieplan_xl.domain.bevinding import Bevinding, Code, Ernst
from actieplan_xl.domain.datum import format_datum
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.words import HERSTEL_KOLOMMEN, OPMERKING_VAN_ONS, Bladen, enkelvoud_of_meervoud
from actieplan_xl.rules.herstel import ONTBREEKT, Herstel
from actieplan_xl.writing import styles
from actieplan_xl.writing.onderdelen import paper, put_title
from actieplan_xl.writing.sheet import Link, Sheet, jump

Doel = tuple[str, Plaats]
"""A cell to go to: the name of its sheet, and its row and column."""

Wijs = Callable[[Bevinding], Doel | None]
"""Tells in which cell a finding is to be mended, or None when it is in no cell."""

_BREED = len(HERSTEL_KOLOMMEN)
_LANGSTE = 8_000


def own_place(bevinding: Bevinding) -> Doel | None:
    """Return the cell where a finding was read: in a workbook that comes back as it was."""
    plaats = parse_adres(bevinding.plek.cel)
    return (bevinding.plek.blad, plaats) if plaats and bevinding.plek.blad else None


def build_te_herstellen(plan: Plan, herstel: Herstel, wijs: Wijs, vooraf: str = "") -> Sheet:
    """Return the sheet. `vooraf` is what the gemeente should know before it begins: that this is a new workbook."""
    sheet = Sheet(Bladen.TE_HERSTELLEN, is_beveiligd=True, tabkleur=styles.TABKLEUR_HERSTEL)
    put_title(sheet, plan, Bladen.TE_HERSTELLEN, f"{plan.gegevens.naam}  ·  {herstel.wie}", _BREED, _BREED)
    sheet.merge(3, 1, _BREED, _introduction(plan, herstel, vooraf), styles.INLEIDING_STAPPEN)
    rij = 4
    sheet.put_row(rij, HERSTEL_KOLOMMEN, styles.KOP)
    sheet.hoogtes[rij] = 22
    for kopje, groep in groupby(herstel.bevindingen, key=_heading):
        punten = list(groep)
        rij += 1
        sheet.put_row(rij, (f"{kopje} ({len(punten)})", *[None] * (_BREED - 1)), styles.HOOFDLIJN)
        sheet.hoogtes[rij] = 24
        for bevinding in punten:
            rij += 1
            _put_punt(sheet, rij, plan, bevinding, wijs(bevinding), bool(vooraf))
    sheet.breedtes = {1: 8, 2: 30, 3: 18, 4: 52, 5: 44}
    sheet.bevroren = (4, 0)
    sheet.print = paper(plan, f"{Bladen.TE_HERSTELLEN} {herstel.wie}", herhaal=(4, 4))
    return sheet


def _introduction(plan: Plan, herstel: Herstel, vooraf: str) -> str:
    gegevens = plan.gegevens
    aantal = len(herstel.bevindingen)
    punten = f"Er {'staat' if aantal == 1 else 'staan'} nog {enkelvoud_of_meervoud(aantal, 'punt', 'punten')} open."
    aan = gegevens.e_mail_afzender or gegevens.afzender
    # A day that has passed already is no longer when it should be back.
    is_nog_tijd = gegevens.inleverdatum and gegevens.inleverdatum >= gegevens.peildatum
    voor = f" uiterlijk {format_datum(gegevens.inleverdatum)}" if is_nog_tijd else ""
    zinnen = (
        vooraf,
        f"{punten} Klik bij ‘Ga naar’ op een cel; daar staat in een opmerking wat er nodig is.",
        f"Sla daarna op en stuur dit bestand{voor} terug{f' naar {aan}' if aan else ''}.",
        "Op dit werkblad hoef je niets in te vullen.",
    )
    return " ".join(zin for zin in zinnen if zin)


def _heading(bevinding: Bevinding) -> str:
    if bevinding.code in ONTBREEKT:
        return "Hier ontbreekt nog een antwoord"
    return "Dit begrijpen we niet" if bevinding.ernst is Ernst.FOUT else "Kijk dit nog even na"


def _put_punt(sheet: Sheet, rij: int, plan: Plan, bevinding: Bevinding, doel: Doel | None, is_nieuw: bool) -> None:
    actie = plan.actie_op_nr.get(bevinding.nr)
    waar = Link(jump(*doel), f"{doel[0]} {format_adres(doel[1])}") if doel else bevinding.plek.blad
    sheet.put(rij, 1, bevinding.nr, styles.NUMMER)
    sheet.put(rij, 2, actie.tekst if actie else "", styles.CEL)
    sheet.put(rij, 3, waar, styles.CEL_LINK if doel else styles.CEL)
    sheet.put(rij, 4, _sentence(bevinding, is_nieuw), styles.CEL)
    sheet.put(rij, 5, _fit(bevinding.eigen_remedie), styles.CEL)


def _sentence(bevinding: Bevinding, is_nieuw: bool = False) -> str:
    """Return what is the matter. On a new sheet it says where that stood: what it speaks of is no longer there."""
    zin = bevinding.tekst
    plek = bevinding.plek
    was_anders = bevinding.code is Code.RIJ_WEG or (bevinding.code not in ONTBREEKT and plek.blad)
    if is_nieuw and was_anders:
        waar = " ".join(deel for deel in (plek.blad, plek.cel) if deel)
        return _fit(f"In jullie bestand{f', {waar}' if waar else ''}: {zin}")
    return _fit(zin[:1].upper() + zin[1:])


def _fit(tekst: str) -> str:
    return tekst if len(tekst) <= _LANGSTE else f"{tekst[: _LANGSTE - 1]}…"


def comments(bevindingen: Iterable[Bevinding], wijs: Wijs, is_nieuw: bool = False) -> dict[Doel, str]:
    """Return the comment for each cell where there is something to mend."""
    per_cel: dict[Doel, list[str]] = {}
    for bevinding in bevindingen:
        doel = wijs(bevinding)
        if doel is not None:
            zin = f"{_sentence(bevinding, is_nieuw)} {_fit(bevinding.eigen_remedie)}"
            per_cel.setdefault(doel, []).append(zin)
    return {doel: _fit("\n".join((OPMERKING_VAN_ONS, *dict.fromkeys(zinnen)))) for doel, zinnen in per_cel.items()}
