"""An .ods as a file: what is refused and in which words, and what is told of the whole of it."""

import io
import zipfile

import pytest
from tekenen import mark_encrypted, pack
from tekenen.ods import SOORT, OdsCel, colour, draw_ods, pack_ods, with_format

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.status import Kleur, Status
from actieplan_xl.reading.inzending import read_invulblad
from actieplan_xl.reading.werkboek import grenzen
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.boek import Werkboek
from actieplan_xl.reading.werkboek.openen import open_werkboek

from .odsbouw import open_tabellen, rij, tabel, tekst

BLAD = tabel(rij("voltooid"))


def open_delen(**anders: bytes | None) -> Werkboek:
    """Open a plain document in which these parts are others; None takes one away. `__` stands for the slash."""
    delen = parts_of(pack_ods("", BLAD))
    for naam, inhoud in anders.items():
        delen[naam.replace("__", "/").replace("_xml", ".xml")] = inhoud or b""
        if inhoud is None:
            del delen[naam.replace("_xml", ".xml")]
    return open_werkboek(Bestand("Boekel.ods", pack(delen)))


def parts_of(inhoud: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bron:
        return {naam: bron.read(naam) for naam in bron.namelist()}


def refused(**anders: bytes | None) -> BestandError:
    with pytest.raises(BestandError) as gevangen:
        open_delen(**anders)
    return gevangen.value


def manifest(binnen: str = "", deel: str = "content.xml") -> bytes:
    return (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="{deel}">{binnen}</manifest:file-entry></manifest:manifest>'
    ).encode()


VERSLEUTELD = '<manifest:encryption-data manifest:checksum="x"><manifest:algorithm/></manifest:encryption-data>'


def test_a_plain_document_is_read_and_nothing_is_told():
    boek = open_delen()

    assert [(s.naam, s.staat, s.text(1, 1)) for s in boek.sheets] == [("Blad", "visible", "voltooid")]
    assert (boek.meldingen, boek.find_aanhang(), boek.opgeslagen) == ([], [], "")


def test_an_invulblad_from_libreoffice_is_read_like_any_other(bewaar, plan):
    tabel_ = """
        | Nr    | Status   | Planning | Toelichting |
        | 1.1.1 | voltooid |          | in 2018     |
        | 1.1.2 |          |          |             |
        | 1.2.1 |          |          |             |
    """
    jaar = "<number:year/>"
    cellen = {
        (5, 2): OdsCel(stijl="groen"),
        (6, 3): OdsCel("2019", "date", "2019-01-01", stijl="jaar"),
        (5, 3): OdsCel("mei 2019", xml="<office:annotation><text:p>of juni</text:p></office:annotation>"),
    }
    stijlen = colour("groen", "00B050") + with_format("jaar", "date-style", jaar)

    gelezen = read_invulblad(bewaar(draw_ods(tabel_, cellen, stijlen=stijlen), "Boekel.ods"), plan)

    assert {
        nr: (i.status, i.planning) for nr, i in gelezen.antwoorden.items() if i.status is not Status.NIET_BEPAALD
    } == {
        "1.1.1": (Status.VOLTOOID, ""),
        "1.1.2": (Status.from_kleur(Kleur.GROEN), "mei 2019"),
        "1.2.1": (Status.GEPLAND, "2019"),
    }
    assert (Code.OPMERKING_NIET_GELEZEN, "C5") in [(b.code, b.plek.cel) for b in gelezen.bevindingen]


@pytest.mark.parametrize("deel", ["content.xml", "encrypted-package"])
def test_a_document_behind_a_password_is_refused_as_such(deel):
    """LibreOffice encrypts part by part, or, since 2024, puts the document in one encrypted part."""
    delen = {"mimetype": SOORT, deel: b"\x93\x01geheim" * 50, "META-INF/manifest.xml": manifest(VERSLEUTELD, deel)}

    with pytest.raises(BestandError) as gevangen:
        open_werkboek(Bestand("Boekel.ods", pack(delen)))

    assert gevangen.value.bevinding.code is Code.BESTAND_ANDER_WACHTWOORD
    assert "OpenDocument-bestand (.ods) met een wachtwoord" in str(gevangen.value)


def test_a_document_with_an_ordinary_list_of_parts_is_read():
    assert open_delen(**{"META-INF__manifest_xml": manifest()}).sheets[0].text(1, 1) == "voltooid"


def test_a_zip_with_a_password_around_a_document_is_refused_as_such():
    with pytest.raises(BestandError) as gevangen:
        open_werkboek(Bestand("Boekel.ods", mark_encrypted(pack_ods("", BLAD))))

    assert gevangen.value.bevinding.code is Code.BESTAND_ANDER_WACHTWOORD


def test_a_document_without_its_content_is_refused():
    assert refused(content_xml=None).bevinding.code is Code.BESTAND_GEEN_WERKMAP


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"<office:document-content>",
        b"<a></b>",
        b"<a>\xff</a>",
        b"<a>&onbekend;</a>",
        b"<a>&#0;</a>",
        b"<?xml version='1.0' encoding='onzin'?><a/>",
        pack_ods("", BLAD)[:200],
    ],
)
def test_content_that_is_no_xml_is_refused_and_nothing_is_half_read(inhoud):
    error = refused(content_xml=inhoud)

    assert error.bevinding.code is Code.BESTAND_BESCHADIGD
    assert "content.xml" in str(error)


