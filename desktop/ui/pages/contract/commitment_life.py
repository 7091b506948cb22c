"""The life of one agreed commitment: its age, its turns, and what the manager can note."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import CommitmentId
from desktop.domain.shared.commitments import Commitment, CommitmentState
from desktop.domain.shared.life import Happening, Life, Turn
from desktop.domain.shortened import in_a_row
from desktop.ui.desk import Answer
from desktop.ui.look import dates
from desktop.ui.pages.contract.turns import Turns
from desktop.ui.pages.rows import SmallNameButton
from desktop.ui.widgets.buttons import LinkButton, PlainButton, changing
from desktop.ui.widgets.card import ErrorLine
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import SmallMuted

_GAP = 14
"""Pixels between a commitment's age and what can be done with it."""


class CommitmentLife(QWidget):
    """Says how a commitment stands; while its version counts, it can be kept, moved or let go."""

    rearranged = Signal()

    def __init__(
        self, turns: Turns, commitment: Commitment, life: Life, person: str, *, stands: bool
    ) -> None:
        """``person`` is the name that people say; ``stands`` says that the version counts."""
        super().__init__()
        self._turns = turns
        self._commitment = commitment
        self._person = person
        self._today = turns.today()
        self._panel: _TurnPanel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        for happening in life.happenings:
            if happening.turn not in (Turn.STILL_WANTED, Turn.SMALLER):
                self._column.addWidget(SmallMuted(self._told(happening)))
        self._add_row(life, stands=stands)

    @property
    def commitment(self) -> CommitmentId:
        """Whose life this is."""
        return self._commitment.id

    def take_keyboard(self) -> None:
        """Put the keyboard on the first thing that can be done with it now."""
        for way in self.findChildren(SmallNameButton)[:1]:
            way.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_row(self, life: Life, *, stands: bool) -> None:
        if life.carried > 0:
            row = FlowLayout(gap=_GAP, row_gap=0)
            since = life.since.date()
            row.addWidget(SmallMuted(carried_so_far(since, life.carried, self._today)))
            if stands:
                row.addWidget(self._ways())
            self._column.addLayout(row)
        elif stands:
            self._column.addWidget(self._ways())

    def _ways(self) -> QWidget:
        """Return what can be done with it: beside its age or below, all in one place."""
        ways = QWidget()
        row = FlowLayout(ways, gap=_GAP, row_gap=0)
        if self._commitment.state is CommitmentState.OPEN:
            self._add_way(row, self.tr("Kept"), self._keep)
            self._add_way(row, self.tr("Move"), self._ask_to_move)
            self._add_way(row, self.tr("Let go"), self._ask_to_let_go)
        else:
            self._add_way(row, self.tr("Open again"), self._reopen)
        return ways

    def _add_way(self, row: FlowLayout, words: str, way: object) -> None:
        button = SmallNameButton(words)
        changing(button)
        button.setAccessibleName(f"{words}: {in_a_row(self._commitment.what)}")
        button.clicked.connect(way)
        row.addWidget(button)

    def _told(self, happening: Happening) -> str:
        day = dates.spoken_day(happening.at.date(), self._today)
        words = {
            Turn.KEPT: self.tr("Kept {day}."),
            Turn.REOPENED: self.tr("Opened again {day}."),
            Turn.LET_GO: self.tr("Let go {day}."),
            Turn.MOVED: self.tr("Moved to {due}."),
        }[happening.turn]
        due = dates.short_day(happening.due) if happening.due else ""
        return f"{words.format(day=day, due=due)} {happening.reason}".strip()

    def _keep(self) -> None:
        self._turns.keep(self._commitment.id)

    def _reopen(self) -> None:
        self._turns.reopen(self._commitment.id)

    def _ask_to_move(self) -> None:
        self._turn_panel().open_to_move()

    def _ask_to_let_go(self) -> None:
        self._turn_panel().open_to_let_go()

    def _turn_panel(self) -> "_TurnPanel":
        """Return the panel, made when it is first asked for: few commitments are turned."""
        if self._panel is None:
            self._panel = _TurnPanel(self._turns, self._commitment, self._person)
            self._column.addWidget(self._panel)
            self.rearranged.emit()
        return self._panel


class _TurnPanel(QWidget):
    """A date and a reason, or a reason alone; in place, and put away again."""

    def __init__(self, turns: Turns, commitment: Commitment, person: str) -> None:
        super().__init__()
        self._turns = turns
        self._commitment = commitment
        self._moves = False
        self._due = DateField(self.tr("New date"), turns.today())
        self._due.setAlignment(Qt.AlignmentFlag.AlignLeft)
        why = self.tr("Why, in words {name} reads too").format(name=person)
        self._reason = LineField(why, placeholder=why)
        self._refusal = ErrorLine()
        self._go = PlainButton("")
        changing(self._go)
        self._leave = LinkButton(self.tr("Not now"))
        self._build()
        self._go.clicked.connect(self._act)
        self._reason.returnPressed.connect(self._act)
        self._due.refused.connect(self._say)
        self._leave.clicked.connect(self.hide)
        self.hide()

    def open_to_move(self) -> None:
        """Ask for another date and the reason."""
        self._open(moves=True)
        self._due.set_day(self._commitment.by)
        self._due.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_to_let_go(self) -> None:
        """Ask for the reason."""
        self._open(moves=False)
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 6)
        column.setSpacing(6)
        column.addWidget(self._due, 0, Qt.AlignmentFlag.AlignLeft)
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

    def _act(self) -> None:
        self._refusal.hide()
        if self._moves and not self._due.flush():
            return
        answer = self._turn(self._due.day(), self._reason.text())
        if answer.refusal is not None:
            self._say(answer.refusal.sentence)
            field = self._due if answer.refusal.field == "due" else self._reason
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, to: date | None, reason: str) -> Answer[None]:
        if self._moves:
            return self._turns.move(self._commitment.id, to, reason)
        return self._turns.let_go(self._commitment.id, reason)

    def _say(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.show()


def _tr(words: str) -> str:
    return QCoreApplication.translate("CommitmentLife", words)


def carried_so_far(since: date, times: int, today: date) -> str:
    """Return for example "Since 14 August, carried on twice"."""
    words = _tr("Since {day}, carried on once")
    if times == 2:
        words = _tr("Since {day}, carried on twice")
    elif times > 2:
        words = _tr("Since {day}, carried on {times} times")
    return words.format(day=dates.spoken_day(since, today), times=times)
