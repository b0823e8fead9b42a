"""What is no workbook is refused by what it is, whatever its name says."""

import io

import pytest
from tekenen import Cel, RawSheet, RawWorkbook, pack

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.werkboek import grenzen
from actieplan_xl.reading.werkboek.bestand import Bestand, open_bestand
from actieplan_xl.reading.werkboek.openen import open_werkboek


def refusal_of(inhoud: bytes) -> BestandError:
    with pytest.raises(BestandError) as gevangen:
        open_werkboek(Bestand("Boekel.xlsx", inhoud))
    return gevangen.value


@pytest.mark.parametrize(
    ("inhoud", "soort"),
    [
        (b"%PDF-1.7 ...", "een PDF"),
        (b"\x89PNG\r\n\x1a\n", "een afbeelding"),
        (b"\xff\xd8\xff\xe0", "een afbeelding"),
        (b"{\\rtf1", "een tekstdocument (RTF)"),
        (b"7z\xbc\xaf\x27\x1c", "een 7-Zip-archief"),
        (b"Rar!\x1a\x07", "een RAR-archief"),
        (b"<html><table>", "een webpagina"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE HTML>", "een webpagina"),
        (b"From: iemand@voorbeeld.nl\r\n", "een e-mailbericht"),
        (b"MIME-Version: 1.0\r\n", "een e-mailbericht"),
        (b"<?xml version='1.0'?>", "een XML-bestand"),
        (b"Nr;Actie;Status\r\n1.1.1;Training;voltooid", "een tekstbestand (CSV)"),
    ],
)
def test_another_kind_of_file_is_named(inhoud, soort):
    error = refusal_of(inhoud)

    assert error.bevinding.code is Code.BESTAND_ANDERE_SOORT
    assert f"Boekel.xlsx: dit is {soort}" in str(error)


@pytest.mark.parametrize(
    ("deel", "soort"),
    [
        ("word/document.xml", "een Word-document"),
        ("ppt/presentation.xml", "een PowerPoint-presentatie"),
        ("Index/Document.iwa", "een Numbers-document"),
    ],
)
def test_another_kind_of_zip_is_named(deel, soort):
    assert f"dit is {soort}" in str(refusal_of(pack({deel: b"x"})))


def test_a_word_document_with_its_own_relations_is_named():
    rels = b'<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>'

    assert "een Word-document" in str(refusal_of(pack({"_rels/.rels": rels, "word/document.xml": b"<x/>"})))


@pytest.mark.parametrize("inhoud", [bytes(range(256)) * 4, b"\x00" * 500, pack({"a.txt": b"x"}), pack({})])
def test_what_cannot_be_named_is_no_workbook(inhoud):
    assert refusal_of(inhoud).bevinding.code is Code.BESTAND_GEEN_WERKMAP


def test_an_empty_file_is_told(bewaar):
    with pytest.raises(BestandError) as gevangen:
        open_bestand(bewaar(b""))

    assert gevangen.value.bevinding.code is Code.BESTAND_LEEG


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(BestandError) as gevangen:
        open_bestand(tmp_path / "weg.xlsx")

    assert gevangen.value.bevinding.code is Code.BESTAND_NIET_GEVONDEN
    assert str(tmp_path) not in str(gevangen.value)


def test_a_folder_is_told(tmp_path):
    with pytest.raises(BestandError) as gevangen:
        open_bestand(tmp_path)

    assert gevangen.value.bevinding.code is Code.BESTAND_NIET_LEESBAAR
    assert "het is een map" in str(gevangen.value)


def test_a_file_that_is_too_large_is_refused(bewaar, monkeypatch):
    pad = bewaar(RawWorkbook([RawSheet("Blad")]))
    monkeypatch.setattr(grenzen, "BESTAND_BYTES", pad.stat().st_size)
    assert open_bestand(pad).naam == "werkboek.xlsx"

    monkeypatch.setattr(grenzen, "BESTAND_BYTES", pad.stat().st_size - 1)
    with pytest.raises(BestandError, match="de omvang is meer dan de grens van 50 MB"):
        open_bestand(pad)


def test_something_open_is_read_as_well_and_goes_by_its_name(bewaar):
    inhoud = RawWorkbook([RawSheet("Blad", {"A1": Cel("x")})]).bytes()

    assert open_bestand(io.BytesIO(inhoud)).naam == "werkboek.xlsx"
    with bewaar(inhoud, "Uden.xlsx").open("rb") as stroom:
        assert open_bestand(stroom).naam == "Uden.xlsx"


def test_the_extension_says_nothing_when_the_content_is_a_workbook():
    boek = RawWorkbook([RawSheet("Blad", {"A1": Cel("x")})])

    assert open_werkboek(Bestand("Boekel.xls", boek.bytes())).sheets[0].text(1, 1) == "x"
