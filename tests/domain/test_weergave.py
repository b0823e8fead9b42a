import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actieplan_xl.domain.weergave import visible


@pytest.mark.parametrize(
    ("tekst", "gezien"),
    [
        ("Boekel", "Boekel"),
        ("a\nb\tc", "a b c"),
        ("  veel   ruimte ", "veel ruimte"),
        ("vaste\u00a0spatie", "vaste spatie"),
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("a\u200bb", "a⟨U+200B⟩b"),
        ("\x00", "⟨U+0000⟩"),
        ("\ud83d", "⟨U+D83D⟩"),
        ("😀 é ß", "😀 é ß"),
        ("", ""),
    ],
)
def test_a_text_is_shown_on_one_line_and_harmless(tekst, gezien):
    assert visible(tekst) == gezien


def test_a_long_text_ends_with_an_ellipsis():
    assert visible("x" * 120, 120) == "x" * 120
    assert visible("x" * 121, 120) == "x" * 119 + "…"
    assert visible("abcdef", 3) == "ab…"


@given(st.text())
def test_what_is_shown_is_on_one_short_line_without_anything_invisible(tekst):
    gezien = visible(tekst, 120)

    assert len(gezien) <= 120
    assert not {unicodedata.category(teken) for teken in gezien} & {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}


def test_what_is_cut_off_always_leaves_an_ellipsis():
    assert visible("eerste" + "\n" * 300 + "laatste", 120) in ("eerste laatste", "eerste …", "eerste…")
