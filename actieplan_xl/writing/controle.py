"""What the column `Controle` of an invulblad says while it is being filled in: as a formula, and as its value now.

Both come from the same few sentences. A sentence that starts with `→` means something is missing; one that starts
with `✓` counts as done. The counter and the jump link look at nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from actieplan_xl.domain.status import ANTWOORDEN, NIETSZEGGEND, ONGEWIJZIGD, VERWIJZINGEN, Status
from actieplan_xl.domain.words import Controle
from actieplan_xl.writing.kleurregels import clean, text

# What stands under Planning when there is none: a dash, "zie boven", or a status one column too far.
_GEEN_PLANNING = ("-", "?", *NIETSZEGGEND, *VERWIJZINGEN, *ANTWOORDEN)
_STATUSWOORDEN = (*ANTWOORDEN, ONGEWIJZIGD)


def _array(woorden: Sequence[str]) -> str:
    return f"{{{','.join(map(text, woorden))}}}"


def _without_error(formule: str, anders: str) -> str:
    """Return a formula that says it in words when what was pasted is an error: that would spoil the counter too."""
    return f"=IFERROR({formule},{text(anders)})"


NAMEN = (("geen_planning", f"={_array(_GEEN_PLANNING)}"), ("statuswoorden", f"={_array(_STATUSWOORDEN)}"))
"""The lists of words that the formulas look in, by name: written once, not in every row."""


@dataclass(frozen=True, slots=True)
class Adressen:
    """The addresses of the cells of one row, as they stand in its formula."""

    actie: str
    status: str
    planning: str


def controle_formula(plek: Adressen, heeft_vorige: bool) -> str:
    """Return the formula for a row of an actie."""
    status, planning = clean(plek.status), clean(plek.planning)
    # Not MATCH or COUNTIF: those take a question mark or an asterisk in what was typed for any character at all.
    is_geen_planning = f"SUMPRODUCT(--({planning}=geen_planning))"
    zonder_woord = f'IF(({planning}="")+{is_geen_planning},{text(Controle.KIES)},{text(Controle.GOED_GEPLAND)})'
    gepland = f'IF({planning}="",{text(Controle.GOED_LIEFST_PLANNING)},{text(Controle.GOED)})'
    ongewijzigd = text(Controle.GOED_VORIGE if heeft_vorige else Controle.GEEN_VORIGE)
    per_woord = [gepland if antwoord is Status.GEPLAND else text(Controle.GOED) for antwoord in ANTWOORDEN]
    uitkomsten = ",".join([text(Controle.ONBEKEND), *per_woord, ongewijzigd])
    plaatsen = ",".join(str(nummer) for nummer in range(1, len(_STATUSWOORDEN) + 1))
    welk = f"SUMPRODUCT(({status}=statuswoorden)*{{{plaatsen}}})"
    return _without_error(f'IF({status}="",{zonder_woord},CHOOSE(1+{welk},{uitkomsten}))', Controle.FOUTWAARDE)


def controle_value(status: str, planning: str, heeft_vorige: bool) -> str:
    """Return what `controle_formula` gives for these contents. A text is never an error, whatever it looks like."""
    status, planning = _clean_value(status).lower(), _clean_value(planning)
    if not status:
        return Controle.KIES if planning.lower() in ("", *_GEEN_PLANNING) else Controle.GOED_GEPLAND
    if status == ONGEWIJZIGD:
        return Controle.GOED_VORIGE if heeft_vorige else Controle.GEEN_VORIGE
    if status == Status.GEPLAND and not planning:
        return Controle.GOED_LIEFST_PLANNING
    return Controle.GOED if status in ANTWOORDEN else Controle.ONBEKEND


def eigen_formula(plek: Adressen) -> str:
    """Return the formula for a row of an eigen actie, which may stay empty."""
    actie, status, planning = (clean(adres) for adres in (plek.actie, plek.status, plek.planning))
    zonder_actie = f'IF({status}&{planning}="","",{text(Controle.EIGEN_ZONDER_ACTIE)})'
    met_actie = f'IF({status}&{planning}="",{text(Controle.EIGEN_ZONDER_STATUS)},{text(Controle.GOED)})'
    return _without_error(f'IF({actie}="",{zonder_actie},{met_actie})', Controle.EIGEN_FOUTWAARDE)


def eigen_value(actie: str, status: str, planning: str) -> str:
    """Return what `eigen_formula` gives for these contents."""
    iets = bool(_clean_value(status) or _clean_value(planning))
    if not _clean_value(actie):
        return Controle.EIGEN_ZONDER_ACTIE if iets else ""
    return Controle.GOED if iets else Controle.EIGEN_ZONDER_STATUS


def _clean_value(tekst: str) -> str:
    """Return what `kleurregels.clean` makes of a text."""
    return " ".join(deel for deel in tekst.replace("\u00a0", " ").replace("\n", " ").split(" ") if deel)
