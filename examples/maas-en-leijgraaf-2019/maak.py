"""Remake everything that is made: both templates, the example from end to end, and the pictures in `docs`.

    python examples/maas-en-leijgraaf-2019/maak.py            all, pictures when LibreOffice is there
    python examples/maas-en-leijgraaf-2019/maak.py --zonder-beeld

The same facts give the same bytes, so `git diff` shows what a change of the library does to the files.
"""

import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from actieplan_xl import tasks
from actieplan_xl.domain.status import ONGEWIJZIGD
from actieplan_xl.reading.regiowerkboek import read_vorige
from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad, invulblad_name
from actieplan_xl.writing.planwerkboek import build_planwerkboek

HIER = Path(__file__).parent
WORTEL = HIER.parent.parent
sys.path.insert(0, str(HIER))

import facts  # noqa: E402
import pictures  # noqa: E402

EERSTE_OPGESLAGEN = datetime(2019, 5, 6, 9, 30)
NAJAAR = "2019-11-01"
NAJAAR_OPGESLAGEN = datetime(2019, 10, 21, 9, 30)
ZONDER_BESTAND_IN_NAJAAR = "Sint Anthonis"


def make_templates(map_: Path) -> None:
    """Write the planwerkboeken that ship with the library."""
    plan = facts.make_plan()
    (map_ / "maas-en-leijgraaf-2019.xlsx").write_bytes(build_planwerkboek(plan, facts.make_standen(plan)))
    (map_ / "leeg-actieplan.xlsx").write_bytes(build_planwerkboek(facts.make_leeg_plan()))


def make_ingevuld(map_: Path) -> list[Path]:
    """Write the eight invulbladen as they came back: planning to the letter, statuses illustrative."""
    map_.mkdir(parents=True, exist_ok=True)
    plan = facts.make_plan()
    standen, planning, statussen = facts.make_standen(plan), facts.make_planning(), facts.make_statussen()
    gemaakt = []
    for dag, gemeente in enumerate(plan.gemeenten):
        kolom = gemeente.kolom
        vulling = Vulling(
            {nr: Antwoord(statussen[kolom][nr], tekst) for nr, tekst in planning[kolom].items()},
            facts.make_eigen_acties(gemeente.naam),
            facts.make_communicatie(gemeente.naam),
        )
        opgeslagen = EERSTE_OPGESLAGEN + timedelta(days=dag, hours=dag)
        pad = map_ / f"{invulblad_name(plan, gemeente)}.xlsx"
        pad.write_bytes(build_invulblad(plan, gemeente, standen[gemeente.naam], vulling, opgeslagen))
        gemaakt.append(pad)
    return gemaakt


def make_najaar(map_: Path, vorige: Path) -> Path:
    """Write the round of half a year later, in which one gemeente sent nothing, and return its regiowerkboek."""
    werkboek, anders = read_vorige(vorige), facts.make_najaar()
    binnen = map_ / "najaar"
    binnen.mkdir()
    for gemeente in werkboek.plan.gemeenten:
        if gemeente.naam == ZONDER_BESTAND_IN_NAJAAR:
            continue
        standen = werkboek.known_of(gemeente).standen
        zelfde = {nr: Antwoord(ONGEWIJZIGD) for nr in standen}
        nieuw = {nr: Antwoord(*antwoord) for nr, antwoord in anders.get(gemeente.kolom, {}).items()}
        blad = build_invulblad(werkboek.plan, gemeente, standen, Vulling(zelfde | nieuw), NAJAAR_OPGESLAGEN)
        (binnen / f"{gemeente.naam}.xlsx").write_bytes(blad)
    doel = map_ / "Regiowerkboek november.xlsx"
    tasks.merge_files([binnen], vorige, doel, NAJAAR, vorige=vorige)
    return doel


def make_retour(map_: Path) -> Path:
    """Write what goes back to a gemeente that typed two answers nobody can read, and return where."""
    plan, standen = facts.make_plan(), facts.make_standen(facts.make_plan())
    boekel = next(gemeente for gemeente in plan.gemeenten if gemeente.naam == "Boekel")
    statussen, planning = facts.make_statussen()[boekel.kolom], facts.make_planning()[boekel.kolom]
    eerste, tweede, *_ = statussen
    getypt = statussen | {eerste: "bijna klar", tweede: "zie boven"}
    vulling = Vulling({nr: Antwoord(getypt[nr], tekst) for nr, tekst in planning.items()})
    (map_ / "retour").mkdir()
    ingestuurd = map_ / "retour" / f"{invulblad_name(plan, boekel)}.xlsx"
    ingestuurd.write_bytes(build_invulblad(plan, boekel, standen[boekel.naam], vulling, EERSTE_OPGESLAGEN))
    return tasks.check([ingestuurd], retour=map_ / "terug").retour[0].pad


def make_pictures(map_: Path) -> None:
    """Draw the pictures for the documents; one invulblad is drawn as it goes out, before anyone filled it in."""
    with tempfile.TemporaryDirectory() as werk:
        uitgevraagd = tasks.distribute(WORTEL / "templates" / "maas-en-leijgraaf-2019.xlsx", Path(werk))
        leeg = next(pad for pad in uitgevraagd.paden if "Boekel" in pad.name)
        najaar = make_najaar(Path(werk), next(HIER.glob("Regiowerkboek *.xlsx")))
        if not pictures.make_all(HIER, leeg, make_retour(Path(werk)), najaar, map_):
            print("Geen beeld gemaakt: daarvoor zijn LibreOffice en poppler nodig.")


def main() -> None:
    """Make it all and say what was made."""
    make_templates(WORTEL / "templates")
    make_ingevuld(HIER / "ingevuld")
    doel = HIER / f"Regiowerkboek {facts.GEGEVENS.naam}.xlsx"
    tasks.merge_files([HIER / "ingevuld"], naar=doel, overschrijven=True)
    if "--zonder-beeld" not in sys.argv:
        make_pictures(WORTEL / "docs" / "beeld")
    print(f"Klaar: {doel.name}")


if __name__ == "__main__":
    main()
