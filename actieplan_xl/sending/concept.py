"""A mail that somebody still has to send: an `.eml` that a mail program opens as a draft (`X-Unsent: 1`).

There is no sender in it and no date: whoever presses send is the sender, and that is when it was sent. The same draft
gives the same bytes.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import PurePosixPath

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
_SOORTEN = {".xlsx": XLSX, ".pdf": PDF, ".ods": "application/vnd.oasis.opendocument.spreadsheet"}

_TUSSEN_ADRESSEN = re.compile(r"[;,\s]+")
_ADRES = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")
_LANGSTE_ONDERWERP = 200


@dataclass(frozen=True, slots=True)
class Bijlage:
    """A file that goes along; `soort` is its media type."""

    naam: str
    inhoud: bytes
    soort: str = XLSX


@dataclass(frozen=True, slots=True)
class Concept:
    """A draft. `aan` are bare addresses as `parse_adressen` gives them; `tekst` is plain text."""

    aan: tuple[str, ...]
    onderwerp: str
    tekst: str
    bijlagen: tuple[Bijlage, ...] = ()
    cc: tuple[str, ...] = ()


def media_type(naam: str) -> str:
    """Return what a file of that name is to a mail program."""
    return _SOORTEN.get(PurePosixPath(naam).suffix.lower(), "application/octet-stream")


def parse_adressen(tekst: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the mail addresses in a cell, each once, and the parts that are none.

    Several stand behind each other with a `;`, a comma, a space or a new line between them.
    """
    delen = [deel.strip("<>") for deel in _TUSSEN_ADRESSEN.split(tekst.strip()) if deel.strip("<>")]
    adressen = dict.fromkeys(deel for deel in delen if is_adres(deel))
    return tuple(adressen), tuple(dict.fromkeys(deel for deel in delen if deel not in adressen))


def is_adres(tekst: str) -> bool:
    """Whether a mail program takes this as one address: plain letters, and a name behind the @ with a dot in it."""
    if not _ADRES.fullmatch(tekst):
        return False
    naam, _, domein = tekst.rpartition("@")
    if "=?" in tekst:  # there something encoded would begin
        return False
    return "." in domein and ".." not in tekst and not naam.startswith(".") and not naam.endswith(".")


def to_eml(concept: Concept) -> bytes:
    """Return the draft as the bytes of an `.eml` file, with CRLF line ends as mail has them."""
    mail = EmailMessage(SMTP)
    mail["X-Unsent"] = "1"
    for kop, adressen in (("To", concept.aan), ("Cc", concept.cc)):
        if adressen:
            mail[kop] = [Address(addr_spec=adres) for adres in adressen]
    mail["Subject"] = _one_line(concept.onderwerp)
    mail.set_content(concept.tekst, charset="utf-8", cte="quoted-printable")
    mail["Content-Language"] = "nl-NL"  # of the text, for who has it read aloud
    for bijlage in concept.bijlagen:
        soort, _, ondersoort = bijlage.soort.partition("/")
        mail.add_attachment(bijlage.inhoud, maintype=soort, subtype=ondersoort, filename=_file_name(bijlage.naam))
    if concept.bijlagen:
        mail.set_boundary(f"actieplan-{_digest(concept.bijlagen)}")
    return mail.as_bytes()


def _one_line(tekst: str) -> str:
    """A header is one line: what someone typed may not begin another one."""
    return _flat(tekst)[:_LANGSTE_ONDERWERP]


def _file_name(naam: str) -> str:
    """A name that is too long loses of its middle: its ending says which program opens it."""
    stam, punt, achter = _flat(naam).rpartition(".")
    return f"{stam[: _LANGSTE_ONDERWERP - len(achter) - 1]}{punt}{achter}" if punt else _one_line(naam)


def _flat(tekst: str) -> str:
    return " ".join("".join(teken if teken.isprintable() else " " for teken in tekst).split())


def _digest(bijlagen: Sequence[Bijlage]) -> str:
    """The line between the parts is made of what is in them: by chance it stands in none of them."""
    som = hashlib.sha256()
    for bijlage in bijlagen:
        som.update(bijlage.inhoud)
    return som.hexdigest()[:40]
