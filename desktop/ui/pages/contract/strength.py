"""How far the manager's word reaches with a commitment, and where it is chosen (product E5)."""

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.domain.shared.commitments import Strength
from desktop.ui.pages.rows import SmallNameButton


class StrengthButton(SmallNameButton):
    """Says the strength in the manager's own words and offers the others."""

    chosen = Signal(Strength)

    def __init__(self) -> None:
        """Begin with a plain promise; ``tell`` brings the saved one."""
        super().__init__("")
        self._strength = Strength.WILL
        self._number = 0
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._choose)
        self.clicked.connect(self._offer)
        self.setAccessibleDescription(self.tr("Press to choose how far your word reaches."))
        self.tell(Strength.WILL)

    @property
    def strength(self) -> Strength:
        """The strength that is shown."""
        return self._strength

    def tell(self, strength: Strength) -> None:
        """Show a strength."""
        self._strength = strength
        self.setText(f"{said(strength)} ▾")
        self.name(self._number)

    def name(self, number: int) -> None:
        """Say to a screen reader whose strength this is; commitments are counted from 1."""
        self._number = number
        words = self.tr("Strength of commitment {n}: {strength}")
        self.setAccessibleName(words.format(n=number, strength=said(self._strength)))

    def _offer(self) -> None:
        self._menu.clear()
        for strength in Strength:
            action = self._menu.addAction(said(strength))
            action.setData(strength.value)
            action.setCheckable(True)
            action.setChecked(strength is self._strength)
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(Strength(action.data()))


def said(strength: Strength) -> str:
    """Return a strength as the manager says it."""
    return {
        Strength.WILL: QCoreApplication.translate("Strength", "I will do it"),
        Strength.ARGUE: QCoreApplication.translate(
            "Strength", "I will argue for it, and the outcome is not mine"
        ),
        Strength.CANNOT: QCoreApplication.translate("Strength", "I cannot promise it"),
    }[strength]
