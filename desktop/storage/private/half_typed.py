"""The shelf of private forms that were begun, and neither written nor put away."""

from desktop.domain.private.words import NOTHING_NOTED, PrivateText
from desktop.storage.database import Database


class PrivateHalfTypedShelf:
    """Gives and takes what stands in a private field."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, form: str, which: str) -> PrivateText:
        """Return what was typed into a form about ``which``; nothing where it was not begun."""
        found = self._database.row(
            "SELECT words FROM private_half_typed WHERE form = ? AND which = ?", form, which
        )
        return PrivateText(found[0]) if found else NOTHING_NOTED

    def put(self, form: str, which: str, words: PrivateText) -> None:
        """Write what stands in a form."""
        self._database.write(
            "INSERT OR REPLACE INTO private_half_typed VALUES (?, ?, ?)",
            form,
            which,
            words.reveal(),
        )

    def drop(self, form: str, which: str) -> None:
        """Forget what stood in a form."""
        self._database.write(
            "DELETE FROM private_half_typed WHERE form = ? AND which = ?", form, which
        )
