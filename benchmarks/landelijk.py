"""Time the regiowerkboek of the whole country, 342 gemeenten with a kolom each × 120 acties, beside plain pandas.

    python benchmarks/landelijk.py [--keer 3]

Every writer runs in a process of its own and gets the same answers in memory. pandas writes the matrix, the rows of
`Gegevens` and the counts per gemeente: no colours, formulas, links or pages. Prints a table in Markdown.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from actieplan_xl.domain.invulling import Invulling, Plek
from actieplan_xl.domain.matrix import Matrix, places
from actieplan_xl.domain.plan import Actie, Gemeente, Hoofdlijn, Kolom, Plan, Plangegevens, Thema
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.rules.samenvoeging import Samenvoeging
from actieplan_xl.rules.volledigheid import tell_missing
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek

GEMEENTEN = 342
_WISSELEND = (Status.STRUCTUREEL, Status.VOLTOOID, Status.GEPLAND, Status.NIET_OPGEPAKT, Status.NIET_BEPAALD)


def make_matrix(aantal: int, acties: int = 10) -> Matrix:
    """Return a matrix of 3 hoofdlijnen × 4 themas × a number of acties in which one answer in five is missing."""
    kolommen = tuple(Kolom(naam, (Gemeente(naam, naam),)) for naam in (f"Gemeente {nr:03}" for nr in range(aantal)))
    plan = Plan(
        Plangegevens("Landelijk actieplan", peildatum="2019-06-01", inleverdatum="2019-05-17"),
        kolommen,
        tuple(Hoofdlijn(str(lijn), f"Hoofdlijn {lijn}", _make_themas(lijn, acties)) for lijn in (1, 2, 3)),
    )
    invullingen = {}
    for nummer, (gemeente, actie) in enumerate(places(plan)):
        status = _WISSELEND[(nummer * 7 + nummer // 5) % 5]
        is_open = status is Status.NIET_BEPAALD
        invullingen[gemeente.naam, actie.nr] = Invulling(
            gemeente.naam,
            actie.nr,
            status,
            "" if is_open else f"{2019 + nummer % 4}, kwartaal {nummer % 4 + 1}",
            reden=Reden.LEEG if is_open else None,
            plek=Plek(f"Invulblad {gemeente.naam}.xlsx", "Invulblad", f"D{nummer // aantal + 9}"),
        )
    return Matrix.build(plan, invullingen)


def _make_themas(lijn: int, acties: int) -> tuple[Thema, ...]:
    def name(thema: int, actie: int) -> Actie:
        return Actie(f"{lijn}.{thema}.{actie}", f"Actie {actie} van thema {thema}, in een zin die over de regel loopt")

    return tuple(
        Thema(f"{lijn}.{thema}", f"Thema {thema}", tuple(name(thema, actie) for actie in range(1, acties + 1)))
        for thema in range(1, 5)
    )


def write_ours(matrix: Matrix, doel: Path) -> None:
    """Write the regiowerkboek, with the findings that go with these answers."""
    doel.write_bytes(build_regiowerkboek(Samenvoeging(matrix, tuple(tell_missing(matrix)), ())))


def write_pandas(matrix: Matrix, doel: Path) -> None:
    """Write what a plain script would: three tables."""
    import pandas as pd  # ours must not carry it

    lang = matrix.to_long_frame()
    with pd.ExcelWriter(doel, engine="xlsxwriter") as boek:
        matrix.to_frame().to_excel(boek, sheet_name="Actieplan")
        pd.crosstab(lang["gemeente"], lang["status"]).to_excel(boek, sheet_name="Per gemeente")
        lang.to_excel(boek, sheet_name="Gegevens", index=False)


SCHRIJVERS: dict[str, Callable[[Matrix, Path], None]] = {
    "**actieplan_xl**, regiowerkboek": write_ours,
    "pandas met xlsxwriter, drie tabellen": write_pandas,
}


def measure(wie: str, aantal: int, doel: Path) -> tuple[float, float, float]:
    """Return seconds of the processor, MiB at most, and MB of the file, of one writer in a process of its own."""
    opdracht = [sys.executable, __file__, "--wie", wie, "--gemeenten", str(aantal), "--doel", str(doel)]
    uit = subprocess.run(opdracht, check=True, capture_output=True, text=True).stdout.split()
    return float(uit[0]), float(uit[1]), doel.stat().st_size / 1e6


def main() -> None:
    """Measure and print a table in Markdown; with --wie be the process that is measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keer", type=int, default=3)
    parser.add_argument("--gemeenten", type=int, nargs="+", default=[GEMEENTEN // 4, GEMEENTEN // 2, GEMEENTEN])
    parser.add_argument("--wie")
    parser.add_argument("--doel", type=Path)
    keuze = parser.parse_args()
    if keuze.wie:
        matrix = make_matrix(keuze.gemeenten[0])
        begin = time.process_time()
        SCHRIJVERS[keuze.wie](matrix, keuze.doel)
        print(time.process_time() - begin, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return
    print("| gemeenten × 120 acties | | s | ms per gemeente | MiB | MB |")
    print("|--:|---|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as map_:
        for aantal in keuze.gemeenten:
            for wie in SCHRIJVERS:
                keren = [measure(wie, aantal, Path(map_) / "boek.xlsx") for _ in range(keuze.keer)]
                seconden, geheugen, bestand = (statistics.median(maat) for maat in zip(*keren, strict=True))
                print(
                    f"| {aantal} | {wie} | {seconden:.2f} | {1000 * seconden / aantal:.1f} | "
                    f"{geheugen:.0f} | {bestand:.1f} |"
                )


if __name__ == "__main__":
    main()
