"""One cell of an .ods: from its attributes and the text that people see to a `Cell`."""

import re

from actieplan_xl.reading.werkboek.cells import Cell, Soort
from actieplan_xl.reading.werkboek.odsstijlen import local
from actieplan_xl.reading.werkboek.teksten import one_newline
from actieplan_xl.reading.werkboek.waarden import format_duur

_DUUR = re.compile(r"P(?:(\d{1,6})D)?T(?:(\d{1,7})H)?(?:(\d{1,7})M)?(?:(\d{1,7})(?:[.,]\d+)?S)?")
_FOUTWAARDE = re.compile(
    r"#(N/[AB]|REF!|VERW!|VALUE!|WAARDE!|DIV/0!|DEEL/0!|NAME\?|NAAM\?|NUM!|GETAL!|NULL!|LEEG!)|(Err|Fout):\d+"
)
_WIT = re.compile(r"[ \t\r\n]{2,}|[\t\r\n]")
_GETALLEN = ("float", "percentage", "currency")
_WAARHEDEN = {"true": "1", "1": "1", "false": "0", "0": "0"}


def make_cell(attributen: dict[str, str], tekst: str, stijl: int, toont_tijd: bool) -> Cell:
    """Return the cell that these attributes and this text make; `toont_tijd` says that its style shows a time."""
    soort = local(attributen, "office:value-type")
    formule = local(attributen, "table:formula")
    if attributen.get("calcext:value-type") == "error" or (formule and _FOUTWAARDE.fullmatch(tekst)):
        return Cell(Soort.FOUT, tekst, stijl)
    if soort in (*_GETALLEN, "date", "boolean", "time"):
        naam = {"date": "date-", "boolean": "boolean-", "time": "time-"}.get(soort, "")
        ruw = local(attributen, f"office:{naam}value")
        if (cell := _value(soort, ruw, stijl, toont_tijd)) is not None:
            return cell
        # What it says it is worth makes no sense: what people see of it counts, else what stands there.
        if tekst or ruw:
            return Cell(Soort.VREEMD, tekst or ruw, stijl)
    waarde = local(attributen, "office:string-value")
    # A text may be shown otherwise than it was typed; when it is the same, its lines stand in the paragraphs.
    tekst = one_newline(waarde if waarde and waarde.split() != tekst.split() else tekst)
    if not tekst and formule and not soort:
        return Cell(Soort.NIET_BEREKEND, "", stijl)
    return Cell(Soort.TEKST if tekst else Soort.LEEG, tekst, stijl)


def without_layout(tekst: str) -> str:
    """Return a piece of text with one space for white space that lays out the XML.

    ODF has elements for spaces in a row, but in a cell of several lines LibreOffice writes them as they are.
    """
    return _WIT.sub(lambda wit: " " if wit[0].strip(" ") else wit[0], tekst)


def _value(soort: str, ruw: str, stijl: int, toont_tijd: bool) -> Cell | None:
    if soort in _GETALLEN:
        return Cell(Soort.GETAL, ruw, stijl) if _is_number(ruw) else Cell(Soort.VREEMD, ruw, stijl) if ruw else None
    if soort == "date":
        return Cell(Soort.DATUM, ruw, stijl) if ruw else None
    if soort == "boolean":
        waar = _WAARHEDEN.get(ruw.strip().lower())
        return Cell(Soort.BOOLEAAN, waar, stijl) if waar else None
    dagen = _days(ruw)
    if dagen and not toont_tijd:
        return Cell(Soort.TEKST, format_duur(float(dagen)), stijl)
    return Cell(Soort.GETAL, dagen, stijl) if dagen else None


def _is_number(tekst: str) -> bool:
    try:
        getal = float(tekst)
    except ValueError:
        return False
    return "_" not in tekst and abs(getal) < float("inf")


def _days(duur: str) -> str:
    """Return a duration of ISO 8601 ("PT36H00M00S") in days, as Excel keeps it; "" for anything else."""
    gevonden = _DUUR.fullmatch(duur)
    if gevonden is None:
        return ""
    dagen, uren, minuten, seconden = (int(deel or 0) for deel in gevonden.groups())
    return repr(dagen + (uren * 3600 + minuten * 60 + seconden) / 86400)
