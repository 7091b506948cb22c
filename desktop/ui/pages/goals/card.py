"""One goal as agreed: its words, what is known of it, and all that it has been."""

from datetime import date
from itertools import pairwise

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout

from desktop.domain.shared.goals import (
    CareerPath,
    Goal,
    GoalVersion,
    GoalWording,
    Sign,
    Status,
)
from desktop.ui import look
from desktop.ui.look import dates
from desktop.ui.pages.goals.words import path_name, place_name, sign_name, status_name
from desktop.ui.widgets.buttons import EdgeLink, changing
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.page import keep_prose_to_measure
from desktop.ui.widgets.text import SerifBody, SmallMuted
from desktop.ui.wizard.motivation_names import motivation_name


class GoalCard(QFrame):
    """Built for one state of a goal; another state gets another one."""

    change_asked = Signal(str)
    take_back_asked = Signal(str)
    sign_noticed = Signal(str, str)

    def __init__(self, goal: Goal, today: date) -> None:
        """Show the goal as it stands and, below, what it was before."""
        super().__init__()
        self._goal = goal
        self._today = today
        self._menu = QMenu(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 10, 0, 10)
        self._column.setSpacing(2)
        self._column.addWidget(SerifBody(goal.now.wording.words))
        self._column.addWidget(SmallMuted(self._particulars(goal.now)))
        if goal.now.wording.reason:
            self._column.addWidget(SmallMuted(goal.now.wording.reason))
        for version, after in reversed(tuple(pairwise(goal.versions))):
            self._column.addWidget(SmallMuted(self._past(version, after.wording)))
        self._add_ways()
        keep_prose_to_measure(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline below."""
        painter = QPainter(self)
        colour = look.current().colour("line")
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour)
        painter.end()

    def _particulars(self, version: GoalVersion) -> str:
        wording = version.wording
        parts = [
            self._horizon(wording),
            place_name(wording.place),
            path_name(wording.path) if wording.path is not CareerPath.NONE else "",
            *(motivation_name(one) for one in wording.motivations),
            "" if wording.status is Status.ALIVE else status_name(wording.status),
            self._when(version),
        ]
        return " · ".join(part for part in parts if part)

    def _horizon(self, wording: GoalWording) -> str:
        return self.tr("in {horizon}").format(horizon=wording.horizon) if wording.horizon else ""

    def _when(self, version: GoalVersion) -> str:
        day = dates.spoken_day(version.at.date(), self._today)
        words = self.tr("agreed {day}") if version.is_agreed else self.tr("draft, written {day}")
        return words.format(day=day)

    def _past(self, version: GoalVersion, after: GoalWording) -> str:
        """Return what it was before, and of its particulars those that are others since."""
        day = dates.spoken_day(version.at.date(), self._today)
        was = version.wording
        told = [was.words.rstrip() if was.words != after.words else ""]
        if was.horizon != after.horizon:
            told.append(self._horizon(was) or self.tr("no time set"))
        if was.place is not after.place:
            told.append(place_name(was.place))
        if was.path is not after.path:
            told.append(path_name(was.path))
        if was.motivations != after.motivations:
            names = [motivation_name(one) for one in was.motivations]
            told.append(", ".join(names) or self.tr("nothing named beneath it"))
        if was.status is not after.status:
            told.append(status_name(was.status))
        told.append(was.reason.strip())
        words = " · ".join(filter(None, told)) or was.words.rstrip()
        return self.tr("Before, {day}: {words}").format(day=day, words=words)

    def _add_ways(self) -> None:
        row = FlowLayout(gap=14, row_gap=0)
        words = self._goal.now.wording.words
        change = EdgeLink(self.tr("Change"))
        changing(change)
        change.setAccessibleName(self.tr("Change: {goal}").format(goal=words))
        change.clicked.connect(self._ask_to_change)
        row.addWidget(change)
        if not self._goal.now.is_agreed:
            back = EdgeLink(self.tr("Take back"))
            changing(back)
            back.setAccessibleName(self.tr("Take back: {goal}").format(goal=words))
            back.clicked.connect(self._ask_to_take_back)
            row.addWidget(back)
        elif self._goal.now.wording.status is Status.ALIVE:
            noticed = EdgeLink(self.tr("Has it changed?"))
            changing(noticed)
            noticed.setAccessibleName(self.tr("Has it changed? {goal}").format(goal=words))
            noticed.clicked.connect(self._offer_signs)
            self._button = noticed
            row.addWidget(noticed)
        self._column.addLayout(row)
        self._menu.triggered.connect(self._notice)

    def _ask_to_change(self) -> None:
        self.change_asked.emit(self._goal.id)

    def _ask_to_take_back(self) -> None:
        self.take_back_asked.emit(self._goal.id)

    def _offer_signs(self) -> None:
        self._menu.clear()
        for sign in Sign:
            self._menu.addAction(sign_name(sign)).setData(sign.value)
        below = QPoint(0, self._button.height())
        self._menu.popup(self._button.mapToGlobal(below))

    def _notice(self, action: QAction) -> None:
        self.sign_noticed.emit(self._goal.id, action.data())
