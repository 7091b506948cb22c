"""The row of dots that shows how far a stage has come, one dot for each question."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.ui import look
from desktop.ui.look import Look
from desktop.ui.widgets import paint
from desktop.ui.widgets.text import plain_tooltip

_DOT = 11
_PILL = 20
_GAP = 5
_ROW_GAP = 5
_ROOM = 3  # around everything, for the ring of the focused dot


class DotState(StrEnum):
    """How far a question has come."""

    ANSWERED = "answered"
    CURRENT = "current"
    NOT_NOW = "not now"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Dot:
    """One question in the row; ``name`` is its wording, said on hover and to screen readers."""

    state: DotState
    name: str = ""


class ProgressDots(QWidget):
    """Dots in rows: left and right move among them, Enter, space or a click choose one.

    ``chosen`` carries the number of the dot, counted from nought.
    """

    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` names the row to a screen reader, the stage for instance."""
        super().__init__(parent)
        self._name = name
        self._dots: tuple[Dot, ...] = ()
        self._marked = 0
        self._heights: dict[tuple[Look, int], int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_dots(())

    def set_dots(self, dots: tuple[Dot, ...]) -> None:
        """Show other dots; the mark of the keyboard goes to the current one."""
        self._dots = dots
        self._heights = {}
        current = (n for n, dot in enumerate(dots) if dot.state is DotState.CURRENT)
        self._marked = next(current, min(self._marked, max(0, len(dots) - 1)))
        self._say_where()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return all dots in one row."""
        width = sum(self._width(dot) + _GAP for dot in self._dots) - _GAP
        return QSize(max(0, width) + 2 * _ROOM, self.heightForWidth(1 << 20))

    def minimumSizeHint(self) -> QSize:
        """Return room for one pill."""
        worn = look.current()
        return QSize(worn.scaled(_PILL) + 2 * _ROOM, worn.scaled(_DOT) + 2 * _ROOM)

    def heightForWidth(self, width: int) -> int:
        """Return the height of as many rows as ``width`` asks for."""
        # Qt asks many times before anything changes.
        at = (look.current(), width)
        if at not in self._heights:
            places = self._places(width)
            bottom = places[-1].bottom() if places else _ROOM + look.current().scaled(_DOT)
            self._heights[at] = round(bottom) + _ROOM
        return self._heights[at]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint every dot by its state and the ring around the marked one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, (dot, place) in enumerate(
            zip(self._dots, self._places(self.width()), strict=True)
        ):
            self._paint_dot(painter, dot, place)
            if self.hasFocus() and number == self._marked:
                ring = place.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
                paint.focus_ring(
                    painter, ring, ring.height() / 2 - 1, look.current().colour("focus")
                )
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the mark or choose the marked dot."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self._dots) - 1}
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in steps:
            self._mark(self._marked + steps[key])
        elif key in ends:
            self._mark(ends[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._dots:
            self.chosen.emit(self._marked)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the dot under the pointer."""
        number = self._at(event.position())
        if number is not None:
            self._mark(number)
            self.chosen.emit(number)

    def event(self, event: QEvent) -> bool:
        """Say the question of the dot under the pointer."""
        if event.type() == QEvent.Type.ToolTip:
            point = self.mapFromGlobal(self.cursor().pos())
            number = self._at(QPointF(point))
            text = "" if number is None else plain_tooltip(self._words_of(number))
            QToolTip.showText(self.cursor().pos(), text, self)
            return True
        return super().event(event)

    def _mark(self, number: int) -> None:
        self._marked = max(0, min(number, len(self._dots) - 1))
        self._say_where()
        self.update()

    def _say_where(self) -> None:
        where = self.tr("{number} of {count}").format(
            number=min(self._marked + 1, len(self._dots)), count=len(self._dots)
        )
        self.setAccessibleName(f"{self._name}, {where}" if self._name else where)
        self.setAccessibleDescription(self._words_of(self._marked) if self._dots else "")

    def _words_of(self, number: int) -> str:
        states = {
            DotState.ANSWERED: self.tr("answered"),
            DotState.CURRENT: self.tr("current"),
            DotState.NOT_NOW: self.tr("not now"),
            DotState.OPEN: self.tr("open"),
        }
        dot = self._dots[number]
        return f"{dot.name} ({states[dot.state]})" if dot.name else states[dot.state]

    def _at(self, point: QPointF) -> int | None:
        near = _GAP / 2
        for number, place in enumerate(self._places(self.width())):
            if place.adjusted(-near, -near, near, near).contains(point):
                return number
        return None

    def _width(self, dot: Dot) -> int:
        return look.current().scaled(_PILL if dot.state is DotState.CURRENT else _DOT)

    def _places(self, width: int) -> list[QRectF]:
        side = look.current().scaled(_DOT)
        places: list[QRectF] = []
        left, top = _ROOM, _ROOM
        for dot in self._dots:
            wide = self._width(dot)
            if left > _ROOM and left + wide > width - _ROOM:
                left, top = _ROOM, top + side + _ROW_GAP
            places.append(QRectF(left, top, wide, side))
            left += wide + _GAP
        return places

    def _paint_dot(self, painter: QPainter, dot: Dot, place: QRectF) -> None:
        worn = look.current()
        radius = place.height() / 2
        if dot.state is DotState.ANSWERED:
            paint.rounded(painter, place, radius, worn.colour("accent"))
        elif dot.state is DotState.CURRENT:
            paint.rounded(painter, place, radius, worn.colour("ink"))
        elif dot.state is DotState.OPEN:
            paint.rounded(painter, place, radius - 0.5, None, worn.colour("line"))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(worn.colour("muted"), 1.1, Qt.PenStyle.DashLine))
            painter.drawEllipse(place.adjusted(0.5, 0.5, -0.5, -0.5))
