"""Makes pages before they are asked for, while nobody does anything.

The first opening of a page costs up to a tenth of a second: its parts are built, given their look
and laid out. Whoever has just opened the vault reads for a moment; meanwhile the pages are made,
one at a time, and opened they are read again like any.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NamedTuple

from PySide6.QtCore import QDeadlineTimer, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from desktop.domain.errors import Trouble

_QUIET_MS = 1_000
"""So long must nobody have pressed or moved anything: then the next moment is free as well."""
_BETWEEN_MS = 150
_BUSY = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)


class Made(NamedTuple):
    """A page, and what reads into it what it shows unless words are typed on it."""

    page: QWidget
    read: Callable[[], None] | None = None


Making = Callable[[], Made]


class Ahead(QObject):
    """Works through the pages in turn, and steps back whenever a hand moves."""

    def __init__(self, window: QWidget, pages: Sequence[Making]) -> None:
        """Wait for ``start``; goes with the ``window``."""
        super().__init__(window)
        self._window = window
        self._waiting = list(pages)
        self._made: Made | None = None
        self._quiet_from = QDeadlineTimer(_QUIET_MS)
        self._timer = QTimer(self, interval=_BETWEEN_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin once the window is shown: what is pressed comes to its native half first."""
        native = self._window.windowHandle()
        if native is not None:
            native.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """Make nothing more, as while the vault is being locked."""
        self._waiting.clear()
        self._made = None
        self._timer.stop()

    def make_next(self) -> bool:
        """Make the next page out of sight, or lay it out; return False once there is none.

        One thing at a time: whoever presses in that very moment waits for it.
        """
        if self._made is None and not self._waiting:
            return False
        # What cannot be read is told to whoever opens the page.
        with suppress(Trouble):
            if self._made is None:
                self._made = self._waiting.pop(0)()
            else:
                made, self._made = self._made, None
                _lay_out(*made)
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Wait anew after everything that a hand does."""
        if event.type() in _BUSY:
            self._quiet_from = QDeadlineTimer(_QUIET_MS)
        return False

    def _look(self) -> None:
        if self._is_free() and not self.make_next():
            self._timer.stop()
            native = self._window.windowHandle()
            if native is not None:
                native.removeEventFilter(self)

    def _is_free(self) -> bool:
        """Return whether nobody presses, reads a dialog or stands in a field to type."""
        asks = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        types = isinstance(QApplication.focusWidget(), QLineEdit | QTextEdit)
        at_rest = self._window.isVisible() and not self._window.isMinimized()
        return self._quiet_from.hasExpired() and at_rest and asks is None and not types


def _lay_out(page: QWidget, read: Callable[[], None] | None) -> None:
    """Read what is to be read, and give every part its look and its place."""
    if read is not None and not page.isVisible():
        read()
        around = page.parentWidget()
        if around is not None:
            page.resize(around.size())
        page.grab()
