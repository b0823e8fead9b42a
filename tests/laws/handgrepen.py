"""What hands do to a workbook, as hypothesis strategies: type anywhere; move, delete, hide, merge, copy and rename."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from hypothesis import strategies as st
from tekenen import Cel, RawSheet, RawWorkbook, adres

VORMEN = (
    "{}", "{}?", "voltooid {}", "niet voltooid {}", "gepland⏎{}", "{}⏎voltooid", "ongewijzigd {}", "1.1.1 {}",
    "Actie {}", "idem {}", "✓ {}", "→ {}", "→ kies een status {}", "✓ Alles is ingevuld. {}", "Kies ook {}",
    "Alleen {}", "heel {}", "Voor wie geldt dit blad? {}", "{} groeten van Boekel", "Zo kleurt een antwoord {}",
    "Eigen acties {}", "1.  Kies bij elke actie een status uit de lijst. {}", "Te herstellen: {}", "n.v.t. {}",
    "http://{}", "=1+{}", "Status {}", "{} 2019",
)  # fmt: skip
"""How what is typed looks: much of it begins or ends as our own sentences do."""

STORING = (
    "Nr", "Actie", "Status", "Planning", "Toelichting", "Controle", "Vorige stand", "Datum", "Wat", "gemeente",
    "bestand", "1.1.1", "1.1.2", "2", "E-learning", "Kalender bijhouden", "Eigen acties", "voltooid", "heel CGM",
    "alleen Cuijk", "Uden", "Invulblad van Uden", "Voor wie geldt dit blad?", "n.v.t.",
)  # fmt: skip
"""Our own words, typed where they do not belong: they shift what is taken for a header, a row or a title."""

NAMEN = ("Blad1", "Ons blad", "Uden", "Communicatie", "Leeswijzer", "Te herstellen", "Gegevens", "Plan")


@dataclass
class Blad:
    """A sheet by row and column, so that rows and columns can move."""

    naam: str
    cellen: dict[tuple[int, int], Cel]
    staat: str = "visible"
    samengevoegd: list[str] = field(default_factory=list)
    rijen_verborgen: set[int] = field(default_factory=set)
    kolommen_verborgen: set[int] = field(default_factory=set)
    dubbel: list[tuple[tuple[int, int], Cel]] = field(default_factory=list)

    @classmethod
    def take(cls, sheet: RawSheet) -> "Blad":
        """Return a drawn sheet."""
        return cls(
            sheet.naam,
            {_place(plaats): cel for plaats, cel in sheet.cellen.items()},
            sheet.staat,
            re.findall(r'ref="([^"]+)"', sheet.na),
        )

    def draw(self) -> RawSheet:
        """Return it as a drawing again."""
        kolommen = "".join(f'<col min="{k}" max="{k}" hidden="1"/>' for k in sorted(self.kolommen_verborgen))
        merges = "".join(f'<mergeCell ref="{bereik}"/>' for bereik in self.samengevoegd)
        na = (f"<cols>{kolommen}</cols>" if kolommen else "") + (f"<mergeCells>{merges}</mergeCells>" if merges else "")
        cellen = {adres(*plaats): cel for plaats, cel in sorted(self.cellen.items())}
        dubbel = [(adres(*plaats), cel) for plaats, cel in self.dubbel]
        return RawSheet(self.naam, cellen, self.staat, tuple(self.rijen_verborgen), dubbel, na)

    def shift(self, as_: int, vanaf: int, afstand: int) -> None:
        """Move everything from a row (`as_` 0) or a column (1) on, a number of places."""
        self.cellen = {
            (rij + afstand * (as_ == 0 and rij >= vanaf), kolom + afstand * (as_ == 1 and kolom >= vanaf)): cel
            for (rij, kolom), cel in self.cellen.items()
        }

    def take_out(self, as_: int, welke: int) -> dict[tuple[int, int], Cel]:
        """Delete a row or a column and return what stood there."""
        uit = {plaats: cel for plaats, cel in self.cellen.items() if plaats[as_] == welke}
        self.cellen = {plaats: cel for plaats, cel in self.cellen.items() if plaats[as_] != welke}
        self.shift(as_, welke + 1, -1)
        return uit

    def put_in(self, as_: int, welke: int, inhoud: dict[tuple[int, int], Cel]) -> None:
        """Insert a row or a column."""
        self.shift(as_, welke, 1)
        for (rij, kolom), cel in inhoud.items():
            self.cellen[(welke, kolom) if as_ == 0 else (rij, welke)] = cel


@dataclass
class Handen:
    """A workbook in somebody's hands; `aantal` counts what was typed in it."""

    bladen: list[Blad]
    aantal: int = 0

    @classmethod
    def take(cls, boek: RawWorkbook) -> "Handen":
        """Return a drawn workbook."""
        return cls([Blad.take(sheet) for sheet in boek.sheets])

    def draw(self) -> RawWorkbook:
        """Return it as a drawing again."""
        return RawWorkbook([blad.draw() for blad in self.bladen])

    @property
    def open(self) -> list[Blad]:
        """The sheets that are not the hidden one: those people type on."""
        return [blad for blad in self.bladen if blad.naam != "_actieplan"]

    def pick(self, blad: int) -> Blad:
        """Return one of the sheets people type on."""
        return self.open[blad % len(self.open)]

    def type(self, blad: Blad, plaats: tuple[int, int], vorm: str, soort: str) -> None:
        """Type a text with a token in it that stands nowhere else."""
        self.aantal += 1
        if soort == "getal":
            cel = Cel(f"77{self.aantal:05}", t="n")
        else:
            tekst = vorm.format(f"zz{self.aantal}qx").replace("⏎", "\n")
            cel = Cel(tekst, formule="B2") if soort == "formule" else Cel(tekst)
        if soort == "dubbel":  # some programs write a cell a second time instead of over the first
            blad.dubbel.append((plaats, cel))
        else:
            blad.cellen[plaats] = cel

    def tokens(self) -> Iterator[tuple[str, str]]:
        """Yield each token that still stands in the workbook, with the name of its sheet."""
        for blad in self.bladen:
            for cel in (*blad.cellen.values(), *(cel for _, cel in blad.dubbel)):
                yield from ((token, blad.naam) for token in re.findall(r"zz\d+qx|^77\d{5}$", cel.waarde))

    def free_name(self, naam: str) -> str:
        """Return a name that no sheet has yet, as Excel makes one."""
        bezet = {blad.naam.lower() for blad in self.bladen}
        kandidaten = (naam, *(f"{naam} ({nummer})" for nummer in range(2, 99)))
        return next(kandidaat for kandidaat in kandidaten if kandidaat.lower() not in bezet)


