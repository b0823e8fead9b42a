"""XML through expat: what a part says whatever its namespaces, its bounds, and what is left out of it with a word."""

import pytest
from tekenen import pack

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.werkboek import grenzen, xmldeel
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.package import Package
from actieplan_xl.reading.werkboek.teksten import bearable, one_newline, read_shared_strings
from actieplan_xl.reading.werkboek.xmldeel import elements, parse, remember

DEEL = "xl/x.xml"


class Teller:
    """Counts the elements named `a` and keeps all text."""

    def __init__(self) -> None:
        self.begonnen: list[dict[str, str]] = []
        self.geeindigd = 0
        self.tekst = ""
        self.starts = {"a": self.begonnen.append}
        self.ends = {"a": self._end}

    def _end(self) -> None:
        self.geeindigd += 1

    def text(self, tekst: str) -> None:
        self.tekst += tekst


def package_of(xml: str | bytes) -> Package:
    return Package(Bestand("a.xlsx", pack({DEEL: xml if isinstance(xml, bytes) else xml.encode()})))


def walk(xml: str | bytes) -> Teller:
    return parse(package_of(xml), DEEL, Teller)


def refused(xml: str | bytes) -> BestandError:
    with pytest.raises(BestandError) as gevangen:
        walk(xml)
    return gevangen.value


@pytest.mark.parametrize("xml", ["<w><a b='1'/></w>", "<x:w><x:a b='1'></x:a></x:w>", "<a b='1'/>", "<é:a b='1'/>"])
def test_a_name_is_what_stands_after_the_colon(xml):
    gelezen = walk(xml)

    assert (gelezen.begonnen, gelezen.geeindigd) == ([{"b": "1"}], 1)


def test_text_comes_whole_however_it_is_cut_up():
    assert walk("<w>een<a/> &lt;twee&gt;<![CDATA[ <drie>]]><!-- x --> vier</w>").tekst == "een <twee> <drie> vier"


def test_a_part_that_was_read_already_is_not_unpacked_again():
    package = package_of("<w><a/></w>")

    assert parse(package, DEEL, Teller, b"<w><a/><a/></w>").geeindigd == 2


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        ("<w><a></w>", Code.BESTAND_BESCHADIGD),
        ("", Code.BESTAND_BESCHADIGD),
        ("geen xml", Code.BESTAND_BESCHADIGD),
        ("<w>a & b</w>", Code.BESTAND_BESCHADIGD),
        ("<w/><w/>", Code.BESTAND_BESCHADIGD),
        (b"<w>\xff</w>", Code.BESTAND_BESCHADIGD),
        ('<?xml version="1.0" encoding="klingon"?><w/>', Code.BESTAND_BESCHADIGD),
        ('<?xml version="1.0" encoding="hex"?><w/>', Code.BESTAND_BESCHADIGD),
        ('<?xml version="1.0" encoding="shift_jis"?><w/>', Code.BESTAND_BESCHADIGD),
        ('<?xml version="1.0" encoding="utf-16"?><w/>', Code.BESTAND_BESCHADIGD),
        ("<w>\x01\x02 & b</w>", Code.BESTAND_BESCHADIGD),
        ("<w>\x01&#1;</w>", Code.BESTAND_BESCHADIGD),
        ("<w>\x01\uffff</w>", Code.BESTAND_BESCHADIGD),
        ("\x01<w>a\x01b</w", Code.BESTAND_BESCHADIGD),
        ("<!DOCTYPE w><w/>", Code.BESTAND_ONVEILIG),
        ("\x01<!DOCTYPE w><w/>", Code.BESTAND_ONVEILIG),
    ],
)
def test_what_cannot_be_read_is_refused_as_a_whole(xml, code):
    error = refused(xml)

    assert error.bevinding.code is code
    assert code is Code.BESTAND_ONVEILIG or f"onderdeel {DEEL}" in str(error)


def test_nesting_is_bounded_and_one_level_less_is_read():
    diepste = grenzen.XML_DIEPTE

    assert walk("<a>" * diepste + "</a>" * diepste).geeindigd == diepste
    assert f"dieper genest dan {diepste} niveaus" in str(refused("<a>" * (diepste + 1) + "</a>" * (diepste + 1)))


def test_kinds_of_elements_are_bounded_so_that_a_file_cannot_fill_the_memory(monkeypatch):
    monkeypatch.setattr(grenzen, "ZIP_ONDERDELEN", 3)

    assert walk("<w><b/><c/><d/><b/></w>").geeindigd == 0
    error = refused("<w><b/><c/><d/><e/></w>")
    assert error.bevinding.code is Code.BESTAND_ONVEILIG
    assert f"{DEEL} heeft te veel soorten elementen" in str(error)


