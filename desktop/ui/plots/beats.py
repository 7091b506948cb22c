"""The quarters of one person as four marks: held, missed, still to come."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.domain.rhythm import Beat
from desktop.ui import look
from desktop.ui.widgets import paint
from desktop.ui.widgets.one_stop import OneStop
from desktop.ui.widgets.text import plain_tooltip

_WIDE, _HIGH, _GAP = 46, 12, 6
_GROUNDS = {
    Beat.HELD: "accent",
    Beat.NOT_YET: "accent_ground",
    Beat.MISSED: "late_ground",
    Beat.PAUSED: "side",
    Beat.BEFORE: "surface",
}
_SIGNS = {Beat.MISSED: "late", Beat.PAUSED: "muted"}
"""Colour never stands alone: what is missing has a stroke through it."""


@dataclass(frozen=True, slots=True)
class BeatLine:
    """One mark in words; ``key`` is what comes back when it is pressed."""

    key: str
    beat: Beat
    words: str


class BeatMark(QAbstractButton):
    """One quarter; says its value, and leads to the conversation that was held in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Wait for its quarter."""
        super().__init__(parent)
        self.line = BeatLine("", Beat.BEFORE, "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def tell(self, line: BeatLine) -> None:
        """Show another quarter."""
        self.line = line
        self.setAccessibleName(line.words)
        self.setToolTip(plain_tooltip(line.words))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the mark with its ring."""
        worn = look.current()
        return QSize(worn.scaled(_WIDE) + 4, worn.scaled(_HIGH) + 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark, the stroke of what is missing, and the focus around it."""
        worn = look.current()
        painter = QPainter(self)
        area = QRectF(self.rect()).adjusted(2, 4, -2, -4)
        edge = worn.colour("line") if self.line.beat in (Beat.BEFORE, Beat.PAUSED) else None
        paint.rounded(painter, area, 3, worn.colour(_GROUNDS[self.line.beat]), edge)
        sign = _SIGNS.get(self.line.beat)
        if sign:
            painter.setPen(QPen(worn.colour(sign), 1.5))
            middle, half = area.center(), worn.scaled(5)
            painter.drawLine(
                int(middle.x() - half), int(middle.y()), int(middle.x() + half), int(middle.y())
            )
        if self.hasFocus():
            paint.focus_ring(painter, QRectF(self.rect()), 4, worn.colour("focus"))
        painter.end()


class Beats(QWidget):
    """The marks of one person: one stop of the tab key, the arrows walk from one to the next."""

    pressed = Signal(str)

    def __init__(self, count: int) -> None:
        """``count`` is how many quarters there are."""
        super().__init__()
        self._marks = [BeatMark() for _ in range(count)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP - 4)
        for mark in self._marks:
            row.addWidget(mark)
            mark.clicked.connect(self._press)
        self._stop = OneStop(self, self._marks)

    def tell(self, lines: Sequence[BeatLine]) -> None:
        """Show other quarters, as many as there are marks."""
        for mark, line in zip(self._marks, lines, strict=True):
            mark.tell(line)

    def _press(self) -> None:
        mark = self.sender()
        if isinstance(mark, BeatMark):
            self.pressed.emit(mark.line.key)
