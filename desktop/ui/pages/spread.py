"""Two papers beside each other, or one below the other where the window is too narrow for both."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from desktop.ui import look
from desktop.ui.look import spacing
from desktop.ui.widgets.page import ScrollColumn


class Spread(QWidget):
    """A left and a right part, divided by ``shares`` for as long as the right one has room."""

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


class Unrolled(ScrollColumn):
    """A column that scrolls within its paper, or lies there in its whole length.

    Side by side, each paper scrolls for itself. One below the other, the page scrolls and what
    is on it must be as high as its content.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin scrolling, without margins."""
        super().__init__(parent, margins=(0, 0, 0, 0))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_whole(self, whole: bool) -> None:
        """Lie in the whole length, or scroll."""
        policy = self.sizePolicy()
        policy.setHeightForWidth(whole)
        self.setSizePolicy(policy)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Return whether the whole length is wanted."""
        return self.sizePolicy().hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the content at ``width``."""
        layout = self.body
        return layout.heightForWidth(width) if layout.hasHeightForWidth() else self._height()

    def sizeHint(self) -> QSize:
        """Return a modest size: the paper gives what it has."""
        height = self._height() if self.hasHeightForWidth() else 240
        return QSize(360, height)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which the content can still be used."""
        return QSize(self.body.minimumSize().width(), 160)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another length when the content has changed."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _height(self) -> int:
        return self.body.sizeHint().height()
