"""What the hands of real people do to an invulblad, drawn one by one: nothing that was typed is ever lost.

What somebody typed is in the answer, among the eigen acties, in the calendar, or in a finding with its cell.
"""

from tekenen import draw_invulblad

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.plancode import encode_plan
from actieplan_xl.domain.status import Status
from actieplan_xl.domain.vasttekst import Vast, encode_vast

KOP = "| Nr | Actie | Status | Planning | Toelichting |\n"
BLAD = (
    KOP
    + """
| 1     | Bewustwording             |          |      |       |
| 1.1   | Training                  |          |      |       |
| 1.1.1 | Training voor bestuurders | voltooid | 2018 | mooi  |
| 1.1.2 | E-learning                | gepland  | 2019 |       |
| 1.2.1 | Kalender bijhouden        |          |      |       |
| 2.1.1 | BIBOB-beleid              |          | 2020 |       |
|       | Eigen acties van Boekel   |          |      |       |
""".lstrip()
)
"""Drawn from row 3 on: 1.1.1 stands in row 6, 2.1.1 in row 9, the heading of the eigen acties in row 10."""

GEGEVEN = {
    "1.1.1": (Status.VOLTOOID, "2018"),
    "1.1.2": (Status.GEPLAND, "2019"),
    "1.2.1": (Status.NIET_BEPAALD, ""),
    "2.1.1": (Status.GEPLAND, "2020"),
}


def hidden(plan: Plan, gemeente: str = "Boekel", **meer: str) -> dict[str, str]:
    """Return what the hidden sheet of `BLAD` says: whose it is, for which plan, and which texts are ours."""
    vast = Vast.make(
        {
            "Invulblad": {(1, 1): f"Invulblad van {gemeente}", (10, 2): f"Eigen acties van {gemeente}"},
            "Leeswijzer": {(1, 1): "Leeswijzer"},
        }
    )
    return {"gemeente": gemeente, "plan": encode_plan(plan), "vast": encode_vast(vast), **meer}


def rows(*regels: str) -> str:
    """Return a table with the usual header; its first row stands in row 4."""
    return KOP + "\n".join(regels)


def row(status: str = "", planning: str = "", toelichting: str = "") -> str:
    """Return a table with one actie, 1.1.1."""
    return rows(f"| 1.1.1 | Training voor bestuurders | {status} | {planning} | {toelichting} |")


def merged(*bereiken: str) -> str:
    """Return the XML of merges, to put behind the cells of a sheet."""
    cellen = "".join(f'<mergeCell ref="{bereik}"/>' for bereik in bereiken)
    return f"<mergeCells>{cellen}</mergeCells>"


def answers(gelezen: Inzending) -> dict[str, tuple[Status, str]]:
    """Return status and planning by actie."""
    return {nr: (i.status, i.planning) for nr, i in gelezen.antwoorden.items()}


def told(gelezen: Inzending) -> list[tuple[Code, str]]:
    """Return code and cell of each finding."""
    return [(b.code, b.plek.cel) for b in gelezen.bevindingen]


def at(gelezen: Inzending, cel: str, blad: str = "Invulblad") -> str:
    """Return what is said of a cell."""
    return " ".join(b.tekst for b in gelezen.bevindingen if (b.plek.blad, b.plek.cel) == (blad, cel))


def styled(letter: str, **hoe: object) -> dict[str, bytes]:
    """Return the parts of a sheet on which C4 and D4, a status and a planning, have a letter of their own."""
    delen = draw_invulblad(row("voltooid", "2018"), **hoe).delen()
    stijlen, blad = delen["xl/styles.xml"].decode(), delen["xl/worksheets/sheet1.xml"].decode()
    stijlen = stijlen.replace("<font/>", f"<font/><font>{letter}</font>")
    stijlen = stijlen.replace("</cellXfs>", '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0"/></cellXfs>')
    for cel in ("C4", "D4"):
        blad = blad.replace(f'<c r="{cel}"', f'<c r="{cel}" s="1"')
    return {**delen, "xl/styles.xml": stijlen.encode(), "xl/worksheets/sheet1.xml": blad.encode()}
