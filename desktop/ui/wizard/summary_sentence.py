"""The sentence for both that may grow out of a question while the talk goes on."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import ConversationId, ParagraphId, QuestionId
from desktop.domain.shared.unsaved import UnsavedParagraph
from desktop.services import summaries
from desktop.ui.desk import Desk
from desktop.ui.widgets.card import SharedPanel
from desktop.ui.widgets.editors import GrowingEditor
from desktop.ui.widgets.text import SmallMuted


class SummarySentence(SharedPanel):
    """One paragraph of the summary, remembered by the question it grew from."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, placeholder: str = "") -> None:
        """Write through ``desk``; nothing is shown before ``open``."""
        super().__init__("", parent)
        self.set_label(self.tr("For the summary you will share"))
        self._desk = desk
        self._conversation = ConversationId("")
        self._question = QuestionId("")
        self._paragraph: ParagraphId | None = None
        self._unsaved = False
        self._draft = ""
        self._editor = GrowingEditor(
            self.tr("For the summary you will share"),
            placeholder=placeholder
            or self.tr("One sentence in words meant for both, if there is one"),
        )
        self._reminder = SmallMuted(
            self.tr("This is still your note as it stands. Put it in words meant for both.")
        )
        self._shared = SmallMuted(
            self.tr("This summary is shared. Its next version begins on the contract page.")
        )
        self._build()

    def _build(self) -> None:
        self.body.setSpacing(4)
        for part in (self._editor, self._reminder, self._shared):
            self.body.addWidget(part)
        self._reminder.hide()
        self._shared.hide()
        self._editor.edited.connect(self._keep)
        self._editor.textChanged.connect(self._remind)

    def open(self, conversation: ConversationId, question: QuestionId) -> None:
        """Show the sentence that grew from a question; flush first."""
        self._conversation = conversation
        self._question = question
        self._draft = ""
        self._read()

    def refresh(self) -> None:
        """Read the sentence again, unless the manager is writing it."""
        if not (self._editor.hasFocus() or self._editor.is_pending() or self._unsaved):
            self._read()

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        if self._editor.is_pending():
            self._editor.flush()
        elif self._unsaved:
            self._keep()
        return not self._unsaved

    def is_unsaved(self) -> bool:
        """Return whether the last attempt to save failed."""
        return self._unsaved

    def unsaved(self) -> tuple[UnsavedParagraph, ...]:
        """Return the sentence if it could not be saved; for the sealed draft."""
        if not self._unsaved:
            return ()
        words = self._editor.text()
        return (UnsavedParagraph(self._conversation, words, self._paragraph, self._question),)

    def offer(self, words: str) -> None:
        """Take words as a first draft if there are none yet; then the keyboard goes here.

        A reminder stands beneath for as long as the draft is left as it came.
        """
        if words and not self._editor.text().strip() and not self._editor.isReadOnly():
            self._draft = words
            self._editor.selectAll()
            self._editor.insertPlainText(words)
        self._editor.moveCursor(QTextCursor.MoveOperation.End)
        self._editor.setFocus()

    def _read(self) -> None:
        is_shared = self._desk.ask(summaries.is_shared, self._conversation)
        self._editor.setReadOnly(is_shared)
        self._shared.setVisible(is_shared)
        found = self._desk.ask(summaries.grown_from, self._conversation, self._question)
        self._paragraph = found.id if found else None
        text = found.text if found else ""
        if text != self._editor.text():
            self._editor.set_text(text)
            self._editor.moveCursor(QTextCursor.MoveOperation.End)
        self._remind()

    def _keep(self) -> None:
        answer = self._desk.do(
            summaries.write,
            self._conversation,
            self._editor.text(),
            paragraph=self._paragraph,
            question=self._question,
        )
        self._unsaved = not answer.done
        if answer.done:
            self._paragraph = answer.value

    def _remind(self) -> None:
        as_it_came = bool(self._draft) and self._editor.text().strip() == self._draft
        self._reminder.setVisible(as_it_came)
