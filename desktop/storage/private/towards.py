"""The shelf of what achievements were steps towards, as the manager said."""

from desktop.domain.ids import GoalId, KeptId, PersonId
from desktop.storage.database import Database


class TowardsShelf:
    """Gives and takes what was said of achievements."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, kept: KeptId, goal: GoalId | None) -> None:
        """Note that an achievement was a step towards a goal, or beside all of them."""
        self._database.write(
            "INSERT OR REPLACE INTO private_towards (kept, goal) VALUES (?, ?)", kept, goal
        )

    def remove(self, kept: KeptId) -> None:
        """Take back what was said of an achievement."""
        self._database.write("DELETE FROM private_towards WHERE kept = ?", kept)

    def of(self, person: PersonId) -> dict[KeptId, GoalId | None]:
        """Return what was said of a person's achievements."""
        rows = self._database.rows(
            "SELECT t.kept, t.goal FROM conversation AS c"
            " CROSS JOIN private_kept AS k ON k.conversation = c.id"
            " JOIN private_towards AS t ON t.kept = k.id WHERE c.person = ?",
            person,
        )
        return {KeptId(kept): GoalId(goal) if goal else None for kept, goal in rows}
