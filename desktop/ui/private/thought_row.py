"""One subject to think through: what the manager writes, and what the vault already knows."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from desktop.domain.private.preparation import Subject
from desktop.ui import look
from desktop.ui.look import spacing
from desktop.ui.widgets.card import Hairline
from desktop.ui.widgets.editors import GrowingEditor
from desktop.ui.widgets.text import SmallMuted, Text, plain_tooltip

_SHARES = (366, 214)
_ROOM = 420
"""Pixels at 100 % text below which what is known stands under what is written."""


class Prompt(Text):
    """What to think about, in bold at the size of the answer."""

    role = "body_strong"


class ThoughtRow(QFrame):
    """A prompt with an editor under it, at the right what is known; a hairline at the foot."""

    edited = Signal(str)

    def __init__(self, subject: Subject) -> None:
        """Wait for the words."""
        super().__init__()
        self._subject = subject
        self._saved = ""
        self._is_unsaved = self._has_column = False
        self._prompt = Prompt()
        self._editor = GrowingEditor(
            "", role="body", placeholder=self.tr("Write a line, or leave it")
        )
        self._from = SmallMuted()
        self._known = SmallMuted()
        self._beside = QWidget()
        self._line = Hairline(upright=True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._build()
        self._editor.edited.connect(self._announce)

    def ask(self, prompt: str) -> None:
        """Ask in words that name the person."""
        self._prompt.setText(prompt)
        self._editor.setAccessibleName(prompt)

    def tell(self, words: str, carried_from: str) -> None:
        """Show what is kept, unless it is being written; say where it was carried from."""
        self._from.setText(carried_from)
        self._from.setVisible(bool(carried_from))
        if self._editor.hasFocus() or self._editor.is_pending() or self._is_unsaved:
            return
        self._saved = words
        if words != self._editor.text():
            self._editor.set_text(words)

    def tell_known(self, words: str, whole: str, *, has_column: bool) -> None:
        """Say what the vault knows; ``whole`` is there on hover.

        ``has_column`` keeps its place free where other rows have something to say.
        """
        self._has_column = has_column
        self._known.setText(words)
        self._known.setToolTip(plain_tooltip(whole).replace("\n", "<br>") if whole else "")
        self._known.setAccessibleDescription(whole)
        self._arrange()

    def text(self) -> str:
        """Return what is written."""
        return self._editor.text()

    def is_changed(self) -> bool:
        """Return whether what is written is something else than what is kept."""
        return self._is_unsaved or self._editor.text() != self._saved

    def is_free(self) -> bool:
        """Return whether nothing is being written here."""
        return not (self._editor.hasFocus() or self._editor.is_pending() or self._is_unsaved)

    def note_saved(self, saved: bool) -> None:
        """Remember whether the words on the screen are kept."""
        self._is_unsaved = not saved
        if saved:
            self._saved = self._editor.text()

    def flush(self) -> bool:
        """Announce what is pending; return whether all of it is kept."""
        self._editor.flush()
        if self.is_changed():
            self._announce()
        return not self._is_unsaved

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what is known beside the words, or below them where there is no room."""
        super().resizeEvent(event)
        stacks = self._is_stacked()
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if stacks else direction.LeftToRight)
        self._arrange()

    def _arrange(self) -> None:
        stacks, knows = self._is_stacked(), bool(self._known.text())
        self._line.setVisible(knows and not stacks)
        self._beside.setVisible(knows or (self._has_column and not stacks))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline at the foot."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.current().colour("line"))
        painter.end()

    def _build(self) -> None:
        own = QWidget()
        column = QVBoxLayout(own)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for part in (self._prompt, self._editor, self._from):
            column.addWidget(part)
        column.addStretch(1)
        beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(14)
        beside.addWidget(self._line)
        words = QVBoxLayout()
        words.addWidget(self._known)
        words.addStretch(1)
        beside.addLayout(words, 1)
        self._row.setContentsMargins(0, 9, 0, 10)
        self._row.setSpacing(spacing.GRID)
        self._row.addWidget(own, _SHARES[0])
        self._row.addWidget(self._beside, _SHARES[1])
        self._from.hide()

    def _is_stacked(self) -> bool:
        return self.width() < look.current().scaled(_ROOM)

    def _announce(self) -> None:
        self.edited.emit(self._subject.value)
