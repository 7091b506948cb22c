"""What moved with somebody over six to twelve months (playbook W6)."""

from dataclasses import dataclass

LOOKS_BACK = 12
"""Months within which a trajectory should be seen to move."""


@dataclass(frozen=True, slots=True)
class Moved:
    """How often each thing happened; all of it may be nothing, and that is said as well."""

    goals_reached: int = 0
    goals_changed: int = 0
    achievements: int = 0
    roles: int = 0

    @property
    def is_still(self) -> bool:
        """Whether nothing of it was noted."""
        return not any((self.goals_reached, self.goals_changed, self.achievements, self.roles))
