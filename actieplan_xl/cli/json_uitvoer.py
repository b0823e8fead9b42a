"""The outcome as JSON, for programs. The fields are documented in docs/json.md; programs may rely on them."""

import json
from typing import Any

from actieplan_xl.cli.scherm import can_show
from actieplan_xl.domain.correctie import Uitwerking
from actieplan_xl.domain.invulling import Invulling
from actieplan_xl.domain.inzending import Herkomst
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.reeks import Punt, measure
from actieplan_xl.domain.status import TELVOLGORDE
from actieplan_xl.rules.vergelijking import Vergelijking
from actieplan_xl.rules.volledigheid import Telling
from actieplan_xl.tasks import Retour, Uitkomst, Vergeleken

FORMAAT = 1
"""Goes up when a field changes its meaning or disappears; not when one is added."""


def to_json(uitkomst: Uitkomst) -> str:
    """Return the outcome of a round as indented JSON."""
    return _dump(to_dict(uitkomst))


def vergelijking_to_json(vergeleken: Vergeleken) -> str:
    """Return a comparison of two regiowerkboeken as indented JSON, in the order of docs/json.md."""
    toen, nu = measure(vergeleken.oud), measure(vergeleken.nieuw)
    return _dump(
        {
            "formaat": FORMAAT,
            "oud": _stand(vergeleken.oud, toen),
            "nieuw": _stand(vergeleken.nieuw, nu),
            "geschreven": vergeleken.geschreven.name if vergeleken.geschreven else None,
            "wijzigingen": _wijzigingen(vergeleken.vergelijking),
            "bevindingen": [bevinding.to_dict() for bevinding in vergeleken.bevindingen],
        }
    )


def _stand(matrix: Matrix, punt: Punt) -> dict[str, Any]:
    return {
        "naam": matrix.plan.gegevens.naam,
        "peildatum": punt.peildatum,
        "antwoorden": {str(status): punt.aantallen[status] for status in TELVOLGORDE},
    }


def _dump(inhoud: dict[str, Any]) -> str:
    """Real letters, unless the console cannot show them: a program gets every character, never a question mark."""
    tekst = json.dumps(inhoud, ensure_ascii=False, indent=2)
    return tekst if can_show(tekst) else json.dumps(inhoud, indent=2)


def to_dict(uitkomst: Uitkomst) -> dict[str, Any]:
    """Return the outcome as plain values, in the order of docs/json.md."""
    gegevens = uitkomst.plan.gegevens
    return {
        "formaat": FORMAAT,
        "plan": {
            "naam": gegevens.naam,
            "jaar": gegevens.jaar,
            "regio": gegevens.regio,
            "peildatum": gegevens.peildatum,
        },
        "geschreven": uitkomst.geschreven.name if uitkomst.geschreven else None,
        "retour": [_retour(retour) for retour in uitkomst.retour],
        "eerdere_retours": [pad.name for pad in uitkomst.eerdere_retours],
        "antwoorden": {
            "gevraagd": sum(telling.gevraagd for telling in uitkomst.tellingen),
            "beantwoord": sum(telling.beantwoord for telling in uitkomst.tellingen),
        },
        "gemeenten": [_gemeente(telling) for telling in uitkomst.tellingen],
        "bestanden": [_bestand(herkomst) for herkomst in uitkomst.samenvoeging.herkomst],
        "correcties": [_correctie(uitwerking) for uitwerking in uitkomst.samenvoeging.correcties],
        "wijzigingen": _wijzigingen(uitkomst.samenvoeging.vergelijking),
        "bevindingen": [bevinding.to_dict() for bevinding in uitkomst.bevindingen],
    }


def _wijzigingen(vergelijking: Vergelijking | None) -> dict[str, Any] | None:
    """What changed since the previous regiowerkboek; None when none was given."""
    if vergelijking is None:
        return None
    return {
        "sinds": vergelijking.sinds,
        "plan": [
            {
                "soort": str(w.soort),
                "nr": w.actie.nr if w.actie else w.nr,
                "actie": w.actie.tekst if w.actie else "",
                "gemeente": w.gemeente,
                "was": w.was,
                "is": w.nu,
            }
            for w in vergelijking.planwijzigingen
        ],
        "antwoorden": [
            {
                "soort": str(w.soort),
                "nr": w.actie.nr,
                "actie": w.actie.tekst,
                "gemeente": w.gemeente,
                "was": _antwoord(w.was),
                "is": _antwoord(w.nu),
            }
            for w in vergelijking.wijzigingen
        ],
    }


def _antwoord(invulling: Invulling | None) -> dict[str, str] | None:
    """An answer as the matrix has it; None where nothing was asked."""
    if invulling is None:
        return None
    return {"gemeente": invulling.gemeente, "status": str(invulling.status), "planning": invulling.planning}


def _gemeente(telling: Telling) -> dict[str, Any]:
    return {
        "gemeente": telling.gemeente,
        "kolom": telling.kolom,
        "gevraagd": telling.gevraagd,
        "beantwoord": telling.beantwoord,
        "open": list(telling.open),
        "reden": str(telling.reden) if telling.reden else None,
    }


def _retour(retour: Retour) -> dict[str, Any]:
    return {
        "wie": retour.wie,
        "bestand": retour.pad.name,
        "punten": retour.aantal,
        "opnieuw": retour.opnieuw,
    }


def _bestand(herkomst: Herkomst) -> dict[str, Any]:
    return {
        "bestand": herkomst.bestand,
        "gebruikt": herkomst.is_gebruikt,
        "gemeenten": list(herkomst.gemeenten),
        "reden": herkomst.reden,
        "opgeslagen": herkomst.opgeslagen,
        "sha256": herkomst.sha256,
        "correcties": herkomst.is_correctielijst,
    }


def _correctie(uitwerking: Uitwerking) -> dict[str, Any]:
    correctie, plek = uitwerking.correctie, uitwerking.correctie.plek
    return {
        "gemeente": correctie.gemeente,
        "nr": correctie.nr,
        "telt": uitwerking.telt,
        "waarom_niet": uitwerking.waarom_niet,
        "was": _antwoord(uitwerking.was),
        "is": {"gemeente": correctie.gemeente, "status": str(correctie.status), "planning": correctie.planning},
        "waarom": correctie.waarom,
        "door": correctie.door,
        "wanneer": correctie.wanneer,
        "bestand": plek.bestand,
        "blad": plek.blad,
        "cel": plek.cel,
    }
