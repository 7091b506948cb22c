"""Long work that can be watched and stopped without harm (product K11)."""

import threading
from collections.abc import Callable

Report = Callable[[object], None]


class Stopped(Exception):
    """Somebody stopped the work; whatever it was doing left nothing behind."""


class Watch:
    """Carries the share that is done out of a piece of work, and the wish to stop into it."""

    def __init__(self) -> None:
        self._is_stopped = threading.Event()
        self._report: Report | None = None

    def tell(self, report: Report) -> None:
        """Let ``report`` hear the share that is done, from 0 to 1."""
        self._report = report

    def stop(self) -> None:
        """Stop at the next moment at which nothing is half done; in whatever thread."""
        self._is_stopped.set()

    def at(self, share: float) -> None:
        """Say how far it is; Stopped if it is not wanted any more."""
        if self._is_stopped.is_set():
            raise Stopped
        if self._report is not None:
            self._report(share)
