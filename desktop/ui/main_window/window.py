"""The window of an open vault: its frame, its cover, and when it reads again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.changes import Touched
from desktop.domain.errors import Damaged, Trouble
from desktop.services import clock, settings
from desktop.services.private.drafts import Draft
from desktop.services.reading import SENTENCES, Reading, Why
from desktop.services.renewing import Renewal
from desktop.services.restoring import Restore
from desktop.session import Session
from desktop.ui.desk import Desk, News, PrivateDesk
from desktop.ui.look import week
from desktop.ui.main_window.ahead import Ahead
from desktop.ui.main_window.banner import Banner
from desktop.ui.main_window.cover import Cover
from desktop.ui.main_window.minutes import Minutes
from desktop.ui.main_window.pages import Pages
from desktop.ui.main_window.privacy import PrivacyCover
from desktop.ui.main_window.reading_only import ReadingOnly
from desktop.ui.main_window.screen_sharing import ScreenSharing
from desktop.ui.main_window.side_bar import SideBar
from desktop.ui.main_window.ways import Ways
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.glyphs import window_icon

_BESIDE_THE_SIDE_BAR = Touched.ANSWERS | Touched.SUMMARY | Touched.PREPARATION
"""What may change without a word of the side bar changing."""


class MainWindow(QWidget):
    """Everything a manager sees while the vault is open."""

    lock_asked = Signal()
    close_asked = Signal()
    renewed = Signal(Renewal)
    """The vault is encrypted under a new key, and waits for the switch."""
    restored = Signal(Restore)
    """The vault of a backup is built, and waits to be put in place of this one."""
    erase_asked = Signal()
    """The manager proved who they are, and wants the whole vault gone."""
    lock_after_chosen = Signal()
    damage_met = Signal()
    """A part of the vault's file does not read as it was written."""
    saved = Signal()
    """Something was saved, after a time when it could not be perhaps."""

    def __init__(self) -> None:
        super().__init__()
        # A constant: task bars, screen shares and logs read it (security.md, section 4).
        self.setWindowTitle("Onward")
        self.setWindowIcon(window_icon())
        self.resize(1280, 800)
        self.setMinimumSize(800, 560)
        self._pages: Pages | None = None
        self._cover = Cover(self)
        self._privacy = PrivacyCover(self)
        self._sharing = ScreenSharing(self)
        self._lock_keys = QShortcut(QKeySequence("Ctrl+L"), self)
        # A dialog that is open does not keep the vault open: ``dialogs`` lets it through.
        self._lock_keys.setContext(Qt.ShortcutContext.ApplicationShortcut)
        self._minutes: Minutes | None = None
        self._ahead: Ahead | None = None

    # What the process asks of the window -------------------------------------------------------

    def show_session(self, session: Session, *, sample: bool = False) -> None:
        """Stand over an open session and show the first page; each is made when it is wanted."""
        if session.reading is not None:
            self._reading_only = ReadingOnly(self)
        news = News(self)
        desk = self._desk = Desk(session.shared, news)
        self._sharing.want(wanted=settings.left_out(session.shared))
        week.begin_on(settings.week_begins(session.shared))
        private = PrivateDesk(session.private, news)
        pages = Pages(desk, private, session, self._sharing.words)
        self._build_frame(desk, private, pages)
        if sample:
            self._banner.mark_sample()
        self._ways = Ways(desk, pages, self._side_bar, self._rooms)
        self._tell_of_elsewhere(session)
        if session.reading is not None:
            self._mark_reading(session.reading)
        self._pages = pages
        self._minutes = Minutes(self, session.shared.now)
        self._minutes.passed.connect(self._minute_passed)
        self._connect(news)
        self._ways.wishes.renewed.connect(self.renewed)
        self._ways.wishes.erase_asked.connect(self.erase_asked)
        self._ways.wishes.restored.connect(self.restored)
        self._ahead = Ahead(self, pages.made_ahead())
        self._side_bar.refresh()
        self._ways.open_first_page()
        # The keyboard begins at the page, not at the last button of the side bar.
        pages.setFocus()

    def _tell_of_elsewhere(self, session: Session) -> None:
        news = self._banner.elsewhere
        news.read.connect(session.presence.acknowledge)
        news.backups_asked.connect(self._ways.open_backups)
        self._banner.tell_of_elsewhere(session.presence.found())

    def _mark_reading(self, reading: Reading) -> None:
        is_damaged = reading.why is Why.DAMAGED
        action = self.tr("What is lost, and the way back") if is_damaged else ""
        self._banner.mark_reading(SENTENCES[reading.why](), action)
        self._banner.damage_asked.connect(self._ways.open_damage)

    def vault_left(self, trouble: Trouble) -> None:
        """Say for as long as it is so that nothing is saved, and why."""
        if self._pages is not None:
            self._banner.mark_reading(trouble)

    def vault_came_back(self) -> None:
        """Save what was typed meanwhile, and say no more."""
        if self._pages is not None:
            self._banner.unmark_reading()
            self._pages.flush()

    def cover(self) -> None:
        """Hide every word at once, and read none again: the session is about to be closed."""
        self._cover.lay()
        if self._minutes is not None:
            self._minutes.stop()
        if self._ahead is not None:
            self._ahead.stop()

    def make_pages_ahead(self) -> None:
        """Make pages that are slow to open while nobody does anything; once it is shown."""
        if self._ahead is not None:
            self._ahead.start()

    def flush(self) -> bool:
        """Save everything that is being typed; True if all of it is saved."""
        return self._pages is None or self._pages.flush()

    def unsaved(self) -> tuple[Draft, ...]:
        """Return the words on the screen that could not be saved, private and shared."""
        return () if self._pages is None else self._pages.unsaved()

    def read_all_again(self) -> None:
        """Show what the vault holds now, also where the manager was writing; flush first."""
        if self._pages is not None:
            self._pages.reopen()
            self._read_again(Touched.EVERYTHING)

    def show_trouble(self, trouble: Trouble) -> None:
        """Say in the banner what went wrong; damage is told to the process as well."""
        if self._pages is not None:
            self._banner.show_trouble(trouble)
        if isinstance(trouble, Damaged):
            self.damage_met.emit()

    def keys_changed(self) -> None:
        """Read again what opens the vault, where that is shown."""
        if self._pages is not None:
            self._pages.refresh()

    def cannot_renew(self, trouble: Trouble) -> None:
        """Say why a renewed vault could not be put in its place."""
        if self._pages is not None:
            self._pages.vault_keys.cannot_renew(trouble)

    def cannot_restore(self, trouble: Trouble) -> None:
        """Say why the vault of a backup could not be put in its place."""
        if self._pages is not None:
            self._pages.backups.cannot_restore(trouble)

    # Building ------------------------------------------------------------------------------

    def _build_frame(self, desk: Desk, private: PrivateDesk, pages: Pages) -> None:
        self._side_bar = SideBar(desk, private)
        self._banner = Banner()
        self._rooms = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._banner)
        column.addWidget(self._rooms, 1)
        at_the_desk = QWidget()
        self._rooms.addWidget(at_the_desk)
        row = QHBoxLayout(at_the_desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side_bar)
        row.addWidget(pages, 1)

    def _connect(self, news: News) -> None:
        self._lock_keys.activated.connect(self.lock_asked)
        self._side_bar.lock_asked.connect(self.lock_asked)
        self._side_bar.cover_asked.connect(self._privacy.toggle)
        news.changed.connect(self._read_again)
        news.saved.connect(self._banner.all_well)
        news.saved.connect(self.saved)
        news.troubled.connect(self.show_trouble)

    # Reading again -------------------------------------------------------------------------

    def _read_again(self, touched: Touched) -> None:
        if self._pages is None:
            return
        if touched & Touched.SETTINGS:
            self._sharing.want(wanted=self._desk.ask(settings.left_out))
            week.begin_on(self._desk.ask(settings.week_begins))
            self.lock_after_chosen.emit()
        if self._ways.is_in_the_room():
            self._pages.interview.refresh()
            return
        self._pages.refresh()
        if touched & ~_BESIDE_THE_SIDE_BAR:
            self._side_bar.refresh()

    def _minute_passed(self) -> None:
        """Keep what is spoken of dates true at midnight and after sleep, without a restart."""
        if self._desk is not None:
            today = self._desk.ask(clock.today)
            for field in self.findChildren(DateField):
                field.turn_to(today)
        if self._pages is not None and not self._ways.is_in_the_room():
            self._side_bar.refresh()
            self._pages.refresh()

    # What the system asks ------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Follow who sees the screen."""
        super().showEvent(event)
        self._sharing.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cover over everything."""
        super().resizeEvent(event)
        self._cover.setGeometry(self.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave saving and ending to the process."""
        event.ignore()
        self.close_asked.emit()
