"""A vault that is open for reading only: nothing is taken that cannot be kept.

Editors take no words, and whatever would change something cannot be pressed and says why. What may
be used all the same says so itself: ``looks_only`` for fields, chips and ticks that only look, on
the part or on what it stands in; a button is pressed unless it ``changes`` something.
"""

from typing import TypeGuard

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.text import plain_tooltip

_COMES = (QEvent.Type.Polish, QEvent.Type.Show)
"""A part that is measured before it has its place gets its look unseen; the latest is its show."""


class ReadingOnly(QObject):
    """Follows every part of a window from before it is seen for the first time."""

    def __init__(self, window: QWidget) -> None:
        """Follow what stands in ``window`` and in its dialogs; begin before the pages are built."""
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow each part to the moment in which it comes, or is given back by its page."""
        comes = event.type() in _COMES
        if comes and isinstance(watched, QTextEdit | QLineEdit):
            self._make_read_only(watched)
        if (comes or event.type() == QEvent.Type.EnabledChange) and _changes(watched):
            self._hold(watched)
        return False

    def _make_read_only(self, seen: QTextEdit | QLineEdit) -> None:
        if not _looks_only(seen) and self._is_ours(seen):
            seen.setReadOnly(True)
            seen.setPlaceholderText(self.tr("Open for reading only"))

    def _hold(self, seen: QWidget) -> None:
        if not (seen.isEnabled() and self._is_ours(seen)):
            return
        why = self.tr("Nothing can be changed: this vault is open for reading only.")
        seen.setEnabled(False)
        seen.setToolTip(plain_tooltip(why))
        seen.setAccessibleDescription(why)

    def _is_ours(self, seen: QWidget) -> bool:
        above: QWidget | None = seen
        while above is not None and above is not self._window:
            above = above.parentWidget()
        return above is not None


def _changes(seen: QObject) -> TypeGuard[QWidget]:
    if isinstance(seen, Chip | Tick | DateField):
        return not _looks_only(seen)
    return isinstance(seen, Button) and seen.changes


def _looks_only(seen: QWidget) -> bool:
    above: QWidget | None = seen
    while above is not None and not getattr(above, "looks_only", False):
        above = above.parentWidget()
    return above is not None
