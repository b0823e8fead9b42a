"""What the very hidden sheet of an invulblad says of it: whose it is, for which plan, with which previous states.

It was in someone else's hands: whatever in it cannot be trusted is left out, and what is broken is told.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from actieplan_xl.domain.adres import Plaats
from actieplan_xl.domain.datum import parse_datum
from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.plancode import decode_plan, plan_id
from actieplan_xl.domain.status import Status
from actieplan_xl.domain.vasttekst import Vast, decode_vast
from actieplan_xl.domain.words import Bladen, fold
from actieplan_xl.reading.werkboek.boek import Sheet, Werkboek

VAST = "vast"
"""The rows with marks of our own texts; those that a retour adds have a number behind the name."""

RETOUR_VAN = "retour van"
"""The rows with the checksums of the files that a retour was made from."""

_SHA256 = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Verborgen:
    """What the hidden sheet says. Without one, or with one that was made for another sheet, it says nothing."""

    gemeente: str = ""
    plan: Plan | None = None
    plan_id: str = ""
    standen: Mapping[str, Stand] = field(default_factory=dict)
    niet_gedeeld: frozenset[str] = frozenset()
    """Numbers of acties whose previous state is not the same for all gemeenten of the kolom."""
    vast: Vast | None = None
    """Marks of the texts that we wrote ourselves; None when that is not known."""
    kapot: tuple[str, ...] = ()
    """What stands there and cannot be read, in words."""
    retour_van: frozenset[str] = frozenset()
    """The sha256 of each file that this workbook was sent back for, to be mended; none when it is no retour."""

    def wrote(self, tekst: str) -> bool:
        """Whether we wrote this on the sheet `Invulblad`, around the table; False too when that is not known."""
        return self.vast is not None and self.vast.knows(Bladen.INVULBLAD, tekst)

    def only_plan(self) -> "Verborgen":
        """Return what it says of the plan alone, for a sheet of another gemeente in the same workbook."""
        return Verborgen(plan=self.plan, plan_id=self.plan_id, retour_van=self.retour_van)


def read_verborgen(boek: Werkboek) -> Verborgen:
    """Return what the first hidden sheet of a workbook says."""
    gevonden = read_alle_verborgen(boek)
    return gevonden[0] if gevonden else Verborgen()


def read_alle_verborgen(boek: Werkboek) -> list[Verborgen]:
    """Return what each hidden sheet says: one that was copied along is called `_actieplan (2)` or `_actieplan_2`."""
    return [_read(sheet) for sheet in boek.sheets if is_verborgen_blad(sheet)]


def is_verborgen_blad(sheet: Sheet) -> bool:
    """Whether this is the sheet that makes an invulblad self-contained."""
    return _NAAM.fullmatch(sheet.naam) is not None and any(_is_name(sheet.text(rij, 1)) for rij in sheet.rijen)


_NAAM = re.compile(rf"{Bladen.VERBORGEN}( ?\(\d+\)|_\d+)?", re.IGNORECASE)
_NAMEN = frozenset({"formaat", "gemeente", "standen", "niet gedeeld", "vast", "plan", RETOUR_VAN})


def _is_name(tekst: str) -> bool:
    return tekst.rstrip("0123456789 ") in _NAMEN


def find_vast(boek: Werkboek) -> list[Vast]:
    """Return the marks that the hidden sheets of a workbook carry; [] when none of them knows any more."""
    return [verborgen.vast for verborgen in read_alle_verborgen(boek) if verborgen.vast is not None]


def strange_cells(sheet: Sheet) -> Iterator[tuple[Plaats, str]]:
    """Yield what stands on a hidden sheet beside what we put there."""
    for plaats, tekst in sheet.texts():
        if plaats[1] > 2 or not _is_name(sheet.text(plaats[0], 1)):
            yield plaats, tekst


def _read(sheet: Sheet) -> Verborgen:
    delen: dict[str, str] = {}
    for rij in sheet.rijen:
        naam = sheet.text(rij, 1)
        # Long texts run on over several rows with the same name; nothing between them may be trimmed.
        delen[naam] = delen.get(naam, "") + sheet.cell(rij, 2).ruw
    plan, vingerafdruk = _decode(delen.get("plan", ""))
    standen = _decode_standen(delen.get("standen", ""))
    stuk = {
        "het plan": bool(delen.get("plan")) and plan is None,
        "de vorige stand": bool(delen.get("standen")) and standen is None,
    }
    return Verborgen(
        delen.get("gemeente", "").strip(),
        plan,
        vingerafdruk,
        standen or {},
        frozenset(delen.get("niet gedeeld", "").split()),
        _decode_vast(delen),
        tuple(wat for wat, is_stuk in stuk.items() if is_stuk),
        frozenset(_SHA256.findall(delen.get(RETOUR_VAN, ""))),
    )


_decode_marks = lru_cache(maxsize=8)(decode_vast)
"""A file is asked several times what is ours in it."""


def _decode_vast(delen: Mapping[str, str]) -> Vast | None:
    """Return the marks of the invulblad and of every retour of it; None when any of them is broken."""
    alle = Vast()
    for gelezen in [_decode_marks(tekst) for naam, tekst in delen.items() if naam.split(" ")[0] == VAST] or [None]:
        if gelezen is None:
            return None
        alle = alle.joined(gelezen)
    return alle


@lru_cache(maxsize=8)
def _decode(tekst: str) -> tuple[Plan | None, str]:
    """Decode a plan; the hundreds of invulbladen of one round carry the same text."""
    try:
        plan = decode_plan(tekst)
    except ValueError:
        return None, ""
    return plan, plan_id(plan)


def encode_standen(standen: Mapping[str, Stand]) -> str:
    """Return previous states as the text that the hidden sheet carries."""
    ruw = {nr: [str(stand.status), stand.planning, *filter(None, [stand.peildatum])] for nr, stand in standen.items()}
    return json.dumps(ruw, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=8)
def _decode_standen(tekst: str) -> dict[str, Stand] | None:
    try:
        ruw = json.loads(tekst)
        return {str(nr): _stand(*velden) for nr, velden in ruw.items()}
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None


def _stand(status: str, planning: object, peildatum: object = "") -> Stand:
    dag = parse_datum(str(peildatum))
    return Stand(Status(status), _whole(planning), dag.isoformat() if dag else "")


def _whole(ruw: object) -> str:
    tekst = str(ruw)
    tekst.encode()  # half a character (a lone surrogate) is a ValueError
    return tekst


def choose_verborgen(alle: Iterable[Verborgen], titels: Iterable[str]) -> Verborgen:
    """Return the hidden sheet that goes with one of several invulbladen in a workbook: that of the same gemeente."""
    rij = list(alle)
    gevouwen = [f" {fold(titel)}" for titel in titels]
    for verborgen in rij:
        naam = fold(verborgen.gemeente)
        if naam and any(titel.endswith(f" {naam}") for titel in gevouwen):
            return verborgen
    return rij[0].only_plan() if rij else Verborgen()
