"""Colour rules and counts over cells that speak for themselves: both look at the first line of a cell.

A rule and a count are made from the same expression, so a word that someone types in Excel changes both.
"""

from collections.abc import Sequence

from actieplan_xl.domain.adres import format_adres
from actieplan_xl.domain.status import ANTWOORDEN, Status
from actieplan_xl.domain.words import NVT, VERSCHILDE, Controle
from actieplan_xl.writing import styles
from actieplan_xl.writing.sheet import ConditionalFormat, Range

_HARDE_SPATIE = "\u00a0"
GEKLEURD = (Status.STRUCTUREEL, Status.VOLTOOID, Status.NIET_OPGEPAKT, Status.NIET_BEPAALD)


def first_line(adres: str) -> str:
    """Return the formula text for the first line of a cell (or of each cell of a range), without spaces around it."""
    return f"TRIM(LEFT({adres},FIND(CHAR(10),{adres}&CHAR(10))-1))"


def clean(adres: str) -> str:
    """Return the formula text for what someone typed: without spaces, hard spaces and line ends around or doubled."""
    return f'TRIM(SUBSTITUTE(SUBSTITUTE({adres},"{_HARDE_SPATIE}"," "),CHAR(10)," "))'


def is_actie(adres: str) -> str:
    """Return the formula text that is true where a number has three parts: a row of an actie, not a band."""
    return f'(LEN({adres})-LEN(SUBSTITUTE({adres},".",""))=2)'


def text(woord: str) -> str:
    """Return a text as it stands in a formula."""
    return '"' + woord.replace('"', '""') + '"'


def matrix_rules(bereik: Range, eerste_rij: int, is_regio: bool) -> list[ConditionalFormat]:
    """Return the rules that colour the matrix by the words in its cells."""
    cel = format_adres((bereik.rij, bereik.kolom))
    regels = [
        ConditionalFormat(bereik, f"={first_line(cel)}={text(status)}", styles.status_vlak(status.kleur))
        for status in GEKLEURD
    ]
    regels.append(ConditionalFormat(bereik, f"={first_line(cel)}={text(NVT)}", styles.NVT_VLAK))
    if is_regio:
        leeg = f'=AND(TRIM({cel})="",{is_actie(f"$A{eerste_rij}")})'
        regels.append(ConditionalFormat(bereik, leeg, styles.status_vlak(Status.NIET_BEPAALD.kleur)))
    return regels


def count_status(cellen: str, nummers: str, status: Status, gewicht: str = "") -> str:
    """Return the formula text that counts the cells of a range with a status.

    `cellen` and `nummers` are ranges of the same height: the cells, and the numbers of their rows. An empty cell of
    an actie counts as `niet nader bepaald`; `gepland` is every cell that says anything else than another status.
    With `gewicht` each cell counts for that much.
    """
    eerste = first_line(cellen)
    telt = f"{is_actie(nummers)}*{gewicht}" if gewicht else is_actie(nummers)
    if status is Status.NIET_BEPAALD:
        return f'SUMPRODUCT({telt}*(({eerste}={text(status)})+(TRIM({cellen})="")))'
    if status is not Status.GEPLAND:
        return f"SUMPRODUCT({telt}*({eerste}={text(status)}))"
    anders = "".join(f"*({eerste}<>{text(woord)})" for woord in (*GEKLEURD, NVT))
    return f'SUMPRODUCT({telt}{anders}*(TRIM({cellen})<>""))'


def answer_rules(
    bereik: Range, status: str, vorige: str, controle: str, met_jaren: bool = False, verschilde: bool = False
) -> list[ConditionalFormat]:
    """Return the rules of an invulblad: an answer takes its colour, a missing one is oranje.

    `status`, `vorige` and `controle` are the addresses in the first row of the range, with a fixed column. `vorige`
    may be empty; else `ongewijzigd` takes the colour of the state it repeats. Without `controle` nothing is oranje.
    With `met_jaren` a planning alone may be an answer of which the year has to be looked at: not oranje either.
    `verschilde` says that some previous states are of several gemeenten, which `ongewijzigd` does not repeat.
    """
    regels = []
    for antwoord in ANTWOORDEN:
        formule = f"{clean(status)}={text(antwoord)}"
        if vorige:
            formule = f'OR({formule},AND({clean(status)}="ongewijzigd",{first_line(vorige)}={text(antwoord)}))'
        vlak = styles.status_vlak(antwoord.kleur) if antwoord is not Status.GEPLAND else styles.GEPLAND_VLAK
        regels.append(ConditionalFormat(bereik, f"={formule}", vlak))
    if vorige:
        # The previous state was a planning without a word of its own.
        niet = f",{first_line(vorige)}<>{text(VERSCHILDE)}" if verschilde else ""
        formule = f'=AND({clean(status)}="ongewijzigd",TRIM({vorige})<>""{niet})'
        regels.append(ConditionalFormat(bereik, formule, styles.GEPLAND_VLAK))
    if controle:
        oranje = styles.status_vlak(Status.NIET_BEPAALD.kleur)
        ontbreekt = f'LEFT({controle},1)="→"'
        if met_jaren:
            ontbreekt = f"AND({ontbreekt},{controle}<>{text(Controle.JAAR_BUITEN)})"
        regels.append(ConditionalFormat(bereik, f"={ontbreekt}", oranje))
    return regels


def count_rules(rijen: tuple[int, int], kolom: int, statussen: Sequence[Status]) -> list[ConditionalFormat]:
    """Return the rules that colour counts above zero, a column per status from `kolom` on; `gepland` has no colour."""
    eerste, laatste = rijen
    return [
        ConditionalFormat(
            Range(eerste, plaats, laatste, plaats),
            f"={format_adres((eerste, plaats))}>0",
            styles.status_vlak(status.kleur),
        )
        for plaats, status in enumerate(statussen, kolom)
        if status is not Status.GEPLAND
    ]
