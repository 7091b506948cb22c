"""The goals the manager captured of a person, in private; one can begin the words for both."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import PersonId
from desktop.domain.private.kept import Kept, KeptAs
from desktop.domain.sharing import starting_words
from desktop.services import clock
from desktop.services.private import kept
from desktop.ui import look
from desktop.ui.desk import PrivateDesk
from desktop.ui.private.knowledge import month_said
from desktop.ui.private.long_ago_panel import LongAgoHere
from desktop.ui.widgets.beside import GoalsBeside
from desktop.ui.widgets.buttons import EdgeLink, changing
from desktop.ui.widgets.card import Hairline
from desktop.ui.widgets.page import ScrollColumn
from desktop.ui.widgets.text import Body, Muted, SmallMuted

_LEAST = 150
"""Pixels at 100 % text that show at least one goal whole."""


class CapturedGoals(GoalsBeside):
    """Every goal that was kept of a note, the newest first, with its horizon and its month."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Read through the private half; nothing is shown before ``show_person``."""
        super().__init__("")
        self.set_label(self.tr("What you captured, private"))
        self._desk = desk
        self._who: PersonId | None = None
        self._shown: tuple[tuple[Kept, date], ...] | None = None
        self._nothing = Muted(self.tr("No goal was captured in your notes yet."))
        self._list = ScrollColumn(margins=(0, 0, 0, 0))
        self._list.setMinimumHeight(look.current().scaled(_LEAST))
        self._rows = self._list.body
        self._rows.setSpacing(8)
        self._long_ago = LongAgoHere(desk)
        self.body.addWidget(self._long_ago)
        self.body.addSpacing(6)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._list, 1)
        self.body.addStretch(0)  # else the words drift apart where no list stands

    def show_person(self, who: PersonId) -> None:
        """Show what was captured of somebody."""
        self._who = who
        self.refresh()

    def refresh(self) -> None:
        """Read again; nothing moves while it is the same."""
        if self._who is None:
            return
        self._long_ago.show_person(self._who)
        found = self._desk.ask(kept.kept_of_person, self._who, (KeptAs.GOAL,))
        if found != self._shown:
            self._shown = found
            self._lay(found)

    def _lay(self, found: Iterable[tuple[Kept, date]]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        today = self._desk.ask(clock.today)
        rows = [_CapturedGoal(goal, month_said(on, today)) for goal, on in found]
        for row in rows:
            row.chosen.connect(self.goal_chosen)
            self._rows.addWidget(row)
            if self.isVisible():
                row.show()  # else it comes with the page, laid out once
        self._rows.addStretch(1)
        self._nothing.setHidden(bool(rows))
        self._list.setVisible(bool(rows))


class _CapturedGoal(QWidget):
    """One goal as it was heard, and the way to write it for both."""

    chosen = Signal(str, str)

    def __init__(self, goal: Kept, month: str) -> None:
        super().__init__()
        self._goal = goal
        words = " ".join(goal.words.reveal().split())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(1)
        told = " · ".join(filter(None, (goal.keeping.horizon, month)))
        column.addWidget(SmallMuted(told))
        column.addWidget(Body(words))
        write = EdgeLink(self.tr("Write it for both"))
        changing(write)
        write.setAccessibleName(self.tr("Write it for both: {goal}").format(goal=words))
        write.clicked.connect(self._choose)
        column.addWidget(write, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Hairline())

    def _choose(self) -> None:
        words = " ".join(starting_words(self._goal.words).split())
        self.chosen.emit(words, self._goal.keeping.horizon)
