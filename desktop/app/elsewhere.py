"""Watches from the lock screen whether another computer still has the vault open."""

import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop import files
from desktop.ui.keys.this_computer import this_computer
from desktop.vault import in_use
from desktop.vault.in_use import Marker
from desktop.vault.last_seen import LastSeen

_LOOK_MS = 3_000


def here() -> LastSeen:
    """Return what this computer remembers of the vaults it opened."""
    return LastSeen(files.computer(), this_computer())


class Elsewhere(QObject):
    """The openings on other computers, and for how long none of them has given a sign of life.

    Measured with this computer's own steady clock while it watches; the clocks of the others say
    nothing.
    """

    free = Signal()
    quiet = Signal(int)
    """For how many minutes nothing came."""

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._computer = here().computer
        self._seen: tuple[Marker, ...] = ()
        self._moved = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def now(self) -> tuple[Marker, ...]:
        """Return who has it open now, and watch them from here on."""
        self._seen = in_use.others(self._folder, self._computer)
        self._moved = time.monotonic()
        if self._seen:
            self._timer.start(_LOOK_MS)
        return self._seen

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()

    def _look(self) -> None:
        found = in_use.others(self._folder, self._computer)
        if not found:
            self.stop()
            self.free.emit()
            return
        if found != self._seen:
            self._seen, self._moved = found, time.monotonic()
        self.quiet.emit(int(time.monotonic() - self._moved) // 60)
