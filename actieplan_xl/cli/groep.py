"""The command `actieplan` itself, to which every command adds itself."""

import click

from actieplan_xl.cli.deur import GEDAAN, Deur
from actieplan_xl.versie import VERSIE

_HULP = {"help_option_names": ["--help", "-h"]}


@click.group(cls=Deur, name="actieplan", context_settings=_HULP, invoke_without_command=True)
@click.version_option(VERSIE, prog_name="actieplan", message="%(prog)s %(version)s", help="Toon de versie.")
@click.pass_context
def main(ctx: click.Context) -> int:
    """Eén actieplan, alle gemeenten, één werkboek.

    \b
    Zo ga je te werk:
      1. actieplan nieuw plan.xlsx                    en vul het in Excel in
      2. actieplan uitvragen plan.xlsx --naar uit     en stuur de bladen rond
      3. actieplan controleren binnen                 wat ontbreekt er nog?
      4. actieplan samenvoegen binnen                 het regiowerkboek

    Achter elke opdracht kun je --help zetten voor uitleg en een voorbeeld.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
    return GEDAAN
