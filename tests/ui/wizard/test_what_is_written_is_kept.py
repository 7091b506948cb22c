"""Nothing that a manager writes while somebody speaks may ever be lost."""

import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.ids import ConversationId, PersonId, QuestionId
from desktop.services import summaries
from desktop.services.private import answers
from desktop.ui.desk import News
from tests.helpers.clock import Clock
from tests.helpers.disk import a_full_disk
from tests.helpers.vaults import OpenVault, open_vault
from tests.ui.wizard.room import NOTES, SUMMARY, Room

Enter = Callable[[ConversationId], Room]


def noted(vault: OpenVault, talk: ConversationId, question: str = "O1") -> str:
    return answers.note_to(vault.private, talk, QuestionId(question)).words.reveal()


def test_what_is_typed_is_saved_within_a_second_without_any_button(
    room: Room, vault: OpenVault, talk: ConversationId, qtbot: QtBot
) -> None:
    room.note("Tired since the migration")
    typed = time.monotonic()

    qtbot.waitUntil(lambda: noted(vault, talk) == "Tired since the migration", timeout=2000)

    assert time.monotonic() - typed < 1


def test_typing_that_never_pauses_is_saved_on_the_way(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    QTest.keyClicks(room.notes(), "a" * 40, delay=20)

    assert noted(vault, talk)


def test_ten_thousand_pasted_lines_are_kept_and_typing_goes_on(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    lines = "what they said\n" * 10_000
    QApplication.clipboard().setText(lines)
    room.robot.keys("Ctrl+V")

    began = time.monotonic()
    room.robot.keys("x")
    took = time.monotonic() - began
    room.robot.keys("Alt+Right")
    room.robot.keys("Alt+Left")

    assert took < 0.5
    assert room.written(NOTES) == noted(vault, talk) == lines + "x"


def test_words_are_on_the_disk_a_second_later_whatever_happens_then(
    room: Room, vault: OpenVault, talk: ConversationId, clock: Clock, tmp_path: Path, qtbot: QtBot
) -> None:
    room.note("Wants the failover design")
    qtbot.waitUntil(lambda: bool(noted(vault, talk)), timeout=2000)

    shutil.copytree(vault.folder, tmp_path / "as it was when the program was killed")
    left_behind = open_vault(tmp_path / "as it was when the program was killed", clock)

    assert noted(left_behind, talk) == "Wants the failover design"
    left_behind.close()


def test_pausing_saves_the_last_words_at_once(
    room: Room, vault: OpenVault, talk: ConversationId, priya: PersonId, qtbot: QtBot
) -> None:
    room.note("One more thing")

    with qtbot.waitSignal(room.page.paused) as paused:
        room.robot.keys("Esc")

    assert paused.args == [priya]
    assert noted(vault, talk) == "One more thing"


def test_reopening_returns_to_the_same_question_and_cursor(
    room: Room, enter: Enter, talk: ConversationId
) -> None:
    for _ in range(3):
        room.robot.keys("Alt+Right")
    question = room.robot.reads("Where are you now? · 4 of 14")
    room.note("less firefighting")
    for _ in range(len("fighting")):
        room.robot.keys("Left")
    room.robot.keys("Esc")

    again = enter(talk)
    again.robot.keys("x")

    assert question
    assert again.robot.reads("Where are you now? · 4 of 14")
    assert again.written(NOTES) == "less firexfighting"


def test_a_sentence_for_both_that_is_edited_again_and_again_stays_one_paragraph(
    room: Room, vault: OpenVault, talk: ConversationId, enter: Enter
) -> None:
    room.robot.type_into(SUMMARY, "Priya likes hard problems.")
    assert room.page.flush()
    room.robot.replace_in(SUMMARY, "Priya likes hard, quiet problems.")
    room.robot.keys("Alt+Right")
    room.robot.keys("Alt+Left")
    room.robot.replace_in(SUMMARY, "Priya likes problems that nobody has solved.")
    assert room.page.flush()

    again = enter(talk)

    (paragraph,) = summaries.paragraphs(vault.shared, talk)
    assert paragraph.text == "Priya likes problems that nobody has solved."
    assert again.written(SUMMARY) == paragraph.text


def test_a_sentence_that_is_emptied_is_gone(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    room.robot.type_into(SUMMARY, "Priya likes hard problems.")
    room.page.flush()

    room.robot.keys("Ctrl+A")
    room.robot.keys("Del")
    room.page.flush()

    assert summaries.paragraphs(vault.shared, talk) == ()


def test_each_question_keeps_its_own_note_and_sentence(room: Room) -> None:
    room.note("to the first")
    room.robot.type_into(SUMMARY, "First.")
    room.robot.keys("Alt+Right")
    on_the_second = room.written(NOTES), room.written(SUMMARY)
    room.note("to the second")
    room.robot.keys("Alt+Left")

    assert on_the_second == ("", "")
    assert room.written(NOTES) == "to the first"
    assert room.written(SUMMARY) == "First."


def test_news_from_elsewhere_leaves_the_note_and_its_cursor_alone(
    room: Room, news: News, qtbot: QtBot
) -> None:
    news.changed.connect(room.page.refresh)
    room.note("less firefighting")
    room.robot.keys("Home")

    with qtbot.waitSignal(news.changed, timeout=2000):
        room.robot.keys("a")
    room.page.refresh()
    room.robot.keys("b")

    assert room.written(NOTES) == "abless firefighting"


def test_a_sentence_changed_elsewhere_is_read_again(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    summaries.write(vault.shared, talk, "Reworded at the closing.", question=QuestionId("O1"))

    room.page.refresh()

    assert room.written(SUMMARY) == "Reworded at the closing."


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is a POSIX one")
def test_words_that_the_disk_refuses_stay_until_they_can_be_saved(
    room: Room, vault: OpenVault, talk: ConversationId, news: News, qtbot: QtBot
) -> None:
    with a_full_disk():
        with qtbot.waitSignal(news.troubled, timeout=2000):
            room.note("Said that nobody asked her")
        qtbot.waitUntil(lambda: room.robot.reads("Not saved yet"))
        room.robot.keys("Alt+Right")
        room.robot.keys("Esc")
        stayed = room.robot.reads("1 of 14"), room.written(NOTES)
        to_be_sealed = [answer.words.reveal() for answer in room.panel.unsaved()]

    room.robot.keys("Alt+Right")

    assert stayed == (True, "Said that nobody asked her")
    assert to_be_sealed == ["Said that nobody asked her"]
    assert room.panel.unsaved() == ()
    assert room.robot.reads("2 of 14")
    assert noted(vault, talk) == "Said that nobody asked her"
    qtbot.waitUntil(lambda: not room.robot.reads("Not saved yet"), timeout=2000)


def test_it_says_when_the_last_words_were_saved_and_how_long_we_have_talked(
    room: Room, clock: Clock, qtbot: QtBot
) -> None:
    clock.forward(minutes=32)
    room.note("x")
    room.page.flush()
    clock.forward(seconds=1)

    qtbot.waitUntil(lambda: room.robot.reads("Saved 1 second ago"), timeout=2500)
    assert room.robot.reads("32 minutes, listen more than you speak")


def test_private_words_stand_in_no_shared_table(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    canary = "".join(["kestrel", "-in-", "confidence"])
    for _ in range(4):
        room.note(canary)
        room.robot.keys("Alt+Right")
    room.robot.type_into(SUMMARY, "Priya likes hard problems.")
    room.robot.press("Closing: summary and contract")

    with vault.shared.outgoing() as leaving:
        shared = (
            leaving.about.manager_name(),
            leaving.people.all(),
            leaving.conversations.all(),
            leaving.summaries.of(talk),
            leaving.contracts.of_conversation(talk),
        )

    assert canary not in repr(shared)
    assert "hard problems" in repr(shared)
    assert len(answers.noted(vault.private, talk)) == 4
