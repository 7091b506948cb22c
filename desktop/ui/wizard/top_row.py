"""The quiet row above a question: where we are at the left, other ways to go on at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.ui.look import spacing
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.flow_layout import FlowLayout


class TopRow(QWidget):
    """One row where there is room, two where the text is large or the window small."""

    glance_asked = Signal()
    sorting_asked = Signal()

    def __init__(self, where: QWidget, pause: QWidget, parent: QWidget | None = None) -> None:
        """Put ``where`` at the left and ``pause`` last at the right."""
        super().__init__(parent)
        self._where = where
        self._free_notes = QuietButton("", shortcut="Ctrl+Shift+N")
        self._glance = QuietButton(self.tr("Glance view"), shortcut="F11")
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons, gap=spacing.GRID - 2)
        for button in (self._free_notes, self._glance, pause):
            self._flow.addWidget(button)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(spacing.GRID)
        self._rows.addWidget(where, 1)
        self._rows.addWidget(self._buttons)
        self._glance.clicked.connect(self.glance_asked)
        self._free_notes.clicked.connect(self.sorting_asked)
        self._free_notes.hide()

    def show_free_notes(self, count: int) -> None:
        """Offer the lines of the free pad that wait to be sorted, if there are any."""
        self._free_notes.setText(self.tr("Free notes ({count})").format(count=count))
        self._free_notes.setVisible(count > 0)
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn into two rows when one has no room."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        needed = self._where.sizeHint().width() + self._flow.sizeHint().width() + spacing.GRID
        fits = needed <= self.width()
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.BottomToTop
        if way is not self._rows.direction():
            self._rows.setDirection(way)
            aligned = Qt.AlignmentFlag.AlignVCenter if fits else Qt.AlignmentFlag(0)
            self._rows.setAlignment(self._where, aligned)
