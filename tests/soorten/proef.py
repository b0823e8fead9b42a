"""One kind of bad input: how its file is made, what must come of it, and a round in which that is tried.

Every kind is tried in a round with a good file beside it: whatever Boekel sends, the answers of Uden come through.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from tekenen import RawWorkbook, draw_invulblad, pack

from actieplan_xl import tasks
from actieplan_xl.domain.bevinding import Bevinding, Code, Ernst
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.plancode import encode_plan
from actieplan_xl.domain.status import Reden

BESTAND = "Boekel.xlsx"
TABEL = """
    | Nr    | Actie                     | Status              | Planning       | Toelichting      |
    | 1.1.1 | Training voor bestuurders | voltooid            | in 2018 gedaan | toelichting een  |
    | 1.1.2 | E-learning                | gepland             | najaar 2019    | toelichting twee |
    | 1.2.1 | Kalender bijhouden        | structureel         | elk kwartaal   |                  |
    | 2.1.1 | BIBOB-beleid              | wordt niet opgepakt |                | te weinig mensen |
"""
GEGEVEN = {
    "1.1.1": ("voltooid", "in 2018 gedaan"),
    "1.1.2": ("gepland", "najaar 2019"),
    "1.2.1": ("structureel", "elk kwartaal"),
    "2.1.1": ("wordt niet opgepakt", ""),
}
"""What Boekel answers in the table: status and planning by actie. Its first answer stands in C4."""


class Afloop(Enum):
    """What becomes of a file, in the words of the document."""

    GELEZEN = "gelezen"
    GEWEIGERD = "geweigerd"
    OVERGESLAGEN = "overgeslagen"
    NIET_AANGEBODEN = "niet gezien"


Verwacht = Code | tuple[Code, str]
"""A finding that must be there, with its cell where that matters."""


@dataclass(frozen=True)
class Soort:
    """One kind. `antwoorden` are what is read where that differs from what was given; None where nothing is."""

    nr: int
    wat: str
    afloop: Afloop
    bevindingen: tuple[Verwacht, ...]
    maak: Callable[["Werkplaats"], None]
    antwoorden: Mapping[str, tuple[str, str] | None] = field(default_factory=dict)
    teksten: tuple[str, ...] = ()
    na: Callable[[Path], None] | None = None


@dataclass(frozen=True)
class Voorval:
    """Something that happens around a run: `doe` makes it happen and returns what the user is told."""

    nr: int
    wat: str
    afloop: str
    zegt: str
    doe: Callable[["Werkplaats"], str]


VOORVALLEN: list[Voorval] = []


def voorval(nr: int, wat: str, afloop: str, zegt: str) -> Callable[[Callable[["Werkplaats"], str]], None]:
    """Enter something that happens; `zegt` must be among what the user is told."""

    def enter(doe: Callable[["Werkplaats"], str]) -> None:
        VOORVALLEN.append(Voorval(nr, wat, afloop, zegt, doe))

    return enter


@dataclass
class Werkplaats:
    """Where files are made: the folder of the round, with the plan."""

    map: Path
    plan: Plan

    def teken(self, tekst: str = TABEL, **hoe: object) -> RawWorkbook:
        """Return the invulblad of Boekel as a drawing; see `tekenen.draw_invulblad`."""
        return draw_invulblad(tekst, **hoe)  # type: ignore[arg-type]

    def delen(self, **hoe: object) -> dict[str, bytes]:
        """Return the parts of that invulblad, to spoil."""
        return self.teken(**hoe).delen()

    def zet(self, inhoud: bytes | RawWorkbook | Mapping[str, bytes], naam: str = BESTAND) -> Path:
        """Put a file in the folder: bytes, a drawing, or parts to pack."""
        pad = self.map / naam
        if isinstance(inhoud, RawWorkbook):
            inhoud = inhoud.bytes()
        pad.write_bytes(inhoud if isinstance(inhoud, bytes) else pack(inhoud))
        return pad

    def zet_uden(self) -> None:
        """Put the good file beside it, which carries the plan."""
        verborgen = {"gemeente": "Uden", "plan": encode_plan(self.plan)}
        tekst = TABEL.replace("in 2018 gedaan", "door Uden gedaan")
        self.zet(draw_invulblad(tekst, titel="Invulblad van Uden", verborgen=verborgen), "Uden.xlsx")


@dataclass(frozen=True)
class Verloop:
    """How a round went."""

    uitkomst: tasks.Uitkomst
    bestanden: tuple[str, ...]

    @property
    def bevindingen(self) -> tuple[Bevinding, ...]:
        """The findings on the file of Boekel; nothing is said of what is missing in it."""
        stil = (Code.GEEN_ANTWOORD, Code.RIJ_WEG, Code.GEEN_BESTAND)
        return tuple(
            b
            for b in self.uitkomst.bevindingen
            if b.code not in stil and b.gemeente not in ("Cuijk", "Grave", "CGM") and b.plek.bestand != "Uden.xlsx"
        )

    def answers(self, gemeente: str = "Boekel") -> dict[str, tuple[str, str]]:
        """Return status and planning by actie, of what is really an answer."""
        matrix = self.uitkomst.matrix
        return {
            i.nr: (str(i.status), i.planning) for i in matrix.invullingen if i.gemeente == gemeente and i.is_antwoord
        }

    def redenen(self) -> set[Reden | None]:
        """Return why Boekel is oranje."""
        return {i.reden for i in self.uitkomst.matrix.invullingen if i.gemeente == "Boekel"}

    def all_texts(self) -> str:
        """Return everything that the outcome says, to find a text in it."""
        matrix = self.uitkomst.matrix
        delen = [f"{i.planning}|{i.toelichting}|{i.getypt}" for i in matrix.invullingen]
        delen += [f"{e.nr}|{e.actie}|{e.status}|{e.planning}|{e.toelichting}" for e in matrix.eigen_acties]
        delen += [f"{m.datum}|{m.wat}|{m.doelgroep}|{m.kanaal}|{m.bereik}|{m.toelichting}" for m in matrix.communicatie]
        delen += [f"{b.tekst} {b.waarden.get('waarde', '')}" for b in self.uitkomst.bevindingen]
        return "\n".join(delen)


def run_round(map_: Path, plan: Plan, maak: Callable[[Werkplaats], None]) -> Verloop:
    """Make the files, read the round, and write its regiowerkboek."""
    werkplaats = Werkplaats(map_ / "binnen", plan)
    werkplaats.map.mkdir()
    werkplaats.zet_uden()
    maak(werkplaats)
    uitkomst = tasks.merge_files([werkplaats.map], naar=map_ / "regio.xlsx")
    return Verloop(uitkomst, tuple(sorted(pad.name for pad in werkplaats.map.iterdir())))


def check_soort(soort: Soort, map_: Path, plan: Plan) -> Verloop:
    """Try a kind and hold what came of it against what must come of it."""
    verloop = run_round(map_, plan, soort.maak)
    assert verloop.answers("Uden")["1.1.1"] == ("voltooid", "door Uden gedaan"), "de rest gaat door"
    _check_findings(soort, verloop.bevindingen)
    if soort.afloop is Afloop.GELEZEN:
        verwacht = {nr: wat for nr, wat in {**GEGEVEN, **soort.antwoorden}.items() if wat}
        assert verloop.answers() == verwacht
    else:
        reden = Reden.ONLEESBAAR if soort.afloop is Afloop.GEWEIGERD else Reden.GEEN_BESTAND
        assert verloop.redenen() == {reden}
    alles = verloop.all_texts()
    assert [tekst for tekst in soort.teksten if tekst not in alles] == []
    if soort.na is not None:
        soort.na(map_ / "regio.xlsx")
    return verloop


def _check_findings(soort: Soort, bevindingen: Iterable[Bevinding]) -> None:
    gevonden = list(bevindingen)
    for verwacht in soort.bevindingen:
        code, cel = verwacht if isinstance(verwacht, tuple) else (verwacht, None)
        passend = [b for b in gevonden if b.code is code and (cel is None or b.plek.cel == cel)]
        assert passend, f"{code} {cel or ''} is niet gemeld: {[str(b) for b in gevonden]}"
    bekend = {v[0] if isinstance(v, tuple) else v for v in soort.bevindingen}
    assert [str(b) for b in gevonden if b.code not in bekend and b.ernst is not Ernst.TER_INFO] == []
    if soort.afloop is Afloop.GEWEIGERD:
        assert any(b.ernst is Ernst.FOUT and b.plek.bestand for b in gevonden)


SOORTEN: list[Soort] = []
"""All kinds, filled by the modules beside this one."""


def soort(
    nr: int,
    wat: str,
    afloop: Afloop,
    *bevindingen: Verwacht,
    antwoorden: Mapping[str, tuple[str, str] | None] | None = None,
    teksten: tuple[str, ...] = (),
    na: Callable[[Path], None] | None = None,
) -> Callable[[Callable[[Werkplaats], None]], Callable[[Werkplaats], None]]:
    """Enter a recipe as a kind."""

    def enter(maak: Callable[[Werkplaats], None]) -> Callable[[Werkplaats], None]:
        SOORTEN.append(Soort(nr, wat, afloop, bevindingen, maak, antwoorden or {}, teksten, na))
        return maak

    return enter
