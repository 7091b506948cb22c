"""What the interview needs of the panel that holds the private notes, and no more."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import ConversationId, QuestionId


class NotesPanel(QWidget):
    """The shape of a panel for private notes; the one that knows their words lies a floor above."""

    noted_changed = Signal()

    def open(self, conversation: ConversationId, question: QuestionId) -> None:
        """Show the note to a question, with the cursor where it was; flush first."""
        raise NotImplementedError

    def noted(self) -> frozenset[QuestionId]:
        """Return the questions of the open conversation that have a note."""
        raise NotImplementedError

    def flush(self) -> bool:
        """Save what is pending, the place of the cursor too; return whether all is saved."""
        raise NotImplementedError

    def is_unsaved(self) -> bool:
        """Return whether the last attempt to save failed and the words are only on the screen."""
        raise NotImplementedError

    def focus_notes(self) -> None:
        """Put the keyboard into the note."""
        raise NotImplementedError

    def starting_words(self) -> str:
        """Return the selected line, or the one with the cursor, as a draft for the summary."""
        raise NotImplementedError

    def last_time_line(self) -> QWidget:
        """Return the line that says what was noted last time; it hides itself if there is none.

        Whoever asks for it has to give it a place: it does not stand inside this panel.
        """
        raise NotImplementedError
