"""The ways from page to page: what a page wishes for, the window answers here."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.ui.desk import Desk
from desktop.ui.main_window.beginning import Beginning
from desktop.ui.main_window.doors import Doors
from desktop.ui.main_window.pages import Pages
from desktop.ui.main_window.showing import Showing
from desktop.ui.main_window.side_bar import SideBar
from desktop.ui.main_window.wishes import Wishes
from desktop.ui.pages.today import TodayPage


class Ways(QObject):
    """Holds the doors, the menus and the keys by which one comes to every page."""

    def __init__(self, desk: Desk, pages: Pages, side_bar: SideBar, rooms: QStackedWidget) -> None:
        """Begin before a page is made; ``rooms`` holds the desk with its side bar."""
        super().__init__(rooms)
        self._desk = desk
        self._pages = pages
        self._side_bar = side_bar
        self._showing = Showing(pages, side_bar, rooms, desk.news)
        self._doors = Doors(desk, pages, side_bar, self._showing)
        self._beginning = Beginning(desk, pages)
        self.wishes = Wishes(pages, side_bar, self._showing, self._doors, self._beginning)
        self._connect_keys(rooms)
        self._connect_beginning()
        side_bar.page_chosen.connect(self._doors.open_page)
        side_bar.person_chosen.connect(self._doors.open_person)

    def open_first_page(self) -> None:
        """Begin where the next step is: with somebody to add, the one there is, or with today."""
        self._doors.open_first_page()

    def open_backups(self) -> None:
        """Show every copy that there is of the vault."""
        self._doors.open_backups()

    def open_damage(self) -> None:
        """Open what is lost of a damaged vault."""
        self._doors.open_damage()

    def is_in_the_room(self) -> bool:
        """Return whether the interview has the window."""
        return self._showing.is_in_the_room()

    def _connect_keys(self, rooms: QStackedWidget) -> None:
        # On today's page the button listens itself; in a talk nobody begins another.
        self._start_keys = QShortcut(QKeySequence("Ctrl+N"), self._pages)
        self._start_keys.activated.connect(self._beginning.choose_whom)
        self._showing.page_shown.connect(self._listen_beside_today)
        # Also in a talk: what was just noticed will not wait for the desk.
        self._notice_keys = QShortcut(QKeySequence("Ctrl+J"), rooms)
        self._notice_keys.activated.connect(self._doors.open_notice)

    def _listen_beside_today(self, page: QWidget) -> None:
        alone = self._showing.is_of_the_talk(page)
        self._start_keys.setEnabled(not isinstance(page, TodayPage) and not alone)

    def _connect_beginning(self) -> None:
        self._beginning.talk_chosen.connect(self._doors.open_conversation)
        self._beginning.kind_chosen.connect(self._doors.begin_at_once)
        self._beginning.choosing_asked.connect(self._doors.open_choosing)
        self._beginning.paper_asked.connect(self._doors.open_past_talk)
