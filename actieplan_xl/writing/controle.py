"""What the column `Controle` of an invulblad says while it is being filled in: as a formula, and as its value now.

Both come from the same few sentences. A sentence that starts with `→` means something is missing; one that starts
with `✓` counts as done. The counter and the jump link look at nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from actieplan_xl.domain.planning import AFWIJZEND, NIETSZEGGEND, NOG, ONTKENNEND, TIJDEN
from actieplan_xl.domain.status import ANTWOORDEN, ONGEWIJZIGD, Status
from actieplan_xl.domain.words import DOORGEHAALD, Controle
from actieplan_xl.writing.controle_eisen import Eisen, Velden
from actieplan_xl.writing.kleurregels import clean, text

# What stands under Planning when there is none: a dash, "zie boven", or a status one column too far. A formula sees
# the words of `domain.planning` as they are spelled there: not their accents, nor a dot too many.
_GEEN_PLANNING = ("-", "--", "–", "—", "...", "…", "?", "??", *NIETSZEGGEND, *ANTWOORDEN)
_GEEN_PLANNING_KLEIN = frozenset(("", *(woord.lower() for woord in _GEEN_PLANNING)))
_AFWIJZEND = (*(f" {woorden}" for woorden in AFWIJZEND), f" ({DOORGEHAALD})")
_ONTKENNEND_VOORAAN = tuple(f"{nog}{woord}{eind}" for nog in ("", NOG) for woord in ONTKENNEND for eind in " ,.;:!")
_ONTKENNEND_ACHTERAAN = tuple(f" {woord}{eind}" for woord in ONTKENNEND for eind in ("", ".", "!"))
_STATUSWOORDEN = (*ANTWOORDEN, ONGEWIJZIGD)


def _array(woorden: Sequence[str]) -> str:
    return f"{{{','.join(map(text, woorden))}}}"


def _without_error(formule: str, anders: str) -> str:
    """Return a formula that says it in words when what was pasted is an error: that would spoil the counter too."""
    return f"=IFERROR({formule},{text(anders)})"


NAMEN = (
    ("geen_planning", f"={_array(_GEEN_PLANNING)}"),
    ("afwijzend", f"={_array(_AFWIJZEND)}"),
    ("ontkennend_vooraan", f"={_array(_ONTKENNEND_VOORAAN)}"),
    ("ontkennend_achteraan", f"={_array(_ONTKENNEND_ACHTERAAN)}"),
    ("tijden", f"={_array(TIJDEN)}"),
    ("statuswoorden", f"={_array(_STATUSWOORDEN)}"),
)
"""The lists of words that the formulas look in, by name: written once, not in every row."""


@dataclass(frozen=True, slots=True)
class Adressen:
    """The addresses of the cells of one row, as they stand in its formula."""

    actie: str
    status: str
    planning: str
    toelichting: str = ""


def controle_formula(plek: Adressen, heeft_vorige: bool, eisen: Eisen | None = None) -> str:
    """Return the formula for a row of an actie; `eisen` is what is asked beyond a status."""
    status, planning = clean(plek.status), clean(plek.planning)
    # Not MATCH or COUNTIF: those take a question mark or an asterisk in what was typed for any character at all.
    # SEARCH does so with what it looks for, and that is ours.
    is_geen_planning = f"SUMPRODUCT(--({planning}=geen_planning))+{_found('afwijzend', planning)}"
    vooraan, achteraan = (
        f"SUMPRODUCT(--({kant}({planning},LEN({woorden}))={woorden}))"
        for kant, woorden in (("LEFT", "ontkennend_vooraan"), ("RIGHT", "ontkennend_achteraan"))
    )
    is_ontkend = f"({vooraan}+{achteraan})*({_found('tijden', planning)}=0)"
    zegt_niets = f'({planning}="")+{is_geen_planning}+{is_ontkend}'
    zonder_woord = f"IF({zegt_niets},{text(Controle.KIES)},{text(Controle.GOED_GEPLAND)})"
    gepland = f'IF({planning}="",{text(Controle.GOED_LIEFST_PLANNING)},{text(Controle.GOED)})'
    ongewijzigd = text(Controle.GOED_VORIGE if heeft_vorige else Controle.GEEN_VORIGE)
    per_woord = [gepland if antwoord is Status.GEPLAND else text(Controle.GOED) for antwoord in ANTWOORDEN]
    uitkomsten = ",".join([text(Controle.ONBEKEND), *per_woord, ongewijzigd])
    plaatsen = ",".join(str(nummer) for nummer in range(1, len(_STATUSWOORDEN) + 1))
    welk = f"SUMPRODUCT(({status}=statuswoorden)*{{{plaatsen}}})"
    formule = f'IF({status}="",{zonder_woord},CHOOSE(1+{welk},{uitkomsten}))'
    if eisen is not None:
        formule = eisen.formula(Velden(status, planning, clean(plek.toelichting)), zegt_niets, formule)
    return _without_error(formule, Controle.FOUTWAARDE)


def _found(woorden: str, planning: str) -> str:
    """Return the formula text for how many of the words with that name stand in a planning."""
    return f'SUMPRODUCT(--ISNUMBER(SEARCH({woorden}," "&{planning}&" ")))'


def controle_value(
    status: str, planning: str, heeft_vorige: bool, eisen: Eisen | None = None, toelichting: str = ""
) -> str:
    """Return what `controle_formula` gives for these contents. A text is never an error, whatever it looks like."""
    velden = Velden(*(_clean_value(tekst).lower() for tekst in (status, planning, toelichting)))
    basis = _value(velden.status, velden.planning, heeft_vorige)
    if eisen is None or not basis.startswith(Controle.GOED):
        return basis
    return eisen.value(velden, _says_nothing(velden.planning), basis)


def _value(status: str, planning: str, heeft_vorige: bool) -> str:
    if not status:
        return Controle.KIES if _says_nothing(planning) else Controle.GOED_GEPLAND
    if status == ONGEWIJZIGD:
        return Controle.GOED_VORIGE if heeft_vorige else Controle.GEEN_VORIGE
    if status == Status.GEPLAND and not planning:
        return Controle.GOED_LIEFST_PLANNING
    return Controle.GOED if status in ANTWOORDEN else Controle.ONBEKEND


def _says_nothing(planning: str) -> bool:
    """Whether the formula finds no planning in a text; `domain.planning.judge` as far as a formula can be it."""
    rondom = f" {planning} "
    is_ontkend = planning.startswith(_ONTKENNEND_VOORAAN) or planning.endswith(_ONTKENNEND_ACHTERAAN)
    is_wanneer = any(tijd in rondom for tijd in TIJDEN)
    is_afwijzend = any(woorden in rondom for woorden in _AFWIJZEND)
    return planning in _GEEN_PLANNING_KLEIN or is_afwijzend or (is_ontkend and not is_wanneer)


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
