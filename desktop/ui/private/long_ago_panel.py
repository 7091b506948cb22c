"""What has not been looked at for long: goals, tries, and themes that several people raise."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import GoalId, PersonId
from desktop.domain.people import first_name
from desktop.services import clock
from desktop.services.private import stale
from desktop.services.private.stale import StaleWith, Tried
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates
from desktop.ui.private.signal_row import SmallLink
from desktop.ui.widgets.beside import LongAgoBeside
from desktop.ui.widgets.card import Hairline
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import Small, SmallMuted

_AT_FIRST = 3
"""How many are shown: what is oldest has waited longest, and the rest comes after it."""


class _Row(QWidget):
    """A sentence, its one next step, and the answer that needs no step."""

    pressed = Signal()
    answered = Signal()

    def __init__(self, words: str, step: str, answer: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(Hairline())
        column.addWidget(Small(words))
        ways = FlowLayout(gap=14, row_gap=0)
        for said, emitted in ((step, self.pressed), (answer, self.answered)):
            if said:
                link = SmallLink(said)
                link.setAccessibleDescription(words)
                link.clicked.connect(emitted)
                ways.addWidget(link)
        column.addLayout(ways)


class StaleGoalRow(_Row):
    """A goal that nobody has referred to for long."""

    goals_asked = Signal(str)

    def __init__(self, desk: PrivateDesk, found: StaleWith, today: date, *, named: bool) -> None:
        """``named`` says whose it is: needed wherever several people are listed."""
        self._desk = desk
        self._found = found
        name = first_name(found.person.name)
        goal = " ".join(found.stale.goal.now.wording.words.split())
        since = dates.long_since(found.stale.last, today)
        if named:
            words = self.tr("{name}’s goal “{goal}” has not come up for {since}.")
        else:
            words = self.tr("“{goal}” has not come up for {since}.")
        said = words.format(name=name, goal=goal, since=since)
        step = self.tr("Look at it") if named else ""
        super().__init__(said, step, self.tr("Asked, and still wanted"))
        self.pressed.connect(self._lead)
        self.answered.connect(self._still_wanted)

    def _lead(self) -> None:
        self.goals_asked.emit(self._found.person.id)

    def _still_wanted(self) -> None:
        which = GoalId(self._found.stale.goal.id)
        self._desk.do(stale.still_wanted, self._found.person.id, which)


class TriedRow(_Row):
    """A try that has run long enough to ask what it taught."""

    lesson_asked = Signal(str, str)

    def __init__(self, found: Tried, today: date) -> None:
        """Say since when it runs; its words stay on their own page."""
        self._found = found
        since = dates.long_since(found.experiment.begun, today)
        words = self.tr("{name} has been trying something for {since}. What has it taught?")
        said = words.format(name=first_name(found.person.name), since=since)
        super().__init__(said, self.tr("Write it down"))
        self.pressed.connect(self._lead)

    def _lead(self) -> None:
        self.lesson_asked.emit(self._found.person.id, self._found.experiment.id)


class LongAgoPanel(LongAgoBeside):
    """Today: over everybody; hidden where nothing is old."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half."""
        super().__init__("")
        self._desk = desk
        self._shown: object = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._rest = SmallMuted()
        self.set_label(self.tr("Not looked at for long, private"))
        self.body.addLayout(self._rows)
        self.body.addWidget(self._rest)
        self.hide()

    def refresh(self) -> None:
        """Read again what is old; nothing moves while it is the same."""
        goals, tried = self._desk.ask(stale.goals), self._desk.ask(stale.tries)
        today = self._desk.ask(clock.today)
        if (goals, tried, today) != self._shown:
            self._shown = (goals, tried, today)
            self._lay(goals[:_AT_FIRST], tried[:_AT_FIRST], today)
            rest = len(goals[_AT_FIRST:]) + len(tried[_AT_FIRST:])
            self._rest.setText(self.tr("{n} more come after these.").format(n=rest))
            self._rest.setVisible(bool(rest))

    def _lay(self, goals: Sequence[StaleWith], tried: Sequence[Tried], today: date) -> None:
        _clear(self._rows)
        for found in goals:
            row = StaleGoalRow(self._desk, found, today, named=True)
            row.goals_asked.connect(self.goals_asked)
            self._rows.addWidget(row)
        for each in tried:
            asked = TriedRow(each, today)
            asked.lesson_asked.connect(self.lesson_asked)
            self._rows.addWidget(asked)
        self.setVisible(bool(goals or tried))


class LongAgoHere(QWidget):
    """A person's goals page: which of their goals are old; hidden where none is."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; ``show_person`` says whose."""
        super().__init__()
        self._desk = desk
        self._shown: object = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 4)
        self._rows.setSpacing(4)
        self.hide()

    def show_person(self, who: PersonId) -> None:
        """Read whose goals are shown; nothing moves while it is the same."""
        found, today = self._desk.ask(stale.with_person, who), self._desk.ask(clock.today)
        if (found, today) != self._shown:
            self._shown = (found, today)
            _clear(self._rows)
            for each in found:
                self._rows.addWidget(StaleGoalRow(self._desk, each, today, named=False))
            self.setVisible(bool(found))


def _clear(rows: QVBoxLayout) -> None:
    while (item := rows.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
