"""Turns a stream of keystrokes into few saves, none of them late."""

from PySide6.QtCore import QObject, QTimer, Signal

DELAY = 400  # milliseconds; a second less what a save may take beside a busy disk


class Autosave(QObject):
    """Reports at most ``DELAY`` after a change, also while the typing goes on."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        """Belong to the editor whose changes are told to ``touch``."""
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self.due)

    def touch(self) -> None:
        """Note a change; the first one since the last report starts the clock."""
        if not self._timer.isActive():
            self._timer.start()

    def is_pending(self) -> bool:
        """Return whether something has changed that was not reported yet."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Forget what is pending: it was kept in another way."""
        self._timer.stop()

    def flush(self) -> None:
        """Report at once if something is pending."""
        if self._timer.isActive():
            self._timer.stop()
            self.due.emit()
