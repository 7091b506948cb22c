"""Two parts of a page: side by side where there is room, one below the other where there is not."""

# The method names are those of QLayout.
# ruff: noqa: N802

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from desktop.ui import look
from desktop.ui.look import spacing
from desktop.ui.widgets.arrangement import Arrangement, height_of


class Columns(Arrangement):
    """A left and a right part; the left one keeps ``room`` pixels (at 100 % text) or they stack.

    A box layout cannot do this: its least width is that of both parts together, so a narrow window
    would scroll sideways instead.
    """

    def __init__(
        self,
        parent: QWidget,
        *,
        room: int,
        shares: tuple[int, int] | None = None,
        gap: int = spacing.CARD_GAP,
    ) -> None:
        """Divide the width by ``shares``; without them the right part takes what it asks for."""
        super().__init__(parent, gap=gap)
        self._room = room
        self._shares = shares

    def is_stacked(self) -> bool:
        """Return whether the parts lie below one another where the layout is now."""
        return self._stacks(self.contentsRect().width())

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal | Qt.Orientation.Vertical

    def sizeHint(self) -> QSize:
        hints = [size for _, size in self.sizes()]
        width = sum(hint.width() for hint in hints) + self._gap * max(len(hints) - 1, 0)
        size = QSize(width, max((hint.height() for hint in hints), default=0))
        return size.grownBy(self.contentsMargins())

    def heights(self, width: int) -> int:
        heights = [height_of(part, w) for part, w in self._with_widths(width)]
        if self._stacks(width):
            return sum(heights) + self._gap * max(len(heights) - 1, 0)
        return max(heights)

    def arrange(self, area: QRect) -> None:
        if self._stacks(area.width()):
            self._stack(area)
        else:
            self._stand_side_by_side(area)

    def _stack(self, area: QRect) -> None:
        top, last = area.top(), self.shown()[-1:]
        for part, width in self._with_widths(area.width()):
            rest = area.bottom() + 1 - top
            height = rest if part in last else height_of(part, width)
            part.setGeometry(QRect(area.left(), top, width, height))
            top += height + self._gap

    def _stand_side_by_side(self, area: QRect) -> None:
        left = area.left()
        for part, width in self._with_widths(area.width()):
            part.setGeometry(QRect(left, area.top(), width, area.height()))
            left += width + self._gap

    def _stacks(self, width: int) -> bool:
        return len(self.shown()) < 2 or self._beside(width)[0] < look.current().scaled(self._room)

    def _with_widths(self, width: int) -> list[tuple[QWidget, int]]:
        shown = self.shown()
        if self._stacks(width):
            return [(part, width) for part in shown]
        return list(zip(shown, self._beside(width), strict=True))

    def _beside(self, width: int) -> tuple[int, int]:
        free = width - self._gap
        if self._shares is None:
            right = self.sizes()[-1][1].width()
        else:
            right = round(free * self._shares[1] / sum(self._shares))
        return free - right, right
