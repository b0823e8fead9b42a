"""What hangs on a sheet of an .xlsx beside its cells, drawn for tests: comments, conversations, drawings, controls."""

from collections.abc import Mapping, Sequence

from tekenen import Cel, RawSheet, RawWorkbook, pack

from actieplan_xl.domain.bevinding import Bevinding
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.boek import Werkboek
from actieplan_xl.reading.werkboek.openen import open_werkboek

Relatie = tuple[str, str]
"""Kind and target."""

DRAAD = "http://schemas.microsoft.com/office/2018/threadedcomments"


def parts(relaties: Sequence[Relatie], delen: Mapping[str, str | bytes], bladen: int = 1) -> dict[str, bytes]:
    """Return a workbook whose first sheet has these relations, and the parts they point to."""
    boek = RawWorkbook([RawSheet(f"Blad{n}", {"A1": Cel("voltooid")}) for n in range(1, bladen + 1)])
    uit = boek.delen() | {naam: wat if isinstance(wat, bytes) else wat.encode() for naam, wat in delen.items()}
    return uit | {"xl/worksheets/_rels/sheet1.xml.rels": relations(relaties)}


def relations(relaties: Sequence[Relatie]) -> bytes:
    """Return the part that says what a sheet refers to."""
    regels = "".join(
        f'<Relationship Id="rId{n}" Type="http://x/relationships/{soort}" Target="{doel}"/>'
        for n, (soort, doel) in enumerate(relaties, 1)
    )
    return f"<Relationships>{regels}</Relationships>".encode()


def comments(*opmerkingen: tuple[str, str], auteurs: Sequence[str] = ()) -> str:
    """Return a part with comments: address and what is in it as XML."""
    lijst = "".join(f'<comment ref="{cel}" authorId="0"><text>{xml}</text></comment>' for cel, xml in opmerkingen)
    namen = "".join(f"<author>{auteur}</author>" for auteur in auteurs)
    return f"<comments><authors>{namen}</authors><commentList>{lijst}</commentList></comments>"


def threads(*gesprekken: tuple[str, str]) -> str:
    """Return a part with conversations: address and what is in it as XML."""
    lijst = "".join(
        f'<threadedComment ref="{cel}" dT="2019-03-01T10:00:00" personId="{{P}}" id="{{{n}}}">{xml}</threadedComment>'
        for n, (cel, xml) in enumerate(gesprekken)
    )
    return f'<ThreadedComments xmlns="{DRAAD}">{lijst}</ThreadedComments>'


def drawing(*ankers: str) -> str:
    """Return a part with drawings."""
    return f'<xdr:wsDr xmlns:xdr="x" xmlns:a="a">{"".join(ankers)}</xdr:wsDr>'


def anchor(binnen: str, rij: str = "3", kolom: str = "2", soort: str = "twoCellAnchor") -> str:
    """Return a drawing that hangs on a cell; rows and columns count from 0."""
    plek = f"<xdr:from><xdr:col>{kolom}</xdr:col><xdr:row>{rij}</xdr:row></xdr:from>"
    return f"<xdr:{soort}>{plek}{binnen}</xdr:{soort}>"


def shape(*alineas: str) -> str:
    """Return a text box with these paragraphs, as XML."""
    tekst = "".join(f"<a:p>{alinea}</a:p>" for alinea in alineas)
    return f"<xdr:sp><xdr:nvSpPr/><xdr:txBody><a:bodyPr/>{tekst}</xdr:txBody></xdr:sp>"


def run(tekst: str) -> str:
    """Return a run of text in a paragraph."""
    return f"<a:r><a:rPr/><a:t>{tekst}</a:t></a:r>"


def vml(*soorten: str) -> str:
    """Return a part with old drawings: notes and controls by their kind."""
    vormen = "".join(f'<v:shape><x:ClientData ObjectType="{soort}"/></v:shape>' for soort in soorten)
    return f'<xml xmlns:v="v" xmlns:x="x">{vormen}</xml>'


def open_boek(delen: Mapping[str, bytes]) -> Werkboek:
    """Open the workbook in these parts and read its cells."""
    boek = open_werkboek(Bestand("a.xlsx", pack(delen)))
    assert [sheet.text(1, 1) for sheet in boek.sheets] == ["voltooid"] * len(boek.sheets)
    return boek


def told(delen: Mapping[str, bytes]) -> list[Bevinding]:
    """Return what is told of what hangs beside the cells."""
    return open_boek(delen).find_aanhang()
