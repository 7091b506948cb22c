"""What is worth keeping between conversations besides signals (playbook section 6)."""

from enum import StrEnum


class MomentKind(StrEnum):
    """Something a manager saw, gave or heard on an ordinary day."""

    OBSERVATION = "observation"
    ACHIEVEMENT = "achievement"
    ASSIGNMENT = "assignment"
    OPPORTUNITY = "opportunity"
    FEEDBACK = "feedback"
    REVISITED = "revisited"
    """They were asked whether a goal still stands, and it does."""


BY_HAND = tuple(kind for kind in MomentKind if kind is not MomentKind.REVISITED)
"""What can be chosen when something is written down."""
