"""The shelf of free pads."""

from desktop.domain.ids import ConversationId, QuestionId
from desktop.domain.private.pad import Pad, PadLine
from desktop.domain.private.words import PrivateText
from desktop.storage.database import Database


class PadShelf:
    """Gives and takes the lines of a pad."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, pad: Pad) -> None:
        """Keep these lines in the place of all the pad held before."""
        self._database.write(
            "DELETE FROM private_pad_line WHERE conversation = ?", pad.conversation
        )
        self._database.write_many(
            "INSERT INTO private_pad_line (conversation, place, question, words)"
            " VALUES (?, ?, ?, ?)",
            [
                (pad.conversation, place, line.question, line.words.reveal())
                for place, line in enumerate(pad.lines)
            ],
        )

    def of(self, conversation: ConversationId) -> Pad:
        """Return the pad of a conversation; one without lines if nothing was written."""
        rows = self._database.rows(
            "SELECT question, words FROM private_pad_line WHERE conversation = ? ORDER BY place",
            conversation,
        )
        lines = tuple(PadLine(QuestionId(question), PrivateText(words)) for question, words in rows)
        return Pad(conversation, lines)
