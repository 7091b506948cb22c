"""The page of one person: where they are heading, what was agreed, and the next step."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.conversations.conversation import Conversation, Kind
from desktop.domain.ids import PersonId
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.unsaved import UnsavedWords
from desktop.services import clock, contracts, conversations, people, plans, shares
from desktop.ui.desk import Desk
from desktop.ui.look import spacing
from desktop.ui.pages.columns import Columns
from desktop.ui.pages.particulars import particulars
from desktop.ui.pages.past_talk import PastTalkPanel
from desktop.ui.pages.person_details import PersonDetails
from desktop.ui.pages.person_header import NextStep, PersonHeader
from desktop.ui.pages.person_history import PersonHistory
from desktop.ui.pages.reading_order import follow_reading_order
from desktop.ui.pages.right_after import Checklist
from desktop.ui.pages.standing_contract import StandingContract
from desktop.ui.pages.what_is_next import WhatIsNext
from desktop.ui.widgets.beside import NoticedBeside, SmallArcBeside
from desktop.ui.widgets.page import ScrollColumn

_FIRST = 100
"""A stretch beside which that of the empty rest counts for nothing."""


_SOON = timedelta(days=7)
"""How near a booked conversation is when preparing it is the one next step."""


class NotesAboutPerson(Protocol):
    """What the page asks of the private panel it is given; it never sees a word in it."""

    @property
    def limits_asked(self) -> SignalInstance:
        """Something does not fit the organisation."""

    @property
    def sweet_spot_asked(self) -> SignalInstance:
        """The picture of the sweet spot is wanted."""

    def show_person(self, who: PersonId) -> None:
        """Show the notes about somebody else."""

    def refresh(self) -> None:
        """Read the notes again."""

    def as_widget(self) -> QWidget:
        """Return the panel, to be laid out."""


class PersonPage(ScrollColumn):
    """One person on one screen; nothing scrolls but a long list of conversations (product B2)."""

    conversation_chosen = Signal(str)
    letter_chosen = Signal(str)
    preparation_asked = Signal(str)
    agreement_asked = Signal(str)
    goals_asked = Signal(str)
    choosing_asked = Signal(str)
    record_asked = Signal(str)
    hand_over_asked = Signal(str)
    keeping_asked = Signal(str)
    debrief_asked = Signal(str)
    limits_asked = Signal(str)
    sweet_spot_asked = Signal(str)

    def __init__(
        self,
        desk: Desk,
        notes: NotesAboutPerson,
        checklist: Checklist | None = None,
        noticed: NoticedBeside | None = None,
        arc: SmallArcBeside | None = None,
    ) -> None:
        """Build the page around the private panels; ``show_person`` says who it is about."""
        super().__init__()
        self._desk = desk
        self._notes = notes
        self._checklist = checklist
        self._noticed = noticed
        self._arc = arc
        self._who: PersonId | None = None
        self._header = PersonHeader()
        self._details = PersonDetails(desk)
        self._past = PastTalkPanel(desk)
        self._history = PersonHistory(desk)
        self._contract = StandingContract()
        self._next = WhatIsNext(desk)
        self._build()
        self._connect()

    def show_person(self, who: str) -> None:
        """Show another person, from the top of the page.

        While words about another one cannot be saved, they stay on the screen instead.
        """
        if who != self._who:
            self.flush()
            if self.unsaved():
                return
            self._details.close_panel()
            self._past.hide()
            self.verticalScrollBar().setValue(0)
        self._who = PersonId(who)
        self._notes.show_person(self._who)
        if self._noticed is not None:
            self._noticed.show_person(self._who)
        if self._arc is not None:
            self._arc.show_person(self._who)
        if self._checklist is not None:
            over = [talk.id for talk in self._talks() if not talk.is_open]
            self._checklist.show_conversation(over[0] if over else None)
        self.refresh()

    def person(self) -> str:
        """Return whom the page is about."""
        return self._who or ""

    def refresh(self) -> None:
        """Read again what is shared; the details stay as they are being typed."""
        if self._who is None:
            return
        now = self._desk.ask(clock.now)
        person = self._desk.ask(people.person, self._who)
        talks = self._talks()
        self._header.tell(person.name, particulars(person), self._step(talks))
        self._history.tell(talks, now)
        self._show_contract(person.name, talks, now)
        self._notes.refresh()
        if self._noticed is not None:
            self._noticed.refresh()
        if self._arc is not None:
            self._arc.refresh()
        if self._checklist is not None:
            self._checklist.refresh()

    def open_booking(self, kind: Kind = Kind.FULL) -> None:
        """Open the fields with which a conversation is booked."""
        self._next.open_booking_of(kind)

    def open_past_talk(self) -> None:
        """Ask when a talk was that is to be typed in from paper."""
        if self._who is not None:
            self._past.open_for(self._who)
            follow_reading_order(self)

    def flush(self) -> bool:
        """Save what is pending in details and booking; return whether all of it is saved."""
        if self._noticed is not None:
            self._noticed.flush()
        return all((self._details.flush(), self._next.flush()))

    def unsaved(self) -> tuple[UnsavedWords, ...]:
        """Return what the disk refused of details and booking; for the sealed draft."""
        return (*self._details.unsaved(), *self._next.unsaved())

    def _build(self) -> None:
        self.body.addWidget(self._header)
        self.body.addSpacing(spacing.GRID)
        self.body.addWidget(self._details)
        self.body.addWidget(self._past)
        parts = QWidget()
        columns = Columns(parts, room=400, shares=(638, 334))
        arc = [self._arc] if self._arc else []
        columns.addWidget(_column(self._notes.as_widget(), *arc, self._history))
        checklist = [self._checklist.as_widget()] if self._checklist else []
        noticed = [self._noticed] if self._noticed else []
        columns.addWidget(_column(*checklist, self._contract, self._next, *noticed))
        self.body.addWidget(parts, 1)

    def _connect(self) -> None:
        self._header.details_asked.connect(self._turn_details)
        self._header.start_asked.connect(self._start)
        self._header.kind_asked.connect(self._start_kind)
        self._header.choosing_asked.connect(self._choose_questions)
        self._header.paper_asked.connect(self.open_past_talk)
        self._past.typed_in.connect(self.conversation_chosen)
        self._header.continue_asked.connect(self._continue)
        self._header.letter_asked.connect(self._open_letter)
        self._header.preparation_asked.connect(self._prepare)
        self._header.agreement_asked.connect(self._open_agreement)
        self._header.goals_asked.connect(self._open_goals)
        self._next.preparation_asked.connect(self.preparation_asked)
        self._notes.limits_asked.connect(self._open_limits)
        self._notes.sweet_spot_asked.connect(self._open_sweet_spot)
        self._next.booking_opened.connect(self._make_room_for_booking)
        self._details.hand_over_asked.connect(self._open_hand_over)
        self._details.closed.connect(self._header.focus_details)
        self._details.keeping_asked.connect(self._open_keeping)
        self._history.record_asked.connect(self._open_record)
        self._history.rows.conversation_chosen.connect(self.conversation_chosen)
        self._history.rows.letter_chosen.connect(self.letter_chosen)
        self._history.rows.debrief_asked.connect(self.debrief_asked)
        self._history.rows.rearranged.connect(self._follow_reading_order)

    def _step(self, talks: Sequence[Conversation]) -> NextStep:
        if any(talk.is_open for talk in talks):
            return NextStep.CONTINUE
        owing = _latest_owing(talks)
        if owing is not None and not self._desk.ask(shares.of_conversation, owing.id):
            return NextStep.SHARE
        return NextStep.PREPARE if self._is_soon() else NextStep.START

    def _is_soon(self) -> bool:
        plan = self._desk.ask(plans.next_with, self._who) if self._who else None
        return plan is not None and plan.at.date() - self._desk.ask(clock.today) <= _SOON

    def _show_contract(self, name: str, talks: Sequence[Conversation], now: datetime) -> None:
        contract = self._desk.ask(contracts.standing, talks[0].person) if talks else None
        if self._who is not None:
            above = self._step(talks) is NextStep.PREPARE
            self._next.show_person(self._who, prepared_above=above)
        if contract is None:
            self._contract.tell_none(has_draft=_latest_owing(talks) is not None)
        else:
            self._contract.tell(contract, name, self._shared_on(contract), now.date())

    def _shared_on(self, contract: Contract) -> date | None:
        """Return the day on which this version first left, if it did."""
        found = self._desk.ask(shares.of_conversation, contract.conversation)
        days = [share.at.date() for share in found if share.contract == contract.id]
        return min(days, default=None)

    def _turn_details(self) -> None:
        if self._who is None:
            return
        if self._details.isHidden():
            self._details.open_panel(self._who)
            follow_reading_order(self)
        else:
            self._details.finish()

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
        follow_reading_order(self)
        # All of it in sight, once the layout has made room for it.
        QTimer.singleShot(0, self, self._show_booking)

    def _show_booking(self) -> None:
        self.ensureWidgetVisible(self._next, 0, 2 * spacing.GRID)

    def _prepare(self) -> None:
        plan = self._desk.ask(plans.next_with, self._who) if self._who else None
        if plan is not None:
            self.preparation_asked.emit(plan.id)

    def _open_goals(self) -> None:
        self.goals_asked.emit(self._who)

    def _open_agreement(self) -> None:
        self.agreement_asked.emit(self._who)

    def _open_hand_over(self) -> None:
        self.hand_over_asked.emit(self._who)

    def _open_keeping(self) -> None:
        self.keeping_asked.emit(self._who)

    def _open_record(self) -> None:
        self.record_asked.emit(self._who)

    def _open_letter(self) -> None:
        owing = _latest_owing(self._talks())
        if owing is not None:
            self.letter_chosen.emit(owing.id)

    def _talks(self) -> tuple[Conversation, ...]:
        return self._desk.ask(conversations.of_person, self._who) if self._who else ()

    def _follow_reading_order(self) -> None:
        follow_reading_order(self)


def _latest_owing(talks: Sequence[Conversation]) -> Conversation | None:
    return next((talk for talk in talks if talk.summary_owed_by), None)


def _column(*parts: QWidget) -> QWidget:
    column = QWidget()
    rows = QVBoxLayout(column)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(spacing.CARD_GAP)
    for part in parts:
        # The list of conversations takes what room there is, as far as it needs it.
        rows.addWidget(part, _FIRST if isinstance(part, PersonHistory) else 0)
    rows.addStretch(1)
    return column
