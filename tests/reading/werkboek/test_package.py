"""The zip around a workbook: what is refused, in which words, and what is read all the same."""

import copy
import io
import zipfile

import pytest
from tekenen import Cel, RawSheet, RawWorkbook, mark_encrypted, pack

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.werkboek import grenzen
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.reading.werkboek.package import Package
from actieplan_xl.reading.werkboek.relaties import read_relaties
from actieplan_xl.reading.werkboek.xmldeel import elements

BLAD = "xl/worksheets/sheet1.xml"


@pytest.fixture
def delen() -> dict[str, bytes]:
    return RawWorkbook([RawSheet("Blad", {"A1": Cel("voltooid")})], is_gedeeld=True).delen()


def read_first(inhoud: bytes) -> str:
    return open_werkboek(Bestand("a.xlsx", inhoud)).sheets[0].text(1, 1)


def refused(inhoud: bytes) -> BestandError:
    with pytest.raises(BestandError) as gevangen:
        read_first(inhoud)
    return gevangen.value


def start_of(heel: bytes, deel: str) -> int:
    """Return where the packed bytes of a part begin."""
    return zipfile.ZipFile(io.BytesIO(heel)).getinfo(deel).header_offset + 30 + len(deel)


def test_a_plain_workbook_is_read(delen):
    assert read_first(pack(delen)) == "voltooid"


