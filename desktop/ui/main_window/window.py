"""The window of an open vault, and the way from page to page."""

from typing import Protocol

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QHideEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.changes import Touched
from desktop.domain.errors import Trouble
from desktop.domain.ids import ConversationId, PersonId
from desktop.services import conversations, people
from desktop.services.private.drafts import Draft
from desktop.session import Session
from desktop.ui.desk import Desk, News, PrivateDesk
from desktop.ui.main_window.banner import Banner
from desktop.ui.main_window.cover import Cover
from desktop.ui.main_window.side_bar import PEOPLE, TODAY, SideBar
from desktop.ui.pages.contract import ContractPage
from desktop.ui.pages.debrief import DebriefPage
from desktop.ui.pages.people import PeoplePage
from desktop.ui.pages.person import PersonPage
from desktop.ui.pages.send import SendPage
from desktop.ui.pages.today import TodayPage
from desktop.ui.private.after_card import AfterCard
from desktop.ui.private.answer_panel import AnswerPanel
from desktop.ui.private.debrief_panel import DebriefPanel
from desktop.ui.private.notes_column import NotesColumn
from desktop.ui.private.person_notes import PersonNotesPanel
from desktop.ui.private.stays import StaysPanel
from desktop.ui.private.ten_quiet_minutes import TenQuietMinutes
from desktop.ui.wizard.interview_page import InterviewPage

_CLOCK_TICKS_MS = 60_000
_PAGE_EDGE = 40
_BELOW_HEADER = 92


class Page(Protocol):
    """What the window asks of every page."""

    def refresh(self) -> None:
        """Read again what the page shows."""


