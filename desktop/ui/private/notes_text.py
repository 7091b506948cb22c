"""The notes of a conversation as one text to read and select in, label by label."""

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from desktop.ui import look

_LABEL, _WORDS, _LAST_WORDS = 1, 2, 3
"""What a block of the text is, kept as its user state."""

_Style = tuple[QTextBlockFormat, QTextCharFormat]

_AROUND_LINE = 10
_LEAST_HEIGHT = 150
_WIDTH = 240
"""Pixels, before it has been given any."""


class NotesText(QTextEdit):
    """Read-only: one stop of the tab key, the arrows walk through all of it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` is what a screen reader says."""
        super().__init__(parent)
        self._notes: tuple[tuple[str, str], ...] = ()
        self._is_being_set = False
        self.setAccessibleName(name)
        self.setProperty("role", "notes")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def tell(self, notes: tuple[tuple[str, str], ...]) -> None:
        """Show other notes, each a short label and its words, from the beginning."""
        if notes == self._notes:
            self.moveCursor(QTextCursor.MoveOperation.Start)
            return
        self._notes = notes
        self._set()

    def chosen(self) -> str:
        """Return the selected words without the labels, or else the line at the cursor."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return self._selected(cursor.selectionStart(), cursor.selectionEnd())
        block = cursor.block()
        return (block.next() if block.userState() == _LABEL else block).text()

    def sizeHint(self) -> QSize:
        """Return a modest size: the panel gives what it has."""
        return QSize(_WIDTH, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines beside the scroll bar's room, whether it is there or not.

        Else all of a long talk would be laid out again whenever it comes or goes.
        """
        width = self.width() - self.verticalScrollBar().sizeHint().width()
        if width != self.lineWrapColumnOrWidth():
            self.setLineWrapColumnOrWidth(width)
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Set the words anew when the look changes; the cursor stays."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            position = self.textCursor().position()
            self._set()
            cursor = self.textCursor()
            cursor.setPosition(min(position, self.document().characterCount() - 1))
            self.setTextCursor(cursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words and a hairline below each note."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        colour = look.current().colour("line")
        # Only what is in sight: a long talk has hundreds of lines.
        block = self.cursorForPosition(QPoint(0, 0)).block()
        while block.isValid() and self._top_of(block) <= self.viewport().height():
            if block.userState() == _LAST_WORDS:
                painter.fillRect(self._line_below(block), colour)
            block = block.next()
        painter.end()

    def _top_of(self, block: QTextBlock) -> float:
        return block.layout().position().y() - self.verticalScrollBar().value()

    def _line_below(self, block: QTextBlock) -> QRectF:
        words = block.layout()
        height = words.lineCount() * look.current().pitch("body")
        top = self._top_of(block) + height + _AROUND_LINE
        return QRectF(0, round(top), self.viewport().width(), 1)

    def _selected(self, start: int, end: int) -> str:
        lines = []
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            if block.userState() != _LABEL:
                part = QTextCursor(block)
                part.setPosition(max(start, block.position()))
                last = block.position() + block.length() - 1
                part.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
                lines.append(part.selection().toPlainText())
            block = block.next()
        return "\n".join(lines)

    def _set(self) -> None:
        # Laid out once: not for each size on the way, and not again for a scroll bar that comes.
        self._is_being_set = True
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setPlainText("")
        self._write(QTextCursor(self.document()), _styles())
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._is_being_set = False
        self._fit()

    def _write(self, cursor: QTextCursor, styles: dict[int, _Style]) -> None:
        # As one change, or all is measured again with every line.
        cursor.beginEditBlock()
        for number, (state, line) in enumerate(_lines(self._notes)):
            if number:
                cursor.insertBlock(*styles[state])
            else:
                cursor.setBlockFormat(styles[state][0])
                cursor.setBlockCharFormat(styles[state][1])
            cursor.insertText(line, styles[state][1])
            cursor.block().setUserState(state)
        self._leave_room_for_last_line()
        cursor.endEditBlock()

    def _leave_room_for_last_line(self) -> None:
        shape = self.document().rootFrame().frameFormat()
        shape.setBottomMargin(_AROUND_LINE + 1)
        self.document().rootFrame().setFrameFormat(shape)

    def _fit(self) -> None:
        if self._is_being_set:
            return
        height = ceil(self.document().size().height())
        self.setMaximumHeight(height)
        self.setMinimumHeight(min(height, look.current().scaled(_LEAST_HEIGHT)))
        self.updateGeometry()


def _lines(notes: tuple[tuple[str, str], ...]) -> Iterator[tuple[int, str]]:
    for label, words in notes:
        yield _LABEL, label
        *others, last = words.split("\n")
        yield from ((_WORDS, line) for line in others)
        yield _LAST_WORDS, last


def _styles() -> dict[int, _Style]:
    """Return how each kind of block looks now; a format is slow to make for every line."""
    return {
        _LABEL: _style("label", "muted", below=0),
        _WORDS: _style("body", "ink", below=0),
        _LAST_WORDS: _style("body", "ink", below=2 * _AROUND_LINE),
    }


def _style(role: str, ink: str, below: int) -> _Style:
    worn = look.current()
    shape = QTextBlockFormat()
    shape.setLineHeight(worn.pitch(role), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    shape.setBottomMargin(below)
    letters = QTextCharFormat()
    letters.setFont(worn.font(role))
    letters.setForeground(worn.colour(ink))
    return shape, letters
