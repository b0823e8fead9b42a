"""However the XML of a sheet is spelled, it reads the same by pattern and by expat; what is broken, neither reads."""

import pytest
from hypothesis import event, example, given, settings
from hypothesis import strategies as st
from reading.werkboek.banen import DEEL, package_of, read, read_texts, row

from actieplan_xl.reading.werkboek import platxml
from actieplan_xl.reading.werkboek.teksten import unescape

from .bladxml import BLAD, EEN_BLAD, EEN_SST, GEWOON, LASTIG, SST, VREEMD, swapped

SNEL = settings(max_examples=200, deadline=None)
CEL = '<c r="C1" t="str"><v>c</v></c>'
NETJES = [tekst for tekst in (*GEWOON, *LASTIG) if not {"<", "\x01", "\x0b", "\r"} & set(tekst)]


@SNEL
@given(BLAD)
def test_a_sheet_reads_the_same_along_both_lanes(xml):
    gelezen = read(xml)

    event("gelezen" if gelezen.geweigerd is None else f"geweigerd: {gelezen.geweigerd}")


@SNEL
@given(SST)
def test_shared_strings_read_the_same_along_both_lanes(xml):
    gelezen = read_texts(xml)

    event("gelezen" if gelezen.geweigerd is None else f"geweigerd: {gelezen.geweigerd}")


@pytest.mark.parametrize(("soort", "stuk"), [(soort, stuk) for soort, stukken in VREEMD.items() for stuk in stukken])
def test_one_odd_piece_anywhere_reads_the_same_along_both_lanes(soort, stuk):
    for lees, geheel in ((read, EEN_BLAD), (read_texts, EEN_SST)):
        for plaats in (n for n, (kind, _) in enumerate(geheel) if kind == soort):
            lees(swapped(geheel, plaats, stuk))


@pytest.mark.parametrize("tekst", VREEMD["tekst"])
def test_an_odd_text_reads_the_same_in_every_kind_of_cell(tekst):
    for soort in ("str", "inlineStr", "n", "s", "b", "e", "d"):
        for binnen in ("<v>{}</v>", "<is><t>{}</t></is>", "<f>{}</f><v>1</v>"):
            read(row(f'{CEL}<c r="A1" t="{soort}">{binnen.format(tekst)}</c>'))


@SNEL
@given(st.lists(st.sampled_from(NETJES), max_size=4))
@example(["&lt;", "_x0041_", "&amp;", "é"])
def test_a_text_is_what_its_xml_says_it_is(delen):
    bewaard = "".join(delen)
    for entiteit, teken in (("&quot;", '"'), ("&apos;", "'"), ("&gt;", ">"), ("&#10;", "\n"), ("&#x1F600;", "😀")):
        bewaard = bewaard.replace(entiteit, teken)
    gelezen = bewaard.replace("&#xe9;", "é").replace("&lt;", "<").replace("&amp;", "&")

    assert read_texts(f"<sst><si><t>{''.join(delen)}</t></si></sst>").wat == {"0": unescape(gelezen)}


def test_a_sheet_without_any_odd_piece_is_taken_out_by_pattern():
    plat = platxml.take_cells(package_of(swapped(EEN_BLAD, -1, "")), DEEL)

    assert plat is not None
    assert b"<c" not in plat.rest
