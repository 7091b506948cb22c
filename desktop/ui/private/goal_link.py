"""A quiet link that ties something to one of the goals that both have agreed on."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.domain.ids import GoalId
from desktop.domain.shared.goals import Goal
from desktop.domain.shortened import shortened
from desktop.ui.private.signal_row import SmallLink

_LONGEST = 56


class GoalLink(SmallLink):
    """Says for which goal something was of use; a press offers the others. "" is for none."""

    goal_chosen = Signal(str)

    def __init__(self) -> None:
        """Wait for the goals."""
        super().__init__("")
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._choose)
        self.clicked.connect(self._offer)

    def tell(self, goals: Sequence[Goal], linked: GoalId | None) -> None:
        """Offer these goals; ``linked`` is the one that is chosen."""
        self._menu.clear()
        words = {goal.id: shortened(goal.now.wording.words, _LONGEST) for goal in goals}
        for which, said in words.items():
            self._menu.addAction(said.replace("&", "&&")).setData(which)
        if linked is not None:
            self._menu.addSeparator()
            self._menu.addAction(self.tr("For no goal")).setData("")
        self.setVisible(bool(goals) or linked is not None)
        if linked in words:
            self.setText(self.tr("For “{goal}”").format(goal=words[linked]))
        else:
            self.setText(self.tr("Link to a goal…"))

    def _offer(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _choose(self, action: QAction) -> None:
        self.goal_chosen.emit(str(action.data()))
