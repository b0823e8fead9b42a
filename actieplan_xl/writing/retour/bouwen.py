"""Which retour a gemeente gets: its own workbook with what there is to mend added, else a fresh one."""

from collections.abc import Sequence
from dataclasses import dataclass

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.invulling import Bekend
from actieplan_xl.domain.plan import Gemeente, Plan
from actieplan_xl.domain.words import korte_opsomming, opsomming
from actieplan_xl.reading.afzender import find_afzender
from actieplan_xl.reading.formulier import Formulier, read_formulieren
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.beveiliging import Sleutelbos
from actieplan_xl.reading.werkboek.boek import Werkboek
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.rules.herstel import Herstel
from actieplan_xl.writing.invulblad import invulblad_name
from actieplan_xl.writing.opslag import file_name
from actieplan_xl.writing.retour.bewaker import too_much_merged, why_not_own
from actieplan_xl.writing.retour.nieuw import build_nieuw

RETOUR = "Retour"
"""How the name of every retour begins."""

_VEEL_RIJEN = 8
_GEGEVEN = "Dit is een nieuw blad met de antwoorden die jullie al gaven"
_VERLIEST = f"{_GEGEVEN}: in jullie eigen bestand was aanvullen niet mogelijk zonder iets te verliezen ({{waarom}})."


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

    `bekend` is what the plan knows, for a gemeente that sent nothing readable or the sheet of another. With `sleutels`
    a protected file opened before.
    """
    if herstel.inzending is None:
        zonder_stand = herstel.kennen_anderen_stand and not bekend.standen
        waarom = "er was geen leesbaar bestand"
        waarom += ", en zonder --plan weten we de vorige stand niet" if zonder_stand else ""
        return Gebouwd(build_nieuw(plan, herstel, bekend, _tell_unread(herstel, zonder_stand)), waarom)
    boek = _open_again(bestand, sleutels)
    formulieren = read_formulieren(boek) if boek is not None else []
    if waarom := _why_of_another(plan, herstel, formulieren):
        # What somebody else was sent with is no previous state of hers.
        is_van_ander = formulieren[0].verborgen.gemeente not in ("", *herstel.inzending.gemeenten)
        van_haar = bekend if is_van_ander else herstel.inzending.bekend
        return Gebouwd(build_nieuw(plan, herstel, van_haar, f"{_GEGEVEN}: {waarom}.", boek), waarom)
    if waarom := _why_unfit(herstel, bestand, boek, formulieren):
        vooraf = _VERLIEST.format(waarom=waarom)
    elif waarom := _why_incomplete(herstel):
        vooraf = f"{_GEGEVEN}: {waarom}."
    elif (eigen := _build_own(plan, herstel, bestand, boek)) is not None:
        return Gebouwd(eigen)
    else:
        waarom = "het laat zich niet aanvullen zonder iets te verliezen"
        vooraf = _VERLIEST.format(waarom=waarom)
    return Gebouwd(build_nieuw(plan, herstel, herstel.inzending.bekend, vooraf, boek), waarom)


def _open_again(bestand: Bestand | None, sleutels: Sleutelbos | None) -> Werkboek | None:
    try:
        return open_werkboek(bestand, sleutels) if bestand is not None else None
    except BestandError:
        return None


def _tell_unread(herstel: Herstel, zonder_stand: bool) -> str:
    """Say what became of a file that could not be read, and what she can do about it herself."""
    bevinding = herstel.waarom[0]
    zinnen = (
        f"Het bestand ‘{bevinding.plek.bestand}’ was niet te gebruiken: {bevinding.tekst}",
        bevinding.eigen_remedie if bevinding.eigen_remedie != bevinding.remedie else "",
        "Dit is een nieuw blad.",
        "De vorige stand staat er niet bij, want die stond alleen in dat bestand." if zonder_stand else "",
    )
    return " ".join(zin for zin in zinnen if zin)


def _why_of_another(plan: Plan, herstel: Herstel, formulieren: Sequence[Formulier]) -> str:
    """Say that her own workbook would, as a retour, be read as somebody else's; "" when it would not."""
    if len(formulieren) != 1 or herstel.inzending is None:
        return ""
    gelezen = find_afzender(formulieren[0], plan, f"{retour_name(plan, herstel)}.xlsx").gemeenten
    if tuple(gemeente.naam for gemeente in gelezen) == herstel.inzending.gemeenten:
        return ""
    van_wie = formulieren[0].verborgen.gemeente or _name(gelezen)
    if van_wie and van_wie != herstel.wie:
        return f"het eigen bestand zegt dat het van {van_wie} is"
    return f"het eigen bestand zegt niet dat het van {herstel.wie} is"


def _name(gemeenten: Sequence[Gemeente]) -> str:
    return "" if not gemeenten else gemeenten[0].naam if len(gemeenten) == 1 else gemeenten[0].kolom


def _why_incomplete(herstel: Herstel) -> str:
    """Say which rows or columns are gone, that she cannot put back herself; "" when all are there."""
    koppen = [str(b.waarden["kop"]) for b in herstel.bevindingen if b.code is Code.KOLOM_ONTBREEKT]
    if koppen:
        wat = "ontbreekt de kolom" if len(koppen) == 1 else "ontbreken de kolommen"
        return f"op het eigen blad {wat} {opsomming(koppen)}"
    nummers = list(dict.fromkeys(b.nr for b in herstel.bevindingen if b.code is Code.RIJ_WEG))
    if nummers:
        wat = "ontbreekt de rij van" if len(nummers) == 1 else "ontbreken de rijen van"
        return f"op het eigen blad {wat} {korte_opsomming(nummers, _VEEL_RIJEN)}"
    return ""


def _why_unfit(
    herstel: Herstel, bestand: Bestand | None, boek: Werkboek | None, formulieren: Sequence[Formulier]
) -> str:
    """Say why nothing can be added to her own workbook without a loss; "" when it can."""
    if bestand is None or boek is None:
        return "het was er daarna niet meer"
    if herstel.inzending is not None and any(b.code is Code.ONTSLEUTELD for b in herstel.inzending.bevindingen):
        return "het was beveiligd; dit nieuwe blad is dat niet"
    return (
        why_not_own(bestand)
        or too_much_merged(boek)
        or ("er staat meer dan één invulblad in" if len(formulieren) > 1 else "")
    )


def _build_own(plan: Plan, herstel: Herstel, bestand: Bestand | None, boek: Werkboek | None) -> bytes | None:
    from actieplan_xl.writing.retour.eigen import build_eigen  # noqa: PLC0415  openpyxl loads only when used

    return build_eigen(plan, herstel, bestand, boek) if bestand is not None and boek is not None else None


def retour_name(plan: Plan, herstel: Herstel) -> str:
    """Return the name of the file, without its extension."""
    basis = invulblad_name(plan, herstel.gemeente).removesuffix(herstel.gemeente.naam)
    return file_name(f"{RETOUR} {basis.removeprefix('Invulblad ')}{herstel.wie}")
