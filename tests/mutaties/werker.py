"""A process that tries seeds within limits, and says of each what went wrong. `python -m mutaties.werker 1 100`."""

import json
import resource
import signal
import sys
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path

from tekenen import pack

from actieplan_xl import tasks
from actieplan_xl.domain.bevinding import Bevinding, Ernst
from actieplan_xl.domain.status import Reden
from actieplan_xl.writing.planwerkboek import build_planwerkboek
from mutaties.getuige import marks_in_cells
from mutaties.grondstof import MERK, PLAN, own_invulblad
from mutaties.mutator import Mutatie, describe, mutate

SECONDEN, BYTES = 5, 512 * 1024 * 1024


class TeLangError(BaseException):
    """The time is up; a base exception, so that no code can mistake it for its own."""


def lay_out(map_: Path) -> None:
    """Lay a round out in a folder: the plan, and a good invulblad of Uden among what comes in."""
    (map_ / "binnen").mkdir()
    (map_ / "plan.xlsx").write_bytes(build_planwerkboek(PLAN))
    van_uden = {naam: inhoud.replace(b"Boekel", b"Uden") for naam, inhoud in own_invulblad().items()}
    (map_ / "binnen" / "Uden.xlsx").write_bytes(pack(van_uden))


def try_mutatie(mutatie: Mutatie, map_: Path) -> Iterator[str]:
    """Merge a round with this workbook in it and yield what is wrong with what comes out."""
    pad = map_ / "binnen" / mutatie.naam
    pad.write_bytes(mutatie.inhoud)
    try:
        uitkomst = tasks.merge_files([pad.parent], map_ / "plan.xlsx", map_ / "regio.xlsx", overschrijven=True)
    finally:
        pad.unlink()
    if not uitkomst.matrix.invulling("Uden", "1.1.1").is_antwoord:
        yield "het antwoord van Uden is weg"
    if {i.reden for i in uitkomst.matrix.invullingen if i.gemeente == "Boekel"} == {Reden.ONLEESBAAR}:
        yield from () if _told(uitkomst.bevindingen, "") else ["geweigerd zonder woord"]
        return
    gezien = set(MERK.findall(_all_texts(uitkomst)))
    for merk, cel in marks_in_cells(mutatie.inhoud).items():
        if merk not in gezien and not _told(uitkomst.bevindingen, cel):
            yield f"{merk} in {cel or 'een cel'} is weg: {[str(b) for b in uitkomst.bevindingen]}"


def _told(bevindingen: tuple[Bevinding, ...], cel: str) -> bool:
    """Whether something is said of this cell, or of the file or the sheet as a whole."""
    return any(
        b.plek.bestand.startswith("Boekel") and b.ernst is not Ernst.TER_INFO and b.plek.cel in ("", cel)
        for b in bevindingen
    )


def _all_texts(uitkomst: tasks.Uitkomst) -> str:
    """Everything that a reader of the regiowerkboek gets to see."""
    matrix = uitkomst.matrix
    delen = [f"{i.planning} {i.toelichting} {i.getypt}" for i in matrix.invullingen]
    delen += [f"{e.nr} {e.actie} {e.status} {e.planning} {e.toelichting}" for e in matrix.eigen_acties]
    delen += [f"{m.datum} {m.wat} {m.doelgroep} {m.kanaal} {m.bereik} {m.toelichting}" for m in matrix.communicatie]
    return "\n".join([*delen, *(b.tekst for b in uitkomst.bevindingen)])


def main(eerste: int, laatste: int) -> None:
    """Try the seeds; a line of JSON for each that goes wrong, and one at the end that says how many went well."""
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    signal.signal(signal.SIGALRM, _too_long)
    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        lay_out(map_)
        for zaad in range(eerste, laatste + 1):
            mutatie = mutate(zaad)
            signal.setitimer(signal.ITIMER_REAL, SECONDEN)
            try:
                fouten = list(try_mutatie(mutatie, map_))
            except TeLangError:
                fouten = [f"duurt langer dan {SECONDEN} s"]
            except Exception:  # noqa: BLE001  whatever it is, it is a defect with a seed
                fouten = [traceback.format_exc()]
            signal.setitimer(signal.ITIMER_REAL, 0)
            print(json.dumps({"zaad": zaad, "fouten": fouten, "wat": describe(mutatie)}), flush=True)


def _too_long(*_: object) -> None:
    raise TeLangError


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
