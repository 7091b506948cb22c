"""What the manager noted to one question in one conversation."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.ids import ConversationId, QuestionId
from desktop.domain.private.words import PrivateText


@dataclass(frozen=True, slots=True)
class Answer:
    """A private note to one question, with the place of the cursor in it."""

    conversation: ConversationId
    question: QuestionId
    words: PrivateText
    cursor: int = 0


@dataclass(frozen=True, slots=True)
class EarlierAnswer:
    """What was noted to the same question in an earlier conversation, and when."""

    words: PrivateText
    on: date
