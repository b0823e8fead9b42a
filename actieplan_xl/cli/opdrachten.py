"""The commands of a round: parse, call a task, show what came out, return the exit code (contract §4).

What a command does is imported inside it, so that `actieplan --help` is there at once.
"""

from pathlib import Path
from typing import Any

import click

from actieplan_xl.cli import scherm
from actieplan_xl.cli.deur import GEDAAN, finish
from actieplan_xl.cli.groep import main
from actieplan_xl.cli.keuzes import (
    ALS_JSON,
    MET_WACHTWOORD,
    OVERSCHRIJVEN,
    PAD,
    Peildatum,
    Werkboeknaam,
    for_task,
    leest_invoer,
)
from actieplan_xl.cli.wachtwoorden import Wachtwoord


@main.command(short_help="Maak een planwerkboek om mee te beginnen.")
@click.argument("plan", metavar="PLAN.xlsx", type=Werkboeknaam())
@click.option("--voorbeeld", metavar="NAAM", help="Begin met een voorbeeld, zoals maas-en-leijgraaf-2019.")
@OVERSCHRIJVEN
def nieuw(plan: Path, voorbeeld: str | None, overschrijven: bool) -> int:
    """Maak PLAN.xlsx: een planwerkboek om mee te beginnen, leeg of met een voorbeeld erin.

    \b
    Voorbeeld:
      actieplan nieuw plan.xlsx
    """
    from actieplan_xl import tasks  # noqa: PLC0415

    geschreven = tasks.new_plan(plan, voorbeeld or tasks.STANDAARDVOORBEELD, overschrijven)
    click.echo(f"{geschreven} staat klaar. Vul het in Excel in en sla het op.")
    click.echo(f'Maak daarna de invulbladen: actieplan uitvragen "{geschreven}" --naar uitvraag')
    return GEDAAN


@main.command(short_help="Maak voor elke gemeente een invulblad.")
@click.argument("plan", metavar="PLAN.xlsx", type=PAD)
@click.option("--naar", metavar="MAP", required=True, type=PAD, help="De map waar de invulbladen komen.")
@MET_WACHTWOORD
@OVERSCHRIJVEN
def uitvragen(plan: Path, naar: Path, overschrijven: bool, wachtwoorden: list[Wachtwoord]) -> int:
    """Maak uit PLAN.xlsx voor elke gemeente een invulblad.

    Wat het plan al weet, staat als vorige stand naast elke actie.

    \b
    Voorbeeld:
      actieplan uitvragen plan.xlsx --naar uitvraag
    """
    from actieplan_xl import tasks  # noqa: PLC0415
    from actieplan_xl.cli import verslag  # noqa: PLC0415

    scherm.print_lines(verslag.report_uitvraag(tasks.distribute(plan, naar, overschrijven, wachtwoorden), naar))
    return GEDAAN


@main.command(short_help="Meld wat ontbreekt of niet klopt.")
@leest_invoer
@click.option(
    "--retour",
    metavar="MAP",
    type=PAD,
    help="Zet in MAP voor elke gemeente haar eigen werkboek klaar, met wat ze moet herstellen.",
)
@OVERSCHRIJVEN
@ALS_JSON
def controleren(invoer: tuple[Path, ...], als_json: bool, **keuzes: Any) -> int:
    """Meld wat in INVOER ontbreekt of niet klopt. De invoer zelf verandert nooit.

    INVOER is een map met ingevulde bladen, een zip, of losse bestanden.

    \b
    Voorbeeld:
      actieplan controleren binnen
      actieplan controleren binnen --retour terug
    """
    from actieplan_xl import tasks  # noqa: PLC0415
    from actieplan_xl.cli import json_uitvoer, verslag  # noqa: PLC0415

    with scherm.progress(invoer) as voortgang:
        uitkomst = tasks.check(invoer, voortgang=voortgang, **for_task(keuzes))
    scherm.print_lines([json_uitvoer.to_json(uitkomst)] if als_json else verslag.report_controle(uitkomst))
    return finish(verslag.summarise_controle(uitkomst) if uitkomst.has_aandachtspunten else "")


