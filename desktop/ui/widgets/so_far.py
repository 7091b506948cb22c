"""How long a work has taken so far, where no step of it has a known end."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

_SECOND = 1000


class SoFar(QObject):
    """Tells how many seconds something has taken so far."""

    ticked = Signal(int)

    def __init__(self, parent: QObject) -> None:
        """Stand still until started."""
        super().__init__(parent)
        self._begun = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin with none."""
        self._begun = time.monotonic()
        self._timer.start()

    def stop(self) -> None:
        """Tell no more."""
        self._timer.stop()

    def is_running(self) -> bool:
        """Return whether it still goes on."""
        return self._timer.isActive()

    def in_words(self, seconds: int) -> str:
        """Return how long that is, as a sentence."""
        if seconds == 1:
            return self.tr("1 second so far.")
        return self.tr("{seconds} seconds so far.").format(seconds=seconds)

    def _tick(self) -> None:
        self.ticked.emit(round(time.monotonic() - self._begun))
