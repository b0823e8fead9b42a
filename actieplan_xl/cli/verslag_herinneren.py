"""What `herinneren` tells a person: who gets a draft, who is complete, who has uitstel, and that nothing was sent."""

from pathlib import Path

import click

from actieplan_xl.cli.meldingen import count_ernst, tell_findings
from actieplan_xl.cli.scherm import fold_text
from actieplan_xl.domain.bevinding import worth_telling
from actieplan_xl.domain.weergave import visible
from actieplan_xl.domain.words import enkelvoud_of_meervoud, korte_opsomming, opsomming
from actieplan_xl.tasks.herinneren import Herinnerd, Herinnermail

_LANGSTE = 300
_VEEL_NAMEN = 12
_ZONDER_PLAN = "Wie uitstel heeft staat in het planwerkboek. Geef het mee met --plan, dan krijgt die geen herinnering."
_ZELF = "Er is niets verstuurd. Open ze in je mailprogramma, kijk ze na en verstuur ze zelf."


def report_herinnerd(herinnerd: Herinnerd, naar: Path) -> list[str]:
    """Tell what was made, and what to do with it."""
    regels = fold_text(_headline(herinnerd, naar))
    regels = [click.style(regel, bold=True) for regel in regels]
    for mail in herinnerd.mails:
        regels += fold_text(_mail_line(mail), "      ", "  ")
    if herinnerd.compleet:
        wie = korte_opsomming([visible(naam, _LANGSTE) for naam in herinnerd.compleet], _VEEL_NAMEN)
        regels += ["", *fold_text(f"Compleet: {wie}.", "  ", "")]
    if herinnerd.uitstel:
        regels += [""]
    for gemeente in herinnerd.uitstel:
        regels += fold_text(visible(f"{gemeente.naam} heeft {gemeente.uitstel}.", _LANGSTE), "  ", "")
    if herinnerd.mails and not herinnerd.kent_uitstel:
        regels += ["", *fold_text(_ZONDER_PLAN)]
    for pad in herinnerd.eerdere:
        zin = f"{visible(pad.name, _LANGSTE)} stond er al en hoort bij een eerdere keer: verstuur hem niet meer."
        regels += ["", *fold_text(zin, "  ", "")]
    te_melden = worth_telling(herinnerd.bevindingen)
    if te_melden:
        regels += ["", click.style("Kijk hier eerst naar", bold=True), *tell_findings(te_melden)]
    return [*regels, "", *fold_text(_ZELF)] if herinnerd.mails else regels


def summarise_herinnerd(herinnerd: Herinnerd) -> str:
    """Say in one sentence that something asks attention before the drafts are sent."""
    meldingen = worth_telling(herinnerd.bevindingen)
    aantal = enkelvoud_of_meervoud(len(meldingen), "melding vraagt", "meldingen vragen")
    eerst = ", voordat je iets verstuurt" if herinnerd.mails else ""
    return f"{aantal} aandacht ({count_ernst(meldingen)}). Kijk hierboven wat je doet{eerst}."


def _headline(herinnerd: Herinnerd, naar: Path) -> str:
    if herinnerd.mails:
        aantal = enkelvoud_of_meervoud(len(herinnerd.mails), "herinnering staat", "herinneringen staan")
        return f"{aantal} klaar in {visible(str(naar), _LANGSTE)}"
    if herinnerd.uitstel:
        return "Er is niemand te herinneren: wie nog iets open heeft, heeft uitstel."
    return "Er is niemand te herinneren: alle antwoorden zijn binnen."


def _mail_line(mail: Herinnermail) -> str:
    delen = [f"{visible(t.gemeente, _LANGSTE)} (nog {len(t.open)} van {t.gevraagd})" for t in mail.tellingen]
    aan = f"aan {', '.join(mail.aan)}" if mail.aan else "nog zonder ontvanger"
    return f"{visible(mail.pad.name, _LANGSTE)}: {opsomming(delen)}, {aan}"
