"""The goals the manager captured of a person, in private; one can begin the words for both."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import PersonId
from desktop.domain.private.kept import Wanted
from desktop.domain.sharing import starting_words
from desktop.services import clock
from desktop.services.private import wanted
from desktop.ui import look
from desktop.ui.desk import PrivateDesk
from desktop.ui.private.knowledge import month_said
from desktop.ui.private.long_ago_panel import LongAgoHere
from desktop.ui.widgets.beside import GoalsBeside
from desktop.ui.widgets.buttons import EdgeLink, changing
from desktop.ui.widgets.card import Hairline
from desktop.ui.widgets.text import Body, Muted, SmallMuted
from desktop.ui.widgets.unrolled import Unrolled

_LEAST = 150
"""Pixels at 100 % text that show at least one goal whole."""

_AT_FIRST = 12
"""More than a window shows; the goals of many years are slow to lay out."""

_ABOVE = 3
"""As many where the goals as agreed stand below them, not beside."""


class CapturedGoals(GoalsBeside):
    """Every goal that was kept of a note, or else the notes, with its horizon and its month."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Read through the private half; nothing is shown before ``show_person``."""
        super().__init__("")
        self.set_label(self.tr("What you captured, private"))
        self._desk = desk
        self._who: PersonId | None = None
        self._shown: tuple[Wanted, ...] | None = None
        self._nothing = Muted(self.tr("No goal was captured in your notes yet."))
        self._list = Unrolled()
        self._list.setMinimumHeight(look.current().scaled(_LEAST))
        self._rows: list[_CapturedGoal] = []
        self._is_whole = False
        self._more = EdgeLink("")
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self._list.body.addLayout(self._column)
        self._list.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._list.body.addStretch(1)
        self._more.clicked.connect(self._unfold)
        self._list.turned.connect(self._lay_anew)
        self._long_ago = LongAgoHere(desk)
        self.body.addWidget(self._long_ago)
        self.body.addSpacing(6)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._list, 1)
        self.body.addStretch(0)  # else the words drift apart where no list stands

    def show_person(self, who: PersonId) -> None:
        """Show what was captured of somebody."""
        if who != self._who:
            self._is_whole = False
        self._who = who
        self.refresh()

    def refresh(self) -> None:
        """Read again; nothing moves while it is the same."""
        if self._who is None:
            return
        self._long_ago.show_person(self._who)
        found = self._desk.ask(wanted.wanted, self._who)
        if found != self._shown:
            self._shown = found
            self._lay(found)

    def _unfold(self) -> None:
        self._is_whole = not self._is_whole
        self._lay_anew()

    def _lay_anew(self) -> None:
        self._lay(self._shown or ())

    def _lay(self, found: Sequence[Wanted]) -> None:
        """Tell the rows what they say now, the newest first; none is made without need."""
        # One more is never worth a press.
        few = _ABOVE if self._list.hasHeightForWidth() else _AT_FIRST
        rest = len(found) - few if len(found) > few + 1 else 0
        shown = found[:few] if rest and not self._is_whole else found
        while len(self._rows) > len(shown):
            old = self._rows.pop()
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        while len(self._rows) < len(shown):
            self._add_row()
        today = self._desk.ask(clock.today)
        for row, goal in zip(self._rows, shown, strict=True):
            row.tell(goal, month_said(goal.on, today))
        self._more.setText(
            self.tr("Show less") if self._is_whole else self.tr("Show {n} more").format(n=rest)
        )
        self._more.setVisible(bool(rest))
        self._nothing.setHidden(bool(found))
        self._list.setVisible(bool(found))

    def _add_row(self) -> None:
        row = _CapturedGoal()
        row.chosen.connect(self.goal_chosen)
        self._rows.append(row)
        self._column.addWidget(row)
        if self.isVisible():
            row.show()  # else it comes with the page, laid out once


class _CapturedGoal(QWidget):
    """One goal as it was heard, and the way to write it for both."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._goal: Wanted | None = None
        self._told = SmallMuted()
        self._words = Body()
        self._write = EdgeLink(self.tr("Write it for both"))
        changing(self._write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(1)
        column.addWidget(self._told)
        column.addWidget(self._words)
        column.addWidget(self._write, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Hairline())
        self._write.clicked.connect(self._choose)

    def tell(self, goal: Wanted, month: str) -> None:
        """Show a goal and the ``month`` in which it was heard."""
        self._goal = goal
        words = " ".join(goal.words.reveal().split())
        self._told.setText(" · ".join(filter(None, (goal.horizon, month))))
        self._words.setText(words)
        self._write.setAccessibleName(self.tr("Write it for both: {goal}").format(goal=words))

    def _choose(self) -> None:
        if self._goal is not None:
            words = " ".join(starting_words(self._goal.words).split())
            self.chosen.emit(words, self._goal.horizon)
