"""What was read on several days, drawn against words: a direction to see, and no number."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import look
from desktop.ui.look import spacing

_DOT = 4.5
_WIDEST = 420
"""Pixels at 100 % beyond which a few days would stand too far apart to be seen together."""
_SHARE_OF_WORDS = 0.5


class WordsOverTime(QWidget):
    """A row for each word, a column for each day, and a dot where a day was read so.

    It takes no keyboard: nothing can be pressed, and the list beside it says the same.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` is what a screen reader says; nothing is drawn before ``tell``."""
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._days: tuple[tuple[str, int], ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tell(self, words: Sequence[str], days: Sequence[tuple[str, int]]) -> None:
        """Name the rows from the top; each day comes with its row, the earliest first."""
        self._words, self._days = tuple(words), tuple(days)
        read = (f"{day}: {self._words[row]}" for day, row in self._days)
        self.setAccessibleDescription("; ".join(read))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a row for each word and one for the days."""
        return QSize(look.current().scaled(_WIDEST), round(self._pitch() * (len(self._words) + 1)))

    def minimumSizeHint(self) -> QSize:
        """Shrink with the window rather than make it scroll sideways."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, the days that have room, and the dots with what joins them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.current().font("label"))
        left = self._paint_words(painter)
        dots = [self._dot(place, left) for place in range(len(self._days))]
        painter.setPen(QPen(look.current().colour("line"), 1.5))
        painter.drawPolyline(dots)
        self._paint_days(painter, dots)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.current().colour("private"))
        for dot in dots:
            painter.drawEllipse(dot, _DOT, _DOT)
        painter.end()

    def _paint_words(self, painter: QPainter) -> float:
        """Return where the words end."""
        measure = QFontMetricsF(look.current().font("label"))
        widest = max((measure.horizontalAdvance(word) for word in self._words), default=0.0)
        room = min(widest, self.width() * _SHARE_OF_WORDS)
        painter.setPen(look.current().colour("muted"))
        for row, word in enumerate(self._words):
            area = QRectF(0, row * self._pitch(), room, self._pitch())
            told = measure.elidedText(word, Qt.TextElideMode.ElideRight, room)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, told)
        return room + 2 * spacing.GRID

    def _paint_days(self, painter: QPainter, dots: Sequence[QPointF]) -> None:
        measure = QFontMetricsF(look.current().font("label"))
        top, taken = len(self._words) * self._pitch(), 0.0
        painter.setPen(look.current().colour("muted"))
        for (day, _), dot in zip(self._days, dots, strict=True):
            wide = measure.horizontalAdvance(day)
            begin = min(max(dot.x() - wide / 2, 0), self.width() - wide)
            if begin >= taken:
                painter.drawText(QRectF(begin, top, wide + 1, self._pitch()), 0, day)
                taken = begin + wide + spacing.GRID

    def _dot(self, place: int, left: float) -> QPointF:
        right = min(self.width(), look.current().scaled(_WIDEST)) - 3 * spacing.GRID
        step = max(0.0, right - left - _DOT) / max(1, len(self._days) - 1)
        row = self._days[place][1]
        return QPointF(left + _DOT + place * step, (row + 0.5) * self._pitch())

    def _pitch(self) -> float:
        return look.current().pitch("label") + 4
