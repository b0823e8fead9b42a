"""The matrix in the terminal: acties down, kolommen across. The words are always there; colour comes on top of them.

Six kolommen fit on 80 columns. What does not fit across comes in a next block, with its own heading.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import click

from actieplan_xl.cli.afbreken import fold_cell
from actieplan_xl.cli.scherm import can_show, has_kleur, screen_width
from actieplan_xl.domain import palet
from actieplan_xl.domain.datum import format_datum
from actieplan_xl.domain.matrixcel import Matrixcel
from actieplan_xl.domain.plan import Actie, Kolom, Plan
from actieplan_xl.domain.status import MINST_AFGEROND_EERST, Kleur, Status
from actieplan_xl.domain.words import NVT, Koppen
from actieplan_xl.tasks import Vertoning

_KOLOM_SMALST, _KOLOM_BREEDST = 9, 24
_WAT_SMALST, _WAT_BREEDST = 14, 48
_MET_MARGE = 13
_HELE_WOORDEN_PASSEN = max(len(deel) for status in Status for deel in status.split())

Verf = tuple[str, str] | None
"""Fill and text as RRGGBB, or None for the terminal's own."""


class Lijnen(NamedTuple):
    """What the grid is drawn with."""

    staand: str
    liggend: str
    kruis: str
    dik: str
    punt: str


_NET = Lijnen("│", "─", "┼", "━", "·")
_KAAL = Lijnen("|", "-", "+", "=", "-")


@dataclass(frozen=True)
class Scherm:
    """What there is to draw on."""

    breedte: int = 80
    heeft_kleur: bool = False
    lijnen: Lijnen = _NET

    @classmethod
    def current(cls) -> "Scherm":
        """The terminal as it is; an old code page gets plain lines."""
        return cls(screen_width(), has_kleur(), _NET if can_show("".join(_NET)) else _KAAL)


class Maten(NamedTuple):
    """Widths in characters, and how many kolommen stand in one block."""

    nr: int
    wat: int
    kolom: int
    per_blok: int

    @property
    def totaal(self) -> int:
        """The width of a whole line."""
        return self.nr + 1 + self.wat + self.per_blok * (self.kolom + 1)


