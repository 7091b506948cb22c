"""The shelf of shared forms that were begun, and neither written nor put away."""

from desktop.storage.database import Database


class HalfTypedShelf:
    """Gives and takes what stands in the fields of a form; nothing of it leaves the vault."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, form: str, which: str) -> str:
        """Return what was typed into a form about ``which``; nothing where it was not begun."""
        found = self._database.row(
            "SELECT words FROM half_typed WHERE form = ? AND which = ?", form, which
        )
        return str(found[0]) if found else ""

    def put(self, form: str, which: str, words: str) -> None:
        """Write what stands in a form."""
        self._database.write(
            "INSERT OR REPLACE INTO half_typed VALUES (?, ?, ?)", form, which, words
        )

    def drop(self, form: str, which: str) -> None:
        """Forget what stood in a form."""
        self._database.write("DELETE FROM half_typed WHERE form = ? AND which = ?", form, which)
