"""A regiowerkboek as JSON, for programs. The fields are documented in docs/json.md; programs may rely on them."""

import json
from typing import Any

from actieplan_xl.domain.invulling import Communicatiemoment, EigenActie, Plek
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.plan import Actie, Gemeente, Hoofdlijn, Plan, Thema
from actieplan_xl.domain.words import GEGEVENS_KOLOMMEN

FORMAAT = 1
"""Goes up when a field changes its meaning or disappears; not when one is added."""


def to_json(matrix: Matrix) -> bytes:
    """Return the plan, every answer, the gemeenten's own acties and the calendar, as indented JSON in UTF-8."""
    inhoud = {
        "formaat": FORMAAT,
        "plan": _plan(matrix.plan),
        "gegevens": _gegevens(matrix),
        "eigen_acties": [_eigen_actie(actie) for actie in matrix.eigen_acties],
        "communicatie": [_moment(moment) for moment in matrix.communicatie],
    }
    return f"{json.dumps(inhoud, ensure_ascii=False, indent=2)}\n".encode()


def _plan(plan: Plan) -> dict[str, Any]:
    """Addresses stay behind: who wants the answers does not need them."""
    gegevens = plan.gegevens
    return {
        "naam": gegevens.naam,
        "jaar": gegevens.jaar,
        "regio": gegevens.regio,
        "peildatum": gegevens.peildatum,
        "rubricering": gegevens.rubricering,
        "kolommen": [
            {"kolom": kolom.naam, "gemeenten": [_gemeente(gemeente) for gemeente in kolom.gemeenten]}
            for kolom in plan.kolommen
        ],
        "hoofdlijnen": [_hoofdlijn(plan, lijn) for lijn in plan.hoofdlijnen],
    }


def _gemeente(gemeente: Gemeente) -> dict[str, str]:
    return {"gemeente": gemeente.naam, "cbs_code": gemeente.cbs_code}


def _hoofdlijn(plan: Plan, lijn: Hoofdlijn) -> dict[str, Any]:
    themas = [_thema(plan, thema) for thema in lijn.themas]
    return {"nr": lijn.nr, "naam": lijn.naam, "tekst": plan.teksten.get(lijn.nr, ""), "themas": themas}


def _thema(plan: Plan, thema: Thema) -> dict[str, Any]:
    acties = [_actie(plan, actie) for actie in thema.acties]
    return {"nr": thema.nr, "naam": thema.naam, "tekst": plan.teksten.get(thema.nr, ""), "acties": acties}


def _actie(plan: Plan, actie: Actie) -> dict[str, Any]:
    return {
        "nr": actie.nr,
        "actie": actie.tekst,
        "trekker": actie.trekker,
        "voetnoten": [plan.voetnoten.get(noot, noot) for noot in actie.voetnoten],
        "geldt_voor": list(actie.geldt_voor),
    }


def _gegevens(matrix: Matrix) -> list[dict[str, Any]]:
    """The rows of the sheet, under its own headings; the years as numbers."""
    return [
        {**dict(zip(GEGEVENS_KOLOMMEN, rij, strict=True)), "jaren": list(invulling.jaren)}
        for rij, invulling in zip(matrix.rows(), matrix.invullingen, strict=True)
    ]


def _eigen_actie(actie: EigenActie) -> dict[str, str]:
    return {
        "gemeente": actie.gemeente,
        "nr": actie.nr,
        "actie": actie.actie,
        "status": actie.status,
        "planning": actie.planning,
        "toelichting": actie.toelichting,
        **_plek(actie.plek),
    }


def _moment(moment: Communicatiemoment) -> dict[str, str]:
    return {
        "gemeente": moment.gemeente,
        "datum": moment.datum,
        "sorteerdatum": moment.sorteerdatum,
        "wat": moment.wat,
        "doelgroep": moment.doelgroep,
        "kanaal": moment.kanaal,
        "bereik": moment.bereik,
        "toelichting": moment.toelichting,
        **_plek(moment.plek),
    }


def _plek(plek: Plek) -> dict[str, str]:
    return {"bestand": plek.bestand, "blad": plek.blad, "cel": plek.cel}
