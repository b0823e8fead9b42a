"""A workbook behind a password: who has the password gets it back to the byte, and nobody else gets anything."""

import io
import sys
from xml.etree import ElementTree as ET

import msoffcrypto
import olefile
import pytest
from tekenen.versleuteld import BLAD

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError, GebruikError
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.sending import versleuteling

GEHEIM = "Geheim-€-lang"
REGIO = Bestand("regio.xlsx", BLAD)


def decrypted(inhoud: bytes, wachtwoord: str) -> bytes:
    bestand = msoffcrypto.OfficeFile(io.BytesIO(inhoud))
    bestand.load_key(password=wachtwoord, verify_password=True)
    uit = io.BytesIO()
    bestand.decrypt(uit, verify_integrity=True)
    return uit.getvalue()


def test_what_comes_out_with_the_password_is_what_went_in() -> None:
    """And without it nothing does: not with another, not with the one that Excel tries by itself."""
    versleuteld = versleuteling.encrypt(REGIO, GEHEIM)

    assert decrypted(versleuteld, GEHEIM) == BLAD
    for ander in ("Geheim-€-lan", "VelvetSweatshop"):
        with pytest.raises(msoffcrypto.exceptions.InvalidKeyError):
            decrypted(versleuteld, ander)


def test_it_is_encrypted_as_excel_does_it_with_aes_of_256_bits() -> None:
    """The container says so itself: agile, AES-256, SHA-512, a hundred thousand rounds."""
    with olefile.OleFileIO(io.BytesIO(versleuteling.encrypt(REGIO, GEHEIM))) as ole:
        info = ole.openstream("EncryptionInfo").read()

    boom = ET.fromstring(info[8:].decode())
    sleutels = [element.attrib for element in boom.iter() if "cipherAlgorithm" in element.attrib]
    assert info[:4] == b"\x04\x00\x04\x00"
    assert len(sleutels) == 2
    assert {(s["cipherAlgorithm"], s["keyBits"], s["hashAlgorithm"]) for s in sleutels} == {("AES", "256", "SHA512")}
    assert [s["spinCount"] for s in sleutels if "spinCount" in s] == ["100000"]


@pytest.mark.parametrize("wachtwoord", ["", "k0rt", "zeven77", "x" * 256, "regel een\nregel twee", "half \ud800 teken"])
def test_a_password_that_does_not_protect_is_refused_without_being_told(wachtwoord: str) -> None:
    """Too short, or nothing that can be typed in Excel."""
    with pytest.raises(GebruikError) as fout:
        versleuteling.encrypt(REGIO, wachtwoord)

    assert not wachtwoord or wachtwoord not in str(fout.value)


@pytest.mark.parametrize("inhoud", [b"PK\x05\x06" + bytes(18), b"geen werkmap"])
def test_what_is_no_workbook_of_excel_is_refused(inhoud: bytes) -> None:
    """Excel would not open it behind a password."""
    with pytest.raises(BestandError) as fout:
        versleuteling.encrypt(Bestand("regio.ods", inhoud), GEHEIM)

    assert fout.value.bevinding.code is Code.VERSLEUTELEN_KAN_NIET


def test_what_opens_as_something_else_never_goes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library could spoil a small file: every one is opened again before it is handed out."""
    monkeypatch.setattr(versleuteling, "unlock", lambda bestand, sleutels: (bestand.inhoud, sleutels.bekend[0]))

    with pytest.raises(BestandError) as fout:
        versleuteling.encrypt(REGIO, GEHEIM)

    assert fout.value.bevinding.code is Code.VERSLEUTELEN_MISLUKT


def test_where_the_extra_is_not_installed_the_way_to_install_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """As with reading: a sentence, no traceback."""
    monkeypatch.setitem(sys.modules, "msoffcrypto", None)

    with pytest.raises(BestandError, match=r"pip install 'actieplan_xl\[wachtwoord\]'"):
        versleuteling.encrypt(REGIO, GEHEIM)


@pytest.mark.parametrize("wachtwoord", ["VelvetSweatshop", "velvetsweatshop", " " * 10])
def test_a_password_with_which_everybody_opens_it_is_refused(wachtwoord: str) -> None:
    """Excel tries its own by itself: a file behind that is open."""
    with pytest.raises(GebruikError, match="opent iedereen"):
        versleuteling.encrypt(REGIO, wachtwoord)
