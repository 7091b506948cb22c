"""Scrolls whatever lies around a part so far that the part can be seen."""

from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.ui.look import spacing


def bring_into_sight(part: QWidget) -> None:
    """Scroll each area around ``part``, the nearest first; once it has been laid out."""
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(part, 0, spacing.GRID)
        around = around.parentWidget()
