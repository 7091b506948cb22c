"""Ways in which managers follow through, offered to begin a commitment with (playbook F1 to F6)."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from desktop import files

_TO_FILL = "…"


@dataclass(frozen=True, slots=True)
class StartingPoint:
    """One way, and the two details that it asks for; the second may stay empty."""

    key: str
    title: str
    days: int
    sentence: str
    asks: str
    adds: str
    asks_more: str
    suggests_more: str = ""

    def worded(self, name: str, detail: str, more: str) -> str:
        """Return a plain sentence about the person of this name; it is theirs to edit."""
        words = self.sentence.format(name=name, detail=detail.strip() or _TO_FILL)
        return words + (self.adds.format(detail=more.strip()) if more.strip() else "")

    def day_from(self, today: date) -> date:
        """Return a sensible date to begin with; an introduction is booked within two weeks."""
        return today + timedelta(days=self.days)


@cache
def starting_points() -> tuple[StartingPoint, ...]:
    """Return the six in the order of the playbook."""
    text = (files.resources() / "starting_points" / "en.toml").read_text(encoding="utf-8")
    return tuple(StartingPoint(key, **told) for key, told in tomllib.loads(text).items())
