"""The one door from a note to the summary: one line, by name, and only into an empty field."""

from PySide6.QtWidgets import QTextEdit

from desktop.domain.ids import ConversationId
from desktop.services import summaries
from tests.helpers.vaults import OpenVault
from tests.ui.wizard.room import NOTES, SUMMARY, Room

REMINDER = "Put it in words meant for both."


def test_the_line_with_the_cursor_and_nothing_else_becomes_a_first_draft(room: Room) -> None:
    room.note("Lit up describing it\nHates the pager")
    room.robot.keys("Up")

    room.robot.keys("Ctrl+Return")

    assert room.written(SUMMARY) == "Lit up describing it"
    assert room.written(NOTES) == "Lit up describing it\nHates the pager"
    assert room.robot.find(SUMMARY, QTextEdit).hasFocus()


def test_selected_words_go_alone(room: Room) -> None:
    room.note("Hates the pager")
    for _ in range(5):
        room.robot.keys("Shift+Left")

    room.robot.press("Add to summary")

    assert room.written(SUMMARY) == "pager"


def test_a_sentence_that_is_there_is_never_overwritten(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    room.robot.type_into(SUMMARY, "Ours.")
    room.note("Hates the pager")

    room.robot.keys("Ctrl+Return")
    room.robot.keys("!")
    room.page.flush()

    assert room.written(SUMMARY) == "Ours.!"
    assert [p.text for p in summaries.paragraphs(vault.shared, talk)] == ["Ours.!"]


def test_a_draft_asks_to_be_put_into_words_for_both_until_it_is(room: Room) -> None:
    room.note("Hates the pager")
    room.robot.keys("Ctrl+Return")
    asked = room.robot.reads(REMINDER)

    room.robot.keys("End")
    room.robot.keys("A")

    assert asked
    assert not room.robot.reads(REMINDER)


def test_a_draft_is_taken_back_with_undo(room: Room) -> None:
    room.note("Hates the pager")
    room.robot.keys("Ctrl+Return")

    room.robot.keys("Ctrl+Z")

    assert room.written(SUMMARY) == ""


def test_with_an_empty_note_only_the_keyboard_moves(room: Room) -> None:
    room.robot.keys("Ctrl+Return")

    assert room.written(SUMMARY) == ""
    assert not room.robot.reads(REMINDER)
    assert room.robot.find(SUMMARY, QTextEdit).hasFocus()
