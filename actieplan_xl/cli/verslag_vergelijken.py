"""What `vergelijken` tells a person: the counts of then and now, and what changed, kind by kind."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeVar

import click

from actieplan_xl.cli.meldingen import tell_findings
from actieplan_xl.cli.scherm import fold_text
from actieplan_xl.domain.bevinding import worth_telling
from actieplan_xl.domain.datum import format_datum
from actieplan_xl.domain.invulling import Invulling
from actieplan_xl.domain.reeks import measure
from actieplan_xl.domain.status import TELVOLGORDE
from actieplan_xl.domain.weergave import visible
from actieplan_xl.domain.words import NVT, opsomming
from actieplan_xl.rules.vergelijking import Planwijziging, Wijziging
from actieplan_xl.tasks.vergelijken import Vergeleken

_Soortig = TypeVar("_Soortig", Planwijziging, Wijziging)
_LANGSTE = 200
_BREED = max(len(status) for status in TELVOLGORDE)


def report_vergelijking(vergeleken: Vergeleken) -> list[str]:
    """Tell how many answers of each status there were and are, and every change under its kind."""
    vergelijking = vergeleken.vergelijking
    regels = [*_counts(vergeleken), "", *fold_text(visible(vergelijking.zin))]
    for soort, wijzigingen in _by_kind(vergelijking.planwijzigingen):
        regels += ["", click.style(f"{str(soort).capitalize()} ({len(wijzigingen)})", bold=True)]
        regels += [regel for een in wijzigingen for regel in fold_text(_plan_line(een), "    ", "  ")]
    for soort, antwoorden in _by_kind(vergelijking.naar_belang):
        regels += ["", click.style(f"{str(soort).capitalize()} ({len(antwoorden)})", bold=True)]
        for actie, van_actie in groupby(antwoorden, key=lambda wijziging: wijziging.actie):
            regels += fold_text(visible(f"{actie.nr}  {actie.tekst}", _LANGSTE), "    ", "  ")
            regels += [regel for zin in _answer_lines(list(van_actie)) for regel in fold_text(zin, "      ", "    ")]
    if vergeleken.geschreven:
        regels += ["", click.style(f"Als werkboek: {vergeleken.geschreven}", bold=True)]
    te_melden = worth_telling(vergeleken.bevindingen)
    return [*regels, "", click.style("Let nog even op", bold=True), *tell_findings(te_melden)] if te_melden else regels


def summarise_vergelijking(vergeleken: Vergeleken) -> str:
    """Say in one sentence that the comparison is there, and that something about it asks attention."""
    waar = f" en staat in {vergeleken.geschreven.name}" if vergeleken.geschreven else ""
    return f"De vergelijking is gemaakt{waar}, maar er is iets om naar te kijken. Zie onder 'Let nog even op'."


def _counts(vergeleken: Vergeleken) -> list[str]:
    """A small table: a row per status, a column for then, now and the difference."""
    toen, nu = measure(vergeleken.oud), measure(vergeleken.nieuw)
    koppen = [visible(format_datum(punt.peildatum) or "onbekend", 20) for punt in (toen, nu)]
    breed = [max(len(kop), 6) for kop in koppen]
    titel = visible(vergeleken.nieuw.plan.gegevens.naam, _LANGSTE)
    regels = [
        click.style(titel, bold=True),
        f"{'':{_BREED}}  {koppen[0]:>{breed[0]}}  {koppen[1]:>{breed[1]}}  verschil",
    ]
    for status in TELVOLGORDE:
        was, is_nu = toen.aantallen[status], nu.aantallen[status]
        verschil = f"{is_nu - was:+}" if is_nu != was else "="
        regels.append(f"{status:{_BREED}}  {was:>{breed[0]}}  {is_nu:>{breed[1]}}  {verschil:>8}")
    return regels


def _by_kind(wijzigingen: Sequence[_Soortig]) -> list[tuple[str, list[_Soortig]]]:
    """Group changes by kind; the kinds in the order in which each first occurs."""
    per_soort: dict[str, list[_Soortig]] = {}
    for wijziging in wijzigingen:
        per_soort.setdefault(wijziging.soort, []).append(wijziging)
    return list(per_soort.items())


def _plan_line(wijziging: Planwijziging) -> str:
    van_naar = f"{wijziging.was} → {wijziging.nu}" if wijziging.was and wijziging.nu else wijziging.was or wijziging.nu
    actie = f"{wijziging.actie.nr}  {wijziging.actie.tekst}" if wijziging.actie else ""
    return visible(": ".join(deel for deel in (actie, van_naar) if deel), _LANGSTE)


def _answer_lines(wijzigingen: list[Wijziging]) -> Iterator[str]:
    """Say of one actie what changed; gemeenten that changed in the same way are told together."""
    gelijk: dict[tuple[str, str], list[str]] = {}
    for wijziging in wijzigingen:
        gelijk.setdefault((_say(wijziging.was), _say(wijziging.nu)), []).append(wijziging.gemeente)
    for (was, is_nu), gemeenten in gelijk.items():
        yield f"{opsomming([visible(naam) for naam in gemeenten])}: {was} → {is_nu}"


def _say(invulling: Invulling | None) -> str:
    """An answer in a few words."""
    if invulling is None:
        return NVT
    rest = invulling.planning or (str(invulling.reden) if invulling.reden else "")
    return visible(", ".join(deel for deel in (str(invulling.status), rest) if deel), _LANGSTE)
