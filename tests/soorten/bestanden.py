"""A and B: what is no workbook at all, and what is behind a password (kinds 1 to 23)."""

import io
import random

from msoffcrypto.format.ooxml import OOXMLFile
from tekenen import mark_encrypted, pack, table
from tekenen.ods import draw_ods
from tekenen.ole import draw_ole
from tekenen.versleuteld import VULLING
from tekenen.xls import draw_xls
from tekenen.xlsb import draw_xlsb

from actieplan_xl.domain.bevinding import Code
from soorten.proef import TABEL, Afloop, Werkplaats, soort

GELEZEN, GEWEIGERD, OVERGESLAGEN = Afloop.GELEZEN, Afloop.GEWEIGERD, Afloop.OVERGESLAGEN
NIET_AANGEBODEN = Afloop.NIET_AANGEBODEN


def as_cells() -> dict[tuple[int, int], str]:
    """Return the invulblad of Boekel as texts by row and column."""
    cellen = {(1, 1): "Invulblad van Boekel"}
    for rij, waarden in enumerate(table(TABEL), 3):
        cellen |= {(rij, kolom): waarde for kolom, waarde in enumerate(waarden, 1) if waarde}
    return cellen


def protected(werk: Werkplaats, wachtwoord: str) -> bytes:
    """Return the invulblad of Boekel behind a password, as the program writes it."""
    uit = io.BytesIO()
    OOXMLFile(io.BytesIO(pack({**werk.delen(), **VULLING}))).encrypt(wachtwoord, uit)
    return uit.getvalue()


@soort(1, "leeg bestand (0 bytes)", GEWEIGERD, Code.BESTAND_LEEG)
def leeg(werk: Werkplaats) -> None:
    werk.zet(b"")


