"""The cross at the end of a line of the draft."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.pages.contract.distances import DATE_INSET, MARGIN
from desktop.ui.widgets.buttons import QuietButton


class RemoveButton(QuietButton):
    """A cross that is seen while the pointer or the keyboard is in its line."""

    def __init__(self, line: QWidget) -> None:
        """Stand at the end of ``line``."""
        super().__init__("", glyph="cross")
        self._line = line
        self.setToolTip(self.tr("Take this out"))
        self.setFixedWidth(MARGIN - 2 - DATE_INSET)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cross only while somebody is in the line."""
        writing = QApplication.focusWidget()
        is_written = writing is not None and self._line.isAncestorOf(writing)
        if is_written or self._line.underMouse():
            super().paintEvent(event)
