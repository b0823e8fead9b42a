"""An .xls or .xlsb → a workbook: values from a library in a process of its own, held against our own map of the file.

Where the library leaves out a value that the map has, the file is refused: better asked for again than half read.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from actieplan_xl.domain.adres import KOLOMMEN, RIJEN, Plaats, format_adres
from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.reading.werkboek import biff, grenzen, herkenning, kind, xlsb
from actieplan_xl.reading.werkboek.aanhang import Aanhang, sheet_without_cells
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.boek import Werkboek
from actieplan_xl.reading.werkboek.cells import Cell, SheetInhoud, Soort
from actieplan_xl.reading.werkboek.kaart import Kaart, Vlak
from actieplan_xl.reading.werkboek.kindproces import ask_kind
from actieplan_xl.reading.werkboek.ole import Ole
from actieplan_xl.reading.werkboek.package import Package
from actieplan_xl.reading.werkboek.stijlen import Stijlen
from actieplan_xl.reading.werkboek.teksten import bearable, one_newline

_STATEN = {"Hidden": "hidden", "VeryHidden": "veryHidden"}
_SOORTEN = {"tekst": Soort.TEKST, "getal": Soort.GETAL, "booleaan": Soort.BOOLEAAN, "datum": Soort.DATUM}
_VAST = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""Number formats that the library takes for dates, whatever the file itself says they are: Gnumeric starts at 50."""

_Getallen = Sequence[Mapping[Plaats, Cell]]
_GETAL = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")


def open_xls(bestand: Bestand, ole: Ole) -> Werkboek:
    """Return the workbook in an old container. Raises `BestandError`."""
    stroom = read_stroom(ole)
    formaten, codes = biff.read_formaten(stroom)
    eigen = {stijl for stijl, nummer in enumerate(formaten) if nummer in _VAST and nummer in codes}
    boek = _open(
        bestand,
        biff.read_kaarten(stroom),
        _stijlen(formaten, codes),
        "het oude Excel-formaat (.xls)",
        lambda: biff.read_getallen(stroom, eigen) if eigen else (),
    )
    boek.is_1904 = biff.is_1904(stroom)
    if any("VBA" in naam for naam in ole.namen):
        boek.tell(Code.MACROS)
    return boek


def has_stroom(ole: Ole) -> bool:
    """Whether there is a workbook in an old container. Raises `BestandError` when an embedded one would pass for it."""
    namen = [naam for naam in ("Workbook", "Book") if naam in ole.namen]
    if namen and ole.is_deeper(namen[0]):
        if ander := herkenning.find_other(ole.namen):
            raise ole.bestand.weiger(Code.BESTAND_ANDERE_SOORT, soort=ander)
        raise ole.bestand.weiger(Code.BESTAND_NIET_HELEMAAL, naam="er zit nog een werkboek in")
    return bool(namen)


def read_stroom(ole: Ole) -> bytes:
    """Return the records of the workbook in an old container."""
    return ole.read("Workbook" if "Workbook" in ole.namen else "Book")


def open_xlsb(package: Package, deel: str) -> Werkboek:
    """Return the workbook in a package of binary parts. Raises `BestandError`."""
    for naam in package.names():
        for _ in package.chunks(naam):
            pass  # counts what unpacks, before the child does it without counting
    kaarten = xlsb.read_kaarten(package, deel)
    stijlen = _stijlen(*xlsb.read_formaten(package, deel))
    boek = _open(package.bestand, kaarten, stijlen, "het binaire Excel-formaat (.xlsb)", tuple)
    if any(naam.endswith("vbaproject.bin") for naam in package.names()):
        boek.tell(Code.MACROS)
    aanhang = Aanhang(package.bestand.naam)
    for begin, wat in (("xl/comments", "blad met opmerkingen"), ("xl/drawings/drawing", "blad met tekeningen")):
        aanhang.count(wat, "", sum(naam.startswith(begin) for naam in package.names()))
    boek.meldingen += aanhang.tell_all(str)
    return boek


def _stijlen(formaten: Sequence[int], codes: dict[int, str]) -> Stijlen:
    """Return the styles as far as they say how a number is shown; the last one shows a duration as hours."""
    return Stijlen(fills=[None], xfs=[*((nummer, 0) for nummer in formaten), (0, 0), (46, 0)], formats=codes)


def _open(
    bestand: Bestand, kaarten: Sequence[Kaart], stijlen: Stijlen, soort: str, find_getallen: Callable[[], _Getallen]
) -> Werkboek:
    if sum(len(kaart.vlakken) for kaart in kaarten) > grenzen.CELLEN:
        raise bestand.weiger(Code.BESTAND_TE_GROOT, wat="het aantal cellen", grens="2 miljoen")
    antwoord, _ = ask_kind(bestand, "lees")
    if "fout" in antwoord:
        raise _refuse(bestand, str(antwoord["fout"]))
    bladen: list[dict[str, Any]] = antwoord["bladen"]
    if len(bladen) > grenzen.WERKBLADEN:
        raise bestand.weiger(Code.BESTAND_TE_GROOT, wat="het aantal werkbladen", grens=f"{grenzen.WERKBLADEN}")
    if (dubbel := _twice(str(blad["naam"]) for blad in bladen)) is not None:
        # The library finds a sheet by its name: of two it gives the same one twice.
        raise bestand.weiger(Code.BESTAND_NIET_HELEMAAL, naam=bearable(dubbel))
    boek = Werkboek(bestand, stijlen=stijlen)
    boek.tell(Code.FORMAAT_BEPERKT, soort=soort)
    getallen = find_getallen()
    for nummer, blad in enumerate(bladen):
        kaart = kaarten[nummer] if nummer < len(kaarten) else None
        _add_sheet(boek, blad, kaart, getallen[nummer] if nummer < len(getallen) else {})
    if not boek.sheets:
        raise bestand.weiger(Code.BESTAND_ZONDER_WERKBLAD)
    return boek


