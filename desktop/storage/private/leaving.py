"""The shelf of readings of leaving signals; nothing is ever counted from it."""

from datetime import date

from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.private.leaving import Ease, Form, Reading
from desktop.storage.database import Database


class LeavingShelf:
    """Gives and takes readings, one a conversation."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, reading: Reading) -> None:
        """Write a reading, or put the new one in the place of the old."""
        self._database.write(
            "INSERT OR REPLACE INTO private_leaving_reading (conversation, noted, ease, form)"
            " VALUES (?, ?, ?, ?)",
            reading.conversation,
            reading.on.isoformat(),
            reading.ease or "",
            reading.form or "",
        )

    def remove(self, conversation: ConversationId) -> None:
        """Take a reading away."""
        self._database.write(
            "DELETE FROM private_leaving_reading WHERE conversation = ?", conversation
        )

    def get(self, conversation: ConversationId) -> Reading | None:
        """Return the reading of a conversation, or None."""
        rows = self._found("r.conversation = ?", conversation)
        return rows[0] if rows else None

    def of(self, person: PersonId) -> tuple[Reading, ...]:
        """Return a person's readings, the latest conversation first."""
        return self._found("c.person = ?", person)

    def _found(self, where: str, value: str) -> tuple[Reading, ...]:
        rows = self._database.rows(
            "SELECT r.conversation, r.noted, r.ease, r.form FROM private_leaving_reading AS r"
            " JOIN conversation AS c ON c.id = r.conversation"
            f" WHERE {where} ORDER BY datetime(c.begun) DESC, c.seq DESC",
            value,
        )
        return tuple(
            Reading(
                ConversationId(talk),
                date.fromisoformat(noted),
                Ease(ease) if ease else None,
                Form(form) if form else None,
            )
            for talk, noted, ease, form in rows
        )
