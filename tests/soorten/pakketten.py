"""C and D: the zip and its parts (kinds 24 to 58)."""

import copy
import io
import re
import zipfile

from tekenen import Cel, pack

from actieplan_xl.domain.bevinding import Code
from soorten.proef import TABEL, Afloop, Werkplaats, soort

GELEZEN, GEWEIGERD = Afloop.GELEZEN, Afloop.GEWEIGERD
BLAD, BOEK, STIJLEN = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"
STRINGS, RELS = "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels"


def swap(delen: dict[str, bytes], deel: str, oud: bytes, nieuw: bytes) -> dict[str, bytes]:
    """Return parts in which a text was changed; it must be there."""
    assert oud in delen[deel]
    return {**delen, deel: delen[deel].replace(oud, nieuw)}


def central_field(inhoud: bytes, deel: str, plaats: int, waarde: bytes) -> bytes:
    """Return a zip in whose list of contents a field of a part was changed."""
    begin = inhoud.rindex(deel.encode()) - 46 + plaats
    return inhoud[:begin] + waarde + inhoud[begin + len(waarde) :]


@soort(24, "zipbom: één onderdeel met niets dan spaties", GEWEIGERD, Code.BESTAND_TE_GROOT)
def bom_spaties(werk: Werkplaats) -> None:
    werk.zet(swap(werk.delen(), BLAD, b"<sheetData>", b"<sheetData>" + b" " * (64 << 20)))


@soort(25, "zipbom met echte cellen", GEWEIGERD, Code.BESTAND_TE_GROOT)
def bom_cellen(werk: Werkplaats) -> None:
    rij = b'<row><c t="inlineStr"><is><t>voltooid voltooid voltooid voltooid</t></is></c></row>'
    werk.zet(swap(werk.delen(), BLAD, b"</sheetData>", rij * 400_000 + b"</sheetData>"))


@soort(26, "zipbom in de gedeelde teksten", GEWEIGERD, Code.BESTAND_TE_GROOT)
def bom_teksten(werk: Werkplaats) -> None:
    werk.zet(swap(werk.delen(is_gedeeld=True), STRINGS, b"</sst>", b"<si><t>voltooid</t></si>" * 2_000_000 + b"</sst>"))


@soort(27, "zip met duizenden onderdelen", GEWEIGERD, Code.BESTAND_TE_GROOT)
def veel_onderdelen(werk: Werkplaats) -> None:
    werk.zet({**werk.delen(), **{f"xl/x{nummer}.xml": b"" for nummer in range(5_001)}})


@soort(28, "zip die liegt over de omvang van een onderdeel", GEWEIGERD, Code.BESTAND_BESCHADIGD)
def zip_liegt(werk: Werkplaats) -> None:
    werk.zet(central_field(werk.teken().bytes(), BLAD, 24, (100).to_bytes(4, "little")))


@soort(29, "hetzelfde onderdeel staat er twee keer in", GEWEIGERD, Code.BESTAND_ONVEILIG)
def dubbel_onderdeel(werk: Werkplaats) -> None:
    anders = werk.teken(TABEL.replace("voltooid", "gepland")).delen()[BLAD]
    werk.zet(pack([*werk.delen().items(), (BLAD.upper(), anders)]))


@soort(30, "namen in de zip die naar buiten wijzen (../..)", GELEZEN)
def pad_naar_buiten(werk: Werkplaats) -> None:
    werk.zet({**werk.delen(), "../../buiten.xml": b"<x/>", "/etc/passwd": b"x"})


@soort(31, "onderdeel beschadigd (controlegetal klopt niet)", GEWEIGERD, Code.BESTAND_BESCHADIGD)
def crc_fout(werk: Werkplaats) -> None:
    heel = bytearray(pack(werk.delen(), zipfile.ZIP_STORED))
    heel[heel.index(b"in 2018 gedaan")] ^= 0x01
    werk.zet(bytes(heel))


@soort(32, "onbekende manier van inpakken", GEWEIGERD, Code.BESTAND_BESCHADIGD)
def compressie_onbekend(werk: Werkplaats) -> None:
    werk.zet(central_field(werk.teken().bytes(), BLAD, 10, (99).to_bytes(2, "little")))


@soort(33, "ingepakt met LZMA of BZip2", GELEZEN)
def lzma(werk: Werkplaats) -> None:
    werk.zet(pack(werk.delen(), zipfile.ZIP_LZMA))


