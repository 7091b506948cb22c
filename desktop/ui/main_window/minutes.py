"""Notices that another minute has begun where the manager is, also after midnight and sleep."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_TICK_MS = 5_000
"""Short, because a timer does not count the time that the computer slept through."""


class Minutes(QObject):
    """Emits ``passed`` once for each minute in which it looks at the clock, and at once on return.

    Nothing is read from the vault for it but the clock; the place may change as well, when a
    manager travels: then the same moment has another name.
    """

    passed = Signal()

    def __init__(self, window: QWidget, now: Callable[[], datetime]) -> None:
        """Look at ``now`` while the window can be seen, and whenever somebody comes back to it."""
        super().__init__(window)
        self._window = window
        self._now = now
        self._last = self._minute()
        self._tick = QTimer(self)
        self._tick.timeout.connect(self.look)
        window.installEventFilter(self)

    def stop(self) -> None:
        """Look no more: what stands behind the window is about to be closed."""
        self._tick.stop()
        self._window.removeEventFilter(self)

    def look(self) -> None:
        """Look at the clock now."""
        minute = self._minute()
        if minute != self._last:
            self._last = minute
            self.passed.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the time while somebody can see it."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.WindowActivate):
            self._tick.start(_TICK_MS)
            self.look()
        elif event.type() == QEvent.Type.Hide:
            self._tick.stop()
        return False

    def _minute(self) -> str:
        return self._now().isoformat(timespec="minutes")