class Typing(NamedTuple):
    """Type somewhere: in any cell, or over the so many-th text that stands there."""

    blad: int
    plaats: tuple[int, int]
    over: int | None
    vorm: str
    soort: str

    def do(self, handen: Handen) -> None:
        """Do it."""
        blad = handen.pick(self.blad)
        gevuld = sorted(blad.cellen)
        plaats = self.plaats if self.over is None or not gevuld else gevuld[self.over % len(gevuld)]
        handen.type(blad, plaats, self.vorm, self.soort)


class Moving(NamedTuple):
    """Delete, insert or move a row (`as_` 0) or a column (1)."""

    blad: int
    wat: str
    as_: int
    van: int
    naar: int

    def do(self, handen: Handen) -> None:
        """Do it."""
        blad = handen.pick(self.blad)
        inhoud = {} if self.wat == "erbij" else blad.take_out(self.as_, self.van)
        if self.wat != "weg":
            blad.put_in(self.as_, self.naar, inhoud)


class Sorting(NamedTuple):
    """Sort all rows from one on, the header among them or not, by the texts in a column; empty ones go last."""

    blad: int
    van: int
    kolom: int
    is_omgekeerd: bool

    def do(self, handen: Handen) -> None:
        """Do it."""
        blad = handen.pick(self.blad)
        teksten = {
            rij: cel.waarde for (rij, kolom), cel in blad.cellen.items() if kolom == self.kolom and rij >= self.van
        }
        leeg = sorted({rij for rij, _ in blad.cellen if rij >= self.van} - teksten.keys())
        volgorde = [*sorted(teksten, key=lambda rij: (teksten[rij], rij), reverse=self.is_omgekeerd), *leeg]
        waarheen = {rij: nieuw for nieuw, rij in enumerate(volgorde, self.van)}
        blad.cellen = {(waarheen.get(rij, rij), kolom): cel for (rij, kolom), cel in blad.cellen.items()}


class Pasting(NamedTuple):
    """Paste all that stands on a sheet once more, lower on the same sheet, below a title."""

    blad: int
    titel: str

    def do(self, handen: Handen) -> None:
        """Do it."""
        blad = handen.pick(self.blad)
        laatste = max((rij for rij, _ in blad.cellen), default=0)
        if laatste < _LAATSTE:
            onder = {(rij + laatste + 2, kolom): cel for (rij, kolom), cel in blad.cellen.items()}
            blad.cellen |= {**onder, (laatste + 1, 1): Cel(self.titel)}


