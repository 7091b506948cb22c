"""The summary: sentences written for both, never copied from notes by a flag."""

from dataclasses import dataclass

from desktop.domain.ids import ConversationId, ParagraphId, QuestionId


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a summary; it may remember the question it grew from."""

    id: ParagraphId
    conversation: ConversationId
    text: str
    question: QuestionId | None = None
