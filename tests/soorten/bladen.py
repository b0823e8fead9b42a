"""F: the sheet and its cells, and what people do with them (kinds 71 to 108)."""

from tekenen import Cel, RawSheet, RawWorkbook

from actieplan_xl.domain.bevinding import Code
from soorten.pakketten import BLAD, BOEK, RELS, swap
from soorten.proef import TABEL, Afloop, Werkplaats, soort

GELEZEN, GEWEIGERD = Afloop.GELEZEN, Afloop.GEWEIGERD


def after(boek: RawWorkbook, xml: str) -> RawWorkbook:
    """Put XML behind the cells of the first sheet."""
    boek.sheets[0].na = xml
    return boek


@soort(71, "het blad zegt dat het een miljoen rijen heeft", GELEZEN)
def dimensie_groot(werk: Werkplaats) -> None:
    werk.zet(werk.teken(dimensie="A1:XFD1048576"))


@soort(72, "het blad zegt dat het één cel heeft", GELEZEN)
def dimensie_klein(werk: Werkplaats) -> None:
    werk.zet(werk.teken(dimensie="A1"))


@soort(73, "het blad zegt onzin over zijn omvang", GELEZEN)
def dimensie_onzin(werk: Werkplaats) -> None:
    werk.zet(werk.teken(dimensie="kaas"))


@soort(74, "een cel helemaal rechtsonder", GELEZEN, (Code.CEL_BUITEN_TABEL, "XFD1048576"), teksten=("ver weg",))
def verre_cel(werk: Werkplaats) -> None:
    werk.zet(werk.teken(cellen={"XFD1048576": Cel("ver weg")}))


@soort(75, "opmaak tot de allerlaatste rij", GELEZEN)
def opmaak_tot_onder(werk: Werkplaats) -> None:
    rijen = "".join(
        f'<row r="{rij}"><c r="A{rij}" s="1"/><c r="B{rij}" s="1"/><c r="C{rij}" s="1"/></row>'
        for rij in range(20, 1_048_577)
    )
    werk.zet(swap(werk.delen(), BLAD, b"</sheetData>", rijen.encode() + b"</sheetData>"))


@soort(76, "hele kolommen of het hele blad samengevoegd", GELEZEN)
def samengevoegd_groot(werk: Werkplaats) -> None:
    bereiken = ("F7:XFD1048576", "G:G")
    cellen = "".join(f'<mergeCell ref="{bereik}"/>' for bereik in bereiken)
    werk.zet(after(werk.teken(), f"<mergeCells>{cellen}</mergeCells>"))


@soort(77, "honderdduizend samenvoegingen", GELEZEN)
def samengevoegd_veel(werk: Werkplaats) -> None:
    cellen = "".join(f'<mergeCell ref="G{rij}:H{rij}"/>' for rij in range(10, 100_010))
    werk.zet(after(werk.teken(), f"<mergeCells>{cellen}</mergeCells>"))


@soort(
    78,
    "een samenvoeging over ingevulde cellen",
    GELEZEN,
    (Code.CEL_BEDEKT, "C5"),
    (Code.CEL_BEDEKT, "D4"),
    (Code.CEL_SAMENGEVOEGD, "C6"),
    antwoorden={"1.2.1": ("gepland", "elk kwartaal")},
)
def samengevoegd_over_invoer(werk: Werkplaats) -> None:
    boek = werk.teken(cellen={"C6": ""})
    werk.zet(after(boek, '<mergeCells><mergeCell ref="C4:D6"/></mergeCells>'))


@soort(79, "kapotte of overlappende samenvoegingen", GELEZEN)
def samengevoegd_kapot(werk: Werkplaats) -> None:
    cellen = "".join(f'<mergeCell ref="{bereik}"/>' for bereik in ("#REF!", "", "H1:I2", "I1:J2", "A1:B2:C3"))
    werk.zet(after(werk.teken(), f"<mergeCells>{cellen}</mergeCells>"))


@soort(80, "een celadres dat niet bestaat", GELEZEN, (Code.CEL_GESCHAT, "D4"))
def celadres_onzin(werk: Werkplaats) -> None:
    werk.zet(werk.teken(cellen={"D4": Cel("in 2018 gedaan", r="XFE4")}))


@soort(81, "een rijnummer dat niet bestaat", GELEZEN, (Code.CEL_GESCHAT, "A4"))
def rijnummer_onzin(werk: Werkplaats) -> None:
    delen = swap(werk.delen(), BLAD, b'<row r="4">', b'<row r="4000000000">')
    for kolom in b"ABCDE":
        delen = swap(delen, BLAD, b'<c r="%c4"' % kolom, b"<c")
    werk.zet(delen)


