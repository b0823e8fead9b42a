"""A gemeente's own workbook with what there is to mend added to it. The only module that knows openpyxl.

openpyxl reads and writes the whole workbook; what it leaves behind is put right afterwards (`herstelwerk`), and what
comes out is read with our own reader: unless every cell says what it said, this way is not taken.
"""

import io
import re
import warnings
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from actieplan_xl.domain.adres import Plaats, format_adres
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.plan import Plan
from actieplan_xl.domain.vasttekst import Vast, encode_vast
from actieplan_xl.domain.words import EIGEN_ACTIES, HERSTEL_KOLOMMEN, Bladen, fold
from actieplan_xl.reading.eigen_teksten import split_ours
from actieplan_xl.reading.formulier import read_formulieren
from actieplan_xl.reading.tabel import find_kop
from actieplan_xl.reading.verborgen import RETOUR_VAN, VAST, Verborgen, find_vast, is_verborgen_blad, read_verborgen
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.boek import Sheet as Gelezenblad
from actieplan_xl.reading.werkboek.boek import Werkboek
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.rules.herstel import Herstel
from actieplan_xl.writing import styles
from actieplan_xl.writing.drawing import AUTEUR, comment_size, row_heights
from actieplan_xl.writing.invulblad import own_marks
from actieplan_xl.writing.nabewerking import escape_codes
from actieplan_xl.writing.retour.herstelwerk import put_right
from actieplan_xl.writing.retour.te_herstellen import Doel, build_te_herstellen, comments, own_place
from actieplan_xl.writing.sheet import Link, Print, Sheet
from actieplan_xl.writing.styles import Style
from actieplan_xl.writing.vervolg import chunks


def build_eigen(plan: Plan, herstel: Herstel, bestand: Bestand, origineel: Werkboek) -> bytes | None:
    """Return the workbook with a first sheet `Te herstellen` and comments; None when anything in it would be lost."""
    bekend = read_verborgen(origineel)
    blad = build_te_herstellen(plan, herstel, own_place)
    opmerkingen = comments(herstel.bevindingen, own_place)
    vast = bekend.vast or Vast.make(_untold_texts(origineel, plan, herstel))
    try:
        van = herstel.gemaakt_van - bekend.retour_van
        inhoud = put_right(*_add(bestand, blad, opmerkingen, vast, bekend.vast is not None, van), origineel)
        is_heel = _is_whole(origineel, open_werkboek(Bestand(bestand.naam, inhoud)), bekend)
    except BestandError:
        return None
    except Exception:  # noqa: BLE001  openpyxl raises what its parsers raise; a fresh invulblad loses nothing
        return None
    return inhoud if is_heel else None


def _untold_texts(origineel: Werkboek, plan: Plan, herstel: Herstel) -> dict[str, dict[Plaats, str]]:
    """Return the texts around the table that reading took for ours without knowing: from now on it is known."""
    gemeld = {(b.plek.blad, b.plek.cel) for b in herstel.inzending.bevindingen} if herstel.inzending else set()
    teksten: dict[str, dict[Plaats, str]] = {}
    for formulier in read_formulieren(origineel, plan):
        leeswijzer = origineel.find_sheet(Bladen.LEESWIJZER)
        kalenders = [(Bladen.COMMUNICATIE, blad) for blad in formulier.communicatie]
        lezers = [(Bladen.LEESWIJZER, leeswijzer)] if leeswijzer else []
        for naam, sheet in ((Bladen.INVULBLAD, formulier.sheet), *kalenders, *lezers):
            for plaats, tekst in sheet.texts():
                is_rond = sheet is not formulier.sheet or plaats in formulier.boven
                is_kopje = fold(tekst).startswith(fold(EIGEN_ACTIES))
                if (is_rond or is_kopje) and (sheet.naam, format_adres(plaats)) not in gemeld:
                    teksten.setdefault(naam, {})[plaats] = tekst
    return teksten


def _add(
    bestand: Bestand,
    blad: Sheet,
    opmerkingen: Mapping[Doel, str],
    vast: Vast,
    is_bekend: bool,
    van: frozenset[str],
) -> tuple[bytes, list[str]]:
    """Return the workbook as openpyxl saves it, and the names of its sheets in order."""
    import openpyxl  # noqa: PLC0415  loads only when used
    from openpyxl.packaging.custom import CustomPropertyList  # noqa: PLC0415

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it warns for, the guard looked for and the comparison finds
        boek = openpyxl.load_workbook(io.BytesIO(bestand.inhoud), rich_text=True)
        boek.template = False
        _remove_ours(boek, vast)
        _put_comments(boek, opmerkingen)
        eerste = boek.create_sheet(Bladen.TE_HERSTELLEN, 0)
        _draw(eerste, blad)
        erbij = Vast.make({}, opmerkingen.values()).joined(own_marks((replace(blad, naam=eerste.title),)))
        _put_marks(boek, erbij if is_bekend else vast.joined(erbij))
        _put_retour_van(boek, van)
        setattr(boek, "custom_doc_props", CustomPropertyList())  # noqa: B010  not in its stubs: labels, names of people
        boek.active = 0
        for sheet in boek.worksheets:
            sheet.sheet_view.tabSelected = sheet.title == Bladen.TE_HERSTELLEN
        uit = io.BytesIO()
        boek.save(uit)
    return uit.getvalue(), [sheet.title for sheet in boek.worksheets]


