"""One program beside a clipboard: ``python -m tests.helpers.clipboard ours|theirs|read [MS]``.

``ours`` shows an editor under the eyes of Onward's own watch, marks a word with the mouse and
copies a sentence; ``theirs`` copies something else; ``read`` tells what anybody finds there.
"""

import json
import sys

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from desktop.app.clipboard import OwnClipboard

_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
OURS = "teaching"
THEIRS = "a copy of somebody's own"


def ours(app: QApplication, after_ms: int) -> None:
    """Copy and mark, say so, and stay until somebody ends the process."""
    OwnClipboard(app, after_ms)
    editor = QPlainTextEdit(OURS)
    editor.show()
    QTest.qWaitForWindowExposed(editor)
    QTest.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    editor.selectAll()
    editor.copy()
    _say("copied")
    app.exec()


def theirs(app: QApplication) -> None:
    """Copy something else, say so, and stay."""
    for mode in _MODES:
        QGuiApplication.clipboard().setText(THEIRS, mode)
    _say("copied")
    app.exec()


def read() -> None:
    """Print text and formats of both clipboards."""
    clipboard = QGuiApplication.clipboard()
    found = [(clipboard.text(mode), clipboard.mimeData(mode).formats()) for mode in _MODES]
    _say(json.dumps(found))


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    if sys.argv[1] == "ours":
        ours(application, int(sys.argv[2]))
    elif sys.argv[1] == "theirs":
        theirs(application)
    else:
        read()
