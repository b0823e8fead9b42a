"""The child that decrypts: which password fits, and why none of them does."""

import io
import sys
from types import SimpleNamespace

import pytest
from msoffcrypto import exceptions
from tekenen import pack
from tekenen.ole import draw_ole
from tekenen.versleuteld import BLAD, GEHEIM, damaged, encrypted, encrypted_xls, locked

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.reading.werkboek import beveiliging, kind
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.beveiliging import STANDAARD, Sleutelbos, has_label
from actieplan_xl.reading.werkboek.openen import open_werkboek

CELLEN = {(1, 1): "voltooid", (3, 2): "in 2018"}
SOORT = b"\x2f\0\x36\0"  # the record that says how an old workbook is encrypted
UNKNOWN_KIND = encrypted_xls(GEHEIM, CELLEN).replace(SOORT + b"\x01\0", SOORT + b"\x02\0")


def install(monkeypatch: pytest.MonkeyPatch, office_file: object) -> None:
    """Let the library be another one."""
    monkeypatch.setitem(sys.modules, "msoffcrypto", SimpleNamespace(OfficeFile=office_file, exceptions=exceptions))


def refused(bestand: Bestand, *wachtwoorden: str) -> Code:
    with pytest.raises(BestandError) as gevangen:
        open_werkboek(bestand, Sleutelbos.make(wachtwoorden))
    return gevangen.value.bevinding.code


def test_the_password_that_fits_is_found_among_those_that_are_tried():
    assert kind.decrypt(encrypted(), ["fout", "", GEHEIM, "te laat"]) == ({"plaats": 2}, BLAD)
    assert kind.decrypt(encrypted(), ["fout"]) == ({"fout": kind.WACHTWOORD}, b"")
    assert kind.decrypt(encrypted(), []) == ({"fout": kind.WACHTWOORD}, b"")


def test_a_password_that_fits_on_a_damaged_package_says_damage_whatever_is_tried_after_it():
    for erna in ([], ["anders"]):
        assert kind.decrypt(damaged(), [GEHEIM, *erna]) == ({"fout": kind.BESCHADIGD}, b"")
    assert kind.decrypt(damaged(), ["anders"]) == ({"fout": kind.WACHTWOORD}, b"")


@pytest.mark.parametrize("wachtwoord", ["x" * 5000, "\udc80", "\x00", "😀"])
def test_any_password_that_does_not_fit_is_just_that(wachtwoord):
    assert kind.decrypt(encrypted(), [wachtwoord]) == ({"fout": kind.WACHTWOORD}, b"")
    assert kind.decrypt(encrypted(), [wachtwoord, GEHEIM])[0] == {"plaats": 1}


@pytest.mark.parametrize(
    ("inhoud", "fout"),
    [
        (encrypted()[:3000], kind.BESCHADIGD),
        (draw_ole({"EncryptedPackage": b"x" * 5000}), kind.LABEL),
        (BLAD, kind.BESCHADIGD),
    ],
)
def test_what_is_no_package_with_a_password_is_no_wrong_password(inhoud, fout):
    assert kind.decrypt(inhoud, [GEHEIM]) == ({"fout": fout}, b"")


@pytest.mark.parametrize(
    ("error", "fout"),
    [
        (exceptions.InvalidKeyError("Key verification failed"), kind.WACHTWOORD),
        (exceptions.InvalidKeyError("Payload integrity verification failed"), kind.BESCHADIGD),
        (exceptions.FileFormatError("x"), kind.LABEL),
        (exceptions.DecryptionError("x"), kind.BESCHADIGD),
        (AssertionError(), kind.BESCHADIGD),
    ],
)
def test_whatever_the_library_raises_has_a_word(monkeypatch, error, fout):
    def refuse(_: io.BytesIO) -> None:
        raise error

    install(monkeypatch, refuse)

    assert kind.decrypt(b"", ["x"]) == ({"fout": fout}, b"")


def test_running_out_of_memory_is_no_damage(monkeypatch):
    def refuse(_: io.BytesIO) -> None:
        raise MemoryError

    install(monkeypatch, refuse)

    with pytest.raises(MemoryError):
        kind.decrypt(b"", ["x"])