def _remove_ours(boek: Any, vast: Vast) -> None:
    """Take away what an earlier retour added: its sheet, and the part of comments that is ours."""
    for sheet in [s for s in boek.worksheets if _TE_HERSTELLEN.fullmatch(s.title)]:
        teksten = {(cell.row, cell.column): str(cell.value) for cell in _cells(sheet) if cell.value is not None}
        if len(vast.find_ours(sheet.title, teksten)) == len(teksten):
            boek.remove(sheet)
    for cell in (cell for sheet in boek.worksheets for cell in _cells(sheet) if cell.comment):
        van_hen, van_ons = split_ours(cell.comment.text, [vast])
        if van_ons:
            cell.comment = _comment(van_hen, cell.comment.author) if van_hen else None


_TE_HERSTELLEN = re.compile(rf"{Bladen.TE_HERSTELLEN}\d*")


def _cells(sheet: Any) -> list[Any]:
    """Return the cells that are there: to walk over all rows and columns would make every one in between."""
    return list(sheet._cells.values())


def _put_comments(boek: Any, opmerkingen: Mapping[Doel, str]) -> None:
    """Put our comment on a cell, below what the gemeente wrote there itself."""
    for (naam, (rij, kolom)), tekst in opmerkingen.items():
        cell = boek[naam].cell(rij, kolom)
        eerder = cell.comment
        heel = f"{eerder.text.strip()}\n\n{tekst}" if eerder else tekst
        cell.comment = _comment(heel, eerder.author if eerder else AUTEUR)


def _comment(tekst: str, auteur: str) -> Any:
    from openpyxl.comments import Comment  # noqa: PLC0415

    breed, hoog = comment_size(tekst)
    return Comment(tekst, auteur, width=breed, height=hoog)


def _put_marks(boek: Any, vast: Vast) -> None:
    """Let the hidden sheet know which texts are ours, so that reading the retour tells none of them."""
    verborgen = next((s for s in boek.worksheets if s.title.startswith(Bladen.VERBORGEN)), None)
    if verborgen is None:
        verborgen = boek.create_sheet(Bladen.VERBORGEN)
        verborgen.sheet_state = "veryHidden"
    eerder = {str(cell.value) for cell in _cells(verborgen) if cell.column == 1}
    naam = next(naam for nummer in count(2) if (naam := f"{VAST} {nummer}") not in eerder)
    for rij, brok in enumerate(chunks(encode_vast(vast)), verborgen.max_row + 1):
        verborgen.cell(rij, 1, naam)
        verborgen.cell(rij, 2, brok)


def _put_retour_van(boek: Any, van: frozenset[str]) -> None:
    """Let the hidden sheet know which files this retour was made from, beside those of earlier ones."""
    verborgen = next(s for s in boek.worksheets if s.title.startswith(Bladen.VERBORGEN))
    for rij, sha256 in enumerate(sorted(van), verborgen.max_row + 1):
        verborgen.cell(rij, 1, RETOUR_VAN)
        verborgen.cell(rij, 2, sha256)


def _draw(doel: Any, blad: Sheet) -> None:
    """Draw one of our sheets with openpyxl: what `drawing` does with xlsxwriter, as far as this sheet needs."""
    stijlen: dict[Style, dict[str, Any]] = {}
    for (rij, kolom), cell in sorted(blad.cells.items()):
        plek = doel.cell(rij, kolom)
        value = cell.value
        if value is not None:
            plek.value = escape_codes(value.tekst if isinstance(value, Link) else str(value))
            plek.data_type = "s"  # a text that begins with = is a text
        if isinstance(value, Link):
            plek.hyperlink = _hyperlink(plek.coordinate, value)
        for naam, waarde in stijlen.setdefault(cell.style, _look(cell.style)).items():
            setattr(plek, naam, waarde)
    for bereik in blad.samengevoegd:
        doel.merge_cells(str(bereik))
    for kolom, breedte in blad.breedtes.items():
        doel.column_dimensions[chr(64 + kolom)].width = breedte
    for rij, hoogte in row_heights(blad).items():
        doel.row_dimensions[rij].height = hoogte
    doel.freeze_panes = doel.cell(*(plaats + 1 for plaats in blad.bevroren or (0, 0)))
    doel.sheet_view.showGridLines = False
    doel.sheet_properties.tabColor = blad.tabkleur
    doel.protection.sheet = blad.is_beveiligd
    _set_paper(doel, blad.print)


