"""The sheet `Afgesloten` of a planwerkboek or regiowerkboek: acties that are asked no more, but keep their numbers."""

from dataclasses import fields, replace

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.datum import iso_or_text
from actieplan_xl.domain.plan import Afgesloten, parse_nr
from actieplan_xl.domain.words import Bladen, Koppen, fold
from actieplan_xl.reading.planindeling import Indeling
from actieplan_xl.reading.rijen import Tell, find_table, read_rows
from actieplan_xl.reading.werkboek.boek import Werkboek

AFGESLOTEN_KOLOMMEN = tuple(field.name for field in fields(Afgesloten))
"""The columns of the sheet, named as what they hold."""

_VERPLICHT = ("nr", "actie", "sinds")


def read_afgesloten(boek: Werkboek, indeling: Indeling | None, tell: Tell) -> tuple[Afgesloten, ...]:
    """Return the rows of the sheet; tell each actie of the matrix that has the number of another one on it."""
    rijen = _read_rijen(boek, tell)
    teksten: dict[str, dict[str, str]] = {}
    for rij in rijen:
        teksten.setdefault(rij.nr, {}).setdefault(fold(rij.actie), rij.actie)
    for lijn in indeling.hoofdlijnen if indeling else ():
        for actie in (actie for thema in lijn.themas for actie in thema.acties):
            bezet = teksten.get(actie.nr, {})
            if indeling and bezet and fold(actie.tekst) not in bezet:
                plek = indeling.plek((indeling.regels[actie.nr], indeling.kop.kolom(Koppen.NR) or 1))
                tell(Code.PLAN_NR_AFGESLOTEN, plek, nr=actie.nr, waarde=next(iter(bezet.values())))
    return rijen


def _read_rijen(boek: Werkboek, tell: Tell) -> tuple[Afgesloten, ...]:
    tabel = find_table(boek, Bladen.AFGESLOTEN, _VERPLICHT, tell)
    gelezen: list[Afgesloten] = []
    for _, teksten in read_rows(*tabel, AFGESLOTEN_KOLOMMEN) if tabel else ():
        if any(teksten.values()):
            een = Afgesloten(**teksten)
            gelezen.append(replace(een, nr=parse_nr(een.nr) or een.nr, sinds=iso_or_text(een.sinds)))
    return tuple(gelezen)
