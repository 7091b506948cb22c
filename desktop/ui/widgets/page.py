"""What every page begins with: its margins, its title, its buttons, and room to scroll."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.look import spacing
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import Muted, Text, Title

_MORE_THAN_HALF = 0.55
"""Of a line that is broken once: its first half is seldom the shorter one."""


class PageHeader(QWidget):
    """A title, a quiet line beneath it, and at the right what can be done here."""

    def __init__(
        self,
        title: str,
        line: str = "",
        parent: QWidget | None = None,
        *,
        portrait: QWidget | None = None,
    ) -> None:
        """Show ``title`` and ``line``; ``portrait`` stands before both."""
        super().__init__(parent)
        self._title = Title(title)
        self._line = Muted(line)
        self._actions = QWidget()
        self._flow = FlowLayout(self._actions)
        self._portrait = portrait
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing.CARD_GAP)
        self._row.addLayout(self._left(), 1)
        self._row.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignBottom)
        # Only now that it has its place: shown before, it would be a window and take the keyboard.
        self._line.setVisible(bool(line))
        self._actions.hide()

    def _left(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(spacing.CARD_GAP)
        if self._portrait is not None:
            row.addWidget(self._portrait)
        row.addLayout(self._words(), 1)
        return row

    def _words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._line)
        return column

    def say(self, title: str, line: str = "") -> None:
        """Show another title and line."""
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self._arrange()

    def add(self, *buttons: QWidget) -> None:
        """Add buttons at the right, the primary one last."""
        for button in buttons:
            self._flow.addWidget(button)
        self._actions.show()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the buttons below the words where both have no room side by side."""
        sides = [part.sizeHint().width() for part in (self._portrait, self._actions) if part]
        widths = [width + spacing.CARD_GAP for width in (*sides, self._room_for_words())]
        fits = sum(widths) <= self.width()
        sideways, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(sideways if fits else down)

    def _room_for_words(self) -> int:
        """Return the width in which the title stands, and the line in two lines at most."""
        whole_line = QFontMetrics(self._line.font()).horizontalAdvance(self._line.text())
        return max(self._title.sizeHint().width(), round(_MORE_THAN_HALF * whole_line))


class ScrollColumn(QScrollArea):
    """A column that scrolls when it is higher than the window, as at large text sizes.

    Put the content into ``body``; the margins are those of a page unless told otherwise.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        margins: tuple[int, int, int, int] = (spacing.PAGE_MARGIN, 28, spacing.PAGE_MARGIN, 30),
    ) -> None:
        """Keep ``margins`` (left, top, right, bottom) around the content."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        content = QWidget()
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(*margins)
        self.body.setSpacing(spacing.CARD_GAP)
        self.setWidget(content)
        # Lying on the page's own ground, not on one of its own.
        content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def add_no_wider(self, part: QWidget, most: int) -> None:
        """Add a part that grows no wider than ``most`` pixels.

        Alone in the body it would be given the height of its words at the full width, and the
        last lines be cut: a column asks for heights without looking at the greatest width.
        """
        part.setMaximumWidth(most)
        row = QHBoxLayout()
        row.addWidget(part, 1)
        row.addStretch(0)
        self.body.addLayout(row)


def keep_prose_to_measure(part: QWidget) -> None:
    """Let all that is said within ``part`` break at the measure of prose, however wide it grows."""
    for text in part.findChildren(Text):
        text.keep_to_measure()
