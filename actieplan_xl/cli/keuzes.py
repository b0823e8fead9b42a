"""What may be typed behind an option: dates, names of files, a gemeente with its file."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click

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
