"""The content of an .ods → its sheets with their cells, comments and text boxes: one walk through one part.

What is repeated (`number-rows-repeated="1048571"`) is only unfolded where something stands in it.
"""

import re
from dataclasses import dataclass, field

from actieplan_xl.domain.adres import KOLOMMEN, RIJEN, format_adres
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.reading.werkboek import grenzen
from actieplan_xl.reading.werkboek.aanhang import Aanhang
from actieplan_xl.reading.werkboek.cells import Cell, SheetInhoud, Soort
from actieplan_xl.reading.werkboek.odsstijlen import OdsStijlen, local
from actieplan_xl.reading.werkboek.package import Package
from actieplan_xl.reading.werkboek.teksten import one_newline
from actieplan_xl.reading.werkboek.xmldeel import CloseTag, OpenTag

_WIT = re.compile(r"[ \t\r\n]+")
_DUUR = re.compile(r"P(?:(\d{1,6})D)?T(?:(\d{1,7})H)?(?:(\d{1,7})M)?(?:(\d{1,7})(?:[.,]\d+)?S)?")
_FOUTWAARDE = re.compile(r"#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)|Err:\d+")
_KLEURKOLOMMEN = 64
_NIET_VAN_EEN_BLAD = ("tracked-changes", "dde-links")
_VORMEN = ("text-box", "custom-shape", "rect", "ellipse", "caption", "line", "polygon", "path", "connector")


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
        self.rij = self.kolom = self.herhaal = self.aantal = 0
        self.kolomstijlen: list[tuple[int, str]] = []
        self.rijcellen: list[tuple[int, Cell, str]] = []
        self.cel: dict[str, str] | None = None
        self.voorwerpen: dict[str, int] = {}
        self.in_frame = "afbeelding"
        self.alineas: list[str] = []
        self.alinea: list[str] | None = None
        self.bewaard: list[tuple[list[str], list[str] | None]] = []
        self.starts: dict[str, OpenTag] = self.stijlen.starts | {
            "table": self._start_table,
            "table-column": self._start_column,
            "table-row": self._start_row,
            "table-cell": self._start_cell,
            "covered-table-cell": self._start_cell,
            "p": self._start_paragraph,
            "s": self._spaces,
            "tab": lambda _: self._add("\t"),
            "line-break": lambda _: self._add("\n"),
            "annotation": self._start_aside,
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
            "annotation": self._end_annotation,
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
        """Take a piece of text; runs of white space are one space, as ODF has it."""
        if self.alinea is not None:
            self.alinea.append(_WIT.sub(" ", tekst))
        else:
            self.stijlen.text(tekst)

    def _add(self, tekst: str) -> None:
        if self.alinea is not None:
            self.alinea.append(tekst)

    def _spaces(self, attributen: dict[str, str]) -> None:
        self._add(" " * min(_number(local(attributen, "text:c")), grenzen.CEL_TEKENS))

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

    def _end_table(self) -> None:
        if not self.negeer:
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
        if local(attributen, "table:visibility") in ("collapse", "filter") and self.tabellen and self.herhaal < RIJEN:
            self.tabellen[-1].inhoud.verborgen_rijen.update(range(self.rij, min(self.rij + self.herhaal, RIJEN)))

    def _end_row(self) -> None:
        if self.negeer or not self.tabellen:
            return
        inhoud = self.tabellen[-1].inhoud
        # A column coloured down to the last row says nothing there; a value that is repeated does.
        keer = self.herhaal if any(cell.soort is not Soort.LEEG for _, cell, _ in self.rijcellen) else 1
        self._check_size(len(self.rijcellen) * (keer - 1))
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
        self.alineas = []

    def _end_cell(self) -> None:
        attributen, self.cel = self.cel or {}, None
        herhaal = _number(local(attributen, "table:number-columns-repeated"))
        if not self.negeer and self.tabellen:
            self._keep_cell(attributen, herhaal)
        self.kolom += herhaal - 1

    def _keep_cell(self, attributen: dict[str, str], herhaal: int) -> None:
        naam = local(attributen, "table:style-name") or self._column_style()
        cell = _cell(attributen, "\n".join(self.alineas), self.stijlen.index(naam))
        if cell.soort is Soort.LEEG and cell.stijl not in self.stijlen.stijlen.gekleurd:
            return
        # A row coloured to its end has sixteen thousand cells of which a form has a handful.
        keer = herhaal if cell.soort is not Soort.LEEG else min(herhaal, _KLEURKOLOMMEN)
        self._check_size(keer)
        self._note_merge(attributen)
        formule = local(attributen, "table:formula")
        self.rijcellen += [(kolom, cell, formule) for kolom in range(self.kolom, self.kolom + keer)]

    def _note_merge(self, attributen: dict[str, str]) -> None:
        breed = _number(local(attributen, "table:number-columns-spanned"))
        hoog = _number(local(attributen, "table:number-rows-spanned"))
        if breed * hoog > 1:
            eind = format_adres((self.rij + hoog - 1, self.kolom + breed - 1))
            self.tabellen[-1].inhoud.samengevoegd.append(f"{format_adres((self.rij, self.kolom))}:{eind}")

    def _column_style(self) -> str:
        return next((naam for tot, naam in self.kolomstijlen if self.kolom <= tot), "")

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

    def _end_annotation(self) -> None:
        self.aanhang.add_opmerking(self.blad, self.adres, self._end_aside())

    def _end_shape(self) -> None:
        self.aanhang.add_tekstvak(self.blad, self.adres, self._end_aside())

    def _start_frame(self, _: dict[str, str]) -> None:
        self.in_frame = "afbeelding"

    def _start_object(self, _: dict[str, str]) -> None:
        self._count("grafiek")
        self.in_frame = ""  # the picture beside an object only shows what the object is

    def _count(self, soort: str) -> None:
        if soort:
            self.voorwerpen[soort] = self.voorwerpen.get(soort, 0) + 1


def _cell(attributen: dict[str, str], tekst: str, stijl: int) -> Cell:
    soort = local(attributen, "office:value-type")
    formule = local(attributen, "table:formula")
    if attributen.get("calcext:value-type") == "error" or (formule and _FOUTWAARDE.fullmatch(tekst)):
        return Cell(Soort.FOUT, tekst, stijl)
    if soort in ("float", "percentage", "currency"):
        return Cell(Soort.GETAL if _is_number(ruw := local(attributen, "office:value")) else Soort.VREEMD, ruw, stijl)
    if soort == "date":
        return Cell(Soort.DATUM, local(attributen, "office:date-value"), stijl)
    if soort == "boolean":
        return Cell(Soort.BOOLEAAN, "1" if local(attributen, "office:boolean-value") == "true" else "0", stijl)
    if soort == "time" and (dagen := _days(local(attributen, "office:time-value"))):
        return Cell(Soort.GETAL, dagen, stijl)
    tekst = one_newline(tekst or local(attributen, "office:string-value"))
    if not tekst and formule and not soort:
        return Cell(Soort.NIET_BEREKEND, "", stijl)
    return Cell(Soort.TEKST if tekst else Soort.LEEG, tekst, stijl)


def _is_number(tekst: str) -> bool:
    try:
        getal = float(tekst)
    except ValueError:
        return False
    return "_" not in tekst and abs(getal) < float("inf")


def _days(duur: str) -> str:
    """Return a duration of ISO 8601 ("PT36H00M00S") in days, as Excel keeps it; "" for anything else."""
    gevonden = _DUUR.fullmatch(duur)
    if gevonden is None:
        return ""
    dagen, uren, minuten, seconden = (int(deel or 0) for deel in gevonden.groups())
    return repr(dagen + (uren * 3600 + minuten * 60 + seconden) / 86400)


def _number(tekst: str) -> int:
    return max(int(tekst), 1) if tekst.isascii() and tekst.isdigit() and len(tekst) < 9 else 1
