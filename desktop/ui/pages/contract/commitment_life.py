"""The life of one agreed commitment: its age, its turns, and what the manager can note."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import CommitmentId
from desktop.domain.shared.commitments import Commitment, CommitmentState
from desktop.domain.shared.life import ANSWERS, Happening, Life, Turn
from desktop.domain.shared.unsaved import UnsavedWords
from desktop.domain.shortened import in_a_row
from desktop.ui.look import dates
from desktop.ui.pages.contract.turn_panel import TurnPanel
from desktop.ui.pages.contract.turns import Turns
from desktop.ui.pages.rows import SmallNameButton
from desktop.ui.widgets.buttons import changing
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.repeated import Repeated
from desktop.ui.widgets.text import SmallMuted

_GAP = 14
"""Pixels between a commitment's age and what can be done with it."""


class CommitmentLife(QWidget):
    """Says how a commitment stands; while its version counts, it can be kept, moved or let go."""

    rearranged = Signal()

    def __init__(self) -> None:
        """Begin without a commitment."""
        super().__init__()
        self._about: tuple[Turns, Commitment] | None = None
        self._person = ""
        self._panel: TurnPanel | None = None
        self._happened = Repeated(SmallMuted, gap=1)
        self._age = SmallMuted()
        self._ways = QWidget()
        self._keep, self._move = SmallNameButton(self.tr("Kept")), SmallNameButton(self.tr("Move"))
        self._let_go = SmallNameButton(self.tr("Let go"))
        self._reopen = SmallNameButton(self.tr("Open again"))
        self._build()
        self._keep.clicked.connect(self._note_kept)
        self._move.clicked.connect(self._ask_to_move)
        self._let_go.clicked.connect(self._ask_to_let_go)
        self._reopen.clicked.connect(self._open_again)

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        ways = FlowLayout(self._ways, gap=_GAP, row_gap=0)
        for way in self._all_ways():
            changing(way)
            ways.addWidget(way)
        # What can be done stands beside the age or below it, all in one place.
        row = FlowLayout(gap=_GAP, row_gap=0)
        row.addWidget(self._age)
        row.addWidget(self._ways)
        self._column.addWidget(self._happened)
        self._column.addLayout(row)

    def tell(
        self, turns: Turns, commitment: Commitment, life: Life, person: str, *, stands: bool
    ) -> None:
        """Show a commitment; ``person`` is the name that people say.

        ``stands`` says that the version counts. The reason for a turn that is being written stays
        for as long as it may be taken.
        """
        self._go_on_or_put_away(turns, commitment, person, stands=stands)
        self._about, self._person = (turns, commitment), person
        is_open = commitment.state is CommitmentState.OPEN
        if self._panel is None and stands and is_open and turns.is_half_typed(commitment.id):
            self._turn_panel(turns, commitment)
        happened = [h for h in life.happenings if h.turn not in ANSWERS]
        lines = self._happened.parts(len(happened))
        for line, happening in zip(lines, happened, strict=True):
            line.setText(_told(happening, turns.today()))
        self._tell_age(life, turns.today())
        self._offer(commitment, stands=stands)

    def put_away(self) -> None:
        """Take the reason that is being written off the screen; it is kept."""
        if self._panel is not None:
            self._panel.flush()
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None

    def flush(self) -> bool:
        """Keep what is pending; return whether all of it is kept."""
        return self._panel is None or self._panel.flush()

    def unsaved(self) -> tuple[UnsavedWords, ...]:
        """Return what could not be kept; for the sealed draft."""
        return self._panel.unsaved() if self._panel is not None else ()

    @property
    def commitment(self) -> CommitmentId | None:
        """Whose life this is."""
        return self._about[1].id if self._about is not None else None

    def take_keyboard(self) -> None:
        """Put the keyboard on the first thing that can be done with it now."""
        for way in [way for way in self._all_ways() if not way.isHidden()][:1]:
            way.setFocus(Qt.FocusReason.OtherFocusReason)

    def _all_ways(self) -> tuple[SmallNameButton, ...]:
        return self._keep, self._move, self._let_go, self._reopen

    def _tell_age(self, life: Life, today: date) -> None:
        self._age.setText(carried_so_far(life.since.date(), life.carried, today))
        self._age.setVisible(life.carried > 0)

    def _offer(self, commitment: Commitment, *, stands: bool) -> None:
        is_open = commitment.state is CommitmentState.OPEN
        for way in self._all_ways():
            way.setVisible(is_open != (way is self._reopen))
            way.setAccessibleName(f"{way.label()}: {in_a_row(commitment.what)}")
        self._ways.setVisible(stands)

    def _note_kept(self) -> None:
        if self._about is not None:
            turns, commitment = self._about
            turns.keep(commitment.id)

    def _open_again(self) -> None:
        if self._about is not None:
            turns, commitment = self._about
            turns.reopen(commitment.id)

    def _ask_to_move(self) -> None:
        if self._about is not None:
            self._turn_panel(*self._about).open_to_move()

    def _ask_to_let_go(self) -> None:
        if self._about is not None:
            self._turn_panel(*self._about).open_to_let_go()

    def _turn_panel(self, turns: Turns, commitment: Commitment) -> TurnPanel:
        """Return the panel, made when it is first asked for: few commitments are turned."""
        if self._panel is None:
            self._panel = TurnPanel(turns, commitment, self._person)
            self._column.addWidget(self._panel)
            self._panel.take_up()
            self.rearranged.emit()
        return self._panel

    def _go_on_or_put_away(
        self, turns: Turns, commitment: Commitment, person: str, *, stands: bool
    ) -> None:
        if self._panel is None:
            return
        if person == self._person and self._panel.may_go_on(commitment, stands=stands):
            self._panel.go_on(turns, commitment)
        else:
            self.put_away()


def _told(happening: Happening, today: date) -> str:
    day = dates.spoken_day(happening.at.date(), today)
    words = {
        Turn.KEPT: _tr("Kept {day}."),
        Turn.REOPENED: _tr("Opened again {day}."),
        Turn.LET_GO: _tr("Let go {day}."),
        Turn.MOVED: _tr("Moved to {due}."),
    }[happening.turn]
    due = dates.short_day(happening.due) if happening.due else ""
    return f"{words.format(day=day, due=due)} {happening.reason}".strip()


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
