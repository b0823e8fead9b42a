"""What the cells `Status` and `Planning` of a row say together: the rules of contract §2, in their order."""

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.doorgehaald import read_strike, still_stands
from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.matrixcel import parse_vorige
from actieplan_xl.domain.meldingen import bedoel_je
from actieplan_xl.domain.meldingen.antwoorden import NIET_DOEN
from actieplan_xl.domain.planning import Oordeel, denies, find_statuswoord, is_verwijzing, judge, refers
from actieplan_xl.domain.status import (
    ANTWOORDEN,
    ONTKENNINGEN,
    OPGEHOUDEN,
    Kleur,
    Reden,
    Status,
    Statuswoord,
    nearest,
)
from actieplan_xl.domain.words import fold, is_bare
from actieplan_xl.reading.regel import Regel, Veld
from actieplan_xl.reading.werkboek import grenzen
from actieplan_xl.reading.werkboek.cells import Soort

_NIET_BEREKEND = "(formule zonder uitkomst)"
_HOKJE = re.compile(r"[\[(]\s?\w?\s?[\])]")
# Marks that turn the reading direction, and spaces without width: a joiner inside an emoji is none of these.
_ONZICHTBAAR = re.compile("[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]")


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


@dataclass(frozen=True, slots=True)
class Vorige:
    """The previous state that `ongewijzigd` takes over. `is_van_blad`: only the visible column knows it."""

    stand: Stand | None = None
    is_van_blad: bool = False


def find_vorige(regel: Regel, bekend: Stand | None, heeft_verborgen: bool) -> Vorige:
    """Return the previous state of a row: as it is known, else as the sheet itself shows it to who fills it in."""
    if bekend is not None or heeft_verborgen:
        return Vorige(bekend)
    stand = parse_vorige(regel.vorige.tekst)
    return Vorige(stand, is_van_blad=stand is not None)


def read_statuscel(regel: Regel, vorige: Vorige, heeft_statuskolom: bool = True) -> Lezing:
    """Return what a row answers. Never raises; what cannot be understood is kept in `getypt` and told."""
    planning = _planning(regel.planning)
    fout = unusable(regel.status)
    if fout is not None:
        lezing = _not_recognised(regel.status.tekst or _NIET_BEREKEND, planning.tekst, fout)
    elif read_strike(regel.status.overgenomen)[1]:  # also when the line was said in words, on a sheet set up anew
        lezing = _not_recognised(regel.status.overgenomen, planning.tekst, _struck(regel.status))
    elif not regel.status.is_leeg:
        lezing = _from_word(regel.status, planning.tekst, vorige)
    elif not heeft_statuskolom and planning.tekst:
        # Where the column is gone nobody knows what stood in it: a planning alone would pass for `gepland`.
        lezing = Lezing(Status.NIET_BEPAALD, planning.tekst, Reden.NIET_HERKEND)
    else:
        lezing = _without_word(regel, planning.tekst)
    lezing.meldingen.extend(planning.meldingen)
    if toelichting := unusable(regel.toelichting):
        lezing.meldingen.append(toelichting)
    gemeld = [melding.veld for melding in lezing.meldingen if melding.code is Code.STATUS_DOORGEHAALD]
    lezing.meldingen += [m for m in odd(regel) if m.code is not Code.TEKST_DOORGEHAALD or m.veld not in gemeld]
    return lezing


def _struck(veld: Veld) -> Opmerking:
    _, door = read_strike(veld.overgenomen)
    return Opmerking(Code.STATUS_DOORGEHAALD, veld, {"waarde": door})


def odd(regel: Regel) -> list[Opmerking]:
    """Tell texts of a row that are no number after all, that no cell can hold, or that do not show what they say."""
    gevonden = [
        Opmerking(Code.TEKST_DOORGEHAALD, veld, {"waarde": veld.doorgehaald})
        for veld in (regel.nr, regel.actie, regel.planning, regel.toelichting)
        if veld.doorgehaald
    ]
    for veld in (regel.status, regel.planning, regel.toelichting):
        if veld.soort is Soort.VREEMD:
            gevonden.append(Opmerking(Code.CEL_ALS_TEKST, veld, {"waarde": veld.tekst}))
        if len(veld.tekst) > grenzen.CEL_TEKENS:
            waarden = {"lengte": len(veld.tekst), "grens": grenzen.CEL_TEKENS}
            gevonden.append(Opmerking(Code.TEKST_TE_LANG, veld, waarden))
        if not veld.tekst.isascii() and _ONZICHTBAAR.search(veld.tekst):
            gevonden.append(Opmerking(Code.TEKST_ONZICHTBAAR, veld, {"waarde": veld.tekst}))
    return gevonden


