"""E: the XML (kinds 59 to 70)."""

import zipfile

from tekenen import Cel, pack

from actieplan_xl.domain.bevinding import Code
from soorten.pakketten import BLAD, STRINGS, swap
from soorten.proef import Afloop, Werkplaats, soort

GELEZEN, GEWEIGERD = Afloop.GELEZEN, Afloop.GEWEIGERD


@soort(59, "XML die halverwege ophoudt (half blad)", GEWEIGERD, Code.BESTAND_BESCHADIGD)
def half_blad(werk: Werkplaats) -> None:
    delen = werk.delen()
    werk.zet({**delen, BLAD: delen[BLAD][: delen[BLAD].index(b"</sheetData>")]})


@soort(60, "onzichtbare stuurtekens (geplakt uit een PDF of zaaksysteem)", GELEZEN, Code.STUURTEKENS)
def stuurtekens(werk: Werkplaats) -> None:
    werk.zet(swap(werk.delen(), BLAD, b"in 2018 gedaan", b"in \x012018\x0b gedaan"))


@soort(61, "een teken dat niet bestaat (&#0;)", GEWEIGERD, Code.BESTAND_BESCHADIGD)
def nulteken(werk: Werkplaats) -> None:
    werk.zet(swap(werk.delen(), BLAD, b"in 2018 gedaan", b"in 2018 gedaan&#0;"))


@soort(62, "tekst in een oude codering (Windows-1252)", GELEZEN, antwoorden={"1.1.1": ("voltooid", "één keer")})
def cp1252(werk: Werkplaats) -> None:
    delen = werk.delen(cellen={"D4": Cel("één keer")})
    xml = delen[BLAD].decode().replace('encoding="UTF-8"', 'encoding="windows-1252"')
    werk.zet({**delen, BLAD: xml.encode("windows-1252")})


@soort(63, "onderdeel in UTF-16", GELEZEN)
def utf16(werk: Werkplaats) -> None:
    delen = werk.delen()
    werk.zet({**delen, BLAD: delen[BLAD].decode().replace("UTF-8", "UTF-16").encode("utf-16")})


@soort(64, "aanval met entiteiten (billion laughs)", GEWEIGERD, Code.BESTAND_ONVEILIG)
def billion_laughs(werk: Werkplaats) -> None:
    dtd = b'<!DOCTYPE x [<!ENTITY a "lol">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + nummer, b"&%c;" % (97 + nummer) * 10) for nummer in range(9)
    )
    werk.zet(swap(werk.delen(), BLAD, b"<worksheet", dtd + b"]><worksheet"))


@soort(65, "aanval die een bestand of website opvraagt (XXE)", GEWEIGERD, Code.BESTAND_ONVEILIG)
def xxe(werk: Werkplaats) -> None:
    dtd = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet'
    werk.zet(swap(swap(werk.delen(), BLAD, b"<worksheet", dtd), BLAD, b"in 2018 gedaan", b"&e;"))


@soort(66, "een onschuldige DOCTYPE", GEWEIGERD, Code.BESTAND_ONVEILIG)
def doctype(werk: Werkplaats) -> None:
    werk.zet(swap(werk.delen(is_gedeeld=True), STRINGS, b"<sst", b"<!DOCTYPE sst><sst"))


@soort(67, "honderdduizend niveaus diep genest", GEWEIGERD, Code.BESTAND_ONVEILIG)
def diep(werk: Werkplaats) -> None:
    diep = b"<ext>" * 100_000 + b"</ext>" * 100_000
    werk.zet(pack(swap(werk.delen(), BLAD, b"</sheetData>", b"</sheetData>" + diep), zipfile.ZIP_STORED))


@soort(
    68,
    "een cel met miljoenen tekens",
    GELEZEN,
    (Code.TEKST_TE_LANG, "E4"),
    teksten=("woord 0 woord 1 woord 2", "woord 399999"),
)
def cel_lang(werk: Werkplaats) -> None:
    werk.zet(werk.teken(cellen={"E4": Cel(" ".join(f"woord {nummer}" for nummer in range(400_000)))}))


@soort(69, "opgeslagen als Strict Open XML", GELEZEN)
def strict(werk: Werkplaats) -> None:
    werk.zet(werk.teken(is_strict=True, is_gedeeld=True))


@soort(70, "elementen met een voorvoegsel (x:row)", GELEZEN)
def voorvoegsel(werk: Werkplaats) -> None:
    werk.zet(werk.teken(prefix="x", is_gedeeld=True))
