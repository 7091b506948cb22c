"""Where a window stands, told from one process to the next so that it does not jump."""

from typing import Final

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.arrangement import arrange_now

_PUT_AWAY: Final = "."
"""Before a place: the window was minimised. No letter of Base64."""


def place_of(window: QWidget) -> str:
    """Return position, size and whether it fills the screen or is put away, in one word."""
    kept = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
    return _PUT_AWAY + kept if window.isMinimized() else kept


def stand_where(window: QWidget, place: str) -> None:
    """Put a window where another one stood; an empty or unreadable place changes nothing.

    One that was put away stays so: a lock that comes by itself steps before nobody's presentation.
    """
    if place:
        window.restoreGeometry(QByteArray.fromBase64(place.removeprefix(_PUT_AWAY).encode("ascii")))
    if place.startswith(_PUT_AWAY):
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMinimized)


def show_where(window: QWidget, place: str) -> None:
    """Show a window where another one stood, with every part of it in its place.

    The system may ask for a picture before the layouts had their turns of events.
    """
    stand_where(window, place)
    window.show()
    arrange_now(window)
