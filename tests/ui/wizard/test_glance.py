"""The glance view: the same walk, one sheet to write on, and what becomes of its lines."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QMenu, QTextEdit
from pytestqt.qtbot import QtBot

from desktop.domain.ids import ConversationId, QuestionId
from desktop.services import conversations
from desktop.services.private import answers, pad
from tests.helpers.clock import Clock
from tests.helpers.disk import a_full_disk
from tests.helpers.vaults import OpenVault
from tests.ui.wizard.room import Room

Enter = Callable[[ConversationId], Room]
PAD = "Free notes"


def lines(vault: OpenVault, talk: ConversationId) -> list[tuple[str, str]]:
    """Return every line on the disk with its question."""
    kept = pad.lines_of(vault.private, talk).lines
    return [(line.question, line.words.reveal()) for line in kept]


def written(room: Room) -> str:
    return room.written(PAD)


def jot(room: Room, *words: str) -> None:
    """Type lines below one another wherever the keyboard is."""
    for number, line in enumerate(words):
        if number:
            room.robot.keys("Return")
        room.robot.type_into(PAD, line)


@pytest.fixture
def glance(room: Room) -> Room:
    """The conversation in the glance view."""
    room.robot.keys("F11")
    return room


def test_the_glance_view_shows_the_question_and_almost_nothing_else(
    glance: Room, clock: Clock, qtbot: QtBot
) -> None:
    clock.forward(minutes=24)

    qtbot.waitUntil(lambda: glance.robot.reads("24 minutes"), timeout=2500)

    assert glance.robot.reads("Priya · Where are you now?")
    assert not glance.robot.reads("Why ask")
    assert not glance.robot.has("Next question")
    glance.robot.press("full view")
    assert glance.robot.reads("Why ask")
    glance.robot.press("Glance view")
    glance.robot.keys("Esc")
    assert glance.robot.reads("Why ask")


def test_what_is_typed_is_saved_within_a_second_and_comes_back_with_the_cursor_at_its_end(
    glance: Room, enter: Enter, vault: OpenVault, talk: ConversationId, qtbot: QtBot
) -> None:
    jot(glance, "Marta decides", "Not mine")
    qtbot.waitUntil(
        lambda: lines(vault, talk) == [("O1", "Marta decides"), ("O1", "Not mine")], timeout=1500
    )

    again = enter(talk)
    again.robot.keys("F11")
    again.robot.keys("x")

    assert written(again) == "Marta decides\nNot minex"


def test_a_line_belongs_to_the_question_at_which_it_was_begun(
    glance: Room, vault: OpenVault, talk: ConversationId
) -> None:
    steps = conversations.path(vault.shared, talk).steps
    jot(glance, "begun at the first")
    glance.robot.keys("Alt+Right")
    glance.robot.keys("a")
    glance.robot.keys("Return")
    glance.robot.keys("Alt+Right")
    glance.robot.keys("b")
    glance.page.flush()

    assert lines(vault, talk) == [
        (steps[0].question, "begun at the first"),
        (steps[1].question, "a"),
        (steps[2].question, "b"),
    ]


def test_a_line_that_is_gone_back_to_keeps_its_question(
    glance: Room, vault: OpenVault, talk: ConversationId
) -> None:
    jot(glance, "begun")
    glance.robot.keys("Alt+Right")
    glance.robot.keys("Left")
    glance.robot.keys("u")
    glance.page.flush()

    assert lines(vault, talk) == [("O1", "beguun")]


def test_a_line_broken_in_two_keeps_its_question_in_both_halves(
    glance: Room, vault: OpenVault, talk: ConversationId
) -> None:
    jot(glance, "one two")
    glance.robot.keys("Alt+Right")
    for _ in range(3):
        glance.robot.keys("Left")
    glance.robot.keys("Return")
    glance.robot.keys("Home")
    glance.robot.keys("Return")
    glance.page.flush()

    assert lines(vault, talk) == [("O1", "one "), ("O2", ""), ("O1", "two")]


def test_a_line_joined_with_a_blank_one_keeps_its_question(
    glance: Room, vault: OpenVault, talk: ConversationId
) -> None:
    glance.robot.keys("Return")
    jot(glance, "below a blank")
    glance.robot.keys("Alt+Right")
    glance.robot.keys("Home")
    glance.robot.keys("Backspace")
    glance.page.flush()

    assert lines(vault, talk) == [("O1", "below a blank")]


def test_lines_deleted_by_mistake_come_back_to_their_questions(
    glance: Room, vault: OpenVault, talk: ConversationId
) -> None:
    jot(glance, "first")
    glance.robot.keys("Return")
    glance.robot.keys("Alt+Right")
    jot(glance, "second")
    glance.robot.keys("Alt+Right")
    before = lines(vault, talk)

    glance.robot.keys("Ctrl+A")
    glance.robot.keys("Del")
    glance.page.flush()
    gone = lines(vault, talk)
    glance.robot.keys("Ctrl+Z")
    glance.page.flush()

    assert gone == []
    assert lines(vault, talk) == before


def test_moving_here_is_the_same_walk_and_the_last_step_leads_to_the_closing(
    glance: Room, vault: OpenVault, talk: ConversationId, qtbot: QtBot
) -> None:
    steps = conversations.path(vault.shared, talk).steps
    for _ in steps[1:]:
        glance.robot.keys("Alt+Right")
        if glance.robot.has("Ask it"):
            glance.robot.press("Ask it")
    stood = conversations.path(vault.shared, talk).here

    with qtbot.waitSignal(glance.page.closing_reached) as reached:
        glance.robot.press("close: summary and contract")

    assert stood == steps[-1]
    assert reached.args == [talk]


def test_alt_arrows_move_one_step_in_either_view(glance: Room) -> None:
    glance.robot.keys("Alt+Right")
    glance.robot.keys("Alt+Right")
    glance.robot.keys("Alt+Left")
    glance.robot.keys("F11")
    assert glance.robot.reads("2 of 14")
    glance.robot.keys("Alt+Right")
    assert glance.robot.reads("3 of 14")


def test_a_moment_is_marked_with_its_time_and_nothing_else(glance: Room, clock: Clock) -> None:
    clock.forward(minutes=-28)
    jot(glance, "Laughed")

    glance.robot.keys("Ctrl+M")
    glance.robot.keys("x")

    assert written(glance) == "Laughed\n— 14:32 —\nx"


def test_the_cover_hides_every_word_until_something_is_typed(
    glance: Room, vault: OpenVault, talk: ConversationId
) -> None:
    jot(glance, "between us")

    glance.robot.keys("Ctrl+Space")
    assert not glance.robot.reads("between us")
    glance.robot.keys("Alt+Right")
    assert not glance.robot.reads("between us")
    glance.robot.keys("x")
    assert written(glance) == "between usx"
    glance.robot.press("cover the notes")
    assert not glance.robot.reads("between us")
    glance.robot.keys("Ctrl+Space")
    assert glance.robot.reads("between us")


def test_lines_that_the_disk_refuses_stay_and_are_sealed(
    glance: Room, vault: OpenVault, talk: ConversationId, qtbot: QtBot
) -> None:
    with a_full_disk():
        jot(glance, "Said that nobody asked her")
        qtbot.waitUntil(lambda: glance.robot.reads("Not saved yet"), timeout=2500)
        sealed = glance.pad.unsaved()
        glance.robot.keys("Alt+Right")
        stayed = conversations.path(vault.shared, talk).at

    glance.robot.keys("Alt+Right")

    assert [sheet.count for sheet in sealed] == [1]
    assert stayed == 0
    assert lines(vault, talk) == [("O1", "Said that nobody asked her")]


def test_lines_are_sorted_into_their_questions_by_keyboard_alone_and_back(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    room.note("Tired")
    room.robot.keys("F11")
    jot(room, "first")
    room.robot.keys("Return")
    room.robot.keys("Alt+Right")
    jot(room, "second")
    room.robot.keys("F11")
    room.robot.keys("Alt+Left")
    assert room.robot.has("Free notes (2)")

    room.robot.keys("Ctrl+Shift+N")
    assert room.robot.reads("first")
    room.robot.keys("Ctrl+Return")

    assert room.robot.reads("2 lines are where they belong.")
    assert lines(vault, talk) == []
    room.robot.keys("Esc")
    assert room.written("Your notes") == "Tired\nfirst"
    assert not room.robot.has("Free notes (2)")
    room.robot.keys("Alt+Right")
    assert room.written("Your notes") == "second"


def test_undo_brings_the_lines_back_until_the_view_is_left(
    glance: Room, vault: OpenVault, talk: ConversationId
) -> None:
    jot(glance, "first")
    glance.robot.keys("F11")
    glance.robot.keys("Ctrl+Shift+N")
    glance.robot.keys("Ctrl+Return")

    glance.robot.keys("Return")
    back = lines(vault, talk), answers.noted(vault.private, talk)
    glance.robot.keys("Ctrl+Return")
    glance.robot.keys("Esc")

    assert back == ([("O1", "first")], frozenset())
    assert glance.written("Your notes") == "first"
    assert not glance.robot.has("Undo")


def test_another_question_can_be_chosen_for_a_line_or_it_stays(
    glance: Room, vault: OpenVault, talk: ConversationId
) -> None:
    jot(glance, "elsewhere", "stays")
    glance.robot.keys("F11")
    glance.robot.keys("Ctrl+Shift+N")

    choose(glance, 1, "How do we close the gap?", 2)
    choose(glance, 2, "", -1)
    glance.robot.press("Put them where they belong")

    gap = [s for s in conversations.path(vault.shared, talk).steps if s.stage.value == "gap"]
    note = answers.note_to(vault.private, talk, QuestionId(gap[2].question))
    assert note.words.reveal() == "elsewhere"
    assert [words for _, words in lines(vault, talk)] == ["stays"]


def choose(room: Room, line: int, stage: str, entry: int) -> None:
    """Open the menu of a line and take an entry of a stage, or of the menu itself."""
    name = next(n for n in room.robot.names() if n.startswith(f"Line {line} goes to"))
    room.robot.press(name)
    menu = next(m for m in room.page.findChildren(QMenu) if m.isVisible() and m.actions())
    if stage:
        inner = next(a for a in menu.actions() if a.text() == stage).menu()
        assert isinstance(inner, QMenu)
        inner.actions()[entry].trigger()
    else:
        menu.actions()[entry].trigger()
    menu.close()


def test_all_of_it_can_be_used_at_twice_the_text_size(
    large_text: None, glance: Room, qtbot: QtBot
) -> None:
    glance.page.resize(1024, 700)
    qtbot.waitUntil(lambda: glance.page.width() == 1024)

    field = glance.robot.find(PAD, QTextEdit)
    foot = glance.robot.find("cover the notes", QAbstractButton)

    assert field.height() >= 150
    assert foot.mapTo(glance.page, foot.rect().bottomLeft()).y() < 700
