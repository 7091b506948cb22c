"""Shared words that the disk refused: what changed, and where it belongs."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.ids import CommitmentId, ConversationId, ParagraphId, QuestionId


@dataclass(frozen=True, slots=True)
class UnsavedParagraph:
    """A paragraph of a summary; a new one is known by the question it grew from, if any."""

    conversation: ConversationId
    text: str
    paragraph: ParagraphId | None = None
    question: QuestionId | None = None


@dataclass(frozen=True, slots=True)
class UnsavedTerms:
    """Changed fields of a contract, or of one ``commitment`` in it, by name.

    Dates are ISO 8601 and an owner is its value, so that they can be sealed as they are.
    """

    conversation: ConversationId
    changed: tuple[tuple[str, str | None], ...]
    commitment: CommitmentId | None = None


class SharedPlace(StrEnum):
    """Where words for both are written that are neither a summary nor a contract.

    Each is found by identities: whose person and which clause, which plan and message, whose
    person and which particular, which form and what it is about.
    """

    CLAUSE = "clause"
    MESSAGE = "message"
    PARTICULAR = "particular"
    FORM = "form"


class Form(StrEnum):
    """A form for both that keeps what is typed before it is written.

    What it is about: a person, a person, a conversation, a question of the playbook or a new one,
    a commitment that is to be moved or let go.
    """

    GOAL = "goal"
    BOOKING = "booking"
    COPY_BACK = "copy back"
    QUESTION = "question"
    TURN = "turn"


@dataclass(frozen=True, slots=True)
class UnsavedWords:
    """Words of one place, found by ``which``."""

    place: SharedPlace
    which: tuple[str, ...]
    words: str


def both(stands: str, unsaved: str) -> str:
    """Return two versions of a text as one in which no word of either is missing."""
    if unsaved in stands:
        return stands
    return unsaved if stands in unsaved else f"{stands}\n{unsaved}"
