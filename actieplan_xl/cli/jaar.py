"""The commands around a round, in the course of a year: remind, send, compare, extend (contract §4).

What a command does is imported inside it, so that `actieplan --help` is there at once.
"""

from pathlib import Path
from typing import Any

import click

from actieplan_xl.cli import scherm
from actieplan_xl.cli.deur import finish
from actieplan_xl.cli.groep import main
from actieplan_xl.cli.keuzes import (
    ALS_JSON,
    MET_WACHTWOORD,
    OVERSCHRIJVEN,
    PAD,
    Jaar,
    Peildatum,
    Werkboeknaam,
    for_task,
    leest_invoer,
)
from actieplan_xl.cli.wachtwoorden import GEHEIM, choose_password, passwords


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
    return finish(verslag_vergelijken.summarise_vergelijking(vergeleken) if vergeleken.has_aandachtspunten else "")


def _write_example_text(ctx: click.Context, _param: click.Parameter, pad: Path | None) -> None:
    """Do only that, and be done: nothing is read, so nothing else need be given."""
    if pad is None or ctx.resilient_parsing:
        return
    from actieplan_xl import tasks  # noqa: PLC0415

    geschreven = tasks.write_example_text(pad)
    zin = f"De tekst van de herinnering staat in {geschreven}. Pas hem aan en geef hem mee met --tekst."
    scherm.print_lines(scherm.fold_text(zin))
    ctx.exit()


@main.command(short_help="Maak mails klaar voor wie nog iets moet invullen.")
@leest_invoer
@click.option("--naar", metavar="MAP", required=True, type=PAD, help="De map waar de mails in komen.")
@click.option("--tekst", metavar="BESTAND.txt", type=PAD, help="Je eigen tekst van de mail.")
@click.option(
    "--tekst-voorbeeld",
    metavar="BESTAND.txt",
    type=PAD,
    is_eager=True,
    expose_value=False,
    callback=_write_example_text,
    help="Schrijf alleen de gewone tekst naar BESTAND.txt, om aan te passen.",
)
@click.option("--vandaag", metavar="DATUM", type=Peildatum(), help="Welke dag het is; anders de dag van nu.")
@OVERSCHRIJVEN
def herinneren(invoer: tuple[Path, ...], naar: Path, **keuzes: Any) -> int:
    """Maak in MAP een mail klaar voor elke gemeente die nog een antwoord schuldig is. Er wordt niets verstuurd.

    INVOER is een map met ingevulde bladen, een zip, of losse bestanden. Elke mail noemt wat er nog open staat,
    met het eigen invulblad als bijlage. Wie compleet is of uitstel heeft, krijgt niets; uitstel staat in het
    planwerkboek, dus geef dat mee met --plan.

    \b
    Voorbeeld:
      actieplan herinneren binnen --plan plan.xlsx --naar herinneringen
      actieplan herinneren --tekst-voorbeeld herinnering.txt
      actieplan herinneren binnen --naar herinneringen --tekst herinnering.txt
    """
    from actieplan_xl import tasks  # noqa: PLC0415
    from actieplan_xl.cli import verslag_herinneren  # noqa: PLC0415

    with scherm.progress(invoer) as voortgang:
        herinnerd = tasks.remind(invoer, naar, voortgang=voortgang, **for_task(keuzes))
    scherm.print_lines(verslag_herinneren.report_herinnerd(herinnerd, naar))
    return finish(verslag_herinneren.summarise_herinnerd(herinnerd) if herinnerd.has_aandachtspunten else "")


@main.command(short_help="Zet een mail aan de driehoek klaar, met het regiowerkboek.")
@click.argument("werkboek", metavar="REGIO.xlsx", type=PAD)
@click.option("--naar", metavar="MAP", required=True, type=PAD, help="De map waar het concept komt.")
@click.option(
    "--wachtwoord",
    is_flag=True,
    callback=choose_password,
    help=f"Zet een wachtwoord op het werkboek dat meegaat. Zonder venster: zet het in {GEHEIM}.",
)
@click.option("--pdf", is_flag=True, help="Doe ook een pdf mee (LibreOffice moet geïnstalleerd zijn).")
@click.option(
    "--invoer",
    metavar="INVOER",
    multiple=True,
    type=PAD,
    help="Wat er binnenkwam: kijk of het regiowerkboek dat allemaal kent. Mag vaker.",
)
@click.option("--tekst", metavar="BESTAND", type=PAD, help="Je eigen tekst voor de mail, met {gaten}.")
@click.option("--toch", is_flag=True, help="Ook als het werkboek zichzelf tegenspreekt of ouder is dan de invoer.")
@OVERSCHRIJVEN
def verzenden(werkboek: Path, naar: Path, **keuzes: Any) -> int:
    """Zet een mail aan de driehoek klaar, met REGIO.xlsx erbij. Er wordt niets verstuurd: dat doe je zelf.

    Het concept (.eml) open je in je mailprogramma. Het gaat naar wie op het werkblad Ontvangers staat.

    \b
    Voorbeeld:
      actieplan verzenden regio.xlsx --naar post --invoer binnen
      actieplan verzenden regio.xlsx --naar post --wachtwoord
    """
    from actieplan_xl import tasks  # noqa: PLC0415
    from actieplan_xl.cli import verslag_verzenden  # noqa: PLC0415

    klaar = tasks.send_draft(werkboek, naar, wachtwoorden=passwords(mag_vragen=True), **for_task(keuzes))
    scherm.print_lines(verslag_verzenden.report_verzending(klaar))
    return finish(verslag_verzenden.summarise_verzending(klaar) if klaar.has_aandachtspunten else "")


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
    return finish(verslag_verlengen.summarise_verlenging(verlengd) if verlengd.has_aandachtspunten else "")