def choose_maten(breedte: int, nr: int, aantal: int) -> Maten:
    """Divide the width: as many kolommen as fit side by side, then what is left among them and the actie."""
    smal = _KOLOM_SMALST + 1
    per_blok = min(aantal, max(1, (breedte - nr - 1 - _WAT_SMALST) // smal))
    over = max(0, breedte - nr - 1 - _WAT_SMALST - per_blok * smal)
    # The text of an actie is longer than a planning: it takes two shares, and what the kolommen cannot use.
    kolom = min(_KOLOM_BREEDST, _KOLOM_SMALST + over // (per_blok + 2))
    wat = min(_WAT_BREEDST, _WAT_SMALST + over - per_blok * (kolom - _KOLOM_SMALST))
    return Maten(nr, wat, kolom, per_blok)


def draw(vertoning: Vertoning, scherm: Scherm) -> list[str]:
    """Return the matrix as lines of text."""
    nrs = [actie.nr for actie in vertoning.plan.acties]
    maten = choose_maten(scherm.breedte, max(5, *map(len, nrs)) if nrs else 5, max(1, len(vertoning.kolommen)))
    return list(_Tekening(vertoning, scherm, maten).lines())


class _Tekening:
    def __init__(self, vertoning: Vertoning, scherm: Scherm, maten: Maten):
        self.plan: Plan = vertoning.plan
        self.kolommen = vertoning.kolommen
        self.cellen = vertoning.cellen
        self.scherm = scherm
        self.lijnen = scherm.lijnen
        self.maten = maten
        self.is_kort = self._inner(maten.kolom) < _HELE_WOORDEN_PASSEN

    def lines(self) -> Iterator[str]:
        yield from self._title()
        stap = self.maten.per_blok
        for begin in range(0, max(1, len(self.kolommen)), stap):
            blok = self.kolommen[begin : begin + stap]
            yield ""
            if len(self.kolommen) > stap:
                yield self._bold(f"Kolommen {begin + 1} t/m {begin + len(blok)} van {len(self.kolommen)}")
            yield from self._block(blok)
        yield ""
        yield from self._legend()

    def _title(self) -> Iterator[str]:
        gegevens = self.plan.gegevens
        yield from map(self._bold, fold_cell(gegevens.naam, self.scherm.breedte))
        stand = f"stand per {format_datum(gegevens.peildatum)}" if gegevens.peildatum else ""
        onder = f" {self.lijnen.punt} ".join(deel for deel in (gegevens.regio, stand) if deel)
        yield from fold_cell(onder, self.scherm.breedte)

    def _block(self, kolommen: Sequence[Kolom]) -> Iterator[str]:
        yield from self._row(Koppen.NR, Koppen.WAT, [(kolom.naam, None) for kolom in kolommen], self._bold)
        yield self._rule(len(kolommen), self.lijnen.dik)
        breed = self.maten._replace(per_blok=len(kolommen)).totaal
        for lijn in self.plan.hoofdlijnen:
            yield from self._band(lijn.nr, lijn.naam, breed, (palet.MARINE, palet.WIT))
            for thema in lijn.themas:
                yield from self._band(thema.nr, thema.naam, breed, (palet.MARINE_LICHT, palet.MARINE))
                for actie in thema.acties:
                    yield from self._actie(actie, kolommen)
                    yield self._rule(len(kolommen), self.lijnen.liggend)

    def _actie(self, actie: Actie, kolommen: Sequence[Kolom]) -> Iterator[str]:
        voetnoten = "".join(f" [{nummer}]" for nummer in actie.voetnoten)
        cellen = [self.cellen.get((actie.nr, kolom.naam), Matrixcel(None, "")) for kolom in kolommen]
        yield from self._row(actie.nr, actie.tekst + voetnoten, [(self._text(cel), _verf(cel)) for cel in cellen])

    def _text(self, cel: Matrixcel) -> str:
        eerste, einde, rest = cel.tekst.partition("\n")
        if self.is_kort and cel.status is not None and Status.parse(eerste) is cel.status:
            eerste = cel.status.kort
        if self.is_kort and not cel.is_eens:
            for status in Status:  # "Cuijk: wordt niet opgepakt, 2019" → "Cuijk: niet opg. 2019"
                rest = rest.replace(f": {status}, ", f": {status.kort} ").replace(f": {status}", f": {status.kort}")
        return f"{eerste}{einde}{rest}"

    def _row(
        self, nr: str, wat: str, cellen: Sequence[tuple[str, Verf]], stijl: Callable[[str], str] = str
    ) -> Iterator[str]:
        """Draw one row over as many lines as its fullest cell needs; every cell keeps its colour all the way down."""
        breedtes = [self.maten.nr, self.maten.wat, *[self.maten.kolom] * len(cellen)]
        verf = [None, None, *(kleur for _, kleur in cellen)]
        gevouwen = [[nr], fold_cell(wat, self.maten.wat)]
        gevouwen += [fold_cell(tekst, self._inner(self.maten.kolom)) for tekst, _ in cellen]
        for hoogte in range(max(len(regels) for regels in gevouwen)):
            stukken = []
            for plaats, (regels, breedte) in enumerate(zip(gevouwen, breedtes, strict=True)):
                tekst = regels[hoogte] if hoogte < len(regels) else ""
                marge = " " if plaats > 1 and self._inner(breedte) < breedte else ""
                stukken.append(self._paint(stijl(f"{marge}{tekst}".ljust(breedte)), verf[plaats]))
            yield self._dim(self.lijnen.staand).join(stukken).rstrip()

    def _band(self, nr: str, naam: str, breed: int, verf: Verf) -> Iterator[str]:
        """A hoofdlijn or thema runs over the whole width."""
        for plaats, regel in enumerate(fold_cell(naam, breed - self.maten.nr - 1)):
            tekst = f"{nr if plaats == 0 else '':<{self.maten.nr}} {regel}"
            yield self._paint(self._bold(tekst.ljust(breed)), verf).rstrip()
        if not self.scherm.heeft_kleur:
            yield self.lijnen.liggend * breed

    def _rule(self, aantal: int, teken: str) -> str:
        kruis = teken if teken == self.lijnen.dik else self.lijnen.kruis
        breedtes = [self.maten.nr, self.maten.wat, *[self.maten.kolom] * aantal]
        return self._dim(kruis.join(teken * breedte for breedte in breedtes))

    def _legend(self) -> Iterator[str]:
        """Say what the words and colours mean, and the footnotes of the plan."""
        for status in reversed(MINST_AFGEROND_EERST):
            woord = status.kort if self.is_kort else str(status)
            yield from self._legend_line(woord, _status_verf(status.kleur), _uitleg(status, self.is_kort))
        if any(not actie.is_voor(kolom.naam) for actie in self.plan.acties for kolom in self.kolommen):
            yield from self._legend_line(NVT, _NVT_VERF, "geldt niet voor deze kolom")
        if self.plan.voetnoten:
            yield ""
        for nummer, tekst in self.plan.voetnoten.items():
            yield from fold_cell(f"[{nummer}] {tekst}", self.scherm.breedte)

    def _legend_line(self, woord: str, verf: Verf, uitleg: str) -> Iterator[str]:
        breed = max(len(status.kort if self.is_kort else status) for status in Status) + 3
        for plaats, regel in enumerate(fold_cell(uitleg, self.scherm.breedte - breed)):
            chip = f" {woord} " if plaats == 0 else ""
            yield f"{self._paint(chip, verf)}{' ' * (breed - len(chip))}{regel}"

    def _inner(self, breedte: int) -> int:
        """A cell that is wide enough keeps a character free on both sides."""
        return breedte - 2 if breedte >= _MET_MARGE else breedte

    def _paint(self, tekst: str, verf: Verf) -> str:
        if verf is None or not self.scherm.heeft_kleur:
            return tekst
        return click.style(tekst, bg=_rgb(verf[0]), fg=_rgb(verf[1]))

    def _bold(self, tekst: str) -> str:
        return click.style(tekst, bold=True) if self.scherm.heeft_kleur else tekst

    def _dim(self, tekst: str) -> str:
        return click.style(tekst, dim=True) if self.scherm.heeft_kleur else tekst


_NVT_VERF = (palet.GRIJS, palet.GRIJS_TEKST)
_KLEURWOORD = {kleur: str(kleur) for kleur in Kleur} | {Kleur.GEEN: "zonder kleur"}
_BETEKENIS = {
    Status.STRUCTUREEL: "doen we elk jaar en gaat door",
    Status.VOLTOOID: "is klaar",
    Status.GEPLAND: "er is een planning",
    Status.NIET_OPGEPAKT: "deze gemeente doet dit niet",
    Status.NIET_BEPAALD: "nog geen antwoord van de gemeente",
}


def _uitleg(status: Status, is_kort: bool) -> str:
    heel = f"{status}, " if is_kort and status.kort != status else ""
    return f"{heel}{_KLEURWOORD[status.kleur]}: {_BETEKENIS[status]}"


def _verf(cel: Matrixcel) -> Verf:
    if cel.status is None:
        return _NVT_VERF if cel.tekst else None
    return _status_verf(cel.kleur)


def _status_verf(kleur: Kleur) -> Verf:
    verf = palet.STATUSVERF[kleur]
    return None if kleur is Kleur.GEEN else (verf.vlak, verf.tekst)


def _rgb(hexcode: str) -> tuple[int, int, int]:
    return int(hexcode[0:2], 16), int(hexcode[2:4], 16), int(hexcode[4:6], 16)
