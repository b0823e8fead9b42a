"""How a sheet comes out of a printer, in the words of the library that writes it."""

from collections.abc import Mapping
from typing import Any

from actieplan_xl.writing.pagina import MARGE_BOVEN, MARGE_OPZIJ, fit_pages
from actieplan_xl.writing.sheet import Sheet


def set_page(blad: Any, sheet: Sheet, hoogtes: Mapping[int, float]) -> None:
    """Set paper, margins, pages and what heads each of them."""
    opmaak = sheet.print
    blad.set_paper(opmaak.papier)
    if opmaak.liggend:
        blad.set_landscape()
    pagina = fit_pages(sheet, hoogtes)
    if pagina and pagina.schaal:
        blad.set_print_scale(pagina.schaal)
        blad.set_h_pagebreaks([rij - 1 for rij in pagina.begin_rijen])
        blad.set_v_pagebreaks([kolom - 1 for kolom in pagina.begin_kolommen])
    else:
        blad.fit_to_pages(1, 1 if opmaak.is_een_pagina or pagina else 0)
    blad.center_horizontally()
    blad.set_margins(left=MARGE_OPZIJ, right=MARGE_OPZIJ, top=MARGE_BOVEN, bottom=MARGE_BOVEN)
    if opmaak.herhaal_kolommen:
        blad.repeat_columns(0, opmaak.herhaal_kolommen - 1)
    if opmaak.herhaal:
        blad.repeat_rows(opmaak.herhaal[0] - 1, opmaak.herhaal[1] - 1)
    if opmaak.tot:
        blad.print_area(0, 0, opmaak.tot[0] - 1, opmaak.tot[1] - 1)
    if opmaak.koptekst:
        blad.set_header(opmaak.koptekst)
    if opmaak.voettekst:
        blad.set_footer(opmaak.voettekst)
