"""Every way out is gone to its end: what left is what was shown, recorded to the byte, and told."""

import email
import email.policy
import zipfile
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import icalendar
import pypdfium2
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.errors import Trouble
from desktop.domain.shared.shares import Way
from desktop.export import mail_program
from desktop.services import contracts, conversations, letters, people, shares
from desktop.ui.dialogs import printing
from desktop.ui.widgets import clipboard
from tests.ui.send.conftest import Chooser
from tests.ui.send.outbox import Outbox


def recorded(outbox: Outbox) -> tuple[Way, bytes]:
    """Return how the last thing left, and its very bytes."""
    who = conversations.conversation(outbox.vault.shared, outbox.talk).person
    share = shares.of_person(outbox.vault.shared, who)[0]
    return share.way, shares.opened(outbox.vault.shared, share.id)[1]


def is_agreed(outbox: Outbox) -> bool:
    contract = contracts.of_conversation(outbox.vault.shared, outbox.talk)
    return contract is not None and not contract.is_draft


def attached(content: bytes) -> bytes:
    mail = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(mail, EmailMessage)
    assert mail["X-Unsent"] == "1"
    (page,) = mail.iter_attachments()
    taken = page.get_payload(decode=True)
    assert isinstance(taken, bytes)
    return taken


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Stands in for the user's mail program, and keeps the drafts it was given."""
    drafts: list[bytes] = []
    monkeypatch.setattr(mail_program, "open_draft", drafts.append)
    return drafts


def test_a_draft_opens_with_the_page_that_was_shown_and_is_recorded_as_it_was(
    outbox: Outbox, opened: list[bytes], qtbot: QtBot
) -> None:
    shown = letters.page(outbox.vault.shared, outbox.talk)

    outbox.robot.press("Email Priya a draft")
    qtbot.waitUntil(lambda: outbox.robot.reads("A draft is open in your mail program"))

    (draft,) = opened
    assert attached(draft) == shown
    assert recorded(outbox) == (Way.MAIL, draft)
    assert outbox.robot.reads("It has no address yet.")
    assert is_agreed(outbox)


def test_the_very_same_draft_opened_twice_left_once_until_the_page_is_opened_anew(
    outbox: Outbox, opened: list[bytes], qtbot: QtBot
) -> None:
    outbox.robot.press("Email Priya a draft")
    qtbot.waitUntil(lambda: outbox.robot.reads("and recorded here"))
    outbox.robot.press("Email Priya a draft")
    qtbot.waitUntil(lambda: outbox.robot.reads("It was recorded before"))
    assert len(opened) == 2
    assert opened[0] == opened[1]
    assert len(outbox.shares()) == 1

    outbox.page.show_conversation(outbox.talk)
    qtbot.waitUntil(outbox.is_ready)
    outbox.robot.press("Email Priya a draft")
    qtbot.waitUntil(lambda: outbox.robot.reads("and recorded here"))
    assert len(outbox.shares()) == 2


def test_the_dates_go_with_the_e_mail_where_they_are_asked_to(
    outbox: Outbox, chooser: Chooser
) -> None:
    outbox.robot.press("Add dates to calendar")
    outbox.robot.press("Attach them to the e-mail too")
    outbox.robot.press("Add dates to calendar")
    outbox.robot.press("E-mail file…")

    assert chooser.place is not None
    assert b"text/calendar" in chooser.place.read_bytes()


def test_without_a_mail_program_the_next_best_way_is_one_press_away(
    outbox: Outbox, monkeypatch: pytest.MonkeyPatch, chooser: Chooser, qtbot: QtBot
) -> None:
    def none_here(_content: bytes) -> None:
        raise Trouble(what_happened="No mail program.", what_is_safe="Safe.", what_to_do="Save.")

    monkeypatch.setattr(mail_program, "open_draft", none_here)
    outbox.robot.press("Email Priya a draft")
    qtbot.waitUntil(lambda: outbox.robot.reads("No mail program."))
    assert outbox.shares() == ()
    assert not is_agreed(outbox)

    outbox.robot.press("Save the e-mail as a file…")

    assert chooser.offered == [("Summary 2026-11-22.eml", "E-mail (*.eml)")]
    assert chooser.place is not None
    saved = chooser.place.read_bytes()
    assert attached(saved) == letters.page(outbox.vault.shared, outbox.talk)
    assert recorded(outbox) == (Way.EML, saved)
    assert outbox.robot.reads("it is not sent yet. It has no address yet.")


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Stands in for a printer that the system's dialog chose: it prints into a file."""
    sheet = tmp_path / "sheet.pdf"

    def find() -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(sheet))
        return printer

    def choose(_parent: QWidget, _printer: QPrinter, _sheets: int) -> bool:
        return True

    monkeypatch.setattr(printing, "find_printer", find)
    monkeypatch.setattr(printing, "choose_printer", choose)
    return sheet


