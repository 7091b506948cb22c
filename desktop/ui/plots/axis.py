"""The names of days, months and years along the foot of a picture."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.ui import look
from desktop.ui.look import dates
from desktop.ui.plots import lettering
from desktop.ui.plots.span import Span, Step

_TICK = 4
_APART = 28


def height() -> float:
    """Return the height of the ticks and of the names beneath them."""
    return look.current().pitch("label") + _TICK + 4


def paint(painter: QPainter, area: QRectF, span: Span, today: tuple[date, str]) -> None:
    """Paint ticks and names into ``area``; ``today`` is the day, and its word if it is marked."""
    width = look.current().advance("label", dates.short_day(date(2026, 9, 28))) * 0.7
    step, days = span.named_days(area.width() / (width + look.current().scaled(_APART)))
    taken = _paint_today(painter, area, span, today)
    painter.setPen(look.current().colour("line"))
    painter.drawLine(area.topLeft(), area.topRight())
    for day in days:
        x = area.left() + span.place(day) * area.width()
        painter.setPen(look.current().colour("line"))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.top() + _TICK))
        if taken is None or not taken[0] < x < taken[1]:
            painter.setPen(look.current().colour("muted"))
            _name(painter, area, x, _said(day, step, is_first=day == days[0]))


def _paint_today(
    painter: QPainter, area: QRectF, span: Span, today: tuple[date, str]
) -> tuple[float, float] | None:
    """Mark today, and return between which places no other name has room."""
    day, word = today
    if not word or not span.holds(day):
        return None
    x = area.left() + span.place(day) * area.width()
    painter.setPen(lettering.pen("muted", 1.4))
    painter.drawLine(QPointF(x, area.top() - _TICK), QPointF(x, area.top() + _TICK))
    _name(painter, area, x, word)
    half = look.current().advance("label", word) / 2 + look.current().scaled(_APART)
    return x - 1.4 * half, x + 1.4 * half


def _name(painter: QPainter, area: QRectF, x: float, words: str) -> None:
    width = look.current().advance("label", words) + 2
    left = min(max(x - width / 2, 0.0), area.right() + _TICK - width + look.current().scaled(8))
    room = QRectF(left, area.top() + _TICK + 2, width, look.current().pitch("label"))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


def _said(day: date, step: Step, *, is_first: bool) -> str:
    days, months = step.value
    if days:
        return dates.short_day(day) if is_first else dates.day_and_month(day)
    return str(day.year) if months >= Step.YEAR.value[1] else dates.short_month(day)
