"""What we talked about: the summary while it is being written."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain import ids
from desktop.domain.ids import ParagraphId
from desktop.domain.shared.summary import Paragraph
from desktop.domain.shared.unsaved import UnsavedParagraph
from desktop.ui.pages.contract.changes import Changes
from desktop.ui.pages.contract.pen import Pen
from desktop.ui.widgets.editors import GrowingEditor
from desktop.ui.widgets.text import SmallMuted

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Reasons to lose the keyboard from which it comes back by itself."""


class SummaryParagraphs(QWidget):
    """One editor for each paragraph, and an empty one at the end to write the next."""

    rearranged = Signal()

    def __init__(self, pen: Pen, person: str) -> None:
        """``person`` is the name that people say; ``tell`` brings what is written already."""
        super().__init__()
        self._pen = pen
        self._person = person
        self._written: dict[ParagraphId, _WrittenParagraph] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(7)
        self._next = self._new(ParagraphId(ids.fresh()))

    def tell(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Show the paragraphs; what is being written stays as it is."""
        known = set(self._written)
        saved = {paragraph.id for paragraph in paragraphs}
        for paragraph in paragraphs:
            written = self._written.get(paragraph.id) or self._new(paragraph.id, before_next=True)
            written.tell(paragraph.text)
        for gone in [p for p in self._written.values() if p.identity not in saved]:
            if gone is not self._next and gone.is_idle():
                self._drop(gone)
        if self._next.identity in saved:
            self._next = self._new(ParagraphId(ids.fresh()))
        self._name()
        if known != set(self._written):
            self.rearranged.emit()

    def mark(self, theirs: frozenset[ParagraphId]) -> None:
        """Mark the paragraphs that stand in the person's own words, and no others."""
        for paragraph in self._written.values():
            paragraph.mark(is_theirs=paragraph.identity in theirs)

    def offer(self, words: str) -> None:
        """Begin a new paragraph with words that came from a note; the keyboard goes there."""
        if not self._next.is_empty():
            self._next.save_now()
        if not self._next.is_empty():
            self._next = self._new(ParagraphId(ids.fresh()))
            self._name()
        self._next.offer(words)

    def take_keyboard(self) -> None:
        """Put the keyboard into the first paragraph, behind what stands there."""
        next(iter(self._in_order())).take_keyboard()

    def save_now(self) -> bool:
        """Save what is pending; return whether all is saved."""
        saved = [paragraph.save_now() for paragraph in list(self._written.values())]
        return all(saved)

    def unsaved(self) -> tuple[UnsavedParagraph, ...]:
        """Return the paragraphs that could not be saved."""
        return tuple(draft for written in self._written.values() for draft in written.unsaved())

    def _new(self, identity: ParagraphId, *, before_next: bool = False) -> "_WrittenParagraph":
        made = _WrittenParagraph(identity, self._pen, self._person)
        made.left_empty.connect(self._read_again)
        place = self._column.indexOf(self._next) if before_next else self._column.count()
        self._column.insertWidget(place, made)
        made.show()  # else the layout shows it only later, and it could not take the keyboard
        self._written[identity] = made
        return made

    def _drop(self, gone: "_WrittenParagraph") -> None:
        del self._written[gone.identity]
        self._column.removeWidget(gone)
        gone.hide()
        gone.deleteLater()

    def _read_again(self) -> None:
        self.tell(self._pen.paragraphs())

    def _name(self) -> None:
        for number, paragraph in enumerate(self._in_order(), start=1):
            # The tab key follows the order of the children, and raising brings one to its end.
            paragraph.raise_()
            paragraph.name(number, is_next=paragraph is self._next)

    def _in_order(self) -> "Iterator[_WrittenParagraph]":
        for place in range(self._column.count()):
            item = self._column.itemAt(place)
            paragraph = item.widget() if item else None
            if isinstance(paragraph, _WrittenParagraph):
                yield paragraph


class _WrittenParagraph(QWidget):
    """An editor that knows which paragraph it writes before the first word stands in it."""

    left_empty = Signal()

    def __init__(self, identity: ParagraphId, pen: Pen, person: str) -> None:
        super().__init__()
        self.identity = identity
        self._pen = pen
        self._changes = Changes(self._save)
        self._saved = ""
        self._draft = ""
        self._editor = _ParagraphEditor("")
        self._reminder = SmallMuted(self.tr("Put it in words meant for both."))
        self._theirs = SmallMuted(self.tr("In {name}’s words").format(name=person))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self._editor, self._reminder, self._theirs):
            column.addWidget(part)
        self._reminder.hide()
        self._theirs.hide()
        self._editor.edited.connect(self._note)
        self._editor.left.connect(self._leave)
        self._editor.textChanged.connect(self._remind)

    def name(self, number: int, *, is_next: bool) -> None:
        """Say to a screen reader which paragraph this is, and what may be written into it."""
        self._editor.setAccessibleName(self.tr("Summary, paragraph {n}").format(n=number))
        words = ""
        if is_next:
            first = self.tr("What you both want to remember, in words meant for both")
            words = first if number == 1 else self.tr("Another paragraph")
        if words != self._editor.placeholderText():
            self._editor.setPlaceholderText(words)

    def tell(self, text: str) -> None:
        """Show what is saved, unless it is being written."""
        if self.is_idle():
            self._saved = text
            if text != self._editor.text():
                self._editor.set_text(text)

    def mark(self, *, is_theirs: bool) -> None:
        """Say whether it stands in the person's own words."""
        self._theirs.setVisible(is_theirs)

    def offer(self, words: str) -> None:
        """Begin with words that are still to be put into better ones."""
        self._draft = words
        self._editor.insertPlainText(words)
        self._editor.moveCursor(QTextCursor.MoveOperation.End)
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._remind()

    def take_keyboard(self) -> None:
        """Put the keyboard behind the last word."""
        self._editor.moveCursor(QTextCursor.MoveOperation.End)
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_idle(self) -> bool:
        """Return whether the manager is neither writing here nor waiting for it to be saved."""
        busy = self._editor.hasFocus() or self._editor.is_pending()
        return not busy and "text" not in self._changes

    def is_empty(self) -> bool:
        """Return whether nothing is written here."""
        return not self._editor.text().strip()

    def save_now(self) -> bool:
        """Save what is pending; return whether all is saved."""
        self._editor.flush()
        if self._editor.text() != self._saved:
            self._changes.note(text=self._editor.text())
        return self._changes.save_now()

    def unsaved(self) -> tuple[UnsavedParagraph, ...]:
        """Return the paragraph if it could not be saved."""
        waiting = self._changes.waiting()
        if "text" not in waiting:
            return ()
        return (self._pen.unsaved_paragraph(self.identity, waiting["text"]),)

    def _note(self) -> None:
        # An emptied paragraph keeps its place for as long as new words may still come.
        if not (self.is_empty() and self._editor.hasFocus()):
            self._changes.note(text=self._editor.text())

    def _leave(self) -> None:
        if self.is_empty():
            self.save_now()
            self.left_empty.emit()

    def _remind(self) -> None:
        as_it_came = bool(self._draft) and self._editor.text().strip() == self._draft
        self._reminder.setVisible(as_it_came)

    def _save(self, text: str) -> bool:
        saved = self._pen.write(self.identity, text)
        self._saved = text if saved else self._saved
        return saved


class _ParagraphEditor(GrowingEditor):
    """Tells when the writer has turned to something else for good."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.left.emit()
