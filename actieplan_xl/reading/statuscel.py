"""What the cells `Status` and `Planning` of a row say together: the rules of contract §2, in their order."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.matrixcel import is_nvt
from actieplan_xl.domain.meldingen import bedoel_je
from actieplan_xl.domain.status import ANTWOORDEN, Kleur, Reden, Status, Statuswoord, nearest
from actieplan_xl.domain.words import fold
from actieplan_xl.reading import grenzen
from actieplan_xl.reading.cells import Soort
from actieplan_xl.reading.formulier import Regel, Veld

_NIET_BEREKEND = "(formule zonder uitkomst)"


class Opmerking(NamedTuple):
    """Something to tell about one cell; the reader of the row adds where it is."""

    code: Code
    veld: Veld
    waarden: dict[str, Any]


@dataclass
class Lezing:
    """The answer of one row."""

    status: Status
    planning: str = ""
    reden: Reden | None = None
    getypt: str = ""
    meldingen: list[Opmerking] = field(default_factory=list)


def read_statuscel(regel: Regel, vorige: Stand | None) -> Lezing:
    """Return what a row answers. Never raises; what cannot be understood is kept in `getypt` and told."""
    planning = _planning(regel.planning)
    fout = unusable(regel.status)
    if fout is not None:
        lezing = _not_recognised(regel.status.tekst or _NIET_BEREKEND, planning.tekst, fout)
    elif not regel.status.is_leeg:
        lezing = _from_word(regel.status, planning.tekst, vorige)
    else:
        lezing = _without_word(regel, planning.tekst)
    lezing.meldingen.extend(planning.meldingen)
    if toelichting := unusable(regel.toelichting):
        lezing.meldingen.append(toelichting)
    lezing.meldingen.extend(_too_long(regel))
    return lezing


def _too_long(regel: Regel) -> list[Opmerking]:
    """Tell a text that no cell can hold: Excel cannot have made it, and cannot show all of it."""
    return [
        Opmerking(Code.TEKST_TE_LANG, veld, {"lengte": len(veld.tekst), "grens": grenzen.CEL_TEKENS})
        for veld in (regel.status, regel.planning, regel.toelichting)
        if len(veld.tekst) > grenzen.CEL_TEKENS
    ]


class _Planning(NamedTuple):
    tekst: str
    meldingen: list[Opmerking]


def _planning(veld: Veld) -> _Planning:
    """A planning that is an error or was never calculated counts as not filled in, and is told."""
    fout = unusable(veld)
    return _Planning("", [fout]) if fout else _Planning(veld.tekst, [])


def unusable(veld: Veld) -> Opmerking | None:
    """Return what is wrong with a cell that holds no value a person can have meant, or None."""
    if veld.soort is Soort.FOUT:
        return Opmerking(Code.CEL_FOUTWAARDE, veld, {"waarde": veld.tekst})
    if veld.soort is Soort.NIET_BEREKEND:
        return Opmerking(Code.CEL_NIET_BEREKEND, veld, {})
    if veld.soort is Soort.ONGELDIG:
        return Opmerking(Code.CEL_ONGELDIG, veld, {"waarde": veld.tekst})
    return None


def _from_word(veld: Veld, planning: str, vorige: Stand | None) -> Lezing:
    woord = Statuswoord.parse(veld.tekst)
    if woord.is_ongewijzigd:
        return _unchanged(veld, planning, vorige)
    if woord.status is None:
        if Status.parse(veld.tekst) is not None:
            waarden = {"waarde": veld.tekst, "keuzes": ", ".join(ANTWOORDEN)}
            return _not_recognised(veld.tekst, planning, Opmerking(Code.STATUS_GEEN_ANTWOORD, veld, waarden))
        waarden = {"waarde": veld.tekst, "bedoel_je": bedoel_je(nearest(veld.tekst))}
        return _not_recognised(veld.tekst, planning, Opmerking(Code.STATUS_ONBEKEND, veld, waarden))
    lezing = Lezing(woord.status, planning)
    if fold(veld.tekst) != fold(woord.status):
        waarden = {"waarde": veld.tekst, "status": woord.status}
        lezing.meldingen.append(Opmerking(Code.STATUS_UIT_SPELLING, veld, waarden))
    return lezing


def is_unchanged(regel: Regel) -> bool:
    """Whether a row takes over its previous state."""
    return Statuswoord.parse(regel.status.tekst).is_ongewijzigd


def not_shared(regel: Regel, lezing: Lezing, kolom: str) -> Lezing:
    """Return the reading of `ongewijzigd` for a whole kolom whose gemeenten had different states: no answer."""
    waarden = {"waarde": regel.status.tekst, "kolom": kolom}
    melding = Opmerking(Code.ONGEWIJZIGD_NIET_GEDEELD, regel.status, waarden)
    anders = _not_recognised(regel.status.tekst, _planning(regel.planning).tekst, melding)
    anders.meldingen += [m for m in lezing.meldingen if m.code is not Code.ONGEWIJZIGD_MET_PLANNING]
    return anders


def _unchanged(veld: Veld, planning: str, vorige: Stand | None) -> Lezing:
    """Take over the previous state; a planning typed beside it is newer than the one it replaces."""
    if vorige is None or vorige.status is Status.NIET_BEPAALD:
        waarden = {"waarde": veld.tekst}
        return _not_recognised(veld.tekst, planning, Opmerking(Code.ONGEWIJZIGD_ZONDER_VORIGE, veld, waarden))
    lezing = Lezing(vorige.status, planning or vorige.planning)
    if planning and fold(planning) != fold(vorige.planning):
        waarden = {"vorige": vorige.planning}
        lezing.meldingen.append(Opmerking(Code.ONGEWIJZIGD_MET_PLANNING, veld, waarden))
    return lezing


def _without_word(regel: Regel, planning: str) -> Lezing:
    for veld in (regel.status, regel.planning):
        if veld.kleur is not Kleur.GEEN:
            status = Status.from_kleur(veld.kleur)
            reden = None if status is not Status.NIET_BEPAALD else Reden.NIET_HERKEND if planning else Reden.LEEG
            waarden = {"kleur": veld.kleur, "status": status}
            return Lezing(status, planning, reden, meldingen=[Opmerking(Code.STATUS_UIT_KLEUR, veld, waarden)])
    return _from_planning(regel.planning, planning)


def _from_planning(veld: Veld, planning: str) -> Lezing:
    """A planning alone is `gepland`; but not a status typed one column too far, or a dash."""
    if not planning:
        return Lezing(Status.NIET_BEPAALD, reden=Reden.LEEG)
    if not any(teken.isalnum() for teken in planning) or is_nvt(planning):
        melding = Opmerking(Code.PLANNING_ZEGT_NIETS, veld, {"waarde": planning})
        return Lezing(Status.NIET_BEPAALD, planning, Reden.NIET_HERKEND, meldingen=[melding])
    status = next((antwoord for antwoord in ANTWOORDEN if fold(antwoord) == fold(planning)), None)
    if status is not None:
        return Lezing(status, planning, meldingen=[Opmerking(Code.STATUS_UIT_PLANNING, veld, {"status": status})])
    lezing = Lezing(Status.GEPLAND, planning)
    if Status.parse(planning) is not None:
        lezing.meldingen.append(Opmerking(Code.PLANNING_LIJKT_STATUS, veld, {"waarde": planning}))
    return lezing


def _not_recognised(getypt: str, planning: str, melding: Opmerking) -> Lezing:
    return Lezing(Status.NIET_BEPAALD, planning, Reden.NIET_HERKEND, getypt, [melding])
