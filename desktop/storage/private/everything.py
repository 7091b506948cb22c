"""Every private word there is about one person, whatever it was written for."""

from collections.abc import Iterator

from desktop.domain.ids import PersonId
from desktop.domain.private.words import PrivateText
from desktop.storage.database import Database

_OF_TALKS = "conversation IN (SELECT id FROM conversation WHERE person = ?)"
_OF_PLANS = "planned IN (SELECT id FROM planned_conversation WHERE person = ?)"
_SERVING = "id IN (SELECT opportunity FROM private_opportunity_serves WHERE person = ?)"
_RAISED = (
    "id IN (SELECT l.theme FROM private_theme_line AS l JOIN private_kept AS k ON k.id = l.kept"
    " JOIN conversation AS c ON c.id = k.conversation WHERE c.person = ?)"
)

HOLDING_WORDS: dict[str, tuple[tuple[str, ...], str]] = {
    "private_answer": (("words", "underneath"), _OF_TALKS),
    "private_kept": (("words",), _OF_TALKS),
    "private_motivation": (("words",), _OF_TALKS),
    "private_pad_line": (("words",), _OF_TALKS),
    "private_preparation": (("words",), _OF_PLANS),
    "private_debrief": (
        ("saw", "made_of_it", "surfaced", "promised", "avoided", "to_try"),
        _OF_TALKS,
    ),
    "private_limits": (("ambition",), "person = ?"),
    "private_limits_step": (
        ("words",),
        "flow IN (SELECT id FROM private_limits WHERE person = ?)",
    ),
    "private_sweet_spot": (("words",), "person = ?"),
    "private_half_typed": (("words",), "which = ?"),
    "private_signal": (("words", "because"), "person = ?"),
    "private_moment": (("words",), "person = ?"),
    "private_experiment": (("what", "expected", "learned"), "person = ?"),
    "private_opportunity": (("what", "limits"), _SERVING),
    "private_theme": (("name",), _RAISED),
    "private_note": (("words", "tags"), "person = ?"),
}
"""Each private table with people's words: in which columns, and which rows are about a person.

A test keeps this complete (tests/rules): a private column is named here or said to hold no words.
"""


class EverythingShelf:
    """Gives all that is private about somebody, to be looked through."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def about(self, person: PersonId) -> tuple[PrivateText, ...]:
        """Return every private text about a person; empty ones are left out."""
        return tuple(
            words
            for table, (_, about) in HOLDING_WORDS.items()
            for words in self._words(table, f" WHERE {about}", person)
        )

    def about_everybody(self) -> tuple[PrivateText, ...]:
        """Return every private text there is, also what is tied to nobody."""
        return tuple(words for table in HOLDING_WORDS for words in self._words(table))

    def _words(self, table: str, where: str = "", *values: object) -> Iterator[PrivateText]:
        columns = ", ".join(HOLDING_WORDS[table][0])
        for row in self._database.rows(f"SELECT {columns} FROM {table}{where}", *values):
            for words in row:
                if words and words.strip():
                    yield PrivateText(words)
