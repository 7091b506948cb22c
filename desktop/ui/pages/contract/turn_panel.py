"""Where a commitment is moved or let go: a date and a reason, or a reason alone."""

import json
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.shared.commitments import Commitment, CommitmentState
from desktop.domain.shared.unsaved import UnsavedWords
from desktop.ui.desk import Answer
from desktop.ui.pages.contract.turns import Turns
from desktop.ui.widgets.buttons import LinkButton, PlainButton, changing
from desktop.ui.widgets.card import ErrorLine
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.sight import IntoSight
from desktop.ui.widgets.text import SmallMuted


class TurnPanel(QWidget):
    """A date and a reason, or a reason alone; in place, and kept until noted or not wanted."""

    def __init__(self, turns: Turns, commitment: Commitment, person: str) -> None:
        """``person`` is the name that people say."""
        super().__init__()
        self._turns = turns
        self._commitment = commitment
        self._moves = False
        self._due = DateField(self.tr("New date"), turns.today())
        self._due.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._why = SmallMuted(self.tr("Why, in words {name} reads too").format(name=person))
        self._reason = LineField(self._why.text())
        self._why.setBuddy(self._reason)
        self._refusal = ErrorLine()
        self._go = PlainButton("")
        changing(self._go)
        self._leave = LinkButton(self.tr("Not now"))
        self._into_sight = IntoSight(self)
        self._half_typed = turns.half_typed(self._told, self)
        self._build()
        self._connect()
        self.hide()

    def may_go_on(self, commitment: Commitment, *, stands: bool) -> bool:
        """Return whether what is being written here can still be noted of a commitment."""
        is_open = commitment.state is CommitmentState.OPEN
        return stands and is_open and commitment.id == self._commitment.id

    def go_on(self, turns: Turns, commitment: Commitment) -> None:
        """Go on with a commitment as it stands now, for instance with another date."""
        self._turns, self._commitment = turns, commitment

    def take_up(self) -> None:
        """Show what was begun about this commitment, if anything was; once it has its place."""
        begun = self._half_typed.open(self._commitment.id)
        if begun:
            moves, day, reason = json.loads(begun)
            self._due.set_day(date.fromisoformat(day) if day else None)
            self._reason.setText(reason)
            self._open(moves=moves)

    def flush(self) -> bool:
        """Keep what is pending; return whether all of it is kept."""
        return self._half_typed.flush()

    def unsaved(self) -> tuple[UnsavedWords, ...]:
        """Return what could not be kept; for the sealed draft."""
        return self._half_typed.unsaved()

    def open_to_move(self) -> None:
        """Ask for another date and the reason."""
        if self.isHidden() or not self._moves:
            self._due.set_day(self._commitment.by)
        self._open(moves=True)
        self._due.setFocus(Qt.FocusReason.OtherFocusReason)
        self._into_sight.soon()

    def open_to_let_go(self) -> None:
        """Ask for the reason."""
        self._open(moves=False)
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self._into_sight.soon()

    def _connect(self) -> None:
        self._go.clicked.connect(self._act)
        self._reason.returnPressed.connect(self._act)
        self._due.refused.connect(self._say)
        self._due.day_changed.connect(self._refusal.hide)
        self._leave.clicked.connect(self._put_away)
        self._reason.textEdited.connect(self._half_typed.touch)
        self._due.day_changed.connect(self._half_typed.touch)

    def _told(self) -> str:
        """Return what stands here, to be kept until it is noted; nothing where nothing does."""
        day, reason = self._due.day(), self._reason.text()
        is_moved = self._moves and day != self._commitment.by
        if self.isHidden() or not (reason or is_moved):
            return ""
        return json.dumps([self._moves, day.isoformat() if day else "", reason])

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 6)
        column.setSpacing(6)
        column.addWidget(self._due, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._why)
        column.addWidget(self._reason)
        column.addWidget(self._refusal)
        row = FlowLayout(gap=8)
        row.addWidget(self._go)
        row.addWidget(self._leave)
        column.addLayout(row)

    def _open(self, *, moves: bool) -> None:
        self._moves = moves
        self._refusal.hide()
        self._due.setVisible(moves)
        self._go.setText(self.tr("Move it") if moves else self.tr("Let it go"))
        self.show()
        if self._reason.text():
            self._half_typed.touch()

    def _put_away(self) -> None:
        """Be done with it, by a turn or without one."""
        self.hide()
        self._half_typed.forget()

    def _act(self) -> None:
        self._refusal.hide()
        if self._moves and not self._due.flush():
            return
        answer = self._turn(self._due.day(), self._reason.text())
        if answer.refusal is not None:
            self._say(answer.refusal.sentence)
            field = self._due if answer.refusal.field == "due" else self._reason
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif answer.done:
            self._reason.clear()
            self._put_away()

    def _turn(self, to: date | None, reason: str) -> Answer[None]:
        if self._moves:
            return self._turns.move(self._commitment.id, to, reason)
        return self._turns.let_go(self._commitment.id, reason)

    def _say(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.show()
        self._into_sight.soon()
