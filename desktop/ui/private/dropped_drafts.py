"""The drafts that were dropped: they lie in the bin, among private words."""

from desktop.domain.ids import ConversationId
from desktop.services.private import bin as rubbish
from desktop.ui.desk import PrivateDesk
from desktop.ui.widgets.beside import DraftsBeside


class DroppedDrafts(DraftsBeside):
    """Puts the draft of a contract into the bin, and takes it out again."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half, whose bin it is."""
        self._desk = desk

    def drop(self, conversation: ConversationId) -> None:
        """Put its draft into the bin."""
        self._desk.do(rubbish.drop_draft, conversation)

    def may_come_back(self, conversation: ConversationId) -> bool:
        """Return whether a draft lies there that can take its place again."""
        return self._desk.ask(rubbish.dropped_draft, conversation) is not None

    def bring_back(self, conversation: ConversationId) -> None:
        """Let the draft dropped last take its place again."""
        dropped = self._desk.ask(rubbish.dropped_draft, conversation)
        if dropped is not None:
            self._desk.do(rubbish.bring_back, dropped)
