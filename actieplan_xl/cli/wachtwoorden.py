"""Passwords of protected files: from the environment, or asked for when a file turns out to need one.

Never an argument: those stand in the history of the terminal and in the list of processes, for all to see.
"""

import os
import sys
from collections.abc import Callable

import click

from actieplan_xl.domain.errors import GebruikError
from actieplan_xl.domain.weergave import visible

GEHEIM = "ACTIEPLAN_WACHTWOORD"
"""The environment variable that holds a password."""

_POGINGEN = 3

Wachtwoord = str | Callable[[str, int], str]


def collect_passwords(ctx: click.Context, param: click.Parameter, mag_vragen: bool) -> list[Wachtwoord]:
    """Return the passwords that may be tried, and who to ask when `--wachtwoord` was given."""
    return passwords(mag_vragen=mag_vragen)


def passwords(*, mag_vragen: bool) -> list[Wachtwoord]:
    """Return the passwords that may be tried, and who to ask when none of them fits."""
    bekend: list[Wachtwoord] = [wachtwoord] if (wachtwoord := os.environ.get(GEHEIM, "")) else []
    return [*bekend, ask] if mag_vragen else bekend


def ask(naam: str, keer: int) -> str:
    """Ask for the password of a file; nothing is shown of what is typed. Return "" to pass the file over."""
    if not sys.stdin.isatty():
        if os.environ.get(GEHEIM):
            raise GebruikError(f"Het wachtwoord in {GEHEIM} past niet op {visible(naam)}. Zet er het goede in.")
        raise GebruikError(f"Er is geen venster om het wachtwoord in te typen. Zet het in {GEHEIM}.")
    vooraf = "Dat past niet. " if keer else ""
    vraag = f"{vooraf}Wachtwoord van {visible(naam)} (leeg laten slaat het over)"
    return _type(vraag)


def choose_password(ctx: click.Context, param: click.Parameter, is_gevraagd: bool) -> str:
    """Return the password to put on what goes out: from the environment, or typed twice; "" when none was asked for."""
    if not is_gevraagd:
        return ""
    if wachtwoord := os.environ.get(GEHEIM, ""):
        return wachtwoord
    if not sys.stdin.isatty():
        raise GebruikError(f"Er is geen venster om een wachtwoord in te typen. Zet het in {GEHEIM}.")
    for keer in range(_POGINGEN):
        vooraf = "Dat was twee keer iets anders. " if keer else ""
        eerste = _type(f"{vooraf}Wachtwoord voor het werkboek dat je verzendt")
        if eerste == _type("Nog een keer"):
            return eerste
    raise GebruikError("Het wachtwoord was steeds twee keer iets anders. Begin opnieuw en typ het rustig over.")


def _type(vraag: str) -> str:
    return str(click.prompt(vraag, default="", show_default=False, hide_input=True, err=True))