@main.command(short_help="Maak van alle antwoorden één regiowerkboek.")
@leest_invoer
@click.option(
    "--naar",
    metavar="REGIO.xlsx",
    type=Werkboeknaam(),
    help="Het regiowerkboek; anders 'Regiowerkboek <naam van het plan>.xlsx' in deze map.",
)
@click.option(
    "--vorige",
    metavar="REGIO.xlsx",
    type=PAD,
    help="Het regiowerkboek van de vorige keer: zet erbij wat er veranderde.",
)
@click.option("--peildatum", metavar="DATUM", type=Peildatum(), help="Stand per welke dag, zoals 1-6-2019.")
@click.option("--strikt", is_flag=True, help="Geef code 1 zolang er antwoorden ontbreken.")
@OVERSCHRIJVEN
@ALS_JSON
def samenvoegen(invoer: tuple[Path, ...], strikt: bool, als_json: bool, **keuzes: Any) -> int:
    """Maak van alle antwoorden in INVOER één regiowerkboek.

    INVOER is een map met ingevulde bladen, een zip, of losse bestanden.

    \b
    Voorbeeld:
      actieplan samenvoegen binnen --peildatum 1-6-2019
      actieplan samenvoegen binnen --vorige "Regiowerkboek mei.xlsx" --naar "Regiowerkboek november.xlsx"
    """
    from actieplan_xl import tasks  # noqa: PLC0415
    from actieplan_xl.cli import json_uitvoer, verslag  # noqa: PLC0415

    with scherm.progress(invoer) as voortgang:
        uitkomst = tasks.merge_files(invoer, voortgang=voortgang, **for_task(keuzes))
    scherm.print_lines([json_uitvoer.to_json(uitkomst)] if als_json else verslag.report_samenvoeging(uitkomst))
    vraagt_aandacht = uitkomst.has_fouten or (strikt and uitkomst.matrix.oranje)
    return finish(verslag.summarise_samenvoeging(uitkomst) if vraagt_aandacht else "")


@main.command(short_help="Laat de matrix zien in dit venster.")
@click.argument("werkboek", metavar="WERKBOEK", type=PAD)
@MET_WACHTWOORD
def tonen(werkboek: Path, wachtwoorden: list[Wachtwoord]) -> int:
    """Laat de matrix van WERKBOEK zien, met kleuren als dit venster die heeft.

    WERKBOEK is een regiowerkboek, een planwerkboek of één invulblad.

    \b
    Voorbeeld:
      actieplan tonen "Regiowerkboek Actieplan 2019.xlsx"
    """
    from actieplan_xl import tasks  # noqa: PLC0415
    from actieplan_xl.cli import verslag, vertoning  # noqa: PLC0415

    matrix = tasks.show(werkboek, wachtwoorden)
    scherm.print_lines([*vertoning.draw(matrix, vertoning.Scherm.current()), *verslag.report_vertoning(matrix)])
    return GEDAAN


@main.command(short_help="Zet een regiowerkboek om in een ander formaat.")
@click.argument("werkboek", metavar="REGIO.xlsx", type=PAD)
@click.option(
    "--als",
    metavar="FORMAAT",
    required=True,
    type=click.Choice(["csv", "ods", "json", "parquet", "ics", "pdf"], case_sensitive=False),
    help="csv, ods, json, parquet, ics (de communicatiekalender) of pdf.",
)
@click.option("--naar", metavar="BESTAND", required=True, type=PAD, help="Het bestand dat je wilt maken.")
@click.option(
    "--papier",
    metavar="MAAT",
    type=click.Choice(["a3", "a4"], case_sensitive=False),
    help="Bij pdf: a3 of a4 voor alle werkbladen; anders zoals elk werkblad het zelf zegt.",
)
@MET_WACHTWOORD
@OVERSCHRIJVEN
def exporteren(werkboek: Path, als: Any, naar: Path, **keuzes: Any) -> int:
    """Zet REGIO.xlsx om in een ander formaat. Het werkboek zelf verandert niet.

    \b
    csv      het werkblad Gegevens, voor Excel en andere programma's
    parquet  hetzelfde, voor wie ermee rekent
    json     het plan, de gegevens, de eigen acties en de communicatie
    ics      de communicatiekalender, voor je agenda
    ods      het hele werkboek voor LibreOffice (moet geïnstalleerd zijn)
    pdf      om te bewaren of af te drukken (ook), zonder de werkbladen met
             instellingen en adressen: Gemeenten, Plan, Teksten en Ontvangers

    \b
    Voorbeeld:
      actieplan exporteren regio.xlsx --als pdf --naar regio.pdf
    """
    from actieplan_xl import tasks  # noqa: PLC0415
    from actieplan_xl.cli import verslag  # noqa: PLC0415

    gemaakt = tasks.export(werkboek, als, naar, **for_task(keuzes))
    scherm.print_lines(verslag.report_export(gemaakt))
    return finish(verslag.summarise_export(gemaakt) if gemaakt.has_aandachtspunten else "")
