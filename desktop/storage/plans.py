"""The shelf of planned conversations and the messages written for them."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from desktop.domain.conversations.conversation import Kind
from desktop.domain.conversations.planned import Planned
from desktop.domain.ids import ConversationId, PersonId, PlannedId, QuestionId
from desktop.domain.questions import Stage
from desktop.domain.shared.messages import Message, MessageKind
from desktop.storage.database import Database, Reader

_COLUMNS = "id, person, kind, stage, at, minutes, conversation, cancelled"


class PlansReader:
    """Gives planned conversations."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def get(self, which: PlannedId) -> Planned:
        """Return one booking; KeyError if there is none."""
        row = self._reader.row(f"SELECT {_COLUMNS} FROM planned_conversation WHERE id = ?", which)
        if row is None:
            raise KeyError(which)
        return _planned(row)

    def all(self) -> tuple[Planned, ...]:
        """Return every booking, also cancelled and held ones, the earliest first."""
        rows = self._reader.rows(
            f"SELECT {_COLUMNS} FROM planned_conversation ORDER BY datetime(at), seq"
        )
        return tuple(_planned(row) for row in rows)

    def that_count_now(self) -> tuple[Planned, ...]:
        """Return the bookings still to be held, and those called off; the earliest first.

        All that ``Planned.waits`` lets through is among them, without reading ten years of talks.
        """
        rows = self._reader.rows(
            "SELECT id, p.person, p.kind, stage, at, minutes, conversation, cancelled"
            " FROM planned_conversation AS p LEFT JOIN (SELECT person, kind,"
            " max(substr(begun, 1, 10)) AS day FROM conversation GROUP BY person, kind) AS held"
            " ON held.person = p.person AND held.kind = p.kind WHERE conversation IS NULL"
            " AND (cancelled IS NOT NULL OR held.day IS NULL OR held.day < substr(at, 1, 10))"
            " ORDER BY datetime(at), seq"
        )
        return tuple(_planned(row) for row in rows)

    def of(self, person: PersonId) -> tuple[Planned, ...]:
        """Return a person's bookings, also cancelled and held ones, the earliest first."""
        rows = self._reader.rows(
            f"SELECT {_COLUMNS} FROM planned_conversation WHERE person = ?"
            " ORDER BY datetime(at), seq",
            person,
        )
        return tuple(_planned(row) for row in rows)

    def message(self, which: PlannedId, kind: MessageKind) -> Message:
        """Return a message as far as it was written or sent."""
        row = self._reader.row(
            "SELECT text, sent FROM planned_message WHERE planned = ? AND message = ?",
            which,
            kind.value,
        )
        text, sent = row or (None, None)
        return Message(kind, text, date.fromisoformat(sent) if sent else None)

    def questions(self, which: PlannedId) -> frozenset[QuestionId]:
        """Return the questions picked for a booking; none means what its kind asks."""
        rows = self._reader.rows("SELECT question FROM planned_question WHERE planned = ?", which)
        return frozenset(QuestionId(question) for (question,) in rows)


class PlansShelf(PlansReader):
    """Gives and takes planned conversations."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._database = database

    def put(self, planned: Planned) -> None:
        """Add a booking, or put its new state in the place of the old."""
        self._database.write(
            f"INSERT INTO planned_conversation ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, stage = excluded.stage,"
            " at = excluded.at, minutes = excluded.minutes, conversation = excluded.conversation,"
            " cancelled = excluded.cancelled",
            planned.id,
            planned.person,
            planned.kind.value,
            planned.stage.value if planned.stage else None,
            planned.at.isoformat(),
            planned.minutes,
            planned.conversation,
            planned.cancelled.isoformat() if planned.cancelled else None,
        )

    def put_questions(self, which: PlannedId, questions: Collection[QuestionId]) -> None:
        """Pick these questions for a booking instead of those picked before."""
        self._database.write("DELETE FROM planned_question WHERE planned = ?", which)
        self._database.write_many(
            "INSERT INTO planned_question (planned, question) VALUES (?, ?)",
            [(which, question) for question in questions],
        )

    def put_message(self, which: PlannedId, message: Message) -> None:
        """Write a message, or put its new state in the place of the old."""
        self._database.write(
            "INSERT INTO planned_message (planned, message, text, sent) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (planned, message) DO UPDATE"
            " SET text = excluded.text, sent = excluded.sent",
            which,
            message.kind.value,
            message.text,
            message.sent.isoformat() if message.sent else None,
        )


def _planned(row: tuple[Any, ...]) -> Planned:
    identity, person, kind, stage, at, minutes, conversation, cancelled = row
    return Planned(
        id=PlannedId(identity),
        person=PersonId(person),
        kind=Kind(kind),
        at=datetime.fromisoformat(at),
        minutes=minutes,
        stage=Stage(stage) if stage else None,
        conversation=ConversationId(conversation) if conversation else None,
        cancelled=datetime.fromisoformat(cancelled) if cancelled else None,
    )
