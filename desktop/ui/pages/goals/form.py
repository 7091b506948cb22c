"""A goal while it is being worded, in place; what a rule refuses is said beside its field."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import Refusal
from desktop.domain.motivations import Motivation
from desktop.domain.shared.goals import (
    HORIZONS,
    CareerPath,
    Goal,
    GoalWording,
    Place,
    Status,
)
from desktop.ui.pages.goals.choice import Choice
from desktop.ui.pages.goals.words import path_name, place_name, status_name
from desktop.ui.widgets.buttons import LinkButton, PlainButton, changing
from desktop.ui.widgets.card import ErrorLine
from desktop.ui.widgets.editors import GrowingEditor
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import SmallMuted
from desktop.ui.wizard.motivation_names import motivation_name


class GoalForm(QWidget):
    """Words, how far ahead, where, which path, why, and, for a revision, what changed it."""

    written = Signal()
    put_away = Signal()
    let_go = Signal()
    """The manager does not want it now."""
    edited = Signal()

    def __init__(self) -> None:
        """Begin hidden."""
        super().__init__()
        self.goal: Goal | None = None
        self._before = GoalWording("")
        self._words = GrowingEditor(
            self.tr("The goal, in words for both"),
            placeholder=self.tr("What they want, in words you have both read"),
        )
        self._horizon = Choice(self.tr("How far ahead"), HORIZONS, HORIZONS)
        places = tuple(Place)
        self._place = Choice(self.tr("Where"), places, [place_name(p) for p in places])
        paths = tuple(CareerPath)
        self._path = Choice(self.tr("Path"), paths, [path_name(p) for p in paths])
        states = tuple(Status)
        self._status = Choice(self.tr("How it stands"), states, [status_name(s) for s in states])
        why = tuple(Motivation)
        names = [motivation_name(m) for m in why]
        self._why = Choice(self.tr("What lies beneath"), why, names, many=True)
        self._reason_label = SmallMuted(self.tr("Why it has changed, in words for both"))
        self._reason = GrowingEditor(
            self.tr("Why it has changed"), placeholder=self.tr("What is other than before")
        )
        self._refusal = ErrorLine()
        self._write = PlainButton(self.tr("Write it"))
        changing(self._write)
        self._leave = LinkButton(self.tr("Not now"))
        self._build()
        self.hide()

    def open_for(self, goal: Goal | None, wording: GoalWording) -> None:
        """Show a goal to word anew, or None with words for a new one."""
        self.goal, self._before = goal, wording
        self._words.set_text(wording.words)
        self._horizon.choose(wording.horizon)
        self._place.choose(wording.place)
        self._path.choose(wording.path)
        self._status.choose(wording.status)
        self._why.choose(*wording.motivations)
        revises = goal is not None and (goal.now.is_agreed or len(goal.versions) > 1)
        fresh = goal is not None and goal.now.is_agreed
        self._reason.set_text("" if fresh else wording.reason)
        for part in (self._reason_label, self._reason):
            part.setVisible(revises)
        self._status.setVisible(goal is not None)
        self._refusal.hide()
        self.show()
        self._words.moveCursor(QTextCursor.MoveOperation.End)
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)

    def wording(self) -> GoalWording:
        """Return the goal as it stands in the fields."""
        return GoalWording(
            words=self._words.text(),
            horizon=next(iter(self._horizon.chosen()), ""),
            place=next(iter(self._place.chosen()), Place.OPEN),
            status=next(iter(self._status.chosen()), Status.ALIVE),
            path=next(iter(self._path.chosen()), CareerPath.NONE),
            motivations=self._why.chosen(),
            reason=self._reason.text(),
        )

    def told(self) -> str:
        """Return what stands in the fields, to be kept until it is written; nothing when shut."""
        if not self.is_changed():
            return ""
        which = self.goal.id if self.goal else ""
        return json.dumps([which, asdict(self.wording())])

    def take_up(self, told: str, known: Sequence[Goal]) -> None:
        """Show again what ``told`` returned earlier."""
        which, fields = json.loads(told)
        wording = GoalWording(
            words=fields["words"],
            horizon=fields["horizon"],
            place=Place(fields["place"]),
            status=Status(fields["status"]),
            path=CareerPath(fields["path"]),
            motivations=tuple(Motivation(one) for one in fields["motivations"]),
            reason=fields["reason"],
        )
        self.open_for(next((goal for goal in known if goal.id == which), None), wording)
        self._reason.set_text(wording.reason)

    def is_changed(self) -> bool:
        """Return whether something stands here that is not in the vault."""
        return not self.isHidden() and bool(self._words.text().strip())

    def refuse(self, refusal: Refusal) -> None:
        """Say what is missing, and put the keyboard there."""
        self._refusal.setText(refusal.sentence)
        self._refusal.show()
        field = self._reason if refusal.field == "reason" else self._words
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Put the fields away."""
        self.goal = None
        self.hide()
        self.put_away.emit()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 12)
        column.setSpacing(10)
        for part in (
            self._words,
            self._horizon,
            self._place,
            self._path,
            self._why,
            self._status,
            self._reason_label,
            self._reason,
            self._refusal,
        ):
            column.addWidget(part)
        row = FlowLayout(gap=8)
        row.addWidget(self._write)
        row.addWidget(self._leave)
        column.addLayout(row)
        self._write.clicked.connect(self.written)
        self._leave.clicked.connect(self._let_go)
        for editor in (self._words, self._reason):
            editor.textChanged.connect(self.edited)
        for choice in (self._horizon, self._place, self._path, self._status, self._why):
            choice.turned.connect(self.edited)

    def _let_go(self) -> None:
        self.close_form()
        self.let_go.emit()
