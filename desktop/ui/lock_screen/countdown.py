"""The wait after a wrong guess, second by second."""

from PySide6.QtCore import QObject, QTimer, Signal

_SECOND = 1000


class Countdown(QObject):
    """Counts whole seconds down to nothing."""

    ticked = Signal(int)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        """Stand still until started."""
        super().__init__(parent)
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self._tick)

    def start(self, seconds: int) -> None:
        """Count down from ``seconds``, which is told at once; nothing to wait for ends at once."""
        self._left = seconds + 1
        self._timer.start()
        self._tick()

    def stop(self) -> None:
        """Stand still without having ended."""
        self._left = 0
        self._timer.stop()

    def is_running(self) -> bool:
        """Return whether there is still something to wait for."""
        return self._left > 0

    def _tick(self) -> None:
        self._left -= 1
        if self._left > 0:
            self.ticked.emit(self._left)
        else:
            self.stop()
            self.ended.emit()
