"""Findings: something a person should look at, as a value with a code, a place and a remedy.

Nothing here is raised; messy input is collected, all of it (contract §1, sheet `Bevindingen`). The sentences
stand together in `meldingen`. What a person typed is only ever a value in a sentence, never part of its template.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from actieplan_xl.domain.codes import Code, Ernst
from actieplan_xl.domain.invulling import NERGENS, Plek
from actieplan_xl.domain.meldingen import MELDINGEN
from actieplan_xl.domain.weergave import visible

__all__ = ["Bevinding", "Code", "Ernst", "by_weight", "worth_telling"]


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One finding. `waarden` fill the holes of the sentence; a hole without a value raises KeyError."""

    code: Code
    plek: Plek = NERGENS
    gemeente: str = ""
    nr: str = ""
    waarden: dict[str, Any] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        # A sentence with a hole in it is a defect of ours: fail where it is made, not where it is printed.
        _ = self.tekst, self.remedie, self.eigen_remedie

    @property
    def ernst(self) -> Ernst:
        """How serious it is."""
        return MELDINGEN[self.code].ernst

    @property
    def tekst(self) -> str:
        """What is the matter, one or two sentences."""
        return MELDINGEN[self.code].wat.format_map(self._zichtbaar())

    @property
    def remedie(self) -> str:
        """What to do about it."""
        return MELDINGEN[self.code].doe.format_map(self._zichtbaar())

    @property
    def eigen_remedie(self) -> str:
        """What whoever filled in the workbook should do about it."""
        melding = MELDINGEN[self.code]
        return (melding.zelf or melding.doe).format_map(self._zichtbaar())

    def __str__(self) -> str:
        waar = f"{visible(str(self.plek))}: " if str(self.plek) else ""
        return f"{waar}{self.tekst} {self.remedie} [{self.code}]"

    def to_dict(self) -> dict[str, str]:
        """Return the finding as plain texts, in the terms of the sheet `Bevindingen`."""
        return {
            "ernst": str(self.ernst),
            "code": str(self.code),
            "gemeente": self.gemeente,
            "nr": self.nr,
            "bestand": self.plek.bestand,
            "blad": self.plek.blad,
            "cel": self.plek.cel,
            "bevinding": self.tekst,
            "wat te doen": self.remedie,
        }

    @property
    def sorteersleutel(self) -> tuple[int, str, str, str, tuple[int, ...], str, str]:
        """Most serious first, then by gemeente, file, sheet and cell: never by the order files came in."""
        ernst = list(Ernst).index(self.ernst)
        plek = self.plek
        return (ernst, self.gemeente, plek.bestand, plek.blad, _cel_key(plek.cel), str(self.code), self.tekst)

    def _zichtbaar(self) -> dict[str, str]:
        return {naam: visible(str(waarde)) for naam, waarde in self.waarden.items()}


def by_weight(bevindingen: Iterable[Bevinding]) -> tuple[Bevinding, ...]:
    """Return findings in the order in which they are told: see `Bevinding.sorteersleutel`."""
    return tuple(sorted(bevindingen, key=lambda bevinding: bevinding.sorteersleutel))


def worth_telling(bevindingen: Iterable[Bevinding]) -> list[Bevinding]:
    """Return those that a person should look at: everything above *ter info*."""
    return [bevinding for bevinding in bevindingen if bevinding.ernst is not Ernst.TER_INFO]


def _cel_key(cel: str) -> tuple[int, ...]:
    letters = cel.rstrip("0123456789")
    cijfers = cel[len(letters) :]
    kolom = 0
    for letter in letters:
        kolom = kolom * 26 + ord(letter) - 64
    return (int(cijfers or 0), kolom)
