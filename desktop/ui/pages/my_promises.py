"""The manager's own promises on the page of today: a box to tick, and a way back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.people import first_name
from desktop.domain.shared.commitments import Promise
from desktop.domain.shortened import in_a_row
from desktop.ui.look import dates
from desktop.ui.look.dates import Tone
from desktop.ui.pages.rows import DueLabel, Rows, RuledRow, SmallNameButton
from desktop.ui.widgets.buttons import LinkButton, changing
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import ElidedLabel, SmallMuted, StrongBody


@dataclass(frozen=True, slots=True)
class MyPromiseLine:
    """One promise in words ready to be read."""

    key: str
    what: str
    agreed: str
    agreed_in_full: str
    person: str
    with_whom: str
    due: str
    tone: Tone
    due_in_full: str


class MyPromiseRow(RuledRow):
    """A box to tick, what was promised, when and to whom, and how the date sounds."""

    ticked = Signal(str)
    person_chosen = Signal(str)

    def __init__(self) -> None:
        """Wait for the words."""
        super().__init__()
        self._key = ""
        self._person = ""
        self._tick = Tick("", words_shown=False)
        self._what = StrongBody()
        self._agreed = SmallMuted()
        self._with_whom = SmallNameButton("")
        self._due = DueLabel()
        self._build()
        self._tick.clicked.connect(self._announce_tick)
        self._with_whom.clicked.connect(self._announce_person)

    def tell(self, line: MyPromiseLine) -> None:
        """Say another line."""
        self._key, self._person = line.key, line.person
        self._tick.setAccessibleName(line.what)
        self._tick.setAccessibleDescription(f"{line.due}, {line.due_in_full}")
        self._what.setText(line.what)
        self._agreed.setText(line.agreed)
        self._agreed.setToolTip(line.agreed_in_full)
        self._with_whom.setText(line.with_whom)
        self._due.tell(line.due, line.tone, line.due_in_full)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 9)
        row.setSpacing(12)
        row.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self._words(), 1)
        row.addWidget(self._due)

    def _words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._what)
        beneath = FlowLayout(gap=3, row_gap=0)
        beneath.addWidget(self._agreed)
        beneath.addWidget(self._with_whom)
        column.addLayout(beneath)
        return column

    def _announce_tick(self) -> None:
        self.ticked.emit(self._key)
        # A kept promise leaves the page; one that is still here could not be saved as kept.
        self._tick.setChecked(False)

    def _announce_person(self) -> None:
        self.person_chosen.emit(self._person)


class MyPromiseRows(Rows[MyPromiseRow, MyPromiseLine]):
    """The open promises, the earliest first."""

    few = 5
    ticked = Signal(str)
    person_chosen = Signal(str)

    def new_row(self) -> MyPromiseRow:
        """Return an empty row."""
        row = MyPromiseRow()
        row.ticked.connect(self.ticked)
        row.person_chosen.connect(self.person_chosen)
        return row

    def word(self, row: MyPromiseRow, line: MyPromiseLine) -> None:
        """Say a promise."""
        row.tell(line)


class KeptLine(QWidget):
    """Says what was just ticked off, and takes a wrong tick back."""

    undo_asked = Signal()

    def __init__(self) -> None:
        """Begin hidden."""
        super().__init__()
        self._words = ElidedLabel(role="label", ink="muted")
        self._undo = LinkButton(self.tr("Undo"))
        changing(self._undo)
        self._undo.clicked.connect(self.undo_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words)
        row.addWidget(self._undo)
        row.addStretch(1)
        self.hide()

    def tell(self, what: str) -> None:
        """Name the promise that was kept; nothing hides the line."""
        self._words.setText(self.tr("Kept: {what}").format(what=in_a_row(what)))
        self.setVisible(bool(what))


class MyPromises(Card):
    """The card of everything the manager has promised and not done yet."""

    def __init__(self) -> None:
        """Begin without promises."""
        super().__init__(self.tr("Yours to keep"))
        self.rows = MyPromiseRows()
        self.kept = KeptLine()
        self.body.addWidget(self.rows)
        self.body.addWidget(self.kept)

    def tell(self, promises: Sequence[Promise], today: date, *, kept: str) -> None:
        """Show the open promises, and ``kept``, the words of the one just ticked off."""
        self.rows.tell([self._line(one, today) for one in self.rows.at_first(promises)])
        self.kept.tell(kept)
        self.setVisible(bool(promises or kept))

    def _line(self, promise: Promise, today: date) -> MyPromiseLine:
        words, tone = dates.due(promise.due, today)
        agreed = self.tr("Agreed {day} · contract v{version} ·").format(
            day=dates.spoken_day(promise.agreed, today), version=promise.version
        )
        return MyPromiseLine(
            key=promise.id,
            what=in_a_row(promise.what),
            agreed=agreed,
            agreed_in_full=dates.full_day(promise.agreed),
            person=promise.person,
            with_whom=self.tr("with {name}").format(name=first_name(promise.person_name)),
            due=words,
            tone=tone,
            due_in_full=dates.full_day(promise.due),
        )
