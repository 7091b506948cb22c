"""Words in a picture: shortened to their room, and left out where others stand already."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from desktop.ui import look
from desktop.ui.look import spacing

_WIDEST, _NARROWEST = 190, 44
_APART = 6


def widest(words: Iterable[str], at_most: float) -> float:
    """Return the width of the widest of these in label type, up to a limit."""
    measure = QFontMetricsF(look.current().font("label"))
    return min(max((measure.horizontalAdvance(w) + _APART for w in words), default=0.0), at_most)


def write(
    painter: QPainter,
    words: str,
    room: QRectF,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
) -> None:
    """Write words into a room, shortened if they must be."""
    measure = QFontMetricsF(painter.font())
    told = measure.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, align, told)


def pen(role: str, width: float) -> QPen:
    """Return a pen in the colour of a role."""
    return QPen(look.current().colour(role), width)


class Page:
    """Remembers where words stand, so that none lies over another."""

    def __init__(self, painter: QPainter, area: QRectF) -> None:
        """Write with ``painter``, nowhere outside ``area``."""
        self._painter = painter
        self._area = area
        self._taken: list[QRectF] = []
        self._measure = QFontMetricsF(painter.font())
        self._pitch = look.current().pitch("label")

    def keep_free(self, point: QPointF, side: float) -> None:
        """Let no words lie over a mark."""
        self._taken.append(QRectF(point.x() - side / 2, point.y() - side / 2, side, side))

    def above(self, point: QPointF, words: str) -> None:
        """Write over a mark, in the middle."""
        self._centred(words, point.x(), point.y() - spacing.GRID * 1.2 - self._pitch, "ink")

    def beneath(self, point: QPointF, words: str) -> None:
        """Write under a mark what weighs on it."""
        self._centred(words, point.x(), point.y() + spacing.GRID * 1.2, "soon")

    def beside(self, point: QPointF, words: str) -> None:
        """Write at the right of a mark, as far as the next one."""
        left = point.x() + look.current().scaled(spacing.GRID) + 4
        ahead = [
            rect.left()
            for rect in self._taken
            if rect.left() > point.x() and rect.top() <= point.y() <= rect.bottom()
        ]
        room = min([self._area.right() + spacing.GRID, *ahead]) - _APART - left
        room = min(room, look.current().scaled(_WIDEST) * 1.6)
        needed = self._measure.horizontalAdvance(words) + 2
        if words and room >= min(needed, look.current().scaled(_NARROWEST)):
            area = QRectF(left, point.y() - self._pitch / 2, min(room, needed), self._pitch)
            # The line of the lane steps aside for what is written on it.
            self._painter.fillRect(
                area.adjusted(-2, 0, 4, 0), look.current().colour("private_ground")
            )
            self._write(words, area, "ink", Qt.AlignmentFlag.AlignVCenter)

    def _centred(self, words: str, middle: float, top: float, ink: str) -> None:
        if not words:
            return
        at_most = min(look.current().scaled(_WIDEST), self._area.width())
        width = min(self._measure.horizontalAdvance(words) + 1, at_most)
        left = min(max(middle - width / 2, self._area.left()), self._area.right() - width)
        area = QRectF(left, top, width, self._pitch)
        if not any(area.adjusted(-_APART, 0, _APART, 0).intersects(other) for other in self._taken):
            self._write(words, area, ink, Qt.AlignmentFlag.AlignVCenter)
            self._taken.append(area)

    def _write(self, words: str, area: QRectF, ink: str, align: Qt.AlignmentFlag) -> None:
        self._painter.setPen(look.current().colour(ink))
        write(self._painter, words, area, align)
