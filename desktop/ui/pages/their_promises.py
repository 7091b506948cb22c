"""What the people have promised, on the page of today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.domain.shared.commitments import Promise
from desktop.domain.shortened import in_a_row
from desktop.ui.look import dates, spacing
from desktop.ui.look.dates import Tone
from desktop.ui.pages.my_promises import KeptLine
from desktop.ui.pages.rows import DueLabel, Rows, RuledRow, SmallNameButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.text import Small


@dataclass(frozen=True, slots=True)
class TheirPromiseLine:
    """One promise in words ready to be read."""

    key: str
    what: str
    person: str
    name: str
    due: str
    tone: Tone
    due_in_full: str


class TheirPromiseRow(RuledRow):
    """A box to tick once they have kept it, what it is, who it is, and how the date sounds."""

    ticked = Signal(str)
    person_chosen = Signal(str)

    def __init__(self) -> None:
        """Wait for the words."""
        super().__init__()
        self._key = self._person = ""
        self._tick = Tick("", words_shown=False)
        self._what = Small()
        self._name = SmallNameButton("")
        self._due = DueLabel()
        self._build()
        self._tick.clicked.connect(self._announce_tick)
        self._name.clicked.connect(self._announce_person)

    def tell(self, line: TheirPromiseLine) -> None:
        """Say another line."""
        self._key, self._person = line.key, line.person
        self._tick.setAccessibleName(self.tr("Kept: {what}").format(what=line.what))
        self._tick.setAccessibleDescription(f"{line.name}, {line.due}, {line.due_in_full}")
        self._what.setText(line.what)
        self._name.setText(line.name)
        self._due.tell(line.due, line.tone, line.due_in_full)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 9, 0, 9)
        row.setSpacing(12)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._what)
        beneath = QHBoxLayout()
        beneath.setSpacing(spacing.GRID)
        beneath.addWidget(self._name)
        beneath.addStretch(1)
        beneath.addWidget(self._due)
        column.addLayout(beneath)
        row.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(column, 1)

    def _announce_tick(self) -> None:
        self.ticked.emit(self._key)
        # What was kept leaves the page; what is still here could not be saved as kept.
        self._tick.setChecked(False)

    def _announce_person(self) -> None:
        self.person_chosen.emit(self._person)


class TheirPromiseRows(Rows[TheirPromiseRow, TheirPromiseLine]):
    """The open promises, the earliest first."""

    few = 4
    ticked = Signal(str)
    person_chosen = Signal(str)

    def new_row(self) -> TheirPromiseRow:
        """Return an empty row."""
        row = TheirPromiseRow()
        row.ticked.connect(self.ticked)
        row.person_chosen.connect(self.person_chosen)
        return row

    def word(self, row: TheirPromiseRow, line: TheirPromiseLine) -> None:
        """Say a promise."""
        row.tell(line)


class TheirPromises(Card):
    """The card of what everybody else has promised and not done yet."""

    def __init__(self) -> None:
        """Begin without promises."""
        super().__init__(self.tr("Theirs"))
        self.rows = TheirPromiseRows()
        self.kept = KeptLine()
        self.body.addWidget(self.rows)
        self.body.addWidget(self.kept)

    def tell(self, promises: Sequence[Promise], today: date, *, kept: str) -> None:
        """Show the open promises, and ``kept``, the words of the one just ticked off."""
        self.rows.tell([_line(promise, today) for promise in self.rows.at_first(promises)])
        self.kept.tell(kept)
        self.setVisible(bool(promises or kept))


def _line(promise: Promise, today: date) -> TheirPromiseLine:
    words, tone = dates.due(promise.due, today)
    return TheirPromiseLine(
        key=promise.id,
        what=in_a_row(promise.what),
        person=promise.person,
        name=promise.person_name,
        due=words,
        tone=tone,
        due_in_full=dates.full_day(promise.due),
    )
