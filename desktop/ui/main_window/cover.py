"""An opaque sheet over the whole window: what is beneath cannot be read any more."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui import look


class Cover(QWidget):
    """Painted at once when the vault locks, before anything is saved or closed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.hide()

    def lay(self) -> None:
        """Lie over the parent now, painted before anything else happens."""
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.repaint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill with the page's ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.current().colour("window"))
        painter.end()
