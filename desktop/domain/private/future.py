"""The person's own answer to one question: can you see a future here? (playbook section 6, W5)."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.ids import ConversationId, PersonId

ANSWERS = (1, 2, 3, 4, 5)
"""From not at all to clearly; it is their voice, and never a measure of them."""


@dataclass(frozen=True, slots=True)
class FutureHere:
    """What somebody answered in one conversation; ``on`` is the day of the conversation."""

    person: PersonId
    conversation: ConversationId
    on: date
    answer: int
