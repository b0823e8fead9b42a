"""Time `actieplan samenvoegen` on the example beside the pandas script, as whole processes, in turn.

    python benchmarks/samenvoegen.py [--keer 9]

Prints the median of each and the ratio per pair. A machine may be slow or busy; the ratio holds all the same.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HIER = Path(__file__).parent
VOORBEELD = HIER.parent / "examples" / "maas-en-leijgraaf-2019" / "ingevuld"


def seconds(opdracht: list[str]) -> float:
    """Return the wall time of one whole process."""
    begin = time.perf_counter()
    subprocess.run(opdracht, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keer", type=int, default=9)
    keer = parser.parse_args().keer
    with tempfile.TemporaryDirectory() as werk:
        wij = [sys.executable, "-m", "actieplan_xl", "samenvoegen", str(VOORBEELD), "--overschrijven"]
        wij += ["--naar", str(Path(werk) / "regio.xlsx")]
        zij = [sys.executable, str(HIER / "pandas_script.py"), str(VOORBEELD), str(Path(werk) / "pandas.xlsx")]
        seconds(wij), seconds(zij)  # the first run reads the programs from disk
        paren = [(seconds(wij), seconds(zij)) for _ in range(keer)]
    verhoudingen = sorted(een / ander for een, ander in paren)
    print("| acht invulbladen samenvoegen | mediaan |")
    print("|---|---|")
    print(f"| `actieplan samenvoegen` | {statistics.median(een for een, _ in paren):.2f} s |")
    print(f"| pandas-script | {statistics.median(ander for _, ander in paren):.2f} s |")
    reeks = f"van {verhoudingen[0]:.2f} tot {verhoudingen[-1]:.2f}"
    print(f"| verhouding ({reeks}) | {statistics.median(verhoudingen):.2f} |")


if __name__ == "__main__":
    main()
