"""A draft as a mail program reads it."""

import email
from email import policy
from email.message import EmailMessage
from pathlib import Path


def read_draft(pad: Path) -> EmailMessage:
    """Parse it, and let nothing be wrong with it."""
    mail = email.message_from_bytes(pad.read_bytes(), policy=policy.default)
    assert isinstance(mail, EmailMessage)
    assert not mail.defects
    return mail


def attachments(pad: Path) -> list[tuple[str, bytes]]:
    """Return the name and the bytes of everything that goes along."""
    delen = list(read_draft(pad).iter_attachments())
    return [(str(deel.get_filename()), bytes(deel.get_payload(decode=True))) for deel in delen]


def body(pad: Path) -> str:
    """Return what the mail says."""
    deel = read_draft(pad).get_body(("plain",))
    assert deel is not None
    return str(deel.get_content()).replace("\r\n", "\n")
