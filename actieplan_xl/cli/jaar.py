"""The commands around a round, in the course of a year: remind, send, compare, extend (contract §4).

What a command does is imported inside it, so that `actieplan --help` is there at once.
"""

from pathlib import Path
from typing import Any

import click

from actieplan_xl.cli import scherm
from actieplan_xl.cli.deur import AANDACHT, GEDAAN
from actieplan_xl.cli.groep import main
from actieplan_xl.cli.keuzes import (
    ALS_JSON,
    MET_WACHTWOORD,
    OVERSCHRIJVEN,
    PAD,
    Jaar,
    Werkboeknaam,
    for_task,
)


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


@main.command(short_help="Maak het planwerkboek van het volgende jaar.")
@click.argument("regio", metavar="REGIO.xlsx", type=PAD)
@click.option("--jaar", metavar="JAAR", required=True, type=Jaar(), help="Het nieuwe jaar: 2020, of 2020-2022.")
@click.option("--naar", metavar="PLAN.xlsx", required=True, type=Werkboeknaam(), help="Het nieuwe planwerkboek.")
@click.option(
    "--afgesloten",
    type=click.Choice(["weglaten", "behouden"]),
    help="Acties waar niemand meer iets aan doet: op een werkblad apart (weglaten), of in het plan (behouden).",
)
@click.option(
    "--herindeling",
    metavar="BESTAND",
    type=PAD,
    help="Een csv of werkboek met de kolommen gemeente en opvolger; anders telt 'opvolger' in het regiowerkboek.",
)
@MET_WACHTWOORD
@OVERSCHRIJVEN
def verlengen(regio: Path, jaar: str, naar: Path, **keuzes: Any) -> int:
    """Maak uit REGIO.xlsx het planwerkboek van een volgend jaar. Het regiowerkboek zelf verandert niet.

    Acties houden hun nummer. Wat elke gemeente het laatst zei, wordt haar vorige stand.

    \b
    Voorbeeld:
      actieplan verlengen "Regiowerkboek 2019.xlsx" --jaar 2020 --naar plan-2020.xlsx
      actieplan verlengen "Regiowerkboek 2021.xlsx" --jaar 2022 --naar plan-2022.xlsx --herindeling gemeenten.csv
    """
    from actieplan_xl import tasks  # noqa: PLC0415
    from actieplan_xl.cli import verslag_verlengen  # noqa: PLC0415

    verlengd = tasks.extend_file(regio, jaar, naar, **for_task(keuzes))
    scherm.print_lines(verslag_verlengen.report_verlenging(verlengd))
    if not verlengd.has_aandachtspunten:
        return GEDAAN
    scherm.say(verslag_verlengen.summarise_verlenging(verlengd))
    return AANDACHT
