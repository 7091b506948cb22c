"""The page of one person: an overview on one screen, and the tabs behind which all else lies."""

from enum import StrEnum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.conversations.conversation import Conversation, Kind
from desktop.domain.ids import PersonId
from desktop.domain.shared.unsaved import UnsavedWords
from desktop.services import clock, conversations, people, plans
from desktop.ui.desk import Desk
from desktop.ui.look import spacing
from desktop.ui.pages.archived_line import ArchivedLine
from desktop.ui.pages.next_step import latest_owing, letter_to_open, next_step
from desktop.ui.pages.one_screen import OneScreen
from desktop.ui.pages.particulars import particulars
from desktop.ui.pages.past_talk import PastTalkPanel
from desktop.ui.pages.person_details import PersonDetails
from desktop.ui.pages.person_header import NextStep, PersonHeader
from desktop.ui.pages.person_history import PersonHistory
from desktop.ui.pages.person_notes_room import PersonNotesRoom
from desktop.ui.pages.person_overview import Beside, PersonOverview
from desktop.ui.pages.reading_order import follow_reading_order
from desktop.ui.widgets.arrangement import arrange_now
from desktop.ui.widgets.beside import NoticedBeside
from desktop.ui.widgets.page import ScrollColumn
from desktop.ui.widgets.tabs import Tabs

_MARGINS = (spacing.PAGE_MARGIN, 28, spacing.PAGE_MARGIN, 20)
"""Pixels; beneath it less than on other pages, for all of somebody stands on one screen."""


class Tab(StrEnum):
    """What can be shown of a person; goals, contract and agreement have pages of their own."""

    OVERVIEW = "overview"
    CONVERSATIONS = "conversations"
    GOALS = "goals"
    CONTRACT = "contract"
    NOTICED = "noticed"
    NOTES = "notes"
    AGREEMENT = "agreement"


