"""The shelf of what the manager laid into the picture of the sweet spot."""

from datetime import date

from desktop.domain.ids import PersonId
from desktop.domain.private.sweet_spot import Circle, Laid
from desktop.domain.private.words import PrivateText
from desktop.storage.database import Database


class SweetSpotShelf:
    """Gives and takes words with their circles, and the honest result."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, person: PersonId, laid: Laid) -> None:
        """Write where a word lies."""
        self._database.write(
            "INSERT OR REPLACE INTO private_sweet_spot (person, words, circles) VALUES (?, ?, ?)",
            person,
            laid.words.reveal(),
            laid.circles.value,
        )

    def of(self, person: PersonId) -> tuple[Laid, ...]:
        """Return what was laid by hand for a person, words without a circle included."""
        rows = self._database.rows(
            "SELECT words, circles FROM private_sweet_spot WHERE person = ? ORDER BY words", person
        )
        return tuple(Laid(PrivateText(words), Circle(circles)) for words, circles in rows)

    def say_elsewhere(self, person: PersonId, since: date | None) -> None:
        """Note since when a person is best served elsewhere; None takes it back."""
        if since is None:
            sql = "DELETE FROM private_served_elsewhere WHERE person = ?"
            self._database.write(sql, person)
        else:
            self._database.write(
                "INSERT OR IGNORE INTO private_served_elsewhere (person, since) VALUES (?, ?)",
                person,
                since.isoformat(),
            )

    def elsewhere(self, person: PersonId) -> date | None:
        """Return since when a person is best served elsewhere, if that was said."""
        row = self._database.row(
            "SELECT since FROM private_served_elsewhere WHERE person = ?", person
        )
        return date.fromisoformat(row[0]) if row else None
