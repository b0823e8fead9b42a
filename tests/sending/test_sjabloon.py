"""The text of a mail that somebody may change: what fills it, and what is refused with a sentence."""

import pytest

from actieplan_xl.domain.errors import GebruikError
from actieplan_xl.sending.herinnering import GATEN, example_text, read_text
from actieplan_xl.sending.sjabloon import read_sjabloon

TEKST = "Onderwerp: Nog {aantal_open} – {gemeente}\n\nBeste {gemeente},\n\nUiterlijk {inleverdatum}.\n\nGroet\n"
WAARDEN = dict.fromkeys(GATEN, "iets") | {"gemeente": "Súdwest-Fryslân", "aantal_open": "3"}


def test_every_gat_is_filled() -> None:
    """In the subject as well."""
    onderwerp, tekst = read_text(TEKST.encode()).fill(WAARDEN)

    assert onderwerp == "Nog 3 – Súdwest-Fryslân"
    assert tekst == "Beste Súdwest-Fryslân,\n\nUiterlijk iets.\n\nGroet\n"


def test_a_line_for_which_nothing_is_known_is_left_out_with_its_empty_line() -> None:
    """Without a deadline in the plan nobody reads "Uiterlijk ."."""
    _, tekst = read_text(TEKST.encode()).fill(WAARDEN | {"inleverdatum": ""})

    assert tekst == "Beste Súdwest-Fryslân,\n\nGroet\n"


def test_what_a_person_typed_never_becomes_a_gat() -> None:
    """Nor does it matter what braces stand in it."""
    _, tekst = read_text(TEKST.encode()).fill(WAARDEN | {"gemeente": "{lijst} {x} {"})

    assert "Beste {lijst} {x} {," in tekst


@pytest.mark.parametrize("soort", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_way_in_which_notepad_saves_is_read(soort: str) -> None:
    """And Windows ends its lines in its own way."""
    inhoud = TEKST.replace("Groet", "Groet van de coördinator").replace("\n", "\r\n").encode(soort)

    onderwerp, tekst = read_text(inhoud, "tekst.txt").fill(WAARDEN)

    assert onderwerp.startswith("Nog 3 – ")
    assert tekst.endswith("Groet van de coördinator\n")


def test_our_own_text_explains_itself_and_can_be_given_back() -> None:
    """The lines with # are for who changes it."""
    sjabloon = read_text(example_text(), "herinnering.txt")

    assert sjabloon == read_text(None)
    assert all(f"{{{gat}}}" in example_text().decode() for gat in GATEN)
    assert not any("#" in regel for regel in sjabloon.regels)


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"Onderwerp: x\n\n{dagne}\n", "'t.txt', regel 3: {dagne} kennen we niet. Kies uit: {gemeente}, "),
        (b"Onderwerp: {x}\n\ny\n", "'t.txt', regel 1: {x} kennen we niet."),
        (b"Onderwerp: x\n\nBeste {gemeente\n", "'t.txt', regel 3: hier staat een losse accolade."),
        (b"Beste collega,\n\ntekst\n", "In 't.txt' ontbreekt het onderwerp."),
        (b"Onderwerp:\n\ntekst\n", "In 't.txt' ontbreekt het onderwerp."),
        (b"", "In 't.txt' ontbreekt het onderwerp."),
        (b"# alleen uitleg\n", "In 't.txt' ontbreekt het onderwerp."),
        (b"Onderwerp: x\n\n", "In 't.txt' staat onder het onderwerp niets."),
        (b"PK\x03\x04\x00\x00", "'t.txt' is geen tekstbestand."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "'t.txt' is geen tekstbestand."),
        (b"Onderwerp: x\n" + b"y" * 300_000, "'t.txt' is geen tekstbestand."),
        (b"\xff\xfe\x00", "'t.txt' is geen tekstbestand."),
    ],
)
def test_a_text_that_cannot_be_used_is_refused_with_what_to_do(inhoud: bytes, zin: str) -> None:
    """Before anything is written; an unknown gat comes with those that are known."""
    with pytest.raises(GebruikError) as fout:
        read_sjabloon(inhoud, "t.txt", GATEN)

    assert str(fout.value).startswith(zin)
