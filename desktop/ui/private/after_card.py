"""The checklist after a conversation as a card (playbook section 6, R1 to R6)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.conversations.after import BY_HAND, AfterTalk, Check
from desktop.domain.ids import ConversationId
from desktop.services import clock
from desktop.services.private import after
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates, spacing
from desktop.ui.look.dates import Tone
from desktop.ui.widgets.buttons import LinkButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.text import SectionHeading, SmallMuted

_SIDE, _ABOVE = spacing.CARD_PADDING + 1, 12
"""Pixels around the list, which shares one screen with a whole person."""

_INK = {Tone.CALM: "muted", Tone.SOON: "soon", Tone.LATE: "late"}


class AfterCard(Card):
    """Six lines: three tick themselves by what stands in the vault, three wait for the manager.

    It lives among the private panels because it counts notes; it shows no word of them.
    """

    def __init__(self, desk: PrivateDesk, *, folded: bool = False) -> None:
        """Begin hidden; ``folded`` shows the 48 hours alone until the rest is asked for."""
        super().__init__()
        self._desk = desk
        self._conversation: ConversationId | None = None
        self._lines = {
            Check.SUMMARY_SENT: CheckLine(Check.SUMMARY_SENT, self.tr("Summary sent")),
            Check.PROMISES_IN_CALENDAR: CheckLine(
                Check.PROMISES_IN_CALENDAR, self.tr("My promises in my calendar")
            ),
            Check.NEXT_BOOKED: CheckLine(Check.NEXT_BOOKED, self.tr("Next conversation booked")),
            Check.URGENT_DONE: CheckLine(Check.URGENT_DONE, self.tr("What is urgent done")),
            Check.ISSUES_TAKEN_FURTHER: CheckLine(
                Check.ISSUES_TAKEN_FURTHER, self.tr("Issues taken further")
            ),
            Check.NOTES_KEPT: CheckLine(Check.NOTES_KEPT, self.tr("Notes kept")),
        }
        self._all = _MoreLink(self.tr("Show all six"))
        self.body.setSpacing(5)
        self.body.setContentsMargins(_SIDE, _ABOVE, _SIDE, _ABOVE)
        top = QHBoxLayout()
        top.addWidget(SectionHeading(self.tr("After the conversation")), 1)
        top.addWidget(self._all)
        self.body.addLayout(top)
        for line in self._lines.values():
            self.body.addWidget(line)
            line.turned.connect(self._turn)
        self._all.clicked.connect(self._unfold)
        self._fold(folded=folded)
        self.hide()

    def as_widget(self) -> QWidget:
        """Return the card itself, to be laid out on a page."""
        return self

    def take_in(self, way: QWidget) -> None:
        """Let another step of the time right after a talk stand beneath the list."""
        self.body.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)

    def show_conversation(self, conversation: ConversationId | None) -> None:
        """Show the list of another talk, if it is worth it; None shows nothing."""
        self._conversation = conversation
        if conversation is None:
            self.hide()
            return
        now = self._desk.ask(clock.now)
        found = self._desk.ask(after.checklist, conversation)
        self.setVisible(found.is_worth_showing(now))
        self._tell(found)

    def refresh(self) -> None:
        """Read the list again; it stays once all is ticked, so that a slip can be taken back."""
        if self._conversation is None or self.isHidden():
            return
        self._tell(self._desk.ask(after.checklist, self._conversation))

    def _tell(self, found: AfterTalk) -> None:
        self._tell_summary(found)
        self._tell_next(found)
        self._tell_urgent(found)
        for check, line in self._lines.items():
            line.tick(done=check in found.done)

    def _unfold(self) -> None:
        self._fold(folded=False)
        self._lines[Check.PROMISES_IN_CALENDAR].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold(self, *, folded: bool) -> None:
        for check, line in self._lines.items():
            line.setHidden(folded and check is not Check.SUMMARY_SENT)
        self._all.setVisible(folded)

    def _tell_summary(self, found: AfterTalk) -> None:
        by, line = found.talk.summary_owed_by, self._lines[Check.SUMMARY_SENT]
        if by is None or Check.SUMMARY_SENT in found.done:
            line.tell("")
            return
        left, tone = dates.hours_left((by - self._desk.ask(clock.now)).total_seconds())
        line.tell(left, tone, dates.full_day(by.date()))

    def _tell_next(self, found: AfterTalk) -> None:
        day, line = found.next_conversation, self._lines[Check.NEXT_BOOKED]
        if day is None:
            line.tell(self.tr("no date yet"))
            return
        words = dates.short_day(day)
        if Check.NEXT_BOOKED not in found.done:
            words = self.tr("agreed for {day}").format(day=words)
        line.tell(words, Tone.CALM, dates.full_day(day))

    def _tell_urgent(self, found: AfterTalk) -> None:
        by, line = found.urgent_by, self._lines[Check.URGENT_DONE]
        if by is None or Check.URGENT_DONE in found.done:
            line.tell("")
            return
        today = self._desk.ask(clock.today)
        late, tone = dates.due(by, today)
        spoken = self.tr("by {day}").format(day=dates.spoken_day(by, today))
        line.tell(late if tone is Tone.LATE else spoken, tone, dates.full_day(by))

    def _turn(self, check: str, done: bool) -> None:
        if self._conversation is not None:
            self._desk.do(after.tick, self._conversation, Check(check), done=done)
            self.refresh()


class CheckLine(QWidget):
    """A box, what is to be done, and by when or how it stands."""

    turned = Signal(str, bool)

    def __init__(self, check: Check, words: str) -> None:
        """A line that ticks itself cannot be pressed, and says why."""
        super().__init__()
        self._check = check
        self._tick = Tick(words)
        self._aside = _Aside(align=Qt.AlignmentFlag.AlignRight)
        if check not in BY_HAND:
            self._tick.setEnabled(False)
            self._tick.setToolTip(self._by_itself())
            self._tick.setAccessibleDescription(self._by_itself())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._tick, 1)
        row.addWidget(self._aside)
        self.setFocusProxy(self._tick)
        self._tick.clicked.connect(self._announce)

    def tick(self, *, done: bool) -> None:
        """Show whether it is done."""
        self._tick.setChecked(done)

    def tell(self, aside: str, tone: Tone = Tone.CALM, in_full: str = "") -> None:
        """Say ``aside`` at the right; ``in_full`` is the whole date."""
        self._aside.setText(aside)
        self._aside.set_ink(_INK[tone])
        self._aside.setToolTip(in_full)

    def _by_itself(self) -> str:
        return {
            Check.SUMMARY_SENT: self.tr("Ticks itself once the page has left."),
            Check.NEXT_BOOKED: self.tr("Ticks itself once the next conversation is booked."),
            Check.NOTES_KEPT: self.tr("Ticks itself once there are notes."),
        }[self._check]

    def _announce(self, done: bool) -> None:
        self.turned.emit(self._check.value, done)


class _MoreLink(LinkButton):
    """Begins where the lines above it begin."""

    side_padding = 0


class _Aside(SmallMuted):
    """A few words that never wrap."""

    wraps = False
