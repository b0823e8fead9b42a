"""Tasks on a round: check what came back, give it back to be mended, merge it into the regiowerkboek."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from actieplan_xl.reading.inzending import Voortgang
from actieplan_xl.reading.werkboek.bestand import Bron
from actieplan_xl.reading.werkboek.beveiliging import Wachtwoord
from actieplan_xl.tasks.paden import Pad, input_paths
from actieplan_xl.tasks.ronde import Leesopdracht, Uitkomst, hold_all, read_round
from actieplan_xl.writing.opslag import Doel, file_name, write_file
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek


def check(
    invoer: Iterable[Bron],
    plan: Bron | None = None,
    gemeenten: Mapping[str, str] | None = None,
    voortgang: Voortgang | None = None,
    *,
    wachtwoorden: Iterable[Wachtwoord] = (),
    retour: Pad | None = None,
    overschrijven: bool = False,
) -> Uitkomst:
    """Read what came back and return what is missing or wrong in it.

    `wachtwoorden` are tried on protected files; a function among them is asked when none of them fits. With `retour`,
    a folder, everyone who has something to mend gets a workbook there to send back; else nothing is written.
    """
    opdracht = Leesopdracht(hold_all(tuple(invoer)), plan, gemeenten or {}, voortgang, tuple(wachtwoorden))
    ronde = read_round(opdracht)
    if retour is None:
        return ronde.outcome()
    from actieplan_xl.tasks.retour import give_back  # noqa: PLC0415  a merge gives nothing back

    return give_back(opdracht, ronde, Path(retour), overschrijven)


def merge_files(
    invoer: Iterable[Bron],
    plan: Bron | None = None,
    naar: Pad | None = None,
    peildatum: str = "",
    gemeenten: Mapping[str, str] | None = None,
    overschrijven: bool = False,
    voortgang: Voortgang | None = None,
    *,
    wachtwoorden: Iterable[Wachtwoord] = (),
    vorige: Bron | None = None,
) -> Uitkomst:
    """Merge what came back into a regiowerkboek and return what happened.

    Without `naar` the file is `Regiowerkboek <naam>.xlsx` in the current folder. `peildatum` is ISO; without it the
    plan's own counts, else today. With `vorige`, the regiowerkboek of the time before, it tells what changed since.
    """
    opdracht = Leesopdracht(
        hold_all(tuple(invoer)), plan, gemeenten or {}, voortgang, tuple(wachtwoorden), peildatum, vorige
    )
    uitkomst = read_round(opdracht).outcome()
    pad = Path(naar or f"Regiowerkboek {file_name(uitkomst.plan.gegevens.naam)}.xlsx")
    doel = Doel(pad, overschrijven, input_paths(opdracht.invoer, plan, vorige))
    geschreven = write_file(doel, build_regiowerkboek(uitkomst.samenvoeging))
    return replace(uitkomst, extra=geschreven.bevindingen, geschreven=geschreven.pad)
