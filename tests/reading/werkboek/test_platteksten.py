"""Plain shared strings are taken out by pattern: each keeps its number, or a cell would show another one's text."""

import pytest

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.reading.werkboek import platxml

from .banen import DEEL, package_of, read_texts


def test_plain_texts_are_taken_out_and_the_rest_is_left():
    plat = platxml.take_texts(package_of("<sst><si><t>a</t></si><si><t>b &amp; é</t></si></sst>"), DEEL)

    assert plat is not None
    assert (list(plat.teksten), plat.rest) == (["a", "b & é"], b"<sst></sst>")


@pytest.mark.parametrize(
    ("sst", "teksten"),
    [
        ("<si><t>a</t></si><si><t>b &amp; é</t></si>", ["a", "b & é"]),
        ("<si><t>a</t></si><x:si><x:t>b</x:t></x:si>", ["a", "b"]),
        ("<x:si><x:t>a</x:t></x:si><si><t>b</t></si>", ["a", "b"]),
        ("<si><t>a</t></si><si/><si><t/></si><si></si><si><t></t></si><si><t>z</t></si>", ["a", "", "", "", "", "z"]),
        ("<si><r><t>a</t></r><r><t>b</t></r></si><si><t>c</t></si>", ["ab", "c"]),
        ("<si><t>a</t><rPh sb='0' eb='1'><t>F</t></rPh></si>", ["a"]),
        ("<!-- <si><t>x</t></si> --><si><t>a</t></si>", ["a"]),
        ("<si><t>a\r_x000A_b</t></si>", ["a\n\nb"]),
        ("<si><t xml:space='preserve'> a</t></si><si><t xml:space=\"preserve\"> b</t></si>", [" a", " b"]),
    ],
)
def test_shared_strings_keep_their_numbers_however_their_xml_is_spelled(sst, teksten):
    assert read_texts(f"<sst>{sst}</sst>").wat == {str(n): tekst for n, tekst in enumerate(teksten)}


@pytest.mark.parametrize("sst", ['<x a="><si><t>a</t></si>"/>', "<si><t>\udcff</t></si>", "<si><t>a\uffff</t></si>"])
def test_shared_strings_that_are_broken_are_refused_by_both(sst):
    assert read_texts(f"<sst><si><t>goed</t></si>{sst}</sst>").geweigerd is Code.BESTAND_BESCHADIGD
