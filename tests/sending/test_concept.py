"""Drafts of mails, read back with an independent parser and as a mail program would show them."""

import email
from email import policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actieplan_xl.sending.concept import Bijlage, Concept, is_adres, parse_adressen, to_eml


def read(inhoud: bytes) -> EmailMessage:
    """Parse it, and let nothing be wrong with it."""
    mail = email.message_from_bytes(inhoud, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    assert not mail.defects
    return mail


def test_a_draft_opens_as_something_that_still_has_to_be_sent() -> None:
    """Without a sender or a date: those come when somebody sends it."""
    mail = read(to_eml(Concept(("uden@uden.example",), "Nog 3 antwoorden", "Beste collega,\n")))

    assert (mail["X-Unsent"], mail["To"], mail["Subject"]) == ("1", "uden@uden.example", "Nog 3 antwoorden")
    assert {"From", "Date", "Message-ID"}.isdisjoint(mail.keys())


@given(inhoud=st.binary(max_size=2000), naam=st.sampled_from(["Invulblad – Sint Anthonis.xlsx", "b.xlsx", "é ü.xlsx"]))
def test_an_attachment_comes_out_byte_for_byte_under_its_own_name(inhoud: bytes, naam: str) -> None:
    """Whatever its bytes are and whatever letters its name has."""
    mail = read(to_eml(Concept(("a@b.example",), "x", "tekst", (Bijlage(naam, inhoud),))))

    body = mail.get_body(("plain",))
    assert body is not None
    assert body["Content-Language"] == "nl-NL"
    (bijlage,) = mail.iter_attachments()
    assert (bijlage.get_filename(), bijlage.get_payload(decode=True)) == (naam, inhoud)


@given(tekst=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_the_text_of_a_mail_comes_out_as_it_was_written(tekst: str) -> None:
    """Long lines, dots at their beginning and letters of any kind."""
    body = read(to_eml(Concept(("a@b.example",), "x", tekst, (Bijlage("a.xlsx", b"1"),)))).get_body(("plain",))

    assert body is not None
    regels = body.get_content().splitlines()
    assert [regel for regel in regels if regel] == [regel for regel in tekst.splitlines() if regel]


def test_what_someone_typed_begins_no_header_of_its_own() -> None:
    """A name of a plan may hold a new line; the mail may not get another receiver by it."""
    mail = read(to_eml(Concept(("a@b.example",), "Plan\r\nBcc: x@y.example", "t", (Bijlage("a\r\nb.xlsx", b""),))))

    assert mail["Bcc"] is None
    assert mail["Subject"] == "Plan Bcc: x@y.example"


def test_the_same_draft_is_the_same_bytes() -> None:
    """Also with attachments, of which a mail usually is parted by something random."""
    concept = Concept(("a@b.example",), "Onderwerp", "tekst", (Bijlage("a.xlsx", b"1"), Bijlage("b.xlsx", b"2")))

    assert to_eml(concept) == to_eml(concept)


@pytest.mark.parametrize(
    ("tekst", "adressen", "anders"),
    [
        ("uden@uden.example", ("uden@uden.example",), ()),
        (" a@b.example; c@d.example,\ne@f.example ", ("a@b.example", "c@d.example", "e@f.example"), ()),
        ("Jan <jan@uden.example>", ("jan@uden.example",), ("Jan",)),
        ("a@b.example; a@b.example", ("a@b.example",), ()),
        ("uden at uden.nl", (), ("uden", "at", "uden.nl")),
        ("", (), ()),
    ],
)
def test_addresses_are_taken_out_of_a_cell(tekst: str, adressen: tuple[str, ...], anders: tuple[str, ...]) -> None:
    """Several may stand in one; what is no address is given back, so that it can be told."""
    assert parse_adressen(tekst) == (adressen, anders)


def test_a_long_name_of_an_attachment_keeps_its_ending() -> None:
    """By that a mail program knows what opens it."""
    mail = read(to_eml(Concept(("a@b.example",), "x", "t", (Bijlage("R" * 300 + ".xlsx", b"1"),))))

    (bijlage,) = mail.iter_attachments()
    assert bijlage.get_filename() == "R" * 195 + ".xlsx"


@pytest.mark.parametrize(
    "tekst",
    ["=?utf-8?q?a?=@x.nl", "a@b", "@b.nl", "a@", "a b@c.nl", "a..b@c.nl", ".a@b.nl", "é@b.nl", "a@b.nl\n", "x" * 300],
)
def test_what_is_no_address_is_not_taken_for_one(tekst: str) -> None:
    """A mail program would refuse it, or send it elsewhere."""
    assert not is_adres(tekst)
