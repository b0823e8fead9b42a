"""What an .xlsx holds besides cells, told because an answer may be in it: comments, text boxes, pictures, controls;
and what is never taken along: macros, links to other files, files inside the file.

Nothing here is read to be used. What cannot be read is told as well, and never makes the answers unreadable.
"""

import re
from collections.abc import Iterable, Sequence

from actieplan_xl.domain.adres import format_adres
from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.werkboek.aanhang import Aanhang, Strip
from actieplan_xl.reading.werkboek.meldpunt import Meldpunt
from actieplan_xl.reading.werkboek.package import Package
from actieplan_xl.reading.werkboek.relaties import Relatie, read_relaties
from actieplan_xl.reading.werkboek.teksten import unescape
from actieplan_xl.reading.werkboek.xmldeel import Element, elements

_WAARD_OM_TE_KIJKEN = re.compile(
    r"worksheets/_rels/|comment|drawing|vbaproject|embeddings/|externallinks/|activex|ctrlprops|media/|macrosheets/"
)
# In VML a comment is a note; anything else that Excel draws with it is a button or a box to tick.
_BESTURING = re.compile(rb'ObjectType\s*=\s*["\'](?!Note\b)\w')


def find_aanhangsels(
    package: Package,
    werkboekdeel: str,
    bladen: Sequence[tuple[str, str]],
    strip: Strip,
    meldpunt: Meldpunt | None = None,
) -> list[Bevinding]:
    """Return what there is to tell of a workbook; `bladen` are its sheets as (name, part)."""
    aanhang = Aanhang(package.bestand.naam)
    if any(_WAARD_OM_TE_KIJKEN.search(naam) for naam in package.names()):
        for blad, deel in bladen:
            _Blad(package, aanhang, blad, deel).tell()
        _tell_workbook(package, aanhang, werkboekdeel)
    for deel, aantal in package.ontdaan.items():  # also of what was only looked at here
        aanhang.tell(Code.STUURTEKENS, deel=deel, aantal=aantal)
    return aanhang.tell_all(strip, meldpunt)


def _tell_workbook(package: Package, aanhang: Aanhang, werkboekdeel: str) -> None:
    namen = package.names()
    if any(naam.endswith("vbaproject.bin") for naam in namen):
        aanhang.tell(Code.MACROS)
    soorten = [relatie.soort for relatie in read_relaties(package, werkboekdeel).values()]
    if aantal := soorten.count("externalLink") or sum("externallinks/externallink" in naam for naam in namen):
        aanhang.tell(Code.EXTERNE_KOPPELING, aantal=aantal)
    aanhang.count("ingesloten", "", sum("embeddings/" in naam for naam in namen))


