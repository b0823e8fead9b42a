"""Time reading many invulbladen beside what people would use instead, each reader in a process of its own.

    python benchmarks/lezen.py [--aantallen 8 342 3000] [--acties 60 120] [--keer 3]

Every reader gets every cell of every sheet out of each file; openpyxl and we also its colour. Prints the time per
file, the ratio to ours, and the most memory the process took. A machine may be busy; the ratio holds all the same.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

GEMEENTEN = ("Boekel", "Boxmeer", "Cuijk", "Grave", "Landerd", "Mill", "Sint Anthonis", "Uden")


def read_wij(paden: Iterable[Path]) -> int:
    """Read with our own reader: value, colour and place of every cell."""
    from actieplan_xl.reading.werkboek.bestand import open_bestand
    from actieplan_xl.reading.werkboek.openen import open_werkboek

    aantal = 0
    for pad in paden:
        boek = open_werkboek(open_bestand(pad))
        for sheet in boek.sheets:
            for cell in sheet.inhoud.cells.values():
                aantal += bool(sheet.typed(cell)) and boek.stijlen.kleur(cell.stijl) is not None
    return aantal


def read_antwoorden(paden: Iterable[Path]) -> int:
    """Read with our own reader and judge: every answer, with its findings."""
    from actieplan_xl.reading.inzending import read_invulblad

    return sum(len(read_invulblad(pad).antwoorden) for pad in paden)


def read_openpyxl(paden: Iterable[Path]) -> int:
    """Read with openpyxl: value and colour of every cell."""
    import openpyxl

    aantal = 0
    for pad in paden:
        for blad in openpyxl.load_workbook(pad, data_only=True).worksheets:
            for rij in blad.iter_rows():
                aantal += sum(cel.value is not None and cel.fill.fgColor is not None for cel in rij)
    return aantal


def read_openpyxl_read_only(paden: Iterable[Path]) -> int:
    """Read with openpyxl's quick mode: values only."""
    import openpyxl

    aantal = 0
    for pad in paden:
        boek = openpyxl.load_workbook(pad, data_only=True, read_only=True)
        for blad in boek.worksheets:
            aantal += sum(waarde is not None for rij in blad.iter_rows(values_only=True) for waarde in rij)
        boek.close()
    return aantal


def read_pandas(paden: Iterable[Path]) -> int:
    """Read with pandas: values only."""
    import pandas as pd

    return sum(
        int(frame.notna().sum().sum())
        for pad in paden
        for frame in pd.read_excel(pad, sheet_name=None, header=None).values()
    )


def read_calamine(paden: Iterable[Path]) -> int:
    """Read with python-calamine: values only."""
    from python_calamine import CalamineWorkbook

    aantal = 0
    for pad in paden:
        boek = CalamineWorkbook.from_path(pad)
        for naam in boek.sheet_names:
            rijen = boek.get_sheet_by_name(naam).to_python(skip_empty_area=False)
            aantal += sum(waarde != "" for rij in rijen for waarde in rij)
    return aantal


LEZERS: dict[str, tuple[str, Callable[[Iterable[Path]], int]]] = {
    "wij": ("**actieplan_xl**, elke cel met kleur en plek", read_wij),
    "antwoorden": ("**actieplan_xl**, elk antwoord beoordeeld", read_antwoorden),
    "openpyxl": ("openpyxl, elke cel met kleur", read_openpyxl),
    "read_only": ("openpyxl `read_only`, alleen waarden", read_openpyxl_read_only),
    "pandas": ("pandas, alleen waarden", read_pandas),
    "calamine": ("python-calamine, alleen waarden", read_calamine),
}