def darkness(pdf: bytes) -> list[int]:
    """Return how dark each part of the first sheet is, in 40 times 56 parts."""
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1
        image = document[0].render(scale=0.5, grayscale=True)
        rows = bytes(image.buffer)
        return [
            sum(
                255 - rows[y * image.stride + x]
                for y in range(part_y * image.height // 56, (part_y + 1) * image.height // 56)
                for x in range(part_x * image.width // 40, (part_x + 1) * image.width // 40)
            )
            for part_y in range(56)
            for part_x in range(40)
        ]


def test_what_is_printed_is_the_page_itself_at_its_own_size(
    outbox: Outbox, printed: Path, qtbot: QtBot
) -> None:
    shown = letters.page(outbox.vault.shared, outbox.talk)
    outbox.robot.press_soon("Choose a printer…")
    outbox.robot.press("Print…")

    assert outbox.robot.reads("and recorded.")
    assert recorded(outbox) == (Way.PRINT, shown)
    ours, theirs = darkness(shown), darkness(printed.read_bytes())
    apart = sum(abs(one - other) for one, other in zip(ours, theirs, strict=True))
    assert apart < 0.2 * sum(ours)


def test_a_preview_that_is_called_off_prints_and_records_nothing(
    outbox: Outbox, printed: Path
) -> None:
    outbox.robot.press_soon("Cancel")
    outbox.robot.press("Print…")

    assert not printed.exists()
    assert outbox.shares() == ()


def test_without_a_printer_it_says_so_and_offers_the_pdf(
    outbox: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "find_printer", lambda: None)

    outbox.robot.press("Print…")

    assert outbox.robot.reads("No printer is set up on this computer.")
    assert outbox.shares() == ()


def test_the_editable_copies_say_what_the_page_says(outbox: Outbox, chooser: Chooser) -> None:
    outbox.robot.press("Editable copy…")
    assert chooser.place is not None
    with zipfile.ZipFile(chooser.place) as package:
        assert "Introduce Priya to Marta" in package.read("content.xml").decode()
    assert recorded(outbox) == (Way.OPEN_DOCUMENT, chooser.place.read_bytes())

    outbox.robot.press("Text file…")
    assert "- Introduce Priya to Marta (27 November 2026)" in chooser.place.read_text("utf-8")
    assert recorded(outbox) == (Way.TEXT, chooser.place.read_bytes())
    assert outbox.robot.reads("“page.pdf” lies in “out”.")


def test_copied_text_is_taken_back_at_the_lock_unless_something_else_was_copied(
    outbox: Outbox,
) -> None:
    on_clipboard = QGuiApplication.clipboard()
    outbox.robot.press("Copy text")
    assert on_clipboard.text().startswith("Priya Nair and Sam Okafor\n=")
    assert recorded(outbox) == (Way.CLIPBOARD, on_clipboard.text().encode())

    clipboard.forget()
    assert on_clipboard.text() == ""

    outbox.robot.press("Copy text")
    on_clipboard.setText("Milk, bread")
    clipboard.forget()
    assert on_clipboard.text() == "Milk, bread"


def events(content: bytes) -> list[tuple[str, str]]:
    calendar = icalendar.Calendar.from_ical(content)
    days = (
        (str(e.decoded("dtstart")), str(e["summary"]))  # a line for each day
        for e in calendar.walk("VEVENT")
    )
    return sorted(days)


def test_dates_are_discreet_by_default_and_agree_nothing(outbox: Outbox, chooser: Chooser) -> None:
    outbox.robot.press("Add dates to calendar")
    outbox.robot.press("Save calendar file…")

    assert chooser.offered == [("Dates 2026-11-22.ics", "Calendar (*.ics)")]
    assert chooser.place is not None
    assert events(chooser.place.read_bytes()) == [
        ("2026-11-27", "1:1 follow-up"),
        ("2026-11-30", "1:1 follow-up"),
    ]
    assert recorded(outbox) == (Way.CALENDAR, chooser.place.read_bytes())
    assert outbox.shares() == ()
    assert not is_agreed(outbox)
    assert outbox.robot.has("Open it in your calendar")


def test_only_my_dates_with_their_words_when_that_is_chosen(
    outbox: Outbox, chooser: Chooser
) -> None:
    outbox.robot.press("Add dates to calendar")
    outbox.robot.press("Priya’s dates")
    outbox.robot.press("With names and words")
    outbox.robot.press("Save calendar file…")

    assert chooser.place is not None
    assert events(chooser.place.read_bytes()) == [
        ("2026-11-27", "For Priya Nair: Introduce Priya to Marta")
    ]


def test_the_sheet_can_be_us_letter(outbox: Outbox, chooser: Chooser, qtbot: QtBot) -> None:
    outbox.robot.press("US Letter")
    qtbot.waitUntil(outbox.can_save)
    outbox.robot.press("Save PDF…")

    assert chooser.place is not None
    with pypdfium2.PdfDocument(chooser.place.read_bytes()) as document:
        assert document.get_page_size(0) == (612, 792)


def test_nobody_whose_address_is_known_is_told_that_it_is_missing(
    outbox: Outbox, opened: list[bytes], qtbot: QtBot
) -> None:
    who = conversations.conversation(outbox.vault.shared, outbox.talk).person
    priya = people.person(outbox.vault.shared, who)
    people.describe(outbox.vault.shared, replace(priya, email="priya@example.org"))

    outbox.robot.press("Email Priya a draft")
    qtbot.waitUntil(lambda: outbox.robot.reads("A draft is open in your mail program"))

    assert not outbox.robot.reads("It has no address yet.")
    assert b"priya@example.org" in opened[0]


def test_the_page_in_sight_keeps_its_size_while_something_is_told_beside_it(
    outbox: Outbox, qtbot: QtBot
) -> None:
    outbox.page.resize(1068, 700)
    qtbot.waitUntil(lambda: outbox.view().height() < 700)
    before = outbox.view().height()
    outbox.robot.press("Copy text")
    qtbot.waitUntil(lambda: outbox.robot.reads("Copied and recorded"))
    qtbot.waitUntil(lambda: outbox.page.verticalScrollBar().maximum() > 0)
    assert outbox.view().height() == before
