"""Where a note is written, and which of its lines is meant."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent

from desktop.domain.private.words import NOTHING_NOTED, PrivateText
from desktop.ui.widgets.editors import PlainEditor


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a note, and the character at which it begins."""

    words: PrivateText = NOTHING_NOTED
    place: int = 0
    is_selected: bool = False


class NoteEditor(PlainEditor):
    """As high as the page allows, and in a small window still a few lines."""

    entered = Signal()
    """The keyboard has come here."""

    least_lines = 4

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell whoever asks which layer is being written."""
        super().focusInEvent(event)
        self.entered.emit()

    def sizeHint(self) -> QSize:
        """Ask for no more than the few lines; the page gives the rest."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cursor in sight when the room changes."""
        super().resizeEvent(event)
        self.ensureCursorVisible()

    def line(self) -> Line:
        """Return what is selected, else the line with the cursor.

        On an empty line the one above is meant: it has just been finished.
        """
        cursor = self.textCursor()
        if cursor.hasSelection():
            words = cursor.selection().toPlainText().strip()
            return Line(PrivateText(words), cursor.selectionStart(), is_selected=True)
        block = cursor.block()
        while not block.text().strip() and block.previous().isValid():
            block = block.previous()
        return Line(PrivateText(block.text().strip()), block.position())