class MainWindow(QWidget):
    """Everything a manager sees while the vault is open."""

    lock_asked = Signal()
    close_asked = Signal()
    saved = Signal()

    def __init__(self) -> None:
        super().__init__()
        # A constant: task bars, screen shares and logs read it (security.md, section 4).
        self.setWindowTitle("Onward")
        self.resize(1280, 820)
        self.setMinimumSize(800, 560)
        self._cover = Cover(self)
        self._lock_keys = QShortcut(QKeySequence("Ctrl+L"), self)
        # A dialog that is open does not keep the vault open.
        self._lock_keys.setContext(Qt.ShortcutContext.ApplicationShortcut)
        self._clock = QTimer(self)

    # What the process asks of the window -------------------------------------------------------

    def show_session(self, session: Session, *, sample: bool = False) -> None:
        """Build every page over an open session and show today."""
        self._news = News(self)
        self._desk = Desk(session.shared, self._news)
        self._private_desk = PrivateDesk(session.private, self._news)
        self._today = session.shared.today()
        self._build_pages()
        self._build_frame()
        if sample:
            self._banner.mark_sample()
        self._connect()
        self._start()

    def cover(self) -> None:
        """Hide every word at once."""
        self._cover.lay()

    def flush(self) -> bool:
        """Save everything that is being typed; True if all of it is saved."""
        if not hasattr(self, "_interview"):
            return True
        saved = [page.flush() for page in (self._interview, self._contract, self._debrief)]
        # A refused name or address in the details stays refused; it is no reason to keep open.
        self._person.flush()
        return all(saved)

    def unsaved(self) -> tuple[Draft, ...]:
        """Return the words on the screen that could not be saved, private and shared."""
        if not hasattr(self, "_interview"):
            return ()
        shared = (*self._interview.unsaved(), *self._contract.unsaved())
        return (*self._notes.unsaved(), *shared, *self._debriefing.unsaved())

    def read_all_again(self) -> None:
        """Show what the vault holds now, also where the manager was writing; flush first."""
        for page in (self._interview, self._contract, self._debrief):
            # The others read anew whenever they are opened.
            if page.isVisible():
                page.reopen()
        self._read_again(Touched.EVERYTHING)

    def show_trouble(self, trouble: Trouble) -> None:
        """Say in the banner what went wrong."""
        if hasattr(self, "_banner"):
            self._banner.show_trouble(trouble)

    # Building ------------------------------------------------------------------------------

    def _build_pages(self) -> None:
        private = self._private_desk
        self._today_page = TodayPage(self._desk, TenQuietMinutes(private))
        self._people_page = PeoplePage(self._desk)
        self._person = PersonPage(self._desk, PersonNotesPanel(private), AfterCard(private))
        self._contract = ContractPage(
            self._desk, NotesColumn(private), AfterCard(private, folded=True)
        )
        self._send = SendPage(self._desk, StaysPanel(private))
        self._debriefing = DebriefPanel(private)
        self._debrief = DebriefPage(self._desk, self._debriefing)
        self._notes = AnswerPanel(private)
        self._interview = InterviewPage(self._desk, self._notes)

    def _build_frame(self) -> None:
        self._side_bar = SideBar(self._desk)
        self._banner = Banner()
        self._pages = QStackedWidget()
        for page in (
            self._today_page,
            self._people_page,
            self._person,
            self._contract,
            self._send,
            self._debrief,
        ):
            self._pages.addWidget(page)
        desk = QWidget()
        row = QHBoxLayout(desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side_bar)
        row.addWidget(self._pages, 1)
        self._rooms = QStackedWidget()
        self._rooms.addWidget(desk)
        self._rooms.addWidget(self._interview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._banner)
        column.addWidget(self._rooms, 1)

    def _connect(self) -> None:
        self._lock_keys.activated.connect(self.lock_asked)
        self._side_bar.lock_asked.connect(self.lock_asked)
        self._side_bar.page_chosen.connect(self._open_page)
        self._side_bar.person_chosen.connect(self._open_person)
        self._today_page.person_chosen.connect(self._open_person)
        self._today_page.conversation_chosen.connect(self._open_conversation)
        self._today_page.letter_chosen.connect(self._open_contract)
        self._today_page.people_asked.connect(self._open_people)
        self._today_page.conversation_asked.connect(self._choose_whom)
        self._people_page.person_chosen.connect(self._open_person)
        self._people_page.person_added.connect(self._open_person)
        self._person.conversation_chosen.connect(self._open_conversation)
        self._person.letter_chosen.connect(self._open_contract)
        self._interview.paused.connect(self._open_person)
        self._interview.closing_reached.connect(self._open_contract)
        self._contract.send_asked.connect(self._open_send)
        self._contract.questions_asked.connect(self._open_conversation)
        self._contract.person_chosen.connect(self._open_person)
        for page in (self._today_page, self._person, self._contract):
            page.debrief_asked.connect(self._open_debrief)
        self._debrief.letter_chosen.connect(self._open_contract)
        self._debrief.person_chosen.connect(self._open_person)
        self._send.contract_asked.connect(self._open_contract)
        self._send.person_chosen.connect(self._open_person)
        self._news.changed.connect(self._read_again)
        self._news.saved.connect(self._banner.all_well)
        self._news.saved.connect(self.saved)
        self._news.troubled.connect(self.show_trouble)
        self._clock.timeout.connect(self._minute_passed)

    def _start(self) -> None:
        self._side_bar.refresh()
        self._open_first_page()
        # The keyboard begins at the page, not at the last button of the side bar.
        self._pages.setFocus()

    def _open_first_page(self) -> None:
        """Begin where the next step is: with somebody to add, the one there is, or with today."""
        everybody = self._desk.ask(people.everybody)
        if not everybody:
            self._open_page(PEOPLE)
        elif len(everybody) == 1 and not self._desk.ask(conversations.of_person, everybody[0].id):
            self._open_person(everybody[0].id)
        else:
            self._open_page(TODAY)

    # From page to page ---------------------------------------------------------------------

    def _open_page(self, key: str) -> None:
        page = {TODAY: self._today_page, PEOPLE: self._people_page}[key]
        self._show(page)
        self._side_bar.choose(page=key)

    def _open_people(self) -> None:
        self._open_page(PEOPLE)

    def _open_person(self, person: str) -> None:
        self._person.show_person(PersonId(person))
        self._show(self._person)
        self._side_bar.choose(person=person)

    def _open_conversation(self, conversation: str) -> None:
        self._interview.open(ConversationId(conversation))
        self._rooms.setCurrentIndex(1)

    def _open_contract(self, conversation: str) -> None:
        self._contract.show_conversation(ConversationId(conversation))
        self._show(self._contract)
        self._mark_person_of(conversation)

    def _open_send(self, conversation: str) -> None:
        self._send.show_conversation(ConversationId(conversation))
        self._show(self._send)
        self._mark_person_of(conversation)

    def _open_debrief(self, conversation: str) -> None:
        self._debrief.show_conversation(ConversationId(conversation))
        self._show(self._debrief)
        self._mark_person_of(conversation)

    def _choose_whom(self) -> None:
        menu = QMenu(self)
        for person in self._desk.ask(people.everybody):
            menu.addAction(person.name.replace("&", "&&")).setData(person.id)
        menu.triggered.connect(self._begin_with)
        corner = QPoint(self._pages.width() - _PAGE_EDGE - menu.sizeHint().width(), _BELOW_HEADER)
        menu.popup(self._pages.mapToGlobal(corner))

    def _begin_with(self, action: QAction) -> None:
        person = PersonId(action.data())
        talks = self._desk.ask(conversations.of_person, person)
        under_way = next((talk.id for talk in talks if talk.is_open), None)
        if under_way is None:
            under_way = self._desk.do(conversations.begin, person).value
        self._open_conversation(under_way)

    def _mark_person_of(self, conversation: str) -> None:
        talk = self._desk.ask(conversations.conversation, ConversationId(conversation))
        self._side_bar.choose(person=talk.person)

    def _show(self, page: QWidget) -> None:
        self.flush()
        self._rooms.setCurrentIndex(0)
        self._pages.setCurrentWidget(page)
        self._refresh_page()
        self._side_bar.refresh()

    # Reading again -------------------------------------------------------------------------

    def _read_again(self, touched: Touched) -> None:
        if self._rooms.currentIndex() == 1:
            self._interview.refresh()
            return
        self._refresh_page()
        if touched & ~(Touched.ANSWERS | Touched.SUMMARY):
            self._side_bar.refresh()

    def _refresh_page(self) -> None:
        page = self._pages.currentWidget()
        kinds = TodayPage | PeoplePage | PersonPage | ContractPage | SendPage | DebriefPage
        if isinstance(page, kinds):
            page.refresh()

    def _minute_passed(self) -> None:
        """Keep what is spoken of dates true at midnight and after sleep, without a restart."""
        self._side_bar.refresh()
        self._refresh_page()

    # What the system asks ------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the time while somebody can see it."""
        super().showEvent(event)
        self._clock.start(_CLOCK_TICKS_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop following the time."""
        super().hideEvent(event)
        self._clock.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cover over everything."""
        super().resizeEvent(event)
        self._cover.setGeometry(self.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave saving and ending to the process."""
        event.ignore()
        self.close_asked.emit()
