"""Two papers beside each other, or one below the other where the window is too narrow for both."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.ui import look
from desktop.ui.look import spacing
from desktop.ui.widgets.unrolled import Unrolled


class Spread(QWidget):
    """A left and a right part, divided by ``shares`` for as long as the right one has room.

    ``turned`` says whether the right one now stands below the left.
    """

    turned = Signal(bool)

    def __init__(
        self, left: QWidget, right: QWidget, *, shares: tuple[int, int], room: int
    ) -> None:
        """``room`` is the least width of the right part, in pixels at 100 % text."""
        super().__init__()
        self._shares = shares
        self._room = room
        self._is_stacked: bool | None = None
        self._parts = (left, right)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(spacing.CARD_GAP)
        for part in self._parts:
            self._box.addWidget(part)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the wider part: that is enough, with one below the other."""
        hints = [part.minimumSizeHint() for part in self._parts]
        return QSize(max(hint.width() for hint in hints), max(hint.height() for hint in hints))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange anew when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        left, right = self._shares
        beside = (self.width() - spacing.CARD_GAP) * right / (left + right)
        is_stacked = beside < look.current().scaled(self._room)
        if is_stacked == self._is_stacked:
            return
        self._is_stacked = is_stacked
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.TopToBottom if is_stacked else direction.LeftToRight)
        for place, share in enumerate(self._shares):
            self._box.setStretch(place, place if is_stacked else share)
        for column in self.findChildren(Unrolled):
            column.set_whole(is_stacked)
        self.turned.emit(is_stacked)
