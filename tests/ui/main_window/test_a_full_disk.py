"""Nothing that was typed is lost at a lock, also when the disk has no room for it."""

import io
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from desktop.app.opening import open_session
from desktop.domain.errors import Trouble
from desktop.domain.ids import ConversationId, QuestionId
from desktop.domain.private.words import PrivateText
from desktop.services import contracts, conversations, people, summaries
from desktop.services.private import answers, debriefs
from desktop.session import Session
from desktop.ui.main_window import MainWindow
from desktop.vault import handover
from desktop.vault.handover import HandOver
from tests.helpers.disk import a_full_disk, on_posix
from tests.helpers.robot import Robot
from tests.helpers.vaults import KEY, OpenVault

SENTENCE = "Priya would like to own the failover design."

pytestmark = on_posix


class Desktop:
    """A window over an open vault, and the lock and unlock of the process around it."""

    def __init__(self, window: MainWindow, vault: OpenVault) -> None:
        self.window = window
        self.vault = vault
        self.robot = Robot(window)

    def lock(self) -> bytes:
        """Do what the process does at a lock; return what goes with the gate."""
        self.window.cover()
        sealed = b"" if self.window.flush() else self.vault.seal(self.window.unsaved())
        self.window.setEnabled(False)
        self.vault.close()
        return sealed

    def unlock(self, sealed: bytes) -> Session:
        """Hand the key and the sealed words over as the gate does, and write them."""
        message = handover.to_bytes(HandOver(self.vault.folder, bytearray(KEY), drafts=sealed))
        received = handover.receive(_Pipe(bytes(message)))
        assert received is not None
        session = open_session(received)
        if received.drafts:
            session.restore(received.drafts)
        return session


class _Pipe(io.BytesIO):
    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        return super().readinto(buffer)


@pytest.fixture
def talk(vault: OpenVault) -> ConversationId:
    who = people.add(vault.shared, "Priya Nair").value
    return conversations.begin(vault.shared, who).value


@pytest.fixture
def desktop(qtbot: QtBot, vault: OpenVault, talk: ConversationId) -> Iterator[Desktop]:
    window = MainWindow()
    window.show_session(vault)
    with qtbot.waitExposed(window):
        window.show()
    yield Desktop(window, vault)
    window.hide()
    window.deleteLater()


@pytest.fixture
def unlock(desktop: Desktop) -> Iterator[Callable[[bytes], Session]]:
    opened: list[Session] = []

    def unlock(sealed: bytes) -> Session:
        opened.append(desktop.unlock(sealed))
        return opened[-1]

    yield unlock
    for session in opened:
        session.close()


def test_a_note_and_the_sentence_for_both_come_back(
    desktop: Desktop, talk: ConversationId, unlock: Callable[[bytes], Session]
) -> None:
    desktop.robot.press("Continue")
    with a_full_disk():
        desktop.robot.type_into("Your notes", "Lit up.")
        desktop.robot.type_into("For the summary you will share", SENTENCE)
        sealed = desktop.lock()

    session = unlock(sealed)

    question = conversations.path(session.shared, talk).steps[0].question
    assert answers.note_to(session.private, talk, question).words == PrivateText("Lit up.")
    (paragraph,) = summaries.paragraphs(session.shared, talk)
    assert (paragraph.text, paragraph.question) == (SENTENCE, question)


def test_everything_on_the_contract_page_comes_back(
    desktop: Desktop, talk: ConversationId, unlock: Callable[[bytes], Session]
) -> None:
    robot = desktop.robot
    robot.press("Continue")
    robot.press("Closing: summary and contract")
    robot.press("Add mine")
    with a_full_disk():
        robot.type_into("Summary, paragraph 1", SENTENCE)
        robot.type_into("Commitment 1", "Introduce Priya to Marta")
        robot.set_day("Date of commitment 1", "27 Nov 2026")
        robot.press("You")
        robot.type_into("What we review", "How the review went")
        robot.type_into("The open question", "Is there a staff role here?")
        robot.set_day("Next conversation", "25 Feb 2027")
        sealed = desktop.lock()

    session = unlock(sealed)

    assert [p.text for p in summaries.paragraphs(session.shared, talk)] == [SENTENCE]
    found = contracts.draft(session.shared, talk).value
    (line,) = found.commitments
    assert (line.what, line.due, line.owner) == (
        "Introduce Priya to Marta",
        date(2026, 11, 27),
        "person",
    )
    assert (found.review, found.open_question) == (
        "How the review went",
        "Is there a staff role here?",
    )
    assert found.next_conversation == date(2027, 2, 25)


def test_why_nothing_was_agreed_comes_back(
    desktop: Desktop, talk: ConversationId, unlock: Callable[[bytes], Session]
) -> None:
    desktop.robot.press("Continue")
    desktop.robot.press("Closing: summary and contract")
    with a_full_disk():
        desktop.robot.type_into("Nothing agreed this time, because", "there was no time")
        sealed = desktop.lock()

    session = unlock(sealed)

    assert contracts.draft(session.shared, talk).value.nothing_agreed_because == "there was no time"


def test_a_debrief_comes_back(
    desktop: Desktop, talk: ConversationId, unlock: Callable[[bytes], Session]
) -> None:
    desktop.robot.press("Continue")
    desktop.robot.press("Closing: summary and contract")
    desktop.robot.press("Debrief, for you alone")
    with a_full_disk():
        desktop.robot.type_into("What I avoided", "Pay.")
        desktop.robot.press("I spoke more")
        sealed = desktop.lock()

    session = unlock(sealed)

    found = debriefs.of_conversation(session.private, talk)
    assert (found.avoided, found.talking) == (PrivateText("Pay."), "more")


def test_with_room_on_the_disk_nothing_is_sealed(desktop: Desktop) -> None:
    desktop.robot.press("Continue")
    desktop.robot.type_into("Your notes", "Lit up.")

    assert desktop.lock() == b""


def test_words_that_come_back_late_leave_the_keyboard_on_the_contract_where_it_is(
    desktop: Desktop, talk: ConversationId, vault: OpenVault
) -> None:
    robot = desktop.robot
    robot.press("Continue")
    robot.press("Closing: summary and contract")
    with a_full_disk():
        robot.type_into("The open question", "Is there a staff role?")
        desktop.window.flush()
        sealed = vault.seal(desktop.window.unsaved())
    robot.replace_in("The open question", "What next?")
    desktop.window.flush()

    vault.restore(sealed, keep_what_stands=True)
    desktop.window.read_all_again()
    robot.keys("Ctrl+End")
    robot.type_text("!")
    desktop.window.flush()

    question = contracts.draft(vault.shared, talk).value.open_question
    assert question == "What next?\nIs there a staff role?!"


def test_words_that_come_back_late_are_shown_where_the_manager_is_writing(
    desktop: Desktop, talk: ConversationId, vault: OpenVault
) -> None:
    desktop.robot.press("Continue")
    question = conversations.path(vault.shared, talk).steps[0].question
    with a_full_disk():
        desktop.robot.type_into("Your notes", "Lit up.")
        desktop.window.flush()
        sealed = vault.seal(desktop.window.unsaved())
        with suppress(Trouble):
            vault.restore(sealed)
    desktop.robot.replace_in("Your notes", "Slept badly.")
    desktop.window.flush()

    vault.restore(sealed, keep_what_stands=True)
    desktop.window.read_all_again()

    assert desktop.robot.text_in("Your notes") == "Slept badly.\nLit up."
    desktop.robot.keys("Alt+Right")
    kept = answers.note_to(vault.private, talk, QuestionId(question)).words
    assert kept == PrivateText("Slept badly.\nLit up.")
