"""The shelf of answers to whether somebody sees a future here."""

from datetime import date, datetime

from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.private.future import FutureHere
from desktop.storage.database import Database


class FutureShelf:
    """Gives and takes answers, one a conversation."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, conversation: ConversationId, noted: date, answer: int) -> None:
        """Write an answer, or put the new one in the place of the old."""
        self._database.write(
            "INSERT OR REPLACE INTO private_future_here (conversation, noted, answer)"
            " VALUES (?, ?, ?)",
            conversation,
            noted.isoformat(),
            answer,
        )

    def remove(self, conversation: ConversationId) -> None:
        """Take an answer away."""
        self._database.write("DELETE FROM private_future_here WHERE conversation = ?", conversation)

    def get(self, conversation: ConversationId) -> int | None:
        """Return the answer that was given in a conversation, or None."""
        row = self._database.row(
            "SELECT answer FROM private_future_here WHERE conversation = ?", conversation
        )
        return int(row[0]) if row else None

    def all(self, person: PersonId | None = None) -> tuple[FutureHere, ...]:
        """Return every answer, or those of one person, the earliest conversation first."""
        where, values = ("WHERE c.person = ?", (person,)) if person else ("", ())
        rows = self._database.rows(
            "SELECT c.person, f.conversation, c.begun, f.answer FROM private_future_here AS f"
            f" JOIN conversation AS c ON c.id = f.conversation {where}"
            " ORDER BY datetime(c.begun), c.seq",
            *values,
        )
        return tuple(
            FutureHere(
                PersonId(who), ConversationId(talk), datetime.fromisoformat(begun).date(), answer
            )
            for who, talk, begun, answer in rows
        )
