"""A file → a workbook by what is in it, whatever its name says; also when it is behind a password."""

import hashlib
import struct

import pytest
from tekenen import Cel, RawSheet, RawWorkbook, pack
from tekenen.ods import draw_ods
from tekenen.ole import draw_ole
from tekenen.xls import draw_xls
from tekenen.xlsb import draw_xlsb

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.werkboek import openen
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.beveiliging import STANDAARD, Sleutelbos
from actieplan_xl.reading.werkboek.openen import open_werkboek

from .biffbouw import EINDE, Blad, bof, draw_stroom, label, record
from .olebouw import STROOM, VRIJ, WORTEL, container, ingang

XLSX = RawWorkbook([RawSheet("Blad", {"A1": Cel("voltooid")})]).bytes()
FORMATEN = {
    "xlsx": XLSX,
    "xlsb": draw_xlsb({(1, 1): "voltooid"}),
    "ods": draw_ods("| a |", titel="voltooid"),
    "xls": draw_xls({(1, 1): "voltooid"}),
}
NAMEN = {
    "xlsx": ("xlsx", "XLSX", "xlsm", "xltx", "xltm"),
    "xlsb": ("xlsb",),
    "ods": ("ods", "ots"),
    "xls": ("xls", "Xls", "xlt"),
}


@pytest.mark.parametrize("soort", FORMATEN)
@pytest.mark.parametrize("naam", ["xlsx", "XLSX", "xlsm", "xltx", "xltm", "xlsb", "ods", "ots", "xls", "Xls", "xlt"])
def test_what_is_in_a_file_counts_and_a_name_that_says_otherwise_is_told(soort, naam):
    boek = open_werkboek(Bestand(f"Boekel.{naam}", FORMATEN[soort]))

    anders = [b.waarden for b in boek.meldingen if b.code is Code.EXTENSIE_ANDERS]
    assert boek.sheets[0].text(1, 1) == "voltooid"
    assert anders == ([] if naam in NAMEN[soort] else [{"achter": naam.lower(), "soort": soort}])


@pytest.mark.parametrize("naam", ["Boekel", "Boekel.dat", ".xlsx", "Boekel.xlsx.bak", "Boekel."])
def test_a_name_that_says_nothing_is_no_finding(naam):
    for inhoud in FORMATEN.values():
        boek = open_werkboek(Bestand(naam, inhoud))

        assert Code.EXTENSIE_ANDERS not in [b.code for b in boek.meldingen]


@pytest.mark.parametrize(
    ("stromen", "code", "soort"),
    [
        (["WordDocument"], Code.BESTAND_ANDERE_SOORT, "een Word-document"),
        (["PowerPoint Document"], Code.BESTAND_ANDERE_SOORT, "een PowerPoint-presentatie"),
        (["__properties_version1.0"], Code.BESTAND_ANDERE_SOORT, "een e-mailbericht"),
        (["iets anders"], Code.BESTAND_GEEN_WERKMAP, ""),
        (["EncryptedPackage"], Code.BESTAND_LABEL, ""),
        (["EncryptedPackage", "EncryptionInfo", "\x09DRMContent"], Code.BESTAND_LABEL, ""),
    ],
)
def test_an_old_container_without_a_workbook_is_refused_by_what_it_is(stromen, code, soort):
    with pytest.raises(BestandError) as gevangen:
        open_werkboek(Bestand("Boekel.xls", draw_ole(dict.fromkeys(stromen, b"x"))))

    assert gevangen.value.bevinding.code is code
    assert soort in str(gevangen.value)


def test_a_word_document_with_a_workbook_embedded_in_it_is_no_workbook():
    wortel = ingang("Root Entry", WORTEL, 0xFFFFFFFE, 0, (VRIJ, VRIJ, 1))
    ingangen = [
        wortel,
        ingang("WordDocument", STROOM, 0xFFFFFFFE, 0, (VRIJ, 2, VRIJ)),
        ingang("_1234567890", 1, 0, 0, (VRIJ, VRIJ, 3)),
        ingang("Workbook", STROOM, 2, 4096),
    ]
    stroom = draw_stroom(Blad(label(1, 1, "voltooid"))).ljust(4096, b"\0")

    with pytest.raises(BestandError) as gevangen:
        open_werkboek(Bestand("Boekel.doc", container(ingangen, stroom, [*range(3, 10), 0xFFFFFFFE])))

    assert gevangen.value.bevinding.code is Code.BESTAND_ANDERE_SOORT
    assert "een Word-document" in str(gevangen.value)


def test_a_zip_that_is_no_workbook_at_all_is_refused():
    with pytest.raises(BestandError) as gevangen:
        open_werkboek(Bestand("Boekel.xlsx", pack({"foto.jpg": b"x"})))

    assert gevangen.value.bevinding.code is Code.BESTAND_GEEN_WERKMAP


def rc4(sleutel: bytes, inhoud: bytes) -> bytes:
    tabel, j = list(range(256)), 0
    for i in range(256):
        j = (j + tabel[i] + sleutel[i % len(sleutel)]) % 256
        tabel[i], tabel[j] = tabel[j], tabel[i]
    uit, i, j = bytearray(), 0, 0
    for byte in inhoud:
        i = (i + 1) % 256
        j = (j + tabel[i]) % 256
        tabel[i], tabel[j] = tabel[j], tabel[i]
        uit.append(byte ^ tabel[(tabel[i] + tabel[j]) % 256])
    return bytes(uit)


