"""The XML of one sheet of an .xlsx → its cells, whatever the sheet declares about its own size.

Rows and cells may come in any order, without addresses, under merges or hidden: everything that is there is read.
Nearly every program writes its cells in the same plain form; those are taken out by pattern first (`platxml`), which
is where a round gets its speed. Expat walks over what is left, and over all of it when any cell is not so plain.
"""

from collections.abc import Iterable
from functools import lru_cache

from actieplan_xl.domain.adres import KOLOMMEN, RIJEN, Plaats, format_kolom, parse_adres
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.werkboek import grenzen, platxml
from actieplan_xl.reading.werkboek.cells import Cell, SheetInhoud, Soort
from actieplan_xl.reading.werkboek.package import Package
from actieplan_xl.reading.werkboek.relaties import read_relaties
from actieplan_xl.reading.werkboek.stijlen import is_on
from actieplan_xl.reading.werkboek.teksten import unescape
from actieplan_xl.reading.werkboek.xlsxcel import WAAR, Bladbron, Ruwecel, Verzamelaar
from actieplan_xl.reading.werkboek.xmldeel import CloseTag, OpenTag, parse

__all__ = ["Bladbron", "read_sheet"]

_LETTERS = {format_kolom(kolom): kolom for kolom in range(1, 703)}
"""Columns A to ZZ by their letters: what nearly every address begins with."""


def read_sheet(package: Package, deel: str, bron: Bladbron) -> SheetInhoud:
    """Return the cells of a sheet. Raises `BestandError` when its XML is unsafe or broken, or it holds too much."""
    plat = platxml.take_cells(package, deel)
    lezer = parse(package, deel, lambda: _BladLezer(Verzamelaar(package, bron)), plat.rest if plat else None)
    if plat:
        _add_plain(lezer.cellen, plat.cellen)
    inhoud = lezer.cellen.inhoud
    if lezer.koppelingen:
        inhoud.koppelingen = _outside(package, deel, lezer.koppelingen)
    package.cellen += len(inhoud.cells) + len(inhoud.dubbel)
    if package.cellen > grenzen.CELLEN:
        raise lezer.cellen.too_many()
    return inhoud


def _outside(package: Package, deel: str, koppelingen: Iterable[tuple[str, str]]) -> dict[Plaats, str]:
    """Return where links (range, id) lead; one of which that cannot be known leads nowhere."""
    try:
        relaties = read_relaties(package, deel)
    except BestandError as error:
        if error.bevinding.code is not Code.BESTAND_BESCHADIGD:
            raise
        return {}  # told with what else hangs on the sheet
    doelen = ((parse_adres(bereik.partition(":")[0]), relaties.get(id_)) for bereik, id_ in koppelingen)
    return {plaats: relatie.buiten for plaats, relatie in doelen if plaats and relatie and relatie.buiten}


def _add_plain(verzamelaar: Verzamelaar, cellen: Iterable[platxml.Platcel]) -> None:
    """Keep cells that were taken out; the commonest, those with a text, without any detour."""
    teksten = verzamelaar.teksten or {}
    if verzamelaar.doorgehaald:  # those make their detour
        teksten = {nummer: tekst for nummer, tekst in teksten.items() if nummer not in verzamelaar.doorgehaald}
    gekleurd = verzamelaar.gekleurd
    bewaard, formules = verzamelaar.inhoud.cells, verzamelaar.inhoud.formules
    for adres, kenmerken, formule, waarde, inline in cellen:
        if adres is None:
            continue
        stijl, soort = _parse_attributes(kenmerken)
        if waarde is None and inline is None and formule is None and stijl not in gekleurd:
            continue
        plaats = _parse_place(adres)
        kaal = formule and formule[formule.index(">") + 1 :].removesuffix("</f>")
        tekst = (teksten.get(waarde) if soort == "s" else unescape(waarde) if soort == "str" else "") if waarde else ""
        if tekst and plaats not in bewaard:
            bewaard[plaats] = _nieuw(Cell, (_TEKST, tekst, stijl))
            if kaal is not None:
                formules[plaats] = kaal
        else:
            verzamelaar.add(plaats, Ruwecel(soort, stijl, waarde, kaal, inline))


@lru_cache(maxsize=4096)
def _parse_attributes(kenmerken: str) -> tuple[int, str]:
    """Return style and kind of ` s="3" t="s"`, as platxml takes them out."""
    delen = kenmerken.split('"')[:-1]
    per_naam = dict(zip(delen[::2], delen[1::2], strict=True))
    return int(per_naam.get(" s=", "0")), per_naam.get(" t=", "n")


@lru_cache(maxsize=65_536)
def _parse_place(adres: str) -> Plaats:
    """Return the place of an address; the same few thousand come back in every invulblad of a round."""
    letters = adres.rstrip("0123456789")
    return int(adres[len(letters) :]), _LETTERS[letters]


# What a NamedTuple does when it is called, without the calling.
_nieuw = tuple.__new__
_TEKST = Soort.TEKST


