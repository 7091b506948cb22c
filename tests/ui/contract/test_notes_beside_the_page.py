"""The private notes stand beside the shared page, and a line gets over only when it is chosen."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.ids import ConversationId, QuestionId
from desktop.domain.private.answers import Answer
from desktop.domain.private.kept import Keeping, KeptAs
from desktop.domain.private.pad import Pad, PadLine
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.shares import Way
from desktop.services import contracts, conversations, shares, summaries
from desktop.services.private import answers, kept, pad
from desktop.services.question_bank import built_in
from tests.helpers.vaults import OpenVault
from tests.ui.contract.paper import Paper, promise

FIRST_NOTE = "Wants to own the failover design.\nLit up 🙂 twice."
SECOND_NOTE = "No one has seen her design; only her fixes."
REMINDER = "Put it in words meant for both."


@pytest.fixture
def questions(vault: OpenVault, talk: ConversationId) -> list[QuestionId]:
    return [step.question for step in conversations.path(vault.shared, talk).steps[2:4]]


@pytest.fixture
def noted(
    vault: OpenVault,
    talk: ConversationId,
    questions: list[QuestionId],
    lay: Callable[[ConversationId], Paper],
) -> Paper:
    for question, words in zip(questions, (FIRST_NOTE, SECOND_NOTE), strict=True):
        answers.write(vault.private, Answer(talk, question, PrivateText(words), 0))
    return lay(talk)


def stand_at(paper: Paper, words: str, *, select: bool = False) -> None:
    """Put the keyboard into the notes, behind these words, or select them."""
    field = paper.editor_of_notes()
    field.setFocus()
    cursor = field.document().find(words)
    assert not cursor.isNull()
    if not select:
        cursor.setPosition(cursor.selectionEnd())
    field.setTextCursor(cursor)


def test_every_note_stands_under_the_short_name_of_its_question(
    noted: Paper, questions: list[QuestionId]
) -> None:
    read = noted.editor_of_notes().toPlainText()
    expected = [built_in()[q].short for q in questions]

    assert read == f"{expected[0]}\n{FIRST_NOTE}\n{expected[1]}\n{SECOND_NOTE}"
    assert noted.editor_of_notes().isReadOnly()


def test_ctrl_enter_writes_the_line_at_the_cursor_into_a_new_paragraph(
    noted: Paper, qtbot: QtBot
) -> None:
    stand_at(noted, "Wants to own")
    noted.robot.keys("Ctrl+Return")

    assert noted.written("Summary, paragraph 1") == "Wants to own the failover design."
    assert noted.is_writing_in("Summary, paragraph 1")
    assert noted.robot.reads(REMINDER)

    noted.robot.replace_in("Summary, paragraph 1", "Priya would like to own the design.")
    assert not noted.robot.reads(REMINDER)
    qtbot.waitUntil(lambda: noted.summary() == ["Priya would like to own the design."])


def test_ctrl_enter_takes_the_selected_words_and_no_label(noted: Paper) -> None:
    field = noted.editor_of_notes()
    field.setFocus()
    noted.robot.keys("Ctrl+A")
    noted.robot.keys("Ctrl+Return")

    assert noted.written("Summary, paragraph 1") == f"{FIRST_NOTE}\n{SECOND_NOTE}"


def test_a_selection_may_begin_and_end_within_a_line(noted: Paper) -> None:
    stand_at(noted, "own the failover", select=True)
    noted.robot.keys("Ctrl+Return")
    assert noted.written("Summary, paragraph 1") == "own the failover"

    stand_at(noted, "twice", select=True)
    noted.robot.keys("Ctrl+Enter")
    assert noted.written("Summary, paragraph 2") == "twice"


def test_the_next_chosen_line_begins_a_paragraph_of_its_own(noted: Paper) -> None:
    stand_at(noted, "Wants to own")
    noted.robot.keys("Ctrl+Return")
    stand_at(noted, "No one has seen")
    noted.robot.keys("Ctrl+Return")
    noted.page.flush()

    assert noted.summary() == ["Wants to own the failover design.", SECOND_NOTE]


def test_ctrl_enter_elsewhere_brings_nothing_over(noted: Paper) -> None:
    noted.robot.type_into("The open question", "Here or elsewhere?")
    noted.robot.keys("Ctrl+Return")
    noted.page.flush()

    assert noted.summary() == []


def test_the_notes_are_one_stop_of_the_tab_key_and_the_arrows_walk_through_them(
    noted: Paper,
) -> None:
    field = noted.editor_of_notes()
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.Start)
    for _ in range(4):
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.textCursor().block().text() == SECOND_NOTE

    noted.robot.keys("Tab")
    assert noted.is_writing_in("Summary, paragraph 1")


def test_the_keyboard_walks_the_page_as_it_is_read(noted: Paper) -> None:
    noted.robot.press("Add Priya’s")
    noted.robot.type_into("Summary, paragraph 1", "One.")
    noted.page.flush()
    walked = []
    noted.editor_of_notes().setFocus()
    for _ in range(10):
        noted.robot.keys("Tab")
        here = noted.page.focusWidget()
        assert here is not None
        walked.append(here.accessibleName())

    assert walked == [
        "Summary, paragraph 1",
        "Summary, paragraph 2",
        "Priya",
        "Commitment 1",
        "Date of commitment 1",
        "Take out commitment 1",
        "Add Priya’s",
        "Add mine",
        "Introduction, lead, feedback, visibility…",
        "We review, no month yet",
    ]


def test_the_keyboard_still_does_after_a_line_came_back(noted: Paper) -> None:
    for number in (1, 2):
        noted.robot.press("Add mine")
        noted.robot.type_into(f"Commitment {number}", f"Promise {number}")
    noted.robot.press("Take out commitment 1")
    noted.robot.press("Undo")
    assert noted.is_writing_in("Commitment 1")
    walked = []
    for _ in range(5):
        noted.robot.keys("Tab")
        here = noted.page.focusWidget()
        assert here is not None
        walked.append(here.accessibleName())

    assert walked == [
        "Strength of commitment 1: I will do it",
        "Date of commitment 1",
        "Take out commitment 1",
        "You",
        "Commitment 2",
    ]


def test_without_notes_the_panel_says_so(paper: Paper) -> None:
    assert paper.robot.reads("Nothing was noted in this conversation.")
    assert not paper.robot.reads("Select a line")


def test_private_words_stay_out_of_the_shared_page_until_a_line_is_chosen(
    noted: Paper, vault: OpenVault, talk: ConversationId
) -> None:
    stand_at(noted, "No one has seen", select=True)
    noted.page.refresh()
    noted.page.flush()

    assert summaries.paragraphs(vault.shared, talk) == ()


def test_lines_of_free_notes_that_wait_to_be_sorted_are_counted(
    vault: OpenVault,
    talk: ConversationId,
    questions: list[QuestionId],
    lay: Callable[[ConversationId], Paper],
) -> None:
    lines = tuple(PadLine(question, PrivateText("Marta’s.")) for question in questions)
    pad.write(vault.private, Pad(talk, lines))

    paper = lay(talk)

    assert paper.robot.reads("2 lines of free notes are not sorted yet.")
    assert not paper.robot.reads("Marta’s.")


def test_a_kept_idea_begins_a_commitment_to_be_worded_for_both(
    vault: OpenVault,
    talk: ConversationId,
    questions: list[QuestionId],
    lay: Callable[[ConversationId], Paper],
) -> None:
    at = (talk, questions[0])
    for kind, words in (
        (KeptAs.COMMITMENT_IDEA, "One night a week off"),
        (KeptAs.COMMITMENT_OF_MINE, "Meet Marta"),
    ):
        kept.keep(vault.private, at, Keeping(kind), PrivateText(words))
    paper = lay(talk)

    paper.robot.press("Begin as Priya’s commitment")
    contract = contracts.draft(vault.shared, talk).value

    assert [(c.owner, c.what) for c in contract.commitments] == [
        (Owner.PERSON, "One night a week off")
    ]
    assert not paper.robot.has("Begin as Priya’s commitment")
    assert paper.robot.has("Begin as my commitment")
    assert len(kept.commitment_ideas(vault.private, talk)) == 2


def test_ideas_wait_while_the_page_takes_no_more(
    vault: OpenVault,
    talk: ConversationId,
    questions: list[QuestionId],
    lay: Callable[[ConversationId], Paper],
) -> None:
    idea = Keeping(KeptAs.COMMITMENT_OF_MINE)
    kept.keep(vault.private, (talk, questions[0]), idea, PrivateText("Meet Marta"))
    promise(vault, talk, Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
    shares.note(vault.shared, talk, Way.PDF, b"%PDF the page")

    assert not lay(talk).robot.has("Begin as my commitment")
