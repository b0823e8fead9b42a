"""A file of a gemeente and its retour, as tests need them: drawn in a few words, sent back and read again."""

import io
from collections.abc import Mapping
from dataclasses import dataclass

from tekenen import draw_invulblad, pack

from actieplan_xl.domain.bevinding import Bevinding, Code, Ernst
from actieplan_xl.domain.invulling import Bekend, Stand
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.vasttekst import Vast, encode_vast
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.rules.herstel import Herstel, collect_herstel
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge
from actieplan_xl.writing.invulblad import Vulling, build_invulblad
from actieplan_xl.writing.retour import Gebouwd, build_retour
from writing.dump import load, parts

TABEL = """
    | Nr    | Actie                     | Status     | Planning    | Toelichting     |
    | 1.1.1 | Training voor bestuurders | bijna klar | =1+1        | @iemand         |
    | 1.1.2 | E-learning                | voltooid   | 2018        |                 |
    | 1.2.1 | Kalender bijhouden        |            |             |                 |
    | 2.1.1 | BIBOB-beleid              |            | najaar 2019 | - met de regio  |
    | 9.9.9 | Onze eigen actie          | gepland    | 2020        |                 |
"""
"""The answers of Boekel: one that nobody understands (C4), one that is missing (C6), and an actie of her own."""

VERBORGEN = {"gemeente": "Boekel", "vast": encode_vast(Vast.make({"Invulblad": {(1, 1): "Invulblad van Boekel"}}))}
"""What the hidden sheet of a drawn invulblad says, so that its title is known to be ours."""

_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
BLADRELATIES = "xl/worksheets/_rels/sheet1.xml.rels"
BLAD = "xl/worksheets/sheet1.xml"


@dataclass(frozen=True)
class Terug:
    """What a gemeente has to mend, and the workbook in which she does."""

    herstel: Herstel
    gebouwd: Gebouwd

    @property
    def inhoud(self) -> bytes:
        return self.gebouwd.inhoud

    @property
    def opnieuw(self) -> str:
        return self.gebouwd.opnieuw


def drawn(tekst: str = TABEL, extra: Mapping[str, bytes] | None = None, **hoe: object) -> bytes:
    """Return a drawn invulblad of Boekel, with other parts beside its own."""
    return pack({**draw_invulblad(tekst, **hoe).delen(), **(extra or {})})  # type: ignore[arg-type]


def hung(*doelen: tuple[str, str], extern: bool = False) -> dict[str, bytes]:
    """Return the relations of the first sheet: what kind of thing hangs on it, and in which part that is."""
    modus = ' TargetMode="External"' if extern else ""
    regels = "".join(
        f'<Relationship Id="rHang{n}" Type="{_REL}/{soort}" Target="{doel}"{modus}/>'
        for n, (soort, doel) in enumerate(doelen, 1)
    )
    return {BLADRELATIES: f'<Relationships xmlns="{_RELS}">{regels}</Relationships>'.encode()}


def swapped(inhoud: bytes, deel: str, oud: str, nieuw: str) -> bytes:
    """Return a workbook with something else in one of its parts."""
    delen = parts(inhoud)
    assert oud.encode() in delen[deel], oud
    return pack({**delen, deel: delen[deel].replace(oud.encode(), nieuw.encode())})


def added(inhoud: bytes, delen: Mapping[str, bytes]) -> bytes:
    """Return a workbook with other parts beside its own."""
    return pack({**parts(inhoud), **delen})


def stream(inhoud: bytes, naam: str = "Boekel.xlsx") -> io.BytesIO:
    stroom = io.BytesIO(inhoud)
    stroom.name = naam
    return stroom


def merged(plan: Plan, *bestanden: bytes | tuple[str, bytes]) -> Samenvoeging:
    """Return what files add up to; one without a name is of Boekel."""
    stromen = [stream(b) if isinstance(b, bytes) else stream(b[1], b[0]) for b in bestanden]
    return merge(plan, read_inzendingen(stromen, Vraag(plan)))


def send_back(
    plan: Plan,
    inhoud: bytes,
    naam: str = "Boekel.xlsx",
    wie: str = "Boekel",
    standen: Mapping[str, Stand] | None = None,
) -> Terug:
    """Return the retour of whoever sent this file."""
    te_doen = collect_herstel(merged(plan, (naam, inhoud)))
    herstel = next(h for h in te_doen if h.wie == wie)
    return Terug(herstel, build_retour(plan, herstel, Bestand(naam, inhoud), Bekend(standen or {})))


def invulblad(plan: Plan, wie: str = "Boekel", standen: Mapping[str, Stand] | None = None, **vulling: object) -> bytes:
    """Return our own invulblad, filled in."""
    gemeente = plan.find_gemeenten(wie)[0]
    return build_invulblad(plan, gemeente, standen, Vulling(**vulling))  # type: ignore[arg-type]


def read(plan: Plan, inhoud: bytes, naam: str = "Boekel.xlsx") -> Inzending:
    """Return what the first invulblad in a file says."""
    return read_inzendingen([stream(inhoud, naam)], Vraag(plan))[0]


def said(inzending: Inzending) -> tuple[object, ...]:
    """Return everything a gemeente said, without where it stood."""
    eigen = [(e.gemeente, e.nr, e.actie, e.status, e.planning, e.toelichting) for e in inzending.eigen_acties]
    momenten = [
        (m.gemeente, m.datum, m.sorteerdatum, m.wat, m.doelgroep, m.kanaal, m.bereik, m.toelichting)
        for m in inzending.communicatie
    ]
    antwoorden = {nr: (i.gemeente, *i.inhoud, i.reden) for nr, i in inzending.antwoorden.items()}
    return inzending.gemeenten, antwoorden, eigen, momenten


def findings(plan: Plan, inhoud: bytes, naam: str = "Boekel.xlsx") -> list[tuple[Code, str, str, str]]:
    """Return what there is to tell of a file, beside what is ter info, each with its place."""
    return [
        (b.code, b.plek.blad, b.plek.cel, b.tekst)
        for b in merged(plan, (naam, inhoud)).bevindingen
        if b.ernst is not Ernst.TER_INFO and b.plek.bestand
    ]


def texts(inhoud: bytes) -> list[str]:
    """Return every text in a workbook, in cells and in comments."""
    cellen = [cel for blad in load(inhoud) for rij in blad.iter_rows() for cel in rij]
    return [str(c.value) for c in cellen if c.value is not None] + [c.comment.text for c in cellen if c.comment]


def points(inhoud: bytes) -> list[tuple[str, ...]]:
    """Return the rows of `Te herstellen` under its header, as texts."""
    rijen = load(inhoud)["Te herstellen"].iter_rows(min_row=5, values_only=True)
    return [tuple("" if waarde is None else str(waarde) for waarde in rij) for rij in rijen]


def comments(inhoud: bytes, blad: str = "Invulblad") -> dict[str, str]:
    """Return the comments on a sheet, by cell."""
    return {cel.coordinate: cel.comment.text for rij in load(inhoud)[blad].iter_rows() for cel in rij if cel.comment}


def codes(bevindingen: tuple[Bevinding, ...]) -> list[Code]:
    return [bevinding.code for bevinding in bevindingen]
