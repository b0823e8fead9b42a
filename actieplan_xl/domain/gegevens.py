"""A row of the sheet `Gegevens`: one answer as sixteen texts, and back (contract §1).

A regiowerkboek read back gives the same answers as the one it was written from, so both directions stand here.
A status that was not recognised has no column of its own: it leads the `toelichting`, in words that
`from_row` takes off again.
"""

import re
from collections.abc import Mapping

from actieplan_xl.domain.invulling import Invulling, Plek
from actieplan_xl.domain.jaren import format_jaren
from actieplan_xl.domain.plan import Gemeente, Plan
from actieplan_xl.domain.status import Reden, Status

_GETYPT = "Getypt bij Status: “"
_EINDE = "”"
_GETYPT_VOORAF = re.compile(f"{_GETYPT}((?:[^{_EINDE}]|{_EINDE}{_EINDE})*){_EINDE}(?!{_EINDE})")


def to_row(plan: Plan, gemeente: Gemeente, invulling: Invulling) -> tuple[str, ...]:
    """Return the texts for the columns `GEGEVENS_KOLOMMEN`."""
    hoofdlijn, thema = plan.plaats_van_actie[invulling.nr]
    plek = invulling.plek
    return (
        invulling.nr,
        hoofdlijn.naam,
        thema.naam,
        plan.actie_op_nr[invulling.nr].tekst,
        gemeente.kolom,
        gemeente.naam,
        gemeente.cbs_code,
        str(invulling.status),
        str(invulling.kleur),
        invulling.planning,
        format_jaren(invulling.planning),
        _join_toelichting(invulling),
        str(invulling.reden or ""),
        plek.bestand,
        plek.blad,
        plek.cel,
    )


def from_row(rij: Mapping[str, str]) -> Invulling | None:
    """Return the answer that a row of `Gegevens` holds, or None when its status or reden was edited beyond reading."""
    status = Status.parse(rij["status"])
    if status is None:
        return None
    reden = _reden(rij["reden"]) if status is Status.NIET_BEPAALD else None
    getypt, toelichting = _split_toelichting(rij["toelichting"], reden)
    return Invulling(
        gemeente=rij["gemeente"],
        nr=rij["nr"],
        status=status,
        planning=rij["planning"],
        toelichting=toelichting,
        reden=reden,
        getypt=getypt,
        plek=Plek(rij["bestand"], rij["blad"], rij["cel"]),
    )


def _reden(tekst: str) -> Reden:
    try:
        return Reden(tekst.strip())
    except ValueError:
        return Reden.LEEG


def _join_toelichting(invulling: Invulling) -> str:
    if not invulling.getypt:
        return invulling.toelichting
    # A closing quote in what was typed is doubled, so that the first single one ends it.
    getypt = invulling.getypt.replace(_EINDE, _EINDE * 2)
    return f"{_GETYPT}{getypt}{_EINDE}\n{invulling.toelichting}".removesuffix("\n")


def _split_toelichting(tekst: str, reden: Reden | None) -> tuple[str, str]:
    gevonden = _GETYPT_VOORAF.match(tekst) if reden is Reden.NIET_HERKEND else None
    if gevonden is None:
        return "", tekst
    return gevonden[1].replace(_EINDE * 2, _EINDE), tekst[gevonden.end() :].removeprefix("\n")