def make_files(map_: Path, aantal: int, acties: int) -> None:
    """Write `aantal` filled-in invulbladen that all differ."""
    from actieplan_xl.domain.plan import Actie, Gemeente, Hoofdlijn, Kolom, Plan, Plangegevens, Thema
    from actieplan_xl.domain.status import ANTWOORDEN
    from actieplan_xl.writing.invulblad import Antwoord, Vulling, build_invulblad

    nrs = [f"{1 + n // 30}.{1 + n % 30 // 6}.{1 + n % 6}" for n in range(acties)]
    lijnen: dict[str, dict[str, list[Actie]]] = {}
    for nr in nrs:
        lijn, thema, _ = nr.split(".")
        actie = Actie(nr, f"Actie {nr}: afspraken maken met de partners en die vastleggen")
        lijnen.setdefault(lijn, {}).setdefault(f"{lijn}.{thema}", []).append(actie)
    plan = Plan(
        Plangegevens("Actieplan ondermijning", "Maas en Leijgraaf", "2019", "2019-06-01"),
        tuple(Kolom(naam, (Gemeente(naam, naam),)) for naam in GEMEENTEN),
        tuple(
            Hoofdlijn(lijn, f"Hoofdlijn {lijn}", tuple(Thema(t, f"Thema {t}", tuple(a)) for t, a in themas.items()))
            for lijn, themas in lijnen.items()
        ),
    )
    for nummer in range(aantal):
        antwoorden = {
            nr: Antwoord(str(ANTWOORDEN[(nummer + n) % 4]), f"kwartaal {n % 4 + 1} van 2019", f"uitleg {nummer}-{n}")
            for n, nr in enumerate(nrs)
            if (nummer + n) % 7
        }
        inhoud = build_invulblad(plan, plan.gemeenten[nummer % len(GEMEENTEN)], None, Vulling(antwoorden))
        (map_ / f"{nummer:04}.xlsx").write_bytes(inhoud)


def run_reader(lezer: str, map_: Path, aantal: int) -> dict[str, float]:
    """Let a process of its own read the first `aantal` files."""
    opdracht = [sys.executable, __file__, "--lezer", lezer, "--map", str(map_), "--aantallen", str(aantal)]
    klaar = subprocess.run(opdracht, check=True, capture_output=True, text=True)
    return dict(json.loads(klaar.stdout))


def measure(lezer: str, map_: Path, aantal: int) -> None:
    """Read the files, after one to warm up, and print what it took as JSON."""
    paden = sorted(map_.glob("*.xlsx"))[:aantal]
    lees = LEZERS[lezer][1]
    lees(paden[:1])
    begin = time.process_time()
    gezien = lees(paden)
    duur = time.process_time() - begin
    geheugen = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"ms": duur * 1000 / len(paden), "mib": geheugen, "gezien": gezien}))


def compare(acties: int, aantallen: list[int], keer: int) -> None:
    """Measure all readers in turn on the same files and print a table in Markdown."""
    with tempfile.TemporaryDirectory() as naam:
        make_files(Path(naam), max(aantallen), acties)
        for aantal in aantallen:
            uitslagen: dict[str, list[dict[str, float]]] = {lezer: [] for lezer in LEZERS}
            for _ in range(keer if aantal < 1000 else 1):
                for lezer in LEZERS:
                    uitslagen[lezer].append(run_reader(lezer, Path(naam), aantal))
            print(
                f"\n| {aantal} invulbladen van {acties} acties | ms per bestand | keer ons | MiB |\n|---|--:|--:|--:|"
            )
            wij = statistics.median(uitslag["ms"] for uitslag in uitslagen["wij"])
            for lezer, (titel, _) in LEZERS.items():
                ms = statistics.median(uitslag["ms"] for uitslag in uitslagen[lezer])
                mib = max(uitslag["mib"] for uitslag in uitslagen[lezer])
                print(f"| {titel} | {ms:.2f} | {ms / wij:.2f} | {mib:.0f} |", flush=True)


def main() -> None:
    """Compare, or, in a process started for it, be one of the readers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--aantallen", type=int, nargs="+", default=[8, 342, 3000])
    parser.add_argument("--acties", type=int, nargs="+", default=[60, 120])
    parser.add_argument("--keer", type=int, default=3)
    parser.add_argument("--lezer", choices=LEZERS, help=argparse.SUPPRESS)
    parser.add_argument("--map", type=Path, help=argparse.SUPPRESS)
    keuzes = parser.parse_args()
    if keuzes.lezer:
        measure(keuzes.lezer, keuzes.map, keuzes.aantallen[0])
        return
    for acties in keuzes.acties:
        compare(acties, keuzes.aantallen, keuzes.keer)


if __name__ == "__main__":
    main()
