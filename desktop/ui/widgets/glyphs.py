"""The few drawn signs: the onward mark, the lock, the arrow outward, the tick, the chevrons.

They are paths rather than picture files, so that they take any colour and any size and need no
decoder when the application starts.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import look

_MARK_BOX = 42.0
_MARK_DOTS = (QPointF(5.5, 36.3), QPointF(21, 19), QPointF(36.3, 5.4))
_BOX = 12.0


def _lock() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(1.4, 5, 9.2, 6.2), 1.6, 1.6)
    path.moveTo(3.3, 5)
    path.lineTo(3.3, 3.5)
    path.arcTo(QRectF(3.3, 0.8, 5.4, 5.4), 180, -180)
    path.lineTo(8.7, 5)
    return path


def _lines(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for x, y in points[1:]:
        path.lineTo(x, y)
    return path


def _outward() -> QPainterPath:
    path = _lines((2.2, 6), (9.6, 6))
    path.addPath(_lines((6.8, 3.2), (9.6, 6), (6.8, 8.8)))
    return path


def _tick() -> QPainterPath:
    return _lines((2.2, 6.4), (4.9, 9), (9.8, 3.4))


def _down() -> QPainterPath:
    return _lines((2.5, 4.5), (6, 8), (9.5, 4.5))


def _back() -> QPainterPath:
    return _lines((7.5, 2.5), (4, 6), (7.5, 9.5))


def _on() -> QPainterPath:
    return _lines((4.5, 2.5), (8, 6), (4.5, 9.5))


def _cross() -> QPainterPath:
    path = _lines((3, 3), (9, 9))
    path.addPath(_lines((9, 3), (3, 9)))
    return path


_DRAWN: dict[str, Callable[[], QPainterPath]] = {
    "lock": _lock,
    "outward": _outward,
    "tick": _tick,
    "down": _down,
    "back": _back,
    "on": _on,
    "cross": _cross,
}
NAMES = ("mark", *_DRAWN)


def paint_glyph(painter: QPainter, name: str, area: QRectF, colour: QColor) -> None:
    """Paint the glyph ``name`` (see ``NAMES``) to fill a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    if name == "mark":
        _paint_mark(painter, area.width(), colour)
    else:
        painter.scale(area.width() / _BOX, area.height() / _BOX)
        painter.setPen(_pen(colour, 1.3))
        painter.drawPath(_DRAWN[name]())
    painter.restore()


def _paint_mark(painter: QPainter, width: float, colour: QColor) -> None:
    painter.scale(width / _MARK_BOX, width / _MARK_BOX)
    low, middle, high = _MARK_DOTS
    path = QPainterPath(low)
    path.cubicTo(QPointF(12.5, 36), QPointF(17.5, 28), middle)
    path.cubicTo(QPointF(24, 13.5), QPointF(29, 6.5), high)
    painter.setPen(_pen(colour, 3.2))
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for dot in _MARK_DOTS:
        painter.drawEllipse(dot, 4.9, 4.9)


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(
        colour,
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )


def window_icon() -> QIcon:
    """Return the onward mark as the icon of a window, in the sizes that desktops ask for."""
    icon = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_glyph(painter, "mark", QRectF(0, 0, size, size), look.current().colour("accent"))
        painter.end()
        icon.addPixmap(picture)
    return icon


class Glyph(QWidget):
    """One drawn sign in a colour of the look; the words beside it say what it means."""

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        size: int = 12,
        ink: str = "accent",
        beside: str | None = None,
    ) -> None:
        """Show the glyph ``name`` at ``size`` pixels (at 100 % text).

        ``beside`` is the text role in whose line it stands: it is then as high as that line.
        """
        super().__init__(parent)
        self._name = name
        self._size = size
        self._ink = ink
        self._beside = beside
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text, or the height of the line it stands in."""
        worn = look.current()
        side = worn.scaled(self._size)
        return QSize(side, round(worn.pitch(self._beside)) if self._beside else side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the glyph in the current ink."""
        painter = QPainter(self)
        side = self.width()
        square = QRectF(0, (self.height() - side) / 2, side, side)
        paint_glyph(painter, self._name, square, look.current().colour(self._ink))
        painter.end()