def _twice(namen: Iterable[str]) -> str | None:
    gezien: set[str] = set()
    for naam in namen:
        if naam in gezien:
            return naam
        gezien.add(naam)
    return None


def _add_sheet(boek: Werkboek, blad: dict[str, Any], kaart: Kaart | None, getallen: Mapping[Plaats, Cell]) -> None:
    naam = bearable(str(blad["naam"]))
    if blad["soort"] != "WorkSheet":
        plek = Plek(boek.bestand.naam, naam)
        if blad["soort"] == "MacroSheet":
            boek.tell(Code.MACROBLAD, plek)
        else:
            boek.tell(Code.LOS_VOORWERP, plek, wat=sheet_without_cells(str(blad["soort"])))
        return
    inhoud = SheetInhoud(cells=dict(_cells(boek, naam, blad["cellen"], kaart.stijlen if kaart else {})))
    inhoud.cells.update((plaats, cell) for plaats, cell in getallen.items() if plaats in inhoud.cells)
    for (rij, kolom), (tot_rij, tot_kolom) in blad["samengevoegd"]:
        hoeken = (format_adres((rij + 1, kolom + 1)), format_adres((tot_rij + 1, tot_kolom + 1)))
        inhoud.samengevoegd.append(":".join(hoeken))
    if kaart is None:
        raise boek.bestand.weiger(Code.BESTAND_NIET_HELEMAAL, naam=naam)
    _hold_against(boek, naam, inhoud, kaart)
    aanhang = Aanhang(boek.bestand.naam)
    aanhang.count("opmerking", naam, kaart.opmerkingen)
    aanhang.count("tekstvak", naam, kaart.tekstvakken)
    boek.meldingen += aanhang.tell_all(str)
    boek.add_sheet(naam, _STATEN.get(blad["staat"], "visible"), lambda: inhoud)


def _cells(
    boek: Werkboek, naam: str, cellen: list[list[Any]], stijlen: Mapping[Plaats, int]
) -> list[tuple[Plaats, Cell]]:
    uit: list[tuple[Plaats, Cell]] = []
    for rij, kolom, soort, ruw in cellen:
        if not (1 <= rij <= RIJEN and 1 <= kolom <= KOLOMMEN):
            continue
        stijl = stijlen.get((rij, kolom), 0)
        if soort == "duur":
            cell = Cell(Soort.GETAL, ruw, len(boek.stijlen.xfs) - 1)
        elif soort == "getal" and not _GETAL.fullmatch(ruw):
            cell = Cell(Soort.VREEMD, ruw)
        elif soort == "tekst":
            tekst = bearable(one_newline(ruw))
            if tekst != one_newline(ruw):
                boek.tell(Code.TEKENS_VERVANGEN, Plek(boek.bestand.naam, naam, format_adres((rij, kolom))))
            cell = Cell(Soort.TEKST, tekst)
        else:
            cell = Cell(_SOORTEN.get(soort, Soort.VREEMD), ruw, stijl)
        uit.append(((rij, kolom), cell))
    return uit


def _hold_against(boek: Werkboek, naam: str, inhoud: SheetInhoud, kaart: Kaart) -> None:
    """Give errors and formulas back their nature, and refuse when a value on the map was not read."""
    if kaart.dubbel:
        dubbel = Plek(boek.bestand.naam, naam, format_adres(kaart.dubbel[0]))
        raise boek.bestand.weiger(Code.BESTAND_NIET_HELEMAAL, naam=str(dubbel))
    for plaats, vlak in kaart.vlakken.items():
        if vlak in (Vlak.FOUT, Vlak.FORMULE_FOUT):
            inhoud.cells[plaats] = Cell(Soort.FOUT, kaart.fouten.get(plaats, "#FOUT"))
        elif vlak is Vlak.FORMULE and _is_without_outcome(inhoud.cells.get(plaats)):
            inhoud.cells[plaats] = Cell(Soort.NIET_BEREKEND, "")
        elif plaats not in inhoud.cells and vlak is Vlak.WAARDE:
            gemist = Plek(boek.bestand.naam, naam, format_adres(plaats))
            raise boek.bestand.weiger(Code.BESTAND_NIET_HELEMAAL, naam=str(gemist))
        if vlak in (Vlak.FORMULE, Vlak.FORMULE_FOUT):
            inhoud.formules[plaats] = ""
    inhoud.verborgen_rijen = kaart.verborgen_rijen
    inhoud.verborgen_kolommen = kaart.verborgen_kolommen


def _is_without_outcome(cell: Cell | None) -> bool:
    """Whether a formula has no outcome. LibreOffice writes a nought in an .xls where it did not calculate a text."""
    return cell is None or (cell.soort is Soort.GETAL and cell.ruw == "0")


def _refuse(bestand: Bestand, fout: str) -> BestandError:
    if fout == kind.TE_GROOT:
        return bestand.weiger(Code.BESTAND_KOST_TE_VEEL)
    if fout == kind.GEEN_UITBREIDING:
        return bestand.weiger(Code.BESTAND_GEEN_HULP)
    if fout == kind.WACHTWOORD:
        return bestand.weiger(Code.BESTAND_WACHTWOORD)
    return bestand.weiger(Code.BESTAND_BESCHADIGD, onderdeel="de inhoud")
