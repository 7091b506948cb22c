"""What the manager noted to one question in one conversation, in two layers (product D11)."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.ids import ConversationId, QuestionId
from desktop.domain.private.words import NOTHING_NOTED, PrivateText

UNDERNEATH = "↳"
"""Stands before what came underneath, wherever both layers are read as one text."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A private note to one question: what was said first, and what came underneath (X1).

    Either layer may be empty. ``cursor`` is the place of the cursor in the first.
    """

    conversation: ConversationId
    question: QuestionId
    words: PrivateText
    cursor: int = 0
    underneath: PrivateText = NOTHING_NOTED

    @property
    def is_noted(self) -> bool:
        """Whether either layer holds words."""
        return bool(self.words) or bool(self.underneath)

    @property
    def whole(self) -> PrivateText:
        """Both layers as one text, the second one marked."""
        return _whole(self.words, self.underneath)


@dataclass(frozen=True, slots=True)
class EarlierAnswer:
    """What was noted to the same question in an earlier conversation, and when."""

    words: PrivateText
    on: date
    underneath: PrivateText = NOTHING_NOTED

    @property
    def whole(self) -> PrivateText:
        """Both layers as one text, the second one marked."""
        return _whole(self.words, self.underneath)


def _whole(words: PrivateText, underneath: PrivateText) -> PrivateText:
    if not underneath:
        return words
    second = f"{UNDERNEATH} {underneath.reveal().strip()}"
    return PrivateText(f"{words.reveal().rstrip()}\n{second}" if words else second)
