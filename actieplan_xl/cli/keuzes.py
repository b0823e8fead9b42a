"""What may be typed behind an option, and the options that several commands have."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from actieplan_xl.cli.wachtwoorden import GEHEIM, collect_passwords
from actieplan_xl.domain.datum import iso_or_text

PAD = click.Path(path_type=Path)
"""Any path: whether it is there and of use, the tasks tell with a remedy."""


class Peildatum(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.5 on
    """A date as people write it; comes out as ISO."""

    name = "datum"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the date as ISO."""
        try:
            return date.fromisoformat(iso_or_text(str(value))).isoformat()
        except ValueError:
            self.fail(f"'{value}' is geen datum. Schrijf bijvoorbeeld 1-6-2019 of '1 juni 2019'.", param, ctx)


class Jaar(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.5 on
    """A year, or years from and to; comes out as the plan writes it."""

    name = "jaar"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the year or years."""
        from actieplan_xl.domain.errors import GebruikError  # noqa: PLC0415  only one command asks for a year
        from actieplan_xl.domain.jaren import parse_planjaar  # noqa: PLC0415

        try:
            return parse_planjaar(str(value))
        except GebruikError as error:
            self.fail(str(error), param, ctx)


class Werkboeknaam(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.5 on
    """The name of a workbook to write; `.xlsx` may be left out."""

    name = "bestand"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path, ending in .xlsx."""
        pad = Path(value)
        if pad.suffix.lower() == ".xlsx" or pad.is_dir():
            return pad
        if pad.suffix:
            self.fail(f"'{value}' eindigt niet op .xlsx. Kies een naam zoals '{pad.stem}.xlsx'.", param, ctx)
        return pad.with_name(f"{pad.name}.xlsx")


class GemeenteBestand(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.5 on
    """A gemeente and the file that is hers: NAAM=BESTAND."""

    name = "naam=bestand"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """Return name and file."""
        naam, teken, bestand = (deel.strip() for deel in str(value).partition("="))
        if not (naam and teken and bestand):
            self.fail(
                f"'{value}' heeft niet de vorm NAAM=BESTAND. Schrijf bijvoorbeeld --gemeente \"Boekel=retour.xlsx\".",
                param,
                ctx,
            )
        return naam, bestand


def by_gemeente(ctx: click.Context, param: click.Parameter, paren: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return what was said with `--gemeente`, by gemeente; naming two files for one gemeente is wrong use."""
    gekozen: dict[str, str] = {}
    for naam, bestand in paren:
        if naam in gekozen:
            raise click.BadParameter(
                f"{naam} staat er twee keer. Noem bij elke gemeente één bestand.", ctx=ctx, param=param
            )
        gekozen[naam] = bestand
    return gekozen


def for_task(keuzes: dict[str, Any]) -> dict[str, Any]:
    """An option that was not given is left to the task."""
    return {naam: waarde for naam, waarde in keuzes.items() if waarde is not None}


MET_WACHTWOORD = click.option(
    "--wachtwoord",
    "wachtwoorden",
    is_flag=True,
    callback=collect_passwords,
    help=f"Vraag naar het wachtwoord van een beveiligd bestand. Zonder venster: zet het in {GEHEIM}.",
)
_Opdracht = TypeVar("_Opdracht", bound=Callable[..., Any])
OVERSCHRIJVEN = click.option("--overschrijven", is_flag=True, help="Vervang wat er al staat.")
ALS_JSON = click.option("--json", "als_json", is_flag=True, help="Geef de uitkomst als JSON, voor een programma.")


def leest_invoer(opdracht: _Opdracht) -> _Opdracht:
    """Give a command what every command that reads answers has."""
    met_gemeente = click.option(
        "--gemeente",
        "gemeenten",
        metavar="NAAM=BESTAND",
        multiple=True,
        type=GemeenteBestand(),
        callback=by_gemeente,
        help="Zeg van welke gemeente een bestand is. Mag vaker.",
    )
    met_plan = click.option(
        "--plan", metavar="PLAN.xlsx", type=PAD, help="Het planwerkboek; anders telt het plan in de invulbladen zelf."
    )
    met_invoer = click.argument("invoer", metavar="INVOER...", nargs=-1, required=True, type=PAD)
    return met_invoer(met_plan(met_gemeente(MET_WACHTWOORD(opdracht))))