@pytest.mark.parametrize(
    ("fout", "code"),
    [
        (kind.TE_GROOT, Code.BESTAND_KOST_TE_VEEL),
        (kind.BESCHADIGD, Code.BESTAND_BESCHADIGD),
        (kind.LABEL, Code.BESTAND_LABEL),
        (kind.GEEN_UITBREIDING, Code.WACHTWOORD_ZONDER_UITBREIDING),
        (kind.WACHTWOORD, Code.BESTAND_WACHTWOORD),
        ("onbekend", Code.BESTAND_BESCHADIGD),
    ],
)
def test_each_word_of_the_child_is_a_refusal(monkeypatch, fout, code):
    monkeypatch.setattr(beveiliging, "ask_kind", lambda *_, **__: ({"fout": fout}, b""))

    assert refused(locked()) is code


@pytest.mark.parametrize(
    ("bestand", "wachtwoorden", "code"),
    [
        (Bestand("a.xlsx", damaged(STANDAARD)), [], Code.BESTAND_BESCHADIGD),
        (Bestand("a.xlsx", damaged(STANDAARD)), ["een", "twee"], Code.BESTAND_BESCHADIGD),
        (Bestand("a.xlsx", damaged()), ["een", GEHEIM], Code.BESTAND_BESCHADIGD),
        (Bestand("a.xlsx", encrypted()[:3000]), [GEHEIM], Code.BESTAND_BESCHADIGD),
        (Bestand("a.xlsx", draw_ole({"EncryptedPackage": b"x", "\x09DRMContent": b"x"})), [GEHEIM], Code.BESTAND_LABEL),
        (Bestand("a.xlsx", draw_ole({"EncryptedPackage": b"x", "EncryptionInfo": b"x" * 200})), [], Code.BESTAND_LABEL),
        (Bestand("oud.xls", UNKNOWN_KIND), [GEHEIM], Code.BESTAND_BESCHADIGD),
    ],
)
def test_what_no_password_opens_is_refused_for_what_it_is(bestand, wachtwoorden, code):
    assert refused(bestand, *wachtwoorden) is code


@pytest.mark.parametrize(
    ("namen", "is_label"),
    [
        (["EncryptedPackage", "EncryptionInfo"], False),
        (["EncryptedPackage"], True),
        (["EncryptedPackage", "EncryptionInfo", "DRMEncryptedDataSpace"], True),
        (["EncryptedPackage", "EncryptionInfo", "DRMEncryptedTransform"], True),
        (["EncryptedPackage", "EncryptionInfo", "\x09DRMContent"], True),
    ],
)
def test_a_label_is_told_apart_from_a_password(namen, is_label):
    assert has_label(namen) is is_label


@pytest.mark.parametrize(
    ("binnen", "code"),
    [
        (b"", Code.BESTAND_BESCHADIGD),
        (b"geen werkmap", Code.BESTAND_BESCHADIGD),
        (pack({"word/document.xml": b"<w/>"}), Code.BESTAND_ANDERE_SOORT),
        (BLAD[:500], Code.BESTAND_AFGEKAPT),
    ],
)
def test_what_was_inside_is_judged_as_any_file(monkeypatch, binnen, code):
    monkeypatch.setattr(beveiliging, "ask_kind", lambda *_, **__: ({"plaats": 0}, binnen))

    assert refused(locked()) is code


@pytest.mark.parametrize("wachtwoord", [STANDAARD, GEHEIM])
def test_an_old_workbook_behind_a_password_is_read(wachtwoord):
    bestand = Bestand("oud.xls", encrypted_xls(wachtwoord, CELLEN))
    assert "voltooid".encode("utf-16-le") not in bestand.inhoud

    boek = open_werkboek(bestand, Sleutelbos.make(["fout", GEHEIM]))

    assert (boek.sheets[0].text(1, 1), boek.sheets[0].text(3, 2)) == ("voltooid", "in 2018")
    assert [b.code for b in boek.meldingen] == [Code.FORMAAT_BEPERKT, Code.ONTSLEUTELD]
    assert boek.bestand is bestand


def test_an_old_workbook_behind_a_password_nobody_knows_is_refused():
    bestand = Bestand("oud.xls", encrypted_xls(GEHEIM, CELLEN))

    assert refused(bestand) is Code.BESTAND_WACHTWOORD
    assert refused(bestand, "fout") is Code.WACHTWOORD_PAST_NIET
