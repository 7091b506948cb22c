"""The keys that hold everywhere hold before an open dialog too."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialog, QWidget


def let_through(window: QWidget, dialog: QDialog) -> None:
    """Let the keys that hold everywhere, such as the one that locks, hold in a dialog too.

    Qt keeps every shortcut of a window silent while a modal dialog stands before it.
    """
    for keys in window.findChildren(QShortcut):
        if keys.context() == Qt.ShortcutContext.ApplicationShortcut:
            QShortcut(keys.key(), dialog).activated.connect(keys.activated)