class _Blad:
    """Tells what hangs on one sheet."""

    def __init__(self, package: Package, aanhang: Aanhang, blad: str, deel: str):
        self.package = package
        self.aanhang = aanhang
        self.blad = blad
        self.relaties = self._relations(deel)

    def tell(self) -> None:
        met_draad = set()
        for deel in self._parts("threadedComment"):
            met_draad |= self._tell_threads(self._elements(deel))
        for deel in self._parts("comments"):
            self._tell_comments(self._elements(deel), met_draad)
        for deel in self._parts("drawing"):
            self._tell_drawing(self._elements(deel))
        besturing = sum(relatie.soort in ("ctrlProp", "control") for relatie in self.relaties)
        for deel in self._parts("vmlDrawing"):
            besturing = max(besturing, len(_BESTURING.findall(self._raw(deel))))
        self.aanhang.count("besturing", self.blad, besturing)

    def _relations(self, deel: str) -> list[Relatie]:
        try:
            return list(read_relaties(self.package, deel).values())
        except BestandError as error:
            self._tell_broken(error)
            return []

    def _parts(self, soort: str) -> list[str]:
        return [r.doel for r in self.relaties if r.soort == soort and r.doel]

    def _elements(self, deel: str) -> Sequence[Element]:
        """A part that is broken is told; it hangs on the sheet, the answers do not depend on it."""
        try:
            return elements(self.package, deel)
        except BestandError as error:
            self._tell_broken(error)
            return []

    def _raw(self, deel: str) -> bytes:
        try:
            return self.package.read(deel)
        except BestandError as error:
            self._tell_broken(error)
            return b""

    def _tell_broken(self, error: BestandError) -> None:
        if error.bevinding.code is not Code.BESTAND_BESCHADIGD:
            raise error
        self.aanhang.tell(Code.AANHANG_KAPOT, self.blad, onderdeel=error.bevinding.waarden["onderdeel"])

    def _tell_threads(self, lijst: Sequence[Element]) -> set[str]:
        """Tell conversations; Excel repeats each as an old-fashioned comment, which then need not be told again."""
        gezien: set[str] = set()
        cel = ""
        for element in lijst:
            if element.naam == "threadedComment":
                cel = element.get("ref")
            elif element.naam == "text" and element.tekst.strip():
                gezien.add(cel)
                self.aanhang.add_opmerking(self.blad, cel, element.tekst)
        return gezien

    def _tell_comments(self, lijst: Sequence[Element], met_draad: set[str]) -> None:
        auteurs = [element.tekst for element in lijst if element.naam == "author"]
        for element, binnen in _groups(lijst, "comment"):
            cel = element.get("ref")
            tekst = "".join(deel.tekst for deel in binnen if deel.naam == "t" and "rPh" not in deel.pad)
            if cel not in met_draad:
                eigen, nummer = _without_author(unescape(tekst), auteurs), element.get("authorId")
                # LibreOffice keeps the line with the name, and writes a space for who it was.
                wie = auteurs[int(nummer)] if nummer in map(str, range(len(auteurs))) else ""
                self.aanhang.add_opmerking(self.blad, cel, eigen, has_auteur=bool(wie.strip()))

    def _tell_drawing(self, lijst: Sequence[Element]) -> None:
        namen = [element.naam for element in lijst]
        for naam in ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor"):
            for _, binnen in _groups(lijst, naam):
                self.aanhang.add_tekstvak(self.blad, _anchor(binnen), _paragraphs(binnen))
        self.aanhang.count("afbeelding", self.blad, namen.count("pic"))
        self.aanhang.count("grafiek", self.blad, namen.count("graphicFrame"))


def _groups(lijst: Sequence[Element], naam: str) -> Iterable[tuple[Element, list[Element]]]:
    """Yield each element of a name with the elements inside it."""
    plaatsen = [n for n, element in enumerate(lijst) if element.naam == naam]
    for plaats in plaatsen:
        diepte = len(lijst[plaats].pad)
        eind = plaats + 1
        while eind < len(lijst) and len(lijst[eind].pad) > diepte:
            eind += 1
        yield lijst[plaats], list(lijst[plaats + 1 : eind])


def _anchor(binnen: Sequence[Element]) -> str:
    """Return the cell a drawing hangs on, or "" when it hangs on none."""
    plek = {e.naam: e.tekst.strip() for e in binnen if e.ouder == "from" and e.naam in ("row", "col")}
    if not all(plek.get(naam, "").isdecimal() and len(plek[naam]) < 8 for naam in ("row", "col")):
        return ""
    return format_adres((int(plek["row"]) + 1, int(plek["col"]) + 1))


def _paragraphs(binnen: Sequence[Element]) -> str:
    alineas: list[str] = []
    for element in binnen:
        if element.naam == "p" and element.ouder == "txBody":
            alineas.append("")
        elif element.naam == "br" and alineas:
            alineas[-1] += "\n"
        elif element.naam == "t" and alineas:
            alineas[-1] += element.tekst
    return "\n".join(alineas)


def _without_author(tekst: str, auteurs: Sequence[str]) -> str:
    """Excel begins a comment with the name of who wrote it; that is nobody's business here."""
    for auteur in auteurs:
        if auteur.strip() and tekst.startswith(f"{auteur}:"):
            return tekst[len(auteur) + 1 :]
    return tekst
