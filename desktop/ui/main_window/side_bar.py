"""The side bar: the pages with what waits on them, the people with how things stand, the lock."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services import people, today
from desktop.services.private import themes
from desktop.services.today import Standing
from desktop.ui import look
from desktop.ui.desk import Desk, PrivateDesk
from desktop.ui.look import spacing
from desktop.ui.widgets.avatar import Status
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.glyphs import Glyph
from desktop.ui.widgets.nav import NavEntry, NavList, PersonEntry
from desktop.ui.widgets.page import ScrollColumn
from desktop.ui.widgets.text import Brand, SideHeading, plain_tooltip

_INSET = 11
_WIDEST = 300
"""Pixels at most, so that large text leaves room for the page; long names shorten."""

TODAY = "today"
PEOPLE = "people"
THEMES = "themes"
OPPORTUNITIES = "opportunities"
PLAYBOOK = "playbook"
GOOD = "good"
VAULT = "vault"

_STATUS = {
    Standing.NEVER_TALKED: Status.QUIET,
    Standing.ON_TRACK: Status.WELL,
    Standing.SOON: Status.SOON,
    Standing.LATE: Status.LATE,
    Standing.PAUSED: Status.QUIET,
}


class SideBar(QFrame):
    """Where one is, and where one can go."""

    page_chosen = Signal(str)
    person_chosen = Signal(str)
    lock_asked = Signal()
    cover_asked = Signal()

    def __init__(self, desk: Desk, private: PrivateDesk, parent: QWidget | None = None) -> None:
        """Read what waits from ``desk``; of what is private it shows a number, and no word."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Side bar"))
        self._desk = desk
        self._private = private
        self.person = ""
        self._pages = NavList(self.tr("Pages"))
        self._people = NavList(self.tr("People"))
        self._build()
        self._pages.chosen.connect(self.page_chosen)
        self._people.chosen.connect(self.person_chosen)

    def _build(self) -> None:
        self._take_width()
        look.changes().changed.connect(self._take_width)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 17, 1, 17)
        column.setSpacing(0)
        column.addLayout(self._brand())
        self._scrolled = self._rooms()
        column.addWidget(self._scrolled, 1)
        column.addLayout(self._foot())

    def _take_width(self) -> None:
        self.setFixedWidth(min(look.current().scaled(spacing.SIDE_BAR), _WIDEST))

    def _brand(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(22, 2, 12, 18)
        row.setSpacing(9)
        row.addWidget(Glyph("mark", size=22))
        row.addWidget(Brand(self.tr("Onward")), 1)
        return row

    def _rooms(self) -> ScrollColumn:
        rooms = ScrollColumn(margins=(11, 0, 11, 0))
        rooms.body.setSpacing(0)
        rooms.body.addWidget(self._pages)
        self._heading = SideHeading(self.tr("People"))
        heading = QHBoxLayout()
        heading.setContentsMargins(_INSET, 2 * spacing.GRID, 0, 0)
        heading.addWidget(self._heading)
        rooms.body.addLayout(heading)
        rooms.body.addSpacing(spacing.GRID)
        rooms.body.addWidget(self._people)
        rooms.body.addStretch(1)
        return rooms

    def _foot(self) -> FlowLayout:
        row = FlowLayout(gap=4)
        row.setContentsMargins(17, 8, 8, 8)
        cover = QuietButton(self.tr("Cover"), shortcut="F9", listens=False)
        cover.setToolTip(plain_tooltip(self.tr("Hides everything at once; F9 shows it again")))
        cover.clicked.connect(self.cover_asked)
        lock = QuietButton(self.tr("Lock"), shortcut="Ctrl+L", glyph="lock", listens=False)
        lock.clicked.connect(self.lock_asked)
        row.addWidget(cover)
        row.addWidget(lock)
        return row

    def refresh(self) -> None:
        """Read again what waits and how things stand."""
        now = self._desk.ask(today.today)
        waiting = now.count
        standings = self._desk.ask(today.standings, now)
        everybody = self._desk.ask(people.everybody)
        cases = self._private.ask(themes.cases)
        raised = self._raised(cases) if cases else ""
        self._pages.set_entries(
            [
                NavEntry(TODAY, self.tr("Today"), waiting or None, self._counted(waiting)),
                NavEntry(PEOPLE, self.tr("People")),
                NavEntry(THEMES, self.tr("Themes"), cases or None, raised),
                NavEntry(OPPORTUNITIES, self.tr("Opportunities")),
                NavEntry(PLAYBOOK, self.tr("Playbook")),
                NavEntry(GOOD, self.tr("What good looks like")),
                NavEntry(VAULT, self.tr("Vault and keys")),
            ]
        )
        self._people.set_entries(
            [
                PersonEntry(p.id, p.name, _STATUS[standings[p.id]], self._words(standings[p.id]))
                for p in everybody
            ]
        )
        self._heading.setVisible(bool(everybody))

    def choose(self, page: str = "", person: str = "") -> None:
        """Mark the page or the person that is open."""
        self.person = person
        self._pages.choose(page)
        self._people.choose(person)
        QTimer.singleShot(0, self, self._show_where_one_is)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in sight where one is when there is less room."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._show_where_one_is)

    def _show_where_one_is(self) -> None:
        row = self._people.chosen_row() or self._pages.chosen_row()
        if row is not None:
            self._scrolled.ensureWidgetVisible(row, 0, spacing.GRID)

    def _counted(self, waiting: int) -> str:
        if waiting == 1:
            return self.tr("One thing waiting")
        return self.tr("{count} things waiting").format(count=waiting)

    def _raised(self, cases: int) -> str:
        if cases == 1:
            return self.tr("One theme that several people raised")
        return self.tr("{count} themes that several people raised").format(count=cases)

    def _words(self, standing: Standing) -> str:
        return {
            Standing.NEVER_TALKED: self.tr("no career conversation yet"),
            Standing.ON_TRACK: self.tr("on track"),
            Standing.SOON: self.tr("something is due"),
            Standing.LATE: self.tr("something is late"),
            Standing.PAUSED: self.tr("paused"),
        }[standing]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of the side bar and the line at its right."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.current().colour("side"))
        edge = self.rect().adjusted(self.width() - 1, 0, 0, 0)
        painter.fillRect(edge, look.current().colour("line"))
        painter.end()
