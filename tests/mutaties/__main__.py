"""Tell of one seed, and leave its file to look at: `PYTHONPATH=tests python -m mutaties 1234`."""

import sys
import tempfile
from pathlib import Path

from mutaties.mutator import describe, mutate
from mutaties.werker import lay_out, try_mutatie


def main(zaad: int) -> None:
    """Try one seed without limits."""
    mutatie = mutate(zaad)
    print(describe(mutatie))
    bestand = Path(f"zaad {zaad} {mutatie.naam}")
    bestand.write_bytes(mutatie.inhoud)
    print(f"bewaard als {bestand}")
    with tempfile.TemporaryDirectory() as naam:
        lay_out(Path(naam))
        for fout in try_mutatie(mutatie, Path(naam)):
            print(fout)


if __name__ == "__main__":
    main(int(sys.argv[1]))
