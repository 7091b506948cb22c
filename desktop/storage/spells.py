"""The counter of changes that travels in the vault file (security.md, rows 7 and 10)."""

from desktop.domain.ids import fresh
from desktop.domain.spells import Mark
from desktop.storage.database import Database


class Spells:
    """Counts what this opening writes, inside the very transactions that write it."""

    def __init__(self, database: Database, computer: str) -> None:
        """Count from now on; ``computer`` is a random mark of this one."""
        self._database = database
        self._computer = computer
        self._mine = fresh()
        database.count_changes_with(self._count)

    def latest(self) -> Mark | None:
        """Return how far the vault has come; None before anything was written."""
        row = self._database.row(
            "SELECT id, number, changes FROM spell ORDER BY number DESC LIMIT 1"
        )
        return Mark(str(row[0]), int(row[1]), int(row[2])) if row else None

    def changes_of(self, spell: str) -> int | None:
        """Return how many changes the file holds of a spell; None if it never heard of it."""
        row = self._database.row("SELECT changes FROM spell WHERE id = ?", spell)
        return int(row[0]) if row else None

    def _count(self) -> None:
        # As one statement, so that a transaction that fails leaves nothing to be remembered here.
        self._database.write(
            "INSERT INTO spell (id, computer, changes) VALUES (?, ?, 1) "
            "ON CONFLICT (id) DO UPDATE SET changes = changes + 1",
            self._mine,
            self._computer,
        )
