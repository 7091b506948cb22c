"""The shelf of summary paragraphs."""

from collections.abc import Iterable
from typing import Any

from desktop.domain.ids import ContractId, ConversationId, ParagraphId, QuestionId
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

    def agreed_with(self, contract: ContractId) -> tuple[Paragraph, ...]:
        """Return the paragraphs as they stood when a version was agreed."""
        rows = self._reader.rows(
            "SELECT a.paragraph, c.conversation, a.question, a.text FROM agreed_paragraph AS a"
            " JOIN contract AS c ON c.id = a.contract WHERE a.contract = ? ORDER BY a.place",
            contract,
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

    def put_all(self, conversation: ConversationId, paragraphs: Iterable[Paragraph]) -> None:
        """Put these paragraphs in the place of all that stand there."""
        self._database.write("DELETE FROM summary_paragraph WHERE conversation = ?", conversation)
        for paragraph in paragraphs:
            self.put(paragraph)

    def keep_with(self, contract: ContractId, paragraphs: Iterable[Paragraph]) -> None:
        """Keep the paragraphs that are agreed with a draft, for good once it is agreed."""
        for place, paragraph in enumerate(paragraphs):
            self._database.write(
                "INSERT INTO agreed_paragraph (contract, place, paragraph, question, text)"
                " VALUES (?, ?, ?, ?, ?)",
                contract,
                place,
                paragraph.id,
                paragraph.question,
                paragraph.text,
            )


def _paragraph(row: tuple[Any, ...]) -> Paragraph:
    identity, conversation, question, text = row
    return Paragraph(
        id=ParagraphId(identity),
        conversation=ConversationId(conversation),
        question=QuestionId(question) if question else None,
        text=text,
    )
