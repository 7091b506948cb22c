"""The shelf of summary paragraphs."""

from typing import Any

from desktop.domain.ids import ConversationId, ParagraphId, QuestionId
from desktop.domain.shared.summary import Paragraph
from desktop.storage.database import Database, Reader

_COLUMNS = "id, conversation, question, text"


class SummariesReader:
    """Gives summaries."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def of(self, conversation: ConversationId) -> tuple[Paragraph, ...]:
        """Return the paragraphs of a summary in the order in which they were begun."""
        rows = self._reader.rows(
            f"SELECT {_COLUMNS} FROM summary_paragraph WHERE conversation = ? ORDER BY seq",
            conversation,
        )
        return tuple(_paragraph(row) for row in rows)


class SummariesShelf(SummariesReader):
    """Gives and takes paragraphs."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._database = database

    def put(self, paragraph: Paragraph) -> None:
        """Add a paragraph, or put its new wording in the place of the old."""
        self._database.write(
            f"INSERT INTO summary_paragraph ({_COLUMNS}) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET text = excluded.text",
            paragraph.id,
            paragraph.conversation,
            paragraph.question,
            paragraph.text,
        )

    def remove(self, paragraph: ParagraphId) -> None:
        """Take a paragraph away."""
        self._database.write("DELETE FROM summary_paragraph WHERE id = ?", paragraph)


def _paragraph(row: tuple[Any, ...]) -> Paragraph:
    identity, conversation, question, text = row
    return Paragraph(
        id=ParagraphId(identity),
        conversation=ConversationId(conversation),
        question=QuestionId(question) if question else None,
        text=text,
    )
