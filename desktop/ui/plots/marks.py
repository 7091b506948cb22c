"""The marks of a time line: small round buttons, each with all its words for a screen reader."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.ui import look
from desktop.ui.widgets import paint
from desktop.ui.widgets.text import plain_tooltip

SIDE = 22
"""Pixels of a mark at 100 %, with the room around it that can be pressed."""
_RADIUS = 5.0
_LINE = 1.8


class Shape(Enum):
    """How a mark is drawn: the shape says what the lane says, without its colour."""

    ROUND = "round"
    FILLED = "filled"
    SQUARE = "square"
    DIAMOND = "diamond"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on a day.

    ``lane`` counts from the top, None lies on the curve; there ``level`` says how high, from -1 to
    1, and None in the middle without a word. ``said`` is what a screen reader says, ``words`` the
    short form beside it, ``under`` what stands beneath it on the curve.
    """

    key: str
    day: date
    said: str
    lane: int | None = None
    level: float | None = None
    words: str = ""
    under: str = ""
    shape: Shape = Shape.ROUND


class MarkButton(QAbstractButton):
    """One mark that can be pressed; arrows are left to the line it lies on."""

    asked = Signal(str)
    reached = Signal(str)
    walked = Signal(int)
    """Carries a key that walks along the line or zooms."""

    def __init__(self, parent: QWidget) -> None:
        """Wait for a mark."""
        super().__init__(parent)
        self.mark: Mark | None = None
        self.is_chosen = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._ask)

    def tell(self, mark: Mark) -> None:
        """Be another mark."""
        if mark == self.mark:
            return
        self.mark = mark
        self.setAccessibleName(mark.said)
        self.setToolTip(plain_tooltip(mark.said))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of a mark."""
        side = look.current().scaled(SIDE)
        return QSize(side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter; leave the other keys to the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.click()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the line where the keyboard is."""
        super().focusInEvent(event)
        if self.mark is not None:
            self.reached.emit(self.mark.key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shape; the chosen one is filled."""
        if self.mark is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        worn = look.current()
        ink = worn.colour("private")
        filled = self.is_chosen or self.underMouse() or self.mark.shape is not Shape.ROUND
        painter.setPen(QPen(ink, _LINE))
        painter.setBrush(ink if filled else worn.colour("surface"))
        _draw(
            painter, self.mark.shape, QRectF(self.rect()).center(), worn.scaled(_RADIUS * 10) / 10
        )
        if self.is_chosen:
            around = worn.scaled(SIDE) / 2 - 2.5
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink, 1.2))
            painter.drawEllipse(QRectF(self.rect()).center(), around, around)
        if self.hasFocus():
            ring = QRectF(self.rect())
            paint.focus_ring(painter, ring, ring.height() / 2, worn.colour("focus"))
        painter.end()

    def _ask(self) -> None:
        if self.mark is not None:
            self.asked.emit(self.mark.key)


def _draw(painter: QPainter, shape: Shape, heart: QPointF, radius: float) -> None:
    if shape is Shape.SQUARE:
        side = radius * 0.9
        painter.drawRect(QRectF(heart.x() - side, heart.y() - side, 2 * side, 2 * side))
    elif shape is Shape.DIAMOND:
        reach = radius * 1.15
        corners = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
        painter.drawPolygon(QPolygonF([heart + QPointF(x, y) for x, y in corners]))
    else:
        painter.drawEllipse(heart, radius, radius)