@pytest.mark.parametrize(
    "dtd", [b"<!DOCTYPE a>", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'>"]
)
def test_a_dtd_is_refused_wherever_it_stands(dtd):
    for deel in ("content_xml", "styles_xml", "meta_xml", "META-INF__manifest_xml"):
        error = refused(**{deel: dtd + b"<a/>"})

        assert error.bevinding.code is Code.BESTAND_ONVEILIG
        assert "DTD" in str(error)


@pytest.mark.parametrize("deel", ["content_xml", "styles_xml", "meta_xml"])
def test_nesting_without_end_is_refused(deel):
    diep = grenzen.XML_DIEPTE + 1

    assert refused(**{deel: b"<a>" * diep + b"</a>" * diep}).bevinding.code is Code.BESTAND_ONVEILIG


def test_spans_as_deep_as_allowed_are_read():
    diep = grenzen.XML_DIEPTE - 7  # around them: document, body, spreadsheet, table, row, cell and paragraph

    assert open_tabellen(tabel(rij(tekst(spans(diep))))).sheets[0].text(1, 1) == "voltooid"
    with pytest.raises(BestandError, match="dieper genest dan 100 niveaus"):
        open_tabellen(tabel(rij(tekst(spans(diep + 1)))))


def spans(diep: int) -> str:
    return f"{'<text:span>' * diep}voltooid{'</text:span>' * diep}"


def test_control_characters_are_left_out_and_told():
    boek = open_delen(content_xml=parts_of(pack_ods("", BLAD))["content.xml"].replace(b"vol", b"v\x01o\x0bl"))

    assert boek.sheets[0].text(1, 1) == "voltooid"
    assert [(b.code, b.waarden) for b in boek.find_aanhang()] == [
        (Code.STUURTEKENS, {"deel": "content.xml", "aantal": 2})
    ]


@pytest.mark.parametrize("codering", ["utf-16", "iso-8859-1"])
def test_content_in_another_encoding_is_read(codering):
    inhoud = parts_of(pack_ods("", tabel(rij("één"))))["content.xml"].decode()

    boek = open_delen(content_xml=inhoud.replace("UTF-8", codering).encode(codering))

    assert boek.sheets[0].text(1, 1) == "één"


def other_document(soort: str, binnen: str) -> dict[str, bytes]:
    inhoud = parts_of(pack_ods("", ""))["content.xml"].decode()
    inhoud = inhoud.replace("office:spreadsheet", f"office:{soort}").replace(
        f"<office:{soort}>", f"<office:{soort}>{binnen}"
    )
    return {"mimetype": SOORT.replace(b"spreadsheet", soort.encode()), "content_xml": inhoud.encode()}


@pytest.mark.parametrize("soort", ["text", "presentation", "drawing"])
@pytest.mark.parametrize("binnen", ["", "<text:p>Wij hebben alles voltooid.</text:p>", f"<text:p>Zie:</text:p>{BLAD}"])
def test_another_kind_of_document_is_refused_also_with_a_table_in_it(soort, binnen):
    assert refused(**other_document(soort, binnen)).bevinding.code is Code.BESTAND_ANDERE_SOORT


def test_a_document_without_sheets_is_refused():
    with pytest.raises(BestandError) as gevangen:
        open_tabellen()

    assert gevangen.value.bevinding.code is Code.BESTAND_ANDERE_SOORT
    assert "zonder werkbladen" in str(gevangen.value)


@pytest.mark.parametrize("deel", ["basic__Standard__script-lb_xml", "Scripts__python__a.py"])
def test_macros_are_told_and_stay_where_they_are(deel):
    boek = open_delen(**{deel: b"<x/>"})

    assert boek.sheets[0].text(1, 1) == "voltooid"
    assert [b.code for b in boek.find_aanhang()] == [Code.MACROS]


def meta(binnen: str) -> bytes:
    return f"<office:document-meta><office:meta>{binnen}</office:meta></office:document-meta>".encode()


@pytest.mark.parametrize(
    ("inhoud", "gelezen"),
    [
        (meta("<dc:date>2019-03-01T10:00:00</dc:date>"), "2019-03-01T10:00:00Z"),
        (meta("<dc:date>2019-03-01T10:00:00.123456789</dc:date>"), "2019-03-01T10:00:00Z"),
        (meta("<dc:date>2019-03-01T10:00:00+01:00</dc:date>"), "2019-03-01T09:00:00Z"),
        (meta("<meta:creation-date>2018-01-01T00:00:00</meta:creation-date>"), ""),
        (meta("<dc:date>gisteren</dc:date>"), ""),
        (meta("<dc:date/>"), ""),
        (meta(""), ""),
        (b"<kapot", ""),
        (b"", ""),
    ],
)
def test_a_document_says_when_it_was_last_saved_or_it_does_not_say(inhoud, gelezen):
    boek = open_delen(meta_xml=inhoud)

    assert (boek.opgeslagen, boek.sheets[0].text(1, 1)) == (gelezen, "voltooid")


def test_a_part_that_only_helps_never_makes_the_answers_unreadable():
    boek = open_delen(settings_xml=b"<kapot", styles_xml=b"<kapot", meta_xml=b"<kapot")

    assert boek.sheets[0].text(1, 1) == "voltooid"
    assert [b.code for b in boek.meldingen] == [Code.STIJLEN_KAPOT]


def test_a_document_that_unpacks_to_much_more_is_refused():
    with pytest.raises(BestandError) as gevangen:
        open_tabellen(tabel(rij(tekst("x" * 2_000_000))))

    assert gevangen.value.bevinding.code is Code.BESTAND_TE_GROOT
