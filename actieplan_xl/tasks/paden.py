"""Which files on disk a task reads: those it never writes over."""

import os
from collections.abc import Iterable
from pathlib import Path

from actieplan_xl.domain.errors import GebruikError
from actieplan_xl.reading.werkboek.bestand import Bron

Pad = str | os.PathLike[str]
"""Where something is to be written, as a caller has it."""


def input_paths(bronnen: Iterable[Bron], *werkboeken: Bron | None) -> tuple[Path, ...]:
    """Return the files that are read, a folder as the files in it."""
    paden = [Path(bron) for bron in (*bronnen, *werkboeken) if isinstance(bron, (str, os.PathLike))]
    return tuple(kind for pad in paden for kind in (pad.iterdir() if pad.is_dir() else (pad,)))


def check_folder(invoer: Iterable[Bron], map_: Path, keuze: str) -> None:
    """What we make for a gemeente would, among the input, be read as something she sent, the next time."""
    for bron in invoer:
        if not isinstance(bron, (str, os.PathLike)) or not map_.exists():
            continue
        pad = Path(bron)
        if map_.samefile(pad if pad.is_dir() else pad.absolute().parent):
            raise GebruikError(f"In '{map_}' staat de invoer. Kies voor {keuze} een andere map.")
