"""The conversations that are booked, and those that are not, on the page of today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.people import first_name
from desktop.services.today import Appointment, Gap
from desktop.ui.look import dates
from desktop.ui.look.dates import Tone
from desktop.ui.pages.appointment import what
from desktop.ui.pages.columns import Columns
from desktop.ui.pages.gap_words import gap_words
from desktop.ui.pages.rows import NameButton, Rows, RuledRow
from desktop.ui.widgets.avatar import Avatar
from desktop.ui.widgets.buttons import LinkButton, SmallButton
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import Muted, Small, SmallMuted


@dataclass(frozen=True, slots=True)
class TalkLine:
    """One conversation in words ready to be read; ``nudge`` says what is still to be sent."""

    key: str
    person: str
    name: str
    what: str
    when: str
    when_in_full: str
    nudge: str = ""
    is_late: bool = False


class TalkRow(RuledRow):
    """With whom and what for, when, and the one step that comes next."""

    chosen = Signal(str)
    person_chosen = Signal(str)

    def __init__(self, step: str) -> None:
        """Wait for the words; ``step`` is what the button says."""
        super().__init__()
        self._key = ""
        self._person = ""
        self._avatar = Avatar("")
        self._name = NameButton("")
        self._what = Muted()
        self._when = _When()
        self._step = SmallButton(step)
        self._nudge = QWidget()
        self._nudge_words = Small(ink="soon")
        self._send = LinkButton(self.tr("Send"))
        self._build()
        self._name.clicked.connect(self._announce_person)
        self._step.clicked.connect(self._announce)
        self._send.clicked.connect(self._announce)

    def tell(self, line: TalkLine) -> None:
        """Say another line."""
        self._key, self._person = line.key, line.person
        self._avatar.set_name(line.name)
        self._name.setText(line.name)
        self._what.setText(line.what)
        self._when.setText(line.when)
        self._when.set_ink("late" if line.is_late else "muted")
        self._when.setToolTip(line.when_in_full)
        self._step.setAccessibleDescription(f"{line.name}, {line.what}, {line.when_in_full}")
        self._nudge_words.setText(line.nudge)
        self._send.setAccessibleDescription(line.nudge)
        self._nudge.setVisible(bool(line.nudge))

    def _build(self) -> None:
        row = Columns(self, room=200, gap=12)
        row.setContentsMargins(0, 10, 0, 9)
        row.addWidget(self._with_whom())
        row.addWidget(self._next_step())

    def _with_whom(self) -> QWidget:
        side = QWidget()
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        words = FlowLayout(gap=5, row_gap=0)
        words.addWidget(self._name)
        words.addWidget(self._what)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        column.addLayout(words)
        column.addWidget(self._nudge)
        column.addStretch(1)
        beneath = FlowLayout(self._nudge, gap=2, row_gap=0)
        beneath.addWidget(self._nudge_words)
        beneath.addWidget(self._send)
        row.addWidget(self._avatar)
        row.addLayout(column, 1)
        return side

    def _next_step(self) -> QWidget:
        side = QWidget()
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._when, 1)
        row.addWidget(self._step)
        return side

    def _announce(self) -> None:
        self.chosen.emit(self._key)

    def _announce_person(self) -> None:
        self.person_chosen.emit(self._person)


class _When(SmallMuted):
    """A date that is never broken over two lines."""

    wraps = False


class _TalkRows(Rows[TalkRow, TalkLine]):
    """Rows that lead to one thing each."""

    chosen = Signal(str)
    person_chosen = Signal(str)

    def step(self) -> str:
        """Return what the button of a row says."""
        raise NotImplementedError

    def new_row(self) -> TalkRow:
        """Return an empty row."""
        row = TalkRow(self.step())
        row.chosen.connect(self.chosen)
        row.person_chosen.connect(self.person_chosen)
        return row

    def word(self, row: TalkRow, line: TalkLine) -> None:
        """Say a conversation."""
        row.tell(line)


class GapRows(_TalkRows):
    """People with whom nothing is booked; choosing one leads to booking."""

    def step(self) -> str:
        """Return the way out of the gap."""
        return self.tr("Book")

    def show_gaps(self, gaps: Sequence[Gap], today: date) -> None:
        """Show everybody whose conversation is missing."""
        self.tell([self._line(gap, today) for gap in gaps])

    def _line(self, gap: Gap, today: date) -> TalkLine:
        return TalkLine(
            key=gap.person.id,
            person=gap.person.id,
            name=gap.person.name,
            what=gap_words(gap, today),
            when=dates.was_due(gap.due, today) if gap.due else "",
            when_in_full=dates.full_day(gap.due) if gap.due else "",
        )


class PlannedRows(_TalkRows):
    """What is booked; choosing one leads to its preparation."""

    def step(self) -> str:
        """Return the way into the preparation."""
        return self.tr("Prepare")

    def show_planned(self, planned: Sequence[Appointment], today: date) -> None:
        """Show every booking that is still to be held, the earliest first."""
        self.tell([self._line(appointment, today) for appointment in planned])

    def _line(self, appointment: Appointment, today: date) -> TalkLine:
        plan, person = appointment.planned, appointment.person
        day = plan.at.date()
        words, tone = dates.due(day, today)
        late = tone is Tone.LATE
        when = self.tr("{day}, {minutes} min").format(
            day=words if late else dates.spoken_day(day, today), minutes=plan.minutes
        )
        for_what = self.tr("quarterly, {stage}").format(stage=what(plan))
        nudge = self.tr("Reflection prompt to {name} not sent yet")
        return TalkLine(
            key=plan.id,
            person=person.id,
            name=person.name,
            what=for_what if plan.stage else self.tr("quarterly"),
            when=when,
            when_in_full=f"{dates.full_day(day)}, {plan.at:%H:%M}",
            nudge=nudge.format(name=first_name(person.name)) if appointment.prompt_due else "",
            is_late=late,
        )
