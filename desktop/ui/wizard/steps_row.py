"""The buttons at the foot of a question: back and not now, add to summary and on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from desktop.ui.look import spacing
from desktop.ui.widgets.buttons import PlainButton, PrimaryButton, QuietButton, changing


class StepsRow(QWidget):
    """One row where there is room, two where the text is large or the window small."""

    back_asked = Signal()
    not_now_asked = Signal()
    summary_asked = Signal()
    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Carry the shortcuts of the interview."""
        super().__init__(parent)
        self._back = PlainButton(self.tr("Back"), shortcut="Alt+Left")
        self._not_now = PlainButton(self.tr("Not now"))
        self._summary = QuietButton(self.tr("Add to summary"), shortcut="Ctrl+Return")
        changing(self._not_now, self._summary)
        self._next = PrimaryButton(self.tr("Next question"), shortcut="Alt+Right")
        self._left, self._right = QHBoxLayout(), QHBoxLayout()
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._build()

    def _build(self) -> None:
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(spacing.GRID)
        self._left.setSpacing(9)
        self._left.addWidget(self._back)
        self._left.addWidget(self._not_now)
        self._left.addStretch(1)
        self._right.setSpacing(5)
        self._right.addStretch(1)
        self._right.addWidget(self._summary)
        self._right.addWidget(self._next)
        self._rows.addLayout(self._left)
        self._rows.addLayout(self._right)
        self._back.clicked.connect(self.back_asked)
        self._not_now.clicked.connect(self.not_now_asked)
        self._summary.clicked.connect(self.summary_asked)
        self._next.clicked.connect(self.next_asked)

    def show_place(self, *, first: bool, last: bool, put_off: bool) -> None:
        """Say what each button does at this question."""
        self._back.setEnabled(not first)
        self._next.setText(
            self.tr("Close: summary and contract") if last else self.tr("Next question")
        )
        self._not_now.setText(self.tr("Ask after all") if put_off else self.tr("Not now"))
        self._turn()

    def offer(self, *, not_now: bool, summary: bool) -> None:
        """Hide what makes no sense where nothing is asked or written."""
        self._not_now.setVisible(not_now)
        self._summary.setVisible(summary)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn into two rows when one has no room."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        needed = self._left.sizeHint().width() + self._right.sizeHint().width() + spacing.GRID
        fits = needed <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.BottomToTop
        if direction is not self._rows.direction():
            self._rows.setDirection(direction)
