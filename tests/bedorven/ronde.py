"""The round of the example, with every one of the eight files spoilt in another way, as people and programs do.

Each planning, and each toelichting, gets a mark of its own before a file is spoilt, so that it can be found again.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tekenen import Cel, RawSheet, RawWorkbook, adres, pack
from tekenen.ods import SOORT, OdsCel, pack_ods
from tekenen.versleuteld import VULLING, encrypted
from tekenen.xls import draw_xls
from writing.dump import load
from writing.voorbeeld import INGEVULD

Cellen = dict[tuple[int, int], str]
KOP, NR, ACTIE, VORIGE, STATUS, PLANNING, TOELICHTING = 8, 1, 2, 3, 4, 5, 6
NAAM = "Invulblad Actieplan ondermijning 2019 - {}.xlsx"


def marked_cells(gemeente: str) -> Cellen:
    """Return the texts of the invulblad of the example, with a mark in every planning and an uitleg beside it."""
    blad: Any = load((INGEVULD / NAAM.format(gemeente)).read_bytes(), data_only=True)["Invulblad"]
    cellen = {(cel.row, cel.column): str(cel.value) for rij in blad.iter_rows() for cel in rij if cel.value is not None}
    for rij in answer_rows(cellen):
        kort = gemeente.split(maxsplit=1)[0].lower()
        cellen[rij, PLANNING] = f"{cellen.get((rij, PLANNING), '')} merk-{kort}-{rij}p".strip()
        cellen[rij, TOELICHTING] = f"merk-{kort}-{rij}t"
    return cellen


def answer_rows(cellen: Cellen) -> list[int]:
    """Return the rows of acties that were answered."""
    return [rij for rij, kolom in cellen if kolom == STATUS and rij > KOP and cellen.get((rij, NR), "").count(".") == 2]


def marks(tekst: str) -> set[str]:
    """Return the marks in a text."""
    return {woord.strip("(),.;'\"|") for woord in tekst.split() if "merk-" in woord}


def draw(cellen: Mapping[tuple[int, int], str | Cel], blad: str = "Invulblad", **boek: Any) -> RawWorkbook:
    """Return a workbook with these cells."""
    sheet = RawSheet(blad)
    for (rij, kolom), waarde in sorted(cellen.items()):
        sheet.cellen[adres(rij, kolom)] = Cel(waarde) if isinstance(waarde, str) else waarde
    return RawWorkbook([sheet], **boek)


def boekel(map_: Path) -> None:
    """Columns in another order, rows sorted the other way round, the sheet renamed, saved as Strict, in capitals."""
    cellen = marked_cells("Boekel")
    volgorde = {TOELICHTING: 1, STATUS: 2, NR: 3, PLANNING: 4, ACTIE: 5}
    rijen = sorted({rij for rij, _ in cellen if rij > KOP}, reverse=True)
    nieuw = {(2, 1): "Invulblad van Boekel"}
    for plaats, rij in enumerate([KOP, *rijen], KOP):
        for oud, kolom in volgorde.items():
            tekst = cellen.get((rij, oud), "")
            nieuw[plaats, kolom] = tekst.upper() if oud == STATUS and rij != KOP else tekst
    nieuw = {plaats: tekst for plaats, tekst in nieuw.items() if tekst}
    boek = draw(nieuw, "Blad1 (herzien)", is_strict=True, prefix="x", is_gedeeld=True)
    (map_ / "definitief DEF 2.xlsx").write_bytes(boek.bytes())


def boxmeer(map_: Path) -> None:
    """Kept in OpenDocument, with a comment on an answer and a row folded away."""
    cellen = marked_cells("Boxmeer")
    eerste = answer_rows(cellen)[0]
    xml = ""
    for rij in range(1, max(r for r, _ in cellen) + 1):
        opmerking = "<office:annotation><text:p>merk-boxmeer-opmerking</text:p></office:annotation>"
        binnen = "".join(
            OdsCel(cellen.get((rij, kolom), ""), xml=opmerking if (rij, kolom) == (eerste, STATUS) else "").draw()
            for kolom in range(1, 8)
        )
        verborgen = ' table:visibility="collapse"' if rij == eerste + 1 else ""
        xml += f"<table:table-row{verborgen}>{binnen}</table:table-row>"
    blad = f'<table:table table:name="Invulblad">{xml}</table:table>'
    (map_ / "Boxmeer.ods").write_bytes(pack_ods("", blad, extra={"mimetype": SOORT}))


def cuijk(map_: Path) -> None:
    """Two versions, the older one with another answer."""
    cellen = marked_cells("Cuijk")
    (map_ / "Cuijk.xlsx").write_bytes(draw(cellen, opgeslagen="2019-05-10T10:00:00Z").bytes())
    eerste = answer_rows(cellen)[0]
    ouder = cellen | {(eerste, STATUS): "wordt niet opgepakt", (eerste, PLANNING): "merk-cuijk-ouder"}
    (map_ / "Cuijk (1).xlsx").write_bytes(draw(ouder, opgeslagen="2019-05-02T10:00:00Z").bytes())


def grave(map_: Path) -> None:
    """Cut off on the way: not to be read."""
    heel = draw(marked_cells("Grave")).bytes()
    (map_ / NAAM.format("Grave")).write_bytes(heel[: len(heel) // 2])


def landerd(map_: Path) -> None:
    """Merged over answers, a row hidden, an outcome of a formula, a cell twice, and an invisible control character."""
    cellen: dict[tuple[int, int], str | Cel] = {**marked_cells("Landerd")}
    rijen = answer_rows(marked_cells("Landerd"))
    cellen[rijen[2], PLANNING] = Cel("merk-landerd-formule", formule='"merk-landerd-"&"formule"')
    boek = draw(cellen, met_adressen=True)
    sheet = boek.sheets[0]
    sheet.na = f'<mergeCells><mergeCell ref="D{rijen[0]}:E{rijen[1]}"/></mergeCells>'
    sheet.verborgen_rijen = (rijen[3],)
    sheet.dubbel = [(f"E{rijen[4]}", Cel("merk-landerd-dubbel"))]
    delen = boek.delen()
    blad = "xl/worksheets/sheet1.xml"
    delen[blad] = delen[blad].replace(b"merk-landerd-formule</v>", b"merk-landerd-formule\x0b</v>")
    (map_ / NAAM.format("Landerd")).write_bytes(pack(delen))


def mill(map_: Path) -> None:
    """Notes above the table, beside it and on a sheet of their own; a comment; and answers in colour only."""
    cellen: dict[tuple[int, int], str | Cel] = {**marked_cells("Mill en Sint Hubert")}
    rijen = answer_rows(marked_cells("Mill en Sint Hubert"))
    cellen[3, 4] = "merk-mill-bovenaan"
    cellen[rijen[0], 11] = "merk-mill-ernaast"
    cellen[rijen[1], STATUS] = Cel(t="n", fill="00B050")
    boek = draw(cellen)
    boek.sheets = [*boek.sheets, RawSheet("Kladblad", {"B2": Cel("merk-mill-kladblad")})]
    opmerking = f'<comments><commentList><comment ref="D{rijen[2]}"><text><t>merk-mill-opmerking</t></text></comment>'
    rels = '<Relationships><Relationship Id="r1" Type="x/comments" Target="../comments1.xml"/></Relationships>'
    delen = {
        **boek.delen(),
        "xl/worksheets/_rels/sheet1.xml.rels": rels.encode(),
        "xl/comments1.xml": f"{opmerking}</commentList></comments>".encode(),
    }
    (map_ / "van Mill.xlsx").write_bytes(pack(delen))


def sint_anthonis(map_: Path) -> None:
    """Kept in the old format, under the name of the new one."""
    (map_ / NAAM.format("Sint Anthonis")).write_bytes(draw_xls(marked_cells("Sint Anthonis")))


def uden(map_: Path) -> None:
    """In a zip, behind the password that Excel itself uses; misspelt, an actie of its own, a number changed."""
    cellen = marked_cells("Uden")
    del cellen[2, 1]
    rijen = answer_rows(cellen)
    cellen[rijen[0], STATUS] = "voltoid"
    cellen[rijen[1], STATUS] = "nog even afwachten merk-uden-status"
    cellen[rijen[2], NR] = "9.9.9"
    cellen[rijen[2], ACTIE] = "Iets wat niemand kent merk-uden-eigen"
    cellen[rijen[3], PLANNING] = "merk-uden-regel1\nmerk-uden-regel2"
    inhoud = encrypted("VelvetSweatshop", pack({**draw(cellen).delen(), **VULLING}))
    (map_ / "mail.zip").write_bytes(pack({"bijlagen/Invulblad Uden.xlsx": inhoud}))


SPOILERS: dict[str, Callable[[Path], None]] = {
    "Boekel": boekel,
    "Boxmeer": boxmeer,
    "Cuijk": cuijk,
    "Grave": grave,
    "Landerd": landerd,
    "Mill en Sint Hubert": mill,
    "Sint Anthonis": sint_anthonis,
    "Uden": uden,
}
EXTRA = {
    "merk-boxmeer-opmerking", "merk-cuijk-ouder", "merk-landerd-formule", "merk-landerd-dubbel", "merk-mill-bovenaan",
    "merk-mill-ernaast", "merk-mill-kladblad", "merk-mill-opmerking", "merk-uden-status", "merk-uden-eigen",
    "merk-uden-regel1", "merk-uden-regel2",
}  # fmt: skip
"""What was typed elsewhere than in an answer."""
