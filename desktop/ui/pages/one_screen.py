"""Keeps the overview of a person to one screen (product B2): what it leaves out is a press away."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop.ui.pages.person_overview import STEPS, PersonOverview
from desktop.ui.widgets.page import ScrollColumn

_ROUNDS = 4
"""So deep do the parts of the overview lie within each other."""


class OneScreen(QObject):
    """Says as much as there is room for, and everything where the page scrolls all the same."""

    def __init__(
        self, page: ScrollColumn, overview: PersonOverview, may_move: Callable[[], bool]
    ) -> None:
        """``may_move`` says whether nothing is open on the page that takes its own room."""
        super().__init__(page)
        self._page = page
        self._overview = overview
        self._may_move = may_move
        self._is_fitting = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.keep)

    def keep_soon(self) -> None:
        """Fit once the parts have found their places."""
        if not self._is_fitting:
            self._soon.start()

    def keep(self) -> None:
        """Leave out what is a press away, if the page then needs no scrolling; else nothing."""
        # Out of sight its parts have no size yet.
        if self._is_fitting or not self._page.isVisible() or not self._may_move():
            return
        self._is_fitting = True
        self._say_as_much_as_fits()
        self._is_fitting = False

    def _say_as_much_as_fits(self) -> None:
        for step in () if self._overview.is_one_column() else range(STEPS + 1):
            self._overview.say_less(step)
            if self._fits():
                self._drop_scroll_bar()
                return
        self._overview.say_less(0)
        self._settle()

    def _drop_scroll_bar(self) -> None:
        """Give its width back: beside it the words wrap, and need it all the more."""
        page = self._page
        if page.verticalScrollBar().maximum() > 0:
            page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def _settle(self) -> None:
        # Each turn tells the parts around what was shown, hidden and reworded inside them.
        for _ in range(_ROUNDS):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _fits(self) -> bool:
        self._settle()
        room = self._page.maximumViewportSize()
        return self._page.body.totalHeightForWidth(room.width()) <= room.height()
