"""Where a window stands, told from one process to the next so that it does not jump."""

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget


def place_of(window: QWidget) -> str:
    """Return position, size and whether it fills the screen, as Qt keeps it, in Base64."""
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")


def stand_where(window: QWidget, place: str) -> None:
    """Put a window where another one stood; an empty or unreadable place changes nothing."""
    if place:
        window.restoreGeometry(QByteArray.fromBase64(place.encode("ascii")))
