"""The shelf of debriefs."""

from datetime import datetime

from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.private.answers import EarlierAnswer
from desktop.domain.private.debrief import Debrief, Talking
from desktop.domain.private.words import PrivateText
from desktop.storage.database import Database

_WORDS = "saw, made_of_it, surfaced, promised, avoided, to_try"


class DebriefsShelf:
    """Gives and takes debriefs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, debrief: Debrief) -> None:
        """Write a debrief, or put its new words in the place of the old."""
        self._database.write(
            f"INSERT OR REPLACE INTO private_debrief (conversation, {_WORDS}, talking)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            debrief.conversation,
            debrief.saw.reveal(),
            debrief.made_of_it.reveal(),
            debrief.surfaced.reveal(),
            debrief.promised.reveal(),
            debrief.avoided.reveal(),
            debrief.to_try.reveal(),
            debrief.talking.value if debrief.talking else None,
        )

    def get(self, conversation: ConversationId) -> Debrief | None:
        """Return the debrief of a conversation, if there is one."""
        row = self._database.row(
            f"SELECT {_WORDS}, talking FROM private_debrief WHERE conversation = ?", conversation
        )
        if row is None:
            return None
        saw, made_of_it, surfaced, promised, avoided, to_try = map(PrivateText, row[:-1])
        return Debrief(
            conversation,
            saw=saw,
            made_of_it=made_of_it,
            surfaced=surfaced,
            promised=promised,
            avoided=avoided,
            to_try=to_try,
            talking=Talking(row[-1]) if row[-1] else None,
        )

    def to_try(self, person: PersonId, *, before: ConversationId) -> EarlierAnswer | None:
        """Return what was to be tried with a person, from the latest talk before another one."""
        row = self._database.row(
            "SELECT d.to_try, c.begun FROM private_debrief AS d"
            " JOIN conversation AS c ON c.id = d.conversation"
            " WHERE c.person = ? AND trim(d.to_try, ' \n\t') <> '' AND datetime(c.begun) <"
            " (SELECT datetime(begun) FROM conversation WHERE id = ?)"
            " ORDER BY datetime(c.begun) DESC",
            person,
            before,
        )
        if row is None:
            return None
        return EarlierAnswer(PrivateText(row[0]), datetime.fromisoformat(row[1]).date())
