"""The XML of a sheet as hypothesis strategies: plain, as nearly every program writes it, with a few odd pieces in it.

A sheet is drawn as pieces, each of a kind; then a few of them are swapped for an odd piece of the same kind. So most
of it stays plain, and the odd piece is what decides how it is read. Some pieces are legal XML and some are not.
"""

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

Stukken = list[tuple[str, str]]

GEWOON = ("voltooid", "2019", "1", "07", " ", "", "é", "😀", "a > b", "&amp;amp;", "&lt;b&gt;", "&quot;&apos;")
LASTIG = (
    *("\r\n", "a\rb", "\r_x000A_", "\n", "\t", "_x000D_", "_x0041_", "'", '"', "\x7f", "\x85", "\u2028"),
    *("\ufdd0", "\U0001fffe", "&#10;", "&#xe9;", "&#x1F600;", "<![CDATA[<v>&amp;]]>", "<![CDATA[]]>", "]]&gt;"),
    *("<!-- <v>x</v> -->", "<?pi x?>", "\x01", "\x0b1", "<x/>", "<x>binnen</x>", '><c r="A9"><v>9</v></c>', "Ã©"),
)
KAPOT = (
    *("&", "&#0;", "&#x1;", "&onbekend;", "]]>", "<", "<v>", "</v>", "\ufffe", "\uffff"),
    *("\udcff", "\udcc3", "\udced\udca0\udc80"),  # bytes that are no UTF-8
)


def _lines(tekst: str, *verder: str) -> tuple[str, ...]:
    return (*tekst.strip("\n").split("\n"), *verder)