class _BladLezer:
    """Collects cells while expat walks; one instance per sheet."""

    def __init__(self, cellen: Verzamelaar):
        self.cellen = cellen
        self.inhoud = cellen.inhoud
        self.rij = 0
        self.geschatte_rij = ""
        self.is_verborgen = False
        self.kolom = self.sinds = 0
        self.vorig_adres = ""
        self.gekleurd = cellen.gekleurd
        self.attributen: dict[str, str] = {}
        self.waarde: str | None = None
        self.formule: str | None = None
        self.inline: str | None = None
        self.doorgehaald = ""
        self.is_door = False
        self.koppelingen: list[tuple[str, str]] = []
        self.stukken: list[str] | None = None
        self.fonetisch = 0
        self.starts: dict[str, OpenTag] = {
            "c": self._start_cell,
            "v": self._start_text,
            "row": self._start_row,
            "f": self._start_text,
            "t": self._start_inline,
            "rPh": self._start_phonetic,
            "mergeCell": self._start_merge,
            "col": self._start_column,
            "r": self._start_run,
            "strike": self._start_strike,
            "hyperlink": self._start_link,
        }
        self.ends: dict[str, CloseTag] = {
            "v": self._end_value,
            "f": self._end_formula,
            "t": self._end_inline,
            "rPh": self._end_phonetic,
            "c": self._end_cell,
        }

    def text(self, tekst: str) -> None:
        if self.stukken is not None:
            self.stukken.append(tekst)

    def _start_text(self, _: dict[str, str]) -> None:
        self.stukken = []

    def _end_value(self) -> None:
        self.waarde, self.stukken = "".join(self.stukken or ()), None

    def _end_formula(self) -> None:
        self.formule, self.stukken = "".join(self.stukken or ()), None

    def _start_inline(self, _: dict[str, str]) -> None:
        if not self.fonetisch:
            self.stukken = []

    def _end_inline(self) -> None:
        if self.stukken is not None:
            stuk, self.stukken = "".join(self.stukken), None
            self.inline = (self.inline or "") + stuk
            self.doorgehaald += stuk if self.is_door else ""

    def _start_run(self, _: dict[str, str]) -> None:
        self.is_door = False

    def _start_strike(self, attributen: dict[str, str]) -> None:
        self.is_door = is_on(attributen)

    def _start_link(self, attributen: dict[str, str]) -> None:
        if id_ := next((waarde for naam, waarde in attributen.items() if naam.rpartition(":")[2] == "id"), ""):
            self.koppelingen.append((attributen.get("ref", ""), id_))

    def _start_phonetic(self, _: dict[str, str]) -> None:
        self.fonetisch += 1

    def _end_phonetic(self) -> None:
        self.fonetisch -= 1

    def _start_merge(self, attributen: dict[str, str]) -> None:
        self.inhoud.samengevoegd.append(attributen.get("ref", ""))

    def _start_column(self, attributen: dict[str, str]) -> None:
        van, tot = _number(attributen.get("min", "")), _number(attributen.get("max", ""))
        if attributen.get("hidden") in WAAR and van and tot:
            self.inhoud.verborgen_kolommen.append((van, tot))

    def _start_row(self, attributen: dict[str, str]) -> None:
        nummer = attributen.get("r", "")
        geldig = 1 <= _number(nummer) <= RIJEN
        self.rij = int(nummer) if geldig else min(self.rij + 1, RIJEN)
        self.geschatte_rij = "" if geldig else nummer
        self.kolom = self.sinds = 0
        self.vorig_adres = ""
        is_verborgen = attributen.get("hidden") in WAAR
        self.is_verborgen = is_verborgen and not geldig
        if is_verborgen:
            self.inhoud.verborgen_rijen.add(self.rij)

    def _start_cell(self, attributen: dict[str, str]) -> None:
        self.attributen = attributen
        self.waarde = self.formule = self.inline = None
        self.doorgehaald, self.is_door = "", False

    def _end_cell(self) -> None:
        attributen = self.attributen
        adres, stijl = attributen.get("r", ""), _number(attributen.get("s", "0"))
        if self.waarde is None and self.inline is None and self.formule is None and stijl not in self.gekleurd:
            self._pass_over(adres)
            return
        onzin = self._place(adres)
        ruw = Ruwecel(attributen.get("t", "n"), stijl, self.waarde, self.formule, self.inline, self.doorgehaald)
        self.cellen.add((self.rij, self.kolom), ruw, onzin)

    def _pass_over(self, adres: str) -> None:
        """Remember where an empty cell stood, in case the next one does not say; few columns are a million long."""
        if adres:
            self.vorig_adres, self.sinds = adres, 0
        else:
            self.sinds += 1

    def _place(self, adres: str) -> str:
        """Set row and column of a cell; return the address that made no sense, or ""."""
        plaats = parse_adres(adres)
        if plaats is not None:
            self.rij, self.kolom = plaats
            if self.is_verborgen:
                self.inhoud.verborgen_rijen.add(self.rij)
        else:
            if self.vorig_adres:
                self.rij, self.kolom = parse_adres(self.vorig_adres) or (self.rij, self.kolom + 1)
            self.kolom = min(self.kolom + self.sinds + 1, KOLOMMEN)
        self.vorig_adres, self.sinds = "", 0
        return "" if plaats is not None else adres or self.geschatte_rij


def _number(tekst: str) -> int:
    """Return a number as files write it; 0 for anything else, also for what int() would understand."""
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 9 else 0
