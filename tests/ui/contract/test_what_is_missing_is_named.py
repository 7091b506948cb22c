"""Nothing goes out while something is missing, and what is missing is said where it is missing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.ids import ConversationId
from desktop.domain.private.answers import Answer
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.commitments import Owner
from desktop.services import contracts, conversations
from desktop.services.private import answers
from tests.helpers.vaults import OpenVault
from tests.ui.contract.paper import Paper, promise

REASON = "Nothing agreed this time, because"
RICH = "A rich talk, and nothing agreed."
NO_DATE = "By when? A commitment needs a date."
NO_WORDS = "What will be done? One line is enough."
NOTHING = "Nothing is agreed yet."
TYPED = "This could not be read as a date."


def test_a_complete_contract_goes_on_to_the_page_that_is_sent(
    vault: OpenVault,
    talk: ConversationId,
    lay: Callable[[ConversationId], Paper],
    qtbot: QtBot,
) -> None:
    promise(vault, talk, Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
    paper = lay(talk)
    paper.robot.type_into("The open question", "Is there a staff role here?")

    with qtbot.waitSignal(paper.page.send_asked) as asked:
        paper.robot.press("Review and send")

    assert asked.args == [talk]
    assert paper.contract().open_question == "Is there a staff role here?"


def test_a_commitment_without_words_or_date_is_named_beside_its_row(
    vault: OpenVault,
    talk: ConversationId,
    lay: Callable[[ConversationId], Paper],
    qtbot: QtBot,
) -> None:
    promise(vault, talk, Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
    paper = lay(talk)
    paper.robot.press("Add mine")
    paper.robot.press("Add Priya’s")
    paper.robot.type_into("Commitment 3", "Rest")
    paper.set_date("Date of commitment 2", "27 Nov 2026")

    with qtbot.assertNotEmitted(paper.page.send_asked):
        paper.robot.press("Review and send")

    assert stands_in_row(paper, NO_WORDS, 2)
    assert stands_in_row(paper, NO_DATE, 3)
    assert paper.is_writing_in("Commitment 2")


def test_a_commitment_without_owner_asks_whose_it_is(
    vault: OpenVault,
    talk: ConversationId,
    lay: Callable[[ConversationId], Paper],
) -> None:
    promise(vault, talk, Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
    draft = contracts.draft(vault.shared, talk).value
    ownerless = replace(draft.commitments[0], owner=None)
    contracts.word_commitment(vault.shared, draft, ownerless)
    paper = lay(talk)

    paper.robot.press("Review and send")
    assert stands_in_row(paper, "Whose commitment is this?", 1)
    paper.robot.press("Who?")

    assert paper.contract().commitments[0].owner is Owner.PERSON
    assert not paper.robot.reads("Whose commitment is this?")


def test_what_was_named_is_taken_back_once_it_is_there(paper: Paper) -> None:
    paper.robot.press("Add mine")
    paper.robot.press("Review and send")
    assert paper.robot.reads(NO_WORDS)
    assert paper.robot.reads(NO_DATE)

    paper.robot.type_into("Commitment 1", "Introduce Priya to Marta")
    paper.page.flush()
    assert not paper.robot.reads(NO_WORDS)
    paper.set_date("Date of commitment 1", "27 Nov 2026")
    assert not paper.robot.reads(NO_DATE)


def test_an_empty_contract_is_named_at_the_commitments_and_a_reason_is_enough(
    paper: Paper, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(paper.page.send_asked):
        paper.robot.press("Review and send")
    assert paper.robot.reads(NOTHING)

    paper.robot.type_into("Nothing agreed this time, because", "we ran out of time")
    with qtbot.waitSignal(paper.page.send_asked):
        paper.robot.press("Review and send")
    assert not paper.robot.reads(NOTHING)


def test_a_date_that_cannot_be_read_is_named_and_goes_nowhere(
    vault: OpenVault,
    talk: ConversationId,
    lay: Callable[[ConversationId], Paper],
    qtbot: QtBot,
) -> None:
    promise(vault, talk, Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
    paper = lay(talk)
    paper.robot.replace_in("Date of commitment 1", "soonish")

    with qtbot.assertNotEmitted(paper.page.send_asked):
        paper.robot.press("Review and send")
    assert stands_in_row(paper, TYPED, 1)
    assert paper.is_writing_in("Date of commitment 1")
    assert paper.contract().commitments[0].due == date(2026, 11, 30)

    paper.set_date("Date of commitment 1", "2026-12-01")
    assert not paper.robot.reads(TYPED)
    with qtbot.waitSignal(paper.page.send_asked):
        paper.robot.press("Review and send")


def test_the_next_conversation_needs_a_date_that_can_be_read_too(
    vault: OpenVault,
    talk: ConversationId,
    lay: Callable[[ConversationId], Paper],
    qtbot: QtBot,
) -> None:
    for number in range(8):
        promise(vault, talk, Owner.PERSON, f"Finish runbook {number}", date(2026, 11, 30))
    paper = lay(talk)
    paper.robot.replace_in("Next conversation", "after the holidays")

    with qtbot.assertNotEmitted(paper.page.send_asked):
        paper.robot.press("Review and send")

    assert paper.robot.reads(TYPED)
    assert paper.is_writing_in("Next conversation")
    (said,) = [w for w in paper.page.findChildren(QLabel) if TYPED in w.text() and w.isVisible()]
    qtbot.waitUntil(lambda: said.visibleRegion().boundingRect() == said.rect())


def test_a_day_that_has_passed_is_allowed_and_mentioned(paper: Paper, qtbot: QtBot) -> None:
    paper.robot.press("Add mine")
    paper.robot.type_into("Commitment 1", "Introduce Priya to Marta")
    paper.set_date("Date of commitment 1", "20 Nov 2026")

    assert stands_in_row(paper, "That day has passed.", 1)
    with qtbot.waitSignal(paper.page.send_asked):
        paper.robot.press("Review and send")


@pytest.fixture
def rich(vault: OpenVault, talk: ConversationId) -> None:
    """Four questions of the talk have a note."""
    for step in conversations.path(vault.shared, talk).steps[:4]:
        answers.write(vault.private, Answer(talk, step.question, PrivateText("Said a lot.")))


@pytest.mark.usefixtures("rich")
def test_a_rich_talk_in_which_nothing_was_agreed_is_named_once_and_then_goes_out(
    paper: Paper, qtbot: QtBot
) -> None:
    paper.robot.type_into(REASON, "the ladder is being rewritten")
    with qtbot.assertNotEmitted(paper.page.send_asked):
        paper.robot.press("Review and send")
    assert paper.robot.reads(RICH)

    with qtbot.waitSignal(paper.page.send_asked):
        paper.robot.press("Review and send")


@pytest.mark.usefixtures("rich")
def test_the_notice_of_a_rich_talk_leads_on_by_itself_and_goes_with_a_commitment(
    paper: Paper, qtbot: QtBot
) -> None:
    paper.robot.type_into(REASON, "the ladder is being rewritten")
    paper.robot.press("Review and send")
    with qtbot.waitSignal(paper.page.send_asked):
        paper.robot.press("Go on without one")

    paper.robot.press("Add mine")

    assert not paper.robot.reads(RICH)


def test_a_short_talk_in_which_nothing_was_agreed_goes_out_without_a_word(
    paper: Paper, qtbot: QtBot
) -> None:
    paper.robot.type_into(REASON, "there was no time")

    with qtbot.waitSignal(paper.page.send_asked):
        paper.robot.press("Review and send")


def stands_in_row(paper: Paper, sentence: str, number: int) -> bool:
    """Whether a sentence is read in the row of a commitment, not elsewhere."""
    row: QWidget | None = paper.robot.find(f"Date of commitment {number}", QWidget).parentWidget()
    assert row is not None
    said = [label for label in row.findChildren(QLabel) if label.isVisible()]
    return any(sentence in label.text() for label in said)
