"""Keeps the overview of a person to one screen (product B2): what it leaves out is a press away."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

from desktop.ui.pages.person_overview import STEPS, PersonOverview
from desktop.ui.widgets.arrangement import arrange_now
from desktop.ui.widgets.page import ScrollColumn


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
        self.put_away()

    def keep_soon(self) -> None:
        """Fit once the parts have found their places."""
        if not self._is_fitting:
            self._soon.start()

    def put_away(self) -> None:
        """Let the page find its shape without a scroll bar, when it is next shown.

        Beside one the words wrap earlier and need it all the more; and all would be laid out twice.
        """
        self._page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keep(self) -> None:
        """Leave out what is a press away, if the page then needs no scrolling; else nothing."""
        # Out of sight its parts have no size yet.
        if self._is_fitting or not self._page.isVisible():
            return
        self._is_fitting = True
        if self._may_move():
            self.put_away()
            self._say_as_much_as_fits()
        self._page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._is_fitting = False

    def _say_as_much_as_fits(self) -> None:
        for step in range(STEPS + 1):
            self._overview.say_less(step)
            if self._fits():
                return
            if self._overview.is_one_column():
                break
        self._overview.say_less(0)

    def _fits(self) -> bool:
        arrange_now(self._page)
        room = self._page.maximumViewportSize()
        return self._page.body.totalHeightForWidth(room.width()) <= room.height()
