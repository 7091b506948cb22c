"""The few strokes that every painted widget shares: grounds, hairlines, the focus ring."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.ui.look import spacing

_HALF = 0.5


def rounded(
    painter: QPainter,
    area: QRectF,
    radius: float,
    ground: QColor | None = None,
    edge: QColor | None = None,
) -> None:
    """Paint a rounded ground with a hairline; the hairline lies on whole pixels inside ``area``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(ground if ground else Qt.BrushStyle.NoBrush)
    inside = area.adjusted(_HALF, _HALF, -_HALF, -_HALF) if edge else area
    painter.drawRoundedRect(inside, radius, radius)


def focus_ring(painter: QPainter, area: QRectF, radius: float, colour: QColor) -> None:
    """Paint the ring of the focused control just inside ``area``."""
    inset = spacing.FOCUS_RING / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, spacing.FOCUS_RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius)


def barred(
    painter: QPainter, area: QRectF, ground: QColor, bar: QColor, edge: QColor | None
) -> None:
    """Paint a panel with a bar at its square left side and round corners at its right."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inside = area.adjusted(0, _HALF, -_HALF, -_HALF) if edge else area
    painter.setPen(QPen(edge, 1) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawPath(_round_at_the_right(inside, spacing.CARD_RADIUS))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(bar)
    painter.drawRoundedRect(
        QRectF(area.topLeft(), area.bottomLeft() + QPointF(spacing.BAR, 0)), 1, 1
    )


def _round_at_the_right(area: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath(area.topLeft())
    path.lineTo(area.right() - radius, area.top())
    path.quadTo(area.topRight(), QPointF(area.right(), area.top() + radius))
    path.lineTo(area.right(), area.bottom() - radius)
    path.quadTo(area.bottomRight(), QPointF(area.right() - radius, area.bottom()))
    path.lineTo(area.bottomLeft())
    path.closeSubpath()
    return path
