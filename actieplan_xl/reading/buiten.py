"""What stands on an invulblad outside its table, or on another sheet of the same workbook: nothing of it is an answer,
and nothing of it is passed over."""

import re
from collections.abc import Iterable

from actieplan_xl.domain.adres import Plaats, format_adres
from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.status import Status
from actieplan_xl.domain.words import (
    ALLEEN,
    ALLES_INGEVULD,
    ANTWOORDT,
    GEEN_ANTWOORD,
    HEEL,
    KLEURUITLEG,
    STAPPEN,
    VERDER,
    VERDER_NIET_AF,
    VRAAG,
    Bladen,
    Controle,
    Koppen,
    enkelvoud_of_meervoud,
    fold,
    has_sign,
    korte_opsomming,
)
from actieplan_xl.reading.afzender import bare_title, unknown_choice
from actieplan_xl.reading.eigen_teksten import find_ours, split_ours
from actieplan_xl.reading.formulier import Formulier
from actieplan_xl.reading.verborgen import find_vast, is_verborgen_blad, strange_cells
from actieplan_xl.reading.vervolg import Vervolg
from actieplan_xl.reading.werkboek.boek import Sheet, Werkboek
from actieplan_xl.reading.werkboek.cells import Soort
from actieplan_xl.reading.werkboek.meldpunt import Meldpunt

_TELLER = re.compile(r"\d+ van \d+ acties ingevuld")
_STAPPEN = re.escape(" ".join(STAPPEN.split()))
_UITLEG = re.compile(
    rf"{re.escape(VRAAG)} Kies hiernaast:|{KLEURUITLEG}( \(gepland blijft wit\))?:|{GEEN_ANTWOORD}"
    rf"|{ANTWOORDT} .+ voor .+ tegelijk, kies dan “[^”]+”\."
    rf"|{_STAPPEN} 2\. Schrijf bij Planning wanneer.*\. 3\. Sla op en stuur dit bestand.* terug.*\S"
)
_LANGST, _EERSTE = 8_000, 8
_LANGSTE_UITLEG = 1_000
"""Ours are shorter, and what is tried on a longer text costs time by the square of its length."""


def tell_boven(formulier: Formulier, plan: Plan, wie: str, meldpunt: Meldpunt) -> None:
    """Tell what somebody typed above the table, beside our own title and explanation."""
    vervolg = Vervolg(formulier.sheet.werkboek)
    vast = formulier.verborgen.vast
    if vast is not None:
        van_ons = vast.find_ours(Bladen.INVULBLAD, formulier.boven)
    else:
        van_ons = frozenset(plaats for plaats, tekst in formulier.boven.items() if looks_ours(plan, tekst))
    eigen = plan.find_gemeenten(formulier.verborgen.gemeente)
    keuze = unknown_choice(formulier, plan, eigen[0].naam) if len(eigen) == 1 else ""  # told as such
    berekend = set[str]()
    for plaats, tekst in formulier.boven.items():
        is_keuze = tekst == keuze or _is_choice(plan, tekst)
        if plaats in van_ons or is_keuze or _is_our_error(formulier.sheet, plaats):
            continue
        if formulier.is_controle(plaats, tekst):
            continue  # the other columns were sorted with their header, and this one was left where it was
        # Our counter and our link each stand there once; the same words once more were typed.
        if (soort := calculated(tekst)) and soort not in berekend:
            berekend.add(soort)
            continue
        waarden = {"waarde": vervolg.whole(tekst)}
        meldpunt.tell(Code.CEL_BUITEN_TABEL, formulier.sheet.plek(plaats), wie, waarden=waarden)


def _is_our_error(sheet: Sheet, plaats: Plaats) -> bool:
    """Whether our counter or link could not be calculated: an error among the answers is told where it stands."""
    formule = sheet.inhoud.formules.get(plaats)
    # An .xls does not show us its formulas.
    is_onze = formule == "" or (formule is not None and Controle.GOED in formule)
    return is_onze and sheet.cell(*plaats).soort is Soort.FOUT


def calculated(tekst: str) -> str:
    """Return which of our two calculated texts this is, "" when it is neither."""
    if _TELLER.fullmatch(tekst):
        return "teller"
    return VERDER if tekst in (VERDER, VERDER_NIET_AF, ALLES_INGEVULD) else ""


def looks_ours(plan: Plan, tekst: str) -> bool:
    """Whether a text looks like one that we write above a table, where the hidden sheet does not say."""
    gegevens = plan.gegevens
    bekend = {fold(w) for w in (gegevens.naam, gegevens.rubricering, gegevens.opmerking, gegevens.regio, *Status)}
    is_titel = not has_sign(tekst) and bool(plan.find_gemeenten(bare_title(tekst)))
    is_uitleg = len(tekst) <= _LANGSTE_UITLEG and _UITLEG.fullmatch(" ".join(tekst.split())) is not None
    return is_titel or fold(tekst) in bekend or is_uitleg


