"""A commitment that comes again: its age in the draft, and the question of the third time (G7)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.shared.life import Life, Turn
from desktop.ui.pages.contract.commitment_life import carried_so_far
from desktop.ui.pages.contract.turns import Turns
from desktop.ui.widgets.card import NoticeLink, NoticePanel
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import SmallMuted


class ThirdTime(QWidget):
    """Says since when it is carried on; asks at the third time, with three ways to answer."""

    smaller_chosen = Signal()

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

    def tell(self, turns: Turns, life: Life | None) -> None:
        """Show how often it was carried on so far; nothing for a new one."""
        self._turns, self._life = turns, life
        carried = life is not None and life.carried > 0
        if life is not None and carried:
            self._age.setText(carried_so_far(life, turns.today()))
        self._age.setVisible(carried)
        self._asked.setVisible(life is not None and life.asks)
        self.setVisible(carried)

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
        self._answer(Turn.STILL_WANTED)

    def _smaller(self) -> None:
        self._answer(Turn.SMALLER)
        self.smaller_chosen.emit()

    def _let_go(self) -> None:
        self._answer(Turn.LET_GO)

    def _answer(self, turn: Turn) -> None:
        if self._turns is not None and self._life is not None:
            self._turns.answer(self._life.commitment, turn)