def test_control_characters_are_left_out_counted_and_the_rest_is_read_anew():
    package = package_of("<w><a/>een\x00\x01<a\x0b/>twee\t\n\x7f</w>")

    gelezen = parse(package, DEEL, Teller)

    assert (gelezen.geeindigd, gelezen.tekst) == (2, "eentwee\t\n\x7f")
    assert package.ontdaan == {DEEL: 3}
    assert parse(package, DEEL, Teller, b"<w>a\x1fb</w>").tekst == "ab"
    assert package.ontdaan == {DEEL: 1}


def test_control_characters_in_a_part_of_two_bytes_a_character_never_turn_into_other_text():
    assert walk("<w>één</w>".encode("utf-16")).tekst == "één"
    for xml in ("<w>a\x01b</w>", "<w>\u0101\x01\u0142</w>"):
        assert refused(xml.encode("utf-16")).bevinding.code is Code.BESTAND_BESCHADIGD


def test_a_part_of_several_pieces_is_read_as_one(monkeypatch):
    monkeypatch.setattr("actieplan_xl.reading.werkboek.package._BROK", 3)
    package = package_of("<w><a/>één\x01😀</w>")

    gelezen = parse(package, DEEL, Teller)

    assert (gelezen.geeindigd, gelezen.tekst, package.ontdaan) == (1, "één😀", {DEEL: 1})


def test_an_element_knows_where_it_stands():
    wortel, kind, blad = elements(package_of('<w xmlns:r="u"><k r:id="1" id="2">a<b r:id="3"/>c</k></w>'), DEEL)

    assert (wortel.pad, wortel.naam, wortel.ouder, wortel.tekst) == (("w",), "w", "", "")
    assert (kind.pad, kind.ouder, kind.tekst) == (("w", "k"), "w", "ac")
    assert (kind.get("id"), kind.get("weg")) == ("2", "")
    assert (blad.get("id"), blad.ouder) == ("3", "k")


def test_elements_of_a_part_are_bounded(monkeypatch):
    monkeypatch.setattr(grenzen, "CELLEN", 3)

    assert len(elements(package_of("<w><b/><b/></w>"), DEEL)) == 3
    with pytest.raises(BestandError, match="het aantal elementen is meer dan de grens"):
        elements(package_of("<w><b/><b/><b/></w>"), DEEL)


def test_a_part_with_control_characters_is_told_for_every_file_that_has_it():
    for _ in range(2):
        package = package_of("<w>a\x01</w>")
        assert elements(package, DEEL)[0].tekst == "a"
        assert package.ontdaan == {DEEL: 1}


def test_what_is_remembered_is_bounded_in_number_and_size(monkeypatch):
    onthouden: dict[tuple[str, bytes], object] = {}
    monkeypatch.setattr(xmldeel, "_ONTHOUDEN", onthouden)
    monkeypatch.setattr(xmldeel, "_ONTHOUDEN_DELEN", 2)
    monkeypatch.setattr(xmldeel, "_ONTHOUDEN_BYTES", 10)

    for xml in ("<een/>", "<twee/>", "<drie/>", "<veel_te_lang/>"):
        elements(package_of(xml), DEEL)

    assert [ruw for _, ruw in onthouden] == [b"<twee/>", b"<drie/>"]


def test_what_is_remembered_of_a_part_depends_on_what_was_asked():
    package = package_of("<w>x</w>")

    assert remember(package, DEEL, "lengte", len) == 8
    assert remember(package, DEEL, "begin", lambda ruw: ruw[:3]) == b"<w>"
    assert remember(package, DEEL, "lengte", lambda _: -1) == 8


def test_shared_texts_are_bounded(monkeypatch):
    monkeypatch.setattr(grenzen, "CELLEN", 2)
    item = "<si><r><t>a</t></r></si>"

    assert read_shared_strings(package_of(f"<sst>{item * 2}</sst>"), DEEL).teksten == {"0": "a", "1": "a"}
    with pytest.raises(BestandError, match="het aantal teksten is meer dan de grens"):
        read_shared_strings(package_of(f"<sst>{item * 3}</sst>"), DEEL)


def test_only_text_in_a_shared_text_is_text():
    sst = "<sst> x <si> y <t>a</t> z <rPh><t>F</t></rPh><r> w <t>b</t></r></si><phoneticPr/><si><t>c</t></si></sst>"

    assert read_shared_strings(package_of(sst), DEEL).teksten == {"0": "ab", "1": "c"}


@pytest.mark.parametrize(
    ("tekst", "gelezen"),
    [("a\x00b", "a�b"), ("\x1f\x0b", "��"), ("\ud83d x", "� x"), ("\ufffe\uffff", "��"), ("a\t\n\r😀\x7f\x85", None)],
)
def test_what_no_sheet_can_hold_is_shown(tekst, gelezen):
    assert bearable(tekst) == (tekst if gelezen is None else gelezen)


def test_every_line_ends_in_the_same_way():
    assert one_newline("a\r\nb\rc\nd\n\re") == "a\nb\nc\nd\n\ne"
