"""A column that scrolls beside another one, and lies there whole where a page scrolls."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.widgets.page import ScrollColumn

_NEVER: Final = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
_AS_NEEDED: Final = Qt.ScrollBarPolicy.ScrollBarAsNeeded


class Unrolled(ScrollColumn):
    """A column that scrolls within its paper, or lies there in its whole length.

    Side by side, each paper scrolls for itself. One below the other, the page scrolls and what
    is on it must be as high as its content.
    """

    turned = Signal()
    """It lies in its whole length now, or scrolls again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin scrolling, without margins."""
        super().__init__(parent, margins=(0, 0, 0, 0))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_whole(self, whole: bool) -> None:
        """Lie in the whole length, or scroll."""
        policy = self.sizePolicy()
        if policy.hasHeightForWidth() == whole:
            return
        policy.setHeightForWidth(whole)
        self.setSizePolicy(policy)
        # A bar for the instant before it has its new length would narrow the words, which then
        # are longer than that length, so that the bar would stay.
        self.setVerticalScrollBarPolicy(_NEVER if whole else _AS_NEEDED)
        self.updateGeometry()
        self.turned.emit()

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
