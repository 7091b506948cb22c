"""The shelf of the recall exercise: whom the manager could speak of by heart, and when."""

from datetime import date

from desktop.domain.ids import PersonId
from desktop.domain.private.recall import Came, Recall
from desktop.storage.database import Database


class RecallsShelf:
    """Gives and takes what came of the exercise."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, recall: Recall) -> None:
        """Note one time."""
        self._database.write(
            "INSERT INTO private_recall (person, noted, came) VALUES (?, ?, ?)",
            recall.person,
            recall.on.isoformat(),
            recall.came.value,
        )

    def latest(self) -> dict[PersonId, Recall]:
        """Return the last time for each person with whom there was one."""
        rows = self._database.rows("SELECT person, noted, came FROM private_recall ORDER BY seq")
        return {
            PersonId(who): Recall(PersonId(who), date.fromisoformat(noted), Came(came))
            for who, noted, came in rows
        }
