"""What lies beneath a person's goals: motivations, each with a weight (playbook B1)."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.ids import ConversationId
from desktop.domain.motivations import Motivation
from desktop.domain.private.words import NOTHING_NOTED, PrivateText

HEAVIEST = 3


class Source(StrEnum):
    """Where a wish for influence or authority comes from (playbook B3); one soft question."""

    IMPACT = "impact"
    CONTROL = "control"
    UNCLEAR = "unclear"


ASKED_FOR_SOURCE = (Motivation.INFLUENCE, Motivation.AUTHORITY)


@dataclass(frozen=True, slots=True)
class Weighed:
    """One motivation as heard in one conversation: 0 (no longer) ≤ ``weight`` ≤ 3."""

    conversation: ConversationId
    motivation: Motivation
    weight: int
    words: PrivateText = NOTHING_NOTED
    source: Source | None = None
