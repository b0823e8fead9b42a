"""Parts that several sheets share: the title band, the legend, tables of text, headers and footers for paper."""

from collections.abc import Collection, Iterable, Sequence

from actieplan_xl.domain.datum import format_datum
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import ANTWOORDEN, Kleur, Status
from actieplan_xl.writing import styles
from actieplan_xl.writing.sheet import A4, Print, Sheet, Value
from actieplan_xl.writing.vervolg import units

_LANGSTE_KOPTEKST = 70

BETEKENIS = {
    Status.STRUCTUREEL: "Doen we elk jaar en gaat door.",
    Status.VOLTOOID: "Is klaar.",
    Status.NIET_OPGEPAKT: "Deze gemeente doet dit niet.",
    Status.NIET_BEPAALD: "Er is nog geen antwoord van de gemeente.",
    Status.GEPLAND: "Er is een planning; het werk komt nog of is bezig.",
}
"""What each status says, in the words of the leeswijzer."""

KLEURNAAM = {
    Kleur.BLAUW: "blauw",
    Kleur.GROEN: "groen",
    Kleur.ROOD: "rood",
    Kleur.ORANJE: "oranje",
    Kleur.GEEN: "geen kleur",
}


def put_title(sheet: Sheet, plan: Plan, titel: str, onder: str, tot_kolom: int, badge_vanaf: int) -> None:
    """Put the dark band on rows 1 and 2, with the rubricering at the right."""
    gegevens = plan.gegevens
    badge_vanaf = min(max(badge_vanaf, 2), tot_kolom + 1)
    for rij, tekst, stijl, rechts in (
        (1, titel, styles.TITEL, gegevens.rubricering),
        (2, onder, styles.ONDERTITEL, ""),
    ):
        sheet.merge(rij, 1, badge_vanaf - 1, tekst, stijl)
        if badge_vanaf <= tot_kolom:
            sheet.merge(rij, badge_vanaf, tot_kolom, rechts, styles.BADGE)


def stand_per(plan: Plan) -> str:
    """Return "Basisteam … · stand per 1 juni 2019", as far as it is known."""
    gegevens = plan.gegevens
    stand = f"stand per {format_datum(gegevens.peildatum)}" if gegevens.peildatum else ""
    return "  ·  ".join(deel for deel in (gegevens.regio, stand) if deel)


def put_legend(sheet: Sheet, rij: int, kolom: int, statussen: Iterable[Status]) -> None:
    """Put a chip for each status side by side: the word in its own colour."""
    for plaats, status in enumerate(statussen, kolom):
        sheet.put(rij, plaats, str(status), styles.status_chip(status.kleur))


def put_table(
    sheet: Sheet, rij: int, koppen: Sequence[str], rijen: Iterable[Sequence[Value]], kopstijl: styles.Style = styles.KOP
) -> int:
    """Put a header and rows of text cells; return the last row used."""
    sheet.put_row(rij, tuple(koppen), kopstijl)
    for waarden in rijen:
        rij += 1
        sheet.put_row(rij, tuple(waarden), styles.CEL)
    return rij


def paper(
    plan: Plan, blad: str, papier: int = A4, herhaal: tuple[int, int] | None = None, liggend: bool = True
) -> Print:
    """Return how a sheet is printed: name and rubricering above, page numbers below."""
    gegevens = plan.gegevens
    return Print(
        papier=papier,
        liggend=liggend,
        herhaal=herhaal,
        koptekst=f"&L&9{_plain(gegevens.naam)}&R&9{_plain(gegevens.rubricering)}",
        voettekst=f"&L&9{_plain(blad)}&C&9{_plain(stand_per(plan))}&R&9pagina &P van &N",
    )


def _plain(tekst: str) -> str:
    """Return a text for a page header, where an ampersand begins a code and 255 characters in all is the limit."""
    regel = tekst.replace("\n", " ")
    kort = regel
    while units(kort.replace("&", "&&")) > _LANGSTE_KOPTEKST:
        kort = kort[:-1]
    # A figure right behind a font size would be read as part of it.
    return (" " if kort[:1].isdigit() else "") + kort.replace("&", "&&")


def put_meanings(sheet: Sheet, rij: int, kop: str, statussen: Collection[Status] = tuple(Status)) -> int:
    """Put the table of these statuses with their colour and meaning; return the last row used."""
    sheet.put_row(rij, ("Status", "Kleur", kop), styles.KOP)
    for status, betekenis in BETEKENIS.items():
        if status not in statussen:
            continue
        rij += 1
        sheet.put(rij, 1, str(status), styles.status_chip(status.kleur))
        sheet.put(rij, 2, KLEURNAAM[status.kleur], styles.CEL)
        sheet.put(rij, 3, betekenis, styles.CEL)
    return rij


KEUZES = tuple(str(status) for status in ANTWOORDEN)