@soort(82, "cellen en rijen zonder adres", GELEZEN)
def zonder_adressen(werk: Werkplaats) -> None:
    boek = werk.teken("", met_adressen=False)
    regels = [regel.strip().strip("|").split("|") for regel in TABEL.strip().splitlines()]
    for rij, regel in enumerate(regels, 2):
        boek.sheets[0].put(rij, [deel.strip() or "\N{NO-BREAK SPACE}" for deel in regel])
    werk.zet(boek)


@soort(83, "rijen in een andere volgorde in het bestand", GELEZEN)
def rijen_door_elkaar(werk: Werkplaats) -> None:
    werk.zet(werk.teken(rijen_omgekeerd=True))


@soort(84, "dezelfde cel staat er twee keer", GELEZEN, (Code.CEL_DUBBEL, "D4"), teksten=("of toch in 2020",))
def dubbele_cel(werk: Werkplaats) -> None:
    boek = werk.teken()
    boek.sheets[0].dubbel = [("D4", Cel("of toch in 2020"))]
    werk.zet(boek)


@soort(
    85,
    "een getal dat geen getal is (1,5 of NaN)",
    GELEZEN,
    (Code.CEL_ALS_TEKST, "D4"),
    (Code.CEL_ALS_TEKST, "D5"),
    antwoorden={"1.1.1": ("voltooid", "1,5"), "1.1.2": ("gepland", "NaN")},
)
def geen_getal(werk: Werkplaats) -> None:
    werk.zet(werk.teken(cellen={"D4": Cel("1,5", t="n"), "D5": Cel("NaN", t="n")}))


@soort(
    86,
    "waar of onwaar op een vreemde manier",
    GELEZEN,
    (Code.CEL_ALS_TEKST, "E5"),
    teksten=("ja", "'2'"),
)
def boolean(werk: Werkplaats) -> None:
    werk.zet(werk.teken(cellen={"E4": Cel("true", t="b"), "E5": Cel("2", t="b"), "E6": Cel("", t="b")}))


@soort(
    87,
    "een datum die niet bestaat (31 februari)",
    GELEZEN,
    (Code.CEL_ALS_TEKST, "D4"),
    antwoorden={"1.1.1": ("voltooid", "2026-02-31")},
)
def datum_ongeldig(werk: Werkplaats) -> None:
    werk.zet(werk.teken(cellen={"D4": Cel("2026-02-31", t="d")}))


@soort(
    88,
    "een datum buiten de kalender",
    GELEZEN,
    (Code.CEL_ALS_TEKST, "D4"),
    antwoorden={"1.1.1": ("voltooid", "-4000"), "1.1.2": ("gepland", "1-5-2019")},
)
def datum_buiten(werk: Werkplaats) -> None:
    werk.zet(
        werk.teken(is_1904=True, cellen={"D4": Cel("-4000", t="n", formaat=14), "D5": Cel("42124", t="n", formaat=14)})
    )


@soort(
    89,
    "een datum als tekst (1-4-26, z.s.m., Q3)",
    GELEZEN,
    antwoorden={"1.1.1": ("voltooid", "1-4-26"), "1.1.2": ("gepland", "z.s.m."), "1.2.1": ("structureel", "Q3")},
)
def datum_als_tekst(werk: Werkplaats) -> None:
    werk.zet(werk.teken(cellen={"D4": "1-4-26", "D5": "z.s.m.", "D6": "Q3"}))


@soort(
    90,
    "een foutwaarde (#N/B, #VERW!)",
    GELEZEN,
    (Code.CEL_FOUTWAARDE, "C4"),
    (Code.CEL_FOUTWAARDE, "D5"),
    antwoorden={"1.1.1": None, "1.1.2": ("gepland", "")},
)
def foutwaarde(werk: Werkplaats) -> None:
    werk.zet(werk.teken(cellen={"C4": Cel("#N/A", t="e"), "D5": Cel("#SPILL!", t="e")}))


@soort(91, "een soort cel die niemand kent", GELEZEN, (Code.CEL_ALS_TEKST, "D4"))
def celtype(werk: Werkplaats) -> None:
    werk.zet(werk.teken(cellen={"D4": Cel("in 2018 gedaan", t="zz")}))


