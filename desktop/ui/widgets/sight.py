"""Brings what came up on a page into sight, also where a page scrolls within a page."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.ui.widgets.arrangement import arrange_now

_AROUND = 12


def bring_into_sight(part: QWidget) -> None:
    """Scroll each area around ``part``, the nearest first; once it has been laid out."""
    for area in _areas_around(part):
        area.ensureWidgetVisible(part, 0, _AROUND)


class IntoSight(QObject):
    """Brings what has just come up into sight, once the page has made room for it."""

    def __init__(self, *parts: QWidget) -> None:
        """Of several ``parts`` that do not fit together, the last is seen."""
        super().__init__(parts[-1])
        self._parts = parts

    def soon(self) -> None:
        """Bring the parts that are shown into sight after what is under way."""
        QTimer.singleShot(0, self, self._bring)

    def _bring(self) -> None:
        # A page within a page would be told of a new height a turn of events after another.
        for area in [*_areas_around(self._parts[-1])][-1:]:
            arrange_now(area)
        for part in self._parts:
            if part.isVisible():
                bring_into_sight(part)


def _areas_around(part: QWidget) -> Iterator[QScrollArea]:
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            yield around
        around = around.parentWidget()
