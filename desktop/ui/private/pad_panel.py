"""The free pad: one sheet for a whole conversation, whose lines remember their question."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.ids import ConversationId, QuestionId
from desktop.domain.private.answers import UNDERNEATH
from desktop.domain.private.pad import Pad, PadLine
from desktop.domain.private.words import PrivateText
from desktop.services import clock
from desktop.services.private import pad as pads
from desktop.ui import look
from desktop.ui.desk import PrivateDesk
from desktop.ui.private.sorting import PadSorting
from desktop.ui.widgets.card import PrivatePanel
from desktop.ui.widgets.editors import PlainEditor
from desktop.ui.widgets.text import Muted
from desktop.ui.wizard.free_notes import FreePad, SortingView

_UNMARKED = -1  # the state of a block that nobody has set
_SOFT_BREAK = "\u2028"  # what Shift+Enter writes
_BREAKS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_JOINS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_OF_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_PADDING = 24


class PadEditor(PlainEditor):
    """Marks each line, when its first words come, with the question that stood there then."""

    least_lines = 2

    def __init__(self, name: str, placeholder: str) -> None:
        """``name`` is what a screen reader says."""
        self._questions: list[QuestionId] = []
        self._here = _UNMARKED
        self._has_moved_on = False
        self._known: dict[str, int] = {}
        super().__init__(name, role="pad", placeholder=placeholder)
        self.setCursorWidth(2)
        self.document().contentsChange.connect(self._mark_lines)

    def sizeHint(self) -> QSize:
        """Ask for no more than its least lines; it grows into whatever room there is."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def stand_at(self, question: QuestionId) -> None:
        """Mark lines begun from now on with this question; the next words begin such a line."""
        if question not in self._questions:
            self._questions.append(question)
        before, self._here = self._here, self._questions.index(question)
        self._has_moved_on = self._has_moved_on or self._here != before

    def show_lines(self, lines: tuple[PadLine, ...]) -> None:
        """Show other lines with the cursor at their end; flush first."""
        self._known.clear()
        self.set_text("\n".join(line.words.reveal() for line in lines))
        for block, line in zip(self._blocks(), lines, strict=False):
            if line.question not in self._questions:
                self._questions.append(line.question)
            block.setUserState(self._questions.index(line.question) if line.words else _UNMARKED)
        self._know_lines()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def lines(self) -> tuple[PadLine, ...]:
        """Return what is written, line by line; nothing if no line holds words."""
        self._know_lines()
        written = tuple(
            PadLine(self._question_of(block), PrivateText(words))
            for block in self._blocks()
            for words in block.text().split(_SOFT_BREAK)
        )
        return written if any(line.words for line in written) else ()

    def add_line(self, words: str) -> None:
        """Write a line of its own below all others; the cursor goes to a new one below it."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        if cursor.block().text():
            cursor.insertBlock()
        cursor.insertText(words)
        cursor.insertBlock()
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def begin_line(self, words: str) -> None:
        """Write the first words of a new line below the one with the cursor."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.beginEditBlock()
        if cursor.block().text():
            cursor.insertBlock()
        cursor.insertText(words)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a line keep its question when it is broken in two or joined with a blank one."""
        if event.text().isprintable() and event.text() and not event.modifiers() & _OF_COMMANDS:
            self._begin_anew()
        before = self.textCursor()
        if before.hasSelection() or event.key() not in (*_BREAKS, *_JOINS):
            super().keyPressEvent(event)
            return
        block = before.block()
        states = self._states_of(block)
        if event.key() == Qt.Key.Key_Backspace:
            states = self._states_of(block.previous()) + states
        elif event.key() == Qt.Key.Key_Delete:
            states += self._states_of(block.next())
        count = self.document().blockCount()
        super().keyPressEvent(event)
        here = self.textCursor().block()
        if states and self.document().blockCount() != count:
            parts = (here,) if event.key() in _JOINS else (here.previous(), here)
            for part in parts:
                part.setUserState(states[0] if part.text().strip() else _UNMARKED)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin a line of its own for words that are composed, too."""
        if event.commitString() or event.preeditString():
            self._begin_anew()
        super().inputMethodEvent(event)

    def _begin_anew(self) -> None:
        """After a step to another question, leave the line that belongs to the one before."""
        if not self._has_moved_on:
            return
        self._has_moved_on = False
        cursor = self.textCursor()
        states = self._states_of(cursor.block())
        if not cursor.hasSelection() and cursor.atBlockEnd() and states and states != [self._here]:
            cursor.insertBlock()

    def _states_of(self, block: QTextBlock) -> list[int]:
        marked = block.isValid() and block.userState() != _UNMARKED
        return [block.userState()] if marked else []

    def _mark_lines(self, position: int, _removed: int, added: int) -> None:
        block = self.document().findBlock(position)
        while block.isValid() and block.position() <= position + added:
            if not block.text().strip():
                block.setUserState(_UNMARKED)
            elif block.userState() == _UNMARKED:
                # A line that was deleted and comes back knows where it belonged.
                block.setUserState(self._known.get(block.text(), self._here))
            block = block.next()

    def _know_lines(self) -> None:
        for block in self._blocks():
            if len(block.text().lstrip(f"{UNDERNEATH} ")) > 1 and block.userState() != _UNMARKED:
                self._known[block.text()] = block.userState()

    def _question_of(self, block: QTextBlock) -> QuestionId:
        state = block.userState() if block.userState() != _UNMARKED else self._here
        return self._questions[state] if self._questions else QuestionId("")

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().firstBlock()
        while block.isValid():
            yield block
            block = block.next()


