"""Giving workbooks back to be mended: one for everyone who has something to mend, all of them or none."""

from dataclasses import replace
from pathlib import Path

from actieplan_xl.reading.invoer import offered
from actieplan_xl.reading.planwerkboek import Planwerkboek
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.rules.herstel import Herstel, collect_herstel
from actieplan_xl.tasks.paden import check_folder, input_paths
from actieplan_xl.tasks.ronde import Gelezenronde, Leesopdracht, Retour, Uitkomst
from actieplan_xl.writing.opslag import Doel, check_target, make_folder, unique_names, write_files
from actieplan_xl.writing.retour import RETOUR, Gebouwd, build_retour, retour_name


def give_back(opdracht: Leesopdracht, ronde: Gelezenronde, map_: Path, overschrijven: bool) -> Uitkomst:
    """Write a retour for everyone who has something to mend, and return the outcome of the round with them.

    Raises `GebruikError` when the folder is one that is read, `BestandError` when a retour cannot be written.
    """
    check_folder(opdracht.invoer, map_, "--retour")
    plan = ronde.vraag.plan
    te_doen = collect_herstel(ronde.samenvoeging)
    namen = unique_names(retour_name(plan, herstel) for herstel in te_doen)
    invoer = input_paths(opdracht.invoer, opdracht.plan)
    doelen = [Doel(map_ / f"{naam}.xlsx", overschrijven, invoer) for naam in namen]
    for doel in doelen:
        check_target(doel)
    make_folder(map_)
    gebouwd = build_retours(opdracht, ronde, te_doen)
    geschreven = write_files(zip(doelen, (een.inhoud for een in gebouwd), strict=True))
    retour = tuple(
        Retour(herstel.wie, waar.pad, een.opnieuw, len(herstel.bevindingen))
        for herstel, een, waar in zip(te_doen, gebouwd, geschreven, strict=True)
    )
    extra = tuple(bevinding for waar in geschreven for bevinding in waar.bevindingen)
    eerder = _older(map_, [waar.pad for waar in geschreven])
    return replace(ronde.outcome(), extra=extra, retour=retour, eerdere_retours=eerder)


def _older(map_: Path, geschreven: list[Path]) -> tuple[Path, ...]:
    """Return the retours in the folder that are not of this time. They stay: someone may still have to look at them."""
    nu = {pad.name for pad in geschreven}
    return tuple(sorted(pad for pad in map_.glob(f"{RETOUR} *.xlsx") if pad.name not in nu))


def build_retours(opdracht: Leesopdracht, ronde: Gelezenronde, te_doen: list[Herstel]) -> list[Gebouwd]:
    """Build every retour before any is written. The files are read once more, one at a time: a round keeps what they
    say, not what they are."""
    gebouwd: dict[int, Gebouwd] = {}
    vorige = Planwerkboek(ronde.vraag.plan, ronde.vraag.standen)

    def build(nummer: int, bestand: Bestand | None) -> None:
        herstel = te_doen[nummer]
        bekend = vorige.known_of(herstel.gemeente)
        gebouwd[nummer] = build_retour(vorige.plan, herstel, bestand, bekend, ronde.sleutels)

    nodig: dict[str, list[int]] = {}
    for nummer, herstel in enumerate(te_doen):
        if herstel.inzending is not None:
            nodig.setdefault(herstel.inzending.herkomst.sha256, []).append(nummer)
    for aanbod in offered(opdracht.invoer) if nodig else ():
        for nummer in nodig.pop(aanbod.bestand.sha256, ()) if aanbod.bestand else ():
            build(nummer, aanbod.bestand)
    for nummer in range(len(te_doen)):
        if nummer not in gebouwd:
            build(nummer, None)
    return [gebouwd[nummer] for nummer in range(len(te_doen))]