class _Planning(NamedTuple):
    tekst: str
    meldingen: list[Opmerking]


def _planning(veld: Veld) -> _Planning:
    """A planning that is an error or was never calculated counts as not filled in, and is told."""
    fout = unusable(veld)
    return _Planning("", [fout]) if fout else _Planning(veld.overgenomen, [])


def unusable(veld: Veld) -> Opmerking | None:
    """Return what is wrong with a cell that holds no value a person can have meant, or None."""
    if veld.soort is Soort.FOUT:
        return Opmerking(Code.CEL_FOUTWAARDE, veld, {"waarde": veld.tekst})
    if veld.soort is Soort.NIET_BEREKEND:
        return Opmerking(Code.CEL_NIET_BEREKEND, veld, {})
    if veld.soort is Soort.ONGELDIG:
        return Opmerking(Code.CEL_ONGELDIG, veld, {"waarde": veld.tekst})
    return None


def _from_word(veld: Veld, planning: str, vorige: Vorige) -> Lezing:
    woord = Statuswoord.parse(veld.tekst)
    if woord.is_ongewijzigd:
        return _unchanged(veld, planning, vorige)
    lezing = _known(veld, woord.status, planning) if woord.status else _several_lines(veld, planning)
    if lezing is None:
        return _unknown(veld, planning)
    # Oranje is no answer, so it contradicts none: people mark with it what they still have to look at.
    if veld.kleur not in (Kleur.GEEN, Kleur.ORANJE, lezing.status.kleur):
        waarden = {"waarde": veld.tekst, "kleur": veld.kleur}
        lezing.meldingen.append(Opmerking(Code.KLEUR_NAAST_STATUS, veld, waarden))
    if planning and is_verwijzing(planning):
        lezing.meldingen.append(Opmerking(Code.PLANNING_VERWIJST, veld, {"waarde": planning}))
    return lezing


def _known(veld: Veld, status: Status, planning: str) -> Lezing:
    lezing = Lezing(status, planning)
    if fold(veld.tekst) != fold(status) or not is_bare(veld.tekst):
        lezing.meldingen.append(Opmerking(Code.STATUS_UIT_SPELLING, veld, {"waarde": veld.tekst, "status": status}))
    return lezing


def _several_lines(veld: Veld, planning: str) -> Lezing | None:
    """Read a status word on a line of its own, as a cell of the matrix has it, when no other line is one as well."""
    eerste, *overige = [regel.strip() for regel in veld.tekst.split("\n") if regel.strip()]
    status = Statuswoord.parse(eerste).status
    if status is None or not overige or any(_turns_round(regel) for regel in overige):
        return None
    rest = "\n".join(overige)
    waar = "niet overgenomen" if planning else "overgenomen als planning"
    waarden = {"status": status, "rest": rest, "waar": waar}
    return Lezing(status, planning or rest, meldingen=[Opmerking(Code.STATUS_MET_TEKST, veld, waarden)])


def _turns_round(regel: str) -> bool:
    """Whether a line beside a status is another one, or a word that takes it back."""
    return Status.parse(_HOKJE.sub("", regel)) is not None or fold(regel) in ONTKENNINGEN | OPGEHOUDEN


def _unknown(veld: Veld, planning: str) -> Lezing:
    if is_verwijzing(veld.tekst):
        melding = Opmerking(Code.STATUS_VERWIJST, veld, {"waarde": veld.tekst})
    elif Status.parse(veld.tekst) is Status.NIET_BEPAALD:
        waarden = {"waarde": veld.tekst, "keuzes": ", ".join(ANTWOORDEN)}
        melding = Opmerking(Code.STATUS_GEEN_ANTWOORD, veld, waarden)
    else:
        voorstel = nearest(veld.tekst)
        eind = f"; {NIET_DOEN}" if not voorstel and denies(veld.tekst) else bedoel_je(voorstel)
        waarden = {"waarde": veld.tekst, "bedoel_je": eind}
        melding = Opmerking(Code.STATUS_ONBEKEND, veld, waarden)
    return _not_recognised(veld.tekst, planning, melding)


