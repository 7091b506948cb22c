"""Letters that are still being composed, as with an input method, belong to what was typed."""

from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit


def finish_composing() -> None:
    """Let what is being composed become text, before the window that shows it goes."""
    QGuiApplication.inputMethod().commit()
    editor = QApplication.focusWidget()
    if not isinstance(editor, QTextEdit | QPlainTextEdit):
        return
    # Some input methods do not answer any more when the system is about to sleep.
    left = editor.textCursor().block().layout().preeditAreaText()
    if left:
        event = QInputMethodEvent()
        event.setCommitString(left)
        QApplication.sendEvent(editor, event)
