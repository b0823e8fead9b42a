"""The content of an .ods → its sheets with their cells, comments and text boxes: one walk through one part.

What is repeated (`number-rows-repeated="1048571"`) is only unfolded where something stands in it.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from actieplan_xl.domain.adres import KOLOMMEN, format_adres
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.reading.werkboek import grenzen
from actieplan_xl.reading.werkboek.aanhang import Aanhang
from actieplan_xl.reading.werkboek.cells import Cell, SheetInhoud, Soort
from actieplan_xl.reading.werkboek.odscel import make_cell, without_layout
from actieplan_xl.reading.werkboek.odsstijlen import OdsStijlen, local
from actieplan_xl.reading.werkboek.package import Package
from actieplan_xl.reading.werkboek.xmldeel import CloseTag, OpenTag

_EXTERN = re.compile(r"'(?:[a-z]+:)?/.*'#")
_KLEURKOLOMMEN = 64
_NIET_VAN_EEN_BLAD = ("tracked-changes", "dde-links")
_VORMEN = (
    "text-box", "custom-shape", "rect", "ellipse", "circle", "caption", "line", "polygon", "polyline",
    "regular-polygon", "path", "connector", "measure",
)  # fmt: skip


@dataclass
class OdsTabel:
    """One sheet as found."""

    naam: str
    staat: str
    inhoud: SheetInhoud = field(default_factory=SheetInhoud)


class OdsLezer:
    """Collects sheets while the content is walked through. `algemeen` are the styles of the part beside it."""

    def __init__(self, package: Package, algemeen: OdsStijlen):
        self.package = package
        self.stijlen = algemeen
        self.tabellen: list[OdsTabel] = []
        self.aanhang = Aanhang(package.bestand.naam)
        self.negeer = 0
        self.is_rekenblad = False
        self.in_extern = False
        self.gekoppeld = 0
        self.spaties = 0
        self.rijstijl = ""
        self.is_verborgen_rij = False
        self.rij = self.kolom = self.herhaal = self.aantal = 0
        self.kolomstijlen: list[tuple[int, str]] = []
        self.rijcellen: list[tuple[int, Cell, str]] = []
        self.cel: dict[str, str] | None = None
        self.voorwerpen: dict[str, int] = {}
        self.in_frame = "afbeelding"
        self.alineas: list[str] = []
        self.alinea: list[str] | None = None
        self.doorgehaald: list[str] = []
        self.spans: list[bool] = []
        self.koppeling = ""
        self.has_auteur = False
        self.bewaard: list[tuple[list[str], list[str] | None]] = []
        self.starts: dict[str, OpenTag] = self.stijlen.starts | {
            "spreadsheet": self._start_spreadsheet,
            "table": self._start_table,
            "table-source": self._start_source,
            "table-column": self._start_column,
            "table-row": self._start_row,
            "table-cell": self._start_cell,
            "covered-table-cell": self._start_cell,
            "p": self._start_paragraph,
            "s": self._spaces,
            "tab": lambda _: self._add("\t"),
            "line-break": lambda _: self._add("\n"),
            "span": self._start_span,
            "a": self._start_link,
            "annotation": self._start_annotation,
            "creator": self._note_author,
            "frame": self._start_frame,
            "image": lambda _: self._count(self.in_frame),
            "object": self._start_object,
            "control": lambda _: self._count("besturing"),
            **dict.fromkeys(_VORMEN, self._start_aside),
            **dict.fromkeys(_NIET_VAN_EEN_BLAD, self._start_ignored),
        }
        self.ends: dict[str, CloseTag] = self.stijlen.ends | {
            "table": self._end_table,
            "table-row": self._end_row,
            "table-cell": self._end_cell,
            "covered-table-cell": self._end_cell,
            "p": self._end_paragraph,
            "span": self._end_span,
            "annotation": self._end_annotation,
            "frame": self._end_shape,
            **dict.fromkeys(_VORMEN, self._end_shape),
            **dict.fromkeys(_NIET_VAN_EEN_BLAD, self._end_ignored),
        }

    @property
    def blad(self) -> str:
        """The name of the sheet that is being read."""
        return self.tabellen[-1].naam if self.tabellen else ""

    @property
    def adres(self) -> str:
        """The address of the cell that is being read; "" between cells."""
        return format_adres((self.rij, max(self.kolom, 1))) if self.cel is not None else ""

    def text(self, tekst: str) -> None:
        """Take a piece of text; white space that lays out the XML is one space, as ODF has it."""
        if self.alinea is not None:
            self._add(without_layout(tekst))
        else:
            self.stijlen.text(tekst)

    def _add(self, tekst: str) -> None:
        if self.alinea is not None:
            self.alinea.append(tekst)
            if any(self.spans) and not self.bewaard:
                self.doorgehaald.append(tekst)

    def _start_span(self, attributen: dict[str, str]) -> None:
        self.spans.append(local(attributen, "text:style-name") in self.stijlen.doorgehaald)

    def _end_span(self) -> None:
        self.spans.pop()

    def _start_link(self, attributen: dict[str, str]) -> None:
        doel = local(attributen, "xlink:href")
        if self.cel is not None and not self.bewaard and not doel.startswith("#"):
            self.koppeling = doel

    def _spaces(self, attributen: dict[str, str]) -> None:
        aantal = min(_number(local(attributen, "text:c")), grenzen.CEL_TEKENS)
        self.spaties += aantal
        if self.spaties > grenzen.CELLEN:
            raise self.package.bestand.weiger(Code.BESTAND_TE_GROOT, wat="het aantal spaties", grens="2 miljoen")
        self._add(" " * aantal)

    def _start_spreadsheet(self, _: dict[str, str]) -> None:
        self.is_rekenblad = True

    def _start_ignored(self, _: dict[str, str]) -> None:
        self.negeer += 1

    def _end_ignored(self) -> None:
        self.negeer -= 1

    def _start_table(self, attributen: dict[str, str]) -> None:
        if self.negeer:
            return
        if len(self.tabellen) >= grenzen.WERKBLADEN:
            grens = f"{grenzen.WERKBLADEN}"
            raise self.package.bestand.weiger(Code.BESTAND_TE_GROOT, wat="het aantal werkbladen", grens=grens)
        if not self.tabellen:
            self.stijlen.index_all()
        is_weg = local(attributen, "table:style-name") in self.stijlen.verborgen_tabellen
        self.tabellen.append(OdsTabel(local(attributen, "table:name"), "hidden" if is_weg else "visible"))
        self.rij = self.kolom = 0
        self.kolomstijlen = []
        self.voorwerpen = {}

    def _start_source(self, attributen: dict[str, str]) -> None:
        """What a formula saw in another file is kept as a sheet that nobody sees: no sheet of this file."""
        if self.tabellen and not self.negeer and _EXTERN.match(self.blad):
            self.tabellen.pop()
            self.gekoppeld += 1
            self.negeer += 1
            self.in_extern = True

    def _end_table(self) -> None:
        if self.in_extern:
            self.in_extern = False
            self.negeer -= 1
        elif not self.negeer:
            for soort, aantal in self.voorwerpen.items():
                self.aanhang.count(soort, self.blad, aantal)

    def _start_column(self, attributen: dict[str, str]) -> None:
        if self.negeer or not self.tabellen:
            return
        eerder = self.kolomstijlen[-1][0] if self.kolomstijlen else 0
        tot = min(eerder + _number(local(attributen, "table:number-columns-repeated")), KOLOMMEN)
        self.kolomstijlen.append((tot, local(attributen, "table:default-cell-style-name")))
        if local(attributen, "table:visibility") in ("collapse", "filter"):
            self.tabellen[-1].inhoud.verborgen_kolommen.append((eerder + 1, tot))

    def _start_row(self, attributen: dict[str, str]) -> None:
        self.rij += 1
        self.kolom = 0
        self.rijcellen = []
        self.herhaal = _number(local(attributen, "table:number-rows-repeated"))
        self.rijstijl = local(attributen, "table:default-cell-style-name")
        self.is_verborgen_rij = local(attributen, "table:visibility") in ("collapse", "filter")

    def _end_row(self) -> None:
        if self.negeer or not self.tabellen:
            return
        inhoud = self.tabellen[-1].inhoud
        # A column coloured down to the last row says nothing there; a value that is repeated does.
        keer = self.herhaal if any(cell.soort is not Soort.LEEG for _, cell, _ in self.rijcellen) else 1
        self._check_size(len(self.rijcellen) * (keer - 1))
        if self.rijcellen and self.is_verborgen_rij:
            inhoud.verborgen_rijen.update(range(self.rij, self.rij + keer))
        for rij in range(self.rij, self.rij + keer):
            for kolom, cell, formule in self.rijcellen:
                inhoud.cells[rij, kolom] = cell
                if formule:
                    inhoud.formules[rij, kolom] = formule
        self.rij += self.herhaal - 1

    def _check_size(self, erbij: int) -> None:
        self.aantal += erbij
        if self.aantal > grenzen.CELLEN:
            raise self.package.bestand.weiger(Code.BESTAND_TE_GROOT, wat="het aantal cellen", grens="2 miljoen")

    def _start_cell(self, attributen: dict[str, str]) -> None:
        self.cel = attributen
        self.kolom += 1
        self.alineas, self.doorgehaald, self.koppeling = [], [], ""

    def _end_cell(self) -> None:
        attributen, self.cel = self.cel or {}, None
        herhaal = _number(local(attributen, "table:number-columns-repeated"))
        if not self.negeer and self.tabellen:
            self._keep_cell(attributen, herhaal)
        self.kolom += herhaal - 1

    def _keep_cell(self, attributen: dict[str, str], herhaal: int) -> None:
        naam = local(attributen, "table:style-name") or self.rijstijl or self._column_style()
        self._note_merge(attributen)
        stijl = self.stijlen.index(naam)
        toont_tijd = bool(self.stijlen.stijlen.number_format(stijl)[1])
        cell = make_cell(attributen, "\n".join(self.alineas), stijl, toont_tijd)
        if cell.soort is Soort.LEEG and cell.stijl not in self.stijlen.stijlen.gekleurd:
            return
        # A row coloured to its end has sixteen thousand cells of which a form has a handful.
        door, inhoud = "".join(self.doorgehaald).strip(), self.tabellen[-1].inhoud
        inhoud.doorgehaald |= {(self.rij, self.kolom): door} if door else {}
        inhoud.koppelingen |= {(self.rij, self.kolom): self.koppeling} if self.koppeling else {}
        keer = herhaal if cell.soort is not Soort.LEEG else min(herhaal, _KLEURKOLOMMEN)
        self._check_size(keer)
        formule = local(attributen, "table:formula")
        self.rijcellen += [(kolom, cell, formule) for kolom in range(self.kolom, self.kolom + keer)]

    def _note_merge(self, attributen: dict[str, str]) -> None:
        breed = _number(local(attributen, "table:number-columns-spanned"))
        hoog = _number(local(attributen, "table:number-rows-spanned"))
        if breed * hoog > 1:
            eind = format_adres((self.rij + hoog - 1, self.kolom + breed - 1))
            self.tabellen[-1].inhoud.samengevoegd.append(f"{format_adres((self.rij, self.kolom))}:{eind}")

    def _column_style(self) -> str:
        plaats = bisect_left(self.kolomstijlen, (self.kolom, ""))
        return self.kolomstijlen[plaats][1] if plaats < len(self.kolomstijlen) else ""

    def _start_paragraph(self, _: dict[str, str]) -> None:
        if self.cel is not None or self.bewaard:
            self.alinea = []

    def _end_paragraph(self) -> None:
        if self.alinea is not None:
            self.alineas.append("".join(self.alinea))
            self.alinea = None

    def _start_aside(self, _: dict[str, str]) -> None:
        self.bewaard.append((self.alineas, self.alinea))
        self.alineas, self.alinea = [], None

    def _end_aside(self) -> str:
        tekst = "\n".join(self.alineas)
        self.alineas, self.alinea = self.bewaard.pop()
        return "" if self.negeer else tekst

    def _start_annotation(self, attributen: dict[str, str]) -> None:
        self._start_aside(attributen)
        self.has_auteur = False

    def _note_author(self, _: dict[str, str]) -> None:
        self.has_auteur = True

    def _end_annotation(self) -> None:
        self.aanhang.add_opmerking(self.blad, self.adres, self._end_aside(), has_auteur=self.has_auteur)

    def _end_shape(self) -> None:
        self.aanhang.add_tekstvak(self.blad, self.adres, self._end_aside())

    def _start_frame(self, attributen: dict[str, str]) -> None:
        self._start_aside(attributen)
        self.in_frame = "afbeelding"

    def _start_object(self, _: dict[str, str]) -> None:
        self._count("grafiek")
        self.in_frame = ""  # the picture beside an object only shows what the object is

    def _count(self, soort: str) -> None:
        if soort:
            self.voorwerpen[soort] = self.voorwerpen.get(soort, 0) + 1


def _number(tekst: str) -> int:
    return max(int(tekst), 1) if tekst.isascii() and tekst.isdigit() and len(tekst) < 9 else 1
