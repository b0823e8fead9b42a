"""What an invulblad says other than what was typed, after another program saved it: each difference with its reason.

All but those of an .xls, which we tell, are the doing of the program: what it left out is not in the file.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.invulling import Communicatiemoment
from programs.ingevuld import MOMENTEN, RIJEN

ZONDER_PLAN, GEWEIGERD = "sheetjs.xls", "sheetjs.xlsb"
"""Does not bring its plan along any more; is not read at all."""


class Anders(NamedTuple):
    """What a file says other than what was typed: rows by name, findings that are gone or that came, the moments."""

    waarom: str
    rijen: Mapping[str, tuple[str, str]] = {}
    zonder: tuple[Code, ...] = ()
    erbij: tuple[Code, ...] = ()
    momenten: tuple[Communicatiemoment, ...] = MOMENTEN


ZONDER_KLEUR = Anders(
    "de kleur van de cellen staat er niet in",
    {"groen": ("2019", "groen")},
    zonder=(Code.STATUS_UIT_KLEUR, Code.KLEUR_NAAST_STATUS),
)
ZONDER_OPMERKING = Anders("opmerkingen staan er niet in", zonder=(Code.OPMERKING_NIET_GELEZEN,))
ZONDER_VERBERGEN = Anders("er is geen rij meer verborgen", zonder=(Code.RIJEN_VERBORGEN,))
OUD = ZONDER_KLEUR._replace(waarom="van een .xls zien we geen kleuren, en dat melden we", erbij=(Code.FORMAAT_BEPERKT,))
OUDE_OPMERKING = ZONDER_OPMERKING._replace(
    waarom="van een .xls zien we alleen hoeveel opmerkingen er zijn, en dat melden we", erbij=(Code.LOS_VOORWERP,)
)
CODES_GETOOND = Anders(
    "het programma kent de codes van Excel niet en toont ze zoals ze in het .xlsx staan",
    {"codes van Excel": ("_x005F_x000D_", "_x005F_x0041_ en verder")},
)
CODES_WEG = Anders(
    "het programma kent de codes van Excel, maar schrijft een tekst die erop lijkt terug als code",
    {"codes van Excel": ("", "A en verder")},
)
KAAL = Anders(
    "SheetJS bewaart in een .ods geen getalnotatie: elk programma laat dan dit getal zien",
    {
        "datum": ("43586", "43586,4375"),
        "maand": ("43586", "43586"),
        "maand in delen": ("43586", "43586"),
        "procent": ("0,5", "0,125"),
        "procent in delen": ("0,5", "0,125"),
        "bedrag": ("5000", "750,5"),
        "bedrag in delen": ("60", "-750,5"),
        "duur": ("1,5", "0,4375"),
        "minuten": ("0,01", "0,01"),
    },
    momenten=(*MOMENTEN[:-1], replace(MOMENTEN[-1], datum="43586", sorteerdatum="")),
)
AFGEKAPT = Anders(
    "SheetJS kapt in een .xls elke tekst af na 255 tekens, ook op het verborgen werkblad: daarmee zijn het plan en de"
    " kenmerken van onze eigen teksten weg, en is Leeswijzer een werkblad als elk ander",
    {"lang": ("2018-2019", str(RIJEN["lang"].toelichting)[:255])},
    erbij=(Code.VERBORGEN_KAPOT, Code.BLAD_NIET_GELEZEN),
)
ANDERS = {
    "libreoffice.ods": (
        Anders("LibreOffice schrijft in een .ods een klein getal uit", {"klein getal": ("0,00000015", "-0,00000015")}),
    ),
    "libreoffice.xls": (OUD, OUDE_OPMERKING),
    "gnumeric.xls": (OUD, OUDE_OPMERKING, CODES_GETOOND),
    "gnumeric.ods": (
        CODES_GETOOND,
        Anders(
            "Gnumeric bewaart geen valuta waar een land bij staat",
            {"bedrag": ("€ 5000", "750,5"), "bedrag in delen": ("€ 60", "-750,5")},
        ),
    ),
    "exceljs.xlsx": (CODES_WEG,),
    "sheetjs.xlsx": (CODES_WEG, ZONDER_KLEUR),
    "sheetjs.ods": (
        KAAL,
        ZONDER_KLEUR,
        ZONDER_OPMERKING,
        ZONDER_VERBERGEN,
        Anders("SheetJS laat in een .ods foutwaarden weg", zonder=(Code.CEL_FOUTWAARDE,)),
    ),
    ZONDER_PLAN: (
        AFGEKAPT,
        OUD,
        ZONDER_OPMERKING,
        ZONDER_VERBERGEN,
        Anders("SheetJS bewaart in een .xls geen formules, alleen hun uitkomst", zonder=(Code.FORMULE,)),
    ),
}
