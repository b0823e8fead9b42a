"""Starts the child process and waits for it, not for ever; what it answers is checked before it is believed."""

import json
import os
import subprocess
import sys
from typing import Any

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.reading.werkboek import grenzen
from actieplan_xl.reading.werkboek.bestand import Bestand

_MODULE = "actieplan_xl.reading.werkboek.kind"
_GEHEIM = "ACTIEPLAN_WACHTWOORD"


def ask_kind(bestand: Bestand, taak: str, **gegevens: Any) -> tuple[dict[str, Any], bytes]:
    """Return the answer of the child to a task about a file, and the bytes behind it.

    Raises `BestandError` when the child took too long, took too much or fell.
    """
    opdracht = json.dumps({"taak": taak, **gegevens}).encode() + b"\n"
    try:
        proces = subprocess.Popen(
            # Without -P a file in the current folder could pose as one of the modules it needs.
            [sys.executable, "-P", "-m", _MODULE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={naam: waarde for naam, waarde in os.environ.items() if naam != _GEHEIM},
        )
    except (OSError, TypeError) as error:  # TypeError: Python does not know where it is itself
        raise bestand.weiger(Code.BESTAND_GEEN_HULP) from error
    with proces:
        try:
            uitvoer, _ = proces.communicate(opdracht + bestand.inhoud, timeout=grenzen.KIND_SECONDEN)
        except subprocess.TimeoutExpired as error:
            proces.kill()
            raise bestand.weiger(Code.BESTAND_KOST_TE_VEEL) from error
        except BaseException:  # Ctrl-C: the child goes as well
            proces.kill()
            raise
    return _parse(bestand, uitvoer)


def _parse(bestand: Bestand, uitvoer: bytes) -> tuple[dict[str, Any], bytes]:
    regel, _, rest = uitvoer.partition(b"\n")
    try:
        antwoord = json.loads(regel)
    except (ValueError, RecursionError) as error:
        # It fell before it could say anything: out of memory or time, or a library that ends its process.
        raise bestand.weiger(Code.BESTAND_KOST_TE_VEEL) from error
    if not isinstance(antwoord, dict):
        raise bestand.weiger(Code.BESTAND_KOST_TE_VEEL)
    return antwoord, rest