@soort(2, "afgekapt bestand", GEWEIGERD, Code.BESTAND_AFGEKAPT)
def afgekapt(werk: Werkplaats) -> None:
    heel = werk.teken().bytes()
    werk.zet(heel[: len(heel) * 6 // 10])


@soort(3, "willekeurige bytes (beschadigde schijf, gijzelsoftware)", GEWEIGERD, Code.BESTAND_GEEN_WERKMAP)
def willekeurig(werk: Werkplaats) -> None:
    werk.zet(random.Random(2019).randbytes(5000))


@soort(4, "CSV of tekst met de naam .xlsx", GEWEIGERD, Code.BESTAND_ANDERE_SOORT)
def csv(werk: Werkplaats) -> None:
    werk.zet(b"Nr;Actie;Status\r\n1.1.1;Training;voltooid\r\n")


@soort(5, "webpagina met de naam .xlsx", GEWEIGERD, Code.BESTAND_ANDERE_SOORT)
def webpagina(werk: Werkplaats) -> None:
    werk.zet(b"<html><table><tr><td>1.1.1</td><td>voltooid</td></tr></table></html>")


@soort(6, "oude .xls met de naam .xlsx", GELEZEN, Code.FORMAAT_BEPERKT, Code.EXTENSIE_ANDERS)
def oude_xls(werk: Werkplaats) -> None:
    werk.zet(draw_xls(as_cells()))


@soort(7, ".xlsx met de naam .xls", GELEZEN, Code.EXTENSIE_ANDERS)
def xlsx_als_xls(werk: Werkplaats) -> None:
    werk.zet(werk.teken(), "Boekel.xls")


@soort(8, "Word- of PowerPoint-bestand met de naam .xlsx", GEWEIGERD, Code.BESTAND_ANDERE_SOORT)
def word(werk: Werkplaats) -> None:
    werk.zet({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})


@soort(9, "PDF, afbeelding of scan met de naam .xlsx", GEWEIGERD, Code.BESTAND_ANDERE_SOORT)
def pdf(werk: Werkplaats) -> None:
    werk.zet(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")


@soort(10, "OpenDocument (.ods) van LibreOffice", GELEZEN)
def ods(werk: Werkplaats) -> None:
    werk.zet(draw_ods(TABEL), "Boekel.ods")


@soort(11, "binaire Excel-werkmap (.xlsb)", GELEZEN, Code.FORMAAT_BEPERKT)
def xlsb(werk: Werkplaats) -> None:
    werk.zet(draw_xlsb(as_cells()), "Boekel.xlsb")


@soort(12, "Apple Numbers of WPS", GEWEIGERD, Code.BESTAND_ANDERE_SOORT)
def numbers(werk: Werkplaats) -> None:
    werk.zet({"Index/Document.iwa": b"\0iwa", "Metadata/Properties.plist": b"x"})


@soort(13, "e-mailbericht in plaats van de bijlage", GEWEIGERD, Code.BESTAND_ANDERE_SOORT)
def mail(werk: Werkplaats) -> None:
    werk.zet(draw_ole({"__properties_version1.0": b"x", "__substg1.0_0037001F": b"bijlage"}))


@soort(14, "zip met daarin de werkmap", GELEZEN)
def zip_met_werkmap(werk: Werkplaats) -> None:
    werk.zet({"map/Boekel.xlsx": werk.teken().bytes()}, "retour.zip")


@soort(15, "hulpbestand van Excel (~$)", NIET_AANGEBODEN, Code.NOG_OPEN)
def hulpbestand(werk: Werkplaats) -> None:
    werk.zet(b"\x05Jan Jansen".ljust(165, b" "), "~$Boekel.xlsx")


@soort(16, "Thumbs.db, desktop.ini, .DS_Store en dergelijke", NIET_AANGEBODEN)
def rommel(werk: Werkplaats) -> None:
    for naam in ("Thumbs.db", "desktop.ini", ".DS_Store", "._Boekel.xlsx"):
        werk.zet(b"x", naam)


@soort(
    17, "map met de naam .xlsx, of een koppeling uit de map", GEWEIGERD, Code.BESTAND_NIET_LEESBAAR, Code.BESTAND_ELDERS
)
def geen_bestand(werk: Werkplaats) -> None:
    (werk.map / "Boekel.xlsx").mkdir()
    elders = werk.map.parent / "Boekel elders.xlsx"
    elders.write_bytes(werk.teken().bytes())
    (werk.map / "Boekel elders.xlsx").symlink_to(elders)


@soort(18, "beveiligd met een wachtwoord", GEWEIGERD, Code.BESTAND_WACHTWOORD)
def wachtwoord(werk: Werkplaats) -> None:
    werk.zet(protected(werk, "geheim"))


@soort(19, "beveiligd met het wachtwoord dat Excel zelf gebruikt", GELEZEN, Code.ONTSLEUTELD)
def standaardwachtwoord(werk: Werkplaats) -> None:
    werk.zet(protected(werk, "VelvetSweatshop"))


@soort(20, "beveiligd, en onderweg beschadigd", GEWEIGERD, Code.BESTAND_BESCHADIGD)
def kapot_versleuteld(werk: Werkplaats) -> None:
    inhoud = bytearray(protected(werk, "VelvetSweatshop"))
    midden = len(inhoud) // 2
    inhoud[midden : midden + 64] = bytes(64)
    werk.zet(bytes(inhoud))


@soort(21, "gevoeligheidslabel met versleuteling", GEWEIGERD, Code.BESTAND_LABEL)
def label(werk: Werkplaats) -> None:
    werk.zet(draw_ole({"EncryptedPackage": b"x" * 5000, "DRMEncryptedDataSpace": b"x"}))


@soort(22, "zip met wachtwoord", GEWEIGERD, Code.BESTAND_ANDER_WACHTWOORD)
def zip_wachtwoord(werk: Werkplaats) -> None:
    werk.zet(mark_encrypted(werk.teken().bytes()))


@soort(23, "bladbeveiliging met een wachtwoord", GELEZEN)
def bladbeveiliging(werk: Werkplaats) -> None:
    boek = werk.teken()
    boek.sheets[0].na = '<sheetProtection password="CC1A" sheet="1" objects="1"/>'
    werk.zet(boek)
