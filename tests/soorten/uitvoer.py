"""G: what people type that would run, link or leak in what we write (kinds 109 to 115)."""

import re
import zipfile
from pathlib import Path

from tekenen import Cel
from tekenen.xls import draw_xls

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.words import Bladen
from actieplan_xl.reading.werkboek.bestand import open_bestand
from actieplan_xl.reading.werkboek.openen import open_werkboek
from soorten.bestanden import as_cells
from soorten.proef import Afloop, Werkplaats, soort

GELEZEN = Afloop.GELEZEN
GEVAARLIJK = {"D4": "=1+1", "E4": "+31 6 123", "D5": "@SUM(A1)", "E5": "-punt 1", "D6": "＝1+1"}
LINKS = {"D4": "http://voorbeeld.nl", "E4": "file:///etc/passwd", "D5": "mailto:a@b.nl", "E5": "internal:A1"}


def parts(regio: Path) -> dict[str, str]:
    """Return the parts of a workbook as text."""
    with zipfile.ZipFile(regio) as boek:
        return {naam: boek.read(naam).decode("utf-8", "replace") for naam in boek.namelist()}


def all_stay_text(regio: Path) -> None:
    """Every one of these texts stands in the result, and in no cell with a formula."""
    boek = open_werkboek(open_bestand(regio))
    sheet = boek.find_sheet(Bladen.GEGEVENS)
    assert sheet is not None
    gezien = dict(sheet.texts())
    for tekst in GEVAARLIJK.values():
        plaatsen = [plaats for plaats, daar in gezien.items() if daar == tekst]
        assert plaatsen and not any(plaats in sheet.inhoud.formules for plaats in plaatsen), tekst


def no_links_out(regio: Path) -> None:
    """Nothing in the result leads out of it."""
    assert not [naam for naam, xml in parts(regio).items() if 'TargetMode="External"' in xml]


def only_our_sheets(regio: Path) -> None:
    """No sheet is named after what somebody typed."""
    namen = {sheet.naam for sheet in open_werkboek(open_bestand(regio)).sheets}
    assert namen <= {waarde for naam, waarde in vars(Bladen).items() if naam.isupper()}


def nothing_leaks(regio: Path) -> None:
    """Nobody's name, organisation or folder is in the result."""
    alles = "\n".join(parts(regio).values())
    assert not re.search(r"Jan Jansen|Gemeente Boekel BV|C:\\\\Users|/home/jan", alles)
    assert "/tmp" not in alles


@soort(
    109,
    "tekst die met = + - @ begint",
    GELEZEN,
    antwoorden={"1.1.1": ("voltooid", "=1+1"), "1.1.2": ("gepland", "@SUM(A1)"), "1.2.1": ("structureel", "＝1+1")},
    na=all_stay_text,
)
def formuletekst(werk: Werkplaats) -> None:
    werk.zet(werk.teken(cellen=GEVAARLIJK))


@soort(
    110,
    "tekst die op een webadres lijkt",
    GELEZEN,
    antwoorden={"1.1.1": ("voltooid", LINKS["D4"]), "1.1.2": ("gepland", LINKS["D5"])},
    na=no_links_out,
)
def webadres(werk: Werkplaats) -> None:
    werk.zet(werk.teken(cellen=LINKS))


@soort(
    111,
    "dezelfde tekst in een lijst voor andere programma's (JSON; CSV schrijven we niet)",
    GELEZEN,
    antwoorden={"1.1.1": ("voltooid", "=cmd|' /C calc'!A0")},
    na=no_links_out,
)
def lijst(werk: Werkplaats) -> None:
    werk.zet(werk.teken(cellen={"D4": "=cmd|' /C calc'!A0"}))


@soort(
    112,
    "halve tekens en stuurtekens uit een oud formaat",
    GELEZEN,
    Code.FORMAAT_BEPERKT,
    (Code.TEKENS_VERVANGEN, "D4"),
    antwoorden={"1.1.1": ("voltooid", "in�2018")},
)
def halve_tekens(werk: Werkplaats) -> None:
    werk.zet(draw_xls({**as_cells(), (4, 4): "in\x012018"}), "Boekel.xls")


@soort(
    113,
    "namen die geen naam van een werkblad kunnen zijn",
    GELEZEN,
    antwoorden={"1.1.1": ("voltooid", "'History' [x]: a/b*?")},
    na=only_our_sheets,
)
def bladnaam(werk: Werkplaats) -> None:
    werk.zet(werk.teken(blad="'History' x", cellen={"D4": "'History' [x]: a/b*?"}))


@soort(114, "naam, organisatie en mappen van de afzender in het bestand", GELEZEN, na=nothing_leaks)
def metadata(werk: Werkplaats) -> None:
    core = b"<coreProperties><creator>Jan Jansen</creator><lastModifiedBy>Jan Jansen</lastModifiedBy></coreProperties>"
    app = rb"<Properties><Company>Gemeente Boekel BV</Company><Manager>C:\Users\jan</Manager></Properties>"
    werk.zet({**werk.delen(), "docProps/core.xml": core, "docProps/app.xml": app})


@soort(
    115,
    "een getal dat nergens in past",
    GELEZEN,
    antwoorden={"1.1.1": ("voltooid", "1e400"), "1.1.2": ("gepland", "-0")},
)
def oneindig(werk: Werkplaats) -> None:
    werk.zet(werk.teken(cellen={"D4": Cel("1e400", t="n"), "D5": Cel("-0", t="n")}))