class Sheet(QWidget):
    """An opaque sheet over the notes, for when somebody walks past."""

    typed = Signal(str)
    taken_away = Signal()

    def __init__(self) -> None:
        """Say how it goes away."""
        super().__init__()
        words = self.tr("Your notes are covered. Type, or press the same keys, and they are back.")
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Muted(words, align=Qt.AlignmentFlag.AlignHCenter))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give typed words on; keys that write nothing leave the sheet where it is."""
        if event.text() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Go away."""
        self.taken_away.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the plum of the panel over everything."""
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), look.current().colour("private_ground"))
        painter.end()


class PadPanel(FreePad):
    """Shows and keeps one pad; every pause in typing is saved."""

    def __init__(self, desk: PrivateDesk, parent: QWidget | None = None) -> None:
        """Work over the private half; nothing is shown before ``open``."""
        super().__init__(parent)
        self._desk = desk
        self._conversation: ConversationId | None = None
        self._is_unsaved = False
        self._editor = PadEditor(
            self.tr("Free notes"), self.tr("Whatever you hear. A line remembers its question.")
        )
        self._sheet = Sheet()
        self._layers = QStackedWidget()
        self._sorting: PadSorting | None = None
        self._build()
        self._editor.edited.connect(self._keep)
        self._sheet.typed.connect(self._type_on)
        self._sheet.taken_away.connect(self._uncover)

    def _build(self) -> None:
        panel = PrivatePanel(
            self.tr("Free notes, private · sorted into questions afterwards"), padding=_PADDING
        )
        panel.body.setSpacing(3)
        self._layers.addWidget(self._editor)
        self._layers.addWidget(self._sheet)
        panel.body.addWidget(self._layers, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)

    def open(self, conversation: ConversationId) -> None:
        """Show the pad of a conversation with the cursor at its end; flush first."""
        self._conversation = conversation
        self._is_unsaved = False
        self._editor.show_lines(self._desk.ask(pads.lines_of, conversation).lines)
        self._layers.setCurrentWidget(self._editor)

    def stand_at(self, question: QuestionId) -> None:
        """Remember this question with every line begun from now on."""
        self._editor.stand_at(question)

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        if self._editor.is_pending():
            self._editor.flush()
        elif self._is_unsaved:
            self._keep()
        return not self._is_unsaved

    def is_unsaved(self) -> bool:
        """Return whether the last attempt to save failed and the words are only on the screen."""
        return self._is_unsaved

    def unsaved(self) -> tuple[Pad, ...]:
        """Return the pad on the screen if it could not be saved; for the sealed draft."""
        pad = self._pad()
        return (pad,) if self._is_unsaved and pad is not None else ()

    def count(self) -> int:
        """Return how many lines hold words and wait to be sorted."""
        if self._conversation is None:
            return 0
        return self._desk.ask(pads.lines_of, self._conversation).count

    def focus_pad(self) -> None:
        """Put the keyboard into the pad, or onto the sheet that covers it."""
        (self._sheet if self._is_covered() else self._editor).setFocus()

    def mark_moment(self) -> None:
        """Write the time on a line of its own."""
        self._editor.add_line(f"— {self._desk.ask(clock.now):%H:%M} —")

    def go_underneath(self) -> None:
        """Begin a line for what came underneath; it goes to the second layer of its question."""
        self._uncover()
        self._editor.begin_line(f"{UNDERNEATH} ")

    def turn_cover(self) -> None:
        """Cover the notes, or uncover them."""
        if self._is_covered():
            self._uncover()
        else:
            self._layers.setCurrentWidget(self._sheet)
            self._sheet.setFocus()

    def sorting(self) -> SortingView:
        """Return the view in which the lines are sorted."""
        self._sorting = self._sorting or PadSorting(self._desk)
        return self._sorting

    def _is_covered(self) -> bool:
        return self._layers.currentWidget() is self._sheet

    def _uncover(self) -> None:
        self._layers.setCurrentWidget(self._editor)
        self._editor.setFocus()

    def _type_on(self, words: str) -> None:
        self._uncover()
        self._editor.insertPlainText(words)

    def _pad(self) -> Pad | None:
        if self._conversation is None:
            return None
        return Pad(self._conversation, self._editor.lines())

    def _keep(self) -> None:
        pad = self._pad()
        if pad is not None:
            self._is_unsaved = not self._desk.do(pads.write, pad).done
