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

Wachtwoord = str | Callable[[str, int], str]


def collect_passwords(ctx: click.Context, param: click.Parameter, mag_vragen: bool) -> list[Wachtwoord]:
    """Return the passwords that may be tried, and who to ask when `--wachtwoord` was given."""
    bekend: list[Wachtwoord] = [wachtwoord] if (wachtwoord := os.environ.get(GEHEIM, "")) else []
    return [*bekend, ask] if mag_vragen else bekend


def ask(naam: str, keer: int) -> str:
    """Ask for the password of a file; nothing is shown of what is typed. Return "" to pass the file over."""
    if not sys.stdin.isatty():
        raise GebruikError(f"Er is geen venster om het wachtwoord in te typen. Zet het in {GEHEIM}.")
    vooraf = "Dat past niet. " if keer else ""
    vraag = f"{vooraf}Wachtwoord van {visible(naam)} (leeg laten slaat het over)"
    return str(click.prompt(vraag, default="", show_default=False, hide_input=True, err=True))
