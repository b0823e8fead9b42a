"""Which files on disk a task reads: those it never writes over."""

import os
from collections.abc import Iterable
from pathlib import Path

from actieplan_xl.reading.werkboek.bestand import Bron

Pad = str | os.PathLike[str]
"""Where something is to be written, as a caller has it."""


def input_paths(bronnen: Iterable[Bron], *werkboeken: Bron | None) -> tuple[Path, ...]:
    """Return the files that are read, a folder as the files in it."""
    paden = [Path(bron) for bron in (*bronnen, *werkboeken) if isinstance(bron, (str, os.PathLike))]
    return tuple(kind for pad in paden for kind in (pad.iterdir() if pad.is_dir() else (pad,)))
