"""What people do that nobody planned for: all of it works, or says in words why not."""

import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.ids import ConversationId, QuestionId
from desktop.services import contracts, conversations, letters, people, question_bank, summaries
from desktop.services.private import answers
from desktop.ui.main_window import MainWindow
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.helpers.windows import a_window

LINES = "what we said\n" * 10_000
PATIENCE_S = 5.0
"""Far more than it takes here; a paste that never comes to its end takes longer."""


@pytest.fixture
def talk(vault: OpenVault) -> ConversationId:
    who = people.add(vault.shared, "Priya Nair").value
    return conversations.begin(vault.shared, who).value


@pytest.fixture
def window(qtbot: QtBot, vault: OpenVault, talk: ConversationId) -> Iterator[MainWindow]:
    with a_window(vault) as window:
        yield window


@pytest.fixture
def robot(window: MainWindow) -> Robot:
    robot = Robot(window)
    robot.press("Continue")
    return robot


def paste(robot: Robot, field: str) -> float:
    """Paste the lines into a field and type one letter more; return how long both took."""
    QApplication.clipboard().setText(LINES)
    robot.type_into(field, "")
    began = time.monotonic()
    robot.keys("Ctrl+V")
    robot.type_text("x")
    return time.monotonic() - began


def test_ten_thousand_lines_in_the_sentence_for_both_are_kept(
    robot: Robot, window: MainWindow, vault: OpenVault, talk: ConversationId
) -> None:
    took = paste(robot, "For the summary you will share")
    robot.press("Closing: summary and contract")

    (paragraph,) = summaries.paragraphs(vault.shared, talk)
    assert paragraph.text == LINES + "x"
    assert robot.text_in("Summary, paragraph 1") == LINES + "x"
    assert took < PATIENCE_S


@pytest.mark.parametrize(
    "field", ["Summary, paragraph 1", "The open question", "Nothing agreed this time, because"]
)
def test_ten_thousand_lines_on_the_contract_are_kept(
    robot: Robot, window: MainWindow, vault: OpenVault, talk: ConversationId, field: str
) -> None:
    robot.press("Closing: summary and contract")

    took = paste(robot, field)
    saved = window.flush()

    found = contracts.draft(vault.shared, talk).value
    words = [p.text for p in summaries.paragraphs(vault.shared, talk)]
    kept = [*words, found.open_question, found.nothing_agreed_because]
    assert saved
    assert LINES + "x" in kept
    assert took < PATIENCE_S


def test_a_next_conversation_in_the_past_is_kept_and_mentioned(
    robot: Robot, vault: OpenVault, talk: ConversationId
) -> None:
    robot.press("Closing: summary and contract")

    robot.set_day("Next conversation", "1 Nov 2026")

    day = contracts.draft(vault.shared, talk).value.next_conversation
    assert day == vault.clock().date() - timedelta(days=21)
    assert robot.reads("That day has passed.")


def test_a_conversation_with_every_stage_left_empty_comes_to_its_end(
    robot: Robot, vault: OpenVault, talk: ConversationId
) -> None:
    robot.press("Closing: summary and contract")
    assert robot.reads("Nothing was noted in this conversation.")
    robot.press("Review and send")
    assert robot.reads("Nothing is agreed yet.")
    robot.type_into("Nothing agreed this time, because", "there was no time")
    robot.press("Review and send")

    assert robot.reads("This page is all that leaves the vault.")
    assert answers.notes_of(vault.private, talk) == ()
    assert letters.page(vault.shared, talk).startswith(b"%PDF")
    robot.press("Priya Nair", within="Side bar")
    robot.press("Debrief, for you alone")
    assert robot.reads("Your conversation with Priya, today.")


def test_one_stage_left_empty_leaves_the_others_as_they_are(
    robot: Robot, vault: OpenVault, talk: ConversationId
) -> None:
    first, *_, last = conversations.path(vault.shared, talk).steps
    robot.type_into("Your notes", "Tired since the migration.")
    while not robot.has("Close: summary and contract"):
        robot.keys("Alt+Right")
    robot.type_into("Your notes", "Nothing I could not change.")
    robot.press("Close: summary and contract")

    noted = [answer.question for answer in answers.notes_of(vault.private, talk)]
    assert noted == [first.question, last.question]
    assert robot.reads("Tired since the migration.")
    assert robot.reads("Nothing I could not change.")


def test_a_question_retired_in_a_running_conversation_is_still_asked_there_and_nowhere_else(
    window: MainWindow, vault: OpenVault, talk: ConversationId
) -> None:
    conversations.stand_at(vault.shared, talk, QuestionId("N2"))
    robot = Robot(window)
    robot.press("Continue")
    robot.type_into("Your notes", "A blank page")
    robot.keys("Esc")
    question_bank.retire(vault.shared, QuestionId("N2"))

    robot.press("Continue conversation")
    assert robot.reads("Which parts of your week give you energy")
    assert robot.text_in("Your notes") == "A blank page"
    robot.keys("Alt+Right")
    robot.keys("Alt+Left")
    assert robot.text_in("Your notes") == "A blank page"

    someone = people.add(vault.shared, "Tomás Ortega").value
    asked = conversations.planned(vault.shared, someone)
    assert QuestionId("N2") not in {step.question for step in asked}


def test_a_talk_whose_person_was_archived_is_gone_on_with_and_keeps_every_word(
    window: MainWindow, talk: ConversationId, vault: OpenVault
) -> None:
    robot = Robot(window)
    robot.press("Continue")
    robot.type_into("Your notes", "A blank page")
    robot.keys("Esc")
    robot.press("Details")
    robot.press("Keep, archive or delete…")
    robot.press("Archive")
    robot.press("Today", within="Side bar")
    assert not robot.has("Continue")
    assert not robot.has("Priya Nair")

    robot.press("People", within="Side bar")
    robot.press("Archive and bin")
    robot.press("Open Priya Nair")
    robot.press("Continue conversation")
    assert robot.text_in("Your notes") == "A blank page"
    robot.type_into("Your notes", "!")
    window.flush()
    (note,) = answers.notes_of(vault.private, talk)
    assert note.words.reveal() == "A blank page!"