@soort(34, "namen van onderdelen met backslashes", GELEZEN)
def backslashes(werk: Werkplaats) -> None:
    werk.zet({naam.replace("/", "\\"): inhoud for naam, inhoud in werk.delen().items()})


@soort(35, "namen van onderdelen met andere hoofdletters", GELEZEN)
def hoofdletters(werk: Werkplaats) -> None:
    delen = werk.delen(is_gedeeld=True)
    werk.zet({naam.replace("sharedStrings", "SharedStrings"): inhoud for naam, inhoud in delen.items()})


@soort(36, "rommel van een mailfilter voor en achter de zip", GELEZEN)
def rommel_erom(werk: Werkplaats) -> None:
    werk.zet(b"\r\n--banner--\r\n" + werk.teken().bytes() + b"x" * 100)


@soort(37, "onderdelen die elkaar overlappen", GEWEIGERD, Code.BESTAND_ONVEILIG)
def overlappend(werk: Werkplaats) -> None:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as doel:
        for naam, inhoud in werk.delen().items():
            doel.writestr(naam, inhoud)
        for nummer in range(20):
            kopie = copy.copy(doel.getinfo(BLAD))
            kopie.filename = f"xl/x{nummer}.xml"
            doel.filelist.append(kopie)
    werk.zet(uit.getvalue())


@soort(38, "[Content_Types].xml ontbreekt", GELEZEN)
def zonder_content_types(werk: Werkplaats) -> None:
    delen = werk.delen()
    del delen["[Content_Types].xml"]
    werk.zet(delen)


@soort(39, "de lijst van werkbladen ontbreekt", GEWEIGERD, Code.BESTAND_BESCHADIGD)
def zonder_workbook(werk: Werkplaats) -> None:
    delen = werk.delen()
    del delen[BOEK]
    werk.zet(delen)


@soort(40, "de verwijzingen tussen onderdelen ontbreken", GELEZEN, Code.WERKBOEK_HERPAKT)
def zonder_rels(werk: Werkplaats) -> None:
    werk.zet({naam: inhoud for naam, inhoud in werk.delen().items() if not naam.endswith(".rels")})


@soort(41, "een werkblad uit de lijst ontbreekt of ligt buiten het bestand", GEWEIGERD, Code.BLAD_ONTBREEKT)
def blad_weg(werk: Werkplaats) -> None:
    extern = rb'Target="\\server\blad.xml" TargetMode="External"'
    werk.zet(swap(werk.delen(), RELS, b'Target="worksheets/sheet1.xml"', extern))


@soort(42, "de gedeelde teksten ontbreken", GEWEIGERD, Code.BESTAND_BESCHADIGD)
def zonder_strings(werk: Werkplaats) -> None:
    delen = werk.delen(is_gedeeld=True)
    del delen[STRINGS]
    werk.zet(delen)


@soort(
    43,
    "een cel verwijst naar een tekst die er niet is",
    GELEZEN,
    (Code.CEL_ONGELDIG, "D4"),
    antwoorden={"1.1.1": ("voltooid", "")},
)
def string_index(werk: Werkplaats) -> None:
    werk.zet(werk.teken(is_gedeeld=True, cellen={"D4": Cel("99999", t="s")}))


@soort(44, "het bestand zegt dat er vier miljard teksten zijn", GELEZEN)
def unique_count(werk: Werkplaats) -> None:
    werk.zet(swap(werk.delen(is_gedeeld=True), STRINGS, b"<sst ", b'<sst uniqueCount="4294967295" '))


@soort(45, "de opmaak ontbreekt", GELEZEN)
def zonder_styles(werk: Werkplaats) -> None:
    delen = werk.delen()
    del delen[STIJLEN]
    werk.zet(delen)


@soort(46, "de opmaak is kapot", GELEZEN, Code.STIJLEN_KAPOT)
def styles_kapot(werk: Werkplaats) -> None:
    delen = werk.delen()
    werk.zet({**delen, STIJLEN: delen[STIJLEN][:120]})


@soort(47, "ongeldige waarden in de opmaak", GELEZEN)
def stijlwaarden(werk: Werkplaats) -> None:
    fills = b'<fills><fill><patternFill patternType="gekleurd"><fgColor rgb="#GGHH"/></patternFill></fill><fill/>'
    werk.zet(swap(werk.delen(), STIJLEN, b"<fills>", fills))


