"""Which retour a gemeente gets: its own workbook with what there is to mend added, else a fresh one."""

from dataclasses import dataclass

from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.invulling import Bekend
from actieplan_xl.domain.plan import Plan
from actieplan_xl.reading.formulier import read_formulieren
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.beveiliging import Sleutelbos
from actieplan_xl.reading.werkboek.boek import Werkboek
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.rules.herstel import Herstel
from actieplan_xl.writing.invulblad import invulblad_name
from actieplan_xl.writing.opslag import file_name
from actieplan_xl.writing.retour.bewaker import too_much_merged, why_not_own
from actieplan_xl.writing.retour.nieuw import build_nieuw


@dataclass(frozen=True)
class Gebouwd:
    """A retour as bytes. `opnieuw` says why it was set up anew; "" when it is the gemeente's own workbook."""

    inhoud: bytes
    opnieuw: str = ""


def build_retour(
    plan: Plan,
    herstel: Herstel,
    bestand: Bestand | None,
    bekend: Bekend,
    sleutels: Sleutelbos | None = None,
) -> Gebouwd:
    """Return the retour for one sender. `bestand` is the file that counts for it, None when there is none.

    `bekend` is what the plan knows, for a gemeente that sent nothing readable. With `sleutels` a protected file opened
    before.
    """
    if herstel.inzending is None:
        return Gebouwd(build_nieuw(plan, herstel, bekend, _why_unread(herstel)), "er was geen leesbaar bestand")
    eigen, waarom = _build_own(plan, herstel, bestand) if bestand else (None, "het was er daarna niet meer")
    if eigen is not None:
        return Gebouwd(eigen)
    vooraf = (
        f"Dit is een nieuw blad met de antwoorden die jullie al gaven: in jullie eigen bestand was aanvullen niet "
        f"mogelijk zonder iets te verliezen ({waarom})."
    )
    return Gebouwd(build_nieuw(plan, herstel, bekend, vooraf, _open_again(bestand, sleutels)), waarom)


def _open_again(bestand: Bestand | None, sleutels: Sleutelbos | None) -> Werkboek | None:
    try:
        return open_werkboek(bestand, sleutels) if bestand is not None else None
    except BestandError:
        return None


def _why_unread(herstel: Herstel) -> str:
    """Say what became of a file that could not be read."""
    bestand, tekst = herstel.waarom[0].plek.bestand, herstel.waarom[0].tekst
    return f"Het bestand ‘{bestand}’ was niet te gebruiken: {tekst} Dit is een nieuw blad."


def _build_own(plan: Plan, herstel: Herstel, bestand: Bestand) -> tuple[bytes | None, str]:
    """Return the own workbook with what there is to mend, or why it cannot be."""
    if waarom := why_not_own(bestand):
        return None, waarom
    boek = open_werkboek(bestand)
    if waarom := too_much_merged(boek):
        return None, waarom
    if len(read_formulieren(boek)) > 1:
        return None, "er staat meer dan één invulblad in"
    from actieplan_xl.writing.retour.eigen import build_eigen  # noqa: PLC0415  openpyxl loads only when used

    return build_eigen(plan, herstel, bestand, boek), "het laat zich niet aanvullen zonder iets te verliezen"


def retour_name(plan: Plan, herstel: Herstel) -> str:
    """Return the name of the file, without its extension."""
    basis = invulblad_name(plan, herstel.gemeente).removesuffix(herstel.gemeente.naam)
    return file_name(f"Retour {basis.removeprefix('Invulblad ')}{herstel.wie}")
