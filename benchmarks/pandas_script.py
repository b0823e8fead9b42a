"""What people would write instead: read the eight sheets with pandas, put them under each other, write one workbook.

It judges nothing: no missing answers, no colours, no findings. It is the least that any script must do.
"""

import sys
from pathlib import Path

import pandas as pd


def main(invoer: Path, doel: Path) -> None:
    """Read, concatenate and write."""
    frames = []
    for pad in sorted(invoer.glob("*.xlsx")):
        ruw = pd.read_excel(pad, sheet_name="Invulblad", header=None)
        kop = ruw.index[ruw[0].eq("Nr")][0]
        frame = ruw.iloc[kop + 1 :].set_axis(ruw.iloc[kop], axis=1)
        frames.append(frame.assign(bestand=pad.name))
    pd.concat(frames).to_excel(doel, index=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
