"""A commitment that comes again: its age in the draft, and the question of the third time (G7)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.shared.life import Life, Turn
from desktop.domain.shortened import in_a_row
from desktop.ui.pages.contract.commitment_life import carried_so_far
from desktop.ui.pages.contract.turns import Turns
from desktop.ui.widgets.card import NoticeLink, NoticePanel
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import SmallMuted


class ThirdTime(QWidget):
    """Says since when it is carried on; asks at the third time, with three ways to answer."""

    smaller_chosen = Signal()
    still_wanted_chosen = Signal()
    let_go_chosen = Signal()

    def __init__(self) -> None:
        """Begin hidden; ``tell`` brings the life."""
        super().__init__()
        self._turns: Turns | None = None
        self._life: Life | None = None
        self._age = SmallMuted()
        self._asked = NoticePanel(
            self.tr("Again?"), self.tr("Still wanted, smaller, or is it time to let it go?")
        )
        self._ways = {
            Turn.STILL_WANTED: NoticeLink(self.tr("Still wanted")),
            Turn.SMALLER: NoticeLink(self.tr("Make it smaller")),
            Turn.LET_GO: NoticeLink(self.tr("Let it go")),
        }
        self._build()

    def tell(self, turns: Turns, life: Life | None, what: str) -> None:
        """Show how often it is carried on with this draft; nothing for a new one."""
        self._turns, self._life = turns, life
        self.setVisible(life is not None)
        if life is None:
            return
        another = turns.is_of_another_talk()
        times = life.carried_with(another_talk=another)
        self._age.setText(self._aged(life, times))
        self._asked.setVisible(life.asks(another_talk=another))
        for way in self._ways.values():
            way.setAccessibleName(f"{way.text()}: {in_a_row(what)}")
        self.setVisible(times > 0)

    def _aged(self, life: Life, times: int) -> str:
        assert self._turns is not None
        so_far = carried_so_far(life.since.date(), times, self._turns.today())
        if life.answer is Turn.STILL_WANTED:
            return self.tr("{so_far}, and still wanted").format(so_far=so_far)
        return so_far

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._age)
        column.addWidget(self._asked)
        row = FlowLayout(gap=14, row_gap=0)
        for way in self._ways.values():
            row.addWidget(way)
        self._asked.body.addLayout(row)
        self._ways[Turn.STILL_WANTED].clicked.connect(self._still_wanted)
        self._ways[Turn.SMALLER].clicked.connect(self._smaller)
        self._ways[Turn.LET_GO].clicked.connect(self._let_go)
        self.hide()

    def _still_wanted(self) -> None:
        if self._answer(Turn.STILL_WANTED):
            self.still_wanted_chosen.emit()

    def _smaller(self) -> None:
        if self._answer(Turn.SMALLER):
            self.smaller_chosen.emit()

    def _let_go(self) -> None:
        if self._answer(Turn.LET_GO):
            self.let_go_chosen.emit()

    def _answer(self, turn: Turn) -> bool:
        if self._turns is None or self._life is None:
            return False
        return self._turns.answer(self._life.commitment, turn)
