"""What the manager chose for this vault, by name."""

from desktop.storage.database import Database


class SettingsShelf:
    """Names and values; what they mean is for the services to say."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def value(self, name: str) -> str | None:
        """Return what was chosen, or None where nothing was."""
        row = self._database.row("SELECT value FROM setting WHERE name = ?", name)
        return str(row[0]) if row else None

    def choose(self, name: str, value: str) -> None:
        """Write a choice; inside a transaction."""
        self._database.write("INSERT OR REPLACE INTO setting VALUES (?, ?)", name, value)