class PersonPage(ScrollColumn):
    """One person; the overview does not scroll at 1280×800 (product B2)."""

    conversation_chosen = Signal(str)
    letter_chosen = Signal(str)
    preparation_asked = Signal(str)
    agreement_asked = Signal(str)
    goals_asked = Signal(str)
    feedback_asked = Signal(str)
    choosing_asked = Signal(str)
    record_asked = Signal(str)
    hand_over_asked = Signal(str)
    keeping_asked = Signal(str)
    debrief_asked = Signal(str)
    limits_asked = Signal(str)
    sweet_spot_asked = Signal(str)

    def __init__(self, desk: Desk, beside: Beside, noticed: NoticedBeside | None = None) -> None:
        """Build the page around the private panels; ``show_person`` says who it is about."""
        super().__init__(margins=_MARGINS)
        self._desk = desk
        self._beside = beside
        self._noticed = noticed
        self._notes = _room_of(beside)
        self._who: PersonId | None = None
        self._tab = Tab.OVERVIEW
        self._header = PersonHeader()
        self._archived = ArchivedLine()
        self._tabs = Tabs(self._tab_texts())
        self._details = PersonDetails(desk)
        self._past = PastTalkPanel(desk)
        self._overview = PersonOverview(desk, beside)
        self._one_screen = OneScreen(self, self._overview, self._may_move)
        self._history = PersonHistory(desk)
        self._rooms: dict[Tab, QWidget] = {
            Tab.OVERVIEW: self._overview,
            Tab.CONVERSATIONS: self._history,
        }
        if noticed is not None:
            self._rooms[Tab.NOTICED] = noticed
        if self._notes is not None:
            self._rooms[Tab.NOTES] = self._notes
        self._build()
        self._connect()

    def show_person(self, who: str) -> None:
        """Show the overview of another person, or of the same one anew.

        While words about another one cannot be saved, they stay on the screen instead.
        """
        if who != self._who:
            self.flush()
            if self.unsaved():
                return
            self._details.close_panel()
            self._past.hide()
        self._who = PersonId(who)
        self._overview.show_person(self._who, self._talks())
        self._turn_to(Tab.OVERVIEW)

    def person(self) -> str:
        """Return whom the page is about."""
        return self._who or ""

    def refresh(self) -> None:
        """Read again what is in sight; the details stay as they are being typed."""
        if self._who is None:
            return
        now = self._desk.ask(clock.now)
        person = self._desk.ask(people.person, self._who)
        talks = self._talks()
        step = next_step(self._desk, self._who, talks)
        self._header.tell(person.name, particulars(person), step)
        self._archived.tell(person.archived)
        letter = letter_to_open(self._desk, self._who, talks)
        self._tabs.offer(Tab.CONTRACT, offered=letter is not None)
        if self._tab is Tab.OVERVIEW:
            prepares = step is NextStep.PREPARE
            self._overview.refresh(person.name, talks, now, prepared_above=prepares)
            self._one_screen.keep()
        elif self._tab is Tab.CONVERSATIONS:
            self._history.tell(talks, now)
        elif self._tab is Tab.NOTES and self._notes is not None:
            self._notes.show_person(self._who)
            self._notes.refresh()
        elif self._noticed is not None:
            self._noticed.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for now, once the parts have found their places."""
        super().resizeEvent(event)
        self._one_screen.keep_soon()

    def showEvent(self, event: QShowEvent) -> None:
        """Find how much there is room for before anything is painted."""
        super().showEvent(event)
        self._one_screen.keep()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget how the last one lay, for another one may come."""
        super().hideEvent(event)
        self._one_screen.put_away()

    def _may_move(self) -> bool:
        """Return whether the manager has opened nothing here that takes its own room."""
        opened = (self._details, self._past, self._overview.booking_fields())
        closed = all(part.isHidden() for part in opened)
        return self._who is not None and self._tab is Tab.OVERVIEW and closed

    def open_booking(self, kind: Kind = Kind.FULL) -> None:
        """Open the fields with which a conversation is booked."""
        self._turn_to(Tab.OVERVIEW)
        self._overview.open_booking(kind)

    def open_past_talk(self) -> None:
        """Ask when a talk was that is to be typed in from paper."""
        if self._who is not None:
            self._past.open_for(self._who)
            self._follow_reading_order()

    def flush(self) -> bool:
        """Save what is pending in details and booking; return whether all of it is saved."""
        if self._noticed is not None:
            self._noticed.flush()
        notes = self._notes is None or self._notes.flush()
        return all((self._details.flush(), self._overview.flush(), notes))

    def unsaved(self) -> tuple[UnsavedWords, ...]:
        """Return what the disk refused of details and booking; for the sealed draft."""
        return (*self._details.unsaved(), *self._overview.unsaved())

    def _tab_texts(self) -> dict[str, str]:
        texts = {
            Tab.OVERVIEW: self.tr("Overview"),
            Tab.CONVERSATIONS: self.tr("Conversations"),
            Tab.GOALS: self.tr("Goals"),
            Tab.CONTRACT: self.tr("Contract"),
            Tab.NOTICED: self.tr("Noticed"),
            Tab.NOTES: self.tr("Private notes"),
            Tab.AGREEMENT: self.tr("Agreement"),
        }
        if self._noticed is None:
            del texts[Tab.NOTICED]
        if self._notes is None:
            del texts[Tab.NOTES]
        return {tab.value: text for tab, text in texts.items()}

    def _build(self) -> None:
        for part in (self._header, self._archived, self._tabs, self._details, self._past):
            self.body.addWidget(part)
        for room in self._rooms.values():
            self.body.addWidget(room)
            room.setVisible(room is self._overview)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._tabs.chosen.connect(self._choose_tab)
        self._past.typed_in.connect(self.conversation_chosen)
        self._header.feedback_asked.connect(self._open_feedback)
        self._details.hand_over_asked.connect(self._open_hand_over)
        self._details.closed.connect(self._header.focus_details)
        self._details.keeping_asked.connect(self._open_keeping)
        self._connect_header()
        self._connect_overview()
        self._history.record_asked.connect(self._open_record)
        self._history.rows.conversation_chosen.connect(self.conversation_chosen)
        self._history.rows.letter_chosen.connect(self.letter_chosen)
        self._history.rows.debrief_asked.connect(self.debrief_asked)
        self._history.rows.rearranged.connect(self._follow_reading_order)

    def _connect_header(self) -> None:
        self._archived.back_asked.connect(self._take_back)
        self._header.details_asked.connect(self._turn_details)
        self._header.start_asked.connect(self._start)
        self._header.kind_asked.connect(self._start_kind)
        self._header.choosing_asked.connect(self._choose_questions)
        self._header.paper_asked.connect(self.open_past_talk)
        self._header.continue_asked.connect(self._continue)
        self._header.letter_asked.connect(self._open_letter)
        self._header.preparation_asked.connect(self._prepare)

    def _connect_overview(self) -> None:
        self._overview.preparation_asked.connect(self.preparation_asked)
        self._overview.booking_opened.connect(self._make_room_for_booking)
        self._overview.contract_asked.connect(self._open_contract)
        self._overview.debrief_asked.connect(self.debrief_asked)
        if self._beside.notes is not None:
            self._beside.notes.notes_asked.connect(self._open_notes)
            self._beside.notes.writing_asked.connect(self._write_note)
        self._beside.heading.limits_asked.connect(self._open_limits)
        self._beside.heading.sweet_spot_asked.connect(self._open_sweet_spot)

    def _choose_tab(self, key: str) -> None:
        tab = Tab(key)
        if tab is Tab.GOALS:
            self.goals_asked.emit(self._who)
        elif tab is Tab.AGREEMENT:
            self.agreement_asked.emit(self._who)
        elif tab is Tab.CONTRACT:
            self._open_contract()
        else:
            self.flush()
            self._turn_to(tab)
            self._tabs.take_keyboard(tab)

    def _turn_to(self, tab: Tab) -> None:
        """Show one room from its top, with what the vault holds now."""
        self._tab = tab
        self._tabs.choose(tab)
        if tab is Tab.NOTICED and self._noticed is not None and self._who is not None:
            self._noticed.show_person(self._who)
        for each, room in self._rooms.items():
            room.setVisible(each is tab)
        self.verticalScrollBar().setValue(0)
        self.refresh()
        self._follow_reading_order()

    def _turn_details(self) -> None:
        if self._who is None:
            return
        if self._details.isHidden():
            self._details.open_panel(self._who)
            self._follow_reading_order()
        else:
            self._details.finish()

    def _open_notes(self) -> None:
        self._turn_to(Tab.NOTES)

    def _write_note(self) -> None:
        self._turn_to(Tab.NOTES)
        if self._notes is not None:
            self._notes.begin()

    def _open_limits(self) -> None:
        self.limits_asked.emit(self._who)

    def _open_sweet_spot(self) -> None:
        self.sweet_spot_asked.emit(self._who)

    def _start(self) -> None:
        self._start_kind(Kind.FULL)

    def _choose_questions(self) -> None:
        self.choosing_asked.emit(self._who)

    def _start_kind(self, kind: str) -> None:
        if self._who is None:
            return
        begun = self._desk.do(plans.begin_kind, self._who, Kind(kind))
        if begun.done:
            self.conversation_chosen.emit(begun.value)

    def _continue(self) -> None:
        self.conversation_chosen.emit(next(talk.id for talk in self._talks() if talk.is_open))

    def _make_room_for_booking(self) -> None:
        self._follow_reading_order()
        # All of it in sight, once the layout has made room for it.
        QTimer.singleShot(0, self, self._show_booking)

    def _show_booking(self) -> None:
        # Narrower beside the scroll bar, what stands above it is higher again.
        arrange_now(self)
        self.ensureWidgetVisible(self._overview.booking(), 0, 2 * spacing.GRID)

    def _prepare(self) -> None:
        plan = self._desk.ask(plans.next_with, self._who) if self._who else None
        if plan is not None:
            self.preparation_asked.emit(plan.id)

    def _open_feedback(self) -> None:
        self.feedback_asked.emit(self._who)

    def _open_hand_over(self) -> None:
        self.hand_over_asked.emit(self._who)

    def _open_keeping(self) -> None:
        # Who is archived there and opened again is not met with the fields of before.
        if self._details.flush():
            self._details.close_panel()
        self.keeping_asked.emit(self._who)

    def _take_back(self) -> None:
        if self._who is not None:
            self._desk.do(people.archive, self._who, away=False)

    def _open_record(self) -> None:
        self.record_asked.emit(self._who)

    def _open_letter(self) -> None:
        owing = latest_owing(self._talks())
        if owing is not None:
            self.letter_chosen.emit(owing.id)

    def _open_contract(self) -> None:
        talk = letter_to_open(self._desk, self._who, self._talks()) if self._who else None
        if talk is not None:
            self.letter_chosen.emit(talk)

    def _talks(self) -> tuple[Conversation, ...]:
        return self._desk.ask(conversations.of_person, self._who) if self._who else ()

    def _follow_reading_order(self) -> None:
        rooms = [room for tab, room in self._rooms.items() if tab is not self._tab]
        closed = [panel for panel in (self._details, self._past) if panel.isHidden()]
        follow_reading_order(self, but=[*rooms, *closed])


def _room_of(beside: Beside) -> PersonNotesRoom | None:
    if beside.note_list is None or beside.note_sheet is None:
        return None
    return PersonNotesRoom(beside.note_list, beside.note_sheet)
