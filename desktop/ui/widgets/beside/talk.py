"""What a page asks of the private panels before, during and after a conversation."""

from PySide6.QtCore import Signal

from desktop.domain.ids import ConversationId, PersonId, PlannedId
from desktop.ui.widgets.beside.shapes import ReadAgain, Written
from desktop.ui.widgets.card import Card, PrivatePanel


class NotesBeside(ReadAgain):
    """The notes of a conversation beside the page that grows out of it."""

    line_chosen = Signal(str)
    """Carries words that the manager chose to write into the summary."""

    commitment_chosen = Signal(str, str)
    """Carries an ``Owner`` and words with which the manager chose to begin a commitment."""

    def show_conversation(self, conversation: ConversationId) -> None:
        """Show the notes of a conversation."""
        raise NotImplementedError

    def offer_lines(self, offered: bool) -> None:
        """Let lines be chosen, or only be read while the page takes no more."""

    def count(self) -> int:
        """Return how many questions have a note; what it says stays in here."""
        raise NotImplementedError


class DraftsBeside:
    """The drafts of a contract that were dropped, for as long as they can be brought back."""

    def drop(self, conversation: ConversationId) -> None:
        """Put the draft of a conversation away; what was agreed is the last word again."""
        raise NotImplementedError

    def may_come_back(self, conversation: ConversationId) -> bool:
        """Return whether a draft was dropped that can take its place again."""
        raise NotImplementedError

    def bring_back(self, conversation: ConversationId) -> None:
        """Let the draft dropped last take its place again."""
        raise NotImplementedError


class ThinkingBeside(Written):
    """The manager's own thinking before a conversation."""

    def show_plan(self, which: PlannedId) -> None:
        """Show what was thought for a planned conversation; flush first."""
        raise NotImplementedError


class ReadyBeside(Card):
    """What makes a manager ready, to tick off."""

    prompt_sent_turned = Signal(bool)
    """The reflection prompt was marked as sent, or the mark was taken back."""

    def show_plan(self, which: PlannedId) -> None:
        """Show what is ready for a planned conversation."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again what is ready."""
        raise NotImplementedError


class BriefBeside(PrivatePanel):
    """What to read right before a conversation."""

    def show_plan(self, which: PlannedId) -> None:
        """Show the brief for a planned conversation."""
        raise NotImplementedError


class OpeningsBeside(PrivatePanel):
    """What is open for the person of a conversation."""

    def show_conversation(self, conversation: ConversationId | None) -> None:
        """Show what is open for its person; None shows nothing."""
        raise NotImplementedError


class StaysBeside(PrivatePanel):
    """What stays in the vault, and whether any of it stands in the page that leaves."""

    reword_asked = Signal()
    verdict_changed = Signal()

    def forget_page(self) -> None:
        """Say nothing until another page has been looked at; until then nothing may leave."""
        raise NotImplementedError

    def show_page(self, conversation: ConversationId, page_text: str) -> None:
        """Look for private sentences in what can be read on the page."""
        raise NotImplementedError

    def show_page_about(self, person: PersonId, page_text: str) -> None:
        """Look in the same way at a page that belongs to no conversation."""
        raise NotImplementedError

    def may_leave(self) -> bool:
        """Return whether nothing private was found, or the manager let it go deliberately."""
        raise NotImplementedError
