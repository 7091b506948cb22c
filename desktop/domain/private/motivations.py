"""What lies beneath a person's goals: motivations, each with a weight (playbook B1)."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.ids import ConversationId
from desktop.domain.private.words import NOTHING_NOTED, PrivateText

HEAVIEST = 3


class Motivation(StrEnum):
    """Why somebody wants what they want; several are usual."""

    INFLUENCE = "influence"
    AUTHORITY = "authority"
    RECOGNITION = "recognition"
    GROWTH = "growth"
    AUTONOMY = "autonomy"
    MEANING = "meaning"
    COMPENSATION = "compensation"
    CONNECTION = "connection"
    NEXT_RUNG = "next rung"
    """A guess: just the next rung. It raises a quiet caution."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One motivation as heard in one conversation: 0 (no longer) ≤ ``weight`` ≤ 3."""

    conversation: ConversationId
    motivation: Motivation
    weight: int
    words: PrivateText = NOTHING_NOTED
