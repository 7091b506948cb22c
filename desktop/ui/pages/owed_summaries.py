"""The summaries that are owed within 48 hours, on the page of today (playbook R1)."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.conversations.conversation import Conversation
from desktop.domain.ids import ConversationId
from desktop.services.today import Talk
from desktop.ui.look import dates
from desktop.ui.look.dates import Tone
from desktop.ui.pages.columns import Columns
from desktop.ui.pages.rows import DueLabel, NameButton, Rows, RuledRow
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import SmallMuted

_LATE_BY_HOURS = timedelta(hours=48)
"""Up to when it is said in hours how late a summary is."""


@dataclass(frozen=True, slots=True)
class OwedLine:
    """One debt in words ready to be read."""

    key: str
    person: str
    what: str
    when: str
    left: str
    tone: Tone
    owed_by: str


class OwedRow(RuledRow):
    """What is owed to whom, since when, how long there is, and the way to it."""

    letter_chosen = Signal(str)
    person_chosen = Signal(str)

    def __init__(self, way: str = "") -> None:
        """Wait for the words; ``way`` is what the button says, if not "Review and send"."""
        super().__init__()
        self._key = ""
        self._person = ""
        self._what = NameButton("")
        self._when = SmallMuted()
        self._left = DueLabel()
        self._review = PlainButton(way or self.tr("Review and send"))
        self._build()
        self._what.clicked.connect(self._announce_person)
        self._review.clicked.connect(self._announce_letter)

    def tell(self, line: OwedLine) -> None:
        """Say another line."""
        self._key, self._person = line.key, line.person
        self._what.setText(line.what)
        self._when.setText(line.when)
        self._left.tell(line.left, line.tone, line.owed_by)
        self._review.setAccessibleDescription(line.what)

    def _build(self) -> None:
        row = Columns(self, room=250, gap=13)
        row.setContentsMargins(0, 11, 0, 9)
        row.addWidget(self._words())
        row.addWidget(self._way_there())

    def _words(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._what)
        column.addWidget(self._when)
        column.addStretch(1)
        return side

    def _way_there(self) -> QWidget:
        side = QWidget()
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(13)
        row.addWidget(self._left)
        row.addStretch(1)
        row.addWidget(self._review)
        return side

    def _announce_letter(self) -> None:
        self.letter_chosen.emit(self._key)

    def _announce_person(self) -> None:
        self.person_chosen.emit(self._person)


class OwedRows(Rows[OwedRow, OwedLine]):
    """The debts, the oldest first."""

    few = 3
    letter_chosen = Signal(str)
    person_chosen = Signal(str)

    def new_row(self) -> OwedRow:
        """Return an empty row."""
        row = OwedRow()
        row.letter_chosen.connect(self.letter_chosen)
        row.person_chosen.connect(self.person_chosen)
        return row

    def word(self, row: OwedRow, line: OwedLine) -> None:
        """Say a debt."""
        row.tell(line)


class OwedSummaries(Card):
    """The card of summaries and contracts that are promised within two days of a talk."""

    def __init__(self) -> None:
        """Begin without debts."""
        super().__init__(self.tr("Owed within 48 hours"))
        self.rows = OwedRows()
        self.body.addWidget(self.rows)

    def tell(self, talks: Sequence[Talk], ready: Container[ConversationId], now: datetime) -> None:
        """Show the talks whose summary was not shared yet; ``ready`` are those without a gap."""
        lines = []
        for talk in self.rows.at_first(talks):
            when = self._when(talk.conversation, now)
            if talk.conversation.id in ready:
                when = self.tr("{when} Ready to review.").format(when=when)
            lines.append(self._line(talk, when, now))
        self.rows.tell(lines)
        self.setVisible(bool(talks))

    def _line(self, talk: Talk, when: str, now: datetime) -> OwedLine:
        by = talk.conversation.summary_owed_by or now
        left, tone = _left(by, now)
        return OwedLine(
            key=talk.conversation.id,
            person=talk.person.id,
            what=self.tr("Summary and contract for {name}").format(name=talk.person.name),
            when=when,
            left=left,
            tone=tone,
            owed_by=dates.full_day(by.date()),
        )

    def _when(self, talk: Conversation, now: datetime) -> str:
        day, at = talk.begun.date(), f"{talk.begun:%H:%M}"
        if (now.date() - day).days < 2:
            return self.tr("Conversation {day}, {at}.").format(
                day=dates.spoken_day(day, now.date()), at=at
            )
        in_full = dates.weekday_and_day if day.year == now.year else dates.full_day
        return self.tr("Conversation on {day}, {at}.").format(day=in_full(day), at=at)


def _left(by: datetime, now: datetime) -> tuple[str, Tone]:
    """Return the hours that are left of the 48, or how late it is: long ago as of any debt."""
    if now - by < _LATE_BY_HOURS:
        return dates.hours_left((by - now).total_seconds())
    return dates.due(by.date(), now.date())
