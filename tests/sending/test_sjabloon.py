"""The text of a mail as somebody wrote it: holes are filled once, and what is wrong with it is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.sending.sjabloon import REGELBREEDTE, read_sjabloon


def fill(tekst: str, **waarden: str) -> tuple[str, str]:
    return read_sjabloon(tekst.encode(), "brief.txt", tuple(waarden)).fill(waarden)


def test_holes_are_filled_in_subject_and_text() -> None:
    """A hole may stand more than once."""
    onderwerp, tekst = fill("Onderwerp: {plan} nu\n\nBeste,\n\nHier is {plan}. En {plan}.\n", plan="Plan 2019")

    assert (onderwerp, tekst) == ("Plan 2019 nu", "Beste,\n\nHier is Plan 2019. En Plan 2019.\n")


@given(waarde=st.text(st.sampled_from("{}ab pln"), min_size=1, max_size=30))
def test_what_fills_a_hole_is_never_filled_again(waarde: str) -> None:
    """A plan may be called {stand}."""
    _, tekst = fill("Onderwerp: x\n-{plan}-{stand}-\n", plan=waarde, stand="GEHEIM")

    assert tekst == f"-{waarde}-GEHEIM-\n"


def test_a_line_of_nothing_but_an_empty_hole_leaves_no_gap() -> None:
    """Also brackets around nothing go, in the subject."""
    onderwerp, tekst = fill("Onderwerp: Plan ({rubricering})\nEen\n\n{rubricering}\n\nTwee\n", rubricering="")

    assert (onderwerp, tekst) == ("Plan", "Een\n\nTwee\n")


def test_what_becomes_too_long_is_folded_and_what_is_laid_out_already_is_not() -> None:
    """A list of our own stays a list."""
    lijst = "- een\n  twee"
    _, tekst = fill("Onderwerp: x\n{zin} en verder\n{lijst}\n", zin="woord " * 30, lijst=lijst)

    assert max(map(len, tekst.splitlines())) <= REGELBREEDTE
    assert tekst.endswith(f"{lijst}\n")


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_text_is_read_however_it_was_saved(codering: str) -> None:
    """Notepad on Windows has saved texts in all these ways."""
    sjabloon = read_sjabloon("ONDERWERP : Reünie\r\nBeste René,\r\n€\r\n".encode(codering), "brief.txt", ())

    assert sjabloon.fill({}) == ("Reünie", "Beste René,\n€\n")


def test_a_line_for_which_nothing_is_known_is_left_out() -> None:
    """Without a deadline nobody reads "Uiterlijk .", and the line beside it stays."""
    _, tekst = fill("Onderwerp: x\nUiterlijk {datum}.\nVandaag is het {dag}.\n", datum="", dag="maandag")

    assert tekst == "Vandaag is het maandag.\n"


def test_what_explains_a_text_stays_out_of_the_mail() -> None:
    """Lines with # before the subject; below it a # is a sign as any other."""
    assert fill("# Kies uit {wat dan ook}\n\nOnderwerp: x\n# 1\n") == ("x", "# 1\n")


@pytest.mark.parametrize("inhoud", [b"PK\x03\x04\0", b"\xd0\xcf\x11\xe0", b"\xff\xfe\0", b"Onderwerp: x\n" * 20_000])
def test_what_is_no_text_is_refused(inhoud: bytes) -> None:
    """A Word document, a workbook, half a character, or far too much."""
    with pytest.raises(BestandError) as fout:
        read_sjabloon(inhoud, "brief.docx", ())

    assert fout.value.bevinding.code is Code.SJABLOON_GEEN_TEKST


@pytest.mark.parametrize("tekst", ["", "# alleen uitleg", "Beste allemaal,\n", "Onderwerp:\n\nBeste,"])
def test_a_text_without_a_subject_is_refused(tekst: str) -> None:
    """Else the first line of the letter would become one."""
    with pytest.raises(BestandError) as fout:
        fill(tekst)

    assert fout.value.bevinding.code is Code.SJABLOON_ZONDER_ONDERWERP


@pytest.mark.parametrize("tekst", ["Onderwerp: {paln}\n", "Onderwerp: x\n{paln}\n"])
def test_a_hole_that_nobody_fills_is_told_with_those_that_are(tekst: str) -> None:
    """In subject and text alike."""
    with pytest.raises(BestandError, match=r"'paln'.*Kies uit: plan, stand"):
        fill(tekst, plan="", stand="")