def _is_choice(plan: Plan, tekst: str) -> bool:
    """Whether this can be chosen for "Voor wie geldt dit blad?"."""
    wie, _, naam = fold(tekst).partition(" ")
    if wie not in (fold(ALLEEN), fold(HEEL)):
        return False
    return any(naam == fold(ander.naam) for ander in (plan.gemeenten if wie == fold(ALLEEN) else plan.kolommen))


def tell_hidden(formulier: Formulier, wie: str, meldpunt: Meldpunt) -> None:
    """Tell that answers were read which people do not see: on a hidden sheet, row or column."""
    sheet, kop = formulier.sheet, formulier.kop
    for ander in (sheet, *formulier.communicatie):
        if ander.is_verborgen and ander.rijen:
            meldpunt.tell(Code.BLAD_VERBORGEN, ander.plek(), wie)
    ingevuld = [regel.nr.plaats[0] or regel.status.plaats[0] for regel in formulier.regels if regel.is_ingevuld]
    if rijen := [rij for rij in ingevuld if rij in sheet.inhoud.verborgen_rijen]:
        meldpunt.tell(Code.RIJEN_VERBORGEN, sheet.plek(), wie, waarden={"rijen": name_rows(rijen)})
    for woord in (Koppen.STATUS, Koppen.PLANNING, Koppen.TOELICHTING):
        kolom = kop.kolom(woord)
        if kolom and any(van <= kolom <= tot for van, tot in sheet.inhoud.verborgen_kolommen):
            meldpunt.tell(Code.KOLOM_VERBORGEN, sheet.plek((kop.rij, kolom)), wie, waarden={"kop": woord})


def name_rows(rijen: list[int]) -> str:
    """Return "rij 12 is" or "rij 12, 14 en 15 zijn"; a long list ends in how many more there are."""
    return f"rij {korte_opsomming([*map(str, rijen)], _EERSTE)} {'is' if len(rijen) == 1 else 'zijn'}"


def find_aanhang(boek: Werkboek, meldpunt: Meldpunt | None = None) -> list[Bevinding]:
    """Return what hangs on a workbook beside its cells, without our own words in it."""
    vast = find_vast(boek)
    return boek.find_aanhang(lambda tekst: split_ours(tekst, vast)[0], meldpunt)


def tell_other_sheets(boek: Werkboek, formulieren: Iterable[Formulier], meldpunt: Meldpunt) -> None:
    """Tell what stands on sheets that were not read: one of our own with something added, or one of somebody else."""
    formulieren = list(formulieren)
    gelezen = [blad for f in formulieren for blad in (f.sheet, *f.communicatie)]
    alle_vast = find_vast(boek)
    vervolg = Vervolg(boek)
    for sheet in boek.sheets:
        if any(sheet is blad for blad in gelezen):
            continue
        for plaats, tekst in sheet.twice():
            meldpunt.tell(Code.CEL_DUBBEL, sheet.plek(plaats), waarden={"waarde": tekst})
        if is_verborgen_blad(sheet):
            for plaats, tekst in strange_cells(sheet):
                meldpunt.tell(Code.CEL_BUITEN_TABEL, sheet.plek(plaats), waarden={"waarde": tekst})
            continue
        teksten = other_texts(sheet, vervolg)
        van_ons = find_ours(sheet, alle_vast)
        vreemd = [plaats for plaats in teksten if plaats not in van_ons]
        if vreemd and len(vreemd) == sum(1 for _ in sheet.texts()):
            tell_sheet(sheet, teksten, meldpunt)
            continue
        for plaats in vreemd:
            meldpunt.tell(Code.CEL_BUITEN_TABEL, sheet.plek(plaats), waarden={"waarde": teksten[plaats]})


def other_texts(sheet: Sheet, vervolg: Vervolg) -> dict[Plaats, str]:
    """Return the texts on a sheet that was not read, each whole, without what was read as the end of another text."""
    teksten = {plaats: vervolg.whole(tekst) for plaats, tekst in sheet.texts() if not vervolg.is_told(sheet, plaats)}
    return teksten | vervolg.unread(sheet)


def tell_sheet(sheet: Sheet, teksten: dict[Plaats, str], meldpunt: Meldpunt) -> None:
    """Tell once that a sheet was not read, and what stands on it; nothing when that is nothing."""
    if not teksten:
        return
    rijen, kolommen = [rij for rij, _ in teksten], [kolom for _, kolom in teksten]
    hoeken = (format_adres((min(rijen), min(kolommen))), format_adres((max(rijen), max(kolommen))))
    alles = "; ".join(f"'{tekst}'" for tekst in teksten.values())
    waarden = {
        "aantal": enkelvoud_of_meervoud(len(teksten), "gevulde cel", "gevulde cellen"),
        "bereik": ":".join(dict.fromkeys(hoeken)),
        "begin": alles if len(alles) <= _LANGST else f"{alles[: _LANGST - 1]}…",
    }
    meldpunt.tell(Code.BLAD_NIET_GELEZEN, sheet.plek(next(iter(teksten))), waarden=waarden)
