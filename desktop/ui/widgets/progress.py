"""How far a long task is: a bar that only grows, and its share to a screen reader."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from desktop.ui import look
from desktop.ui.widgets import paint

_HEIGHT = 8


class ProgressLine(QProgressBar):
    """A thin bar from nothing to all of it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` says to a screen reader what is under way."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """Show a share from 0 to 1."""
        self.setValue(round(100 * share))

    def sizeHint(self) -> QSize:
        """Return a thin line's height."""
        return QSize(120, look.current().scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same: it never clips."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the whole in the colour of lines and the share in the accent."""
        worn = look.current()
        painter = QPainter(self)
        whole = QRectF(self.rect())
        radius = whole.height() / 2
        paint.rounded(painter, whole, radius, worn.colour("line"))
        done = whole.adjusted(0, 0, -whole.width() * (1 - self.value() / 100), 0)
        if done.width() >= whole.height():
            paint.rounded(painter, done, radius, worn.colour("accent"))
        painter.end()
