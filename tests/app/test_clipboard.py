"""At a lock the clipboard gives up what came from us, and keeps what did not."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.app.clipboard import OwnClipboard


def test_words_copied_out_of_our_window_are_gone_after_a_lock(qtbot: QtBot) -> None:
    editor = QPlainTextEdit("Lit up when she spoke of teaching.")
    qtbot.addWidget(editor)
    owner = QObject()
    clipboard = OwnClipboard(owner)
    editor.show()
    editor.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
    editor.selectAll()
    editor.copy()
    assert QGuiApplication.clipboard().text().startswith("Lit up")
    clipboard.clear()
    assert QGuiApplication.clipboard().text() == ""


def test_what_was_copied_elsewhere_stays(qapp: QApplication) -> None:
    owner = QObject()
    clipboard = OwnClipboard(owner)
    assert QGuiApplication.focusWindow() is None
    QGuiApplication.clipboard().setText("somebody else's words")
    clipboard.clear()
    assert QGuiApplication.clipboard().text() == "somebody else's words"
