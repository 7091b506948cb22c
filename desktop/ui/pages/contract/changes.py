"""What the manager has changed and the vault has not taken yet."""

from collections.abc import Callable
from typing import Any


class Changes:
    """Saves each change at once; one that could not be saved is tried again with the next."""

    def __init__(self, save: Callable[..., bool]) -> None:
        """``save`` takes changed fields by name and returns whether they are in the vault."""
        self._save = save
        self._waiting: dict[str, Any] = {}

    def note(self, **changed: Any) -> None:
        """Save changed fields, and whatever still waits."""
        self._waiting |= changed
        self.save_now()

    def save_now(self) -> bool:
        """Try again to save what waits; return whether nothing waits any more."""
        if self._waiting and self._save(**self._waiting):
            self._waiting.clear()
        return not self._waiting

    def waiting(self) -> dict[str, Any]:
        """Return what is not in the vault yet, by field."""
        return dict(self._waiting)

    def __contains__(self, field: str) -> bool:
        """Whether a field shows something that is not in the vault yet."""
        return field in self._waiting
