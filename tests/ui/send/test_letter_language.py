"""The letter speaks the language that was chosen for the person; people's own words stay."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.domain.ids import ConversationId
from tests.ui.send.conftest import Chooser
from tests.ui.send.outbox import Outbox


def choose(outbox: Outbox, now: str, wanted: str) -> None:
    outbox.robot.press(f"Language of the page: {now}")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == wanted).trigger()
    menu.close()


def test_a_page_in_german_is_german_the_next_time_too(
    outbox: Outbox,
    talk: ConversationId,
    show: Callable[[ConversationId], Outbox],
    qtbot: QtBot,
) -> None:
    choose(outbox, "English", "Deutsch")
    qtbot.waitUntil(lambda: "Priya sagt zu" in outbox.view().accessibleDescription())
    assert "Finish the runbook" in outbox.view().accessibleDescription()
    outbox.page.hide()

    again = show(talk)
    assert "Priya sagt zu" in again.view().accessibleDescription()
    assert again.robot.has("Language of the page: Deutsch")


def test_the_file_is_called_in_the_language_of_the_page(
    outbox: Outbox, chooser: Chooser, qtbot: QtBot
) -> None:
    choose(outbox, "English", "Deutsch")
    qtbot.waitUntil(lambda: "Priya sagt zu" in outbox.view().accessibleDescription())
    qtbot.waitUntil(outbox.is_ready)
    outbox.robot.press("Save PDF…")
    assert chooser.offered == [("Zusammenfassung 2026-11-22.pdf", "PDF (*.pdf)")]


@pytest.mark.parametrize("size", ["A4", "US Letter"])
def test_the_size_of_the_sheet_is_remembered(
    outbox: Outbox, talk: ConversationId, show: Callable[[ConversationId], Outbox], size: str
) -> None:
    outbox.robot.press(size, within="Size of the sheet")
    outbox.page.hide()

    chip = show(talk).robot.find(size, QAbstractButton)
    assert isinstance(chip, QAbstractButton)
    assert chip.isChecked()
