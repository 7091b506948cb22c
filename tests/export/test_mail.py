"""The draft, read by Python's strict parser as another program would."""

import email
import email.policy
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings

from desktop.export.letter import letter_paper
from desktop.export.mail import (
    Draft,
    dates_attached,
    draft,
    mail_link,
    page_attached,
)
from desktop.export.messages import Message, Purpose, message
from desktop.export.paper import Paper
from desktop.export.plain_text import plain_text
from tests.export.letters import LETTER, letter_saying
from tests.export.odd_words import AWKWARD, odd_names, odd_words, visible

PRIYA = ("Priya Nair", "priya.nair@example.org")
PDF = b"%PDF-1.7\n\x00\xff\r\n.\r\nFrom the start"
COVER = message(Purpose.SUMMARY, "Priya Nair", "Sam Okafor", date(2026, 11, 26))
PAPER = letter_paper(LETTER)
ELEMENTS = {"html", "head", "meta", "body", "hr", "p", "h2", "h3", "ul", "li"}


def sent_with_page(paper: Paper = PAPER, to: tuple[str, str] = PRIYA) -> Draft:
    attachments = [
        page_attached("Summary 2026-11-26.pdf", PDF),
        dates_attached("Dates 2026-11-26.ics", "SUMMARY:…\r\n".encode()),
    ]
    return draft(COVER, to, paper=paper, attachments=attachments)


def read(content: bytes) -> EmailMessage:
    """Parse strictly: any defect raises."""
    mail = email.message_from_bytes(content, policy=email.policy.strict)
    assert isinstance(mail, EmailMessage)
    for part in mail.walk():
        assert not part.defects
        for header in part.values():
            assert not header.defects
    return mail


def body(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body((kind,))
    assert isinstance(part, EmailMessage)
    return str(part.get_content()).replace("\r\n", "\n")


class Page(HTMLParser):
    """Collects what a browser would show, and which elements there are."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[tuple[str, str | None]] = set()
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes.update(attrs)

    def handle_data(self, data: str) -> None:
        self.words += data


def test_it_is_an_unsent_mail_to_the_person_and_from_nobody_yet() -> None:
    mail = read(sent_with_page().content)
    assert mail["X-Unsent"] == "1"
    assert str(mail["To"]) == "Priya Nair <priya.nair@example.org>"
    assert mail["Subject"] == "Our conversation on Thursday 26 November"
    assert set(mail.keys()) == {"X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"}


def test_words_come_twice_and_the_files_beside_them() -> None:
    mail = read(sent_with_page().content)
    assert [part.get_content_type() for part in mail.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "application/pdf",
        "text/calendar",
    ]
    page, dates = mail.iter_attachments()
    assert page.get_filename() == "Summary 2026-11-26.pdf"
    assert page.get_content() == PDF
    assert dates.get_filename() == "Dates 2026-11-26.ics"
    assert dates.get_content() == "SUMMARY:…\r\n"
    assert dates["Content-Type"].params["charset"] == "utf-8"
    assert "method" not in dates["Content-Type"].params


def test_the_body_is_the_note_and_below_it_the_letter_to_be_edited() -> None:
    words = body(read(sent_with_page().content), "plain")
    assert words.startswith("Hello Priya,\n\nThank you for talking with me")
    assert words.endswith("Sam\n\n\n" + plain_text(PAPER))
    assert max(map(len, words.splitlines())) <= 72


def test_the_html_says_the_same_and_finds_its_own_direction() -> None:
    html = Page(body(read(sent_with_page().content), "html"))
    assert html.elements == ELEMENTS
    assert html.attributes == {("lang", "en-GB"), ("charset", "utf-8"), ("dir", "auto")}
    assert "Finish the runbook (30 November 2026)" in html.words
    assert "Next conversation: 25 February 2027" in html.words


def test_a_message_alone_has_nothing_attached() -> None:
    mail = read(draft(Message("Before we talk", "Hello.\n\nOne\ntwo"), PRIYA).content)
    assert mail.get_content_type() == "multipart/alternative"
    assert body(mail, "plain") == "Hello.\n\nOne\ntwo\n"
    assert list(mail.iter_attachments()) == []


def test_only_seven_bits_travel_and_every_line_ends_in_crlf() -> None:
    content = sent_with_page(letter_paper(letter_saying(*AWKWARD[:-1]))).content
    assert content.isascii()
    assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
    assert max(map(len, content.split(b"\r\n"))) <= 998


def test_equal_input_gives_equal_bytes_and_other_words_another_boundary() -> None:
    assert sent_with_page().content == sent_with_page().content
    other = sent_with_page(letter_paper(letter_saying("Something else.")))
    first, second = (read(d.content).get_boundary() for d in (sent_with_page(), other))
    assert first != second


NO_ADDRESSES = (
    *("", " ", "nobody", "@example.org", "priya@", "a b@example.org", "<priya@example.org>"),
    *("a@b@c.org", "a@b.org, c@d.org", "a@b\r\nBcc: c@d.org", "a..b@c.d", '"@x.org', "a@[1.2"),
    *("()@x.org", "x@" + "y" * 80 + ".org", "x@y..z", "jörg@example.org"),
)


@pytest.mark.parametrize("address", NO_ADDRESSES)
def test_an_address_that_cannot_be_written_is_left_to_the_mail_program(address: str) -> None:
    made = draft(COVER, ("Priya Nair", address))
    mail = read(made.content)
    assert not made.addressed
    assert mail["To"] is None
    assert mail["Bcc"] is None
    assert sent_with_page().addressed


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (" priya@example.org\n", "priya@example.org"),
        ("priya+1:1@bücher.example", None),
        ("priya+work@bücher.example", "priya+work@xn--bcher-kva.example"),
        ("o'brien@example.org", "o'brien@example.org"),
    ],
)
def test_an_address_is_written_as_mail_knows_it(typed: str, written: str | None) -> None:
    mail = read(draft(COVER, ("", typed)).content)
    assert (str(mail["To"]) if mail["To"] else None) == written


@settings(deadline=None, max_examples=80)
@given(odd_names, odd_words)
def test_odd_words_neither_break_the_mail_nor_get_lost(name: str, words: str) -> None:
    letter = replace(letter_saying(words), person_name=name)
    made = draft(Message(name, words), (name, PRIYA[1]), paper=letter_paper(letter))

    mail = read(made.content)

    assert set(mail.keys()) == {"X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"}
    (to,) = mail["To"].addresses
    assert to.addr_spec == PRIYA[1]
    assert visible(to.display_name) == visible(name)
    assert visible(mail["Subject"]) == visible(name)
    html = Page(body(mail, "html"))
    assert html.elements <= {"html", "head", "meta", "body", "hr", "p", "h2", "h3"} | {
        "ul",
        "li",
        "br",
    }
    assert visible(words) in visible(html.words)
    assert visible(words) in visible(body(mail, "plain"))


def test_a_link_carries_an_address_and_a_subject_and_nothing_else() -> None:
    link = mail_link("priya+1&cc=x@example.org", "Über 100 % & more?\r\nbody=secret")
    parts = urlsplit(link)
    assert parts.path == "priya%2B1%26cc%3Dx@example.org"
    assert parse_qs(parts.query) == {"subject": ["Über 100 % & more? body=secret"]}
    assert link.isascii()
