"""The shelf of the languages in which letters are written."""

from desktop.domain.ids import PersonId
from desktop.domain.shared.letter import ENGLISH
from desktop.storage.database import Database, Reader


class LetterLanguagesReader:
    """Gives the language of a person's letters."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def of(self, person: PersonId) -> str:
        """Return the BCP 47 tag of the language that was chosen for a person, else English."""
        row = self._reader.row("SELECT language FROM letter_language WHERE person = ?", person)
        return str(row[0]) if row else ENGLISH

    def mostly(self) -> str:
        """Return the language of most people's letters, those of archived people left out.

        Where several have as many it is English, else the first in the alphabet.
        """
        row = self._reader.row(
            "SELECT coalesce(l.language, ?1) AS tag FROM person AS p"
            " LEFT JOIN letter_language AS l ON l.person = p.id WHERE p.archived IS NULL"
            " GROUP BY tag ORDER BY count(*) DESC, tag <> ?1, tag LIMIT 1",
            ENGLISH,
        )
        return str(row[0]) if row else ENGLISH


class LetterLanguagesShelf(LetterLanguagesReader):
    """Gives and takes them."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._database = database

    def put(self, person: PersonId, language: str) -> None:
        """Write a person's letters in this language from now on; inside a transaction."""
        self._database.write(
            "INSERT OR REPLACE INTO letter_language (person, language) VALUES (?, ?)",
            person,
            language,
        )
