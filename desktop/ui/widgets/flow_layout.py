"""A layout that sets its parts side by side and begins a new row when there is no more room."""

# The method names are those of QLayout.
# ruff: noqa: N802

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.arrangement import Arrangement, height_of


class FlowLayout(Arrangement):
    """Rows of chips or buttons, as many as the width asks for."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, row_gap: int = 7) -> None:
        """Keep ``gap`` pixels within a row and ``row_gap`` between rows."""
        super().__init__(parent, gap=gap)
        self._row_gap = row_gap

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def sizeHint(self) -> QSize:
        hints = [size for _, size in self.sizes()]
        width = sum(hint.width() + self._gap for hint in hints) - self._gap if hints else 0
        size = QSize(width, max((hint.height() for hint in hints), default=0))
        return size.grownBy(self.contentsMargins())

    def heights(self, width: int) -> int:
        rows = [max(size.height() for _, size in row) for row in self._rows(width)]
        return sum(rows) + self._row_gap * max(len(rows) - 1, 0)

    def arrange(self, area: QRect) -> None:
        top = area.top()
        for row in self._rows(area.width()):
            height = max(size.height() for _, size in row)
            self._place(row, QPoint(area.left(), top), height)
            top += height + self._row_gap

    def _rows(self, width: int) -> list[list[tuple[QWidget, QSize]]]:
        rows: list[list[tuple[QWidget, QSize]]] = []
        used = 0
        for part, asked in self.sizes():
            size = _within(part, asked, width)
            if not rows or used + self._gap + size.width() > width:
                rows.append([])
                used = -self._gap
            rows[-1].append((part, size))
            used += self._gap + size.width()
        return rows

    def _place(self, row: list[tuple[QWidget, QSize]], start: QPoint, height: int) -> None:
        left = start.x()
        for part, size in row:
            top = start.y() + (height - size.height()) // 2
            part.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + self._gap


def _within(part: QWidget, size: QSize, width: int) -> QSize:
    """Return the size a part asks for; words too long for a whole row are higher instead."""
    return size if size.width() <= width else QSize(width, height_of(part, width))