def _set_paper(doel: Any, opmaak: Print) -> None:
    doel.page_setup.orientation = "landscape"
    doel.page_setup.paperSize = opmaak.papier
    doel.sheet_properties.pageSetUpPr.fitToPage = True
    doel.page_setup.fitToHeight = 0
    doel.page_margins.left = doel.page_margins.right = 0.4
    doel.page_margins.top = doel.page_margins.bottom = 0.6
    doel.page_margins.header = doel.page_margins.footer = 0.3
    for kant, tekst in ((doel.oddHeader, opmaak.koptekst), (doel.oddFooter, opmaak.voettekst)):
        for letter, deel in _DEEL.findall(tekst):
            vak = {"L": kant.left, "C": kant.center, "R": kant.right}[letter]
            vak.text, vak.size = deel.strip(), 9
    doel.print_title_rows = ":".join(map(str, opmaak.herhaal or ()))


# A header is written as "&L&9left&C&9middle&R&9right".
_DEEL = re.compile(r"&([LCR])&9((?:(?!&[LCR]&9).)*)", re.DOTALL)


def _hyperlink(waar: str, link: Link) -> Any:
    from openpyxl.worksheet.hyperlink import Hyperlink  # noqa: PLC0415

    return Hyperlink(ref=waar, location=link.doel, display=link.tekst)


def _look(style: Style) -> dict[str, Any]:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: PLC0415

    rand = Side("thin", color=style.rand) if style.rand else Side()
    return {
        "font": Font(
            name=styles.LETTERTYPE,
            size=style.grootte,
            bold=style.vet,
            italic=style.cursief,
            color=f"FF{style.kleur}",
            underline="single" if style.is_link else None,
        ),
        "fill": PatternFill("solid", fgColor=f"FF{style.vlak}") if style.vlak else PatternFill(),
        "border": Border(left=rand, right=rand, top=rand, bottom=rand),
        "alignment": Alignment(
            horizontal=style.horizontaal,
            vertical=style.verticaal,
            wrap_text=style.terugloop,
            indent=style.inspringing,
        ),
        "number_format": style.getalformaat,
    }


def _is_whole(origineel: Werkboek, aangevuld: Werkboek, bekend: Verborgen) -> bool:
    """Whether every cell of every sheet says what it said and looks as it did, and nothing hangs on it less."""
    nieuw = {sheet.naam: sheet for sheet in aangevuld.sheets}
    for sheet in origineel.sheets:
        if is_verborgen_blad(sheet) or _is_earlier_herstel(sheet):
            continue
        ander = nieuw.get(sheet.naam)
        if ander is None or sheet.inhoud.dubbel or not all(deel(sheet) == deel(ander) for deel in _GELIJK):
            return False
        plaatsen = sheet.inhoud.cells.keys() | ander.inhoud.cells.keys()
        if any(sheet.kleur(*plaats) is not ander.kleur(*plaats) for plaats in plaatsen):
            return False
        if not _formulas_kept(sheet.inhoud.formules, ander.inhoud.formules):
            return False
    return _comments_kept(origineel, aangevuld) and read_verborgen(aangevuld).plan == bekend.plan


def _is_earlier_herstel(sheet: Gelezenblad) -> bool:
    """Whether this is the list of an earlier retour; a sheet of hers may well be called the same."""
    return sheet.naam == Bladen.TE_HERSTELLEN and find_kop(sheet, HERSTEL_KOLOMMEN) is not None


_GELIJK: tuple[Callable[[Gelezenblad], object], ...] = (
    lambda sheet: dict(sheet.texts()),
    lambda sheet: sheet.staat,
    lambda sheet: sheet.doorgehaald,
    lambda sheet: sheet.inhoud.koppelingen,
    lambda sheet: sorted(sheet.inhoud.samengevoegd),
    lambda sheet: sheet.inhoud.verborgen_rijen,
    lambda sheet: {kolom for van, tot in sheet.inhoud.verborgen_kolommen for kolom in range(van, tot + 1)},
)
"""What of a sheet has to be the same, beside the colour of its cells and their formulas."""


def _formulas_kept(voor: Mapping[Plaats, str], na: Mapping[Plaats, str]) -> bool:
    """Whether every formula is still there; one that was shared with other cells is written out by openpyxl."""
    return voor.keys() == na.keys() and all(formule in ("", na[plaats]) for plaats, formule in voor.items())


def _comments_kept(origineel: Werkboek, aangevuld: Werkboek) -> bool:
    """Whether everything that hung beside the cells still does, the comments to the letter."""
    voor, na = (
        {(b.code, b.plek.blad, b.plek.cel, str(b.waarden)) for b in boek.find_aanhang(_strip(boek))}
        for boek in (origineel, aangevuld)
    )
    return voor <= na


def _strip(boek: Werkboek) -> Callable[[str], str]:
    vast = find_vast(boek)
    return lambda tekst: split_ours(tekst, vast)[0]
