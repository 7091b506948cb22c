"""What the interview needs of the free pad and of sorting it, and no more.

The widgets behind these shapes know private words and lie a floor above.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import ConversationId, QuestionId


class SortingView(QWidget):
    """The lines of a pad on their way to their questions."""

    moved = Signal()
    """Lines went to their questions, or came back: pad and notes are to be read again."""
    left = Signal()

    def begin(self, conversation: ConversationId) -> None:
        """Show the lines of a conversation; what was moved before can no longer be undone."""
        raise NotImplementedError

    def focus_lines(self) -> None:
        """Put the keyboard where sorting begins."""
        raise NotImplementedError


class FreePad(QWidget):
    """The shape of a pad on which lines remember the question they were begun at."""

    def open(self, conversation: ConversationId) -> None:
        """Show the pad of a conversation with the cursor at its end; flush first."""
        raise NotImplementedError

    def stand_at(self, question: QuestionId) -> None:
        """Remember this question with every line begun from now on."""
        raise NotImplementedError

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        raise NotImplementedError

    def is_unsaved(self) -> bool:
        """Return whether the last attempt to save failed and the words are only on the screen."""
        raise NotImplementedError

    def count(self) -> int:
        """Return how many lines hold words and wait to be sorted."""
        raise NotImplementedError

    def focus_pad(self) -> None:
        """Put the keyboard into the pad."""
        raise NotImplementedError

    def mark_moment(self) -> None:
        """Write the time on a line of its own."""
        raise NotImplementedError

    def go_underneath(self) -> None:
        """Begin a line for what came underneath; it goes to the second layer of its question."""
        raise NotImplementedError

    def turn_cover(self) -> None:
        """Cover the notes, or uncover them."""
        raise NotImplementedError

    def sorting(self) -> SortingView:
        """Return the view in which the lines are sorted.

        Whoever asks for it has to give it a place: it does not stand inside this panel.
        """
        raise NotImplementedError
