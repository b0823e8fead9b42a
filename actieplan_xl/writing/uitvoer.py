"""Our three workbooks into a file: the functions that other programs call. Each takes a path or something open."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from actieplan_xl.domain.invulling import Stand, Standen
from actieplan_xl.domain.plan import Gemeente, Plan
from actieplan_xl.domain.vorige_stand import VorigeStand
from actieplan_xl.rules.samenvoeging import Samenvoeging
from actieplan_xl.writing.invulblad import Vulling, build_invulblad
from actieplan_xl.writing.opslag import Doel, write_file
from actieplan_xl.writing.planwerkboek import build_planwerkboek
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek

Uit = str | os.PathLike[str] | BinaryIO
"""Where to write: a path, or something open for writing bytes."""


def write_regiowerkboek(samenvoeging: Samenvoeging, doel: Uit, *, overschrijven: bool = False) -> None:
    """Write the consolidated workbook. Raises `BestandError`; an existing file is only replaced when asked."""
    _write(doel, build_regiowerkboek(samenvoeging), overschrijven)


def write_planwerkboek(
    plan: Plan,
    doel: Uit,
    standen: Standen | None = None,
    *,
    vorige: Sequence[VorigeStand] = (),
    overschrijven: bool = False,
) -> None:
    """Write a planwerkboek with what is known already: per gemeente, or as `vorige` of `extend_plan`, which keeps the
    history of former gemeenten apart. Raises `BestandError`."""
    _write(doel, build_planwerkboek(plan, standen, vorige), overschrijven)


def write_invulblad(
    plan: Plan,
    gemeente: Gemeente,
    doel: Uit,
    standen: Mapping[str, Stand] | None = None,
    vulling: Vulling | None = None,
    *,
    overschrijven: bool = False,
) -> None:
    """Write the invulblad of one gemeente; see `build_invulblad`. Raises `BestandError`."""
    _write(doel, build_invulblad(plan, gemeente, standen, vulling), overschrijven)


def _write(doel: Uit, inhoud: bytes, overschrijven: bool) -> None:
    if isinstance(doel, (str, os.PathLike)):
        write_file(Doel(Path(doel), overschrijven), inhoud)
    else:
        doel.write(inhoud)
