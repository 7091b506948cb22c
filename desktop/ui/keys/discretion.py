"""Small courtesies around a secret line: it stays off the clipboard, and Caps Lock is noticed."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit

_COPYING = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)


class OffTheClipboard(QObject):
    """Keeps what stands in a line from being copied, cut or dragged out; pasting in works."""

    def __init__(self, line: QLineEdit) -> None:
        """Watch ``line`` for as long as it lives."""
        super().__init__(line)
        line.setDragEnabled(False)
        line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow what would copy."""
        if isinstance(event, QKeyEvent) and any(event.matches(keys) for keys in _COPYING):
            return True
        # On X11 a line copies its selection to the second clipboard when the button goes up.
        released = event.type() == QEvent.Type.MouseButtonRelease
        if released and isinstance(event, QMouseEvent):
            return event.button() == Qt.MouseButton.LeftButton
        return super().eventFilter(watched, event)


class CapsLock(QObject):
    """Notices Caps Lock from the letters that arrive; Qt cannot be asked for its state."""

    noticed = Signal(bool)

    def __init__(self, line: QLineEdit) -> None:
        """Watch the keys pressed in ``line``."""
        super().__init__(line)
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Compare the case of a letter with the shift key."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            letter = event.text()
            if len(letter) == 1 and letter.lower() != letter.upper():
                shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.noticed.emit(letter.isupper() != shifted)
        return super().eventFilter(watched, event)
