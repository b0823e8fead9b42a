"""The links on cells that lead outside the workbook: told where the cell does not say where, and never followed."""

import re
from urllib.parse import unquote

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.reading.werkboek.boek import Sheet
from actieplan_xl.reading.werkboek.meldpunt import Meldpunt

_BEGIN = re.compile(r"(?:mailto:|https?://)", re.IGNORECASE)
_WEB = re.compile(r"(?:mailto|https?|ftp|tel|sip):", re.IGNORECASE)


def tell_koppelingen(sheet: Sheet, wie: str, meldpunt: Meldpunt) -> None:
    """Tell each link whose address is not to be read in its cell: what is copied from the cell does not hold it."""
    for plaats, doel in sheet.inhoud.koppelingen.items():
        getoond = show_doel(doel)
        if _bare(getoond) not in _bare(sheet.text(*plaats)):
            meldpunt.tell(Code.KOPPELING_IN_CEL, sheet.plek(plaats), wie, waarden={"doel": getoond})


def show_doel(doel: str) -> str:
    """Return an address as people write it; of a file only its name, for the path tells of a computer of theirs."""
    if _WEB.match(doel):
        return doel.removeprefix("mailto:")
    return unquote(doel).replace("\\", "/").rstrip("/").rpartition("/")[2]


def _bare(tekst: str) -> str:
    return _BEGIN.sub("", tekst.strip()).rstrip("/").casefold()
