"""What all faces of the lock screen share: one column in a quiet room, and forgetting."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui import look
from desktop.ui.look import spacing

_BENEATH = 44


class Face(QScrollArea):
    """A column in the middle that scrolls when the window is small or the text is large.

    Its top depends on the window alone and never on what it holds, so that nothing jumps when a
    sentence appears.
    """

    def __init__(self, width: int, usual_height: int) -> None:
        """Make a column ``width`` pixels wide and about ``usual_height`` high, at 100 % text."""
        super().__init__()
        self._width = width
        self._usual_height = usual_height
        self._room = QWidget()
        self.column = QVBoxLayout(self._room)
        self.column.setSpacing(0)
        self.setWidget(self._room)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    def begin(self) -> None:
        """Put the focus where the first word is expected."""

    def opening(self) -> None:
        """Say that the window of the notes is coming, and take nothing more."""

    def forget(self) -> None:
        """Drop everything secret and stand as when first shown."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the focused field in sight when a sentence appears or goes."""
        seen = super().eventFilter(watched, event)
        if watched is self._room and event.type() == QEvent.Type.Resize:
            self._keep_in_sight(QApplication.focusWidget())
        return seen

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._settle()

    def _follow_focus(self, _left: QWidget | None, entered: QWidget | None) -> None:
        self._keep_in_sight(entered)

    def _keep_in_sight(self, part: QWidget | None) -> None:
        """Scroll to a part of the column and to the line of refusal beneath it."""
        if part is not None and self._room.isAncestorOf(part):
            self.ensureWidgetVisible(part, 0, look.current().scaled(_BENEATH))

    def _settle(self) -> None:
        worn = look.current()
        side = (self.viewport().width() - worn.scaled(self._width)) // 2
        top = (self.viewport().height() - worn.scaled(self._usual_height)) // 2
        side, top = max(spacing.PAGE_MARGIN, side), max(spacing.PAGE_MARGIN, top)
        self.column.setContentsMargins(side, top, side, spacing.PAGE_MARGIN)