VREEMD: Mapping[str, Sequence[str]] = {
    "kop": _lines(
        """
<?xml version='1.0' encoding='utf-8'?>
<?xml version="1.0" encoding="windows-1252"?>
<?xml version="1.0" encoding = 'iso-8859-1'?>
<?xml version="1.0" encoding="us-ascii"?>
<?xml version="1.0" encoding="klingon"?>
<?xml version="1.0"?><!-- x -->
<?xml-stylesheet x?>
<?xml?>
<!-- x -->
<!DOCTYPE worksheet>
\ufeff
\ufeff<?xml version="1.0" encoding="UTF-8"?>
 <?xml version="1.0" encoding="UTF-8"?>
x
"""
    ),
    "open": _lines(
        """
<sheetData >
<sheetData\t>
<sheetData/>
<x:sheetData>
<!-- <sheetData> --><sheetData>
<sheetData></sheetData><sheetData>
<sheetData x="><c r='A1'><v>1</v></c>">
<sheetData><sheetData>
<y>
"""
    ),
    "rij": _lines(
        """
r='2'
r = "2"
r="0"
r="x"
r="02"
r="1048576"
r="1048577"
hidden="1"
r="2" hidden="1"
hidden="true" r="2"
r="2" hidden="0"
r="2" hidden="false" ht="15" customHeight="1"
r="2" spans="1:3" s="7" customFormat="1" x14ac:dyDescent="0.25"
r="2" r="3"
r="2" x=">"
r="2" x="<"
r="2"\t
r="2" hidden="&#49;"
r="2" s="\x01"
""",
        "",
    ),
    "tussen": _lines(
        """
<c r="A1"><v>1</v></c>
<x:c><x:v>2</x:v></x:c>
<x:c r="A1"><x:v>2</x:v></x:c>
<é:c r='B1'><v>2</v></é:c>
<C r="A1"/>
<cc r="A1"><v>1</v></cc>
<c><v>1</v></c>
<c/>
<c r="A1"/>
<c r="B1"></c>
<c r="A1" s="7"/>
<c r="A1" s="07"/>
<c r="A1"><v/></c>
<c r="A1"><v></v><is><t>a</t></is></c>
<c r="A1"><v>1</v><v>2</v></c>
<c r="A1"><is><r><t>a</t></r><r><t>b</t></r></is></c>
<c r="A1"><is><t>a</t><rPh sb='0' eb='1'><t>F</t></rPh></is></c>
<c r="A1"><c r="B1"><v>1</v></c></c>
<c r="A1"><f>1</f><f>2</f><v>1</v></c>
<c r="A1"><x a=">"/><v>1</v></c>
<c r="A1"><v>1</v><extLst><ext><v>2</v></ext></extLst></c>
<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>
<c r="A1"><v>1</c></v>
<c r="A1"><v>1</v>
</c>
<v>1</v>
<x/>
<x><c r="A1"><v>1</v></c></x>
<x a="><c r='A1'><v>1</v></c>"/>
<x a='><c r="A1"><v>1</v></c>'/>
<x a='></row><row r="1">'/>
<!-- x -->
<!-- ><c r="A1"><v>1</v></c> -->
<![CDATA[><c r="A1"><v>1</v></c>]]>
<?x ><c r="A1"><v>1</v></c>?>
<?xml version="1.0"?>
</row><row>
</row><row hidden="1">
</row><row r="3" hidden="1">
</row><row r="3"/><row hidden="1">
</row><row r="3" r="4">
</row><row r="3" spans="1:2" spans="1:2">
</row><row r="3" x=">">
</row><row r="3" x='</row><row r="4">'>
</row></row><row r="3"><row r="4">
</row>
<row r="2">
<row r="2"/>
<row r="3"></row><row r="4"></row>
</row><x/><row r="3">
</row><c r="A4"><v>1</v></c><row r="5">
</row></sheetData><sheetData><row>
</row><!-- </sheetData> --><row r="3">
&amp;
&
<
""",
        *("\n", "\r\n  ", "\x02", "\x00", "\udcff"),
    ),
    "adres": _lines(
        """
r="ZZ999999"
r="XFD1048576"
r="XFE1"
r="A1048577"
r="a1"
r="$A$1"
r="A01"
r="A0"
r="1A"
r=""
r='A1'
r = "A1"
x:r="A1"
r="&#65;1"
r="A1" r="A1"
r="A1" vm="1"
vm="1" r="A1"
r="A1" x=">"
r="A1\u0663"
""",
        "",
    ),
    "stijl": (' s="0"', ' s="07"', " s='7'", ' s=" 7"', ' s="x"', ' s=""', ' s="70" s="7"', 's="7"', ' s="0000007"'),
    "soort": (' t="d"', ' t="zz"', ' t=""', " t='s'", '\n t = "str"', ' t="s" t="s"', ' t="&#115;"', ' t="\x01s"'),
    "formule": _lines(
        """
<f/>
<f></f>
<f>1+1</f>
<f t="shared" si="0"/>
<f ref="A1" ca="1">B1&amp;C1</f>
<f ref="A1" ref="A1">1</f>
<f ref="\x01A1">1</f>
<f>\udcff</f>
<f>\uffff</f>
<f>a > b</f>
<f ref=">">1</f>
<f dt2D="1" r1="A1">1</f>
<x:f>1</x:f>
<f><x/></f>
<f>&</f>
<f>&#66;</f>
""",
        "<f>é\r\n</f>",
    ),
    "tekst": (*LASTIG, *KAPOT),
    "slot": ("</c >", "</c\n>", "</x:c>", "</c></c>", "", "</C>"),
    "einde": ("", "</sheetData >", "</sheetData></sheetData>", "</sheetData><c r='A1'><v>1</v></c>", "</y>"),
    "si": _lines(
        """
<si/>
<si></si>
<si><t/></si>
<si><t></t></si>
<si ><t>a</t></si>
<si><t>a</t ></si>
<x:si><x:t>a</x:t></x:si>
<si><r><rPr><b/></rPr><t>a</t></r><r><t>b</t></r></si>
<si><t>a</t><rPh sb='0' eb='1'><t>F</t></rPh></si>
<si><t xml:space='preserve'> a</t></si>
<si><t>a</t></si><t>los</t>
<x a="><si><t>a</t></si>"/>
<x><si><t>a</t></si></x>
<!-- ><si><t>a</t></si> -->
<![CDATA[><si><t>a</t></si>]]>
<?x ><si><t>a</t></si>?>
</sst><sst>
<si>
"""
    ),
}
"""By kind of piece what may stand there instead."""