_LAATSTE = 100
"""Below this nothing is pasted any more: each time there is twice as much."""


class Hiding(NamedTuple):
    """Hide a row, a column or a sheet, or merge a few cells over whatever stands there."""

    blad: int
    wat: str
    rij: int
    kolom: int
    hoog: int
    breed: int

    def do(self, handen: Handen) -> None:
        """Do it."""
        blad = handen.pick(self.blad)
        if self.wat == "rij":
            blad.rijen_verborgen.add(self.rij)
        elif self.wat == "kolom":
            blad.kolommen_verborgen.add(self.kolom)
        elif self.wat == "samen":
            hoek = adres(self.rij + self.hoog, self.kolom + self.breed)
            blad.samengevoegd.append(f"{adres(self.rij, self.kolom)}:{hoek}")
        elif sum(b.staat == "visible" for b in handen.bladen) > 1:  # Excel always keeps one in sight
            blad.staat = "hidden"


class Arranging(NamedTuple):
    """Rename, copy, add or move a sheet."""

    blad: int
    wat: str
    naam: str

    def do(self, handen: Handen) -> None:
        """Do it."""
        blad = handen.pick(self.blad)
        plek = handen.bladen.index(blad)
        if self.wat == "hernoemd":
            blad.naam = handen.free_name(self.naam)
        elif self.wat == "vooraan":
            handen.bladen.insert(0, handen.bladen.pop(plek))
        elif self.wat == "gekopieerd":
            kopie = replace(blad, naam=handen.free_name(blad.naam), cellen=dict(blad.cellen), dubbel=list(blad.dubbel))
            handen.bladen.insert(plek + 1, kopie)
        else:
            nieuw = Blad(handen.free_name(self.naam), {})
            handen.bladen.append(nieuw)
            handen.type(nieuw, (2, 2), "{} op een nieuw blad", "tekst")


Greep = Typing | Moving | Sorting | Pasting | Hiding | Arranging
"""One thing that is done to a workbook."""

_RIJ, _KOLOM, _BLAD, _AS = st.integers(1, 30), st.integers(1, 9), st.integers(0, 3), st.integers(0, 1)
_SOORT = st.sampled_from(["tekst", "tekst", "tekst", "getal", "formule", "dubbel"])
_TYPEN = [
    st.builds(Typing, st.just(blad), st.tuples(_RIJ, _KOLOM), over, st.sampled_from(vormen), _SOORT)
    for blad in range(4)
    for over in (st.none(), st.integers(0, 60))
    for vormen in (VORMEN, (*VORMEN, *STORING))
]
_SCHUIVEN = st.one_of(
    st.builds(Moving, _BLAD, st.sampled_from(["weg", "erbij", "verplaatst"]), st.just(as_), waar, waar)
    for as_, waar in enumerate((_RIJ, _KOLOM))
)
_VERBERGEN = st.builds(
    Hiding, _BLAD, st.sampled_from(["rij", "kolom", "samen", "blad"]), _RIJ, _KOLOM, _AS, st.integers(0, 4)
)
_ORDENEN = st.builds(
    Arranging, _BLAD, st.sampled_from(["hernoemd", "vooraan", "gekopieerd", "erbij"]), st.sampled_from(NAMEN)
)
_SORTEREN = st.builds(Sorting, _BLAD, st.integers(6, 12), _KOLOM, st.booleans())
_PLAKKEN = st.builds(Pasting, _BLAD, st.sampled_from(["Invulblad van Uden", "Invulblad van Boekel", "Uden", "wij"]))
GREPEN = st.lists(st.one_of(*_TYPEN, _SCHUIVEN, _SORTEREN, _PLAKKEN, _VERBERGEN, _ORDENEN), min_size=5, max_size=30)
"""What is done to one workbook, in order."""

ZONDER_SCHADE = st.one_of(
    _VERBERGEN,
    st.builds(Moving, _BLAD, st.just("erbij"), st.just(0), _RIJ, _RIJ),
    st.builds(Moving, _BLAD, st.just("erbij"), st.just(1), _KOLOM, _KOLOM),
    st.builds(Arranging, _BLAD, st.sampled_from(["hernoemd", "vooraan"]), st.sampled_from(NAMEN)),
)
"""What leaves every answer where its actie and its heading are."""


def _place(plaats: str) -> tuple[int, int]:
    letters = plaats.rstrip("0123456789")
    kolom = 0
    for letter in letters:
        kolom = kolom * 26 + ord(letter) - 64
    return int(plaats[len(letters) :]), kolom
