"""Why somebody wants what they want: the names, which are no secret; who weighs what, is."""

from enum import StrEnum


class Motivation(StrEnum):
    """Several are usual (playbook B1)."""

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
