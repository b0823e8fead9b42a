"""A plan as one JSON text and back: what an invulblad carries in its hidden sheet, so that it speaks for itself.

The text that comes back was in someone else's hands: `decode_plan` checks everything it takes from it.
"""

import json
from dataclasses import asdict
from typing import Any

from actieplan_xl.domain.afspraken import GEEN_AFSPRAKEN, Afspraken
from actieplan_xl.domain.plan import (
    Actie,
    Afgesloten,
    Gemeente,
    Hoofdlijn,
    Kolom,
    Ontvanger,
    Plan,
    Plangegevens,
    Thema,
    parse_nr,
)

_BLIJFT_THUIS = frozenset({"uitstel_tot", "uitstel_reden"})


def encode_plan(plan: Plan) -> str:
    """Return the plan as JSON; the same plan always gives the same text."""
    ruw = asdict(plan, dict_factory=_without_empty)
    return json.dumps(ruw, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def decode_plan(tekst: str) -> Plan:
    """Return the plan in a text made by `encode_plan`. ValueError when it is anything else."""
    try:
        ruw = json.loads(tekst)
        return _plan(ruw)
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("dit is geen plan") from error


def _without_empty(velden: list[tuple[str, Any]]) -> dict[str, Any]:
    """Leave out what few plans have: a version of this library that does not know it can read the others.

    Who has uitstel, and why, is no business of the other gemeenten: that stays in the planwerkboek.
    """
    return {n: waarde for n, waarde in velden if n not in _BLIJFT_THUIS and (n, waarde) not in _ZELDEN}


_ZELDEN: list[tuple[str, object]] = [
    ("opvolger", ""),
    ("voorgangers", ()),
    ("afgesloten", ()),
    *asdict(GEEN_AFSPRAKEN).items(),
    ("afspraken", {}),
]
"""Each field of which a plan seldom holds more than this."""


def plan_id(plan: Plan) -> str:
    """Return the fingerprint by which versions of a plan are told apart; see `Plan.vingerafdruk`."""
    return plan.vingerafdruk


def _plan(ruw: Any) -> Plan:
    plan = Plan(
        gegevens=Plangegevens(**_texts(ruw["gegevens"])),
        kolommen=tuple(
            Kolom(_text(kolom["naam"]), tuple(_gemeente(g) for g in kolom["gemeenten"])) for kolom in ruw["kolommen"]
        ),
        hoofdlijnen=tuple(_hoofdlijn(lijn) for lijn in ruw["hoofdlijnen"]),
        teksten=_texts(ruw["teksten"]),
        voetnoten=_texts(ruw["voetnoten"]),
        ontvangers=tuple(Ontvanger(**_texts(ontvanger)) for ontvanger in ruw["ontvangers"]),
        afgesloten=tuple(Afgesloten(**_texts(rij)) for rij in ruw.get("afgesloten", ())),
        afspraken=Afspraken(**_settings(ruw.get("afspraken", {}))),
    )
    _check(plan)
    return plan


def _check(plan: Plan) -> None:
    nrs = [actie.nr for actie in plan.acties]
    namen = [gemeente.naam for gemeente in plan.gemeenten]
    kolommen = [kolom.naam for kolom in plan.kolommen]
    if not nrs or not namen:
        raise ValueError("een plan heeft acties en gemeenten")
    if any(len(set(rij)) != len(rij) for rij in (nrs, namen, kolommen)) or not all(map(parse_nr, nrs)):
        raise ValueError("nummers en namen in een plan zijn uniek")
    if any(not kolom.gemeenten or any(g.kolom != kolom.naam for g in kolom.gemeenten) for kolom in plan.kolommen):
        raise ValueError("elke gemeente staat in haar eigen kolom")


def _gemeente(ruw: Any) -> Gemeente:
    voorgangers = tuple(_text(naam) for naam in ruw.get("voorgangers", ()))
    overig = {naam: waarde for naam, waarde in ruw.items() if naam != "voorgangers"}
    return Gemeente(**_texts(overig), voorgangers=voorgangers)


def _hoofdlijn(ruw: Any) -> Hoofdlijn:
    return Hoofdlijn(_text(ruw["nr"]), _text(ruw["naam"]), tuple(_thema(thema) for thema in ruw["themas"]))


def _thema(ruw: Any) -> Thema:
    return Thema(_text(ruw["nr"]), _text(ruw["naam"]), tuple(_actie(actie) for actie in ruw["acties"]))


def _actie(ruw: Any) -> Actie:
    return Actie(
        nr=_text(ruw["nr"]),
        tekst=_text(ruw["tekst"]),
        voetnoten=tuple(_text(nr) for nr in ruw["voetnoten"]),
        trekker=_text(ruw["trekker"]),
        geldt_voor=tuple(_text(kolom) for kolom in ruw["geldt_voor"]),
    )


def _settings(ruw: Any) -> dict[str, bool]:
    if not all(isinstance(waarde, bool) for waarde in ruw.values()):
        raise TypeError("hier hoort ja of nee")
    return dict(ruw)


def _texts(ruw: Any) -> dict[str, str]:
    return {_text(naam): _text(waarde) for naam, waarde in ruw.items()}


def _text(ruw: Any) -> str:
    if not isinstance(ruw, str):
        raise TypeError("hier hoort een tekst")
    ruw.encode()  # half a character (a lone surrogate) is a ValueError here, and a broken workbook later
    return ruw
