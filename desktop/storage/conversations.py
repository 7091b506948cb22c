"""The shelf of conversations and their paths; it holds no word that anybody said."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from desktop.domain.conversations.conversation import Conversation, Kind
from desktop.domain.conversations.path import Step, StepState
from desktop.domain.ids import ConversationId, PersonId, QuestionId
from desktop.domain.questions import Stage
from desktop.domain.shared.shares import Way
from desktop.storage.database import Database, Reader

_COLUMNS = "id, person, kind, begun, ended"

_COUNT_NOW = f"""
SELECT {_COLUMNS} FROM conversation AS c
WHERE ended IS NULL
    OR seq IN (SELECT seq FROM (SELECT seq, max(begun) FROM conversation GROUP BY person, kind))
    OR (kind <> 'check-in' AND NOT EXISTS (
        SELECT 1 FROM share AS s WHERE s.conversation = c.id AND s.way IN ({{ways}})))
ORDER BY datetime(begun) DESC, seq DESC
"""


class ConversationsReader:
    """Gives conversations."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def get(self, conversation: ConversationId) -> Conversation:
        """Return one conversation; KeyError if there is none."""
        row = self._reader.row(f"SELECT {_COLUMNS} FROM conversation WHERE id = ?", conversation)
        if row is None:
            raise KeyError(conversation)
        return _conversation(row)

    def of(self, person: PersonId) -> tuple[Conversation, ...]:
        """Return a person's conversations, the latest first."""
        rows = self._reader.rows(
            f"SELECT {_COLUMNS} FROM conversation WHERE person = ?"
            " ORDER BY datetime(begun) DESC, seq DESC",
            person,
        )
        return tuple(_conversation(row) for row in rows)

    def all(self) -> tuple[Conversation, ...]:
        """Return every conversation, the latest first."""
        rows = self._reader.rows(
            f"SELECT {_COLUMNS} FROM conversation ORDER BY datetime(begun) DESC, seq DESC"
        )
        return tuple(_conversation(row) for row in rows)

    def that_count_now(self) -> tuple[Conversation, ...]:
        """Return what is open, what owes a page, and the latest of each kind with each person.

        What today asks for is among them, and the rest of ten years is not. The latest first.
        """
        carries = [way.value for way in Way if way.carries_the_page]
        rows = self._reader.rows(_COUNT_NOW.format(ways=", ".join("?" * len(carries))), *carries)
        return tuple(_conversation(row) for row in rows)

    def since(self, day: date) -> tuple[Conversation, ...]:
        """Return every conversation that was begun or ended on a day or later, the latest first."""
        rows = self._reader.rows(
            f"SELECT {_COLUMNS} FROM conversation WHERE begun >= ?1 OR ended >= ?1"
            " ORDER BY datetime(begun) DESC, seq DESC",
            day.isoformat(),
        )
        return tuple(_conversation(row) for row in rows)

    def last_begun(self) -> dict[PersonId, datetime]:
        """Return when the latest conversation with each person was begun."""
        rows = self._reader.rows(
            "SELECT person, begun, max(datetime(begun)) FROM conversation GROUP BY person"
        )
        return {PersonId(who): datetime.fromisoformat(begun) for who, begun, _ in rows}

    def latest_of(self, kind: Kind) -> tuple[Conversation, ...]:
        """Return the latest conversation of a kind with each person."""
        rows = self._reader.rows(
            "SELECT id, person, kind, begun, ended, max(begun) FROM conversation"
            " WHERE kind = ? GROUP BY person",
            kind.value,
        )
        return tuple(_conversation(row[:-1]) for row in rows)

    def first_with_each(self) -> dict[PersonId, datetime]:
        """Return when the first conversation with each person was begun."""
        rows = self._reader.rows(
            "SELECT person, begun, min(begun) FROM conversation GROUP BY person"
        )
        return {PersonId(who): datetime.fromisoformat(begun) for who, begun, _ in rows}


class ConversationsShelf(ConversationsReader):
    """Gives and takes conversations and the manager's place in them."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._database = database

    def add(self, conversation: Conversation, steps: Sequence[Step]) -> None:
        """Put a new conversation and its path on the shelf, standing at the first question."""
        self._database.write(
            f"INSERT INTO conversation ({_COLUMNS}, standing_at) VALUES (?, ?, ?, ?, ?, ?)",
            conversation.id,
            conversation.person,
            conversation.kind.value,
            conversation.begun.isoformat(),
            conversation.ended.isoformat() if conversation.ended else None,
            steps[0].question,
        )
        self._add_steps(conversation.id, steps)

    def end(self, conversation: ConversationId, at: datetime) -> None:
        """Note when the talk was over."""
        self._database.write(
            "UPDATE conversation SET ended = ? WHERE id = ?", at.isoformat(), conversation
        )

    def steps(self, conversation: ConversationId) -> tuple[Step, ...]:
        """Return the path, each step either open or put off; what is noted is not known here."""
        rows = self._reader.rows(
            "SELECT question, stage, not_now, trusted FROM conversation_step"
            " WHERE conversation = ? ORDER BY place",
            conversation,
        )
        return tuple(
            Step(
                question=QuestionId(question),
                stage=Stage(stage),
                state=StepState.NOT_NOW if put_off else StepState.OPEN,
                is_trusted=bool(trusted),
            )
            for question, stage, put_off, trusted in rows
        )

    def lead_along(self, conversation: ConversationId, steps: Sequence[Step]) -> None:
        """Put another path in the place of the one before; where the manager stands stays."""
        self._database.write("DELETE FROM conversation_step WHERE conversation = ?", conversation)
        self._add_steps(conversation, steps)

    def _add_steps(self, conversation: ConversationId, steps: Sequence[Step]) -> None:
        self._database.write_many(
            "INSERT INTO conversation_step"
            " (conversation, place, question, stage, not_now, trusted) VALUES (?, ?, ?, ?, ?, ?)",
            [
                (conversation, place, s.question, s.stage.value, _is_off(s), int(s.is_trusted))
                for place, s in enumerate(steps)
            ],
        )

    def put_off(self, conversation: ConversationId, question: QuestionId, *, off: bool) -> None:
        """Mark a question as "not now", or take the mark away."""
        self._database.write(
            "UPDATE conversation_step SET not_now = ? WHERE conversation = ? AND question = ?",
            int(off),
            conversation,
            question,
        )

    def trust(self, conversation: ConversationId, question: QuestionId) -> None:
        """Note that there is enough trust in this conversation to ask a question."""
        self._database.write(
            "UPDATE conversation_step SET trusted = 1 WHERE conversation = ? AND question = ?",
            conversation,
            question,
        )

    def standing_at(self, conversation: ConversationId) -> str:
        """Return the question the manager stands at; "" for the closing."""
        row = self._reader.row("SELECT standing_at FROM conversation WHERE id = ?", conversation)
        if row is None:
            raise KeyError(conversation)
        return str(row[0])

    def stand_at(self, conversation: ConversationId, question: str) -> None:
        """Remember the question the manager stands at; "" for the closing."""
        self._database.write(
            "UPDATE conversation SET standing_at = ? WHERE id = ?", question, conversation
        )


def _is_off(step: Step) -> int:
    return int(step.state is StepState.NOT_NOW)


def _conversation(row: tuple[Any, ...]) -> Conversation:
    identity, person, kind, begun, ended = row
    return Conversation(
        id=ConversationId(identity),
        person=PersonId(person),
        kind=Kind(kind),
        begun=datetime.fromisoformat(begun),
        ended=datetime.fromisoformat(ended) if ended else None,
    )