def is_unchanged(regel: Regel) -> bool:
    """Whether a row takes over its previous state."""
    return not read_strike(regel.status.overgenomen)[1] and Statuswoord.parse(regel.status.tekst).is_ongewijzigd


def not_shared(regel: Regel, lezing: Lezing, kolom: str) -> Lezing:
    """Return the reading of `ongewijzigd` for a whole kolom whose gemeenten had different states: no answer."""
    waarden = {"waarde": regel.status.tekst, "kolom": kolom}
    melding = Opmerking(Code.ONGEWIJZIGD_NIET_GEDEELD, regel.status, waarden)
    anders = _not_recognised(regel.status.tekst, _planning(regel.planning).tekst, melding)
    anders.meldingen += [m for m in lezing.meldingen if m.code is not Code.ONGEWIJZIGD_MET_PLANNING]
    return anders


def _unchanged(veld: Veld, planning: str, vorige: Vorige) -> Lezing:
    """Take over the previous state; a planning typed beside it is newer than the one it replaces."""
    stand = vorige.stand
    if stand is None or not stand.is_over_te_nemen:
        waarden = {"waarde": veld.tekst}
        code = Code.ONGEWIJZIGD_VERSCHILDE if stand and stand.planning else Code.ONGEWIJZIGD_ZONDER_VORIGE
        return _not_recognised(veld.tekst, planning, Opmerking(code, veld, waarden))
    lezing = Lezing(stand.status, planning or stand.planning)
    if vorige.is_van_blad:
        tekst = ", ".join(deel for deel in (str(stand.status), stand.planning) if deel)
        lezing.meldingen.append(Opmerking(Code.ONGEWIJZIGD_UIT_BLAD, veld, {"stand": tekst}))
    if planning and fold(planning) != fold(stand.planning):
        waarden = {"vorige": stand.planning}
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
    """A planning alone is `gepland`; but not a status typed one column too far, a dash, or "zie boven"."""
    if not planning:
        return Lezing(Status.NIET_BEPAALD, reden=Reden.LEEG)
    rest = still_stands(planning)
    if not rest:
        return _not_recognised("", planning, _struck(veld))
    status = next((antwoord for antwoord in ANTWOORDEN if fold(antwoord) == fold(planning)), None)
    if status is not None and is_bare(planning):
        return Lezing(status, planning, meldingen=[Opmerking(Code.STATUS_UIT_PLANNING, veld, {"status": status})])
    oordeel = judge(rest)
    if oordeel is Oordeel.ZEGT_NIETS:
        melding = Opmerking(Code.PLANNING_ZEGT_NIETS, veld, {"waarde": planning})
        return Lezing(Status.NIET_BEPAALD, planning, Reden.NIET_HERKEND, meldingen=[melding])
    lezing = Lezing(Status.GEPLAND, planning)
    if oordeel is Oordeel.TWIJFEL:
        lezing.meldingen.append(Opmerking(Code.PLANNING_ONTKENT, veld, {"waarde": planning}))
    elif refers(rest):
        lezing.meldingen.append(Opmerking(Code.PLANNING_VERWIJST, veld, {"waarde": planning}))
    elif woord := find_statuswoord(rest):
        waarden = {"waarde": planning, "woord": woord}
        lezing.meldingen.append(Opmerking(Code.PLANNING_LIJKT_STATUS, veld, waarden))
    return lezing


def _not_recognised(getypt: str, planning: str, melding: Opmerking) -> Lezing:
    return Lezing(Status.NIET_BEPAALD, planning, Reden.NIET_HERKEND, getypt, [melding])


def is_answer(getypt: str, planning: str, vorige: Stand | None = None) -> bool:
    """Whether a status as typed, with a planning, would count as an answer."""
    if read_strike(getypt)[1]:
        return False
    veld = Veld(getypt)
    lezing = _from_word(veld, planning, Vorige(vorige)) if getypt else _from_planning(Veld(planning), planning)
    return lezing.status is not Status.NIET_BEPAALD
