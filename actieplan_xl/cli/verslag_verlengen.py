"""What `verlengen` tells a person: what goes on, what is closed, and what is still to be filled in."""

from collections.abc import Iterator

import click

from actieplan_xl.cli.meldingen import tell_findings
from actieplan_xl.cli.scherm import fold_text
from actieplan_xl.domain.plan import Actie
from actieplan_xl.domain.weergave import visible
from actieplan_xl.domain.words import Bladen, enkelvoud_of_meervoud, opsomming
from actieplan_xl.rules.verlenging import Verlenging
from actieplan_xl.tasks.verlengen import Verlengd

_LANGSTE = 200


def report_verlenging(verlengd: Verlengd) -> list[str]:
    """Tell of every actie whether it goes on or is closed, and what to do before the new plan is sent round."""
    verlenging = verlengd.verlenging
    regels = [click.style(f"Het nieuwe plan is gemaakt: {verlengd.geschreven}", bold=True)]
    regels += fold_text(visible(verlenging.plan.gegevens.naam, _LANGSTE))
    for naam, eerder in verlenging.opgegaan.items():
        regels += fold_text(visible(f"{opsomming(eerder)} → {naam}", _LANGSTE), "    ", "  ")
    aantal = enkelvoud_of_meervoud(len(verlenging.gaan_door), "actie gaat", "acties gaan")
    regels += ["", *fold_text(f"{aantal} door, met hetzelfde nummer en met de vorige stand van elke gemeente.")]
    regels += _closed(verlengd)
    regels += ["", click.style("Vul nog in", bold=True)]
    regels += [regel for zin in _to_fill_in(verlenging) for regel in fold_text(zin, "    ", "  - ")]
    if verlengd.bevindingen:
        regels += ["", click.style("Let nog even op", bold=True), *tell_findings(verlengd.bevindingen)]
    stap = f'Maak daarna de invulbladen: actieplan uitvragen "{verlengd.geschreven}" --naar uitvraag'
    return [*regels, "", stap]


def summarise_verlenging(verlengd: Verlengd) -> str:
    """Say in one sentence that the plan is there, and that something about it asks attention."""
    naam = verlengd.geschreven.name
    return f"{naam} is gemaakt, maar er is iets om naar te kijken. Zie onder 'Let nog even op'."


def _closed(verlengd: Verlengd) -> list[str]:
    """Name the acties that are closed, and where they are now."""
    verlenging = verlengd.verlenging
    if not verlenging.afgesloten:
        return fold_text("Er is geen actie afgesloten.")
    aantal = enkelvoud_of_meervoud(len(verlenging.afgesloten), "actie is", "acties zijn")
    wat = "overal voltooid of niet opgepakt"
    blijft = verlenging.afgesloten[0].nr in verlenging.plan.actie_op_nr
    waar = "en staan toch in het plan" if blijft else f"en staan op het werkblad {Bladen.AFGESLOTEN}"
    waar = waar.replace("staan", "staat") if len(verlenging.afgesloten) == 1 else waar
    regels = fold_text(f"{aantal} {wat} {waar}:")
    return [*regels, *(regel for a in verlenging.afgesloten for regel in _name(a))]


def _name(actie: Actie) -> list[str]:
    return fold_text(visible(f"{actie.nr}  {actie.tekst}", _LANGSTE), "    ", "  ")


def _to_fill_in(verlenging: Verlenging) -> Iterator[str]:
    """Say what only the coördinator knows."""
    plan = verlenging.plan
    yield f"de peildatum en de uiterste inleverdatum, op het werkblad {Bladen.PLAN}"
    zonder = [gemeente.naam for gemeente in plan.gemeenten if not gemeente.e_mail]
    if zonder:
        namen = opsomming([visible(naam) for naam in zonder])
        yield f"het e-mailadres van {namen}, op het werkblad {Bladen.GEMEENTEN}"
    yield f"nieuwe acties, als die er zijn, met een nummer dat nog niet gebruikt is, op het werkblad {Bladen.ACTIEPLAN}"
    if eigen := verlenging.eigen_acties:
        staat = enkelvoud_of_meervoud(len(eigen), "eigen actie staat", "eigen acties staan")
        yield f"wat van gemeenten zelf komt: {staat} op het werkblad {Bladen.EIGEN_ACTIES} van het regiowerkboek"
