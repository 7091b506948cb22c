"""Ways in which managers follow through, offered to begin a commitment with (playbook F1 to F6)."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from desktop import files
from desktop.domain.shared.letter import ENGLISH

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
def starting_points(language: str = ENGLISH) -> tuple[StartingPoint, ...]:
    """Return the six in the order of the playbook.

    ``language`` is a BCP 47 tag of the letter, in which the sentences are; what asks for their
    details is in the manager's own.
    """
    asked, written = _file(ENGLISH), _file(language)
    return tuple(StartingPoint(key, **told | written.get(key, {})) for key, told in asked.items())


def _file(language: str) -> dict[str, dict[str, Any]]:
    primary = language.split("-", maxsplit=1)[0].lower()
    text = files.resources() / "starting_points" / f"{primary}.toml"
    return tomllib.loads(text.read_text(encoding="utf-8")) if text.is_file() else {}
