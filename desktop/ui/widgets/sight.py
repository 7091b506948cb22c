"""Brings what came up on a page into sight, also where a page scrolls within a page."""

from PySide6.QtWidgets import QScrollArea, QWidget

_AROUND = 12


def bring_into_sight(part: QWidget) -> None:
    """Scroll each area around ``part``, the nearest first; once it has been laid out."""
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(part, 0, _AROUND)
        around = around.parentWidget()