@soort(48, "een cel verwijst naar opmaak die er niet is", GELEZEN)
def stijlindex(werk: Werkplaats) -> None:
    werk.zet(swap(werk.delen(), BLAD, b'<c r="D4"', b'<c r="D4" s="9999"'))


@soort(49, "65.000 soorten opmaak", GELEZEN)
def veel_stijlen(werk: Werkplaats) -> None:
    xfs = "".join(f'<xf numFmtId="{nummer * 7919 % 65521}" fillId="{nummer % 61}"/>' for nummer in range(65_000))
    werk.zet(swap(werk.delen(), STIJLEN, b"<cellXfs>", b"<cellXfs>" + b'<xf numFmtId="0"/>' * 9 + xfs.encode()))


@soort(50, "een stijl zonder naam", GELEZEN)
def stijl_zonder_naam(werk: Werkplaats) -> None:
    werk.zet(swap(werk.delen(), STIJLEN, b'<cellStyle name="Normal" ', b"<cellStyle "))


@soort(51, "kleurregels en keuzelijsten die niemand kent", GELEZEN)
def onbekende_regels(werk: Werkplaats) -> None:
    boek = werk.teken()
    boek.sheets[0].na = (
        '<conditionalFormatting sqref="C4"><cfRule type="toekomst" priority="x"/></conditionalFormatting>'
        '<dataValidations><dataValidation type="keuze" sqref="C4:"/></dataValidations>'
    )
    werk.zet(boek)


@soort(52, "koppeling, tabel of tekening zonder verwijzing", GELEZEN)
def zonder_relatie(werk: Werkplaats) -> None:
    boek = werk.teken()
    boek.sheets[0].na = '<hyperlinks><hyperlink ref="A1" r:id="rId77"/></hyperlinks><drawing r:id="rId78"/>'
    werk.zet(boek)


@soort(53, "koppeling naar een ander werkboek zonder verwijzing", GELEZEN)
def externe_zonder_relatie(werk: Werkplaats) -> None:
    extern = b'</sheets><externalReferences><externalReference r:id="rId99"/></externalReferences>'
    werk.zet(swap(werk.delen(), BOEK, b"</sheets>", extern))


@soort(
    54,
    "kapotte opmerkingen",
    GELEZEN,
    (Code.OPMERKING_NIET_GELEZEN, "C4"),
    Code.AANHANG_KAPOT,
    teksten=("doen we later",),
)
def opmerkingen_kapot(werk: Werkplaats) -> None:
    opmerking = b'<comments><commentList><comment ref="C4" authorId="9"><text><t>doen we later</t></text></comment>'
    rels = (
        b'<Relationships><Relationship Id="rId1" Type="x/comments" Target="../comments1.xml"/>'
        b'<Relationship Id="rId2" Type="x/comments" Target="../comments2.xml"/></Relationships>'
    )
    werk.zet(
        {
            **werk.delen(),
            "xl/worksheets/_rels/sheet1.xml.rels": rels,
            "xl/comments1.xml": opmerking + b"</commentList></comments>",
            "xl/comments2.xml": opmerking,
        }
    )


@soort(55, "eigenschappen met een onmogelijke datum", GELEZEN)
def core_datum(werk: Werkplaats) -> None:
    werk.zet(werk.teken(opgeslagen="1 maart 2026"))


@soort(56, "eigenschappen zonder naam (labels)", GELEZEN)
def custom_zonder_naam(werk: Werkplaats) -> None:
    werk.zet({**werk.delen(), "docProps/custom.xml": b'<Properties><property fmtid="x" pid="2"/></Properties>'})


@soort(57, "kapotte namen en afdrukbereiken (#REF!)", GELEZEN)
def namen_kapot(werk: Werkplaats) -> None:
    namen = b'</sheets><definedNames><definedName name="_xlnm.Print_Titles">#REF!</definedName></definedNames>'
    werk.zet(swap(werk.delen(), BOEK, b"</sheets>", namen))


@soort(58, "alleen een grafiekblad of macroblad", GEWEIGERD, Code.BESTAND_ZONDER_WERKBLAD)
def alleen_grafiek(werk: Werkplaats) -> None:
    delen = werk.delen()
    delen[RELS] = re.sub(rb"/worksheet\"", b'/chartsheet"', delen[RELS])
    werk.zet(delen)
