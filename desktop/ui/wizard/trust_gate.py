"""What stands before a question that asks for deep trust, until the manager says to ask it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.look import spacing
from desktop.ui.widgets.buttons import PlainButton, PrimaryButton, changing
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import Body


class TrustGate(QWidget):
    """Names what is coming without asking it; one press asks, one leaves it (playbook 4)."""

    ask_chosen = Signal()
    leave_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Wait for ``tell``."""
        super().__init__(parent)
        self._words = Body()
        self._ask = PrimaryButton("")
        self._leave = PlainButton("")
        changing(self._leave)
        self._build()
        self._ask.clicked.connect(self.ask_chosen)
        self._leave.clicked.connect(self.leave_chosen)

    def _build(self) -> None:
        choice = FlowLayout(gap=spacing.GRID)
        choice.addWidget(self._ask)
        choice.addWidget(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addSpacing(3 * spacing.GRID)
        column.addLayout(choice)
        column.addStretch(1)

    def title(self) -> str:
        """Return what stands large in the place of the question."""
        return self.tr("Only with established trust.")

    def tell(self, question: str, name: str, *, to_read: bool) -> None:
        """Name the question that is coming and the person it would be put to.

        ``to_read``: nobody asks now, the vault is open for reading only.
        """
        self._ask.setText(self.tr("Show it") if to_read else self.tr("Ask it"))
        self._words.setText(
            self.tr(
                "Next comes “{question}”. Ask it where {name} already knows that a hard answer is "
                "safe with you. If you are not sure, leave it; it can wait for another day."
            ).format(question=question, name=name)
        )
        self._leave.setText(self.tr("Not with {name}, not now").format(name=name))

    def focus_choice(self) -> None:
        """Put the keyboard on the answer that asks the question."""
        self._ask.setFocus()
