import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kleurleer import contrast

from actieplan_xl.domain import palet
from actieplan_xl.domain.palet import EIGEN_KLEUREN, STATUSVERF, nearest_kleur
from actieplan_xl.domain.status import Kleur


@pytest.mark.parametrize(
    ("rgb", "kleur"),
    [
        ("00B050", Kleur.GROEN),
        ("92D050", Kleur.GROEN),
        ("C6EFCE", Kleur.GROEN),
        ("0070C0", Kleur.BLAUW),
        ("00B0F0", Kleur.BLAUW),
        ("002060", Kleur.BLAUW),
        ("7030A0", Kleur.BLAUW),
        ("FF0000", Kleur.ROOD),
        ("c00000", Kleur.ROOD),
        ("FFC7CE", Kleur.ROOD),
        ("FFC000", Kleur.ORANJE),
        ("FFFF00", Kleur.ORANJE),
        ("ED7D31", Kleur.ORANJE),
    ],
)
def test_the_colours_of_excels_own_menu_have_a_hue(rgb, kleur):
    assert nearest_kleur(rgb) is kleur


@pytest.mark.parametrize("rgb", ["FFFFFF", "000000", "808080", "D9D9D9", "F2F2F2", "E7E6E6", "FEFEFC"])
def test_white_grey_and_black_say_nothing(rgb):
    assert nearest_kleur(rgb) is Kleur.GEEN


@pytest.mark.parametrize("rgb", sorted(EIGEN_KLEUREN))
def test_our_own_paint_says_nothing(rgb):
    assert nearest_kleur(rgb) is Kleur.GEEN
    assert nearest_kleur(rgb.lower()) is Kleur.GEEN


@pytest.mark.parametrize(("kleur", "verf"), [(k, v) for k, v in STATUSVERF.items() if k is not Kleur.GEEN])
def test_a_firm_tone_of_each_status_is_read_as_itself_and_our_own_paint_says_nothing(kleur, verf):
    assert nearest_kleur(verf.merk) is kleur
    assert nearest_kleur(verf.vlak) is Kleur.GEEN


@given(st.integers(0, 0xFFFFFF))
def test_every_colour_has_an_answer(getal):
    assert nearest_kleur(f"{getal:06X}") in Kleur


def test_the_contrast_of_black_on_white_is_twenty_one():
    assert contrast("000000", "FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("kleur", Kleur)
def test_the_text_on_each_status_is_readable(kleur):
    assert contrast(STATUSVERF[kleur].vlak, STATUSVERF[kleur].tekst) >= 4.5


@pytest.mark.parametrize(
    ("vlak", "tekst"),
    [
        *itertools.product((palet.WIT, palet.PAPIER, palet.INVOER, palet.MARINE_LICHT), (palet.INKT, palet.INKT_LICHT)),
        (palet.MARINE, palet.WIT),
        (palet.MARINE_LICHT, palet.MARINE),
        (palet.PAPIER, palet.MARINE),
        (palet.GRIJS, palet.GRIJS_TEKST),
        (palet.WIT, palet.LINK),
        (palet.MARINE_LICHT, palet.LINK),
    ],
)
def test_every_other_text_is_readable(vlak, tekst):
    assert contrast(vlak, tekst) >= 4.5
