"""A workbook after somebody did something in it and saved it, and what we say of that."""

import io
import warnings
from collections.abc import Callable
from typing import Any

import openpyxl
from openpyxl.comments import Comment

from actieplan_xl.domain.plan import Plan
from actieplan_xl.writing.invulblad import Antwoord
from writing.retour.terugsturen import invulblad

ANTWOORDEN = {"1.1.1": Antwoord("bijna klar", "2019"), "1.1.2": Antwoord("voltooid", "2018")}
"""The first is not understood (C10), the second is (C11); C13 and C16 are empty."""


def said_here(tekst: str) -> str:
    """Return what we say of a comment of hers."""
    zin = f"Hier staat een opmerking: '{tekst}'; die is niet overgenomen."
    return f"{zin} Zet wat van belang is bij Planning of Toelichting, en haal de opmerking dan weg."


def edited(inhoud: bytes, doe: Callable[[Any], None]) -> bytes:
    """Return a workbook after somebody did something in it and saved it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        boek = openpyxl.load_workbook(io.BytesIO(inhoud))
    doe(boek)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def noted(plan: Plan, opmerkingen: dict[str, str], **vulling: Any) -> bytes:
    """Return the invulblad of Boekel with comments of hers on it."""

    def note(boek: Any) -> None:
        for plaats, tekst in opmerkingen.items():
            boek["Invulblad"][plaats].comment = Comment(tekst, "Jan Jansen")

    return edited(invulblad(plan, antwoorden=ANTWOORDEN, **vulling), note)
