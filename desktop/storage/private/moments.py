"""The shelf of moments between conversations."""

from datetime import datetime
from typing import Any

from desktop.domain.ids import GoalId, MomentId, PersonId
from desktop.domain.moments import MomentKind
from desktop.domain.private.moments import Moment
from desktop.domain.private.words import PrivateText
from desktop.storage.database import Database

_COLUMNS = "id, person, kind, noted, words, goal"


class MomentsShelf:
    """Gives and takes moments."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, which: MomentId) -> Moment | None:
        """Return one moment, or None."""
        found = self._found("id = ?", which)
        return found[0] if found else None

    def of(self, person: PersonId) -> tuple[Moment, ...]:
        """Return the moments with a person, the latest first."""
        return self._found("person = ?", person)

    def linked(self) -> tuple[Moment, ...]:
        """Return every moment that was of use for a goal."""
        return self._found("goal IS NOT NULL")

    def put(self, new: Moment) -> None:
        """Add a moment, or put its new state in the place of the old."""
        self._database.write(
            f"INSERT INTO private_moment ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET person = excluded.person, kind = excluded.kind,"
            " words = excluded.words, goal = excluded.goal",
            new.id,
            new.person,
            new.kind.value,
            new.noted.isoformat(),
            new.words.reveal(),
            new.goal,
        )

    def remove(self, which: MomentId) -> None:
        """Take a moment away."""
        self._database.write("DELETE FROM private_moment WHERE id = ?", which)

    def _found(self, where: str, *values: object) -> tuple[Moment, ...]:
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM private_moment WHERE {where} ORDER BY seq DESC", *values
        )
        return tuple(_moment(row) for row in rows)


def _moment(row: tuple[Any, ...]) -> Moment:
    which, person, kind, noted, words, goal = row
    return Moment(
        MomentId(which),
        PersonId(person),
        MomentKind(kind),
        datetime.fromisoformat(noted),
        PrivateText(words),
        GoalId(goal) if goal else None,
    )