def _cell(plaats: str, stijl: str, soort: str, tekst: str, vorm: str) -> Stukken:
    stukken = [("tussen", ""), ("", "<c "), ("adres", f'r="{plaats}"'), ("stijl", stijl), ("soort", soort)]
    if vorm == "leeg":
        return [*stukken, ("", "/>")]
    begin, einde = {"v": ("<v>", "</v>"), "is": ("<is><t>", "</t></is>")}.get(
        vorm, ('<v xml:space="preserve">', "</v>")
    )
    return [*stukken, ("", ">"), ("formule", ""), ("", begin), ("tekst", tekst), ("", einde), ("slot", "</c>")]


def _row(nummer: int, cellen: list[Stukken]) -> Stukken:
    binnen = [stuk for cel in cellen for stuk in cel]
    return [("", "<row "), ("rij", f'r="{nummer}"'), ("", ">"), *binnen, ("tussen", ""), ("", "</row>")]


def _sheet(rijen: list[Stukken]) -> Stukken:
    kop = [("kop", '<?xml version="1.0" encoding="UTF-8"?>'), ("", "<worksheet>"), ("open", "<sheetData>")]
    einde = [("einde", "</sheetData>"), ("", "</worksheet>")]
    return [*kop, *(stuk for rij in rijen for stuk in rij), *einde]


def _texts(teksten: list[str]) -> Stukken:
    kop = [("kop", '<?xml version="1.0" encoding="UTF-8"?>'), ("", "<sst>")]
    items = [[("si", ""), ("", "<si><t>"), ("tekst", tekst), ("", "</t></si>")] for tekst in teksten]
    return [*kop, *(stuk for item in items for stuk in item), ("si", ""), ("", "</sst>")]


def swapped(stukken: Stukken, plaats: int, stuk: str) -> str:
    """Return the XML with an odd piece in this place."""
    return "".join(stuk if n == plaats else gewoon for n, (_, gewoon) in enumerate(stukken))


@st.composite
def _with_odd_pieces(draw: st.DrawFn, plat: st.SearchStrategy[Stukken]) -> str:
    stukken = draw(plat)
    plaatsen = [n for n, (soort, _) in enumerate(stukken) if soort]
    for plaats in draw(st.lists(st.sampled_from(plaatsen), max_size=3)):
        soort = stukken[plaats][0]
        stukken[plaats] = (soort, draw(st.sampled_from(VREEMD[soort])))
    return "".join(stuk for _, stuk in stukken)


_TEKST = st.sampled_from(GEWOON)
_CEL = st.builds(
    _cell,
    st.sampled_from(["A1", "B1", "C1", "A2", "B2", "AA3", "ZZ999999"]),
    st.sampled_from(["", ' s="1"', ' s="7"']),
    st.sampled_from(["", ' t="s"', ' t="str"', ' t="n"', ' t="e"', ' t="b"', ' t="inlineStr"']),
    _TEKST,
    st.sampled_from(["v", "is", "leeg", "ruimte"]),
)
_RIJ = st.builds(_row, st.integers(1, 6), st.lists(_CEL, max_size=3))

EEN_BLAD = _sheet(
    [
        _row(1, [_cell("A1", "", ' t="str"', "a", "v"), _cell("C1", "", ' t="inlineStr"', "b", "is")]),
        _row(2, [_cell("A2", ' s="7"', "", "", "leeg"), _cell("B2", ' s="1"', ' t="s"', "7", "v")]),
        _row(4, [_cell("A4", "", "", "2019", "ruimte"), _cell("B4", "", ' t="e"', "#N/A", "v")]),
    ]
)
"""A sheet with everything in it that is plain."""

EEN_SST = _texts(["a", "b &amp; c", "é"])

BLAD: st.SearchStrategy[str] = _with_odd_pieces(st.lists(_RIJ, max_size=4).map(_sheet))
"""A whole sheet."""

SST: st.SearchStrategy[str] = _with_odd_pieces(st.lists(_TEKST, max_size=4).map(_texts))
"""The shared strings of a workbook."""
