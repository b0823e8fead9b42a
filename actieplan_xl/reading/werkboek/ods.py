"""An .ods (OpenDocument, as LibreOffice saves it) → a workbook."""

from collections.abc import Callable

from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.datum import as_utc
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.werkboek.aanhang import Strip
from actieplan_xl.reading.werkboek.boek import Werkboek
from actieplan_xl.reading.werkboek.cells import SheetInhoud
from actieplan_xl.reading.werkboek.meldpunt import Meldpunt
from actieplan_xl.reading.werkboek.odsblad import OdsLezer
from actieplan_xl.reading.werkboek.odsstijlen import OdsStijlen, read_ods_stijlen
from actieplan_xl.reading.werkboek.package import Package
from actieplan_xl.reading.werkboek.xmldeel import elements, parse

INHOUD = "content.xml"
_STIJLEN = "styles.xml"
_MANIFEST = "META-INF/manifest.xml"


def open_ods(package: Package) -> Werkboek:
    """Return the workbook. Raises `BestandError`, also for a text document or one behind a password."""
    bestand = package.bestand
    if is_encrypted(package):
        raise bestand.weiger(Code.BESTAND_ANDER_WACHTWOORD, soort="een OpenDocument-bestand (.ods)")
    boek = Werkboek(bestand)
    algemeen = _read_styles(package, boek)
    lezer = parse(package, INHOUD, lambda: OdsLezer(package, algemeen()))
    if not lezer.is_rekenblad:
        raise bestand.weiger(Code.BESTAND_ANDERE_SOORT, soort="een ander OpenDocument-bestand")
    if not lezer.tabellen:
        raise bestand.weiger(Code.BESTAND_ANDERE_SOORT, soort="een OpenDocument-bestand zonder werkbladen")
    boek.stijlen = lezer.stijlen.stijlen
    boek.opgeslagen = _read_opgeslagen(package)
    for tabel in lezer.tabellen:
        boek.add_sheet(tabel.naam, tabel.staat, _loaded(tabel.inhoud))
    boek.find_aanhang = lambda strip=str, meldpunt=None: _find_aanhang(package, lezer, strip, meldpunt)
    return boek


def is_encrypted(package: Package) -> bool:
    """Whether the list of parts says that they are behind a password."""
    return _MANIFEST in package and any(e.naam == "encryption-data" for e in elements(package, _MANIFEST))


def _loaded(inhoud: SheetInhoud) -> Callable[[], SheetInhoud]:
    return lambda: inhoud


def _read_styles(package: Package, boek: Werkboek) -> Callable[[], OdsStijlen]:
    """Return what gives the styles of the part beside the content, anew each time; none when that is broken."""
    try:
        read_ods_stijlen(package, _STIJLEN)
    except BestandError as error:
        if error.bevinding.code is not Code.BESTAND_BESCHADIGD:
            raise
        boek.tell(Code.STIJLEN_KAPOT)
        return OdsStijlen
    return lambda: read_ods_stijlen(package, _STIJLEN)


def _read_opgeslagen(package: Package) -> str:
    try:
        gewijzigd = [e.tekst for e in elements(package, "meta.xml") if e.naam == "date" and e.ouder == "meta"]
    except BestandError as error:
        if error.bevinding.code is not Code.BESTAND_BESCHADIGD:
            raise
        return ""
    return as_utc(gewijzigd[0]) if gewijzigd else ""


def _find_aanhang(package: Package, lezer: OdsLezer, strip: Strip, meldpunt: Meldpunt | None = None) -> list[Bevinding]:
    aanhang = lezer.aanhang
    for deel, aantal in package.ontdaan.items():
        aanhang.tell(Code.STUURTEKENS, deel=deel, aantal=aantal)
    if lezer.gekoppeld:
        aanhang.tell(Code.EXTERNE_KOPPELING, aantal=lezer.gekoppeld)
    if any(naam.startswith(("basic/", "scripts/")) for naam in package.names()):
        aanhang.tell(Code.MACROS)
    return aanhang.tell_all(strip, meldpunt)
