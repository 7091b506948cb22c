"""Every private word there is about one person, whatever it was written for."""

from desktop.domain.ids import PersonId
from desktop.domain.private.words import PrivateText
from desktop.storage.database import Database

_OF_TALKS = "conversation IN (SELECT id FROM conversation WHERE person = ?)"
_OF_PLANS = "planned IN (SELECT id FROM planned_conversation WHERE person = ?)"
_SERVING = "id IN (SELECT opportunity FROM private_opportunity_serves WHERE person = ?)"

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
    "private_opportunity": (("what", "limits"), _SERVING),
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
            PrivateText(words)
            for table, (columns, about) in HOLDING_WORDS.items()
            for row in self._database.rows(
                f"SELECT {', '.join(columns)} FROM {table} WHERE {about}", person
            )
            for words in row
            if words and words.strip()
        )
