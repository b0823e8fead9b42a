"""A workbook behind a password: encrypted as Excel does it (agile, AES-256), opened again and compared.

The salts are random, so the same workbook comes out as other bytes each time; what is inside is the same to the byte.
"""

import io

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import GebruikError
from actieplan_xl.reading.werkboek import herkenning
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.beveiliging import STANDAARD, Sleutelbos, unlock

KORTSTE, LANGSTE = 8, 255
"""Excel takes no password that is longer; a shorter one is guessed in no time."""


def check_password(wachtwoord: str) -> None:
    """Raise `GebruikError` for a password that does not protect, or that Excel cannot take."""
    if len(wachtwoord) < KORTSTE:
        raise GebruikError(
            f"Dit wachtwoord is te kort. Neem er een van ten minste {KORTSTE} tekens, liefst een paar woorden achter "
            "elkaar."
        )
    if wachtwoord.casefold() == STANDAARD.casefold() or not wachtwoord.strip():
        raise GebruikError("Met dit wachtwoord opent iedereen het bestand. Neem een ander, liefst een paar woorden.")
    if len(wachtwoord) > LANGSTE or not wachtwoord.isprintable():
        raise GebruikError(
            f"Dit wachtwoord past niet in Excel. Neem er een van hoogstens {LANGSTE} letters, cijfers en leestekens."
        )


def encrypt(bestand: Bestand, wachtwoord: str) -> bytes:
    """Return a workbook that only opens with the password. Raises `BestandError`, and then there is nothing."""
    check_password(wachtwoord)
    if not herkenning.is_zip(bestand):
        raise bestand.weiger(Code.VERSLEUTELEN_KAN_NIET)
    try:
        import msoffcrypto  # noqa: PLC0415  an extra, and only for this
        from msoffcrypto.format.ooxml import OOXMLFile  # noqa: PLC0415
    except ImportError as error:
        raise bestand.weiger(Code.VERSLEUTELEN_ZONDER_UITBREIDING) from error
    uit = io.BytesIO()
    try:
        OOXMLFile(io.BytesIO(bestand.inhoud)).encrypt(wachtwoord, uit)
    except msoffcrypto.exceptions.FileFormatError as error:
        raise bestand.weiger(Code.VERSLEUTELEN_KAN_NIET) from error
    versleuteld = uit.getvalue()
    _open_again(bestand, versleuteld, wachtwoord)
    return versleuteld


def _open_again(bestand: Bestand, versleuteld: bytes, wachtwoord: str) -> None:
    """What goes out is opened as a receiver would, in a process of its own, and must be what went in."""
    terug, gekozen = unlock(Bestand(bestand.naam, versleuteld), Sleutelbos([wachtwoord]))
    if terug != bestand.inhoud or gekozen != wachtwoord:
        raise bestand.weiger(Code.VERSLEUTELEN_MISLUKT)
