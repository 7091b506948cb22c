"""The kinds of signal: what may be noticed between conversations (playbook section 2)."""

from enum import StrEnum


class SignalKind(StrEnum):
    """Nine triggers for a conversation now, and four signs that goals have changed."""

    COURTED = "T1"
    DOUBTS = "T2"
    LESS_DRIVE = "T3"
    STALLED_PROMOTION = "T4"
    ROLE_CHANGED = "T5"
    MILESTONE = "T6"
    PROMOTION_NEAR = "T7"
    BACK = "T8"
    LEAVING_HINT = "T9"
    LESS_ENGAGED = "G1"
    OTHER_INTEREST = "G2"
    OUTSIDE_CHANGED = "G3"
    FELT_OTHERWISE = "G4"

    @property
    def is_about_goals(self) -> bool:
        """Whether it asks for the goals to be looked at, rather than for a talk now."""
        return self.value.startswith("G")

    @property
    def is_transition(self) -> bool:
        """Whether it begins a time in which a quarter is too long to wait (playbook section 2)."""
        return self in (SignalKind.ROLE_CHANGED, SignalKind.PROMOTION_NEAR, SignalKind.BACK)

    @property
    def is_urgent(self) -> bool:
        """Whether the talk belongs into these days, before a decision sets (playbook T9)."""
        return self is SignalKind.LEAVING_HINT
