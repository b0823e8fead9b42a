"""Giving workbooks back to be mended: one for everyone who has something to mend, all of them or none."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from actieplan_xl.domain.bevinding import Bevinding
from actieplan_xl.domain.errors import GebruikError
from actieplan_xl.reading.invoer import offered
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.rules.herstel import Herstel, collect_herstel
from actieplan_xl.tasks.paden import input_paths
from actieplan_xl.tasks.ronde import Gelezenronde, Leesopdracht, Retour, Uitkomst
from actieplan_xl.writing.opslag import Doel, check_target, make_folder, unique_names, write_file
from actieplan_xl.writing.retour import build_retour, retour_name


def give_back(opdracht: Leesopdracht, ronde: Gelezenronde, map_: Path, overschrijven: bool) -> Uitkomst:
    """Write a retour for everyone who has something to mend, and return the outcome of the round with them.

    Raises `GebruikError` when the folder is one that is read, `BestandError` when a retour cannot be written.
    """
    _check_folder(opdracht, map_)
    plan = ronde.vraag.plan
    te_doen = collect_herstel(ronde.samenvoeging)
    namen = unique_names(retour_name(plan, herstel) for herstel in te_doen)
    invoer = input_paths(opdracht.invoer, opdracht.plan)
    doelen = [Doel(map_ / f"{naam}.xlsx", overschrijven, invoer) for naam in namen]
    for doel in doelen:
        check_target(doel)
    make_folder(map_)
    per_hash = {h.inzending.herkomst.sha256 for h in te_doen if h.inzending is not None}
    bestanden = {bestand.sha256: bestand for bestand in _read_again(opdracht, per_hash)}
    gemaakt: list[Retour] = []
    extra: list[Bevinding] = []
    for doel, herstel in zip(doelen, te_doen, strict=True):
        gebouwd = build_retour(plan, herstel, _find(herstel, bestanden), ronde.vraag.standen.get(herstel.wie, {}))
        geschreven = write_file(doel, gebouwd.inhoud)
        extra += geschreven.bevindingen
        gemaakt.append(Retour(herstel.wie, geschreven.pad, gebouwd.opnieuw, len(herstel.bevindingen)))
    return replace(ronde.outcome(), extra=tuple(extra), retour=tuple(gemaakt))


def _check_folder(opdracht: Leesopdracht, map_: Path) -> None:
    """A retour among the input would be read as a second answer of its gemeente, the next time."""
    for bron in opdracht.invoer:
        if isinstance(bron, (str, os.PathLike)) and map_.exists() and Path(bron).is_dir() and map_.samefile(bron):
            raise GebruikError(f"In '{map_}' staat de invoer. Kies voor --retour een andere map.")


def _read_again(opdracht: Leesopdracht, hashes: set[str]) -> Iterator[Bestand]:
    """Yield the files that count, once more: a round keeps what they say, not what they are."""
    for aanbod in offered(opdracht.invoer):
        if aanbod.bestand is not None and aanbod.bestand.sha256 in hashes:
            yield aanbod.bestand


def _find(herstel: Herstel, bestanden: dict[str, Bestand]) -> Bestand | None:
    return bestanden.get(herstel.inzending.herkomst.sha256) if herstel.inzending is not None else None
