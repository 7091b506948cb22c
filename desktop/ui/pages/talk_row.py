"""One conversation in a row of the page of today, and the step that comes next."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.pages.columns import Columns
from desktop.ui.pages.rows import NameButton, Rows, RuledRow
from desktop.ui.widgets.avatar import Avatar
from desktop.ui.widgets.buttons import LinkButton, SmallButton
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import ElidedLabel, Muted, Small, SmallMuted


@dataclass(frozen=True, slots=True)
class TalkLine:
    """One conversation in words ready to be read.

    ``stands`` is when it is, or where it was left; ``nudge`` says what is still to be sent;
    ``other_step`` a second way that stands beneath.
    """

    key: str
    person: str
    name: str
    what: str
    stands: str
    day_in_full: str
    nudge: str = ""
    is_late: bool = False
    other_step: str = ""


class TalkRow(RuledRow):
    """With whom and what for, when, and the one step that comes next."""

    chosen = Signal(str)
    person_chosen = Signal(str)
    other_chosen = Signal(str)

    def __init__(self, step: str, *, may_be_long: bool = False) -> None:
        """Wait for the words; ``step`` is what the button says.

        A question may be long and is shortened where there is no room; a date never is.
        """
        super().__init__()
        self._key = ""
        self._person = ""
        self._avatar = Avatar("")
        self._name = NameButton("")
        self._what = Muted()
        self._stands = _Question() if may_be_long else _Day()
        self._step = SmallButton(step)
        self._nudge = QWidget()
        self._nudge_words = Small(ink="soon")
        self._send = LinkButton(self.tr("Send"))
        self._other = _OtherStep("")
        self._build()
        self._name.clicked.connect(self._announce_person)
        self._step.clicked.connect(self._announce)
        self._send.clicked.connect(self._announce)
        self._other.clicked.connect(self._announce_other)

    def tell(self, line: TalkLine) -> None:
        """Say another line."""
        self._key, self._person = line.key, line.person
        self._avatar.set_name(line.name)
        self._name.setText(line.name)
        self._what.setText(line.what)
        self._what.setToolTip(line.day_in_full)
        self._stands.tell(line.stands, is_late=line.is_late)
        self._step.setAccessibleDescription(f"{line.name}, {line.what}, {line.day_in_full}")
        self._nudge_words.setText(line.nudge)
        self._send.setAccessibleDescription(line.nudge)
        self._nudge.setVisible(bool(line.nudge))
        self._other.setText(line.other_step)
        self._other.setAccessibleDescription(f"{line.name}, {line.what}")
        self._other.setVisible(bool(line.other_step))

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
        row.addWidget(self._stands, 1)
        row.addWidget(self._other)
        row.addWidget(self._step)
        return side

    def _announce(self) -> None:
        self.chosen.emit(self._key)

    def _announce_other(self) -> None:
        self.other_chosen.emit(self._key)

    def _announce_person(self) -> None:
        self.person_chosen.emit(self._person)


class _OtherStep(LinkButton):
    """Beside the button, and less than it."""

    role = "label"
    side_padding = 2


class _Day(SmallMuted):
    """A date that is never broken over two lines."""

    wraps = False

    def tell(self, words: str, *, is_late: bool) -> None:
        """Say another day."""
        self.setText(words)
        self.set_ink("late" if is_late else "muted")


class _Question(ElidedLabel):
    """The question at which somebody stopped; being long ago makes it no debt."""

    def __init__(self) -> None:
        super().__init__(role="label", ink="muted")

    def tell(self, words: str, *, is_late: bool) -> None:  # noqa: ARG002
        """Say another question."""
        self.setText(words)


class TalkRows(Rows[TalkRow, TalkLine]):
    """Rows that lead to one thing each."""

    chosen = Signal(str)
    person_chosen = Signal(str)
    other_chosen = Signal(str)

    few = 3
    may_be_long = False

    def step(self) -> str:
        """Return what the button of a row says."""
        raise NotImplementedError

    def new_row(self) -> TalkRow:
        """Return an empty row."""
        row = TalkRow(self.step(), may_be_long=self.may_be_long)
        row.chosen.connect(self.chosen)
        row.person_chosen.connect(self.person_chosen)
        row.other_chosen.connect(self.other_chosen)
        return row

    def word(self, row: TalkRow, line: TalkLine) -> None:
        """Say a conversation."""
        row.tell(line)
