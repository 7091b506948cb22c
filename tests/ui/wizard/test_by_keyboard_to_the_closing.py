"""The Gap stage from its first question to the closing, without the mouse."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.conversations.path import StepState
from desktop.domain.ids import ConversationId, QuestionId
from desktop.services import conversations, summaries
from desktop.services.private import answers, kept
from tests.helpers.vaults import OpenVault
from tests.ui.wizard.room import Room


def test_the_gap_stage_goes_to_the_closing_by_the_keyboard_alone(
    vault: OpenVault, talk: ConversationId, enter: Callable[[ConversationId], Room], qtbot: QtBot
) -> None:
    first, second = QuestionId("K1"), QuestionId("K2")
    conversations.stand_at(vault.shared, talk, first)
    room = enter(talk)
    robot = room.robot

    robot.type_text("No design of her own.")
    robot.keys("Alt+Down")
    robot.type_text("Nobody ever asked her.")
    for keys in ("Alt+Down", "Ctrl+1", "Ctrl+Return", "Alt+Right", "Alt+Left"):
        robot.keys(keys)
    robot.keys("Alt+Right")
    _walk_by_tab(room, "Not now")
    robot.keys("Space")
    with qtbot.waitSignal(room.page.closing_reached, timeout=60_000):
        for _ in range(30):
            robot.keys("Space" if robot.has("Ask it") else "Alt+Right")
            if not conversations.conversation(vault.shared, talk).is_open:
                break

    note = answers.note_to(vault.private, talk, first)
    assert note.words.reveal() == "No design of her own."
    assert note.underneath.reveal() == "Nobody ever asked her."
    assert [k.words.reveal() for k in kept.kept_at(vault.private, talk, first)] == [
        "No design of her own."
    ]
    assert [p.text for p in summaries.paragraphs(vault.shared, talk)] == ["No design of her own."]
    steps = conversations.path(vault.shared, talk).steps
    assert [s.question for s in steps if s.state is StepState.NOT_NOW] == [second]


def _walk_by_tab(room: Room, name: str) -> None:
    for _ in range(40):
        here = QApplication.focusWidget()
        if here is not None and here.accessibleName() == name:
            return
        room.robot.keys("Tab")
    raise AssertionError(f"The tab key does not come to “{name}”.")
