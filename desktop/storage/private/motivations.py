"""The shelf of motivations and their weights."""

from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.motivations import Motivation
from desktop.domain.private.motivations import Source, Weighed
from desktop.domain.private.words import PrivateText
from desktop.storage.database import Database


class MotivationsShelf:
    """Gives and takes weights; each conversation keeps what was heard in it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, weighed: Weighed) -> None:
        """Write what a motivation weighs in a conversation; what was said of it stays."""
        self._database.write(
            "INSERT INTO private_motivation (conversation, motivation, weight, words, source)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT (conversation, motivation)"
            " DO UPDATE SET weight = excluded.weight,"
            " words = CASE words WHEN '' THEN excluded.words ELSE words END",
            weighed.conversation,
            weighed.motivation,
            weighed.weight,
            weighed.words.reveal(),
            weighed.source or "",
        )

    def put_source(
        self, conversation: ConversationId, motivation: Motivation, source: Source | None
    ) -> None:
        """Write where a motivation comes from; None leaves that open."""
        self._database.write(
            "UPDATE private_motivation SET source = ? WHERE conversation = ? AND motivation = ?",
            source or "",
            conversation,
            motivation,
        )

    def remove(self, conversation: ConversationId, motivation: Motivation) -> None:
        """Take away what was heard of a motivation in a conversation."""
        self._database.write(
            "DELETE FROM private_motivation WHERE conversation = ? AND motivation = ?",
            conversation,
            motivation,
        )

    def was_weighed_before(self, conversation: ConversationId, motivation: Motivation) -> bool:
        """Return whether an earlier conversation with the same person knows this motivation."""
        row = self._database.row(
            "SELECT 1 FROM private_motivation AS m"
            " JOIN conversation AS c ON c.id = m.conversation"
            " JOIN conversation AS this ON this.id = ?"
            " WHERE m.motivation = ? AND m.weight > 0 AND c.person = this.person"
            " AND (datetime(c.begun), c.seq) < (datetime(this.begun), this.seq)",
            conversation,
            motivation,
        )
        return row is not None

    def of(self, person: PersonId, *, until: ConversationId | None = None) -> tuple[Weighed, ...]:
        """Return what each motivation of a person weighed last, 0 included.

        With ``until``, only that conversation and those begun before it count.
        """
        rows = self._database.rows(
            "SELECT m.conversation, m.motivation, m.weight, m.words, m.source"
            " FROM private_motivation AS m"
            " JOIN conversation AS c ON c.id = m.conversation"
            " WHERE c.person = ? AND (? IS NULL OR (datetime(c.begun), c.seq) <="
            " (SELECT datetime(begun), seq FROM conversation WHERE id = ?))"
            " ORDER BY datetime(c.begun), c.seq",
            person,
            until,
            until,
        )
        last = {
            Motivation(name): Weighed(
                ConversationId(talk),
                Motivation(name),
                weight,
                PrivateText(words),
                Source(source) if source else None,
            )
            for talk, name, weight, words, source in rows
        }
        return tuple(last[motivation] for motivation in Motivation if motivation in last)