def draw_protected(wachtwoord: str, waarde: str = "voltooid") -> bytes:
    """Return an .xls as Excel 97 encrypts it (MS-OFFCRYPTO §2.3.6): what is in the records, not their headers."""
    zout = bytes(range(16))
    begin = hashlib.md5(wachtwoord.encode("utf-16-le")).digest()[:5]
    kern = hashlib.md5((begin + zout) * 16).digest()[:5]

    def key(blok: int) -> bytes:
        return hashlib.md5(kern + struct.pack("<I", blok)).digest()

    proef = bytes(range(100, 116))
    dicht = rc4(key(0), proef + hashlib.md5(proef).digest())
    bestandspas = record(0x002F, struct.pack("<HHH", 1, 1, 1) + zout + dicht)
    open_ = draw_stroom(Blad(label(1, 1, waarde)), voor=bestandspas)
    open_ += record(0x0866, bytes(4096 - 4 - len(open_)))  # behind the last sheet: no stream is a small one
    sleutelstroom = b"".join(rc4(key(blok), bytes(1024)) for blok in range(4))
    stroom = bytearray(a ^ b for a, b in zip(open_, sleutelstroom, strict=True))
    plaats = 0
    while plaats + 4 <= len(open_):
        soort, lengte = struct.unpack_from("<HH", open_, plaats)
        # The beginning, the password itself and where a sheet begins stay readable.
        leesbaar = {0x0809: lengte, 0x002F: lengte, 0x0085: 4}.get(soort, 0) + 4
        stroom[plaats : plaats + leesbaar] = open_[plaats : plaats + leesbaar]
        plaats += 4 + lengte
    wortel = ingang("Root Entry", WORTEL, 0xFFFFFFFE, 0, (VRIJ, VRIJ, 1))
    return container([wortel, ingang("Workbook", STROOM, 2, 4096)], bytes(stroom), [*range(3, 10), 0xFFFFFFFE])


@pytest.mark.parametrize(
    ("wachtwoord", "bekend", "waarmee"),
    [
        (STANDAARD, [], "het wachtwoord dat Excel zelf gebruikt"),
        ("Geheim123", ["fout", "Geheim123"], "het opgegeven wachtwoord"),
    ],
)
def test_an_old_workbook_behind_a_password_is_read_with_it(wachtwoord, bekend, waarmee):
    bestand = Bestand("Boekel.xls", draw_protected(wachtwoord))

    boek = open_werkboek(bestand, Sleutelbos(bekend))

    assert boek.sheets[0].text(1, 1) == "voltooid"
    assert boek.bestand is bestand
    assert [(b.code, b.waarden.get("waarmee")) for b in boek.meldingen][-1] == (Code.ONTSLEUTELD, waarmee)


@pytest.mark.parametrize(("bekend", "code"), [([], Code.BESTAND_WACHTWOORD), (["mis"], Code.WACHTWOORD_PAST_NIET)])
def test_an_old_workbook_behind_another_password_is_refused_as_such(bekend, code):
    with pytest.raises(BestandError) as gevangen:
        open_werkboek(Bestand("Boekel.xls", draw_protected("Geheim123")), Sleutelbos(bekend))

    assert gevangen.value.bevinding.code is code


PAKKET = draw_ole({"EncryptedPackage": b"x", "EncryptionInfo": b"x"})


@pytest.mark.parametrize("soort", FORMATEN)
def test_whatever_was_behind_the_password_is_read(monkeypatch, soort):
    monkeypatch.setattr(openen, "unlock", lambda *_: (FORMATEN[soort], "geheim"))

    boek = open_werkboek(Bestand("Boekel.xlsx", PAKKET))

    assert boek.sheets[0].text(1, 1) == "voltooid"
    assert boek.bestand.sha256 == Bestand("Boekel.xlsx", PAKKET).sha256
    assert Code.ONTSLEUTELD in [b.code for b in boek.meldingen]


@pytest.mark.parametrize("binnen", [b"", b"geen werkboek", bytes(5000)])
def test_what_comes_out_as_no_workbook_is_damage(monkeypatch, binnen):
    monkeypatch.setattr(openen, "unlock", lambda *_: (binnen, "geheim"))

    with pytest.raises(BestandError) as gevangen:
        open_werkboek(Bestand("Boekel.xlsx", PAKKET))

    assert gevangen.value.bevinding.code is Code.BESTAND_BESCHADIGD


@pytest.mark.parametrize("stromen", [["WordDocument"], ["EncryptedPackage", "EncryptionInfo"], []])
def test_a_container_without_a_workbook_behind_the_password_is_refused(monkeypatch, stromen):
    monkeypatch.setattr(openen, "unlock", lambda *_: (draw_ole(dict.fromkeys(stromen, b"x")), "geheim"))

    with pytest.raises(BestandError):
        open_werkboek(Bestand("Boekel.xlsx", PAKKET))


def test_a_workbook_without_any_records_is_no_workbook():
    for stroom in (b"", bof(5) + EINDE, bytes(4096)):
        with pytest.raises(BestandError):
            open_werkboek(Bestand("Boekel.xls", draw_ole({"Workbook": stroom})))
