"""Charts as plain data → charts of xlsxwriter. It is handed the workbook that is being drawn, and imports nothing.

What a bar stands for is told by a number in it, a legend and a pattern: colour is never the only thing that says so.
"""

from collections.abc import Mapping
from typing import Any

from actieplan_xl.domain import palet
from actieplan_xl.writing import styles
from actieplan_xl.writing.sheet import Chart, Series

_SOORTEN = {
    "aandelen": {"type": "bar", "subtype": "percent_stacked"},
    "lijn": {"type": "line"},
}
_ZONDER_NUL = "0;;"
"""A part of nothing has no bar, so it gets no number either."""
_STREPEN = ("solid", "dash", "round_dot", "long_dash", "dash_dot")
_TEKENS = ("circle", "square", "diamond", "triangle", "x")
_MARGE = 4
_RAND, _BOVEN, _ONDER = 0.02, 0.17, 0.84
"""Between title and legend, in parts of the chart."""
_MEE_MET_CELLEN = 1


def draw_chart(
    workbook: Any, blad: Any, grafiek: Chart, breedtes: Mapping[int, float], hoogtes: Mapping[int, float]
) -> None:
    """Draw a chart over its cells. `breedtes` and `hoogtes` are those of the sheet, in Excel's own units."""
    chart = workbook.add_chart(_SOORTEN[grafiek.soort] | {"name": grafiek.titel})
    for nummer, reeks in enumerate(grafiek.reeksen):
        eigen = _line(nummer, reeks) if grafiek.soort == "lijn" else _bar(reeks)
        bronnen = {"name": str(reeks.naam), "categories": str(reeks.categorieen), "values": str(reeks.waarden)}
        chart.add_series(bronnen | eigen)
    chart.set_title({"name": grafiek.titel, "overlay": False, "name_font": _font(11, palet.MARINE, vet=True)})
    # Lines need height, lying bars need width.
    legenda = "right" if grafiek.soort == "lijn" else "bottom"
    chart.set_legend({"position": legenda, "font": _font(10, palet.INKT)})
    _set_axes(chart, grafiek)
    if grafiek.deel_voor_namen:
        # Long names would take half of the chart; in less room they wrap.
        links, rechts = grafiek.deel_voor_namen, 1 - _RAND
        chart.set_plotarea({"layout": {"x": links, "y": _BOVEN, "width": rechts - links, "height": _ONDER - _BOVEN}})
    chart.set_chartarea({"border": {"color": f"#{palet.LIJN}"}, "fill": {"color": f"#{palet.WIT}"}})
    plek = grafiek.plek
    # The sizes that xlsxwriter itself gives to cells, so that the chart ends where they end.
    breed = sum(int(breedtes.get(kolom, 8.43) * 7 + 5) for kolom in range(plek.kolom, plek.tot_kolom + 1))
    hoog = sum(int(4 / 3 * hoogtes.get(rij, 15)) for rij in range(plek.rij, plek.tot_rij + 1))
    chart.set_size({"width": breed - 2 * _MARGE, "height": hoog - 2 * _MARGE})
    opties = {
        "description": grafiek.omschrijving,
        "object_position": _MEE_MET_CELLEN,
        "x_offset": _MARGE,
        "y_offset": _MARGE,
    }
    blad.insert_chart(plek.rij - 1, plek.kolom - 1, chart, opties)


def _bar(reeks: Series) -> dict[str, Any]:
    verf = reeks.verf
    vulling: dict[str, Any] = {"fill": {"color": f"#{verf.vlak}"}}
    if verf.patroon:
        kleuren = {"fg_color": f"#{verf.streep}", "bg_color": f"#{verf.vlak}"}
        vulling = {"pattern": {"pattern": verf.patroon, **kleuren}}
    return vulling | {
        "border": {"color": f"#{palet.INKT_LICHT}", "width": 0.75},
        "gap": 40,
        "data_labels": {"value": True, "num_format": _ZONDER_NUL, "font": _font(10, verf.tekst, vet=True)},
    }


def _line(nummer: int, reeks: Series) -> dict[str, Any]:
    """Without colours lines differ by their dashes and by the signs on them."""
    plaats = nummer % len(_STREPEN)
    verf = {"color": f"#{reeks.verf.lijn}"}
    return {
        "line": verf | {"width": 2.25, "dash_type": _STREPEN[plaats]},
        "marker": {"type": _TEKENS[plaats], "size": 7, "fill": verf, "border": verf},
    }


def _set_axes(chart: Any, grafiek: Chart) -> None:
    tekst = {"num_font": _font(10, palet.INKT), "line": {"color": f"#{palet.LIJN}"}}
    if grafiek.soort == "lijn":
        chart.set_x_axis(tekst)
        chart.set_y_axis(tekst | {"min": 0, "num_format": "0", "major_gridlines": _gridlines(True)})
        return
    # The first row of the table is the bar on top. Numbers stand in the bars, so an axis would say it twice.
    chart.set_y_axis(tekst | {"reverse": True, "major_gridlines": _gridlines(False), "major_tick_mark": "none"})
    chart.set_x_axis({"visible": False, "major_gridlines": _gridlines(False)})


def _gridlines(zichtbaar: bool) -> dict[str, Any]:
    return {"visible": zichtbaar, "line": {"color": f"#{palet.LIJN}"}}


def _font(grootte: float, kleur: str, vet: bool = False) -> dict[str, Any]:
    return {"name": styles.LETTERTYPE, "size": grootte, "color": f"#{kleur}", "bold": vet}
