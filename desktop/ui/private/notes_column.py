"""The private notes of a conversation, to read beside the page that is written for both."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import ConversationId, QuestionId
from desktop.domain.people import first_name
from desktop.domain.private.answers import Answer
from desktop.domain.private.words import PrivateText
from desktop.domain.questions import QuestionBank
from desktop.domain.sharing import starting_words
from desktop.services import people
from desktop.services.private import answers, kept, pad
from desktop.services.question_bank import bank
from desktop.ui.desk import PrivateDesk
from desktop.ui.private.commitment_ideas import CommitmentIdeas
from desktop.ui.private.notes_text import NotesText
from desktop.ui.widgets.beside import NotesBeside
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.key_hint import KeyHint
from desktop.ui.widgets.text import Muted, SmallMuted

_KEYS = "Ctrl+Return"
_OTHER_KEYS = "Ctrl+Enter"  # the one beside the digits


_SPACE = "\u202f"
"""A narrow space that has a width at the end of a label too; labels keep a pixel beside it."""


class NotesColumn(NotesBeside):
    """Shows every note under the short name of its question; a chosen line begins a paragraph."""

    def __init__(self, desk: PrivateDesk, parent: QWidget | None = None) -> None:
        """Read through the private half; nothing is shown before ``show_conversation``."""
        super().__init__("", parent)
        self.set_label(self.tr("Your notes, private"))
        self._desk = desk
        self._conversation: ConversationId | None = None
        self._shown: tuple[Answer, ...] | None = None
        self._is_offered = True
        self._text = NotesText(self.tr("Your notes"))
        self._hint = _Hint()
        self._nothing = Muted(self.tr("Nothing was noted in this conversation."))
        self._unsorted = SmallMuted()
        self._ideas = CommitmentIdeas()
        self._build()
        self._listen()

    def _build(self) -> None:
        self.body.setSpacing(12)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._text, 1)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._unsorted)
        self.body.addWidget(self._ideas)
        # The notes take what they need before anything is left over.
        self.body.addStretch(0)

    def _listen(self) -> None:
        self._ideas.chosen.connect(self.commitment_chosen)
        for keys in (_KEYS, _OTHER_KEYS):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._choose)

    def show_conversation(self, conversation: ConversationId) -> None:
        """Show the notes of a conversation from the beginning."""
        self._conversation = conversation
        self._shown = None
        self.refresh()

    def refresh(self) -> None:
        """Read the notes again; nothing moves while they are the same."""
        if self._conversation is None:
            return
        self._tell_unsorted(self._desk.ask(pad.lines_of, self._conversation).count)
        self._show_ideas(self._conversation)
        found = self._desk.ask(answers.notes_of, self._conversation)
        if found == self._shown:
            return
        self._shown = found
        known = self._desk.ask(bank)
        self._text.tell(tuple((_short(a.question, known), a.whole.reveal().strip()) for a in found))
        self._text.setVisible(bool(found))
        self._hint.setVisible(bool(found) and self._is_offered)
        self._nothing.setVisible(not found)

    def offer_lines(self, offered: bool) -> None:
        """Let lines be chosen, or only be read while the page takes no more."""
        self._is_offered = offered
        self._hint.setVisible(bool(self._shown) and offered)
        self._ideas.offer(offered)

    def _tell_unsorted(self, count: int) -> None:
        one = self.tr("One line of free notes is not sorted yet.")
        many = self.tr("{count} lines of free notes are not sorted yet.").format(count=count)
        self._unsorted.setText(one if count == 1 else many)
        self._unsorted.setVisible(count > 0)

    def _show_ideas(self, conversation: ConversationId) -> None:
        ideas = self._desk.ask(kept.commitment_ideas, conversation)
        who = self._desk.ask(people.person_in, conversation)
        self._ideas.tell(ideas, first_name(who.name))

    def count(self) -> int:
        """Return how many questions have a note."""
        return len(self._shown or ())

    def _choose(self) -> None:
        words = starting_words(PrivateText(self._text.chosen()))
        if words and self._is_offered:
            self.line_chosen.emit(words)


def _short(question: QuestionId, known: QuestionBank) -> str:
    # A question may have left the bank since; what was noted to it stays.
    return known[question].short if question in known else ""


class _Hint(QWidget):
    """One sentence with a key cap in its midst, wrapped word by word around it."""

    def __init__(self) -> None:
        super().__init__()
        sentence = self.tr(
            "Select a line and press {keys} to write it into the summary in shareable words."
        )
        before, _, after = sentence.partition("{keys}")
        row = FlowLayout(self, gap=0, row_gap=1)
        row.addWidget(SmallMuted(before.strip() + _SPACE))
        row.addWidget(KeyHint(_KEYS))
        row.addWidget(SmallMuted(_SPACE))
        for word in after.split():
            row.addWidget(SmallMuted(word + _SPACE))
        self.setAccessibleName(sentence.format(keys=_KEYS))
