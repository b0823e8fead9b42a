"""What `controleren`, `samenvoegen` and `uitvragen` tell a person: lines of text. Colour only comes on top of words."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from actieplan_xl.cli.meldingen import count_ernst, tell_findings
from actieplan_xl.cli.scherm import fold_text
from actieplan_xl.domain.bevinding import Bevinding, Code, Ernst, worth_telling
from actieplan_xl.domain.datum import format_datum
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import Reden
from actieplan_xl.domain.weergave import visible
from actieplan_xl.domain.words import Bladen, enkelvoud_of_meervoud, opsomming
from actieplan_xl.rules.volledigheid import Telling, find_uitstel
from actieplan_xl.tasks.ronde import Retour, Uitkomst

if TYPE_CHECKING:
    from actieplan_xl.tasks import Export, Uitvraag, Vertoning

ALGEMEEN = "Algemeen"
_AL_GETELD = (
    Code.GEEN_ANTWOORD,
    Code.GEEN_BESTAND,
    Code.UITSTEL,
)  # the counts per gemeente say this already, more compactly
_OVER_VORIGE = (Code.VORIGE_ANDER_PLAN, Code.VORIGE_LIJKT_ANDER_PLAN, Code.VORIGE_NIET_EERDER)
"""Whoever named the wrong workbook should hear so where it was named."""
_WEINIG_TER_INFO = 3
_VEEL_NAMEN = 12
_LANGSTE_UITSTEL = 300
_VERDER = "actieplan controleren binnen"


def report_uitvraag(uitvraag: "Uitvraag", naar: Path) -> list[str]:
    """Tell which invulbladen were made, what there is to say about the plan, and what to do next."""
    aantal = enkelvoud_of_meervoud(len(uitvraag.paden), "invulblad staat", "invulbladen staan")
    regels = [f"{aantal} in {naar}:", *(f"  {pad.name}" for pad in uitvraag.paden), ""]
    if uitvraag.bevindingen:
        regels += [click.style("Kijk nog even naar het plan", bold=True), *tell_findings(uitvraag.bevindingen), ""]
    verder = (
        f"Stuur ze rond. Zet wat terugkomt in een nieuwe, lege map, bijvoorbeeld binnen, en kijk dan met '{_VERDER}'."
    )
    return regels + fold_text(verder)


def report_vertoning(vertoning: "Vertoning") -> list[str]:
    """Tell what there is to say about the workbook whose matrix is shown; nothing when there is nothing."""
    te_melden = worth_telling(vertoning.bevindingen)
    return ["", click.style("Let nog even op", bold=True), *tell_findings(te_melden)] if te_melden else []


def report_export(gemaakt: "Export") -> list[str]:
    """Tell where the file is, and what there is to say about the workbook it was made of."""
    regels = [click.style(f"Gemaakt: {gemaakt.pad}", bold=True)]
    te_melden = worth_telling(gemaakt.bevindingen)
    return [*regels, "", *tell_findings(te_melden)] if te_melden else regels


def summarise_export(gemaakt: "Export") -> str:
    """Say in one sentence that the file is there and needs a look."""
    meldingen = worth_telling(gemaakt.bevindingen)
    aantal = enkelvoud_of_meervoud(len(meldingen), "melding vraagt", "meldingen vragen")
    return f"{gemaakt.pad.name} is gemaakt; {aantal} aandacht ({count_ernst(meldingen)}). Kijk hierboven wat je doet."


def report_controle(uitkomst: Uitkomst) -> list[str]:
    """Tell what is missing and what is wrong, gemeente by gemeente."""
    te_tonen, weggelaten = _choose(uitkomst.bevindingen)
    regels = [*_heading(uitkomst), *_who_is_missing(uitkomst, "hieronder"), *_who_is_done(uitkomst)]
    for naam in _names(uitkomst.plan, te_tonen):
        telling = next((t for t in uitkomst.tellingen if t.gemeente == naam), None)
        regels += _group(naam, telling, [b for b in te_tonen if b.gemeente == naam])
    if weggelaten:
        aantal = enkelvoud_of_meervoud(weggelaten, "melding", "meldingen")
        regels += ["", *fold_text(f"Verder {aantal} ter info; daar hoef je niets mee. Met --json zie je ze.")]
    if not uitkomst.has_aandachtspunten:
        regels += ["", *fold_text("Alles is binnen en klopt. Je kunt samenvoegen.")]
    return [*regels, *_retours(uitkomst.retour), *_earlier_retours(uitkomst.eerdere_retours)]


def _retours(retours: Sequence[Retour]) -> list[str]:
    """Tell which workbooks are ready to be sent back, and which of them had to be set up anew."""
    if not retours:
        return []
    aantal = enkelvoud_of_meervoud(len(retours), "werkboek staat", "werkboeken staan")
    kop = f"{aantal} klaar om terug te sturen, in {visible(str(retours[0].pad.parent))}"
    regels = ["", *(click.style(regel, bold=True) for regel in fold_text(kop))]
    punten = [f"{visible(r.wie)} ({enkelvoud_of_meervoud(r.aantal, 'punt', 'punten')})" for r in retours]
    regels += fold_text(f"{opsomming(punten)}.", "  ")
    for retour in retours:
        if retour.opnieuw:
            regels += fold_text(f"{visible(retour.wie)} krijgt een nieuw blad: {retour.opnieuw}.", "  ")
    return regels


def _earlier_retours(paden: Sequence[Path]) -> list[str]:
    """Tell which retours in the folder are left from an earlier time: not to be sent again."""
    zin = "{} stond er al en hoort bij een eerdere keer: haal het weg, of kijk of het nog terug moet."
    regels = [regel for pad in paden for regel in fold_text(zin.format(visible(pad.name)), "  ")]
    return ["", *regels] if regels else []


def report_samenvoeging(uitkomst: Uitkomst) -> list[str]:
    """Tell what was made and how complete it is; the findings themselves stand in the workbook."""
    gemaakt = f"Het regiowerkboek is gemaakt: {uitkomst.geschreven}"
    regels = [click.style(gemaakt, bold=True), "", *_heading(uitkomst)]
    regels += _who_is_missing(uitkomst, f"op het werkblad {Bladen.BEVINDINGEN}")
    deels = [f"{t.gemeente} (nog {len(t.open)})" for t in uitkomst.tellingen if t.open and t.reden is None]
    if deels:
        regels += fold_text(f"Nog niet alles beantwoord: {opsomming(deels)}.", "  ", "")
    if (vergelijking := uitkomst.samenvoeging.vergelijking) is not None:
        regels += fold_text(visible(vergelijking.zin), "  ", "")
    regels += tell_findings([b for b in uitkomst.samenvoeging.bevindingen if b.code in _OVER_VORIGE])
    in_werkboek = uitkomst.samenvoeging.bevindingen
    if in_werkboek:
        tekst = f"Bevindingen: {count_ernst(in_werkboek)}. Ze staan op het werkblad {Bladen.BEVINDINGEN}."
        regels += fold_text(tekst, "  ", "")
    return regels + tell_findings(uitkomst.extra)


def summarise_controle(uitkomst: Uitkomst) -> str:
    """Say in one sentence what is still to be done."""
    open_ = len(uitkomst.matrix.oranje)
    meldingen = [b for b in worth_telling(uitkomst.bevindingen) if b.code not in _AL_GETELD]
    delen = []
    if open_:
        met_uitstel = sum(find_uitstel(uitkomst.matrix).values())
        uitstel = f" ({met_uitstel} met uitstel)" if met_uitstel else ""
        delen.append(enkelvoud_of_meervoud(open_, "antwoord ontbreekt", "antwoorden ontbreken") + uitstel)
    if meldingen:
        aantal = enkelvoud_of_meervoud(len(meldingen), "melding vraagt aandacht", "meldingen vragen aandacht")
        delen.append(f"{aantal} ({count_ernst(meldingen)})")
    return f"Er is nog iets te doen: {opsomming(delen)}. Werk dat na met de gemeenten en controleer dan opnieuw."


def summarise_samenvoeging(uitkomst: Uitkomst) -> str:
    """Say in one sentence why the result needs a look: the fouten, else the answers that are missing."""
    fouten = sum(bevinding.ernst is Ernst.FOUT for bevinding in uitkomst.bevindingen)
    if fouten:
        aantal = enkelvoud_of_meervoud(fouten, "fout", "fouten")
        return f"Het regiowerkboek is gemaakt, met {aantal}. Kijk op het werkblad {Bladen.BEVINDINGEN} wat je doet."
    aantal = enkelvoud_of_meervoud(len(uitkomst.matrix.oranje), "antwoord ontbreekt", "antwoorden ontbreken")
    return f"Het regiowerkboek is gemaakt, maar {aantal} nog. Vraag erom bij de gemeenten en voeg dan opnieuw samen."


def _heading(uitkomst: Uitkomst) -> list[str]:
    gegevens = uitkomst.plan.gegevens
    titel = " · ".join(visible(deel) for deel in (gegevens.naam, gegevens.regio) if deel)
    gevraagd = sum(telling.gevraagd for telling in uitkomst.tellingen)
    open_ = len(uitkomst.matrix.oranje)
    rest = f"{open_} oranje (niet nader bepaald)" if open_ else "niets ontbreekt"
    stand = (
        f"Stand per {visible(format_datum(gegevens.peildatum))}: {gevraagd - open_} van {gevraagd} antwoorden binnen"
    )
    regels = [*(click.style(regel, bold=True) for regel in fold_text(titel)), *fold_text(f"{stand}, {rest}.")]
    if correcties := uitkomst.samenvoeging.correcties:
        aantal = sum(een.telt for een in correcties)
        niet = len(correcties) - aantal
        zin = enkelvoud_of_meervoud(aantal, "correctie telt", "correcties tellen")
        regels += fold_text(f"Van de coördinator: {zin} mee{f', {niet} niet' if niet else ''}.", "  ", "")
    return regels


def _who_is_missing(uitkomst: Uitkomst, waar: str) -> list[str]:
    """Name first who sent nothing, then whose file cannot be read: that is what the coördinator goes after.

    Why a file cannot be read, and what to do about it, differs: the findings say it, and `waar` is where those stand.
    """
    zonder = [t.gemeente for t in uitkomst.tellingen if t.reden is Reden.GEEN_BESTAND]
    onleesbaar = [t.gemeente for t in uitkomst.tellingen if t.reden is Reden.ONLEESBAAR]
    kolommen = {t.gemeente: t.kolom for t in uitkomst.tellingen}
    brieven = {b.gemeente for b in uitkomst.bevindingen if b.code is Code.DOCUMENT_NIET_GELEZEN}
    schreven = [naam for naam in zonder if brieven & {naam, kolommen[naam]}]
    regels: list[str] = []
    for namen, tekst in (
        (zonder, "Nog geen bestand van: {wie}. Vraag om het ingevulde invulblad."),
        (schreven, "Wel iets gestuurd, maar geen invulblad: {wie}. Wat het is, staat {waar}."),
        (onleesbaar, "Niet gelezen: het bestand van {wie}. Waarom, en wat je eraan doet, staat {waar}."),
    ):
        wie = opsomming([visible(naam) for naam in namen])
        regels += fold_text(tekst.format(wie=wie, waar=waar), "  ", "") if namen else []
    return [*regels, *_who_has_uitstel(uitkomst)]


def _who_has_uitstel(uitkomst: Uitkomst) -> list[str]:
    """Name who need not answer yet, until when and why."""
    wie = [f"{g.naam} heeft {g.uitstel}; open: {open_}." for g, open_ in find_uitstel(uitkomst.matrix).items()]
    return [regel for zin in wie for regel in fold_text(visible(zin, _LANGSTE_UITSTEL), "  ", "")]


def _who_is_done(uitkomst: Uitkomst) -> list[str]:
    """Name who answered everything; apart from who did so with a fout in it."""
    mis = {b.gemeente for b in uitkomst.bevindingen if b.ernst is Ernst.FOUT}
    regels: list[str] = []
    for heeft_fout, zin in (
        (False, "Compleet: {}."),
        (True, "Alles beantwoord, maar met een fout: {}. Zie hieronder."),
    ):
        klaar = [t for t in uitkomst.tellingen if t.is_volledig and bool({t.gemeente, t.kolom} & mis) is heeft_fout]
        namen = [visible(telling.gemeente) for telling in klaar]
        wie = opsomming(namen) if len(namen) <= _VEEL_NAMEN else f"{len(namen)} gemeenten"
        regels += fold_text(zin.format(wie), "  ", "") if namen else []
    return regels


def _choose(bevindingen: Sequence[Bevinding]) -> tuple[list[Bevinding], int]:
    """Return the findings to show one by one, and how many *ter info* are only counted."""
    over = [b for b in bevindingen if b.code not in _AL_GETELD]
    ter_info = sum(b.ernst is Ernst.TER_INFO for b in over)
    if ter_info <= _WEINIG_TER_INFO:
        return over, 0
    return worth_telling(over), ter_info


def _names(plan: Plan, bevindingen: Iterable[Bevinding]) -> list[str]:
    """All names to group by: each kolom before its gemeenten, as in the plan; what belongs to none comes last."""
    uit_plan = [naam for kolom in plan.kolommen for naam in (kolom.naam, *(g.naam for g in kolom.gemeenten))]
    overige = sorted({b.gemeente for b in bevindingen} - set(uit_plan) - {""})
    return list(dict.fromkeys([*uit_plan, *overige, ""]))


def _group(naam: str, telling: Telling | None, bevindingen: Sequence[Bevinding]) -> list[str]:
    is_deels = telling is not None and bool(telling.open) and telling.reden is None
    if not bevindingen and not is_deels:
        return []
    regels = ["", _group_heading(naam, telling)]
    if telling is not None and is_deels:
        open_ = f"antwoord op {', '.join(telling.open)}" if telling.beantwoord else "enkel antwoord"
        regels += fold_text(f"nog geen {open_}", "    ", "  ")
    return regels + tell_findings(bevindingen)


def _group_heading(naam: str, telling: Telling | None) -> str:
    kop = click.style(visible(naam) or ALGEMEEN, bold=True)
    return kop if telling is None else f"{kop} ({telling.beantwoord} van {telling.gevraagd} beantwoord)"
