"""The next conversation with a person: booked, agreed on but not booked, or missing (guard V1)."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.cadence import Cadence, Pause
from desktop.domain.conversations.conversation import Conversation, Kind
from desktop.domain.conversations.planned import Planned
from desktop.domain.ids import PersonId, PlannedId
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.messages import MessageKind
from desktop.domain.shared.unsaved import Form, UnsavedWords
from desktop.services import (
    cadences,
    clock,
    contracts,
    conversations,
    messages,
    people,
    plans,
    today,
)
from desktop.services.plans import Booking
from desktop.services.today import QUARTERLY, Gap
from desktop.ui.desk import Desk
from desktop.ui.half_typed import HalfTyped
from desktop.ui.look import dates
from desktop.ui.look.dates import Tone
from desktop.ui.pages.appointment import said, what
from desktop.ui.pages.booking import BookingPanel
from desktop.ui.pages.calendar_file import save_calendar_file
from desktop.ui.pages.gap_words import gap_words
from desktop.ui.pages.outcome import Outcome
from desktop.ui.pages.rows import TONE_INK
from desktop.ui.widgets.buttons import EdgeLink, LinkButton, SmallButton, changing
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.first_lines import TwoLines
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import SmallList, SmallMuted
from desktop.ui.widgets.wording import Run


class WhatIsNext(Card):
    """The card with the next date, the way to prepare it, and booking in one step."""

    preparation_asked = Signal(str)
    booking_opened = Signal()

    def __init__(self, desk: Desk) -> None:
        """Begin without a person."""
        super().__init__(self.tr("Next"))
        self._desk = desk
        self._who: PersonId | None = None
        self._called_off: PlannedId | None = None
        self._prepared_above = False
        self._when = SmallList()
        self._what = SmallMuted()
        self._prompt = _LineWithStep(
            self.tr("Reflection prompt not sent yet"), self.tr("Send"), ink="ink"
        )
        self._review = TwoLines()
        self._undo = _LineWithStep(self.tr("Called off."), self.tr("Undo"))
        self._gone = _LineWithStep(
            self.tr("In your calendar already?"), self.tr("Save a file that takes it out")
        )
        self._saved = Outcome()
        self._book = SmallButton(self.tr("Book"))
        self._prepare = SmallButton(self.tr("Prepare"))
        self._move = EdgeLink(self.tr("Move"))
        self._cancel = EdgeLink(self.tr("Call it off"))
        changing(self._book, self._move, self._cancel)
        self._booking = BookingPanel(desk.ask(clock.today))
        self._half_typed = HalfTyped(desk, Form.BOOKING, self._booking.told, self)
        self._build()
        self._connect()

    def show_person(self, who: PersonId, *, prepared_above: bool) -> None:
        """Show the next conversation with somebody; the page may lead to its preparation itself."""
        self._prepared_above = prepared_above
        if who != self._who:
            self._half_typed.flush()
            self._half_typed.open(who)
            self._called_off = None
            self._saved.forget()
            self._booking.hide()
        self._who = who
        self.refresh()

    def refresh(self) -> None:
        """Read again what is booked; fields that are open stay as they are being typed."""
        if self._who is None:
            return
        day = self._desk.ask(clock.today)
        plan = self._desk.ask(plans.next_with, self._who)
        contract = self._desk.ask(contracts.standing, self._who)
        if plan is not None:
            self._called_off = None
            self._say_planned(plan, day)
        else:
            self._say_not_booked(contract, day)
        self._say_review(contract, day)
        for part in (self._undo, self._gone):
            part.setVisible(self._called_off is not None)
        self._offer(plan)

    def say_less(self, *, less: bool) -> None:
        """Keep what is looked at next to one line, where the page would scroll for more."""
        self._review.say_less(less=less)

    def open_booking(self) -> None:
        """Open the fields with which the next conversation is booked, or moved."""
        self.open_booking_of(Kind.FULL)

    def open_booking_of(self, kind: Kind) -> None:
        """Open the fields for a new booking of this kind, or for moving the one there is."""
        if self._who is None:
            return
        plan = self._desk.ask(plans.next_with, self._who)
        self._booking.open_for(self._suggested(plan), plan, kind)
        begun = self._half_typed.open(self._who)
        if begun:
            self._booking.take_up(begun)
        self._offer(plan)
        self.booking_opened.emit()

    def fields(self) -> QWidget:
        """Return the fields of a booking; hidden while nothing is being booked."""
        return self._booking

    def flush(self) -> bool:
        """Keep a booking that is being typed; return whether it is kept."""
        return self._half_typed.flush()

    def unsaved(self) -> tuple[UnsavedWords, ...]:
        """Return a booking that could not be kept; for the sealed draft."""
        return self._half_typed.unsaved()

    def _build(self) -> None:
        parts = (self._when, self._what, self._prompt, self._review, self._undo)
        for part in (*parts, self._gone, self._saved):
            self.body.addWidget(part)
        row = FlowLayout(gap=14)
        for button in (self._book, self._prepare, self._move, self._cancel):
            row.addWidget(button)
        self.body.addLayout(row)
        self.body.addWidget(self._booking)
        self.body.setSpacing(5)

    def _connect(self) -> None:
        self._book.clicked.connect(self.open_booking)
        self._move.clicked.connect(self.open_booking)
        self._cancel.clicked.connect(self._call_off)
        self._prepare.clicked.connect(self._ask_to_prepare)
        self._prompt.step.clicked.connect(self._ask_to_prepare)
        self._undo.step.clicked.connect(self._take_back)
        self._gone.step.clicked.connect(self._save_cancelled)
        self._booking.booked.connect(self._keep)
        self._booking.put_away.connect(self._put_away)
        self._booking.edited.connect(self._half_typed.touch)

    def _offer(self, plan: Planned | None) -> None:
        is_open = not self._booking.isHidden()
        self._book.setVisible(plan is None and not is_open)
        prepares = plan is not None and not is_open and not self._prepared_above
        self._prepare.setVisible(prepares)
        for button in (self._move, self._cancel):
            button.setVisible(plan is not None and not is_open)

    def _say_planned(self, plan: Planned, day: date) -> None:
        words, tone = dates.due(plan.at.date(), day)
        is_far = tone is Tone.CALM and words == dates.spoken_day(plan.at.date(), day)
        away = "" if is_far else f"  {words}"
        self._when.set_runs(Run(said(plan, day)), Run(away, "label_strong", TONE_INK[tone]))
        self._when.setToolTip(dates.full_day(plan.at.date()))
        self._what.setText(what(plan))
        self._what.setVisible(plan.stage is not None or plan.kind is not Kind.FULL)
        sent = self._desk.ask(messages.message, plan.id, MessageKind.REFLECTION).sent
        is_ahead = plan.at.date() >= day
        self._prompt.setVisible(sent is None and plan.kind in QUARTERLY and is_ahead)

    def _say_not_booked(self, contract: Contract | None, day: date) -> None:
        self._what.hide()
        self._prompt.hide()
        agreed = self._agreed_day(contract)
        gap = self._gap()
        pause = self._pause(day)
        if pause is not None and (agreed is None or agreed <= pause.until):
            self._say_paused(pause.until, day)
        elif agreed is not None:
            self._say_agreed(agreed, day)
        elif gap is not None and gap.due is not None:
            self._when.set_runs(Run(gap_words(gap, day)))
            self._when.setToolTip(dates.full_day(gap.due))
        else:
            self._when.set_runs(Run(self.tr("No date agreed yet")))
            self._when.setToolTip("")

    def _say_paused(self, until: date, day: date) -> None:
        """Say until when nothing is asked for, instead of how late it would be."""
        words = self.tr("Paused until {day}").format(day=dates.spoken_day(until, day))
        self._when.set_runs(Run(words))
        self._when.setToolTip(dates.full_day(until))

    def _say_agreed(self, agreed: date, day: date) -> None:
        is_this_year = agreed.year == day.year
        said_day = dates.weekday_and_day(agreed) if is_this_year else dates.full_day(agreed)
        words, tone = dates.due(agreed, day)
        is_far = tone is Tone.CALM and words == dates.spoken_day(agreed, day)
        away = "" if is_far else f"  {words}"
        self._when.set_runs(Run(said_day), Run(away, "label_strong", TONE_INK[tone]))
        self._when.setToolTip(dates.full_day(agreed))
        self._what.setText(self.tr("Agreed, not booked yet"))
        self._what.show()

    def _say_review(self, contract: Contract | None, day: date) -> None:
        review = contract.review.strip() if contract else ""
        words = self.tr("We will look at: {review}").format(review=review)
        if contract and (month := contract.review_month):
            is_over = (month.year, month.month) < (day.year, day.month)
            meant = self.tr("Meant for {month}: {review}")
            words = meant if is_over else self.tr("In {month} we look at: {review}")
            words = words.format(month=dates.month_year(month), review=review)
        self._review.say(words)
        self._review.setVisible(bool(review))

    def _agreed_day(self, contract: Contract | None) -> date | None:
        """Return the day that the contract names, unless a talk has been held since."""
        agreed = contract.next_conversation if contract else None
        last = self._last_talk()
        return None if agreed is None or (last and last.begun.date() >= agreed) else agreed

    def _suggested(self, plan: Planned | None) -> date | None:
        """Return the day that is booked, or that both agreed on, if it can still be booked."""
        if self._who is None:
            return None
        agreed = self._agreed_day(self._desk.ask(contracts.standing, self._who))
        day, today = plan.at.date() if plan else agreed, self._desk.ask(clock.today)
        return day if day and day >= today else None

    def _last_talk(self) -> Conversation | None:
        talks = self._desk.ask(conversations.of_person, self._who) if self._who else ()
        return talks[0] if talks else None

    def _pause(self, day: date) -> Pause | None:
        chosen = self._desk.ask(cadences.of_person, self._who) if self._who else Cadence()
        return chosen.pause if chosen.is_paused(day) else None

    def _gap(self) -> Gap | None:
        if self._who is None:
            return None
        return self._desk.ask(today.gap_with, self._desk.ask(people.person, self._who))

    def _keep(self, wanted: Booking) -> None:
        if self._who is None:
            return
        plan = self._desk.ask(plans.next_with, self._who)
        if plan is None:
            answer = self._desk.do(plans.book, self._who, wanted)
        else:
            answer = self._desk.do(plans.move, plan.id, wanted)
        if answer.refusal is not None:
            self._booking.refuse(answer.refusal)
        elif answer.done:
            self._booking.hide()
            self._half_typed.forget()
            self.refresh()
            self._stand_on(self._prepare, self._move)

    def _put_away(self) -> None:
        self._half_typed.forget()
        self.refresh()
        self._stand_on(self._book, self._move)

    def _call_off(self) -> None:
        plan = self._desk.ask(plans.next_with, self._who) if self._who else None
        if plan is not None and self._desk.do(plans.cancel, plan.id).done:
            self._called_off = plan.id
            self.refresh()
            self._stand_on(self._undo.step)

    def _save_cancelled(self) -> None:
        if self._called_off is not None:
            plan = self._desk.ask(plans.planned, self._called_off)
            save_calendar_file(self._desk, plan, self._saved)

    def _take_back(self) -> None:
        if self._called_off is not None and self._desk.do(plans.put_back, self._called_off).done:
            self._called_off = None
            self.refresh()
            self._stand_on(self._prepare, self._move)

    def _stand_on(self, *ways: QWidget) -> None:
        """Put the keyboard on the first of these that is there: what it stood on has gone."""
        next(way for way in ways if not way.isHidden()).setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_to_prepare(self) -> None:
        plan = self._desk.ask(plans.next_with, self._who) if self._who else None
        if plan is not None:
            self.preparation_asked.emit(plan.id)


class _LineWithStep(QWidget):
    """A small sentence and the step that belongs to it."""

    def __init__(self, words: str, step: str, *, ink: str = "muted") -> None:
        super().__init__()
        self.step = LinkButton(step)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(SmallMuted(words, ink=ink), 0)
        row.addWidget(self.step)
        row.addStretch(1)
        self.hide()
