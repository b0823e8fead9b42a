"""The invulblad exactly as it is sent, as a drawing: hidden sheet, formulas and all, to do things to."""

from collections.abc import Mapping

from tekenen import Cel, RawSheet, RawWorkbook, adres

from actieplan_xl.domain.invulling import Stand
from actieplan_xl.domain.plan import Plan
from actieplan_xl.writing.invulblad import own_marks, prepare_invulblad
from actieplan_xl.writing.invulblad_bijlagen import build_verborgen
from actieplan_xl.writing.sheet import Formula, Link, Sheet, Value


def as_sent(plan: Plan, naam: str = "Boekel", standen: Mapping[str, Stand] | None = None) -> RawWorkbook:
    """Return the invulblad of a gemeente; its sheets are Invulblad, Communicatie, Leeswijzer and the hidden one."""
    [gemeente] = plan.find_gemeenten(naam)
    bladen = prepare_invulblad(plan, gemeente, standen)
    verborgen = build_verborgen(plan, gemeente, bladen.standen, (), own_marks(bladen.zichtbaar))
    return RawWorkbook([_draw(sheet) for sheet in (*bladen.zichtbaar, verborgen)])


def place_of(sheet: RawSheet, tekst: str) -> str:
    """Return the address of the first cell with this text."""
    return next(plaats for plaats, cel in sheet.cellen.items() if cel.waarde == tekst)


def beside(sheet: RawSheet, nr: str, kop: str) -> str:
    """Return the address of the cell of an actie under a heading."""
    kolom = place_of(sheet, kop).rstrip("0123456789")
    return f"{kolom}{place_of(sheet, nr).lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}"


def _draw(sheet: Sheet) -> RawSheet:
    staat = "veryHidden" if sheet.is_verborgen else "visible"
    cellen = {adres(*plaats): _cell(cel.value) for plaats, cel in sorted(sheet.cells.items()) if cel.value is not None}
    merges = "".join(f'<mergeCell ref="{bereik}"/>' for bereik in sheet.samengevoegd)
    na = f"<mergeCells>{merges}</mergeCells>" if merges else ""
    return RawSheet(sheet.naam, {plaats: cel for plaats, cel in cellen.items() if cel != Cel()}, staat, na=na)


def _cell(value: Value) -> Cel:
    if isinstance(value, Formula):
        if value.value == "":
            return Cel(t="str", xml="<f>1</f><v></v>")  # calculated, and the outcome is an empty text
        return Cel(str(value.value), formule=value.formula.removeprefix("="))
    if isinstance(value, Link):
        return Cel(value.tekst)
    return Cel(str(value))
