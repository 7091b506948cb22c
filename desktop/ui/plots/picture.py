"""What a time line looks like: where its marks lie, the curve, and the words that have room."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from desktop.ui.look import Look
from desktop.ui.plots import axis, lettering
from desktop.ui.plots.curve import along, through
from desktop.ui.plots.marks import SIDE, Mark
from desktop.ui.plots.span import Span

_LANE = 30
_CURVE, _SMALL_CURVE = 150, 84
_SHARE_OF_NAMES = 0.24


@dataclass(frozen=True, slots=True)
class Names:
    """What the parts are called: the curve, if there is one, then the lanes from the top."""

    curve: str = ""
    lanes: tuple[str, ...] = ()
    today: str = ""
    joined: bool = False
    """Whether a line leads from mark to mark, whatever lanes they lie in: a direction to see."""


@dataclass(frozen=True)
class Picture:
    """Marks in the order of time over one stretch of it, at one width in pixels and in one look.

    What changes any of these makes another picture. The words find their places when it is first
    painted, not again at every touch of a mark.
    """

    names: Names
    marks: tuple[Mark, ...]
    span: Span
    today: date
    width: int
    small: bool
    worn: Look

    # Lengths -------------------------------------------------------------------------------------

    @cached_property
    def left(self) -> float:
        """Where time begins, beside the names of the lanes."""
        widest = lettering.widest(self.names.lanes, self.width * _SHARE_OF_NAMES)
        return widest + self.worn.scaled(SIDE) / 2

    @cached_property
    def room(self) -> float:
        """How wide the stretch of time is."""
        return max(1.0, self.width - self.left - self.worn.scaled(SIDE) / 2)

    @property
    def height(self) -> int:
        """How high the curve, each lane and the axis are together."""
        return round(self._axis_top + axis.height())

    @cached_property
    def points(self) -> list[QPointF]:
        """Where the marks lie, in their order."""
        return self._points(self.marks)

    @property
    def _lane(self) -> int:
        return self.worn.scaled(_LANE)

    @property
    def _curve_height(self) -> int:
        if not self.names.curve:
            return 0
        return self.worn.scaled(_SMALL_CURVE if self.small else _CURVE)

    @property
    def _curve_top(self) -> float:
        return self.worn.pitch("label") * 1.2 if self.names.curve else 0.0

    @property
    def _lanes_top(self) -> float:
        return 2 * self._curve_top + self._curve_height

    @property
    def _axis_top(self) -> float:
        return self._lanes_top + len(self.names.lanes) * self._lane

    @property
    def _middle_line(self) -> float:
        return self._curve_top + self._curve_height / 2

    def _points(self, marks: Sequence[Mark]) -> list[QPointF]:
        # The lengths are the same for all of hundreds.
        left, room, middle, top = self.left, self.room, self._middle_line, self._lanes_top
        lane, reach = self._lane, (self._curve_height - self.worn.scaled(SIDE)) / 2
        return [
            QPointF(
                left + self.span.place(mark.day) * room,
                middle - (mark.level or 0.0) * reach
                if mark.lane is None
                else top + (mark.lane + 0.5) * lane,
            )
            for mark in marks
        ]

    # Words ---------------------------------------------------------------------------------------

    @cached_property
    def _curve(self) -> QPainterPath:
        on_it = [m for m in self.marks if m.lane is None and m.level is not None]
        return through(self._points(on_it))

    @cached_property
    def _words(self) -> tuple[lettering.Words, ...]:
        """The words that have room, those of the latest marks first: what is long ago gives way."""
        page = lettering.Page(QRectF(self.left, 0, self.room, self._axis_top))
        if self.names.curve:
            page.has_a_ground_line(self._middle_line)
        self._keep_marks_free(page)
        for x, y in along(self._curve):
            page.keep_free(x, y, 4.0)
        for mark, point in reversed(self._shown()):
            if mark.lane is not None:
                page.beside(point, mark.words)
            else:
                page.above(point, mark.words)
                page.beneath(point, mark.under)
        name = self.worn.advance("label", self.names.curve)
        return page.finished(QRectF(0, 0, name, self._curve_top))

    def _keep_marks_free(self, page: lettering.Page) -> None:
        side = self.worn.scaled(SIDE) * 0.7
        for mark, point in self._shown():
            if mark.lane is None:
                page.keep_free(point.x(), point.y(), side)
            else:
                page.lies_in_a_lane(point, side)

    def _shown(self) -> list[tuple[Mark, QPointF]]:
        both = zip(self.marks, self.points, strict=True)
        return [(mark, point) for mark, point in both if self.span.holds(mark.day)]

    # Painting ------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, height: int) -> None:
        """Paint the ground lines, the curve, and the words that have room."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.worn.font("label"))
        self._paint_lanes(painter)
        area = QRectF(self.left, self._axis_top, self.room, axis.height())
        axis.paint(painter, area, self.span, (self.today, self.names.today))
        painter.setClipRect(QRectF(self.left - 2, 0, self.width, height))
        if self.names.curve:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(lettering.pen("private", 2.0))
            painter.drawPath(self._curve)
        if self.names.joined:
            painter.setPen(lettering.pen("private", 1.2))
            painter.drawPolyline(self.points)
        for words in self._words:
            words.paint(painter)

    def _paint_lanes(self, painter: QPainter) -> None:
        for place, name in enumerate(self.names.lanes):
            top = self._lanes_top + place * self._lane
            room = QRectF(0, top, self.left - SIDE / 2, self._lane)
            lettering.write(painter, name, room, "muted", Qt.AlignmentFlag.AlignVCenter)
            self._paint_ground_line(painter, top + self._lane / 2)
        if self.names.curve:
            self._paint_ground_line(painter, self._middle_line)
            lettering.write(
                painter, self.names.curve, QRectF(0, 0, self.width, self._curve_top), "muted"
            )

    def _paint_ground_line(self, painter: QPainter, height: float) -> None:
        painter.setPen(self.worn.colour("line"))
        painter.drawLine(QPointF(self.left, height), QPointF(self.width, height))
