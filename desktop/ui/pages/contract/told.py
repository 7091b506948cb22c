"""Since last time: what the page tells both of the version before, and why."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.ids import CommitmentId
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.life import Turn
from desktop.domain.shared.since import Became, Change
from desktop.domain.shortened import in_a_row
from desktop.ui.pages.contract.changes import Changes
from desktop.ui.pages.contract.distances import MARGIN
from desktop.ui.pages.contract.turns import Turns
from desktop.ui.widgets.buttons import EdgeLink, changing
from desktop.ui.widgets.editors import GrowingEditor
from desktop.ui.widgets.text import Body, SerifHeading, SmallMuted, SmallStrong
from desktop.ui.widgets.wording import Run

_TURN = {Became.MOVED: Turn.MOVED, Became.LET_GO: Turn.LET_GO, Became.KEPT: Turn.KEPT}


class Told(QWidget):
    """One line for each commitment that ended or moved; in a draft its reason can be written."""

    def __init__(self, turns: Turns, person: str, *, is_draft: bool) -> None:
        """``person`` is the name that people say; ``tell`` brings the lines."""
        super().__init__()
        self._turns = turns
        self._person = person
        self._is_draft = is_draft
        self._lines: dict[tuple[CommitmentId, Became], _ToldLine] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, MARGIN if is_draft else 0, 16)
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
                self._lines[key] = _ToldLine(self._turns, self._person, is_draft=self._is_draft)
                self._column.addWidget(self._lines[key])
                if self.isVisible():
                    self._lines[key].show()  # else the layout shows it later
            self._lines[key].tell(change)
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


class _ToldLine(QWidget):
    """Whose, what, how it ended, and why; a draft has the pen for the reason."""

    def __init__(self, turns: Turns, person: str, *, is_draft: bool) -> None:
        super().__init__()
        self._person = person
        self._words = Body()
        self._became = _Became(ink="accent")
        self._said = SmallMuted()
        self._pen = _ReasonPen(turns) if is_draft else None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._became, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self._pen or self._said)

    def tell(self, change: Change) -> None:
        """Show a change; a reason that is being written stays as it is."""
        mine = change.commitment.owner is Owner.MANAGER
        name = self.tr("You") if mine else self._person
        what = in_a_row(change.commitment.what)
        self._words.set_runs(
            Run(f"{name}  ", "label_strong"),
            Run(what),
        )
        self._became.setText(became(change.became))
        if self._pen is not None:
            self._pen.tell(change)
            return
        self._said.setText(change.reason)
        self._said.setVisible(bool(change.reason))

    def take_keyboard(self) -> None:
        """Put the keyboard into the reason."""
        if self._pen is not None:
            self._pen.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_now(self) -> bool:
        """Save what is pending; return whether it is saved."""
        return self._pen is None or self._pen.save_now()


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


class _Became(SmallStrong):
    """How it ended, which never wraps."""

    wraps = False


def became(what: Became) -> str:
    """Return how a commitment ended, in a word or two."""
    return {
        Became.KEPT: QCoreApplication.translate("Told", "kept"),
        Became.MOVED: QCoreApplication.translate("Told", "moved"),
        Became.LET_GO: QCoreApplication.translate("Told", "let go"),
        Became.ADDED: QCoreApplication.translate("Told", "new"),
        Became.REWORDED: QCoreApplication.translate("Told", "reworded"),
        Became.CARRIED: QCoreApplication.translate("Told", "carried on"),
    }[what]
