"""The task of exporting: a regiowerkboek in another format."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from actieplan_xl.domain.bevinding import Bevinding, Code, by_weight, worth_telling
from actieplan_xl.domain.errors import GebruikError
from actieplan_xl.domain.matrix import Matrix
from actieplan_xl.domain.words import PLANBLADEN, opsomming
from actieplan_xl.reading.regiowerkboek import read_regiowerkboek
from actieplan_xl.reading.werkboek.bestand import Bestand, Bron, open_bestand
from actieplan_xl.reading.werkboek.beveiliging import Sleutelbos, Wachtwoord
from actieplan_xl.tasks.paden import Pad, input_paths
from actieplan_xl.writing.opslag import Doel, check_target, write_file

Formaat = Literal["csv", "ods", "json", "parquet", "ics", "pdf"]
"""What a regiowerkboek can be exported as."""

_EINDE = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,6}")
"""What the endings of files look like."""

Papier = Literal["a3", "a4"]
"""The papers a PDF can be laid out on."""


@dataclass(frozen=True)
class Export:
    """The file that was made, and what there is to say about what is in it, most serious first."""

    pad: Path
    bevindingen: tuple[Bevinding, ...] = ()

    @property
    def has_aandachtspunten(self) -> bool:
        """Whether any finding is above *ter info*."""
        return bool(worth_telling(self.bevindingen))


def export(
    werkboek: Bron,
    als: Formaat,
    naar: Pad,
    *,
    overschrijven: bool = False,
    papier: Papier | None = None,
    wachtwoorden: Iterable[Wachtwoord] = (),
) -> Export:
    """Write a regiowerkboek in another format and return where, with what there is to tell.

    `papier` is for a PDF only; without it each sheet keeps its own. Raises `GebruikError` for a request that makes no
    sense, and `BestandError` when the workbook cannot be read or the format not be made.
    """
    doel = Doel(_target(Path(naar), als), overschrijven, input_paths([werkboek]))
    _check_request(als, papier)
    check_target(doel)
    bestand = open_bestand(werkboek)
    regio = read_regiowerkboek(bestand, Sleutelbos.make(wachtwoorden))
    inhoud, extra = _make(bestand, regio.matrix, als, papier)
    geschreven = write_file(doel, inhoud)
    alle = (*regio.bevindingen, *extra, *geschreven.bevindingen)
    return Export(geschreven.pad, by_weight(alle))


def _target(pad: Path, als: str) -> Path:
    """The name says what is in it; without an ending it gets the right one."""
    if pad.suffix.lower() == f".{als}" or pad.is_dir():
        return pad
    if pad.suffix:
        raise GebruikError(f"'{pad.name}' eindigt niet op .{als}. Kies een naam zoals '{_bare(pad)}.{als}'.")
    return pad.with_name(f"{pad.name}.{als}")


def _bare(pad: Path) -> str:
    """Return the name without its ending; what stands behind another dot ("Rapport 1.2") is part of the name."""
    return pad.stem if _EINDE.fullmatch(pad.suffix) else pad.name


def _check_request(als: str, papier: str | None) -> None:
    if als not in get_args(Formaat):
        raise GebruikError(f"'{als}' kan niet. Kies uit: {opsomming(get_args(Formaat))}.")
    if papier is not None and papier not in get_args(Papier):
        raise GebruikError(f"Papier '{papier}' kan niet. Kies uit: {opsomming(get_args(Papier))}.")
    if papier is not None and als != "pdf":
        raise GebruikError(f"Papier kiezen kan alleen bij een pdf, en dit wordt {als}. Laat het papier weg.")


def _make(bestand: Bestand, matrix: Matrix, als: Formaat, papier: Papier | None) -> tuple[bytes, tuple[Bevinding, ...]]:
    """Return the bytes and what is to be told of them. Each format loads only what it needs itself."""
    if als == "ics":
        from actieplan_xl.sending.kalender import to_ics  # noqa: PLC0415

        kalender = to_ics(matrix)
        if not kalender.inhoud:
            momenten = "communicatiemoment met een dag" if matrix.communicatie else "communicatiemoment"
            raise bestand.weiger(Code.KALENDER_LEEG, waarom=f"er is geen enkel {momenten}")
        return kalender.inhoud, kalender.bevindingen
    if als == "json":
        from actieplan_xl.sending.als_json import to_json  # noqa: PLC0415

        return to_json(matrix), ()
    if als in ("csv", "parquet"):
        from actieplan_xl.sending import tabellen  # noqa: PLC0415

        return (tabellen.to_csv(matrix) if als == "csv" else tabellen.to_parquet(matrix, bestand.naam)), ()
    from actieplan_xl.sending import kantoor, kopie  # noqa: PLC0415

    # The ods stays a whole regiowerkboek; the pdf is for who reads it, and settings and addresses are not.
    zonder = PLANBLADEN if als == "pdf" else ()
    return kantoor.convert(kopie.make_copy(bestand, papier, zonder), als, bestand.naam), ()
