"""Since last time: what a draft tells of the version before, and where the why is written."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import CommitmentId
from desktop.domain.shared.life import Turn
from desktop.domain.shared.since import Became, Change
from desktop.domain.shortened import in_a_row
from desktop.ui.pages.contract.changes import Changes
from desktop.ui.pages.contract.distances import MARGIN
from desktop.ui.pages.contract.told_line import ToldLine
from desktop.ui.pages.contract.turns import Turns
from desktop.ui.widgets.buttons import EdgeLink, changing
from desktop.ui.widgets.editors import GrowingEditor
from desktop.ui.widgets.text import SerifHeading

_TURN = {Became.MOVED: Turn.MOVED, Became.LET_GO: Turn.LET_GO, Became.KEPT: Turn.KEPT}


class Told(QWidget):
    """One line for each commitment that ended or moved, and the pen for its reason."""

    def __init__(self, turns: Turns, person: str) -> None:
        """``person`` is the name that people say; ``tell`` brings the lines."""
        super().__init__()
        self._turns = turns
        self._person = person
        self._lines: dict[tuple[CommitmentId, Became], _DraftLine] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, MARGIN, 16)
        self._column.setSpacing(4)
        self._column.addWidget(SerifHeading(self.tr("Since last time")))

    def tell(self, changes: tuple[Change, ...]) -> None:
        """Show what became of the version before; a reason that is being written stays."""
        wanted = {(change.commitment.id, change.became): change for change in changes}
        for gone in [key for key in self._lines if key not in wanted]:
            line = self._lines.pop(gone)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for key, change in wanted.items():
            if key not in self._lines:
                self._lines[key] = _DraftLine(self._turns)
                self._column.addWidget(self._lines[key])
                if self.isVisible():
                    self._lines[key].show()  # else the layout shows it later
            self._lines[key].tell(change, self._person)
        self.setVisible(bool(wanted))

    def ask_why(self, which: CommitmentId) -> None:
        """Put the keyboard where the reason of one that was let go is written."""
        line = self._lines.get((which, Became.LET_GO))
        if line is not None:
            line.take_keyboard()

    def save_now(self) -> bool:
        """Save what is pending; return whether all is saved."""
        saved = [line.save_now() for line in self._lines.values()]
        return all(saved)


class _DraftLine(ToldLine):
    """A line with the pen for its reason."""

    def __init__(self, turns: Turns) -> None:
        super().__init__()
        self._pen = _ReasonPen(turns)
        self.add_below(self._pen)

    def tell(self, change: Change, person: str) -> None:
        """Show a change; a reason that is being written stays as it is."""
        super().tell(change, person)
        self._pen.tell(change)

    def take_keyboard(self) -> None:
        """Put the keyboard into the reason."""
        self._pen.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_now(self) -> bool:
        """Save what is pending; return whether it is saved."""
        return self._pen.save_now()


class _ReasonPen(QWidget):
    """Where a draft's reason is written, and the way to take the end of it back."""

    def __init__(self, turns: Turns) -> None:
        super().__init__()
        self._turns = turns
        self._change: Change | None = None
        self._changes = Changes(self._save)
        self._reason = GrowingEditor(
            self.tr("Why"), role="serif", placeholder=self.tr("Why, in words for both of you")
        )
        self._reopen = EdgeLink(self.tr("Open again"))
        changing(self._reopen)
        self.setFocusProxy(self._reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._reason)
        column.addWidget(self._reopen, 0, Qt.AlignmentFlag.AlignLeft)
        self._reason.edited.connect(self._note)
        self._reopen.clicked.connect(self._open_again)

    def tell(self, change: Change) -> None:
        """Show the reason of a change; one that is being written stays as it is."""
        self._change = change
        what = in_a_row(change.commitment.what)
        self._reason.setVisible(change.became is not Became.KEPT)
        self._reason.setAccessibleName(self.tr("Why: {what}").format(what=what))
        self._reopen.setVisible(change.became is not Became.MOVED)
        self._reopen.setAccessibleName(self.tr("Open again: {what}").format(what=what))
        busy = self._reason.hasFocus() or self._reason.is_pending() or "reason" in self._changes
        if not busy and change.reason != self._reason.text():
            self._reason.set_text(change.reason)

    def save_now(self) -> bool:
        """Save what is pending; return whether it is saved."""
        self._reason.flush()
        return self._changes.save_now()

    def _note(self) -> None:
        self._changes.note(reason=self._reason.text())

    def _save(self, reason: str) -> bool:
        if self._change is None:
            return True
        turn = _TURN[self._change.became]
        return self._turns.give_reason(self._change.commitment.id, turn, reason)

    def _open_again(self) -> None:
        if self._change is not None:
            self._turns.reopen(self._change.commitment.id)
