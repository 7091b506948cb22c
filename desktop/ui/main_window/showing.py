"""Which page is shown, and where each was opened from."""

from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.ui.desk import News
from desktop.ui.main_window.made_pages import Page
from desktop.ui.main_window.pages import Pages
from desktop.ui.main_window.side_bar import SideBar
from desktop.ui.wizard.interview_page import InterviewPage

_AT_THE_DESK = 0


class Showing(QObject):
    """Shows one page at a time and remembers the way back."""

    page_shown = Signal(QWidget)

    def __init__(self, pages: Pages, side_bar: SideBar, rooms: QStackedWidget, news: News) -> None:
        """Begin with no way back; ``rooms`` holds the desk with its side bar first."""
        super().__init__(rooms)
        self._pages = pages
        self._side_bar = side_bar
        self._rooms = rooms
        self._came_from: dict[QWidget, QWidget] = {}
        self._has_changed = False
        news.changed.connect(self._note_change)

    def give_a_room(self, interview: QWidget) -> None:
        """Let the conversation have a place without the side bar."""
        self._rooms.addWidget(interview)

    def go_into_the_room(self) -> None:
        """Let the conversation have the whole window."""
        self._rooms.setCurrentWidget(self._pages.interview)

    def is_in_the_room(self) -> bool:
        """Return whether the interview has the window."""
        return self._rooms.currentIndex() != _AT_THE_DESK

    def show(self, page: QWidget, *, is_read: bool = False) -> None:
        """Save what is being typed and show a page.

        One that has just read the vault (``is_read``) does so again only if saving changed it.
        """
        self._has_changed = False
        self._pages.flush()
        # What changes at the desk is told to the side bar at once, what changes in the room not.
        is_late = self.is_in_the_room()
        self._side_bar.setVisible(not self.is_of_the_talk(page))
        self._rooms.setCurrentIndex(_AT_THE_DESK)
        if self._has_changed or not is_read:
            cast(Page, page).refresh()
        self._pages.setCurrentWidget(page)
        self._keep_keyboard()
        self.page_shown.emit(page)
        if is_late:
            self._side_bar.refresh()

    def show_from_its_top(self, page: QWidget, *, is_read: bool = False) -> None:
        """Show a page with the keyboard at its beginning, not at whichever button comes first."""
        self.show(page, is_read=is_read)
        self._pages.setFocus()

    def step_aside(self, page: QWidget, *, is_read: bool = False) -> None:
        """Show a page that leads back to wherever it was opened."""
        self._came_from[page] = self.here()
        self.show_from_its_top(page, is_read=is_read)

    def step_back(self) -> None:
        """Return to wherever this page was opened, be it the room where the talk goes on."""
        back = self._came_from[self.here()]
        if isinstance(back, InterviewPage):
            self.go_into_the_room()
            back.resume()
        else:
            self.show(back)

    def _keep_keyboard(self) -> None:
        """Begin at the page where what had the keyboard on it is gone by now, a row for example."""
        window = self._pages.window()
        held = cast(QWidget | None, window.focusWidget())  # PySide6 names no None here
        if held is None or not held.isVisibleTo(window):
            self._pages.setFocus()

    def _note_change(self) -> None:
        self._has_changed = True

    def here(self) -> QWidget:
        """Return the page that is shown."""
        if self.is_in_the_room():
            return self._pages.interview
        return self._pages.currentWidget() or self._pages.today

    def is_of_the_talk(self, page: QWidget) -> bool:
        """Return whether a page was opened out of a talk: then nobody else's name is shown."""
        while not isinstance(page, InterviewPage) and page in self._came_from:
            page = self._came_from[page]
        return isinstance(page, InterviewPage)