@pytest.mark.parametrize("compressie", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_workbook_packed_by_another_program_is_read(delen, compressie):
    assert read_first(pack(delen, compressie)) == "voltooid"


@pytest.mark.parametrize("rename", [str.upper, lambda naam: naam.replace("/", "\\"), lambda naam: f"/{naam}"])
def test_names_of_parts_may_be_spelled_as_old_tools_do(delen, rename):
    assert read_first(pack({rename(naam): inhoud for naam, inhoud in delen.items()})) == "voltooid"


@pytest.mark.parametrize(("voor", "achter"), [(b"\r\n", b""), (b"", b"x" * 100), (b"banner" * 100, b"einde")])
def test_a_little_rubbish_around_the_zip_does_no_harm(delen, voor, achter):
    assert read_first(voor + pack(delen) + achter) == "voltooid"


@pytest.mark.parametrize("dubbel", [BLAD, BLAD.upper()])
def test_a_part_that_stands_twice_is_refused(delen, dubbel):
    error = refused(pack([*delen.items(), (dubbel, b"<worksheet/>")]))

    assert error.bevinding.code is Code.BESTAND_ONVEILIG
    assert "twee keer" in str(error)


def test_a_password_on_the_zip_is_told(delen):
    assert refused(mark_encrypted(pack(delen))).bevinding.code is Code.BESTAND_ANDER_WACHTWOORD


def test_parts_that_overlap_are_refused():
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as doel:
        doel.writestr("xl/a.xml", b"x" * 5000)
        for nummer in range(3):
            kopie = copy.copy(doel.filelist[0])
            kopie.filename = f"xl/b{nummer}.xml"
            doel.filelist.append(kopie)

    error = refused(uit.getvalue())

    assert error.bevinding.code is Code.BESTAND_ONVEILIG
    assert "overlappen" in str(error)


def test_a_zip_that_was_cut_off_is_told_apart_from_damage(delen):
    heel = pack(delen)

    assert refused(heel[: len(heel) * 6 // 10]).bevinding.code is Code.BESTAND_AFGEKAPT
    assert refused(heel[:-22]).bevinding.code is Code.BESTAND_AFGEKAPT


@pytest.mark.parametrize("compressie", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_part_that_was_damaged_on_the_way_is_named(delen, compressie):
    heel = bytearray(pack(delen, compressie))
    heel[start_of(heel, BLAD) + 20] ^= 0xFF

    error = refused(bytes(heel))

    assert error.bevinding.code is Code.BESTAND_BESCHADIGD
    assert BLAD in str(error)


def test_an_unknown_way_of_packing_is_told(delen):
    heel = bytearray(pack(delen))
    centraal = heel.rindex(BLAD.encode()) - 46
    heel[centraal + 10] = 99

    assert refused(bytes(heel)).bevinding.code is Code.BESTAND_BESCHADIGD


@pytest.mark.parametrize("deel", ["xl/workbook.xml", BLAD])
def test_a_missing_part_is_refused_never_read_as_empty(delen, deel):
    del delen[deel]

    assert refused(pack(delen)).bevinding.code in (Code.BESTAND_BESCHADIGD, Code.BLAD_ONTBREEKT)


@pytest.mark.parametrize("deel", ["[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/styles.xml"])
def test_a_part_that_can_be_done_without_is_not_missed(delen, deel):
    del delen[deel]

    assert read_first(pack(delen)) == "voltooid"


def test_broken_styles_never_make_answers_unreadable(delen):
    delen["xl/styles.xml"] = b"<styleSheet><cellXfs>"

    assert read_first(pack(delen)) == "voltooid"


@pytest.mark.parametrize(
    ("grens", "waarde", "wat"),
    [
        ("ZIP_ONDERDELEN", 3, "het aantal onderdelen"),
        ("ONDERDEEL_BYTES", 40, "de uitgepakte omvang"),
        ("UITGEPAKT_BYTES", 900, "de uitgepakte omvang"),
        ("WERKBLADEN", 0, "het aantal werkbladen"),
    ],
)
def test_each_limit_has_its_own_words(delen, monkeypatch, grens, waarde, wat):
    monkeypatch.setattr(grenzen, grens, waarde)

    error = refused(pack(delen))

    assert error.bevinding.code is Code.BESTAND_TE_GROOT
    assert f"{wat} is meer dan de grens" in str(error)


def test_a_part_that_unpacks_to_far_more_than_it_weighs_is_refused(delen, monkeypatch):
    monkeypatch.setattr(grenzen, "VERHOUDING_VANAF_BYTES", 10_000)
    delen[BLAD] = delen[BLAD].replace(b"<sheetData>", b"<sheetData>" + b" " * 100_000)

    assert "200 op 1" in str(refused(pack(delen)))
    assert read_first(pack(delen, zipfile.ZIP_STORED)) == "voltooid"


def test_the_real_bytes_are_counted_whatever_the_zip_says(delen, monkeypatch):
    monkeypatch.setattr(grenzen, "ONDERDEEL_BYTES", 5_000)
    delen[BLAD] = delen[BLAD].replace(b"<sheetData>", b"<sheetData>" + b" " * 10_000)
    heel = bytearray(pack(delen))
    plaats = heel.rindex(BLAD.encode()) - 46 + 24
    heel[plaats : plaats + 4] = (100).to_bytes(4, "little")

    assert refused(bytes(heel)).bevinding.code in (Code.BESTAND_TE_GROOT, Code.BESTAND_BESCHADIGD)


@pytest.mark.parametrize(
    "dtd",
    [
        b"<!DOCTYPE worksheet>",
        b'<!DOCTYPE worksheet [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
        b'<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE worksheet SYSTEM "http://voorbeeld.nl/x.dtd">',
    ],
)
def test_a_dtd_is_refused_however_innocent(delen, dtd):
    delen[BLAD] = dtd + b"<worksheet/>"

    error = refused(pack(delen))

    assert error.bevinding.code is Code.BESTAND_ONVEILIG
    assert "niet-toegestane DTD" in str(error)


def test_xml_nested_deeper_than_any_workbook_is_refused(delen):
    delen[BLAD] = b"<x>" * 100 + b"</x>" * 100
    assert read_first(pack(delen)) == ""

    delen[BLAD] = b"<x>" * 101 + b"</x>" * 101
    assert "dieper genest dan 100" in str(refused(pack(delen)))


@pytest.mark.parametrize(
    "xml",
    [
        b"<worksheet><sheetData>",
        b"",
        b"<worksheet>&#0;</worksheet>",
        b"<worksheet>&onbekend;</worksheet>",
        b'<?xml version="1.0" encoding="klingon"?><worksheet/>',
        b"<worksheet>\xff\xfe</worksheet>",
    ],
)
def test_broken_xml_is_refused_as_a_whole(delen, xml):
    delen[BLAD] = xml

    error = refused(pack(delen))

    assert error.bevinding.code is Code.BESTAND_BESCHADIGD
    assert f"onderdeel {BLAD}" in str(error)


@pytest.mark.parametrize("codering", ["utf-16", "windows-1252", "iso-8859-1", "utf-8-sig"])
def test_xml_may_be_in_another_encoding(delen, codering):
    naam = "utf-8" if codering == "utf-8-sig" else codering
    xml = f'<?xml version="1.0" encoding="{naam}"?><worksheet><row><c t="str"><v>één</v></c></row></worksheet>'
    delen[BLAD] = xml.encode(codering)

    assert read_first(pack(delen)) == "één"


def test_external_relations_are_never_followed(delen):
    bestand = Bestand("a.xlsx", pack(delen | {"xl/_rels/x.xml.rels": (
        b'<Relationships><Relationship Id="r1" Type="a/externalLink" Target="//server/x" TargetMode="External"/>'
        b'<Relationship Id="r2" Type="a/image" Target="../media/x.png"/></Relationships>'
    )}))  # fmt: skip

    assert read_relaties(Package(bestand), "xl/x.xml") == {
        "r1": ("externalLink", "", "//server/x"),
        "r2": ("image", "media/x.png", ""),
    }


def test_elements_have_local_names_and_their_own_text():
    package = Package(Bestand("a.xlsx", pack({"x.xml": b'<a:b xmlns:a="u" a:d="1"><c>t</c>u</a:b>'})))

    assert [(e.pad, e.tekst, e.get("d")) for e in elements(package, "x.xml")] == [
        (("b",), "u", "1"),
        (("b", "c"), "t", ""),
    ]


def test_a_part_that_was_read_before_is_read_from_memory_but_a_broken_one_never():
    goed, kapot = pack({"x.xml": b"<b><c/></b>"}), pack({"x.xml": b"<b><c></b>"})

    eerste, tweede = (elements(Package(Bestand(naam, goed)), "x.xml") for naam in "ab")

    assert eerste is tweede
    for naam in "ab":
        with pytest.raises(BestandError, match=f"{naam}: dit bestand is beschadigd"):
            elements(Package(Bestand(naam, kapot)), "x.xml")


def test_control_characters_are_left_out_and_counted(delen):
    delen["xl/sharedStrings.xml"] = delen["xl/sharedStrings.xml"].replace(b"voltooid", b"vol\x01to\x0boid")

    boek = open_werkboek(Bestand("a.xlsx", pack(delen)))

    assert boek.sheets[0].text(1, 1) == "voltooid"
    (bevinding,) = boek.find_aanhang()
    assert (bevinding.code, bevinding.waarden) == (Code.STUURTEKENS, {"deel": "xl/sharedStrings.xml", "aantal": 2})
