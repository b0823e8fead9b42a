"""What `verzenden` tells a person: where the draft is, what goes along, and what is still to be done by hand."""

import click

from actieplan_xl.cli.meldingen import count_ernst, tell_findings
from actieplan_xl.cli.scherm import fold_text
from actieplan_xl.domain.bevinding import worth_telling
from actieplan_xl.domain.weergave import visible
from actieplan_xl.domain.words import enkelvoud_of_meervoud, opsomming
from actieplan_xl.tasks import Verzending

_GEHEIM = (
    "Geef het wachtwoord door per telefoon of op een andere manier, niet per mail. Het staat nergens opgeschreven: "
    "kwijt is kwijt. De samenvatting in de mail zelf is niet beveiligd; lees haar na."
)
_NIET_VERGELEKEN = (
    "Of er na het samenvoegen nog iets binnenkwam, is niet nagekeken. Geef daarvoor --invoer mee, met de map "
    "waarin het staat."
)


def report_verzending(klaar: Verzending) -> list[str]:
    """Tell where the draft is and what to do with it, and what there is to say about the workbook."""
    concept = klaar.concept
    bijlagen = opsomming([visible(bijlage.naam) for bijlage in concept.bijlagen])
    regels = [click.style(f"Het concept staat klaar: {klaar.pad}", bold=True), ""]
    if concept.aan:
        aantal = enkelvoud_of_meervoud(len(concept.aan), "adres", "adressen")
        regels += fold_text(f"Aan {aantal}: {', '.join(concept.aan)}", "  ", "")
    regels += fold_text(f"Onderwerp: {visible(concept.onderwerp)}", "  ", "")
    regels += fold_text(f"Bijlage: {bijlagen}{', met een wachtwoord erop' if klaar.is_beveiligd else ''}", "  ", "")
    regels += ["", *fold_text("Open het in je mailprogramma, lees het na en verstuur het zelf.")]
    for zin in (_GEHEIM if klaar.is_beveiligd else "", "" if klaar.is_vergeleken else _NIET_VERGELEKEN):
        regels += ["", *fold_text(zin)] if zin else []
    te_melden = worth_telling(klaar.bevindingen)
    return [*regels, "", click.style("Let nog even op", bold=True), *tell_findings(te_melden)] if te_melden else regels


def summarise_verzending(klaar: Verzending) -> str:
    """Say in one sentence that the draft is there and needs a look."""
    meldingen = worth_telling(klaar.bevindingen)
    aantal = enkelvoud_of_meervoud(len(meldingen), "melding vraagt", "meldingen vragen")
    return f"Het concept staat klaar, maar {aantal} aandacht ({count_ernst(meldingen)}). Kijk hierboven wat je doet."
