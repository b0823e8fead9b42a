"""The commands around a round, in the course of a year: remind, send, compare, extend (contract §4).

What a command does is imported inside it, so that `actieplan --help` is there at once.
"""

from pathlib import Path
from typing import Any

import click

from actieplan_xl.cli import scherm
from actieplan_xl.cli.deur import AANDACHT, GEDAAN
from actieplan_xl.cli.groep import main
from actieplan_xl.cli.keuzes import ALS_JSON, MET_WACHTWOORD, OVERSCHRIJVEN, PAD, Werkboeknaam, for_task


@main.command(short_help="Zeg wat er veranderde tussen twee regiowerkboeken.")
@click.argument("oud", metavar="OUD.xlsx", type=PAD)
@click.argument("nieuw", metavar="NIEUW.xlsx", type=PAD)
@click.option("--naar", metavar="WERKBOEK.xlsx", type=Werkboeknaam(), help="Zet het ook in een werkboek.")
@MET_WACHTWOORD
@OVERSCHRIJVEN
@ALS_JSON
def vergelijken(oud: Path, nieuw: Path, als_json: bool, **keuzes: Any) -> int:
    """Zeg wat er veranderde van OUD.xlsx naar NIEUW.xlsx, twee regiowerkboeken. Ze veranderen zelf niet.

    \b
    Voorbeeld:
      actieplan vergelijken "Regiowerkboek mei.xlsx" "Regiowerkboek november.xlsx"
      actieplan vergelijken mei.xlsx november.xlsx --naar verschil.xlsx
    """
    from actieplan_xl import tasks  # noqa: PLC0415
    from actieplan_xl.cli import json_uitvoer, verslag_vergelijken  # noqa: PLC0415

    vergeleken = tasks.compare_files(oud, nieuw, **for_task(keuzes))
    als = json_uitvoer.vergelijking_to_json if als_json else None
    scherm.print_lines([als(vergeleken)] if als else verslag_vergelijken.report_vergelijking(vergeleken))
    if not vergeleken.has_aandachtspunten:
        return GEDAAN
    scherm.say(verslag_vergelijken.summarise_vergelijking(vergeleken))
    return AANDACHT
