"""Which hue somebody gave a cell by hand, in each of the ways a file can say so."""

import pytest
from tekenen import Cel, RawSheet, RawWorkbook, pack

from actieplan_xl.domain.status import Kleur
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.reading.werkboek.package import Package
from actieplan_xl.reading.werkboek.stijlen import Stijlen, read_stijlen, read_thema


def kleur_of(fill: object, **boek: object) -> Kleur:
    boek_ = RawWorkbook([RawSheet("Blad", {"A1": Cel("x", fill=fill)})], **boek)
    return open_werkboek(Bestand("a.xlsx", boek_.bytes())).sheets[0].kleur(1, 1)


def fill_of(fill: object, **boek: object) -> str | None:
    boek_ = RawWorkbook([RawSheet("Blad", {"A1": Cel("x", fill=fill)})], **boek)
    return open_werkboek(Bestand("a.xlsx", boek_.bytes())).stijlen.fill(1)


@pytest.mark.parametrize(
    ("fill", "kleur"),
    [
        (None, Kleur.GEEN),
        ("00B050", Kleur.GROEN),
        ({"rgb": "FFFF0000"}, Kleur.ROOD),
        ({"rgb": "0070C0"}, Kleur.BLAUW),
        ({"theme": "5"}, Kleur.ORANJE),
        ({"theme": "9", "tint": "0.5999938962981048"}, Kleur.GROEN),
        ({"theme": "0"}, Kleur.GEEN),
        ({"theme": "0", "tint": "-0.15"}, Kleur.GEEN),
        ({"indexed": "10"}, Kleur.ROOD),
        ({"indexed": "2"}, Kleur.ROOD),
        ({"indexed": "17"}, Kleur.GROEN),
        ({"indexed": "22"}, Kleur.GEEN),
        ({"indexed": "64"}, Kleur.GEEN),
        ({"auto": "1"}, Kleur.GEEN),
    ],
)
def test_a_colour_is_found_however_it_is_written(fill, kleur):
    assert kleur_of(fill) is kleur


@pytest.mark.parametrize(
    ("fill", "rgb"),
    [
        ({"theme": "4"}, "4472C4"),
        ({"theme": "4", "tint": "0.5"}, "A1B8E1"),
        ({"theme": "4", "tint": "-0.5"}, "203864"),
        ({"theme": "4", "tint": "kaas"}, "4472C4"),
        ({"theme": "4", "tint": "9"}, "FFFFFF"),
        ({"theme": "99"}, None),
        ({"theme": "-1"}, None),
        ({"rgb": "kaas"}, None),
        ({"indexed": "8"}, "000000"),
        ({"indexed": "63"}, "333333"),
        ({"indexed": "999"}, None),
    ],
)
def test_theme_tint_and_index_give_a_colour_or_none(fill, rgb):
    gevonden = fill_of(fill)

    if rgb is None or gevonden is None:
        assert gevonden is rgb
    else:
        verschil = [abs(int(gevonden[i : i + 2], 16) - int(rgb[i : i + 2], 16)) for i in (0, 2, 4)]
        assert max(verschil) <= 2


def test_the_theme_of_the_file_goes_before_the_one_of_office():
    assert fill_of({"theme": "4"}, thema={"dk1": "000000", "accent1": "00B050"}) == "00B050"
    assert fill_of({"theme": "5"}, thema={"accent1": "00B050"}) == "ED7D31"


def test_a_palette_of_the_file_goes_before_the_usual_one():
    assert fill_of({"indexed": "1"}, palet=["000000", "00B050"]) == "00B050"
    assert fill_of({"indexed": "2"}, palet=["000000", "00B050"]) is None


def test_a_window_colour_of_the_theme_is_read_as_it_was_last_seen():
    xml = (
        b"<t><clrScheme><lt1><sysClr val='window' lastClr='FFFFFF'/></lt1><dk1><sysClr val='x'/></dk1></clrScheme></t>"
    )

    assert read_thema(Package(Bestand("a.xlsx", pack({"theme1.xml": xml}))), "theme1.xml") == {"lt1": "FFFFFF"}


def test_a_pattern_without_colour_says_nothing_and_a_gradient_its_first_colour():
    xml = (
        b"<styleSheet><fills><fill><patternFill patternType='gray125'/></fill>"
        b"<fill><patternFill patternType='none'><fgColor rgb='FF00B050'/></patternFill></fill>"
        b"<fill><gradientFill><stop><color rgb='FF00B050'/></stop><stop><color rgb='FFFF0000'/></stop></gradientFill>"
        b"</fill></fills><cellXfs><xf fillId='0'/><xf fillId='1'/><xf fillId='2'/><xf fillId='7'/></cellXfs>"
        b"<dxfs><dxf><fill><patternFill><fgColor rgb='FFFF0000'/></patternFill></fill></dxf></dxfs></styleSheet>"
    )

    stijlen = read_stijlen(Package(Bestand("a.xlsx", pack({"styles.xml": xml}))), "styles.xml")

    assert [stijlen.fill(stijl) for stijl in range(5)] == [None, None, "00B050", None, None]
    assert stijlen.gekleurd == {2}


def test_without_styles_there_is_no_colour_and_no_format():
    assert Stijlen().fill(3) is None
    assert Stijlen().kleur(3) is Kleur.GEEN
    assert Stijlen().number_format(3) == (0, "")


def test_a_broken_theme_leaves_the_text_readable():
    delen = RawWorkbook([RawSheet("Blad", {"A1": Cel("x", fill={"theme": "9"})})], thema={"accent6": "70AD47"}).delen()
    delen["xl/theme/theme1.xml"] = b"<theme><clrScheme>"

    sheet = open_werkboek(Bestand("a.xlsx", pack(delen))).sheets[0]

    assert sheet.text(1, 1) == "x"
