"""The shelf of what was ticked off by hand after a conversation; it holds no words."""

from datetime import datetime

from desktop.domain.conversations.after import Check
from desktop.domain.ids import ConversationId
from desktop.storage.database import Database


class ChecksShelf:
    """Gives and takes ticks."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, conversation: ConversationId, check: Check, at: datetime) -> None:
        """Tick something off; a second tick keeps the time of the first."""
        self._database.write(
            "INSERT OR IGNORE INTO conversation_check (conversation, what, at) VALUES (?, ?, ?)",
            conversation,
            check.value,
            at.isoformat(),
        )

    def remove(self, conversation: ConversationId, check: Check) -> None:
        """Take a tick back."""
        self._database.write(
            "DELETE FROM conversation_check WHERE conversation = ? AND what = ?",
            conversation,
            check.value,
        )

    def of(self, conversation: ConversationId) -> frozenset[Check]:
        """Return what was ticked off."""
        rows = self._database.rows(
            "SELECT what FROM conversation_check WHERE conversation = ?", conversation
        )
        return frozenset(Check(what) for (what,) in rows)
