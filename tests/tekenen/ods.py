"""An .ods drawn for tests: a table as text, and cells that are given apart, as raw XML where that matters."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from tekenen import pack, table

_RUIMTEN = " ".join(
    f'xmlns:{naam}="urn:oasis:names:tc:opendocument:xmlns:{wat}:1.0"'
    for naam, wat in {
        "office": "office", "table": "table", "text": "text", "style": "style", "number": "datastyle",
        "fo": "xsl-fo-compatible", "draw": "drawing", "dc": "dc", "manifest": "manifest",
    }.items()
)  # fmt: skip
SOORT = b"application/vnd.oasis.opendocument.spreadsheet"


@dataclass(frozen=True)
class OdsCel:
    """One cell. `soort` and `waarde` are its type and value as in the file; `xml` follows its text."""

    tekst: str = ""
    soort: str = "string"
    waarde: str = ""
    stijl: str = ""
    attributen: str = ""
    xml: str = ""

    def draw(self) -> str:
        """Return the cell as XML."""
        naam = {"date": "date-value", "time": "time-value", "boolean": "boolean-value"}.get(self.soort, "value")
        attributen = f' office:value-type="{self.soort}"' if self.soort and (self.tekst or self.waarde) else ""
        attributen += f" office:{naam}={quoteattr(self.waarde)}" if self.waarde else ""
        attributen += f" table:style-name={quoteattr(self.stijl)}" if self.stijl else ""
        alineas = "".join(f"<text:p>{escape(regel)}</text:p>" for regel in self.tekst.split("\n")) if self.tekst else ""
        return f"<table:table-cell{attributen} {self.attributen}>{alineas}{self.xml}</table:table-cell>"


def draw_ods(
    tekst: str,
    cellen: Mapping[tuple[int, int], OdsCel] | None = None,
    *,
    stijlen: str = "",
    voor: str = "",
    na_rijen: str = "",
    titel: str = "Invulblad van Boekel",
    opgeslagen: str = "",
) -> bytes:
    """Return an invulblad: the title on row 1 and the table from row 3 on; `cellen` by (row, column) take its place.

    `stijlen` are automatic styles, `voor` what precedes the table in the document, `na_rijen` what follows its rows.
    """
    rijen = [[titel], [], *table(tekst)]
    breedte = max(map(len, rijen), default=0)
    xml = ""
    for nummer, rij in enumerate(rijen, 1):
        vol = [*rij, *[""] * (breedte - len(rij))]
        binnen = "".join(
            (cellen or {}).get((nummer, kolom), OdsCel(waarde)).draw() for kolom, waarde in enumerate(vol, 1)
        )
        xml += f"<table:table-row>{binnen}</table:table-row>"
    blad = f'<table:table table:name="Invulblad">{xml}{na_rijen}</table:table>'
    return pack_ods(f"<office:automatic-styles>{stijlen}</office:automatic-styles>", f"{voor}{blad}", opgeslagen)


def pack_ods(stijlen: str, bladen: str, opgeslagen: str = "", extra: Mapping[str, bytes] | None = None) -> bytes:
    """Return a document with these sheets as a file."""
    inhoud = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_RUIMTEN}>{stijlen}<office:body>'
        f"<office:spreadsheet>{bladen}</office:spreadsheet></office:body></office:document-content>"
    )
    meta = f"<office:meta><dc:date>{opgeslagen}</dc:date></office:meta>"
    meta = f"<office:document-meta {_RUIMTEN}>{meta}</office:document-meta>"
    delen = {"mimetype": SOORT, "content.xml": inhoud.encode()}
    delen |= {"meta.xml": meta.encode()} if opgeslagen else {}
    return pack({**delen, **(extra or {})})


def colour(naam: str, rgb: str) -> str:
    """Return an automatic style that gives a cell a fill."""
    return (
        f'<style:style style:name="{naam}" style:family="table-cell">'
        f'<style:table-cell-properties fo:background-color="#{rgb.lower()}"/></style:style>'
    )


def with_format(naam: str, vorm: str, delen: str, hoe: str = "") -> str:
    """Return an automatic style that shows a cell as a date, a time, an amount: `vorm` is the element's name."""
    return (
        f'<number:{vorm} style:name="N{naam}" {hoe}>{delen}</number:{vorm}>'
        f'<style:style style:name="{naam}" style:family="table-cell" style:data-style-name="N{naam}"/>'
    )
