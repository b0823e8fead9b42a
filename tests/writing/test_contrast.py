"""WCAG 2.1 AA over every look that `styles` knows: text is readable, and nothing is told by its colour alone."""

from dataclasses import replace
from itertools import combinations

import pytest
from kleurleer import OGEN, contrast

from actieplan_xl.domain import palet
from actieplan_xl.domain.status import Kleur, Status
from actieplan_xl.rules.samenvoeging import Samenvoeging
from actieplan_xl.writing import styles
from actieplan_xl.writing.onderdelen import KLEURNAAM
from actieplan_xl.writing.regiowerkboek import build_sheets
from actieplan_xl.writing.styles import Style

VAN_EEN_KLEUR = (styles.status_vlak, styles.status_chip, styles.status_getal, styles.status_bijschrift)
STIJLEN = {naam: stijl for naam, stijl in vars(styles).items() if isinstance(stijl, Style)} | {
    f"{maak.__name__} {kleur}": maak(kleur) for maak in VAN_EEN_KLEUR for kleur in Kleur
}
VERWARRING = 1.25
"""Two fills that differ less in lightness than this may look the same to someone."""


def is_large(stijl: Style) -> bool:
    """Whether WCAG counts a text as large: 18 points, or 14 when bold."""
    return stijl.grootte >= 18 or (stijl.vet and stijl.grootte >= 14)


def test_every_look_that_styles_can_give_is_looked_at() -> None:
    """A function that makes a look and is not listed here would escape this test."""
    gemaakt = {
        waarde
        for waarde in vars(styles).values()
        if callable(waarde) and getattr(waarde, "__module__", "") == styles.__name__ and waarde is not Style
    }

    assert gemaakt == set(VAN_EEN_KLEUR)
    assert len(STIJLEN) > 40


@pytest.mark.parametrize("naam", STIJLEN)
def test_every_text_can_be_read_on_its_fill(naam: str) -> None:
    """4.5 to 1, and 3 to 1 for large text; a look without a fill of its own stands on white."""
    stijl = STIJLEN[naam]

    assert contrast(stijl.vlak or palet.WIT, stijl.kleur) >= (3 if is_large(stijl) else 4.5)


def test_every_cell_of_the_regiowerkboek_has_such_a_look(samenvoeging: Samenvoeging) -> None:
    """No sheet makes up a look of its own, in its cells or in its colour rules."""
    bladen = build_sheets(samenvoeging)
    gebruikt = {cel.style for blad in bladen for cel in blad.cells.values()}
    gebruikt |= {regel.style for blad in bladen for regel in blad.kleurregels}

    # A mark of a footnote is a number format: that is no other look.
    assert {replace(stijl, getalformaat="@") for stijl in gebruikt} <= {
        replace(stijl, getalformaat="@") for stijl in STIJLEN.values()
    }


def test_a_colour_rule_over_any_cell_stays_readable() -> None:
    """A rule changes fill and text together, so what stood there before does not matter; none changes the fill only."""
    for kleur in Kleur:
        stijl = styles.status_vlak(kleur)
        assert stijl.kleur != "" and bool(stijl.vlak) == (kleur is not Kleur.GEEN)


@pytest.mark.parametrize("kleur", Kleur)
def test_numbers_in_a_chart_can_be_read_on_their_bars(kleur: Kleur) -> None:
    """Also where a line of the pattern runs under them: then 3 to 1, for bold figures between two lines."""
    verf = palet.GRAFIEKVERF[kleur]

    assert contrast(verf.vlak, verf.tekst) >= 4.5
    assert contrast(verf.streep or verf.vlak, verf.tekst) >= 3


@pytest.mark.parametrize("kleur", Kleur)
def test_bars_and_lines_stand_out_from_the_paper(kleur: Kleur) -> None:
    """3 to 1 for what is drawn; a bar in a light tone has an edge that does."""
    assert contrast(palet.GRAFIEKVERF[kleur].lijn, palet.WIT) >= 3
    assert contrast(palet.INKT_LICHT, palet.WIT) >= 3


@pytest.mark.parametrize("oog", OGEN)
def test_the_bars_of_two_statuses_stay_apart_in_grey_and_for_the_colour_blind(oog: str) -> None:
    """By how light they are, or because one of the two has a pattern."""
    for een, ander in combinations(palet.GRAFIEKVERF.values(), 2):
        is_anders = contrast(een.vlak, ander.vlak, OGEN[oog]) >= VERWARRING
        assert is_anders or een.patroon != ander.patroon, (een, ander)


def test_the_fills_of_cells_do_not_stay_apart_in_grey_so_each_is_told_by_its_word_too() -> None:
    """The proof that the words are needed, and that no two statuses share one."""
    vlakken = [palet.STATUSVERF[status.kleur].vlak for status in Status]
    verward = [paar for paar in combinations(vlakken, 2) if contrast(*paar) < VERWARRING]

    assert verward
    for woorden in ({str(s) for s in Status}, {s.kort for s in Status}, {KLEURNAAM[s.kleur] for s in Status}):
        assert len(woorden) == len(Status)


def test_every_coloured_cell_of_the_matrix_begins_with_the_word_of_its_status(samenvoeging: Samenvoeging) -> None:
    """Never colour alone: only `gepland`, which has no colour, leaves its word out."""
    for cel in samenvoeging.matrix.cellen.values():
        if cel.kleur is not Kleur.GEEN:
            assert cel.status is not None
            assert cel.tekst.startswith(str(cel.status))
