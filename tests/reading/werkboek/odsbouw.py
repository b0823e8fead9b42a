"""Pieces of an .ods as XML, for tests that spoil its structure: tables, rows, cells, and a short way to read them."""

from tekenen.ods import pack_ods

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.boek import Sheet, Werkboek
from actieplan_xl.reading.werkboek.openen import open_werkboek


def tabel(*delen: str, naam: str = "Blad", hoe: str = "") -> str:
    """Return a sheet; `hoe` are more attributes, here and below."""
    return f'<table:table table:name="{naam}" {hoe}>{"".join(delen)}</table:table>'


def rij(*cellen: str, hoe: str = "") -> str:
    """Return a row; a cell that is no XML is the text of one."""
    vol = "".join(cel if cel.startswith("<") else tekst(cel) for cel in cellen)
    return f"<table:table-row {hoe}>{vol}</table:table-row>"


def cel(binnen: str = "", hoe: str = "", naam: str = "table-cell") -> str:
    """Return a cell with this XML in it."""
    return f"<table:{naam} {hoe}>{binnen}</table:{naam}>"


def tekst(*alineas: str, hoe: str = "", na: str = "") -> str:
    """Return a cell of text: a paragraph for each of `alineas`, then the XML `na`."""
    return cel("".join(map(alinea, alineas)) + na, f'office:value-type="string" {hoe}')


def alinea(binnen: str = "") -> str:
    """Return a paragraph."""
    return f"<text:p>{binnen}</text:p>"


def keer(aantal: int, wat: str = "columns") -> str:
    """Return the attribute that repeats a column, a cell or, with "rows", a row."""
    return f'table:number-{wat}-repeated="{aantal}"'


def open_tabellen(*tabellen: str, stijlen: str = "") -> Werkboek:
    """Open a document with these sheets and automatic styles."""
    vol = f"<office:automatic-styles>{stijlen}</office:automatic-styles>"
    return open_werkboek(Bestand("Boekel.ods", pack_ods(vol, "".join(tabellen))))


def open_rijen(*rijen: str, stijlen: str = "") -> Sheet:
    """Open a document with one sheet of these rows, or columns and rows."""
    return open_tabellen(tabel(*rijen), stijlen=stijlen).sheets[0]


def texts_of(sheet: Sheet) -> dict[tuple[int, int], str]:
    """Return what can be read on a sheet, by row and column."""
    return dict(sheet.texts())


def aanhang_of(boek: Werkboek) -> list[tuple[Code, str, str, object]]:
    """Return what hangs beside the cells: code, sheet, cell, and the text or the count that is told."""
    return [
        (b.code, b.plek.blad, b.plek.cel, b.waarden.get("waarde", b.waarden.get("wat"))) for b in boek.find_aanhang()
    ]