@soort(
    92,
    "een formule die nooit is uitgerekend",
    GELEZEN,
    (Code.CEL_NIET_BEREKEND, "D4"),
    antwoorden={"1.1.1": ("voltooid", "")},
)
def niet_berekend(werk: Werkplaats) -> None:
    werk.zet(werk.teken(cellen={"D4": Cel(formule="2018+1")}))


@soort(93, "een gedeelde formule of matrixformule", GELEZEN, Code.FORMULE)
def gedeelde_formule(werk: Werkplaats) -> None:
    xml = '<f t="shared" si="0" ref="D4:D5">"in 2018 gedaan"</f><v>in 2018 gedaan</v>'
    werk.zet(werk.teken(cellen={"D4": Cel(xml=xml, t="str")}))


@soort(94, "opgemaakte tekst in stukjes, en fonetische hulptekst", GELEZEN)
def rijke_tekst(werk: Werkplaats) -> None:
    xml = "<is><r><t>in 2018</t></r><rPh sb='0' eb='1'><t>FURI</t></rPh><r><rPr><b/></rPr><t> gedaan</t></r></is>"
    werk.zet(werk.teken(cellen={"D4": Cel(xml=xml)}))


@soort(95, "codes van Excel in de tekst (_x000D_)", GELEZEN, antwoorden={"1.1.1": ("voltooid", "in 2018\ngedaan")})
def excelcodes(werk: Werkplaats) -> None:
    werk.zet(werk.teken(cellen={"D4": "in 2018_x000D_\ngedaan"}))


@soort(96, "een tekst die niet in een cel past", GELEZEN, (Code.TEKST_TE_LANG, "E4"), teksten=("nota 39999",))
def lange_tekst(werk: Werkplaats) -> None:
    werk.zet(werk.teken(cellen={"E4": Cel(" ".join(f"nota {nummer}" for nummer in range(40_000)))}))


@soort(
    97,
    "emoji, harde spaties en tekens die de leesrichting omkeren",
    GELEZEN,
    (Code.TEKST_ONZICHTBAAR, "D5"),
    antwoorden={"1.1.1": ("voltooid", "😀 in\u00a02018"), "1.1.2": ("gepland", "\u202e9102 raajan")},
    teksten=("⟨U+202E⟩9102 raajan",),
)
def onzichtbaar(werk: Werkplaats) -> None:
    werk.zet(werk.teken(cellen={"D4": "😀 in\u00a02018", "D5": "\u202e9102 raajan", "C6": "STRUCTUREE\u0301L"}))


@soort(98, "verborgen rijen, kolommen en filters", GELEZEN, Code.RIJEN_VERBORGEN, (Code.KOLOM_VERBORGEN, "D3"))
def verborgen_rij(werk: Werkplaats) -> None:
    boek = werk.teken()
    boek.sheets[0].verborgen_rijen = (5,)
    delen = swap(boek.delen(), BLAD, b"<sheetData>", b'<cols><col min="4" max="4" hidden="1"/></cols><sheetData>')
    werk.zet(delen)


@soort(99, "het invulblad is verborgen", GELEZEN, Code.BLAD_VERBORGEN)
def verborgen_blad(werk: Werkplaats) -> None:
    boek = werk.teken()
    boek.sheets[0].staat = "veryHidden"
    werk.zet(boek)


@soort(100, "werkblad hernoemd, of twee keer in het werkboek", GELEZEN, Code.TWEE_BLADEN, Code.TWEE_BESTANDEN_VERSCHIL)
def blad_dubbel(werk: Werkplaats) -> None:
    boek, anders = werk.teken(blad="Ons blad"), werk.teken(TABEL.replace("najaar 2019", "2021"), blad="Ons blad (2)")
    werk.zet(RawWorkbook([*boek.sheets, *anders.sheets]))


@soort(101, "meer dan tweehonderd werkbladen", GEWEIGERD, Code.BESTAND_TE_GROOT)
def veel_bladen(werk: Werkplaats) -> None:
    werk.zet(RawWorkbook([*werk.teken().sheets, *(RawSheet(f"Blad{nummer}") for nummer in range(200))]))


