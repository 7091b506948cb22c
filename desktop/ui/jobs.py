"""Work that must not stop the window: one function, one thread, its outcome as a signal."""

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Signal

_SPEAKING: set["_Voice"] = set()
"""The voices of threads that still run: none is deleted while it speaks."""


class _Voice(QObject):
    """Speaks for a thread, and belongs to no window that could be closed meanwhile.

    Qt brings what it says to a job in the window's thread, or drops it if the job is gone; a job
    that spoke for itself could be deleted between two machine instructions of its own signal.
    """

    done = Signal(object)
    failed = Signal(object)
    progress = Signal(object)
    _ended = Signal(bool, object)

    def __init__(self) -> None:
        super().__init__()
        self._ended.connect(self._tell)

    def begin(self) -> None:
        """Stay until the thread is done."""
        _SPEAKING.add(self)

    def report(self, word: object) -> None:
        """Say from the thread how far the work is."""
        with suppress(RuntimeError):  # the program has ended, and Qt's objects with it
            self.progress.emit(word)

    def end(self, outcome: object, *, well: bool) -> None:
        """Say from the thread what came of the work: its last word, nothing comes after it."""
        with suppress(RuntimeError):
            self._ended.emit(well, outcome)

    def _tell(self, well: bool, outcome: object) -> None:
        _SPEAKING.discard(self)
        self.deleteLater()
        (self.done if well else self.failed).emit(outcome)


class Job(QObject):
    """Runs a function beside the window; ``done`` or ``failed`` arrives in the window's thread.

    ``progress`` carries whatever the function reports through the callable it is given. A job
    that has told its outcome goes by itself.
    """

    done = Signal(object)
    failed = Signal(object)
    progress = Signal(object)

    def __init__(self, work: Callable[[Callable[[object], None]], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._voice = _Voice()
        self._voice.done.connect(self.done)
        self._voice.failed.connect(self.failed)
        self._voice.progress.connect(self.progress)
        self._voice.destroyed.connect(self.deleteLater)
        self._thread = threading.Thread(target=_run, args=(work, self._voice), daemon=True)

    def start(self) -> None:
        """Begin."""
        self._voice.begin()
        self._thread.start()

    def wait(self) -> None:
        """Block until the function has returned; its signals arrive afterwards."""
        self._thread.join()


def _run(work: Callable[[Callable[[object], None]], Any], voice: _Voice) -> None:
    try:
        outcome = work(voice.report)
    except Exception as error:  # noqa: BLE001 - it is handed on to the window, whole
        voice.end(error, well=False)
    else:
        voice.end(outcome, well=True)
