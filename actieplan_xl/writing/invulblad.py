"""The invulblad of one gemeente: what an official opens, fills in and sends back (contract §1).

Formulas, validation and conditional formatting only; no macros, so nothing for a security department to block.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from actieplan_xl.domain.adres import Plaats
from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.plan import Gemeente, Plan
from actieplan_xl.domain.status import Status
from actieplan_xl.domain.vasttekst import Vast
from actieplan_xl.domain.words import EIGEN_ACTIES, Bladen
from actieplan_xl.writing.controle import NAMEN
from actieplan_xl.writing.controle_eisen import extra_names
from actieplan_xl.writing.drawing import NIET_OPGESLAGEN, draw
from actieplan_xl.writing.invulblad_bijlagen import build_communicatie, build_leeswijzer, build_verborgen
from actieplan_xl.writing.invulblad_blad import Antwoord, InvulbladBuilder, Vulling
from actieplan_xl.writing.sheet import Link, Sheet, Workbook
from actieplan_xl.writing.vervolg import with_vervolg

__all__ = ["Antwoord", "Invulbladen", "Vulling", "build_invulblad", "invulblad_name", "own_marks", "prepare_invulblad"]

_LANGSTE_PLANNAAM = 60


@dataclass(frozen=True)
class Invulbladen:
    """The sheets of an invulblad before they are drawn. `plaatsen` is where the status of each actie stands."""

    plan: Plan
    gemeente: Gemeente
    standen: Mapping[str, Stand]
    niet_gedeeld: Collection[str]
    zichtbaar: tuple[Sheet, ...]
    plaatsen: Mapping[str, Plaats]

    def draw(
        self,
        opgeslagen: datetime = NIET_OPGESLAGEN,
        vooraan: Sequence[Sheet] = (),
        achteraan: Sequence[Sheet] = (),
        retour_van: Collection[str] = (),
    ) -> bytes:
        """Return the workbook as bytes, with other sheets of ours before and after its own.

        `retour_van` are the checksums of the files it comes instead of.
        """
        bladen = with_vervolg([*vooraan, *self.zichtbaar, *achteraan])
        vast = own_marks(bladen)
        verborgen = build_verborgen(self.plan, self.gemeente, self.standen, self.niet_gedeeld, vast, retour_van)
        titel = f"{self.plan.gegevens.naam} – invulblad {self.gemeente.naam}"
        namen = (*NAMEN, *extra_names(self.plan.afspraken))
        return draw(Workbook((*bladen, verborgen), titel, self.plan.gegevens.regio, namen), opgeslagen)


def build_invulblad(
    plan: Plan,
    gemeente: Gemeente,
    standen: Mapping[str, Stand] | None = None,
    vulling: Vulling | None = None,
    opgeslagen: datetime = NIET_OPGESLAGEN,
    niet_gedeeld: Collection[str] = (),
) -> bytes:
    """Return the invulblad of a gemeente as the bytes of an .xlsx.

    `standen` are its previous states by number of the actie. Without `vulling`, what was structureel is filled in
    as structureel, with its planning. `opgeslagen` is the moment (UTC) the file says it was last saved;
    `niet_gedeeld` are the acties whose previous state other gemeenten of the kolom do not share.
    """
    return prepare_invulblad(plan, gemeente, standen, vulling, niet_gedeeld).draw(opgeslagen)


def prepare_invulblad(
    plan: Plan,
    gemeente: Gemeente,
    standen: Mapping[str, Stand] | None = None,
    vulling: Vulling | None = None,
    niet_gedeeld: Collection[str] = (),
) -> Invulbladen:
    """Return the sheets that `build_invulblad` draws, for who wants to add something to them first."""
    bekend = dict(standen or {})
    gevuld = vulling or Vulling({nr: Antwoord(s.status, s.planning) for nr, s in bekend.items() if _goes_on(s)})
    builder = InvulbladBuilder(plan, gemeente, bekend, gevuld)
    zichtbaar = (
        builder.build(),
        build_communicatie(plan, gemeente, gevuld.communicatie),
        build_leeswijzer(plan, gemeente),
    )
    return Invulbladen(plan, gemeente, bekend, niet_gedeeld, zichtbaar, builder.plaatsen)


def own_marks(sheets: Sequence[Sheet]) -> Vast:
    """Return the marks of the texts on sheets that nobody but us writes: comments, and what stands in a cell that is
    not to be filled in. Inside the table of acties they are not needed: there the plan itself says what is ours."""
    opmerkingen = [tekst for sheet in sheets for tekst in sheet.opmerkingen.values()]
    return Vast.make({sheet.naam: _fixed_texts(sheet) for sheet in sheets}, opmerkingen)


def _fixed_texts(sheet: Sheet) -> dict[Plaats, str]:
    teksten: dict[Plaats, str] = {}
    tot = sheet.filter.rij if sheet.naam == Bladen.INVULBLAD and sheet.filter else None
    for plaats, cell in sheet.cells.items():
        tekst = cell.value.tekst if isinstance(cell.value, Link) else cell.value
        is_vervolg = sheet.naam == Bladen.VERVOLG and plaats[1] > 1 and plaats[0] > 1  # what goes on there may be hers
        if not isinstance(tekst, str) or cell.style.is_open or is_vervolg:
            continue
        if tot is None or plaats[0] <= tot or (plaats[1] == 2 and tekst.startswith(EIGEN_ACTIES)):
            teksten[plaats] = tekst
    return teksten


def invulblad_name(plan: Plan, gemeente: Gemeente) -> str:
    """Return the name of the file, without its extension: after plan and gemeente."""
    return f"Invulblad {plan.gegevens.naam[:_LANGSTE_PLANNAAM].strip()} - {gemeente.naam}"


def _goes_on(stand: Stand) -> bool:
    return stand.status is Status.STRUCTUREEL