@soort(
    102,
    "rijen en kolommen verplaatst, ingevoegd of gesorteerd",
    GELEZEN,
    (Code.KOLOM_ONBEKEND, "C5"),
    teksten=("nog overleggen",),
)
def verplaatst(werk: Werkplaats) -> None:
    tekst = """
        | Toelichting      | Status              | Eigen kolom    | Planning       | Nr    | Actie              |
        | te weinig mensen | wordt niet opgepakt |                |                | 2.1.1 | BIBOB-beleid       |
        |                  | structureel         | nog overleggen | elk kwartaal   | 1.2.1 | Kalender bijhouden |
        | toelichting twee | gepland             |                | najaar 2019    | 1.1.2 | E-learning         |
        | toelichting een  | voltooid            |                | in 2018 gedaan | 1.1.1 |                    |
    """
    werk.zet(werk.teken(tekst))


@soort(
    103,
    "antwoorden in opmerkingen, tekstvakken en selectievakjes",
    GELEZEN,
    (Code.OPMERKING_NIET_GELEZEN, "C4"),
    (Code.TEKSTVAK_NIET_GELEZEN, "G3"),
    Code.LOS_VOORWERP,
    teksten=("pas in 2020", "wij doen mee", "2 knoppen"),
)
def naast_de_cellen(werk: Werkplaats) -> None:
    anker = "<xdr:from><xdr:col>6</xdr:col><xdr:row>2</xdr:row></xdr:from>"
    vak = f"{anker}<xdr:sp><xdr:txBody><a:p><a:r><a:t>wij doen mee</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
    tekening = f'<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:twoCellAnchor>{vak}</xdr:twoCellAnchor></xdr:wsDr>'
    vml = '<xml><x:ClientData ObjectType="Checkbox"/><x:ClientData ObjectType="Checkbox"/><br></xml>'
    opmerking = '<comments><authors><author>Jan</author></authors><commentList><comment ref="C4" authorId="0"><text>'
    opmerking += "<r><t>Jan:\npas in 2020</t></r></text></comment></commentList></comments>"
    doelen = (
        ("drawing", "drawings/drawing1.xml"),
        ("vmlDrawing", "drawings/vmlDrawing1.vml"),
        ("comments", "comments1.xml"),
    )
    rels = "".join(f'<Relationship Id="r{n}" Type="x/{s}" Target="../{d}"/>' for n, (s, d) in enumerate(doelen))
    werk.zet(
        {
            **werk.delen(),
            "xl/worksheets/_rels/sheet1.xml.rels": f"<Relationships>{rels}</Relationships>".encode(),
            "xl/drawings/drawing1.xml": tekening.encode(),
            "xl/drawings/vmlDrawing1.vml": vml.encode(),
            "xl/comments1.xml": opmerking.encode(),
        }
    )


@soort(104, "macro's in het werkboek", GELEZEN, Code.MACROS)
def macros(werk: Werkplaats) -> None:
    werk.zet({**werk.delen(), "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"}, "Boekel.xlsm")


@soort(105, "een macroblad (Excel 4)", GELEZEN, Code.MACROBLAD)
def macroblad(werk: Werkplaats) -> None:
    delen = swap(werk.delen(), BOEK, b"</sheets>", b'<sheet name="Macro1" sheetId="9" r:id="rId9"/></sheets>')
    macro = b'<Relationship Id="rId9" Type="x/xlMacrosheet" Target="macrosheets/sheet1.xml"/></Relationships>'
    werk.zet({**swap(delen, RELS, b"</Relationships>", macro), "xl/macrosheets/sheet1.xml": b"<x/>"})


@soort(
    106,
    "een formule die iets van buiten haalt",
    GELEZEN,
    (Code.FORMULE_NAAR_BUITEN, "D4"),
    (Code.FORMULE_NAAR_BUITEN, "D5"),
)
def formule_naar_buiten(werk: Werkplaats) -> None:
    werk.zet(
        werk.teken(
            cellen={
                "D4": Cel("in 2018 gedaan", formule="cmd|'/c calc'!A0"),
                "D5": Cel("najaar 2019", formule='WEBSERVICE("http://x.nl")'),
            }
        )
    )


@soort(107, "koppelingen naar andere bestanden", GELEZEN, Code.EXTERNE_KOPPELING)
def koppeling(werk: Werkplaats) -> None:
    extern = b'<Relationship Id="rId9" Type="x/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>'
    delen = swap(werk.delen(), RELS, b"</Relationships>", extern)
    werk.zet({**delen, "xl/externalLinks/externalLink1.xml": b"<externalLink/>"})


@soort(108, "bestanden in het bestand", GELEZEN, Code.LOS_VOORWERP, teksten=("1 ingesloten bestand",))
def ingesloten(werk: Werkplaats) -> None:
    werk.zet({**werk.delen(), "xl/embeddings/oleObject1.bin": b"x"})
