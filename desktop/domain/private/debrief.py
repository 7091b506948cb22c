"""The debrief: what the manager makes of a conversation, alone, right after it (product D9)."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.ids import ConversationId
from desktop.domain.private.words import NOTHING_NOTED, PrivateText


class Talking(StrEnum):
    """How much of the talking was the manager's (playbook section 6)."""

    LESS = "less"
    HALF = "half"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Debrief:
    """What was seen is kept apart from what is made of it; everything may stay empty."""

    conversation: ConversationId
    saw: PrivateText = NOTHING_NOTED
    made_of_it: PrivateText = NOTHING_NOTED
    surfaced: PrivateText = NOTHING_NOTED
    promised: PrivateText = NOTHING_NOTED
    avoided: PrivateText = NOTHING_NOTED
    to_try: PrivateText = NOTHING_NOTED
    talking: Talking | None = None
