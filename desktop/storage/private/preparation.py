"""The shelf of the manager's own thinking before a conversation."""

from datetime import datetime

from desktop.domain.ids import PersonId, PlannedId
from desktop.domain.private.preparation import CheckItem, Subject, WrittenThought
from desktop.domain.private.words import PrivateText
from desktop.storage.database import Database


class PreparationShelf:
    """Gives and takes thoughts and ticks."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, which: PlannedId, subject: Subject, words: PrivateText) -> None:
        """Write a thought, or put its new words in the place of the old."""
        self._database.write(
            "INSERT INTO private_preparation (planned, subject, words) VALUES (?, ?, ?)"
            " ON CONFLICT (planned, subject) DO UPDATE SET words = excluded.words",
            which,
            subject.value,
            words.reveal(),
        )

    def of(self, person: PersonId) -> tuple[WrittenThought, ...]:
        """Return every thought written for a person, the earliest preparation first."""
        rows = self._database.rows(
            "SELECT t.planned, p.at, t.subject, t.words FROM private_preparation AS t"
            " JOIN planned_conversation AS p ON p.id = t.planned"
            " WHERE p.person = ? ORDER BY datetime(p.at), p.seq",
            person,
        )
        return tuple(
            WrittenThought(
                PlannedId(planned),
                datetime.fromisoformat(at).date(),
                Subject(subject),
                PrivateText(words),
            )
            for planned, at, subject, words in rows
        )

    def tick(self, which: PlannedId, item: CheckItem, *, ticked: bool) -> None:
        """Tick something off, or take the tick back."""
        self._database.write(
            "INSERT OR IGNORE INTO private_checklist (planned, item) VALUES (?, ?)"
            if ticked
            else "DELETE FROM private_checklist WHERE planned = ? AND item = ?",
            which,
            item.value,
        )

    def ticked(self, which: PlannedId) -> frozenset[CheckItem]:
        """Return what was ticked off by hand."""
        rows = self._database.rows("SELECT item FROM private_checklist WHERE planned = ?", which)
        return frozenset(CheckItem(item) for (item,) in rows)
