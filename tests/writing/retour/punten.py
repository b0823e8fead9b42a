"""Findings as tests need them, and the sheet `Te herstellen` that tells them, as rows of plain texts."""

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.domain.plan import Plan
from actieplan_xl.rules.herstel import Herstel
from actieplan_xl.writing.retour.te_herstellen import build_te_herstellen, own_place
from actieplan_xl.writing.sheet import Link, Sheet

TRAINING, KALENDER = "Training voor bestuurders", "Kalender bijhouden"
ZET = "Zet wat van belang is bij Planning of Toelichting"


def leeg(cel: str = "C6", nr: str = "1.2.1", blad: str = "Invulblad") -> Bevinding:
    plek = Plek("Boekel.xlsx", blad, cel)
    return Bevinding(Code.GEEN_ANTWOORD, plek, "Boekel", nr, {"nr": nr, "actie": "Kalender"})


def onbekend(waarde: str = "klar", cel: str = "C4", blad: str = "Invulblad") -> Bevinding:
    waarden = {"waarde": waarde, "bedoel_je": "."}
    return Bevinding(Code.STATUS_ONBEKEND, Plek("Boekel.xlsx", blad, cel), "Boekel", "1.1.1", waarden)


def opmerking(waarde: str = "bellen", cel: str = "C4") -> Bevinding:
    return Bevinding(
        Code.OPMERKING_NIET_GELEZEN, Plek("Boekel.xlsx", "Invulblad", cel), "Boekel", waarden={"waarde": waarde}
    )


def macros() -> Bevinding:
    return Bevinding(Code.MACROS, Plek("Boekel.xlsx"), "Boekel")


def sheet_of(plan: Plan, *bevindingen: Bevinding, vooraf: str = "") -> Sheet:
    return build_te_herstellen(
        plan, Herstel("Boekel", plan.find_gemeenten("Boekel")[0], None, bevindingen), own_place, vooraf
    )


def rows(sheet: Sheet) -> list[tuple[object, ...]]:
    """Return what stands under the header, links as (where, text)."""

    def value(rij: int, kolom: int) -> object:
        waarde = sheet.cells[rij, kolom].value
        return (waarde.doel, waarde.tekst) if isinstance(waarde, Link) else waarde

    return [tuple(value(rij, kolom) for kolom in (1, 2, 3, 4, 5)) for rij in range(5, sheet.laatste_rij + 1)]
