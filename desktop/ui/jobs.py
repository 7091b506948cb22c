"""Work that must not stop the window: one function, one thread, its outcome as a signal."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid


class Job(QObject):
    """Runs a function beside the window; ``done`` or ``failed`` arrives in the window's thread.

    ``progress`` carries whatever the function reports through the callable it is given.
    """

    done = Signal(object)
    failed = Signal(object)
    progress = Signal(object)

    def __init__(self, work: Callable[[Callable[[object], None]], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wait(self) -> None:
        """Block until the function has returned; its signals arrive afterwards."""
        self._thread.join()

    def _run(self) -> None:
        try:
            outcome = self._work(self.progress.emit)
        except Exception as error:  # noqa: BLE001 - it is handed on to the window, whole
            self._tell("failed", error)
        else:
            self._tell("done", outcome)

    def _tell(self, signal: str, outcome: object) -> None:
        # Whoever asked may have been closed meanwhile, and the job with it.
        if isValid(self):
            getattr(self, signal).emit(outcome)
